/** The ballot of one survey: what is in it, how an answer is added, and how it is kept. */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Reader, Tx } from "../store/store.ts";
import { seal, unseal } from "../web/sealing.ts";
import { type Question, questionsOf, type Step, type SurveyKind, scale, textsOf } from "./questions.ts";
import { ballots, pools } from "./tables.ts";

export interface Ballot {
  /** Question → how many gave each answer, in the order of the scale. */
  counts: Record<string, number[]>;
  /** Free text → what was written, sorted. */
  texts: Record<string, string[]>;
  /** Ids of those who have answered, sorted. */
  answered: string[];
}

/** What one person answers. */
export interface Answers {
  steps: Partial<Record<Question, Step>>;
  texts: Partial<Record<"kommentar" | "onske", string | null>>;
}

const answeredRow = "svart";

export function emptyBallot(kind: SurveyKind): Ballot {
  return {
    counts: Object.fromEntries(questionsOf(kind).map((question) => [question, scale.map(() => 0)])),
    texts: Object.fromEntries(textsOf(kind).map((name) => [name, []])),
    answered: [],
  };
}

/** The ballot with one more answer: the same for the same answers, in whatever order they come. */
export function withAnswer(ballot: Ballot, respondentId: string, answers: Answers): Ballot {
  const counts = Object.entries(ballot.counts).map(([question, before]) => {
    const at = scale.indexOf(answers.steps[question as Question] ?? "0");
    return [question, before.map((n, i) => (i === at ? n + 1 : n))];
  });
  const texts = Object.entries(ballot.texts).map(([name, before]) => {
    const words = answers.texts[name as "kommentar"];
    return [name, words ? [...before, words].sort() : before];
  });
  return {
    counts: Object.fromEntries(counts),
    texts: Object.fromEntries(texts),
    answered: [...ballot.answered, respondentId].sort(),
  };
}

/** What is sealed is padded to so many bytes, or twice as many, so that sizes tell nothing of words. */
const leastSize = { counts: 64, texts: 16 * 1024 };

/**
 * One row's contents as they are sealed: with how many have answered, so that every row changes with
 * every answer, also where nothing was written.
 */
function packed(contents: readonly unknown[], answered: number): string {
  const words = JSON.stringify([answered, ...contents]);
  let size = typeof contents[0] === "number" ? leastSize.counts : leastSize.texts;
  const bytes = Buffer.byteLength(words);
  while (size < bytes) size *= 2;
  return words + " ".repeat(size - bytes);
}
const unpacked = (words: string): unknown[] => (JSON.parse(words) as unknown[]).slice(1);

const purposeOf = (surveyId: string, question: string) => `ballot ${surveyId} ${question}`;

/**
 * The ballot of an open survey. What this site's secret does not open (it was changed meanwhile) counts
 * as empty, so that the survey can go on and close.
 */
export async function readBallot(
  read: Reader,
  secret: string,
  survey: { id: string; kind: SurveyKind },
): Promise<Ballot> {
  const rows = await read.select().from(ballots).where(eq(ballots.surveyId, survey.id));
  const opened = (question: string) => {
    const sealed = rows.find((row) => row.question === question)?.sealed;
    const words = sealed ? unseal(secret, purposeOf(survey.id, question), sealed) : null;
    return words === null ? null : unpacked(words);
  };
  const answered = opened(answeredRow) as string[] | null;
  const ballot = emptyBallot(survey.kind);
  if (!answered) return ballot;
  const filled = <T>(empties: Record<string, T>) =>
    Object.fromEntries(Object.entries(empties).map(([name, empty]) => [name, (opened(name) ?? empty) as T]));
  return { counts: filled(ballot.counts), texts: filled(ballot.texts), answered };
}

