/**
 * Minutes: what came of each item, what was agreed, who does what. Two people may write at once:
 * every row has a version, and a save of a row that someone changed since is refused, never merged
 * unseen (gatherings.md section 3).
 */
import { and, eq, isNull, max } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { type minuteActions, minuteItems, minutes } from "./tables.ts";

export type MinuteItem = typeof minuteItems.$inferSelect;
export type MinuteAction = typeof minuteActions.$inferSelect;

/** The longest an outcome may be, in characters: what a form takes. */
export const longestOutcome = 4000;

/** When a change now is a correction of something published; null before that. */
export async function correctedAt(tx: Tx, gatheringId: string, now: Temporal.Instant) {
  const [row] = await tx
    .select({ outcome: minutes.outcome })
    .from(minutes)
    .where(eq(minutes.gatheringId, gatheringId));
  return row?.outcome === "published" ? { correctedAt: now } : {};
}

async function nextPosition(tx: Tx, gatheringId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(minuteItems.position) })
    .from(minuteItems)
    .where(eq(minuteItems.gatheringId, gatheringId));
  return Number(row?.last ?? 0) + 1;
}

async function itemFor(
  tx: Tx,
  place: { gatheringId: string; agendaItemId: string | null; heading: string },
): Promise<MinuteItem | undefined> {
  const { gatheringId, agendaItemId, heading } = place;
  const isThis = agendaItemId
    ? eq(minuteItems.agendaItemId, agendaItemId)
    : and(isNull(minuteItems.agendaItemId), eq(minuteItems.heading, heading));
  const [row] = await tx
    .select()
    .from(minuteItems)
    .where(and(eq(minuteItems.gatheringId, gatheringId), isThis))
    .limit(1);
  return row;
}

/** Earlier lines with those of `added` that are not among them, each on its own line. */
export function withLines(words: string, added: readonly string[]): string {
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  for (const line of added.map((one) => one.replace(/\s*\n\s*/g, " ").trim())) {
    if (line !== "" && !lines.includes(line)) lines.push(line);
  }
  return lines.join("\n");
}

/**
 * Adds lines to the minutes of a gathering, below what stands there; a line that is there already is
 * not added again, so that the same result sent twice stands once. Used by what a group works out
 * together. The words have been through the guard already. Lines beyond what an outcome can hold
 * (`longestOutcome` characters) go into a new item under the same heading.
 * @param given.agendaItemId the agenda item they are the outcome of; null when they are of none: then
 *   they stand under `heading`
 * @returns the id of the minutes' item
 */
export async function addToMinutes(
  tx: Tx,
  given: { gatheringId: string; agendaItemId: string | null; heading: string; lines: string[] },
  now: Temporal.Instant,
): Promise<string> {
  const { gatheringId, agendaItemId, heading } = given;
  const corrected = await correctedAt(tx, gatheringId, now);
  const before = await itemFor(tx, given);
  const words = withLines(before?.words ?? "", given.lines);
  if (before && words === before.words) return before.id;
  if (before && words.length <= longestOutcome) {
    await tx
      .update(minuteItems)
      .set({ words, version: before.version + 1, ...corrected })
      .where(eq(minuteItems.id, before.id));
    return before.id;
  }
  const id = newId();
  await tx.insert(minuteItems).values({
    id,
    gatheringId,
    agendaItemId: before ? null : agendaItemId,
    position: await nextPosition(tx, gatheringId),
    heading,
    words: (before ? withLines("", given.lines) : words).slice(0, longestOutcome),
    ...corrected,
  });
  return id;
}
