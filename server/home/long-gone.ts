/** People who left every network so long ago that nothing that tells who they are is kept. */
import { and, asc, eq, gt, gte, inArray, isNull, lt, ne, notInArray, or } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { gatherings, invitations } from "../gatherings/tables.ts";
import { memberships } from "../networks/tables.ts";
import { personRoles, persons } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";

/** Roles that stand in no network: whoever has one is in use until they are marked as having left. */
const outsideNetworks = ["leader", "regional_leader", "administrator"] as const;

/**
 * Those who are in no network and left the last one, or were last invited by a colleague's leave, before
 * a moment. By id, a page at a time.
 */
export async function longGone(
  read: Reader,
  { before, after, size }: { before: Temporal.Instant; after: string; size: number },
): Promise<string[]> {
  const member = read
    .select({ id: memberships.personId })
    .from(memberships)
    .where(or(isNull(memberships.until), gte(memberships.until, localDate(before).toString())));
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
        or(eq(persons.status, "left"), and(ne(persons.status, "left"), notInArray(persons.id, inUse))),
      ),
    )
    .orderBy(asc(persons.id))
    .limit(size);
  return rows.map(({ id }) => id);
}
