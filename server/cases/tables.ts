/** What a person keeps for themselves when reading a case. The cases themselves are files. */
import { persons } from "../people/tables.ts";
import { index, instant, integer, primaryKey, table, text } from "../store/columns.ts";

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
