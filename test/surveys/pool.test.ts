import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { networks, networkUnits } from "../../server/networks/tables.ts";
import {
  addReleased,
  limits,
  type Release,
  releasePool,
  releaseYearly,
} from "../../server/privacy/release.ts";
import { newId, sortKey } from "../../server/store/columns.ts";
import { countDuePools } from "../../server/surveys/due-pools.ts";
import { countedFrom } from "../../server/surveys/pool.ts";
import { addedUp, halfYearPools, type Released } from "../../server/surveys/queries.ts";
import { evaluationQuestions } from "../../server/surveys/questions.ts";
import { ballots, pools } from "../../server/surveys/tables.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addHeld, close, openFor, say } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** One gathering held, evaluated and closed; `steps` by person. */
async function evaluated(
  localDay: string,
  said: Record<string, string>,
  asked: string[],
  networkId = cast.network,
) {
  house.setNow(`${localDay}T18:00:00Z`);
  const surveyId = await openFor(house, await addHeld(house, cast, asked, localDay, networkId));
  for (const [id, steps] of Object.entries(said)) await say(house, surveyId, id, { steps });
  await close(house, surveyId);
}

const answersOf = (ids: string[], steps: string) => Object.fromEntries(ids.map((id) => [id, steps]));

async function counted(at = "2027-01-22T08:00:00Z") {
  house.setNow(at);
  await countDuePools(house.store, house.config.secret, house.now());
  const [pool] = await halfYearPools(house.store.read, [cast.network], house.now());
  return pool;
}

describe("a network's half-year", () => {
  it("is shown from five different people over at least two gatherings, and counted once", async () => {
    const m = await addMentors(house.store, cast.network, 6);
    await evaluated("2026-08-18", answersOf(m.slice(0, 3), "45324"), m);
    await evaluated("2026-10-13", answersOf(m.slice(2, 5), "55115"), m);
    expect(await counted("2027-01-20T08:00:00Z")).toBeUndefined(); // the last evaluations may be open
    const pool = await counted();
    expect(pool?.shown).toMatchObject({ respondents: 5, gatherings: 2 });
    expect(pool?.shown?.questions.faglig).toEqual({ show: "counts", counts: [0, 0, 0, 3, 3, 0], answers: 6 });
    const before = await house.store.read.select().from(pools);
    expect(before[0]?.sealed).toBeNull();
    await counted("2027-06-01T08:00:00Z");
    expect(await house.store.read.select().from(pools)).toEqual(before);
  });

  it("shows nothing of one gathering alone, however many answered", async () => {
    const m = await addMentors(house.store, cast.network, 9);
    await evaluated("2026-08-18", answersOf(m, "45324"), m);
    expect((await counted())?.shown).toBeNull();
  });

  it("shows nothing below five different people, however often they answered", async () => {
    const m = await addMentors(house.store, cast.network, 4);
    for (const date of ["2026-08-18", "2026-09-15", "2026-10-13"])
      await evaluated(date, answersOf(m, "45324"), m);
    expect((await counted())?.shown).toBeNull();
  });

  it("leaves out gatherings with too few answers, unless three different people stand behind them together", async () => {
    const m = await addMentors(house.store, cast.network, 9);
    const [first, second] = [m[7] as string, m[8] as string];
    await evaluated("2026-07-14", answersOf(m.slice(0, 4), "45324"), m);
    await evaluated("2026-08-18", answersOf(m.slice(2, 6), "34324"), m);
    await evaluated("2026-09-15", { [first]: "11111" }, m);
    await evaluated("2026-10-13", { [first]: "11111", [second]: "11111" }, m);
    const pool = await counted();
    expect(pool?.shown).toMatchObject({ respondents: 6, gatherings: 2 });
    expect(pool?.shown?.questions.faglig).toEqual({ show: "counts", counts: [0, 0, 4, 4, 0, 0], answers: 8 });
  });

  it("takes them in when three different people do", async () => {
    const m = await addMentors(house.store, cast.network, 9);
    await evaluated("2026-07-14", answersOf(m.slice(0, 4), "45324"), m);
    await evaluated("2026-09-15", { [m[6] as string]: "11111" }, m);
    await evaluated("2026-10-13", answersOf(m.slice(7, 9), "22222"), m);
    const pool = await counted();
    expect(pool?.shown).toMatchObject({ respondents: 7, gatherings: 3 });
    expect(pool?.shown?.questions.faglig).toEqual({ show: "counts", counts: [1, 2, 0, 4, 0, 0], answers: 7 });
  });

  it("keeps what one or two said about a gathering sealed until it stands in a sum, and then no longer", async () => {
    const m = await addMentors(house.store, cast.network, 9);
    await evaluated("2026-07-14", answersOf(m.slice(0, 4), "45324"), m);
    await evaluated("2026-09-15", { [m[6] as string]: "11111" }, m);
    await evaluated("2026-10-13", answersOf(m.slice(7, 9), "22222"), m);
    await evaluated("2026-11-10", {}, m);
    const open = async () => {
      const rows = await house.store.read.select().from(ballots);
      return new Set(rows.filter(({ sealed }) => sealed === null).map(({ surveyId }) => surveyId)).size;
    };
    const rows = await house.store.read.select().from(ballots);
    const sealed = rows.filter((row) => row.sealed !== null);
    expect([await open(), new Set(sealed.map(({ surveyId }) => surveyId)).size]).toEqual([1, 2]);
    expect(sealed.filter(({ counts, texts }) => counts !== null || texts !== null)).toEqual([]);
    expect(new Set(sealed.map(({ question }) => question))).toEqual(new Set(evaluationQuestions));
    expect((await counted())?.shown?.questions.faglig).toMatchObject({ answers: 7 });
    expect((await house.store.read.select().from(ballots)).filter((row) => row.sealed)).toEqual([]);
    expect(await open()).toBe(1);
  });

  it("tells unanimity by people: nine who always say the same are “de fleste”", async () => {
    const m = await addMentors(house.store, cast.network, 9);
    for (const date of ["2026-08-18", "2026-09-15", "2026-10-13"])
      await evaluated(date, answersOf(m, "55555"), m);
    expect((await counted())?.shown?.questions.tid).toMatchObject({ show: "most", option: 4 });
  });

  it("waits while an evaluation of it is open", async () => {
    const m = await addMentors(house.store, cast.network, 6);
    await evaluated("2026-08-18", answersOf(m, "45324"), m);
    house.setNow("2026-12-30T18:00:00Z");
    await openFor(house, await addHeld(house, cast, m, "2026-12-30"));
    expect(countedFrom("2026-2")).toBe("2027-01-21");
    house.setNow("2027-01-22T08:00:00Z");
    expect(await countDuePools(house.store, house.config.secret, house.now())).toBe(0);
  });
});

