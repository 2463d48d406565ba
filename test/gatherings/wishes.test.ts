import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agendaItems, gatherings } from "../../server/gatherings/tables.ts";
import {
  openWishes,
  takenWishes,
  type WishKey,
  type WishOrder,
} from "../../server/gatherings/wish-queries.ts";
import { memberships, topics, topicVotes } from "../../server/networks/tables.ts";
import { proposeTopic, voteForTopic } from "../../server/networks/topic.ts";
import { newId } from "../../server/store/columns.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const wish = (words: string, byId: string | null = cast.ola, networkId = cast.network) =>
  house.store.write((tx) =>
    proposeTopic(tx, { networkId, words, source: byId ? "mentor" : "evaluation", byId }, house.now()),
  );
const votesFor = async (topicId: string) =>
  (await house.store.read.select().from(topicVotes).where(eq(topicVotes.topicId, topicId))).map(
    (row) => row.personId,
  );
const takeUp = (topicId: string, gatheringId: string) =>
  house.store.write(async (tx) => {
    await tx.insert(agendaItems).values({
      id: newId(),
      gatheringId,
      position: 9,
      kind: "dialogue",
      title: "Ønsket",
      minutes: 20,
      topicId,
    });
  });

describe("a wish", () => {
  it("is added with one's own vote, and the page shows how long it has waited", async () => {
    const ola = await browserOf(house, cast.ola);
    const sent = await ola.post("/temaonsker", { nettverk: cast.network, onske: "Når noen ikke kommer" });
    expect(sent.statusCode).toBe(303);
    house.setNow("2027-03-02T09:00:00Z");
    const { body } = await (await browserOf(house, cast.siri)).get("/temaonsker");
    expect(body).toContain("Når noen ikke kommer");
    expect(body).toContain("Éi stemme");
    expect(body).toContain("Har venta i fire månader");
  });

  it("with a phone number is refused with the words kept; a likely name is shown once, then taken", async () => {
    const ola = await browserOf(house, cast.ola);
    const number = await ola.post("/temaonsker", {
      nettverk: cast.network,
      onske: "Ring meg på 40 12 34 56",
    });
    expect([number.statusCode, number.body.includes("Ring meg på 40 12 34 56")]).toEqual([422, true]);
    const words = { nettverk: cast.network, onske: "Hva gjør vi når Berit ikke kommer" };
    const named = await ola.post("/temaonsker", words);
    expect([named.statusCode, named.body.includes('name="sett"')]).toEqual([422, true]);
    expect((await ola.post("/temaonsker", { ...words, sett: "ja" })).statusCode).toBe(303);
    expect((await house.store.read.select().from(topics)).map((row) => row.words)).toEqual([words.onske]);
  });

  it("takes one vote from each, however often pressed, and gives it back", async () => {
    const id = await wish("Pauser");
    const siri = await browserOf(house, cast.siri);
    const twice = await Promise.all(
      [1, 2].map(() => siri.post(`/temaonsker/${id}/stemme`, { stemme: "ja" })),
    );
    expect(twice.map((one) => one.statusCode)).toEqual([303, 303]);
    expect((await votesFor(id)).sort()).toEqual([cast.ola, cast.siri].sort());
    await siri.post(`/temaonsker/${id}/stemme`, { stemme: "nei" });
    await siri.post(`/temaonsker/${id}/stemme`, { stemme: "nei" });
    expect(await votesFor(id)).toEqual([cast.ola]);
  });

  it("tells whoever is in no network yet why there is nothing, here and where innspill are given", async () => {
    await house.store.write((tx) => tx.delete(memberships).where(eq(memberships.personId, cast.ola)));
    const ola = await browserOf(house, cast.ola);
    for (const path of ["/temaonsker", "/innspill/nytt"]) {
      const page = await ola.get(path);
      expect([path, page.statusCode]).toEqual([path, 404]);
      expect(page.body).toContain("Du er ikke med i noe nettverk ennå");
    }
    expect((await ola.get(`/temaonsker?nettverk=${cast.network}`)).statusCode).toBe(404);
  });

  it("is taken back by its proposer alone, and only while it is nobody else's", async () => {
    const id = await wish("Pauser");
    const [ola, siri] = [await browserOf(house, cast.ola), await browserOf(house, cast.siri)];
    expect((await siri.post(`/temaonsker/${id}/sletting`)).statusCode).toBe(404);
    await siri.post(`/temaonsker/${id}/stemme`, { stemme: "ja" });
    await ola.post(`/temaonsker/${id}/sletting`);
    expect(await votesFor(id)).toHaveLength(2);
    await siri.post(`/temaonsker/${id}/stemme`, { stemme: "nei" });
    const twice = [
      await ola.post(`/temaonsker/${id}/sletting`),
      await ola.post(`/temaonsker/${id}/sletting`),
    ];
    expect(twice.map((one) => one.statusCode)).toEqual([303, 303]);
    expect(await house.store.read.select().from(topics)).toEqual([]);
  });

  it("on an agenda is not waiting, cannot be deleted, and shows where; a cancelled gathering sets it free", async () => {
    const id = await wish("Pauser");
    const gathering = await addGathering(house, cast, { openedAt: house.now() });
    await takeUp(id, gathering);
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get("/temaonsker")).body).not.toContain("Pauser");
    expect((await ola.get("/temaonsker?vis=tatt")).body).toMatch(
      /Kommer på «Når noen ikke kommer» 8.\u00a0desember/,
    );
    await ola.post(`/temaonsker/${id}/sletting`);
    expect(await house.store.read.select().from(topics)).toHaveLength(1);
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ cancelledAt: house.now() }).where(eq(gatherings.id, gathering));
    });
    expect((await ola.get("/temaonsker")).body).toContain("Pauser");
    expect(await takenWishes(house.store.read, { networkId: cast.network, after: null, size: 9 })).toEqual(
      [],
    );
  });

  it("of another network can neither be seen nor voted for", async () => {
    const id = await wish("Fremmed", cast.strangeMentor, cast.otherNetwork);
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get(`/temaonsker?nettverk=${cast.otherNetwork}`)).statusCode).toBe(404);
    expect((await ola.post(`/temaonsker/${id}/stemme`, { stemme: "ja" })).statusCode).toBe(404);
    const other = { nettverk: cast.otherNetwork, onske: "Inn her" };
    expect((await ola.post("/temaonsker", other)).statusCode).toBe(404);
    expect(await votesFor(id)).toEqual([cast.strangeMentor]);
  });

  it("never tells who proposed it: not to leaders, not to the adviser, and leaders cannot press", async () => {
    await wish("Pauser");
    for (const id of [cast.leif, cast.randi, cast.kari]) {
      const { body, statusCode } = await (await browserOf(house, id)).get(
        `/temaonsker?nettverk=${cast.network}`,
      );
      expect([statusCode, body.includes("Pauser"), body.includes("Ola")]).toEqual([200, true, false]);
    }
    const leif = await browserOf(house, cast.leif);
    expect((await leif.get(`/temaonsker?nettverk=${cast.network}`)).body).not.toContain("Dette vil jeg også");
    expect((await leif.post("/temaonsker", { nettverk: cast.network, onske: "X" })).statusCode).toBe(403);
  });
});

