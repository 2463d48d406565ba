/** Items as pages print them: words, dates and colours; pure functions of what was read. */
import type { Temporal } from "temporal-polyfill";
import { localDate, numberOpening, shortDate } from "../web/dates.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { dueTickOf, gatheringsSince, type Tick } from "./gathering-clock.ts";
import { itemTexts } from "./item-texts.ts";
import type { Loop } from "./loops.ts";
import { verdictInWords } from "./mails.ts";
import { lastReferral, type State, standingDecision, stateOf } from "./state.ts";
import { themeLabel } from "./themes.ts";

type T = Texts<typeof itemTexts>;

/** What printing an item takes besides the item. */
export interface Sight {
  line: readonly Tick[];
  now: Temporal.Instant;
  language: Language;
}

const colours: Record<State, string> = {
  gathered: "neutral",
  sent: "info",
  decided: "accent",
  in_progress: "accent",
  on_trial: "accent",
  trial_over: "warning",
  reported: "meta-purple",
  confirmed: "success",
  reopened: "warning",
  unconfirmed: "warning",
};

/** `Fire` for the beginning of a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The date of the gathering an answer is due by, and whether it has passed. */
export function dueOf(loop: Loop, { line, now, language }: Sight) {
  const last = lastReferral(loop.referrals);
  const tick = last && dueTickOf(line, loop.networkId, last);
  if (!tick) return null;
  const date = shortDate(tick.localDate, language, now);
  const isOverdue = tick.localDate < localDate(now).toString();
  return { date, isOverdue, missed: gatheringsSince(line, loop.networkId, tick.localDate, now) };
}

/** How many gatherings have passed without an answer, as a sentence; null when none has. */
export function overdueText(
  due: ReturnType<typeof dueOf>,
  language: Language,
  t: { overdueText: T["overdueText"] },
): string | null {
  if (!due?.isOverdue || due.missed === 0) return null;
  return t.overdueText(due.missed, numberOpening(due.missed, language));
}

function says(loop: Loop, state: State, t: T, sight: Sight): string {
  const decision = standingDecision(loop) as Loop["decisions"][number] | null;
  const start = decision ? shortDate(decision.onDate, sight.language, sight.now) : "";
  const isAhead = decision !== null && decision.onDate > localDate(sight.now).toString();
  const due = dueOf(loop, sight);
  if (state === "sent") return due ? (due.isOverdue ? t.sayOverdue : t.saySentDue)(due.date) : t.saySent;
  if (state === "in_progress" || state === "on_trial") return t.sayInProgress(start);
  if (state === "reported" && isAhead && decision.verdict !== "keep") return t.sayReportedStarts(start);
  if (state === "confirmed" && decision?.verdict === "keep") return t.sayConfirmedKeep;
  const fixed: Partial<Record<State, string>> = {
    gathered: t.sayGathered,
    decided: t.sayDecided,
    trial_over: t.sayTrialOver,
    reported: t.sayReported,
    confirmed: t.sayConfirmed,
    reopened: t.sayReopened,
    unconfirmed: t.sayUnconfirmed,
  };
  return fixed[state] as string;
}

/** An item as a list shows it. */
export function cardOf(loop: Loop, sight: Sight) {
  const t = inLanguage(itemTexts, sight.language);
  const state = stateOf(loop, localDate(sight.now).toString());
  return {
    id: loop.id,
    href: `/laeringspunkter/${loop.id}`,
    question: loop.question,
    theme: themeLabel(loop.themeSlug, sight.language),
    state,
    tag: { text: t[state], color: colours[state] },
    says: says(loop, state, t, sight),
  };
}
export type Card = ReturnType<typeof cardOf>;

type Fact = { label: string; value: string };
const filled = (facts: { label: string; value: string | null }[]) =>
  facts.filter((fact): fact is Fact => fact.value !== null);

/** A decision in words. */
export function answerOf(decision: Loop["decisions"][number], { language, now }: Sight) {
  const t = inLanguage(itemTexts, language);
  const day = (date: string) => shortDate(date, language, now);
  const isStart = decision.verdict === "change" || decision.verdict === "try";
  return {
    verdict: verdictInWords(decision.verdict, t),
    reason: decision.reason,
    by: t.decidedBy(decision.byName, shortDate(localDate(decision.at), language, now)),
    rule: decision.ruleWords,
    ruleView: decision.ruleView === "kept" ? t.ruleKept : t.ruleDoubted,
    facts: filled([
      { label: isStart ? t.starts : t.looksAgain, value: day(decision.onDate) },
      { label: t.stops, value: decision.stopDate && day(decision.stopDate) },
      { label: t.notice, value: decision.notice },
      { label: t.responsible, value: decision.responsible },
      {
        label: t.hours,
        value: decision.hoursFreedPerMonth === null ? null : String(decision.hoursFreedPerMonth),
      },
      { label: t.wouldChange, value: decision.wouldChangeOurMind },
      { label: t.secondReader, value: decision.secondReader },
    ]),
  };
}
export type AnswerCard = ReturnType<typeof answerOf>;

/** Answers this reader may see, the last first: members see one when it was reported back. */
export function answersOf(loop: Loop, sight: Sight, seesUnreported: boolean): AnswerCard[] {
  const isReported = (id: string) => loop.reportBacks.some((report) => report.decisionId === id);
  return loop.decisions
    .filter((decision) => seesUnreported || isReported(decision.id))
    .map((decision) => answerOf(decision, sight))
    .reverse();
}
