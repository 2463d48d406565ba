/** A season: a rule proposes dates, the adviser confirms them, drafts come of it. Nothing is sent. */
import { and, eq, gte, isNull, lte } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { instantOf, localDate, zone } from "../web/dates.ts";
import { type ClosedDay, closedOn } from "./holidays.ts";
import { agendaItems, gatherings, type StandardAgendaItem, series } from "./tables.ts";

/** Such as the second Tuesday of every month. */
export interface SeriesRule {
  /** Which one of the month: 1–4, or -1 for the last. */
  nth: number;
  /** ISO: 1 is Monday, 7 Sunday. */
  weekday: number;
  everyMonths: number;
  /** Local dates, both included. */
  from: string;
  to: string;
}

export interface Proposal {
  /** What the rule gives. */
  date: string;
  /** Why it is skipped; null when it can be held. */
  closed: ClosedDay | null;
  /** For a skipped one: the nearest free date on the same weekday, if there is one. */
  replacement: string | null;
}

/** Replacements are looked for this far away, the week after before the week before. */
const weeksAway = [1, -1, 2, -2, 3, -3, 4, -4];
/** A replacement keeps this distance from the dates the rule gives anyway. */
const leastGapDays = 14;

/** The nth weekday of a month, or its last. */
function dayInMonth(month: Temporal.PlainYearMonth, nth: number, weekday: number): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  const last = month.toPlainDate({ day: month.daysInMonth });
  return nth === -1
    ? last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
    : first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
}

function datesOf(rule: SeriesRule): string[] {
  const dates: string[] = [];
  const end = Temporal.PlainYearMonth.from(rule.to.slice(0, 7));
  let month = Temporal.PlainYearMonth.from(rule.from.slice(0, 7));
  while (Temporal.PlainYearMonth.compare(month, end) <= 0) {
    const date = dayInMonth(month, rule.nth, rule.weekday).toString();
    if (date >= rule.from && date <= rule.to) dates.push(date);
    month = month.add({ months: rule.everyMonths });
  }
  return dates;
}

const daysBetween = (a: string, b: string) =>
  Math.abs(Temporal.PlainDate.from(a).until(b, { largestUnit: "day" }).days);

function replacementFor(date: string, taken: string[], rule: SeriesRule): string | null {
  const nearby = weeksAway.map((weeks) => Temporal.PlainDate.from(date).add({ weeks }).toString());
  const isFree = (day: string) =>
    day >= rule.from &&
    day <= rule.to &&
    !closedOn(day) &&
    taken.every((other) => daysBetween(other, day) >= leastGapDays);
  return nearby.find(isFree) ?? null;
}

/**
 * The dates a rule gives in its period. Public holidays, Easter week and July are skipped, each with
 * a replacement when there is one. Source: gatherings.md section 1.
 */
export function proposeDates(rule: SeriesRule): Proposal[] {
  const dates = datesOf(rule);
  const taken = dates.filter((date) => !closedOn(date));
  return dates.map((date) => {
    const closed = closedOn(date);
    const replacement = closed ? replacementFor(date, taken, rule) : null;
    if (replacement) taken.push(replacement);
    return { date, closed, replacement };
  });
}

export interface Season {
  networkId: string;
  rule: SeriesRule;
  startTime: string;
  endTime: string;
  title: string;
  place: string;
  link: string | null;
  capacity: number | null;
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
  const { networkId, startTime, endTime, title, place, link, capacity } = season;
  const startsAt = instantOf(date, startTime);
  const endsAt = instantOf(date, endTime);
  const facts = { networkId, title, place, link, capacity, localDate: date, startTime, endTime, zone };
  await tx
    .insert(gatherings)
    .values({ id, seriesId, ...facts, startsAt, endsAt, createdById: byId, createdAt: now });
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
  | { ok: true; created: string[]; existing: string[] }
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
  if (created.length === 0) return { ok: true, created, existing: wanted };
  const seriesId = newId();
  const { rule, ...facts } = season;
  const { nth, weekday, everyMonths } = rule;
  const made = { createdById: byId, createdAt: now };
  await tx.insert(series).values({ id: seriesId, nth, weekday, everyMonths, ...facts, ...made });
  for (const date of created) await addDraft(tx, season, seriesId, date, byId, now);
  return { ok: true, created, existing: wanted.filter((date) => existing.includes(date)) };
}

/** Whether a local date and time is no longer ahead. */
export function hasBegun(date: string, startTime: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instantOf(date, startTime), now) <= 0;
}

/** The first date a season can begin on: today in Oslo. */
export const today = (now: Temporal.Instant) => localDate(now).toString();
