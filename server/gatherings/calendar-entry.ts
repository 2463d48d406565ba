/** A gathering's entry in one person's calendar: its identity, and what the calendar is told. */

import type { Temporal } from "temporal-polyfill";
import { type CalendarEvent, calendarText } from "../calendar/event.ts";
import type { Mail, Mailer } from "../mail/outbox.ts";
import type { GatheringFacts, Invitee } from "./invitee.ts";

type Identity = Pick<Invitee, "calendarToken">;

/** Known to the two of us alone, so that a reply with it is theirs (gatherings.md section 4). */
export function uidOf(mailer: Mailer, gatheringId: string, { calendarToken }: Identity): string {
  return `g${gatheringId}-${calendarToken}@${mailer.domain}`;
}

/** The Message-ID of the mail that tells this version of the gathering. */
export function versionMessageId(
  mailer: Mailer,
  gathering: Pick<GatheringFacts, "id" | "sequence" | "revision">,
  { calendarToken }: Identity,
): string {
  const { id, sequence, revision } = gathering;
  return `inv.g${id}-${calendarToken}.${sequence}.${revision}@${mailer.domain}`;
}

const partstats = { yes: "ACCEPTED", maybe: "TENTATIVE", no: "DECLINED" } as const;

/** What the calendar shows as their answer: none yet when they answered another time or place. */
export function partstatOf({ rsvp }: Pick<Invitee, "rsvp">, { sequence }: { sequence: number }) {
  return rsvp && rsvp.sequence >= sequence ? partstats[rsvp.answer] : "NEEDS-ACTION";
}

/**
 * The calendar part of a mail.
 * @param words in the person's language; never a link with a secret, for calendars are shared
 */
export function calendarEntry(
  mailer: Mailer,
  gathering: GatheringFacts,
  invitee: Invitee,
  words: Pick<CalendarEvent, "summary" | "description" | "location">,
  how: Pick<CalendarEvent, "method" | "asksForReply">,
  now: Temporal.Instant,
): NonNullable<Mail["calendar"]> {
  const { sequence, localDate, startTime, endTime, zone, startsAt, endsAt } = gathering;
  const body = calendarText({
    ...how,
    ...words,
    uid: uidOf(mailer, gathering.id, invitee),
    sequence,
    stamp: now,
    ...{ localDate, startTime, endTime, zone, startsAt, endsAt },
    url: `${mailer.baseUrl}/samlinger/${gathering.id}`,
    organizer: { name: mailer.fromName, address: mailer.fromAddress },
    attendee: { name: invitee.name, address: invitee.email },
    partstat: partstatOf(invitee, gathering),
  });
  return { method: how.method, body };
}
