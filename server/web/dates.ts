/** The one place where dates, times and numbers become words, in Europe/Oslo. */
import { Temporal } from "temporal-polyfill";
import type { Language } from "./languages.ts";

export const zone = "Europe/Oslo";

const weekdays = {
  nb: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
  nn: ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} satisfies Record<Language, string[]>;
const norwegianMonths = [
  "januar",
  "februar",
  "mars",
  "april",
  "mai",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "desember",
];
const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const months = { nb: norwegianMonths, nn: norwegianMonths, en: englishMonths };
const numbers = {
  nb: ["null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
  nn: ["null", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
  en: [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
  ],
} satisfies Record<Language, string[]>;

/** The name of an ISO weekday, 1 being Monday. */
export function weekdayName(weekday: number, language: Language): string {
  return weekdays[language][weekday - 1] as string;
}

/** The name of a month, 1 being January. */
export function monthName(month: number, language: Language): string {
  return months[language][month - 1] as string;
}

/** How many days or minutes are remembered; more than any page shows, and a few hundred kilobytes. */
const mostRemembered = 4000;

/**
 * The same answer for the same question, worked out once: pages say the same few dates over and over, and
 * a time zone costs more than a query.
 */
function remembered<K, V>(workOut: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = workOut(key);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, value);
    return value;
  };
}

const dateOf = remembered((date: string) => Temporal.PlainDate.from(date));
const asDate = (date: string | Temporal.PlainDate) => (typeof date === "string" ? dateOf(date) : date);

/** Days since 1970. */
const dayNumber = remembered(
  (date: Temporal.PlainDate) => Date.UTC(date.year, date.month - 1, date.day) / 86_400_000,
);

/** `8. desember` or, in English, `8 December`; the two stand on one line. */
function dayAndMonth(date: Temporal.PlainDate, language: Language): string {
  const point = language === "en" ? "" : ".";
  return `${date.day}${point}\u00a0${months[language][date.month - 1]}`;
}

const inFullIn = (language: Language) =>
  remembered(
    (day: Temporal.PlainDate) =>
      `${weekdayName(day.dayOfWeek, language)} ${dayAndMonth(day, language)} ${day.year}`,
  );
const inFull = { nb: inFullIn("nb"), nn: inFullIn("nn"), en: inFullIn("en") };

/** `tirsdag 8. desember 2026`. */
export function longDate(date: string | Temporal.PlainDate, language: Language): string {
  return inFull[language](asDate(date));
}

/** `8. desember 2026`: the year too, for what is printed and filed. */
export function dateWithYear(date: string | Temporal.PlainDate, language: Language): string {
  const day = asDate(date);
  return `${dayAndMonth(day, language)} ${day.year}`;
}

/** `8. desember`, with the year only when it is not this one. */
export function shortDate(
  date: string | Temporal.PlainDate,
  language: Language,
  now: Temporal.Instant,
): string {
  const day = asDate(date);
  return day.year === localDate(now).year ? dayAndMonth(day, language) : dateWithYear(day, language);
}

/** `1.–31. juli`, `28. juni–2. juli`; one day is said once. */
export function daySpan(from: string, to: string, language: Language): string {
  const [first, last] = [asDate(from), asDate(to)];
  if (from === to) return dayAndMonth(first, language);
  const isOneMonth = first.year === last.year && first.month === last.month;
  const begins = isOneMonth ? `${first.day}${language === "en" ? "" : "."}` : dayAndMonth(first, language);
  return `${begins}–${dayAndMonth(last, language)}`;
}

/** `13.00`, from a local time `13:00`. */
export function clockTime(time: string): string {
  return time.replace(":", ".");
}

/** `13.00–15.00`, from two local times. */
export function timeSpan(start: string, end: string): string {
  return `${clockTime(start)}–${clockTime(end)}`;
}

/** `tirsdag 8. desember 2026 kl. 13.00–15.00`; in English without `kl.`. */
export function when(
  gathering: { localDate: string; startTime: string; endTime: string },
  language: Language,
): string {
  const joint = language === "en" ? "," : " kl.";
  return `${longDate(gathering.localDate, language)}${joint} ${timeSpan(gathering.startTime, gathering.endTime)}`;
}

