/** What a person keeps for themselves when reading a case, and what groups answer at gatherings. */
import { gatherings } from "../gatherings/tables.ts";
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
  table,
  text,
  uniqueIndex,
} from "../store/columns.ts";

/**
 * A private reflection on one question of one version of a case. It belongs to that version: a new
 * version never changes what an old answer was about.
 */
export const reflections = table(
  "reflections",
  {
    personId: text()
      .notNull()
      .references(() => persons.id),
    caseSlug: text().notNull(),
    caseVersion: integer().notNull(),
    questionId: text().notNull(),
    /** Empty when only an alternative was chosen. */
    words: text().notNull(),
    /** Which alternative of a choice question, counted from 0. */
    choice: integer(),
    writtenAt: instant().notNull(),
  },
  {
    personId: "person",
    caseSlug: "fact",
    caseVersion: "fact",
    questionId: "fact",
    words: "reflection",
    choice: "reflection",
    writtenAt: "fact",
  },
  (t) => [primaryKey({ columns: [t.personId, t.caseSlug, t.caseVersion, t.questionId] })],
);

/** "I have read this": by the person's own press. */
export const caseReadings = table(
  "case_readings",
  {
    personId: text()
      .notNull()
      .references(() => persons.id),
    caseSlug: text().notNull(),
    caseVersion: integer().notNull(),
    readAt: instant().notNull(),
  },
  { personId: "person", caseSlug: "fact", caseVersion: "fact", readAt: "fact" },
  (t) => [primaryKey({ columns: [t.personId, t.caseSlug] }), index("case_readings_case").on(t.caseSlug)],
);

/**
 * One row that changes whenever a written case is published or withdrawn, so that every process can
 * ask with one small read whether what it holds is still what is published.
 */
export const caseCatalogue = table(
  "case_catalogue",
  { id: text().primaryKey(), stamp: integer().notNull() },
  { id: "key", stamp: "fact" },
);

/** A case written in the browser. Those that ship as files have none, only versions. */
export const writtenCases = table(
  "written_cases",
  {
    slug: text().primaryKey(),
    createdAt: instant().notNull(),
    /** The version mentors read; null until one is published. */
    publishedVersion: integer(),
    /** Taken from the list. Nothing is deleted: answers belong to its versions. */
    withdrawnAt: instant(),
  },
  { slug: "fact", createdAt: "fact", publishedVersion: "fact", withdrawnAt: "fact" },
  (t) => [index("written_cases_created").on(t.createdAt, t.slug)],
);

/** A version of a written case: a draft until it is published, and never changed after. */
export const caseVersions = table(
  "case_versions",
  {
    slug: text()
      .notNull()
      .references(() => writtenCases.slug),
    version: integer().notNull(),
    /** Raised by every change, so that an approval is for words the approver has seen. */
    revision: integer().notNull(),
    /** How much is missing or wrong; 0 when it may be approved. */
    faultCount: integer().notNull(),
    createdAt: instant().notNull(),
    approvedRevision: integer(),
    approvedById: text().references(() => persons.id),
    approvedAt: instant(),
    publishedAt: instant(),
  },
  {
    slug: "fact",
    version: "fact",
    revision: "fact",
    faultCount: "fact",
    createdAt: "fact",
    approvedRevision: "fact",
    approvedById: "person",
    approvedAt: "fact",
    publishedAt: "fact",
  },
  (t) => [primaryKey({ columns: [t.slug, t.version] })],
);

/**
 * The words of a version in one language, as Markdown. Versions of file cases are kept here too, so
 * that an old answer can be shown with the question it was given to when the file has moved on.
 */
export const caseSources = table(
  "case_sources",
  {
    slug: text().notNull(),
    version: integer().notNull(),
    language: oneOf("nb", "nn").notNull(),
    markdown: text().notNull(),
    /** Raised when the text is saved: two who edit it at once find out. */
    revision: integer().notNull(),
    savedById: text().references(() => persons.id),
    savedAt: instant().notNull(),
  },
  {
    slug: "fact",
    version: "fact",
    language: "fact",
    markdown: "staff-words",
    revision: "fact",
    savedById: "person",
    savedAt: "fact",
  },
  (t) => [primaryKey({ columns: [t.slug, t.version, t.language] })],
);

/** Everyone who wrote in a version: none of them may approve it. */
export const caseWriters = table(
  "case_writers",
  {
    slug: text().notNull(),
    version: integer().notNull(),
    personId: text()
      .notNull()
      .references(() => persons.id),
  },
  { slug: "fact", version: "fact", personId: "person" },
  (t) => [
    primaryKey({ columns: [t.slug, t.version, t.personId] }),
    index("case_writers_person").on(t.personId),
  ],
);

/** Something written in both forms of Norwegian, as the case had it when the session was opened. */
export interface BothForms<T> {
  nb: T;
  nn: T;
}

/**
 * A case discussed in groups at a gathering. It carries a copy of the questions as they were, so that
 * an answer stays about the version it was given to. Phones join by code on the gathering's day.
 */
export const groupSessions = table(
  "group_sessions",
  {
    id: id(),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    caseSlug: text().notNull(),
    caseVersion: integer().notNull(),
    title: json<BothForms<string>>().notNull(),
    /** Six letters and digits; null when nobody may join any more. */
    code: text(),
    /** Rises with everything that all phones see. */
    version: integer().notNull().default(0),
    /** Rises with what only the facilitator and the projector see. */
    staffVersion: integer().notNull().default(0),
    openedById: text()
      .notNull()
      .references(() => persons.id),
    openedAt: instant().notNull(),
    endedAt: instant(),
    /** When phones and what was written over were deleted: the day was over. */
    clearedAt: instant(),
  },
  {
    id: "key",
    gatheringId: "key",
    caseSlug: "fact",
    caseVersion: "fact",
    title: "fact",
    code: "fact",
    version: "fact",
    staffVersion: "fact",
    openedById: "person",
    openedAt: "fact",
    endedAt: "fact",
    clearedAt: "fact",
  },
  (t) => [
    uniqueIndex("group_sessions_gathering").on(t.gatheringId, t.caseSlug, t.caseVersion),
    uniqueIndex("group_sessions_code").on(t.code),
    index("group_sessions_case").on(t.caseSlug, t.caseVersion),
    index("group_sessions_cleared").on(t.clearedAt),
  ],
);

