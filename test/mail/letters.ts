/** Messages to the organiser in the shape mail programs give them, built from an invitation we sent. */
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { replyJudge } from "../../server/gatherings/reply.ts";
import {
  agendaItems,
  answers,
  answerWords,
  gatherings,
  heldAnswers,
  invitations,
  offers,
  rsvps,
} from "../../server/gatherings/tables.ts";
import { type Receipt, receive } from "../../server/mail/receive.ts";
import { incoming, outbox } from "../../server/mail/tables.ts";
import type { TestHouse } from "../house.ts";

export interface Invite {
  uid: string;
  sequence: number;
  /** The DTSTAMP of our request. */
  stamp: string;
  /** With brackets. */
  messageId: string;
  address: string;
  calendar: string;
}

const fieldOf = (calendar: string, name: string) =>
  new RegExp(`^${name}[^:]*:(.*)$`, "m").exec(calendar.replace(/\r\n[ \t]/g, ""))?.[1]?.trim() as string;

/** The latest invitation a person got to a gathering, as their calendar has it. */
export async function inviteOf(house: TestHouse, gatheringId: string, personId: string): Promise<Invite> {
  const [mail] = await house.store.read
    .select()
    .from(outbox)
    .where(
      and(eq(outbox.gatheringId, gatheringId), eq(outbox.personId, personId), isNotNull(outbox.calendarBody)),
    )
    .orderBy(desc(outbox.createdAt))
    .limit(1);
  const calendar = mail?.calendarBody as string;
  return {
    uid: fieldOf(calendar, "UID"),
    sequence: Number(fieldOf(calendar, "SEQUENCE")),
    stamp: fieldOf(calendar, "DTSTAMP"),
    messageId: `<${mail?.messageId}>`,
    address: mail?.toAddress as string,
    calendar,
  };
}

/** Empties everything about gatherings and mail, so that tests can share a house. */
export async function clearGatherings(house: TestHouse): Promise<void> {
  house.setNow("2026-11-02T09:00:00Z");
  await house.store.write(async (tx) => {
    for (const one of [
      heldAnswers,
      answerWords,
      answers,
      offers,
      rsvps,
      invitations,
      agendaItems,
      gatherings,
    ]) {
      await tx.delete(one);
    }
    await tx.delete(incoming);
    await tx.delete(outbox);
  });
}

export interface Wish {
  partstat?: string | null;
  /** ISO; an hour after the invitation unless told. */
  at?: string;
  from?: string;
  attendee?: string;
  uid?: string;
  sequence?: number | null;
  method?: string;
  messageId?: string;
  /** DTSTAMP as written; null leaves it out. */
  stamp?: string | null;
  /** The Date header, ISO. */
  date?: string;
  comment?: string;
  /** More lines in the VEVENT, and more headers. */
  lines?: string[];
  headers?: string[];
}

const basic = (iso: string) => `${iso.replace(/[-:]/g, "").slice(0, 15)}Z`;
const rfcDate = (iso: string) => new Date(iso).toUTCString().replace("GMT", "+0000");
export const defaultAt = "2026-11-02T10:00:00Z";
let counter = 0;
export const newMessageId = (host = "post.demo.example") =>
  `<${++counter}.${Math.random().toString(36).slice(2)}@${host}>`;

