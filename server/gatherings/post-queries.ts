/** Reads of mail that came in and waits for a person. */
import { and, desc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { incoming } from "../mail/tables.ts";
import { memberships } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import type { ListKey } from "./queries.ts";
import { gatherings } from "./tables.ts";

const runBy = (read: Reader, adviserId: string) =>
  read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(
      and(eq(memberships.personId, adviserId), eq(memberships.role, "adviser"), isNull(memberships.until)),
    );

/**
 * What this person sees: advisers what is about the networks they run, administrators what no network
 * knows anything of, neither by what it answers nor by its sender.
 */
const isFor = (read: Reader, viewer: Viewer) =>
  or(
    inArray(incoming.networkId, runBy(read, viewer.id)),
    hasRole(viewer, "administrator") ? isNull(incoming.networkId) : undefined,
  );
const waitsFor = (read: Reader, viewer: Viewer) => and(eq(incoming.isWaiting, true), isFor(read, viewer));

/** Messages that wait, newest first, a page at a time. @param after the last one of the page before */
export async function waitingPost(read: Reader, viewer: Viewer, after: ListKey | null, size: number) {
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
    .where(and(waitsFor(read, viewer), isOlder))
    .orderBy(desc(incoming.receivedAt), desc(incoming.id))
    .limit(size);
}
export type PostRow = Awaited<ReturnType<typeof waitingPost>>[number];

/** One that this person may see, whether it waits or not; null otherwise. */
export async function postFor(read: Reader, viewer: Viewer, id: string) {
  const [row] = await read
    .select({ id: incoming.id })
    .from(incoming)
    .where(
      and(
        isFor(read, viewer),
        eq(incoming.id, id),
        or(eq(incoming.isWaiting, true), isNotNull(incoming.handledAt)),
      ),
    );
  return row ?? null;
}

/** How many wait for this person; counts to fifty. */
export async function waitingPostCount(read: Reader, viewer: Viewer): Promise<number> {
  const rows = await read.select({ id: incoming.id }).from(incoming).where(waitsFor(read, viewer)).limit(50);
  return rows.length;
}
