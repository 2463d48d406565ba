/**
 * One message that came in: stored, judged and answered for in one transaction (gatherings.md section 6).
 * What a calendar's answer means is told by the room that invites; see `Judge`.
 */
import { createHash } from "node:crypto";
import { and, eq, isNotNull, lt } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { type CalendarReading, readCalendar } from "../calendar/reply.ts";
import { newId } from "../store/columns.ts";
import type { Store, Tx } from "../store/store.ts";
import { addressKey } from "./address.ts";
import { type Authentication, authenticationOf } from "./authentication.ts";
import { recordBounce } from "./bounce.ts";
import { deliveryReportOf, isAutomatic } from "./delivery-report.ts";
import {
  type Address,
  addressIn,
  dateIn,
  inWords,
  type MessageIn,
  mostBytes,
  type Part,
  readMessage,
  textOf,
} from "./message-in.ts";
import { incoming, type Outcome } from "./tables.ts";
import { cleanWords, wordsOf } from "./words.ts";

/** A message as the judge sees it. */
export interface Letter {
  /** Of its row in `incoming`. */
  id: string;
  message: MessageIn;
  from: Address | null;
  fromKey: string | null;
  calendar: CalendarReading & { isPresent: boolean };
  authentication: Authentication;
  receivedAt: Temporal.Instant;
  /** The Date header. */
  sentAt: Temporal.Instant | null;
  isAutomatic: boolean;
}

export interface Verdict {
  outcome: Outcome;
  /** Which rule decided; a word for the texts of the queue. */
  reason?: string;
  personId?: string | null;
  gatheringId?: string | null;
  networkId?: string | null;
  /** What the adviser is to read; the mail's own words when left out. */
  words?: string;
}

export interface Judge {
  /** What many may compete for, such as a gathering's id; see `inTurnFor`. */
  turnOf(letter: Letter): string | undefined;
  judge(tx: Tx, letter: Letter, now: Temporal.Instant): Promise<Verdict>;
  /** Who has these addresses. */
  personsAt(tx: Tx, addressKeys: readonly string[]): Promise<string[]>;
  /** Whose an address is and which network knows it, for a message that cannot be judged. */
  aboutAddress(tx: Tx, from: string | null): Promise<Pick<Verdict, "personId" | "networkId">>;
}

export interface Receipt {
  receivedAt: Temporal.Instant;
  now: Temporal.Instant;
  /** Instead of what our provider found; for tests and replays. */
  dmarc?: Authentication["dmarc"];
  /** The name our provider signs its findings with; the topmost when null. */
  serverId: string | null;
  /** Told why judging failed; never of contents. */
  onFault?: (error: unknown) => void;
}

/** So much is kept of a message that is too large. */
const keptOfLarge = 64 * 1024;
const isTooLong = (text: string | undefined) => text === undefined || text.length > 250;

/** The Message-ID; a hash of the whole when there is none, or none that is fit. */
function keyOf(message: MessageIn | null, raw: Buffer): string {
  const written = message?.headers("message-id")[0]?.trim();
  return isTooLong(written) || written === ""
    ? createHash("sha256").update(raw).digest("hex")
    : (written as string);
}

const isCalendar = ({ type, fileName }: Part) =>
  type === "text/calendar" ||
  type === "application/ics" ||
  (/^(application\/(octet-stream|x-.*)|text\/plain)$/.test(type) && /\.ics$/i.test(fileName ?? ""));

/** All calendars of a message as one reading, equal objects once. */
function calendarOf({ parts }: MessageIn): Letter["calendar"] {
  const readings = parts
    .filter(isCalendar)
    .slice(0, 10)
    .map((part) => readCalendar(textOf(part), part.method));
  const objects = new Map(
    readings
      .flatMap(({ objects: all }) => all)
      .map((one) => [JSON.stringify({ ...one, comment: null, start: null }), one]),
  );
  const isBroken = readings.some((reading) => reading.isBroken);
  return { objects: [...objects.values()].slice(0, 20), isBroken, isPresent: readings.length > 0 };
}

function letterOf(message: MessageIn, { receivedAt, dmarc, serverId }: Receipt): Letter {
  const from = addressIn(message, "from");
  const date = dateIn(message);
  const found = authenticationOf(message, serverId);
  return {
    id: newId(),
    message,
    from,
    fromKey: from ? addressKey(from.address) : null,
    calendar: calendarOf(message),
    authentication: { ...found, dmarc: dmarc ?? found.dmarc },
    receivedAt,
    sentAt: date === null ? null : Temporal.Instant.fromEpochMilliseconds(date),
    isAutomatic: isAutomatic(message, subjectOf(message)),
  };
}

