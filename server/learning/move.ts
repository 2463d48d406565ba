/** What waits before a leader is moved: passed on once, assigned by level 2, or returned from there. */
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { leadersFor, level2For } from "../networks/queries.ts";
import type { Tx } from "../store/store.ts";
import { itemById } from "./recipients.ts";
import {
  addReferral,
  type MoveRefusal,
  ordinaryDueGathering,
  type Referral,
  waitingBefore,
} from "./referral.ts";

export interface Move {
  itemId: string;
  referralId: string;
  byId: string;
  reason: string;
}

/** Referrals since the item last came back, or from the beginning. */
const thisIteration = (all: readonly Referral[], last: Referral) =>
  all.filter((referral) => referral.iteration === last.iteration);

type PassRefusal = MoveRefusal | "unknown-leader" | "no-level-2" | "assigned";

/**
 * Passes an item on to the leader whose it is. A leader may do it once; the second time it goes to
 * level 2, who assigns it, and then it stays (learning-loop.md section 5).
 * @param move `toId` is ignored when it goes to level 2
 * @returns refused when it does not wait before this person, when it was `assigned` by level 2, when
 * `toId` leads none of the network's offices, and when there is no level 2
 */
export async function passOn(
  tx: Tx,
  mailer: Mailer,
  move: Move & { toId: string },
  now: Temporal.Instant,
): Promise<{ ok: true; toId: string } | { ok: false; reason: PassRefusal }> {
  const waiting = await waitingBefore(tx, move);
  if (!waiting.ok) return waiting;
  const item = await itemById(tx, move.itemId);
  if (!item) return { ok: false, reason: "not-yours" };
  const { last, all } = waiting;
  const inIteration = thisIteration(all, last);
  if (last.kind === "assigned") return { ok: false, reason: "assigned" };
  const level2 = await level2For(tx, item.networkId);
  const isLevel2 = level2.some((leader) => leader.personId === move.byId);
  const goesUp = !isLevel2 && inIteration.some((referral) => referral.kind === "passed");
  const kind = isLevel2 ? "assigned" : goesUp ? "escalated" : "passed";
  const toId = goesUp ? level2[0]?.personId : move.toId;
  if (!toId) return { ok: false, reason: "no-level-2" };
  if (!goesUp) {
    const leaders = await leadersFor(tx, item.networkId);
    const isKnown = toId !== move.byId && leaders.some((leader) => leader.personId === toId);
    if (!isKnown) return { ok: false, reason: "unknown-leader" };
  }
  const { itemId, byId, reason } = move;
  const next = { itemId, networkId: item.networkId, before: last, kind, fromId: byId, toId, reason } as const;
  await addReferral(tx, mailer, { ...next, dueGatheringId: last.dueGatheringId }, now);
  return { ok: true, toId };
}

/**
 * Level 2 returns a lifted item, with a reason, to the leader who lifted it.
 * @returns refused when it does not wait before this person, and as `not-lifted` unless it was lifted
 */
export async function returnLifted(
  tx: Tx,
  mailer: Mailer,
  move: Move,
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: MoveRefusal | "not-lifted" }> {
  const waiting = await waitingBefore(tx, move);
  if (!waiting.ok) return waiting;
  const item = await itemById(tx, move.itemId);
  const { last } = waiting;
  if (!item || last.kind !== "lifted" || !last.fromId) return { ok: false, reason: "not-lifted" };
  const { itemId, byId, reason } = move;
  const dueGatheringId = await ordinaryDueGathering(tx, item.networkId, now);
  const back = { kind: "returned", fromId: byId, toId: last.fromId, reason, dueGatheringId } as const;
  await addReferral(tx, mailer, { itemId, networkId: item.networkId, before: last, ...back }, now);
  return { ok: true };
}
