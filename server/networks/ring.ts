/** "Hvem ringer jeg?": the sheet of a network. Its people come from the register; other lines it writes. */
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { persons, unitLeaders, units } from "../people/tables.ts";
import { newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { memberships, networkUnits, ringLines } from "./tables.ts";

export const ringSections = ["day", "after_hours", "acute"] as const;
/** More lines than this do not fit on one sheet. */
export const mostRingLines = 20;

const person = { id: persons.id, name: persons.name, phone: persons.phone, email: persons.email };

/** Someone on the sheet, with who answers when they are out. */
export interface RingPerson {
  id: string;
  name: string;
  phone: string | null;
  email: string;
  unitName: string | null;
  deputy: { name: string; phone: string | null } | null;
}

async function staffOf(read: Reader, networkId: string) {
  return read
    .select({ ...person, role: memberships.role, unitId: persons.unitId, unitName: units.name })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(units, eq(units.id, persons.unitId))
    .where(
      and(
        eq(memberships.networkId, networkId),
        inArray(memberships.role, ["counsellor", "adviser"]),
        isNull(memberships.until),
        ne(persons.status, "left"),
      ),
    )
    .orderBy(asc(persons.sortKey), asc(persons.id))
    .limit(200);
}

async function leadersOf(read: Reader, networkId: string) {
  return read
    .select({ ...person, unitId: units.id, unitName: units.name, isDeputy: unitLeaders.isDeputy })
    .from(networkUnits)
    .innerJoin(unitLeaders, eq(unitLeaders.unitId, networkUnits.unitId))
    .innerJoin(units, eq(units.id, networkUnits.unitId))
    .innerJoin(persons, eq(persons.id, unitLeaders.personId))
    .where(and(eq(networkUnits.networkId, networkId), ne(persons.status, "left")))
    .orderBy(asc(units.sortKey), asc(unitLeaders.isDeputy), asc(persons.sortKey));
}

type Someone = { id: string; name: string; phone: string | null };

/** The next one in a circle of those who do the same, so that not everyone points to the same person. */
function nextOf<S extends Someone>(one: S, circle: readonly S[]): S | null {
  const at = circle.findIndex(({ id }) => id === one.id);
  const next = circle[(at + 1) % circle.length];
  return next && next.id !== one.id ? next : null;
}

/**
 * Everyone on the sheet as they are now. Who answers for a counsellor: the next one at the same office,
 * else its leader; for an adviser the next adviser; for a leader the deputy. Two statements.
 */
export async function ringPeople(read: Reader, networkId: string) {
  const staff = await staffOf(read, networkId);
  const leaders = await leadersOf(read, networkId);
  const shown = (one: (typeof staff)[number] | (typeof leaders)[number], deputy: Someone | null) => ({
    id: one.id,
    name: one.name,
    phone: one.phone,
    email: one.email,
    unitName: one.unitName,
    deputy: deputy && { name: deputy.name, phone: deputy.phone },
  });
  const counsellors = staff.filter(({ role }) => role === "counsellor");
  const advisers = staff.filter(({ role }) => role === "adviser");
  const leaderOf = (unitId: string | null) =>
    leaders.find((one) => one.unitId === unitId && !one.isDeputy) ?? null;
  return {
    counsellors: counsellors.map((one): RingPerson => {
      const same = counsellors.filter(({ unitId }) => unitId === one.unitId);
      return shown(one, nextOf(one, same) ?? leaderOf(one.unitId));
    }),
    advisers: advisers.map((one): RingPerson => shown(one, nextOf(one, advisers))),
    leaders: leaders
      .filter(({ isDeputy }) => !isDeputy)
      .map((one): RingPerson => {
        const deputy = leaders.find(({ isDeputy, unitId }) => isDeputy && unitId === one.unitId);
        return shown(one, deputy ?? null);
      }),
  };
}

export type RingLine = typeof ringLines.$inferSelect;

/** The lines the network wrote, in its order. */
export async function ringLinesOf(read: Reader, networkId: string): Promise<RingLine[]> {
  return read
    .select()
    .from(ringLines)
    .where(eq(ringLines.networkId, networkId))
    .orderBy(asc(ringLines.position), asc(ringLines.id))
    .limit(mostRingLines);
}

export type RingFacts = Pick<RingLine, "section" | "label" | "phone" | "note" | "deputyName" | "deputyPhone">;

/**
 * Adds a line, or changes one. The same label and number twice is one press of the button.
 * @param lineId null for a new one; one that was removed meanwhile comes back as new
 * @returns refused with `full` when the sheet would not fit on one page
 */
export async function writeRingLine(
  tx: Tx,
  networkId: string,
  lineId: string | null,
  facts: RingFacts,
): Promise<{ ok: true } | { ok: false; reason: "full" }> {
  const lines = await ringLinesOf(tx, networkId);
  const same = (line: RingLine) => line.label === facts.label && line.phone === facts.phone;
  const known = lines.find((line) => (lineId ? line.id === lineId : same(line)));
  if (known) {
    await tx.update(ringLines).set(facts).where(eq(ringLines.id, known.id));
    return { ok: true };
  }
  if (lines.length >= mostRingLines) return { ok: false, reason: "full" };
  const position = (lines.at(-1)?.position ?? 0) + 1;
  await tx.insert(ringLines).values({ id: newId(), networkId, position, ...facts });
  return { ok: true };
}

/** Removes a line; one that is gone already is no fault. */
export async function removeRingLine(tx: Tx, networkId: string, lineId: string): Promise<void> {
  await tx.delete(ringLines).where(and(eq(ringLines.networkId, networkId), eq(ringLines.id, lineId)));
}

/** Moves a line to the top of the sheet: what one looks for most. */
export async function moveRingLineUp(tx: Tx, networkId: string, lineId: string): Promise<void> {
  const [first] = await ringLinesOf(tx, networkId);
  if (!first || first.id === lineId) return;
  await tx
    .update(ringLines)
    .set({ position: sql`${first.position - 1}` })
    .where(and(eq(ringLines.networkId, networkId), eq(ringLines.id, lineId)));
}
