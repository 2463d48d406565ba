/** Looking at the rows of an import, a piece at a time, and preparing what moves in. */
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { addPersonWords, addWorkplaceWords } from "../people/search.ts";
import { emailKey } from "../people/sign-in.ts";
import { persons, units, workplaces } from "../people/tables.ts";
import { newId, sortKey } from "../store/columns.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { hasRole, type Role, type Viewer } from "../web/access.ts";
import { type Candidate, checkRow, type Fault } from "./check.ts";
import type { Field } from "./columns.ts";
import { allRoles, memberRoles } from "./forms.ts";
import { claimImport, claimSeconds, type Import, rowsAtATime, sweepImport } from "./import.ts";
import { moveIn } from "./move-in.ts";
import { importBlocks, importRows, imports, importWorkplaces } from "./tables.ts";

export type Checked = typeof importRows.$inferInsert;

/** The roles someone may give by a file. */
export const mayGive = (viewer: Pick<Viewer, "roles">): readonly Role[] =>
  hasRole(viewer as Viewer, "administrator") ? allRoles : memberRoles;

/** What a whole file is looked up in. */
interface Register {
  units: Map<string, string>;
  networks: Map<string, string>;
  mayGive: readonly Role[];
  /** Whom of the register whoever imports may see; nobody else is recognised before all are in. */
  sees: SQL | undefined;
}

const distinct = (values: (string | undefined)[]) => [...new Set(values.filter((v) => v !== undefined))];

async function byKey(
  read: Reader,
  table: typeof units | typeof workplaces,
  keys: string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await read
    .select({ id: table.id, key: table.sortKey })
    .from(table as typeof units)
    .where(inArray(table.sortKey, keys));
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** People with one of these addresses, and people with one of these names at a workplace. */
async function alike(read: Reader, candidates: Candidate[], sees: SQL | undefined) {
  const columns = {
    id: persons.id,
    emailKey: persons.emailKey,
    sortKey: persons.sortKey,
    workplaceId: persons.workplaceId,
  };
  const keys = distinct(candidates.map(({ email }) => emailKey(email)));
  const names = distinct(candidates.map(({ name }) => sortKey(name)));
  const known = await read
    .select(columns)
    .from(persons)
    .where(and(inArray(persons.emailKey, keys), sees));
  const named = await read
    .select(columns)
    .from(persons)
    .where(and(inArray(persons.sortKey, names), sees));
  return {
    byAddress: new Map(known.map((row) => [row.emailKey, row.id])),
    byName: new Set(
      named.filter((row) => row.workplaceId).map((row) => `${row.sortKey}\n${row.workplaceId}`),
    ),
  };
}

/** Addresses of this block that stand in earlier rows of the file, with their lines. */
async function earlier(
  read: Reader,
  importId: string,
  candidates: Candidate[],
): Promise<Map<string, number>> {
  const keys = distinct(candidates.map(({ email }) => emailKey(email)));
  const rows = await read
    .select({ key: importRows.emailKey, line: importRows.line })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), inArray(importRows.emailKey, keys)))
    .orderBy(asc(importRows.line));
  return new Map(rows.reverse().map((row) => [row.key, row.line]));
}

/** The workplaces a block names: those we have, those the file named before, and new ones with their facts. */
async function workplacesOf(read: Reader, importId: string, candidates: Candidate[]) {
  const named = candidates.flatMap(({ workplace }) =>
    workplace ? [{ ...workplace, key: sortKey(workplace.name) }] : [],
  );
  const keys = distinct(named.map(({ key }) => key));
  const ids = await byKey(read, workplaces, keys);
  const missing = keys.filter((key) => !ids.has(key));
  const waiting = missing.length
    ? await read
        .select({ key: importWorkplaces.sortKey, id: importWorkplaces.workplaceId })
        .from(importWorkplaces)
        .where(and(eq(importWorkplaces.importId, importId), inArray(importWorkplaces.sortKey, missing)))
    : [];
  for (const { key, id } of waiting) ids.set(key, id);
  const fresh = new Map<string, typeof importWorkplaces.$inferInsert>();
  for (const { key, name, trade, size, municipality } of named) {
    const isRegistered = ids.has(key) && !waiting.some((one) => one.key === key);
    if (isRegistered && !fresh.has(key)) continue;
    const workplaceId = ids.get(key) ?? newId();
    ids.set(key, workplaceId);
    const first = fresh.get(key) ?? { importId, sortKey: key, workplaceId, name, trade, size, municipality };
    fresh.set(key, {
      ...first,
      trade: first.trade || trade,
      size: first.size === "unknown" ? size : first.size,
      municipality: first.municipality || municipality,
    });
  }
  return { ids, fresh: [...fresh.values()] };
}

