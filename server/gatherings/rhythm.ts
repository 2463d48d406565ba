/** How often a network meets, and the gaps in it. */
import { and, asc, desc, eq, gte, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import { instantOf, localDate } from "../web/dates.ts";
import { gatherings, series } from "./tables.ts";

type Audience = "everyone" | "counsellors";
/** A gap is more than the rhythm and so many days; July, when nobody meets, gives a month more. */
const graceDays = 21;
const daysInMonth = 31;

/** Months between gatherings as the newest series has it; monthly when there is none (domain.md section 2). */
export async function rhythmOf(
  read: Reader,
  networkId: string,
  audience: Audience = "everyone",
): Promise<number> {
  const [row] = await read
    .select({ everyMonths: series.everyMonths })
    .from(series)
    .where(and(eq(series.networkId, networkId), eq(series.audience, audience)))
    .orderBy(desc(series.createdAt), desc(series.id))
    .limit(1);
  return row?.everyMonths ?? 1;
}

export interface Gap {
  from: string;
  /** Null for a gap that lasts until today with nothing planned. */
  to: string | null;
  weeks: number;
}

/** Whether a span holds the whole of a July. */
function holdsJuly(from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  for (let year = from.year; year <= to.year; year++) {
    const begins = Temporal.PlainDate.from({ year, month: 7, day: 1 });
    const ends = Temporal.PlainDate.from({ year, month: 7, day: 31 });
    const isIn = Temporal.PlainDate.compare(from, begins) <= 0 && Temporal.PlainDate.compare(ends, to) <= 0;
    if (isIn) return true;
  }
  return false;
}

/**
 * The spans between gatherings that are longer than the rhythm allows.
 * @param dates local dates, oldest first
 * @param today counts as the end of the last span when nothing is planned after it
 */
export function gapsIn(dates: readonly string[], everyMonths: number, today: string): Gap[] {
  const gaps: Gap[] = [];
  const ends = [...dates, ...(dates.some((date) => date >= today) ? [] : [today])];
  for (const [index, date] of ends.entries()) {
    const before = ends[index - 1];
    if (before === undefined) continue;
    const [from, to] = [Temporal.PlainDate.from(before), Temporal.PlainDate.from(date)];
    const days = from.until(to, { largestUnit: "day" }).days;
    const allowed = everyMonths * daysInMonth + graceDays + (holdsJuly(from, to) ? daysInMonth : 0);
    if (days <= allowed) continue;
    const isOpenEnd = index === ends.length - 1 && ends.length > dates.length;
    gaps.push({ from: before, to: isOpenEnd ? null : date, weeks: Math.round(days / 7) });
  }
  return gaps;
}

/** The gaps of the last twelve months and of what is planned. Two statements. */
export async function gapsOf(
  read: Reader,
  networkId: string,
  audience: Audience,
  now: Temporal.Instant,
): Promise<{ gaps: Gap[]; next: string | null; last: string | null; isEmpty: boolean }> {
  const today = localDate(now);
  const since = instantOf(today.subtract({ months: 13 }).toString(), "00:00");
  const rows = await read
    .select({ localDate: gatherings.localDate })
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, networkId),
        eq(gatherings.audience, audience),
        isNull(gatherings.cancelledAt),
        gte(gatherings.startsAt, since),
      ),
    )
    .orderBy(asc(gatherings.startsAt))
    .limit(200);
  const dates = rows.map((row) => row.localDate);
  const everyMonths = await rhythmOf(read, networkId, audience);
  return {
    gaps: gapsIn(dates, everyMonths, today.toString()),
    next: dates.find((date) => date >= today.toString()) ?? null,
    last: dates.findLast((date) => date < today.toString()) ?? null,
    isEmpty: dates.length === 0,
  };
}
