/** Reads about people. */
import { asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../store/store.ts";
import { personRoles, persons } from "./tables.ts";

/** The demo cast as the sign-in page lists them; those that exist of `emailKeys`. */
export async function castByEmail(read: Reader, emailKeys: string[]) {
  return read
    .select({ id: persons.id, name: persons.name, emailKey: persons.emailKey, role: personRoles.role })
    .from(persons)
    .innerJoin(personRoles, eq(personRoles.personId, persons.id))
    .where(inArray(persons.emailKey, emailKeys))
    .orderBy(asc(persons.sortKey), asc(personRoles.role));
}
