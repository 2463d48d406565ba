import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { invitations } from "../../server/gatherings/tables.ts";
import { openDueBatches } from "../../server/learning/batch.ts";
import { feedback, feedbackAuthors, feedbackWords, sealedFeedback } from "../../server/learning/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { personRoles, persons } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { countDuePools } from "../../server/surveys/due-pools.ts";
import { languages } from "../../server/web/languages.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addHeld, ballotRows, close, filled, linkOf, openedEvaluation, openFor, say } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const stranger = () => browserOf(house, null);
const countOf = async (surveyId: string, question: string) => {
  await close(house, surveyId);
  return (await ballotRows(house, surveyId)).find((row) => row.question === question)?.counts;
};

describe("the form behind the link", () => {
  it("says who reads what before anything is written, and takes five taps without signing in", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    const browser = await stranger();
    const link = await linkOf(house, surveyId, mentors[0] as string);
    const page = await browser.get(link);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Dere er åtte i nettverket");
    expect(page.body).toContain("hvis minst tre har svart");
    expect(page.body).toContain("Kari Nordli, Tore Vik");
    expect(
      page.body.match(/type="radio"[^>]*name="faglig"|name="faglig"[^>]*type="radio"/g) ?? [],
    ).toHaveLength(6);
    expect(page.body).not.toMatch(/type="radio"[^>]*checked[^>]*name="faglig"/);
    const sent = await browser.post(link, filled());
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${link}/takk`]);
    expect((await browser.get(`${link}/takk`)).body).toContain("Svaret ditt er med");
  });

  it("takes one answer: a second press and a second device are met kindly and count nothing", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    const link = await linkOf(house, surveyId, mentors[0] as string);
    const [phone, laptop] = [await stranger(), await stranger()];
    await phone.post(link, filled({ faglig: "5" }));
    const again = await laptop.post(link, filled({ faglig: "1" }));
    expect([again.statusCode, again.headers.location]).toEqual([303, `${link}/takk`]);
    expect((await laptop.get(link)).headers.location).toBe(`${link}/takk`);
    const thanks = (await laptop.get(`${link}/takk`)).body;
    expect(thanks).toContain("har du trykket to ganger, teller bare den første");
    for (const id of mentors.slice(1)) await say(house, surveyId, id, { steps: "33333" });
    expect(await countOf(surveyId, "faglig")).toEqual([0, 0, 2, 0, 1, 0]);
  });

  it("keeps everything typed when something is missing or must not be stored", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    const link = await linkOf(house, surveyId, mentors[0] as string);
    const browser = await stranger();
    const missing = await browser.post(link, filled({ tid: "", kommentar: "Fin kake", nav: "Ingen svarer" }));
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain('href="#tid"');
    expect(missing.body).toContain("Fin kake");
    expect(missing.body).toContain("Ingen svarer");
    expect(missing.body).toMatch(/id="faglig-4"[^>]*checked|checked[^>]*id="faglig-4"/);
    const number = await browser.post(
      link,
      filled({ tid: "", kommentar: "Ring meg på 922 33 444", onske: "a@b.no" }),
    );
    // everything that is wrong is told at once
    expect(number.body).toContain('id="tid-error"');
    expect(number.statusCode).toBe(422);
    expect(number.body).toContain("922 33 444");
    expect(number.body).toContain('id="kommentar-error"');
    expect(number.body).toContain('id="onske-error"');
    const long = await browser.post(link, filled({ kommentar: "x".repeat(1001) }));
    expect(long.statusCode).toBe(422);
    expect((await browser.get(link)).statusCode).toBe(200);
  });

  it("warns once of what looks like a name, and then takes it", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    const link = await linkOf(house, surveyId, mentors[0] as string);
    const browser = await stranger();
    const form = filled({ kommentar: "I går sa Anders Berg at det gikk fint" });
    const warned = await browser.post(link, form);
    expect(warned.statusCode).toBe(422);
    expect(warned.body).toContain("Anders Berg");
    expect(warned.body).toContain('name="sett" value="ja"');
    expect((await browser.post(link, { ...form, sett: "ja" })).statusCode).toBe(303);
  });

  it.each(languages)(
    "speaks %s to whoever the link is for, whatever the browser asks for",
    async (language) => {
      const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
      const [id] = mentors as [string];
      await house.store.write((tx) => tx.update(persons).set({ language }).where(eq(persons.id, id)));
      const link = await linkOf(house, surveyId, id);
      const { body } = await (await stranger()).get(link);
      expect(body).toContain(`<html lang="${language}"`);
      expect(body).toContain({ nb: "Helt uenig", nn: "Heilt ueinig", en: "Strongly disagree" }[language]);
      expect(body).not.toContain("undefined");
    },
  );

  it("is closed when its last day is over, and gives back what was typed", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    const link = await linkOf(house, surveyId, mentors[0] as string);
    house.setNow("2026-11-18T08:00:00Z");
    const browser = await stranger();
    expect((await browser.get(link)).body).toContain("Svarfristen er ute");
    const sent = await browser.post(link, filled({ kommentar: "Lang og viktig tekst" }));
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain("Lang og viktig tekst");
    await close(house, surveyId);
    expect((await browser.get(`${link}/takk`)).statusCode).toBe(200);
  });

  it("takes the same few statements however many were there", async () => {
    const count = async (people: number) => {
      const { surveyId, mentors, gatheringId } = await openedEvaluation(house, cast, people);
      const link = await linkOf(house, surveyId, mentors[0] as string);
      await (await stranger()).get(link);
      house.statements.length = 0;
      await (await stranger()).get(link);
      return [house.statements.length, gatheringId];
    };
    const [few] = await count(3);
    const [many] = await count(30);
    expect(many).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });
});

describe("a link", () => {
  it("opens nothing when it is made up, cut, another's or for another purpose", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    const link = await linkOf(house, surveyId, mentors[0] as string);
    const [, , token = ""] = link.split("/");
    const [survey, , proof] = token.split(".");
    const browser = await stranger();
    for (const wrong of [
      token.slice(0, -1),
      `${token}x`,
      `${survey}.${mentors[1]}.${proof}`,
      `${survey}..${proof}`,
      "x",
      `${survey}.${cast.kari}.${proof}`,
    ]) {
      for (const response of [
        await browser.get(`/evaluering/${wrong}`),
        await browser.post(`/evaluering/${wrong}`, filled()),
        await browser.get(`/evaluering/${wrong}/takk`),
      ]) {
        expect([wrong, response.statusCode >= 400 && response.statusCode < 500]).toEqual([wrong, true]);
        expect(response.body).not.toContain('name="faglig"');
      }
    }
  });

  it("is revoked by a raised version, another address, and by leaving", async () => {
    const mentors = await addMentors(house.store, cast.network, 4);
    const { surveyId, gatheringId } = await openedEvaluation(house, cast, mentors);
    await house.store.write(async (tx) => {
      const facts = { gatheringId, invitedById: cast.kari, invitedAt: house.now() };
      await tx
        .insert(invitations)
        .values({ id: newId(), personId: mentors[0] as string, calendarToken: newId(), ...facts });
    });
    const links = await Promise.all(mentors.map((id) => linkOf(house, surveyId, id)));
    await house.store.write(async (tx) => {
      await tx
        .update(invitations)
        .set({ linkVersion: 2 })
        .where(eq(invitations.personId, mentors[0] as string));
      const email = "ny@demo.example";
      await tx
        .update(persons)
        .set({ email, emailKey: email })
        .where(eq(persons.id, mentors[1] as string));
      await tx
        .update(persons)
        .set({ status: "left" })
        .where(eq(persons.id, mentors[2] as string));
    });
    const browser = await stranger();
    const statuses = [];
    for (const link of links) statuses.push((await browser.get(link)).statusCode);
    expect(statuses.map((status) => status < 400)).toEqual([false, false, false, true]);
    expect((await browser.post(links[0] as string, filled())).statusCode).toBeGreaterThanOrEqual(400);
  });

  it("changes nothing by being opened, by GET or HEAD", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    const link = await linkOf(house, surveyId, mentors[0] as string);
    const app = await house.app();
    for (const method of ["GET", "HEAD"] as const) await app.inject({ method, url: link });
    expect(await ballotRows(house, surveyId)).toEqual([]);
  });
});

describe("“Dette gjelder Nav”", () => {
  it("becomes feedback from an evaluation, by the author's choices", async () => {
    const { surveyId } = await openedEvaluation(house, cast, [cast.ola, cast.siri, cast.nina]);
    const ola = await stranger();
    const link = await linkOf(house, surveyId, cast.ola);
    await ola.post(link, filled({ nav: "Ingen tar telefonen", navn: "named", ord: "own" }));
    const [row] = await house.store.read.select().from(feedback);
    expect(row).toMatchObject({ source: "evaluation", naming: "named", networkId: cast.network });
    const [author] = await house.store.read.select().from(feedbackAuthors);
    expect(author?.personId).toBe(cast.ola);
    expect((await ola.get(`${link}/takk`)).body).toContain("Svaret ditt er med");
  });

  it("shows the receipt code of an anonymous one once, and stores no author, gathering or time", async () => {
    const { surveyId } = await openedEvaluation(house, cast, [cast.ola, cast.siri, cast.nina]);
    const app = await house.app();
    const link = await linkOf(house, surveyId, cast.siri);
    const sent = await app.inject({
      method: "POST",
      url: link,
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
      payload: new URLSearchParams(filled({ nav: "Ein gong til", navn: "anonymous" })).toString(),
    });
    const cookie = String([sent.headers["set-cookie"]].flat()[0]).split(";")[0] as string;
    const thanks = await app.inject({ url: `${link}/takk`, headers: { cookie } });
    const code = /[A-Z]{4}-[A-Z]{4}-[A-Z]{4}-[A-Z]{4}/.exec(thanks.body)?.[0];
    expect(code).toBeTruthy();
    expect(sent.headers.location).not.toContain(code);
    expect((await app.inject({ url: `${link}/takk` })).body).not.toContain(code);
    expect(await house.store.read.select().from(feedbackAuthors)).toEqual([]);
    // it waits, sealed, for Monday
    expect(await house.store.read.select().from(feedback)).toEqual([]);
    const [waiting] = await house.store.read.select().from(sealedFeedback);
    expect(waiting).toMatchObject({ networkId: cast.network, opensOn: "2026-11-09" });
    house.setNow("2026-11-09T08:00:00Z");
    await openDueBatches(house.store, house.now());
    const [row] = await house.store.read.select().from(feedback);
    expect(row).toMatchObject({ gatheringId: null, visibleFrom: "2026-11-09", source: "evaluation" });
    const followed = await (await stranger()).post("/innspill/kvittering", { kode: code as string });
    expect(followed.body).toContain("Ein gong til");
  });

  it("is not sent twice by a second press, and is not offered to a guest outside the network", async () => {
    const guest = await house.store.write(async (tx) => {
      await tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.personId, cast.ola));
      return cast.ola;
    });
    const { surveyId } = await openedEvaluation(house, cast, [guest, cast.siri, cast.nina]);
    const browser = await stranger();
    const guestLink = await linkOf(house, surveyId, guest);
    expect((await browser.get(guestLink)).body).not.toContain('name="nav"');
    // and if it is sent all the same, the answer is not half stored
    const refused = await browser.post(guestLink, filled({ nav: "Noe" }));
    expect(refused.statusCode).toBe(422);
    expect((await browser.get(guestLink)).statusCode).toBe(200);
    const link = await linkOf(house, surveyId, cast.siri);
    await Promise.all([1, 2].map(() => browser.post(link, filled({ nav: "Éin gong" }))));
    expect(await house.store.read.select().from(feedbackWords)).toHaveLength(1);
  });
});

describe("the results of a gathering", () => {
  async function answered(n: number, asked = 6) {
    const { surveyId, mentors, gatheringId } = await openedEvaluation(house, cast, [
      cast.ola,
      ...(await addMentors(house.store, cast.network, asked - 1)),
    ]);
    for (const [i, id] of mentors.slice(0, n).entries()) {
      await say(house, surveyId, id, { steps: `${(i % 5) + 1}5432`, kommentar: `Kommentar ${i}` });
    }
    return { surveyId, mentors, path: `/samlinger/${gatheringId}/evaluering` };
  }

  it("are shown to nobody while it is open", async () => {
    const { path } = await answered(4);
    const kari = await browserOf(house, cast.kari);
    const { body } = await kari.get(path);
    expect(body).toContain("åpen til og med tirsdag 17.\u00a0november 2026");
    expect(body).not.toContain('<svg class="bar"');
    expect(body).not.toContain("Kommentar 1");
    expect(body).not.toMatch(/\b4 av\b/);
  });

  it("are counts for the network and sorted comments for the adviser when it has closed", async () => {
    const { surveyId, path } = await answered(4);
    await close(house, surveyId);
    const [kari, ola] = [await browserOf(house, cast.kari), await browserOf(house, cast.ola)];
    const [forKari, forOla] = [(await kari.get(path)).body, (await ola.get(path)).body];
    for (const body of [forKari, forOla]) {
      expect(body).toContain("4 av 6 svarte.");
      expect(body).toContain('<svg class="bar"');
      expect(body).toContain("<table");
      expect(body).toContain("De fleste svarte «Helt enig».");
    }
    expect(forKari).toContain("Kommentar 1");
    expect(forOla).not.toContain("Kommentar 1");
  });

  it("wait for more answers below three, and say nothing of how many", async () => {
    const { surveyId, path } = await answered(2);
    await close(house, surveyId);
    const { body } = await (await browserOf(house, cast.kari)).get(path);
    expect(body).toContain("Færre enn tre svarte");
    expect(body).not.toContain("Kommentar");
    expect(body).not.toMatch(/\b2 av\b/);
    const list = (await (await browserOf(house, cast.kari)).get(`/nettverk/${cast.network}/evalueringer`))
      .body;
    expect(list).toContain("Færre enn tre svarte");
    expect(list).not.toMatch(/\b2 av\b/);
  });

  it("are 404 for leaders, also one who is in the network, for administrators and for others' networks", async () => {
    const { surveyId, path } = await answered(4);
    await close(house, surveyId);
    await house.store.write(async (tx) => {
      await tx.insert(personRoles).values({ personId: cast.leif, role: "counsellor" });
      await tx
        .insert(memberships)
        .values({ networkId: cast.network, personId: cast.leif, role: "counsellor", since: "2026-01-05" });
    });
    for (const id of [cast.leif, cast.randi, cast.amir, cast.strangeAdviser, cast.strangeMentor]) {
      const browser = await browserOf(house, id);
      expect((await browser.get(path)).statusCode).toBe(404);
      expect((await browser.get(`/nettverk/${cast.network}/evalueringer`)).statusCode).toBe(404);
    }
  });

  it("stand on the gathering's page: to answer, then to read; nothing for those who lead", async () => {
    const { surveyId, mentors, path } = await answered(0, 4);
    const gatheringPath = path.replace("/evaluering", "");
    const ola = await browserOf(house, cast.ola);
    const link = await linkOf(house, surveyId, cast.ola);
    expect((await ola.get(gatheringPath)).body).toContain(link);
    expect((await ola.get("/")).body).toContain(link);
    await ola.post(link, filled());
    expect((await ola.get(gatheringPath)).body).not.toContain(link);
    expect((await ola.get("/")).body).not.toContain("/evaluering/");
    for (const id of mentors.slice(1)) await say(house, surveyId, id);
    await close(house, surveyId);
    expect((await ola.get(gatheringPath)).body).toContain(`href="${path}"`);
    expect((await (await browserOf(house, cast.leif)).get(gatheringPath)).body).not.toContain(path);
  });
});

describe("a network's evaluations over time", () => {
  it("come a page at a time with the same few statements", async () => {
    const m = await addMentors(house.store, cast.network, 3);
    for (let i = 1; i <= 12; i++) {
      const date = `2026-${String(i).padStart(2, "0")}-10`;
      house.setNow(`${date}T18:00:00Z`);
      const surveyId = await openFor(house, await addHeld(house, cast, m, date));
      for (const [at, id] of m.entries()) await say(house, surveyId, id, { steps: `${at + 1}2345` });
      await close(house, surveyId);
    }
    const kari = await browserOf(house, cast.kari);
    const path = `/nettverk/${cast.network}/evalueringer`;
    house.statements.length = 0;
    const first = (await kari.get(path)).body;
    expect(house.statements.length).toBeLessThanOrEqual(5);
    expect(first.match(/<svg class="bar"/g)).toHaveLength(10);
    const older = /href="([^"]*\?etter=[^"]*)"/.exec(first)?.[1] as string;
    const second = (await kari.get(older)).body;
    expect(second.match(/3 av 3 svarte/g)).toHaveLength(2);
    expect(second).not.toContain("?etter=");
  });
});

describe("the half-years", () => {
  it("say what comes there to whoever is in no network and leads none", async () => {
    const { body } = await (await browserOf(house, cast.amir)).get("/evalueringer");
    expect(body).toContain("Her kommer tallene for nettverk du er med i eller leder.");
  });

  it("are for those who lead, by network and never by gathering", async () => {
    const m = await addMentors(house.store, cast.network, 6);
    for (const date of ["2026-08-18", "2026-10-13"]) {
      house.setNow(`${date}T18:00:00Z`);
      const surveyId = await openFor(house, await addHeld(house, cast, m, date));
      for (const [i, id] of m.entries()) await say(house, surveyId, id, { steps: `${(i % 5) + 1}2435` });
      await close(house, surveyId);
    }
    house.setNow("2027-01-22T08:00:00Z");
    await countDuePools(house.store, house.config.secret, house.now());
    for (const id of [cast.leif, cast.randi]) {
      const browser = await browserOf(house, id);
      house.statements.length = 0;
      const { body } = await browser.get("/evalueringer");
      expect(house.statements.length).toBeLessThanOrEqual(8);
      expect(body).toContain("Andre halvår 2026");
      expect(body).toContain("6 ulike personer har svart etter to samlinger.");
      expect(body).not.toContain("/samlinger/");
    }
    for (const id of [cast.kari, cast.ola, cast.amir, cast.strangeAdviser]) {
      const { body } = await (await browserOf(house, id)).get("/evalueringer");
      expect(body).not.toContain("ulike personer");
    }
    const strange = await (await browserOf(house, cast.leif)).get("/evalueringer?halvar=1900-1");
    expect(strange.statusCode).toBe(200);
  });
});
