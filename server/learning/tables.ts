/** Feedback, the learning items it becomes, and everything that happens to them. */
import { gatherings } from "../gatherings/tables.ts";
import { networks } from "../networks/tables.ts";
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
import type { CouplingCounts } from "./coupling.ts";

/**
 * One piece of feedback, without its words and without its author, who both stand in rows of their
 * own. An anonymous one has no author row, no gathering and no time: only the week it may be seen.
 */
export const feedback = table(
  "feedback",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    source: oneOf("free", "evaluation", "group", "minutes").notNull(),
    gatheringId: text().references(() => gatherings.id),
    naming: oneOf("named", "confidential", "anonymous").notNull(),
    wording: oneOf("own", "paraphrase").notNull(),
    /** About an adviser: who reads it is decided in `reviewers.ts`. */
    isAboutAdviser: flag().notNull().default(false),
    /** The adviser it is about; null when it is about all of them, or about none. */
    aboutAdviserId: text().references(() => persons.id),
    /** Local date from which those who review may see it; a Monday for anonymous ones. */
    visibleFrom: sortable().notNull(),
    /** False when it was put aside or stands in an item, so that an inbox need not look at it again. */
    isWaiting: flag().notNull().default(true),
  },
  {
    id: "key",
    networkId: "key",
    source: "fact",
    gatheringId: "key",
    naming: "fact",
    wording: "fact",
    isAboutAdviser: "fact",
    aboutAdviserId: "person",
    visibleFrom: "fact",
    isWaiting: "fact",
  },
  (t) => [
    index("feedback_network").on(t.networkId, t.visibleFrom, t.id),
    index("feedback_waiting").on(t.isWaiting, t.networkId, t.visibleFrom, t.id),
  ],
);

export const feedbackWords = table(
  "feedback_words",
  {
    feedbackId: text()
      .primaryKey()
      .references(() => feedback.id),
    text: text().notNull(),
    consequence: text(),
    wish: text(),
  },
  {
    feedbackId: "key",
    text: "feedback-words",
    consequence: "feedback-words",
    wish: "feedback-words",
  },
);

/**
 * Anonymous feedback of one week, until its Monday: one row, rewritten whole, that only the site's SECRET
 * opens (see `batch.ts`).
 */
export const sealedFeedback = table(
  "sealed_feedback",
  {
    networkId: text()
      .notNull()
      .references(() => networks.id),
    /** The Monday it is opened; local date. */
    opensOn: sortable().notNull(),
    sealed: text().notNull(),
  },
  { networkId: "key", opensOn: "fact", sealed: "feedback-words" },
  (t) => [primaryKey({ columns: [t.networkId, t.opensOn] }), index("sealed_feedback_opens").on(t.opensOn)],
);

