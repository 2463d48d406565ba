/** A season: a rule proposes dates, the adviser confirms them, drafts come of it. Nothing is sent. */
import { and, eq, gte, isNull, lte } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { instantOf, zone } from "../web/dates.ts";
import type { SeriesRule } from "./proposals.ts";
import { agendaItems, gatherings, type StandardAgendaItem, series } from "./tables.ts";

export interface Season {
  networkId: string;
  rule: SeriesRule;
  startTime: string;
  endTime: string;
  title: string;
  place: string;
  link: string | null;
  capacity: number | null;
  /** `counsellors` for their own exchange meetings. */
  audience?: "everyone" | "counsellors";
  agenda: StandardAgendaItem[];
}

/** Dates within a span on which the network has a gathering at that time that is not cancelled. */
export async function datesTaken(
  read: Reader,
  at: { networkId: string; startTime: string; from: string; to: string },
): Promise<string[]> {
  const rows = await read
    .select({ localDate: gatherings.localDate, startTime: gatherings.startTime })
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, at.networkId),
        gte(gatherings.startsAt, instantOf(at.from, "00:00")),
        lte(gatherings.startsAt, instantOf(at.to, "23:59")),
        isNull(gatherings.cancelledAt),
      ),
    );
  return rows.filter((row) => row.startTime === at.startTime).map((row) => row.localDate);
}

async function addDraft(
  tx: Tx,
  season: Season,
  seriesId: string,
  date: string,
  byId: string,
  now: Temporal.Instant,
) {
  const id = newId();
  const { networkId, startTime, endTime, title, place, link, capacity, audience = "everyone" } = season;
  const startsAt = instantOf(date, startTime);
  const endsAt = instantOf(date, endTime);
  const facts = { networkId, title, place, link, capacity, audience, startTime, endTime, zone };
  await tx.insert(gatherings).values({
    id,
    seriesId,
    localDate: date,
    seriesDate: date,
    ...facts,
    startsAt,
    endsAt,
    createdById: byId,
    createdAt: now,
  });
  const items = season.agenda.map((item, index) => ({ gatheringId: id, position: index + 1, ...item }));
  if (items.length > 0) await tx.insert(agendaItems).values(items);
}

/**
 * Creates one draft for each confirmed date; nothing is sent. Dates the network already has a
 * gathering on at that time are left alone, so that pressing twice creates nothing twice.
 * @returns refused with `past` and the dates that have begun, `end-before-start`, or `no-dates`
 */
export async function planSeason(
  tx: Tx,
  season: Season,
  dates: string[],
  byId: string,
  now: Temporal.Instant,
): Promise<
  | { ok: true; created: string[]; existing: string[]; seriesId: string | null }
  | { ok: false; reason: "past"; dates: string[] }
  | { ok: false; reason: "end-before-start" | "no-dates" }
> {
  const wanted = [...new Set(dates)].sort();
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (first === undefined || last === undefined) return { ok: false, reason: "no-dates" };
  if (season.endTime <= season.startTime) return { ok: false, reason: "end-before-start" };
  const past = wanted.filter((date) => hasBegun(date, season.startTime, now));
  if (past.length > 0) return { ok: false, reason: "past", dates: past };
  const existing = await datesTaken(tx, { ...season, from: first, to: last });
  const created = wanted.filter((date) => !existing.includes(date));
  if (created.length === 0) return { ok: true, created, existing: wanted, seriesId: null };
  const seriesId = newId();
  const { rule, ...facts } = season;
  const { nth, weekday, everyMonths } = rule;
  const made = { createdById: byId, createdAt: now };
  await tx.insert(series).values({ id: seriesId, nth, weekday, everyMonths, ...facts, ...made });
  for (const date of created) await addDraft(tx, season, seriesId, date, byId, now);
  return { ok: true, created, existing: wanted.filter((date) => existing.includes(date)), seriesId };
}

/** Whether a local date and time is no longer ahead. */
export function hasBegun(date: string, startTime: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instantOf(date, startTime), now) <= 0;
}
