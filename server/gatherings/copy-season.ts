/** The season before, as the form begins when it is copied. */
import { and, count, desc, eq, inArray, max, min } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import type { Typed } from "../web/forms.ts";
import { emptyRow, type TypedRow } from "./forms.ts";
import { gatherings, series } from "./tables.ts";

/** The newest series of some networks with its first and last date; null when there is none. */
export async function latestSeries(read: Reader, networkIds: string[]) {
  if (networkIds.length === 0) return null;
  const [row] = await read
    .select({
      series,
      first: min(gatherings.localDate),
      last: max(gatherings.localDate),
      count: count(gatherings.id),
    })
    .from(series)
    .innerJoin(gatherings, eq(gatherings.seriesId, series.id))
    .where(and(inArray(series.networkId, networkIds)))
    .groupBy(series.id)
    .orderBy(desc(series.createdAt), desc(series.id))
    .limit(1);
  return row?.first && row.last
    ? { ...row, first: row.first, last: row.last, count: Number(row.count) }
    : null;
}

/**
 * The form filled from a series: the same rule, place and agenda, the same months one or more years
 * later, so that it lies ahead.
 */
export function typedFromSeries(
  { series: one, first, last }: NonNullable<Awaited<ReturnType<typeof latestSeries>>>,
  now: Temporal.Instant,
): { typed: Typed; rows: TypedRow[] } {
  const today = localDate(now).toString();
  let years = 1;
  const begins = () => Temporal.PlainDate.from(first).with({ day: 1 }).add({ years });
  while (begins().toString() < today) years++;
  const ends = Temporal.PlainDate.from(last).add({ years, months: 1 }).with({ day: 1 }).subtract({ days: 1 });
  const typed = {
    nettverk: one.networkId,
    hvem: one.audience === "counsellors" ? "veiledere" : "alle",
    hvilken: String(one.nth),
    ukedag: String(one.weekday),
    hver: String(one.everyMonths),
    start: one.startTime,
    slutt: one.endTime,
    fra: begins().toString(),
    til: ends.toString(),
    tittel: one.title,
    sted: one.place,
    lenke: one.link ?? "",
    plasser: one.capacity === null ? "" : String(one.capacity),
  };
  const rows = one.agenda.map(({ kind, title, minutes }) => ({
    ...emptyRow,
    slag: kind,
    tittel: title,
    minutter: String(minutes),
  }));
  return { typed, rows };
}
