import { count } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { groupDevices } from "../../server/cases/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { openTuva } from "./group.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const joined = async () => (await house.store.read.select({ n: count() }).from(groupDevices))[0]?.n;

it("a whole room joins in the same second", async () => {
  const { codeNow } = await openTuva(house, cast);
  const kode = await codeNow();
  const phones = await Promise.all(Array.from({ length: 60 }, () => browserOf(house, null)));
  const answers = await Promise.all(
    phones.map((phone, i) => phone.post("/gruppe", { kode, gruppe: String((i % 8) + 1) })),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(phones.map(() => 303));
  expect(Number(await joined())).toBe(60);
});

it("guesses sent at once are counted like guesses sent one by one", async () => {
  const { codeNow } = await openTuva(house, cast);
  const phone = await browserOf(house, null);
  const guess = (kode: string) => phone.post("/gruppe", { kode, gruppe: "1" });
  const guesses = await Promise.all(
    Array.from({ length: 80 }, (_, i) => guess(i % 2 ? "AAA AAA" : "CCC CCC")),
  );
  expect(guesses.filter(({ body }) => body.includes("prøvd mange ganger"))).toHaveLength(20);
  const right = await guess(await codeNow());
  expect([right.statusCode, right.body.includes("prøvd mange ganger")]).toEqual([422, true]);
  expect(Number(await joined())).toBe(0);
});
