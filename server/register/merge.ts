/** Two workplaces that are one. */
import { and, eq, inArray } from "drizzle-orm";
import { agreements } from "../networks/tables.ts";
import { workplaces, workplaceWords } from "../people/tables.ts";
import { shapes } from "../store/shape.ts";
import type { Tx } from "../store/store.ts";

/** Tables that name a workplace and are seen to below. */
const seenTo = new Set(["agreements", "workplace_words", "import_workplaces"]);

/**
 * Puts everything that belongs to one workplace on another, and takes the first away. Where both have an
 * agreement in the same network, that of the one that stays holds. Later rooms' tables are found by their
 * column `workplaceId`, so none is forgotten.
 * @returns refused with `same`, and with `gone` when one of them is not there (any more)
 */
export async function mergeWorkplaces(
  tx: Tx,
  facts: { fromId: string; intoId: string },
): Promise<{ ok: true } | { ok: false; reason: "same" | "gone" }> {
  const { fromId, intoId } = facts;
  if (fromId === intoId) return { ok: false, reason: "same" };
  const both = await tx
    .select({ id: workplaces.id })
    .from(workplaces)
    .where(inArray(workplaces.id, [fromId, intoId]));
  if (both.length < 2) return { ok: false, reason: "gone" };
  const held = tx
    .select({ id: agreements.networkId })
    .from(agreements)
    .where(eq(agreements.workplaceId, intoId));
  await tx
    .delete(agreements)
    .where(and(eq(agreements.workplaceId, fromId), inArray(agreements.networkId, held)));
  await tx.update(agreements).set({ workplaceId: intoId }).where(eq(agreements.workplaceId, fromId));
  for (const { name, table, columns } of shapes().values()) {
    const workplace = columns.find((column) => column.name === "workplaceId");
    if (!workplace || seenTo.has(name)) continue;
    await tx.update(table).set({ workplaceId: intoId }).where(eq(workplace.column, fromId));
  }
  await tx.delete(workplaceWords).where(eq(workplaceWords.workplaceId, fromId));
  await tx.delete(workplaces).where(eq(workplaces.id, fromId));
  return { ok: true };
}
