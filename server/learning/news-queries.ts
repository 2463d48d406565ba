/** What has happened to what people said: whom to tell of which items, since they were last told. */
import { and, eq, gt, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import { feedbackAuthors, feedbackReviews, itemFeedback, learningLog, newsTold } from "./tables.ts";

/** Steps of an item that its givers are told of. */
const steps = [
  "gathered",
  "sent",
  "decided",
  "changed",
  "reported",
  "round_closed",
  "reopened",
  "silent",
] as const;
/** Nobody is told of what is older than this, such as when they were away from the product. */
const daysBack = 35;
/** Whoever was never told begins this far back. */
const firstDaysBack = 7;

export interface News {
  personId: string;
  itemIds: Set<string>;
  /** Pieces that were read and go no further. */
  putAside: number;
}

const daysBefore = (at: Temporal.Instant, days: number) => at.subtract({ hours: 24 * days });

/** News of everyone, or of one person, up to a moment. */
export async function newsUpTo(
  read: Reader,
  slot: Temporal.Instant,
  personId: string | null = null,
): Promise<News[]> {
  const inTime = and(gt(learningLog.at, daysBefore(slot, daysBack)), lte(learningLog.at, slot));
  const isOne = personId ? eq(feedbackAuthors.personId, personId) : undefined;
  const onItems = await read
    .selectDistinct({
      personId: feedbackAuthors.personId,
      itemId: itemFeedback.itemId,
      at: learningLog.at,
    })
    .from(learningLog)
    .innerJoin(itemFeedback, eq(itemFeedback.itemId, learningLog.itemId))
    .innerJoin(feedbackAuthors, eq(feedbackAuthors.feedbackId, itemFeedback.feedbackId))
    .where(
      and(
        inTime,
        inArray(learningLog.event, [...steps]),
        or(ne(learningLog.event, "gathered"), eq(learningLog.feedbackId, feedbackAuthors.feedbackId)),
        isOne,
      ),
    );
  const aside = await read
    .select({ personId: feedbackAuthors.personId, at: learningLog.at })
    .from(learningLog)
    .innerJoin(feedbackReviews, eq(feedbackReviews.feedbackId, learningLog.feedbackId))
    .innerJoin(feedbackAuthors, eq(feedbackAuthors.feedbackId, learningLog.feedbackId))
    .where(
      and(
        inTime,
        isNull(learningLog.itemId),
        eq(learningLog.event, "reviewed"),
        ne(feedbackReviews.outcome, "kept"),
        isOne,
      ),
    );
  const told = await read
    .select()
    .from(newsTold)
    .where(personId ? eq(newsTold.personId, personId) : undefined);
  const since = new Map(told.map((row) => [row.personId, row.upTo]));
  const isNew = (row: { personId: string; at: Temporal.Instant }) =>
    Temporal.Instant.compare(row.at, since.get(row.personId) ?? daysBefore(slot, firstDaysBack)) > 0;
  const news = new Map<string, News>();
  const of = (id: string) => {
    const known = news.get(id) ?? { personId: id, itemIds: new Set<string>(), putAside: 0 };
    news.set(id, known);
    return known;
  };
  for (const row of onItems.filter(isNew)) of(row.personId).itemIds.add(row.itemId);
  for (const row of aside.filter(isNew)) of(row.personId).putAside++;
  return [...news.values()];
}
