/** Answering an invitation: by the page, the mail client, or the adviser on someone's behalf. */
import { eq, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { callBack, type Mailer } from "../mail/outbox.ts";
import { prepared } from "../store/prepared.ts";
import type { Tx } from "../store/store.ts";
import { gatheringFacts, inviteesOf } from "./invitee.ts";
import { answerMail, waitingMail } from "./mails.ts";
import { endOffer, openOffer } from "./offer.ts";
import { answers, answerWords, gatherings, invitations, rsvps } from "./tables.ts";
import { isAhead, mailSeats, seatWaiting } from "./waiting-list.ts";

export interface Answer {
  invitationId: string;
  answer: "yes" | "maybe" | "no";
  mode: "room" | "digital";
  /** To the adviser; null erases what was there, leaving it out keeps it. */
  words?: string | null;
  /** Diet and access; as `words`. */
  needs?: string | null;
  /** The SEQUENCE the person saw. */
  sequence: number;
  channel: "web" | "mail" | "adviser";
  byPersonId: string | null;
  /** When it was said, for answers by mail; now when left out. */
  saidAt?: Temporal.Instant;
  /** Whoever calls tells the person what came of it. */
  isQuiet?: boolean;
}

type Rsvp = typeof rsvps.$inferSelect;
type Placement = Rsvp["placement"];
export type AnswerResult =
  | { ok: true; placement: Placement; isChanged: boolean }
  | { ok: false; reason: "cancelled" | "past" | "withdrawn" | "superseded" };

/** Mails not sent yet that an answer makes needless. */
const outdatedByAnswer = ["answer", "waiting", "seat", "offer", "reminder-silent", "reminder-day"];
const ranks = { mail: 1, web: 2, adviser: 3 } as const;

type Said = Pick<Rsvp, "answer" | "mode" | "sequence" | "channel" | "saidAt">;

/**
 * The one total order of answers (gatherings.md section 6): sequence, time, adviser before web before
 * mail. What was said itself breaks a tie, so that no order of arrival matters. Above zero: `a` counts.
 */
export function compareAnswers(a: Said, b: Said): number {
  const tie = (said: Said) => `${said.answer} ${said.mode}`;
  return (
    a.sequence - b.sequence ||
    a.saidAt.epochMilliseconds - b.saidAt.epochMilliseconds ||
    ranks[a.channel] - ranks[b.channel] ||
    (tie(a) < tie(b) ? -1 : tie(a) > tie(b) ? 1 : 0)
  );
}

const invitationQuery = (tx: Tx) =>
  tx
    .select()
    .from(invitations)
    .where(eq(invitations.id, sql.placeholder("id")));
const touch = (tx: Tx) =>
  tx
    .update(gatherings)
    .set({ lineCounter: sql`${gatherings.lineCounter} + 1` })
    .where(eq(gatherings.id, sql.placeholder("id")))
    .returning();
const rsvpQuery = (tx: Tx) =>
  tx
    .select()
    .from(rsvps)
    .where(eq(rsvps.invitationId, sql.placeholder("id")));

/** The invitation, and its gathering, touched: whoever answers at the same time waits. */
async function findAndTouch(tx: Tx, invitationId: string) {
  const at = { read: tx };
  const [invitation] = await prepared(at, "answer-invitation", invitationQuery, { id: invitationId });
  if (!invitation) throw new Error("no such invitation");
  const [gathering] = await prepared(at, "answer-touch", touch, { id: invitation.gatheringId });
  return { invitation, gathering: gathering as typeof gatherings.$inferSelect };
}

/**
 * Records an answer and gives, keeps or frees a place; in one transaction (gatherings.md section 2).
 * Capacity counts yes in the room only. When the room is full the person stands in line, in the order
 * answers were accepted; a place that frees goes to the first in line at once, with a mail. The same
 * answer again changes nothing, and no mail is sent. Call it with `inTurnFor` the gathering.
 * @returns refused with `withdrawn`, `cancelled`, `past` (it had begun when it was said), or `superseded`
 *   when an answer that comes later in the total order is there already
 */
export async function answerInvitation(
  tx: Tx,
  mailer: Mailer,
  facts: Answer,
  now: Temporal.Instant,
): Promise<AnswerResult> {
  const { invitation, gathering } = await findAndTouch(tx, facts.invitationId);
  if (invitation.withdrawnAt) return { ok: false, reason: "withdrawn" };
  if (gathering.cancelledAt) return { ok: false, reason: "cancelled" };
  const saidAt = facts.saidAt ?? now;
  if (!isAhead(gathering, saidAt)) return { ok: false, reason: "past" };

  const said: Said = {
    answer: facts.answer,
    mode: facts.mode,
    sequence: Math.min(facts.sequence, gathering.sequence),
    channel: facts.channel,
    saidAt,
  };
  const [before] = await prepared({ read: tx }, "answer-before", rsvpQuery, { id: invitation.id });
  if (before && compareAnswers(said, before) < 0) return { ok: false, reason: "superseded" };
  await keepWords(tx, facts);

  const wanted = placeFor(said, before, gathering.lineCounter);
  const place = (await isOfferTaken(tx, invitation.id, said, wanted, now))
    ? { ...wanted, placement: "seat" as const }
    : wanted;
  await storeAnswer(tx, { ...said, ...place, ...ownerOf(invitation) });
  const { seated, offered } = await seatWaiting(tx, gathering, now, invitation.id);
  const placement = seated.includes(invitation.id) ? "seat" : place.placement;
  if (before && isSame(before, said) && placement === before.placement) {
    return { ok: true, placement, isChanged: false };
  }

  await tx.insert(answers).values({ ...said, invitationId: invitation.id, byPersonId: facts.byPersonId });
  const others = { seated: seated.filter((id) => id !== invitation.id), offered };
  // a mail that was long under way: what it says counts, but nobody is told of a place now
  if (!isAhead(gathering, now)) return { ok: true, placement, isChanged: true };
  await mailSeats(tx, mailer, { gatheringId: gathering.id, ...others }, now);
  if (!facts.isQuiet) await mailAnswer(tx, mailer, { ...facts, gatheringId: gathering.id, placement }, now);
  return { ok: true, placement, isChanged: true };
}

/** A yes to the room takes the place held for one; any other answer gives it back to the line. */
async function isOfferTaken(
  tx: Tx,
  invitationId: string,
  said: Said,
  { placement }: { placement: Placement },
  now: Temporal.Instant,
): Promise<boolean> {
  const offer = await openOffer(tx, invitationId);
  if (!offer || said.saidAt.epochMilliseconds < offer.offeredAt.epochMilliseconds) return false;
  const isTaken = placement === "waiting";
  await endOffer(tx, invitationId, isTaken ? "accepted" : "declined", now);
  return isTaken;
}

const ownerOf = ({ id, gatheringId, personId }: typeof invitations.$inferSelect) => ({
  invitationId: id,
  gatheringId,
  personId,
});

/** Whether it says the same about the same time and place; how one stays away says nothing. */
function isSame(before: Said, said: Said): boolean {
  const isSameWay = before.mode === said.mode || said.answer === "no";
  return before.answer === said.answer && isSameWay && before.sequence === said.sequence;
}

/** A place one has, or one's place in line, is kept; who newly wants one goes to the end of the line. */
function placeFor(
  said: Said,
  before: Rsvp | undefined,
  nextNumber: number,
): { placement: Placement; lineNumber: number } {
  if (said.answer !== "yes" || said.mode !== "room") return { placement: "none", lineNumber: 0 };
  if (before && before.placement !== "none") {
    return { placement: before.placement, lineNumber: before.lineNumber };
  }
  return { placement: "waiting", lineNumber: nextNumber };
}

async function storeAnswer(tx: Tx, rsvp: Rsvp): Promise<void> {
  const { invitationId: _, gatheringId: __, personId: ___, ...said } = rsvp; // whose it is stays, and so its index
  await tx.insert(rsvps).values(rsvp).onConflictDoUpdate({ target: rsvps.invitationId, set: said });
}

async function keepWords(tx: Tx, { invitationId, words, needs }: Answer): Promise<void> {
  if (words === undefined && needs === undefined) return;
  const given = { ...(words === undefined ? {} : { words }), ...(needs === undefined ? {} : { needs }) };
  await tx
    .insert(answerWords)
    .values({ invitationId, ...given })
    .onConflictDoUpdate({ target: answerWords.invitationId, set: given });
}

/**
 * Confirms what was answered on the page or by the adviser. Who answered by mail sees it in their
 * calendar, and is told only that the room is full.
 */
async function mailAnswer(
  tx: Tx,
  mailer: Mailer,
  facts: Answer & { gatheringId: string; placement: Placement },
  now: Temporal.Instant,
): Promise<void> {
  const { gatheringId, placement, channel } = facts;
  if (channel === "mail" && placement !== "waiting") return;
  const [invitee] = await inviteesOf(tx, gatheringId, [facts.invitationId]);
  if (!invitee) return;
  const making = { mailer, gathering: await gatheringFacts(tx, gatheringId), now };
  await callBack(tx, { gatheringId, personIds: [invitee.id], kinds: outdatedByAnswer });
  const mail =
    placement === "waiting"
      ? waitingMail(making, invitee)
      : answerMail(making, invitee, channel === "adviser");
  await mailer.queue(tx, mail, now);
}
