import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { buildAssets } from "../server/web/assets.ts";

/** Whether what is built is there and none of its sources has changed since. */
function isFresh(built: string, sources: string): boolean {
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
  return files.every((file) => statSync(join(sources, file)).mtimeMs <= builtAt);
}

/** Pages need their assets, of a low quality, which is enough to test with; programs are started compiled. */
export default function setup(): () => Promise<void> {
  const root = new URL("..", import.meta.url).pathname;
  const folder = join(root, "build/assets");
  if (!isFresh(join(folder, "names.json"), join(root, "views/assets"))) buildAssets(root, folder, 1);
  if (!isFresh(join(root, "build/server/main.js"), join(root, "server")))
    execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", "server"], { cwd: root, stdio: "inherit" });
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
