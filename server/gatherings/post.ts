/** Mail that waits for a person, dealt with. */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { incoming } from "../mail/tables.ts";
import type { Tx } from "../store/store.ts";

/** Takes a message out of the queue; pressing twice changes nothing. The message itself stays its time. */
export async function handlePost(
  tx: Tx,
  { id, byId }: { id: string; byId: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(incoming)
    .set({ isWaiting: false, handledAt: now, handledById: byId })
    .where(and(eq(incoming.id, id), eq(incoming.isWaiting, true)));
}
