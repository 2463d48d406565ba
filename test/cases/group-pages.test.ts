import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownAnswersOf } from "../../server/cases/group-queries.ts";
import { groupAnswers, groupDevices, groupSessions } from "../../server/cases/tables.ts";
import { minuteItems, tries } from "../../server/gatherings/tables.ts";
import { feedback, feedbackAuthors, feedbackWords } from "../../server/learning/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { everything } from "../house/demo-house.ts";
import { cookieOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, onTheDay, openTuva } from "./group.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

async function ask(
  cookie: string,
  url: string,
  form?: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const app = await house.app();
  return app.inject({
    method: form ? "POST" : "GET",
    url,
    headers: {
      cookie,
      "sec-fetch-site": "same-origin",
      ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}),
      ...headers,
    },
    ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
  });
}
const tokenIn = (response: { headers: Record<string, unknown> }) =>
  /gruppe=[\w-]+/.exec(String(response.headers["set-cookie"]))?.[0] ?? "";

describe("opening a case at a gathering", () => {
  it("is one press for an adviser of the network, and leads back to the same session", async () => {
    const gatheringId = await addGathering(house, cast);
    const kari = await cookieOf(house, cast.kari);
    const start = `/eksempler/tuva/gruppe?samling=${gatheringId}`;
    expect((await ask(kari, start)).body).toContain("Gjør klar gruppemodus");
    const opened = await ask(kari, "/eksempler/tuva/gruppe", { samling: gatheringId });
    expect(opened.statusCode).toBe(303);
    expect((await ask(kari, start)).headers.location).toBe(opened.headers.location);
    expect((await ask(await cookieOf(house, cast.tore), String(opened.headers.location))).statusCode).toBe(
      200,
    );
    const stranger = await cookieOf(house, cast.strangeAdviser);
    for (const path of [start, String(opened.headers.location)])
      expect((await ask(stranger, path)).statusCode).toBe(404);
    expect((await ask(stranger, "/eksempler/tuva/gruppe", { samling: gatheringId })).statusCode).toBe(404);
  });

  it("before the day tells when phones can join", async () => {
    const gatheringId = await addGathering(house, cast);
    const kari = await cookieOf(house, cast.kari);
    const opened = await ask(kari, "/eksempler/tuva/gruppe", { samling: gatheringId });
    expect((await ask(kari, String(opened.headers.location))).body).toContain(
      "tirsdag 8.\u00a0desember 2026",
    );
  });

  it("at a gathering that is over is refused in words", async () => {
    const gatheringId = await addGathering(house, cast, "2026-11-01");
    const kari = await cookieOf(house, cast.kari);
    const refused = await ask(kari, "/eksempler/tuva/gruppe", { samling: gatheringId });
    expect([refused.statusCode, refused.body.includes("over eller avlyst")]).toEqual([422, true]);
  });
});

