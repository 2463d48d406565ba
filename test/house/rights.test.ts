/** The table of roles and actions against every route there is. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyRole, has, rightOf, rights } from "../../server/web/rights.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterAll(() => house.close());

describe("the table of who may do what", () => {
  it("has a line for every route, with exactly the roles the route lets in", async () => {
    const app = await house.app();
    await app.ready();
    const missing = app.routeTable
      .filter((route) => rightOf(route) === undefined)
      .map(({ method, url, access }) => `${method} ${url} (${access}) is in no line of server/web/rights.ts`);
    expect(missing).toEqual([]);
  });

  it("promises nothing that no route does", async () => {
    const app = await house.app();
    const used = new Set(app.routeTable.map(rightOf));
    expect(rights.filter((right) => !used.has(right)).map((right) => right.says.nb)).toEqual([]);
  });

  it("lets each role in where it says so, and nowhere else", async () => {
    const app = await house.app();
    const people = {
      mentor: cast.ola,
      counsellor: cast.nina,
      adviser: cast.kari,
      leader: cast.leif,
      regional_leader: cast.randi,
      administrator: cast.amir,
    };
    const faults: string[] = [];
    for (const role of everyRole) {
      const browser = await browserOf(house, people[role]);
      for (const route of app.routeTable.filter(({ method }) => method === "GET")) {
        const right = rightOf(route);
        if (!right) continue;
        const url = route.url.replace(/:\w+/g, "a".repeat(26)).replace("*", "x");
        const { statusCode } = await browser.get(url);
        if ((statusCode !== 403) !== has(right, role)) faults.push(`${role} ${route.url}: ${statusCode}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("is shown to administrators in plain words, in their language", async () => {
    const { body } = await (await browserOf(house, cast.amir)).get("/rettigheter");
    for (const right of rights) expect(body).toContain(right.says.nb.replaceAll("'", "&#39;"));
    expect((await (await browserOf(house, cast.kari)).get("/rettigheter")).statusCode).toBe(403);
  });
});
