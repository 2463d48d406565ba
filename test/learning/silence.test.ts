import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatherings } from "../../server/gatherings/tables.ts";
import { reportBacksFor } from "../../server/learning/agenda.ts";
import { assignSilent, tellSilence } from "../../server/learning/silence.ts";
import { learningLog } from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { personRoles, unitLeaders } from "../../server/people/tables.ts";
import { addPerson } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { decideIt, itemOf, newDecision, send } from "./loop.ts";
import { aYear, type Year } from "./year.ts";

let house: TestHouse;
let year: Year;
let itemId: string;
beforeEach(async () => {
  house = await openHouse();
  await house.app(); // which reads the themes
  year = await aYear(house);
  ({ itemId } = await itemOf(house, year.cast));
  await send(house, year.cast, itemId, year.gatherings[0] as string);
});
afterEach(() => house.close());

const told = () => house.store.read.select().from(outbox).where(eq(outbox.kind, "learning-silent"));

describe("a leader who has not answered", () => {
  it("has until the second due gathering; then level 2 is told, once", async () => {
    await year.tick("2026-12-08T11:59:00Z");
    expect(await told()).toEqual([]);
    await year.tick("2026-12-08T12:00:00Z");
    await Promise.all([1, 2].map(() => tellSilence(house.store, house.mailer, house.now())));
    await year.tick("2027-03-01T12:00:00Z");
    const mails = await told();
    expect(mails.map((mail) => mail.personId)).toEqual([year.cast.randi]);
    expect(mails[0]?.textBody).toContain("Hvordan kan en mentor alltid nå noen?");
    const log = await house.store.read.select().from(learningLog).where(eq(learningLog.event, "silent"));
    expect(log).toHaveLength(1);
  });

  it("is told of no more once it is answered", async () => {
    await decideIt(
      house,
      newDecision(year.cast, itemId, (await year.last(itemId))?.id as string, { verdict: "keep" }),
    );
    await year.tick("2027-01-12T12:00:00Z");
    expect(await told()).toEqual([]);
  });

  it("gets no grace from a due gathering that is cancelled: the second after it was sent counts", async () => {
    await house.store.write(async (tx) => {
      await tx
        .update(gatherings)
        .set({ cancelledAt: house.now() })
        .where(eq(gatherings.id, year.gatherings[0] as string));
    });
    await year.tick("2027-01-12T12:00:00Z"); // due in January now
    expect(await told()).toEqual([]);
    await year.tick("2027-02-09T12:00:00Z");
    expect(await told()).toHaveLength(1);
    const [line] = await reportBacksFor(house.store.read, year.gatherings[4] as string, "nb", house.now());
    expect(line?.state).toContain("Nav har ikke svart ennå");
  });

  it("stands on the agenda with theme and waiting time, and on level 2's page, where it can be given to another", async () => {
    const other = await house.store.write(async (tx) => {
      const id = await addPerson(tx, { name: "Berit Lunde", roles: ["leader"] });
      await tx.insert(unitLeaders).values({ unitId: year.cast.office, personId: id, isDeputy: true });
      return id;
    });
    await year.tick("2026-12-08T12:00:00Z");
    const randi = await browserOf(house, year.cast.randi); // the site knows the themes by name
    const [line] = await reportBacksFor(house.store.read, year.gatherings[2] as string, "nb", house.now());
    expect(line?.state).toBe(
      "Nav har ikke svart ennå. Spørsmålet har ventet to samlinger. Tema: Tilgjengelighet og responstid.",
    );
    const [later] = await reportBacksFor(house.store.read, year.gatherings[4] as string, "nb", house.now());
    expect(later?.state).toBe(line?.state); // what is still ahead has passed nothing by
    expect((await randi.get("/laeringspunkter/ko")).body).toContain("Hvordan kan en mentor alltid nå noen?");
    expect((await randi.get(`/laeringspunkter/${itemId}`)).body).toContain("La en annen svare");
    const missing = await randi.post(`/laeringspunkter/${itemId}/fordel`, { til: other, hvorfor: "" });
    expect([missing.statusCode, missing.body.includes("Berit Lunde")]).toEqual([422, true]);
    const given = await randi.post(`/laeringspunkter/${itemId}/fordel`, { til: other, hvorfor: "Ta denne" });
    expect(given.statusCode).toBe(303);
    expect(await year.last(itemId)).toMatchObject({ kind: "assigned", toId: other, reason: "Ta denne" });
    expect((await randi.get("/laeringspunkter/ko")).body).not.toContain("alltid nå noen?");
  });

  it("is left alone by everyone but level 2, and by level 2 while there is time", async () => {
    const assign = (byId: string, toId: string) =>
      house.store.write((tx) =>
        assignSilent(tx, house.mailer, { itemId, byId, toId, reason: "Derfor" }, house.now()),
      );
    const { randi, leif, kari } = year.cast;
    expect(await assign(randi, kari)).toEqual({ ok: false, reason: "not-silent" });
    await year.tick("2026-12-08T12:00:00Z");
    for (const byId of [leif, kari]) expect(await assign(byId, leif)).toMatchObject({ reason: "not-yours" });
    for (const toId of [kari, leif]) {
      expect(await assign(randi, toId)).toEqual({ ok: false, reason: "unknown-leader" });
    }
  });

  it("is not told of to whoever is the silent one", async () => {
    await house.store.write(async (tx) => {
      await tx
        .insert(unitLeaders)
        .values({ unitId: year.cast.office, personId: year.cast.randi, isDeputy: true });
      await tx.insert(personRoles).values({ personId: year.cast.randi, role: "leader" });
    });
    const second = await itemOf(house, year.cast, { text: "Ingen ringer tilbake." });
    await send(house, year.cast, second.itemId, year.gatherings[0] as string, year.cast.randi);
    await year.tick("2026-12-08T12:00:00Z");
    expect((await told()).map((mail) => mail.onceKey?.split(":")[1])).toEqual([
      (await year.last(itemId))?.id,
    ]);
  });
});
