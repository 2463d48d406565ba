/** What every route of this room works with. */
import type { FastifyRequest } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { longDate } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import type { SurveyPorts } from "./ports.ts";
import { blockTexts, questionTexts, stepTexts } from "./question-texts.ts";
import { isReversed, type Question, questionsOf, type SurveyKind, scale, yearlyBlocks } from "./questions.ts";
import { resultTexts } from "./result-texts.ts";
import { surveyTexts } from "./texts.ts";

export interface SurveyDesk {
  house: House;
  mailer: Mailer;
  ports: SurveyPorts;
}

/** The room's words in one language. */
export const wordsIn = (language: Language) => ({
  t: inLanguage(surveyTexts, language),
  r: inLanguage(resultTexts, language),
  steps: scale.map((value) => ({ value, label: stepTexts[value][language] })),
});
export type T = ReturnType<typeof wordsIn>["t"];
export type R = ReturnType<typeof wordsIn>["r"];

export const sayIn = (request: FastifyRequest) => wordsIn(request.language);

export interface Statement {
  name: Question;
  words: string;
  isReversed: boolean;
}
const statement = (name: Question, language: Language): Statement => ({
  name,
  words: questionTexts[name][language],
  isReversed: isReversed(name),
});

/** The statements of a survey in blocks; an evaluation is one block without a heading. */
export function blocksOf(kind: SurveyKind, language: Language) {
  if (kind === "evaluation") {
    return [{ heading: null, statements: questionsOf(kind).map((name) => statement(name, language)) }];
  }
  return Object.entries(yearlyBlocks).map(([block, names]) => ({
    heading: blockTexts[block as keyof typeof blockTexts][language],
    statements: names.map((name) => statement(name, language)),
  }));
}

export const dateIn = (date: string, language: Language) => longDate(date, language);
