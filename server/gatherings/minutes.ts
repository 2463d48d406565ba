/**
 * Minutes: what came of each item, what was agreed, who does what. Two people may write at once:
 * every row has a version, and a save of a row that someone changed since is refused, never merged
 * unseen (gatherings.md section 3).
 */
import { and, asc, eq, isNull, max, or } from "drizzle-orm";
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

/**
 * The items that hold what belongs in one place: the agenda item's own and, under the same heading, what
 * it could not hold; or those under a heading of no agenda item. In their order; none while nothing is there.
 */
async function itemsFor(
  tx: Tx,
  place: { gatheringId: string; agendaItemId: string | null; heading: string },
): Promise<MinuteItem[]> {
  const { gatheringId, agendaItemId, heading } = place;
  const overflow = and(isNull(minuteItems.agendaItemId), eq(minuteItems.heading, heading));
  const rows = await tx
    .select()
    .from(minuteItems)
    .where(
      and(
        eq(minuteItems.gatheringId, gatheringId),
        agendaItemId ? or(eq(minuteItems.agendaItemId, agendaItemId), overflow) : overflow,
      ),
    )
    .orderBy(asc(minuteItems.position), asc(minuteItems.id));
  const at = agendaItemId ? rows.findIndex((row) => row.agendaItemId === agendaItemId) : 0;
  return at < 0 ? [] : rows.slice(at);
}

const linesIn = (words: string) => words.split("\n").filter((line) => line.trim() !== "");

/** Those of the lines that are not among the known ones, each once, on one line, none longer than an item. */
function newLines(known: ReadonlySet<string>, added: readonly string[]): string[] {
  const lines = added
    .map((one) => one.replace(/\s*\n\s*/g, " ").trim())
    .flatMap((line) => line.match(new RegExp(`.{1,${longestOutcome}}`, "gsu")) ?? []);
  return [...new Set(lines)].filter((line) => !known.has(line));
}

/** Earlier lines with those of `added` that are not among them, each on its own line. */
export function withLines(words: string, added: readonly string[]): string {
  const lines = linesIn(words);
  return [...lines, ...newLines(new Set(lines), added)].join("\n");
}

/** Texts as long as an outcome can be; the first of them goes on from `begun`. */
function packed(begun: string, lines: readonly string[]): string[] {
  const texts = [begun];
  for (const line of lines) {
    const last = texts.at(-1) as string;
    const longer = last === "" ? line : `${last}\n${line}`;
    if (longer.length <= longestOutcome) texts[texts.length - 1] = longer;
    else texts.push(line);
  }
  return texts;
}

/**
 * Adds lines to the minutes of a gathering, below what stands there; a line that is there already is
 * not added again, so that the same result sent twice stands once. Used by what a group works out
 * together. The words have been through the guard already. Lines beyond what an outcome can hold
 * (`longestOutcome` characters) go into new items under the same heading: nothing is cut away.
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
  const before = await itemsFor(tx, given);
  const first = before[0];
  const last = before.at(-1);
  const known = new Set(before.flatMap(({ words }) => linesIn(words)));
  const lines = newLines(known, given.lines);
  if (first && lines.length === 0) return first.id;
  const [words = "", ...rest] = packed(linesIn(last?.words ?? "").join("\n"), lines);
  if (last && words !== last.words) {
    await tx
      .update(minuteItems)
      .set({ words, version: last.version + 1, ...corrected })
      .where(eq(minuteItems.id, last.id));
  }
  const ids = first ? [first.id] : [];
  for (const text of last ? rest : [words, ...rest]) {
    const id = newId();
    const place = ids.length === 0 ? agendaItemId : null;
    const position = await nextPosition(tx, gatheringId);
    await tx
      .insert(minuteItems)
      .values({ id, gatheringId, agendaItemId: place, position, heading, words: text, ...corrected });
    ids.push(id);
  }
  return ids[0] as string;
}