/** Who gave it, for named and confidential feedback only. */
export const feedbackAuthors = table(
  "feedback_authors",
  {
    feedbackId: text()
      .primaryKey()
      .references(() => feedback.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** Local date: no exact time stands with an answer. */
    givenOn: sortable().notNull(),
  },
  { feedbackId: "key", personId: "person", givenOn: "fact" },
  (t) => [index("feedback_authors_person").on(t.personId, t.givenOn, t.feedbackId)],
);

/** What lets the author of an anonymous piece follow it. */
export const feedbackReceipts = table(
  "feedback_receipts",
  {
    feedbackId: text()
      .primaryKey()
      .references(() => feedback.id),
    codeHash: text().notNull(),
  },
  { feedbackId: "key", codeHash: "secret" },
  (t) => [uniqueIndex("feedback_receipts_code").on(t.codeHash)],
);

/** The adviser's check: third parties' identity removed; urgent and single cases diverted. */
export const feedbackReviews = table(
  "feedback_reviews",
  {
    feedbackId: text()
      .primaryKey()
      .references(() => feedback.id),
    outcome: oneOf("kept", "no_action", "diverted").notNull(),
    themeSlug: text(),
    /** Said to the author: whom to ring about what was diverted, or why nothing is to be done. */
    note: text(),
    reviewedById: text()
      .notNull()
      .references(() => persons.id),
    reviewedAt: instant().notNull(),
  },
  {
    feedbackId: "key",
    outcome: "fact",
    themeSlug: "fact",
    note: "feedback-words",
    reviewedById: "person",
    reviewedAt: "fact",
  },
);

/** An adviser's paraphrase; the author sees it first, no answer in seven days counts as yes. */
export const feedbackParaphrases = table(
  "feedback_paraphrases",
  {
    feedbackId: text()
      .primaryKey()
      .references(() => feedback.id),
    words: text().notNull(),
    writtenById: text()
      .notNull()
      .references(() => persons.id),
    /** Local date it was put to the author. */
    proposedOn: sortable().notNull(),
    /** Null until the author answers. */
    authorSays: oneOf("yes", "no"),
  },
  {
    feedbackId: "key",
    words: "feedback-words",
    writtenById: "person",
    proposedOn: "fact",
    authorSays: "fact",
  },
);

/** The rules that feedback presses on. */
export const rules = table(
  "rules",
  {
    id: id(),
    words: text().notNull(),
    sortKey: sortable().notNull(),
    kind: oneOf("law", "regulation", "circular", "routine", "budget", "target", "unwritten").notNull(),
    reference: text(),
    owner: text(),
    whoCanChange: text(),
    createdAt: instant().notNull(),
  },
  {
    id: "key",
    words: "staff-words",
    sortKey: "staff-words",
    kind: "fact",
    reference: "fact",
    owner: "fact",
    whoCanChange: "fact",
    createdAt: "fact",
  },
  (t) => [uniqueIndex("rules_sort").on(t.sortKey)],
);

/** One or more pieces of feedback standing together. Its state is derived, see `state.ts`. */
export const learningItems = table(
  "learning_items",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    themeSlug: text().notNull(),
    /** The theme as a question to Nav. */
    question: text().notNull(),
    gapSaid: text(),
    gapDone: text(),
    gapLeadsTo: text(),
    dissent: text(),
    /** The rule the adviser thinks it runs into; the decision has the last word. */
    suggestedRuleId: text().references(() => rules.id),
    /** Where it stands, derived from its other rows by `lane.ts` whenever they change; for lists only. */
    lane: oneOf("gathered", "waiting", "answered", "reported", "confirmed", "unconfirmed"),
    /** The rule it presses on, derived in the same way. */
    ruleId: text().references(() => rules.id),
    createdById: text()
      .notNull()
      .references(() => persons.id),
    createdAt: instant().notNull(),
  },
  {
    id: "key",
    networkId: "key",
    themeSlug: "fact",
    question: "staff-words",
    gapSaid: "staff-words",
    gapDone: "staff-words",
    gapLeadsTo: "staff-words",
    dissent: "staff-words",
    suggestedRuleId: "key",
    lane: "fact",
    ruleId: "key",
    createdById: "person",
    createdAt: "fact",
  },
  (t) => [
    index("learning_items_network").on(t.networkId, t.createdAt, t.id),
    index("learning_items_lane").on(t.lane, t.networkId, t.createdAt, t.id),
    index("learning_items_rule").on(t.ruleId, t.networkId, t.createdAt, t.id),
    index("learning_items_suggested").on(t.suggestedRuleId),
  ],
);

/** Which item a piece of feedback stands in now; `learningLog` keeps where it stood before. */
export const itemFeedback = table(
  "item_feedback",
  {
    feedbackId: text()
      .primaryKey()
      .references(() => feedback.id),
    itemId: text()
      .notNull()
      .references(() => learningItems.id),
    addedById: text()
      .notNull()
      .references(() => persons.id),
    addedAt: instant().notNull(),
  },
  { feedbackId: "key", itemId: "key", addedById: "person", addedAt: "fact" },
  (t) => [index("item_feedback_item").on(t.itemId)],
);

/**
 * An item put before someone to decide. The last one of an item is what waits, unless it is decided.
 * - `sent` by an adviser; `passed` on once by a leader; `escalated` to level 2 when it was to be passed
 *   on again; `assigned` by level 2; `lifted` by a decision; `returned` by level 2 with a reason
 * - `reopened` by the mentors' votes, or by an adviser when two later items press on the same rule;
 *   `trial_over` by a trial's stop date and `look_again` by the date of an "ikke endre": nobody sent those.
 */
