import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closedOn } from "../../server/gatherings/holidays.ts";
import { proposeDates, type SeriesRule } from "../../server/gatherings/proposals.ts";
import { planSeason, type Season } from "../../server/gatherings/series.ts";
import { agendaItems, gatherings, series } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";

const rule: SeriesRule = { nth: 2, weekday: 2, everyMonths: 1, from: "2026-11-01", to: "2027-10-31" };
const held = (r: SeriesRule) => proposeDates(r).filter(({ closed }) => !closed);

describe("the dates a rule gives", () => {
  it("are the second Tuesdays of the months", () => {
    expect(held(rule).map(({ date }) => date)).toEqual([
      "2026-11-10",
      "2026-12-08",
      "2027-01-12",
      "2027-02-09",
      "2027-03-09",
      "2027-04-13",
      "2027-05-11",
      "2027-06-08",
      "2027-08-10",
      "2027-09-14",
      "2027-10-12",
    ]);
  });

  it("skip July", () => {
    expect(proposeDates(rule).find(({ date }) => date === "2027-07-13")).toMatchObject({
      closed: { reason: "july" },
    });
  });

  it("name the public holiday and propose the week after", () => {
    const mondays = { ...rule, nth: 4, weekday: 1, from: "2026-05-01", to: "2026-06-30" };
    expect(proposeDates(mondays)[0]).toEqual({
      date: "2026-05-25",
      closed: { reason: "holiday", holiday: "easter 50" },
      replacement: "2026-06-01",
    });
  });

  it("skip Easter week from Palm Sunday on", () => {
    const tuesdays = { ...rule, nth: -1, from: "2026-03-01", to: "2026-04-30" };
    expect(proposeDates(tuesdays)[0]).toEqual({
      date: "2026-03-31",
      closed: { reason: "easter", holiday: null },
      replacement: "2026-04-07",
    });
    expect(closedOn("2026-03-28")).toBeNull();
    expect(closedOn("2026-03-29")?.reason).toBe("easter");
    expect(closedOn("2026-04-07")).toBeNull();
  });

  it("include the last weekday of months with five", () => {
    const fridays = { ...rule, nth: -1, weekday: 5, from: "2026-10-01", to: "2026-11-30" };
    expect(proposeDates(fridays).map(({ date }) => date)).toEqual(["2026-10-30", "2026-11-27"]);
  });

  it("never fall on a closed day, on the wrong weekday, outside the period or twice", () => {
    const rules = fc.record({
      nth: fc.constantFrom(1, 2, 3, 4, -1),
      weekday: fc.integer({ min: 1, max: 7 }),
      everyMonths: fc.integer({ min: 1, max: 3 }),
      start: fc.integer({ min: 0, max: 3000 }),
      days: fc.integer({ min: 0, max: 730 }),
    });
    fc.assert(
      fc.property(rules, ({ nth, weekday, everyMonths, start, days }) => {
        const first = Temporal.PlainDate.from("2024-01-01").add({ days: start });
        const from = first.toString();
        const to = first.add({ days }).toString();
        const proposals = proposeDates({ nth, weekday, everyMonths, from, to });
        const dates = proposals.flatMap(({ date, closed, replacement }) =>
          closed ? (replacement ?? []) : date,
        );
        expect(new Set(dates).size).toBe(dates.length);
        for (const date of dates) {
          const day = Temporal.PlainDate.from(date);
          expect(day.dayOfWeek).toBe(weekday);
          expect(day.month).not.toBe(7);
          expect(closedOn(date)).toBeNull();
          expect(date >= from && date <= to).toBe(true);
        }
        for (const { date, closed } of proposals) {
          const { day, daysInMonth } = Temporal.PlainDate.from(date);
          if (nth === -1) expect(day).toBeGreaterThan(daysInMonth - 7);
          else expect(Math.ceil(day / 7)).toBe(nth);
          expect(closed).toEqual(closedOn(date));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("confirming a season", () => {
  let house: TestHouse;
  let cast: Cast;
  beforeEach(async () => {
    house = await openHouse();
    cast = await addCast(house.store);
  });
  afterEach(() => house.close());
  const season = (): Season => ({
    networkId: cast.network,
    rule,
    startTime: "13:00",
    endTime: "15:00",
    title: "Samling",
    place: "Møterommet",
    link: null,
    capacity: 20,
    agenda: [
      { kind: "professional", title: "Innledning", minutes: 30 },
      { kind: "dialogue", title: "Runde", minutes: 60 },
    ],
  });
  const plan = (dates: string[], change: Partial<Season> = {}) =>
    house.store.write((tx) => planSeason(tx, { ...season(), ...change }, dates, cast.kari, house.now()));
  const all = () => house.store.read.select().from(gatherings).orderBy(gatherings.startsAt);

  it("creates drafts with the agenda and sends nothing", async () => {
    await plan(["2026-12-08", "2026-11-10"]);
    const drafts = await all();
    expect(drafts.map(({ localDate, openedAt }) => [localDate, openedAt])).toEqual([
      ["2026-11-10", null],
      ["2026-12-08", null],
    ]);
    expect(await house.store.read.select().from(agendaItems)).toHaveLength(4);
    expect(await house.store.read.select().from(outbox)).toEqual([]);
  });

  it("keeps 13.00 in Oslo on both sides of both clock changes", async () => {
    const dates = ["2027-03-27", "2027-03-29", "2027-10-30", "2027-11-01"];
    await plan(dates);
    expect((await all()).map(({ startsAt }) => startsAt.toString())).toEqual([
      "2027-03-27T12:00:00Z",
      "2027-03-29T11:00:00Z",
      "2027-10-30T11:00:00Z",
      "2027-11-01T12:00:00Z",
    ]);
  });

  it("creates nothing twice", async () => {
    await plan(["2026-11-10", "2026-12-08"]);
    const again = await plan(["2026-11-10", "2026-12-08", "2027-01-12"]);
    expect(again).toMatchObject({
      ok: true,
      created: ["2027-01-12"],
      existing: ["2026-11-10", "2026-12-08"],
    });
    await plan(["2026-11-10"]);
    expect(await all()).toHaveLength(3);
    expect(await house.store.read.select().from(series)).toHaveLength(2);
  });

  it("creates nothing twice when pressed twice at once", async () => {
    await Promise.all([plan(["2026-11-10"]), plan(["2026-11-10"])]);
    expect(await all()).toHaveLength(1);
  });

  it("refuses dates that have been, an end before the start, and none at all", async () => {
    expect(await plan(["2026-11-01", "2026-12-08"])).toEqual({
      ok: false,
      reason: "past",
      dates: ["2026-11-01"],
    });
    expect(await plan(["2026-12-08"], { endTime: "12:00" })).toMatchObject({ reason: "end-before-start" });
    expect(await plan([])).toMatchObject({ reason: "no-dates" });
    expect(await all()).toEqual([]);
  });
});
