/** A calendar one subscribes to, as iCalendar text: published, so nobody is asked anything by it. */
import ical, { ICalEventStatus } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { cleanLine, cleanText } from "./event.ts";
import { osloTimeZone } from "./time-zone.ts";

export interface FeedEvent {
  /** Its own, and never that of an invitation: those let one answer. */
  uid: string;
  sequence: number;
  /** DTSTAMP and LAST-MODIFIED: when it was last changed, so that the text is the same until then. */
  changedAt: Temporal.Instant;
  /** YYYY-MM-DD and HH:MM in `zone`. */
  localDate: string;
  startTime: string;
  endTime: string;
  zone: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  summary: string;
  description: string;
  location: string;
  /** The gathering's plain page, never a link with a secret: calendars are shared. */
  url: string;
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
}

/** How often subscribers are to look again. */
const hourInSeconds = 3600;

/** Temporal values, never a native Date; a zone we have no rules for is written in UTC. */
function times({ zone, localDate, startTime, endTime, startsAt, endsAt }: FeedEvent) {
  if (zone !== "Europe/Oslo") return { start: startsAt, end: endsAt, timezone: null };
  const at = (time: string) => Temporal.PlainDateTime.from(`${localDate}T${time}`).toZonedDateTime(zone);
  return { start: at(startTime), end: at(endTime), timezone: zone };
}

/**
 * The feed (RFC 5545, RFC 7986): no METHOD, ORGANIZER, ATTENDEE or alarm; asks for a look every hour. The
 * zone's rules are put in by us: ical-generator would write properties of the calendar after them.
 */
export function feedText(name: string, events: readonly FeedEvent[]): string {
  const calendar = ical({
    prodId: { company: "Mentornettverk", product: "Samlinger", language: "NO" },
    scale: "GREGORIAN",
    name: cleanLine(name),
    ttl: hourInSeconds,
    timezone: null,
  });
  for (const event of events) {
    calendar.createEvent({
      id: cleanLine(event.uid),
      sequence: event.sequence,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      ...times(event),
      summary: cleanLine(event.summary),
      description: cleanText(event.description),
      location: cleanLine(event.location),
      url: cleanLine(event.url),
      status: ICalEventStatus[event.status],
    });
  }
  const text = `${calendar.toString()}\r\n`;
  const first = events.length > 0 ? "BEGIN:VEVENT" : "END:VCALENDAR";
  return text.replace(`\r\n${first}`, () => `\r\n${osloTimeZone}\r\n${first}`);
}
