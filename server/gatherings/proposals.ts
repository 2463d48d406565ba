/** A rule and the dates it gives: pure, nothing is stored. */
import { Temporal } from "temporal-polyfill";
import { type BlackOut, type ClosedDay, closedOn } from "./holidays.ts";

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
export function dayInMonth(month: Temporal.PlainYearMonth, nth: number, weekday: number): Temporal.PlainDate {
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

function replacementFor(
  date: string,
  taken: string[],
  rule: SeriesRule,
  blackOuts: readonly BlackOut[],
): string | null {
  const nearby = weeksAway.map((weeks) => Temporal.PlainDate.from(date).add({ weeks }).toString());
  const isFree = (day: string) =>
    day >= rule.from &&
    day <= rule.to &&
    !closedOn(day, blackOuts) &&
    taken.every((other) => daysBetween(other, day) >= leastGapDays);
  return nearby.find(isFree) ?? null;
}

/** The nearest day on the same weekday that is open, at most four weeks away; null when there is none. */
export function nearestOpenDay(date: string, blackOuts: readonly BlackOut[]): string | null {
  if (!closedOn(date, blackOuts)) return date;
  const nearby = weeksAway.map((weeks) => Temporal.PlainDate.from(date).add({ weeks }).toString());
  return nearby.find((day) => !closedOn(day, blackOuts)) ?? null;
}

/**
 * The dates a rule gives in its period. Public holidays, Easter week, July and the network's own
 * black-outs are skipped, each with a replacement when there is one. Source: gatherings.md section 1.
 */
export function proposeDates(rule: SeriesRule, blackOuts: readonly BlackOut[] = []): Proposal[] {
  const dates = datesOf(rule);
  const taken = dates.filter((date) => !closedOn(date, blackOuts));
  return dates.map((date) => {
    const closed = closedOn(date, blackOuts);
    const replacement = closed ? replacementFor(date, taken, rule, blackOuts) : null;
    if (replacement) taken.push(replacement);
    return { date, closed, replacement };
  });
}