/** The ATTENDEE line everyone writes more or less like this. */
const attendeeLine = ({ attendee, partstat = "ACCEPTED" }: Wish, address: string, more = "") =>
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT${partstat === null ? "" : `;PARTSTAT=${partstat}`};CN=Ola Brekke${more}:mailto:${attendee ?? address}`;

function eventLines(invite: Invite, wish: Wish): string[] {
  const { at = defaultAt, stamp = basic(at), sequence = invite.sequence } = wish;
  return [
    `UID:${wish.uid ?? invite.uid}`,
    ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
    ...(stamp === null ? [] : [`DTSTAMP:${stamp}`]),
    ...(wish.comment ? [`COMMENT:${wish.comment}`] : []),
    ...(wish.lines ?? []),
  ];
}

/** A calendar with one event; `change` rewrites its lines before they are joined. */
export function calendarOf(invite: Invite, wish: Wish = {}, change = (lines: string[]) => lines): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    `METHOD:${wish.method ?? "REPLY"}`,
    "BEGIN:VEVENT",
    "DTSTART:20261208T120000Z",
    "DTEND:20261208T140000Z",
    "ORGANIZER;CN=Mentornettverk:mailto:mentornettverk@demo.example",
    attendeeLine(wish, invite.address, ";X-NUM-GUESTS=0"),
    ...eventLines(invite, wish),
    "STATUS:CONFIRMED",
    "SUMMARY:Når noen ikke kommer",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  return change(lines).join("\r\n");
}

export function headersOf(invite: Invite, wish: Wish, subject = "Godtatt: Når noen ikke kommer"): string[] {
  return [
    ...(wish.headers ?? []),
    `From: Ola Brekke <${wish.from ?? invite.address}>`,
    "To: Mentornettverk <mentornettverk@demo.example>",
    `Subject: =?utf-8?B?${Buffer.from(subject).toString("base64")}?=`,
    `Date: ${rfcDate(wish.date ?? wish.at ?? defaultAt)}`,
    `Message-ID: ${wish.messageId ?? newMessageId()}`,
    "MIME-Version: 1.0",
  ];
}

type Content = string | Buffer;
const bytes = (content: Content) => (typeof content === "string" ? Buffer.from(content, "utf8") : content);
const folded64 = (content: Content) =>
  bytes(content)
    .toString("base64")
    .replace(/(.{76})/g, "$1\r\n");

/** A leaf in base64. */
export const leaf = (type: string, content: Content, more: string[] = []) =>
  [`Content-Type: ${type}`, "Content-Transfer-Encoding: base64", ...more, "", folded64(content)].join("\r\n");

export const multipart = (kind: string, boundary: string, parts: string[]) =>
  [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    "",
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    "",
  ].join("\r\n");

export const message = (headers: string[], entity: string) =>
  Buffer.from([...headers, entity].join("\r\n"), "latin1");

/** Gmail: three alternatives, and the same calendar once more as a file. */
export function gmail(invite: Invite, wish: Wish = {}, calendar = calendarOf(invite, wish)): Buffer {
  const alternatives = multipart("alternative", "000000000000a1b2c3", [
    leaf(
      'text/plain; charset="UTF-8"; format=flowed; delsp=yes',
      "Ola Brekke har godtatt denne invitasjonen.",
    ),
    leaf('text/html; charset="UTF-8"', "<p>Ola Brekke har <b>godtatt</b> denne invitasjonen.</p>"),
    leaf('text/calendar; charset="UTF-8"; method=REPLY', calendar),
  ]);
  const file = leaf('application/ics; name="invite.ics"', calendar, [
    'Content-Disposition: attachment; filename="invite.ics"',
  ]);
  const headers = headersOf(invite, { messageId: newMessageId("google.com"), ...wish });
  return message(
    [
      `Reply-To: ${wish.from ?? invite.address}`,
      "Sender: Google Calendar <calendar-notification@google.com>",
      ...headers,
    ],
    multipart("mixed", "000000000000d4e5f6", [alternatives, file]),
  );
}

/** Exchange and Outlook: no ORGANIZER, a Windows zone name, the UID folded, the reply time of its own. */
export function exchange(invite: Invite, wish: Wish = {}): Buffer {
  const { at = defaultAt, partstat = "ACCEPTED", sequence = invite.sequence, stamp = basic(at) } = wish;
  const uid = wish.uid ?? invite.uid;
  const calendar = [
    "BEGIN:VCALENDAR",
    "METHOD:REPLY",
    "PRODID:Microsoft Exchange Server 2010",
    "VERSION:2.0",
    "BEGIN:VTIMEZONE",
    "TZID:W. Europe Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `ATTENDEE;PARTSTAT=${partstat};CN=Ola Brekke:mailto:${wish.attendee ?? invite.address}`,
    `COMMENT;LANGUAGE=nb-NO:${wish.comment ?? "\\n"}`,
    `UID:${uid.slice(0, 60)}`,
    ` ${uid.slice(60)}`,
    "SUMMARY;LANGUAGE=nb-NO:Godtatt: Når noen ikke kommer",
    "DTSTART;TZID=W. Europe Standard Time:20261208T130000",
    "DTEND;TZID=W. Europe Standard Time:20261208T150000",
    "CLASS:PUBLIC",
    "PRIORITY:5",
    ...(stamp === null ? [] : [`DTSTAMP:${stamp}`]),
    "TRANSP:OPAQUE",
    "STATUS:CONFIRMED",
    ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
    `X-MICROSOFT-CDO-APPT-SEQUENCE:${sequence ?? 0}`,
    `X-MICROSOFT-CDO-REPLYTIME:${basic(at)}`,
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    ...(wish.lines ?? []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  return message(
    [...headersOf(invite, wish), `In-Reply-To: ${invite.messageId}`, `References: ${invite.messageId}`],
    multipart("alternative", "_000_AM0PR04MB1234", [
      leaf('text/plain; charset="iso-8859-1"', Buffer.from("Vennlig hilsen\r\nOla på bakeriet", "latin1")),
      leaf('text/html; charset="iso-8859-1"', "<html><body>Vennlig hilsen</body></html>"),
      leaf('text/calendar; charset="utf-8"; method=REPLY', calendar),
    ]),
  );
}

/** Apple: parts within parts, a file name but no method parameter. */
export function apple(invite: Invite, wish: Wish = {}): Buffer {
  const calendar = leaf('text/calendar; charset=utf-8; name="iCal-20261102.ics"', calendarOf(invite, wish), [
    'Content-Disposition: attachment; filename="iCal-20261102.ics"',
  ]);
  const inner = multipart("mixed", "Apple-Mail-2", [
    leaf("text/html; charset=utf-8", "<body></body>"),
    calendar,
  ]);
  const entity = multipart("alternative", "Apple-Mail-1", [leaf("text/plain; charset=utf-8", "\r\n"), inner]);
  return message(headersOf(invite, wish), entity);
}

/** Nothing but the calendar. */
export const singlePart = (
  invite: Invite,
  wish: Wish = {},
  calendar: Content = calendarOf(invite, wish),
  type = "text/calendar; charset=utf-8; method=REPLY",
) => message(headersOf(invite, wish), leaf(type, calendar));

/** Words a person wrote, in answer to our mail. */
export const plainWords = (invite: Invite, words: string, wish: Wish = {}) =>
  message(
    [...headersOf(invite, wish, "SV: Samling"), `In-Reply-To: ${invite.messageId}`],
    leaf("text/plain; charset=utf-8", words),
  );

/** A report that a mail did not arrive (RFC 3464), with the headers of the mail returned. */
export function bounce(invite: Invite, status: string, wish: Wish & { returned?: string } = {}): Buffer {
  const isFinal = status.startsWith("5");
  const headers = [
    "Return-Path: <>",
    "From: Mail Delivery System <MAILER-DAEMON@mx.demo.example>",
    "To: mentornettverk@demo.example",
    "Subject: Undelivered Mail Returned to Sender",
    `Date: ${rfcDate(wish.at ?? defaultAt)}`,
    `Message-ID: ${wish.messageId ?? newMessageId("mx.demo.example")}`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
  ];
  const status_ = [
    "Reporting-MTA: dns; mx.demo.example",
    "",
    `Final-Recipient: rfc822; ${invite.address}`,
    `Action: ${isFinal ? "failed" : "delayed"}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 5.1.1 No such user",
    "",
  ].join("\r\n");
  const report = multipart("report; report-type=delivery-status", "D5A1", [
    leaf("text/plain", "I'm sorry to have to inform you …"),
    `Content-Type: message/delivery-status\r\n\r\n${status_}`,
    `Content-Type: text/rfc822-headers\r\n\r\n${wish.returned ?? `Message-ID: ${invite.messageId}\r\n`}`,
  ]);
  return message(headers, report);
}

/** Hands a message in; it arrives half a minute after the default answer, unless told. */
export function handIn(
  house: TestHouse,
  raw: Buffer,
  how: { at?: string; dmarc?: Receipt["dmarc"]; serverId?: string } = {},
) {
  const receivedAt = Temporal.Instant.from(how.at ?? "2026-11-02T10:00:30Z");
  const onFault = (error: unknown) => console.error(error);
  const receipt: Receipt = { receivedAt, now: receivedAt, serverId: how.serverId ?? null, onFault };
  return receive(
    house.store,
    replyJudge(house.mailer),
    raw,
    how.dmarc ? { ...receipt, dmarc: how.dmarc } : receipt,
  );
}
