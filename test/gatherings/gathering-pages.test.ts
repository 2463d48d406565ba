import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agendaOf } from "../../server/gatherings/queries.ts";
import { gatherings, rsvps } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { instantOf } from "../../server/web/dates.ts";
import { addCast, addMember, addMentors, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, invite } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
});
afterEach(() => house.close());

const facts = (change: Record<string, string> = {}) => ({
  tittel: "Når noen ikke kommer",
  dato: "2026-12-08",
  start: "13:00",
  slutt: "15:00",
  sted: "Møterom 3, Storgata 1",
  lenke: "",
  plasser: "",
  tema: "",
  innledning: "",
  ...change,
});
/** The hidden fields of the edit form as a browser would send them. */
async function openForm(browser: Awaited<ReturnType<typeof browserOf>>) {
  const { body } = await browser.get(`/samlinger/${id}/endre`);
  const hidden = (name: string) =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "").replaceAll("&quot;", '"');
  return { versjon: hidden("versjon"), sett: hidden("sett") };
}

describe("a new gathering", () => {
  it("becomes a draft with the standard agenda, once for two presses", async () => {
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get("/samlinger/ny")).body).toContain("Møterom 3, Storgata 1");
    const form = { ...facts({ dato: "2027-01-12" }), nettverk: cast.network };
    const done = await kari.post("/samlinger", form);
    expect(done.statusCode).toBe(303);
    expect((await kari.post("/samlinger", form)).headers.location).toBe(done.headers.location);
    const page = await kari.get(done.headers.location as string);
    expect(page.body).toContain("Dette prøvde vi siden sist");
    expect(page.body).toContain("30 minutter faglig del");
  });

  it("is refused with the input kept when the time is taken, past or turned round", async () => {
    const kari = await browserOf(house, cast.kari);
    const refused = async (change: Record<string, string>, words: string) => {
      const form = { ...facts({ tittel: "Min egen tittel", ...change }), nettverk: cast.network };
      const page = await kari.post("/samlinger", form);
      expect(page.statusCode).toBe(422);
      expect(page.body).toContain('value="Min egen tittel"');
      expect(page.body).toContain(words);
    };
    await refused({}, "allerede en samling");
    await refused({ dato: "2026-10-01" }, "Tidspunktet har vært");
    await refused({ slutt: "12.00" }, "Slutten må komme etter");
    await refused({ dato: "31.02.2027" }, "Skriv en dato som finnes");
    await refused({ lenke: "javascript:alert(1)" }, "https://");
  });
});

