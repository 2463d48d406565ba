import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { caseReadings, reflections } from "../../server/cases/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { addCast, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const path = "/eksempler/tuva";
const question = `${path}/refleksjon/hos-tuva`;
const othersSaid = "Historien er lett å tro på.";
const keptReflections = () => house.store.read.select().from(reflections);

describe("the list of cases", () => {
  it("shows title, summary, minutes, themes and whether one has read it", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.post(`${path}/lesning`);
    const { body } = await ola.get("/eksempler");
    expect(body).toContain("Tuva vil ikke i kassa");
    expect(body).toContain("Fem minutter å lese");
    expect(body).toContain("Tilrettelegging, krav og mestring");
    expect(body.match(/ikke lest ennå/g)).toHaveLength(6);
  });

  it("is in nynorsk for those who read it, and marked as Norwegian for those who read English", async () => {
    const siri = await browserOf(house, cast.siri);
    expect((await siri.get("/eksempler")).body).toContain("Tuva vil ikkje sitje i kassa");
    const john = await house.store.write((tx) =>
      addPerson(tx, { name: "John English", roles: ["mentor"], language: "en" }),
    );
    const { body } = await (await browserOf(house, john)).get("/eksempler");
    expect(body).toMatch(/<h2[^>]+lang="nb"><a href="\/eksempler\/tuva"/);
  });

  it("says when the case has changed since one read it", async () => {
    await house.store.write((tx) =>
      tx.insert(caseReadings).values({
        personId: cast.ola,
        caseSlug: "tuva",
        caseVersion: 0,
        readAt: house.now(),
      }),
    );
    const { body } = await (await browserOf(house, cast.ola)).get("/eksempler");
    expect(body).toContain("Endret siden du leste");
  });

  it("asks the store five times, however many cases there are", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.get("/eksempler");
    house.statements.length = 0;
    await ola.get("/eksempler");
    expect(house.statements.length).toBeLessThanOrEqual(5);
  });
});

describe("the page of a case", () => {
  it("says that the case is constructed, from what, and shows every question without script", async () => {
    const { body } = await (await browserOf(house, cast.ola)).get(path);
    expect(body).toContain("Konstruert med utgangspunkt i virkelige forløp.");
    expect(body).toContain("AFI-rapport 2020:01");
    const main = body.slice(body.indexOf("<main"));
    expect(main.match(/<details/g)).toHaveLength(5);
    expect(body.match(/<textarea/g)).toHaveLength(5);
  });

  it("is read in nynorsk by Siri", async () => {
    const { body } = await (await browserOf(house, cast.siri)).get(path);
    expect(body).toContain("Tuva vil ikkje sitje i kassa");
    expect(body).toContain("Konstruert med utgangspunkt i verkelege forløp.");
  });

  it("is in bokmål for English readers, marked so, with a line that says so", async () => {
    const john = await house.store.write((tx) =>
      addPerson(tx, { name: "John English", roles: ["mentor"], language: "en" }),
    );
    const { body } = await (await browserOf(house, john)).get(path);
    expect(body).toContain("This case is only available in Norwegian (Bokmål).");
    expect(body).toMatch(/<h1[^>]+lang="nb">Tuva vil ikke i kassa/);
  });

  it("keeps what other groups said until one has answered oneself", async () => {
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get(path)).body).not.toContain(othersSaid);
    await ola.post(question, { "ord-hos-tuva": "Kroppen stivner." });
    expect((await ola.get(path)).body).toContain(othersSaid);
  });

  it("an answer to an earlier version opens nothing, and is shown as what it was", async () => {
    await house.store.write((tx) =>
      tx.insert(reflections).values({
        personId: cast.ola,
        caseSlug: "tuva",
        caseVersion: 0,
        questionId: "hos-tuva",
        words: "Til den gamle utgaven.",
        writtenAt: house.now(),
      }),
    );
    const { body } = await (await browserOf(house, cast.ola)).get(path);
    expect(body).not.toContain(othersSaid);
    expect(body).toContain("Det du skrev til en tidligere utgave");
    expect(body).toContain("Til den gamle utgaven.");
  });

  it.each([
    ["kari", true],
    ["ola", false],
    ["nina", false],
    ["leif", false],
    ["randi", false],
    ["amir", false],
  ] as const)("shows the facilitator's part to %s: %s", async (who, isShown) => {
    const page = await (await browserOf(house, cast[who])).get(path);
    expect(page.statusCode).toBe(200);
    expect(page.body.includes("For den som leder samtalen")).toBe(isShown);
    expect(page.body.includes("25 minutter")).toBe(isShown);
  });

  it("is for those who are signed in", async () => {
    const nobody = await browserOf(house, null);
    expect((await nobody.get(path)).headers.location).toBe("/logg-inn?til=%2Feksempler%2Ftuva");
    expect((await nobody.post(question, { "ord-hos-tuva": "Hei." })).statusCode).toBe(303);
    expect(await keptReflections()).toEqual([]);
  });

  it("is a 404 for a case or a question that is none", async () => {
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get("/eksempler/ukjent")).statusCode).toBe(404);
    expect((await ola.get("/eksempler/..%2Ftuva")).statusCode).toBe(404);
    expect((await ola.post("/eksempler/ukjent/lesning")).statusCode).toBe(404);
    expect((await ola.post(`${path}/refleksjon/ukjent`, { "ord-ukjent": "Hei." })).statusCode).toBe(404);
  });

  it("leads back to the gathering one came from, through every form", async () => {
    const gathering = newId();
    const ola = await browserOf(house, cast.ola);
    const { body } = await ola.get(`${path}?samling=${gathering}`);
    expect(body).toContain(`href="/samlinger/${gathering}"`);
    const kept = await ola.post(question, { "ord-hos-tuva": "Hei.", samling: gathering });
    expect(kept.headers.location).toBe(`${path}?samling=${gathering}&sporsmal=hos-tuva#hos-tuva`);
    const read = await ola.post(`${path}/lesning`, { samling: gathering });
    expect(read.headers.location).toBe(`${path}?samling=${gathering}`);
    expect((await ola.get(`${path}?samling=//ond.example`)).body).not.toContain("ond.example");
  });

  it("asks the store five times", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.get(path);
    house.statements.length = 0;
    await ola.get(path);
    expect(house.statements.length).toBeLessThanOrEqual(5);
  });

  it("opening it changes nothing", async () => {
    await (await browserOf(house, cast.ola)).get(path);
    expect(await house.store.read.select().from(caseReadings)).toEqual([]);
  });
});

