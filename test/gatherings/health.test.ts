import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bars, chart } from "../../server/gatherings/bars.ts";
import { byWeekday, missedThree, type NameKey } from "../../server/gatherings/health.ts";
import { hasFallen } from "../../server/gatherings/health-routes.ts";
import { gapsIn } from "../../server/gatherings/rhythm.ts";
import { memberships } from "../../server/networks/tables.ts";
import { addCast, addMember, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addHeld, addMany } from "./large.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());
const missed = async (after: NameKey | null = null, size = 50) =>
  missedThree(house.store.read, cast.network, { after, size }, house.now());
const names = async () => (await missed())?.people.map(({ name }) => name);

describe("who has not been seen", () => {
  it("is said only when three gatherings have attendance", async () => {
    await addHeld(house, cast, 2, [cast.ola]);
    expect(await missed()).toBeNull();
  });

  it("are active members who came to none of the last three, with when they were last there", async () => {
    await addHeld(house, cast, 1, [cast.siri]);
    house.setNow("2026-11-10T09:00:00Z");
    await addHeld(house, cast, 3, [cast.ola]);
    await house.store.write(async (tx) => {
      const done = await addPerson(tx, { name: "Bo Ferdig", roles: ["mentor"], status: "finished" });
      await addMember(tx, cast.network, done, "mentor");
    });
    const found = await missed();
    expect(found?.people.map(({ name, lastSeen }) => [name, lastSeen])).toEqual([
      ["Nina Dahl", null],
      ["Siri Åsheim", "2026-11-01"],
    ]);
  });

  it("are not those who were excused from nothing because they came later", async () => {
    await addHeld(house, cast, 3, [cast.ola]);
    await house.store.write(async (tx) => {
      const late = await addPerson(tx, { name: "Ny Nylig", roles: ["mentor"] });
      await tx
        .insert(memberships)
        .values({ networkId: cast.network, personId: late, role: "mentor", since: "2026-11-01" });
    });
    expect(await names()).toEqual(["Nina Dahl", "Siri Åsheim"]);
  });

  it("of 5 000 come a page at a time by name, as many rows and statements last as first", async () => {
    await addMany(house, cast, 5000);
    await addHeld(house, cast, 3, [cast.ola, cast.siri, cast.nina]);
    const pages: [number, number][] = [];
    const seen: string[] = [];
    for (let after: NameKey | null = null; ; ) {
      house.statements.length = 0;
      const page: Awaited<ReturnType<typeof missed>> = await missed(after, 500);
      pages.push([page?.people.length ?? 0, house.statements.length]);
      seen.push(...(page?.people.map(({ name }) => name) ?? []));
      const last = page?.people.at(-1);
      if (!last || seen.length >= 5000) break;
      after = { sortKey: last.sortKey, id: last.id };
    }
    expect(pages).toEqual(Array(10).fill([500, 4]));
    expect(new Set(seen).size).toBe(5000);
    expect(seen).toEqual([...seen].sort());
  }, 240_000);
});

describe("the page", () => {
  it("names people to the network's advisers alone, with ways to reach them", async () => {
    await addHeld(house, cast, 3, [cast.ola]);
    const path = `/nettverk/${cast.network}/helse`;
    const kari = await (await browserOf(house, cast.kari)).get(path);
    expect(kari.body).toContain("Siri Åsheim");
    expect(kari.body).toContain("mailto:siri@demo.example?subject=");
    for (const person of [cast.leif, cast.randi, cast.amir]) {
      const { statusCode, body } = await (await browserOf(house, person)).get(path);
      expect([statusCode, body.includes("Siri Åsheim"), body.includes("To har ikke vært med")]).toEqual([
        200,
        false,
        true,
      ]);
    }
    expect((await (await browserOf(house, cast.ola)).get(path)).statusCode).toBe(403);
    expect((await (await browserOf(house, cast.strangeAdviser)).get(path)).statusCode).toBe(404);
  });

  it("shows leaders the gaps between gatherings, and between the counsellors' own", async () => {
    await addHeld(house, cast, 1, [cast.ola]);
    house.setNow("2027-03-01T09:00:00Z");
    const { body } = await (await browserOf(house, cast.leif)).get(`/nettverk/${cast.network}/helse`);
    expect(body).toContain("Det er 17 uker siden");
    expect(body).toContain("Veilederne har ingen egne møter her");
  });

  it("takes as many statements for a large network as for a small one", async () => {
    const kari = await browserOf(house, cast.kari);
    const statementsFor = async () => {
      await kari.get(`/nettverk/${cast.network}/helse`); // once more, since a session says when it was last used
      house.statements.length = 0;
      await kari.get(`/nettverk/${cast.network}/helse`);
      return house.statements.length;
    };
    await addHeld(house, cast, 3, [cast.ola]);
    const before = await statementsFor();
    await addMany(house, cast, 300);
    house.setNow("2026-12-20T09:00:00Z");
    await addHeld(house, cast, 40, [cast.ola]);
    expect(await statementsFor()).toBe(before);
  });
});

