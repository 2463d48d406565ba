/**
 * Sends what is due in the outbox. Any number of processes may do it at once: a mail is claimed by a
 * conditional update for as long as the lease lasts. At least once, with a stable Message-ID; never
 * again after the mail server's acceptance was stored (gatherings.md section 5).
 */
import { and, asc, eq, inArray, lte, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Store, Tx } from "../store/store.ts";
import type { OutboxRow } from "./message.ts";
import { outbox } from "./tables.ts";
import type { Transport } from "./transport.ts";

/** Longer than one message may take; a claim older than this belongs to a process that died. */
const leaseMinutes = 5;
const atOnce = 4;
/** With the pauses below about two days, and never less than one: so long may the mail server be gone. */
const mostAttempts = 54;
const longestPauseMinutes = 60;

export interface Delivered {
  sent: number;
  retrying: number;
  failed: number;
}

type Outcome = { state: "sent" } | { state: "retrying" | "failed"; error: string };

const isDue = (now: Temporal.Instant) =>
  or(
    and(inArray(outbox.state, ["queued", "retrying"]), lte(outbox.notBefore, now)),
    and(eq(outbox.state, "sending"), lte(outbox.claimedUntil, now)),
  );

/** Waiting, or left by a process that died, and of no use any more. */
const isTooLate = (now: Temporal.Instant) =>
  and(
    lte(outbox.notAfter, now),
    or(
      inArray(outbox.state, ["queued", "retrying"]),
      and(eq(outbox.state, "sending"), lte(outbox.claimedUntil, now)),
    ),
  );

/** A look before claiming, so that an empty outbox costs no transaction. */
async function isAnythingDue({ read }: Store, now: Temporal.Instant): Promise<boolean> {
  const due = await read.select({ id: outbox.id }).from(outbox).where(isDue(now)).limit(1);
  if (due.length > 0) return true;
  const late = await read.select({ id: outbox.id }).from(outbox).where(isTooLate(now)).limit(1);
  return late.length > 0;
}

/**
 * Claims the mails that have waited longest; each belongs to this process until its lease ends. Those
 * that would come too late are aborted, with a word on why.
 */
async function claim(tx: Tx, now: Temporal.Instant): Promise<OutboxRow[]> {
  await tx
    .update(outbox)
    .set({ state: "aborted", lastError: "TOO LATE", claimedUntil: null })
    .where(isTooLate(now));
  const due = await tx
    .select({ id: outbox.id, attempts: outbox.attempts })
    .from(outbox)
    .where(isDue(now))
    .orderBy(asc(outbox.notBefore), asc(outbox.createdAt))
    .limit(atOnce);
  const claimed: OutboxRow[] = [];
  for (const { id, attempts } of due) {
    claimed.push(
      ...(await tx
        .update(outbox)
        .set({ state: "sending", attempts: attempts + 1, claimedUntil: now.add({ minutes: leaseMinutes }) })
        .where(and(eq(outbox.id, id), isDue(now)))
        .returning()),
    );
  }
  return claimed;
}

/** What a mail server's refusal says, without the words it came in: those may hold addresses. */
function faultOf(error: unknown): { isFinal: boolean; words: string } {
  const { code, responseCode, response, command } = error as Record<string, unknown>;
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(String(response ?? ""))?.[0];
  const words = [responseCode, status, code ?? "UNKNOWN"].filter(Boolean).join(" ");
  // 5xx to the recipient or the message is final; to our own sign-in or sender it is ours to mend
  const isAboutMail = command === "RCPT TO" || command === "DATA" || code === "EMESSAGE";
  const isPermanent = Number(responseCode) >= 500 && Number(responseCode) !== 503;
  const isNoAddress = code === "EENVELOPE" && command === "API";
  return { isFinal: (isAboutMail && isPermanent) || isNoAddress, words };
}

async function trySending(transport: Transport, row: OutboxRow): Promise<Outcome> {
  if (row.attempts > mostAttempts) return { state: "failed", error: "GIVEN UP" };
  try {
    await transport.send(row);
    return { state: "sent" };
  } catch (error) {
    const { isFinal, words } = faultOf(error);
    return { state: isFinal || row.attempts === mostAttempts ? "failed" : "retrying", error: words };
  }
}

/** Minutes between this try and the next: doubled each time. */
const pauseMinutes = (attempts: number) => Math.min(2 ** (attempts - 1), longestPauseMinutes);

/** The pause before the next try: half to one and a half of its length by chance. */
function pause(attempts: number, random: () => number): Temporal.Duration {
  return Temporal.Duration.from({ seconds: Math.round(pauseMinutes(attempts) * 60 * (0.5 + random())) });
}

/** How long, give or take what chance adds, the pauses after so many tries have lasted together. */
export function pausesAfter(attempts: number): Temporal.Duration {
  let minutes = 0;
  for (let i = 1; i <= attempts; i++) minutes += pauseMinutes(i);
  return Temporal.Duration.from({ minutes });
}

/** Acceptance is stored whoever holds the claim by now; anything else only while the claim is ours. */
async function storeOutcome(
  tx: Tx,
  row: OutboxRow,
  outcome: Outcome,
  now: Temporal.Instant,
  random: () => number,
): Promise<void> {
  if (outcome.state === "sent") {
    await tx
      .update(outbox)
      .set({ state: "sent", sentAt: now, claimedUntil: null, lastError: null })
      .where(
        and(
          eq(outbox.id, row.id),
          inArray(outbox.state, ["queued", "retrying", "sending", "failed", "aborted"]),
        ),
      );
    return;
  }
  const { state, error: lastError } = outcome;
  await tx
    .update(outbox)
    .set({ state, lastError, claimedUntil: null, notBefore: now.add(pause(row.attempts, random)) })
    .where(and(eq(outbox.id, row.id), eq(outbox.state, "sending"), eq(outbox.attempts, row.attempts)));
}

/**
 * Sends everything due, a few at a time, until nothing is due or `most` were tried. For the clock.
 * @param options.random 0–1, for the pauses between tries
 * @param options.most mails tried in one call
 */
export async function deliverDue(
  store: Store,
  transport: Transport,
  now: () => Temporal.Instant,
  { random = Math.random, most = 1000 }: { random?: () => number; most?: number } = {},
): Promise<Delivered> {
  const delivered: Delivered = { sent: 0, retrying: 0, failed: 0 };
  for (let tried = 0; tried < most && (await isAnythingDue(store, now())); ) {
    const rows = await store.write((tx) => claim(tx, now()), { inTurnFor: "outbox" });
    if (rows.length === 0) break;
    tried += rows.length;
    await Promise.all(
      rows.map(async (row) => {
        const outcome = await trySending(transport, row);
        await store.write((tx) => storeOutcome(tx, row, outcome, now(), random));
        delivered[outcome.state] += 1;
      }),
    );
  }
  return delivered;
}