export const referrals = table(
  "referrals",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => learningItems.id),
    iteration: integer().notNull(),
    /** 1, 2, 3 … within the item. */
    number: integer().notNull(),
    kind: oneOf(
      "sent",
      "passed",
      "escalated",
      "assigned",
      "lifted",
      "returned",
      "reopened",
      "trial_over",
      "look_again",
    ).notNull(),
    fromId: text().references(() => persons.id),
    toId: text()
      .notNull()
      .references(() => persons.id),
    reason: text(),
    /** The gathering by which an answer is due. */
    dueGatheringId: text().references(() => gatherings.id),
    at: instant().notNull(),
    /** When it was decided or moved on; null while it waits. */
    endedAt: instant(),
  },
  {
    id: "key",
    itemId: "key",
    iteration: "fact",
    number: "fact",
    kind: "fact",
    fromId: "person",
    toId: "person",
    reason: "staff-words",
    dueGatheringId: "key",
    at: "fact",
    endedAt: "fact",
  },
  (t) => [
    uniqueIndex("referrals_number").on(t.itemId, t.number),
    index("referrals_to").on(t.toId, t.endedAt, t.at),
    index("referrals_waiting").on(t.endedAt, t.itemId),
    index("referrals_due").on(t.dueGatheringId),
  ],
);

/** The leader's one form. One per referral, never changed afterwards. */
export const decisions = table(
  "decisions",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => learningItems.id),
    referralId: text()
      .notNull()
      .references(() => referrals.id),
    verdict: oneOf("change", "try", "keep", "lift").notNull(),
    reason: text().notNull(),
    ruleId: text()
      .notNull()
      .references(() => rules.id),
    /** Kept is single loop, doubted is double loop. */
    ruleView: oneOf("kept", "doubted").notNull(),
    /** Local date: when it starts, or when one looks again. */
    onDate: sortable().notNull(),
    stopDate: sortable(),
    responsible: text(),
    /** What mentors should notice. */
    notice: text(),
    hoursFreedPerMonth: integer(),
    wouldChangeOurMind: text(),
    /** Who read it before it was given, if anyone. */
    secondReader: text(),
    decidedById: text()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  {
    id: "key",
    itemId: "key",
    referralId: "key",
    verdict: "fact",
    reason: "staff-words",
    ruleId: "key",
    ruleView: "fact",
    onDate: "fact",
    stopDate: "fact",
    responsible: "staff-words",
    notice: "staff-words",
    hoursFreedPerMonth: "fact",
    wouldChangeOurMind: "staff-words",
    secondReader: "staff-words",
    decidedById: "person",
    at: "fact",
  },
  (t) => [
    uniqueIndex("decisions_referral").on(t.referralId),
    index("decisions_item").on(t.itemId, t.at),
    index("decisions_rule").on(t.ruleId, t.itemId),
    index("decisions_stop").on(t.stopDate),
    index("decisions_start").on(t.onDate),
  ],
);

/** What was done after a decision: the documented change of practice. */
export const practiceChanges = table(
  "practice_changes",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => learningItems.id),
    decisionId: text()
      .notNull()
      .references(() => decisions.id),
    words: text().notNull(),
    /** Where it can be read: an https address, or null. */
    link: text(),
    recordedById: text()
      .notNull()
      .references(() => persons.id),
    /** Local date. */
    recordedOn: sortable().notNull(),
  },
  {
    id: "key",
    itemId: "key",
    decisionId: "key",
    words: "staff-words",
    link: "staff-words",
    recordedById: "person",
    recordedOn: "fact",
  },
  (t) => [
    index("practice_changes_item").on(t.itemId, t.recordedOn),
    index("practice_changes_decision").on(t.decisionId),
  ],
);

/** The answer was presented at a gathering. */
export const reportBacks = table(
  "report_backs",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => learningItems.id),
    decisionId: text()
      .notNull()
      .references(() => decisions.id),
    gatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    reportedById: text()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  {
    id: "key",
    itemId: "key",
    decisionId: "key",
    gatheringId: "key",
    reportedById: "person",
    at: "fact",
  },
  (t) => [
    uniqueIndex("report_backs_decision").on(t.decisionId),
    index("report_backs_item").on(t.itemId),
    index("report_backs_gathering").on(t.gatheringId),
  ],
);