describe("changing a gathering", () => {
  it("without a change sends nothing; a new time sends", async () => {
    await invite(house, cast, id, cast.ola);
    await house.store.write(async (tx) => {
      await tx.update(outbox).set({ state: "sent" });
    });
    const kari = await browserOf(house, cast.kari);
    await kari.post(`/samlinger/${id}`, { ...facts(), ...(await openForm(kari)) });
    const queued = () => house.store.read.select().from(outbox).where(eq(outbox.state, "queued"));
    expect(await queued()).toEqual([]);
    await kari.post(`/samlinger/${id}`, { ...facts({ start: "12:30" }), ...(await openForm(kari)) });
    expect(await queued()).toHaveLength(1);
  });

  it("shows the later of two advisers what the other changed, and loses nothing typed", async () => {
    const [kari, tore] = [await browserOf(house, cast.kari), await browserOf(house, cast.tore)];
    const seenByKari = await openForm(kari);
    await tore.post(`/samlinger/${id}`, { ...facts({ sted: "Biblioteket" }), ...(await openForm(tore)) });
    const refused = await kari.post(`/samlinger/${id}`, {
      ...facts({ tittel: "Karis tittel" }),
      ...seenByKari,
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("Tore Vik lagret endringer mens du skrev");
    expect(refused.body).toContain("Sted: «Møterom 3, Storgata 1» er blitt «Biblioteket»");
    expect(refused.body).toContain('value="Karis tittel"');
    expect(refused.body).toContain('value="Biblioteket"');
    const versjon = /name="versjon" value="(\d+)"/.exec(refused.body)?.[1] as string;
    const form = { ...facts({ tittel: "Karis tittel", sted: "Biblioteket" }), versjon, sett: "{}" };
    expect((await kari.post(`/samlinger/${id}`, form)).statusCode).toBe(303);
    const [row] = await house.store.read.select().from(gatherings).where(eq(gatherings.id, id));
    expect(row).toMatchObject({ title: "Karis tittel", place: "Biblioteket", version: 3 });
  });

  it("survives tampered hidden fields", async () => {
    const kari = await browserOf(house, cast.kari);
    const form = { ...facts({ tittel: "X" }), versjon: "x", sett: "{not json" };
    expect((await kari.post(`/samlinger/${id}`, form)).statusCode).toBe(422);
  });

  it("an agenda keeps the leader who leads an item, who is no member of the network", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`/samlinger/${id}/dagsorden`, {
      versjon: "1",
      handling: "lagre",
      "punkt-0": "",
      "tittel-0": "Tilbakemelding fra Nav",
      "eksempel-0": "",
      "slag-0": "report_back",
      "minutter-0": "15",
      "leder-0": cast.leif,
    });
    const page = await kari.get(`/samlinger/${id}/dagsorden`);
    expect(page.body).toContain(`<option value="${cast.leif}" selected>`);
  });

  it("saves the agenda with every button, and keeps it when a line is wrong", async () => {
    const kari = await browserOf(house, cast.kari);
    const [first, second] = await agendaOf(house.store, id);
    const line = (i: number, punkt: string, tittel: string, minutter: string) => ({
      [`punkt-${i}`]: punkt,
      [`slag-${i}`]: "dialogue",
      [`tittel-${i}`]: tittel,
      [`minutter-${i}`]: minutter,
      [`leder-${i}`]: cast.strangeMentor,
      [`eksempel-${i}`]: "",
    });
    const lines = {
      ...line(0, first?.id as string, "En", "30"),
      ...line(1, second?.id as string, "To", "100"),
    };
    const moved = await kari.post(`/samlinger/${id}/dagsorden`, {
      ...lines,
      versjon: "1",
      handling: "opp-1",
    });
    expect(moved.headers.location).toBe(`/samlinger/${id}/dagsorden#punkt-0`);
    const now = await agendaOf(house.store, id);
    expect(now.map(({ title, leadId }) => [title, leadId])).toEqual([
      ["To", null],
      ["En", null],
    ]);
    expect((await kari.get(`/samlinger/${id}/dagsorden`)).body).toContain("10 min for mye");
    const wrong = await kari.post(`/samlinger/${id}/dagsorden`, {
      ...lines,
      ...line(2, "", "Ny", ""),
      versjon: "2",
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="Ny"');
    const late = await kari.post(`/samlinger/${id}/dagsorden`, { ...lines, versjon: "1", handling: "lagre" });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain("Kari Nordli lagret endringer");
  });

  it("is cancelled with a reason that everyone sees", async () => {
    await invite(house, cast, id, cast.ola);
    const kari = await browserOf(house, cast.kari);
    expect((await kari.post(`/samlinger/${id}/avlysning`, { grunn: " " })).statusCode).toBe(422);
    expect((await kari.post(`/samlinger/${id}/avlysning`, { grunn: "Snøstorm." })).statusCode).toBe(303);
    expect((await kari.post(`/samlinger/${id}/avlysning`, { grunn: "Igjen" })).statusCode).toBe(303);
    const ola = await browserOf(house, cast.ola);
    const page = await ola.get(`/samlinger/${id}`);
    expect(page.body).toContain("Samlingen er avlyst. Snøstorm.");
    expect(page.body).not.toContain("Send svaret");
    const late = await ola.post(`/samlinger/${id}/svar`, { svar: "ja", rekkefolge: "1" });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain("du trenger ikke svare");
  });

  it("a draft is deleted; one with invitations leads to cancelling", async () => {
    const kari = await browserOf(house, cast.kari);
    const other = await addGathering(house, cast, { localDate: "2027-01-12" });
    await invite(house, cast, id, cast.ola);
    expect((await kari.post(`/samlinger/${other}/sletting`)).headers.location).toBe("/samlinger");
    expect((await kari.post(`/samlinger/${id}/sletting`)).headers.location).toBe(
      `/samlinger/${id}/avlysning`,
    );
    expect((await kari.get(`/samlinger/${other}`)).statusCode).toBe(404);
  });
});

describe("inviting and answers", () => {
  it("offers mentors and counsellors, names those without an address, and shows who answered what", async () => {
    await house.store.write(async (tx) => {
      await tx.update(persons).set({ email: "" }).where(eq(persons.id, cast.nina));
    });
    const kari = await browserOf(house, cast.kari);
    const page = await kari.get(`/samlinger/${id}/invitasjon`);
    expect(page.body).toContain(
      "får ingen invitasjon. Ring dem, eller legg inn adressen under Nettverk: Nina Dahl",
    );
    expect(page.body).toMatch(new RegExp(`value="${cast.ola}"[^>]*checked`));
    expect(page.body).not.toMatch(new RegExp(`value="${cast.tore}"[^>]*checked`));
    expect((await kari.post(`/samlinger/${id}/invitasjon`)).statusCode).toBe(422);
    const person = [cast.ola, cast.siri, cast.nina, cast.strangeMentor];
    expect((await kari.post(`/samlinger/${id}/invitasjon`, { person })).statusCode).toBe(303);
    await kari.post(`/samlinger/${id}/invitasjon`, { person });
    expect(await house.store.read.select().from(outbox)).toHaveLength(2);
    await answer(house, id, cast.ola, { words: "Kommer fem over" });
    const answers = (await kari.get(`/samlinger/${id}/svar`)).body;
    for (const words of ["1 kommer", "1 har ikke svart", "Kommer fem over", "Ikke vært med ennå"]) {
      expect(answers).toContain(words);
    }
  });

  it("lets the adviser answer for somebody, and nobody else", async () => {
    await invite(house, cast, id, cast.ola);
    const kari = await browserOf(house, cast.kari);
    const path = `/samlinger/${id}/svar/${cast.ola}`;
    expect((await kari.get(path)).body).toContain("Svar for Ola Brekke");
    expect((await kari.post(path, { svar: "kanskje", rekkefolge: "0" })).statusCode).toBe(303);
    const [row] = await house.store.read.select().from(rsvps);
    expect(row).toMatchObject({ answer: "maybe", channel: "adviser", personId: cast.ola });
    expect((await kari.post(path, { rekkefolge: "0" })).statusCode).toBe(422);
    expect((await kari.get(`/samlinger/${id}/svar/${cast.siri}`)).statusCode).toBe(404);
    expect(
      (await (await browserOf(house, cast.siri)).post(path, { svar: "nei", rekkefolge: "0" })).statusCode,
    ).toBe(403);
  });

  it("takes one's own answer with one press, shows it, and keeps words that were not sent", async () => {
    await invite(house, cast, id, cast.ola, cast.siri);
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get("/samlinger")).body).toContain("Ikke svart");
    await ola.post(`/samlinger/${id}/svar`, {
      svar: "ja",
      rekkefolge: "0",
      ord: "Fem over",
      behov: "Nøtter",
    });
    house.setNow("2026-11-02T09:01:00Z");
    await ola.post(`/samlinger/${id}/svar`, { svar: "kanskje", rekkefolge: "0" });
    const page = (await ola.get(`/samlinger/${id}`)).body;
    for (const words of ["Du har svart kanskje.", "Fem over", "Nøtter", "Slettes sju dager"])
      expect(page).toContain(words);
    const siri = (await (await browserOf(house, cast.siri)).get(`/samlinger/${id}`)).body;
    expect(siri).not.toContain("Nøtter");
    expect(siri).not.toContain("Fem over");
    expect(siri).toContain("Du har ikkje svara enno.");
  });

  it("shows names of those who come to members, the count to those above, and the place in line", async () => {
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ capacity: 1 }).where(eq(gatherings.id, id));
    });
    await invite(house, cast, id, cast.ola, cast.siri, cast.nina);
    await answer(house, id, cast.ola);
    await answer(house, id, cast.siri);
    await answer(house, id, cast.nina);
    const nina = (await (await browserOf(house, cast.nina)).get(`/samlinger/${id}`)).body;
    expect(nina).toContain("Ola Brekke");
    expect(nina).toContain("Du er nummer 2 i køen");
    expect(nina).toContain("Rommet er fullt.");
    const leif = (await (await browserOf(house, cast.leif)).get(`/samlinger/${id}`)).body;
    expect(leif).toContain("Én kommer.");
    expect(leif).not.toContain("Ola Brekke");
  });

  it("refuses an answer given to a time that has changed, a phone number, and no answer", async () => {
    await invite(house, cast, id, cast.ola);
    const ola = await browserOf(house, cast.ola);
    const send = (form: Record<string, string>) => ola.post(`/samlinger/${id}/svar`, form);
    const phone = await send({ svar: "ja", rekkefolge: "0", ord: "Ring 412 34 567" });
    expect(phone.statusCode).toBe(422);
    expect(phone.body).toContain("Ring 412 34 567</textarea>");
    expect((await send({ rekkefolge: "0" })).body).toContain("Velg om du kommer eller ikke.");
    const kari = await browserOf(house, cast.kari);
    await kari.post(`/samlinger/${id}`, { ...facts({ sted: "Et nytt sted" }), ...(await openForm(kari)) });
    const old = await send({ svar: "ja", rekkefolge: "0" });
    expect(old.statusCode).toBe(422);
    expect(old.body).toContain("Tid eller sted ble endret");
    expect(await house.store.read.select().from(rsvps)).toEqual([]);
  });
});

