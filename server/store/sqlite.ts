/** The embedded engine: one connection that reads, one that writes, each write in its turn. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Client from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { OpenOptions, Store, Tx } from "./store.ts";

function connect(file: string): Client.Database {
  const client = new Client(file, { timeout: 5_000 });
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

/** A line in which each piece of work waits for the one before, whether that one failed or not. */
function makeLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
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

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    writer.exec("BEGIN IMMEDIATE");
    try {
      const result = await work(tx);
      writer.exec("COMMIT");
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    read,
    write: (work) => inLine(() => transaction(work)),
    migrate: () => inLine(async () => migrate(tx, { migrationsFolder: join(migrationsFolder, "sqlite") })),
    tidy: () => inLine(async () => void writer.pragma("wal_checkpoint(TRUNCATE)")),
    ping: async () => void reader.prepare("select 1").get(),
    close: () =>
      inLine(async () => {
        reader.close();
        writer.close();
      }),
  };
}
