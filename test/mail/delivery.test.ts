import { readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calendarText } from "../../server/calendar/event.ts";
import { deliverDue } from "../../server/mail/delivery.ts";
import type { Mail } from "../../server/mail/outbox.ts";
import { outbox } from "../../server/mail/tables.ts";
import { makeTransport, type Transport } from "../../server/mail/transport.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { openPostOffice, type PostOffice } from "./post-office.ts";

let house: TestHouse;
let office: PostOffice;
let transport: Transport;
beforeEach(async () => {
  house = await openHouse();
  office = await openPostOffice();
  transport = makeTransport({ ...house.config, smtpUrl: office.url });
});
afterEach(async () => {
  transport.close();
  await office.close();
  await house.close();
});

const ola = { id: "ola", name: "Ola Brekke", email: "ola@demo.example", language: "nb" as const };
const mail = (change: Partial<Mail> = {}): Mail => ({
  kind: "sign-in",
  to: ola,
  subject: "Når er det? Æ, ø og å 👋",
  paragraphs: ["Først dette."],
  facts: [{ label: "Når", value: "tirsdag" }],
  question: "Møter du?",
  links: [{ label: "Ja", url: "http://localhost:3000/svar/x?svar=ja" }],
  sections: [{ heading: "Dette skal vi", lines: ["Kaffe"] }],
  footer: ["Bare din."],
  ...change,
});
const queue = (...mails: Mail[]) => house.store.write((tx) => house.mailer.queueAll(tx, mails, house.now()));
const rows = () => house.store.read.select().from(outbox).orderBy(asc(outbox.createdAt), asc(outbox.id));
const deliver = (through: Transport = transport) =>
  deliverDue(house.store, through, house.now, { random: () => 0.5 });
const later = (minutes: number) => house.setNow(house.now().add({ minutes }).toString());

function calendar() {
  return calendarText({
    method: "REQUEST",
    uid: "g1-t@demo.example",
    sequence: 0,
    stamp: house.now(),
    localDate: "2026-12-08",
    startTime: "13:00",
    endTime: "15:00",
    zone: "Europe/Oslo",
    startsAt: Temporal.Instant.from("2026-12-08T12:00:00Z"),
    endsAt: Temporal.Instant.from("2026-12-08T14:00:00Z"),
    summary: "Åpent møte",
    description: "Æ ø å ".repeat(60),
    location: "Møterom 3",
    url: "http://localhost:3000/samlinger/1",
    organizer: { name: house.mailer.fromName, address: house.mailer.fromAddress },
    attendee: { name: "Ola", address: "ola@demo.example" },
    partstat: "NEEDS-ACTION",
    asksForReply: true,
  });
}

