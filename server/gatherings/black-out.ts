/** Days on which a network does not meet, written by its advisers. */
import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../store/store.ts";
import { blackOuts } from "./tables.ts";

/** A network's black-outs, soonest first. */
export async function blackOutsOf(read: Reader, networkId: string) {
  return read
    .select()
    .from(blackOuts)
    .where(eq(blackOuts.networkId, networkId))
    .orderBy(asc(blackOuts.from), asc(blackOuts.id))
    .limit(200);
}

/**
 * Adds one; the same days with the same words twice are one.
 * @param given.from local dates, both included
 * @returns refused with `order` when it ends before it begins
 */
export async function addBlackOut(
  tx: Tx,
  given: { networkId: string; from: string; to: string; words: string },
): Promise<{ ok: true } | { ok: false; reason: "order" }> {
  if (given.to < given.from) return { ok: false, reason: "order" };
  await tx.insert(blackOuts).values(given).onConflictDoNothing();
  return { ok: true };
}

/** Removes one; one that is gone already is no fault. */
export async function removeBlackOut(tx: Tx, networkId: string, id: string): Promise<void> {
  await tx.delete(blackOuts).where(and(eq(blackOuts.networkId, networkId), eq(blackOuts.id, id)));
}
