/** The ways in and out that someone with bad intentions tries first. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outbox } from "../../server/mail/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { placeOf } from "../../server/people/rate.ts";
import { persons, rateCounters } from "../../server/people/tables.ts";
import { safePath } from "../../server/web/paths.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, programOf, root, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

describe("where one is led after a press", () => {
  it("is never another site, nor what a header cannot hold", () => {
    const others = ["//ond.example", "/\\ond.example", "/\t/ond.example", "https://ond.example", "/ok\\.."];
    const unfit = ["/ny\nlinje", "/æ", "/☃", "", ["/a"], null];
    for (const to of [...others, ...unfit]) expect([to, safePath(to)]).toEqual([to, "/"]);
  });

  it("is a path of ours with its query", () => {
    expect(safePath("/samlinger?etter=1-a#b")).toBe("/samlinger?etter=1-a#b");
  });

  it("is no other site, though the page one was on was named after it", async () => {
    const app = await house.app();
    const response = await app.inject({
      method: "POST",
      url: "/innstillinger",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "same-origin",
        referer: `${house.config.baseUrl}//ond.example/`,
      },
      payload: "farger=dark",
    });
    expect(response.headers.location).toBe("/");
  });

  it("signs in all the same when the path cannot stand in a header", async () => {
    const browser = await browserOf(house, null);
    await browser.post("/logg-inn", { epost: "ola@demo.example", til: "/☃" });
    const [mail] = await house.store.read.select().from(outbox);
    const path = /\/logg-inn\/[^\s?]+/.exec(mail?.textBody ?? "")?.[0];
    const signedIn = await browser.post(`${path}?til=${encodeURIComponent("/☃")}`);
    expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, "/"]);
  });

  it("leads back to the page one signs in from, and carries no link's secret and no quiet page along", async () => {
    const browser = await browserOf(house, null);
    const signInOn = async (path: string) =>
      /href="(\/logg-inn[^"]*)" class="[^"]*header-sign-in/.exec((await browser.get(path)).body)?.[1];
    expect(await signInOn("/")).toBe("/logg-inn");
    expect(await signInOn("/personvern?kort=1")).toBe("/logg-inn?til=%2Fpersonvern%3Fkort%3D1");
    expect(await signInOn("/logg-inn?til=%2Fsamlinger")).toBe("/logg-inn?til=%2Fsamlinger");
    expect(await signInOn("/logg-inn/oppbrukt?til=%2Fhelse")).toBe("/logg-inn?til=%2Fhelse");
    expect(await signInOn("/svar/hemmelig")).toBe("/logg-inn?til=%2Fsamlinger");
    expect(await signInOn("/e-post/hemmelig")).toBe("/logg-inn?til=%2Fmin-side%2Fe-post");
    expect(await signInOn("/innspill/kvittering")).toBe("/logg-inn");
    expect(await signInOn("/finnes-ikke")).toBe("/logg-inn");
    expect((await browser.get("/logg-inn?til=%2Fsamlinger")).body).toContain(
      '<input type="hidden" name="til" value="/samlinger">',
    );
  });
});

describe("those who have left", () => {
  it("are signed out everywhere", async () => {
    const browser = await browserOf(house, cast.ola);
    expect((await browser.get("/samlinger")).statusCode).toBe(200);
    await house.store.write(async (tx) => {
      await tx.update(persons).set({ status: "left" }).where(eq(persons.id, cast.ola));
    });
    expect((await browser.get("/samlinger")).statusCode).toBe(303);
  });

  it("a network, see neither its people nor its gatherings any more", async () => {
    const browser = await browserOf(house, cast.tore);
    expect((await browser.get(`/nettverk/${cast.network}`)).statusCode).toBe(200);
    await house.store.write(async (tx) => {
      await tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.personId, cast.tore));
    });
    expect((await browser.get(`/nettverk/${cast.network}`)).statusCode).toBe(404);
  });
});

describe("signing in", () => {
  it("takes as long for an address nobody has as for a known one, down to what is set", async () => {
    const browser = await browserOf(house, null);
    for (const epost of ["ola@demo.example", "ingen@demo.example"]) {
      const before = performance.now();
      await browser.post("/logg-inn", { epost });
      expect(performance.now() - before).toBeGreaterThan(115);
    }
  });

  it("counts tries by the address that a proxy of our own saw, whatever the client claims", async () => {
    const production = await openHouse({
      NODE_ENV: "production",
      BASE_URL: "https://mentor.example.no",
      SECRET: "x".repeat(32),
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "post@mentor.example.no",
    });
    const app = await production.app();
    for (const claimed of ["1.1.1.1", "2.2.2.2", "3.3.3.3"]) {
      await app.inject({
        method: "POST",
        url: "/innspill/kvittering",
        remoteAddress: "10.0.0.7",
        headers: { "sec-fetch-site": "same-origin", "x-forwarded-for": `${claimed}, 84.210.5.6` },
      });
    }
    const counted = await production.store.read.select().from(rateCounters);
    expect(counted.map((row) => row.tries)).toEqual([3]);
    await production.close();
  });

  it("counts a whole home as one place, however many addresses it has", () => {
    expect(placeOf("2001:db8:1:2:aaaa::1")).toBe(placeOf("2001:0db8:1:2:ffff:1:2:3"));
    expect(placeOf("2001:db8:1:3::1")).not.toBe(placeOf("2001:db8:1:2::1"));
    expect(placeOf("::ffff:84.210.5.6")).toBe(placeOf("84.210.5.6"));
    expect(placeOf("::1")).toBe("0:0:0:0");
  });
});

it("a refusal is told in the reader's own language", async () => {
  const { body, statusCode } = await (await browserOf(house, cast.siri)).get("/personer");
  expect([statusCode, body.includes('<html lang="nn"')]).toEqual([403, true]);
});

it("a port in use stops the start with one clear line", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => other.once("listening", done));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const child = spawn(process.execPath, programOf("server/main.ts"), {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      PORT: String(port),
      DEMO: "off",
      LOG_LEVEL: "silent",
      DATABASE_URL: house.config.databaseUrl,
    },
  });
  let said = "";
  child.stderr.on("data", (words) => {
    said += words;
  });
  const code = await new Promise((done) => child.once("exit", done));
  other.close();
  expect([code, said.trim()]).toEqual([
    1,
    "Setting PORT: another program listens on it already; choose another, such as PORT=3001",
  ]);
});
