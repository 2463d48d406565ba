/** What a person keeps for themselves when reading a case, and the cases written in the browser. */
import { persons } from "../people/tables.ts";
import { index, instant, integer, oneOf, primaryKey, table, text } from "../store/columns.ts";

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
