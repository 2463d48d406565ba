/** The append-only log: which thing, what happened, who and when. Never words. */
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { learningLog } from "./tables.ts";

export interface LogEntry {
  event: (typeof learningLog.$inferInsert)["event"];
  itemId?: string | null;
  feedbackId?: string | null;
  fromItemId?: string | null;
  /** Null for what nobody did: votes counted, a date that came. */
  byId: string | null;
}

/** Appends one entry. */
export async function log(tx: Tx, entry: LogEntry, now: Temporal.Instant): Promise<void> {
  await tx.insert(learningLog).values({ ...entry, at: now });
}
