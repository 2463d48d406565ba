/** People a page names, by id. */
import { asc, eq, inArray } from "drizzle-orm";
import { persons, workplaces } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";

/** More names than this are not listed on one page. */
const mostNames = 500;

/** Names with workplace, in the order of names; the first 500. */
export async function namesOf(read: Reader, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return read
    .select({ name: persons.name, detail: workplaces.name })
    .from(persons)
    .leftJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .where(inArray(persons.id, personIds.slice(0, mostNames)))
    .orderBy(asc(persons.sortKey), asc(persons.id));
}
