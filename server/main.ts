/** Reads the configuration, opens the store, starts the app and the clock, stops cleanly. */
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { buildApp } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { openStore } from "./store/store.ts";
import type { House } from "./web/house.ts";
import { makeTemplates } from "./web/templates.ts";

/** How long requests under way may take to finish after SIGTERM. */
const graceMilliseconds = 20_000;

function configOrStop(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const fault of error.faults) console.error(`Setting ${fault}`);
    process.exit(1);
  }
}

async function start(): Promise<void> {
  const config = configOrStop();
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    migrationsFolder: join(config.root, "migrations"),
  });
  await store.migrate();
  const house: House = { config, store, templates: makeTemplates(config), now: () => Temporal.Now.instant() };
  const app = await buildApp(house);
  await app.listen({ host: config.host, port: config.port });
  if (!config.isProduction) console.error(`Mentornettverk: ${config.baseUrl}`);

  const stop = async () => {
    setTimeout(() => process.exit(1), graceMilliseconds).unref();
    await app.close();
    await store.close();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

await start();
