/** Half-years of coupling, stored by the clock: pages read them and count nothing. */
import { and, asc, desc, eq, gt, gte, inArray } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { networks } from "../networks/tables.ts";
import type { Reader, Store } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { halfYearOf, nextHalfYear, spanOf } from "../web/half-year.ts";
import { type CouplingCounts, countCoupling } from "./coupling.ts";
import { couplingFacts } from "./coupling-facts.ts";
import { couplingHalfYears } from "./tables.ts";

/** Half-years from the one to the other, both included. */
function halfYearsBetween(first: string, last: string): string[] {
  const all: string[] = [];
  for (let one = first; one <= last; one = nextHalfYear(one)) all.push(one);
  return all;
}

const batchSize = 50;

/**
 * Counts the half-years of every network that are not final yet, and stores them. A half-year is final
 * once it was counted after its end: later it stays, whatever retention erases. May run in any process,
 * any number of times.
 * @returns how many half-years were counted
 */
export async function storeCoupling(store: Store, now: Temporal.Instant): Promise<number> {
  let counted = 0;
  for (let after = ""; ; ) {
    const batch = await store.read
      .select({ id: networks.id, createdAt: networks.createdAt })
      .from(networks)
      .where(gt(networks.id, after))
      .orderBy(asc(networks.id))
      .limit(batchSize);
    for (const network of batch) counted += await storeNetwork(store, network, now);
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) return counted;
    after = last.id;
  }
}

async function storeNetwork(
  store: Store,
  network: { id: string; createdAt: Temporal.Instant },
  now: Temporal.Instant,
): Promise<number> {
  const today = localDate(now).toString();
  const stored = await store.read
    .select({ halfYear: couplingHalfYears.halfYear, countedOn: couplingHalfYears.countedOn })
    .from(couplingHalfYears)
    .where(eq(couplingHalfYears.networkId, network.id));
  const isFinal = new Set(
    stored.filter((row) => row.countedOn > spanOf(row.halfYear).to).map((row) => row.halfYear),
  );
  const facts = await couplingFacts(store.read, network.id, now);
  const begin = [
    localDate(network.createdAt).toString(),
    facts.held[0]?.localDate ?? today,
  ].sort()[0] as string;
  const open = halfYearsBetween(halfYearOf(begin), halfYearOf(today)).filter((one) => !isFinal.has(one));
  await store.write(async (tx) => {
    for (const halfYear of open) {
      const counts = countCoupling(facts, spanOf(halfYear));
      const row = { networkId: network.id, halfYear, counts, countedOn: today };
      await tx
        .insert(couplingHalfYears)
        .values(row)
        .onConflictDoUpdate({
          target: [couplingHalfYears.networkId, couplingHalfYears.halfYear],
          set: { counts, countedOn: today },
        });
    }
  });
  return open.length;
}

export interface StoredHalfYear {
  networkId: string;
  halfYear: string;
  counts: CouplingCounts;
}

/** The half-years of these networks from one on, the newest first; one statement. */
export async function couplingOf(
  read: Reader,
  networkIds: readonly string[],
  since: string,
): Promise<StoredHalfYear[]> {
  if (networkIds.length === 0) return [];
  return read
    .select({
      networkId: couplingHalfYears.networkId,
      halfYear: couplingHalfYears.halfYear,
      counts: couplingHalfYears.counts,
    })
    .from(couplingHalfYears)
    .where(and(inArray(couplingHalfYears.networkId, [...networkIds]), gte(couplingHalfYears.halfYear, since)))
    .orderBy(desc(couplingHalfYears.halfYear), asc(couplingHalfYears.networkId));
}
