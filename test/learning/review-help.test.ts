import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { confirmedThemes } from "../../server/learning/confirmed.ts";
import { likest } from "../../server/learning/similar.ts";
import { feedbackReviews, feedbackWords } from "../../server/learning/tables.ts";
import { loadThemes } from "../../server/learning/themes.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, root, type TestHouse } from "../house.ts";
import { addGathering, give, itemOf, newReview, review, send } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  loadThemes(`${root}/content`);
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const pageOf = async (personId: string, id: string) =>
  (await (await browserOf(house, personId)).get(`/innspill/${id}`)).body;

describe("the review page", () => {
  it("suggests themes with the words behind them, and says what that is based on", async () => {
    const { id } = await give(house, cast, { text: "Ingen tar telefonen når jeg ringer." });
    const page = await pageOf(cast.kari, id);
    expect(page).toContain('name="forslag" value="tilgjengelighet"');
    expect(page).toMatch(/På grunn av [^<]*«[^»]*telefonen[^»]*»/);
    expect(page).toContain("Forslagene bygger på ordlista.");
    await review(house, newReview(cast, id));
    const next = await give(house, cast, { text: "Veilederen tar aldri telefonen." });
    expect(await pageOf(cast.kari, next.id)).toContain(
      "Forslagene bygger på ordlista og ett bekreftet innspill.",
    );
  });

  it("takes a suggestion with one press, another theme instead, and never both", async () => {
    const kari = await browserOf(house, cast.kari);
    const themeOf = async (form: Record<string, string>) => {
      const { id } = await give(house, cast);
      const sent = await kari.post(`/innspill/${id}/gjennomgang`, { utfall: "kept", ...form });
      const [row] = await house.store.read
        .select()
        .from(feedbackReviews)
        .where(eq(feedbackReviews.feedbackId, id));
      return [sent.statusCode, row?.themeSlug];
    };
    expect(await themeOf({ forslag: "oppfolging", tema: "" })).toEqual([303, "oppfolging"]);
    expect(await themeOf({ forslag: "", tema: "navorg" })).toEqual([303, "navorg"]);
    expect(await themeOf({ forslag: "oppfolging", tema: "oppfolging" })).toEqual([303, "oppfolging"]);
    expect(await themeOf({ forslag: "oppfolging", tema: "navorg" })).toEqual([422, undefined]);
    expect(await themeOf({ forslag: "", tema: "" })).toEqual([422, undefined]);
    expect(await themeOf({ forslag: "finnes-ikke", tema: "" })).toEqual([422, undefined]);
  });

  it("shows similar items and what became of them, also when the piece is to be gathered", async () => {
    const december = await addGathering(house, cast, "2026-12-08");
    const { itemId } = await itemOf(house, cast, { text: "Ingen tar telefonen på fredager." });
    await send(house, cast, itemId, december);
    const { id } = await give(house, cast, { text: "Telefonen blir ikke tatt." });
    for (const step of ["review", "gather"]) {
      const page = await pageOf(cast.kari, id);
      expect(page, step).toContain("Likt fra før, og hva det ble til");
      expect(page, step).toContain(`href="/laeringspunkter/${itemId}"`);
      expect(page, step).toContain("Sendt til leder");
      if (step === "review") await review(house, newReview(cast, id));
    }
  });

  it("shows no items of networks one may not see", async () => {
    await itemOf(house, cast, { text: "Ingen tar telefonen på fredager." });
    const strange = { networkId: cast.otherNetwork, byId: cast.strangeMentor };
    const { id } = await give(house, cast, { ...strange, text: "Ingen tar telefonen på fredager." });
    expect(await pageOf(cast.strangeAdviser, id)).not.toContain("Likt fra før");
  });
});

describe("what was confirmed", () => {
  it("is learnt once, as it comes, from all networks", async () => {
    const suggesterNow = confirmedThemes(house.store.read);
    expect((await suggesterNow(house.now())).pieces).toBe(0);
    const one = await give(house, cast);
    await review(house, newReview(cast, one.id));
    const strange = { networkId: cast.otherNetwork, byId: cast.strangeMentor };
    const other = await give(house, cast, strange);
    await review(house, newReview(cast, other.id, { byId: cast.strangeAdviser }));
    const counts = await Promise.all([suggesterNow(house.now()), suggesterNow(house.now())]);
    expect(counts.map(({ pieces }) => pieces)).toEqual([2, 2]);
  });

  it("leaves out what belongs elsewhere, and forgets within a day words that were erased", async () => {
    const diverted = await give(house, cast);
    await review(house, newReview(cast, diverted.id, { outcome: "diverted", note: "Ring oss." }));
    const kept = await give(house, cast);
    await review(house, newReview(cast, kept.id));
    const suggesterNow = confirmedThemes(house.store.read);
    expect((await suggesterNow(house.now())).pieces).toBe(1);
    await house.store.write((tx) => tx.delete(feedbackWords).where(eq(feedbackWords.feedbackId, kept.id)));
    expect((await suggesterNow(house.now().add({ hours: 25 }))).pieces).toBe(0);
  });

  it("does not cost more statements the more there is", async () => {
    const suggesterNow = confirmedThemes(house.store.read);
    await suggesterNow(house.now());
    const { id } = await give(house, cast);
    await review(house, newReview(cast, id));
    house.statements.length = 0;
    await suggesterNow(house.now().add(Temporal.Duration.from({ minutes: 5 })));
    expect(house.statements).toHaveLength(1);
  });
});

describe("items alike", () => {
  const items = [
    { id: "a", themeSlug: "roller", text: "Hvem kjører til tannlegen?" },
    { id: "b", themeSlug: "tilgjengelighet", text: "Hvem svarer på telefonen om kvelden?" },
    { id: "c", themeSlug: "tilgjengelighet", text: "Korleis når vi nokon i ferien?" },
  ];

  it("share stems, nynorsk and bokmål alike, the likest first", () => {
    expect(likest("Ingen svarar på telefon om kvelden i ferien", [], items)).toEqual(["b", "c"]);
  });

  it("are none when no stem is shared, whatever the theme", () => {
    expect(likest("Bussen var forsinket", ["tilgjengelighet"], items)).toEqual([]);
  });
});
