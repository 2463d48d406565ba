/** Reads of imports: which ones a person has, and what one would do. */
import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { networksRunBy, withoutComing } from "../gatherings/queries.ts";
import { memberships, networks } from "../networks/tables.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { returns } from "./move-in.ts";
import { limits } from "./sheet-parse.ts";
import { importBlocks, importedPersons, importRows, imports, importWorkplaces } from "./tables.ts";

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

/** Rows of one kind by line: the first, or those after a line. */
export async function firstRows(
  read: Reader,
  id: string,
  state: "new" | "known" | "lookalike" | "fault",
  { size, after = 0 }: { size: number; after?: number },
) {
  return read
    .select({
      line: importRows.line,
      name: importRows.name,
      email: importRows.email,
      faults: importRows.faults,
    })
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.state, state), gt(importRows.line, after)))
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

/** The headings of the list and the first rows under them with their lines; null when it is not kept any more. */
export async function headOf(read: Reader, id: string, size: number) {
  const [block] = await read
    .select({ cells: importBlocks.cells, lines: importBlocks.lines })
    .from(importBlocks)
    .where(and(eq(importBlocks.importId, id), eq(importBlocks.first, 0)));
  if (!block) return null;
  const rows = block.cells.map((cells, i) => ({ cells, line: block.lines[i] as number }));
  return { headings: block.cells[0] ?? [], rows: rows.slice(1, size + 1) };
}

const asCell = (cell: string) => (/^["]|\t/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * The list as it may be corrected in the box and sent again: cells with tabs between, each row on the line it
 * had. Empty when it is not kept any more.
 */
export async function listAsText(read: Reader, id: string): Promise<string> {
  const blocks = await read
    .select({ cells: importBlocks.cells, lines: importBlocks.lines })
    .from(importBlocks)
    .where(eq(importBlocks.importId, id))
    .orderBy(asc(importBlocks.first));
  const written: string[] = [];
  for (const { cells, lines } of blocks) {
    for (const [i, row] of cells.entries()) {
      const line = lines[i] as number;
      if (line === 0) continue; // headings it never had
      while (written.length < Math.min(line - 1, limits.rows)) written.push("");
      written.push(row.map(asCell).join("\t"));
    }
  }
  return written.join("\n");
}

/** Workplaces that come with the list's new people: how many, the first names, and how many are only a name. */
export async function newWorkplaces(read: Reader, id: string, named: number) {
  const used = read
    .select({ id: sql<string>`${importRows.workplaceId}` })
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, id),
        inArray(importRows.state, ["new", "lookalike"]),
        isNotNull(importRows.workplaceId),
      ),
    );
  const isNew = and(eq(importWorkplaces.importId, id), inArray(importWorkplaces.workplaceId, used));
  const isBare = sql`${importWorkplaces.trade} = '' or ${importWorkplaces.municipality} = '' or ${importWorkplaces.size} = 'unknown'`;
  const [counts] = await read
    .select({
      count: count(),
      bare: sql<number>`coalesce(sum(case when ${isBare} then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(importWorkplaces)
    .where(isNew);
  const rows = await read
    .select({ name: importWorkplaces.name })
    .from(importWorkplaces)
    .where(isNew)
    .orderBy(asc(importWorkplaces.sortKey))
    .limit(named);
  return { count: counts?.count ?? 0, bare: counts?.bare ?? 0, names: rows.map(({ name }) => name) };
}

/**
 * Networks that people came into with an import, that this viewer advises and that have no gathering ahead;
 * a few by name.
 */
export async function networksToPlan(
  read: Reader,
  viewer: Viewer,
  one: { id: string; networkId: string | null },
  now: Temporal.Instant,
) {
  const cameInto = read
    .select({ id: memberships.networkId })
    .from(importedPersons)
    .innerJoin(memberships, eq(memberships.personId, importedPersons.personId))
    .where(and(eq(importedPersons.importId, one.id), isNull(memberships.until)));
  const run = await networksRunBy(read, viewer.id);
  if (run.length === 0) return [];
  const ids = run.map(({ id }) => id);
  const came = one.networkId
    ? [{ id: one.networkId }]
    : await read
        .selectDistinct({ id: networks.id })
        .from(networks)
        .where(and(inArray(networks.id, ids), inArray(networks.id, cameInto)));
  const idle = await withoutComing(
    read,
    came.map(({ id }) => id).filter((id) => ids.includes(id)),
    now,
  );
  return run.filter(({ id }) => idle.has(id)).slice(0, 3);
}

/** How many people came with an import, and how many we had entered a network with it. */
export async function broughtCounts(read: Reader, id: string) {
  const countOf = async (...what: ("person" | "membership" | "return")[]) => {
    const [row] = await read
      .select({ n: countDistinct(importedPersons.personId) })
      .from(importedPersons)
      .where(and(eq(importedPersons.importId, id), inArray(importedPersons.what, what)));
    return row?.n ?? 0;
  };
  return { people: await countOf("person"), joined: await countOf("membership", "return") };
}
