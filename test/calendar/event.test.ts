import { execFileSync } from "node:child_process";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, calendarText } from "../../server/calendar/event.ts";
import { root } from "../house.ts";

const plain: CalendarEvent = {
  method: "REQUEST",
  uid: "gabc-xyz@demo.example",
  sequence: 2,
  stamp: Temporal.Instant.from("2026-11-02T09:00:00Z"),
  localDate: "2026-12-08",
  startTime: "13:00",
  endTime: "15:00",
  zone: "Europe/Oslo",
  startsAt: Temporal.Instant.from("2026-12-08T12:00:00Z"),
  endsAt: Temporal.Instant.from("2026-12-08T14:00:00Z"),
  summary: "Når noen ikke kommer",
  description: "Første linje\nAndre linje, med komma; og semikolon",
  location: "Møterom 3",
  url: "http://localhost:3000/samlinger/abc",
  organizer: { name: "Mentornettverk", address: "mentornettverk@demo.example" },
  attendee: { name: "Ola Brekke", address: "ola@demo.example" },
  partstat: "NEEDS-ACTION",
  asksForReply: true,
};
const text = (change: Partial<CalendarEvent> = {}) => calendarText({ ...plain, ...change });
const unfolded = (raw: string) => raw.replace(/\r\n[ \t]/g, "");
const lines = (raw: string) => unfolded(raw).split("\r\n");
const line = (raw: string, start: string) => lines(raw).find((one) => one.startsWith(start));

function parsed(raw: string) {
  const calendar = new ICAL.Component(ICAL.parse(raw));
  return new ICAL.Event(calendar.getFirstSubcomponent("vevent") as ICAL.Component);
}
const startIn = (raw: string) => {
  const calendar = new ICAL.Component(ICAL.parse(raw));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") as ICAL.Component);
  const start = parsed(raw).startDate;
  start.zone = zone;
  return new Date(start.toUnixTime() * 1000).toISOString();
};
const nodeEvent = (raw: string) =>
  Object.values(nodeIcal.sync.parseICS(raw)).find((one) => one?.type === "VEVENT") as VEvent;

/** Names and texts that tried to become something else. */
const hostile = [
  'Ola "Sjefen" Brekke',
  "Ola\r\nATTENDEE:mailto:ond@ond.example",
  "Ola\nEND:VEVENT",
  "Ola;CN=Ond:mailto:x",
  "Ola\\",
  "Ola\u0000\u0007\u202eekkerB",
  "Ola\u2028X-OND:1\u0085X-OND:2",
  "\ud800halv",
];

