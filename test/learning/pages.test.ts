import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decisions, feedback, feedbackAuthors, referrals, votes } from "../../server/learning/tables.ts";
import { networkUnits } from "../../server/networks/tables.ts";
import { rateCounters, unitLeaders, units } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, cookieOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, decideIt, give, itemOf, newDecision, recordAttendance, report, send } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
let november: string;
let december: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  november = await addGathering(house, cast, "2026-11-10");
  december = await addGathering(house, cast, "2026-12-08");
});
afterEach(() => house.close());

const given = (cast: Cast, changes: Record<string, string> = {}) => ({
  nettverk: cast.network,
  tekst: "Ingen tar telefonen etter klokka tre.",
  folge: "",
  onske: "",
  navn: "confidential",
  ord: "own",
  gjelder: "none",
  ...changes,
});
const lastReferral = async () => (await house.store.read.select().from(referrals)).at(-1)?.id as string;
/** Decided as "ikke endre", presented, and the mentors asked. */
async function asked() {
  const { itemId } = await itemOf(house, cast);
  await send(house, cast, itemId, december);
  const decided = await decideIt(house, newDecision(cast, itemId, await lastReferral(), { verdict: "keep" }));
  house.setNow("2026-11-10T15:00:00Z");
  await recordAttendance(house, cast, november);
  await report(house, cast, decided.ok ? decided.decisionId : "", november);
  return itemId;
}

describe("giving feedback", () => {
  it("says who will read it before one writes, and thanks afterwards", async () => {
    const ola = await browserOf(house, cast.ola);
    const page = await ola.get("/innspill/nytt");
    expect(page.body).toContain(
      "Dere er fem i nettverket. De som er rådgivere (Kari Nordli, Tore Vik), leser alt som ikke gjelder dem selv.",
    );
    const sent = await ola.post("/innspill/nytt", given(cast));
    expect([sent.statusCode, sent.headers.location]).toEqual([303, "/innspill/takk"]);
    expect((await ola.get("/innspill")).body).toContain("Ingen tar telefonen etter klokka tre.");
  });

  it("shows the code of an anonymous piece once, and nothing ties it to the giver", async () => {
    const ola = await browserOf(house, cast.ola);
    const sent = await ola.post("/innspill/nytt", given(cast, { navn: "anonymous" }));
    const cookie = [sent.headers["set-cookie"]]
      .flat()
      .find((one) => one?.startsWith("kvittering=")) as string;
    const code = /kvittering=anonymt\.([A-Z-]+)/.exec(cookie)?.[1] as string;
    expect(sent.headers.location).toBe("/innspill/takk"); // as for every other piece: addresses are logged on the way
    const app = await house.app();
    const signedIn = await cookieOf(house, cast.ola);
    const headers = { cookie: `${signedIn}; kvittering=anonymt.${code}` };
    const thanks = await app.inject({ method: "GET", url: "/innspill/takk", headers });
    expect(thanks.body).toContain(code);
    expect([thanks.headers["set-cookie"]].flat().join()).toContain("kvittering=;");
    expect(await house.store.read.select().from(feedbackAuthors)).toEqual([]);
    expect((await ola.get("/innspill")).body).not.toContain("Ingen tar telefonen");
    const anyone = await browserOf(house, null);
    expect((await anyone.post("/innspill/kvittering", { kode: code })).body).toContain("Ingen tar telefonen");
  });

  it("keeps what was typed when something is missing, and when it holds a phone number", async () => {
    const ola = await browserOf(house, cast.ola);
    const missing = await ola.post("/innspill/nytt", given(cast, { tekst: "", onske: "Svar før kvelden" }));
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain("Svar før kvelden");
    const phone = await ola.post("/innspill/nytt", given(cast, { tekst: "Ring meg på 91 23 45 67 i kveld" }));
    expect(phone.statusCode).toBe(422);
    expect(phone.body).toContain("Ring meg på 91 23 45 67 i kveld");
    expect(await house.store.read.select().from(feedback)).toEqual([]);
  });

  it("is not for leaders, nor for another network", async () => {
    const leif = await browserOf(house, cast.leif);
    expect((await leif.get("/innspill/nytt")).statusCode).toBe(403);
    const stranger = await browserOf(house, cast.strangeMentor);
    expect((await stranger.get(`/innspill/nytt?nettverk=${cast.network}`)).statusCode).toBe(404);
    expect((await stranger.post("/innspill/nytt", given(cast))).statusCode).toBe(404);
  });
});

