/**
 * Reads of wishes. Who proposed one is never selected: a wish is the network's, and leaders and advisers
 * have no use for the name. Whether it is the viewer's own is answered in the statement.
 */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  notInArray,
  sql,
} from "drizzle-orm";
import { topics, topicVotes } from "../networks/tables.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import { agendaItems, gatherings } from "./tables.ts";

export type WishOrder = "votes" | "oldest";
export interface WishKey {
  votes: number;
  proposedOn: string;
  id: string;
}

/** Wishes on an agenda that stands. @param includesDrafts for advisers, who see those */
const takenIds = (read: Reader, networkId: string, includesDrafts: boolean) =>
  read
    .select({ id: agendaItems.topicId })
    .from(agendaItems)
    .innerJoin(gatherings, eq(gatherings.id, agendaItems.gatheringId))
    .where(
      and(
        eq(gatherings.networkId, networkId),
        isNotNull(agendaItems.topicId),
        isNull(gatherings.cancelledAt),
        includesDrafts ? undefined : isNotNull(gatherings.openedAt),
      ),
    );

const votes = count(topicVotes.personId);
const isVotedBy = (viewerId: string) =>
  sql<number>`max(case when ${topicVotes.personId} = ${viewerId} then 1 else 0 end)`;
const isProposedBy = (viewerId: string) =>
  sql<number>`max(case when ${topics.proposedById} = ${viewerId} then 1 else 0 end)`;

function afterWish(order: WishOrder, key: WishKey | null) {
  if (!key) return undefined;
  const later = sql`(${topics.proposedOn} > ${key.proposedOn} or (${topics.proposedOn} = ${key.proposedOn} and ${topics.id} > ${key.id}))`;
  return order === "oldest"
    ? later
    : sql`(${votes} < ${key.votes} or (${votes} = ${key.votes} and ${later}))`;
}

/** What was asked for and not taken up, a page at a time: most votes first, or longest asked for first. */
export async function openWishes(
  read: Reader,
  asked: {
    networkId: string;
    viewerId: string;
    order: WishOrder;
    after: WishKey | null;
    size: number;
    includesDrafts?: boolean;
  },
) {
  const { networkId, viewerId, order, after, size, includesDrafts = false } = asked;
  const rows = await read
    .select({
      id: topics.id,
      words: topics.words,
      source: topics.source,
      proposedOn: topics.proposedOn,
      votes,
      hasVoted: isVotedBy(viewerId),
      isOwn: isProposedBy(viewerId),
    })
    .from(topics)
    .leftJoin(topicVotes, eq(topicVotes.topicId, topics.id))
    .where(
      and(
        eq(topics.networkId, networkId),
        // A null among these would make `not in` true of nothing; there is none.
        notInArray(topics.id, takenIds(read, networkId, includesDrafts)),
      ),
    )
    .groupBy(topics.id, topics.words, topics.source, topics.proposedOn)
    .having(afterWish(order, after))
    .orderBy(...(order === "votes" ? [desc(votes)] : []), asc(topics.proposedOn), asc(topics.id))
    .limit(size);
  return rows.map((row) => ({
    ...row,
    votes: Number(row.votes),
    hasVoted: Number(row.hasVoted) === 1,
    isOwn: Number(row.isOwn) === 1,
  }));
}
export type OpenWish = Awaited<ReturnType<typeof openWishes>>[number];

/** Wishes that were taken up, newest first, with where and when. */
export async function takenWishes(
  read: Reader,
  asked: { networkId: string; after: { localDate: string; id: string } | null; size: number },
) {
  const { networkId, after, size } = asked;
  return read
    .select({
      id: agendaItems.id,
      words: topics.words,
      proposedOn: topics.proposedOn,
      gatheringId: gatherings.id,
      title: gatherings.title,
      localDate: gatherings.localDate,
    })
    .from(agendaItems)
    .innerJoin(topics, eq(topics.id, agendaItems.topicId))
    .innerJoin(gatherings, eq(gatherings.id, agendaItems.gatheringId))
    .where(
      and(
        eq(gatherings.networkId, networkId),
        isNull(gatherings.cancelledAt),
        isNotNull(gatherings.openedAt),
        after
          ? afterKey("desc", gatherings.localDate, agendaItems.id, { value: after.localDate, id: after.id })
          : undefined,
      ),
    )
    .orderBy(desc(gatherings.localDate), desc(agendaItems.id))
    .limit(size);
}

/** The network a wish belongs to; null when there is no such wish. */
export async function networkOfWish(read: Reader, topicId: string): Promise<string | null> {
  const [row] = await read.select({ networkId: topics.networkId }).from(topics).where(eq(topics.id, topicId));
  return row?.networkId ?? null;
}

/** The words of a network's wish; null for any other. */
export async function wishWords(read: Reader, networkId: string, topicId: string): Promise<string | null> {
  const [row] = await read
    .select({ words: topics.words })
    .from(topics)
    .where(and(eq(topics.id, topicId), eq(topics.networkId, networkId)));
  return row?.words ?? null;
}

/** Case → local date of the network's last gathering with it on the agenda. */
export async function casesUsed(read: Reader, networkId: string): Promise<Map<string, string>> {
  const rows = await read
    .select({ slug: agendaItems.caseSlug, date: max(gatherings.localDate) })
    .from(gatherings)
    .innerJoin(agendaItems, eq(agendaItems.gatheringId, gatherings.id))
    .where(
      and(
        eq(gatherings.networkId, networkId),
        isNotNull(agendaItems.caseSlug),
        isNull(gatherings.cancelledAt),
      ),
    )
    .groupBy(agendaItems.caseSlug);
  return new Map(rows.flatMap(({ slug, date }) => (slug && date ? [[slug, date] as const] : [])));
}

/** Those of the ids that are wishes of the network. */
export async function wishesAmong(
  read: Reader,
  networkId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await read
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.networkId, networkId), inArray(topics.id, [...ids])));
  return new Set(rows.map((row) => row.id));
}

/** Local dates of the network's gatherings in a period, oldest first: how many have passed a wish by. */
export async function datesHeld(
  read: Reader,
  networkId: string,
  from: string,
  to: string,
): Promise<string[]> {
  const rows = await read
    .select({ date: gatherings.localDate })
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, networkId),
        eq(gatherings.audience, "everyone"),
        isNotNull(gatherings.openedAt),
        isNull(gatherings.cancelledAt),
        gte(gatherings.localDate, from),
        lte(gatherings.localDate, to),
      ),
    )
    .orderBy(asc(gatherings.localDate));
  return rows.map((row) => row.date);
}