describe("the bytes of an event", () => {
  it("end every line with CRLF, the last one too, and fold at 75 octets", () => {
    const raw = text({
      description: "æøå 👩‍🌾 ".repeat(200),
      attendee: { name: "Å".repeat(150), address: "ola@demo.example" },
    });
    expect(raw.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const one of raw.split("\r\n")) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
    expect(Buffer.from(raw).toString("utf8")).not.toContain("\ufffd");
    expect(parsed(raw).description).toBe("æøå 👩‍🌾 ".repeat(200).trim());
  });

  it("say who, what and which version in an order calendars accept", () => {
    const names = lines(text()).map((one) => one.split(/[:;]/)[0]);
    expect(lines(text()).slice(0, 5)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Mentornettverk//Samlinger//NO",
      "CALSCALE:GREGORIAN",
      "METHOD:REQUEST",
    ]);
    expect(names.indexOf("BEGIN", 1)).toBe(5);
    expect(lines(text()).filter((one) => one === "BEGIN:VEVENT")).toHaveLength(1);
    expect(lines(text()).at(-3)).toBe("END:VEVENT");
    expect(names).not.toContain("X-WR-TIMEZONE");
    expect(text()).not.toContain("VALARM");
    expect(line(text(), "X-MICROSOFT-DISALLOW-COUNTER")).toBe("X-MICROSOFT-DISALLOW-COUNTER:TRUE");
    expect(line(text(), "SEQUENCE")).toBe("SEQUENCE:2");
    expect(line(text(), "UID")).toBe("UID:gabc-xyz@demo.example");
    expect(line(text(), "URL")).toBe("URL;VALUE=URI:http://localhost:3000/samlinger/abc");
    expect(line(text(), "ORGANIZER")).toBe(
      'ORGANIZER;CN="Mentornettverk":mailto:mentornettverk@demo.example',
    );
  });

  it("stamp in UTC and time in Oslo, whatever the month", () => {
    expect(line(text(), "DTSTAMP")).toBe("DTSTAMP:20261102T090000Z");
    expect(line(text(), "DTSTART;")).toBe("DTSTART;TZID=Europe/Oslo:20261208T130000");
    expect(line(text({ localDate: "2026-07-07" }), "DTEND")).toBe("DTEND;TZID=Europe/Oslo:20260707T150000");
  });

  it("ask for a reply only when one is wanted", () => {
    const attendee = (change: Partial<CalendarEvent>) => line(text(change), "ATTENDEE") ?? "";
    expect(attendee({})).toContain("PARTSTAT=NEEDS-ACTION;RSVP=TRUE");
    expect(attendee({ partstat: "ACCEPTED", asksForReply: false })).toContain("PARTSTAT=ACCEPTED;RSVP=FALSE");
    expect(attendee({})).toMatch(/CN="Ola Brekke":MAILTO:ola@demo\.example$/);
  });

  it("take the event away by CANCEL", () => {
    const raw = text({ method: "CANCEL" });
    expect(line(raw, "METHOD")).toBe("METHOD:CANCEL");
    expect(line(raw, "STATUS")).toBe("STATUS:CANCELLED");
    expect(line(text(), "STATUS")).toBe("STATUS:CONFIRMED");
  });

  it.each(hostile)("let nobody write a line of their own: %j", (words) => {
    const raw = text({
      summary: words,
      description: words,
      location: words,
      attendee: { name: words, address: "ola@demo.example" },
      organizer: { name: words, address: plain.organizer.address },
    });
    expect(lines(raw).map((one) => one.split(/[:;]/)[0])).toEqual(
      lines(text()).map((one) => one.split(/[:;]/)[0]),
    );
    for (const name of ["ATTENDEE", "ORGANIZER"]) {
      expect(line(raw, name)?.match(/"/g)).toHaveLength(2);
      expect(line(raw, name)).not.toContain("\\");
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(unfolded(raw).replaceAll("\r\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(parsed(raw).attendees).toHaveLength(1);
  });

  it("keep an address from ending early", () => {
    const raw = text({
      attendee: { name: "Ola", address: "ola@demo.example\r\nATTENDEE:mailto:x@x.example" },
    });
    expect(lines(raw).filter((one) => one.startsWith("ATTENDEE"))).toHaveLength(1);
  });
});

describe("what calendars read", () => {
  it.each([
    ["2026-01-13", "2026-01-13T12:00:00.000Z"],
    ["2026-07-14", "2026-07-14T11:00:00.000Z"],
    ["2026-03-29", "2026-03-29T11:00:00.000Z"],
    ["2026-10-25", "2026-10-25T12:00:00.000Z"],
    ["2031-06-10", "2031-06-10T11:00:00.000Z"],
  ])("13.00 in Oslo on %s is %s, by our own zone rules", (localDate, utc) => {
    const raw = text({ localDate });
    expect(startIn(raw)).toBe(utc);
    expect(nodeEvent(raw).start.toISOString()).toBe(utc);
  });

  it("the words as they were written", () => {
    const event = parsed(text());
    expect(event.summary).toBe(plain.summary);
    expect(event.description).toBe(plain.description);
    expect(event.location).toBe(plain.location);
    expect(nodeEvent(text()).summary).toBe(plain.summary);
  });

  it("a zone without rules of ours as UTC", () => {
    const raw = text({ zone: "Europe/Helsinki" });
    expect(line(raw, "DTSTART:")).toBe("DTSTART:20261208T120000Z");
    expect(raw).not.toContain("VTIMEZONE");
  });
});

const elsewhere = `
import { Temporal } from "temporal-polyfill";
import { calendarText } from "./server/calendar/event.ts";
const { stamp, startsAt, endsAt, ...rest } = JSON.parse(process.argv[1]);
const at = (s) => Temporal.Instant.from(s);
process.stdout.write(calendarText({ ...rest, stamp: at(stamp), startsAt: at(startsAt), endsAt: at(endsAt) }));
`;

describe("the machine's own time zone", () => {
  it.each(["UTC", "Asia/Tokyo", "America/Los_Angeles", "Europe/Oslo"])("%s changes nothing", (zone) => {
    const raw = execFileSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", elsewhere, JSON.stringify(plain)],
      { cwd: root, env: { ...process.env, TZ: zone }, encoding: "utf8" },
    );
    expect(raw).toBe(text());
  });
});
