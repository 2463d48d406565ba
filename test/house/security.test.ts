/** Headers, cookies, what is counted, and what must never be logged. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outbox } from "../../server/mail/tables.ts";
import { countTry } from "../../server/people/rate.ts";
import { auditLog, persons, rateCounters } from "../../server/people/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { openStore } from "../../server/store/store.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, cookieOf, openHouse, programOf, root, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const production = {
  NODE_ENV: "production",
  BASE_URL: "https://mentor.example.no",
  SECRET: "x".repeat(32),
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "post@mentor.example.no",
};

describe("every answer", () => {
  it("forbids inline script and style, frames, other sites and guessing of types", async () => {
    const app = await house.app();
    for (const url of ["/", "/logg-inn", "/finnes-ikke", "/personvern", "/internal/isalive"]) {
      const { headers } = await app.inject({ url });
      const policy = String(headers["content-security-policy"]);
      for (const rule of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ]) {
        expect([url, policy.includes(rule)]).toEqual([url, true]);
      }
      expect(policy).not.toContain("unsafe");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("same-origin");
      expect(headers["x-powered-by"]).toBeUndefined();
    }
  });

  it("of a page is kept by no cache, and over https for a year", async () => {
    const site = await openHouse(production);
    const app = await site.app();
    const { headers } = await app.inject({ url: "/logg-inn" });
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["strict-transport-security"]).toContain("max-age=31536000");
    await site.close();
  });

  it("no page has script or style in it, or a handler in an attribute", async () => {
    const kari = await browserOf(house, cast.kari);
    for (const url of [
      "/",
      "/min-side",
      "/min-side/alt",
      "/samlinger",
      "/personvern",
      "/taushetserklaering",
    ]) {
      const { body } = await kari.get(url);
      expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
      expect(body).not.toMatch(/<style|\son[a-z]+="|\sstyle="|javascript:/i);
    }
  });
});

describe("cookies", () => {
  it("of a session are out of reach of script and of other sites, and bound to this host", async () => {
    const site = await openHouse(production);
    await addCast(site.store);
    const browser = await browserOf(site, null);
    await browser.post("/logg-inn", { epost: "ola@demo.example" });
    const [mail] = await site.store.read.select().from(outbox);
    const link = /\/logg-inn\/[^\s?]+/.exec(mail?.textBody ?? "")?.[0] as string;
    const cookies = [(await browser.post(link)).headers["set-cookie"]].flat().join("\n");
    expect(cookies).toMatch(/__Host-okt=[^;]+;[^\n]*Path=\/;[^\n]*HttpOnly;[^\n]*Secure;[^\n]*SameSite=Lax/);
    await site.close();
  });

  it("signed with a secret that was changed open nothing, while sessions live on", async () => {
    const app = await house.app();
    const cookie = await cookieOf(house, cast.ola);
    expect((await app.inject({ url: "/min-side", headers: { cookie } })).statusCode).toBe(200);
    const other = { ...house.config, secret: "another secret, of at least 32 characters" };
    const { buildApp } = await import("../../server/app.ts");
    const after = await buildApp({ ...house, config: other });
    expect((await after.inject({ url: "/min-side", headers: { cookie } })).statusCode).toBe(200);
    const { mailToken } = await import("../../server/people/mail-preference.ts");
    const token = mailToken(house.config.secret, cast.ola);
    expect((await app.inject({ url: `/e-post/${token}` })).statusCode).toBe(200);
    expect((await after.inject({ url: `/e-post/${token}` })).statusCode).toBe(410);
    await after.close();
  });
});

describe("requests from other sites", () => {
  it("are refused whatever they would change, but what carries its own proof", async () => {
    const app = await house.app();
    const cookie = await cookieOf(house, cast.kari);
    const faults: string[] = [];
    const open: string[] = [];
    for (const { method, url } of app.routeTable) {
      if (method === "GET" || method === "HEAD") continue;
      for (const from of [
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
        { origin: "https://ond.example" },
      ]) {
        const response = await app.inject({
          method: method as "POST",
          url: url.replace(/:\w+|\*/g, "a".repeat(26)),
          headers: { cookie, ...from, "content-type": "application/x-www-form-urlencoded" },
        });
        if (response.statusCode !== 403) {
          if (url.startsWith("/e-post/:token/stopp")) open.push(url);
          else faults.push(`${method} ${url} ${JSON.stringify(from)}: ${response.statusCode}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(new Set(open)).toEqual(new Set(["/e-post/:token/stopp"]));
  });
});

describe("tries are counted for all processes together", () => {
  it("two stores on one database let through as many as one, also at the same time", async () => {
    const { databaseUrl } = house.config;
    const other = await openStore({ databaseUrl, migrationsFolder: `${root}/migrations` });
    const tryIt = (i: number) =>
      (i % 2 === 0 ? house.store : other).write((tx) => countTry(tx, "key", 10, house.now()), {
        inTurnFor: "key",
      });
    const all: boolean[] = [];
    // SQLite waits for another connection's lock without letting this process go on: one after the other
    if (engine === "sqlite") for (let i = 0; i < 30; i++) all.push(await tryIt(i));
    else all.push(...(await Promise.all(Array.from({ length: 30 }, (_, i) => tryIt(i)))));
    await other.close();
    expect(all.filter(Boolean)).toHaveLength(10);
    const [row] = await house.store.read.select().from(rateCounters).where(eq(rateCounters.key, "key"));
    expect(row?.tries).toBe(30);
  });

  it("thirty requests for links at once: none fails, one address gets one mail a minute, and no more than it asked for", async () => {
    const browser = await browserOf(house, null);
    const ask = () => browser.post("/logg-inn", { epost: "ola@demo.example" });
    const mails = async () => (await house.store.read.select().from(outbox)).length;
    const at = house.now();
    const all = await Promise.all(Array.from({ length: 3 }, ask));
    expect(await mails()).toBe(1);
    for (let minute = 1; minute <= 8; minute++) {
      house.setNow(at.add({ seconds: 61 * minute }).toString());
      all.push(await ask());
    }
    expect(await mails()).toBe(3); // each asking counts, with a mail or without
    all.push(...(await Promise.all(Array.from({ length: 30 }, ask))));
    expect(new Set(all.map(({ statusCode }) => statusCode))).toEqual(new Set([303]));
    expect(await mails()).toBe(3);
  });
});

describe("what a person wrote stays words", () => {
  const nasty = "\"><script>alert(1)</script>=cmd|' /C calc'!A0";

  it("on pages and in mail", async () => {
    await house.store.write((tx) => tx.update(persons).set({ name: nasty }).where(eq(persons.id, cast.ola)));
    const page = await (await browserOf(house, cast.ola)).get("/min-side");
    expect(page.body).not.toContain("<script>alert");
    expect(page.body).toContain("&lt;script&gt;");
    await (await browserOf(house, null)).post("/logg-inn", { epost: "ola@demo.example" });
    const [mail] = await house.store.read.select().from(outbox);
    expect(mail?.htmlBody).not.toContain("<script>alert");
    expect(mail?.toName).not.toMatch(/[\r\n]/);
  });

  it("in a file for a spreadsheet no cell begins a formula", async () => {
    await house.store.write((tx) =>
      tx
        .update(persons)
        .set({ name: "=HYPERLINK(1)", jobTitle: "+1+1", phone: "-2" })
        .where(eq(persons.id, cast.ola)),
    );
    const { body } = await (await browserOf(house, cast.amir)).get("/personer/liste.csv");
    const cells = body.split(/\r?\n/).flatMap((line) => line.split(/;|,/));
    expect(body).toContain("HYPERLINK");
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
  });
});

it("a body of more than a megabyte is told to be too large", async () => {
  const kari = await browserOf(house, cast.kari);
  const response = await kari.post("/min-side/rett", { navn: "x".repeat(1024 * 1024 + 1) });
  expect(response.statusCode).toBe(413);
});

it("a whole server logs no name, address, token, cookie or query, at its most talkative", async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const port = (probe.address() as { port: number }).port;
  probe.close();
  const child = spawn(process.execPath, programOf("server/main.ts"), {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      PORT: String(port),
      LOG_LEVEL: "debug",
      DEMO: "off",
      SECRET: "the-secret-of-this-test-0123456789abcdef",
      DATABASE_URL: house.config.databaseUrl,
    },
  });
  let said = "";
  child.stdout.on("data", (piece) => {
    said += piece;
  });
  child.stderr.on("data", (piece) => {
    said += piece;
  });
  const base = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 200; i++) {
    if (
      await fetch(`${base}/internal/isready`).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
    await pause(100);
  }
  const cookie = await cookieOf(house, cast.ola);
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
  const post = (path: string, body: string) =>
    fetch(`${base}${path}`, { method: "POST", headers, body, redirect: "manual" });
  await fetch(`${base}/logg-inn/HEMMELIG-LENKE?til=%2FHEMMELIG-VEI`);
  await fetch(`${base}/samlinger?sok=HEMMELIG-SOK`, { headers });
  await fetch(`${base}/min-side/alt.json`, { headers });
  await post("/logg-inn", "epost=ola%40demo.example");
  await post("/min-side/rett", "navn=HEMMELIG-NAVN&telefon=&sprak=nb");
  await post("/innspill/nytt", "tekst=HEMMELIGE-ORD");
  await post("/min-side/rett", `navn=${"%00".repeat(10)}`);
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(said).toContain('"answered"');
  const secrets = [
    ...["HEMMELIG", "ola@demo.example", "Ola Brekke", "the-secret-of-this-test"],
    cookie.replace("okt=", ""),
  ];
  expect(secrets.filter((one) => said.includes(one))).toEqual([]);
}, 240_000);

it("an administrator let in by the command line: one link, once, noted", async () => {
  const child = spawn(
    process.execPath,
    [...programOf("server/people/add-administrator.ts"), "Nød Løsning", "nod@nav.example", "--link"],
    { cwd: root, env: { PATH: process.env["PATH"], DATABASE_URL: house.config.databaseUrl } },
  );
  let said = "";
  child.stdout.on("data", (piece) => {
    said += piece;
  });
  await once(child, "exit");
  const link = /\/logg-inn\/\S+/.exec(said)?.[0] as string;
  const log = await house.store.read.select().from(auditLog);
  expect(log).toMatchObject([{ event: "link-printed", byId: null }]);
  house.setNow(new Date().toISOString());
  const browser = await browserOf(house, null);
  expect((await browser.get(link)).statusCode).toBe(200); // a mail scanner that opens it uses nothing up
  expect((await browser.post(link)).statusCode).toBe(303);
  expect((await browser.post(link)).statusCode).toBe(410);
}, 240_000);