describe("the receipt", () => {
  it("answers a wrong code and nonsense alike, and stops after twenty tries", async () => {
    const browser = await browserOf(house, null);
    const wrong = await browser.post("/innspill/kvittering", { kode: "AAAA-BBBB-CCCC-DDDD" });
    const nonsense = await browser.post("/innspill/kvittering", { kode: "x" });
    expect([wrong.statusCode, nonsense.statusCode]).toEqual([422, 422]);
    expect(wrong.body.replaceAll("AAAA-BBBB-CCCC-DDDD", "x")).toBe(nonsense.body);
    for (let i = 0; i < 18; i++) await browser.post("/innspill/kvittering", { kode: "x" });
    expect((await browser.post("/innspill/kvittering", { kode: "x" })).statusCode).toBe(429);
    const [counter] = await house.store.read.select().from(rateCounters);
    expect(counter?.key).not.toContain("127.0.0.1");
  });
});

describe("choosing stricter", () => {
  it("is for the author", async () => {
    const { id } = await give(house, cast);
    const siri = await browserOf(house, cast.siri);
    expect((await siri.get(`/innspill/${id}/navn`)).statusCode).toBe(404);
    expect((await siri.post(`/innspill/${id}/navn`, { navn: "anonymous" })).statusCode).toBe(404);
    const ola = await browserOf(house, cast.ola);
    expect((await ola.post(`/innspill/${id}/navn`, {})).statusCode).toBe(422);
    const erased = await ola.post(`/innspill/${id}/navn`, { navn: "anonymous" });
    expect(erased.statusCode).toBe(303);
    const { name, value } = erased.cookies[0] as { name: string; value: string };
    const app = await house.app();
    const headers = { cookie: `${await cookieOf(house, cast.ola)}; ${name}=${value}` };
    const { body } = await app.inject({ url: erased.headers.location as string, headers });
    expect(body).toContain("Navnet ditt er tatt bort");
  });
});

