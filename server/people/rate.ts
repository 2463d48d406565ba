/** How often something may be tried, counted in the store so that it holds across processes. */
import { lt, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { rateCounters } from "./tables.ts";

const windowMinutes = 15;

/**
 * Counts one try and tells whether it is within the limit.
 * @param key a keyed hash of who tries what; never an address as it is
 * @param limit tries allowed in a window of fifteen minutes
 */
export async function countTry(tx: Tx, key: string, limit: number, now: Temporal.Instant): Promise<boolean> {
  const length = windowMinutes * 60_000;
  const windowStart = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(now.epochMilliseconds / length) * length,
  );
  const [row] = await tx
    .insert(rateCounters)
    .values({ key, windowStart, tries: 1 })
    .onConflictDoUpdate({
      target: [rateCounters.key, rateCounters.windowStart],
      set: { tries: sql`${rateCounters.tries} + 1` },
    })
    .returning({ tries: rateCounters.tries });
  return (row?.tries ?? 1) <= limit;
}

/** Deletes counters of windows that are over. */
export async function purgeCounters(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx
    .delete(rateCounters)
    .where(lt(rateCounters.windowStart, now.subtract({ minutes: 2 * windowMinutes })));
}
