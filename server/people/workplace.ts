/** Workplaces in the register: new, renamed, and read. */
import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import { newId, sortKey } from "../store/columns.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader, Tx } from "../store/store.ts";
import type { WorkplaceFacts } from "./person.ts";
import { addWorkplaceWords, indexWorkplace, workplaceMatches } from "./search.ts";
import { persons, workplaces } from "./tables.ts";

export const sizes = ["small", "medium", "large"] as const;

const named = (tx: Reader, name: string) =>
  tx
    .select({ id: workplaces.id })
    .from(workplaces)
    .where(eq(workplaces.sortKey, sortKey(name)));

/** @returns refused with `known` when there is one with that name, and which */
export async function addWorkplace(
  tx: Tx,
  facts: WorkplaceFacts,
): Promise<{ ok: true; id: string } | { ok: false; reason: "known"; id: string }> {
  const [known] = await named(tx, facts.name);
  if (known) return { ok: false, reason: "known", id: known.id };
  const id = newId();
  await tx.insert(workplaces).values({ id, ...facts, sortKey: sortKey(facts.name) });
  await addWorkplaceWords(tx, [{ id, name: facts.name }]);
  return { ok: true, id };
}

/** @returns refused with `known` when another one has that name: then they want merging */
export async function changeWorkplace(
  tx: Tx,
  id: string,
  facts: WorkplaceFacts,
): Promise<{ ok: true } | { ok: false; reason: "known"; id: string }> {
  const [known] = await named(tx, facts.name);
  if (known && known.id !== id) return { ok: false, reason: "known", id: known.id };
  await tx
    .update(workplaces)
    .set({ ...facts, sortKey: sortKey(facts.name) })
    .where(eq(workplaces.id, id));
  await indexWorkplace(tx, id);
  return { ok: true };
}

/** Workplaces by name, a page at a time, with how many people work there who have not left. */
export async function workplacePage(
  read: Reader,
  page: { search: string; after: { sortKey: string; id: string } | null; size: number },
) {
  const { after, search, size } = page;
  const isLater = after
    ? afterKey("asc", workplaces.sortKey, workplaces.id, { value: after.sortKey, id: after.id })
    : undefined;
  // counted for the page's own rows: a grouped join would count for every workplace there is
  const people = read
    .select({ n: count() })
    .from(persons)
    .where(and(eq(persons.workplaceId, workplaces.id), ne(persons.status, "left")));
  return read
    .select({
      id: workplaces.id,
      name: workplaces.name,
      sortKey: workplaces.sortKey,
      trade: workplaces.trade,
      size: workplaces.size,
      municipality: workplaces.municipality,
      people: sql<number>`(${people})`.mapWith(Number),
    })
    .from(workplaces)
    .where(and(workplaceMatches(read, search), isLater))
    .orderBy(asc(workplaces.sortKey), asc(workplaces.id))
    .limit(size);
}

export async function workplaceById(read: Reader, id: string) {
  const [row] = await read.select().from(workplaces).where(eq(workplaces.id, id));
  return row ?? null;
}
