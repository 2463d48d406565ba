import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addToMinutes } from "../../server/gatherings/minutes.ts";
import { minuteItems } from "../../server/gatherings/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
  house.setNow("2026-12-08T12:30:00Z");
});
afterEach(() => house.close());

const itemsOf = () =>
  house.store.read
    .select()
    .from(minuteItems)
    .where(eq(minuteItems.gatheringId, id))
    .orderBy(asc(minuteItems.position));
const add = (heading: string, lines: string[], agendaItemId: string | null = null) =>
  house.store.write((tx) => addToMinutes(tx, { gatheringId: id, agendaItemId, heading, lines }, house.now()));

describe("what a group worked out", () => {
  it("is put below what stands there, once however often it is sent", async () => {
    const first = await add("Tuva", ["Prøv kassa to og to", "Si hva som er forventet"]);
    const again = await add("Tuva", ["Si hva som er forventet", "Ring Nav samme dag"]);
    await add("Tuva", ["Ring Nav samme dag"]);
    expect(again).toBe(first);
    expect((await itemsOf()).map(({ words, version }) => [words, version])).toEqual([
      ["Prøv kassa to og to\nSi hva som er forventet\nRing Nav samme dag", 2],
    ]);
  });

  it("on another item or under another heading stands by itself", async () => {
    await add("Tuva", ["En"]);
    await add("Martin", ["To"]);
    await add("Tuva", ["Tre"], "agendaitem");
    expect((await itemsOf()).map(({ heading, position }) => [heading, position])).toEqual([
      ["Tuva", 1],
      ["Martin", 2],
      ["Tuva", 3],
    ]);
  });

  it("is never cut short: what an outcome cannot hold begins a new item", async () => {
    await add("Tuva", ["a".repeat(3900)]);
    await add("Tuva", ["b".repeat(300)]);
    expect((await itemsOf()).map(({ words }) => words.length)).toEqual([3900, 300]);
  });
});
