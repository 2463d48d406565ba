import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerWords, rsvps } from "../../server/gatherings/tables.ts";
import { incoming } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering, invitationOf, invite } from "../gatherings/party.ts";
import { openHouse, type TestHouse } from "../house.ts";
import {
  apple,
  calendarOf,
  clearGatherings,
  exchange,
  gmail,
  handIn,
  headersOf,
  type Invite,
  inviteOf,
  leaf,
  message,
  multipart,
  newMessageId,
  singlePart,
} from "./letters.ts";

let house: TestHouse;
let cast: Cast;
let gathering: string;
let sent: Invite;
beforeAll(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterAll(() => house.close());
beforeEach(async () => {
  await clearGatherings(house);
  gathering = await addGathering(house, cast);
  await invite(house, cast, gathering, cast.ola, cast.siri);
  sent = await inviteOf(house, gathering, cast.ola);
});

/** Ola's answer as it counts: `yes room 0 mail`. */
async function olas(): Promise<string> {
  const { id } = await invitationOf(house, gathering, cast.ola);
  const [row] = await house.store.read.select().from(rsvps).where(eq(rsvps.invitationId, id));
  return row ? `${row.answer} ${row.mode} ${row.sequence} ${row.channel}` : "silent";
}

describe("an answer from each kind of mail program counts", () => {
  it.each([
    ["Gmail", gmail],
    ["Exchange: no ORGANIZER, Windows zone name, folded UID", exchange],
    ["Apple: nested parts, no method parameter", apple],
    ["a single part", singlePart],
  ] as const)("%s", async (_, build) => {
    expect(await handIn(house, build(sent))).toBe("applied");
    expect(await olas()).toBe("yes room 0 mail");
    expect(
      await handIn(house, build(sent, { partstat: "TENTATIVE", at: "2026-11-02T11:00:00Z" }), {
        at: "2026-11-02T11:00:05Z",
      }),
    ).toBe("applied");
    expect(await olas()).toBe("maybe room 0 mail");
    expect(
      await handIn(house, build(sent, { partstat: "DECLINED", at: "2026-11-02T12:00:00Z" }), {
        at: "2026-11-02T12:00:05Z",
      }),
    ).toBe("applied");
    expect(await olas()).toBe("no room 0 mail");
  });

  it("an .ics file that calls itself a stream of octets", async () => {
    const file = leaf('application/octet-stream; name="invite.ics"', calendarOf(sent), [
      'Content-Disposition: attachment; filename="invite.ics"',
    ]);
    const entity = multipart("mixed", "b1", [leaf("text/plain", "Svar"), file]);
    expect(await handIn(house, message(headersOf(sent, {}), entity))).toBe("applied");
    expect(await olas()).toBe("yes room 0 mail");
  });

  it("the answer twice in one mail is one answer", async () => {
    const part = leaf("text/calendar; method=REPLY", calendarOf(sent));
    expect(await handIn(house, message(headersOf(sent, {}), multipart("mixed", "b1", [part, part])))).toBe(
      "applied",
    );
    expect(await house.store.read.select().from(rsvps)).toHaveLength(1);
  });

  it("two calendars in one part: each counts", async () => {
    const other = await addGathering(house, cast, { localDate: "2026-12-15" });
    await invite(house, cast, other, cast.ola);
    const otherSent = await inviteOf(house, other, cast.ola);
    const both = calendarOf(sent) + calendarOf(otherSent, { partstat: "DECLINED" });
    expect(await handIn(house, singlePart(sent, {}, both))).toBe("applied");
    expect((await house.store.read.select().from(rsvps)).map(({ answer }) => answer).sort()).toEqual([
      "no",
      "yes",
    ]);
  });
});

describe("an answer is read however it is written", () => {
  const swap = (from: RegExp | string, to: string) => (lines: string[]) =>
    lines.map((line) => line.replace(from, to));

  it.each([
    [
      "a byte order mark and bare line feeds",
      () => Buffer.from(`\ufeff${calendarOf(sent).replaceAll("\r\n", "\n")}`),
    ],
    ["MAILTO: in capitals", () => calendarOf(sent, {}, swap("mailto:ola", "MAILTO:ola"))],
    ["%40 for @", () => calendarOf(sent, {}, swap(/mailto:ola@/, "mailto:ola%40"))],
    ["PARTSTAT in lower case", () => calendarOf(sent, { partstat: "accepted" })],
    ["the UID in upper case", () => calendarOf(sent, { uid: sent.uid.toUpperCase() })],
    ["a line of garbage", () => calendarOf(sent, { lines: ["dette er ikke en linje", ";;;=", "HEI"] })],
    [
      "a name with a quotation mark within",
      () => calendarOf(sent, {}, swap("CN=Ola Brekke", 'CN="Ola "Bola" Brekke"')),
    ],
    [
      "a name whose quotation does not end",
      () => calendarOf(sent, {}, swap("CN=Ola Brekke", 'CN="Ola Brekke')),
    ],
    [
      "a name with a colon outside quotation marks",
      () => calendarOf(sent, {}, swap("CN=Ola Brekke", "CN=Brekke: Ola")),
    ],
    [
      "a name that looks like an answer",
      () => calendarOf(sent, {}, swap("CN=Ola Brekke", 'CN="x;PARTSTAT=DECLINED"')),
    ],
    [
      "the address in EMAIL=",
      () => calendarOf(sent, {}, swap(/;X-NUM-GUESTS=0:mailto:.*/, `;EMAIL=${sent.address}:urn:uuid:1b2c`)),
    ],
    [
      "folded in the middle of everything",
      () => calendarOf(sent).replace(/([^\r\n]{7})(?=[^\r\n])/g, "$1\r\n "),
    ],
    [
      "an alarm with an attendee of its own",
      () =>
        calendarOf(sent, {
          lines: ["BEGIN:VALARM", "ATTENDEE;PARTSTAT=DECLINED:mailto:x@y.no", "END:VALARM"],
        }),
    ],
  ])("%s", async (_, calendar) => {
    expect(await handIn(house, singlePart(sent, {}, calendar()))).toBe("applied");
    expect(await olas()).toBe("yes room 0 mail");
  });

  it("in latin-1, words and all", async () => {
    const calendar = Buffer.from(calendarOf(sent, { comment: "Blåbær på vei" }), "latin1");
    const raw = singlePart(sent, {}, calendar, "text/calendar; charset=iso-8859-1; method=REPLY");
    expect(await handIn(house, raw)).toBe("applied");
    const [words] = await house.store.read.select().from(answerWords);
    expect(words?.words).toBe("Blåbær på vei");
  });

  it.each(["utf-16", "utf-16le", "utf-16be"])("in %s", async (charset) => {
    const little = Buffer.from(`\ufeff${calendarOf(sent)}`, "utf16le");
    const content = charset === "utf-16be" ? Buffer.from(little).swap16() : little;
    expect(await handIn(house, singlePart(sent, {}, content, `text/calendar; charset=${charset}`))).toBe(
      "applied",
    );
  });

  it("in 8 bits, without any encoding, in a character set nobody knows", async () => {
    const entity = `Content-Type: text/calendar; charset=x-rart\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${calendarOf(sent)}`;
    expect(await handIn(house, message(headersOf(sent, {}), entity))).toBe("applied");
  });
});

describe("what came before", () => {
  it("the same Message-ID again does nothing", async () => {
    const messageId = newMessageId();
    expect(await handIn(house, gmail(sent, { messageId }))).toBe("applied");
    const other = gmail(sent, { messageId, partstat: "DECLINED", at: "2026-11-02T11:00:00Z" });
    expect(await handIn(house, other, { at: "2026-11-02T11:00:10Z" })).toBe("duplicate");
    expect(await olas()).toBe("yes room 0 mail");
    expect(await house.store.read.select().from(incoming)).toHaveLength(1);
  });

  it("the same message without a Message-ID does nothing the second time", async () => {
    const raw = Buffer.from(
      gmail(sent)
        .toString("latin1")
        .replace(/^Message-ID: .*\r\n/m, ""),
      "latin1",
    );
    expect([await handIn(house, raw), await handIn(house, raw)]).toEqual(["applied", "duplicate"]);
  });

  it("the same answer under a new Message-ID does nothing", async () => {
    expect(await handIn(house, gmail(sent))).toBe("applied");
    const before = await house.store.read.select().from(rsvps);
    expect(await handIn(house, gmail(sent), { at: "2026-11-02T15:00:00Z" })).toBe("duplicate");
    expect(await house.store.read.select().from(rsvps)).toEqual(before);
  });

  it("what is stored of a message can be read again byte for byte", async () => {
    const raw = gmail(sent);
    await handIn(house, raw);
    const [row] = await house.store.read.select().from(incoming);
    expect(Buffer.from(row?.raw ?? "", "base64").equals(raw)).toBe(true);
  });
});