describe("joining by code", () => {
  it("takes a tap, without signing in, and the cookie is for this day", async () => {
    const { codeNow, sessionId } = await openTuva(house, cast);
    const code = await codeNow();
    expect((await ask("", `/gruppe?kode=${code}`)).body).toContain(`value="${code}"`);
    const joined = await ask("", "/gruppe", { kode: code.toLowerCase(), gruppe: "3" });
    expect([joined.statusCode, joined.headers.location]).toEqual([303, `/gruppe/${sessionId}`]);
    expect(String(joined.headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Lax/);
    const page = await ask(tokenIn(joined), `/gruppe/${sessionId}`);
    expect(page.body).toContain("Gruppe 3");
    expect((await ask(tokenIn(joined), "/gruppe")).headers.location).toBe(`/gruppe/${sessionId}`);
    expect((await ask("", `/gruppe/${sessionId}`)).headers.location).toBe("/gruppe");
  });

  it("with a wrong code, on another day or into another group is refused in words, and what was typed stays", async () => {
    const { codeNow, phone } = await openTuva(house, cast);
    const code = await codeNow();
    const wrong = await ask("", "/gruppe", { kode: "AAAAAA", gruppe: "1" });
    expect([wrong.statusCode, wrong.body.includes('value="AAAAAA"')]).toEqual([422, true]);
    expect(wrong.body).toContain("Koden stemmer ikke");
    const bound = await ask(await phone(1), "/gruppe", { kode: code, gruppe: "2" });
    expect([bound.statusCode, bound.body.includes("med i en annen gruppe")]).toEqual([422, true]);
    house.setNow("2026-12-09T12:00:00Z");
    const late = await ask("", "/gruppe", { kode: code, gruppe: "1" });
    expect([late.statusCode, late.body.includes("bare på dagen for samlingen")]).toEqual([422, true]);
    expect((await ask("", "/gruppe", { kode: "", gruppe: "9" })).statusCode).toBe(422);
  });

  it("stops guessing from one place, also when the next guess is right; a room of forty joins all the same", async () => {
    const { codeNow } = await openTuva(house, cast);
    const code = await codeNow();
    for (let i = 0; i < 40; i++)
      expect((await ask("", "/gruppe", { kode: code, gruppe: String((i % 8) + 1) })).statusCode).toBe(303);
    for (let i = 0; i < 60; i++) await ask("", "/gruppe", { kode: "AAAAAA", gruppe: "1" });
    const stopped = await ask("", "/gruppe", { kode: code, gruppe: "1" });
    expect([stopped.statusCode, stopped.body.includes("Prøv igjen om et kvarter")]).toEqual([422, true]);
    expect(await house.store.read.select().from(groupDevices)).toHaveLength(40);
  });
});

describe("a poll", () => {
  it("is a few bytes, one read for a phone, and nothing when nothing has changed", async () => {
    const { sessionId, phone, open } = await openTuva(house, cast);
    const cookie = await phone(1);
    const path = `/gruppe/${sessionId}/puls`;
    const first = await ask(cookie, path);
    expect(first.body.length).toBeLessThan(20);
    house.statements.length = 0;
    const same = await ask(cookie, path, undefined, { "if-none-match": String(first.headers.etag) });
    expect([same.statusCode, same.body, house.statements.length]).toEqual([304, "", 1]);
    await open();
    const changed = await ask(cookie, path, undefined, { "if-none-match": String(first.headers.etag) });
    expect(changed.statusCode).toBe(200);
    expect((await ask("", path)).statusCode).toBe(404);
    house.setNow("2026-12-09T12:00:00Z");
    expect((await ask(cookie, path)).statusCode).toBe(404);
  });

  it("changes for a group when its own phones save, and for the others only when someone has answered", async () => {
    const { sessionId, phone, open, save, keyOf } = await openTuva(house, cast);
    const [one, two] = [await phone(1), await phone(2)];
    await open();
    const tag = async (cookie: string) => (await ask(cookie, `/gruppe/${sessionId}/puls`)).body;
    await save(keyOf(1), "Køen");
    const [before1, before2] = [await tag(one), await tag(two)];
    await save(keyOf(1), "Køen og blikkene");
    expect(await tag(one)).not.toBe(before1);
    expect(await tag(two)).toBe(before2);
  });

  it("of the facilitator follows phones and answers, and is for advisers of the network", async () => {
    const { sessionId, phone } = await openTuva(house, cast);
    const path = `/gruppe/${sessionId}/leder/puls`;
    const kari = await cookieOf(house, cast.kari);
    const before = (await ask(kari, path)).body;
    await phone(1);
    expect((await ask(kari, path)).body).not.toBe(before);
    expect((await ask(await cookieOf(house, cast.strangeAdviser), path)).statusCode).toBe(404);
    expect((await ask(await cookieOf(house, cast.ola), path)).statusCode).toBe(403);
  });
});

describe("answering without script", () => {
  const fields = (words: string, more: Record<string, string> = {}) => ({
    ord: words,
    versjon: "0",
    sett: "",
    settvalg: "",
    ...more,
  });

  it("saves and comes back; an empty first answer, a phone number and too much text are refused, and stay", async () => {
    const { sessionId, phone, open } = await openTuva(house, cast);
    const cookie = await phone(1);
    await open();
    const path = `/gruppe/${sessionId}/svar/hos-tuva/1`;
    expect((await ask(cookie, path, fields(""))).statusCode).toBe(422);
    const guarded = await ask(cookie, path, fields("Ring 412 34 567"));
    expect([guarded.statusCode, guarded.body.includes("Ring 412 34 567")]).toEqual([422, true]);
    const long = await ask(cookie, path, fields(`slutt ${"a".repeat(2000)}`));
    expect([long.statusCode, long.body.includes("slutt aaa")]).toEqual([422, true]);
    expect(await house.store.read.select().from(groupAnswers)).toEqual([]);
    const saved = await ask(cookie, path, fields("Hun ser køen"));
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `/gruppe/${sessionId}?lagret=1#svar`]);
    const { body } = await ask(cookie, `/gruppe/${sessionId}`);
    expect(body).toContain("Hun ser køen</textarea>");
    expect(body).toContain("Alt er lagret");
  });

  it("shows both texts when someone of the group was first, and the next save settles it", async () => {
    const { sessionId, phone, open } = await openTuva(house, cast);
    const [one, two] = [await phone(1), await phone(1)];
    await open();
    const path = `/gruppe/${sessionId}/svar/hos-tuva/1`;
    await ask(one, path, fields("Først ute"));
    const both = await ask(two, path, fields("Nummer to"));
    expect(both.statusCode).toBe(422);
    expect(both.body).toContain("Først ute");
    expect(both.body).toContain("Nummer to</textarea>");
    expect((await ask(one, `/gruppe/${sessionId}`)).body).toContain("Nummer to");
    const agreed = { ...fields("Først ute. Nummer to."), versjon: "1", sett: "Først ute" };
    expect((await ask(two, path, agreed)).statusCode).toBe(303);
    expect((await ask(one, `/gruppe/${sessionId}`)).body).not.toContain("Kom ikke med i svaret");
  });

  it("gives the text back when the question was closed, and when the phone is no longer in; joining again keeps it", async () => {
    const { sessionId, phone, open, codeNow } = await openTuva(house, cast);
    const cookie = await phone(1);
    await open();
    await open("torsdag");
    const closed = await ask(cookie, `/gruppe/${sessionId}/svar/hos-tuva/1`, fields("For sent"));
    expect([closed.statusCode, closed.body.includes("For sent"), closed.body.includes("stengt")]).toEqual([
      422,
      true,
      true,
    ]);
    const lost = await ask(
      "",
      `/gruppe/${sessionId}/svar/torsdag/1`,
      fields("Mistet plassen", { valg: "2" }),
    );
    expect([lost.statusCode, lost.body.includes("Mistet plassen</textarea>")]).toEqual([422, true]);
    const code = await codeNow();
    const again = {
      kode: code,
      gruppe: "2",
      sporsmal: "torsdag",
      runde: "1",
      ord: "Mistet plassen",
      valg: "2",
    };
    const joined = await ask("", "/gruppe", again);
    expect(joined.statusCode).toBe(303);
    expect(await ownAnswersOf(house.store, sessionId, 2)).toMatchObject([
      { words: "Mistet plassen", choice: 2 },
    ]);
  });

  it("to a question there is not, or with an alternative there is not, stores nothing", async () => {
    const { sessionId, phone, open } = await openTuva(house, cast);
    const cookie = await phone(1);
    await open("torsdag");
    for (const path of ["finnes-ikke/1", "torsdag/3", "torsdag/x"])
      expect((await ask(cookie, `/gruppe/${sessionId}/svar/${path}`, fields("x"))).statusCode).toBe(404);
    const choice = await ask(cookie, `/gruppe/${sessionId}/svar/torsdag/1`, fields("x", { valg: "7" }));
    expect(choice.statusCode).toBe(422);
    expect(await house.store.read.select().from(groupAnswers)).toEqual([]);
  });

  it("a tick one phone did not change does not take back what another ticked", async () => {
    const { sessionId, phone, open } = await openTuva(house, cast);
    const [one, two] = [await phone(1), await phone(1)];
    await open();
    const path = `/gruppe/${sessionId}/svar/hos-tuva/1`;
    await ask(one, path, fields("Køen", { del: "ja" }));
    await ask(two, path, fields("Køen og mer", { versjon: "1", sett: "Køen" }));
    expect(await house.store.read.select().from(groupAnswers)).toMatchObject([
      { words: "Køen og mer", mayShare: true },
    ]);
  });
});

