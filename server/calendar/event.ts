/** One gathering for one person as iCalendar text: what stands in the mail and in `invite.ics`. */
import ical, {
  foldLines,
  ICalAttendee,
  ICalAttendeeRole,
  type ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { osloTimeZone } from "./time-zone.ts";

export interface CalendarEvent {
  /** CANCEL takes the event away; it must be the `method` of the mail's calendar part too. */
  method: "REQUEST" | "CANCEL";
  uid: string;
  sequence: number;
  /** DTSTAMP: later than that of every earlier mail about the same event. */
  stamp: Temporal.Instant;
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
  /** The gathering's plain page. Never a link with a secret: calendars are shared. */
  url: string;
  organizer: { name: string; address: string };
  /** The recipient alone, so that nobody learns who else is invited. */
  attendee: { name: string; address: string };
  partstat: "NEEDS-ACTION" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
  asksForReply: boolean;
}

/** Control characters but line feed and tab, direction marks, and the line ends of other systems. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they are
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text of several lines, fit for a property. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, "\n")
    .replace(unprintable, "")
    .trim();
}

/** Text on one line. */
export const cleanLine = (text: string) => cleanText(text).replace(/\s+/g, " ");

/** A name fit for CN: RFC 5545 has no way to write a quotation mark or a backslash in a parameter. */
const cleanName = (name: string) => cleanLine(name).replaceAll('"', "'").replaceAll("\\", "/");

/** An address without anything that could end it, or the line. */
const cleanAddress = (address: string) => cleanText(address).replace(/[\s"\\,;:<>]/g, "");

/**
 * The times as ical-generator prints them right on a machine in any zone: Temporal values, never a
 * native Date. A zone we have no rules for is written in UTC.
 */
function times(event: Shared) {
  if (event.zone !== "Europe/Oslo") return { start: event.startsAt, end: event.endsAt, timezone: null };
  const at = (time: string) =>
    Temporal.PlainDateTime.from(`${event.localDate}T${time}`).toZonedDateTime(event.zone);
  return { start: at(event.startTime), end: at(event.endTime), timezone: event.zone };
}

/** What many recipients have in common. `isFree`: it takes none of their time, for they said no. */
type Shared = Omit<CalendarEvent, "uid" | "attendee" | "partstat" | "asksForReply"> & { isFree: boolean };
/** The text before UID, between UID and ATTENDEE, and after, folded. */
interface Frame {
  event: ICalEvent;
  pieces: [string, string, string];
}

/** ical-generator's calendar gets no zone name of its own: with one it prints DTSTAMP in local time, and
 * properties after the first component. */
function makeFrame(shared: Shared): Frame {
  const isCancelled = shared.method === "CANCEL";
  const calendar = ical({
    prodId: { company: "Mentornettverk", product: "Samlinger", language: "NO" },
    scale: "GREGORIAN",
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: null, generator: (zone) => (zone === "Europe/Oslo" ? osloTimeZone : null) },
  });
  const event = calendar.createEvent({
    id: "@",
    sequence: shared.sequence,
    stamp: shared.stamp,
    ...times(shared),
    summary: cleanLine(shared.summary),
    description: cleanText(shared.description),
    location: cleanLine(shared.location),
    url: cleanLine(shared.url),
    organizer: { name: cleanName(shared.organizer.name), email: cleanAddress(shared.organizer.address) },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: shared.isFree ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    x: [["X-MICROSOFT-DISALLOW-COUNTER", "TRUE"]],
  });
  const text = `${calendar.toString()}\r\n`;
  const [before, rest] = text.split("UID:@\r\n") as [string, string];
  const afterOrganizer = rest.indexOf("\r\nURL;") + 2;
  return { event, pieces: [before, rest.slice(0, afterOrganizer), rest.slice(afterOrganizer)] };
}

/** Frames made last: an invitation goes to many at once, and folding is most of the work. */
const frames = new Map<string, Frame>();

function frameOf(shared: Shared): Frame {
  const key = JSON.stringify(shared);
  let frame = frames.get(key);
  if (!frame) {
    frame = makeFrame(shared);
    if (frames.size >= 12) frames.clear();
    frames.set(key, frame);
  }
  return frame;
}

/**
 * The event as iCalendar (RFC 5545, RFC 5546): CRLF, lines of at most 75 octets, one VEVENT, one
 * ATTENDEE, no alarm. For one who said no it is shown as free time: the entry of those whose calendar
 * keeps it must not block the hours.
 */
export function calendarText({ uid, attendee, partstat, asksForReply, ...shared }: CalendarEvent): string {
  const { event, pieces } = frameOf({ ...shared, isFree: partstat === "DECLINED" });
  const who = new ICalAttendee(
    {
      name: cleanName(attendee.name),
      email: cleanAddress(attendee.address),
      role: ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: partstat as ICalAttendeeStatus,
      rsvp: asksForReply,
    },
    event,
  );
  const [before, between, after] = pieces;
  return `${before}${foldLines(`UID:${cleanLine(uid)}\r\n`)}${between}${foldLines(who.toString())}${after}`;
}
