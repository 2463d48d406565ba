/** The invitation as it is now, once more. */
import { and, eq, gt } from "drizzle-orm";
import { outbox } from "../mail/tables.ts";
import { gatheringFacts, inviteesOf } from "./invitee.ts";
import type { Hearing } from "./mail-answer.ts";
import { invitationMail, movedMail } from "./mails.ts";
import type { FoundInvitation } from "./sender.ts";

/**
 * Sends a person the current invitation again, to their registered address, at most once in 24 hours.
 * For a calendar that asks (REFRESH), and for a yes to a time that no longer holds.
 * @returns whether it was sent
 */
export async function sendAgain({ tx, mailer, now }: Hearing, found: FoundInvitation): Promise<boolean> {
  const { gatheringId, personId, id } = found.invitation;
  const [latest] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.gatheringId, gatheringId),
        eq(outbox.personId, personId),
        eq(outbox.kind, "again"),
        gt(outbox.createdAt, now.subtract({ hours: 24 })),
      ),
    )
    .limit(1);
  const [invitee] = latest ? [] : await inviteesOf(tx, gatheringId, [id]);
  if (!invitee) return false;
  const making = { mailer, gathering: await gatheringFacts(tx, gatheringId), now };
  const compose = making.gathering.sequence > 0 ? movedMail : invitationMail;
  const { messageId: _, ...mail } = compose(making, invitee);
  return mailer.queue(tx, { ...mail, kind: "again" }, now);
}
