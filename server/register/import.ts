/**
 * A file of people on its way in: stored, looked at in pieces, decided on, moved in at once, undone.
 * Everything stands in the store, so that any process may go on with it, and a killed one harms nothing.
 */
import { and, eq, inArray, isNull, lt, notInArray, or } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { personWords, workplaceWords } from "../people/tables.ts";
import { newId } from "../store/columns.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import type { Field } from "./columns.ts";
import type { Sheet } from "./sheet-parse.ts";
import { type ImportState, importBlocks, importRows, imports, importWorkplaces } from "./tables.ts";

/** Rows in one transaction: short enough that nobody waits for it. */
export const rowsAtATime = 500;
/** Whoever works on an import has it for so long at a time. */
export const claimSeconds = 30;

export type Import = typeof imports.$inferSelect;

/**
 * Stores a file's rows, without its headings, in pieces. One whose id is there already is left alone.
 * @returns the id of the import, which is `checking` from now on
 */
export async function startImport(
  store: Store,
  facts: { id?: string; byId: string; networkId: string | null; columns: (Field | "")[]; sheet: Sheet },
  now: Temporal.Instant,
): Promise<string> {
  const { id = newId(), byId, networkId, columns, sheet } = facts;
  const count = sheet.rows.length - 1;
  const begun = await store.write((tx) =>
    tx
      .insert(imports)
      .values({
        ...{ id, byId, networkId, state: "checking", columns, rows: count, createdAt: now },
        claimedUntil: now.add({ seconds: claimSeconds }),
      })
      .onConflictDoNothing()
      .returning({ id: imports.id }),
  );
  if (begun.length === 0) return id;
  for (let first = 0; first <= count; first += rowsAtATime) {
    const block = {
      cells: sheet.rows.slice(first, Math.min(first + rowsAtATime, count + 1)),
      lines: sheet.lines.slice(first, Math.min(first + rowsAtATime, count + 1)),
    };
    await store.write((tx) => tx.insert(importBlocks).values({ importId: id, first, ...block }));
  }
  await store.write((tx) => tx.update(imports).set({ claimedUntil: null }).where(eq(imports.id, id)));
  return id;
}

const inState = (id: string, ...states: ImportState[]) =>
  and(eq(imports.id, id), inArray(imports.state, states));

/** Says anew what the columns hold; every row is looked at again. Returns whether it could. */
export const chooseColumns = (tx: Tx, id: string, columns: (Field | "")[]) => lookAnew(tx, id, { columns });

/** Says where people go whose row names no network; every row is looked at again. Returns whether it could. */
export const chooseNetwork = (tx: Tx, id: string, networkId: string) => lookAnew(tx, id, { networkId });

async function lookAnew(
  tx: Tx,
  id: string,
  said: { columns: (Field | "")[] } | { networkId: string },
): Promise<boolean> {
  const changed = await tx
    .update(imports)
    .set({ ...said, state: "checking", through: 0, faults: 0, claimedUntil: null })
    .where(inState(id, "ready", "checking"))
    .returning({ id: imports.id });
  if (changed.length === 0) return false;
  await tx.delete(importRows).where(eq(importRows.importId, id));
  await tx.delete(importWorkplaces).where(eq(importWorkplaces.importId, id));
  return true;
}

/** Whether somebody in the list would enter no network. */
export async function standsAlone(read: Reader, id: string): Promise<boolean> {
  const [row] = await read
    .select({ line: importRows.line })
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, id),
        inArray(importRows.state, enteringStates),
        isNull(importRows.networkId),
      ),
    )
    .limit(1);
  return row !== undefined;
}
const enteringStates = ["new", "known", "lookalike"] as const;

/**
 * Decides that the list goes in; only once, and only without faults.
 * @param facts.mayStandAlone an administrator may add people who are in no network
 * @returns `no-network` when it is to be chosen first, `too-late` when it is decided or has faults
 */
