/** An instance moved from SQLite to PostgreSQL; needs both engines, so it runs where PostgreSQL is named. */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Client from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { openStore } from "../../server/store/store.ts";
import { freshDatabase, root, type TestDatabase } from "../house.ts";
import { asFirst, firstRows } from "../upgrade/first-release.ts";
import { program, run } from "./run.ts";

const migrationsFolder = join(root, "migrations");

describe.runIf(engine === "postgres")("db:move", () => {
  let target: TestDatabase;
  let folder: string;
  let file: string;
  beforeEach(async () => {
    target = await freshDatabase(true);
    folder = mkdtempSync(join(tmpdir(), "move-"));
    file = join(folder, "site.db");
    const store = await openStore({ databaseUrl: `file:${file}`, migrationsFolder });
    await store.migrate();
    await store.close();
    const client = new Client(file);
    for (const [table, rows] of firstRows()) {
      for (const row of rows) {
        const names = Object.keys(row);
        const places = names.map(() => "?");
        client.prepare(`insert into "${table}" (${names}) values (${places})`).run(Object.values(row));
      }
    }
    const many = client.prepare("insert into rate_counters values (?, ?, ?)");
    client.transaction(() => {
      for (let i = 0; i < 30_000; i++) many.run(`æøå "${i}" \\ 😀`, i, i);
    })();
    client.close();
  });
  afterEach(async () => {
    await target.remove();
    rmSync(folder, { recursive: true });
  });

  const moving = (...more: string[]) =>
    run("server/move.ts", [`file:${file}`, target.databaseUrl, ...more], {});
  async function onTarget<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: target.databaseUrl });
    await client.connect();
    return client
      .query<T>(sql)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }
  const linksOf = () =>
    onTarget<{ n: string }>("select count(*) as n from pg_constraint where contype = 'f'");

  async function expectMoved() {
    const plain = (rows: Record<string, unknown>[], names: string[]) =>
      rows.map((row) => JSON.stringify(asFirst(row, names))).sort();
    for (const [table, rows] of firstRows()) {
      if (table === "rate_counters") continue;
      const names = Object.keys(rows[0] as object);
      expect([table, plain(await onTarget(`select * from "${table}"`), names)]).toEqual([
        table,
        plain(rows, names),
      ]);
    }
    const [counters] = await onTarget<{ n: string }>("select count(*) as n from rate_counters");
    expect(Number(counters?.n)).toBe(30_001);
    expect(Number((await linksOf())[0]?.n)).toBeGreaterThan(50);
    expect(await onTarget("select 1 from pg_namespace where nspname = 'moving'")).toEqual([]);
  }

  it("brings every row of every table, with progress, and compares; a second time is refused", async () => {
    const { code, said } = await moving();
    expect([code, said]).toEqual([0, expect.stringMatching(/Moved: 31\d{3} rows of \d+ tables, the same/)]);
    expect(said).toContain("rate_counters: 17000 of 30001");
    await expectMoved();
    const again = await moving();
    expect([again.code, again.said]).toEqual([1, expect.stringContaining("has rows in")]);
  }, 240_000);

  it("stopped in the middle, goes on where it was", async () => {
    const child = program("server/move.ts", [`file:${file}`, target.databaseUrl], {});
    await new Promise<void>((resolve) => {
      child.stdout?.on("data", (piece) => {
        if (/rate_counters: \d+ of/.test(String(piece))) resolve();
      });
    });
    child.kill("SIGKILL");
    await once(child, "close");
    const { code, said } = await moving();
    expect([code, said]).toEqual([0, expect.stringMatching(/rate_counters: goes on after \d+000 rows/)]);
    await expectMoved();
  }, 240_000);

  it("what changed on either side since it was stopped is found, and --again begins anew", async () => {
    const child = program("server/move.ts", [`file:${file}`, target.databaseUrl], {});
    await new Promise<void>((resolve) => {
      child.stdout?.on("data", (piece) => {
        if (/rate_counters: \d+ of/.test(String(piece))) resolve();
      });
    });
    child.kill("SIGKILL");
    await once(child, "close");
    const client = new Client(file);
    client.prepare("update persons set name = 'Ny' where id = (select min(id) from persons)").run();
    const expected = client.prepare("select count(*) n from persons where name = 'Ny'").get();
    client.close();
    const { code, said } = await moving();
    expect([code, said]).toEqual([1, expect.stringMatching(/persons: 26 rows .* → 26 rows/)]);
    expect((await moving("--again")).code).toBe(0);
    const [row] = await onTarget<{ n: string }>("select count(*) as n from persons where name = 'Ny'");
    expect({ n: Number(row?.n) }).toEqual(expected);
    expect(Number((await linksOf())[0]?.n)).toBeGreaterThan(50);
  }, 240_000);

  it("refuses a source of an older release, and words on what is missing", async () => {
    const client = new Client(file);
    client.exec("alter table persons drop column erased_at");
    client.close();
    const { code, said } = await moving();
    expect([code, said]).toEqual([
      1,
      "persons is of another release: start this one on the SQLite database first\n",
    ]);
    expect((await run("server/move.ts", ["postgres://x/y", "file:z"], {})).code).toBe(1);
  }, 240_000);
});
