/** What a person said besides yes, maybe and no. */
import { Temporal } from "temporal-polyfill";
import type { CalendarObject } from "../calendar/reply.ts";
import type { Letter } from "../mail/receive.ts";
import { cleanWords, wordsOf } from "../mail/words.ts";
import { guardText } from "../privacy/guard.ts";
import { clockTime, zone } from "../web/dates.ts";

/** The time a calendar names, as a person reads it; UTC is told in Oslo's time, others as they are. */
function clockIn(start: string | null): string {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z?)$/.exec(start ?? "");
  if (!match) return "";
  const [, year, month, day, hour, minute, , utc] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:00`;
  try {
    const local = utc
      ? Temporal.Instant.from(`${iso}Z`).toZonedDateTimeISO(zone)
      : Temporal.PlainDateTime.from(iso);
    return `${local.toPlainDate()} kl. ${clockTime(local.toPlainTime().toString().slice(0, 5))}`;
  } catch {
    return "";
  }
}

/** The mail's words, with what stands in the calendar only. */
export function unclearWords({ message }: Letter, { method, comment, start }: CalendarObject): string {
  const proposed = method === "COUNTER" ? clockIn(start) : "";
  const words = [wordsOf(message), cleanWords(comment ?? "", 1000), proposed];
  return [...new Set(words)].filter((some) => some !== "").join("\n");
}

/** A note sent with the answer, unless it holds what must not be stored. */
export function wordsOfAnswer({ comment }: CalendarObject): string | null {
  const words = cleanWords(comment ?? "", 500);
  return words !== "" && guardText(words).refused.length === 0 ? words : null;
}
