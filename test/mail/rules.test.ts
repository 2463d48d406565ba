import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withdrawInvitation } from "../../server/gatherings/invitation.ts";
import { answerWords, gatherings, heldAnswers, rsvps } from "../../server/gatherings/tables.ts";
import { purgeIncoming } from "../../server/mail/receive.ts";
import { incoming, outbox } from "../../server/mail/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import {
  addGathering,
  answer,
  change,
  invitationOf,
  invite,
  mailsTo,
  placeOf,
  sendAll,
} from "../gatherings/party.ts";
import { openHouse, type TestHouse } from "../house.ts";
import {
  bounce,
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
  plainWords,
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

async function olas(): Promise<string> {
  const { id } = await invitationOf(house, gathering, cast.ola);
  const [row] = await house.store.read.select().from(rsvps).where(eq(rsvps.invitationId, id));
  return row ? `${row.answer} ${row.sequence} ${row.channel} ${row.saidAt}` : "silent";
}
async function lastReason(): Promise<string | null> {
  const rows = await house.store.read.select().from(incoming);
  return (
    rows.sort((a, b) => Number(a.receivedAt.epochMilliseconds - b.receivedAt.epochMilliseconds)).at(-1)
      ?.reason ?? null
  );
}
const mailsOf = (kind: string) => house.store.read.select().from(outbox).where(eq(outbox.kind, kind));
/** Moved an hour later, at 11.00 UTC on 2 November. */
async function move(): Promise<Invite> {
  house.setNow("2026-11-02T11:00:00Z");
  await change(house, gathering, "material", {
    startTime: "14:00",
    endTime: "16:00",
    startsAt: Temporal.Instant.from("2026-12-08T13:00:00Z"),
  });
  return inviteOf(house, gathering, cast.ola);
}
/** As if Ola's address were another one. */
async function reachOlaAt(email: string): Promise<void> {
  await house.store.write(async (tx) => {
    await tx.update(persons).set({ email, emailKey: email }).where(eq(persons.id, cast.ola));
  });
}

describe("order", () => {
  it("a later answer counts however the two arrive", async () => {
    const no = exchange(sent, { partstat: "DECLINED", at: "2026-11-02T10:05:00Z" });
    expect(await handIn(house, no, { at: "2026-11-02T10:10:00Z" })).toBe("applied");
    expect(await handIn(house, exchange(sent), { at: "2026-11-02T10:11:00Z" })).toBe("superseded");
    expect(await olas()).toBe("no 0 mail 2026-11-02T10:05:00Z");
  });

  it("a changed mind counts", async () => {
    await handIn(house, gmail(sent));
    const no = gmail(sent, { partstat: "DECLINED", at: "2026-11-03T10:00:00Z" });
    expect(await handIn(house, no, { at: "2026-11-03T10:00:09Z" })).toBe("applied");
    expect(await olas()).toBe("no 0 mail 2026-11-03T10:00:00Z");
  });

  it("an answer on the page given later counts, and one given before does not", async () => {
    await answer(house, gathering, cast.ola, { answer: "no" }, Temporal.Instant.from("2026-11-02T10:00:10Z"));
    expect(await handIn(house, gmail(sent))).toBe("superseded");
    expect(
      await handIn(house, gmail(sent, { at: "2026-11-02T10:20:00Z" }), { at: "2026-11-02T10:20:01Z" }),
    ).toBe("applied");
  });

  it("a clock a little fast does not beat what is said on the page a moment later", async () => {
    const fast = gmail(sent, { at: "2026-11-02T10:04:00Z" });
    expect(await handIn(house, fast, { at: "2026-11-02T10:00:00Z" })).toBe("applied");
    const now = Temporal.Instant.from("2026-11-02T10:01:00Z");
    expect(await answer(house, gathering, cast.ola, { answer: "no" }, now)).toMatchObject({ ok: true });
    expect(await olas()).toBe("no 0 web 2026-11-02T10:01:00Z");
  });

  it("who said they come digitally still do after Accept in the calendar", async () => {
    await answer(
      house,
      gathering,
      cast.ola,
      { mode: "digital" },
      Temporal.Instant.from("2026-11-02T09:30:00Z"),
    );
    expect(await handIn(house, gmail(sent))).toBe("applied");
    expect(await placeOf(house, gathering, cast.ola)).toBe("none");
  });

  it("an equal answer later changes nothing and mails nobody", async () => {
    await handIn(house, gmail(sent));
    const before = (await house.store.read.select().from(outbox)).length;
    expect(
      await handIn(house, gmail(sent, { at: "2026-11-02T12:00:00Z" }), { at: "2026-11-02T12:00:01Z" }),
    ).toBe("applied");
    expect(await house.store.read.select().from(outbox)).toHaveLength(before);
  });

  it("no by mail gives the place to the first in line", async () => {
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ capacity: 1 }).where(eq(gatherings.id, gathering));
    });
    await handIn(house, gmail(sent));
    const siris = await inviteOf(house, gathering, cast.siri);
    expect(await handIn(house, gmail(siris), { at: "2026-11-02T10:01:00Z" })).toBe("applied");
    expect(await placeOf(house, gathering, cast.siri)).toBe("waiting");
    const no = gmail(sent, { partstat: "DECLINED", at: "2026-11-02T10:30:00Z" });
    await handIn(house, no, { at: "2026-11-02T10:30:05Z" });
    expect(await placeOf(house, gathering, cast.siri)).toBe("seat");
    expect((await mailsTo(house, cast.siri)).map(({ kind }) => kind)).toContain("seat");
  });
});