describe("who may see and do what", () => {
  it("drafts are for the network's advisers alone", async () => {
    const status = async (person: string) =>
      (await (await browserOf(house, person)).get(`/samlinger/${id}`)).statusCode;
    expect(await Promise.all([cast.kari, cast.tore].map(status))).toEqual([200, 200]);
    const others = [cast.ola, cast.nina, cast.leif, cast.amir, cast.strangeAdviser, cast.strangeMentor];
    expect(await Promise.all(others.map(status))).toEqual(others.map(() => 404));
    expect((await (await browserOf(house, cast.ola)).get("/samlinger")).body).not.toContain(
      "Når noen ikke kommer",
    );
    expect((await (await browserOf(house, cast.kari)).get("/samlinger")).body).toContain("Utkast");
  });

  it("an open one is seen by members and those above, never by other networks", async () => {
    await invite(house, cast, id, cast.ola);
    const status = async (person: string) =>
      (await (await browserOf(house, person)).get(`/samlinger/${id}`)).statusCode;
    const insiders = [cast.ola, cast.siri, cast.nina, cast.leif, cast.randi, cast.amir];
    expect(await Promise.all(insiders.map(status))).toEqual(insiders.map(() => 200));
    expect(await Promise.all([cast.strangeAdviser, cast.strangeMentor].map(status))).toEqual([404, 404]);
  });

  it("everything an adviser does is 403 to others and 404 to advisers elsewhere", async () => {
    await invite(house, cast, id, cast.ola);
    const pages = ["endre", "avlysning", "dagsorden", "invitasjon", "svar", "oppmote", `svar/${cast.ola}`];
    const posts = [
      "",
      "/avlysning",
      "/dagsorden",
      "/invitasjon",
      "/oppmote",
      "/sletting",
      `/svar/${cast.ola}`,
    ];
    for (const [person, status] of [
      [cast.ola, 403],
      [cast.leif, 403],
      [cast.strangeAdviser, 404],
    ] as const) {
      const browser = await browserOf(house, person);
      for (const page of pages)
        expect((await browser.get(`/samlinger/${id}/${page}`)).statusCode).toBe(status);
      for (const post of posts) {
        expect((await browser.post(`/samlinger/${id}${post}`, { ...facts(), grunn: "x" })).statusCode).toBe(
          status,
        );
      }
    }
    const nobody = await browserOf(house, null);
    expect((await nobody.get(`/samlinger/${id}`)).headers.location).toContain("/logg-inn");
  });
});

