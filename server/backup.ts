/** `npm run -s db:backup -- FILE`: the whole store in one checked file, while the site runs. */
import { Temporal } from "temporal-polyfill";
import { readConfig } from "./config.ts";
import { backUp } from "./store/backup.ts";
import { BackupError, totalOf } from "./store/backup-engine.ts";

const { databaseUrl } = readConfig(process.env);
const madeAt = Temporal.Now.instant().toString({ smallestUnit: "second" });
const file = process.argv[2] ?? `mentornettverk-${madeAt.replaceAll(":", "")}.backup`;
try {
  const rows = await backUp(databaseUrl, file, madeAt);
  console.log(`${file}: ${totalOf(rows)} rows of ${Object.keys(rows).length} tables, checked.`);
  console.log(
    "It holds personal data: keep it where only those who run the site can read it, and not for long.",
  );
} catch (error) {
  if (!(error instanceof BackupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
