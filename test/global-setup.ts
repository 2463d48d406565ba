import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { buildAssets } from "../server/web/assets.ts";

/** Whether the built assets are there and none of their sources has changed since. */
function areFresh(sources: string, names: string): boolean {
  if (!existsSync(names)) return false;
  const builtAt = statSync(names).mtimeMs;
  return readdirSync(sources).every((file) => statSync(join(sources, file)).mtimeMs <= builtAt);
}

/** The pages need their assets; a low quality is enough to test with. */
export default function setup(): () => Promise<void> {
  const root = new URL("..", import.meta.url).pathname;
  const folder = join(root, "build/assets");
  if (!areFresh(join(root, "views/assets"), join(folder, "names.json"))) buildAssets(root, folder, 1);
  const run = Math.random().toString(36).slice(2, 10);
  process.env["TEST_RUN"] = run; // workers inherit it: it stands in the names of their databases
  return () => dropDatabases(run);
}

/** Removes what this run left on the PostgreSQL server. */
async function dropDatabases(run: string): Promise<void> {
  const connectionString = process.env["TEST_DATABASE_URL"];
  if (!connectionString) return;
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query("select datname from pg_database where datname like $1", [
    `mn\\_${run}\\_%`,
  ]);
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  await client.end();
}
