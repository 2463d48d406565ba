/** Reads of mail that came in and waits for a person. */
import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { incoming } from "../mail/tables.ts";
import { memberships } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import type { ListKey } from "./queries.ts";
import { gatherings } from "./tables.ts";

const runBy = (read: Reader, adviserId: string) =>
  read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(
      and(eq(memberships.personId, adviserId), eq(memberships.role, "adviser"), isNull(memberships.until)),
    );

/** What this adviser sees: mail about networks they run, and mail nobody knows what is about. */
const isFor = (read: Reader, adviserId: string) =>
  and(
    eq(incoming.isWaiting, true),
    or(isNull(incoming.networkId), inArray(incoming.networkId, runBy(read, adviserId))),
  );

/** Messages that wait, newest first, a page at a time. @param after the last one of the page before */
export async function waitingPost(read: Reader, adviserId: string, after: ListKey | null, size: number) {
  const isOlder = after
    ? afterKey("desc", incoming.receivedAt, incoming.id, { value: after.startsAt, id: after.id })
    : undefined;
  return read
    .select({
      id: incoming.id,
      receivedAt: incoming.receivedAt,
      reason: incoming.reason,
      fromName: incoming.fromName,
      fromAddress: incoming.fromAddress,
      subject: incoming.subject,
      words: incoming.words,
      personName: persons.name,
      gatheringId: gatherings.id,
      gatheringTitle: gatherings.title,
      localDate: gatherings.localDate,
    })
    .from(incoming)
    .leftJoin(persons, eq(persons.id, incoming.personId))
    .leftJoin(gatherings, eq(gatherings.id, incoming.gatheringId))
    .where(and(isFor(read, adviserId), isOlder))
    .orderBy(desc(incoming.receivedAt), desc(incoming.id))
    .limit(size);
}
export type PostRow = Awaited<ReturnType<typeof waitingPost>>[number];

/** One that waits and this adviser may see; null otherwise. */
export async function waitingPostFor(read: Reader, adviserId: string, id: string) {
  const [row] = await read
    .select({ id: incoming.id })
    .from(incoming)
    .where(and(isFor(read, adviserId), eq(incoming.id, id)));
  return row ?? null;
}

/** How many wait for this adviser; counts to fifty. */
export async function waitingPostCount(read: Reader, adviserId: string): Promise<number> {
  const rows = await read.select({ id: incoming.id }).from(incoming).where(isFor(read, adviserId)).limit(50);
  return rows.length;
}
