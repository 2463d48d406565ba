/** Reads about learning items: everything a state is derived from, in a fixed number of statements. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { isAdviserIn, networkFor } from "../networks/queries.ts";
import { persons } from "../people/tables.ts";
import { alias } from "../store/columns.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { releasedIfProposedBy } from "./review.ts";
import { countsOf } from "./rounds.ts";
import {
  decisions,
  feedback,
  feedbackAuthors,
  feedbackParaphrases,
  feedbackWords,
  itemFeedback,
  learningItems,
  learningLog,
  referrals,
  reportBacks,
  roundElectors,
  rules,
  voteRounds,
  votes,
} from "./tables.ts";

/** No page shows more items than this at once. */
const mostItems = 200;

const to = alias(persons, "referred_to");
const from = alias(persons, "referred_from");

async function referralRows(read: Reader, ids: string[]) {
  return read
    .select({
      id: referrals.id,
      itemId: referrals.itemId,
      iteration: referrals.iteration,
      number: referrals.number,
      kind: referrals.kind,
      toId: referrals.toId,
      toName: to.name,
      fromName: from.name,
      reason: referrals.reason,
      dueGatheringId: referrals.dueGatheringId,
      at: referrals.at,
    })
    .from(referrals)
    .innerJoin(to, eq(to.id, referrals.toId))
    .leftJoin(from, eq(from.id, referrals.fromId))
    .where(inArray(referrals.itemId, ids))
    .orderBy(asc(referrals.number));
}

async function decisionRows(read: Reader, ids: string[]) {
  return read
    .select({
      id: decisions.id,
      itemId: decisions.itemId,
      referralId: decisions.referralId,
      verdict: decisions.verdict,
      reason: decisions.reason,
      ruleId: decisions.ruleId,
      ruleWords: rules.words,
      ruleView: decisions.ruleView,
      onDate: decisions.onDate,
      stopDate: decisions.stopDate,
      responsible: decisions.responsible,
      notice: decisions.notice,
      hoursFreedPerMonth: decisions.hoursFreedPerMonth,
      wouldChangeOurMind: decisions.wouldChangeOurMind,
      secondReader: decisions.secondReader,
      decidedById: decisions.decidedById,
      byName: persons.name,
      at: decisions.at,
    })
    .from(decisions)
    .innerJoin(rules, eq(rules.id, decisions.ruleId))
    .innerJoin(persons, eq(persons.id, decisions.decidedById))
    .where(inArray(decisions.itemId, ids))
    .orderBy(asc(decisions.at));
}

async function roundRows(read: Reader, ids: string[]) {
  const rows = await read
    .select()
    .from(voteRounds)
    .where(inArray(voteRounds.itemId, ids))
    .orderBy(asc(voteRounds.openedAt), asc(voteRounds.number));
  return rows.map(({ id, itemId, decisionId, number, question, openedAtGatheringId, ...rest }) => ({
    id,
    itemId,
    decisionId,
    number,
    question,
    openedAtGatheringId,
    counts: countsOf(rest),
  }));
}

type ItemRow = typeof learningItems.$inferSelect;
type OfItem<T extends Promise<unknown[]>> = Awaited<T>[number];
/** An item with everything its state is derived from. */
export interface Loop extends ItemRow {
  referrals: OfItem<ReturnType<typeof referralRows>>[];
  decisions: OfItem<ReturnType<typeof decisionRows>>[];
  reportBacks: { itemId: string; decisionId: string; gatheringId: string }[];
  rounds: OfItem<ReturnType<typeof roundRows>>[];
}

/** The items that fit, newest first, with their rows; five statements however many there are. */
export async function loadLoops(read: Reader, where: SQL | undefined): Promise<Loop[]> {
  const items = await read
    .select()
    .from(learningItems)
    .where(where)
    .orderBy(desc(learningItems.createdAt), desc(learningItems.id))
    .limit(mostItems);
  if (items.length === 0) return [];
  const ids = items.map((item) => item.id);
  const parts = await Promise.all([
    referralRows(read, ids),
    decisionRows(read, ids),
    read
      .select({
        itemId: reportBacks.itemId,
        decisionId: reportBacks.decisionId,
        gatheringId: reportBacks.gatheringId,
      })
      .from(reportBacks)
      .where(inArray(reportBacks.itemId, ids)),
    roundRows(read, ids),
  ]);
  const [allReferrals, allDecisions, allReports, allRounds] = parts;
  return items.map((item) => {
    const ofItem = <R extends { itemId: string }>(rows: R[]) => rows.filter((row) => row.itemId === item.id);
    return {
      ...item,
      referrals: ofItem(allReferrals),
      decisions: ofItem(allDecisions),
      reportBacks: ofItem(allReports),
      rounds: ofItem(allRounds),
    };
  });
}

/** The items of some networks. */
export function loopsOf(read: Reader, networkIds: string[]): Promise<Loop[]> {
  return loadLoops(read, inArray(learningItems.networkId, networkIds));
}

/** What a person is to an item: handles it, is a leader it was sent to, or is in its network. */
export type ItemRole = "handler" | "leader" | "member";

/**
 * One item and what the viewer is to it; null when there is none or the viewer may not see it. Leaders
 * see items that were sent, never what advisers are still gathering.
 */
export async function loopFor(
  read: Reader,
  viewer: Viewer,
  itemId: string,
): Promise<{ loop: Loop; role: ItemRole; isAdviser: boolean } | null> {
  const [loop] = await loadLoops(read, eq(learningItems.id, itemId));
  const network = await networkFor(read, viewer, loop?.networkId ?? "");
  if (!loop || !network) return null;
  const isAdviser = await isAdviserIn(read, viewer.id, network.id);
  if (isAdviser || loop.createdById === viewer.id) return { loop, role: "handler", isAdviser };
  if (hasRole(viewer, "leader", "regional_leader")) {
    return loop.referrals.length > 0 ? { loop, role: "leader", isAdviser } : null;
  }
  return { loop, role: "member", isAdviser };
}

