import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askAgain, reopenConfirmed } from "../../server/learning/again.ts";
import { addRule } from "../../server/learning/rule.ts";
import { learningItems, practiceChanges, referrals } from "../../server/learning/tables.ts";
import { unitLeaders } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { addPerson } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { decideIt, itemOf, newDecision, report, send } from "./loop.ts";
import { aYear, type Year } from "./year.ts";

let house: TestHouse;
let year: Year;
beforeEach(async () => {
  house = await openHouse();
  year = await aYear(house);
});
afterEach(() => house.close());

const ask = (itemId: string, byId: string) =>
  house.store.write((tx) => askAgain(tx, house.mailer, { itemId, byId }, house.now()));
const open = (itemId: string, byId: string) =>
  house.store.write((tx) => reopenConfirmed(tx, house.mailer, { itemId, byId }, house.now()));

describe("ikke endre", () => {
  it("comes back to the leader on the day they said, once, and what was said before stands", async () => {
    const { itemId } = await year.presented({ verdict: "keep", onDate: "2027-02-01" });
    await year.tick("2027-01-31T12:00:00Z");
    expect(await year.state(itemId)).not.toBe("sent");
    await year.tick("2027-01-31T23:00:00Z"); // the first of February in Oslo
    await year.tick("2027-02-01T08:00:00Z");
    expect(await year.last(itemId)).toMatchObject({ kind: "look_again", toId: year.cast.leif, iteration: 2 });
    expect((await year.loop(itemId)).referrals).toHaveLength(2);
    expect((await year.loop(itemId)).decisions).toHaveLength(1);
    const leif = await browserOf(house, year.cast.leif);
    expect((await leif.get("/laeringspunkter/ko")).body).toContain("Du ville se på dette igjen nå");
  });

  it("waits for the mentors while they are being asked", async () => {
    const { itemId } = await year.presented({ verdict: "keep", onDate: "2026-12-01" });
    await year.tick("2026-12-02T08:00:00Z");
    expect(await year.state(itemId)).toBe("reported");
    await year.all(itemId, "yes");
    await year.tick("2027-01-11T08:00:00Z");
    await year.tick("2027-01-11T09:00:00Z");
    expect(await year.last(itemId)).toMatchObject({ kind: "look_again" });
    expect((await year.loop(itemId)).rounds).toMatchObject([{ counts: { yes: 6 } }]);
  });

  it("is not looked at again the same day", async () => {
    const { itemId } = await itemOf(house, year.cast);
    await send(house, year.cast, itemId, year.gatherings[1] as string);
    const today = newDecision(year.cast, itemId, (await year.last(itemId))?.id as string, {
      verdict: "keep",
      onDate: "2026-11-02",
    });
    expect(await decideIt(house, today)).toEqual({ ok: false, reason: "looks-again-today" });
  });

  it("comes back to who leads now, when whoever decided does not any more", async () => {
    const { itemId } = await year.presented({ verdict: "keep", onDate: "2027-02-01" });
    const next = await house.store.write(async (tx) => {
      const id = await addPerson(tx, { name: "Berit Lunde", roles: ["leader"] });
      await tx.delete(unitLeaders);
      await tx.insert(unitLeaders).values({ unitId: year.cast.office, personId: id, isDeputy: false });
      return id;
    });
    await year.tick("2027-02-01T08:00:00Z"); // closes the round first
    await year.tick("2027-02-01T09:00:00Z");
    expect(await year.last(itemId)).toMatchObject({ kind: "look_again", toId: next });
  });
});

describe("what was presented", () => {
  /** Decided before November's gathering; nobody has written down yet that it was presented there. */
  async function decided(onDate: string) {
    house.setNow("2026-11-02T09:00:00Z");
    const { itemId } = await itemOf(house, year.cast);
    await send(house, year.cast, itemId, year.gatherings[1] as string);
    const referralId = (await year.last(itemId))?.id as string;
    const facts = newDecision(year.cast, itemId, referralId, { verdict: "keep", onDate });
    const made = await decideIt(house, facts);
    if (!made.ok) throw new Error(made.reason);
    return { itemId, decisionId: made.decisionId };
  }

  it("and written down months later is asked about in a round that still takes votes", async () => {
    const { itemId, decisionId } = await decided("2027-09-01");
    house.setNow("2027-02-20T09:00:00Z"); // a round of November's gathering closed in January
    const told = await report(house, year.cast, decisionId, year.gatherings[0] as string);
    expect(told).toEqual({ ok: true, isRoundOpen: false });
    await year.tick("2027-02-20T10:00:00Z");
    expect((await year.loop(itemId)).rounds).toMatchObject([
      { number: 1, openedAtGatheringId: year.gatherings[2], counts: null },
    ]);
    await year.all(itemId, "yes");
    await year.tick("2027-03-08T08:00:00Z");
    expect(await year.state(itemId)).toBe("confirmed");
  });

  it("on the day it goes back to its leader is not asked about, whether the clock has run or not", async () => {
    const { itemId, decisionId } = await decided("2026-11-10");
    house.setNow("2026-11-10T15:00:00Z");
    const told = await report(house, year.cast, decisionId, year.gatherings[0] as string);
    expect(told).toEqual({ ok: true, isRoundOpen: false });
    await year.tick("2026-11-10T16:00:00Z");
    expect(await year.last(itemId)).toMatchObject({ kind: "look_again" });
    expect((await year.loop(itemId)).rounds).toEqual([]);
  });
});

