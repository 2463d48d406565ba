import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerToken } from "../../server/gatherings/invitation.ts";
import { answers, answerWords, gatherings, invitations, rsvps } from "../../server/gatherings/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, invitationOf, invite } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast, { capacity: 1, link: "https://mote.example.no/x" });
  await invite(house, cast, id, cast.ola, cast.siri);
});
afterEach(() => house.close());

const linkOf = async (personId: string) =>
  `/svar/${answerToken(house.config.secret, await invitationOf(house, id, personId))}`;
const nobody = () => browserOf(house, null);

describe("the page behind the link in a mail", () => {
  it("GET preselects what was pressed in the mail and changes nothing", async () => {
    const browser = await nobody();
    const link = await linkOf(cast.ola);
    for (const [word, value] of [
      ["ja", "ja"],
      ["kanskje", "kanskje"],
      ["nei", "nei"],
    ]) {
      const page = await browser.get(`${link}?svar=${word}`);
      expect(page.body).toMatch(new RegExp(`value="${value}"[^>]*checked`));
    }
    expect((await browser.get(`${link}?svar=tull`)).body).not.toMatch(/type="radio"[^>]*checked/);
    expect(await house.store.read.select().from(answers)).toEqual([]);
  });

  it("POST answers, and the receipt tells what is stored", async () => {
    const browser = await nobody();
    const link = await linkOf(cast.ola);
    const form = { svar: "ja", rekkefolge: "0", ord: "Litt sen", behov: "Nøtter" };
    const sent = await browser.post(link, form);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${link}/kvittering`]);
    await browser.post(link, form);
    const receipt = (await browser.get(`${link}/kvittering`)).body;
    for (const words of [
      "Du kommer.",
      "Beskjeden din er lagret",
      "slettes sju dager",
      "Ombestemmer du deg?",
    ]) {
      expect(receipt).toContain(words);
    }
    expect(await house.store.read.select().from(answers)).toHaveLength(1);
    const page = (await browser.get(link)).body;
    expect(page).not.toContain("Nøtter");
    expect(page).toContain("Det du skrev sist, er lagret");
  });

  it("says that an answer pressed in the mail is not stored, only where another one is", async () => {
    const browser = await nobody();
    const link = await linkOf(cast.ola);
    const unstored = "er ikke lagret ennå";
    expect((await browser.get(`${link}?svar=nei`)).body).not.toContain(unstored);
    await browser.post(link, { svar: "ja", rekkefolge: "0" });
    expect((await browser.get(`${link}?svar=nei`)).body).toContain(unstored);
    for (const same of [link, `${link}?svar=ja`]) {
      expect((await browser.get(same)).body).not.toContain(unstored);
    }
  });

  it("a blank field keeps what was written; new words replace it", async () => {
    const browser = await nobody();
    const link = await linkOf(cast.ola);
    const send = (ord: string) => browser.post(link, { svar: "kanskje", rekkefolge: "0", ord, behov: "" });
    await send("Først");
    await send("");
    const words = async () => (await house.store.read.select().from(answerWords))[0]?.words;
    expect(await words()).toBe("Først");
    await send("Så");
    expect(await words()).toBe("Så");
  });

  it("joins digitally without taking a place, and waits in line when the room is full", async () => {
    const browser = await nobody();
    await answer(house, id, cast.ola);
    const link = await linkOf(cast.siri);
    await browser.post(link, { svar: "ja", rekkefolge: "0" });
    expect((await browser.get(`${link}/kvittering`)).body).toContain("Rommet er fullt. Du er først i køen");
    house.setNow("2026-11-02T09:01:00Z");
    await browser.post(link, { svar: "digitalt", rekkefolge: "0" });
    const receipt = (await browser.get(`${link}/kvittering`)).body;
    expect(receipt).toContain("Du blir med digitalt.");
    expect(receipt).not.toContain("køen");
  });

  it("speaks the language of the person, not of the browser", async () => {
    const app = await house.app();
    const link = await linkOf(cast.siri);
    const page = await app.inject({ url: link, headers: { "accept-language": "en" } });
    expect(page.body).toContain('<html lang="nn"');
    expect(page.body).toContain("Siri, kjem du?");
    const browser = await nobody();
    expect((await browser.post(link, { rekkefolge: "0" })).body).toContain("Vel om du kjem eller ikkje.");
  });

  it("keeps what was typed when the answer is missing", async () => {
    const page = await (await nobody()).post(await linkOf(cast.ola), { rekkefolge: "0", ord: "Hei der" });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Hei der</textarea>");
  });

  it("asks again when time or place changed while the page stood open", async () => {
    const link = await linkOf(cast.ola);
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ sequence: 1 }).where(eq(gatherings.id, id));
    });
    const page = await (await nobody()).post(link, { svar: "ja", rekkefolge: "0" });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Tid eller sted ble endret");
    expect(page.body).toContain('name="rekkefolge" value="1"');
    expect(await house.store.read.select().from(rsvps)).toEqual([]);
  });

  it("says plainly that a gathering is cancelled or has been, and takes no answer", async () => {
    const browser = await nobody();
    const link = await linkOf(cast.ola);
    house.setNow("2026-12-08T12:00:00Z");
    const past = await browser.get(`${link}?svar=ja`);
    expect(past.body).toContain("for sent å svare");
    expect(past.body).not.toContain("<textarea");
    expect((await browser.post(link, { svar: "ja", rekkefolge: "0" })).statusCode).toBe(422);
    const toColleague = await browser.get(`${link}/kollega`);
    expect(toColleague.body).toContain("for sent å svare");
    expect(toColleague.body).not.toContain('name="epost"');
    house.setNow("2026-12-01T12:00:00Z");
    await house.store.write(async (tx) => {
      const set = { cancelledAt: house.now(), cancelReason: "Snøstorm." };
      await tx.update(gatherings).set(set).where(eq(gatherings.id, id));
    });
    expect((await browser.get(link)).body).toContain("Samlingen er avlyst. Snøstorm.");
    expect((await browser.post(link, { svar: "ja", rekkefolge: "0" })).statusCode).toBe(422);
    expect(await house.store.read.select().from(answers)).toEqual([]);
  });

  it("leaves its receipt when the gathering has begun: nothing is promised or changed any more", async () => {
    const browser = await nobody();
    const link = await linkOf(cast.ola);
    await browser.post(link, { svar: "ja", rekkefolge: "0" });
    expect((await browser.get(`${link}/kvittering`)).statusCode).toBe(200);
    house.setNow("2026-12-09T12:00:00Z");
    expect((await browser.get(`${link}/kvittering`)).headers.location).toBe(link);
  });

  it("is dead when the link is cut, changed, revoked or another's", async () => {
    const browser = await nobody();
    const link = await linkOf(cast.ola);
    const proof = link.split(".")[1];
    const siris = await invitationOf(house, id, cast.siri);
    for (const bad of [link.slice(0, -1), `${link}x`, "/svar/tull", `/svar/${siris.id}.${proof}`]) {
      expect((await browser.get(bad)).statusCode).toBe(410);
      expect((await browser.post(bad, { svar: "ja", rekkefolge: "0" })).statusCode).toBe(410);
    }
    // a way on for whoever is not signed in; nobody else is asked to do so
    const toSignIn = '<a href="/logg-inn?til=%2Fsamlinger" data-variant="primary"';
    expect((await browser.get("/svar/tull")).body).toContain(toSignIn);
    expect((await (await browserOf(house, cast.ola)).get("/svar/tull")).body).not.toContain(toSignIn);
    await house.store.write(async (tx) => {
      await tx.update(invitations).set({ linkVersion: 2 });
    });
    expect((await browser.get(link)).statusCode).toBe(410);
    expect((await browser.get(`${link}/kvittering`)).statusCode).toBe(410);
  });
});
