/** Mail going out, and coming in. */
import {
  flag,
  id,
  index,
  instant,
  integer,
  json,
  oneOf,
  table,
  text,
  uniqueIndex,
} from "../store/columns.ts";

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
    /** Not sent after this moment, such as when the gathering has begun. */
    notAfter: instant(),
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
    notAfter: "fact",
    claimedUntil: "fact",
    createdAt: "fact",
    sentAt: "fact",
    lastError: "fact",
  },
  (t) => [
    uniqueIndex("outbox_message_id").on(t.messageId),
    uniqueIndex("outbox_once").on(t.onceKey),
    index("outbox_due").on(t.state, t.notBefore),
    index("outbox_late").on(t.state, t.notAfter),
    index("outbox_gathering").on(t.gatheringId, t.personId, t.state),
    index("outbox_person").on(t.personId),
    index("outbox_created").on(t.createdAt, t.id),
  ],
);

/** What became of a message that came in; the word `mail:receive` prints. */
export const outcomes = [
  ...(["applied", "duplicate", "superseded", "stale", "late", "confirm-identity"] as const),
  ...(["ignored", "human", "resent", "bounced", "quarantined"] as const),
] as const;
export type Outcome = (typeof outcomes)[number];

/** Mail coming in: every message once, whatever it was. What it said goes after thirty days. */
export const incoming = table(
  "incoming",
  {
    id: id(),
    /** Its Message-ID, or a hash of it all when it has none: the same message is handled once. */
    messageKey: text().notNull(),
    receivedAt: instant().notNull(),
    outcome: oneOf(...outcomes).notNull(),
    /** Which rule decided, such as `counter`. */
    reason: text(),
    personId: text(),
    gatheringId: text(),
    networkId: text(),
    fromAddress: text(),
    fromName: text(),
    subject: text(),
    /** What a person wrote, as plain text. */
    words: text(),
    /** As it came, in base64; only its beginning when it was too large. */
    raw: text(),
    /** Until an adviser has pressed "handled". */
    isWaiting: flag().notNull(),
    handledAt: instant(),
    handledById: text(),
  },
  {
    id: "key",
    messageKey: "key",
    receivedAt: "fact",
    outcome: "fact",
    reason: "fact",
    personId: "person",
    gatheringId: "key",
    networkId: "key",
    fromAddress: "raw-mail",
    fromName: "raw-mail",
    subject: "raw-mail",
    words: "raw-mail",
    raw: "raw-mail",
    isWaiting: "fact",
    handledAt: "fact",
    handledById: "person",
  },
  (t) => [
    uniqueIndex("incoming_once").on(t.messageKey),
    index("incoming_waiting").on(t.isWaiting, t.receivedAt, t.id),
    index("incoming_received").on(t.receivedAt),
    index("incoming_person").on(t.personId),
  ],
);
