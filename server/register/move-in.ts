/** The one moment in which a file of people enters the register, and the one in which it leaves again. */
import {
  and,
  eq,
  exists,
  getTableColumns,
  inArray,
  isNotNull,
  like,
  notExists,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { memberships } from "../networks/tables.ts";
import {
  personRoles,
  personStatuses,
  persons,
  personWords,
  workplaces,
  workplaceWords,
} from "../people/tables.ts";
import { shapes } from "../store/shape.ts";
import type { Reader, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { allRoles, memberRoles } from "./forms.ts";
import { importedPersons, importRows, imports, importWorkplaces } from "./tables.ts";

type Row = typeof importRows;

/** Every column of a table in its order: what is given, what the column says by itself, else nothing. */
function wholeRow(table: typeof persons, given: Record<string, unknown>) {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const itself = column.default === undefined ? sql`null` : sql`${column.default}`;
    return [key, given[key] ?? itself.as(column.name || key)];
  });
  return Object.fromEntries(columns);
}

const literal = (value: string, name: string) => sql<string>`cast(${value} as text)`.as(name);

/** Rows of an import with one of these states. */
const rowsOf = (id: string, ...states: Row["state"]["_"]["data"][]) =>
  and(eq(importRows.importId, id), inArray(importRows.state, states));

/**
 * People who got an address of the list since it was looked at, or whom whoever imports could not see, are
 * known now, and stay as they are.
 */
async function recogniseLate(tx: Tx, fresh: SQL | undefined): Promise<void> {
  const sameAddress = tx
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.emailKey, importRows.emailKey));
  const notNew = tx
    .select({ id: importRows.personId })
    .from(importRows)
    .where(and(fresh, exists(sameAddress)));
  await tx.delete(personWords).where(inArray(personWords.personId, notNew));
  await tx
    .update(importRows)
    .set({ state: "known", personId: sql`(${sameAddress})` })
    .where(and(fresh, exists(sameAddress)));
}

/**
 * Workplaces the file names and we still do not have; those that came meanwhile are used instead. What
 * stays in `import_workplaces` afterwards is what came with the file.
 */
async function moveWorkplaces(tx: Tx, id: string, fresh: SQL | undefined): Promise<void> {
  const mine = eq(importWorkplaces.importId, id);
  const late = await tx
    .select({ from: importWorkplaces.workplaceId, into: workplaces.id })
    .from(importWorkplaces)
    .innerJoin(workplaces, eq(workplaces.sortKey, importWorkplaces.sortKey))
    .where(mine);
  for (const { from, into } of late) {
    await tx
      .update(importRows)
      .set({ workplaceId: into })
      .where(and(eq(importRows.importId, id), eq(importRows.workplaceId, from)));
  }
  const used = tx
    .select({ id: sql<string>`${importRows.workplaceId}` })
    .from(importRows)
    .where(and(fresh, isNotNull(importRows.workplaceId)));
  const unused = tx
    .select({ id: importWorkplaces.workplaceId })
    .from(importWorkplaces)
    .where(and(mine, notInArray(importWorkplaces.workplaceId, used)));
  await tx.delete(workplaceWords).where(inArray(workplaceWords.workplaceId, unused));
  await tx.delete(importWorkplaces).where(and(mine, notInArray(importWorkplaces.workplaceId, used)));
  await tx.insert(workplaces).select(
    tx
      .select({
        id: importWorkplaces.workplaceId,
        name: importWorkplaces.name,
        sortKey: importWorkplaces.sortKey,
        trade: importWorkplaces.trade,
        size: importWorkplaces.size,
        municipality: importWorkplaces.municipality,
      })
      .from(importWorkplaces)
      .where(mine) as never,
  );
}

async function movePeople(tx: Tx, fresh: SQL | undefined, now: Temporal.Instant): Promise<void> {
  const given = {
    id: importRows.personId,
    name: importRows.name,
    sortKey: importRows.sortKey,
    email: importRows.email,
    emailKey: importRows.emailKey,
    phone: importRows.phone,
    language: importRows.language,
    workplaceId: importRows.workplaceId,
    unitId: importRows.unitId,
    jobTitle: importRows.jobTitle,
    status: importRows.status,
    createdAt: sql`cast(${now.epochMilliseconds} as bigint)`.as("created_at"),
  };
  await tx.insert(persons).select(tx.select(wholeRow(persons, given)).from(importRows).where(fresh) as never);
  const today = localDate(now).toString();
  await tx.insert(personStatuses).select(
    tx
      .select({ personId: importRows.personId, since: literal(today, "since"), status: importRows.status })
      .from(importRows)
      .where(fresh) as never,
  );
}

const named = (role: string) => like(importRows.roles, `%|${role}|%`);

