/** Items as pages print them: words, dates and colours; pure functions of what was read. */
import { Temporal } from "temporal-polyfill";
import { mayShowVoteCounts } from "../privacy/release.ts";
import { localDate, longDate, numberInWords, shortDate } from "../web/dates.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { closingDate, dueTickOf, gatheringsSince, type Tick } from "./gathering-clock.ts";
import { itemTexts } from "./item-texts.ts";
import type { SaidWords } from "./item-words.ts";
import type { Loop } from "./loops.ts";
import { verdictInWords } from "./mails.ts";
import { lastReferral, outcomeOfRound, type State, standingDecision, stateOf } from "./state.ts";
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

/** What the closed rounds said; counts only from the limit of privacy/release.ts on. */
export function resultsOf(loop: Loop, language: Language) {
  const t = inLanguage(itemTexts, language);
  return loop.rounds.flatMap((round) => {
    if (!round.counts) return [];
    const { yes, partly, no, notMe } = round.counts;
    const n = yes + partly + no + notMe;
    const isUnderstood = round.question === "understood";
    const outcome = outcomeOfRound(round.counts);
    const words = {
      confirmed: isUnderstood ? t.sayConfirmedKeep : t.sayConfirmed,
      reopened: t.sayReopened,
      between: t.resultBetween,
      no_quorum: t.sayUnconfirmed,
    };
    const count = (label: string, value: number) => ({ label, value: String(value) });
    return [
      {
        question: isUnderstood ? t.askUnderstood : t.askDifference,
        says: words[outcome],
        answered: n === 0 ? t.votedNone : t.voted(n, capitalised(numberInWords(n, language))),
        counts: mayShowVoteCounts(n)
          ? [
              count(isUnderstood ? t.voteYesUnderstood : t.voteYes, yes),
              count(t.votePartly, partly),
              count(t.voteNo, no),
              count(t.voteNotMe, notMe),
            ]
          : [],
      },
    ];
  });
}

/** The four answers, with the one given so far. */
export function voteChoices(isUnderstood: boolean, given: string | null, t: T) {
  return [
    { value: "ja", vote: "yes", label: isUnderstood ? t.voteYesUnderstood : t.voteYes },
    { value: "delvis", vote: "partly", label: t.votePartly },
    { value: "nei", vote: "no", label: t.voteNo },
    { value: "ikke-meg", vote: "not_me", label: t.voteNotMe },
  ].map(({ vote, ...choice }) => ({ ...choice, isChosen: vote === given }));
}

/** The question put to a mentor in an open round, with the answer given so far. */
export function askOf(loop: Loop, round: { roundId: string; vote: string | null }, sight: Sight) {
  const t = inLanguage(itemTexts, sight.language);
  const open = loop.rounds.find((one) => one.id === round.roundId);
  if (!open) return null;
  const closes = closingDate(sight.line, open.openedAtGatheringId);
  if (closes && closes <= localDate(sight.now).toString()) return null;
  const isUnderstood = open.question === "understood";
  const choices = voteChoices(isUnderstood, round.vote, t);
  return {
    itemId: loop.id,
    question: isUnderstood ? t.askUnderstood : t.askDifference,
    choices,
    hint: closes ? t.voteUntil(lastDayToVote(closes, sight)) : t.voteOpen,
  };
}
export type Ask = NonNullable<ReturnType<typeof askOf>>;

function lastDayToVote(closes: string, { language, now }: Sight): string {
  return shortDate(Temporal.PlainDate.from(closes).subtract({ days: 1 }), language, now);
}

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
  reopened: "logReopened",
  trial_over: "logTrialOver",
  look_again: "logLookAgain",
  silent: "logSilent",
  decided: "logDecided",
  changed: "logChanged",
  reported: "logReported",
  round_opened: "logRoundOpened",
  round_closed: "logRoundClosed",
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
