/** The store: reading, the one way to write, and opening and closing it. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { Pool } from "pg";
import { engineOf } from "./engine.ts";

type Database = BetterSQLite3Database<Record<string, never>>;
/** What a query needs. Both `store.read` and a `Tx` are one. */
export type Reader = Pick<Database, "select" | "selectDistinct" | "with" | "$with" | "$count">;
/** An open transaction, given by `store.write`. */
export type Tx = Reader & Pick<Database, "insert" | "update" | "delete">;

export interface WriteOptions {
  /**
   * The id of a row that many compete for (a gathering with few places). On PostgreSQL writers with
   * the same id wait in line instead of failing and trying again; SQLite has one line for all.
   */
  inTurnFor?: string;
}

export interface Store {
  /** For reading only: on SQLite a connection that refuses to write. */
  read: Reader;
  /**
   * Runs `work` in one transaction, the only way to write. What it throws rolls everything back.
   * On PostgreSQL it may run more than once: nothing but database work belongs in it.
   */
  write<T>(work: (tx: Tx) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** Brings the schema up to date, under a lock. */
  migrate(): Promise<void>;
  /**
   * After erasing: on SQLite the journal, in which erased words still stand, is written into the file and
   * emptied; on PostgreSQL the space of erased rows is given back for use (VACUUM), though what stood there
   * stands until it is used. Not for every write.
   * @param anew small tables in which that must not be: on PostgreSQL they move to new files, living rows only
   *   (VACUUM FULL), except while somebody holds on to them; on SQLite what is erased is always written over
   */
  tidy(anew?: readonly string[]): Promise<void>;
  /** Throws when the store cannot be read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  databaseUrl: string;
  /** The folder with `sqlite` and `postgres` below it. */
  migrationsFolder: string;
  /**
   * Throws at a write inside a write, which would wait for itself for ever. Left out in production: to
   * follow what runs inside what makes every promise of the process dearer.
   */
  refusesNesting?: boolean;
  /** Told of each statement; for tests that count them. */
  onStatement?: (statement: string) => void;
  /** Connections to a PostgreSQL that is used again, such as a test's: not closed with the store. Left out, it has its own. */
  pool?: Pool;
}

/** `write` that knows whether it is inside another. */
function refuseNesting(write: Store["write"]): Store["write"] {
  const writing = new AsyncLocalStorage<true>();
  return (work, options) => {
    if (writing.getStore()) throw new Error("store.write inside store.write: pass the tx on instead");
    return writing.run(true, () => write(work, options));
  };
}

/** Each engine with its driver is loaded where it is used only. */
async function open(options: OpenOptions): Promise<Store> {
  if (engineOf(options.databaseUrl) === "postgres")
    return (await import("./postgres.ts")).openPostgres(options);
  return (await import("./sqlite.ts")).openSqlite(options);
}

/** Opens the store that `databaseUrl` names (`file:…` or `postgres://…`). Does not migrate. */
export async function openStore(options: OpenOptions): Promise<Store> {
  const opened = await open(options);
  return (options.refusesNesting ?? true) ? { ...opened, write: refuseNesting(opened.write) } : opened;
}
