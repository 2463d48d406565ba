/** Every row of a database, past the store, for comparing one with another. */
import { engine } from "../../server/store/engine.ts";
import { onDatabase } from "../upgrade/first-release.ts";

const tableNames =
  engine === "postgres"
    ? "select tablename as name from pg_tables where schemaname = 'public'"
    : "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '\\_\\_%' escape '\\'";

/** By table, each row as text, in an order of its own. */
export function everyRow(databaseUrl: string): Promise<Record<string, string[]>> {
  return onDatabase(databaseUrl, async (run) => {
    const found: Record<string, string[]> = {};
    for (const { name } of await run(tableNames)) {
      const rows = await run(`select * from "${name}"`);
      found[name as string] = rows.map((row) => JSON.stringify(row)).sort();
    }
    return found;
  });
}