export const groupQuestions = table(
  "group_questions",
  {
    sessionId: text()
      .notNull()
      .references(() => groupSessions.id),
    questionId: text().notNull(),
    position: integer().notNull(),
    kind: oneOf("open", "choice", "roleplay").notNull(),
    isAboutNav: flag().notNull(),
    wording: json<BothForms<{ sentence: string; html: string; choices: string[] }>>().notNull(),
  },
  {
    sessionId: "key",
    questionId: "fact",
    position: "fact",
    kind: "fact",
    isAboutNav: "fact",
    wording: "fact",
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.questionId] })],
);

/** A question being put to the groups: once, or twice with the discussion in between. */
export const groupRounds = table(
  "group_rounds",
  {
    sessionId: text()
      .notNull()
      .references(() => groupSessions.id),
    questionId: text().notNull(),
    /** 1 or 2. */
    round: integer().notNull(),
    openedAt: instant().notNull(),
    /** What the timer runs to; null without one. */
    endsAt: instant(),
    closedAt: instant(),
    /** Until then no one is given another group's answer. */
    revealedAt: instant(),
  },
  {
    sessionId: "key",
    questionId: "fact",
    round: "fact",
    openedAt: "fact",
    endsAt: "fact",
    closedAt: "fact",
    revealedAt: "fact",
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.questionId, t.round] })],
);

/** A group of a session: how many they say they are. */
export const groupGroups = table(
  "group_groups",
  {
    sessionId: text()
      .notNull()
      .references(() => groupSessions.id),
    /** 1–8. */
    number: integer().notNull(),
    size: integer(),
    /** Rises with everything that only this group's phones see. */
    version: integer().notNull().default(0),
  },
  { sessionId: "key", number: "fact", size: "fact", version: "fact" },
  (t) => [primaryKey({ columns: [t.sessionId, t.number] })],
);

/** A phone that joined: no person, no address, no time. Deleted when the gathering's day is over. */
export const groupDevices = table(
  "group_devices",
  {
    tokenHash: text().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => groupSessions.id),
    groupNumber: integer().notNull(),
    /** What the phone is called in this session: 1, 2, 3 … */
    number: integer().notNull(),
  },
  { tokenHash: "secret", sessionId: "key", groupNumber: "fact", number: "fact" },
  (t) => [uniqueIndex("group_devices_session").on(t.sessionId, t.number)],
);

/** Answers that say the same, under a name the facilitator gives. */
export const groupClusters = table(
  "group_clusters",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => groupSessions.id),
    questionId: text().notNull(),
    round: integer().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
  },
  {
    id: "key",
    sessionId: "key",
    questionId: "fact",
    round: "fact",
    position: "fact",
    name: "staff-words",
  },
  (t) => [index("group_clusters_round").on(t.sessionId, t.questionId, t.round)],
);

/** The one answer of a group to a question in a round. */
export const groupAnswers = table(
  "group_answers",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => groupSessions.id),
    questionId: text().notNull(),
    round: integer().notNull(),
    groupNumber: integer().notNull(),
    words: text().notNull(),
    /** Which alternative of a choice question, counted from 0. */
    choice: integer(),
    /** Rises with each save; a form carries the one it showed. */
    version: integer().notNull(),
    /** The group says that this concerns Nav. */
    isAboutNav: flag().notNull().default(false),
    /** It has become feedback: which piece is not stored, nor when. */
    isSentToNav: flag().notNull().default(false),
    /** The group lets later groups read it; they do once an adviser has approved. */
    mayShare: flag().notNull().default(false),
    approvedById: text().references(() => persons.id),
    clusterId: text(),
    /** Who does what. */
    party: oneOf("mentor", "nav", "leader", "together"),
  },
  {
    id: "key",
    sessionId: "key",
    questionId: "fact",
    round: "fact",
    groupNumber: "fact",
    words: "group-words",
    choice: "group-words",
    version: "fact",
    isAboutNav: "fact",
    isSentToNav: "fact",
    mayShare: "fact",
    approvedById: "person",
    clusterId: "key",
    party: "fact",
  },
  (t) => [uniqueIndex("group_answers_group").on(t.sessionId, t.questionId, t.round, t.groupNumber)],
);

/**
 * Every text a group's phones have sent. What was written over can be found again, and what came too
 * late stands beside the answer until the group has settled it. Deleted when the day is over.
 */
export const groupSaves = table(
  "group_saves",
  {
    id: id(),
    answerId: text()
      .notNull()
      .references(() => groupAnswers.id),
    /** Of the answer after this save; for what stands beside it, the version it lost to. */
    version: integer().notNull(),
    words: text().notNull(),
    choice: integer(),
    outcome: oneOf("kept", "beside", "settled").notNull(),
  },
  {
    id: "key",
    answerId: "key",
    version: "fact",
    words: "group-words",
    choice: "group-words",
    outcome: "fact",
  },
  (t) => [index("group_saves_answer").on(t.answerId, t.version)],
);

/** What a person keeps for themselves when reading a case, and the cases written in the browser. */
