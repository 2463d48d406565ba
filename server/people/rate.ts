/** How often something may be tried, counted in the store so that it holds across processes. */
import { and, eq, lt, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Reader, Tx } from "../store/store.ts";
import { rateCounters } from "./tables.ts";

const windowMinutes = 15;

function windowAt(now: Temporal.Instant): Temporal.Instant {
  const length = windowMinutes * 60_000;
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length);
}

/**
 * The place on the net an address belongs to: an IPv4 address itself, of an IPv6 address the half that
 * a home or an office is given, so that nobody counts as many by changing the other half.
 */
export function placeOf(ip: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip);
  if (mapped) return mapped[1] as string;
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.split("%", 1)[0]?.toLowerCase().split("::") ?? [];
  const front = head === "" ? [] : head.split(":");
  const back = !tail ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill("0"), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/**
 * Counts one try and tells whether it is within the limit.
 * @param key a keyed hash of who tries what; never an address as it is
 * @param limit tries allowed in a window of fifteen minutes
 */
export async function countTry(tx: Tx, key: string, limit: number, now: Temporal.Instant): Promise<boolean> {
  const windowStart = windowAt(now);
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

/**
 * Whether another try is within the limit, without counting it: for what only failures count towards, such
 * as a code that a whole room types from one address.
 */
export async function mayTry(
  read: Reader,
  key: string,
  limit: number,
  now: Temporal.Instant,
): Promise<boolean> {
  const [row] = await read
    .select({ tries: rateCounters.tries })
    .from(rateCounters)
    .where(and(eq(rateCounters.key, key), eq(rateCounters.windowStart, windowAt(now))));
  return (row?.tries ?? 0) < limit;
}

/** Deletes counters of windows that are over. */
export async function purgeCounters(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx
    .delete(rateCounters)
    .where(lt(rateCounters.windowStart, now.subtract({ minutes: 2 * windowMinutes })));
}
