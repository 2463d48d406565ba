/**
 * Moves a whole instance from SQLite to PostgreSQL: every table in batches by its key, each batch in one
 * transaction together with how far it came, so that a move that was stopped goes on where it was; then
 * counts and sums of every table on both sides. What the tables are is read from PostgreSQL itself, so no
 * list can forget one. References between tables are taken off first and put back, and so checked, last.
 */
import { existsSync } from "node:fs";
import Client from "better-sqlite3";
import pg from "pg";
import { differingTables, type Plain } from "./move-compare.ts";

/** What one line says and no stack explains better. */
export class MoveError extends Error {}

export interface MovedTable {
  name: string;
  columns: { name: string; type: string }[];
  keys: string[];
}

const batch = 1000;
/** Any number: what all moves to one database agree on. */
const moveLock = 4_017_002;

interface Move {
  from: Client.Database;
  to: pg.Client;
  say: (line: string) => void;
}

async function tablesOf(to: pg.Client): Promise<MovedTable[]> {
  const columns = await to.query<{ name: string; column: string; type: string }>(
    `select table_name as name, column_name as column, data_type as type from information_schema.columns
     where table_schema = 'public' order by table_name, ordinal_position`,
  );
  const keys = await to.query<{ name: string; column: string }>(
    `select c.relname as name, a.attname as column from pg_index i
     join pg_class c on c.oid = i.indrelid
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indisprimary and c.relnamespace = 'public'::regnamespace order by a.attnum`,
  );
  return [...new Set(columns.rows.map(({ name }) => name))].map((name) => ({
    name,
    columns: columns.rows
      .filter((one) => one.name === name)
      .map(({ column, type }) => ({ name: column, type })),
    keys: keys.rows.filter((one) => one.name === name).map(({ column }) => column),
  }));
}

/** @throws MoveError when the source is of another release: both sides must have the same columns */
function compareColumns({ from }: Move, tables: MovedTable[]): void {
  for (const { name, columns } of tables) {
    const there = (from.pragma(`table_info("${name}")`) as { name: string }[]).map((one) => one.name).sort();
    const here = columns.map((one) => one.name).sort();
    if (there.join() !== here.join()) {
      throw new MoveError(`${name} is of another release: start this one on the SQLite database first`);
    }
  }
}

const countIn = async (to: pg.Client, name: string) =>
  Number((await to.query(`select count(*) as n from public."${name}"`)).rows[0].n);

