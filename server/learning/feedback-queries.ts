/** Reads about feedback: one's own, by receipt, and what is to be reviewed. */
import { and, asc, desc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { memberships, networks } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { type ReviewScope, reviewerAs, reviewScopes } from "./reviewers.ts";
import {
  feedback,
  feedbackAuthors,
  feedbackParaphrases,
  feedbackReviews,
  feedbackWords,
  itemFeedback,
} from "./tables.ts";

/** The networks one is in now, whatever one is there. */
export async function memberNetworks(read: Reader, personId: string) {
  return read
    .selectDistinct({ id: networks.id, name: networks.name, sortKey: networks.sortKey })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .where(and(eq(memberships.personId, personId), isNull(memberships.until)))
    .orderBy(asc(networks.sortKey), asc(networks.id));
}

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

/** What a person has given, newest first. */
export function ownFeedback(read: Reader, personId: string): Promise<Standing[]> {
  return standingQuery(read)
    .where(eq(feedbackAuthors.personId, personId))
    .orderBy(desc(feedbackAuthors.givenOn), desc(feedback.id))
    .limit(100);
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

/** What this person has to read or gather, the longest waiting first. @param today local date */
export async function inboxOf(read: Reader, personId: string, today: string) {
  const scopes = await reviewScopes(read, personId);
  if (scopes.size === 0) return [];
  const rows = await read
    .select(forReview)
    .from(feedback)
    .innerJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
    .leftJoin(feedbackReviews, eq(feedbackReviews.feedbackId, feedback.id))
    .leftJoin(itemFeedback, eq(itemFeedback.feedbackId, feedback.id))
    .where(
      and(
        inArray(feedback.networkId, [...scopes.keys()]),
        lte(feedback.visibleFrom, today),
        isNull(itemFeedback.feedbackId),
        or(isNull(feedbackReviews.feedbackId), eq(feedbackReviews.outcome, "kept")),
      ),
    )
    .orderBy(asc(feedback.visibleFrom), asc(feedback.id))
    .limit(200);
  return rows.filter((row) => reviewerAs(scopes.get(row.networkId), row, personId) !== null);
}

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
  const author = await authorFor(read, feedbackId, as);
  return { ...row, as, authorId: author?.id ?? null, authorName: author?.name ?? null };
}