describe("gaps", () => {
  const monthly = ["2026-08-11", "2026-09-08", "2026-10-13", "2026-11-10", "2026-12-08"];
  it("are none in a rhythm that holds, nor over July", () => {
    expect(gapsIn(monthly, 1, "2026-11-02")).toEqual([]);
    expect(gapsIn(["2026-06-09", "2026-08-11", "2026-09-08"], 1, "2026-09-01")).toEqual([]);
  });

  it("are where too long went by, and until today when nothing is planned", () => {
    expect(gapsIn(["2026-01-13", "2026-04-14", "2026-05-12"], 1, "2026-05-01")).toEqual([
      { from: "2026-01-13", to: "2026-04-14", weeks: 13 },
    ]);
    expect(gapsIn(["2026-08-11"], 1, "2026-11-02")).toEqual([{ from: "2026-08-11", to: null, weeks: 12 }]);
    expect(gapsIn(["2026-01-13", "2026-03-10"], 2, "2026-03-01")).toEqual([]);
    expect(gapsIn([], 1, "2026-03-01")).toEqual([]);
  });

  it("never overlap, and each lies between two neighbours", () => {
    const begin = Temporal.PlainDate.from("2025-01-01");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(700), { maxLength: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (days, every) => {
          const dates = days.sort((a, b) => a - b).map((n) => begin.add({ days: n }).toString());
          for (const gap of gapsIn(dates, every, "2026-12-31")) {
            const at = dates.indexOf(gap.from);
            expect(at).toBeGreaterThanOrEqual(0);
            expect(dates[at + 1] ?? null).toBe(gap.to);
            expect(gap.weeks).toBeGreaterThanOrEqual(Math.floor((every * 31 + 21) / 7));
          }
        },
      ),
    );
  });
});

describe("what is read from attendance", () => {
  const day = (localDate: string, attended: number) => ({ localDate, attended, listed: 20 });
  it("weekdays count from two gatherings on, and a fall from eight", () => {
    const rows = [day("2026-11-03", 10), day("2026-11-10", 12), day("2026-11-12", 15), day("2026-11-19", 16)];
    expect(byWeekday([...rows, day("2026-11-20", 30)])).toEqual([
      { weekday: 4, average: 15.5 },
      { weekday: 2, average: 11 },
    ]);
    const eight = [12, 12, 12, 12, 8, 8, 8, 8].map((n) => day("2026-11-03", n));
    expect([hasFallen(eight), hasFallen(eight.slice(1)), hasFallen([...eight].reverse())]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("bars stay inside the figure, however many", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ attended: fc.nat(500), listed: fc.nat(500) }), { maxLength: 60 }),
        (rows) => {
          for (const bar of bars(rows)) {
            expect(bar.x).toBeGreaterThanOrEqual(0);
            expect(bar.x + bar.width).toBeLessThanOrEqual(chart.width + 0.2);
            expect(Math.min(bar.came.y, bar.listed.y)).toBeGreaterThanOrEqual(chart.top - 0.1);
          }
        },
      ),
    );
  });
});
