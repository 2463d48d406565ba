/** What reaches those it is not for: by an id of somebody else's, a form sent twice, a role one had once. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { decisions, itemFeedback, learningItems, referrals } from "../../server/learning/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { personRoles, unitLeaders } from "../../server/people/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, give, itemOf, newReview, review, send } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

it("a leader who reviews what is about the advisers sees nothing they are still gathering", async () => {
  const { itemId } = await itemOf(house, cast);
  const { id } = await give(house, cast, { about: "all", text: "Rådgiverne svarer ikke." });
  await review(house, newReview(cast, id, { byId: cast.randi }));
  const randi = await browserOf(house, cast.randi);
  const page = await randi.get(`/innspill/${id}`);
  expect([page.statusCode, page.body.includes("Hvordan kan en mentor alltid nå noen?")]).toEqual([
    200,
    false,
  ]);
  const into = await randi.post(`/innspill/${id}/laeringspunkt`, { punkt: itemId });
  expect(into.statusCode).toBe(404);
  const stands = await house.store.read.select().from(itemFeedback).where(eq(itemFeedback.feedbackId, id));
  expect(stands).toEqual([]);
});

it("being an adviser of one network shows no other's unsent items, though one leads its office", async () => {
  await itemOf(house, cast);
  await house.store.write(async (tx) => {
    await tx
      .insert(unitLeaders)
      .values({ unitId: cast.office, personId: cast.strangeAdviser, isDeputy: true });
    await tx.insert(personRoles).values({ personId: cast.strangeAdviser, role: "leader" });
  });
  const both = await browserOf(house, cast.strangeAdviser);
  const kari = await browserOf(house, cast.kari);
  const question = "Hvordan kan en mentor alltid nå noen?";
  expect((await kari.get("/laeringspunkter")).body).toContain(question);
  expect((await both.get("/laeringspunkter")).body).not.toContain(question);
});

it("a new item asked for twice is made once", async () => {
  const { id } = await give(house, cast);
  await review(house, newReview(cast, id));
  const kari = await browserOf(house, cast.kari);
  const form = { sporsmal: "Hvem svarer når kontakten er borte?", tema: "tilgjengelighet" };
  const first = await kari.post(`/innspill/${id}/laeringspunkt`, form);
  const second = await kari.post(`/innspill/${id}/laeringspunkt`, form);
  expect([first.statusCode, second.statusCode]).toEqual([303, 303]);
  expect(second.headers.location).toBe(first.headers.location);
  expect(await house.store.read.select().from(learningItems)).toHaveLength(1);
});

it("a leader who no longer leads the office decides and passes on nothing", async () => {
  const due = await addGathering(house, cast, "2026-12-08");
  const { itemId } = await itemOf(house, cast);
  await send(house, cast, itemId, due);
  const [referral] = await house.store.read.select().from(referrals);
  await house.store.write(async (tx) => {
    await tx.delete(unitLeaders).where(eq(unitLeaders.personId, cast.leif));
  });
  const leif = await browserOf(house, cast.leif);
  const decided = await leif.post(`/laeringspunkter/${itemId}/beslutning`, {
    henvisning: referral?.id as string,
    utfall: "change",
    grunn: "Dere har rett.",
    nyRegel: "Én kontaktperson er nok.",
    regelsyn: "doubted",
    dato: "2026-12-10",
  });
  const passed = await leif.post(`/laeringspunkter/${itemId}/videre`, {
    henvisning: referral?.id as string,
    til: cast.randi,
    hvorfor: "Ikke mitt bord.",
  });
  expect([decided.statusCode, passed.statusCode]).toEqual([404, 404]);
  expect(await house.store.read.select().from(decisions)).toEqual([]);
});

it("an adviser who has left the network sends nothing from it, not even what they gathered", async () => {
  const due = await addGathering(house, cast, "2026-12-08");
  const { itemId } = await itemOf(house, cast);
  await house.store.write(async (tx) => {
    await tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.personId, cast.kari));
  });
  const kari = await browserOf(house, cast.kari);
  const sent = await kari.post(`/laeringspunkter/${itemId}/send`, { leder: cast.leif, samling: due });
  expect(sent.statusCode).toBe(404);
  expect(await house.store.read.select().from(referrals)).toEqual([]);
});
