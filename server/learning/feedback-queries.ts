/** Reads about feedback: one's own, by receipt, and what is to be reviewed. */
import { and, asc, desc, eq, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { memberships, networks } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import { afterKey } from "../store/paging.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import { type PageKey, pageOf, readKey } from "./page-key.ts";
import { type ReviewScope, reviewerAs, reviewScopes } from "./reviewers.ts";
import {
  feedback,
  feedbackAuthors,
  feedbackParaphrases,
  feedbackReviews,
  feedbackWords,
  itemFeedback,
} from "./tables.ts";

const memberNetworksQuery = (read: Reader) =>
  read
    .selectDistinct({ id: networks.id, name: networks.name, sortKey: networks.sortKey })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .where(and(eq(memberships.personId, sql.placeholder("personId")), isNull(memberships.until)))
    .orderBy(asc(networks.sortKey), asc(networks.id));

/** The networks one is in now, whatever one is there. */
export const memberNetworks = (read: Reader, personId: string) =>
  prepared({ read }, "networks-of-member", memberNetworksQuery, { personId });

const standing = {
  networkId: feedback.networkId,
  id: feedback.id,
  naming: feedback.naming,
  wording: feedback.wording,
  text: feedbackWords.text,
  consequence: feedbackWords.consequence,
  wish: feedbackWords.wish,
  outcome: feedbackReviews.outcome,
  note: feedbackReviews.note,
  paraphrase: feedbackParaphrases.words,
  proposedOn: feedbackParaphrases.proposedOn,
  authorSays: feedbackParaphrases.authorSays,
  itemId: itemFeedback.itemId,
};

const standingQuery = (read: Reader) =>
  read
    .select(standing)
    .from(feedback)
    .leftJoin(feedbackAuthors, eq(feedbackAuthors.feedbackId, feedback.id))
    .leftJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
    .leftJoin(feedbackReviews, eq(feedbackReviews.feedbackId, feedback.id))
    .leftJoin(feedbackParaphrases, eq(feedbackParaphrases.feedbackId, feedback.id))
    .leftJoin(itemFeedback, eq(itemFeedback.feedbackId, feedback.id));

/** A piece of feedback and how far it has come, for its author. */
export type Standing = Awaited<ReturnType<typeof standingQuery>>[number];

const ownPageQuery = (read: Reader, isAfter: boolean) => {
  const { givenOn, feedbackId, personId } = feedbackAuthors;
  const key = { value: sql.placeholder("givenOn"), id: sql.placeholder("id") };
  return read
    .select({ ...standing, givenOn })
    .from(feedbackAuthors)
    .innerJoin(feedback, eq(feedback.id, feedbackId))
    .leftJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
    .leftJoin(feedbackReviews, eq(feedbackReviews.feedbackId, feedback.id))
    .leftJoin(feedbackParaphrases, eq(feedbackParaphrases.feedbackId, feedback.id))
    .leftJoin(itemFeedback, eq(itemFeedback.feedbackId, feedback.id))
    .where(
      and(
        eq(personId, sql.placeholder("personId")),
        isAfter ? afterKey("desc", givenOn, feedbackId, key) : undefined,
      ),
    )
    .orderBy(desc(givenOn), desc(feedbackId))
    .limit(sql.placeholder("size"));
};

/** A page of what a person has given, newest first, with the local date of each. */
export function ownFeedbackPage(read: Reader, personId: string, after: PageKey | null, size: number) {
  const name = after ? "feedback-own-after" : "feedback-own";
  const values = { personId, size, givenOn: after?.value ?? "", id: after?.id ?? "" };
  return prepared({ read }, name, (reader) => ownPageQuery(reader, after !== null), values);
}

/** One piece a person has given; null when it is not theirs. */
export async function ownFeedbackById(read: Reader, personId: string, id: string): Promise<Standing | null> {
  const [own] = await standingQuery(read).where(
    and(eq(feedback.id, id), eq(feedbackAuthors.personId, personId)),
  );
  return own ?? null;
}

/** One piece that a receipt code has opened. */
export async function feedbackByCode(read: Reader, id: string): Promise<Standing | null> {
  const [found] = await standingQuery(read).where(eq(feedback.id, id));
  return found ?? null;
}

const forReview = {
  id: feedback.id,
  networkId: feedback.networkId,
  naming: feedback.naming,
  wording: feedback.wording,
  source: feedback.source,
  isAboutAdviser: feedback.isAboutAdviser,
  aboutAdviserId: feedback.aboutAdviserId,
  visibleFrom: feedback.visibleFrom,
  text: feedbackWords.text,
  outcome: feedbackReviews.outcome,
};

/**
 * What may be this person's to review; the rest is told by `reviewerAs`, of few rows. What is about the
 * reader is left out here already: else a way to "later" would tell that there is something. The list of all
 * networks stands by itself for the index's sake.
 */
function mayBeTheirs(scopes: ReadonlyMap<string, ReviewScope>, personId: string) {
  const all = [...scopes.values()];
  const idsOf = (isAdviser: boolean) =>
    all.filter((scope) => scope.isAdviser === isAdviser).map(({ networkId }) => networkId);
  const isOfOthers = or(eq(feedback.isAboutAdviser, false), ne(feedback.aboutAdviserId, personId));
  const asAdviser = and(inArray(feedback.networkId, idsOf(true)), isOfOthers);
  const asLeader = and(inArray(feedback.networkId, idsOf(false)), eq(feedback.isAboutAdviser, true));
  return and(inArray(feedback.networkId, [...scopes.keys()]), or(asAdviser, asLeader));
}

/**
 * A page of what this person has to read or gather, the longest waiting first.
 * @param today local date
 * @param after where the page before ended
 * @returns those the person reviews, never none when there are more, and the key of the next page, null at the end
 */
export async function inboxPage(
  read: Reader,
  personId: string,
  today: string,
  after: PageKey | null,
  size: number,
) {
  const scopes = await reviewScopes(read, personId);
  if (scopes.size === 0) return { rows: [], next: null };
  const isLater = after
    ? afterKey("asc", feedback.visibleFrom, feedback.id, { value: after.value, id: after.id })
    : undefined;
  const found = await read
    .select(forReview)
    .from(feedback)
    .innerJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
    .leftJoin(feedbackReviews, eq(feedbackReviews.feedbackId, feedback.id))
    .leftJoin(itemFeedback, eq(itemFeedback.feedbackId, feedback.id))
    .where(
      and(
        eq(feedback.isWaiting, true),
        mayBeTheirs(scopes, personId),
        lte(feedback.visibleFrom, today),
        isNull(itemFeedback.feedbackId),
        or(isNull(feedbackReviews.feedbackId), eq(feedbackReviews.outcome, "kept")),
        isLater,
      ),
    )
    .orderBy(asc(feedback.visibleFrom), asc(feedback.id))
    .limit(size + 1);
  const { rows, next } = pageOf(found, size, (row) => ({ value: row.visibleFrom, id: row.id }));
  const isTheirs = (row: (typeof rows)[number]) =>
    reviewerAs(scopes.get(row.networkId), row, personId) !== null;
  const theirs = rows.filter(isTheirs);
  if (theirs.length === 0 && next) return inboxPage(read, personId, today, readKey(next), size);
  return { rows: theirs, next };
}

/** The first two hundred of them: what the front page counts. */
export const inboxOf = async (read: Reader, personId: string, today: string) =>
  (await inboxPage(read, personId, today, null, 200)).rows;

/** Who gave it, as this reviewer may know: a leader learns the author of named feedback only. */
async function authorFor(
  read: Reader,
  feedbackId: string,
  as: "adviser" | "leader",
): Promise<{ id: string; name: string } | null> {
  const known = as === "leader" ? (["named"] as const) : (["named", "confidential"] as const);
  const [author] = await read
    .select({ id: persons.id, name: persons.name })
    .from(feedback)
    .innerJoin(feedbackAuthors, eq(feedbackAuthors.feedbackId, feedback.id))
    .innerJoin(persons, eq(persons.id, feedbackAuthors.personId))
    .where(and(eq(feedback.id, feedbackId), inArray(feedback.naming, [...known])));
  return author ?? null;
}

/** One piece of feedback for its reviewer; null when there is none, or it is not yet or never theirs to see. */
export async function feedbackForReview(read: Reader, personId: string, feedbackId: string, today: string) {
  const scopes: Map<string, ReviewScope> = await reviewScopes(read, personId);
  const [row] = await read
    .select({
      ...forReview,
      consequence: feedbackWords.consequence,
      wish: feedbackWords.wish,
      themeSlug: feedbackReviews.themeSlug,
      paraphrase: feedbackParaphrases.words,
      proposedOn: feedbackParaphrases.proposedOn,
      authorSays: feedbackParaphrases.authorSays,
      itemId: itemFeedback.itemId,
    })
    .from(feedback)
    .innerJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
    .leftJoin(feedbackReviews, eq(feedbackReviews.feedbackId, feedback.id))
    .leftJoin(feedbackParaphrases, eq(feedbackParaphrases.feedbackId, feedback.id))
    .leftJoin(itemFeedback, eq(itemFeedback.feedbackId, feedback.id))
    .where(and(eq(feedback.id, feedbackId), lte(feedback.visibleFrom, today)));
  const as = row ? reviewerAs(scopes.get(row.networkId), row, personId) : null;
  if (!row || !as) return null;
  const knowsAs = scopes.get(row.networkId)?.leads ? "leader" : as;
  const author = await authorFor(read, feedbackId, knowsAs);
  return { ...row, as, authorId: author?.id ?? null, authorName: author?.name ?? null };
}
