import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  announceChange,
  answerToken,
  invitationByToken,
  inviteAll,
  withdrawInvitation,
} from "../../server/gatherings/invitation.ts";
import { gatherings, invitations } from "../../server/gatherings/tables.ts";
import { messageOf, rawMessage } from "../../server/mail/message.ts";
import { outbox } from "../../server/mail/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invitationOf, invite, mailsTo, placeOf, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let gathering: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  gathering = await addGathering(house, cast, { intro: "Ta med en historie." });
});
afterEach(() => house.close());

const unfolded = (body: string | null | undefined) => (body ?? "").replace(/\r\n[ \t]/g, "");
const lastTo = async (personId: string) => {
  const mail = (await mailsTo(house, personId)).at(-1);
  if (!mail) throw new Error("no mail");
  return { ...mail, calendar: unfolded(mail.calendarBody) };
};
const withdraw = async (personId: string) => {
  const { id } = await invitationOf(house, gathering, personId);
  return house.store.write((tx) => withdrawInvitation(tx, house.mailer, id, house.now()));
};
const later = (minutes: number) => house.setNow(house.now().add({ minutes }).toString());

describe("an invitation", () => {
  it("says when, where and one press before anything else", async () => {
    await invite(house, cast, gathering, cast.ola);
    const mail = await lastTo(cast.ola);
    expect(mail.subject).toBe("Samling tirsdag 8. desember kl. 13.00: Når noen ikke kommer");
    const order = [
      "Når: tirsdag 8. desember 2026 kl. 13.00–15.00",
      "Sted: Møterom 3, Storgata 1",
      "Møter du? Svar her, og bekreft på siden som åpner seg.",
      "?svar=ja",
      "?svar=kanskje",
      "?svar=nei",
      "Ta med en historie.",
      "Fravær og angst (45 minutter)",
    ];
    const places = order.map((words) => mail.textBody.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const words of ["Møter du?", "?svar=nei", "Fravær og angst"]) expect(mail.htmlBody).toContain(words);
    expect(mail.notBefore.toString()).toBe(house.now().toString());
  });

  it("is in the person's language, and shows the case with its reading time", async () => {
    const caseCard = () => ({ title: "Tuva vil ikkje i kassa", minutes: 5, path: "/eksempler/tuva" });
    const facts = { gatheringId: gathering, byId: cast.kari, personIds: [cast.siri] };
    await house.store.write((tx) => inviteAll(tx, house.mailer, facts, house.now(), caseCard));
    const { subject, textBody } = await lastTo(cast.siri);
    expect(subject).toContain("Samling tysdag 8. desember");
    expect(textBody).toContain("Det tek fem minutt å lese.");
    expect(textBody).toContain("http://localhost:3000/eksempler/tuva");
  });

  it("is one calendar event for one person, with no secret link in it", async () => {
    await invite(house, cast, gathering, cast.ola, cast.siri);
    const { calendarToken, id, linkVersion } = await invitationOf(house, gathering, cast.ola);
    const mail = await lastTo(cast.ola);
    expect(mail.calendar).toContain(`UID:g${gathering}-${calendarToken}@demo.example\r\n`);
    expect(mail.messageId).toBe(`inv.g${gathering}-${calendarToken}.0.0@demo.example`);
    expect(mail.calendar).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:0[\s\S]*PARTSTAT=NEEDS-ACTION;RSVP=TRUE/);
    expect(mail.calendar).toContain(`URL;VALUE=URI:http://localhost:3000/samlinger/${gathering}`);
    expect(mail.calendar).not.toContain("svar");
    expect(mail.calendar).not.toContain(answerToken(house.config.secret, { id, linkVersion }).split(".")[1]);
    expect(mail.calendar.match(/^ATTENDEE/gm)).toHaveLength(1);
    expect(mail.calendar).not.toContain("siri");
  });

  it("comes from the organiser's own address", async () => {
    await invite(house, cast, gathering, cast.ola);
    const row = await lastTo(cast.ola);
    const parsed = await simpleParser(await rawMessage(messageOf(row, house.config.mailFrom)));
    expect(row.calendar).toContain(`:mailto:${parsed.from?.value[0]?.address}\r\n`);
  });

  it("goes to nobody twice, and to nobody who left", async () => {
    await house.store.write(async (tx) => {
      await tx.update(persons).set({ status: "left" }).where(eq(persons.id, cast.nina));
    });
    expect(await invite(house, cast, gathering, cast.ola, cast.ola, cast.nina)).toEqual({
      ok: true,
      invited: 1,
    });
    later(10);
    expect(await invite(house, cast, gathering, cast.ola, cast.siri)).toEqual({ ok: true, invited: 1 });
    expect(await mailsTo(house, cast.ola)).toHaveLength(1);
    const [row] = await house.store.read.select().from(gatherings).where(eq(gatherings.id, gathering));
    expect(row?.openedAt?.toString()).toBe("2026-11-02T09:00:00Z");
  });

  it("is refused when the gathering is cancelled or has begun", async () => {
    house.setNow("2026-12-08T12:00:00Z");
    expect(await invite(house, cast, gathering, cast.ola)).toEqual({ ok: false, reason: "past" });
    house.setNow("2026-12-01T12:00:00Z");
    await change(house, gathering, "cancelled");
    expect(await invite(house, cast, gathering, cast.ola)).toEqual({ ok: false, reason: "cancelled" });
    expect(await mailsTo(house, cast.ola)).toEqual([]);
  });

  it("to a thousand people is written by the batch, not by the person", async () => {
    const people = await addMentors(house.store, cast.network, 1000);
    house.statements.length = 0;
    expect(await invite(house, cast, gathering, ...people)).toEqual({ ok: true, invited: 1000 });
    expect(house.statements.length).toBeLessThan(100);
    expect(new Set((await house.store.read.select().from(outbox)).map((row) => row.messageId)).size).toBe(
      1000,
    );
  }, 240_000);
});

