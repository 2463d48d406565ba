/** Nav's units: coming into being, changing name and place, and who leads them. */
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { newId, sortKey } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { addRole } from "./person.ts";
import { personRoles, persons, unitLeaders, units } from "./tables.ts";

export type UnitKind = "region" | "centre" | "office";
export const unitKinds = ["region", "centre", "office"] as const satisfies readonly UnitKind[];

async function sameName(tx: Tx, kind: UnitKind, name: string): Promise<string | null> {
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.sortKey, sortKey(name)), eq(units.kind, kind)));
  return unit?.id ?? null;
}

async function isRegion(tx: Tx, id: string): Promise<boolean> {
  const [unit] = await tx.select({ kind: units.kind }).from(units).where(eq(units.id, id));
  return unit?.kind === "region";
}

/**
 * Adds units of one kind, below a region unless they are regions; names that are there stay as they are.
 * @returns how many are new, or refused with `no-region`
 */
export async function addUnits(
  tx: Tx,
  facts: { kind: UnitKind; names: string[]; parentId: string | null },
): Promise<{ ok: true; added: number } | { ok: false; reason: "no-region" }> {
  const { kind, names, parentId } = facts;
  if (kind !== "region" && (!parentId || !(await isRegion(tx, parentId))))
    return { ok: false, reason: "no-region" };
  let added = 0;
  for (const name of names) {
    if (await sameName(tx, kind, name)) continue;
    const parent = kind === "region" ? null : parentId;
    await tx.insert(units).values({ id: newId(), kind, name, sortKey: sortKey(name), parentId: parent });
    added++;
  }
  return { ok: true, added };
}

/**
 * Renames a unit and puts it below a region.
 * @returns refused with `taken` when another unit of its kind has the name, `no-region` as above
 */
export async function changeUnit(
  tx: Tx,
  unit: { id: string; kind: UnitKind },
  facts: { name: string; parentId: string | null },
): Promise<{ ok: true } | { ok: false; reason: "taken" | "no-region" }> {
  const same = await sameName(tx, unit.kind, facts.name);
  if (same && same !== unit.id) return { ok: false, reason: "taken" };
  const parentId = unit.kind === "region" ? null : facts.parentId;
  if (unit.kind !== "region" && (!parentId || !(await isRegion(tx, parentId))))
    return { ok: false, reason: "no-region" };
  await tx
    .update(units)
    .set({ name: facts.name, sortKey: sortKey(facts.name), parentId })
    .where(eq(units.id, unit.id));
  return { ok: true };
}

/**
 * Makes a person leader or deputy of a unit, and a leader by role. Who led it before, when there is a new
 * leader, becomes nothing: what waits before them is passed on by whoever calls.
 * @param facts.isBeside leads together with whoever leads already
 * @returns those who led until now and do not any more
 */
export async function putInLead(
  tx: Tx,
  facts: { unitId: string; kind: UnitKind; personId: string; isDeputy: boolean; isBeside?: boolean },
): Promise<{ before: string[] }> {
  const { unitId, personId, isDeputy } = facts;
  const before =
    isDeputy || facts.isBeside
      ? []
      : await tx
          .delete(unitLeaders)
          .where(
            and(
              eq(unitLeaders.unitId, unitId),
              eq(unitLeaders.isDeputy, false),
              ne(unitLeaders.personId, personId),
            ),
          )
          .returning({ personId: unitLeaders.personId });
  await tx
    .insert(unitLeaders)
    .values({ unitId, personId, isDeputy })
    .onConflictDoUpdate({ target: [unitLeaders.unitId, unitLeaders.personId], set: { isDeputy } });
  await addRole(tx, personId, facts.kind === "region" ? "regional_leader" : "leader");
  return { before: before.map((row) => row.personId) };
}

/**
 * Ends a leadership. When the leader goes and there is a deputy, the deputy leads from the same moment.
 * @returns who leads now in their place, null when nobody does
 */
export async function endLead(
  tx: Tx,
  unitId: string,
  personId: string,
): Promise<{ successorId: string | null }> {
  const [gone] = await tx
    .delete(unitLeaders)
    .where(and(eq(unitLeaders.unitId, unitId), eq(unitLeaders.personId, personId)))
    .returning({ isDeputy: unitLeaders.isDeputy });
  const left = await leadersOf(tx, [unitId]);
  const leader = left.find((one) => !one.isDeputy);
  if (leader || !gone || gone.isDeputy) return { successorId: leader?.personId ?? null };
  const deputy = left[0];
  if (!deputy) return { successorId: null };
  await tx
    .update(unitLeaders)
    .set({ isDeputy: false })
    .where(and(eq(unitLeaders.unitId, unitId), eq(unitLeaders.personId, deputy.personId)));
  return { successorId: deputy.personId };
}

/** Who leads these units, leaders first; those who left Nav are not there. */
export async function leadersOf(read: Reader, unitIds: string[]) {
  if (unitIds.length === 0) return [];
  return read
    .select({
      unitId: unitLeaders.unitId,
      personId: persons.id,
      name: persons.name,
      isDeputy: unitLeaders.isDeputy,
    })
    .from(unitLeaders)
    .innerJoin(persons, eq(persons.id, unitLeaders.personId))
    .where(and(inArray(unitLeaders.unitId, unitIds), ne(persons.status, "left")))
    .orderBy(asc(unitLeaders.isDeputy), asc(persons.sortKey), asc(persons.id));
}

/** Who may be put in lead: those of Nav's roles, by name. */
export async function mayLead(read: Reader) {
  return read
    .selectDistinct({ id: persons.id, name: persons.name, sortKey: persons.sortKey })
    .from(persons)
    .innerJoin(personRoles, eq(personRoles.personId, persons.id))
    .where(
      and(
        inArray(personRoles.role, ["leader", "regional_leader", "adviser", "counsellor"]),
        ne(persons.status, "left"),
      ),
    )
    .orderBy(asc(persons.sortKey), asc(persons.id))
    .limit(1000);
}
