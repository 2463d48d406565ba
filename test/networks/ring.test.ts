import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ringLines } from "../../server/networks/tables.ts";
import { persons, unitLeaders } from "../../server/people/tables.ts";
import { phoneInWords, phoneLink } from "../../server/web/phone.ts";
import { addCast, addMember, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const path = () => `/nettverk/${cast.network}/ring`;
const line = (change: Record<string, string> = {}) => ({
  linje: "",
  del: "after_hours",
  hva: "Vakttelefon",
  telefon: "22 22 22 22",
  merknad: "Til kl. 22",
  vara: "Sentralbordet",
  varatelefon: "33333333",
  ...change,
});
const lines = () => house.store.read.select().from(ringLines);
const setPhone = (personId: string, phone: string) =>
  house.store.write(async (tx) => {
    await tx.update(persons).set({ phone }).where(eq(persons.id, personId));
  });

describe("the sheet", () => {
  it("shows what is urgent first, and everyone with a number to press", async () => {
    await setPhone(cast.nina, "99887766");
    const { body } = await (await browserOf(house, cast.ola)).get(path());
    const order = ["Når det haster", "I kontortida", "Etter kontortid"].map((words) => body.indexOf(words));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const href of ['href="tel:113"', 'href="tel:116117"', 'href="tel:99887766"']) {
      expect(body).toContain(href);
    }
    expect(body).toContain("99\u00a088\u00a077\u00a066");
    for (const name of ["Nina Dahl", "Kari Nordli", "Tore Vik", "Leif Haugen"]) expect(body).toContain(name);
    for (const name of ["Ola Brekke</strong>", "Siri Åsheim", "Gro Fremmed"])
      expect(body).not.toContain(name);
  });

  it("says who answers when someone is out: the next colleague, else the leader, for a leader the deputy", async () => {
    await house.store.write(async (tx) => {
      const eirik = await addPerson(tx, { name: "Eirik Bøe", roles: ["counsellor"], unitId: cast.office });
      await addMember(tx, cast.network, eirik, "counsellor");
      await tx.insert(unitLeaders).values({ unitId: cast.office, personId: cast.amir, isDeputy: true });
    });
    const { body } = await (await browserOf(house, cast.nina)).get(path());
    expect(body).toContain("Ingen svar? Ring Eirik Bøe");
    expect(body).toContain("Ingen svar? Ring Nina Dahl");
    expect(body).toContain("Ingen svar? Ring Amir Hosseini");
    expect(body).toContain("Ingen svar? Ring Tore Vik");
  });

  it("falls back on the leader where a counsellor is alone at the office", async () => {
    const { body } = await (await browserOf(house, cast.nina)).get(path());
    expect(body).toContain("Ingen svar? Ring Leif Haugen");
  });

  it("is one press from the front page for mentors and counsellors, and takes a fixed number of statements", async () => {
    for (const person of [cast.ola, cast.nina]) {
      const browser = await browserOf(house, person);
      expect((await browser.get("/")).body).toContain('href="/ring"');
      expect((await browser.get("/ring")).headers.location).toBe(path());
    }
    const browser = await browserOf(house, cast.ola);
    const statementsFor = async () => {
      house.statements.length = 0;
      await browser.get(path());
      return house.statements.length;
    };
    const before = await statementsFor();
    await house.store.write(async (tx) => {
      for (let i = 0; i < 30; i++) {
        const id = await addPerson(tx, { name: `V${i}eileder`, roles: ["counsellor"], unitId: cast.office });
        await addMember(tx, cast.network, id, "counsellor");
      }
    });
    expect(await statementsFor()).toBe(before);
  });

  it("is for the network and those above it, not for others", async () => {
    for (const person of [cast.ola, cast.nina, cast.kari, cast.leif, cast.amir]) {
      expect((await (await browserOf(house, person)).get(path())).statusCode).toBe(200);
    }
    expect((await (await browserOf(house, cast.strangeMentor)).get(path())).statusCode).toBe(404);
    expect((await (await browserOf(house, null)).get(path())).statusCode).toBe(303);
  });
});

describe("writing it", () => {
  it("adds a line once however often the button is pressed, changes it and removes it", async () => {
    const kari = await browserOf(house, cast.kari);
    expect((await kari.post(path(), line())).statusCode).toBe(303);
    await kari.post(path(), line());
    const [row, ...others] = await lines();
    expect(others).toEqual([]);
    const { body } = await (await browserOf(house, cast.ola)).get(path());
    expect(body).toContain("Ingen svar? Ring Sentralbordet");
    expect(body).toContain('href="tel:33333333"');
    await kari.post(path(), line({ linje: row?.id as string, hva: "Vakta" }));
    expect((await lines()).map(({ label }) => label)).toEqual(["Vakta"]);
    for (let i = 0; i < 2; i++) {
      expect((await kari.post(`${path()}/fjerning`, { linje: row?.id as string })).statusCode).toBe(303);
    }
    expect(await lines()).toEqual([]);
  });

  it("refuses what is no number and whatever the guard refuses, and keeps what was typed", async () => {
    const kari = await browserOf(house, cast.kari);
    const wrong = await kari.post(path(), line({ telefon: "spør Kari", hva: "Ring 99887766 først" }));
    expect(wrong.statusCode).toBe(422);
    for (const kept of ['value="spør Kari"', 'value="Ring 99887766 først"', 'value="Sentralbordet"']) {
      expect(wrong.body).toContain(kept);
    }
    expect(await lines()).toEqual([]);
  });

  it("is full at twenty lines, and a line moves to the top", async () => {
    const kari = await browserOf(house, cast.kari);
    for (let i = 0; i < 20; i++) await kari.post(path(), line({ hva: `Linje ${i}` }));
    expect((await kari.post(path(), line({ hva: "En for mye" }))).statusCode).toBe(422);
    const last = (await lines()).find(({ label }) => label === "Linje 19");
    await kari.post(`${path()}/overst`, { linje: last?.id as string });
    const { body } = await kari.get(path());
    expect(body.indexOf("Linje 19")).toBeLessThan(body.indexOf("Linje 0<"));
  });

  it("is for the network's advisers", async () => {
    for (const [person, status] of [
      [cast.ola, 403],
      [cast.nina, 403],
      [cast.leif, 403],
      [cast.strangeAdviser, 404],
    ] as const) {
      const browser = await browserOf(house, person);
      expect((await browser.post(path(), line())).statusCode).toBe(status);
      expect((await browser.get(`${path()}/endre`)).statusCode).toBe(status);
    }
    expect(await lines()).toEqual([]);
  });
});

describe("a telephone number", () => {
  it("reads in pairs, dials in digits", () => {
    expect(phoneInWords("+47 22222222")).toBe("22\u00a022\u00a022\u00a022");
    expect(phoneInWords("116117")).toBe("116\u00a0117");
    expect(phoneInWords("113")).toBe("113");
    expect(phoneInWords("+46 8 123 45 67")).toBe("+46 8 123 45 67");
    expect(phoneLink("+47 22 22 22 22")).toBe("tel:+4722222222");
  });
});
