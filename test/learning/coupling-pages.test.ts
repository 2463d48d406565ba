import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agendaItems } from "../../server/gatherings/tables.ts";
import { couplingOf, storeCoupling } from "../../server/learning/coupling-store.ts";
import { proposeTopic } from "../../server/networks/topic.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, itemOf, send } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** A gathering held, with one topic out of two from a wish, and an item that waits for an answer. */
async function lifeSoFar() {
  const past = await addGathering(house, cast, "2026-10-13");
  await addGathering(house, cast, "2026-12-08");
  await house.store.write(async (tx) => {
    const wish = { networkId: cast.network, words: "Fravær", source: "mentor" as const, byId: cast.ola };
    const topicId = await proposeTopic(tx, wish, house.now());
    const item = { gatheringId: past, kind: "dialogue" as const, title: "Fravær", minutes: 40 };
    await tx.insert(agendaItems).values([
      { ...item, position: 1, topicId },
      { ...item, position: 2 },
    ]);
  });
  const { itemId } = await itemOf(house, cast);
  const ahead = await addGathering(house, cast, "2026-11-10");
  await send(house, cast, itemId, ahead);
}

const stored = () => couplingOf(house.store.read, [cast.network, cast.otherNetwork], "2026-1");

describe("the clock", () => {
  it("stores each half-year of each network, and counts the one we are in anew", async () => {
    await lifeSoFar();
    expect(await storeCoupling(house.store, house.now())).toBe(4);
    const mine = (await stored()).filter((row) => row.networkId === cast.network);
    expect(mine.map((row) => row.halfYear)).toEqual(["2026-2", "2026-1"]);
    expect(mine[0]?.counts).toMatchObject({ gatherings: 1, topics: 2, topicsFromWishes: 1, items: 1 });
    expect(await storeCoupling(house.store, house.now())).toBe(2); // the first half-year is final
  });

  it("what is final stays, whatever is erased or added later", async () => {
    await lifeSoFar();
    house.setNow("2027-01-05T09:00:00Z");
    await storeCoupling(house.store, house.now());
    const before = (await stored()).filter((row) => row.halfYear === "2026-2");
    await house.store.write((tx) => tx.delete(agendaItems));
    house.setNow("2027-01-06T09:00:00Z");
    await storeCoupling(house.store, house.now());
    expect((await stored()).filter((row) => row.halfYear === "2026-2")).toEqual(before);
  });
});

describe("the pages", () => {
  it("a mentor sees the own network, a leader those led, the region them added up", async () => {
    await lifeSoFar();
    await storeCoupling(house.store, house.now());
    const page = async (who: string) => (await (await browserOf(house, who)).get("/kobling")).body;
    expect(await page(cast.ola)).toContain("Mentornettverk Prøvebyen");
    expect(await page(cast.ola)).not.toContain("Annetsteds");
    expect(await page(cast.leif)).not.toContain("Annetsteds");
    expect(await page(cast.randi)).toContain("Tall fra 2 nettverk");
    expect(await page(cast.randi)).toContain("Nav arbeidslivssenter Prøvefylket, 2 nettverk lagt sammen");
    expect(await page(cast.leif)).not.toContain("lagt sammen");
  });

  it("a foreign network is not there, and a half-year that does not exist shows the newest", async () => {
    await lifeSoFar();
    await storeCoupling(house.store, house.now());
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get(`/kobling/${cast.otherNetwork}`)).statusCode).toBe(404);
    const { body } = await ola.get(`/kobling/${cast.network}?halvaar=1999-1`);
    expect(body).toContain("Andre halvår 2026, så\u00a0langt");
    expect(body).toContain("1 av 2 temaer");
  });

  it("says so when nothing is counted yet", async () => {
    const { body } = await (await browserOf(house, cast.leif)).get(`/kobling/${cast.network}`);
    expect(body).toContain("Tallene er ikke klare ennå");
  });

  it("takes the same statements for one network and for many", async () => {
    const count = async (who: string) => {
      const browser = await browserOf(house, who);
      await browser.get("/kobling");
      const before = house.statements.length;
      await browser.get("/kobling");
      return house.statements.length - before;
    };
    await storeCoupling(house.store, house.now());
    expect(await count(cast.randi)).toBe(await count(cast.leif));
  });
});
