/**
 * `npm run -s db:restore -- FILE [--replace] [--without-mail]`: puts a copy made by `db:backup` where DATABASE_URL says. The
 * site must be stopped. `--without-mail` drops what waited to be sent when the copy was made. A copy of an older release is migrated when the site starts.
 */
import { join } from "node:path";
import { inArray } from "drizzle-orm";
import { readConfig } from "./config.ts";
import { outbox } from "./mail/tables.ts";
import { restore } from "./store/backup.ts";
import { BackupError, totalOf } from "./store/backup-engine.ts";
import { openStore } from "./store/store.ts";

const { databaseUrl, root } = readConfig(process.env);
const isWaiting = inArray(outbox.state, ["queued", "retrying", "sending"]);

/** How many mails wait to be sent, after those were dropped that should be. */
async function waitingMail(isDropped: boolean): Promise<number> {
  const store = await openStore({ databaseUrl, migrationsFolder: join(root, "migrations") });
  try {
    if (isDropped) {
      const dropped = { state: "aborted" as const, lastError: "TOO LATE", claimedUntil: null };
      await store.write((tx) => tx.update(outbox).set(dropped).where(isWaiting));
    }
    return (await store.read.select({ id: outbox.id }).from(outbox).where(isWaiting)).length;
  } finally {
    await store.close();
  }
}

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith("--"));
try {
  if (!file) throw new BackupError("Say which file: npm run -s db:restore -- FILE [--replace]");
  const mayReplace = args.includes("--replace");
  const rows = await restore(databaseUrl, file, { mayReplace, say: (line) => console.log(line) });
  console.log(`${totalOf(rows)} rows of ${Object.keys(rows).length} tables are in place, checked.`);
  const waiting = await waitingMail(args.includes("--without-mail"));
  if (waiting > 0)
    console.log(`${waiting} mails waited when the copy was made and go out when the site starts.`);
  if (waiting > 0) console.log("Has the site sent them since? Then restore with --replace --without-mail.");
} catch (error) {
  if (!(error instanceof BackupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
