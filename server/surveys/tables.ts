/** Surveys as ballots: no row pairs a person with an answer (learning-loop.md section 2). */
import { gatherings } from "../gatherings/tables.ts";
import { networks } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import {
  id,
  index,
  integer,
  json,
  oneOf,
  primaryKey,
  sortable,
  table,
  text,
  uniqueIndex,
} from "../store/columns.ts";

/** An evaluation of a gathering, or a yearly survey of a network. */
export const surveys = table(
  "surveys",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    kind: oneOf("evaluation", "mentors", "employers").notNull(),
    gatheringId: text().references(() => gatherings.id),
    /** The half-year of the gathering, `2026-2`, or the year of a yearly survey. */
    period: sortable().notNull(),
    /** What there is one survey of: a gathering, or a kind, network and year. */
    onceKey: text().notNull(),
    /** Local dates. It is open to the end of `closesOn`. */
    openedOn: sortable().notNull(),
    closesOn: sortable().notNull(),
    remindOn: sortable().notNull(),
    remindedOn: sortable(),
    closedOn: sortable(),
    /** How many were asked when it opened, and how many had answered when it closed. */
    asked: integer().notNull(),
    answers: integer(),
    /** Who opened a yearly survey; evaluations open by themselves. */
    openedById: text().references(() => persons.id),
  },
  {
    id: "key",
    networkId: "key",
    kind: "fact",
    gatheringId: "key",
    period: "fact",
    onceKey: "key",
    openedOn: "fact",
    closesOn: "fact",
    remindOn: "fact",
    remindedOn: "fact",
    closedOn: "fact",
    asked: "fact",
    answers: "fact",
    openedById: "person",
  },
  (t) => [
    uniqueIndex("surveys_once").on(t.onceKey),
    uniqueIndex("surveys_gathering").on(t.gatheringId),
    index("surveys_network").on(t.networkId, t.kind, t.openedOn, t.id),
    index("surveys_open").on(t.closedOn, t.closesOn),
    index("surveys_opener").on(t.openedById),
  ],
);

/**
 * One row per question, one per free text and one for who has answered; all rows of a survey are
 * written anew, together, with every answer. Sealed while it is open; counts and sorted texts when it
 * has closed, and who had answered is gone.
 */
export const ballots = table(
  "ballots",
  {
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    question: text().notNull(),
    sealed: text(),
    /** How many gave each answer, in the order of the scale. */
    counts: json<number[]>(),
    /** Sorted, so that their order tells nothing. */
    texts: json<string[]>(),
  },
  {
    surveyId: "key",
    question: "fact",
    sealed: "survey-answers",
    counts: "fact",
    texts: "survey-answers",
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.question] })],
);

/** A network's half-year, or its year in the place of both, counted once when it is over; what leaders see. */
export const pools = table(
  "pools",
  {
    networkId: text()
      .notNull()
      .references(() => networks.id),
    /** `2026-2`, or `2026` for a whole year. */
    halfYear: sortable().notNull(),
    /**
     * Who has answered, apart for gatherings with too few answers to be shown. Until it is counted; of one
     * that turns out too small, until its year is over (`year-pool.ts`).
     */
    sealed: text(),
    /** From when it is counted. Different people; gatherings with answers; question → counts. */
    respondents: integer(),
    gatherings: integer(),
    counts: json<Record<string, number[]>>(),
    countedOn: sortable(),
  },
  {
    networkId: "key",
    halfYear: "fact",
    sealed: "survey-answers",
    respondents: "fact",
    gatherings: "fact",
    counts: "fact",
    countedOn: "fact",
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.halfYear] }),
    index("pools_counted").on(t.countedOn, t.halfYear),
  ],
);