describe("a private reflection", () => {
  it("is shown to its owner with when it was saved, and to nobody else", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.post(question, { "ord-hos-tuva": "Kroppen <stivner>." });
    const { body } = await ola.get(path);
    expect(body).toContain("Kroppen &lt;stivner&gt;.");
    expect(body).toContain("Lagret 2.\u00a0november kl.\u00a010.00. Bare du ser det.");
    for (const other of [cast.siri, cast.kari, cast.nina, cast.leif, cast.randi, cast.amir]) {
      const browser = await browserOf(house, other);
      for (const url of [path, "/eksempler"]) expect((await browser.get(url)).body).not.toContain("stivner");
    }
  });

  it("keeps the text in the form when it holds a phone number, and stores nothing", async () => {
    const ola = await browserOf(house, cast.ola);
    const page = await ola.post(question, { "ord-hos-tuva": "Ring henne på 912 34 567 i dag." });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Ring henne på 912 34 567 i dag.</textarea>");
    expect(page.body).toContain("ser ut til å inneholde et telefonnummer");
    expect(page.body).toMatch(/<details[^>]+id="hos-tuva" open/);
    expect(await keptReflections()).toEqual([]);
  });

  it("asks for words in an open question, and for an alternative in a choice", async () => {
    const ola = await browserOf(house, cast.ola);
    expect((await ola.post(question, { "ord-hos-tuva": "  " })).statusCode).toBe(422);
    const choice = `${path}/refleksjon/torsdag`;
    const page = await ola.post(choice, { "ord-torsdag": "Fordi jeg står der.", "valg-torsdag": "9" });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Fordi jeg står der.</textarea>");
    expect((await ola.post(choice, { "valg-torsdag": "1" })).statusCode).toBe(303);
    expect(await keptReflections()).toMatchObject([{ questionId: "torsdag", choice: 1, words: "" }]);
    expect((await ola.get(path)).body).toMatch(/value="1"[^>]*checked/);
  });

  it("reminds of real names, not of the people of the case", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.post(question, { "ord-hos-tuva": "Jeg tror Tuva er redd, slik som Anders hos oss." });
    const { body } = await ola.get(`${path}?sporsmal=hos-tuva`);
    expect(body).toContain("Er Anders en virkelig person?");
  });

  it("is deleted by its owner, whereupon the others' words close again", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.post(question, { "ord-hos-tuva": "Olas ord." });
    const siri = await browserOf(house, cast.siri);
    await siri.post(`${question}/sletting`, { utgave: "1" }); // she has none: nothing is taken
    expect(await keptReflections()).toHaveLength(1);
    expect((await ola.post(`${question}/sletting`, { utgave: "1" })).statusCode).toBe(303);
    expect(await keptReflections()).toEqual([]);
    expect((await ola.get(path)).body).not.toContain(othersSaid);
  });
});
