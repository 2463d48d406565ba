/**
 * `npm run -s db:move -- file:data/x.db [postgres://…] [--again]`: moves an instance from SQLite to PostgreSQL.
 * The second may stand in DATABASE_URL, where no list of processes shows its password. Stopped, the same command goes on. The site must be stopped, and keep its SECRET.
 */
import { join } from "node:path";
import { readConfig } from "./config.ts";
import { fileOf } from "./store/backup-sqlite.ts";
import { engineOf } from "./store/engine.ts";
import { MoveError, move } from "./store/move.ts";
import { openStore } from "./store/store.ts";

const [from, to = process.env["DATABASE_URL"]] = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const say = (line: string) => console.log(line);
try {
  if (!from || !to || engineOf(from) !== "sqlite" || engineOf(to) !== "postgres") {
    throw new MoveError("Say from where to where: npm run -s db:move -- file:data/x.db postgres://…");
  }
  const { root } = readConfig({});
  const store = await openStore({ databaseUrl: to, migrationsFolder: join(root, "migrations") });
  await store.migrate().finally(() => store.close());
  const { tables, rows } = await move(fileOf(from), to, { isAgain: process.argv.includes("--again"), say });
  say(`Moved: ${rows} rows of ${tables} tables, the same on both sides by count and sum.`);
  say("Now start the site with DATABASE_URL naming the new one, and the same SECRET.");
} catch (error) {
  if (!(error instanceof MoveError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
