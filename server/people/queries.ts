/** Reads about people. */
import { and, asc, eq, inArray, like } from "drizzle-orm";
import { sortKey } from "../store/columns.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import type { Role } from "../web/access.ts";
import { personRoles, persons, units, workplaces } from "./tables.ts";

/** The demo cast as the sign-in page lists them; those that exist of `emailKeys`. */
export async function castByEmail(read: Reader, emailKeys: string[]) {
  return read
    .select({ id: persons.id, name: persons.name, emailKey: persons.emailKey, role: personRoles.role })
    .from(persons)
    .innerJoin(personRoles, eq(personRoles.personId, persons.id))
    .where(inArray(persons.emailKey, emailKeys))
    .orderBy(asc(persons.sortKey), asc(personRoles.role));
}

/** The workplace with this name, however it is capitalised; null when there is none. */
export async function workplaceByName(read: Reader, name: string) {
  const [workplace] = await read
    .select({ id: workplaces.id, name: workplaces.name })
    .from(workplaces)
    .where(eq(workplaces.sortKey, sortKey(name)));
  return workplace ?? null;
}

export interface PersonRow {
  id: string;
  name: string;
  sortKey: string;
  email: string;
  status: string;
  roles: Role[];
}

/**
 * People by name, a page at a time.
 * @param after sort key and id of the last one of the page before
 * @param search part of a name; æøå and capitals folded
 */
export async function personPage(
  read: Reader,
  page: { after: { sortKey: string; id: string } | null; search: string; size: number },
): Promise<PersonRow[]> {
  const { after, search, size } = page;
  const found = search ? like(persons.sortKey, `%${sortKey(search).replace(/[%_\\]/g, "")}%`) : undefined;
  const isLater = after
    ? afterKey("asc", persons.sortKey, persons.id, { value: after.sortKey, id: after.id })
    : undefined;
  const rows = await read
    .select({
      id: persons.id,
      name: persons.name,
      sortKey: persons.sortKey,
      email: persons.email,
      status: persons.status,
    })
    .from(persons)
    .where(and(found, isLater))
    .orderBy(asc(persons.sortKey), asc(persons.id))
    .limit(size);
  const roles = await read
    .select()
    .from(personRoles)
    .where(
      inArray(
        personRoles.personId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(personRoles.role));
  return rows.map((row) => ({
    ...row,
    roles: roles.filter((r) => r.personId === row.id).map((r) => r.role),
  }));
}

/** Every unit, by name: for a list to choose from. */
export async function unitChoices(read: Reader) {
  return read
    .select({ id: units.id, name: units.name, kind: units.kind })
    .from(units)
    .orderBy(asc(units.sortKey), asc(units.id))
    .limit(500);
}
