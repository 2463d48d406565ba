import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addBlackOut } from "../../server/gatherings/black-out.ts";
import { planSeason } from "../../server/gatherings/series.ts";
import { editSeries, type SeriesFacts, seriesLines, seriesOf } from "../../server/gatherings/series-edit.ts";
import { gatherings, rsvps, series } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { instantOf } from "../../server/web/dates.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { answer, invite, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
const dates = ["2027-02-09", "2027-03-09", "2027-04-13"];
const facts: SeriesFacts = {
  ...{ title: "Samling", startTime: "13:00", endTime: "15:00", place: "Møterommet", link: null },
  ...{ capacity: 20, nth: 2, weekday: 2 },
};
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  const { nth, weekday, ...rest } = facts;
  const rule = { nth, weekday, everyMonths: 1, from: dates[0] as string, to: dates[2] as string };
  const season = { networkId: cast.network, rule, ...rest, agenda: [] };
  await house.store.write((tx) => planSeason(tx, season, dates, cast.kari, house.now()));
});
afterEach(() => house.close());

const all = () => house.store.read.select().from(gatherings).orderBy(asc(gatherings.startsAt));
const idOf = async (index: number) => (await all())[index]?.id as string;
const set = async (index: number, values: Partial<typeof gatherings.$inferInsert>) => {
  const id = await idOf(index);
  await house.store.write(async (tx) => {
    await tx.update(gatherings).set(values).where(eq(gatherings.id, id));
  });
};
async function edit(
  from: number,
  change: Partial<SeriesFacts>,
  how: { scope?: "following" | "all"; overwrites?: boolean; seen?: Map<string, number> } = {},
) {
  const gatheringId = await idOf(from);
  const { scope = "following", overwrites = false } = how;
  const given = { gatheringId, scope, overwrites, facts: { ...facts, ...change } };
  const seen = how.seen ?? new Map((await all()).map(({ id, version }) => [id, version]));
  return house.store.write((tx) =>
    editSeries(tx, house.mailer, { edit: given, seen, byId: cast.kari }, house.now()),
  );
}
const places = async () => (await all()).map(({ place }) => place);

