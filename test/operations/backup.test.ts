/** Copies made while the site writes, restored into a fresh place and compared row by row. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadDemo } from "../../server/demo/demo.ts";
import { outbox } from "../../server/mail/tables.ts";
import { rateCounters } from "../../server/people/tables.ts";
import { backUp, restore } from "../../server/store/backup.ts";
import { engine } from "../../server/store/engine.ts";
import { openStore } from "../../server/store/store.ts";
import { freshDatabase, openHouse, root, type TestDatabase, type TestHouse } from "../house.ts";
import { everyRow } from "./rows.ts";
import { run } from "./run.ts";

let house: TestHouse;
let fresh: TestDatabase;
let folder: string;
beforeEach(async () => {
  house = await openHouse();
  fresh = await freshDatabase(true);
  folder = mkdtempSync(join(tmpdir(), "backup-"));
  await loadDemo(house, house.mailer);
});
afterEach(async () => {
  await house.close();
  await fresh.remove();
  rmSync(folder, { recursive: true });
});
const copyFile = () => join(folder, "site.backup");
const madeAt = "2026-11-02T09:00:00Z";
const quiet = { mayReplace: false, say: () => undefined };

it("by the commands, while the site writes: every row is there again, of one moment", async () => {
  let isWriting = true;
  const writing = (async () => {
    for (let i = 1; isWriting; i++) {
      const row = { key: `n${i}`, windowStart: house.now(), tries: i };
      await house.store.write((tx) => tx.insert(rateCounters).values(row));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  const made = await run("server/backup.ts", [copyFile()], { DATABASE_URL: house.config.databaseUrl });
  isWriting = false;
  await writing;
  expect([made.code, made.said]).toEqual([0, expect.stringContaining("checked")]);
  expect(readFileSync(`${copyFile()}.json`, "utf8")).toContain(`"engine": "${engine}"`);

  const back = await run("server/restore.ts", [copyFile()], { DATABASE_URL: fresh.databaseUrl });
  expect([back.code, back.said]).toEqual([0, expect.stringContaining("in place, checked")]);
  expect(back.said).toMatch(/\d+ mails waited/);
  const { rate_counters: written, ...rest } = await everyRow(house.config.databaseUrl);
  const { rate_counters: copied, ...restored } = await everyRow(fresh.databaseUrl);
  expect(restored).toEqual(rest);
  expect(Object.values(restored).flat().length).toBeGreaterThan(1000);
  // what was written meanwhile: all up to one moment, none after it
  const tries = (rows: string[] = []) => rows.map((row) => (JSON.parse(row) as { tries: number }).tries);
  const n = copied?.length ?? 0;
  expect(n).toBeGreaterThan(0);
  expect(n).toBeLessThan(written?.length ?? 0);
  expect(tries(copied).sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i + 1));

  const store = await openStore({
    databaseUrl: fresh.databaseUrl,
    migrationsFolder: join(root, "migrations"),
  });
  await store.migrate(); // and it is a database that the site starts on
  await store.close();
}, 240_000);

it("mail that waited is dropped when asked, so that nothing is sent twice", async () => {
  await backUp(house.config.databaseUrl, copyFile(), madeAt);
  const args = [copyFile(), "--without-mail"];
  const { code, said } = await run("server/restore.ts", args, { DATABASE_URL: fresh.databaseUrl });
  expect([code, said]).toEqual([0, expect.not.stringContaining("waited")]);
  const store = await openStore({
    databaseUrl: fresh.databaseUrl,
    migrationsFolder: join(root, "migrations"),
  });
  const states = new Set(
    (await store.read.select({ state: outbox.state }).from(outbox)).map((row) => row.state),
  );
  await store.close();
  expect([...states].filter((state) => ["queued", "retrying", "sending"].includes(state))).toEqual([]);
  expect(states.size).toBeGreaterThan(0);
}, 240_000);

it("a copy never overwrites another, and is never half there", async () => {
  writeFileSync(copyFile(), "an older one");
  await expect(backUp(house.config.databaseUrl, copyFile(), madeAt)).rejects.toThrow("is there already");
  expect(readFileSync(copyFile(), "utf8")).toBe("an older one");
  const nowhere = engine === "postgres" ? `${house.config.databaseUrl}_gone` : "file:/nowhere/at/all.db";
  await expect(backUp(nowhere, join(folder, "none"), madeAt)).rejects.toThrow();
  expect([existsSync(join(folder, "none")), existsSync(join(folder, "none.part"))]).toEqual([false, false]);
});

it("a copy that was changed, or has other rows than were made, is not put in place", async () => {
  await backUp(house.config.databaseUrl, copyFile(), madeAt);
  appendFileSync(copyFile(), "x");
  await expect(restore(fresh.databaseUrl, copyFile(), quiet)).rejects.toThrow("its sum differs");
  rmSync(copyFile());
  rmSync(`${copyFile()}.json`);
  await backUp(house.config.databaseUrl, copyFile(), madeAt);
  const described = JSON.parse(readFileSync(`${copyFile()}.json`, "utf8"));
  described.rows.persons += 1;
  writeFileSync(`${copyFile()}.json`, JSON.stringify(described));
  await expect(restore(fresh.databaseUrl, copyFile(), quiet)).rejects.toThrow(/persons: 27 in the copy, 26/);
});

it("not where a site runs, and not over rows unless told; what was there survives a bad copy", async () => {
  await backUp(house.config.databaseUrl, copyFile(), madeAt);
  const replacing = { mayReplace: true, say: () => undefined };
  await expect(restore(house.config.databaseUrl, copyFile(), replacing)).rejects.toThrow(/stop/);
  await restore(fresh.databaseUrl, copyFile(), quiet);
  const before = await everyRow(fresh.databaseUrl);
  await expect(restore(fresh.databaseUrl, copyFile(), quiet)).rejects.toThrow("--replace");
  const bad = join(folder, "bad.backup");
  writeFileSync(bad, "no database ".repeat(1000));
  await expect(restore(fresh.databaseUrl, bad, replacing)).rejects.toThrow();
  expect(await everyRow(fresh.databaseUrl)).toEqual(before);
  await restore(fresh.databaseUrl, copyFile(), replacing);
  expect(await everyRow(fresh.databaseUrl)).toEqual(before);
});

it.runIf(engine === "postgres")(
  "without PostgreSQL's own tools, one clear line says so",
  async () => {
    const env = { DATABASE_URL: house.config.databaseUrl, PATH: "/nowhere" };
    const { code, said } = await run("server/backup.ts", [copyFile()], env);
    expect([code, said]).toEqual([1, expect.stringMatching(/^pg_dump is not installed here.*\n$/)]);
  },
  60_000,
);
