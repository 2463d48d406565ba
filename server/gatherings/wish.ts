/** Taking a wish back. Wishes themselves are the network's; whether one is on an agenda is known here. */
import { and, eq, ne } from "drizzle-orm";
import { topics, topicVotes } from "../networks/tables.ts";
import type { Tx } from "../store/store.ts";
import { agendaItems } from "./tables.ts";

/**
 * Deletes one's own wish, while it is nobody else's.
 * @returns refused with `not-yours`, `voted` when someone else has voted for it, `taken` when it is on
 *   an agenda
 */
export async function withdrawWish(
  tx: Tx,
  wish: { topicId: string; byId: string },
): Promise<{ ok: true } | { ok: false; reason: "not-yours" | "voted" | "taken" }> {
  const { topicId, byId } = wish;
  const [own] = await tx
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.id, topicId), eq(topics.proposedById, byId)));
  if (!own) return { ok: false, reason: "not-yours" };
  const [other] = await tx
    .select({ personId: topicVotes.personId })
    .from(topicVotes)
    .where(and(eq(topicVotes.topicId, topicId), ne(topicVotes.personId, byId)))
    .limit(1);
  if (other) return { ok: false, reason: "voted" };
  const [item] = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(eq(agendaItems.topicId, topicId))
    .limit(1);
  if (item) return { ok: false, reason: "taken" };
  await tx.delete(topicVotes).where(eq(topicVotes.topicId, topicId));
  await tx.delete(topics).where(eq(topics.id, topicId));
  return { ok: true };
}