/** A round of votes. The counts are written once, at closing; who said what is not in them. */
export const voteRounds = table(
  "vote_rounds",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => learningItems.id),
    decisionId: text()
      .notNull()
      .references(() => decisions.id),
    number: integer().notNull(),
    question: oneOf("understood", "difference").notNull(),
    openedAtGatheringId: text()
      .notNull()
      .references(() => gatherings.id),
    openedAt: instant().notNull(),
    /** Those who had not answered were reminded, once. */
    remindedAt: instant(),
    closedAt: instant(),
    electors: integer().notNull(),
    yes: integer(),
    partly: integer(),
    no: integer(),
    notMe: integer(),
  },
  {
    id: "key",
    itemId: "key",
    decisionId: "key",
    number: "fact",
    question: "fact",
    openedAtGatheringId: "key",
    openedAt: "fact",
    remindedAt: "fact",
    closedAt: "fact",
    electors: "fact",
    yes: "fact",
    partly: "fact",
    no: "fact",
    notMe: "fact",
  },
  (t) => [
    uniqueIndex("vote_rounds_number").on(t.decisionId, t.number),
    index("vote_rounds_item").on(t.itemId),
    index("vote_rounds_open").on(t.closedAt, t.openedAt),
  ],
);

/** The mentors active when a round opened: they alone may vote in it. */
export const roundElectors = table(
  "round_electors",
  {
    roundId: text()
      .notNull()
      .references(() => voteRounds.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
  },
  { roundId: "key", personId: "person" },
  (t) => [primaryKey({ columns: [t.roundId, t.personId] }), index("round_electors_person").on(t.personId)],
);

/**
 * One vote per mentor, changeable until the round closes. Deleted with the electors when it is counted,
 * so that no row of a closed round pairs a person with an answer.
 */
export const votes = table(
  "votes",
  {
    roundId: text()
      .notNull()
      .references(() => voteRounds.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    vote: oneOf("yes", "partly", "no", "not_me").notNull(),
  },
  { roundId: "key", personId: "person", vote: "attendance" },
  (t) => [primaryKey({ columns: [t.roundId, t.personId] })],
);

/** Append only: what happened to an item, without words. */
export const learningLog = table(
  "learning_log",
  {
    id: id(),
    itemId: text().references(() => learningItems.id),
    feedbackId: text().references(() => feedback.id),
    /** Where a regrouped piece of feedback stood before. */
    fromItemId: text().references(() => learningItems.id),
    event: oneOf(
      "reviewed",
      "paraphrased",
      "gathered",
      "regrouped",
      "sent",
      "passed",
      "escalated",
      "assigned",
      "lifted",
      "returned",
      "reopened",
      "trial_over",
      "look_again",
      "silent",
      "decided",
      "changed",
      "reported",
      "round_opened",
      "round_closed",
    ).notNull(),
    byId: text().references(() => persons.id),
    at: instant().notNull(),
  },
  {
    id: "key",
    itemId: "key",
    feedbackId: "key",
    fromItemId: "key",
    event: "fact",
    byId: "person",
    at: "fact",
  },
  (t) => [
    index("learning_log_item").on(t.itemId, t.at),
    index("learning_log_from").on(t.fromItemId),
    index("learning_log_at").on(t.at),
  ],
);

/** How far a giver has been told, so that the next weekly digest goes on from there. */
export const newsTold = table(
  "news_told",
  {
    personId: text()
      .primaryKey()
      .references(() => persons.id),
    upTo: instant().notNull(),
  },
  { personId: "person", upTo: "fact" },
);

/** What coupling is read from: counts of a network in a half-year, stored by the clock. */
export const couplingHalfYears = table(
  "coupling_half_years",
  {
    networkId: text()
      .notNull()
      .references(() => networks.id),
    /** `2026-1` or `2026-2`. */
    halfYear: sortable().notNull(),
    counts: json<CouplingCounts>().notNull(),
    /** Local date; once it is after the half-year, the counts are final. */
    countedOn: sortable().notNull(),
  },
  { networkId: "key", halfYear: "fact", counts: "fact", countedOn: "fact" },
  (t) => [primaryKey({ columns: [t.networkId, t.halfYear] })],
);