describe("which version was answered", () => {
  it("yes to the old time after a move changes nothing and brings the current one, once a day", async () => {
    await move();
    expect(await handIn(house, gmail(sent, { sequence: 0 }), { at: "2026-11-02T11:10:00Z" })).toBe("stale");
    expect(await olas()).toBe("silent");
    const maybe = gmail(sent, { sequence: 0, partstat: "TENTATIVE", at: "2026-11-02T12:00:00Z" });
    expect(await handIn(house, maybe, { at: "2026-11-02T12:00:10Z" })).toBe("stale");
    const again = await mailsOf("again");
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ personId: cast.ola, calendarMethod: "REQUEST" });
    expect(again[0]?.calendarBody).toContain("SEQUENCE:1");
    const next = gmail(sent, { sequence: 0, at: "2026-11-03T13:00:00Z" });
    expect(await handIn(house, next, { at: "2026-11-03T13:00:10Z" })).toBe("stale");
    expect(await mailsOf("again")).toHaveLength(2);
  });

  it("no to the old time brings nothing", async () => {
    await move();
    const no = gmail(sent, { sequence: 0, partstat: "DECLINED" });
    expect(await handIn(house, no, { at: "2026-11-02T11:10:00Z" })).toBe("stale");
    expect(await mailsOf("again")).toEqual([]);
  });

  it("the old version keeps what was answered to the new one", async () => {
    const moved = await move();
    await handIn(house, gmail(moved, { at: "2026-11-02T11:30:00Z" }), { at: "2026-11-02T11:30:01Z" });
    const late = gmail(sent, { sequence: 0, partstat: "TENTATIVE", at: "2026-11-02T11:40:00Z" });
    expect(await handIn(house, late, { at: "2026-11-02T11:41:00Z" })).toBe("stale");
    expect(await olas()).toBe("yes 1 mail 2026-11-02T11:30:00Z");
    expect(await mailsOf("again")).toEqual([]);
  });

  it("the same version after a change of text counts", async () => {
    house.setNow("2026-11-02T11:00:00Z");
    await change(house, gathering, "text", { title: "Nytt navn" });
    expect(await handIn(house, gmail(sent, { sequence: 0 }), { at: "2026-11-02T11:10:00Z" })).toBe("applied");
  });

  it("none: the current one when said after the move, the one before otherwise", async () => {
    await move();
    const before = gmail(sent, { sequence: null });
    expect(await handIn(house, before, { at: "2026-11-02T11:10:00Z" })).toBe("stale");
    const after = gmail(sent, { sequence: null, at: "2026-11-02T11:20:00Z" });
    expect(await handIn(house, after, { at: "2026-11-02T11:20:10Z" })).toBe("applied");
    expect(await olas()).toBe("yes 1 mail 2026-11-02T11:20:00Z");
  });

  it("one we have not come to is ours", async () => {
    expect(await handIn(house, gmail(sent, { sequence: 7 }))).toBe("applied");
    expect(await olas()).toBe("yes 0 mail 2026-11-02T10:00:00Z");
  });
});

