/** Which pieces of feedback are over, and since when: their words are kept 24 months from then. */
import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { loadLoops } from "./loops.ts";
import { isClosed, stateOf } from "./state.ts";
import { feedbackReviews, itemFeedback, learningItems, voteRounds } from "./tables.ts";

/** Of these items, those that were closed before: the mentors confirmed, and the round ended by then. */
async function itemsClosed(read: Reader, itemIds: string[], before: Temporal.Instant, now: Temporal.Instant) {
  const today = localDate(now).toString();
  const closed = new Set<string>();
  const loops = itemIds.length > 0 ? await loadLoops(read, inArray(learningItems.id, itemIds)) : [];
  const done = loops.filter((loop) => isClosed(stateOf(loop, today))).map(({ id }) => id);
  if (done.length === 0) return closed;
  const rounds = await read
    .select({ itemId: voteRounds.itemId, closedAt: voteRounds.closedAt })
    .from(voteRounds)
    .where(inArray(voteRounds.itemId, done));
  for (const id of done) {
    const ends = rounds.filter(({ itemId }) => itemId === id).map(({ closedAt }) => closedAt);
    const isOver = ends.every((end) => end !== null && end.epochMilliseconds < before.epochMilliseconds);
    if (ends.length > 0 && isOver) closed.add(id);
  }
  return closed;
}

/**
 * Feedback that was over before a moment: its item is closed, or its review said that nothing is to be
 * done or sent it elsewhere. By id, a page at a time.
 * @returns the ids, and after which id to go on; null when there is no more
 */
export async function feedbackClosedBefore(
  read: Reader,
  { before, after, size }: { before: Temporal.Instant; after: string; size: number },
  now: Temporal.Instant,
): Promise<{ ids: string[]; next: string | null }> {
  const rows = await read
    .select({
      id: feedbackReviews.feedbackId,
      outcome: feedbackReviews.outcome,
      itemId: itemFeedback.itemId,
    })
    .from(feedbackReviews)
    .leftJoin(itemFeedback, eq(itemFeedback.feedbackId, feedbackReviews.feedbackId))
    .where(and(lt(feedbackReviews.reviewedAt, before), gt(feedbackReviews.feedbackId, after)))
    .orderBy(asc(feedbackReviews.feedbackId))
    .limit(size);
  const itemIds = [...new Set(rows.flatMap(({ itemId }) => itemId ?? []))];
  const closed = await itemsClosed(read, itemIds, before, now);
  const isOver = (row: (typeof rows)[number]) =>
    row.itemId ? closed.has(row.itemId) : row.outcome !== "kept";
  const last = rows.at(-1)?.id ?? null;
  return { ids: rows.filter(isOver).map(({ id }) => id), next: rows.length === size ? last : null };
}
