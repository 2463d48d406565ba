/** PostgreSQL: its own pg_dump and pg_restore, of one snapshot in which the rows are counted too. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { BackupError, type CopyEngine, type RestoreOptions, type Rows, totalOf } from "./backup-engine.ts";

/** Runs a tool of PostgreSQL; the password goes by the environment, where no list of processes shows it. */
async function runTool(tool: "pg_dump" | "pg_restore", databaseUrl: string, args: string[]): Promise<void> {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = "";
  const child = spawn(tool, [...args, `--dbname=${url}`], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) },
  });
  let said = "";
  child.stderr.on("data", (piece) => {
    said += piece;
  });
  const [code] = await once(child, "close").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new BackupError(`${tool} is not installed here: it comes with the client tools of PostgreSQL`);
  });
  if (code !== 0) throw new BackupError(`${tool} failed:\n${said.trim().split("\n").slice(0, 6).join("\n")}`);
}

/** How many rows each table has in what this connection sees. */
async function countRows(client: pg.Client): Promise<Rows> {
  const tables = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
  );
  const rows: Rows = {};
  for (const { name } of tables.rows) {
    const counted = await client.query<{ n: string }>(`select count(*) as n from public."${name}"`);
    rows[name] = Number(counted.rows[0]?.n);
  }
  return rows;
}

async function connected<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const copy = (databaseUrl: string, file: string) =>
  connected(databaseUrl, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    const { rows } = await client.query<{ id: string }>("select pg_export_snapshot() as id");
    const snapshot = `--snapshot=${rows[0]?.id}`;
    const form = ["--format=custom", "--no-owner", "--no-privileges", snapshot, `--file=${file}`];
    await runTool("pg_dump", databaseUrl, [...form, "--schema=public", "--schema=drizzle"]);
    return countRows(client);
  });

/** What stands there, under other names until the copy stands in its place. */
const held = { public: "before_restore", drizzle: "before_restore_drizzle" };

async function holdOld(client: pg.Client): Promise<void> {
  await client.query("begin");
  await client.query(`alter schema public rename to ${held.public}`);
  await client.query("create schema if not exists drizzle");
  await client.query(`alter schema drizzle rename to ${held.drizzle}`);
  await client.query("commit");
}

async function putBack(client: pg.Client): Promise<void> {
  await client.query("begin");
  await client.query("drop schema if exists public cascade");
  await client.query("drop schema if exists drizzle cascade");
  await client.query(`alter schema ${held.public} rename to public`);
  await client.query(`alter schema ${held.drizzle} rename to drizzle`);
  await client.query("commit");
}

async function refuseWhenInUse(client: pg.Client, mayReplace: boolean): Promise<void> {
  const others = await client.query<{ n: string }>(
    `select count(*) as n from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  if (Number(others.rows[0]?.n) > 0) {
    throw new BackupError("others are connected to this database: stop the site first");
  }
  if (totalOf(await countRows(client)) > 0 && !mayReplace) {
    throw new BackupError("the database has rows; --replace puts the copy in their place");
  }
}

const restore = (databaseUrl: string, file: string, { mayReplace, check }: RestoreOptions) =>
  connected(databaseUrl, async (client) => {
    const left = await client.query("select 1 from pg_namespace where nspname = $1", [held.public]);
    if (left.rows.length > 0) await putBack(client); // a restore before this one was killed
    await refuseWhenInUse(client, mayReplace);
    await holdOld(client);
    try {
      await client.query("create schema if not exists public");
      await runTool("pg_restore", databaseUrl, [
        ...[
          "--no-owner",
          "--no-privileges",
          "--exit-on-error",
          "--single-transaction",
          "--clean",
          "--if-exists",
        ],
        file,
      ]);
      const rows = await countRows(client);
      check(rows);
      await client.query(`drop schema ${held.public} cascade`);
      await client.query(`drop schema ${held.drizzle} cascade`);
      return rows;
    } catch (error) {
      await putBack(client);
      throw error;
    }
  });

export const postgresCopy: CopyEngine = { copy, restore };
