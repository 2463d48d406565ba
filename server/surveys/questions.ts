/** What is asked (domain.md section 5). The slugs are stable: they stand in forms, rows and addresses. */

/** After a gathering: the same five things the report asked employers about. */
export const evaluationQuestions = ["faglig", "utveksling", "dialog", "tid", "kunnskap"] as const;

/** Once a year, in three blocks. */
export const yearlyBlocks = {
  nav: ["informasjon", "oppfolging", "ansvar", "fortsette"],
  own: ["inkludering", "tilrettelegging", "egenoppfolging"],
  capacity: ["oppgaver", "evne", "folk", "plass", "erfaring", "mentor"],
} as const;

export type EvaluationQuestion = (typeof evaluationQuestions)[number];
export type YearlyBlock = keyof typeof yearlyBlocks;
export type YearlyQuestion = (typeof yearlyBlocks)[YearlyBlock][number];
export type Question = EvaluationQuestion | YearlyQuestion;

export const yearlyQuestions: readonly YearlyQuestion[] = Object.values(yearlyBlocks).flat();

/** Where agreeing is the bad news. */
const reversed: ReadonlySet<Question> = new Set<Question>(["tid", "erfaring"]);
export const isReversed = (question: Question): boolean => reversed.has(question);

/** As forms send it: five steps from disagree to agree, and "vet ikke", which is counted last. */
export const scale = ["1", "2", "3", "4", "5", "0"] as const;
export type Step = (typeof scale)[number];

export type SurveyKind = "evaluation" | "mentors" | "employers";

export const questionsOf = (kind: SurveyKind): readonly Question[] =>
  kind === "evaluation" ? evaluationQuestions : yearlyQuestions;

/** The free texts of an evaluation; the yearly survey has none, since it is never about one person. */
export const textsOf = (kind: SurveyKind): readonly ("kommentar" | "onske")[] =>
  kind === "evaluation" ? ["kommentar", "onske"] : [];
