/** The adviser sends somebody the state of things once more, to the address as it is registered now. */
import { and, eq, inArray } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { outbox } from "../mail/tables.ts";
import type { Tx } from "../store/store.ts";
import { gatheringFacts, inviteesOf } from "./invitee.ts";
import type { LaterRooms } from "./later.ts";
import { againMail, cancellationMail } from "./mails.ts";
import { isAhead } from "./waiting-list.ts";

/**
 * Queues a new mail, never a sent one again: the invitation as it stands, or the cancellation. The adviser
 * was asked for it, so it goes to those too who want no invitations by mail.
 * @returns refused with `queued` when a mail about the gathering is on its way to them, `past` once it has
 *   begun, `withdrawn` when they are not invited
 */
export async function sendStateAgain(
  tx: Tx,
  mailer: Mailer,
  { gatheringId, personId }: { gatheringId: string; personId: string },
  now: Temporal.Instant,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<{ ok: true } | { ok: false; reason: "queued" | "past" | "withdrawn" }> {
  const gathering = await gatheringFacts(tx, gatheringId, caseCard);
  if (!isAhead(gathering, now)) return { ok: false, reason: "past" };
  const invitee = (await inviteesOf(tx, gatheringId)).find((one) => one.id === personId);
  if (!invitee) return { ok: false, reason: "withdrawn" };
  const waiting = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.gatheringId, gatheringId),
        eq(outbox.personId, personId),
        inArray(outbox.state, ["queued", "sending", "retrying"]),
      ),
    )
    .limit(1);
  if (waiting.length > 0) return { ok: false, reason: "queued" };
  const making = { mailer, gathering, now };
  const { messageId: _, ...mail } = gathering.cancelledAt
    ? cancellationMail(making, invitee)
    : againMail(making, invitee);
  await mailer.queue(tx, mail, now);
  return { ok: true };
}