/** Takes the references off and notes them, in one transaction. @throws MoveError when there are rows */
async function prepare({ to }: Move, tables: MovedTable[]): Promise<void> {
  for (const { name } of tables) {
    if ((await countIn(to, name)) > 0) throw new MoveError(`the PostgreSQL database has rows in ${name}`);
  }
  await to.query("begin");
  await to.query("create schema moving");
  await to.query(
    `create table moving.links as select conrelid::regclass::text as name, conname as link,
     pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  await to.query("create table moving.positions (name text primary key, after jsonb not null)");
  const { rows } = await to.query("select name, link from moving.links");
  for (const { name, link } of rows) await to.query(`alter table ${name} drop constraint "${link}"`);
  await to.query("commit");
}

/** A row of SQLite as PostgreSQL's JSON takes it. */
function asJson({ columns }: MovedTable, row: Record<string, Plain>): Record<string, unknown> {
  const value = (type: string, plain: Plain) => {
    if (plain === null) return null;
    if (type === "boolean") return plain === 1;
    return type === "jsonb" ? (JSON.parse(String(plain)) as unknown) : plain;
  };
  return Object.fromEntries(columns.map(({ name, type }) => [name, value(type, row[name] as Plain)]));
}

async function putBatch(to: pg.Client, table: MovedTable, rows: Record<string, Plain>[]): Promise<void> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
  const last = table.keys.map((key) => rows.at(-1)?.[key]);
  await to.query("begin");
  try {
    await to.query(
      `insert into public."${table.name}" (${names})
       select ${names} from json_populate_recordset(null::public."${table.name}", $1)`,
      [JSON.stringify(rows.map((row) => asJson(table, row)))],
    );
    await to.query(
      "insert into moving.positions values ($1, $2) on conflict (name) do update set after = excluded.after",
      [table.name, JSON.stringify(last)],
    );
    await to.query("commit");
  } catch (error) {
    await to.query("rollback");
    if ((error as { code?: string }).code !== "22P05") throw error;
    throw new MoveError(`${table.name} has a text with a NUL character, which PostgreSQL does not store`);
  }
}

async function copyTable({ from, to, say }: Move, table: MovedTable): Promise<void> {
  const keys = table.keys.map((key) => `"${key}"`).join(", ");
  const { n } = from.prepare(`select count(*) n from "${table.name}"`).get() as { n: number };
  const found = await to.query("select after from moving.positions where name = $1", [table.name]);
  let after = found.rows[0]?.after as Plain[] | undefined;
  let done = after ? await countIn(to, table.name) : 0;
  if (after) say(`${table.name}: goes on after ${done} rows`);
  for (;;) {
    const later = after ? `where (${keys}) > (${after.map(() => "?")})` : "";
    const rows = from
      .prepare(`select * from "${table.name}" ${later} order by ${keys} limit ${batch}`)
      .all(...(after ?? [])) as Record<string, Plain>[];
    if (rows.length > 0) await putBatch(to, table, rows);
    done += rows.length;
    if (rows.length < batch) break;
    after = table.keys.map((key) => rows.at(-1)?.[key] as Plain);
    say(`${table.name}: ${done} of ${n}`);
  }
  say(`${table.name}: ${done} rows`);
}

/** Puts the references back, which checks every one, and forgets the move. */
async function finish({ to }: Move): Promise<void> {
  const { rows } = await to.query("select name, link, definition from moving.links");
  await to.query("begin");
  for (const { name, link, definition } of rows) {
    await to.query(`alter table ${name} add constraint "${link}" ${definition}`);
  }
  await to.query("drop schema moving cascade");
  await to.query("commit");
  await to.query("analyze");
}

/** Removes what an earlier, stopped move brought, to begin anew. */
async function beginAgain(move: Move, tables: MovedTable[]): Promise<void> {
  await move.to.query(`truncate ${tables.map(({ name }) => `public."${name}"`).join(", ")}`);
  await finish(move);
}

async function moveAll(move: Move, isAgain: boolean): Promise<{ tables: number; rows: number }> {
  const { from, to, say } = move;
  const tables = await tablesOf(to);
  compareColumns(move, tables);
  const isBegun = (await to.query("select 1 from pg_namespace where nspname = 'moving'")).rows.length > 0;
  if (isBegun && isAgain) await beginAgain(move, tables);
  if (!isBegun || isAgain) await prepare(move, tables);
  for (const table of tables) await copyTable(move, table);
  say("Comparing counts and sums of every table …");
  const { faults, rows } = await differingTables(from, to, tables);
  if (faults.length > 0) {
    throw new MoveError(
      `differ, changed since a move that was stopped? Begin anew with --again:\n${faults.join("\n")}`,
    );
  }
  await finish(move);
  return { tables: tables.length, rows };
}

/**
 * Moves everything. Nobody can write to the source meanwhile; it is left as it is.
 * @param file the SQLite database, which must be of this release
 * @param databaseUrl a PostgreSQL database with this release's tables and no rows
 * @throws MoveError when it cannot begin, or a table is not the same on both sides
 */
export async function move(
  file: string,
  databaseUrl: string,
  { isAgain, say }: { isAgain: boolean; say: (line: string) => void },
): Promise<{ tables: number; rows: number }> {
  if (!existsSync(file)) throw new MoveError(`there is no database at ${file}`);
  const from = new Client(file, { timeout: 10_000 });
  const to = new pg.Client({ connectionString: databaseUrl });
  try {
    await to.connect();
    const { rows } = await to.query("select pg_try_advisory_lock($1) as mine", [moveLock]);
    if (!rows[0].mine) throw new MoveError("another move to this database is under way");
    from.exec("BEGIN IMMEDIATE");
    return await moveAll({ from, to, say }, isAgain);
  } finally {
    from.close();
    await to.end();
  }
}
