/** When a calendar's answer was given, and to which version of the gathering. */
import { and, eq, isNotNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { CalendarObject } from "../calendar/reply.ts";
import type { Letter } from "../mail/receive.ts";
import { outbox } from "../mail/tables.ts";
import type { Reader } from "../store/store.ts";
import type { FoundInvitation } from "./sender.ts";

const aheadMinutes = 5;
/** Calendars tell whole seconds. */
const second = (moment: Temporal.Instant) => Math.floor(moment.epochMilliseconds / 1000);

/** The DTSTAMPs of what we sent this person about this gathering: some programs send them back. */
async function ownStamps(read: Reader, { invitation }: FoundInvitation): Promise<Set<number>> {
  const rows = await read
    .select({ createdAt: outbox.createdAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.gatheringId, invitation.gatheringId),
        eq(outbox.personId, invitation.personId),
        isNotNull(outbox.calendarMethod),
      ),
    );
  return new Set(rows.map(({ createdAt }) => second(createdAt)));
}

/**
 * When it was said (gatherings.md section 6, 7): the reply time, the stamp unless it is our own, the
 * Date header, or receipt; the first that lies between the invitation and five minutes after receipt.
 * Never later than receipt, which is better than the rule: a clock a little fast must not beat an answer
 * given on the page a moment later.
 */
export async function saidAt(
  read: Reader,
  found: FoundInvitation,
  { replyTime, stamp }: CalendarObject,
  { sentAt, receivedAt }: Pick<Letter, "sentAt" | "receivedAt">,
): Promise<Temporal.Instant> {
  const earliest = second(found.invitation.invitedAt);
  const latest = second(receivedAt) + aheadMinutes * 60;
  const ours = replyTime || !stamp ? null : await ownStamps(read, found);
  const ownStamp = stamp && !ours?.has(second(stamp)) ? stamp : null;
  const good = [replyTime, ownStamp, sentAt].find(
    (moment) => moment !== null && second(moment) >= earliest && second(moment) <= latest,
  );
  return !good || Temporal.Instant.compare(good, receivedAt) > 0 ? receivedAt : good;
}

/**
 * The version answered. Above ours is ours; missing is the current one when it was said after the last
 * change of time or place, and the one before otherwise.
 */
export function sequenceOf(
  { gathering }: FoundInvitation,
  { sequence }: CalendarObject,
  said: Temporal.Instant,
): number {
  const { sequence: current, movedAt } = gathering;
  if (sequence !== null) return Math.min(sequence, current);
  return movedAt && second(said) < second(movedAt) ? Math.max(0, current - 1) : current;
}
