/**
 * What a calendar says in answer to an invitation (RFC 5546), read tolerantly: programs fold, quote and
 * encode in their own ways (gatherings.md section 6). Pure; what it means is decided elsewhere.
 */
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";

export interface Attendee {
  /** As written: `mailto:…`, and the EMAIL parameter when there is one. */
  addresses: string[];
  /** Upper case; null when it does not say. */
  partstat: string | null;
}

/** One VEVENT of one calendar. */
export interface CalendarObject {
  /** Upper case; empty when neither the calendar nor the mail says. */
  method: string;
  uid: string;
  sequence: number | null;
  /** DTSTAMP. */
  stamp: Temporal.Instant | null;
  /** X-MICROSOFT-CDO-REPLYTIME. */
  replyTime: Temporal.Instant | null;
  isOneOfSeries: boolean;
  attendees: Attendee[];
  comment: string | null;
  /** The start it names, as written: for those who propose another time. */
  start: string | null;
}

export interface CalendarReading {
  objects: CalendarObject[];
  /** Something was there that could not be read. */
  isBroken: boolean;
}

const bounds = { letters: 300_000, lines: 6000, objects: 20, kept: 50, lineLetters: 2000 };
type Line = { name: string; text: string };
type JCal = [string, [string, Record<string, string | string[]>, string, ...unknown[]][], JCal[]];

/** What we read; everything else, alarms and time zones too, is left out before parsing. */
const wanted = new Set([
  ...["METHOD", "UID", "SEQUENCE", "DTSTAMP", "ATTENDEE", "RECURRENCE-ID", "COMMENT", "DTSTART"],
  "X-MICROSOFT-CDO-REPLYTIME",
]);
const fit: Record<string, RegExp> = {
  SEQUENCE: /:\s*\d{1,9}\s*$/,
  DTSTAMP: /:\s*\d{8}T\d{6}Z\s*$/,
  "X-MICROSOFT-CDO-REPLYTIME": /:\s*\d{8}T\d{6}Z\s*$/,
};

/** Unfolded lines that are properties; garbage between them is dropped. */
function linesOf(text: string): Line[] {
  const unfolded = text.replace(/^\ufeff+/, "").replace(/(\r\n|\n|\r)[ \t]/g, "");
  return unfolded.split(/\r\n|\n|\r/, bounds.lines).flatMap((line) => {
    const name = /^\ufeff?([A-Za-z0-9-]{1,60})[;:]/.exec(line)?.[1];
    return name ? [{ name: name.toUpperCase(), text: line.replace(/^\ufeff/, "") }] : [];
  });
}

const isMark = ({ name, text }: Line, mark: "BEGIN" | "END", what: string) =>
  name === mark &&
  text
    .slice(mark.length + 1)
    .trim()
    .toUpperCase() === what;

/** The lines of each VCALENDAR; one that does not end is broken. */
function calendarsIn(lines: Line[]): { calendars: Line[][]; isBroken: boolean } {
  const calendars: Line[][] = [];
  let open: Line[] | null = null;
  let isBroken = false;
  for (const line of lines) {
    if (isMark(line, "BEGIN", "VCALENDAR")) {
      isBroken ||= open !== null;
      open = [];
    } else if (isMark(line, "END", "VCALENDAR") && open) {
      calendars.push(open);
      open = null;
    } else open?.push(line);
  }
  return { calendars, isBroken: isBroken || open !== null };
}

/**
 * Names are not needed, and what clients write around them breaks parsers: quotation marks within
 * quotation marks, and colons outside them.
 */
function withoutName(text: string): string {
  const wellFormed = /;CN=("[^"]*"|[^";:,]*)(?=[;:])/i;
  if (wellFormed.test(text)) return text.replace(wellFormed, "");
  return text.replace(/;CN=.*?(?=;[A-Z-]+=[^;]*(;|:)|:mailto:)/i, "");
}