describe("the link in the mail", () => {
  it("opens its own invitation, and no other", async () => {
    await invite(house, cast, gathering, cast.ola, cast.siri);
    const ola = await invitationOf(house, gathering, cast.ola);
    const siri = await invitationOf(house, gathering, cast.siri);
    const open = (token: string) => invitationByToken(house.store.read, house.config.secret, token);
    const token = answerToken(house.config.secret, ola);
    expect((await lastTo(cast.ola)).textBody).toContain(`/svar/${token}?svar=ja`);
    expect(await open(token)).toMatchObject({ id: ola.id, gatheringId: gathering, personId: cast.ola });
    expect(await open(`${siri.id}.${token.split(".")[1]}`)).toBeNull();
    expect(await open(answerToken("another secret", ola))).toBeNull();
    expect(await open(answerToken(house.config.secret, { ...ola, linkVersion: 2 }))).toBeNull();
    for (const broken of ["", ".", ola.id, token.slice(0, -3), `${token}x`])
      expect(await open(broken)).toBeNull();
    await withdraw(cast.ola);
    expect(await open(token)).toBeNull();
  });
});

describe("withdrawing", () => {
  it("takes the event out of that one calendar, and frees the place", async () => {
    const small = await addGathering(house, cast, { capacity: 1 });
    gathering = small;
    await invite(house, cast, small, cast.ola, cast.siri);
    await sendAll(house);
    await answer(house, small, cast.ola);
    await answer(house, small, cast.siri);
    later(5);
    expect(await withdraw(cast.ola)).toEqual({ ok: true });
    expect(await lastTo(cast.ola)).toMatchObject({ kind: "withdrawal", calendarMethod: "CANCEL" });
    expect(await placeOf(house, small, cast.siri)).toBe("seat");
    expect(await withdraw(cast.ola)).toEqual({ ok: false, reason: "withdrawn" });
  });

  it("before the invitation left says nothing at all", async () => {
    await invite(house, cast, gathering, cast.ola);
    await withdraw(cast.ola);
    expect(await mailsTo(house, cast.ola)).toEqual([]);
  });

  it("can be undone: invited anew, with a new event and a new link", async () => {
    await invite(house, cast, gathering, cast.ola);
    await sendAll(house);
    const before = await invitationOf(house, gathering, cast.ola);
    await answer(house, gathering, cast.ola);
    await withdraw(cast.ola);
    later(5);
    expect(await invite(house, cast, gathering, cast.ola)).toEqual({ ok: true, invited: 1 });
    const after = await invitationOf(house, gathering, cast.ola);
    expect(after).toMatchObject({ id: before.id, withdrawnAt: null });
    expect(after.calendarToken).not.toBe(before.calendarToken);
    expect(after.linkVersion).toBeGreaterThan(before.linkVersion);
    expect(await placeOf(house, gathering, cast.ola)).toBeNull();
    expect(await answer(house, gathering, cast.ola)).toMatchObject({ ok: true, isChanged: true });
  });
});

