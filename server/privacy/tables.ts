/** The nightly erasing: which nights are done, by one process each, and what went. */
import { flag, instant, json, sortable, table } from "../store/columns.ts";

export const erasures = table(
  "erasures",
  {
    /** Local date of the night. */
    night: sortable().primaryKey(),
    startedAt: instant().notNull(),
    /** Whoever works on it renews this; another process may take over when it has passed. */
    claimedUntil: instant().notNull(),
    endedAt: instant(),
    isStopped: flag().notNull().default(false),
    /** How many rows of each table. */
    counts: json<Record<string, number>>().notNull(),
  },
  {
    night: "fact",
    startedAt: "fact",
    claimedUntil: "fact",
    endedAt: "fact",
    isStopped: "fact",
    counts: "fact",
  },
);
