/** A leader gone and another in their place: what waits goes along, so that nothing falls between two chairs. */
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { centreLeadersFor, leadersFor, level2For } from "../networks/queries.ts";
import type { Reader, Tx } from "../store/store.ts";
import { queueCount, waitingItemIds } from "./item-queries.ts";
import { itemById } from "./recipients.ts";
import { addReferral, referralsOf } from "./referral.ts";

/** How many items wait before a leader. */
export const waitingCount = (read: Reader, personId: string): Promise<number> => queueCount(read, personId);

async function stillAnswers(tx: Tx, networkId: string, personId: string): Promise<boolean> {
  const leaders = [
    ...(await leadersFor(tx, networkId)),
    ...(await level2For(tx, networkId)),
    ...(await centreLeadersFor(tx, networkId)),
  ];
  return leaders.some((leader) => leader.personId === personId);
}

/**
 * Puts what waits before one leader before another, as it was put before the first: the same kind, the
 * same due gathering, the same iteration. Items of networks the first still answers stay.
 * @returns how many went
 */
export async function passOnToSuccessor(
  tx: Tx,
  mailer: Mailer,
  change: { fromId: string; toId: string },
  now: Temporal.Instant,
): Promise<number> {
  let passed = 0;
  for (const itemId of await waitingItemIds(tx, change.fromId)) {
    const item = await itemById(tx, itemId);
    const { all } = await referralsOf(tx, itemId);
    const last = all[0];
    if (!item || !last || (await stillAnswers(tx, item.networkId, change.fromId))) continue;
    const { kind, fromId, dueGatheringId } = last;
    const same = { kind, fromId, dueGatheringId, toId: change.toId, reason: null };
    await addReferral(tx, mailer, { itemId, networkId: item.networkId, before: last, ...same }, now);
    passed++;
  }
  return passed;
}
