/**
 * Nobody is found by laying side by side what is shown (release.ts, `mayShowYear`): two years of random
 * small gatherings are lived in three networks, and everything leaders see is subtracted from everything
 * leaders, and advisers, see.
 */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { networks } from "../../server/networks/tables.ts";
import { limits } from "../../server/privacy/release.ts";
import { newId, sortKey } from "../../server/store/columns.ts";
import { engine } from "../../server/store/engine.ts";
import { keepCountsSealed, openSealedBallot } from "../../server/surveys/ballot.ts";
import { countDuePools } from "../../server/surveys/due-pools.ts";
import { addToPool } from "../../server/surveys/pool.ts";
import { addedUp, halfYearPools } from "../../server/surveys/queries.ts";
import { evaluationQuestions } from "../../server/surveys/questions.ts";
import { ballots, pools, surveys } from "../../server/surveys/tables.ts";
import { halfYearOf } from "../../server/web/half-year.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** A gathering of a network: its date and who of seven people answered about it. */
interface Evaluated {
  date: string;
  people: number[];
}
const month = fc.integer({ min: 0, max: 23 });
const gathering = fc
  .tuple(month, fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 4 }))
  .map(([m, people]): Evaluated => {
    const date = `${2027 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-11`;
    return { date, people };
  });
const network = fc.array(gathering, { maxLength: 9 });

/** A thin network, of which a year is shown since neither half-year is: what chance alone meets too seldom. */
const thin: Evaluated[] = [
  { date: "2027-03-11", people: [0, 1, 2, 3] },
  { date: "2027-10-11", people: [3, 4, 5] },
];

async function addNetwork(): Promise<string> {
  const id = newId();
  const row = { id, name: id, sortKey: sortKey(id), centreId: cast.centre, createdAt: house.now() };
  await house.store.write((tx) => tx.insert(networks).values(row));
  return id;
}

/** Each gathering has a power of two of answers to the first step, so that a sum tells which are in it. */
async function hold(networkId: string, all: readonly Evaluated[]): Promise<void> {
  await house.store.write(async (tx) => {
    for (const [i, { date, people }] of all.entries()) {
      const id = newId();
      const survey = {
        ...{ id, networkId, kind: "evaluation" as const, onceKey: id, period: halfYearOf(date) },
        ...{ openedOn: date, closesOn: date, remindOn: date, closedOn: date, asked: 7 },
      };
      await tx.insert(surveys).values({ ...survey, answers: people.length });
      const counts = [2 ** i, 1, 0, 0, 0, 0];
      const answered = people.map((person) => `person-${person}`);
      const all = Object.fromEntries(evaluationQuestions.map((question) => [question, counts]));
      const ballot = { counts: all, texts: {}, answered };
      if (people.length < limits.gatheringAnswers)
        await keepCountsSealed(tx, house.config.secret, id, ballot);
      else await openSealedBallot(tx, id, ballot);
      await addToPool(tx, house.config.secret, survey, answered);
    }
  });
}

/** What is in a sum: the places of the gatherings. */
const placesIn = (sum: number): number[] =>
  [...sum.toString(2)].reverse().flatMap((bit, place) => (bit === "1" ? [place] : []));

const months = Array.from({ length: 27 }, (_, m) => {
  const [year, number] = [2027 + Math.floor(m / 12), (m % 12) + 1];
  return `${year}-${String(number).padStart(2, "0")}-26T08:00:00Z`;
});

/** Looks every month for more than two years, as a leader may; what was seen at any time. */
async function everythingShown(networkIds: string[]) {
  const seen = new Map<string, { networkId: string; period: string; places: number[] }>();
  const sums = new Set<string>();
  for (const iso of months) {
    house.setNow(iso);
    await countDuePools(house.store, house.config.secret, house.now());
    const released = await halfYearPools(house.store.read, networkIds, house.now());
    for (const { networkId, halfYear: period, shown } of released) {
      const release = shown?.questions.faglig;
      if (release?.show !== "counts") continue;
      const one = { networkId, period, places: placesIn(release.counts[0] as number) };
      const before = seen.get(`${networkId} ${period}`);
      if (before) expect(one).toEqual(before); // nothing is shown twice in two ways
      seen.set(`${networkId} ${period}`, one);
    }
    for (const period of new Set(released.map(({ halfYear }) => halfYear))) {
      const parts = released.filter(({ halfYear }) => halfYear === period);
      const sum = addedUp(
        parts.map(({ shown }) => shown?.questions ?? null),
        ["faglig"],
      )?.faglig;
      if (sum?.show === "counts") sums.add(`${period} ${sum.counts[0]}`);
    }
  }
  return { seen: [...seen.values()], sums };
}

const peopleOf = (all: readonly Evaluated[], places: readonly number[]) =>
  new Set(places.flatMap((place) => all[place]?.people ?? []));

describe("whatever was answered in two years", () => {
  it("no difference of what is shown, by leaders alone or with an adviser, is about fewer than are shown by themselves", async () => {
    let years = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(network, { minLength: 3, maxLength: 3 }), async (all) => {
        const ids: string[] = [];
        for (const held of all) {
          const id = await addNetwork();
          ids.push(id);
          await hold(id, held);
        }
        const { seen, sums } = await everythingShown(ids);
        years += seen.filter(({ period }) => period.length === 4).length;
        for (const one of seen) {
          const held = all[ids.indexOf(one.networkId)] as Evaluated[];
          expect(peopleOf(held, one.places).size).toBeGreaterThanOrEqual(limits.leaderPool);
          expect(one.places.length).toBeGreaterThanOrEqual(limits.leaderGatherings);
          for (const other of seen.filter((it) => it !== one && it.networkId === one.networkId))
            expect(one.places.filter((place) => other.places.includes(place))).toEqual([]);
          // what is left when an adviser takes away every gathering the network sees
          const isSeen = (place: number) => (held[place]?.people.length ?? 0) >= limits.gatheringAnswers;
          const left = one.places.filter((place) => !isSeen(place));
          if (left.length > 0) {
            expect(peopleOf(held, left).size).toBeGreaterThanOrEqual(limits.gatheringAnswers);
          }
        }
        // sums are of what is seen of each network, and of nothing else
        for (const period of new Set(seen.map((one) => one.period))) {
          const parts = seen.filter((one) => one.period === period);
          const total = parts.flatMap(({ places }) => places).reduce((sum, place) => sum + 2 ** place, 0);
          const told = [...sums].filter((sum) => sum.startsWith(`${period} `));
          expect(told).toEqual(parts.length < 2 ? [] : [`${period} ${total}`]);
        }
        // and in the end nothing knows any more who answered
        const kept = await house.store.read.select().from(pools);
        expect(kept.filter(({ sealed }) => sealed !== null)).toEqual([]);
        const open = await house.store.read.select().from(ballots);
        expect(open.filter(({ sealed }) => sealed !== null)).toEqual([]);
      }),
      { numRuns: engine === "postgres" ? 9 : 31, examples: [[[thin, [], thin]]] },
    );
    expect(years).toBeGreaterThan(0);
  }, 120_000);
});
