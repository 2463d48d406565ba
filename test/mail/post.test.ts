import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rsvps } from "../../server/gatherings/tables.ts";
import { incoming, outbox } from "../../server/mail/tables.ts";
import { keepContact } from "../../server/networks/employer-contact.ts";
import { memberships } from "../../server/networks/tables.ts";
import { findOrAddWorkplace } from "../../server/people/person.ts";
import { persons } from "../../server/people/tables.ts";
import { type Language, languages } from "../../server/web/languages.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering, change, invite } from "../gatherings/party.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import {
  clearGatherings,
  gmail,
  handIn,
  headersOf,
  type Invite,
  inviteOf,
  leaf,
  message,
  plainWords,
} from "./letters.ts";

let house: TestHouse;
let cast: Cast;
let gathering: string;
let sent: Invite;
beforeAll(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterAll(() => house.close());
beforeEach(async () => {
  await clearGatherings(house);
  gathering = await addGathering(house, cast);
  await invite(house, cast, gathering, cast.ola);
  sent = await inviteOf(house, gathering, cast.ola);
});

const speak = (language: Language) =>
  house.store.write(async (tx) => void (await tx.update(persons).set({ language })));
const counts = async () => (await house.store.read.select().from(rsvps))[0]?.answer ?? "silent";

describe("the adviser's queue", () => {
  it("shows who, which gathering and the words, and is empty when all is handled", async () => {
    await handIn(house, plainWords(sent, "Kan vi ta det digitalt?"));
    const browser = await browserOf(house, cast.kari);
    const { body } = await browser.get("/samlinger/post");
    for (const words of ["Skrev til dere", "Kan vi ta det digitalt?", "Ola Brekke", "Når noen ikke kommer"]) {
      expect(body).toContain(words);
    }
    const action = /action="(\/samlinger\/post\/[^"]+)"/.exec(body)?.[1] as string;
    expect((await browser.post(action)).statusCode).toBe(303);
    expect((await browser.get("/samlinger/post")).body).toContain("Ingenting venter");
    expect((await browser.post(action)).statusCode).toBe(303); // pressed twice: it is done
    expect(await house.store.read.select().from(incoming)).toMatchObject([{ handledById: cast.kari }]);
  });

  it("is for those who run the network; nobody else sees a word", async () => {
    await handIn(house, plainWords(sent, "Bare til Kari"));
    const [row] = await house.store.read.select().from(incoming);
    const stranger = await browserOf(house, cast.strangeAdviser);
    expect((await stranger.get("/samlinger/post")).body).not.toContain("Bare til Kari");
    expect((await stranger.post(`/samlinger/post/${row?.id}/ferdig`)).statusCode).toBe(404);
    expect((await (await browserOf(house, cast.ola)).get("/samlinger/post")).statusCode).toBe(403);
  });

  it("shows mail that no network knows anything of to administrators only", async () => {
    const stranger = (from: string, words: string) =>
      message([`From: ${from}`, `Message-ID: <${from}>`, "Subject: Hei"], leaf("text/plain", words));
    await handIn(house, stranger("ukjent@langt-borte.example", "Fra ingen vi kjenner"));
    const [kari, other, amir] = await Promise.all(
      [cast.kari, cast.strangeAdviser, cast.amir].map((id) => browserOf(house, id)),
    );
    const read = async (browser: typeof kari) => (await browser?.get("/samlinger/post"))?.body;
    expect(await read(amir)).toContain("Fra ingen vi kjenner");
    for (const browser of [kari, other]) expect(await read(browser)).not.toContain("Fra ingen vi kjenner");
    const [row] = await house.store.read.select().from(incoming);
    expect((await kari?.post(`/samlinger/post/${row?.id}/ferdig`))?.statusCode).toBe(404);
    expect((await amir?.post(`/samlinger/post/${row?.id}/ferdig`))?.statusCode).toBe(303);
    expect(await read(amir)).not.toContain("Fra ingen vi kjenner");
  });

  it("goes to the network that knows the sender: a contact of an employer, and one who has left", async () => {
    const plain = (from: string, words: string) =>
      message(
        [`From: ${from}`, `Message-ID: <${words.length}.${from}>`, "Subject: Hei"],
        leaf("text/plain", words),
      );
    await house.store.write(async (tx) => {
      const facts = { name: "Kaia Kafé", trade: "kafé", size: "small" as const, municipality: "Elvebyen" };
      const workplaceId = await findOrAddWorkplace(tx, facts);
      const contact = { name: "Pia", email: "pia@kaia.example", language: "nb" as const };
      await keepContact(tx, { ...contact, networkId: cast.network, workplaceId }, "2026-01-01");
    });
    const until = (date: string | null) =>
      house.store.write(async (tx) => {
        await tx.update(memberships).set({ until: date }).where(eq(memberships.personId, cast.siri));
      });
    await until("2026-10-01");
    await handIn(house, plain("pia@kaia.example", "Fra en arbeidsgiver"));
    await handIn(house, plain("siri@demo.example", "Fra en som sluttet"));
    await handIn(house, plain("siri@demo.example", "x".repeat(1_200_000)));
    await until(null);
    const kari = (await (await browserOf(house, cast.kari)).get("/samlinger/post")).body;
    const amir = (await (await browserOf(house, cast.amir)).get("/samlinger/post")).body;
    expect(kari.match(/<li class="card/g)).toHaveLength(3);
    expect(amir).not.toContain('<li class="card');
  });

  it("shows nothing raw: script in names, subjects and words, and secret links", async () => {
    const nasty = '<script>alert(1)</script><img src=x onerror="alert(2)">';
    const from = `From: "${nasty.replaceAll('"', "'")}" <ola@demo.example>`;
    const headers = headersOf(sent, {}, nasty).filter((line) => !line.startsWith("From:"));
    const html = `<style>p{}</style><p>Hei ${nasty.replaceAll("<", "&lt;")}<a href="https://ond.example">her</a>\u202e</p>${nasty}<p>http://x/svar/${"a".repeat(26)}.bevis</p>`;
    expect(await handIn(house, message([from, ...headers], leaf("text/html; charset=utf-8", html)))).toBe(
      "human",
    );
    const { body } = await (await browserOf(house, cast.kari)).get("/samlinger/post");
    expect(body).toContain("Hei &lt;script");
    expect(body).not.toMatch(/<script>|<img|onerror="|ond\.example|\u202e|\.bevis/);
  });

  it.each(languages)("opens with every reason there is, in %s", async (language) => {
    await speak(language);
    await handIn(house, plainWords(sent, "Hei"));
    for (const wish of [{ method: "COUNTER" }, { partstat: "DELEGATED" }, { partstat: null }])
      await handIn(house, gmail(sent, wish));
    await handIn(house, Buffer.alloc(1_200_000, "a"));
    const { body, statusCode } = await (await browserOf(house, cast.kari)).get("/samlinger/post");
    expect(statusCode).toBe(200);
    expect(body.match(/<li class="card/g)).toHaveLength(4);
    const whoRuns = (await (await browserOf(house, cast.amir)).get("/samlinger/post")).body;
    expect(whoRuns.match(/<li class="card/g)).toHaveLength(1); // too large, and from nobody
    expect(whoRuns).not.toMatch(/undefined|reason_/);
    expect(body).not.toMatch(/undefined|reason_/);
    await speak("nb");
  });
});

describe("an answer kept aside", () => {
  const byColleague = { from: "lise@demo.example", attendee: "lise@demo.example" };
  async function linkInMail(): Promise<string> {
    const mails = await house.store.read.select().from(outbox).where(eq(outbox.kind, "was-it-you"));
    const url = /http\S+\/var-det-deg\/\S+/.exec(mails.at(-1)?.textBody ?? "")?.[0] as string;
    return url.replace(house.config.baseUrl, "");
  }

  it("is asked about in one mail and on one page, without signing in", async () => {
    await handIn(house, gmail(sent, byColleague));
    const browser = await browserOf(house, null);
    const page = await browser.get(await linkInMail());
    expect(page.body).toContain("Var dette deg?");
    expect(page.body).toContain("lise@demo.example");
    expect(await counts()).toBe("silent");
  });

  it("counts when it was one's own, and that address is known from then on", async () => {
    await handIn(house, gmail(sent, byColleague));
    const browser = await browserOf(house, null);
    const link = await linkInMail();
    const pressed = await browser.post(link, { svar: "ja" });
    expect(pressed.headers.location).toMatch(/^\/svar\/.+\/kvittering$/);
    expect((await browser.get(String(pressed.headers.location))).statusCode).toBe(200);
    expect(await counts()).toBe("yes");
    const later = gmail(sent, { ...byColleague, partstat: "DECLINED", at: "2026-11-02T11:00:00Z" });
    expect(await handIn(house, later, { at: "2026-11-02T11:00:10Z" })).toBe("applied");
    expect((await browser.get(link)).body).toContain("Du har sagt at det var deg");
  });

  it("is dropped when it was not; the adviser sees it, and the address is not asked about again", async () => {
    await handIn(house, gmail(sent, byColleague));
    const browser = await browserOf(house, null);
    const link = await linkInMail();
    await browser.post(link, { svar: "nei" });
    expect((await browser.get(link)).body).toContain("Svaret teller ikke");
    expect(await counts()).toBe("silent");
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get("/samlinger/post")).body).toContain("Noen andre svarte i stedet");
    const again = gmail(sent, { ...byColleague, at: "2026-11-02T11:00:00Z" });
    expect(await handIn(house, again, { at: "2026-11-02T11:00:10Z" })).toBe("ignored");
  });

  it("is decided once, whatever is pressed later", async () => {
    await handIn(house, gmail(sent, byColleague));
    const browser = await browserOf(house, null);
    const link = await linkInMail();
    await browser.post(link, { svar: "nei" });
    await browser.post(link, { svar: "ja" });
    expect(await counts()).toBe("silent");
  });

  it("leads to the new time when the gathering has moved since", async () => {
    await handIn(house, gmail(sent, byColleague));
    house.setNow("2026-11-02T11:00:00Z");
    await change(house, gathering, "material", { startTime: "14:00", endTime: "16:00" });
    const pressed = await (await browserOf(house, null)).post(await linkInMail(), { svar: "ja" });
    expect(pressed.headers.location).toMatch(/^\/svar\/[^/]+$/);
    expect(await counts()).toBe("silent");
  });

  it("opens for nobody with a link that is made up, and asks again when neither was pressed", async () => {
    await handIn(house, gmail(sent, byColleague));
    const browser = await browserOf(house, null);
    const link = await linkInMail();
    expect((await browser.get(`${link}x`)).statusCode).toBe(410);
    expect((await browser.post(`${link}x`, { svar: "ja" })).statusCode).toBe(410);
    expect((await browser.post(link)).statusCode).toBe(422);
  });
});
