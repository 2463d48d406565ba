/**
 * The clock of a weekend in a process of its own, for tests that kill it: told a tick to begin with, it
 * runs every job at that one and the next, saying which before each.
 */
import { once } from "node:events";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { readConfig } from "../../server/config.ts";
import { keepSealKey } from "../../server/learning/seal.ts";
import { loadThemes } from "../../server/learning/themes.ts";
import { makeMailer } from "../../server/mail/outbox.ts";
import { openStore } from "../../server/store/store.ts";
import { makeTemplates } from "../../server/web/templates.ts";
import { makeClock, ticksOf } from "./weekend.ts";

const config = readConfig(process.env);
const { databaseUrl, root } = config;
const store = await openStore({ databaseUrl, migrationsFolder: join(root, "migrations") });
const ticks = ticksOf(Temporal.PlainDate.from(process.env["SUNDAY"] as string));
const house = { config, store, templates: makeTemplates(config), now: () => ticks[0] as Temporal.Instant };
keepSealKey(config.secret);
loadThemes(join(root, "content"));
const clock = makeClock(house, makeMailer(config, house.templates));
const told = once(process, "message");
process.send?.("ready");
const [first] = (await told) as [number];
for (let i = first; i < ticks.length; i++) {
  for (const name of clock.names) {
    process.send?.({ tick: i, name });
    await clock.run(name, ticks[i] as Temporal.Instant);
  }
}
await store.close();
process.exit(0);
