/** Who came: tapped on a list, saved whole, closed when done. No strikes follow from it. */
import { and, count, eq, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { halfOf, storeHalfYear } from "./half-year.ts";
import { attendance, gatherings } from "./tables.ts";

export const attendanceStatuses = ["present", "digital", "part", "excused", "absent"] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** What an answer makes likely; the adviser corrects it. */
export function likelyStatus(said: { answer: string | null; mode: string | null }): AttendanceStatus {
  if (said.answer === "no") return "excused";
  if (said.answer !== "yes") return "absent";
  return said.mode === "digital" ? "digital" : "present";
}

export interface AttendanceEntry {
  personId: string;
  status: AttendanceStatus;
}

async function gatheringOf(tx: Tx, gatheringId: string) {
  const [row] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
  return row as typeof gatherings.$inferSelect;
}

/**
 * Saves the whole list, in place of the one before. A list may be corrected after closing.
 * @returns refused with `early` before the start, `cancelled`, `no-attendance` when nobody is on the list
 */
export async function recordAttendance(
  tx: Tx,
  given: { gatheringId: string; entries: AttendanceEntry[]; byId: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "early" | "cancelled" | "no-attendance" }> {
  const { gatheringId, entries, byId } = given;
  const gathering = await gatheringOf(tx, gatheringId);
  if (gathering.cancelledAt) return { ok: false, reason: "cancelled" };
  if (Temporal.Instant.compare(now, gathering.startsAt) < 0) return { ok: false, reason: "early" };
  if (entries.length === 0) return { ok: false, reason: "no-attendance" };
  await tx.delete(attendance).where(eq(attendance.gatheringId, gatheringId));
  const made = { gatheringId, recordedById: byId, recordedAt: now };
  await tx.insert(attendance).values(entries.map((entry) => ({ ...made, ...entry })));
  if (gathering.closedAt) await storeHalfYear(tx, gathering.networkId, halfOf(gathering.localDate), now);
  return { ok: true };
}

/**
 * Closes a gathering: attendance is done, and the counts of its half-year are stored.
 * @returns refused with `no-attendance` when nobody is on the list; closing twice keeps the first time
 */
export async function closeGathering(
  tx: Tx,
  gatheringId: string,
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "no-attendance" }> {
  const [row] = await tx
    .select({ n: count() })
    .from(attendance)
    .where(eq(attendance.gatheringId, gatheringId));
  if (Number(row?.n ?? 0) === 0) return { ok: false, reason: "no-attendance" };
  await tx
    .update(gatherings)
    .set({ closedAt: now })
    .where(and(eq(gatherings.id, gatheringId), isNull(gatherings.closedAt)));
  const { networkId, localDate } = await gatheringOf(tx, gatheringId);
  await storeHalfYear(tx, networkId, halfOf(localDate), now);
  return { ok: true };
}
