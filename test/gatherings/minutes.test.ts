import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addToMinutes } from "../../server/gatherings/minutes.ts";
import { type WrittenItem, writeMinutes } from "../../server/gatherings/minutes-writing.ts";
import { minuteActions, minuteItems } from "../../server/gatherings/tables.ts";
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

  it("is whole and stands once when it is longer than an outcome can hold, sent twice", async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `${i} ${"ord ".repeat(150)}`.trim());
    await add("Tuva", lines, "agendaitem");
    await add("Tuva", lines, "agendaitem");
    const items = await itemsOf();
    expect(items.flatMap(({ words }) => words.split("\n"))).toEqual(lines);
    expect(Math.max(...items.map(({ words }) => words.length))).toBeLessThanOrEqual(4000);
    await add("Tuva", ["Én til"], "agendaitem");
    expect((await itemsOf()).flatMap(({ words }) => words.split("\n"))).toEqual([...lines, "Én til"]);
  });
});

describe("two people writing at once", () => {
  const write = (byId: string, items: WrittenItem[]) =>
    house.store.write((tx) => writeMinutes(tx, { gatheringId: id, byId, items, actions: [] }, house.now()), {
      inTurnFor: id,
    });
  const item = (heading: string, words: string, version = 0, itemId: string | null = null) => ({
    ...{ id: itemId, agendaItemId: `a-${heading}`, heading, words, version },
  });

  it("save each their own items, and neither sees a conflict", async () => {
    await write(cast.kari, [item("Tuva", "Kari om Tuva"), item("Kaffe", "")]);
    const second = await write(cast.tore, [item("Kaffe", "Tore om kaffe")]);
    expect(second.ok && second.conflicts.items.size).toBe(0);
    expect((await itemsOf()).map(({ words }) => words)).toEqual(["Kari om Tuva", "Tore om kaffe"]);
  });

  it("never lose a text, in any order and with any versions: it is stored, or comes back as a conflict", async () => {
    const edit = fc.record({
      by: fc.constantFrom("kari", "tore"),
      on: fc.constantFrom("A", "B"),
      words: fc.stringMatching(/^[a-z]{1,6}$/),
      isFresh: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        await house.store.write(async (tx) => {
          await tx.delete(minuteItems);
        });
        const seen: Record<string, number> = {};
        for (const { by, on, words, isFresh } of edits) {
          const before = (await itemsOf()).find(({ heading }) => heading === on);
          const version = isFresh ? (before?.version ?? 0) : (seen[by + on] ?? 0);
          seen[by + on] = version;
          const result = await write(cast[by as "kari"], [item(on, words, version)]);
          const after = (await itemsOf()).find(({ heading }) => heading === on);
          const clash = result.ok ? result.conflicts.items.get(0) : undefined;
          if (clash) {
            expect(after).toEqual(before);
            expect(clash.words).toBe(before?.words);
          } else expect(after?.words).toBe(words);
          const isStale = before !== undefined && version !== before.version && words !== before.words;
          expect(clash !== undefined).toBe(isStale);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("sent twice by a double press is one, for outcomes off the agenda and for things to do", async () => {
    const action = {
      ...{ id: null, kind: "action" as const, words: "Lage kontaktliste", responsible: "alle" },
      ...{ responsibleId: null, dueOn: "2027-01-10", version: 0 },
    };
    const items = [{ ...item("Utenom", "Noe nytt"), agendaItemId: null }];
    const given = { gatheringId: id, byId: cast.kari, items, actions: [action] };
    for (const _ of [1, 2]) await house.store.write((tx) => writeMinutes(tx, given, house.now()));
    expect(await itemsOf()).toHaveLength(1);
    expect(await house.store.read.select().from(minuteActions)).toHaveLength(1);
  });

  it("what one deleted while the other changed it comes back to whoever changed it", async () => {
    const action = {
      ...{ kind: "agreed" as const, responsible: null, responsibleId: null, dueOn: null },
    };
    const send = (byId: string, words: string, actionId: string | null, version: number) =>
      house.store.write((tx) =>
        writeMinutes(
          tx,
          { gatheringId: id, byId, items: [], actions: [{ ...action, id: actionId, words, version }] },
          house.now(),
        ),
      );
    await send(cast.kari, "Møte hver måned", null, 0);
    const [row] = await house.store.read.select().from(minuteActions);
    await send(cast.tore, "", row?.id as string, 1);
    const late = await send(cast.kari, "Møte annenhver måned", row?.id as string, 1);
    expect(late.ok && [...late.conflicts.actions]).toEqual([[0, null]]);
  });
});
