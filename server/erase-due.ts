/**
 * `npm run -s privacy:retention -- --dry-run` prints how many rows of which table are over their time;
 * without `--dry-run` they are erased now, as the clock does every night.
 */
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { buildApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { dueNow, eraseDue, uncountedGatherings } from "./home/retention.ts";
import { makeMailer } from "./mail/outbox.ts";
import { setPeriods } from "./privacy/retention.ts";
import { openStore } from "./store/store.ts";
import { makeTemplates } from "./web/templates.ts";

void buildApp; // loads every room, and so every table

const config = readConfig(process.env);
setPeriods(config.keep);
const store = await openStore({
  databaseUrl: config.databaseUrl,
  migrationsFolder: join(config.root, "migrations"),
});
try {
  await store.migrate();
  const now = Temporal.Now.instant();
  if (process.argv.includes("--dry-run")) {
    for (const { dataClass, table, rows } of await dueNow(store.read, now)) {
      console.log(`${String(rows).padStart(8)}  ${dataClass.padEnd(16)} ${table}`);
    }
    const waiting = await uncountedGatherings(store.read, now);
    if (waiting > 0) console.log(`${waiting} gatherings wait for their half-year to be counted first.`);
  } else {
    const mailer = makeMailer(config, makeTemplates(config));
    const { counts } = await eraseDue(store, mailer, now, async () => true);
    await store.tidy();
    for (const [table, n] of Object.entries(counts)) console.log(`${String(n).padStart(8)}  ${table}`);
  }
} finally {
  await store.close();
}
