/** An item put before a leader: sent, passed on once, assigned or returned by level 2. */
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { leadersFor } from "../networks/queries.ts";
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

/** Why nothing of an item can be moved by someone. */
export type MoveRefusal = "not-yours" | "moved-on" | "decided";

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
