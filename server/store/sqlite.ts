/** The embedded engine: one connection that reads, one that writes, each write in its turn. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import Client from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { makeLine } from "./line.ts";
import type { OpenOptions, Store, Tx } from "./store.ts";

/** How long a write waits for another process to end its own. */
const longestWaitMilliseconds = 5_000;

function connect(file: string): Client.Database {
  const client = new Client(file, { timeout: longestWaitMilliseconds });
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("foreign_keys = ON");
  client.pragma("secure_delete = ON"); // what is erased is written over, such as the author of a piece
  client.pragma("mmap_size = 268435456");
  return keepStatements(client);
}

/** More than the product has; what is older is prepared anew. */
const mostStatements = 1000;

/**
 * Keeps prepared statements by their text: preparing costs as much as running most of them. A query that
 * is built anew for each request still finds its statement here.
 */
function keepStatements(client: Client.Database): Client.Database {
  const kept = new Map<string, Client.Statement>();
  const prepare = client.prepare.bind(client);
  client.prepare = ((source: string) => {
    const known = kept.get(source);
    if (known) return known.reader ? known.raw(false) : known;
    const statement = prepare(source);
    if (kept.size >= mostStatements) kept.delete(kept.keys().next().value as string);
    kept.set(source, statement as Client.Statement);
    return statement;
  }) as typeof client.prepare;
  return client;
}

/**
 * Writes that wait share one commit, which is what a write costs the most of: it ends on the disk. Each is
 * answered when it is there. No more than this many, and none is waited for.
 */
const mostTogether = 64;
const longestTogetherMilliseconds = 10;

/** A write in line. */
interface Waiting {
  run(tx: Tx): Promise<void>;
  /** Gives what `run` came to; after the commit. */
  settle(): void;
  fail(error: unknown): void;
}

function waitFor<T>(
  work: (tx: Tx) => Promise<T>,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Waiting {
  let settle = () => {};
  return {
    run: async (tx) => {
      const value = await work(tx);
      settle = () => resolve(value);
    },
    settle: () => settle(),
    fail: reject,
  };
}

/** One write within the transaction that is open: what it throws undoes it alone, and goes to whoever waits for it. */
async function runAlone(writer: Client.Database, tx: Tx, one: Waiting): Promise<void> {
  writer.prepare("SAVEPOINT one").run();
  try {
    await one.run(tx);
    writer.prepare("RELEASE one").run();
  } catch (error) {
    if (!writer.inTransaction) throw error; // a full disk, say, has undone all of it
    writer.exec("ROLLBACK TO one; RELEASE one");
    one.fail(error);
  }
}

/** Takes the file's lock. While another process has it, pages are still served here: SQLite's own wait is not one. */
async function begin(writer: Client.Database): Promise<void> {
  const until = performance.now() + longestWaitMilliseconds;
  for (;;) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      const isBusy = String((error as { code?: string }).code).startsWith("SQLITE_BUSY");
      if (!isBusy || performance.now() > until) throw error;
      await pause(2 + Math.random() * 8);
    }
  }
}

/**
 * Applies the migrations that are not applied yet, all in one transaction that has the file's lock from
 * its first look on: of two processes that start at once one waits, and one that is killed leaves nothing.
 * (Drizzle's own looks before it locks.) The list of what is applied is kept as Drizzle keeps it.
 */
async function migrate(writer: Client.Database, migrationsFolder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder });
  await begin(writer);
  try {
    writer.exec(
      "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)",
    );
    const last = writer.prepare("SELECT max(created_at) AS at FROM __drizzle_migrations").get() as {
      at: number | null;
    };
    const applied = writer.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)");
    for (const { sql, hash, folderMillis } of migrations) {
      if (folderMillis <= Number(last.at ?? 0)) continue;
      for (const statement of sql) writer.exec(statement);
      applied.run(hash, folderMillis);
    }
    writer.exec("COMMIT");
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  }
}

export function openSqlite({ databaseUrl, migrationsFolder, onStatement }: OpenOptions): Store {
  const file = databaseUrl.replace(/^file:(\/\/)?/, "");
  mkdirSync(dirname(file), { recursive: true });
  const writer = connect(file);
  const reader = connect(file);
  reader.pragma("query_only = ON");
  const config = {
    casing: "snake_case" as const,
    logger: onStatement ? { logQuery: onStatement } : false,
  };
  const read = drizzle({ client: reader, ...config });
  const tx = drizzle({ client: writer, ...config });
  const inLine = makeLine();

  writer.pragma("busy_timeout = 0"); // `begin` waits instead, and lets the process go on meanwhile

  const waiting: Waiting[] = [];

  /** What waits now, and what comes while it runs, in one transaction. */
  async function writeTogether(): Promise<void> {
    if (waiting.length === 0) return; // an earlier one took it along
    const done: Waiting[] = [];
    try {
      await turn(); // requests that have arrived by now come along
      await begin(writer);
      const until = performance.now() + longestTogetherMilliseconds;
      for (;;) {
        const next = waiting.shift();
        if (!next) break;
        done.push(next);
        await runAlone(writer, tx, next);
        if (done.length === mostTogether || performance.now() > until) break;
      }
      writer.exec("COMMIT");
      for (const one of done) one.settle();
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      for (const one of done.length > 0 ? done : waiting.splice(0)) one.fail(error);
    }
    if (waiting.length > 0) void inLine(writeTogether);
  }

  function write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      waiting.push(waitFor(work, resolve, reject));
      if (waiting.length === 1) void inLine(writeTogether);
    });
  }

  return {
    read,
    write,
    migrate: () => inLine(() => migrate(writer, join(migrationsFolder, "sqlite"))),
    tidy: () =>
      inLine(async () => {
        writer.pragma(`busy_timeout = ${longestWaitMilliseconds}`);
        writer.pragma("wal_checkpoint(TRUNCATE)");
        writer.pragma("busy_timeout = 0");
      }),
    ping: async () => void reader.prepare("select 1").get(),
    close: () =>
      inLine(async () => {
        reader.close();
        writer.close();
      }),
  };
}
