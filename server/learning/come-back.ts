/** Items that come back to whoever answers them: after a trial, on a date, by votes, by an adviser. */
import { and, eq, gt, isNotNull, isNull, lte, notExists } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { leadersFor, level2For } from "../networks/queries.ts";
import { alias } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { addReferral, ordinaryDueGathering, type Referral, referralsOf } from "./referral.ts";
import { decisions, learningItems, referrals, voteRounds } from "./tables.ts";

interface Back {
  itemId: string;
  networkId: string;
  before: Referral;
  kind: "reopened" | "trial_over" | "look_again";
  /** Who decided, or level 2. */
  toId: string;
  /** Null for what nobody sent: votes counted, a date that came. */
  fromId: string | null;
}

/** Who answers for someone: themselves while they lead here, else a leader of the offices, else level 2. */
async function whoAnswers(tx: Tx, networkId: string, personId: string): Promise<string> {
  const leaders = await leadersFor(tx, networkId);
  const level2 = await level2For(tx, networkId);
  const isStillThere = [...leaders, ...level2].some((one) => one.personId === personId);
  return isStillThere ? personId : (leaders[0]?.personId ?? level2[0]?.personId ?? personId);
}

/** Puts an item back before a leader, in a new iteration. */
export async function comeBack(tx: Tx, mailer: Mailer, back: Back, now: Temporal.Instant): Promise<void> {
  const dueGatheringId = await ordinaryDueGathering(tx, back.networkId, now);
  const toId = await whoAnswers(tx, back.networkId, back.toId);
  await addReferral(tx, mailer, { ...back, toId, reason: null, dueGatheringId, isNewIteration: true }, now);
}

/** Puts it back as reopened, the second time before level 2 (learning-loop.md section 5). */
export async function reopen(
  tx: Tx,
  mailer: Mailer,
  one: {
    itemId: string;
    networkId: string;
    all: readonly Referral[];
    decidedById: string;
    byId: string | null;
  },
  now: Temporal.Instant,
): Promise<void> {
  const wasReopened = one.all.some((referral) => referral.kind === "reopened");
  const level2 = wasReopened ? await level2For(tx, one.networkId) : [];
  const { itemId, networkId, byId: fromId } = one;
  const toId = level2[0]?.personId ?? one.decidedById;
  const before = one.all[0] as Referral;
  await comeBack(tx, mailer, { itemId, networkId, before, kind: "reopened", toId, fromId }, now);
}

const later = alias(referrals, "later_referral");
/** Referrals of the same item after the one that is looked at: with none, its decision is the one that holds. */
const laterThan = (tx: Tx) =>
  tx
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.itemId, referrals.itemId), gt(later.number, referrals.number)));

async function comeBackOnDate(
  tx: Tx,
  mailer: Mailer,
  kind: "trial_over" | "look_again",
  now: Temporal.Instant,
): Promise<number> {
  const today = localDate(now).toString();
  const isDue =
    kind === "trial_over"
      ? and(isNotNull(decisions.stopDate), lte(decisions.stopDate, today))
      : and(eq(decisions.verdict, "keep"), lte(decisions.onDate, today));
  const due = await tx
    .selectDistinct({
      itemId: decisions.itemId,
      referralId: decisions.referralId,
      decidedById: decisions.decidedById,
      networkId: learningItems.networkId,
    })
    .from(decisions)
    .innerJoin(learningItems, eq(learningItems.id, decisions.itemId))
    .innerJoin(referrals, eq(referrals.id, decisions.referralId))
    .leftJoin(voteRounds, and(eq(voteRounds.decisionId, decisions.id), isNull(voteRounds.closedAt)))
    .where(and(isDue, notExists(laterThan(tx)), kind === "look_again" ? isNull(voteRounds.id) : undefined));
  let returned = 0;
  for (const { itemId, referralId, decidedById: toId, networkId } of due) {
    const { all } = await referralsOf(tx, itemId);
    if (all[0]?.id !== referralId) continue;
    await comeBack(tx, mailer, { itemId, networkId, before: all[0], toId, kind, fromId: null }, now);
    returned++;
  }
  return returned;
}

/**
 * Puts each trial whose stop date has come back to whoever decided it: "hva lærte vi?". It never expires
 * in silence. Returns how many.
 */
export const returnEndedTrials = (tx: Tx, mailer: Mailer, now: Temporal.Instant) =>
  comeBackOnDate(tx, mailer, "trial_over", now);

/**
 * Puts each "ikke endre" back before the leader on the date they said they would look again, whatever the
 * mentors have voted by then: it was promised. While mentors are being asked about it, it waits for them.
 * Returns how many.
 */
export const lookAgain = (tx: Tx, mailer: Mailer, now: Temporal.Instant) =>
  comeBackOnDate(tx, mailer, "look_again", now);
