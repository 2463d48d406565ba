/**
 * A database as the first release of this project left it: its migration, and `first-release.jsonl`, which
 * is its demo network with a row in each of its 46 tables, parents before children.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Client from "better-sqlite3";
import pg from "pg";
import { engine } from "../../server/store/engine.ts";
import { openStore } from "../../server/store/store.ts";
import { freshDatabase, root, type TestDatabase } from "../house.ts";

export type Row = Record<string, string | number | null>;
type Value = string | number | boolean | null;

/** The rows of the first release, by table. */
export function firstRows(): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  const lines = readFileSync(join(root, "test/upgrade/first-release.jsonl"), "utf8").trimEnd().split("\n");
  for (const line of lines) {
    const [table, row] = JSON.parse(line) as [string, Row];
    rows.set(table, [...(rows.get(table) ?? []), row]);
  }
  return rows;
}

/** The migrations up to the first `n`. */
export function firstMigrations(n: number): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "first-release-"));
  cpSync(join(root, "migrations", engine), join(folder, engine), { recursive: true });
  const file = join(folder, engine, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: unknown[] };
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, n) }));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Any statement on a database, past the store. */
export async function onDatabase<T>(
  databaseUrl: string,
  work: (run: (sql: string, values?: Value[]) => Promise<Record<string, unknown>[]>) => Promise<T>,
): Promise<T> {
  if (engine === "sqlite") {
    const client = new Client(databaseUrl.replace(/^file:/, ""));
    const run = async (sql: string, values: Value[] = []) => {
      const statement = client.prepare(sql.replace(/\$\d+/g, "?"));
      if (statement.reader) return statement.all(values) as Row[];
      statement.run(values);
      return [];
    };
    return work(run).finally(() => client.close());
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const run = async (sql: string, values: Value[] = []) => (await client.query(sql, values)).rows;
  return work(run).finally(() => client.end());
}

async function yesOrNoColumns(databaseUrl: string): Promise<Set<string>> {
  if (engine === "sqlite") return new Set();
  const found = await onDatabase(databaseUrl, (run) =>
    run("select table_name, column_name from information_schema.columns where data_type = 'boolean'"),
  );
  return new Set(found.map((one) => `${one["table_name"]}.${one["column_name"]}`));
}

/** The database the first release left, with its rows. */
export async function openFirstRelease(): Promise<TestDatabase> {
  const database = await freshDatabase(true);
  const { databaseUrl } = database;
  const { folder, remove } = firstMigrations(1);
  const store = await openStore({ databaseUrl, migrationsFolder: folder });
  await store.migrate();
  await store.close();
  remove();
  const yesOrNo = await yesOrNoColumns(databaseUrl);
  await onDatabase(databaseUrl, async (run) => {
    await run("begin");
    for (const [table, rows] of firstRows()) {
      for (const row of rows) {
        const names = Object.keys(row);
        const values = names.map((name) =>
          yesOrNo.has(`${table}.${name}`) && row[name] !== null ? row[name] === 1 : (row[name] as Value),
        );
        const places = names.map((_, i) => `$${i + 1}`);
        await run(`insert into "${table}" (${names.map((n) => `"${n}"`)}) values (${places})`, values);
      }
    }
    await run("commit");
  });
  return database;
}

/** A row as both engines give it, for comparing. */
export function asFirst(row: Record<string, unknown>, names: string[]): Record<string, unknown> {
  const plain = (value: unknown) => {
    if (typeof value === "boolean") return Number(value);
    if (value !== null && typeof value === "object") return JSON.stringify(sorted(value));
    if (typeof value === "string" && /^[[{]/.test(value)) return JSON.stringify(sorted(JSON.parse(value)));
    return typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  };
  return Object.fromEntries(names.map((name) => [name, plain(row[name])]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