describe("when it was said", () => {
  const date = "2026-11-02T09:45:00Z";

  it("Exchange tells it in a field of its own", async () => {
    await handIn(house, exchange(sent, { stamp: "20261102T090501Z" }));
    expect(await olas()).toBe("yes 0 mail 2026-11-02T10:00:00Z");
  });

  it.each([
    ["no DTSTAMP", () => ({ stamp: null })],
    ["our own DTSTAMP sent back", () => ({ stamp: sent.stamp })],
    ["a DTSTAMP from before the invitation", () => ({ stamp: "20200101T000000Z" })],
    ["a DTSTAMP hours ahead", () => ({ stamp: "20261102T180000Z" })],
    ["a DTSTAMP that is no time", () => ({ stamp: "i går" })],
  ])("%s: the Date header", async (_, wish) => {
    expect(await handIn(house, gmail(sent, { date, ...wish() }))).toBe("applied");
    expect(await olas()).toBe("yes 0 mail 2026-11-02T09:45:00Z");
  });

  it("a clock hours ahead in both: when we received it", async () => {
    const ahead = gmail(sent, { at: "2026-11-02T18:00:00Z" });
    expect(await handIn(house, ahead, { at: "2026-11-02T10:00:00Z" })).toBe("applied");
    expect(await olas()).toBe("yes 0 mail 2026-11-02T10:00:00Z");
  });

  it("said before the start and long under way counts; nobody is mailed then", async () => {
    expect(await handIn(house, gmail(sent), { at: "2026-12-08T12:30:00Z" })).toBe("applied");
    expect(await olas()).toBe("yes 0 mail 2026-11-02T10:00:00Z");
  });

  it("at or after the start is late and only recorded", async () => {
    const late = gmail(sent, { at: "2026-12-08T12:00:00Z" });
    expect(await handIn(house, late, { at: "2026-12-08T12:01:00Z" })).toBe("late");
    expect(await olas()).toBe("silent");
    expect(await house.store.read.select().from(incoming)).toMatchObject([
      { outcome: "late", reason: "yes", personId: cast.ola },
    ]);
  });

  it("to one that is cancelled changes nothing", async () => {
    await change(house, gathering, "cancelled");
    expect(await handIn(house, gmail(sent))).toBe("ignored");
    expect(await olas()).toBe("silent");
  });
});

