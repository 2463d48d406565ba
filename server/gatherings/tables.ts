/** Gatherings: planned, invited to, answered, attended. */
import { networks } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import {
  id,
  index,
  instant,
  integer,
  json,
  oneOf,
  primaryKey,
  sortable,
  table,
  text,
  uniqueIndex,
} from "../store/columns.ts";

/** One line of an agenda as a series proposes it. */
export interface StandardAgendaItem {
  kind: AgendaKind;
  title: string;
  minutes: number;
}
export type AgendaKind =
  | "professional"
  | "dialogue"
  | "case"
  | "report_back"
  | "nav_asks"
  | "we_tried"
  | "practical";

/** A rule that proposes dates, such as the second Tuesday of the month, 13.00–15.00. */
export const series = table(
  "series",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    /** Which one of the month: 1–4, or -1 for the last. */
    nth: integer().notNull(),
    /** ISO: 1 is Monday, 7 Sunday. */
    weekday: integer().notNull(),
    everyMonths: integer().notNull(),
    /** Local times, HH:MM. */
    startTime: text().notNull(),
    endTime: text().notNull(),
    title: text().notNull(),
    place: text().notNull(),
    link: text(),
    capacity: integer(),
    agenda: json<StandardAgendaItem[]>().notNull(),
    createdById: text()
      .notNull()
      .references(() => persons.id),
    createdAt: instant().notNull(),
  },
  {
    id: "key",
    networkId: "key",
    nth: "fact",
    weekday: "fact",
    everyMonths: "fact",
    startTime: "fact",
    endTime: "fact",
    title: "staff-words",
    place: "staff-words",
    link: "staff-words",
    capacity: "fact",
    agenda: "staff-words",
    createdById: "person",
    createdAt: "fact",
  },
  (t) => [index("series_network").on(t.networkId)],
);

export const gatherings = table(
  "gatherings",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    seriesId: text().references(() => series.id),
    title: text().notNull(),
    themeSlug: text(),
    intro: text().notNull().default(""),
    /** Local date and times in `zone`; the two instants are derived from them at each write. */
    localDate: sortable().notNull(),
    startTime: text().notNull(),
    endTime: text().notNull(),
    zone: text().notNull().default("Europe/Oslo"),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    place: text().notNull().default(""),
    link: text(),
    /** Places in the room; null is no limit. Digital guests take none. */
    capacity: integer(),
    /** iCalendar SEQUENCE: rises by one when time, place or existence changes. */
    sequence: integer().notNull().default(0),
    /** Rises with every change that is mailed; stands in the Message-ID. */
    revision: integer().notNull().default(0),
    /** Touched first by whoever changes answers, so that they queue; also numbers the waiting list. */
    lineCounter: integer().notNull().default(0),
    /** Rises with every edit; a form carries the one it showed, so that no one overwrites unseen. */
    version: integer().notNull().default(1),
    /** The same for the agenda, which is edited on its own. */
    agendaVersion: integer().notNull().default(1),
    /** Who edited last. */
    changedById: text().references(() => persons.id),
    createdById: text()
      .notNull()
      .references(() => persons.id),
    createdAt: instant().notNull(),
    /** Invitations went out. */
    openedAt: instant(),
    cancelledAt: instant(),
    cancelReason: text(),
    /** Attendance is done and counts are stored. */
    closedAt: instant(),
  },
  {
    id: "key",
    networkId: "key",
    seriesId: "key",
    title: "staff-words",
    themeSlug: "fact",
    intro: "staff-words",
    localDate: "fact",
    startTime: "fact",
    endTime: "fact",
    zone: "fact",
    startsAt: "fact",
    endsAt: "fact",
    place: "staff-words",
    link: "staff-words",
    capacity: "fact",
    sequence: "fact",
    revision: "fact",
    lineCounter: "fact",
    version: "fact",
    agendaVersion: "fact",
    changedById: "person",
    createdById: "person",
    createdAt: "fact",
    openedAt: "fact",
    cancelledAt: "fact",
    cancelReason: "staff-words",
    closedAt: "fact",
  },
  (t) => [
    index("gatherings_network_start").on(t.networkId, t.startsAt, t.id),
    index("gatherings_series").on(t.seriesId),
  ],
);