/** By the hour since 1970: days begin and clocks change at whole hours. */
const dateInHour = remembered((hour: number) =>
  Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000)
    .toZonedDateTimeISO(zone)
    .toPlainDate(),
);

/** The date in Oslo at a moment. */
export function localDate(moment: Temporal.Instant): Temporal.PlainDate {
  return dateInHour(Math.floor(moment.epochMilliseconds / 3_600_000));
}

const clockInMinute = remembered((minute: number) =>
  clockTime(
    Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" }),
  ),
);

/** The moment of a local date and time in Oslo; a time the clock skips is the one after it. */
export function instantOf(date: string, time: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant();
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const clockTimes = /(?:kl\. )?\b\d{1,2}\.\d\d(?:–\d{1,2}\.\d\d)?/g;
/** Not remembered as dates are: these are people's words, and long. */
const withTimesWhole = (attribute: string) => (words: string) =>
  words
    .replace(/[&<>"']/g, (mark) => marks[mark] as string)
    .replace(clockTimes, `<span ${attribute}>$&</span>`);

/** Words as HTML in which `kl. 13.00–15.00` stands on one line: on a page, and in a mail. */
export const timesWhole = {
  onPage: withTimesWhole('class="whole"'),
  inMail: withTimesWhole('style="white-space:nowrap"'),
};

/** A moment as date and clock time: `8. desember kl. 13.05`, the time on one line. */
export function momentInWords(moment: Temporal.Instant, language: Language, now: Temporal.Instant): string {
  const joint = language === "en" ? ", " : " kl.\u00a0";
  const time = clockInMinute(Math.floor(moment.epochMilliseconds / 60_000));
  return `${shortDate(localDate(moment), language, now)}${joint}${time}`;
}

const inDays = {
  nb: {
    today: "i dag",
    tomorrow: "i morgen",
    yesterday: "i går",
    days: "dager",
    weeks: "uker",
    months: "måneder",
    ahead: (span: string) => `om ${span}`,
    behind: (span: string) => `for ${span} siden`,
  },
  nn: {
    today: "i dag",
    tomorrow: "i morgon",
    yesterday: "i går",
    days: "dagar",
    weeks: "veker",
    months: "månader",
    ahead: (span: string) => `om ${span}`,
    behind: (span: string) => `for ${span} sidan`,
  },
  en: {
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
    days: "days",
    weeks: "weeks",
    months: "months",
    ahead: (span: string) => `in ${span}`,
    behind: (span: string) => `${span} ago`,
  },
};

/** `i dag`, `om tre dager`, `for 14 dager siden`; from three weeks on in weeks, from 60 days on in months, `for sju måneder siden`. */
export function relativeDay(
  date: string | Temporal.PlainDate,
  language: Language,
  now: Temporal.Instant,
): string {
  const days = dayNumber(asDate(date)) - dayNumber(localDate(now));
  const words = inDays[language];
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days === -1) return words.yesterday;
  const away = Math.abs(days);
  const [count, unit] =
    away < 21
      ? [away, words.days]
      : away < 60
        ? [Math.round(away / 7), words.weeks]
        : [Math.round(away / 30.4), words.months];
  const span = `${numberInWords(count, language)} ${unit}`;
  return days > 0 ? words.ahead(span) : words.behind(span);
}

/** Small whole numbers (to twelve) in words, others in figures. */
export function numberInWords(n: number, language: Language): string {
  return numbers[language][n] ?? figures(n);
}

/** The same as the first word of a sentence: `Tre`. */
export function numberOpening(n: number, language: Language): string {
  const words = numberInWords(n, language);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `20 000`, with no-break spaces; `11,4` or, in English, `11.4`. */
export function figures(n: number, language: Language = "nb"): string {
  const [whole, decimals] = String(n).split(".") as [string, string | undefined];
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0") : whole;
  return decimals ? `${grouped}${language === "en" ? "." : ","}${decimals}` : grouped;
}
