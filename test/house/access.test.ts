import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { addAccess } from "../../server/web/access.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterAll(() => house.close());

/** One of each role; whom a route lets in is not the engine's, so on PostgreSQL two of them. */
const castOfRoles = ["kari", "ola", "nina", "leif", "randi", "amir"] as const;
const unknown = "a".repeat(26);
const filled = (url: string) => url.replace(/:\w+/g, unknown).replace("*", "x");

it("a route that does not say who may use it stops the start", () => {
  const app = fastify();
  addAccess(app, "http://localhost", async () => null);
  expect(() => app.get("/for-hvem", async () => "")).toThrow("does not say who may use it");
});

describe("every route, with ids that are nobody's", () => {
  it("sends strangers to sign in, unless it is public", async () => {
    const app = await house.app();
    const faults: string[] = [];
    for (const { method, url, access } of app.routeTable) {
      if (method === "HEAD") continue;
      const response = await app.inject({
        method: method as "GET",
        url: filled(url),
        headers: { "sec-fetch-site": "same-origin" },
      });
      const isSentToSignIn =
        response.statusCode === 303 && String(response.headers.location).startsWith("/logg-inn");
      const isFine = access === "public" ? response.statusCode < 500 : isSentToSignIn;
      if (!isFine) faults.push(`${method} ${url}: ${response.statusCode} ${response.headers.location ?? ""}`);
    }
    expect(faults).toEqual([]);
  });

  it.each(engine === "postgres" ? (["kari", "leif"] as const) : castOfRoles)(
    "%s: 403 for other roles' routes, and never a 500",
    async (key) => {
      const roles = {
        kari: "adviser",
        ola: "mentor",
        nina: "counsellor",
        leif: "leader",
        randi: "regional_leader",
        amir: "administrator",
      };
      const role = roles[key];
      const app = await house.app();
      const faults: string[] = [];
      for (const { method, url, access } of app.routeTable) {
        if (method === "HEAD" || url === "/logg-ut") continue;
        const browser = await browserOf(house, cast[key]);
        const response = method === "GET" ? await browser.get(filled(url)) : await browser.post(filled(url));
        const isAllowed =
          access === "public" || access === "signed-in" || (access as readonly string[]).includes(role);
        const isFine = isAllowed
          ? response.statusCode < 500 && response.statusCode !== 403
          : response.statusCode === 403;
        if (!isFine)
          faults.push(`${method} ${url}: ${response.statusCode}, ${isAllowed ? "allowed" : "not allowed"}`);
      }
      expect(faults).toEqual([]);
    },
  );
});
