/** Mail of ours that did not arrive. */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../store/store.ts";
import type { DeliveryReport } from "./delivery-report.ts";
import { outbox } from "./tables.ts";

type About = { personId: string | null; gatheringId: string | null };

async function markBounced(tx: Tx, ids: string[]): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: "bounced", lastError: "RETURNED" })
    .where(and(inArray(outbox.id, ids), inArray(outbox.state, ["sent", "sending", "retrying"])));
}

/**
 * Marks the mail a report is about as bounced, which flags the address wherever its delivery is shown.
 * Found by its Message-ID; when the report does not name one, the newest mail sent to the person counts.
 * @param personIds who has the addresses the report names
 * @returns whom and what the mail was about; null when no mail of ours is known
 */
export async function recordBounce(
  tx: Tx,
  { messageIds }: Pick<DeliveryReport, "messageIds">,
  personIds: readonly string[],
): Promise<About | null> {
  const columns = { id: outbox.id, personId: outbox.personId, gatheringId: outbox.gatheringId };
  const named = messageIds.length
    ? await tx
        .select(columns)
        .from(outbox)
        .where(inArray(outbox.messageId, messageIds.slice(0, 20)))
    : [];
  const [newest] =
    named.length === 0 && personIds[0]
      ? await tx
          .select(columns)
          .from(outbox)
          .where(and(eq(outbox.personId, personIds[0]), eq(outbox.state, "sent")))
          .orderBy(desc(outbox.createdAt))
          .limit(1)
      : named;
  const rows = named.length > 0 ? named : newest ? [newest] : [];
  if (rows.length === 0) return null;
  await markBounced(
    tx,
    rows.map(({ id }) => id),
  );
  return { personId: rows[0]?.personId ?? null, gatheringId: rows[0]?.gatheringId ?? null };
}
