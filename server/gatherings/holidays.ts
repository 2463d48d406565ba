/** Days on which nobody plans a gathering: public holidays, Easter week and July. */
import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import { inLanguage, type Language, type TextTable } from "../web/languages.ts";

export type ClosedReason = "holiday" | "easter" | "july" | "local";
export interface ClosedDay {
  reason: ClosedReason;
  /** Which public holiday; null for Easter week and July. */
  holiday: keyof typeof holidayNames | null;
  /** What a network calls its own black-out; null for the others. */
  words?: string;
}

/** Days a network does not meet; local dates, both included. */
export interface BlackOut {
  from: string;
  to: string;
  words: string;
}

/** Rule of date-holidays → what the day is called in the middle of a sentence. */
const holidayNames = {
  "01-01": { nb: "første nyttårsdag", nn: "første nyårsdag", en: "New Year’s Day" },
  "easter -3": { nb: "skjærtorsdag", nn: "skjærtorsdag", en: "Maundy Thursday" },
  "easter -2": { nb: "langfredag", nn: "langfredag", en: "Good Friday" },
  easter: { nb: "første påskedag", nn: "første påskedag", en: "Easter Sunday" },
  "easter 1": { nb: "andre påskedag", nn: "andre påskedag", en: "Easter Monday" },
  "05-01": { nb: "arbeidernes dag", nn: "arbeidaranes dag", en: "Labour Day" },
  "easter 39": { nb: "Kristi himmelfartsdag", nn: "Kristi himmelfartsdag", en: "Ascension Day" },
  "05-17": { nb: "grunnlovsdagen", nn: "grunnlovsdagen", en: "Constitution Day" },
  "easter 49": { nb: "første pinsedag", nn: "første pinsedag", en: "Whit Sunday" },
  "easter 50": { nb: "andre pinsedag", nn: "andre pinsedag", en: "Whit Monday" },
  "12-25": { nb: "første juledag", nn: "første juledag", en: "Christmas Day" },
  "12-26": { nb: "andre juledag", nn: "andre juledag", en: "Boxing Day" },
} satisfies TextTable;

interface Year {
  holidays: Map<string, keyof typeof holidayNames>;
  easterSunday: Temporal.PlainDate;
}
const calendar = new Holidays("NO");
const years = new Map<number, Year>();

/** The holidays of a year, looked up once; dates are compared as text, so no time zone has a say. */
function yearOf(year: number): Year {
  const known = years.get(year);
  if (known) return known;
  const days = calendar
    .getHolidays(year)
    .filter(({ type }) => type === "public")
    .map(({ date, rule }) => ({ date: date.slice(0, 10), rule: rule as keyof typeof holidayNames }));
  const easter = days.find(({ rule }) => rule === "easter");
  const made = {
    holidays: new Map(days.map(({ date, rule }) => [date, rule])),
    easterSunday: Temporal.PlainDate.from(easter?.date as string),
  };
  years.set(year, made);
  return made;
}

/**
 * Why no gathering is proposed for a date: a public holiday, Easter week (Palm Sunday to Easter
 * Monday), July or a black-out of the network; null when nothing is in the way. Source: gatherings.md
 * section 1.
 * @param date local, YYYY-MM-DD
 */
export function closedOn(date: string, blackOuts: readonly BlackOut[] = []): ClosedDay | null {
  const day = Temporal.PlainDate.from(date);
  const { holidays, easterSunday } = yearOf(day.year);
  const holiday = holidays.get(date);
  if (holiday) return { reason: "holiday", holiday };
  const fromEaster = easterSunday.until(day, { largestUnit: "day" }).days;
  if (fromEaster >= -7 && fromEaster <= 1) return { reason: "easter", holiday: null };
  if (day.month === 7) return { reason: "july", holiday: null };
  const local = blackOuts.find(({ from, to }) => from <= date && date <= to);
  return local ? { reason: "local", holiday: null, words: local.words } : null;
}

/** What a public holiday is called. */
export function holidayName(holiday: keyof typeof holidayNames, language: Language): string {
  return inLanguage(holidayNames, language)[holiday];
}
