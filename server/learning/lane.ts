/**
 * Where an item stands, for lists: derived from its rows by `stateOf`'s own parts and stored beside it
 * whenever they change, so that a board of thousands need not derive them all. Nobody sets it, and no
 * decision is taken on it; what does not depend on the day only.
 */
import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Store, Tx } from "../store/store.ts";
import { type Loop, loadLoops } from "./loops.ts";
import { type LoopRows, lastReferral, outcomeOf, standingDecision } from "./state.ts";
import { feedback, feedbackReviews, itemFeedback, learningItems, referrals } from "./tables.ts";

export const lanes = ["gathered", "waiting", "answered", "reported", "unconfirmed", "confirmed"] as const;
export type Lane = (typeof lanes)[number];

/** The lane of an item. */
export function laneOf(rows: LoopRows): Lane {
  if (!lastReferral(rows.referrals)) return "gathered";
  const decision = standingDecision(rows);
  if (!decision) return "waiting";
  const outcome = outcomeOf(rows.rounds.filter((round) => round.decisionId === decision.id));
  if (outcome === "confirmed" || outcome === "unconfirmed") return outcome;
  return rows.reportBacks.some((report) => report.decisionId === decision.id) ? "reported" : "answered";
}

/** The rule an item presses on: the last decision's, else the one the adviser suggested. */
export function ruleOf(loop: Pick<Loop, "decisions" | "suggestedRuleId">): string | null {
  return loop.decisions.at(-1)?.ruleId ?? loop.suggestedRuleId;
}

/** Stores where an item stands, after its rows have changed. */
export async function refreshLane(tx: Tx, itemId: string): Promise<void> {
  const [loop] = await loadLoops(tx, eq(learningItems.id, itemId));
  if (!loop) return;
  await tx
    .update(learningItems)
    .set({ lane: laneOf(loop), ruleId: ruleOf(loop) })
    .where(eq(learningItems.id, itemId));
}

const atOnce = 100;

/**
 * Ends the referrals of an item from before their end was stored: each when it was decided, else when
 * the next one came. Without it a leader's queue would hold what is answered, and level 2 hear of silence.
 */
async function endOldReferrals(tx: Tx, itemId: string): Promise<void> {
  const [loop] = await loadLoops(tx, eq(learningItems.id, itemId));
  if (!loop) return;
  for (const [i, { id }] of loop.referrals.entries()) {
    const decided = loop.decisions.find((one) => one.referralId === id);
    const endedAt = decided?.at ?? loop.referrals[i + 1]?.at;
    if (!endedAt) continue;
    await tx
      .update(referrals)
      .set({ endedAt })
      .where(and(eq(referrals.id, id), isNull(referrals.endedAt)));
  }
}

/** Feedback reviewed before `isWaiting` was stored: put aside, or gathered in an item. */
async function setAsideReviewed(tx: Tx): Promise<void> {
  const gathered = tx.select({ id: itemFeedback.feedbackId }).from(itemFeedback);
  const putAside = tx
    .select({ id: feedbackReviews.feedbackId })
    .from(feedbackReviews)
    .where(ne(feedbackReviews.outcome, "kept"));
  await tx
    .update(feedback)
    .set({ isWaiting: false })
    .where(
      and(eq(feedback.isWaiting, true), or(inArray(feedback.id, gathered), inArray(feedback.id, putAside))),
    );
}

/**
 * Derives what an earlier release did not store beside an item. At start, before the clock's other jobs may
 * go by it; and by the clock, for what an old process wrote while a new one started. Returns how many items.
 */
export async function deriveMissingLanes(store: Store): Promise<number> {
  let derived = 0;
  for (;;) {
    const rows = await store.read
      .select({ id: learningItems.id })
      .from(learningItems)
      .where(isNull(learningItems.lane))
      .limit(atOnce);
    for (const { id } of rows) {
      const derive = async (tx: Tx) => {
        await endOldReferrals(tx, id);
        await refreshLane(tx, id);
      };
      await store.write(derive, { inTurnFor: id });
    }
    derived += rows.length;
    if (rows.length < atOnce) break;
  }
  if (derived > 0) await store.write(setAsideReviewed);
  return derived;
}