describe("the list", () => {
  const many = (n: number, first: string) =>
    house.store.write(async (tx) => {
      const start = Date.parse(first);
      const rows = Array.from({ length: n }, (_, i) => {
        const day = new Date(start + i * 86_400_000).toISOString().slice(0, 10);
        const at = house.now();
        return {
          id: newId(),
          networkId: cast.network,
          title: `Nr ${i}`,
          localDate: day,
          startTime: "13:00",
          endTime: "15:00",
          startsAt: instantOf(day, "13:00"),
          endsAt: instantOf(day, "15:00"),
          openedAt: at,
          createdById: cast.kari,
          createdAt: at,
        };
      });
      await tx.insert(gatherings).values(rows);
    });

  it("pages through five hundred by key, each once", async () => {
    await many(500, "2025-01-01");
    const ola = await browserOf(house, cast.ola);
    const seen: string[] = [];
    let path: string | undefined = "/samlinger";
    while (path) {
      const { body }: { body: string } = await ola.get(path);
      seen.push(...[...body.matchAll(/<strong>(Nr \d+)<\/strong>/g)].map((m) => m[1] as string));
      const next: string | undefined = /\/samlinger\?etter=[^"]+/.exec(body)?.[0];
      path = next;
    }
    expect(seen).toHaveLength(500);
    expect(new Set(seen).size).toBe(500);
    expect(seen[0]).toBe("Nr 499");
  });

  it("pages what is coming too, soonest first", async () => {
    await many(45, "2026-11-10");
    const ola = await browserOf(house, cast.ola);
    const first = (await ola.get("/samlinger")).body;
    const second = (await ola.get(/\/samlinger\?kommende=[^"]+/.exec(first)?.[0] as string)).body;
    const titles = (body: string) => [...body.matchAll(/<strong>(Nr \d+)<\/strong>/g)].map((m) => m[1]);
    expect(titles(first)).toEqual(Array.from({ length: 19 }, (_, i) => `Nr ${i + 1}`));
    expect(titles(second)[0]).toBe("Nr 20");
    expect((await ola.get("/samlinger?etter=tull")).statusCode).toBe(200);
  });

  it("takes the same few statements however many rows there are", async () => {
    const countFor = async (path: string) => {
      const ola = await browserOf(house, cast.ola);
      house.statements.length = 0;
      expect((await ola.get(path)).statusCode).toBe(200);
      return house.statements.length;
    };
    await invite(house, cast, id, cast.ola);
    await countFor("/samlinger");
    const before = [await countFor("/samlinger"), await countFor(`/samlinger/${id}`)];
    await many(60, "2026-09-20");
    const mentors = await addMentors(house.store, cast.network, 30);
    await invite(house, cast, id, ...mentors);
    for (const mentor of mentors) await answer(house, id, mentor);
    expect([await countFor("/samlinger"), await countFor(`/samlinger/${id}`)]).toEqual(before);
    expect(before[0]).toBeLessThanOrEqual(6);
    // Session, the gathering with one's own answer, agenda, who comes, cases, what Nav says (and the clock it is late by), actions, tries.
    expect(before[1]).toBeLessThanOrEqual(9);
  });
});

describe("the list of someone in several networks", () => {
  const other = (change: Parameters<typeof addGathering>[2]) =>
    addGathering(house, cast, { networkId: cast.otherNetwork, openedAt: house.now(), ...change });
  const inBoth = () => house.store.write((tx) => addMember(tx, cast.otherNetwork, cast.kari, "adviser"));
  const days = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      new Date(Date.parse("2026-12-10") + i * 86_400_000).toISOString().slice(0, 10),
    );
  const at = (day: string) => ({
    localDate: day,
    startsAt: instantOf(day, "13:00"),
    endsAt: instantOf(day, "15:00"),
  });

  it("is narrowed to one of them, and stays so from page to page", async () => {
    await inBoth();
    for (const [i, day] of days(25).entries()) await other({ title: `Annen ${i}`, ...at(day) });
    const kari = await browserOf(house, cast.kari);
    const all = (await kari.get("/samlinger")).body;
    expect(all).toContain('<option value="">Alle nettverk</option>');
    expect(all).toContain("Når noen ikke kommer");
    const path = `/samlinger?nettverk=${cast.otherNetwork}`;
    const narrowed = (await kari.get(path)).body;
    expect(narrowed).toContain(`<option value="${cast.otherNetwork}" selected>`);
    expect(narrowed).not.toContain("Når noen ikke kommer");
    const next = /href="(\/samlinger\?kommende=[^"]+)"/.exec(narrowed)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(next).toContain(`nettverk=${cast.otherNetwork}`);
    const second = (await kari.get(next)).body;
    expect(second).toContain("Annen 24");
    expect(second).toContain(`href="${path}"`);
    house.statements.length = 0;
    await kari.get("/samlinger");
    const forAll = house.statements.length;
    house.statements.length = 0;
    await kari.get(path);
    expect(house.statements.length).toBe(forAll);
  });

  it("is never narrowed to one they do not see, and has no choice for whoever is in one", async () => {
    await other({ title: "Annen" });
    const kari = await browserOf(house, cast.kari);
    const { body } = await kari.get(`/samlinger?nettverk=${cast.otherNetwork}`);
    expect(body).not.toContain("Annen");
    expect(body).not.toContain('name="nettverk"');
    expect(body).toContain("Når noen ikke kommer");
  });
});

describe("a draft in the list", () => {
  it("says when the clock sends its invitations, to its adviser alone", async () => {
    await addGathering(house, cast, { title: "Utkast med dato", inviteOn: "2027-02-09" });
    await addGathering(house, cast, { title: "Utkast uten" });
    for (const title of ["Neste", "Sendt"])
      await addGathering(house, cast, { title, inviteOn: "2026-11-09", openedAt: house.now() });
    const body = (await (await browserOf(house, cast.kari)).get("/samlinger")).body;
    const of = (title: string) => body.split(`<strong>${title}</strong>`)[1]?.split("</li>")[0] ?? "";
    expect(of("Utkast med dato")).toContain("Sendes 9.\u00a0februar 2027");
    expect(of("Utkast uten")).not.toContain("Sendes");
    expect(body.match(/Sendes/g)).toHaveLength(1);
    expect((await (await browserOf(house, cast.ola)).get("/samlinger")).body).not.toContain("Sendes");
  });
});
