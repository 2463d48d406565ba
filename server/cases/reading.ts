/** "I have read this": progress by the person's own press, never by opening a page. */

import { ne } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { caseReadings } from "./tables.ts";

/** Marks a case as read in the version at hand; pressing again keeps the first moment of that version. */
export async function markRead(
  tx: Tx,
  reading: { personId: string; caseSlug: string; caseVersion: number },
  now: Temporal.Instant,
): Promise<void> {
  const { caseVersion } = reading;
  await tx
    .insert(caseReadings)
    .values({ ...reading, readAt: now })
    .onConflictDoUpdate({
      target: [caseReadings.personId, caseReadings.caseSlug],
      set: { caseVersion, readAt: now },
      setWhere: ne(caseReadings.caseVersion, caseVersion),
    });
}
