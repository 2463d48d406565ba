/** A row of the outbox as the message that goes over the wire. */
import nodemailer from "nodemailer";
import type { outbox } from "./tables.ts";

export type OutboxRow = typeof outbox.$inferSelect;
export type Message = ReturnType<typeof messageOf>;

/**
 * Text, HTML and calendar in one alternative, the calendar's bytes once more as `invite.ics`. Made of
 * the row alone, so that a repeat is the same message with the same Message-ID.
 * @param from MAIL_FROM as configured; its address is the organiser of every gathering
 */
export function messageOf(row: OutboxRow, from: string) {
  const calendar = row.calendarBody
    ? {
        icalEvent: {
          method: row.calendarMethod as string,
          content: row.calendarBody,
          filename: "invite.ics",
        },
      }
    : {};
  return {
    from,
    to: { name: row.toName, address: row.toAddress },
    subject: row.subject,
    text: row.textBody,
    html: row.htmlBody,
    messageId: `<${row.messageId}>`,
    date: new Date(row.createdAt.epochMilliseconds),
    headers: row.headers,
    ...calendar,
  };
}

/** Nothing in a mail may make us read a file or fetch an address. */
export const closedDoors = { disableFileAccess: true, disableUrlAccess: true };

const writer = nodemailer.createTransport({
  streamTransport: true,
  buffer: true,
  newline: "windows",
  ...closedDoors,
});

/** The message as it goes over the wire (RFC 5322). */
export async function rawMessage(message: Message): Promise<Buffer> {
  const { message: raw } = await writer.sendMail(message);
  return raw as Buffer;
}