describe("a network too thin for half-years", () => {
  /** What the leader of its office reads, signed in anew. */
  const seenByLeif = async (query = "") =>
    (await (await browserOf(house, cast.leif)).get(`/evalueringer${query}`)).body;

  /** Three answer in the autumn and three in the spring before; five people in all. */
  async function thinYear() {
    const m = await addMentors(house.store, cast.network, 6);
    for (const date of ["2027-02-09", "2027-04-13"])
      await evaluated(date, answersOf(m.slice(0, 3), "45324"), m);
    house.setNow("2027-08-02T08:00:00Z");
    await countDuePools(house.store, house.config.secret, house.now());
    return { m, inSummer: await seenByLeif() };
  }

  it("shows its leader the whole year as one, with the words for it, once it is over", async () => {
    const { m, inSummer } = await thinYear();
    expect(inSummer).toContain("vises hele året samlet når det er over");
    for (const date of ["2027-09-14", "2027-11-09"])
      await evaluated(date, answersOf(m.slice(2, 5), "55115"), m);
    house.setNow("2028-01-22T08:00:00Z");
    await countDuePools(house.store, house.config.secret, house.now());
    const all = await halfYearPools(house.store.read, [cast.network], house.now());
    expect(all.map(({ halfYear, shown }) => [halfYear, shown?.respondents ?? null])).toEqual([
      ["2027-2", null],
      ["2027-1", null],
      ["2027", 5],
    ]);
    const body = await seenByLeif();
    expect(body).toContain("Hele 2027");
    expect(body).toContain("5 ulike personer har svart etter fire samlinger.");
    expect(await seenByLeif("?halvar=2027-1")).toContain("Svarene er med i «Hele 2027».");
  });

  it("never when one half-year was shown: the difference would be the other", async () => {
    const { m } = await thinYear();
    for (const date of ["2027-09-14", "2027-11-09"])
      await evaluated(date, answersOf(m.slice(0, 5), "55115"), m);
    house.setNow("2028-01-22T08:00:00Z");
    await countDuePools(house.store, house.config.secret, house.now());
    const all = await halfYearPools(house.store.read, [cast.network], house.now());
    expect(all.map(({ halfYear, shown }) => [halfYear, shown?.respondents ?? null])).toEqual([
      ["2027-2", 5],
      ["2027-1", null],
    ]);
    expect(await seenByLeif("?halvar=2027-1")).toContain("Da viser vi ingenting");
    expect((await house.store.read.select().from(pools)).map(({ sealed }) => sealed)).toEqual([null, null]);
  });

  it("waits for the last evaluation, and forgets who answered when nothing comes of the year", async () => {
    const { m } = await thinYear();
    await evaluated("2027-09-14", answersOf(m.slice(0, 3), "55115"), m);
    house.setNow("2027-12-30T18:00:00Z");
    const open = await openFor(house, await addHeld(house, cast, m, "2027-12-30"));
    house.setNow("2028-01-22T08:00:00Z");
    expect(await countDuePools(house.store, house.config.secret, house.now())).toBe(0);
    await close(house, open);
    house.setNow("2028-01-23T08:00:00Z");
    await countDuePools(house.store, house.config.secret, house.now());
    expect((await house.store.read.select().from(ballots)).filter((row) => row.sealed)).toEqual([]);
    const rows = await house.store.read.select().from(pools);
    expect(rows.map(({ halfYear, sealed }) => [halfYear, sealed]).sort()).toEqual([
      ["2027-1", null],
      ["2027-2", null],
    ]);
  });
});

