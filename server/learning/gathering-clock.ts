/** Gatherings are the clock of the loop: waiting, due dates and rounds are counted in them. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import { preparedFor } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";

export interface Tick {
  id: string;
  networkId: string;
  localDate: string;
  startsAt: Temporal.Instant;
}

/** The gatherings of some networks that are not cancelled nor for counsellors alone, oldest first; one statement. */
export async function gatheringLine(read: Reader, networkIds: readonly string[]): Promise<Tick[]> {
  if (networkIds.length === 0) return [];
  return preparedFor(read, "gathering-line", networkIds, (reader, keys) =>
    reader
      .select({
        id: gatherings.id,
        networkId: gatherings.networkId,
        localDate: gatherings.localDate,
        startsAt: gatherings.startsAt,
      })
      .from(gatherings)
      .where(
        and(
          inArray(gatherings.networkId, keys),
          isNull(gatherings.cancelledAt),
          eq(gatherings.audience, "everyone"),
        ),
      )
      .orderBy(asc(gatherings.startsAt), asc(gatherings.id)),
  );
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

/** Whether a gathering has begun. */
export function hasStarted(tick: Tick, now: Temporal.Instant): boolean {
  return !isBefore(now, tick.startsAt);
}

/** The gatherings that begin after a moment. */
export function after(line: readonly Tick[], moment: Temporal.Instant): Tick[] {
  return line.filter((tick) => isBefore(moment, tick.startsAt));
}

/** How many gatherings have begun since a local date, that day's included. */
export function gatheringsSince(
  line: readonly Tick[],
  networkId: string,
  date: string,
  now: Temporal.Instant,
): number {
  return line.filter((t) => t.networkId === networkId && t.localDate >= date && hasStarted(t, now)).length;
}

/**
 * The gathering an answer is due by: the one that was chosen; when none was, or that one is cancelled, the
 * second after it was put before them, else the first. Null while none is planned.
 */
export function dueTickOf(
  line: readonly Tick[],
  networkId: string,
  referral: { dueGatheringId: string | null; at: Temporal.Instant },
): Tick | null {
  const own = line.filter((tick) => tick.networkId === networkId);
  const ahead = after(own, referral.at);
  return own.find((tick) => tick.id === referral.dueGatheringId) ?? ahead[1] ?? ahead[0] ?? null;
}

/** After this many gatherings without an answer, the due one counted, Nav has not answered. */
export const missedBeforeSilent = 2;

/**
 * The local date a round that opened at a gathering closes: the day before the second one after it
 * (learning-loop.md section 5). Null while two more are not planned.
 */
export function closingDate(line: readonly Tick[], openedAtGatheringId: string): string | null {
  const opened = line.findIndex((tick) => tick.id === openedAtGatheringId);
  const networkId = line[opened]?.networkId;
  const second = line.slice(opened + 1).filter((tick) => tick.networkId === networkId)[1];
  return opened >= 0 && second
    ? Temporal.PlainDate.from(second.localDate).subtract({ days: 1 }).toString()
    : null;
}

/** Whether a round that opens at a gathering takes votes today; not when both it and the next are long over. */
export function takesVotes(line: readonly Tick[], openedAtGatheringId: string, today: string): boolean {
  const closesOn = closingDate(line, openedAtGatheringId);
  return closesOn === null || closesOn > today;
}