describe("a change of time or place", () => {
  beforeEach(async () => {
    await invite(house, cast, gathering, cast.ola, cast.siri);
    await sendAll(house);
    await answer(house, gathering, cast.ola);
    await sendAll(house);
    later(60);
  });

  it("asks everyone again, in one new version of the same event", async () => {
    const first = await invitationOf(house, gathering, cast.ola);
    await change(house, gathering, "material", { startTime: "14:00" });
    const mail = await lastTo(cast.ola);
    expect(mail).toMatchObject({ kind: "moved", state: "queued" });
    expect(mail.textBody).toContain("Du sa ja til forrige tid. Passer det fortsatt?");
    expect(mail.calendar).toMatch(/SEQUENCE:1\r\nDTSTAMP:20261102T100000Z[\s\S]*NEEDS-ACTION;RSVP=TRUE/);
    expect(mail.calendar).toContain(`UID:g${gathering}-${first.calendarToken}@`);
    expect(mail.messageId).toContain(`${first.calendarToken}.1.1@`);
    expect(mail.headers).toMatchObject({ "In-Reply-To": `<${first.firstMessageId}>` });
    expect((await lastTo(cast.siri)).textBody).toContain(
      "Møter du? Svar her, og stadfest på sida som opnar seg.",
    );
  });

  it("waits some minutes, and quick edits become one mail about the last of them", async () => {
    await change(house, gathering, "material", { startTime: "14:00" });
    later(1);
    await change(house, gathering, "text", { title: "Nytt navn" });
    const unsent = (await mailsTo(house, cast.ola)).filter((mail) => mail.state === "queued");
    expect(unsent).toHaveLength(1);
    expect(unsent[0]).toMatchObject({ kind: "moved", notBefore: house.now().add({ minutes: 3 }) });
    expect(unsent[0]?.subject).toContain("Nytt navn");
    expect(unfolded(unsent[0]?.calendarBody)).toContain("RSVP=TRUE");
  });

  it("reaches those whose invitation had not left as their first invitation", async () => {
    await invite(house, cast, gathering, cast.nina);
    await change(house, gathering, "material", { startTime: "14:00" });
    const mails = await mailsTo(house, cast.nina);
    expect(mails.map((mail) => mail.kind)).toEqual(["invitation"]);
    expect(mails[0]?.textBody).toContain("kl. 14.00");
    expect((await invitationOf(house, gathering, cast.nina)).firstMessageId).toBe(mails[0]?.messageId);
  });
});

describe("a change of words only", () => {
  it("keeps the answer, asks nobody, and leaves those who said no in peace", async () => {
    await invite(house, cast, gathering, cast.ola, cast.siri, cast.nina);
    await sendAll(house);
    await answer(house, gathering, cast.ola);
    await answer(house, gathering, cast.nina, { answer: "no" });
    await sendAll(house);
    later(60);
    await change(house, gathering, "text", { intro: "Noe nytt" });
    const mail = await lastTo(cast.ola);
    expect(mail.kind).toBe("changed");
    expect(mail.calendar).toMatch(
      /SEQUENCE:0\r\nDTSTAMP:20261102T100000Z[\s\S]*PARTSTAT=ACCEPTED;RSVP=FALSE/,
    );
    expect(mail.textBody).toContain("Du har svart ja, og plassen er din.");
    expect((await lastTo(cast.siri)).kind).toBe("changed");
    expect((await lastTo(cast.nina)).kind).toBe("answer");
  });
});

describe("a cancellation", () => {
  it("goes to everyone at once, with the reason, and calls back what had not left", async () => {
    await invite(house, cast, gathering, cast.ola, cast.siri);
    await sendAll(house);
    await answer(house, gathering, cast.ola);
    await invite(house, cast, gathering, cast.nina);
    later(1);
    await change(house, gathering, "cancelled", { cancelReason: "Kari er syk." });
    const mail = await lastTo(cast.ola);
    expect(mail).toMatchObject({ kind: "cancellation", calendarMethod: "CANCEL", notBefore: house.now() });
    expect(mail.textBody).toContain(
      "Samlingen tirsdag 8. desember 2026 kl. 13.00–15.00 er avlyst.\n\nKari er syk.",
    );
    expect(mail.calendar).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
    expect((await mailsTo(house, cast.ola, true)).find((one) => one.kind === "answer")?.state).toBe(
      "aborted",
    );
    expect(await mailsTo(house, cast.nina)).toEqual([]);
  });

  it("without a new version is a fault that cannot be overlooked", async () => {
    await invite(house, cast, gathering, cast.ola);
    await sendAll(house);
    const announce = house.store.write((tx) =>
      announceChange(tx, house.mailer, { gatheringId: gathering, change: "material" }, house.now()),
    );
    await expect(announce).rejects.toThrow();
    expect(await house.store.read.select().from(invitations)).toHaveLength(1);
  });
});
