/** An item put before a leader: sent, passed on once, assigned or returned by level 2. */
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { leadersFor, level2For } from "../networks/queries.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { after, gatheringLine } from "./gathering-clock.ts";
import { handlesItem } from "./item.ts";
import { refreshLane } from "./lane.ts";
import { log } from "./log.ts";
import { waitingMail } from "./mails.ts";
import { itemById, recipientById } from "./recipients.ts";
import type { ReferralKind } from "./state.ts";
import { decisions, referrals } from "./tables.ts";

export interface Referral {
  id: string;
  itemId: string;
  iteration: number;
  number: number;
  kind: ReferralKind;
  fromId: string | null;
  toId: string;
  dueGatheringId: string | null;
}

/** The referrals of an item, the last first, and whether that one is decided. */
export async function referralsOf(tx: Tx, itemId: string): Promise<{ all: Referral[]; isDecided: boolean }> {
  const all = await tx
    .select({
      id: referrals.id,
      itemId: referrals.itemId,
      iteration: referrals.iteration,
      number: referrals.number,
      kind: referrals.kind,
      fromId: referrals.fromId,
      toId: referrals.toId,
      dueGatheringId: referrals.dueGatheringId,
    })
    .from(referrals)
    .where(eq(referrals.itemId, itemId))
    .orderBy(desc(referrals.number));
  if (!all[0]) return { all, isDecided: false };
  const decided = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(eq(decisions.referralId, all[0].id));
  return { all, isDecided: decided.length > 0 };
}

export interface NewReferral {
  itemId: string;
  networkId: string;
  before: Referral | null;
  kind: ReferralKind;
  fromId: string | null;
  toId: string;
  reason: string | null;
  dueGatheringId: string | null;
  isNewIteration?: boolean;
}

/** What waits of an item waits no more: it was decided, or moved on. */
export async function endReferrals(tx: Tx, itemId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .update(referrals)
    .set({ endedAt: now })
    .where(and(eq(referrals.itemId, itemId), isNull(referrals.endedAt)));
}

/** Adds a referral, logs it and writes to whom it is put before. */
export async function addReferral(
  tx: Tx,
  mailer: Mailer,
  facts: NewReferral,
  now: Temporal.Instant,
): Promise<string> {
  const { before, itemId, networkId: _, isNewIteration = false, ...rest } = facts;
  const id = newId();
  await endReferrals(tx, itemId, now);
  await tx.insert(referrals).values({
    id,
    itemId,
    iteration: (before?.iteration ?? 1) + (before && isNewIteration ? 1 : 0),
    number: (before?.number ?? 0) + 1,
    ...rest,
    at: now,
  });
  await log(tx, { event: facts.kind, itemId, byId: facts.fromId }, now);
  await refreshLane(tx, itemId);
  const [to, item] = [await recipientById(tx, facts.toId), await itemById(tx, itemId)];
  const line = await gatheringLine(tx, [facts.networkId]);
  const due = line.find((tick) => tick.id === facts.dueGatheringId) ?? null;
  if (to && item) {
    const waiting = { referralId: id, itemId, question: item.question, dueDate: due?.localDate ?? null };
    await mailer.queue(tx, waitingMail(mailer, to, waiting), now);
  }
  return id;
}

/** The gathering an answer is due by when no person chose it: the second one ahead, else the next. */
export async function ordinaryDueGathering(
  tx: Tx,
  networkId: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const ahead = after(await gatheringLine(tx, [networkId]), now);
  return (ahead[1] ?? ahead[0])?.id ?? null;
}

type SendRefusal = "not-yours" | "already-sent" | "unknown-leader" | "unknown-gathering";

/**
 * Sends an item to a leader: one form (learning-loop.md section 5).
 * @returns refused as `not-yours` for anyone who does not handle the item, `already-sent` when it is with
 * a leader or was decided, `unknown-leader` for someone who does not lead one of the network's offices,
 * and `unknown-gathering` for one that is not ahead of the network
 */
export async function sendToLeader(
  tx: Tx,
  mailer: Mailer,
  facts: { itemId: string; byId: string; toId: string; dueGatheringId: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: SendRefusal }> {
  const item = await itemById(tx, facts.itemId);
  if (!item || !(await handlesItem(tx, item, facts.byId))) return { ok: false, reason: "not-yours" };
  const { all } = await referralsOf(tx, facts.itemId);
  if (all.length > 0) return { ok: false, reason: "already-sent" };
  const leaders = await leadersFor(tx, item.networkId);
  if (!leaders.some((leader) => leader.personId === facts.toId)) {
    return { ok: false, reason: "unknown-leader" };
  }
  const ahead = after(await gatheringLine(tx, [item.networkId]), now);
  if (!ahead.some((tick) => tick.id === facts.dueGatheringId)) {
    return { ok: false, reason: "unknown-gathering" };
  }
  const { byId, ...sent } = facts;
  const added = {
    ...sent,
    networkId: item.networkId,
    before: null,
    kind: "sent",
    fromId: byId,
    reason: null,
  };
  await addReferral(tx, mailer, added as NewReferral, now);
  return { ok: true };
}

export interface Move {
  itemId: string;
  referralId: string;
  byId: string;
  reason: string;
}

type MoveRefusal = "not-yours" | "moved-on" | "decided";

/** What waits before this person, or why nothing of it can be moved or decided by them. */
export async function waitingBefore(
  tx: Tx,
  facts: { itemId: string; referralId: string; byId: string },
): Promise<{ ok: true; all: Referral[]; last: Referral } | { ok: false; reason: MoveRefusal }> {
  const { all, isDecided } = await referralsOf(tx, facts.itemId);
  const mine = all.find((referral) => referral.id === facts.referralId);
  if (!mine || mine.toId !== facts.byId) return { ok: false, reason: "not-yours" };
  if (mine.number !== all[0]?.number) return { ok: false, reason: "moved-on" };
  return isDecided ? { ok: false, reason: "decided" } : { ok: true, all, last: mine };
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