/** Roles: all of a new person's; of a known one those that go with the membership. */
async function moveRoles(tx: Tx, id: string, fresh: SQL | undefined): Promise<void> {
  const isThere = inArray(importRows.personId, tx.select({ id: persons.id }).from(persons));
  const known = and(rowsOf(id, "known"), sql`${importRows.networkId} is not null`, isThere);
  for (const role of allRoles) {
    const word = literal(role, "role");
    const gives = (where: SQL | undefined) =>
      tx
        .select({ personId: importRows.personId, role: word })
        .from(importRows)
        .where(and(where, named(role)));
    await tx.insert(personRoles).select(gives(fresh) as never);
    if (!(memberRoles as readonly string[]).includes(role)) continue;
    const had = tx
      .select({ role: personRoles.role })
      .from(personRoles)
      .where(and(eq(personRoles.personId, importRows.personId), eq(personRoles.role, role)));
    await note(tx, "role", role, and(known, named(role), notExists(had)));
    await tx
      .insert(personRoles)
      .select(gives(known) as never)
      .onConflictDoNothing();
    await moveMemberships(tx, id, role as (typeof memberRoles)[number], fresh, known);
  }
}

async function note(
  tx: Tx,
  what: "person" | "membership" | "role",
  role: string,
  where: SQL | undefined,
): Promise<void> {
  const networkId =
    what === "membership" ? sql<string>`coalesce(${importRows.networkId}, '')` : sql<string>`''`;
  await tx.insert(importedPersons).select(
    tx
      .select({
        importId: importRows.importId,
        personId: importRows.personId,
        what: literal(what, "what"),
        networkId: networkId.as("network_id"),
        role: literal(role, "role"),
      })
      .from(importRows)
      .where(where) as never,
  );
}

async function moveMemberships(
  tx: Tx,
  id: string,
  role: (typeof memberRoles)[number],
  fresh: SQL | undefined,
  known: SQL | undefined,
): Promise<void> {
  const [one] = await tx.select({ at: imports.createdAt }).from(imports).where(eq(imports.id, id));
  const since = literal(localDate(one?.at as Temporal.Instant).toString(), "since");
  const had = tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.networkId, sql`${importRows.networkId}`),
        eq(memberships.personId, importRows.personId),
        eq(memberships.role, role),
      ),
    );
  await note(tx, "membership", role, and(known, named(role), notExists(had)));
  const gives = (where: SQL | undefined) =>
    tx
      .select({
        networkId: sql<string>`${importRows.networkId}`.as("network_id"),
        personId: importRows.personId,
        role: literal(role, "role"),
        since,
        until: sql`cast(null as text)`.as("until"),
      })
      .from(importRows)
      .where(and(where, sql`${importRows.networkId} is not null`, named(role)));
  await tx.insert(memberships).select(gives(fresh) as never);
  await tx
    .insert(memberships)
    .select(gives(known) as never)
    .onConflictDoNothing();
}

/** Memberships of known people that had ended and that the file names again. */
export const returns = (id: string) =>
  and(
    rowsOf(id, "known"),
    isNotNull(memberships.until),
    like(importRows.roles, sql`'%|' || ${memberships.role} || '|%'`),
  );
const sameMembership = and(
  eq(memberships.networkId, importRows.networkId),
  eq(memberships.personId, importRows.personId),
);

/** Puts known people who had left the network back into it; what had ended, and when, is kept for undoing. */
async function moveBack(tx: Tx, id: string): Promise<void> {
  await tx.insert(importedPersons).select(
    tx
      .select({
        importId: importRows.importId,
        personId: importRows.personId,
        what: literal("return", "what"),
        networkId: memberships.networkId,
        role: sql<string>`${memberships.role} || ' ' || ${memberships.until}`.as("role"),
      })
      .from(importRows)
      .innerJoin(memberships, sameMembership)
      .where(returns(id)) as never,
  );
  const again = tx
    .select({ found: sql<number>`1` })
    .from(importRows)
    .where(and(sameMembership, returns(id)));
  await tx
    .update(memberships)
    .set({ until: null })
    .where(and(isNotNull(memberships.until), exists(again)));
}

/** Ends again what an import had put back, on the date it had ended. */
async function endReturned(tx: Tx, id: string): Promise<void> {
  for (const role of memberRoles) {
    const returned = and(
      eq(importedPersons.importId, id),
      eq(importedPersons.what, "return"),
      eq(importedPersons.personId, memberships.personId),
      eq(importedPersons.networkId, memberships.networkId),
      like(importedPersons.role, `${role} %`),
    );
    const ended = tx
      .select({ until: sql<string>`substr(${importedPersons.role}, ${sql.raw(String(role.length + 2))})` })
      .from(importedPersons)
      .where(returned);
    await tx
      .update(memberships)
      .set({ until: sql`(${ended})` })
      .where(and(eq(memberships.role, role), exists(ended)));
  }
}

/**
 * Moves everybody in, all or nobody, a statement for each kind of row.
 * @returns false when the import is not (any more) to be moved
 */