describe("who said it", () => {
  it.each([
    ["an alias as sender, same domain", { from: "ola.brekke@demo.example" }],
    ["an alias as attendee", { attendee: "ola.brekke@annet.example" }],
    ["a tag behind a plus", { from: "ola+kalender@demo.example", attendee: "ola+kalender@demo.example" }],
    ["a sender at a subdomain", { from: "ola@post.demo.example" }],
  ])("%s counts", async (_, wish) => {
    expect(await handIn(house, gmail(sent, wish))).toBe("applied");
  });

  it("SENT-BY of the same house counts", async () => {
    const swap = (lines: string[]) =>
      lines.map((line) => line.replace(";X-NUM-GUESTS=0", ';SENT-BY="mailto:lise@demo.example"'));
    const raw = singlePart(sent, { from: "lise@demo.example" }, calendarOf(sent, {}, swap));
    expect(await handIn(house, raw)).toBe("applied");
  });

  it.each([
    [
      "forwarded and accepted by a colleague",
      { from: "lise@demo.example", attendee: "lise@demo.example" },
      "address",
    ],
    ["sent from another domain", { from: "ola@annet.example" }, "domain"],
    ["sent from a domain that only ends alike", { from: "ola@ikkedemo.example" }, "domain"],
    ["two senders", { headers: ["From: Ola <ola@demo.example>"] }, "domain"],
  ])("%s: the person is asked, once", async (_, wish, reason) => {
    expect(await handIn(house, gmail(sent, wish))).toBe("confirm-identity");
    const later = gmail(sent, { ...wish, partstat: "DECLINED", at: "2026-11-02T10:20:00Z" });
    expect(await handIn(house, later, { at: "2026-11-02T10:20:01Z" })).toBe("confirm-identity");
    expect(await olas()).toBe("silent");
    expect(await house.store.read.select().from(heldAnswers)).toMatchObject([
      { reason, answer: "no", personId: cast.ola },
    ]);
    expect(await mailsOf("was-it-you")).toMatchObject([
      { personId: cast.ola, toAddress: "ola@demo.example" },
    ]);
  });

  it("at a domain where anyone can have an address, the same domain says nothing", async () => {
    await reachOlaAt("ola.brekke@gmail.com");
    const wish = { attendee: "olabrekke@gmail.com" };
    expect(await handIn(house, gmail(sent, { ...wish, from: "noen.andre@gmail.com" }))).toBe(
      "confirm-identity",
    );
    expect(await handIn(house, gmail(sent, { ...wish, from: "olabrekke+x@googlemail.com" }))).toBe("applied");
    await reachOlaAt("ola@demo.example");
  });

  it("DMARC fail is held; pass and none are not", async () => {
    expect(await handIn(house, gmail(sent), { dmarc: "fail" })).toBe("confirm-identity");
    expect(await handIn(house, gmail(sent, { at: "2026-11-02T10:00:10Z" }), { dmarc: "none" })).toBe(
      "applied",
    );
  });

  it("DMARC fail with Google's signature and calendar sender counts", async () => {
    const found =
      "Authentication-Results: mx.vert.example; dkim=pass header.i=@google.com header.s=20230601; spf=pass; dmarc=fail (p=NONE) header.from=demo.example";
    expect(await handIn(house, gmail(sent, { headers: [found] }))).toBe("applied");
    const without = exchange(sent, { headers: [found], at: "2026-11-02T10:00:10Z" });
    expect(await handIn(house, without)).toBe("confirm-identity");
    const other = found.replace("@google.com", "@google.com.ond.example");
    expect(await handIn(house, gmail(sent, { headers: [other], at: "2026-11-02T10:00:20Z" }))).toBe(
      "confirm-identity",
    );
  });

  it("what the sender writes about their own proof is not believed", async () => {
    const ours = "Authentication-Results: mx.vert.example; dmarc=fail";
    const forged = "Authentication-Results: mx.ond.example; dkim=pass header.d=google.com; dmarc=pass";
    const raw = gmail(sent, { headers: [ours, forged] });
    expect(await handIn(house, raw)).toBe("confirm-identity");
    const onTop = gmail(sent, { headers: [forged, ours], at: "2026-11-02T10:00:10Z" });
    expect(await handIn(house, onTop, { serverId: "mx.vert.example" })).toBe("confirm-identity");
  });

  it.each([
    ["a made-up token", () => sent.uid.replace(/-[a-z2-7]{26}/, `-${"a".repeat(26)}`)],
    ["no UID of ours", () => "040000008200E00074C5B7101A82E008"],
  ])("%s is ignored", async (_, uid) => {
    expect(await handIn(house, gmail(sent, { uid: uid() }))).toBe("ignored");
    expect(await olas()).toBe("silent");
  });

  it("a token with another gathering's id is ignored", async () => {
    const other = await addGathering(house, cast, { localDate: "2027-01-12" });
    await invite(house, cast, other, cast.ola);
    const uid = sent.uid.replace(gathering, other);
    expect(await handIn(house, gmail(sent, { uid }))).toBe("ignored");
  });

  it("an invitation taken back is no invitation", async () => {
    const { id } = await invitationOf(house, gathering, cast.ola);
    await house.store.write((tx) => withdrawInvitation(tx, house.mailer, id, house.now()));
    expect(await handIn(house, gmail(sent))).toBe("ignored");
  });
});