/** Notes workplaces that came with a list; what an earlier row left out about one is filled in. */
async function noteWorkplaces(tx: Tx, fresh: (typeof importWorkplaces.$inferInsert)[]): Promise<void> {
  if (fresh.length === 0) return;
  const { trade, size, municipality } = importWorkplaces;
  const filledIn = (column: typeof trade | typeof size | typeof municipality, none: string) =>
    sql`case when ${column} = ${none} then excluded.${sql.identifier(column.name)} else ${column} end`;
  await tx
    .insert(importWorkplaces)
    .values(fresh)
    .onConflictDoUpdate({
      target: [importWorkplaces.importId, importWorkplaces.sortKey],
      set: {
        trade: filledIn(trade, ""),
        size: filledIn(size, "unknown"),
        municipality: filledIn(municipality, ""),
      },
    });
}

/** Looks at one piece of a file. Reads only. */
async function checkBlock(
  read: Reader,
  one: Import,
  register: Register,
  block: { cells: string[][]; lines: number[] },
) {
  const looked = block.cells.map((cells) => checkRow(cells, one.columns as (Field | "")[], register.mayGive));
  const candidates = looked.map(({ candidate }) => candidate);
  const { byAddress, byName } = await alike(read, candidates, register.sees);
  const seen = await earlier(read, one.id, candidates);
  const places = await workplacesOf(read, one.id, candidates);
  const rows = looked.map(({ candidate, faults }, i): Checked => {
    const line = block.lines[i] as number;
    const fault = (field: Field, code: Fault["code"], other?: number) =>
      faults.push({ field, code, ...(other !== undefined && { line: other }) });
    const key = emailKey(candidate.email);
    const other = key ? seen.get(key) : undefined;
    if (other !== undefined) fault("email", "same-address", other);
    else if (key) seen.set(key, line);
    const workplaceId = candidate.workplace
      ? (places.ids.get(sortKey(candidate.workplace.name)) ?? null)
      : null;
    const unitId = candidate.unit ? (register.units.get(candidate.unit) ?? null) : null;
    if (candidate.unit && !unitId) fault("unit", "unknown-unit");
    const networkId = candidate.network ? (register.networks.get(candidate.network) ?? null) : one.networkId;
    if (candidate.network && !networkId) fault("network", "unknown-network");
    const knownId = byAddress.get(key);
    const isLookalike = byName.has(`${sortKey(candidate.name)}\n${workplaceId}`);
    const state = faults.length > 0 ? "fault" : knownId ? "known" : isLookalike ? "lookalike" : "new";
    return {
      importId: one.id,
      line,
      state,
      personId: knownId ?? newId(),
      name: candidate.name,
      sortKey: sortKey(candidate.name),
      email: candidate.email,
      emailKey: key,
      phone: candidate.phone,
      language: candidate.language,
      roles: `|${candidate.roles.join("|")}|`,
      status: candidate.status,
      jobTitle: candidate.jobTitle,
      networkId,
      unitId,
      workplaceId,
      faults,
    };
  });
  return { rows, fresh: places.fresh };
}

async function registerFor(read: Reader, { networks, roles, sees }: Scope): Promise<Register> {
  const allUnits = await read.select({ id: units.id, key: units.sortKey }).from(units).limit(2000);
  return {
    units: new Map(allUnits.map((unit) => [unit.key, unit.id])),
    networks: new Map(networks.map(({ id, name }) => [sortKey(name), id])),
    mayGive: roles,
    sees,
  };
}

/** What whoever started an import sees and may give. */
interface Scope {
  networks: { id: string; name: string }[];
  roles: readonly Role[];
  sees: SQL | undefined;
}

export interface Worker {
  store: Store;
  now: () => Temporal.Instant;
  scopeOf(byId: string): Promise<Scope>;
}

/** Lets the requests that wait have their turn between two pieces. */
const breathe = () => new Promise((done) => setImmediate(done));

