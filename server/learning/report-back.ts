/** The answer comes back to the network, at a gathering, and the mentors are asked. */
import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { attendance, gatherings } from "../gatherings/tables.ts";
import type { Mailer } from "../mail/outbox.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { after, gatheringLine, type Tick, takesVotes } from "./gathering-clock.ts";
import { handlesItem } from "./item.ts";
import { refreshLane } from "./lane.ts";
import { log } from "./log.ts";
import { itemById } from "./recipients.ts";
import { referralsOf } from "./referral.ts";
import { isOver } from "./state.ts";
import { decisions, reportBacks } from "./tables.ts";
import { openRound } from "./votes.ts";

type Refusal =
  | "not-yours"
  | "unknown-gathering"
  | "not-started"
  | "before-decision"
  | "no-attendance"
  | "already";

async function whyNot(
  tx: Tx,
  facts: { networkId: string; gatheringId: string; decidedAt: Temporal.Instant },
  now: Temporal.Instant,
): Promise<{ refusal: Refusal } | { tick: Tick }> {
  const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, facts.gatheringId));
  if (!gathering || gathering.networkId !== facts.networkId || gathering.cancelledAt) {
    return { refusal: "unknown-gathering" };
  }
  // counsellors alone: the mentors would not hear it
  if (gathering.audience !== "everyone") {
    return { refusal: "unknown-gathering" };
  }
  if (after([gathering], now).length > 0) return { refusal: "not-started" };
  if (after([gathering], facts.decidedAt).length === 0) return { refusal: "before-decision" };
  const [present] = await tx
    .select({ personId: attendance.personId })
    .from(attendance)
    .where(eq(attendance.gatheringId, gathering.id))
    .limit(1);
  return present ? { tick: gathering } : { refusal: "no-attendance" };
}

/**
 * Records that a decision was presented at a gathering, and opens the round of votes when it is time:
 * at once for "ikke endre", and for the others when the start date has come (learning-loop.md section 5);
 * not when it goes back to its leader that day, nor at a gathering so long ago that its round would be over.
 * @returns refused for anyone who does not handle the item, for a gathering of another network, one that
 * has not begun, began before the decision or has no attendance recorded, and for the second time
 */
export async function reportBack(
  tx: Tx,
  mailer: Mailer,
  facts: { decisionId: string; gatheringId: string; byId: string },
  now: Temporal.Instant,
): Promise<{ ok: true; isRoundOpen: boolean } | { ok: false; reason: Refusal }> {
  const [decision] = await tx.select().from(decisions).where(eq(decisions.id, facts.decisionId));
  const item = decision ? await itemById(tx, decision.itemId) : null;
  if (!decision || !item || !(await handlesItem(tx, item, facts.byId)))
    return { ok: false, reason: "not-yours" };
  const place = { networkId: item.networkId, gatheringId: facts.gatheringId, decidedAt: decision.at };
  const found = await whyNot(tx, place, now);
  if ("refusal" in found) return { ok: false, reason: found.refusal };
  const { decisionId, gatheringId, byId } = facts;
  const rows = await tx
    .insert(reportBacks)
    .values({ id: newId(), itemId: item.id, decisionId, gatheringId, reportedById: byId, at: now })
    .onConflictDoNothing()
    .returning({ id: reportBacks.id });
  if (rows.length === 0) return { ok: false, reason: "already" };
  await log(tx, { event: "reported", itemId: item.id, byId }, now);
  await refreshLane(tx, item.id);
  const { all } = await referralsOf(tx, item.id);
  const isTime =
    decision.verdict === "keep" || (decision.verdict !== "lift" && decision.onDate <= found.tick.localDate);
  // Mentors are not asked about an answer that is with a leader again, or will be when the clock has run.
  const today = localDate(now).toString();
  const isBack = all[0]?.id !== decision.referralId || isOver(decision, today);
  // What is written down months later is asked about at the next gathering; see `rounds.ts`.
  const takes = takesVotes(await gatheringLine(tx, [item.networkId]), gatheringId, today);
  const isRoundOpen = isTime && !isBack && takes;
  if (isRoundOpen) {
    const { verdict } = decision;
    await openRound(tx, mailer, { ...item, decisionId, verdict, gatheringId, number: 1 }, now);
  }
  return { ok: true, isRoundOpen };
}
