/** What every room is given. */
import type { Eta } from "eta";
import type { Temporal } from "temporal-polyfill";
import type { Config } from "../config.ts";
import type { Store } from "../store/store.ts";

export interface House {
  config: Config;
  store: Store;
  templates: Eta;
  /** The present moment; tests set it. */
  now: () => Temporal.Instant;
}
