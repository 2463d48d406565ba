/** Whether a table holds the same on SQLite and on PostgreSQL: how many rows, and a sum over all of them. */
import { createHash } from "node:crypto";
import type Client from "better-sqlite3";
import type pg from "pg";
import type { MovedTable } from "./move.ts";

/** What SQLite stores of ours. */
export type Plain = string | number | null;

const ofSum = 1n << 128n;

/** With the keys of what is structured in one order: PostgreSQL keeps them in its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, inOrder(one)]));
}

/** A value in the one form that both engines are compared in. */
function common(type: string, value: unknown): unknown {
  if (value === null) return null;
  if (type === "boolean") return value === true || value === 1;
  if (type === "jsonb") return inOrder(typeof value === "string" ? JSON.parse(value) : value);
  return type === "bigint" || type === "integer" ? Number(value) : value;
}

/** Counts rows and adds up their hashes, so that their order does not matter. */
function makeSum({ columns }: MovedTable) {
  let rows = 0;
  let sum = 0n;
  return {
    add(row: Record<string, unknown>) {
      const words = JSON.stringify(columns.map(({ name, type }) => common(type, row[name])));
      const hash = createHash("sha256").update(words).digest("hex").slice(0, 32);
      sum = (sum + BigInt(`0x${hash}`)) % ofSum;
      rows++;
    },
    result: () => ({ rows, sum: sum.toString(16).padStart(32, "0") }),
  };
}

function sumOnSqlite(from: Client.Database, table: MovedTable) {
  const sum = makeSum(table);
  const all = from.prepare(`select * from "${table.name}"`).iterate();
  for (const row of all) sum.add(row as Record<string, unknown>);
  return sum.result();
}

async function sumOnPostgres(to: pg.Client, table: MovedTable) {
  const sum = makeSum(table);
  // structured values as text: a stored JSON string would else come as a bare one
  const columns = table.columns.map(({ name, type }) => (type === "jsonb" ? `"${name}"::text` : `"${name}"`));
  await to.query("begin");
  await to.query(`declare all_rows cursor for select ${columns.join(", ")} from public."${table.name}"`);
  for (;;) {
    const { rows } = await to.query("fetch 2000 from all_rows");
    for (const row of rows) sum.add(row);
    if (rows.length === 0) break;
  }
  await to.query("commit");
  return sum.result();
}

/** Tables that are not alike, in words, and how many rows there are in all. */
export async function differingTables(from: Client.Database, to: pg.Client, tables: MovedTable[]) {
  const faults: string[] = [];
  let rows = 0;
  for (const table of tables) {
    const [there, here] = [sumOnSqlite(from, table), await sumOnPostgres(to, table)];
    rows += here.rows;
    if (there.rows === here.rows && there.sum === here.sum) continue;
    faults.push(`${table.name}: ${there.rows} rows ${there.sum} → ${here.rows} rows ${here.sum}`);
  }
  return { faults, rows };
}