describe("a mail that is accepted", () => {
  it("arrives with text, HTML and calendar, and is never sent again", async () => {
    const body = calendar();
    await queue(mail({ calendar: { method: "REQUEST", body }, messageId: "inv.1.0.0@demo.example" }));
    expect(await deliver()).toEqual({ sent: 1, retrying: 0, failed: 0 });
    later(60 * 24);
    expect(await deliver()).toEqual({ sent: 0, retrying: 0, failed: 0 });
    const [arrived, ...more] = office.mails;
    expect(more).toEqual([]);
    expect(arrived?.subject).toBe("Når er det? Æ, ø og å 👋");
    expect(arrived?.text).toContain("Først dette.\n\nNår: tirsdag\n\nMøter du?\n\nJa:\nhttp://localhost");
    expect(arrived?.html).toContain("<h2");
    expect(arrived?.messageId).toBe("<inv.1.0.0@demo.example>");
    expect(arrived?.from?.value[0]?.address).toBe(/ORGANIZER[^:]*:mailto:(\S+)/.exec(body)?.[1]);
    expect(arrived?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(arrived?.headers.get("x-auto-response-suppress")).toBe("OOF, AutoReply");
    expect((await rows())[0]).toMatchObject({
      state: "sent",
      attempts: 1,
      sentAt: house.now().subtract({ hours: 24 }),
    });
  });

  it("carries the same calendar bytes in the alternative and as invite.ics, by one method", async () => {
    const body = calendar();
    await queue(mail({ calendar: { method: "REQUEST", body } }));
    await deliver();
    const parts = office.mails[0]?.attachments ?? [];
    expect(parts.map((part) => part.contentType).sort()).toEqual(["application/ics", "text/calendar"]);
    for (const part of parts) expect(part.content.toString("utf8")).toBe(body);
    const raw = office.raw[0] as string;
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(raw).toContain("filename=invite.ics");
    const order = [
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "text/calendar",
      "application/ics",
    ];
    const places = order.map((type) => raw.indexOf(`Content-Type: ${type}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("waits for its moment", async () => {
    await queue(mail({ notBefore: house.now().add({ minutes: 3 }) }));
    expect((await deliver()).sent).toBe(0);
    later(3);
    expect((await deliver()).sent).toBe(1);
  });
});

describe("a mail that is not accepted", () => {
  it("fails for good when the recipient is refused for good", async () => {
    office.answers.recipient = 550;
    await queue(mail());
    expect(await deliver()).toEqual({ sent: 0, retrying: 0, failed: 1 });
    expect((await rows())[0]).toMatchObject({ state: "failed", lastError: "550 5.1.1 EENVELOPE" });
    later(600);
    expect((await deliver()).failed).toBe(0);
  });

  it("fails for good when the message is refused for good", async () => {
    office.answers.message = 554;
    await queue(mail());
    expect((await deliver()).failed).toBe(1);
  });

  it("is tried again after a pause when it is refused for now", async () => {
    office.answers.recipient = 451;
    await queue(mail({ messageId: "one@demo.example" }));
    expect((await deliver()).retrying).toBe(1);
    expect((await deliver()).retrying).toBe(0);
    office.answers.recipient = 250;
    later(1);
    expect((await deliver()).sent).toBe(1);
    expect(office.mails.map((one) => one.messageId)).toEqual(["<one@demo.example>"]);
    expect((await rows())[0]).toMatchObject({ attempts: 2, lastError: null });
  });

  it("is tried again when it is our own sender that is refused", async () => {
    office.answers.sender = 550;
    await queue(mail());
    expect((await deliver()).retrying).toBe(1);
  });

  it("survives a mail server that goes away and comes back", async () => {
    await queue(mail());
    await deliver();
    const { port } = office;
    await office.close();
    later(1);
    await queue(mail());
    expect(await deliver()).toEqual({ sent: 0, retrying: 1, failed: 0 });
    office = await openPostOffice(port);
    later(1);
    expect((await deliver()).sent).toBe(1);
    expect(office.mails).toHaveLength(1);
  });

  it("waits longer and longer, up to an hour, and is given up after about two days", async () => {
    const never: Transport = { send: () => Promise.reject(new Error("no")), close: () => undefined };
    await queue(mail());
    const pauses: number[] = [];
    for (let tries = 0; tries < 70; tries++) {
      await deliver(never);
      const [row] = await rows();
      if (row?.state !== "retrying") break;
      const minutes = row.notBefore.since(house.now()).total("minutes");
      pauses.push(minutes);
      later(minutes);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, ...Array(47).fill(60)]);
    expect((await rows())[0]).toMatchObject({ state: "failed", attempts: 54, lastError: "UNKNOWN" });
  });

  it("never tells an address in what is stored of the refusal", async () => {
    office.answers.recipient = 550;
    await queue(mail());
    await deliver();
    expect((await rows())[0]?.lastError).not.toContain("@");
  });
});

describe("several who deliver", () => {
  it("never send the same mail twice", async () => {
    await queue(...Array.from({ length: 30 }, (_, i) => mail({ subject: `Nummer ${i}` })));
    const second = makeTransport({ ...house.config, smtpUrl: office.url });
    const both = await Promise.all([deliver(), deliver(second), deliver(), deliver(second)]);
    second.close();
    expect(both.reduce((sum, one) => sum + one.sent, 0)).toBe(30);
    expect(new Set(office.mails.map((one) => one.messageId)).size).toBe(30);
    expect(office.mails).toHaveLength(30);
  });

  it("take over what one that died had claimed, but only after its lease", async () => {
    await queue(mail());
    await house.store.write(async (tx) => {
      await tx
        .update(outbox)
        .set({ state: "sending", attempts: 1, claimedUntil: house.now().add({ minutes: 5 }) });
    });
    expect((await deliver()).sent).toBe(0);
    later(5);
    expect((await deliver()).sent).toBe(1);
  });

  it("the acceptance counts even when the lease had run out and another failed", async () => {
    await queue(mail());
    let accepted = 0;
    const slow: Transport = {
      close: () => undefined,
      send: async () => {
        if (accepted > 0) throw new Error("no");
        accepted += 1;
        later(6); // longer than the lease
        await deliver(slow); // another process tries meanwhile, and fails
        expect((await rows())[0]?.state).toBe("retrying");
      },
    };
    await deliver(slow);
    expect((await rows())[0]).toMatchObject({ state: "sent" });
    later(600);
    expect(await deliver()).toMatchObject({ sent: 0 });
  });

  it("a late failure does not disturb whoever claimed the mail since", async () => {
    await queue(mail());
    const claimedSince = {
      state: "sending" as const,
      attempts: 2,
      claimedUntil: house.now().add({ minutes: 11 }),
    };
    const slow: Transport = {
      close: () => undefined,
      send: async () => {
        await house.store.write(async (tx) => void (await tx.update(outbox).set(claimedSince)));
        throw new Error("no");
      },
    };
    await deliver(slow);
    expect((await rows())[0]).toMatchObject(claimedSince);
  });

  it("a mail that kills whoever sends it is given up", async () => {
    await queue(mail());
    await house.store.write(async (tx) => {
      await tx.update(outbox).set({ state: "sending", attempts: 54, claimedUntil: house.now() });
    });
    expect((await deliver()).failed).toBe(1);
    expect(office.mails).toEqual([]);
  });
});

describe("without a mail server", () => {
  it("mail becomes files that mail programs can open", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "mail-"));
    const files = makeTransport({ ...house.config, smtpUrl: null, dataFolder });
    await queue(mail({ calendar: { method: "REQUEST", body: calendar() } }));
    expect((await deliver(files)).sent).toBe(1);
    const names = readdirSync(join(dataFolder, "mail"));
    expect(names).toEqual([expect.stringMatching(/^2026-11-02T09\.00\.00Z-[a-z2-7]{26}\.eml$/)]);
    const parsed = await simpleParser(readFileSync(join(dataFolder, "mail", names[0] as string)));
    expect(parsed.attachments).toHaveLength(2);
    rmSync(dataFolder, { recursive: true });
  });
});

describe("the outbox", () => {
  it("takes what may be mailed once only once", async () => {
    expect(await queue(mail({ onceKey: "a" }), mail({ onceKey: "b" }))).toBe(2);
    expect(await queue(mail({ onceKey: "a" }), mail({ onceKey: "c" }))).toBe(1);
  });

  it("refuses a Message-ID that was used", async () => {
    await queue(mail({ messageId: "one@demo.example" }));
    await expect(queue(mail({ messageId: "one@demo.example" }))).rejects.toThrow();
  });

  it("refuses a calendar of another method than the mail says", async () => {
    await expect(queue(mail({ calendar: { method: "CANCEL", body: calendar() } }))).rejects.toThrow("CANCEL");
  });

  it("lets no name write a header", async () => {
    await queue(
      mail({ to: { ...ola, name: 'Ola"\r\nBcc: ond@ond.example' }, subject: "a\r\nBcc: b@ond.example" }),
    );
    await deliver();
    expect(office.mails[0]?.bcc).toBeUndefined();
    const head = (office.raw[0] as string).split("\r\n\r\n")[0] as string;
    expect(head).not.toMatch(/^Bcc:|=0D|=0A/im);
    expect(office.mails[0]?.to).toMatchObject({ value: [{ address: "ola@demo.example" }] });
  });
});
