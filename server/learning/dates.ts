/** Items that come back on a date: a trial that stops, and what one promised to look at again. */
import { and, eq, gt, isNotNull, isNull, lte, notExists } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { alias } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { comeBack } from "./come-back.ts";
import { referralsOf } from "./referral.ts";
import { closeDueRounds } from "./rounds.ts";
import { decisions, learningItems, referrals, voteRounds } from "./tables.ts";

const later = alias(referrals, "later_referral");
/** Referrals of the same item after the one that is looked at: with none, its decision is the one that holds. */
const laterThan = (tx: Tx) =>
  tx
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.itemId, referrals.itemId), gt(later.number, referrals.number)));

/**
 * What is due is put back. Votes due the same day are counted first: whether mentors have opened an item
 * again must not hang on which job of the clock comes first.
 */
async function comeBackOnDate(
  tx: Tx,
  mailer: Mailer,
  kind: "trial_over" | "look_again",
  now: Temporal.Instant,
): Promise<number> {
  await closeDueRounds(tx, mailer, now);
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
