/** What the clock does with half-years of evaluations, and with the years in their place. */
import { and, asc, isNull, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Store } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { halfYearOf } from "../web/half-year.ts";
import { countedFrom, countPool, hasOpenEvaluation } from "./pool.ts";
import { pools } from "./tables.ts";
import { countYear, dueYears } from "./year-pool.ts";

/**
 * Counts the half-years that are over and have no open evaluation left, then the years that may be shown
 * in the place of two half-years too small.
 * @returns how many of both
 */
export async function countDuePools(store: Store, secret: string, now: Temporal.Instant): Promise<number> {
  const today = localDate(now).toString();
  const waiting = await store.read
    .select({ networkId: pools.networkId, halfYear: pools.halfYear })
    .from(pools)
    .where(and(isNull(pools.countedOn), lt(pools.halfYear, halfYearOf(today))))
    .orderBy(asc(pools.halfYear), asc(pools.networkId));
  let done = 0;
  for (const key of waiting) {
    if (today < countedFrom(key.halfYear) || (await hasOpenEvaluation(store.read, key))) continue;
    await store.write((tx) => countPool(tx, secret, key, today), { inTurnFor: key.networkId });
    done++;
  }
  for (const key of await dueYears(store.read, today)) {
    if (await store.write((tx) => countYear(tx, secret, key, today), { inTurnFor: key.networkId })) done++;
  }
  return done;
}
