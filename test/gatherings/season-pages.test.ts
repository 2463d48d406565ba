import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatherings } from "../../server/gatherings/tables.ts";
import { addCast, addMember, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const rule = (change: Record<string, string> = {}) => ({
  nettverk: cast.network,
  hvilken: "2",
  ukedag: "2",
  hver: "1",
  start: "13:00",
  slutt: "15:00",
  fra: "2027-03-01",
  til: "2027-08-31",
  tittel: "Mentorsamling",
  sted: "Møterommet",
  lenke: "",
  plasser: "",
  "slag-0": "dialogue",
  "tittel-0": "Åpen runde",
  "minutter-0": "60",
  "punkt-0": "",
  ...change,
});
const proposalsPath = (change: Record<string, string> = {}) =>
  `/samlinger/sesong/forslag?${new URLSearchParams(rule(change))}`;

describe("planning a season", () => {
  it("goes from the form over proposals to drafts, and pressing twice adds nothing", async () => {
    const kari = await browserOf(house, cast.kari);
    const form = await kari.get("/samlinger/sesong");
    expect(form.statusCode).toBe(200);
    expect(form.body).toContain("Dette prøvde vi siden sist");
    const proposals = await kari.get(proposalsPath());
    expect(proposals.body).toContain("Tirsdag 13.\u00a0juli 2027 er i sommerferien.");
    expect(proposals.body).toContain('value="2027-03-09"');
    const confirmed = { ...rule(), "dato-0": "2027-03-09", "med-0": "ja", "dato-1": "2027-04-13" };
    const done = await kari.post("/samlinger/sesong", confirmed);
    expect(done.statusCode).toBe(303);
    expect(done.headers.location).toMatch(/^\/samlinger\/serie\/[a-z2-7]{26}\/invitasjon$/);
    const next = (await kari.get(String(done.headers.location))).body;
    expect(next).toContain(`/nettverk/${cast.network}/arshjul?ar=2027`);
    await kari.post("/samlinger/sesong", confirmed);
    const rows = await house.store.read.select().from(gatherings);
    expect(rows.map(({ localDate, openedAt }) => [localDate, openedAt])).toEqual([["2027-03-09", null]]);
    expect((await kari.get(proposalsPath())).body).toContain("Finnes allerede");
  });

  it("asks which of several networks, and takes no other network's room and link", async () => {
    const { otherNetwork, kari: personId } = cast;
    await house.store.write((tx) => addMember(tx, otherNetwork, personId, "adviser"));
    await addGathering(house, cast, { place: "Rom 7", link: "https://moete.example/sju" });
    const kari = await browserOf(house, cast.kari);
    const open = (await kari.get("/samlinger/sesong")).body;
    const asked = (await kari.get(`/samlinger/sesong?nettverk=${otherNetwork}`)).body;
    for (const page of [open, asked]) expect(page).not.toMatch(/Rom 7|moete\.example/);
    expect(open).toMatch(/<option value="">/);
    expect(asked).toContain(`<option value="${otherNetwork}" selected>`);
    expect((await kari.get(`/samlinger/sesong?nettverk=${cast.network}`)).body).toContain("Rom 7");
    const proposals = await kari.get(proposalsPath({ nettverk: otherNetwork }));
    expect(proposals.body).toContain("Forslag til datoer for Mentornettverk Annetsteds");
    expect((await kari.get(proposalsPath({ nettverk: "" }))).statusCode).toBe(422);
  });

  it("names the public holiday that is skipped and what is proposed instead", async () => {
    const kari = await browserOf(house, cast.kari);
    const page = await kari.get(
      proposalsPath({ hvilken: "1", ukedag: "4", fra: "2027-05-01", til: "2027-05-31" }),
    );
    expect(page.body).toContain("Torsdag 6.\u00a0mai 2027 er Kristi himmelfartsdag. Foreslått i stedet:");
    expect(page.body).toContain('value="2027-05-13"');
  });

  it("keeps what was typed when something is wrong, in each step", async () => {
    const kari = await browserOf(house, cast.kari);
    const wrongRule = await kari.get(
      proposalsPath({ slutt: "12:00", til: "2027-02-01", tittel: "Egen tittel", "minutter-0": "mange" }),
    );
    expect(wrongRule.statusCode).toBe(422);
    for (const kept of ['value="Egen tittel"', 'value="mange"', 'value="Åpen runde"']) {
      expect(wrongRule.body).toContain(kept);
    }
    for (const words of ["Slutten må komme etter", "Perioden må slutte etter", "Skriv et helt tall"]) {
      expect(wrongRule.body).toContain(words);
    }
    const wrongDates = await kari.post("/samlinger/sesong", {
      ...rule(),
      "dato-0": "i morgen",
      "med-0": "ja",
      "dato-1": "2026-10-13",
      "med-1": "ja",
    });
    expect(wrongDates.statusCode).toBe(422);
    expect(wrongDates.body).toContain('value="i morgen"');
    const past = await kari.post("/samlinger/sesong", { ...rule(), "dato-0": "2026-10-13", "med-0": "ja" });
    expect(past.body).toContain("Tidspunktet har vært");
    const none = await kari.post("/samlinger/sesong", { ...rule(), "dato-0": "2027-03-09" });
    expect(none.body).toContain("Ta med minst én dato");
    expect(await house.store.read.select().from(gatherings)).toEqual([]);
  });

  it("refuses more than two years, and a period without dates", async () => {
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get(proposalsPath({ til: "2029-03-02" }))).statusCode).toBe(422);
    const empty = await kari.get(proposalsPath({ til: "2027-03-02" }));
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain("Regelen gir ingen datoer");
  });

  it("is for the network's own advisers", async () => {
    const stranger = await browserOf(house, cast.strangeAdviser);
    expect((await stranger.get(proposalsPath())).statusCode).toBe(404);
    expect((await stranger.post("/samlinger/sesong", rule())).statusCode).toBe(404);
    for (const person of [cast.ola, cast.nina, cast.leif, cast.amir]) {
      const browser = await browserOf(house, person);
      expect((await browser.get("/samlinger/sesong")).statusCode).toBe(403);
      expect((await browser.post("/samlinger/sesong", rule())).statusCode).toBe(403);
    }
  });
});
