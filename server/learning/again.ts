/** What an adviser may do when mentors have had their say: ask again, or open again. */
import { and, eq, ne } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { Reader, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { reopen } from "./come-back.ts";
import { gatheringLine, hasStarted } from "./gathering-clock.ts";
import { handlesItem } from "./item.ts";
import { ruleOf } from "./lane.ts";
import { type Loop, loadLoops } from "./loops.ts";
import { referralsOf } from "./referral.ts";
import { isOver, standingDecision, stateOf } from "./state.ts";
import { learningItems } from "./tables.ts";
import { openRound } from "./votes.ts";

/** So many later items on the same theme and rule let an adviser open a confirmed one again. */
export const laterItemsToReopen = 2;

async function handled(tx: Tx, itemId: string, byId: string): Promise<Loop | null> {
  const [loop] = await loadLoops(tx, eq(learningItems.id, itemId));
  return loop && (await handlesItem(tx, loop, byId)) ? loop : null;
}

/**
 * Asks the mentors again when too few answered for it to count (learning-loop.md section 5). The round
 * stands at the last gathering that has begun, and closes as every round does.
 * @returns refused as `not-yours` for anyone who does not handle the item, and as `not-unconfirmed` in any
 * other state, and from the day the answer goes back to its leader
 */
export async function askAgain(
  tx: Tx,
  mailer: Mailer,
  { itemId, byId }: { itemId: string; byId: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "not-yours" | "not-unconfirmed" }> {
  const loop = await handled(tx, itemId, byId);
  if (!loop) return { ok: false, reason: "not-yours" };
  const decision = standingDecision(loop) as Loop["decisions"][number] | null;
  const today = localDate(now).toString();
  const isUnconfirmed = stateOf(loop, today) === "unconfirmed";
  if (!decision || !isUnconfirmed || isOver(decision, today)) return { ok: false, reason: "not-unconfirmed" };
  const begun = (await gatheringLine(tx, [loop.networkId])).filter((tick) => hasStarted(tick, now));
  const rounds = loop.rounds.filter((round) => round.decisionId === decision.id);
  const gatheringId = begun.at(-1)?.id ?? (rounds.at(-1)?.openedAtGatheringId as string);
  const { id, networkId } = loop;
  const { id: decisionId, verdict } = decision;
  const number = Math.max(...rounds.map((round) => round.number)) + 1;
  await openRound(tx, mailer, { id, networkId, decisionId, verdict, gatheringId, number }, now);
  return { ok: true };
}

/** Later items of the network on the same theme and the same rule; of a confirmed item, else none. */
export async function laterLikeIt(read: Reader, loop: Loop, today: string): Promise<Loop[]> {
  const rule = ruleOf(loop);
  if (!rule || stateOf(loop, today) !== "confirmed") return [];
  const alike = await loadLoops(
    read,
    and(
      eq(learningItems.networkId, loop.networkId),
      eq(learningItems.themeSlug, loop.themeSlug),
      ne(learningItems.id, loop.id),
    ),
  );
  const isLater = (one: Loop) => one.createdAt.epochMilliseconds > loop.createdAt.epochMilliseconds;
  return alike.filter((one) => isLater(one) && ruleOf(one) === rule);
}

/**
 * Opens a confirmed item again when two later items press on the same theme and rule.
 * @returns refused as `not-yours` for anyone who does not handle the item, and as `too-few` when it is not
 * confirmed or there are not two such items
 */
export async function reopenConfirmed(
  tx: Tx,
  mailer: Mailer,
  { itemId, byId }: { itemId: string; byId: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "not-yours" | "too-few" }> {
  const loop = await handled(tx, itemId, byId);
  if (!loop) return { ok: false, reason: "not-yours" };
  const later = await laterLikeIt(tx, loop, localDate(now).toString());
  if (later.length < laterItemsToReopen) return { ok: false, reason: "too-few" };
  const { all } = await referralsOf(tx, itemId);
  const decidedById = (standingDecision(loop) as Loop["decisions"][number]).decidedById;
  await reopen(tx, mailer, { itemId, networkId: loop.networkId, all, decidedById, byId }, now);
  return { ok: true };
}
