/** Gatherings: planned, invited to, answered, attended. */
import { networks, topics } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import {
  flag,
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

/** What people are told when a gathering moves: where it was before. */
export interface TimeAndPlace {
  localDate: string;
  startTime: string;
  endTime: string;
  place: string;
}

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
    /** `counsellors` for their own exchange meetings. */
    audience: oneOf("everyone", "counsellors").notNull().default("everyone"),
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
    audience: "fact",
    agenda: "staff-words",
    createdById: "person",
    createdAt: "fact",
  },
  (t) => [index("series_network").on(t.networkId, t.createdAt, t.id)],
);

/** Days on which a network does not meet, such as the harvest or the local winter holiday. */
export const blackOuts = table(
  "black_outs",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    /** Local dates, both included. */
    from: sortable().notNull(),
    to: sortable().notNull(),
    /** Such as "vinterferien". */
    words: text().notNull(),
  },
  { id: "key", networkId: "key", from: "fact", to: "fact", words: "staff-words" },
  (t) => [uniqueIndex("black_outs_once").on(t.networkId, t.from, t.to, t.words)],
);

export const gatherings = table(
  "gatherings",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    seriesId: text().references(() => series.id),
    /** The local date its series gave it: it was moved on its own when it is held on another. */
    seriesDate: sortable(),
    /** Who it is for: a meeting for counsellors only is neither shown to mentors nor counted as theirs. */
    audience: oneOf("everyone", "counsellors").notNull().default("everyone"),
    /** The local date on which those it is for are invited by the clock; null when the adviser does it. */
    inviteOn: sortable(),
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
    /** When something that people are told of was last changed. */
    changedAt: instant(),
    /** When time or place was last changed, and what they were when people were last told. */
    movedAt: instant(),
    movedFrom: json<TimeAndPlace>(),
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
    seriesDate: "fact",
    audience: "fact",
    inviteOn: "fact",
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
    changedAt: "fact",
    movedAt: "fact",
    movedFrom: "staff-words",
    openedAt: "fact",
    cancelledAt: "fact",
    cancelReason: "staff-words",
    closedAt: "fact",
  },
  (t) => [
    index("gatherings_network_start").on(t.networkId, t.startsAt, t.id),
    index("gatherings_series").on(t.seriesId, t.startsAt),
    index("gatherings_invite").on(t.inviteOn),
    index("gatherings_start").on(t.startsAt),
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
    /** The wish it came from. */
    topicId: text().references(() => topics.id),
    /** When it was begun on the day, as pressed; the plan tells until somebody presses. */
    begunAt: instant(),
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
    topicId: "key",
    begunAt: "fact",
  },
  (t) => [
    index("agenda_items_topic").on(t.topicId),
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
    /** It comes into their calendar by their subscription, and by no mail. */
    isInFeed: flag().notNull().default(false),
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
    isInFeed: "fact",
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

/**
 * What a half-year of a network came to, kept when the lists behind it are erased. Counts only; kept
 * up to date while the half-year lasts, and never counted again when attendance may be gone.
 */
export const halfYears = table(
  "half_years",
  {
    networkId: text()
      .notNull()
      .references(() => networks.id),
    /** Such as `2026-2`. */
    half: sortable().notNull(),
    gatherings: integer().notNull(),
    /** Of counsellors alone; not among `gatherings`. */
    exchanges: integer().notNull(),
    invited: integer().notNull(),
    answered: integer().notNull(),
    /** On the lists of attendance, and of them there. */
    listed: integer().notNull(),
    attended: integer().notNull(),
    /** Each counted once in the half-year, however often they came. */
    mentors: integer().notNull(),
    workplaces: integer().notNull(),
    officeStaff: integer().notNull(),
    centreStaff: integer().notNull(),
    /** Trade → workplaces that came. */
    trades: json<Record<string, number>>().notNull(),
    /** Topics wished for, and agenda items that came from a wish. */
    wishes: integer().notNull(),
    wishesTaken: integer().notNull(),
    professionalMinutes: integer().notNull(),
    dialogueMinutes: integer().notNull(),
    countedOn: sortable().notNull(),
  },
  {
    networkId: "key",
    half: "fact",
    gatherings: "fact",
    exchanges: "fact",
    invited: "fact",
    answered: "fact",
    listed: "fact",
    attended: "fact",
    mentors: "fact",
    workplaces: "fact",
    officeStaff: "fact",
    centreStaff: "fact",
    trades: "fact",
    wishes: "fact",
    wishesTaken: "fact",
    professionalMinutes: "fact",
    dialogueMinutes: "fact",
    countedOn: "fact",
  },
  (t) => [primaryKey({ columns: [t.networkId, t.half] })],
);

/**
 * What came of one item of the agenda, noted on the day and published as minutes. The heading is kept:
 * an agenda can be changed, what was noted stays.
 */
export const minuteItems = table(
  "minute_items",
  {
    id: id(),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    /** Null for what was on no agenda. No foreign key: the item may be taken off the agenda later. */
    agendaItemId: text(),
    position: integer().notNull(),
    heading: text().notNull(),
    /** One line for each point. */
    words: text().notNull(),
    /** Rises with every edit; a form carries the one it showed. */
    version: integer().notNull().default(1),
    changedById: text().references(() => persons.id),
    /** Changed after the minutes were published. */
    correctedAt: instant(),
  },
  {
    id: "key",
    gatheringId: "key",
    agendaItemId: "key",
    position: "fact",
    heading: "staff-words",
    words: "staff-words",
    version: "fact",
    changedById: "person",
    correctedAt: "fact",
  },
  (t) => [
    index("minute_items_gathering").on(t.gatheringId, t.position, t.id),
    uniqueIndex("minute_items_once").on(t.gatheringId, t.agendaItemId),
  ],
);

/** What a gathering agreed on, and who does what by when. */
export const minuteActions = table(
  "minute_actions",
  {
    id: id(),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    kind: oneOf("agreed", "action").notNull(),
    position: integer().notNull(),
    words: text().notNull(),
    /** A person of the network, or words such as "alle mentorer". */
    responsibleId: text().references(() => persons.id),
    responsible: text(),
    /** Local dates. */
    dueOn: sortable(),
    doneOn: sortable(),
    version: integer().notNull().default(1),
    changedById: text().references(() => persons.id),
    correctedAt: instant(),
  },
  {
    id: "key",
    gatheringId: "key",
    networkId: "key",
    kind: "fact",
    position: "fact",
    words: "staff-words",
    responsibleId: "person",
    responsible: "staff-words",
    dueOn: "fact",
    doneOn: "fact",
    version: "fact",
    changedById: "person",
    correctedAt: "fact",
  },
  (t) => [
    index("minute_actions_gathering").on(t.gatheringId, t.position, t.id),
    index("minute_actions_open").on(t.networkId, t.kind, t.doneOn, t.dueOn, t.id),
    index("minute_actions_responsible").on(t.responsibleId),
  ],
);

/** Whether the minutes of a gathering were published, or that there will be none. */
export const minutes = table(
  "minutes",
  {
    gatheringId: text()
      .primaryKey()
      .references(() => gatherings.id),
    outcome: oneOf("published", "none").notNull(),
    byId: text()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
    /** Raised to make the link that was mailed worthless. */
    linkVersion: integer().notNull().default(1),
  },
  { gatheringId: "key", outcome: "fact", byId: "person", at: "fact", linkVersion: "fact" },
);

/** A line of the minutes that was passed on as feedback from the group; once for each line. */
export const minuteFeedback = table(
  "minute_feedback",
  {
    minuteItemId: text()
      .notNull()
      .references(() => minuteItems.id),
    /** A hash of the line, so that the same one is not passed on twice. */
    lineKey: text().notNull(),
    feedbackId: text().notNull(),
  },
  { minuteItemId: "key", lineKey: "key", feedbackId: "key" },
  (t) => [primaryKey({ columns: [t.minuteItemId, t.lineKey] })],
);

/** A place that became free near the date, held for one person until a deadline. */
export const offers = table(
  "offers",
  {
    id: id(),
    invitationId: text()
      .notNull()
      .references(() => invitations.id),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    offeredAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** `open` holds the place; `void` when the gathering was cancelled, began, or took them off the list. */
    outcome: oneOf("open", "accepted", "declined", "expired", "void").notNull(),
    endedAt: instant(),
  },
  {
    id: "key",
    invitationId: "key",
    gatheringId: "key",
    offeredAt: "fact",
    expiresAt: "fact",
    outcome: "attendance",
    endedAt: "fact",
  },
  (t) => [
    index("offers_gathering").on(t.gatheringId, t.outcome),
    index("offers_invitation").on(t.invitationId, t.outcome),
    index("offers_due").on(t.outcome, t.expiresAt),
  ],
);

/** Who comes instead of whom. The colleague is a person with a name and an address, and nothing more. */
export const colleagues = table(
  "colleagues",
  {
    /** The invitation of whoever sent a colleague: one each. */
    insteadOfId: text()
      .primaryKey()
      .references(() => invitations.id),
    /** The colleague's own. */
    invitationId: text()
      .notNull()
      .references(() => invitations.id),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    sentAt: instant().notNull(),
  },
  { insteadOfId: "key", invitationId: "key", gatheringId: "key", sentAt: "fact" },
  (t) => [index("colleagues_invitation").on(t.invitationId), index("colleagues_gathering").on(t.gatheringId)],
);

/** A yes to all gatherings of a network up to a date; each one can still be answered by itself. */
export const standingAnswers = table(
  "standing_answers",
  {
    networkId: text()
      .notNull()
      .references(() => networks.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    mode: oneOf("room", "digital").notNull(),
    /** The last local date it holds for. */
    until: sortable().notNull(),
    saidAt: instant().notNull(),
  },
  { networkId: "key", personId: "person", mode: "attendance", until: "fact", saidAt: "fact" },
  (t) => [
    primaryKey({ columns: [t.networkId, t.personId] }),
    index("standing_answers_person").on(t.personId),
  ],
);

/**
 * Calendars one subscribes to: one per person and one per network. The address is an HMAC over id and
 * version, so nothing that opens it is stored; a raised version revokes it.
 */
export const feeds = table(
  "feeds",
  {
    id: id(),
    personId: text().references(() => persons.id),
    networkId: text().references(() => networks.id),
    version: integer().notNull().default(1),
    isOn: flag().notNull(),
    changedAt: instant().notNull(),
  },
  { id: "key", personId: "person", networkId: "key", version: "fact", isOn: "fact", changedAt: "fact" },
  (t) => [uniqueIndex("feeds_person").on(t.personId), uniqueIndex("feeds_network").on(t.networkId)],
);

/** Answers by mail from an address we do not know, or that may be forged: the person is asked first. */
export const heldAnswers = table(
  "held_answers",
  {
    id: id(),
    invitationId: text()
      .notNull()
      .references(() => invitations.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** The message it came in. */
    incomingId: text().notNull(),
    addressKey: text().notNull(),
    /** An unknown address, a known attendee but another house's sender, or a sender not proved. */
    reason: oneOf("address", "domain", "dmarc").notNull(),
    answer: oneOf("yes", "maybe", "no").notNull(),
    sequence: integer().notNull(),
    saidAt: instant().notNull(),
    heldAt: instant().notNull(),
    /** What the person said; null until then. */
    verdict: oneOf("own", "not-own"),
    decidedAt: instant(),
  },
  {
    id: "key",
    invitationId: "key",
    personId: "person",
    incomingId: "key",
    addressKey: "identity",
    reason: "fact",
    answer: "attendance",
    sequence: "fact",
    saidAt: "fact",
    heldAt: "fact",
    verdict: "fact",
    decidedAt: "fact",
  },
  (t) => [
    uniqueIndex("held_answers_once").on(t.invitationId, t.addressKey),
    index("held_answers_person").on(t.personId, t.verdict),
  ],
);

/** "Dette prøver jeg til neste gang": private unless its owner shares it. */
export const tries = table(
  "tries",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    words: text().notNull(),
    isShared: flag().notNull().default(false),
    /** Local date. */
    notedOn: sortable().notNull(),
  },
  { id: "key", networkId: "key", personId: "person", words: "reflection", isShared: "fact", notedOn: "fact" },
  (t) => [
    index("tries_network").on(t.networkId, t.isShared, t.notedOn, t.id),
    index("tries_person").on(t.personId, t.networkId, t.notedOn),
  ],
);