export async function moveIn(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const [one] = await tx
    .update(imports)
    .set({ state: "done", claimedUntil: null })
    .where(and(eq(imports.id, id), eq(imports.state, "moving")))
    .returning();
  if (!one) return false;
  const states = one.lookalikes === "add" ? (["new", "lookalike"] as const) : (["new"] as const);
  const fresh = rowsOf(id, ...states);
  await recogniseLate(tx, fresh);
  await moveWorkplaces(tx, id, fresh);
  await movePeople(tx, fresh, now);
  await note(tx, "person", "", fresh);
  await moveRoles(tx, id, fresh);
  await moveBack(tx, id);
  return true;
}

const brought = (read: Reader, id: string, what: "person") =>
  read
    .select({ id: importedPersons.personId })
    .from(importedPersons)
    .where(and(eq(importedPersons.importId, id), eq(importedPersons.what, what)));

/** Rows an import itself makes, and who looked at whom: they do not mean that a person is used. */
const ofTheImport = new Set([
  "persons",
  "person_words",
  "person_roles",
  "person_statuses",
  "memberships",
  "import_rows",
  "imported_persons",
]);

/**
 * Whether anyone who came with an import has been used: signed in, been invited, attended, been linked.
 * Every column that refers to a person is asked, whichever room it belongs to.
 */
export async function isUsed(read: Reader, id: string): Promise<boolean> {
  for (const { name, table, columns } of shapes().values()) {
    if (ofTheImport.has(name) || name.startsWith("audit")) continue;
    for (const { column } of columns.filter(({ dataClass }) => dataClass === "person")) {
      const rows = await read
        .select({ found: sql<number>`1` })
        .from(table)
        .where(inArray(column, brought(read, id, "person")))
        .limit(1);
      if (rows.length > 0) return true;
    }
  }
  return false;
}

/**
 * Takes out everybody an import brought in, and the memberships and roles it gave to people we had.
 * @returns refused with `used` once one of them has been used, and `not-done` when there is nothing to undo
 */
export async function undoImport(
  tx: Tx,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "used" | "not-done" }> {
  if (await isUsed(tx, id)) return { ok: false, reason: "used" };
  const undone = await tx
    .update(imports)
    .set({ state: "undone" })
    .where(and(eq(imports.id, id), eq(imports.state, "done")))
    .returning({ id: imports.id });
  if (undone.length === 0) return { ok: false, reason: "not-done" };
  await takeBackGiven(tx, id);
  await endReturned(tx, id);
  const people = () => brought(tx, id, "person");
  await tx.delete(personWords).where(inArray(personWords.personId, people()));
  await tx.delete(memberships).where(inArray(memberships.personId, people()));
  await tx.delete(personRoles).where(inArray(personRoles.personId, people()));
  await tx.delete(personStatuses).where(inArray(personStatuses.personId, people()));
  await tx.delete(persons).where(inArray(persons.id, people()));
  await tx.delete(importedPersons).where(eq(importedPersons.importId, id));
  await takeUnusedWorkplaces(tx, id);
  return { ok: true };
}

async function takeBackGiven(tx: Tx, id: string): Promise<void> {
  const given = (what: "membership" | "role", role: SQL) =>
    tx
      .select({ found: sql<number>`1` })
      .from(importedPersons)
      .where(and(eq(importedPersons.importId, id), eq(importedPersons.what, what), role));
  const same = (
    person: SQL | typeof memberships.personId,
    role: typeof memberships.role | typeof personRoles.role,
  ) => and(eq(importedPersons.personId, person), sql`${importedPersons.role} = ${role}`) as SQL;
  await tx
    .delete(memberships)
    .where(
      exists(
        given(
          "membership",
          and(
            same(memberships.personId, memberships.role),
            eq(importedPersons.networkId, memberships.networkId),
          ) as SQL,
        ),
      ),
    );
  await tx
    .delete(personRoles)
    .where(exists(given("role", same(personRoles.personId as never, personRoles.role))));
}

/** Tables that name a workplace without using it. */
const notUsing = new Set(["workplace_words", "import_workplaces", "import_rows"]);

/** Workplaces that came with the file, as far as nothing refers to them now. */
async function takeUnusedWorkplaces(tx: Tx, id: string): Promise<void> {
  const came = tx
    .select({ id: importWorkplaces.workplaceId })
    .from(importWorkplaces)
    .where(eq(importWorkplaces.importId, id));
  const unused = [...shapes().values()].flatMap(({ name, table, columns }) => {
    const workplace = columns.find((column) => column.name === "workplaceId");
    if (!workplace || notUsing.has(name)) return [];
    const users = tx.select({ found: sql<number>`1` }).from(table).where(eq(workplace.column, workplaces.id));
    return [notExists(users)];
  });
  const gone = await tx
    .delete(workplaces)
    .where(and(inArray(workplaces.id, came), ...unused))
    .returning({ id: workplaces.id });
  for (const { id: workplaceId } of gone)
    await tx.delete(workplaceWords).where(eq(workplaceWords.workplaceId, workplaceId));
  await tx.delete(importWorkplaces).where(eq(importWorkplaces.importId, id));
}
