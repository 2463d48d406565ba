/** Reads about learning items: who may see one, what happened to it, what one is asked, what waits. */
import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { isAdviserIn, networkFor } from "../networks/queries.ts";
import { afterKey } from "../store/paging.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { type Loop, loadLoops, loopsById } from "./loops.ts";
import { momentOf, type PageKey } from "./page-key.ts";
import { learningItems, learningLog, referrals, roundElectors, rules, voteRounds, votes } from "./tables.ts";

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

/** What happened to an item, oldest first; `moved_out` when a piece of it was put into another. */
export async function logOf(read: Reader, itemId: string) {
  const rows = await read
    .select({ itemId: learningLog.itemId, event: learningLog.event, at: learningLog.at })
    .from(learningLog)
    .where(or(eq(learningLog.itemId, itemId), eq(learningLog.fromItemId, itemId)))
    .orderBy(asc(learningLog.at), asc(learningLog.id))
    .limit(300);
  return rows.map(({ itemId: into, event, at }) => ({
    event: into === itemId ? event : ("moved_out" as const),
    at,
  }));
}

/** The open rounds this person is asked in, with the answer given so far. */
export const openRoundsFor = (read: Reader, personId: string) =>
  prepared({ read }, "rounds-open-for", openRoundsQuery, { personId });

const openRoundsQuery = (read: Reader) =>
  read
    .select({ roundId: voteRounds.id, itemId: voteRounds.itemId, vote: votes.vote })
    .from(roundElectors)
    .innerJoin(voteRounds, eq(voteRounds.id, roundElectors.roundId))
    .leftJoin(votes, and(eq(votes.roundId, voteRounds.id), eq(votes.personId, roundElectors.personId)))
    .where(and(eq(roundElectors.personId, sql.placeholder("personId")), isNull(voteRounds.closedAt)));

/**
 * What waits before this person, the longest waiting first, with since when.
 * @param after where the page before ended
 */
export async function queuePage(
  read: Reader,
  personId: string,
  after: PageKey | null,
  size: number,
): Promise<{ id: string; at: Temporal.Instant; loop: Loop }[]> {
  const moment = after && momentOf(after);
  const isLater =
    after && moment
      ? afterKey("asc", referrals.at, referrals.itemId, { value: moment, id: after.id })
      : undefined;
  const rows = await read
    .select({ id: referrals.itemId, at: referrals.at })
    .from(referrals)
    .where(and(eq(referrals.toId, personId), isNull(referrals.endedAt), isLater))
    .orderBy(asc(referrals.at), asc(referrals.itemId))
    .limit(size);
  const loops = await loopsById(
    read,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => {
    const loop = loops.find((one) => one.id === row.id);
    return loop ? [{ ...row, loop }] : [];
  });
}

/** All that waits before this person, the longest waiting first. */
export async function waitingItemIds(read: Reader, personId: string): Promise<string[]> {
  const rows = await read
    .select({ itemId: referrals.itemId })
    .from(referrals)
    .where(and(eq(referrals.toId, personId), isNull(referrals.endedAt)))
    .orderBy(asc(referrals.at), asc(referrals.itemId));
  return rows.map((row) => row.itemId);
}

/** How many items wait before this person; counted to a hundred. */
export async function queueCount(read: Reader, personId: string): Promise<number> {
  const rows = await read
    .select({ id: referrals.id })
    .from(referrals)
    .where(and(eq(referrals.toId, personId), isNull(referrals.endedAt)))
    .limit(100);
  return rows.length;
}

/** The whole register of rules, by their words. */
export async function allRules(read: Reader) {
  return read.select().from(rules).orderBy(asc(rules.sortKey)).limit(500);
}