describe("when too few answered", () => {
  it("an adviser may ask again, and the answer then counts", async () => {
    const { itemId } = await year.presented();
    await year.vote(itemId, year.cast.ola, "yes");
    expect(await ask(itemId, year.cast.kari)).toMatchObject({ reason: "not-unconfirmed" });
    await year.tick("2027-01-11T08:00:00Z");
    expect(await year.state(itemId)).toBe("unconfirmed");
    for (const byId of [year.cast.leif, year.cast.ola, year.cast.strangeAdviser]) {
      expect(await ask(itemId, byId)).toMatchObject({ reason: "not-yours" });
    }
    house.setNow("2027-01-12T15:00:00Z");
    expect(await ask(itemId, year.cast.kari)).toEqual({ ok: true });
    expect(await ask(itemId, year.cast.kari)).toMatchObject({ reason: "not-unconfirmed" });
    expect(await year.state(itemId)).toBe("reported");
    await year.all(itemId, "yes");
    await year.tick("2027-03-07T12:00:00Z");
    expect(await year.state(itemId)).toBe("reported"); // open until the day before March's gathering
    await year.tick("2027-03-08T08:00:00Z");
    expect(await year.state(itemId)).toBe("confirmed");
  });
});

describe("a confirmed item", () => {
  async function confirmed() {
    const ruleId = await house.store.write((tx) =>
      addRule(tx, { words: "Én kontaktperson er nok.", kind: "unwritten" }, house.now()),
    );
    const { itemId } = await year.presented();
    await year.all(itemId, "yes");
    await year.tick("2027-01-11T08:00:00Z");
    expect(await year.state(itemId)).toBe("confirmed");
    return { itemId, ruleId };
  }
  const addLater = (ruleId: string | null, themeSlug = "tilgjengelighet", network = year.cast.network) =>
    house.store.write(async (tx) => {
      await tx.insert(learningItems).values({
        ...{ id: newId(), networkId: network, themeSlug, question: "Igjen?", suggestedRuleId: ruleId },
        ...{ createdById: year.cast.kari, createdAt: house.now(), lane: "gathered" as const },
      });
    });

  it("is opened again by an adviser when two later ones press on the same theme and rule, and not before", async () => {
    const { itemId, ruleId } = await confirmed();
    await addLater(ruleId);
    await addLater(null);
    await addLater(ruleId, "roller");
    await addLater(ruleId, "tilgjengelighet", year.cast.otherNetwork);
    expect(await open(itemId, year.cast.kari)).toEqual({ ok: false, reason: "too-few" });
    await addLater(ruleId);
    expect(await open(itemId, year.cast.leif)).toEqual({ ok: false, reason: "not-yours" });
    const kari = await browserOf(house, year.cast.kari);
    expect((await kari.get(`/laeringspunkter/${itemId}`)).body).toContain("Åpne igjen");
    expect((await kari.post(`/laeringspunkter/${itemId}/gjenapne`)).statusCode).toBe(303);
    expect(await year.state(itemId)).toBe("reopened");
    expect(await year.last(itemId)).toMatchObject({ kind: "reopened", toId: year.cast.leif, iteration: 2 });
    expect(await open(itemId, year.cast.kari)).toEqual({ ok: false, reason: "too-few" });
    expect(await house.store.read.select().from(referrals)).toHaveLength(2);
  });
});

describe("what was done", () => {
  it("is written down by whoever decided and by advisers, from the start date on, with an https link", async () => {
    const { itemId, decisionId } = await year.presented({ verdict: "change", onDate: "2026-12-01" });
    const leif = await browserOf(house, year.cast.leif);
    const path = `/laeringspunkter/${itemId}`;
    const done = { beslutning: decisionId, gjort: "Vakttelefon fra klokka sju.", lenke: "" };
    expect((await leif.post(`${path}/gjort`, done)).statusCode).toBe(404); // not begun
    house.setNow("2026-12-02T09:00:00Z");
    expect((await leif.get(path)).body).toContain("Hva er gjort?");
    const wrong = await leif.post(`${path}/gjort`, { ...done, lenke: "javascript:alert(1)" });
    expect([wrong.statusCode, wrong.body.includes("Vakttelefon fra klokka sju.")]).toEqual([422, true]);
    const phone = await leif.post(`${path}/gjort`, { ...done, gjort: "Ring 91 23 45 67" });
    expect(phone.statusCode).toBe(422);
    expect((await leif.post(`${path}/gjort`, { ...done, lenke: "https://nav.no/rutine" })).statusCode).toBe(
      303,
    );
    const ola = await browserOf(house, year.cast.ola);
    expect((await ola.get(path)).body).toContain("Vakttelefon fra klokka sju.");
    expect((await ola.post(`${path}/gjort`, done)).statusCode).toBe(403);
    const stranger = await browserOf(house, year.cast.strangeAdviser);
    expect((await stranger.post(`${path}/gjort`, done)).statusCode).toBe(404);
    expect(await house.store.read.select().from(practiceChanges)).toHaveLength(1);
  });
});
