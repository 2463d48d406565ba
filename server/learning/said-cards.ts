/** The words of feedback in an item, and what happened to it, as pages print them. */
import { Temporal } from "temporal-polyfill";
import { localDate, longDate, numberInWords } from "../web/dates.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { capitalised } from "./cards.ts";
import { itemTexts } from "./item-texts.ts";
import type { SaidWords } from "./item-words.ts";

type T = Texts<typeof itemTexts>;

/** Words in an item as a reader gets them; those held back are counted. */
export function wordsOf(rows: SaidWords[], language: Language) {
  const t = inLanguage(itemTexts, language);
  const shown = rows.filter((row) => row.text !== null || row.paraphrase !== null);
  const held = rows.length - shown.length;
  const who = (row: SaidWords) => {
    if (row.authorName) return row.authorName;
    return row.source === "group" || row.source === "minutes" ? t.aGroup : t.someone;
  };
  return {
    said: shown.map((row) => ({
      who: who(row),
      text: (row.text ?? row.paraphrase) as string,
      note: row.text === null ? t.paraphrased : null,
      consequence: row.consequence,
      wish: row.wish,
    })),
    withheld: held === 0 ? null : t.withheld(held, capitalised(numberInWords(held, language))),
  };
}
export type Said = ReturnType<typeof wordsOf>;

const logWords = {
  reviewed: "logReviewed",
  paraphrased: "logParaphrased",
  gathered: "logGathered",
  regrouped: "logRegrouped",
  moved_out: "logMovedOut",
  sent: "logSent",
  passed: "logPassed",
  escalated: "logEscalated",
  assigned: "logAssigned",
  lifted: "logLifted",
  returned: "logReturned",
  round_closed: "logRoundClosed",
  reopened: "logReopened",
  trial_over: "logTrialOver",
  look_again: "logLookAgain",
  silent: "logSilent",
  decided: "logDecided",
  changed: "logChanged",
  reported: "logReported",
  round_opened: "logRoundOpened",
} as const satisfies Record<string, keyof T>;

/** The log in words. */
export function historyOf(
  rows: readonly { event: keyof typeof logWords; at: Temporal.Instant }[],
  language: Language,
) {
  const t = inLanguage(itemTexts, language);
  const order = Object.keys(logWords);
  const inOrder = [...rows].sort(
    (a, b) => Temporal.Instant.compare(a.at, b.at) || order.indexOf(a.event) - order.indexOf(b.event),
  );
  return inOrder.map(({ event, at }) => ({
    what: t[logWords[event]],
    when: longDate(localDate(at), language),
  }));
}
