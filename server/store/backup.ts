/**
 * A copy of the whole store in one file while the site runs, and back again. Beside the copy stands what is
 * needed to believe it: a sum of the file and how many rows each table has (`FILE.json`).
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { BackupError, type CopyEngine, type RestoreOptions, type Rows } from "./backup-engine.ts";
import { postgresCopy } from "./backup-postgres.ts";
import { sqliteCopy } from "./backup-sqlite.ts";
import { type Engine, engineOf } from "./engine.ts";

interface Description {
  madeAt: string;
  engine: Engine;
  sha256: string;
  rows: Rows;
}

const engines: Record<Engine, CopyEngine> = { sqlite: sqliteCopy, postgres: postgresCopy };

async function sumOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest("hex");
}

/**
 * Copies the store to `file`, checked, at any time. The file is there when it is whole, not before.
 * @throws BackupError when the file is there already, or the copy cannot be made or believed
 */
export async function backUp(databaseUrl: string, file: string, madeAt: string): Promise<Rows> {
  if (existsSync(file)) throw new BackupError(`${file} is there already; a backup never overwrites another`);
  const engine = engineOf(databaseUrl);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    const rows = await engines[engine].copy(databaseUrl, part);
    const description: Description = { madeAt, engine, sha256: await sumOf(part), rows };
    writeFileSync(`${file}.json`, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 });
    renameSync(part, file);
    return rows;
  } finally {
    rmSync(part, { force: true });
  }
}

function describedBeside(file: string): Description | null {
  if (!existsSync(`${file}.json`)) return null;
  return JSON.parse(readFileSync(`${file}.json`, "utf8")) as Description;
}

/** Tables whose rows differ, as words; empty when all are alike. */
export function differences(before: Rows, after: Rows): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${before[name] ?? "none"} in the copy, ${after[name] ?? "none"} restored`);
}

/**
 * Puts the copy in `file` where `databaseUrl` says. The site must not run on it meanwhile. What stood
 * there is kept until the copy stands whole and compared in its place.
 * @throws BackupError when the copy is not what was made, is of the other engine, or the place is in use
 */
export async function restore(
  databaseUrl: string,
  file: string,
  options: Omit<RestoreOptions, "check">,
): Promise<Rows> {
  if (!existsSync(file)) throw new BackupError(`${file} is not there`);
  const engine = engineOf(databaseUrl);
  const described = describedBeside(file);
  if (!described)
    options.say(`No ${file}.json stands beside the copy: it cannot be compared with what was made.`);
  if (described && described.engine !== engine) {
    throw new BackupError(
      `the copy is of ${described.engine} and DATABASE_URL is ${engine}; see npm run db:move`,
    );
  }
  if (described && described.sha256 !== (await sumOf(file))) {
    throw new BackupError("the copy is not the file that was made: its sum differs");
  }
  const check = (rows: Rows) => {
    const faults = described ? differences(described.rows, rows) : [];
    if (faults.length > 0) throw new BackupError(`rows differ:\n${faults.join("\n")}`);
  };
  return engines[engine].restore(databaseUrl, file, { ...options, check });
}