describe("the list", () => {
  it.each<WishOrder>(["votes", "oldest"])(
    "by %s is the same in pages of any size, each wish once",
    async (order) => {
      const mentors = await addMentors(house.store, cast.network, 4);
      await house.store.write(async (tx) => {
        for (let i = 0; i < 17; i++) {
          const id = newId();
          const proposedOn = `2026-0${1 + (i % 3)}-11`;
          const words = `Ønske ${i}`;
          await tx
            .insert(topics)
            .values({ id, networkId: cast.network, words, source: "mentor", proposedOn });
          for (const personId of mentors.slice(0, i % 5))
            await tx.insert(topicVotes).values({ topicId: id, personId });
        }
      });
      const all = { networkId: cast.network, viewerId: cast.ola, order };
      const whole = (await openWishes(house.store.read, { ...all, after: null, size: 99 })).map(
        (row) => row.id,
      );
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 18 }), async (size) => {
          const paged: string[] = [];
          let after: WishKey | null = null;
          for (;;) {
            const rows = await openWishes(house.store.read, { ...all, after, size });
            paged.push(...rows.map((row) => row.id));
            after = rows.at(-1) ?? null;
            if (rows.length < size) break;
          }
          expect(paged).toEqual(whole);
        }),
        { numRuns: 12 },
      );
      expect(new Set(whole).size).toBe(17);
    },
  );

  it("takes the same number of statements however long it is", async () => {
    const ola = await browserOf(house, cast.ola);
    const count = async () => {
      const before = house.statements.length;
      await ola.get("/temaonsker");
      return house.statements.length - before;
    };
    await wish("Først");
    await count();
    const few = await count();
    for (let i = 0; i < 12; i++) await wish(`Ønske ${i}`, i % 2 ? cast.siri : null);
    expect(await count()).toBe(few);
  });
});

it("a vote for a wish that was taken back in the same moment is no fault", async () => {
  const vote = { topicId: "taken-back", personId: cast.ola };
  await house.store.write((tx) => voteForTopic(tx, vote));
  expect(await votesFor("taken-back")).toEqual([]);
});
