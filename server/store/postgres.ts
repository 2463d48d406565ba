/** PostgreSQL: a pool that reads, serializable transactions that write and are tried again. */

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { makeLines } from "./line.ts";
import type { OpenOptions, Reader, Store, Tx, WriteOptions } from "./store.ts";

/** serialization_failure and deadlock_detected: the transaction did nothing and may be tried again. */
const tryAgainCodes = new Set(["40001", "40P01"]);
const mostTries = 12;
/** For a connection, a free one or a new one: a server that fell silent is told of, not waited for. */
const longestWaitMilliseconds = 5_000;
/** Any number: what all processes that migrate agree on. */
const migrationLock = 4_017_001;

function mayTryAgain(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (tryAgainCodes.has((e as { code?: string }).code ?? "")) return true;
  }
  return false;
}

async function holding<T>(client: pg.PoolClient, id: string, work: () => Promise<T>): Promise<T> {
  await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [id]);
  try {
    return await work();
  } finally {
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [id]);
  }
}

/** Connections to a server, which none of its faults brings the process down with. */
export function openPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: longestWaitMilliseconds,
  });
  pool.on("error", () => undefined); // an idle connection lost is replaced at the next use
  // one lost while in use fails its query; without a listener the loss itself would end the process
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

export function openPostgres(options: OpenOptions): Store {
  const { databaseUrl, migrationsFolder, onStatement } = options;
  const pool = options.pool ?? openPool(databaseUrl);
  const config = {
    casing: "snake_case" as const,
    logger: onStatement ? { logQuery: onStatement } : false,
  };
  const read = drizzle({ client: pool, ...config });

  async function transaction<T>(db: NodePgDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction((tx) => work(tx as unknown as Tx), {
          isolationLevel: "serializable",
        });
      } catch (error) {
        if (attempt === mostTries || !mayTryAgain(error)) throw error;
        await pause(Math.random() * 10 * attempt);
      }
    }
  }

  async function writeWith<T>(work: (tx: Tx) => Promise<T>, turn: string | undefined): Promise<T> {
    const client = await pool.connect();
    try {
      const db = drizzle({ client, ...config });
      const run = () => transaction(db, work);
      return await (turn ? holding(client, turn, run) : run());
    } finally {
      client.release();
    }
  }

  // of those who take turns one at a time waits with a connection, so that pages are served meanwhile
  const inLineFor = makeLines();
  const write = <T>(work: (tx: Tx) => Promise<T>, { inTurnFor }: WriteOptions): Promise<T> =>
    inTurnFor ? inLineFor(inTurnFor, () => writeWith(work, inTurnFor)) : writeWith(work, inTurnFor);

  return {
    read: read as unknown as Reader,
    write: (work, options = {}) => write(work, options),
    migrate: async () => {
      const client = await pool.connect();
      try {
        await client.query("select pg_advisory_lock($1)", [migrationLock]);
        await migrate(drizzle({ client }), {
          migrationsFolder: join(migrationsFolder, "postgres"),
        });
        await client.query("select pg_advisory_unlock($1)", [migrationLock]);
      } finally {
        client.release();
      }
    },
    tidy: async (anew = []) => {
      if (anew.length > 0) await pool.query(`vacuum (full, skip_locked) ${anew.join(", ")}`);
      await pool.query("vacuum (skip_locked)");
    },
    ping: async () => void (await pool.query("select 1")),
    close: async () => (options.pool ? undefined : pool.end()),
  };
}
