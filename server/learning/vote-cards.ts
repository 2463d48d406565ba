/** Votes as pages print them: what one is asked, and what closed rounds said. */
import { Temporal } from "temporal-polyfill";
import { mayShowVoteCounts } from "../privacy/release.ts";
import { localDate, numberInWords, shortDate } from "../web/dates.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { capitalised, type Sight } from "./cards.ts";
import { closingDate } from "./gathering-clock.ts";
import { itemTexts } from "./item-texts.ts";
import type { Loop } from "./loops.ts";
import { outcomeOfRound } from "./state.ts";

type T = Texts<typeof itemTexts>;

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
