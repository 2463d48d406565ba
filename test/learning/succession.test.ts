/** A leader gone and another in their place: what waits goes along, by the administrator's own pages. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queuePage } from "../../server/learning/item-queries.ts";
import { outbox } from "../../server/mail/tables.ts";
import { networkUnits } from "../../server/networks/tables.ts";
import { unitLeaders, units } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { decideIt, itemOf, newDecision, send } from "./loop.ts";
import { aYear, type Year } from "./year.ts";

let house: TestHouse;
let year: Year;
let itemId: string;
beforeEach(async () => {
  house = await openHouse();
  year = await aYear(house);
  house.setNow("2026-11-02T09:00:00Z");
  ({ itemId } = await itemOf(house, year.cast));
  await send(house, year.cast, itemId, year.gatherings[1] as string);
  house.setNow("2026-11-20T09:00:00Z");
});
afterEach(() => house.close());

/** The administrator on the page of the office. */
async function atOffice(where: "ledere" | "ledere/slutt", person: string, som = "leder") {
  const amir = await browserOf(house, year.cast.amir);
  return amir.post(`/enheter/${year.cast.office}/${where}`, { person, som });
}
const queueOf = async (personId: string) =>
  (await queuePage(house.store.read, personId, null, 10)).map(({ id }) => id);
const decideAs = async (byId: string) => {
  const last = await year.last(itemId);
  return decideIt(house, newDecision(year.cast, itemId, last?.id as string, { byId, onDate: "2026-12-20" }));
};

describe("what waits before a leader", () => {
  it("goes to whoever leads in their place, due when it was due, and they can answer it", async () => {
    const { leif, nina } = year.cast;
    const before = await year.last(itemId);
    expect((await atOffice("ledere", nina)).statusCode).toBe(303);
    expect([await queueOf(leif), await queueOf(nina)]).toEqual([[], [itemId]]);
    const { kind, iteration, dueGatheringId } = before as NonNullable<typeof before>;
    expect(await year.last(itemId)).toMatchObject({ kind, iteration, dueGatheringId, toId: nina, number: 2 });
    const mails = await house.store.read.select().from(outbox).where(eq(outbox.personId, nina));
    expect(mails.map((mail) => mail.kind)).toContain("learning-waiting");
    const page = await (await browserOf(house, nina)).get("/laeringspunkter/ko");
    expect(page.body).toContain("Hvordan kan en mentor alltid nå noen?");
    expect(await decideAs(leif)).toEqual({ ok: false, reason: "not-yours" });
    expect((await decideAs(nina)).ok).toBe(true);
  });

  it("goes to the deputy when the leader ends, and to nobody while there is none", async () => {
    const { leif, nina } = year.cast;
    const alone = await atOffice("ledere/slutt", leif);
    expect([alone.statusCode, await queueOf(leif)]).toEqual([422, [itemId]]);
    await atOffice("ledere", nina, "stedfortreder");
    expect(await queueOf(leif)).toEqual([itemId]);
    await atOffice("ledere/slutt", leif);
    expect([await queueOf(leif), await queueOf(nina)]).toEqual([[], [itemId]]);
  });

  it("stays with one who still leads another office of the network", async () => {
    const { leif, nina, network } = year.cast;
    await house.store.write(async (tx) => {
      const id = newId();
      await tx.insert(units).values({ id, kind: "office", name: "Nav Sørbygda", sortKey: "nav sørbygda" });
      await tx.insert(networkUnits).values({ networkId: network, unitId: id });
      await tx.insert(unitLeaders).values({ unitId: id, personId: leif, isDeputy: false });
    });
    await atOffice("ledere", nina);
    expect([await queueOf(leif), await queueOf(nina)]).toEqual([[itemId], []]);
  });

  it("is told of once more as silent when the new leader does not answer either", async () => {
    const { nina, randi } = year.cast;
    await year.tick("2027-01-13T09:00:00Z");
    const told = async () =>
      (await house.store.read.select().from(outbox).where(eq(outbox.personId, randi))).filter(
        (mail) => mail.kind === "learning-silent",
      ).length;
    expect(await told()).toBe(1);
    await atOffice("ledere", nina);
    await year.tick("2027-01-14T09:00:00Z");
    await year.tick("2027-01-15T09:00:00Z");
    expect([await told(), await queueOf(nina)]).toEqual([2, [itemId]]);
  });
});
