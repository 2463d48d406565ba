/** Questions and answers of group mode as pages print them. */
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import type { AnswerText } from "./group-answer.ts";
import type { GroupCluster, GroupQuestion, GroupRound, RevealedAnswer } from "./group-queries.ts";
import { groupTexts } from "./group-texts.ts";
import { caseLanguage } from "./library.ts";

export type GroupT = Texts<typeof groupTexts>;
export type Stage = "lobby" | "open" | "closed" | "revealed";

export const groupWords = (language: Language): GroupT => inLanguage(groupTexts, language);

export interface QuestionCard {
  id: string;
  position: number;
  of: number;
  sentence: string;
  html: string;
  choices: string[];
  kind: GroupQuestion["kind"];
}

export function questionCard(question: GroupQuestion, of: number, language: Language): QuestionCard {
  const { questionId, position, kind, wording } = question;
  return { id: questionId, position, of, kind, ...wording[caseLanguage(language)] };
}

/** The `lang` attribute of what is in the language of the case; empty when the page is in it too. */
export const langOf = (language: Language) => (caseLanguage(language) === language ? "" : "nb");

/** The alternative chosen, in words; empty without one. */
export const chosenIn = (choices: string[], { choice }: Pick<AnswerText, "choice">) =>
  choice === null ? "" : (choices[choice] ?? "");

export function stageOf(round: GroupRound | undefined): Stage {
  if (!round) return "lobby";
  if (round.revealedAt) return "revealed";
  return round.closedAt ? "closed" : "open";
}

export interface AnswerCard {
  id: string;
  group: number;
  chosen: string;
  words: string;
  /** In a second round: what the group had said first, null when it says the same or said nothing. */
  first: { chosen: string; words: string } | null;
  isUnchanged: boolean;
  party: RevealedAnswer["party"];
  partyLabel: string;
  clusterId: string | null;
  isAboutNav: boolean;
  isSentToNav: boolean;
  mayShare: boolean;
  isApproved: boolean;
}

export interface Pile {
  id: string;
  /** Empty for the answers that stand on their own. */
  name: string;
  answers: AnswerCard[];
}

export interface RevealedRound {
  question: QuestionCard;
  round: number;
  heading: string;
  piles: Pile[];
  /** Of a choice in a second round: each alternative with how many groups chose it first and after. */
  shift: { label: string; before: number; after: number }[];
}

function answerCard(
  answer: RevealedAnswer,
  question: QuestionCard,
  all: RevealedAnswer[],
  t: GroupT,
): AnswerCard {
  const before =
    answer.round === 2
      ? all.find(
          (one) =>
            one.round === 1 && one.questionId === answer.questionId && one.groupNumber === answer.groupNumber,
        )
      : undefined;
  const isUnchanged = before?.words === answer.words && before.choice === answer.choice;
  const { id, words, party, clusterId, isAboutNav, isSentToNav, mayShare } = answer;
  return {
    id,
    group: answer.groupNumber,
    chosen: chosenIn(question.choices, answer),
    words,
    first:
      before && !isUnchanged ? { chosen: chosenIn(question.choices, before), words: before.words } : null,
    isUnchanged,
    party,
    partyLabel: party ? t[`party_${party}`] : "",
    clusterId,
    isAboutNav,
    isSentToNav,
    mayShare,
    isApproved: answer.approvedById !== null,
  };
}

function shiftIn(question: QuestionCard, all: RevealedAnswer[]): RevealedRound["shift"] {
  const chose = (round: number, choice: number) =>
    all.filter((one) => one.questionId === question.id && one.round === round && one.choice === choice)
      .length;
  return question.choices.map((label, i) => ({ label, before: chose(1, i), after: chose(2, i) }));
}

/** One revealed round: its answers in piles, those on their own last. */
export function revealedRound(
  key: { questionId: string; round: number },
  question: QuestionCard,
  all: RevealedAnswer[],
  clusters: GroupCluster[],
  t: GroupT,
): RevealedRound {
  const isOfRound = (one: { questionId: string; round: number }) =>
    one.questionId === key.questionId && one.round === key.round;
  const cards = all.filter(isOfRound).map((answer) => answerCard(answer, question, all, t));
  const piles = clusters.filter(isOfRound).map(({ id, name }) => ({
    id,
    name,
    answers: cards.filter(({ clusterId }) => clusterId === id),
  }));
  const known = new Set(piles.map(({ id }) => id));
  const alone = cards.filter(({ clusterId }) => !clusterId || !known.has(clusterId));
  return {
    question,
    round: key.round,
    heading: key.round === 2 ? t.roundTwoHeading(question.sentence) : question.sentence,
    piles: alone.length > 0 ? [...piles, { id: "", name: "", answers: alone }] : piles,
    shift: key.round === 2 ? shiftIn(question, all) : [],
  };
}

/** Everything revealed in a session, in the order of the questions. */
export function revealedRounds(
  questions: GroupQuestion[],
  rounds: GroupRound[],
  all: RevealedAnswer[],
  clusters: GroupCluster[],
  language: Language,
): RevealedRound[] {
  const t = groupWords(language);
  return questions.flatMap((question) =>
    rounds
      .filter(({ questionId, revealedAt }) => questionId === question.questionId && revealedAt !== null)
      .sort((a, b) => a.round - b.round)
      .map((key) => revealedRound(key, questionCard(question, questions.length, language), all, clusters, t)),
  );
}

/** The lines of the minutes: the question, then one line an answer, with its pile and who does it; no group. */
export function minutesLines(rounds: RevealedRound[]): string[] {
  return rounds.flatMap(({ heading, piles }) => [
    heading,
    ...piles.flatMap(({ name, answers }) =>
      answers.map(({ chosen, words, partyLabel }) => {
        const said = [chosen, words.replace(/\s*\n\s*/g, " ")].filter(Boolean).join(" – ");
        return `– ${name ? `${name}: ` : ""}${said}${partyLabel ? ` (${partyLabel})` : ""}`;
      }),
    ),
  ]);
}
