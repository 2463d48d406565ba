/**
 * Where an item stands, for lists: derived from its rows by `stateOf`'s own parts and stored beside it
 * whenever they change, so that a board of thousands need not derive them all. Nobody sets it, and no
 * decision is taken on it; what does not depend on the day only.
 */
import { eq, isNull } from "drizzle-orm";
import type { Store, Tx } from "../store/store.ts";
import { type Loop, loadLoops } from "./loops.ts";
import { type LoopRows, lastReferral, outcomeOf, standingDecision } from "./state.ts";
import { learningItems } from "./tables.ts";

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

/** Derives it for items from before it was stored. For the clock. Returns how many. */
export async function deriveMissingLanes(store: Store): Promise<number> {
  let derived = 0;
  for (;;) {
    const rows = await store.read
      .select({ id: learningItems.id })
      .from(learningItems)
      .where(isNull(learningItems.lane))
      .limit(atOnce);
    for (const { id } of rows) await store.write((tx) => refreshLane(tx, id), { inTurnFor: id });
    derived += rows.length;
    if (rows.length < atOnce) return derived;
  }
}