const subjectOf = (message: MessageIn) => cleanWords(inWords(message.headers("subject")[0] ?? ""), 300);

async function verdictOn(tx: Tx, judge: Judge, letter: Letter, now: Temporal.Instant): Promise<Verdict> {
  const report = deliveryReportOf(letter.message);
  if (!report) return judge.judge(tx, letter, now);
  if (!report.isFinal) return { outcome: "ignored", reason: "delayed" };
  const about = await recordBounce(tx, report, await judge.personsAt(tx, report.recipients));
  return { outcome: "bounced", reason: about ? "returned" : "unknown", ...about };
}

type Row = typeof incoming.$inferInsert;

function rowOf(key: string, raw: Buffer, message: MessageIn | null, receivedAt: Temporal.Instant): Row {
  const from = message ? addressIn(message, "from") : null;
  return {
    messageKey: key,
    receivedAt,
    outcome: "ignored",
    fromAddress: from ? cleanWords(from.address, 254) : null,
    fromName: from ? cleanWords(from.name, 200) : null,
    subject: message ? subjectOf(message) : null,
    raw: raw.toString("base64"),
    isWaiting: false,
  };
}

/** What stays of a message that cannot be judged: its beginning, for a human. */
async function quarantine(
  store: Store,
  judge: Judge,
  raw: Buffer,
  reason: string,
  how: Receipt,
): Promise<Outcome> {
  const head = raw.subarray(0, keptOfLarge);
  const reading = raw.length > mostBytes ? await readMessage(head) : null;
  const message = reading?.ok ? reading.message : null;
  const row: Row = {
    ...rowOf(keyOf(message, raw), head, message, how.receivedAt),
    outcome: "quarantined",
    reason,
    isWaiting: true,
  };
  const stored = await store.write(async (tx) => {
    const about = await judge.aboutAddress(tx, row.fromAddress ?? null);
    return tx
      .insert(incoming)
      .values({ ...row, ...about })
      .onConflictDoNothing({ target: incoming.messageKey })
      .returning({ id: incoming.id });
  });
  return stored.length > 0 ? "quarantined" : "duplicate";
}

/** Stores and judges a message that could be read; all of it or nothing. */
function settle(
  store: Store,
  judge: Judge,
  letter: Letter,
  raw: Buffer,
  now: Temporal.Instant,
): Promise<Outcome> {
  const { message, receivedAt } = letter;
  const row = { ...rowOf(keyOf(message, raw), raw, message, receivedAt), id: letter.id };
  return store.write(
    async (tx) => {
      const added = await tx
        .insert(incoming)
        .values(row)
        .onConflictDoNothing({ target: incoming.messageKey })
        .returning({ id: incoming.id });
      if (added.length === 0) return "duplicate";
      const verdict = await verdictOn(tx, judge, letter, now);
      const isWaiting = verdict.outcome === "human";
      const words = isWaiting ? (verdict.words ?? wordsOf(message)) : null;
      await tx
        .update(incoming)
        .set({ ...verdict, words, isWaiting })
        .where(eq(incoming.id, letter.id));
      return verdict.outcome;
    },
    { inTurnFor: judge.turnOf(letter) ?? "incoming" },
  );
}

/**
 * Handles one message. The same message again does nothing. When judging fails twice the message is
 * kept for a human; only when nothing can be stored does it throw, so that it is brought again.
 * @param raw the message; one that was longer than `mostBytes` may be cut anywhere behind that
 */
export async function receive(store: Store, judge: Judge, raw: Buffer, how: Receipt): Promise<Outcome> {
  const reading = await readMessage(raw);
  if (!reading.ok) return quarantine(store, judge, raw, reading.reason, how);
  for (let tries = 1; ; tries++) {
    try {
      return await settle(store, judge, letterOf(reading.message, how), raw, how.now);
    } catch (error) {
      how.onFault?.(error);
      if (tries === 2) return quarantine(store, judge, raw, "failed", how);
    }
  }
}

/** Erases what messages said thirty days after they came; that they came stays. Returns how many. */
export async function purgeIncoming(tx: Tx, now: Temporal.Instant): Promise<number> {
  const nothing = {
    raw: null,
    words: null,
    subject: null,
    fromAddress: null,
    fromName: null,
    isWaiting: false,
  };
  const gone = await tx
    .update(incoming)
    .set(nothing)
    .where(and(lt(incoming.receivedAt, now.subtract({ hours: 30 * 24 })), isNotNull(incoming.raw)))
    .returning({ id: incoming.id });
  return gone.length;
}
