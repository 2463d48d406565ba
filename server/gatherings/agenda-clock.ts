/**
 * The agenda with a clock: which item is on and until when. The plan tells, until somebody presses
 * "begin" on an item; from then on what was pressed tells, and the rest follows from it.
 */
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { agendaItems, gatherings } from "./tables.ts";

interface Timed {
  id: string;
  minutes: number;
  begunAt: Temporal.Instant | null;
}
export interface ClockLine {
  id: string;
  /** When it begins and ends: as pressed, else as planned from there on. */
  begins: Temporal.Instant;
  ends: Temporal.Instant;
  state: "past" | "now" | "ahead";
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

/** The place of the item begun last; -1 when nobody has pressed. Of two begun at once the later one. */
function lastBegun(lines: readonly Timed[]): number {
  return lines.reduce((last, line, i) => {
    const { begunAt } = line;
    const before = lines[last]?.begunAt;
    return begunAt && (!before || !isAfter(before, begunAt)) ? i : last;
  }, -1);
}

/**
 * The times of an agenda at a moment. An item that was begun stays on past its time until the next one
 * is begun; by the plan alone items follow one another, and none is on before the start or after the end.
 */
export function agendaClock(
  lines: readonly Timed[],
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): ClockLine[] {
  const on = lastBegun(lines);
  const clock: ClockLine[] = [];
  let begins = startsAt;
  for (const [i, { id, minutes, begunAt }] of lines.entries()) {
    if (begunAt && i <= on) begins = begunAt;
    const planned = begins.add({ minutes });
    // What is on runs over: the next cannot begin before now.
    const ends = i === on && isAfter(now, planned) ? now : planned;
    const isNow = on >= 0 ? i === on : !isAfter(begins, now) && isAfter(ends, now);
    const isPast = on >= 0 ? i < on : !isAfter(ends, now);
    clock.push({ id, begins, ends: planned, state: isNow ? "now" : isPast ? "past" : "ahead" });
    begins = ends;
  }
  return clock;
}

/**
 * Begins an item now. Pressing on what is on already changes nothing, so that two presses are one.
 * @returns refused with `cancelled`, `closed`, and `gone` when the item is not on the agenda any more
 */
export async function beginItem(
  tx: Tx,
  given: { gatheringId: string; itemId: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "cancelled" | "closed" | "gone" }> {
  const { gatheringId, itemId } = given;
  const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
  if (!gathering || gathering.cancelledAt) return { ok: false, reason: "cancelled" };
  if (gathering.closedAt) return { ok: false, reason: "closed" };
  const lines = await tx
    .select({
      id: agendaItems.id,
      minutes: agendaItems.minutes,
      begunAt: agendaItems.begunAt,
      position: agendaItems.position,
    })
    .from(agendaItems)
    .where(eq(agendaItems.gatheringId, gatheringId));
  lines.sort((a, b) => a.position - b.position);
  if (!lines.some(({ id }) => id === itemId)) return { ok: false, reason: "gone" };
  if (lines[lastBegun(lines)]?.id === itemId) return { ok: true };
  await tx.update(agendaItems).set({ begunAt: now }).where(eq(agendaItems.id, itemId));
  return { ok: true };
}