describe("the adviser", () => {
  it("reads, gathers and sends", async () => {
    const { id } = await give(house, cast);
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get("/innspill/innboks")).body).toContain("Ingen tar telefonen.");
    expect((await kari.get(`/innspill/${id}`)).body).toContain("Ola Brekke");
    const noTheme = await kari.post(`/innspill/${id}/gjennomgang`, {
      utfall: "kept",
      merknad: "Takk for det",
    });
    expect(noTheme.statusCode).toBe(422);
    expect(noTheme.body).toContain("Takk for det");
    await kari.post(`/innspill/${id}/gjennomgang`, { utfall: "kept", tema: "tilgjengelighet" });
    expect((await kari.post(`/innspill/${id}/laeringspunkt`, { tema: "roller" })).statusCode).toBe(422);
    const item = { tema: "tilgjengelighet", sporsmal: "Hvem tar telefonen?" };
    const gathered = await kari.post(`/innspill/${id}/laeringspunkt`, item);
    const path = gathered.headers.location as string;
    expect((await kari.get(path)).body).toContain("Send til leder");
    expect((await kari.post(`${path}/send`, { leder: "x", samling: december })).statusCode).toBe(422);
    expect((await kari.post(`${path}/send`, { leder: cast.leif, samling: december })).statusCode).toBe(303);
    expect((await kari.get("/laeringspunkter")).body).toContain("Hvem tar telefonen?");
  });

  it("chooses among leaders who stand there once, by the office they lead", async () => {
    await house.store.write(async (tx) => {
      const id = newId();
      await tx.insert(units).values({ id, kind: "office", name: "Nav Avvik", sortKey: "nav avvik" });
      await tx.insert(networkUnits).values({ networkId: cast.network, unitId: id });
      await tx.insert(unitLeaders).values({ unitId: id, personId: cast.leif, isDeputy: true });
    });
    const { itemId } = await itemOf(house, cast);
    const kari = await browserOf(house, cast.kari);
    const { body } = await kari.get(`/laeringspunkter/${itemId}/send`);
    expect(body.split(`value="${cast.leif}"`)).toHaveLength(2);
    expect(body).not.toContain("Nav Avvik");
  });

  it("of another network sees nothing of it, and mentors do not review", async () => {
    const { feedbackId, itemId } = await itemOf(house, cast);
    const stranger = await browserOf(house, cast.strangeAdviser);
    for (const path of [
      `/innspill/${feedbackId}`,
      `/laeringspunkter/${itemId}`,
      `/laeringspunkter/${itemId}/send`,
    ]) {
      expect((await stranger.get(path)).statusCode).toBe(404);
    }
    const steal = { leder: cast.leif, samling: december };
    expect((await stranger.post(`/laeringspunkter/${itemId}/send`, steal)).statusCode).toBe(404);
    const ola = await browserOf(house, cast.ola);
    for (const path of [
      "/innspill/innboks",
      `/innspill/${feedbackId}`,
      "/laeringspunkter",
      "/laeringspunkter/ko",
    ]) {
      expect((await ola.get(path)).statusCode).toBe(403);
    }
  });
});

describe("the leader", () => {
  const form = (referralId: string, changes: Record<string, string> = {}) => ({
    henvisning: referralId,
    utfall: "change",
    grunn: "Dere har rett.",
    regel: "",
    nyRegel: "Én kontaktperson er nok.",
    regeltype: "unwritten",
    regelsyn: "doubted",
    dato: "2026-12-10",
    ...changes,
  });

  it("sees nothing before it is sent, then the words without the author", async () => {
    const { itemId } = await itemOf(house, cast);
    const leif = await browserOf(house, cast.leif);
    expect((await leif.get(`/laeringspunkter/${itemId}`)).statusCode).toBe(404);
    await send(house, cast, itemId, december);
    expect((await leif.get("/laeringspunkter/ko")).body).toContain("Svar til samlingen 8.\u00a0desember");
    const page = await leif.get(`/laeringspunkter/${itemId}/beslutning`);
    expect(page.body).toContain("Ingen tar telefonen.");
    expect(page.body).not.toContain("Ola");
    expect((await leif.get(`/laeringspunkter/${itemId}`)).body).not.toContain("Ola");
  });

  it("answers with four fields, once; the back button shows the first answer", async () => {
    const { itemId } = await itemOf(house, cast);
    await send(house, cast, itemId, december);
    const leif = await browserOf(house, cast.leif);
    const path = `/laeringspunkter/${itemId}/beslutning`;
    const referralId = await lastReferral();
    const wrong = await leif.post(path, form(referralId, { nyRegel: "", dato: "2026-01-01" }));
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("Dere har rett.");
    expect((await leif.post(path, form(referralId, { dato: "2026-01-01" }))).statusCode).toBe(422);
    expect((await leif.post(path, form(referralId))).headers.location).toBe("/laeringspunkter/ko");
    const again = await leif.post(path, form(referralId, { grunn: "Noe annet" }));
    expect(again.headers.location).toBe(`/laeringspunkter/${itemId}`);
    expect((await leif.get(path)).statusCode).toBe(303);
    expect(await house.store.read.select().from(decisions)).toMatchObject([{ reason: "Dere har rett." }]);
    const randi = await browserOf(house, cast.randi);
    expect((await randi.post(path, form(referralId))).statusCode).toBe(404);
  });

  it("finds the rule under pressure", async () => {
    await asked();
    const randi = await browserOf(house, cast.randi);
    const page = await randi.get("/regler");
    expect(page.body).toContain("Én kontaktperson er nok.");
    expect(page.body).toContain("Ett åpent, dratt i tvil én gang.");
  });
});