export async function decideImport(
  tx: Tx,
  id: string,
  facts: { lookalikes: "skip" | "add"; mayStandAlone: boolean },
): Promise<"decided" | "no-network" | "too-late"> {
  if (!facts.mayStandAlone && (await standsAlone(tx, id))) return "no-network";
  const decided = await tx
    .update(imports)
    .set({ state: "moving", through: 0, lookalikes: facts.lookalikes, claimedUntil: null })
    .where(and(inState(id, "ready"), eq(imports.faults, 0)))
    .returning({ id: imports.id });
  return decided.length > 0 ? "decided" : "too-late";
}

/** Gives an import up; nothing of it has entered. Returns false when it is done already. */
export async function stopImport(tx: Tx, id: string): Promise<boolean> {
  const stopped = await tx
    .update(imports)
    .set({ state: "stopped", claimedUntil: null })
    .where(inState(id, "checking", "ready", "moving"))
    .returning({ id: imports.id });
  return stopped.length > 0;
}

/** Takes an import to work on for a while; null when somebody has it, or there is nothing to do. */
export async function claimImport(tx: Tx, id: string, now: Temporal.Instant): Promise<Import | null> {
  const [claimed] = await tx
    .update(imports)
    .set({ claimedUntil: now.add({ seconds: claimSeconds }) })
    .where(
      and(inState(id, "checking", "moving"), or(isNull(imports.claimedUntil), lt(imports.claimedUntil, now))),
    )
    .returning();
  return claimed ?? null;
}

/**
 * Takes the rows of an import away that is done, given up or undone, and search words of people who never
 * entered; a piece at a time.
 */
export async function sweepImport(store: Store, id: string): Promise<void> {
  for (let isMore = true; isMore; ) {
    isMore = await store.write(async (tx) => {
      const rows = await tx
        .select({ line: importRows.line, personId: importRows.personId, state: importRows.state })
        .from(importRows)
        .where(eq(importRows.importId, id))
        .limit(rowsAtATime * 4);
      if (rows.length === 0) return false;
      const lines = rows.map((row) => row.line);
      await tx.delete(importRows).where(and(eq(importRows.importId, id), inArray(importRows.line, lines)));
      return true;
    });
  }
  await store.write((tx) => tx.delete(importBlocks).where(eq(importBlocks.importId, id)));
}

/** Takes away the search words of those, and of the workplaces, who were about to enter when an import was given up. */
export async function forgetWords(store: Store, id: string): Promise<void> {
  await store.write(async (tx) => {
    const rows = tx
      .select({ id: importRows.personId })
      .from(importRows)
      .where(and(eq(importRows.importId, id), notInArray(importRows.state, ["known"])));
    await tx.delete(personWords).where(inArray(personWords.personId, rows));
    const places = tx
      .select({ id: importWorkplaces.workplaceId })
      .from(importWorkplaces)
      .where(eq(importWorkplaces.importId, id));
    await tx.delete(workplaceWords).where(inArray(workplaceWords.workplaceId, places));
    await tx.delete(importWorkplaces).where(eq(importWorkplaces.importId, id));
  });
}

/** What lies about longer than a day without a decision is given up, and what is over is swept; for the clock. */
export async function sweepImports(store: Store, now: Temporal.Instant): Promise<void> {
  const old = await store.read
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(inArray(imports.state, ["checking", "ready"]), lt(imports.createdAt, now.subtract({ hours: 24 }))),
    )
    .limit(50);
  for (const { id } of old) await store.write((tx) => stopImport(tx, id));
  const over = await store.read
    .selectDistinct({ id: imports.id, state: imports.state })
    .from(imports)
    .innerJoin(importBlocks, eq(importBlocks.importId, imports.id))
    .where(inArray(imports.state, ["done", "stopped", "undone"]))
    .limit(50);
  for (const { id, state } of over) {
    if (state === "stopped") await forgetWords(store, id);
    await sweepImport(store, id);
  }
}
