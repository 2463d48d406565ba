/** The whole site in a process of its own, with its clock running from NOW on; for tests that kill it. */
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { buildApp } from "../../server/app.ts";
import { startClock } from "../../server/clock.ts";
import { readConfig } from "../../server/config.ts";
import { makeMailer } from "../../server/mail/outbox.ts";
import { makeTransport } from "../../server/mail/transport.ts";
import { openStore } from "../../server/store/store.ts";
import { makeTemplates } from "../../server/web/templates.ts";

const config = readConfig(process.env);
const { databaseUrl, root } = config;
const store = await openStore({ databaseUrl, migrationsFolder: join(root, "migrations") });
await store.migrate();
const begun = performance.now();
const first = Temporal.Instant.from(process.env["NOW"] as string);
const now = () => first.add({ milliseconds: Math.round(performance.now() - begun) });
const house = { config, store, templates: makeTemplates(config), now };
const app = await buildApp(house);
await app.listen({ host: config.host, port: config.port });
startClock(house, makeMailer(config, house.templates), makeTransport(config), (name, error) =>
  console.error(`job failed: ${name}`, error),
);
