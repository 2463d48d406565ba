/** States of one house's SQLite database that one can go back to, and what differs between two of them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Client from "better-sqlite3";

/** Table → its rows as text, in an order of their own. */
export type State = Map<string, string[]>;
/** A state, and the file that holds it. */
export interface Scene {
  file: string;
  state: State;
}

export interface Stage {
  /** The state as it is now, kept to go back to. */
  keep(): Scene;
  /** Goes back to a kept state; connections of the house stay open. */
  goBack(scene: Scene): void;
  state(): State;
  /** What came, went and changed, in short lines. @param isIgnored told of a table and a column */
  differences(before: State, after: State, isIgnored: (table: string, column: string) => boolean): string[];
  close(): void;
}

const tablesQuery = `SELECT name FROM sqlite_master
  WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'`;

export function openStage(databaseUrl: string): Stage {
  const folder = mkdtempSync(join(tmpdir(), "scenes-"));
  const client = new Client(databaseUrl.replace(/^file:/, ""), { timeout: 5_000 });
  client.pragma("foreign_keys = OFF");
  client.pragma("synchronous = OFF");
  const tables = client.prepare(tablesQuery).pluck().all() as string[];
  const reads = tables.map((table) => [table, client.prepare(`SELECT * FROM "${table}"`).raw()] as const);
  const columns = new Map(reads.map(([table, read]) => [table, read.columns().map(({ name }) => name)]));
  // a table says itself when it was touched, so that only those are read again
  client.exec("CREATE TABLE __touched (name TEXT PRIMARY KEY)");
  for (const [i, table] of tables.entries()) {
    for (const what of ["INSERT", "UPDATE", "DELETE"]) {
      client.exec(`CREATE TRIGGER "__${what}_${i}" AFTER ${what} ON "${table}" BEGIN INSERT INTO __touched
        SELECT '${table}' WHERE NOT EXISTS (SELECT 1 FROM __touched WHERE name = '${table}'); END`);
    }
  }
  const touched = client.prepare("DELETE FROM __touched RETURNING name").pluck();
  const readOf = new Map(reads);
  const rowsOf = (table: string) => (readOf.get(table)?.all() ?? []).map((row) => JSON.stringify(row)).sort();
  const current: State = new Map(tables.map((table) => [table, rowsOf(table)]));
  const state = (): State => {
    for (const table of touched.all() as string[]) current.set(table, rowsOf(table));
    return new Map(current);
  };
  const isSame = (a: string[] = [], b: string[] = []) =>
    a === b || (a.length === b.length && a.every((row, i) => row === b[i]));
  let kept = 0;

  /** The columns in which two rows differ that begin alike; null when too many do for them to be one. */
  function changed(names: string[], from: unknown[], to: unknown[], kept: number[]): string | null {
    const unlike = kept.filter((i) => from[i] !== to[i]);
    if (unlike.includes(kept[0] as number) || unlike.length > kept.length / 2) return null;
    return unlike.map((i) => `${names[i]}: ${from[i]} → ${to[i]}`).join(", ");
  }

  function differences(before: State, after: State, isIgnored: (table: string, column: string) => boolean) {
    const found = new Set<string>();
    for (const [table, rows] of after) {
      const old = before.get(table) ?? [];
      if (isSame(old, rows)) continue;
      const names = columns.get(table) as string[];
      const kept = [...names.keys()].filter((i) => !isIgnored(table, names[i] as string));
      if (kept.length === 0) continue;
      const key = (row: string) => kept.map((i) => (JSON.parse(row) as unknown[])[i]);
      const left = old.map((row) => JSON.stringify(key(row)));
      const come = rows
        .map((row) => JSON.stringify(key(row)))
        .filter((row) => {
          const at = left.indexOf(row);
          if (at >= 0) left.splice(at, 1);
          return at < 0;
        });
      const short = kept.map((i) => names[i] as string);
      const all = [...short.keys()];
      for (const row of come) {
        const to = JSON.parse(row) as unknown[];
        const changes = left.map((one) => changed(short, JSON.parse(one), to, all));
        const at = changes.findIndex((change) => change !== null);
        found.add(at >= 0 ? `${table} ${changes[at]}` : `${table} + ${row}`);
        if (at >= 0) left.splice(at, 1);
      }
      for (const row of left) found.add(`${table} - ${row}`);
    }
    return [...found];
  }

  return {
    state,
    differences,
    keep: () => {
      const file = join(folder, `${kept++}.db`);
      client.exec(`VACUUM INTO '${file}'`);
      return { file, state: state() };
    },
    goBack: (scene) => {
      const now = state();
      const changed = tables.filter((table) => !isSame(now.get(table), scene.state.get(table)));
      if (changed.length === 0) return;
      client.exec(`ATTACH '${scene.file}' AS kept`);
      const copies = changed.map(
        (table) => `DELETE FROM main."${table}"; INSERT INTO main."${table}" SELECT * FROM kept."${table}";`,
      );
      client.exec(`BEGIN IMMEDIATE; ${copies.join("")} DELETE FROM __touched; COMMIT; DETACH kept`);
      for (const table of changed) current.set(table, scene.state.get(table) ?? []);
    },
    close: () => {
      client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
