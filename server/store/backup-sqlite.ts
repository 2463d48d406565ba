/** SQLite: its own online copy, in one step, so that a site that keeps writing cannot make it begin anew. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname } from "node:path";
import Client from "better-sqlite3";
import { BackupError, type CopyEngine, type RestoreOptions, type Rows, totalOf } from "./backup-engine.ts";

export const fileOf = (databaseUrl: string) => databaseUrl.replace(/^file:(\/\/)?/, "");

/** More pages than any database has. */
const allPages = 2_000_000_000;

function onDisk(file: string): void {
  const handle = openSync(file, "r+");
  fsyncSync(handle);
  closeSync(handle);
}

/** How many rows each table has. @throws BackupError when the file is damaged or rows refer to nothing */
function verify(file: string): Rows {
  const client = new Client(file, { fileMustExist: true });
  try {
    client.pragma("journal_mode = DELETE"); // a copy is one file, with no journal beside it
    const faults = client.pragma("integrity_check") as { integrity_check: string }[];
    if (faults[0]?.integrity_check !== "ok") throw new BackupError(`damaged: ${faults[0]?.integrity_check}`);
    const loose = client.pragma("foreign_key_check") as unknown[];
    if (loose.length > 0) throw new BackupError(`${loose.length} rows refer to rows that are not there`);
    const names = client
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
      )
      .all() as { name: string }[];
    const rowsIn = (name: string) =>
      client.prepare(`select count(*) n from "${name}"`).get() as { n: number };
    return Object.fromEntries(names.map(({ name }) => [name, rowsIn(name).n]));
  } catch (error) {
    if ((error as { code?: string }).code !== "SQLITE_NOTADB") throw error;
    throw new BackupError("the copy is no SQLite database");
  } finally {
    client.close();
  }
}

async function copy(databaseUrl: string, file: string): Promise<Rows> {
  const from = fileOf(databaseUrl);
  if (!existsSync(from)) throw new BackupError(`there is no database at ${from}`);
  const source = new Client(from, { timeout: 10_000 });
  try {
    closeSync(openSync(file, "w", 0o600));
    await source.backup(file, { progress: () => allPages });
  } finally {
    source.close();
  }
  const rows = verify(file);
  onDisk(file);
  return rows;
}

/** Moves what stands in the place aside, with all of its journal in it. @throws BackupError when it is in use */
function moveAside(target: string, { mayReplace, say }: RestoreOptions): (() => void) | null {
  if (!existsSync(target)) return null;
  const old = new Client(target, { timeout: 500 });
  try {
    old.pragma("locking_mode = EXCLUSIVE");
    old.exec("BEGIN EXCLUSIVE; COMMIT");
    old.pragma("wal_checkpoint(TRUNCATE)");
    old.pragma("journal_mode = DELETE");
  } catch (error) {
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new BackupError("the site runs on this database: stop it first");
  } finally {
    old.close();
  }
  if (totalOf(verify(target)) > 0 && !mayReplace) {
    throw new BackupError("there is a database with rows in this place; --replace puts it aside");
  }
  const aside = `${target}.before-restore`;
  rmSync(aside, { force: true });
  renameSync(target, aside);
  say(`What stood there is kept as ${aside}; remove it when you no longer need it.`);
  return () => renameSync(aside, target);
}

async function restore(databaseUrl: string, file: string, options: RestoreOptions): Promise<Rows> {
  const target = fileOf(databaseUrl);
  mkdirSync(dirname(target), { recursive: true });
  const part = `${target}.part`;
  copyFileSync(file, part);
  try {
    const rows = verify(part);
    options.check(rows);
    onDisk(part);
    const putBack = moveAside(target, options);
    try {
      for (const end of ["-wal", "-shm"]) rmSync(`${target}${end}`, { force: true });
      renameSync(part, target);
    } catch (error) {
      putBack?.();
      throw error;
    }
    return rows;
  } finally {
    rmSync(part, { force: true });
  }
}

export const sqliteCopy: CopyEngine = { copy, restore };
