/** People who left every network so long ago that nothing that tells who they are is kept. */
import { and, asc, eq, gt, gte, inArray, isNull, lt, notInArray, or } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { gatherings, invitations } from "../gatherings/tables.ts";
import { counsellorLinks, memberships } from "../networks/tables.ts";
import { askAgainConsents, personRoles, personStatuses, persons, sessions } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";

/** Roles that stand in no network: whoever has one is in use until they are marked as having left. */
const outsideNetworks = ["leader", "regional_leader", "administrator"] as const;

/**
 * People in use though they are in no network, or who were so after a moment: their status was changed
 * since then (such as when a leader left), they said that they may be asked again, they still sign in, or
 * they are the counsellor of a mentor who is in a network. Consents and sessions that are over are deleted
 * by the clock, so that every row holds.
 */
function inUseElsewhere(read: Reader, date: string) {
  return [
    read.select({ id: personStatuses.personId }).from(personStatuses).where(gte(personStatuses.since, date)),
    read.select({ id: askAgainConsents.personId }).from(askAgainConsents),
    read.select({ id: sessions.personId }).from(sessions),
    read
      .select({ id: counsellorLinks.counsellorId })
      .from(counsellorLinks)
      .innerJoin(
        memberships,
        and(
          eq(memberships.networkId, counsellorLinks.networkId),
          eq(memberships.personId, counsellorLinks.mentorId),
          isNull(memberships.until),
        ),
      ),
  ];
}

/**
 * Those who are in no network and left the last one, or were last invited by a colleague's leave, before
 * a moment, and have not been in use otherwise since. By id, a page at a time.
 */
export async function longGone(
  read: Reader,
  { before, after, size }: { before: Temporal.Instant; after: string; size: number },
): Promise<string[]> {
  const date = localDate(before).toString();
  const member = read
    .select({ id: memberships.personId })
    .from(memberships)
    .where(or(isNull(memberships.until), gte(memberships.until, date)));
  const invited = read
    .select({ id: invitations.personId })
    .from(invitations)
    .innerJoin(gatherings, eq(gatherings.id, invitations.gatheringId))
    .where(gte(gatherings.endsAt, before));
  const inUse = read
    .select({ id: personRoles.personId })
    .from(personRoles)
    .where(inArray(personRoles.role, [...outsideNetworks]));
  const rows = await read
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(
        isNull(persons.erasedAt),
        lt(persons.createdAt, before),
        gt(persons.id, after),
        notInArray(persons.id, member),
        notInArray(persons.id, invited),
        ...inUseElsewhere(read, date).map((ids) => notInArray(persons.id, ids)),
        or(eq(persons.status, "left"), notInArray(persons.id, inUse)),
      ),
    )
    .orderBy(asc(persons.id))
    .limit(size);
  return rows.map(({ id }) => id);
}
