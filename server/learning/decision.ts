/** The leader's one form of four fields. One decision per referral, never changed afterwards. */
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { level2For } from "../networks/queries.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { refreshLane } from "./lane.ts";
import { log } from "./log.ts";
import { itemById } from "./recipients.ts";
import { addReferral, endReferrals, ordinaryDueGathering, type Referral, waitingBefore } from "./referral.ts";
import { addRule, type NewRule } from "./rule.ts";
import type { Verdict } from "./state.ts";
import { decisions, rules } from "./tables.ts";

export interface NewDecision {
  itemId: string;
  referralId: string;
  byId: string;
  verdict: Verdict;
  reason: string;
  /** From the register, or a new one for it. */
  rule: string | NewRule;
  /** Kept is single loop, doubted is double loop. */
  ruleView: "kept" | "doubted";
  /** Local date: when it starts, or when one looks again. */
  onDate: string;
  /** Of a trial; six months after its start when left out, so that no trial expires in silence. */
  stopDate: string | null;
  responsible: string | null;
  notice: string | null;
  hoursFreedPerMonth: number | null;
  wouldChangeOurMind: string | null;
  secondReader: string | null;
}

type Refusal =
  | "not-yours"
  | "moved-on"
  | "decided"
  | "date-passed"
  | "looks-again-today"
  | "stop-before-start"
  | "unknown-rule"
  | "nowhere-to-lift";

const trialMonths = 6;

function stopDateOf({ verdict, onDate, stopDate }: NewDecision): string | null {
  if (verdict !== "try") return null;
  return stopDate ?? Temporal.PlainDate.from(onDate).add({ months: trialMonths }).toString();
}

/** The id of the rule, put into the register when it is new; null when there is no such rule. */
async function ruleIdOf(tx: Tx, rule: string | NewRule, now: Temporal.Instant): Promise<string | null> {
  if (typeof rule !== "string") return addRule(tx, rule, now);
  const [known] = await tx.select({ id: rules.id }).from(rules).where(eq(rules.id, rule));
  return known?.id ?? null;
}

/** Whom a lift by this person goes to; null at level 2 itself, and when it was returned from there. */
async function above(
  tx: Tx,
  networkId: string,
  byId: string,
  all: readonly Referral[],
): Promise<string | null> {
  const level2 = await level2For(tx, networkId);
  const last = all[0] as Referral;
  const wasLifted = all.some((r) => r.kind === "lifted" && r.iteration === last.iteration);
  if (wasLifted || level2.some((leader) => leader.personId === byId)) return null;
  return level2[0]?.personId ?? null;
}

/**
 * Decides what waits before a leader (learning-loop.md section 5). A lift puts the item before level 2.
 * @returns refused when it does not wait before this person (`not-yours`), was passed on (`moved-on`) or
 * is `decided` already, for a date behind us, an "ikke endre" that is looked at again the same day, a stop before the start, a rule that does not exist, and
 * `nowhere-to-lift`: level 2 cannot lift, and what they returned cannot be lifted again
 */
export async function decide(
  tx: Tx,
  mailer: Mailer,
  facts: NewDecision,
  now: Temporal.Instant,
): Promise<{ ok: true; decisionId: string } | { ok: false; reason: Refusal }> {
  const waiting = await waitingBefore(tx, facts);
  if (!waiting.ok) return waiting;
  const item = await itemById(tx, facts.itemId);
  if (!item) return { ok: false, reason: "not-yours" };
  const today = localDate(now).toString();
  if (facts.onDate < today) return { ok: false, reason: "date-passed" };
  if (facts.verdict === "keep" && facts.onDate === today) return { ok: false, reason: "looks-again-today" };
  const stopDate = stopDateOf(facts);
  if (stopDate && stopDate <= facts.onDate) return { ok: false, reason: "stop-before-start" };
  const liftTo = facts.verdict === "lift" ? await above(tx, item.networkId, facts.byId, waiting.all) : null;
  if (facts.verdict === "lift" && !liftTo) return { ok: false, reason: "nowhere-to-lift" };
  const ruleId = await ruleIdOf(tx, facts.rule, now);
  if (!ruleId) return { ok: false, reason: "unknown-rule" };

  const decisionId = newId();
  const { rule: _, byId, ...rest } = facts;
  const rows = await tx
    .insert(decisions)
    .values({ id: decisionId, ...rest, ruleId, stopDate, decidedById: byId, at: now })
    .onConflictDoNothing()
    .returning({ id: decisions.id });
  if (rows.length === 0) return { ok: false, reason: "decided" };
  await endReferrals(tx, item.id, now);
  await log(tx, { event: "decided", itemId: item.id, byId }, now);
  await refreshLane(tx, item.id);
  if (liftTo)
    await lift(tx, mailer, { ...facts, networkId: item.networkId, before: waiting.last, toId: liftTo }, now);
  return { ok: true, decisionId };
}

type Lift = NewDecision & { networkId: string; before: Referral; toId: string };

async function lift(tx: Tx, mailer: Mailer, facts: Lift, now: Temporal.Instant): Promise<void> {
  const { itemId, networkId, before, byId, toId, reason } = facts;
  const dueGatheringId = await ordinaryDueGathering(tx, networkId, now);
  const next = {
    itemId,
    networkId,
    before,
    kind: "lifted",
    fromId: byId,
    toId,
    reason,
    dueGatheringId,
  } as const;
  await addReferral(tx, mailer, next, now);
}