describe("a series edit", () => {
  it("changes this and the following, and parts the series in two", async () => {
    expect(await edit(1, { place: "Kantina" })).toEqual({ ok: true, changed: 2 });
    expect(await places()).toEqual(["Møterommet", "Kantina", "Kantina"]);
    const [first, second, third] = await all();
    expect(first?.seriesId).not.toBe(second?.seriesId);
    expect(third?.seriesId).toBe(second?.seriesId);
    expect((await house.store.read.select().from(series)).map(({ place }) => place).sort()).toEqual([
      "Kantina",
      "Møterommet",
    ]);
  });

  it("changes all that lie ahead, and none that were held", async () => {
    house.setNow("2027-02-20T09:00:00Z");
    await edit(1, { place: "Kantina" }, { scope: "all" });
    expect(await places()).toEqual(["Møterommet", "Kantina", "Kantina"]);
    expect(await house.store.read.select().from(series)).toHaveLength(1);
  });

  it("leaves what was changed on one alone, field by field, unless asked", async () => {
    await set(1, { title: "Om fravær", place: "Biblioteket" });
    await edit(0, { place: "Kantina", capacity: 12 }, { scope: "all" });
    expect((await all()).map(({ title, place, capacity }) => [title, place, capacity])).toEqual([
      ["Samling", "Kantina", 12],
      ["Om fravær", "Biblioteket", 12],
      ["Samling", "Kantina", 12],
    ]);
    const asked = { place: "Aulaen", capacity: 12 };
    await edit(0, asked, { scope: "all", overwrites: true });
    expect((await all()).map(({ title, place }) => [title, place])).toEqual([
      ["Samling", "Aulaen"],
      ["Om fravær", "Aulaen"],
      ["Samling", "Aulaen"],
    ]);
  });

  it("moves to another weekday on both sides of the clock change, past what is closed", async () => {
    await house.store.write((tx) =>
      addBlackOut(tx, { networkId: cast.network, from: "2027-04-15", to: "2027-04-15", words: "fagdag" }),
    );
    await edit(0, { nth: 3, weekday: 4 }, { scope: "all" });
    expect((await all()).map(({ localDate, startsAt }) => [localDate, startsAt.toString()])).toEqual([
      ["2027-02-18", "2027-02-18T12:00:00Z"],
      ["2027-03-18", "2027-03-18T12:00:00Z"],
      ["2027-04-22", "2027-04-22T11:00:00Z"],
    ]);
  });

  it("leaves a date that was moved by itself", async () => {
    await set(1, { localDate: "2027-03-11" });
    await edit(0, { weekday: 4 }, { scope: "all" });
    expect((await all()).map(({ localDate }) => localDate)).toEqual([
      "2027-02-11",
      "2027-03-11",
      "2027-04-08",
    ]);
  });

  it("moves one with answers with an update; the answers stay, nothing is deleted", async () => {
    const id = await idOf(1);
    await invite(house, cast, id, cast.ola);
    await answer(house, id, cast.ola);
    await sendAll(house);
    await edit(0, { startTime: "12:00", endTime: "14:00" }, { scope: "all" });
    expect(await all()).toHaveLength(3);
    expect((await house.store.read.select().from(rsvps)).map(({ answer }) => answer)).toEqual(["yes"]);
    const queued = (await house.store.read.select().from(outbox)).filter(({ state }) => state === "queued");
    expect(queued.map(({ kind, personId }) => [kind, personId])).toEqual([["moved", cast.ola]]);
    expect((await all())[1]?.sequence).toBe(1);
  });

  it("pressed twice changes nothing more", async () => {
    await edit(1, { place: "Kantina" });
    expect(await edit(1, { place: "Kantina" })).toEqual({ ok: true, changed: 0 });
    expect(await house.store.read.select().from(series)).toHaveLength(2);
  });

  it("is refused whole when someone edited one meanwhile, and when one is blocked", async () => {
    const seen = new Map((await all()).map(({ id, version }) => [id, version]));
    await set(2, { version: 7 });
    expect(await edit(0, { place: "Kantina" }, { scope: "all", seen })).toMatchObject({ reason: "changed" });
    const id = await idOf(1);
    await invite(house, cast, id, cast.ola, cast.siri);
    for (const person of [cast.ola, cast.siri]) await answer(house, id, person);
    expect(await edit(0, { capacity: 1 }, { scope: "all" })).toMatchObject({ reason: "blocked" });
    expect(await places()).toEqual(["Møterommet", "Møterommet", "Møterommet"]);
    const chosen = new Map((await all()).filter((row) => row.id !== id).map((row) => [row.id, row.version]));
    expect(await edit(0, { capacity: 1 }, { scope: "all", seen: chosen })).toEqual({ ok: true, changed: 2 });
    expect((await all()).map(({ capacity }) => capacity)).toEqual([1, 20, 1]);
  });

  it("sees another gathering of the network in the way", async () => {
    const one = await seriesOf(house.store.read, await idOf(0));
    await house.store.write(async (tx) => {
      const [row] = await tx.select().from(gatherings).limit(1);
      const there = { ...row, id: "annen", seriesId: null, localDate: "2027-02-11" };
      await tx.insert(gatherings).values({
        ...(there as typeof gatherings.$inferInsert),
        startsAt: instantOf("2027-02-11", "13:00"),
      });
    });
    const lines = await seriesLines(
      house.store.read,
      one as NonNullable<typeof one>,
      { gatheringId: await idOf(0), scope: "all", overwrites: false, facts: { ...facts, weekday: 4 } },
      house.now(),
    );
    expect(lines.map(({ blocked }) => blocked)).toEqual(["taken", null, null]);
  });
});

describe("the pages of a series edit", () => {
  const form = (change: Record<string, string> = {}) => ({
    ...{ omfang: "alle", hvilken: "2", ukedag: "2", tittel: "Samling", start: "13:00", slutt: "15:00" },
    ...{ sted: "Kantina", lenke: "", plasser: "20" },
    ...change,
  });

  it("show what will happen before anything is saved", async () => {
    const kari = await browserOf(house, cast.kari);
    const path = `/samlinger/${await idOf(0)}/serie`;
    expect((await kari.get(path)).body).toContain('value="Møterommet"');
    const preview = await kari.get(`${path}/forslag?${new URLSearchParams(form())}`);
    expect(preview.body).toContain("Sted: Møterommet →\u00a0Kantina");
    expect(await places()).toEqual(["Møterommet", "Møterommet", "Møterommet"]);
    const rows = await all();
    const seen = Object.fromEntries(rows.map(({ id, version }) => [`v-${id}`, String(version)]));
    const sent = { ...form(), ...seen, samling: rows.slice(0, 2).map(({ id }) => id) };
    expect((await kari.post(path, sent)).statusCode).toBe(303);
    expect(await places()).toEqual(["Kantina", "Kantina", "Møterommet"]);
    expect((await kari.post(path, sent)).headers.location).toBe(`/samlinger/${rows[0]?.id}`);
  });

  it("keep what was typed when it is wrong, and are for the network's advisers", async () => {
    const kari = await browserOf(house, cast.kari);
    const path = `/samlinger/${await idOf(0)}/serie`;
    const wrong = await kari.get(
      `${path}/forslag?${new URLSearchParams(form({ slutt: "12:00", plasser: "mange" }))}`,
    );
    expect([wrong.statusCode, wrong.body.includes('value="mange"')]).toEqual([422, true]);
    expect((await (await browserOf(house, cast.strangeAdviser)).get(path)).statusCode).toBe(404);
    expect((await (await browserOf(house, cast.ola)).post(path, form())).statusCode).toBe(403);
  });
});