describe("the mentor", () => {
  it("reads the answer when it has been presented, and votes with one press", async () => {
    const itemId = await asked();
    const siri = await browserOf(house, cast.siri);
    const page = await siri.get("/innspill");
    expect(page.body).toContain("Forstår du grunngivinga frå Nav?");
    const voted = await siri.post(`/laeringspunkter/${itemId}/stemme`, { svar: "ja", tilbake: "innspill" });
    expect([voted.statusCode, voted.headers.location]).toEqual([303, "/innspill"]);
    await siri.post(`/laeringspunkter/${itemId}/stemme`, { svar: "nei", stemme: cast.ola });
    expect(await house.store.read.select().from(votes)).toMatchObject([{ personId: cast.siri, vote: "no" }]);
    expect((await siri.get(`/laeringspunkter/${itemId}`)).body).toContain("Dere har rett.");
  });

  it("does not read the answer before it has been presented, nor the words of others", async () => {
    const { itemId } = await itemOf(house, cast);
    await send(house, cast, itemId, december);
    await decideIt(house, newDecision(cast, itemId, await lastReferral()));
    const siri = await browserOf(house, cast.siri);
    const page = await siri.get(`/laeringspunkter/${itemId}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain("Dere har rett.");
    expect(page.body).not.toContain("Ingen tar telefonen.");
    const stranger = await browserOf(house, cast.strangeMentor);
    expect((await stranger.get(`/laeringspunkter/${itemId}`)).statusCode).toBe(404);
    expect((await stranger.post(`/laeringspunkter/${itemId}/stemme`, { svar: "ja" })).statusCode).toBe(404);
  });
});

describe("the adviser's press", () => {
  it("needs attendance", async () => {
    const { itemId } = await itemOf(house, cast);
    await send(house, cast, itemId, december);
    const decided = await decideIt(house, newDecision(cast, itemId, await lastReferral()));
    house.setNow("2026-11-10T15:00:00Z");
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get(`/laeringspunkter/${itemId}`)).body).toContain("Presentert på samlingen");
    const facts = { beslutning: decided.ok ? decided.decisionId : "", samling: november };
    const path = `/laeringspunkter/${itemId}/meldt-tilbake`;
    expect([(await kari.post(path, facts)).headers["set-cookie"]].flat().join()).toContain("noAttendance");
    await recordAttendance(house, cast, november);
    expect([(await kari.post(path, facts)).headers["set-cookie"]].flat().join()).toContain("reportedBack");
  });
});

describe("the number of statements", () => {
  it("does not grow with the items", async () => {
    const count = async (personId: string, path: string) => {
      const browser = await browserOf(house, personId);
      const before = house.statements.length;
      expect((await browser.get(path)).statusCode).toBe(200);
      return house.statements.length - before;
    };
    const pages: [string, string][] = [
      [cast.ola, "/innspill"],
      [cast.kari, "/innspill/innboks"],
      [cast.kari, "/laeringspunkter"],
      [cast.leif, "/laeringspunkter/ko"],
      [cast.randi, "/regler"],
    ];
    const one = await itemOf(house, cast);
    await give(house, cast);
    await send(house, cast, one.itemId, december);
    const before = [];
    for (const [person, path] of pages) before.push(await count(person, path));
    for (let i = 0; i < 4; i++) {
      const { itemId } = await itemOf(house, cast);
      await give(house, cast);
      await send(house, cast, itemId, december);
    }
    const after = [];
    for (const [person, path] of pages) after.push(await count(person, path));
    expect(after).toEqual(before);
  });
});