export const agendaItems = table(
  "agenda_items",
  {
    id: id(),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    position: integer().notNull(),
    kind: oneOf(
      "professional",
      "dialogue",
      "case",
      "report_back",
      "nav_asks",
      "we_tried",
      "practical",
    ).notNull(),
    title: text().notNull(),
    minutes: integer().notNull(),
    leadId: text().references(() => persons.id),
    caseSlug: text(),
  },
  {
    id: "key",
    gatheringId: "key",
    position: "fact",
    kind: "fact",
    title: "staff-words",
    minutes: "fact",
    leadId: "person",
    caseSlug: "fact",
  },
  (t) => [
    index("agenda_items_gathering").on(t.gatheringId, t.position),
    index("agenda_items_case").on(t.caseSlug),
  ],
);

export const invitations = table(
  "invitations",
  {
    id: id(),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** The T of UID and Message-ID: 128 random bits, base32. */
    calendarToken: text().notNull(),
    /** Message-ID of the first mail, which later ones refer to; null until there was one. */
    firstMessageId: text(),
    /** Raised to revoke the links sent so far. */
    linkVersion: integer().notNull().default(1),
    invitedById: text()
      .notNull()
      .references(() => persons.id),
    invitedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  {
    id: "key",
    gatheringId: "key",
    personId: "person",
    calendarToken: "secret",
    firstMessageId: "secret",
    linkVersion: "fact",
    invitedById: "person",
    invitedAt: "fact",
    withdrawnAt: "fact",
  },
  (t) => [
    uniqueIndex("invitations_once").on(t.gatheringId, t.personId),
    uniqueIndex("invitations_token").on(t.calendarToken),
    index("invitations_person").on(t.personId, t.gatheringId),
  ],
);

/** The history of answers: append only. */
export const answers = table(
  "answers",
  {
    id: id(),
    invitationId: text()
      .notNull()
      .references(() => invitations.id),
    answer: oneOf("yes", "maybe", "no").notNull(),
    mode: oneOf("room", "digital").notNull(),
    /** The SEQUENCE the person saw when answering. */
    sequence: integer().notNull(),
    channel: oneOf("web", "mail", "adviser").notNull(),
    byPersonId: text().references(() => persons.id),
    saidAt: instant().notNull(),
  },
  {
    id: "key",
    invitationId: "key",
    answer: "attendance",
    mode: "attendance",
    sequence: "fact",
    channel: "fact",
    byPersonId: "person",
    saidAt: "fact",
  },
  (t) => [index("answers_invitation").on(t.invitationId, t.saidAt)],
);

/** The answer that counts now, and the place it got. One row per answered invitation. */
export const rsvps = table(
  "rsvps",
  {
    invitationId: text()
      .primaryKey()
      .references(() => invitations.id),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    answer: oneOf("yes", "maybe", "no").notNull(),
    mode: oneOf("room", "digital").notNull(),
    sequence: integer().notNull(),
    channel: oneOf("web", "mail", "adviser").notNull(),
    saidAt: instant().notNull(),
    /** `seat` takes a place in the room; `waiting` stands in line; `none` needs no place. */
    placement: oneOf("seat", "waiting", "none").notNull(),
    /** Order in the line, from the gathering's `lineCounter`. */
    lineNumber: integer().notNull().default(0),
  },
  {
    invitationId: "key",
    gatheringId: "key",
    personId: "person",
    answer: "attendance",
    mode: "attendance",
    sequence: "fact",
    channel: "fact",
    saidAt: "fact",
    placement: "attendance",
    lineNumber: "fact",
  },
  (t) => [
    index("rsvps_placement").on(t.gatheringId, t.placement, t.lineNumber),
    index("rsvps_person").on(t.personId, t.gatheringId),
  ],
);

/** Words that came with an answer: erased thirty days after the gathering, needs after seven. */
export const answerWords = table(
  "answer_words",
  {
    invitationId: text()
      .primaryKey()
      .references(() => invitations.id),
    words: text(),
    needs: text(),
  },
  { invitationId: "key", words: "answer-words", needs: "needs" },
);

export const attendance = table(
  "attendance",
  {
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    status: oneOf("present", "digital", "part", "excused", "absent").notNull(),
    recordedById: text()
      .notNull()
      .references(() => persons.id),
    recordedAt: instant().notNull(),
  },
  {
    gatheringId: "key",
    personId: "person",
    status: "attendance",
    recordedById: "person",
    recordedAt: "fact",
  },
  (t) => [
    primaryKey({ columns: [t.gatheringId, t.personId] }),
    index("attendance_person").on(t.personId, t.gatheringId),
  ],
);
