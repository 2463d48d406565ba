/** A process that migrates once it is told to, for tests that kill it or start two. */
import { once } from "node:events";
import { join } from "node:path";
import { readConfig } from "../../server/config.ts";
import { openStore } from "../../server/store/store.ts";

const config = readConfig(process.env);
const store = await openStore({
  databaseUrl: config.databaseUrl,
  migrationsFolder: join(config.root, "migrations"),
});
const told = once(process, "message");
process.send?.("ready");
await told;
await store.migrate();
await store.close();
process.exit(0);
