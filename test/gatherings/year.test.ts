import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatherings } from "../../server/gatherings/tables.ts";
import { daysOffIn } from "../../server/gatherings/year.ts";
import { turnOf, wheel, wheelSize } from "../../server/gatherings/year-wheel.ts";
import { instantOf } from "../../server/web/dates.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addHeld, addMany } from "./large.ts";
import { addGathering, invite } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());
const path = () => `/nettverk/${cast.network}/arshjul`;

describe("the year wheel", () => {
  it("says in its table what it draws: gathering, theme and attendance", async () => {
    await addHeld(house, cast, 2, [cast.ola, cast.siri]);
    const id = await addGathering(house, cast, { themeSlug: "nettverk" });
    await invite(house, cast, id, cast.ola);
    const { body } = await (await browserOf(house, cast.ola)).get(path());
    for (const words of [
      "Mentornettverk og samlinger",
      "2 av 2",
      "8.\u00a0desember",
      "2 holdt og 1 planlagt",
    ]) {
      expect(body).toContain(words);
    }
    expect(body.match(/<circle/g)).toHaveLength(3);
    expect(body).toContain('role="img"');
  });

  it("shows drafts to the network's advisers alone, and cancelled ones to nobody", async () => {
    await addGathering(house, cast, { title: "Utkastet" });
    await addGathering(house, cast, { title: "Avlyst", openedAt: house.now(), cancelledAt: house.now() });
    const kari = await (await browserOf(house, cast.kari)).get(path());
    const ola = await (await browserOf(house, cast.ola)).get(path());
    const shows = (body: string) => ["Utkastet", ">Avlyst<"].map((words) => body.includes(words));
    expect([shows(kari.body), shows(ola.body)]).toEqual([
      [true, false],
      [false, false],
    ]);
    expect((await (await browserOf(house, cast.strangeMentor)).get(path())).statusCode).toBe(404);
  });

  it("opens another year, and any nonsense is this one", async () => {
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get(`${path()}?ar=2027`)).body).toContain("Årshjul 2027");
    for (const ar of ["0000", "tull", "99999", "-1"]) {
      expect((await kari.get(`${path()}?ar=${ar}`)).statusCode).toBe(200);
    }
  });

  it("opens on the year of what comes next, as each sees it; the list leads to every year with something ahead", async () => {
    const day = "2027-02-09";
    const next = { localDate: day, startsAt: instantOf(day, "13:00"), endsAt: instantOf(day, "15:00") };
    await addGathering(house, cast, next);
    const [kari, ola] = [await browserOf(house, cast.kari), await browserOf(house, cast.ola)];
    expect((await kari.get(path())).body).toContain("Årshjul 2027");
    expect((await ola.get(path())).body).toContain("Årshjul 2026");
    expect((await kari.get(`${path()}?ar=2026`)).body).toContain("Årshjul 2026");
    const list = (await kari.get("/samlinger")).body;
    expect(list).toContain(`href="${path()}?ar=2027"`);
    expect(list).not.toContain("?ar=2026");
    await addGathering(house, cast, { openedAt: house.now() });
    const both = (await kari.get("/samlinger")).body;
    expect([both.includes("?ar=2026"), both.includes("?ar=2027")]).toEqual([true, true]);
    expect((await kari.get(path())).body).toContain("Årshjul 2026");
  });

  it("takes as many statements for sixty gatherings as for one", async () => {
    const kari = await browserOf(house, cast.kari);
    const people = await addMany(house, cast, 30);
    const statementsFor = async () => {
      await kari.get(path()); // once more, since a session says when it was last used
      house.statements.length = 0;
      await kari.get(path());
      return house.statements.length;
    };
    await addHeld(house, cast, 1, people);
    const before = await statementsFor();
    house.setNow("2026-12-30T09:00:00Z");
    await addHeld(house, cast, 50, people);
    expect(await statementsFor()).toBe(before);
    expect(await house.store.read.select().from(gatherings)).toHaveLength(51);
  });

  it("knows Easter week of every year, from Palm Sunday to Easter Monday", async () => {
    for (const [year, from, to] of [
      [2026, "2026-03-29", "2026-04-06"],
      [2027, "2027-03-21", "2027-03-29"],
      [2038, "2038-04-18", "2038-04-26"],
    ] as const) {
      const [easter] = await daysOffIn(house.store.read, cast.network, year);
      expect(easter).toMatchObject({ from, to, kind: "easter" });
    }
  });

  it("keeps every dot within the figure and in the order of the year", () => {
    const day = fc.integer({ min: 0, max: 364 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ day, attended: fc.nat(40), isHeld: fc.boolean() }), { maxLength: 30 }),
        (all) => {
          const rows = all
            .sort((a, b) => a.day - b.day)
            .map(({ day: n, ...rest }) => ({
              ...{ localDate: Temporal.PlainDate.from("2027-01-01").add({ days: n }).toString() },
              ...{ ...rest, listed: 40, isExchange: false },
            }));
          const { dots, months } = wheel(2027, rows, []);
          expect(months).toHaveLength(12);
          for (const { x, y, radius } of dots) {
            expect(Math.min(x, y) - radius).toBeGreaterThan(0);
            expect(Math.max(x, y) + radius).toBeLessThan(wheelSize);
          }
          const turns = rows.map(({ localDate }) => turnOf(localDate));
          expect(turns).toEqual([...turns].sort((a, b) => a - b));
        },
      ),
    );
  });
});