describe("the same pools added up", () => {
  async function newNetwork(name: string) {
    const id = newId();
    await house.store.write(async (tx) => {
      await tx
        .insert(networks)
        .values({ id, name, sortKey: sortKey(name), centreId: cast.centre, createdAt: house.now() });
      await tx.insert(networkUnits).values({ networkId: id, unitId: cast.office });
    });
    return id;
  }

  it("hold nothing of a network below the limit", async () => {
    const sizes: [string, number][] = [
      [cast.network, 6],
      [await newNetwork("Stor"), 7],
      [await newNetwork("Liten"), 4],
    ];
    for (const [networkId, n] of sizes) {
      const m = await addMentors(house.store, networkId, n);
      for (const date of ["2026-08-18", "2026-10-13"]) {
        const steps = Object.fromEntries(m.map((id, i) => [id, String((i % 5) + 1).repeat(5)]));
        await evaluated(date, steps, m, networkId);
      }
    }
    house.setNow("2027-01-22T08:00:00Z");
    await countDuePools(house.store, house.config.secret, house.now());
    const all = await halfYearPools(
      house.store.read,
      sizes.map(([id]) => id),
      house.now(),
    );
    expect(all.map(({ shown }) => shown?.respondents ?? 0).sort()).toEqual([0, 6, 7]);
    const sum = addedUp(
      all.map(({ shown }) => shown?.questions ?? null),
      ["faglig"],
    );
    expect(sum?.faglig).toMatchObject({ show: "counts", answers: 26 });
    // with one of the two large ones gone, there is no sum to subtract from
    await house.store.write(async (tx) => {
      await tx.delete(pools).where(eq(pools.networkId, cast.network));
    });
    const rest = await halfYearPools(
      house.store.read,
      sizes.map(([id]) => id),
      house.now(),
    );
    expect(
      addedUp(
        rest.map(({ shown }) => shown?.questions ?? null),
        ["faglig"],
      ),
    ).toBeNull();
  });

  const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 6, maxLength: 6 });
  const pool = fc.record({
    halfYear: fc.constantFrom("2026-1", "2026-2", "2027-1"),
    respondents: fc.integer({ min: 0, max: 14 }),
    gatherings: fc.integer({ min: 0, max: 6 }),
    counts,
  });
  const today = "2027-02-01";

  it("are exactly the sum of what is shown of each, whatever the pools", () => {
    fc.assert(
      fc.property(fc.array(pool, { maxLength: 8 }), (all) => {
        const each: Release[] = all.map((one) => releasePool(one.counts, one, today));
        for (const [i, release] of each.entries()) {
          const one = all[i] as (typeof all)[number];
          const mayShow =
            one.halfYear < "2027-1" && one.respondents >= limits.leaderPool && one.gatherings >= 2;
          expect(release.show === "nothing").toBe(!mayShow);
          const isUnanimous = one.counts.filter((n) => n > 0).length === 1;
          if (mayShow && isUnanimous && one.respondents < 10) expect(release).not.toHaveProperty("counts");
        }
        const { release: sum, networks: n } = addReleased(each);
        const shown = each.flatMap((one) => (one.show === "counts" ? [one.counts] : []));
        if (shown.length < 2) expect(sum).toEqual({ show: "nothing" });
        else {
          const total = shown.reduce((a, b) => a.map((x, i) => x + (b[i] as number)));
          expect(sum).toMatchObject({ show: "counts", counts: total });
          expect(n).toBe(shown.length);
        }
      }),
    );
  });

  it("of a yearly survey follow the same rule", () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (one, isClosed) => {
        const respondents = one.reduce((a, b) => a + b, 0);
        const release = releaseYearly(one, respondents, isClosed);
        expect(release.show === "nothing").toBe(!isClosed || respondents < 5);
        if (one.some((n) => n === respondents) && respondents < 10) expect(release.show).not.toBe("counts");
      }),
    );
    const part = (n: number): Released => ({ ansvar: releaseYearly([n, 1, 0, 0, 0, 0], n + 1, true) });
    expect(addedUp([part(4), part(3), part(6)], ["ansvar"])?.ansvar).toMatchObject({
      counts: [10, 2, 0, 0, 0, 0],
    });
  });
});
