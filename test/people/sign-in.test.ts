import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outbox } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

async function linkInMail(): Promise<string> {
  const mails = await house.store.read.select().from(outbox);
  const url = /http\S+\/logg-inn\/\S+/.exec(mails.at(-1)?.textBody ?? "")?.[0] as string;
  return url.replace(house.config.baseUrl, "");
}

describe("signing in by mail", () => {
  it("GET shows a button, POST signs in, once", async () => {
    const browser = await browserOf(house, null);
    await browser.post("/logg-inn", { epost: " Ola@Demo.Example " });
    const link = await linkInMail();
    expect((await browser.get(link)).body).toContain("Velkommen");
    expect((await browser.get(link)).statusCode).toBe(200);
    const signedIn = await browser.post(link);
    expect(signedIn.statusCode).toBe(303);
    expect(signedIn.headers["set-cookie"]).toEqual(expect.arrayContaining([expect.stringContaining("okt=")]));
    expect((await browser.post(link)).statusCode).toBe(410);
    expect((await browser.get(link)).statusCode).toBe(410);
  });

  it("answers alike whether the address is known or not", async () => {
    const browser = await browserOf(house, null);
    const known = await browser.post("/logg-inn", { epost: "ola@demo.example" });
    const unknown = await browser.post("/logg-inn", { epost: "ingen@demo.example" });
    expect([unknown.statusCode, unknown.headers.location]).toEqual([
      known.statusCode,
      known.headers.location,
    ]);
    expect(await house.store.read.select().from(outbox)).toHaveLength(1);
  });

  it("stops working after twenty minutes", async () => {
    const browser = await browserOf(house, null);
    await browser.post("/logg-inn", { epost: "ola@demo.example" });
    const link = await linkInMail();
    house.setNow("2026-11-02T09:20:00Z");
    expect((await browser.post(link)).statusCode).toBe(410);
  });

  it("mails at most five links to one address in a quarter of an hour, in silence", async () => {
    const browser = await browserOf(house, null);
    for (let i = 0; i < 8; i++) {
      house.setNow(`2026-11-02T09:0${i}:00Z`);
      await browser.post("/logg-inn", { epost: "ola@demo.example" });
    }
    expect(await house.store.read.select().from(outbox)).toHaveLength(5);
  });

  it("mails one link when the button is pressed twice, and another when asked again a minute later", async () => {
    const browser = await browserOf(house, null);
    const ask = () => browser.post("/logg-inn", { epost: "ola@demo.example" });
    const mails = async () => (await house.store.read.select().from(outbox)).length;
    const [one, two] = await Promise.all([ask(), ask()]);
    expect([one.statusCode, two.statusCode, await mails()]).toEqual([303, 303, 1]);
    house.setNow("2026-11-02T09:01:00Z");
    await ask();
    expect(await mails()).toBe(2);
  });

  it("lets in whoever presses twice and lost the first answer; nobody with the link alone", async () => {
    const browser = await browserOf(house, null);
    await browser.post("/logg-inn", { epost: "ola@demo.example" });
    const link = await linkInMail();
    const nokkel = /name="nokkel" value="([^"]+)"/.exec((await browser.get(link)).body)?.[1] as string;
    const [first, second] = [await browser.post(link, { nokkel }), await browser.post(link, { nokkel })];
    expect(second.headers["set-cookie"]).toEqual(first.headers["set-cookie"]);
    expect((await browser.post(link, { nokkel: "a".repeat(26) })).statusCode).toBe(410);
    expect((await browser.post(link)).statusCode).toBe(410);
  });

  it("keeps what was typed when the address is wrong", async () => {
    const browser = await browserOf(house, null);
    const page = await browser.post("/logg-inn", { epost: "ola(at)demo" });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('value="ola(at)demo"');
  });

  it("never leads to another site afterwards", async () => {
    const browser = await browserOf(house, null);
    await browser.post("/logg-inn", { epost: "ola@demo.example", til: "//ond.example/" });
    const signedIn = await browser.post(
      `${(await linkInMail()).replace(/\?.*/, "")}?til=https://ond.example`,
    );
    expect(signedIn.headers.location).toBe("/");
  });

  it("signing out takes away what the browser keeps for when there is no connection", async () => {
    const out = await (await browserOf(house, cast.ola)).post("/logg-ut");
    expect(out.headers["clear-site-data"]).toBe('"storage"');
  });

  it("refuses a form sent from another site", async () => {
    const app = await house.app();
    const response = await app.inject({
      method: "POST",
      url: "/logg-ut",
      headers: { "sec-fetch-site": "cross-site", cookie: "okt=x" },
    });
    expect(response.statusCode).toBe(403);
  });
});

describe("the demo door", () => {
  it("signs in one of the cast with one press", async () => {
    const browser = await browserOf(house, null);
    expect((await browser.get("/logg-inn")).body).toContain("Ola Brekke");
    expect((await browser.post("/demo/inn", { person: "ola" })).statusCode).toBe(303);
    expect((await browser.post("/demo/inn", { person: "kongen" })).statusCode).toBe(404);
  });

  it("does not exist in production", async () => {
    const production = await openHouse({
      NODE_ENV: "production",
      BASE_URL: "https://mentor.example.no",
      SECRET: "x".repeat(32),
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "post@mentor.example.no",
    });
    const browser = await browserOf(production, null);
    expect((await browser.post("/demo/inn", { person: "ola" })).statusCode).toBe(404);
    expect((await browser.get("/logg-inn")).body).not.toContain("demo/inn");
    expect((await browser.get("/dev/mail")).statusCode).toBe(404);
    expect((await browser.get("/dev/parts")).statusCode).toBe(404);
    await production.close();
  });
});