describe("what is no plain answer", () => {
  it.each([
    ["COUNTER", { method: "COUNTER" }, "counter"],
    ["DELEGATED", { partstat: "DELEGATED" }, "delegated"],
    ["RECURRENCE-ID", { lines: ["RECURRENCE-ID:20261208T120000Z"] }, "series"],
    ["no PARTSTAT", { partstat: null }, "no-answer"],
    ["several ATTENDEEs", { lines: ["ATTENDEE;PARTSTAT=DECLINED:mailto:lise@demo.example"] }, "attendees"],
    [
      "two answers of one person",
      { lines: ["ATTENDEE;PARTSTAT=DECLINED:mailto:ola@demo.example"] },
      "attendees",
    ],
  ])("%s is for a human", async (_, wish, reason) => {
    expect(await handIn(house, gmail(sent, wish))).toBe("human");
    expect(await olas()).toBe("silent");
    expect(await house.store.read.select().from(incoming)).toMatchObject([
      { reason, isWaiting: true, personId: cast.ola, gatheringId: gathering, networkId: cast.network },
    ]);
  });

  it("COUNTER tells the adviser the time it proposes, as the clock shows in Oslo", async () => {
    const lines = (all: string[]) =>
      all.map((line) => line.replace(/^DTSTART:.*/, "DTSTART:20261209T090000Z"));
    await handIn(house, singlePart(sent, {}, calendarOf(sent, { method: "COUNTER" }, lines)));
    const [row] = await house.store.read.select().from(incoming);
    expect(row?.words).toContain("2026-12-09 kl. 10.00");
  });

  it("no ATTENDEE is for a human", async () => {
    const without = calendarOf(sent, {}, (lines) => lines.filter((line) => !line.startsWith("ATTENDEE")));
    expect(await handIn(house, singlePart(sent, {}, without))).toBe("human");
  });

  it("a calendar cut in the middle is for a human", async () => {
    const calendar = calendarOf(sent);
    expect(await handIn(house, exchangeLike(calendar.slice(0, calendar.indexOf("STATUS"))))).toBe("human");
    expect(await lastReason()).toBe("unreadable");
    expect(await olas()).toBe("silent");
  });

  const exchangeLike = (calendar: string) =>
    message(
      [...headersOf(sent, {}), `In-Reply-To: ${sent.messageId}`],
      leaf("text/calendar; method=REPLY", calendar),
    );

  it("NEEDS-ACTION says nothing, unless it takes an answer back", async () => {
    expect(await handIn(house, gmail(sent, { partstat: "NEEDS-ACTION" }))).toBe("ignored");
    await handIn(house, gmail(sent));
    const back = gmail(sent, { partstat: "NEEDS-ACTION", at: "2026-11-02T11:00:00Z" });
    expect(await handIn(house, back, { at: "2026-11-02T11:00:01Z" })).toBe("human");
    expect(await olas()).toBe("yes 0 mail 2026-11-02T10:00:00Z");
  });

  it("REFRESH brings the invitation to the person's own address, once a day", async () => {
    const refresh = (at: string) =>
      handIn(house, singlePart(sent, { method: "REFRESH", from: "hvem@annet.example" }), { at });
    expect(await refresh("2026-11-02T10:00:00Z")).toBe("resent");
    expect(await refresh("2026-11-03T09:59:00Z")).toBe("ignored");
    expect(await refresh("2026-11-03T10:00:01Z")).toBe("resent");
    expect(await mailsOf("again")).toMatchObject([{ toAddress: sent.address }, { toAddress: sent.address }]);
  });

  it("our own REQUEST sent back is ignored", async () => {
    expect(await handIn(house, singlePart(sent, {}, sent.calendar, "text/calendar; method=REQUEST"))).toBe(
      "ignored",
    );
    expect(await olas()).toBe("silent");
  });

  it.each(["", "Content-Disposition: inline\r\n", "Content-Disposition: attachment\r\n"])(
    "an answer within a forwarded message is not one (%j)",
    async (how) => {
      const inner = gmail(sent).toString("latin1");
      const entity = multipart("mixed", "ytre", [
        leaf("text/plain; charset=utf-8", "Se her hva Ola svarte"),
        `Content-Type: message/rfc822\r\n${how}\r\n${inner}`,
      ]);
      expect(await handIn(house, message(headersOf(sent, {}), entity))).toBe("human");
      expect(await olas()).toBe("silent");
    },
  );

  it("TNEF is for a human", async () => {
    const entity = multipart("mixed", "t", [
      leaf("text/plain", ""),
      leaf('application/ms-tnef; name="winmail.dat"', Buffer.from([0x78, 0x9f, 0x3e, 0x22])),
    ]);
    expect(await handIn(house, message(headersOf(sent, {}), entity))).toBe("human");
    expect(await lastReason()).toBe("tnef");
  });

  it("words are for a human, matched by the mail they answer, quotation left out", async () => {
    const quoted = `Jeg kommer, men litt sent!\r\n\r\nDen man. 2. nov. 2026 kl. 10:00 skrev Mentornettverk <x@y.no>:\r\n> Du er invitert\r\n> http://localhost:3000/svar/hemmelig.bevis?svar=ja`;
    expect(await handIn(house, plainWords(sent, quoted, { from: "ola@privat.example" }))).toBe("human");
    expect(await house.store.read.select().from(incoming)).toMatchObject([
      { reason: "words", words: "Jeg kommer, men litt sent!", personId: cast.ola, gatheringId: gathering },
    ]);
  });

  it("words from a known address that answer nothing go to their network", async () => {
    const raw = message(headersOf(sent, {}, "Hei"), leaf("text/plain", "Når er neste?"));
    expect(await handIn(house, raw)).toBe("human");
    expect(await house.store.read.select().from(incoming)).toMatchObject([
      { personId: cast.ola, networkId: cast.network, gatheringId: null },
    ]);
  });

  it.each([
    ["Auto-Submitted", ["Auto-Submitted: auto-replied"], "Hei"],
    ["Precedence", ["Precedence: bulk"], "Hei"],
    ["a null sender", ["Return-Path: <>"], "Hei"],
    ["the subject alone", [], "Automatisk svar: Samling"],
  ])("out of office, told by %s, is ignored", async (_, headers, subject) => {
    const raw = message(
      [...headers, ...headersOf(sent, {}, subject), `In-Reply-To: ${sent.messageId}`],
      leaf("text/plain", "Jeg er på ferie til 9. november."),
    );
    const before = (await house.store.read.select().from(outbox)).length;
    expect(await handIn(house, raw)).toBe("ignored");
    expect(await house.store.read.select().from(outbox)).toHaveLength(before);
  });

  it("a machine that answers the old time gets nothing back", async () => {
    await move();
    const raw = gmail(sent, { sequence: 0, headers: ["Auto-Submitted: auto-replied"] });
    expect(await handIn(house, raw, { at: "2026-11-02T11:10:00Z" })).toBe("stale");
    expect(await mailsOf("again")).toEqual([]);
  });
});

