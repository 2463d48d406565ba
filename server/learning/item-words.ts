/** The words of feedback in an item, as leaders and as advisers may read them. */
import { and, asc, eq, isNotNull, isNull, lte, ne, or } from "drizzle-orm";
import { persons } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { releasedIfProposedBy } from "./paraphrase.ts";
import { feedback, feedbackAuthors, feedbackParaphrases, feedbackWords, itemFeedback } from "./tables.ts";

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

/**
 * The words in an item as an adviser reads them, without what is about that adviser or about all of them.
 * Not for an adviser who also leads in the network: they read as leaders do.
 */
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
