/** Who came: tapped on a list, saved whole, closed when done. No strikes follow from it. */
import { and, eq, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { halfYearOf } from "../web/half-year.ts";
import { storeHalfYear } from "./half-year.ts";
import { attendance, gatherings } from "./tables.ts";

export const attendanceStatuses = ["present", "digital", "part", "excused", "absent"] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** People come before the hour: attendance can be recorded so many minutes ahead of the start. */
export const doorsOpenMinutes = 60;
export const areDoorsOpen = ({ startsAt }: { startsAt: Temporal.Instant }, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, startsAt.subtract({ minutes: doorsOpenMinutes })) >= 0;

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
 * Saves the whole list, in place of the one before. A list may be corrected after closing. Who checked in
 * by themselves since the list was shown, and was not touched on it, stays checked in.
 * @param given.shownAt when the list was shown, and `untouched` those it was sent back for as it was shown
 * @returns refused with `early` before the doors open, `cancelled`, `no-attendance` when nobody is on the list
 */
export async function recordAttendance(
  tx: Tx,
  given: {
    gatheringId: string;
    entries: AttendanceEntry[];
    byId: string;
    shownAt?: Temporal.Instant;
    untouched?: ReadonlySet<string>;
  },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "early" | "cancelled" | "no-attendance" }> {
  const { gatheringId, entries, byId } = given;
  const gathering = await gatheringOf(tx, gatheringId);
  if (gathering.cancelledAt) return { ok: false, reason: "cancelled" };
  if (!areDoorsOpen(gathering, now)) return { ok: false, reason: "early" };
  if (entries.length === 0) return { ok: false, reason: "no-attendance" };
  const before = await tx.select().from(attendance).where(eq(attendance.gatheringId, gatheringId));
  const { shownAt, untouched } = given;
  const kept = before.filter(
    ({ personId, recordedById, recordedAt }) =>
      personId === recordedById &&
      shownAt !== undefined &&
      Temporal.Instant.compare(recordedAt, shownAt) >= 0 &&
      (untouched?.has(personId) || !entries.some((entry) => entry.personId === personId)),
  );
  await tx.delete(attendance).where(eq(attendance.gatheringId, gatheringId));
  const made = { gatheringId, recordedById: byId, recordedAt: now };
  const rest = entries.filter(({ personId }) => !kept.some((row) => row.personId === personId));
  await tx.insert(attendance).values([...kept, ...rest.map((entry) => ({ ...made, ...entry }))]);
  if (gathering.closedAt) await storeHalfYear(tx, gathering.networkId, halfYearOf(gathering.localDate), now);
  return { ok: true };
}

/**
 * Closes a gathering: attendance is done, and the counts of its half-year are stored.
 * @param isSure whether it was said that nobody came: a list of absences alone is more often a list that
 *   nobody has tapped
 * @returns refused with `no-attendance` when nobody is on the list, with `nobody-came` when all on it were
 *   away; closing twice keeps the first time
 */
export async function closeGathering(
  tx: Tx,
  gatheringId: string,
  now: Temporal.Instant,
  isSure = false,
): Promise<{ ok: true } | { ok: false; reason: "no-attendance" | "nobody-came" }> {
  const rows = await tx
    .select({ status: attendance.status })
    .from(attendance)
    .where(eq(attendance.gatheringId, gatheringId));
  if (rows.length === 0) return { ok: false, reason: "no-attendance" };
  const came = rows.some(({ status }) => status !== "absent" && status !== "excused");
  if (!came && !isSure) return { ok: false, reason: "nobody-came" };
  await tx
    .update(gatherings)
    .set({ closedAt: now })
    .where(and(eq(gatherings.id, gatheringId), isNull(gatherings.closedAt)));
  const { networkId, localDate } = await gatheringOf(tx, gatheringId);
  await storeHalfYear(tx, networkId, halfYearOf(localDate), now);
  return { ok: true };
}
