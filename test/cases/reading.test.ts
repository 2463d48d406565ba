import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readingsBy, reflectionsBy } from "../../server/cases/queries.ts";
import { markRead } from "../../server/cases/reading.ts";
import { deleteReflection, keepReflection } from "../../server/cases/reflection.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const keyOf = (personId: string, version = 1) => ({
  personId,
  caseSlug: "tuva",
  caseVersion: version,
  questionId: "hos-tuva",
});
const keep = (personId: string, words: string, version = 1) =>
  house.store.write((tx) =>
    keepReflection(tx, { ...keyOf(personId, version), words, choice: null }, house.now()),
  );
const wordsOf = async (personId: string) =>
  (await reflectionsBy(house.store, personId, "tuva")).map(({ version, words }) => [version, words]);

describe("a reflection", () => {
  it("is written over by the same person on the same question of the same version", async () => {
    await keep(cast.ola, "Kroppen stivner.");
    await keep(cast.ola, "Alle ser på.");
    expect(await wordsOf(cast.ola)).toEqual([[1, "Alle ser på."]]);
  });

  it("stays with the version it was written to", async () => {
    await keep(cast.ola, "Til den første.", 1);
    await keep(cast.ola, "Til den andre.", 2);
    expect(await wordsOf(cast.ola)).toEqual([
      [1, "Til den første."],
      [2, "Til den andre."],
    ]);
  });

  it("is its owner's alone: to read and to delete", async () => {
    await keep(cast.ola, "Olas ord.");
    await keep(cast.siri, "Siris ord.");
    expect(await wordsOf(cast.siri)).toEqual([[1, "Siris ord."]]);
    await house.store.write((tx) => deleteReflection(tx, keyOf(cast.siri)));
    expect(await wordsOf(cast.siri)).toEqual([]);
    expect(await wordsOf(cast.ola)).toEqual([[1, "Olas ord."]]);
  });

  it("says whether there was one to delete", async () => {
    const remove = () => house.store.write((tx) => deleteReflection(tx, keyOf(cast.ola)));
    expect(await remove()).toBe(false);
    await keep(cast.ola, "Ord.");
    expect(await remove()).toBe(true);
    expect(await remove()).toBe(false);
  });
});

describe("reading", () => {
  const read = (version: number) =>
    house.store.write((tx) =>
      markRead(tx, { personId: cast.ola, caseSlug: "tuva", caseVersion: version }, house.now()),
    );

  it("remembers the version last read, once", async () => {
    await read(1);
    await read(1);
    expect(await readingsBy(house.store, cast.ola)).toEqual(new Map([["tuva", 1]]));
    await read(2);
    expect(await readingsBy(house.store, cast.ola)).toEqual(new Map([["tuva", 2]]));
  });

  it("is each person's own", async () => {
    await read(1);
    expect((await readingsBy(house.store, cast.siri)).size).toBe(0);
  });
});
