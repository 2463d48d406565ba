/** The front page: first minutes of a network and of a mentor, and what waits before what may be looked at. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { attendance } from "../../server/gatherings/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering } from "../gatherings/party.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const frontOf = async (personId: string) => (await (await browserOf(house, personId)).get("/")).body;

it("leads the adviser of a network that has not begun by the hand, until it has invited", async () => {
  const empty = await frontOf(cast.kari);
  expect(empty).toMatch(/Slik kommer .+ i gang/);
  expect(empty).toContain(`href="/samlinger/sesong?nettverk=${cast.network}"`);
  expect(empty).toContain(`href="/personer/import?nettverk=${cast.network}"`);
  await addGathering(house, cast, { openedAt: house.now() });
  expect(await frontOf(cast.kari)).not.toMatch(/Slik kommer .+ i gang/);
});

it("tells a new mentor what this is until the first gathering, and nobody else", async () => {
  house.setNow("2026-03-02T09:00:00Z"); // they joined in January
  const says = "Velkommen som mentor";
  expect([(await frontOf(cast.ola)).includes(says), (await frontOf(cast.nina)).includes(says)]).toEqual([
    true,
    false,
  ]);
  const gatheringId = await addGathering(house, cast, { openedAt: house.now() });
  await house.store.write(async (tx) => {
    const recordedById = cast.kari;
    const row = { gatheringId, personId: cast.ola, status: "present" as const, recordedById };
    await tx.insert(attendance).values({ ...row, recordedAt: house.now() });
  });
  expect(await frontOf(cast.ola)).not.toContain(says);
});

it("asks the same number of statements however many gatherings there are", async () => {
  const count = async () => {
    const browser = await browserOf(house, cast.kari);
    const before = house.statements.length;
    await browser.get("/");
    return house.statements.length - before;
  };
  await addGathering(house, cast, { openedAt: house.now() });
  const one = await count();
  await addGathering(house, cast, { openedAt: house.now() });
  expect(await count()).toBe(one);
});