describe("a note with the answer", () => {
  const words = async () => (await house.store.read.select().from(answerWords))[0]?.words;

  it("reaches the adviser with the answer", async () => {
    await handIn(house, exchange(sent, { comment: "Kommer ti minutter for sent\\, beklager" }));
    expect(await words()).toBe("Kommer ti minutter for sent, beklager");
  });

  it("is not stored when it holds a number that points to a person", async () => {
    expect(await handIn(house, exchange(sent, { comment: "Ring meg på 412 34 567" }))).toBe("applied");
    expect(await words()).toBeUndefined();
  });
});

describe("mail that does not arrive", () => {
  const stateOfInvitation = async () => {
    const [row] = await house.store.read
      .select()
      .from(outbox)
      .where(and(eq(outbox.personId, cast.ola), eq(outbox.kind, "invitation")));
    return row?.state;
  };
  beforeEach(() => sendAll(house));

  it("for good flags the address, and is no answer", async () => {
    expect(await handIn(house, bounce(sent, "5.1.1"))).toBe("bounced");
    expect(await stateOfInvitation()).toBe("bounced");
    expect(await olas()).toBe("silent");
  });

  it("for good is found by the address when the mail is not named", async () => {
    expect(await handIn(house, bounce(sent, "5.1.1", { returned: "Subject: Samling\r\n" }))).toBe("bounced");
    expect(await stateOfInvitation()).toBe("bounced");
  });

  it("for now changes nothing", async () => {
    expect(await handIn(house, bounce(sent, "4.4.7"))).toBe("ignored");
    expect(await stateOfInvitation()).toBe("sent");
  });

  it("and returns our invitation, or an answer, is still no answer", async () => {
    const returned = gmail(sent).toString("latin1");
    expect(await handIn(house, bounce(sent, "5.1.1", { returned }))).toBe("bounced");
    expect(await olas()).toBe("silent");
  });
});

it("what a message said is gone after thirty days; that it came stays", async () => {
  await handIn(house, plainWords(sent, "Hei"));
  await house.store.write((tx) => purgeIncoming(tx, Temporal.Instant.from("2026-12-02T10:00:00Z")));
  expect(await lastReason()).toBe("words");
  expect(
    await house.store.write((tx) => purgeIncoming(tx, Temporal.Instant.from("2026-12-03T10:00:00Z"))),
  ).toBe(1);
  expect(await house.store.read.select().from(incoming)).toMatchObject([
    {
      raw: null,
      words: null,
      subject: null,
      fromAddress: null,
      fromName: null,
      isWaiting: false,
      outcome: "human",
    },
  ]);
});
