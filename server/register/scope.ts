/** Whom in the register a viewer may see, and whom they may change. */
import { and, eq, exists, inArray, isNull, or, type SQL } from "drizzle-orm";
import { memberships } from "../networks/tables.ts";
import { personRoles, persons, unitLeaders, units } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Role, type Viewer } from "../web/access.ts";

/** The networks a person is an adviser of now. */
const advised = (read: Reader, viewerId: string) =>
  read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(
      and(eq(memberships.personId, viewerId), eq(memberships.role, "adviser"), isNull(memberships.until)),
    );

/**
 * People this viewer may see: administrators everyone, advisers those who are or were in their networks,
 * as long as they are registered.
 */
export function visiblePeople(read: Reader, viewer: Viewer): SQL | undefined {
  const isThere = isNull(persons.erasedAt);
  if (hasRole(viewer, "administrator")) return isThere;
  const inOwn = inArray(
    persons.id,
    read
      .select({ id: memberships.personId })
      .from(memberships)
      .where(inArray(memberships.networkId, advised(read, viewer.id))),
  );
  return and(isThere, inOwn);
}

/** Those with a role, found by its index. */
export const withRole = (read: Reader, role: Role): SQL =>
  exists(
    read
      .select({ role: personRoles.role })
      .from(personRoles)
      .where(and(eq(personRoles.personId, persons.id), eq(personRoles.role, role))),
  );

/**
 * Whether the viewer may change what is written about this person. An adviser keeps the register of
 * mentors: someone who is more than a mentor is changed by an administrator only, since a new address is
 * a new way in.
 */
export function mayChange(viewer: Viewer, roles: readonly Role[]): boolean {
  if (hasRole(viewer, "administrator")) return true;
  return hasRole(viewer, "adviser") && roles.every((role) => role === "mentor");
}

/** Units this viewer may see: administrators all, leaders those they lead and what is below. */
export function visibleUnits(read: Reader, viewer: Viewer): SQL | undefined {
  if (hasRole(viewer, "administrator")) return undefined;
  const led = read
    .select({ id: unitLeaders.unitId })
    .from(unitLeaders)
    .where(eq(unitLeaders.personId, viewer.id));
  return or(inArray(units.id, led), inArray(units.parentId, led));
}
