/** What the facilitator makes of revealed answers: clusters, who does what, what later groups may read. */
import { and, eq, isNotNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { agendaItems } from "../gatherings/tables.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import type { RoundKey } from "./group-round.ts";
import { tellAll } from "./group-version.ts";
import { groupAnswers, groupClusters, groupRounds } from "./tables.ts";

export const parties = ["mentor", "nav", "leader", "together"] as const;
export type Party = (typeof parties)[number];

const mostClusters = 12;

async function isRevealed(tx: Tx, { sessionId, questionId, round }: RoundKey): Promise<boolean> {
  const [row] = await tx
    .select({ round: groupRounds.round })
    .from(groupRounds)
    .where(
      and(
        eq(groupRounds.sessionId, sessionId),
        eq(groupRounds.questionId, questionId),
        eq(groupRounds.round, round),
        isNotNull(groupRounds.revealedAt),
      ),
    );
  return row !== undefined;
}

/** An answer of this session whose round is revealed. */
async function revealedKey(tx: Tx, sessionId: string, answerId: string): Promise<RoundKey | null> {
  const [row] = await tx
    .select({ questionId: groupAnswers.questionId, round: groupAnswers.round })
    .from(groupAnswers)
    .where(and(eq(groupAnswers.id, answerId), eq(groupAnswers.sessionId, sessionId)));
  const key = row && { sessionId, ...row };
  return key && (await isRevealed(tx, key)) ? key : null;
}

/**
 * Makes a cluster of a revealed round. @returns its id; null when the round is not revealed or has
 * twelve already
 */
export async function addCluster(tx: Tx, cluster: RoundKey & { name: string }): Promise<string | null> {
  const { sessionId, questionId, round, name } = cluster;
  if (!(await isRevealed(tx, cluster))) return null;
  const inRound = await tx
    .select({ id: groupClusters.id, name: groupClusters.name, position: groupClusters.position })
    .from(groupClusters)
    .where(
      and(
        eq(groupClusters.sessionId, sessionId),
        eq(groupClusters.questionId, questionId),
        eq(groupClusters.round, round),
      ),
    );
  const same = inRound.find((one) => one.name === name);
  if (same) return same.id;
  const position = Math.max(0, ...inRound.map((one) => one.position)) + 1;
  if (position > mostClusters) return null;
  const id = newId();
  await tx.insert(groupClusters).values({ id, sessionId, questionId, round, position, name });
  await tellAll(tx, sessionId);
  return id;
}

/** Names a cluster anew; an empty name takes it away, and its answers stand on their own again. */
export async function renameCluster(
  tx: Tx,
  cluster: { sessionId: string; id: string; name: string },
): Promise<boolean> {
  const { sessionId, id, name } = cluster;
  const isThis = and(eq(groupClusters.id, id), eq(groupClusters.sessionId, sessionId));
  const [found] = await tx.select({ id: groupClusters.id }).from(groupClusters).where(isThis);
  if (!found) return false;
  if (name) await tx.update(groupClusters).set({ name }).where(isThis);
  else {
    await tx.update(groupAnswers).set({ clusterId: null }).where(eq(groupAnswers.clusterId, id));
    await tx.delete(groupClusters).where(isThis);
  }
  await tellAll(tx, sessionId);
  return true;
}

/** Puts a revealed answer in a cluster of its round, or in none. */
export async function placeAnswer(
  tx: Tx,
  place: { sessionId: string; answerId: string; clusterId: string | null },
): Promise<boolean> {
  const { sessionId, answerId, clusterId } = place;
  const key = await revealedKey(tx, sessionId, answerId);
  if (!key) return false;
  if (clusterId) {
    const [cluster] = await tx.select().from(groupClusters).where(eq(groupClusters.id, clusterId));
    const isOfRound =
      cluster?.sessionId === sessionId &&
      cluster.questionId === key.questionId &&
      cluster.round === key.round;
    if (!isOfRound) return false;
  }
  await tx.update(groupAnswers).set({ clusterId }).where(eq(groupAnswers.id, answerId));
  await tellAll(tx, sessionId);
  return true;
}

/** Says who does what an answer proposes; null takes the mark away. */
export async function markParty(
  tx: Tx,
  mark: { sessionId: string; answerId: string; party: Party | null },
): Promise<boolean> {
  const { sessionId, answerId, party } = mark;
  if (!(await revealedKey(tx, sessionId, answerId))) return false;
  await tx.update(groupAnswers).set({ party }).where(eq(groupAnswers.id, answerId));
  await tellAll(tx, sessionId);
  return true;
}

/** Lets later groups read what a group said they may, or takes that back. @returns false when it may not */
export async function approveSharing(
  tx: Tx,
  approval: { sessionId: string; answerId: string; byId: string; isApproved: boolean },
): Promise<boolean> {
  const { sessionId, answerId, byId, isApproved } = approval;
  if (!(await revealedKey(tx, sessionId, answerId))) return false;
  const changed = await tx
    .update(groupAnswers)
    .set({ approvedById: isApproved ? byId : null })
    .where(and(eq(groupAnswers.id, answerId), eq(groupAnswers.mayShare, true)))
    .returning({ id: groupAnswers.id });
  if (changed.length > 0) await tellAll(tx, sessionId);
  return changed.length > 0;
}

/** A group changes its mind, also after the question is closed: whether later groups may read its answer. */
export async function setSharing(
  tx: Tx,
  share: { sessionId: string; answerId: string; groupNumber: number; mayShare: boolean },
): Promise<boolean> {
  const { sessionId, answerId, groupNumber, mayShare } = share;
  const changed = await tx
    .update(groupAnswers)
    .set(mayShare ? { mayShare } : { mayShare, approvedById: null })
    .where(
      and(
        eq(groupAnswers.id, answerId),
        eq(groupAnswers.sessionId, sessionId),
        eq(groupAnswers.groupNumber, groupNumber),
      ),
    )
    .returning({ id: groupAnswers.id });
  if (changed.length > 0) await tellAll(tx, sessionId);
  return changed.length > 0;
}

/** How the minutes take what groups worked out; `app.ts` hands this in. */
export type AddToMinutes = (
  tx: Tx,
  given: { gatheringId: string; agendaItemId: string | null; heading: string; lines: string[] },
  now: Temporal.Instant,
) => Promise<unknown>;

/** The item of a gathering's agenda that is about a case; null when the case is on no agenda. */
export async function agendaItemAbout(tx: Tx, gatheringId: string, caseSlug: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.gatheringId, gatheringId), eq(agendaItems.caseSlug, caseSlug)))
    .orderBy(agendaItems.position)
    .limit(1);
  return row?.id ?? null;
}
