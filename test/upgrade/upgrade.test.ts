/** From the first release to the newest, on this engine, with data; and migrations that go wrong. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { waitingItemIds } from "../../server/learning/item-queries.ts";
import { deriveMissingLanes } from "../../server/learning/lane.ts";
import { loopsById } from "../../server/learning/loops.ts";
import { tellSilence } from "../../server/learning/silence.ts";
import { lastReferral, standingDecision } from "../../server/learning/state.ts";
import { feedback, learningItems, learningLog } from "../../server/learning/tables.ts";
import { demoEmail } from "../../server/people/demo-cast.ts";
import { persons } from "../../server/people/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { openStore } from "../../server/store/store.ts";
import { browserOf, openHouse, root, type TestDatabase } from "../house.ts";
import { asFirst, firstMigrations, firstRows, onDatabase, openFirstRelease } from "./first-release.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openFirstRelease();
});
afterEach(() => database.remove());

const migrated = async (migrationsFolder = join(root, "migrations")) => {
  const store = await openStore({ databaseUrl: database.databaseUrl, migrationsFolder });
  try {
    await store.migrate();
  } finally {
    await store.close();
  }
};
const sortedRows = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

/** Every row of the first release stands as it stood, in every column it had. */
async function expectEverythingThere() {
  await onDatabase(database.databaseUrl, async (run) => {
    for (const [table, rows] of firstRows()) {
      const names = Object.keys(rows[0] as object);
      const now = (await run(`select * from "${table}"`)).map((row) => asFirst(row, names));
      expect([table, sortedRows(now)]).toEqual([table, sortedRows(rows.map((row) => asFirst(row, names)))]);
    }
  });
}

it("every row of every table of the first release is there after the newest migration", async () => {
  expect(firstRows().size).toBe(46);
  await migrated();
  await expectEverythingThere();
  await migrated(); // a second time changes nothing
  await expectEverythingThere();
  if (engine === "sqlite") {
    const faults = await onDatabase(database.databaseUrl, async (run) => [
      ...(await run("pragma foreign_key_check")),
      ...(await run("pragma integrity_check")),
    ]);
    expect(faults).toEqual([{ integrity_check: "ok" }]);
  }
});

it("what is stored beside the rows since is derived: queues, lanes and inboxes hold what waits only", async () => {
  await migrated();
  const house = await openHouse({}, { ...database, remove: async () => undefined });
  const { read } = house.store;
  expect(await deriveMissingLanes(house.store)).toBe(11);
  const items = await read.select().from(learningItems);
  expect(items.filter((item) => item.lane === null)).toEqual([]);
  const waiting = (
    await loopsById(
      read,
      items.map(({ id }) => id),
    )
  )
    .filter((loop) => lastReferral(loop.referrals) && !standingDecision(loop))
    .map((loop) => `${lastReferral(loop.referrals)?.toId} ${loop.id}`);
  const people = await read.select({ id: persons.id }).from(persons);
  const queued: string[] = [];
  for (const { id } of people)
    for (const item of await waitingItemIds(read, id)) queued.push(`${id} ${item}`);
  expect(queued.sort()).toEqual(waiting.sort());
  expect(waiting.length).toBeGreaterThan(0);
  const still = await read.select({ id: feedback.id }).from(feedback).where(eq(feedback.isWaiting, true));
  const gathered = new Set(
    firstRows()
      .get("item_feedback")
      ?.map((row) => row["feedback_id"]),
  );
  expect(still.filter(({ id }) => gathered.has(id))).toEqual([]);
  await tellSilence(house.store, house.mailer, house.now());
  const told = await read.select().from(learningLog).where(eq(learningLog.event, "silent"));
  const waitingItems = waiting.map((one) => one.split(" ")[1]);
  expect(told.filter(({ itemId }) => !waitingItems.includes(itemId as string))).toEqual([]);
  await house.close();
});

it("everybody's first pages open on it, also with a session of then", async () => {
  await migrated();
  const house = await openHouse({}, { ...database, remove: async () => undefined });
  await deriveMissingLanes(house.store);
  for (const key of ["kari", "ola", "siri", "leif", "randi", "nina", "amir"]) {
    const [person] = await house.store.read
      .select({ id: persons.id })
      .from(persons)
      .where(eq(persons.emailKey, demoEmail(key) as string));
    const browser = await browserOf(house, person?.id as string);
    for (const url of ["/", "/samlinger", "/min-side", "/min-side/alt"]) {
      expect([key, url, (await browser.get(url)).statusCode]).toEqual([key, url, 200]);
    }
  }
  await house.close();
});

it("a migration that breaks in the middle leaves the database as it was", async () => {
  const { folder, remove } = firstMigrations(2);
  const journal = JSON.parse(readFileSync(join(folder, engine, "meta/_journal.json"), "utf8"));
  const [file] = journal.entries
    .slice(-1)
    .map(({ tag }: { tag: string }) => join(folder, engine, `${tag}.sql`));
  writeFileSync(
    file,
    `${readFileSync(file, "utf8")}--> statement-breakpoint\nALTER TABLE nowhere ADD x text;`,
  );
  await expect(migrated(folder)).rejects.toThrow();
  remove();
  await expectEverythingThere();
  await migrated(); // and the right one goes
  await expectEverythingThere();
});

const migrator = (): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", join(root, "test/upgrade/migrator.ts")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { PATH: process.env["PATH"], DATABASE_URL: database.databaseUrl },
  });

it("a migration killed half way, at moments of chance, is done by the next start", async () => {
  for (let i = 0; i < 4; i++) {
    const child = migrator();
    await once(child, "message");
    const ended = once(child, "exit");
    child.send("go");
    await pause(i * 6 + Math.random() * 6);
    child.kill("SIGKILL");
    await ended;
    await expectEverythingThere();
  }
  await migrated();
  await expectEverythingThere();
}, 240_000);

it("two processes that start at once both come up", async () => {
  const children = [migrator(), migrator()];
  const ends = children.map((child) => once(child, "exit"));
  await Promise.all(children.map((child) => once(child, "message")));
  for (const child of children) child.send("go");
  expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
  await expectEverythingThere();
}, 240_000);