/** The words of one piece of feedback as someone may read them. */
export interface SaidWords {
  feedbackId: string;
  naming: "named" | "confidential" | "anonymous";
  wording: "own" | "paraphrase";
  source: "free" | "evaluation" | "group" | "minutes";
  text: string | null;
  consequence: string | null;
  wish: string | null;
  paraphrase: string | null;
  authorName: string | null;
}

const said = {
  feedbackId: feedback.id,
  naming: feedback.naming,
  wording: feedback.wording,
  source: feedback.source,
  text: feedbackWords.text,
  consequence: feedbackWords.consequence,
  wish: feedbackWords.wish,
  paraphrase: feedbackParaphrases.words,
  authorName: persons.name,
};

/**
 * The words in an item as leaders get them (learning-loop.md section 2): the author only of named
 * feedback, own words only where the author allowed it, a paraphrase only when it is released. What may
 * not be read is not selected.
 * @param today local date
 */
export async function wordsForLeaders(read: Reader, itemId: string, today: string): Promise<SaidWords[]> {
  const isReleased = or(
    eq(feedbackParaphrases.authorSays, "yes"),
    and(
      isNull(feedbackParaphrases.authorSays),
      lte(feedbackParaphrases.proposedOn, releasedIfProposedBy(today)),
    ),
  );
  return read
    .select(said)
    .from(itemFeedback)
    .innerJoin(feedback, eq(feedback.id, itemFeedback.feedbackId))
    .leftJoin(feedbackWords, and(eq(feedbackWords.feedbackId, feedback.id), eq(feedback.wording, "own")))
    .leftJoin(
      feedbackParaphrases,
      and(eq(feedbackParaphrases.feedbackId, feedback.id), eq(feedback.wording, "paraphrase"), isReleased),
    )
    .leftJoin(
      feedbackAuthors,
      and(
        eq(feedbackAuthors.feedbackId, feedback.id),
        eq(feedback.naming, "named"),
        or(eq(feedback.wording, "own"), isNotNull(feedbackParaphrases.feedbackId)),
      ),
    )
    .leftJoin(persons, eq(persons.id, feedbackAuthors.personId))
    .where(eq(itemFeedback.itemId, itemId))
    .orderBy(asc(itemFeedback.addedAt), asc(feedback.id));
}

/** The words in an item as an adviser reads them, without what is about that adviser or about all of them. */
export async function wordsForAdviser(read: Reader, itemId: string, viewerId: string): Promise<SaidWords[]> {
  return read
    .select(said)
    .from(itemFeedback)
    .innerJoin(feedback, eq(feedback.id, itemFeedback.feedbackId))
    .leftJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
    .leftJoin(feedbackParaphrases, eq(feedbackParaphrases.feedbackId, feedback.id))
    .leftJoin(feedbackAuthors, eq(feedbackAuthors.feedbackId, feedback.id))
    .leftJoin(persons, eq(persons.id, feedbackAuthors.personId))
    .where(
      and(
        eq(itemFeedback.itemId, itemId),
        or(eq(feedback.isAboutAdviser, false), ne(feedback.aboutAdviserId, viewerId)),
      ),
    )
    .orderBy(asc(itemFeedback.addedAt), asc(feedback.id));
}

/** Whether something a person gave under their own name or in confidence stands in the item. */
export async function hasOwnIn(read: Reader, itemId: string, personId: string): Promise<boolean> {
  const rows = await read
    .select({ id: itemFeedback.feedbackId })
    .from(itemFeedback)
    .innerJoin(feedbackAuthors, eq(feedbackAuthors.feedbackId, itemFeedback.feedbackId))
    .where(and(eq(itemFeedback.itemId, itemId), eq(feedbackAuthors.personId, personId)))
    .limit(1);
  return rows.length > 0;
}

/** What happened to an item, oldest first. */
export async function logOf(read: Reader, itemId: string) {
  return read
    .select({ event: learningLog.event, at: learningLog.at })
    .from(learningLog)
    .where(eq(learningLog.itemId, itemId))
    .orderBy(asc(learningLog.at), asc(learningLog.id));
}

/** The open rounds this person is asked in, with the answer given so far. */
export async function openRoundsFor(read: Reader, personId: string) {
  return read
    .select({ roundId: voteRounds.id, itemId: voteRounds.itemId, vote: votes.vote })
    .from(roundElectors)
    .innerJoin(voteRounds, eq(voteRounds.id, roundElectors.roundId))
    .leftJoin(votes, and(eq(votes.roundId, voteRounds.id), eq(votes.personId, roundElectors.personId)))
    .where(and(eq(roundElectors.personId, personId), isNull(voteRounds.closedAt)));
}

/** The items whose last referral is to this person and undecided. */
export function queueOf(read: Reader, personId: string): Promise<Loop[]> {
  const waiting = read
    .select({ id: referrals.itemId })
    .from(referrals)
    .leftJoin(decisions, eq(decisions.referralId, referrals.id))
    .where(
      and(
        eq(referrals.toId, personId),
        isNull(decisions.id),
        sql`not exists (select 1 from referrals later where later.item_id = ${referrals.itemId} and later.number > ${referrals.number})`,
      ),
    );
  return loadLoops(read, inArray(learningItems.id, waiting));
}

/** The whole register of rules, by their words. */
export async function allRules(read: Reader) {
  return read.select().from(rules).orderBy(asc(rules.sortKey)).limit(500);
}
