/** Mail going out. */
import { id, index, instant, integer, json, oneOf, table, text, uniqueIndex } from "../store/columns.ts";

/** Every mail is a row here, written in the transaction of what caused it. */
export const outbox = table(
  "outbox",
  {
    id: id(),
    /** Which mail it is, such as `invitation` or `sign-in`. */
    kind: text().notNull(),
    personId: text(),
    gatheringId: text(),
    toAddress: text().notNull(),
    toName: text().notNull(),
    subject: text().notNull(),
    textBody: text().notNull(),
    htmlBody: text().notNull(),
    calendarMethod: oneOf("REQUEST", "CANCEL"),
    calendarBody: text(),
    headers: json<Record<string, string>>().notNull(),
    messageId: text().notNull(),
    /** What may be mailed once only, such as gathering:person:kind:sequence. */
    onceKey: text(),
    state: oneOf("queued", "sending", "sent", "retrying", "failed", "bounced", "aborted").notNull(),
    attempts: integer().notNull().default(0),
    /** Not sent before this moment. */
    notBefore: instant().notNull(),
    claimedUntil: instant(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    /** What the mail server said, without addresses. */
    lastError: text(),
  },
  {
    id: "key",
    kind: "fact",
    personId: "person",
    gatheringId: "key",
    toAddress: "raw-mail",
    toName: "raw-mail",
    subject: "raw-mail",
    textBody: "raw-mail",
    htmlBody: "raw-mail",
    calendarMethod: "fact",
    calendarBody: "raw-mail",
    headers: "raw-mail",
    messageId: "key",
    onceKey: "key",
    state: "fact",
    attempts: "fact",
    notBefore: "fact",
    claimedUntil: "fact",
    createdAt: "fact",
    sentAt: "fact",
    lastError: "fact",
  },
  (t) => [
    uniqueIndex("outbox_message_id").on(t.messageId),
    uniqueIndex("outbox_once").on(t.onceKey),
    index("outbox_due").on(t.state, t.notBefore),
    index("outbox_gathering").on(t.gatheringId, t.personId),
    index("outbox_person").on(t.personId),
    index("outbox_created").on(t.createdAt, t.id),
  ],
);