/** Whether someone has answered an open survey, from its one row that knows. */
export function hasAnswered(
  secret: string,
  surveyId: string,
  sealedRow: string | null,
  respondentId: string,
): boolean {
  const words = sealedRow ? unseal(secret, purposeOf(surveyId, answeredRow), sealedRow) : null;
  return words !== null && unpacked(words).includes(respondentId);
}

/** The row that knows who has answered; null when there is none yet. */
export async function answeredRowOf(read: Reader, surveyId: string): Promise<string | null> {
  const [row] = await read
    .select({ sealed: ballots.sealed })
    .from(ballots)
    .where(and(eq(ballots.surveyId, surveyId), eq(ballots.question, answeredRow)));
  return row?.sealed ?? null;
}

const rowsOf = ({ counts, texts, answered }: Ballot): [string, readonly unknown[]][] => [
  ...Object.entries(counts),
  ...Object.entries(texts),
  [answeredRow, answered],
];

/** Writes every row of the ballot anew, sealed. */
export async function writeBallot(tx: Tx, secret: string, surveyId: string, ballot: Ballot): Promise<void> {
  await tx.delete(ballots).where(eq(ballots.surveyId, surveyId));
  await tx.insert(ballots).values(
    rowsOf(ballot).map(([question, contents]) => ({
      surveyId,
      question,
      sealed: seal(secret, purposeOf(surveyId, question), packed(contents, ballot.answered.length)),
    })),
  );
}

/** Writes the ballot as it is kept from the closing: counts and sorted texts, and nobody who answered. */
export async function openSealedBallot(tx: Tx, surveyId: string, { counts, texts }: Ballot): Promise<void> {
  await tx.delete(ballots).where(eq(ballots.surveyId, surveyId));
  await tx
    .insert(ballots)
    .values([
      ...Object.entries(counts).map(([question, all]) => ({ surveyId, question, counts: all })),
      ...Object.entries(texts).map(([question, all]) => ({ surveyId, question, texts: all })),
    ]);
}

/**
 * Writes the ballot of an evaluation that too few answered to be shown, as it is kept until its half-year
 * is counted: the counts sealed as they were, and neither words nor who answered. So what one or two people
 * said about a gathering never stands open in a row.
 */
export async function keepCountsSealed(
  tx: Tx,
  secret: string,
  surveyId: string,
  { counts, answered }: Ballot,
): Promise<void> {
  if (answered.length === 0) return; // nothing was ever written
  await writeBallot(tx, secret, surveyId, { counts, texts: {}, answered });
  await tx.delete(ballots).where(and(eq(ballots.surveyId, surveyId), eq(ballots.question, answeredRow)));
}

/** The counts of closed surveys, question by question, those that are sealed too; nothing another SECRET sealed. */
export async function closedCounts(read: Reader, secret: string, surveyIds: readonly string[]) {
  if (surveyIds.length === 0) return [];
  const rows = await read
    .select()
    .from(ballots)
    .where(inArray(ballots.surveyId, [...surveyIds]));
  return rows.map(({ surveyId, question, sealed, counts }) => {
    const words = sealed ? unseal(secret, purposeOf(surveyId, question), sealed) : null;
    return { question, counts: words === null ? counts : (unpacked(words) as number[]) };
  });
}

/** Deletes the sealed counts of closed surveys: they stand in a sum now, or never will. */
export async function forgetSealedCounts(tx: Tx, surveyIds: readonly string[]): Promise<void> {
  if (surveyIds.length === 0) return;
  await tx.delete(ballots).where(and(inArray(ballots.surveyId, [...surveyIds]), isNotNull(ballots.sealed)));
}

/**
 * Writes what is sealed of open surveys and half-years anew, unchanged: the engine then knows when that
 * was, and no longer when somebody answered.
 */
export async function rewriteSealed(tx: Tx): Promise<void> {
  await tx.update(ballots).set({ sealed: ballots.sealed }).where(isNotNull(ballots.sealed));
  await tx.update(pools).set({ sealed: pools.sealed }).where(isNotNull(pools.sealed));
}
