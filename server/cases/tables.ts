/** What a person keeps for themselves when reading a case. The cases themselves are files. */
import { persons } from "../people/tables.ts";
import { index, instant, integer, primaryKey, table, text } from "../store/columns.ts";

/** A private reflection on one question of one version of a case. */
export const reflections = table(
  "reflections",
  {
    personId: text()
      .notNull()
      .references(() => persons.id),
    caseSlug: text().notNull(),
    caseVersion: integer().notNull(),
    questionId: text().notNull(),
    words: text().notNull(),
    writtenAt: instant().notNull(),
  },
  {
    personId: "person",
    caseSlug: "fact",
    caseVersion: "fact",
    questionId: "fact",
    words: "reflection",
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
