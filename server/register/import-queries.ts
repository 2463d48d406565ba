/** Reads of imports: which ones a person has, and what one would do. */
import { and, asc, count, desc, eq } from "drizzle-orm";
import { memberships } from "../networks/tables.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { returns } from "./move-in.ts";
import { importBlocks, importedPersons, importRows, imports } from "./tables.ts";

/** The newest imports of this viewer; an administrator's are only their own too. */
export async function recentImports(read: Reader, viewer: Viewer) {
  return read
    .select()
    .from(imports)
    .where(eq(imports.byId, viewer.id))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(10);
}

/** An import, for whoever made it and for administrators. */
export async function importFor(read: Reader, viewer: Viewer, id: string) {
  const [one] = await read.select().from(imports).where(eq(imports.id, id));
  return one && (one.byId === viewer.id || hasRole(viewer, "administrator")) ? one : null;
}

/** How many rows there are of each kind. */
export async function rowCounts(read: Reader, id: string) {
  const rows = await read
    .select({ state: importRows.state, n: count() })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .groupBy(importRows.state);
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return { new: of("new"), known: of("known"), lookalike: of("lookalike"), fault: of("fault") };
}

/** The first rows of one kind, by line. */
export async function firstRows(
  read: Reader,
  id: string,
  state: "new" | "known" | "lookalike" | "fault",
  size: number,
) {
  return read
    .select({
      line: importRows.line,
      name: importRows.name,
      email: importRows.email,
      faults: importRows.faults,
    })
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.state, state)))
    .orderBy(asc(importRows.line))
    .limit(size);
}

/** Known people who had left the network and come back with the file, by line. */
export async function firstReturns(read: Reader, id: string, size: number) {
  return read
    .selectDistinct({ line: importRows.line, name: importRows.name, email: importRows.email })
    .from(importRows)
    .innerJoin(
      memberships,
      and(eq(memberships.networkId, importRows.networkId), eq(memberships.personId, importRows.personId)),
    )
    .where(returns(id))
    .orderBy(asc(importRows.line))
    .limit(size);
}

/** The headings of the file and a few rows under them, as long as the file is kept. */
export async function headOf(read: Reader, id: string, size: number): Promise<string[][]> {
  const [block] = await read
    .select({ cells: importBlocks.cells })
    .from(importBlocks)
    .where(and(eq(importBlocks.importId, id), eq(importBlocks.first, 0)));
  return (block?.cells ?? []).slice(0, size + 1);
}

/** How many people came with an import. */
export async function broughtCount(read: Reader, id: string): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(importedPersons)
    .where(and(eq(importedPersons.importId, id), eq(importedPersons.what, "person")));
  return row?.n ?? 0;
}
