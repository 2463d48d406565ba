/** What may lie on a device for when there is no network: nothing but what its route says, and whose it is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../server/web/languages.ts";
import { scriptTexts } from "../../server/web/offline-texts.ts";
import { browserOf, root } from "../house.ts";
import { castKeys, everything, openDemoHouse, speak } from "./demo-house.ts";
import { addressesOf, realIds } from "./real-ids.ts";

let house: Awaited<ReturnType<typeof openDemoHouse>>;
let ids: Awaited<ReturnType<typeof realIds>>;
beforeAll(async () => {
  house = await openDemoHouse();
  await house.app();
  ids = await realIds(house);
});
afterAll(() => house.close());

const as = async (key: (typeof castKeys)[number]) => browserOf(house, await house.idOf(key));

/** All that is ever kept. A new page here needs a reason: it must hold nothing that another said in confidence. */
const keptRoutes = [
  "/",
  "/eksempler",
  "/eksempler/:slug",
  "/nettverk/:id/ring",
  "/samlinger",
  "/samlinger/:id",
  "/uten-nett",
  "/veiledning",
  "/veiledning/:rolle",
];

describe("which pages may be kept", () => {
  it("are those in the list, and no others", async () => {
    expect((await house.app()).keptRoutes.sort()).toEqual(keptRoutes);
  });

  it("are marked on their own routes only, whoever opens them; every other page is not", async () => {
    const app = await house.app();
    const marked = new Set<string>();
    const faults: string[] = [];
    for (const key of castKeys) {
      const browser = await as(key);
      for (const { url } of app.routeTable.filter(({ method }) => method === "GET")) {
        for (const path of addressesOf(url, ids).slice(0, 1)) {
          const { headers, statusCode } = await browser.get(path);
          if (!headers["kept-as"]) continue;
          marked.add(url);
          if (!keptRoutes.includes(url) || statusCode !== 200) faults.push(`${key} ${path}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect([...marked].sort()).toEqual(keptRoutes);
  });

  it("say in the reader's language how old they are, for when they are read without network", async () => {
    house.setNow("2026-11-24T13:05:00Z");
    const said = {
      nb: "tirsdag 24.\u00a0november kl.\u00a014.05",
      nn: "tysdag 24.\u00a0november kl.\u00a014.05",
      en: "Tuesday 24\u00a0November, 14.05",
    };
    for (const language of languages) {
      await speak(house, language);
      const { body, headers } = await (await as("ola")).get("/samlinger");
      expect(body).toContain(`data-moment="${said[language]}"`);
      expect(headers["content-language"]).toBe(language);
    }
    await speak(house, "nb");
  });

  it("are not lists further on, refused forms, faults, or what a stranger sees", async () => {
    const ola = await as("ola");
    expect((await ola.get("/samlinger")).headers["kept-as"]).toBe("exact");
    expect((await ola.get("/samlinger?etter=x")).headers["kept-as"]).toBeUndefined();
    expect((await ola.get("/eksempler/tuva?sporsmal=x")).headers["kept-as"]).toBe("any");
    expect((await ola.get("/eksempler/finnes-ikke")).headers["kept-as"]).toBeUndefined();
    const { headers, body } = await (await browserOf(house, null)).get("/");
    expect([headers["kept-as"], headers["kept-for"]]).toEqual([undefined, "ingen"]);
    expect(body).not.toContain("data-moment");
    const sheet = (await ola.get("/ring")).headers.location as string;
    expect((await ola.get(sheet)).headers["kept-as"]).toBe("any /ring");
  });
});

describe("whose they are", () => {
  it("is told by a key that is the same on every page, another for each person, and no name or id", async () => {
    const keys = new Map<string, string>();
    for (const person of castKeys) {
      const browser = await as(person);
      const { headers, body } = await browser.get("/min-side");
      const key = String(headers["kept-for"]);
      expect(body).toContain(`data-kept-for="${key}"`);
      expect((await browser.get("/finnes-ikke")).headers["kept-for"]).toBe(key);
      expect(key).toMatch(/^[\w-]{22}$/);
      expect(body.split(key)).toHaveLength(2);
      keys.set(key, person);
    }
    expect(keys.size).toBe(castKeys.length);
  });

  it("goes from the device with the session, at signing out and when one is erased", async () => {
    const siri = await as("siri");
    expect((await siri.post("/logg-ut")).headers["clear-site-data"]).toBe('"storage"');
    const ola = await as("ola");
    const erased = await ola.post("/min-side/sletting", { ja: "ja" });
    expect([erased.statusCode, erased.headers["clear-site-data"]]).toEqual([303, '"storage"']);
  });
});

describe("a form that had been written without network", () => {
  it("is told as sent on the next page, only when it came through", async () => {
    const app = await house.app();
    const kari = await as("kari");
    const [network] = ids["/nettverk/:id"] ?? [];
    const wish = { nettverk: network as string, onske: "Hvordan si nei", utkast: "1" };
    const cookies = (response: Awaited<ReturnType<typeof kari.post>>) =>
      [response.headers["set-cookie"] ?? []].flat().join();
    expect(cookies(await kari.post("/temaonsker", { ...wish, onske: "" }))).toBe("");
    const { headers } = await kari.post("/temaonsker", wish);
    const [cookie] = [headers["set-cookie"] ?? []].flat();
    expect(decodeURIComponent(String(cookie))).toContain("melding=wishAdded /temaonsker;");
    const next = await app.inject({
      url: "/logg-inn",
      headers: { cookie: String(cookie).split(";")[0] as string },
    });
    expect(next.body).toContain('data-sent="/temaonsker"');
    const without = await kari.post("/temaonsker", { ...wish, onske: "Noe annet", utkast: [] });
    expect(cookies(without)).toContain("melding=wishAdded;");
  });

  it("is kept on the device by no form but these, and never without a name", async () => {
    const views = join(root, "views");
    const found = readdirSync(views, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".eta"))
      .flatMap((file) => {
        const kept = readFileSync(join(views, file), "utf8").match(/data-draft(="[^"]*")?/g) ?? [];
        return kept.map((attribute) => `${file} ${attribute}`);
      });
    expect(found.sort()).toEqual([
      "cases/question.eta data-draft",
      "gatherings/answer-form.eta data-draft",
      "gatherings/try-form.eta data-draft",
      "gatherings/wishes.eta data-draft",
      'learning/give.eta data-draft="navn=named"',
    ]);
  });
});

describe("the app on the home screen", () => {
  it("has a manifest whose pictures are there, linked on every page", async () => {
    const app = await house.app();
    const { body, headers } = await app.inject({ url: "/app.webmanifest" });
    expect(headers["content-type"]).toContain("application/manifest+json");
    const manifest = JSON.parse(body);
    expect(manifest).toMatchObject({ start_url: "/", scope: "/", display: "standalone", lang: "nb" });
    const inNynorsk = (await app.inject({ url: "/app.webmanifest?sprak=nn" })).json();
    expect(inNynorsk).toMatchObject({
      id: manifest.id,
      lang: "nn",
      shortcuts: [{ name: "Samlingar" }, { name: "Kven ringjer eg?" }],
    });
    for (const { src, type } of manifest.icons) {
      const picture = await app.inject({ url: src });
      expect([picture.statusCode, picture.headers["content-type"]]).toEqual([200, type]);
    }
    const { body: page, headers: rules } = await app.inject({ url: "/" });
    expect(page).toContain('<link rel="manifest" href="/app.webmanifest?sprak=nb">');
    const picture = /rel="apple-touch-icon" href="([^"]+)"/.exec(page)?.[1] as string;
    expect((await app.inject({ url: picture })).statusCode).toBe(200);
    const policy = String(rules["content-security-policy"]);
    for (const rule of ["worker-src 'self'", "manifest-src 'self'"]) expect(policy).toContain(rule);
  });

  it("has a small worker, asked for anew each time and sent when it is another", async () => {
    const app = await house.app();
    for (const url of ["/uten-nett.js", "/ring-uten-nett.js"]) {
      const { body, headers } = await app.inject({ url });
      expect(headers["content-type"]).toContain("text/javascript");
      expect(headers["cache-control"]).toBe("no-cache");
      expect(body.split("\n").length).toBeLessThan(160);
      const again = await app.inject({ url, headers: { "if-none-match": String(headers.etag) } });
      expect([again.statusCode, again.body]).toEqual([304, ""]);
    }
    const { body } = await app.inject({ url: "/uten-nett.js" });
    for (const [path] of body.matchAll(/\/assets\/[^"]+/g))
      expect((await app.inject({ url: path })).statusCode).toBe(200);
  });

  it("has its words in each language in the script of every page", async () => {
    const app = await house.app();
    const page = (await app.inject({ url: "/" })).body;
    const { body } = await app.inject({ url: /src="(\/assets\/app\.[^"]+\.js)"/.exec(page)?.[1] as string });
    for (const forms of Object.values(scriptTexts))
      for (const language of languages) expect(body).toContain(JSON.stringify(forms[language]));
  });
});

it("the page for when there is no network changes nothing and is for those signed in", async () => {
  const before = await everything(house);
  expect((await (await as("kari")).get("/uten-nett")).statusCode).toBe(200);
  expect((await (await browserOf(house, null)).get("/uten-nett")).statusCode).toBe(303);
  expect(await everything(house)).toBe(before);
});
