/** Everything held about a person, as they read it: on the page, and as a text file. */
import { Temporal } from "temporal-polyfill";
import type { Held, Holding } from "../privacy/holdings.ts";
import { clockTime, localDate, longDate, zone } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { columnTexts, tableTexts, valueTexts } from "./holdings-texts.ts";
import { ownTexts } from "./own-texts.ts";

export interface HeldGroup {
  heading: string;
  count: string;
  isCut: boolean;
  rows: { label: string; value: string }[][];
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const date = /^\d{4}-\d\d-\d\d$/;

/** A date or a moment in words; null for words that only look like one, such as `2026-02-31`. */
function timeInWords(value: string, language: Language): string | null {
  try {
    if (date.test(value)) return longDate(Temporal.PlainDate.from(value, { overflow: "reject" }), language);
    if (!instant.test(value)) return null;
    const moment = Temporal.Instant.from(value);
    const time = moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
    return `${longDate(localDate(moment), language)}, ${clockTime(time)}`;
  } catch {
    return null; // what somebody wrote, not a date of ours
  }
}

function inWords(value: Held, language: Language): string | null {
  const t = inLanguage(ownTexts, language);
  if (value === null || value === "") return null;
  if (typeof value === "boolean") return value ? t.yes : t.no;
  if (typeof value === "number") return String(value);
  return timeInWords(value, language) ?? valueTexts[value]?.[language] ?? value;
}

/** Made from what is told anyway, or a code: in the file for machines, and not on the page. */
const derivedTables = new Set(["person_words"]);
const derivedColumns = new Set(["sortKey", "emailKey", "workplaceId", "unitId"]);

const nameOf = (words: typeof tableTexts, key: string, language: Language) => words[key]?.[language] ?? key;

/** One group for each table, with words for what has words. */
export function heldGroups(holdings: readonly Holding[], language: Language): HeldGroup[] {
  const t = inLanguage(ownTexts, language);
  const shown = holdings.filter(({ table }) => !derivedTables.has(table));
  return shown.map(({ table, as, rows, isCut }) => {
    const called = nameOf(tableTexts, table, language);
    const done = table === "audit_log" ? t.didAudit : t.did(called);
    return {
      heading: as === "own" ? called : done,
      count: t.count(rows.length),
      isCut,
      rows: rows.map((row) =>
        Object.entries(row).flatMap(([column, held]) => {
          const value = inWords(held, language);
          return value === null || derivedColumns.has(column)
            ? []
            : [{ label: nameOf(columnTexts, column, language), value }];
        }),
      ),
    };
  });
}

/** The same as plain text. */
export function heldText(holdings: readonly Holding[], language: Language): string {
  const t = inLanguage(ownTexts, language);
  const groups = heldGroups(holdings, language).map(({ heading, rows, isCut }) => {
    const lines = rows.map((row) => row.map(({ label, value }) => `${label}: ${value}`).join("\n"));
    return [heading.toUpperCase(), ...lines, ...(isCut ? [t.cut] : [])].join("\n\n");
  });
  return `${[t.allTitle, t.anonymous, ...groups].join("\n\n\n")}\n`;
}
