/** An adviser who also leads an office of the network, its centre or its region reads as leaders do. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { giveFeedback } from "../../server/learning/feedback.ts";
import { feedbackForReview, inboxOf } from "../../server/learning/feedback-queries.ts";
import { memberships } from "../../server/networks/tables.ts";
import { personRoles, unitLeaders, units } from "../../server/people/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { give, itemOf, newFeedback, newReview, review } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const lead = (unitId: string, personId: string) =>
  house.store.write(async (tx) => {
    await tx.insert(unitLeaders).values({ unitId, personId, isDeputy: true });
    await tx.insert(personRoles).values({ personId, role: "leader" });
  });
const regionId = async () => {
  const [region] = await house.store.read.select().from(units).where(eq(units.kind, "region"));
  return region?.id as string;
};
const read = (personId: string, id: string) =>
  feedbackForReview(house.store.read, personId, id, "2026-11-02");

describe.each(["office", "centre", "region"] as const)("an adviser who leads the %s", (unit) => {
  beforeEach(async () => {
    await lead(unit === "region" ? await regionId() : cast[unit], cast.kari);
  });

  it("learns the author of named feedback only; the other adviser learns both", async () => {
    const named = await give(house, cast, { naming: "named" });
    const secret = await give(house, cast, { naming: "confidential" });
    expect((await read(cast.kari, named.id))?.authorName).toBe("Ola Brekke");
    expect((await read(cast.kari, secret.id))?.authorName).toBeNull();
    expect((await read(cast.tore, secret.id))?.authorName).toBe("Ola Brekke");
  });

  it("does not get words that were to be paraphrased, nor sees them in an item", async () => {
    const { id } = await give(house, cast, { wording: "paraphrase", text: "Ordrett hemmelighet" });
    expect(await read(cast.kari, id)).toBeNull();
    expect((await inboxOf(house.store.read, cast.kari, "2026-11-02")).map((row) => row.id)).toEqual([]);
    const facts = newReview(cast, id, { byId: cast.tore, paraphrase: "Omskrevet" });
    expect(await review(house, facts)).toEqual({ ok: true });
    const tore = await browserOf(house, cast.tore);
    const made = await tore.post(`/innspill/${id}/laeringspunkt`, {
      ...{ sporsmal: "Hva nå?", tema: "tilgjengelighet" },
    });
    const path = made.headers.location as string;
    expect((await tore.get(path)).body).toContain("Ordrett hemmelighet");
    const kari = await browserOf(house, cast.kari);
    const page = await kari.get(path);
    expect([
      page.statusCode,
      page.body.includes("Ordrett hemmelighet"),
      page.body.includes("Ola Brekke"),
    ]).toEqual([200, false, false]);
  });

  it("is named on the form before one writes, and cannot be the only one to paraphrase", async () => {
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get("/innspill/nytt")).body).toContain("Kari Nordli er også leder i Nav her");
    await house.store.write(async (tx) => {
      await tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.personId, cast.tore));
    });
    const given = newFeedback(cast, { wording: "paraphrase" });
    expect(await house.store.write((tx) => giveFeedback(tx, given, house.now()))).toEqual({
      ok: false,
      reason: "nobody-to-paraphrase",
    });
    const form = { nettverk: cast.network, tekst: "Ordene mine", navn: "confidential", gjelder: "none" };
    const refused = await ola.post("/innspill/nytt", { ...form, ord: "paraphrase" });
    expect([refused.statusCode, refused.body.includes("ingen rådgiver uten lederansvar")]).toEqual([
      422,
      true,
    ]);
    expect(refused.body).toContain("Ordene mine");
  });
});

it("an adviser who leads elsewhere only reads as an adviser", async () => {
  const { itemId } = await itemOf(house, cast);
  const [other] = await house.store.read.select().from(units).where(eq(units.name, "Nav Annetsteds"));
  await lead(other?.id as string, cast.kari);
  const kari = await browserOf(house, cast.kari);
  expect((await kari.get(`/laeringspunkter/${itemId}`)).body).toContain("Ola Brekke");
});
