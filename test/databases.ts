/** Databases for tests: each house has one of its own, with the tables and nothing in them. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { newId } from "../server/store/columns.ts";
import { engine } from "../server/store/engine.ts";
import { openPool } from "../server/store/postgres.ts";
import { openStore } from "../server/store/store.ts";

export const root = new URL("..", import.meta.url).pathname;
export const migrationsFolder = join(root, "migrations");
/** Stands in the names of this run's databases, which are dropped at its end. */
const testRun = process.env["TEST_RUN"] ?? "alone";
const folder = mkdtempSync(join(tmpdir(), "mentornettverk-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/**
 * What Node is given to run one of our programs in a process of its own: `server/…` as it is compiled, which starts
 * in half the time; what stands in `test` as it is written.
 */
export const programOf = (file: string): string[] =>
  file.startsWith("server/") ? [`build/${file.replace(/\.ts$/, ".js")}`] : ["--import", "tsx", file];

export interface TestDatabase {
  databaseUrl: string;
  remove: () => Promise<void>;
  /** Warm connections, on PostgreSQL. */
  pool?: pg.Pool;
}

async function migrated(databaseUrl: string): Promise<void> {
  const store = await openStore({ databaseUrl, migrationsFolder });
  await store.migrate();
  await store.close();
}

async function asked(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const server = () => process.env["DATABASE_URL"] as string;

function addressOf(database: string): string {
  const url = new URL(server());
  url.pathname = `/${database}`;
  return url.toString();
}

const drop = (name: string) => asked(server(), `drop database if exists ${name} with (force)`);

async function makeTemplate(): Promise<string> {
  const name = `mn_${testRun}_template_${newId().slice(0, 10)}`;
  await asked(server(), `create database ${name}`);
  await migrated(addressOf(name));
  return name;
}

/** A database one uses again: the connections a house has to it, and the one it is emptied over. */
interface Kept {
  name: string;
  pool: pg.Pool;
  emptier: pg.Pool;
}

let template: Promise<string> | undefined;
/** Emptied databases of this process: making and dropping one takes PostgreSQL longer than most tests take. */
const emptied: Kept[] = [];
/** Where a house wrote this much, a new one is quicker; bytes. */
const mostWorthEmptying = 4_000_000;

async function keptDatabase(): Promise<Kept> {
  const known = emptied.pop();
  if (known) return known;
  const name = `mn_${testRun}_${newId().slice(0, 12)}`;
  template ??= makeTemplate();
  await asked(server(), `create database ${name} template ${await template}`);
  const emptier = new pg.Pool({
    connectionString: addressOf(name),
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    application_name: "emptier",
    options: "-c session_replication_role=replica", // rows go without foreign keys being asked
  });
  emptier.on("error", () => undefined); // at the end of the run its database is dropped under it
  return { name, pool: openPool(`${addressOf(name)}?application_name=house`), emptier };
}

async function endOf({ name, pool, emptier }: Kept): Promise<void> {
  await emptier.end();
  void pool.end(); // waits for whoever has a connection, which goes now
  await drop(name);
}

/** Takes the rows out again, whoever is still at it; a database that grew large, or is not at rest, is dropped. */
async function putBack(kept: Kept): Promise<void> {
  const { pool, emptier } = kept;
  if (pool.totalCount > pool.idleCount) return endOf(kept);
  await emptier.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and application_name not in ('emptier', 'house')`,
  );
  const { rows } = await emptier.query<{ name: string; size: string }>(
    `select quote_ident(relname) as name, pg_relation_size(oid) as size from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`,
  );
  if (rows.reduce((sum, { size }) => sum + Number(size), 0) > mostWorthEmptying) return endOf(kept);
  if (rows.length > 0) {
    await emptier.query(rows.map((table) => `delete from ${table.name}`).join(";"));
    await emptier.query(`vacuum ${rows.map((table) => table.name).join(", ")}`); // rows lie in the order they come in, as in a new one
  }
  emptied.push(kept);
}

async function onPostgres(isEmpty: boolean): Promise<TestDatabase> {
  if (isEmpty) {
    const name = `mn_${testRun}_${newId().slice(0, 12)}`;
    await asked(server(), `create database ${name}`);
    return { databaseUrl: addressOf(name), remove: () => drop(name) };
  }
  const kept = await keptDatabase();
  return { databaseUrl: addressOf(kept.name), pool: kept.pool, remove: () => putBack(kept) };
}

let file: Promise<string> | undefined;
async function makeFile(): Promise<string> {
  const path = join(folder, "template.db");
  await migrated(`file:${path}`);
  return path;
}

/** A database's address, and how to be rid of it. @param isEmpty without even the tables */
export async function freshDatabase(isEmpty = false): Promise<TestDatabase> {
  if (engine === "postgres") return onPostgres(isEmpty);
  const path = join(folder, `${newId()}.db`);
  file ??= makeFile();
  if (!isEmpty) copyFileSync(await file, path);
  return { databaseUrl: `file:${path}`, remove: async () => rmSync(path, { force: true }) };
}