function keptLine({ name, text }: Line): string[] {
  if (!wanted.has(name) || text.length > bounds.lineLetters) return [];
  if (fit[name] && !fit[name].test(text)) return [];
  if (name === "RECURRENCE-ID") return ["X-ONE-OF-SERIES:TRUE"];
  if (name === "DTSTART") return [`X-STARTS:${text.slice(text.lastIndexOf(":") + 1).trim()}`];
  return [name === "ATTENDEE" ? withoutName(text) : text];
}

/** The VEVENTs of one calendar as small clean calendars of their own; null when one does not end. */
function eventsIn(lines: Line[]): string[][] | null {
  const events: string[][] = [];
  let path: string[] = [];
  for (const line of lines) {
    const name = line.text
      .slice(line.text.indexOf(":") + 1)
      .trim()
      .toUpperCase();
    if (line.name === "BEGIN") {
      path = [...path, name];
      if (path.length > 5) return null;
      if (path.length === 1 && name === "VEVENT") events.push([]);
    } else if (line.name === "END") path = path.slice(0, -1);
    else if (path.length === 1 && path[0] === "VEVENT" && (events.at(-1)?.length ?? 0) < bounds.kept) {
      events.at(-1)?.push(...keptLine(line));
    }
  }
  return path.length === 0 ? events : null;
}

const instantIn = (written: unknown): Temporal.Instant | null => {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)Z$/.exec(String(written ?? "").trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  } catch {
    return null;
  }
};

const oneOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? null;

function objectOf(lines: string[], method: string): CalendarObject | null {
  const text = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n");
  const [event] = (ICAL.parse(text) as unknown as JCal)[2];
  const all = (name: string) => (event?.[1] ?? []).filter(([key]) => key === name);
  const value = (name: string) => all(name)[0]?.[3];
  const uids = new Set(all("uid").map((property) => String(property[3]).trim()));
  const [uid] = uids;
  if (uids.size !== 1 || !uid) return null;
  const attendees = all("attendee").map(([, params, , address]) => ({
    addresses: [String(address), ...[oneOf(params["email"])].filter((email) => email !== null)],
    partstat: oneOf(params["partstat"])?.toUpperCase() ?? null,
  }));
  const notes = [value("comment"), oneOf(all("attendee")[0]?.[1]["x-response-comment"])];
  const sequence = value("sequence");
  return {
    method,
    uid,
    sequence: sequence === undefined ? null : Number(sequence),
    stamp: instantIn(value("dtstamp")),
    replyTime: instantIn(value("x-microsoft-cdo-replytime")),
    isOneOfSeries: all("x-one-of-series").length > 0,
    attendees: [...new Map(attendees.map((one) => [JSON.stringify(one).toLowerCase(), one])).values()],
    comment: notes.map((note) => String(note ?? "").trim()).find((note) => note !== "") ?? null,
    start: value("x-starts") ? String(value("x-starts")) : null,
  };
}

/**
 * Reads a calendar part.
 * @param methodOfPart the method the mail's content type names, for calendars that do not say
 */
export function readCalendar(text: string, methodOfPart: string | null): CalendarReading {
  if (text.length > bounds.letters) return { objects: [], isBroken: true };
  const { calendars, isBroken } = calendarsIn(linesOf(text));
  const reading: CalendarReading = { objects: [], isBroken: isBroken || calendars.length === 0 };
  for (const lines of calendars.slice(0, bounds.objects)) {
    const said = lines.find(({ name }) => name === "METHOD")?.text.slice("METHOD:".length);
    const method = (said ?? methodOfPart ?? "").trim().toUpperCase();
    const events = eventsIn(lines);
    if (!events) reading.isBroken = true;
    for (const event of (events ?? []).slice(0, bounds.objects)) {
      const object = objectOrNull(event, method);
      if (object) reading.objects.push(object);
      else reading.isBroken = true;
    }
  }
  return reading;
}

function objectOrNull(lines: string[], method: string): CalendarObject | null {
  try {
    return objectOf(lines, method);
  } catch {
    return null;
  }
}
