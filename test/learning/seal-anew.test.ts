/** Whether the order in which an engine wrote things joins a visit to what was given during it. */
import { existsSync, statSync } from "node:fs";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sealAnew } from "../../server/learning/seal-anew.ts";
import { sealedFeedback } from "../../server/learning/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { give, openSealed } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** Mentors come in one after another; the first of them gives an anonymous piece before the others come. */
async function morning(): Promise<string[]> {
  const mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 4))];
  const browsers: Awaited<ReturnType<typeof browserOf>>[] = [];
  for (const id of mentors) browsers.push(await browserOf(house, id));
  house.setNow("2026-11-03T09:00:00Z");
  for (const [i, browser] of browsers.entries()) {
    await browser.get("/"); // the day's first visit is noted in the session
    if (i === 0) await give(house, cast, { byId: mentors[0] as string, naming: "anonymous" });
  }
  return mentors;
}

it.runIf(engine === "postgres")(
  "PostgreSQL: whose visit was written next to the sealed row says nothing, not in dead rows either",
  async () => {
    const [speaker] = await morning();
    const client = new pg.Client({ connectionString: house.config.databaseUrl });
    await client.connect();
    const guess = async () => {
      const { rows } = await client.query(
        // the last visit before it: numbers are shared by all of a server, so that only their order tells
        "select person_id from sessions, sealed_feedback where sessions.xmin::text::bigint < sealed_feedback.xmin::text::bigint order by sessions.xmin::text::bigint desc limit 1",
      );
      return rows[0].person_id;
    };
    expect(await guess()).toBe(speaker); // the attack works on what is not sealed anew
    await sealAnew(house.store, house.now());
    expect(await guess()).not.toBe(speaker);
    await client.query("create extension if not exists pageinspect");
    const versions = await client.query(
      "select count(*) from heap_page_items(get_raw_page('sealed_feedback', 0)) where t_xmin is not null",
    );
    expect(Number(versions.rows[0].count)).toBe(1);
    await client.end();
  },
);

it.runIf(engine === "sqlite")("SQLite: no journal is left that holds the order of writes", async () => {
  await morning();
  const journal = `${house.config.databaseUrl.replace("file:", "")}-wal`;
  expect(statSync(journal).size).toBeGreaterThan(0);
  await sealAnew(house.store, house.now());
  expect(existsSync(journal) ? statSync(journal).size : 0).toBe(0);
});

it("changes the seal and not what is in it", async () => {
  await morning();
  const before = await house.store.read.select().from(sealedFeedback);
  await sealAnew(house.store, house.now());
  const after = await house.store.read.select().from(sealedFeedback);
  expect(after).toHaveLength(1);
  expect(after[0]?.sealed).not.toBe(before[0]?.sealed);
  expect(after[0]?.sealed.length).toBe(before[0]?.sealed.length);
  expect((await openSealed(house, "2026-11-09T08:00:00Z")).pieces).toBe(1);
});
