/** Wishes for what a gathering should be about (domain.md section 2). */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { topics, topicVotes } from "./tables.ts";

/**
 * Stores a wish. Its words have been through the guard already. The same words from the same person in
 * the same network are one wish, however often the button was pressed.
 * @param wish.byId null for a wish out of an evaluation, which stores no proposer and no vote
 */
export async function proposeTopic(
  tx: Tx,
  wish: {
    networkId: string;
    words: string;
    source: "mentor" | "evaluation" | "adviser";
    byId: string | null;
  },
  now: Temporal.Instant,
): Promise<string> {
  const { byId, ...rest } = wish;
  if (byId) {
    const [same] = await tx
      .select({ id: topics.id })
      .from(topics)
      .where(
        and(
          eq(topics.proposedById, byId),
          eq(topics.networkId, wish.networkId),
          eq(topics.words, wish.words),
        ),
      );
    if (same) return same.id;
  }
  const id = newId();
  await tx.insert(topics).values({ id, ...rest, proposedById: byId, proposedOn: localDate(now).toString() });
  if (byId) await tx.insert(topicVotes).values({ topicId: id, personId: byId });
  return id;
}

/**
 * One press for a wish; a second press changes nothing, nor does one for a wish that was taken back
 * meanwhile. Callers have checked that it is of their network.
 */
export async function voteForTopic(tx: Tx, vote: { topicId: string; personId: string }): Promise<void> {
  const [wish] = await tx.select({ id: topics.id }).from(topics).where(eq(topics.id, vote.topicId));
  if (!wish) return;
  await tx.insert(topicVotes).values(vote).onConflictDoNothing();
}

/** Takes a vote back; without one nothing changes. */
export async function takeBackVote(tx: Tx, vote: { topicId: string; personId: string }): Promise<void> {
  await tx
    .delete(topicVotes)
    .where(and(eq(topicVotes.topicId, vote.topicId), eq(topicVotes.personId, vote.personId)));
}
