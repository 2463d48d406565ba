/** The real deliverer in a process of its own, for tests that kill it. Waits for a word, then delivers on and on. */
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { readConfig } from "../../server/config.ts";
import { deliverDue } from "../../server/mail/delivery.ts";
import { makeTransport } from "../../server/mail/transport.ts";
import { openStore } from "../../server/store/store.ts";

const config = readConfig(process.env);
const databaseUrl = config.databaseUrl;
const store = await openStore({ databaseUrl, migrationsFolder: join(config.root, "migrations") });
const transport = makeTransport(config);
const now = Temporal.Instant.from(process.env["NOW"] as string);
process.send?.("ready");
await new Promise((resolve) => process.once("message", resolve));
for (;;) {
  await deliverDue(store, transport, () => now);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
