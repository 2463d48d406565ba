/**
 * Silence: two due gatherings have passed without an answer. Level 2 is told, once, and may put the item
 * before another leader; the agenda says it by itself (learning-loop.md section 5).
 */
import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { leadersFor, level2For } from "../networks/queries.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { dueTickOf, gatheringLine, gatheringsSince, missedBeforeSilent } from "./gathering-clock.ts";
import { log } from "./log.ts";
import { silentMail } from "./mails.ts";
import { itemById, recipientsById } from "./recipients.ts";
import { addReferral, ordinaryDueGathering, referralsOf } from "./referral.ts";
import { learningItems, learningLog, referrals } from "./tables.ts";

const waiting = (read: Reader) =>
  read
    .select({
      referralId: referrals.id,
      itemId: referrals.itemId,
      toId: referrals.toId,
      dueGatheringId: referrals.dueGatheringId,
      at: referrals.at,
      networkId: learningItems.networkId,
      toldAt: learningLog.at,
    })
    .from(referrals)
    .innerJoin(learningItems, eq(learningItems.id, referrals.itemId))
    .leftJoin(
      learningLog,
      and(
        eq(learningLog.itemId, referrals.itemId),
        eq(learningLog.event, "silent"),
        gt(learningLog.at, referrals.at),
      ),
    );
type Waiting = Awaited<ReturnType<typeof waiting>>[number];

/** How many gatherings have passed since an answer was due, the due one counted. */
async function missedBy(read: Reader, one: Waiting, now: Temporal.Instant): Promise<number> {
  const line = await gatheringLine(read, [one.networkId]);
  const due = dueTickOf(line, one.networkId, one);
  return due ? gatheringsSince(line, one.networkId, due.localDate, now) : 0;
}

async function tell(tx: Tx, mailer: Mailer, referralId: string, now: Temporal.Instant): Promise<boolean> {
  const [one] = await waiting(tx).where(and(eq(referrals.id, referralId), isNull(referrals.endedAt)));
  if (!one || one.toldAt) return false;
  const missed = await missedBy(tx, one, now);
  if (missed < missedBeforeSilent) return false;
  await log(tx, { event: "silent", itemId: one.itemId, byId: null }, now);
  const level2 = (await level2For(tx, one.networkId)).map((leader) => leader.personId);
  const to = await recipientsById(
    tx,
    level2.filter((id) => id !== one.toId),
  );
  const item = await itemById(tx, one.itemId);
  if (!item) return false;
  await mailer.queueAll(
    tx,
    to.map((leader) => silentMail(mailer, leader, { ...item, referralId, missed })),
    now,
  );
  return true;
}

/** Tells level 2 of every item that has become silent, once each. Returns how many. For the clock. */
export async function tellSilence(store: Store, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  const open = await waiting(store.read).where(isNull(referrals.endedAt));
  let told = 0;
  for (const one of open) {
    if (one.toldAt || (await missedBy(store.read, one, now)) < missedBeforeSilent) continue;
    const isTold = await store.write((tx) => tell(tx, mailer, one.referralId, now), {
      inTurnFor: one.itemId,
    });
    if (isTold) told++;
  }
  return told;
}

/** The items of some networks that Nav has not answered, the longest waiting first. */
export async function silentItemIds(read: Reader, networkIds: readonly string[]): Promise<string[]> {
  if (networkIds.length === 0) return [];
  const rows = await read
    .selectDistinct({ id: referrals.itemId, at: referrals.at })
    .from(referrals)
    .innerJoin(learningItems, eq(learningItems.id, referrals.itemId))
    .innerJoin(
      learningLog,
      and(
        eq(learningLog.itemId, referrals.itemId),
        eq(learningLog.event, "silent"),
        gt(learningLog.at, referrals.at),
      ),
    )
    .where(and(isNull(referrals.endedAt), inArray(learningItems.networkId, [...networkIds])))
    .orderBy(asc(referrals.at), asc(referrals.itemId))
    .limit(50);
  return rows.map((row) => row.id);
}

type Refusal = "not-yours" | "not-silent" | "unknown-leader";

/**
 * Level 2 puts a silent item before another leader, and there it stays.
 * @returns refused as `not-yours` for anyone but level 2 of the network, as `not-silent` while the leader
 * still has time or has answered, and as `unknown-leader` for one who leads none of its offices
 */
export async function assignSilent(
  tx: Tx,
  mailer: Mailer,
  facts: { itemId: string; byId: string; toId: string; reason: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  const item = await itemById(tx, facts.itemId);
  const level2 = item ? await level2For(tx, item.networkId) : [];
  if (!item || !level2.some((one) => one.personId === facts.byId)) return { ok: false, reason: "not-yours" };
  const { all, isDecided } = await referralsOf(tx, facts.itemId);
  const silent = await silentItemIds(tx, [item.networkId]);
  const [last] = all;
  if (!last || isDecided || !silent.includes(item.id)) return { ok: false, reason: "not-silent" };
  const leaders = await leadersFor(tx, item.networkId);
  const isKnown = facts.toId !== last.toId && leaders.some((one) => one.personId === facts.toId);
  if (!isKnown) return { ok: false, reason: "unknown-leader" };
  const { byId: fromId, ...rest } = facts;
  const dueGatheringId = await ordinaryDueGathering(tx, item.networkId, now);
  const next = { ...rest, networkId: item.networkId, before: last, fromId, dueGatheringId };
  await addReferral(tx, mailer, { ...next, kind: "assigned" }, now);
  return { ok: true };
}
