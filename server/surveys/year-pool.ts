/** The whole year in the place of two half-years that were too small to be shown; see `mayShowYear`. */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { mayShowYear, type PoolSize } from "../privacy/release.ts";
import type { Reader, Tx } from "../store/store.ts";
import { yearOf } from "../web/half-year.ts";
import { counted, countedFrom, forgetFew, hasOpenEvaluation, opened, type PoolKey, union } from "./pool.ts";
import { pools } from "./tables.ts";

interface YearKey {
  networkId: string;
  year: string;
}

const halvesOf = ({ networkId, year }: YearKey): [PoolKey, PoolKey] => [
  { networkId, halfYear: `${year}-1` },
  { networkId, halfYear: `${year}-2` },
];

/** The years that are over and in which somebody's having answered is still sealed. @param today local date */
export async function dueYears(read: Reader, today: string): Promise<YearKey[]> {
  const rows = await read
    .select({ networkId: pools.networkId, halfYear: pools.halfYear })
    .from(pools)
    .where(and(isNotNull(pools.countedOn), isNotNull(pools.sealed)));
  const years = new Map(
    rows.map(({ networkId, halfYear }) => [`${networkId} ${yearOf(halfYear)}`, networkId] as const),
  );
  const keys = [...years].map(([key, networkId]) => ({ networkId, year: key.slice(-4) }));
  return keys
    .filter(({ year }) => today >= countedFrom(`${year}-2`))
    .sort((a, b) => (a.year < b.year ? -1 : 1));
}

type PoolRow = typeof pools.$inferSelect;
const sizeOf = (row: PoolRow | undefined): PoolSize | null =>
  row ? { respondents: row.respondents ?? 0, gatherings: row.gatherings ?? 0 } : null;

/**
 * Counts a year when it may be shown in the place of its half-years, and forgets who answered. Waits while
 * one of them is not counted.
 * @returns whether there is a year to show
 */
export async function countYear(tx: Tx, secret: string, key: YearKey, today: string): Promise<boolean> {
  const [firstKey, secondKey] = halvesOf(key);
  const periods = [firstKey.halfYear, secondKey.halfYear];
  const isHalf = and(eq(pools.networkId, key.networkId), inArray(pools.halfYear, periods));
  const halves = await tx.select().from(pools).where(isHalf);
  const isOpen = (await hasOpenEvaluation(tx, firstKey)) || (await hasOpenEvaluation(tx, secondKey));
  if (isOpen || halves.some(({ countedOn }) => countedOn === null)) return false;
  const year = await wholeYear(tx, secret, key, halves);
  if (year) {
    const row = { networkId: key.networkId, halfYear: key.year, ...year, countedOn: today };
    await tx.insert(pools).values(row).onConflictDoNothing();
  }
  await tx.update(pools).set({ sealed: null }).where(isHalf);
  await forgetFew(tx, halvesOf(key));
  return year !== null;
}

async function wholeYear(tx: Tx, secret: string, key: YearKey, halves: readonly PoolRow[]) {
  const keys = halvesOf(key);
  const [first, second] = keys.map((half) => halves.find(({ halfYear }) => halfYear === half.halfYear));
  if (!first?.sealed || !second?.sealed) return null; // one was shown, or counted by a release that forgot
  const [a, b] = [opened(secret, keys[0], first.sealed), opened(secret, keys[1], second.sealed)];
  const who = { shown: union(a.shown, b.shown), withheld: union(a.withheld, b.withheld) };
  const whole = await counted(tx, secret, keys, who);
  return mayShowYear({ first: sizeOf(first), second: sizeOf(second), whole }) ? whole : null;
}
