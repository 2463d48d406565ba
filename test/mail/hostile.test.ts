import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCalendar } from "../../server/calendar/reply.ts";
import { rsvps } from "../../server/gatherings/tables.ts";
import { incoming } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering, invite } from "../gatherings/party.ts";
import { openHouse, type TestHouse } from "../house.ts";
import {
  calendarOf,
  handIn,
  headersOf,
  type Invite,
  inviteOf,
  leaf,
  message,
  singlePart,
} from "./letters.ts";

let house: TestHouse;
let cast: Cast;
let sent: Invite;
beforeAll(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  const gathering = await addGathering(house, cast);
  await invite(house, cast, gathering, cast.ola);
  sent = await inviteOf(house, gathering, cast.ola);
});
afterAll(() => house.close());

/** What one message may cost, on a slow machine that does other things too. */
const most = { milliseconds: 3000, megabytes: 120 };

async function costOf(raw: Buffer): Promise<{ word: string; milliseconds: number; megabytes: number }> {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const word = await handIn(house, raw);
  const milliseconds = performance.now() - start;
  return { word, milliseconds, megabytes: (process.memoryUsage().rss - before) / 1024 / 1024 };
}

function nested(depth: number): string {
  let text = "";
  for (let i = 0; i < depth; i++)
    text += `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`;
  return `${text}Content-Type: text/calendar\r\n\r\n${calendarOf(sent)}`;
}
const siblings = (n: number) =>
  `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(n)}--b--\r\n`;
const html = (text: string) => leaf("text/html; charset=utf-8", text);
const filling = (unit: string, bytes = 700_000) => unit.repeat(Math.ceil(bytes / unit.length));
const calendarWith = (...lines: string[]) => leaf("text/calendar; method=REPLY", calendarOf(sent, { lines }));

describe("a message made to hurt is cheap", () => {
  it.each([
    ["10 000 nested parts", () => nested(10_000), "quarantined"],
    ["10 000 parts side by side", () => siblings(10_000), "quarantined"],
    ["a header of half a megabyte", () => `X-Stor: ${filling("a", 500_000)}\r\n\r\nHei`, "quarantined"],
    ["50 000 headers", () => `${filling("X-A: b\r\n", 400_000)}\r\nHei`, "quarantined"],
    [
      "a boundary that begins a hundred thousand times",
      () => `Content-Type: multipart/mixed; boundary=b\r\n\r\n${filling("--b", 700_000)}`,
      "human",
    ],
    ["comments that open and never close", () => html(filling("<!--")), "human"],
    ["tags that open and never close", () => html(filling("<script <")), "human"],
    ["hidden parts within hidden parts", () => html(filling("<style><script>")), "human"],
    ["entities without end", () => html(filling("&#999999;&&&lt")), "human"],
    ["words without an end", () => leaf("text/plain", filling("a")), "human"],
    ["nothing but spaces", () => leaf("text/plain", filling(" \t")), "human"],
    ["quotation marks of mail", () => leaf("text/plain", filling("skrev skrev den ")), "human"],
    ["a calendar of one line", () => leaf("text/calendar", filling("A")), "human"],
    ["a calendar of a hundred thousand lines", () => calendarWith(filling("X-A:b\r\n", 600_000)), "human"],
    ["components within components", () => calendarWith(filling("BEGIN:VALARM\r\n", 200_000)), "human"],
    [
      "attendees without end",
      () => calendarWith(filling("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.no\r\n", 200_000)),
      "human",
    ],
    [
      "a name that makes a parser go back and forth",
      () => calendarWith(...Array.from({ length: 70 }, () => `ATTENDEE;CN=${filling('";A=', 1800)}`)),
      "human",
    ],
    [
      "ten thousand events",
      () =>
        leaf(
          "text/calendar",
          `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${filling("BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n", 250_000)}END:VCALENDAR\r\n`,
        ),
      "human",
    ],
    ["bytes of no kind", () => leaf("text/calendar", Buffer.alloc(500_000, 0)), "human"],
  ])("%s", async (_, entity, word) => {
    const cost = await costOf(message(headersOf(sent, {}), entity()));
    expect(cost.word).toBe(word);
    expect(cost.milliseconds).toBeLessThan(most.milliseconds);
    expect(cost.megabytes).toBeLessThan(most.megabytes);
  });

  it("addresses without end in From", async () => {
    const from = filling('"a" <a@b.no>, ', 50_000);
    const cost = await costOf(singlePart(sent, { headers: [`From: ${from}`] }));
    expect(cost.word).toBe("confirm-identity");
    expect(cost.milliseconds).toBeLessThan(most.milliseconds);
  });

  it("over one megabyte is kept aside, with its beginning only", async () => {
    const raw = message(
      headersOf(sent, {}),
      leaf("text/calendar", calendarOf(sent) + filling(" ", 1_100_000)),
    );
    const cost = await costOf(raw);
    expect(cost.word).toBe("quarantined");
    expect(await handIn(house, raw)).toBe("duplicate");
    const rows = await house.store.read.select().from(incoming);
    const row = rows.find(({ reason }) => reason === "too-large");
    expect(row).toMatchObject({ isWaiting: true, fromAddress: "ola@demo.example" });
    expect(row?.raw?.length).toBeLessThan(100_000);
  });

  it("none of them was an answer", async () => {
    expect(await house.store.read.select().from(rsvps)).toEqual([]);
  });
});

describe("reading a calendar never throws", () => {
  it.each([
    "",
    "BEGIN:VCALENDAR",
    "END:VCALENDAR\r\nBEGIN:VCALENDAR",
    "BEGIN:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR",
    "BEGIN:VCALENDAR\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nEND:VCALENDAR",
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID;X=":x\r\nATTENDEE;";"\r\nEND:VEVENT\r\nEND:VCALENDAR',
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nUID:b\r\nEND:VEVENT\r\nEND:VCALENDAR",
    "\u0000\u0001\ufeff\ufeffBEGIN:VCALENDAR\u2028",
  ])("%j", (text) => {
    expect(readCalendar(text, "REPLY")).toMatchObject({ objects: expect.any(Array) });
  });
});