/** Goes on with a claimed import that is being looked at. */
async function check({ store, now, scopeOf }: Worker, one: Import): Promise<void> {
  const register = await registerFor(store.read, await scopeOf(one.byId));
  let { through } = one;
  while (through < one.rows) {
    // the headings are the first row of the first block
    const first = Math.floor((through + 1) / rowsAtATime) * rowsAtATime;
    const [block] = await store.read
      .select()
      .from(importBlocks)
      .where(and(eq(importBlocks.importId, one.id), eq(importBlocks.first, first)));
    if (!block) return;
    const skip = through + 1 - first;
    const piece = { cells: block.cells.slice(skip), lines: block.lines.slice(skip) };
    const { rows, fresh } = await checkBlock(store.read, one, register, piece);
    const before = through;
    const isOurs = await store.write(async (tx) => {
      const faulty = rows.filter((row) => row.state === "fault").length;
      const [kept] = await tx
        .select({
          faults: imports.faults,
          through: imports.through,
          state: imports.state,
          columns: imports.columns,
          networkId: imports.networkId,
        })
        .from(imports)
        .where(eq(imports.id, one.id));
      if (kept?.state !== "checking" || kept.through !== before) return false;
      // columns and network may have been chosen anew while we looked
      if (kept.networkId !== one.networkId) return false;
      if (JSON.stringify(kept.columns) !== JSON.stringify(one.columns)) return false;
      const next = before + rows.length;
      const claimedUntil = now().add({ seconds: claimSeconds });
      await tx
        .update(imports)
        .set({ through: next, faults: kept.faults + faulty, claimedUntil })
        .where(eq(imports.id, one.id));
      await noteWorkplaces(tx, fresh);
      await tx.insert(importRows).values(rows);
      return true;
    });
    if (!isOurs) return;
    through += rows.length;
    await breathe();
  }
  await store.write((tx) =>
    tx
      .update(imports)
      .set({ state: "ready", claimedUntil: null })
      .where(and(eq(imports.id, one.id), eq(imports.state, "checking"), eq(imports.through, one.rows))),
  );
}

/** The states of rows that become new people. */
export const entering = (one: Pick<Import, "lookalikes">): ("new" | "lookalike")[] =>
  one.lookalikes === "add" ? ["new", "lookalike"] : ["new"];

/** Goes on with a claimed import that is decided: search words in pieces, then everything at once. */
async function move({ store, now }: Worker, one: Import): Promise<void> {
  const places = await store.read
    .select({ id: importWorkplaces.workplaceId, name: importWorkplaces.name })
    .from(importWorkplaces)
    .where(eq(importWorkplaces.importId, one.id));
  for (let i = 0; i < places.length; i += rowsAtATime) {
    await store.write((tx) => addWorkplaceWords(tx, places.slice(i, i + rowsAtATime)));
    await breathe();
  }
  for (let { through } = one; ; ) {
    const rows = await store.read
      .select({ id: importRows.personId, name: importRows.name })
      .from(importRows)
      .where(and(eq(importRows.importId, one.id), inArray(importRows.state, entering(one))))
      .orderBy(asc(importRows.line))
      .limit(rowsAtATime)
      .offset(through);
    if (rows.length === 0) break;
    const isOurs = await store.write(async (tx) => {
      const kept = await tx
        .update(imports)
        .set({ through: through + rows.length, claimedUntil: now().add({ seconds: claimSeconds }) })
        .where(and(eq(imports.id, one.id), eq(imports.state, "moving")))
        .returning({ id: imports.id });
      if (kept.length > 0) await addPersonWords(tx, rows);
      return kept.length > 0;
    });
    if (!isOurs) return;
    through += rows.length;
    await breathe();
  }
  await store.write((tx) => moveIn(tx, one.id, now()));
  await sweepImport(store, one.id);
}

/** Works on an import until it is looked at or in; does nothing when someone else has it. */
export async function workOn(worker: Worker, id: string): Promise<void> {
  const one = await worker.store.write((tx) => claimImport(tx, id, worker.now()));
  if (one?.state === "checking") await check(worker, one);
  if (one?.state === "moving") await move(worker, one);
}

/** Goes on with imports that nobody works on any more; for the clock. */
export async function workOnAbandoned(worker: Worker): Promise<void> {
  const waiting = await worker.store.read
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.state, ["checking", "moving"]))
    .limit(20);
  for (const { id } of waiting) await workOn(worker, id);
}
