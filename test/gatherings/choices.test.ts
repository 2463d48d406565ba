import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { messageOf, rawMessage } from "../../server/mail/message.ts";
import { mailPreferenceOf, mailToken } from "../../server/people/mail-preference.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invite, mailsTo, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse({ BASE_URL: "http://mentornettverk.et-langt-navn.example.no" });
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
});
afterEach(() => house.close());

const pathOf = (personId: string) => `/e-post/${mailToken(house.config.secret, personId)}`;
const wishes = (personId: string) => mailPreferenceOf(house.store.read, personId);
const kindsTo = async (personId: string) => (await mailsTo(house, personId)).map((mail) => mail.kind);
/** As a mail program posts: no cookie, from anywhere. */
const oneClick = async (path: string, contentType: string, payload: string) =>
  (await house.app()).inject({
    method: "POST",
    url: path,
    headers: { "content-type": contentType, "sec-fetch-site": "cross-site", origin: "https://mail.example" },
    payload,
  });

describe("every mail about a gathering", () => {
  it("can be unsubscribed by its headers, whole and folded, and leads to the choices", async () => {
    await invite(house, cast, id, cast.ola);
    await answer(house, id, cast.ola);
    await change(house, id, "material", { place: "Rom 5" });
    await change(house, id, "cancelled");
    const mails = await mailsTo(house, cast.ola, true);
    expect(mails.length).toBeGreaterThan(2);
    for (const mail of mails) {
      const raw = (await rawMessage(messageOf(mail, house.config.mailFrom))).toString("latin1");
      const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
      const unfolded = head.replace(/\r\n[ \t]/g, " ");
      const url = `${house.config.baseUrl}${pathOf(cast.ola)}`;
      expect(unfolded).toMatch(new RegExp(`^List-Unsubscribe: +<${url.replaceAll(".", "\\.")}/stopp>$`, "m"));
      expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
      for (const line of head.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
      // folded where a header's one long word begins, never within it
      expect(head).toContain(`<${url}/stopp>`);
      expect(mail.textBody).toContain(`Velg hva du får på e-post:\n${url}\n`);
      expect(mail.htmlBody).toContain(`href="${url}"`);
    }
  });
});

describe("unsubscribing with one press in the mail program", () => {
  it.each([
    ["application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])("works without session, from anywhere, and is no redirect: %s", async (contentType, payload) => {
    const response = await oneClick(`${pathOf(cast.ola)}/stopp`, contentType, payload);
    expect(response.statusCode).toBe(200);
    expect(await wishes(cast.ola)).toMatchObject({
      hasInvitations: true,
      hasReminders: false,
      hasChanges: false,
    });
    expect(await wishes(cast.siri)).toMatchObject({ hasReminders: true });
  });

  it("GET shows a page with a button and changes nothing; the button unsubscribes", async () => {
    const browser = await browserOf(house, null);
    const page = await browser.get(`${pathOf(cast.ola)}/stopp`);
    expect(page.body).toContain("Meld meg av");
    expect(page.body).toContain("Invitasjonene kommer også fortsatt");
    expect(await wishes(cast.ola)).toMatchObject({ hasReminders: true, hasChanges: true });
    const pressed = await browser.post(`${pathOf(cast.ola)}/stopp`);
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, pathOf(cast.ola)]);
    expect(await wishes(cast.ola)).toMatchObject({ hasReminders: false, hasChanges: false });
  });

  it("does nothing with a link that is cut or another's", async () => {
    const proof = pathOf(cast.siri).split(".")[1];
    for (const path of [pathOf(cast.ola).slice(0, -1), `/e-post/${cast.ola}.${proof}`, "/e-post/x"]) {
      const form = "application/x-www-form-urlencoded";
      expect((await oneClick(`${path}/stopp`, form, "List-Unsubscribe=One-Click")).statusCode).toBe(410);
      expect((await (await browserOf(house, null)).get(path)).statusCode).toBe(410);
    }
    expect(await wishes(cast.ola)).toMatchObject({ hasReminders: true });
  });

  it("other pages of ours still take no POST from other sites", async () => {
    const form = "application/x-www-form-urlencoded";
    expect((await oneClick(pathOf(cast.ola), form, "sprak=en")).statusCode).toBe(403);
  });
});

describe("who unsubscribed", () => {
  beforeEach(async () => {
    await oneClick(`${pathOf(cast.ola)}/stopp`, "application/x-www-form-urlencoded", "");
    await oneClick(`${pathOf(cast.siri)}/stopp`, "application/x-www-form-urlencoded", "");
    await invite(house, cast, id, cast.ola, cast.siri);
    await answer(house, id, cast.siri);
    await sendAll(house);
  });

  it("is still invited, and gets no mail about new words", async () => {
    await change(house, id, "text", { intro: "Nytt" });
    expect(await kindsTo(cast.ola)).toEqual(["invitation"]);
    expect(await kindsTo(cast.siri)).toEqual(["invitation", "answer"]);
  });

  it("hears of another time and of a cancellation only when they count on coming", async () => {
    await change(house, id, "material", { place: "Rom 5" });
    await sendAll(house);
    house.setNow("2026-11-03T09:00:00Z");
    await change(house, id, "cancelled");
    expect(await kindsTo(cast.ola)).toEqual(["invitation"]);
    expect(await kindsTo(cast.siri)).toEqual(["invitation", "answer", "moved", "cancellation"]);
  });
});

describe("the page of choices", () => {
  const all = { invitasjoner: "ja", paaminnelser: "ja", endringer: "ja", sprak: "nb" };

  it("is reached when signed in, and stores what was chosen, the language too", async () => {
    const browser = await browserOf(house, cast.ola);
    expect((await browser.get("/min-side/e-post")).headers.location).toBe(pathOf(cast.ola));
    const nobody = await browserOf(house, null);
    await nobody.post(pathOf(cast.ola), { paaminnelser: "ja", sprak: "en" });
    expect(await wishes(cast.ola)).toMatchObject({
      hasInvitations: false,
      hasReminders: true,
      hasChanges: false,
    });
    const page = (await nobody.get(pathOf(cast.ola))).body;
    expect(page).toContain('<html lang="en"');
    expect(page).toMatch(/name="paaminnelser"[^>]*checked/);
    expect(page).not.toMatch(/name="invitasjoner"[^>]*checked/);
  });

  it("no invitations by mail: one is on the list all the same, and later mails refer to none before", async () => {
    await (await browserOf(house, null)).post(pathOf(cast.ola), { sprak: "nb" });
    await invite(house, cast, id, cast.ola);
    expect(await kindsTo(cast.ola)).toEqual([]);
    await answer(house, id, cast.ola);
    const [mail] = await mailsTo(house, cast.ola);
    expect(mail?.kind).toBe("answer");
    expect(mail?.headers).not.toHaveProperty("In-Reply-To");
  });

  it("offers the subscription only to whoever has turned it on", async () => {
    const nobody = await browserOf(house, null);
    expect((await nobody.get(pathOf(cast.ola))).body).not.toContain('name="kalender"');
    await nobody.post(pathOf(cast.ola), { ...all, kalender: "abonnement" });
    expect(await wishes(cast.ola)).toMatchObject({ isSubscribed: false });
    await (await browserOf(house, cast.ola)).post("/min-side/kalender", { gjor: "paa" });
    expect((await nobody.get(pathOf(cast.ola))).body).toContain('name="kalender"');
    await nobody.post(pathOf(cast.ola), { ...all, kalender: "epost" });
    expect(await wishes(cast.ola)).toMatchObject({ isSubscribed: false });
  });
});
