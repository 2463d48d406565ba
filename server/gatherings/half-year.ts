/**
 * The half-years of a network: counts that stay when the lists behind them are erased after 24 months
 * (domain.md section 6), so that reports reach further back.
 */
import { and, asc, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { retention } from "../privacy/retention.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { instantOf, localDate } from "../web/dates.ts";
import { halfYearOf, nextHalfYear, spanOf } from "../web/half-year.ts";
import { figuresOf, type Period } from "./figures.ts";
import { gatherings, halfYears } from "./tables.ts";

/** The clock looks so far back for half-years that were never counted. */
const yearsBack = 6;

/**
 * The first day from which lists of attendance are whole: the beginning of the first half-year none of
 * which is older than attendance is kept. What lies before is read from the stored half-years.
 */
export function liveFrom(now: Temporal.Instant): string {
  const { limit } = retention.attendance;
  const months = limit && "months" in limit ? limit.months : 24;
  const oldest = localDate(now).subtract({ months }).toString();
  const half = halfYearOf(oldest);
  return spanOf(half).from === oldest ? oldest : spanOf(nextHalfYear(half)).from;
}

/**
 * Counts one half-year of a network and stores it in place of what was counted before. Does nothing to
 * one that reaches back to where attendance may be erased and was counted when it was over: that count
 * stands. Attendance is never erased before such a count, so one that comes late is whole.
 * @returns whether it was stored
 */
export async function storeHalfYear(
  tx: Tx,
  networkId: string,
  half: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const span = spanOf(half);
  if (span.from < liveFrom(now) && (await isFinal(tx, networkId, half))) return false;
  const figures = await figuresOf(tx, networkId, span, now);
  const row = { ...figures, countedOn: localDate(now).toString() };
  await tx
    .insert(halfYears)
    .values({ networkId, half, ...row })
    .onConflictDoUpdate({ target: [halfYears.networkId, halfYears.half], set: row });
  return true;
}

/** Whether a half-year was counted after its last day. */
async function isFinal(read: Reader, networkId: string, half: string): Promise<boolean> {
  const [row] = await read
    .select({ countedOn: halfYears.countedOn })
    .from(halfYears)
    .where(and(eq(halfYears.networkId, networkId), eq(halfYears.half, half)));
  return row !== undefined && row.countedOn > spanOf(half).to;
}

/** Networks with gatherings in a half-year that is over and was not counted since. */
async function uncounted(read: Reader, half: string): Promise<string[]> {
  const { from, to } = spanOf(half);
  const rows = await read
    .selectDistinct({ networkId: gatherings.networkId })
    .from(gatherings)
    .leftJoin(halfYears, and(eq(halfYears.networkId, gatherings.networkId), eq(halfYears.half, half)))
    .where(
      and(
        gte(gatherings.startsAt, instantOf(from, "00:00")),
        lte(gatherings.startsAt, instantOf(to, "23:59")),
        or(isNull(halfYears.half), lte(halfYears.countedOn, to)),
      ),
    )
    .orderBy(asc(gatherings.networkId));
  return rows.map((row) => row.networkId);
}

/**
 * Counts the half-years that are over and still lack their final count. For the clock; any number of
 * processes may run it. Returns how many were stored.
 */
export async function storeDueHalfYears(store: Store, now: Temporal.Instant): Promise<number> {
  const current = halfYearOf(localDate(now).toString());
  let stored = 0;
  const first = localDate(now).subtract({ years: yearsBack }).toString();
  for (let half = halfYearOf(first); half < current; half = nextHalfYear(half)) {
    for (const networkId of await uncounted(store.read, half)) {
      if (await store.write((tx) => storeHalfYear(tx, networkId, half, now))) stored++;
    }
  }
  return stored;
}

export type HalfYear = typeof halfYears.$inferSelect;

/** The stored half-years that touch a period, oldest first. */
export async function halfYearsOf(read: Reader, networkId: string, period: Period): Promise<HalfYear[]> {
  return read
    .select()
    .from(halfYears)
    .where(
      and(
        eq(halfYears.networkId, networkId),
        gte(halfYears.half, halfYearOf(period.from)),
        lte(halfYears.half, halfYearOf(period.to)),
      ),
    )
    .orderBy(asc(halfYears.half))
    .limit(200);
}