describe("the whole conversation", () => {
  it("goes from question to minutes, with feedback to Nav that has no author, and prints", async () => {
    const { sessionId, gatheringId, phone, size } = await openTuva(house, cast);
    const kari = await cookieOf(house, cast.kari);
    const led = (path: string, form: Record<string, string>) =>
      ask(kari, `/gruppe/${sessionId}/${path}`, form);
    const [one, two] = [await phone(1), await phone(2)];
    await size(1, 3);
    expect(
      (await led("sporsmal", { sporsmal: "fra-nav", runde: "1", handling: "apne", minutter: "5" }))
        .statusCode,
    ).toBe(303);
    const answer = (cookie: string, ord: string, more = {}) =>
      ask(cookie, `/gruppe/${sessionId}/svar/fra-nav/1`, { ord, versjon: "0", sett: "", ...more });
    await answer(one, "Et direktenummer", { nav: "ja", del: "ja" });
    await answer(two, "En plan på papir");
    expect((await ask(kari, `/gruppe/${sessionId}/leder`)).body).toContain("2 av 2 grupper har svart");
    await led("sporsmal", { sporsmal: "fra-nav", runde: "1", handling: "lukk" });
    await led("sporsmal", { sporsmal: "fra-nav", runde: "1", handling: "vis" });
    await led("bunker", { sporsmal: "fra-nav", runde: "1", navn: "Å nå fram" });
    const answers = await house.store.read.select().from(groupAnswers);
    const svar = answers.find(({ groupNumber }) => groupNumber === 1)?.id as string;
    const page = (await ask(kari, `/gruppe/${sessionId}/leder`)).body;
    const bunke = /name="bunke" value="([a-z2-7]{26})"/.exec(page)?.[1] as string;
    await led("plassering", { svar, bunke });
    await led("hvem", { svar, hvem: "nav" });
    await led("deling", { svar, handling: "godkjenn" });
    await led("nav", { svar });
    expect(await house.store.read.select().from(feedbackWords)).toHaveLength(1);
    expect(await house.store.read.select().from(feedbackAuthors)).toEqual([]);
    expect(await house.store.read.select().from(feedback)).toMatchObject([{ source: "group", gatheringId }]);
    for (let i = 0; i < 2; i++) expect((await led("referat", {})).statusCode).toBe(303);
    const minutes = await house.store.read.select().from(minuteItems);
    expect(minutes).toHaveLength(1);
    expect(minutes[0]?.words).toContain("– Å nå fram: Et direktenummer (Nav)");
    expect(minutes[0]?.words).toContain("– En plan på papir");
    expect(minutes[0]?.words).not.toContain("Gruppe");
    const result = await ask(await cookieOf(house, cast.ola), `/gruppe/${sessionId}/resultat`);
    expect(result.body).toContain("Å nå fram");
    expect((await ask(two, `/gruppe/${sessionId}`)).body).toContain("Et direktenummer");
    await led("slutt", {});
    expect((await answer(two, "Etterpå")).statusCode).toBe(422);
    expect((await led("nav", { svar: "finnes-ikke" })).statusCode).toBe(404);
  });

  it("shows what earlier groups let later ones read, once this one's answers are revealed", async () => {
    const kari = await cookieOf(house, cast.kari);
    const said = async (words: string) => {
      const { sessionId, phone } = await openTuva(house, cast);
      const one = await phone(1);
      const led = (path: string, form: Record<string, string>) =>
        ask(kari, `/gruppe/${sessionId}/${path}`, form);
      await led("sporsmal", { sporsmal: "hos-tuva", runde: "1", handling: "apne" });
      const given = { ord: words, versjon: "0", sett: "", del: "ja" };
      await ask(one, `/gruppe/${sessionId}/svar/hos-tuva/1`, given);
      const before = (await ask(one, `/gruppe/${sessionId}`)).body;
      await led("sporsmal", { sporsmal: "hos-tuva", runde: "1", handling: "vis" });
      const [answer] = await ownAnswersOf(house.store, sessionId, 1);
      await led("deling", { svar: answer?.id as string, handling: "godkjenn" });
      return { before, after: (await ask(one, `/gruppe/${sessionId}`)).body };
    };
    expect((await said("Køen er en vegg")).after).not.toContain("Hva andre grupper har sagt");
    const { before, after } = await said("Hun blir sett på");
    expect(before).not.toContain("Køen er en vegg");
    expect(after).toContain("Køen er en vegg");
  });

  it("shows what shifted in a second round", async () => {
    const { sessionId, phone } = await openTuva(house, cast);
    const kari = await cookieOf(house, cast.kari);
    const led = (handling: string, runde: string) =>
      ask(kari, `/gruppe/${sessionId}/sporsmal`, { sporsmal: "torsdag", runde, handling });
    const one = await phone(1);
    for (const [runde, valg] of [
      ["1", "0"],
      ["2", "2"],
    ] as const) {
      await led("apne", runde);
      await ask(one, `/gruppe/${sessionId}/svar/torsdag/${runde}`, {
        ord: `Runde ${runde}`,
        valg,
        versjon: "0",
      });
      await led("vis", runde);
    }
    const { body } = await ask(kari, `/gruppe/${sessionId}/skjerm`);
    expect(body).toContain("Hva flyttet seg");
    expect(body).toMatch(/Først: Jeg lar være å spørre/);
  });

  it("lets a member keep what they will try, once, and stores nothing of one who is not signed in", async () => {
    const { sessionId, phone } = await openTuva(house, cast);
    const device = await phone(1);
    const ola = `${await cookieOf(house, cast.ola)}; ${device}`;
    const path = `/gruppe/${sessionId}/prover`;
    const signedOut = await ask(device, path, { prover: "Spørre om køen" });
    expect([signedOut.statusCode, signedOut.body.includes("Spørre om køen</textarea>")]).toEqual([422, true]);
    expect(signedOut.body).toContain("/logg-inn?til=");
    for (let i = 0; i < 2; i++)
      expect((await ask(ola, path, { prover: "Spørre om køen" })).statusCode).toBe(303);
    const kept = await house.store.read.select().from(tries).where(eq(tries.personId, cast.ola));
    expect(kept).toMatchObject([{ words: "Spørre om køen", isShared: false }]);
    const stranger = `${await cookieOf(house, cast.strangeMentor)}; ${device}`;
    expect((await ask(stranger, path, { prover: "x" })).statusCode).toBe(404);
  });

  it("asks the store as often for eight groups as for one", async () => {
    const { sessionId, phone, open, save, keyOf } = await openTuva(house, cast);
    const kari = await cookieOf(house, cast.kari);
    const one = await phone(1);
    await open();
    const count = async (cookie: string, path: string) => {
      await ask(cookie, path);
      house.statements.length = 0;
      await ask(cookie, path);
      return house.statements.length;
    };
    const paths = [
      [one, `/gruppe/${sessionId}`],
      [kari, `/gruppe/${sessionId}/leder`],
      [kari, `/gruppe/${sessionId}/skjerm`],
    ] as const;
    const few: number[] = [];
    for (const [cookie, path] of paths) few.push(await count(cookie, path));
    for (let group = 1; group <= 8; group++) {
      for (let i = 0; i < 5; i++) await phone(group);
      await save(keyOf(group), `Svar ${group}`);
    }
    const many: number[] = [];
    for (const [cookie, path] of paths) many.push(await count(cookie, path));
    expect(many).toEqual(few);
    expect(Math.max(...many)).toBeLessThanOrEqual(13);
  });

  it("takes no harm from nonsense, and looking changes nothing", async () => {
    const { sessionId, phone, open } = await openTuva(house, cast);
    const cookie = await phone(1);
    await open("torsdag");
    const base = `/gruppe/${sessionId}`;
    await house.app();
    const before = await everything(house);
    for (const path of ["", "/puls", "?lagret=x", "?kode=%00"]) await ask(cookie, base + path);
    expect((await everything(house)) === before).toBe(true);
    const nonsense = [
      "",
      "\ud800",
      "\u202e",
      "<script>",
      "__proto__",
      "-1",
      "1e9",
      "x".repeat(9000),
      "a".repeat(26),
    ];
    const names = [
      "ord",
      "valg",
      "versjon",
      "sett",
      "settvalg",
      "nav",
      "handling",
      "svar",
      "antall",
      "prover",
      "kode",
    ];
    for (const path of [
      `${base}/svar/torsdag/1`,
      `${base}/antall`,
      `${base}/merke`,
      `${base}/prover`,
      "/gruppe",
    ]) {
      for (const value of nonsense) {
        const form = Object.fromEntries(names.map((name) => [name, value]));
        expect([path, (await ask(cookie, path, form)).statusCode < 500]).toEqual([path, true]);
      }
    }
    const { body } = await ask(cookie, base);
    expect(body).not.toContain("<script>");
    expect(body).not.toContain("\u202e");
  });

  it("is in nynorsk and English too, with the case marked as Norwegian", async () => {
    const { sessionId, phone, open } = await openTuva(house, cast);
    const cookie = await phone(1);
    await open();
    expect((await ask(`${cookie}; sprak=nn`, `/gruppe/${sessionId}`)).body).toContain("Svaret frå gruppa");
    const english = (await ask(`${cookie}; sprak=en`, `/gruppe/${sessionId}`)).body;
    expect(english).toContain("Your group’s answer");
    expect(english).toMatch(/<h1[^>]* lang="nb"/);
    expect(await house.store.read.select().from(groupSessions)).toHaveLength(1);
    house.setNow(onTheDay);
  });
});
