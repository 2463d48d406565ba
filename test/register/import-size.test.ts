/** A county in one file. Says how long it took; asserts no time. */
import { count, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { memberships } from "../../server/networks/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { imports } from "../../server/register/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { many, upload } from "./files.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

it("10 000 people enter from one file, with progress to see, while others are served", async () => {
  const browser = await browserOf(house, cast.amir);
  let longest = 0;
  const watch = async (id: string, until: string[]) => {
    for (;;) {
      const before = performance.now();
      const page = await browser.get(`/personer/import/${id}`);
      longest = Math.max(longest, performance.now() - before);
      expect(page.statusCode).toBe(200);
      const [one] = await house.store.read.select().from(imports).where(eq(imports.id, id));
      if (until.includes(one?.state ?? "")) return one;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const started = performance.now();
  const uploaded = await upload(house, cast.amir, many(10_000, 900), { nettverk: cast.network });
  const id = String(uploaded.headers.location).split("/").at(-1) as string;
  const ready = await watch(id, ["ready"]);
  expect(ready?.faults).toBe(0);
  const lookedAt = performance.now();
  await browser.post(`/personer/import/${id}/legg-til`);
  await watch(id, ["done", "stopped"]);
  const done = performance.now();
  const [people] = await house.store.read.select({ n: count() }).from(persons);
  const [members] = await house.store.read
    .select({ n: count() })
    .from(memberships)
    .where(eq(memberships.networkId, cast.network));
  expect([people?.n, members?.n]).toEqual([10_010, 10_005]);
  // How often a page sees it depends on the machine: how often it is stored does not.
  expect(house.statements.filter((s) => /^update "imports" set .*"through"/.test(s)).length).toBeGreaterThan(
    3,
  );
  const undoing = performance.now();
  await browser.post(`/personer/import/${id}/angre`);
  const undone = performance.now() - undoing;
  expect((await house.store.read.select({ n: count() }).from(persons))[0]?.n).toBe(10);
  const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  console.log(
    `10 000 people: looked at in ${s(lookedAt - started)}, added in ${s(done - lookedAt)}, longest page meanwhile ${longest.toFixed(0)} ms, undone in ${s(undone)}`,
  );
}, 120_000);
