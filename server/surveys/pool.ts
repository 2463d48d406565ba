/** A network's half-year: its evaluations added up once, when it is over, for those who lead. */
import { and, count, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { isPool, limits } from "../privacy/release.ts";
import { retention } from "../privacy/retention.ts";
import type { Reader, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { spanOf } from "../web/half-year.ts";
import { seal, unseal } from "../web/sealing.ts";
import type { Survey } from "./asked.ts";
import { closedCounts, forgetSealedCounts } from "./ballot.ts";
import { evaluationQuestions, scale } from "./questions.ts";
import { ballots, pools, surveys } from "./tables.ts";

/** Different people who answered: in gatherings that can be shown by themselves, and in the others. */
export interface Respondents {
  shown: string[];
  withheld: string[];
}
export type PoolKey = { networkId: string; halfYear: string };

/** Evaluations of a half-year's last gathering have closed by then. */
const daysToWait = 21;

const purposeOf = ({ networkId, halfYear }: PoolKey) => `pool ${networkId} ${halfYear}`;
export const isOf = ({ networkId, halfYear }: PoolKey) =>
  and(eq(pools.networkId, networkId), eq(pools.halfYear, halfYear));

/** Who is sealed in a pool; nobody when another SECRET sealed it. */
export function opened(secret: string, key: PoolKey, sealed: string | null | undefined): Respondents {
  const words = sealed ? unseal(secret, purposeOf(key), sealed) : null;
  return words === null ? { shown: [], withheld: [] } : JSON.parse(words);
}

/** Different people among two lists. */
export const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();
const isWithheld = (answers: number | null) => (answers ?? 0) < limits.gatheringAnswers;

/** Puts those who answered a closed evaluation into its half-year, sealed. A counted half-year stays. */
export async function addToPool(
  tx: Tx,
  secret: string,
  survey: Pick<Survey, "networkId" | "period">,
  answered: readonly string[],
): Promise<void> {
  if (answered.length === 0) return;
  const key = { networkId: survey.networkId, halfYear: survey.period };
  const [row] = await tx.select().from(pools).where(isOf(key));
  if (row?.countedOn) return;
  const before = opened(secret, key, row?.sealed);
  const place = isWithheld(answered.length) ? "withheld" : "shown";
  const after = { ...before, [place]: union(before[place], answered) };
  const sealed = seal(secret, purposeOf(key), JSON.stringify(after));
  if (row) await tx.update(pools).set({ sealed }).where(isOf(key));
  else await tx.insert(pools).values({ ...key, sealed });
}

const isOfHalfYear = ({ networkId, halfYear }: PoolKey) =>
  and(eq(surveys.networkId, networkId), eq(surveys.kind, "evaluation"), eq(surveys.period, halfYear));
type PoolKeys = readonly [PoolKey, ...PoolKey[]];
const isOfOneOf = (keys: PoolKeys) => or(...keys.map(isOfHalfYear));

function sumCounts(rows: { question: string; counts: number[] | null }[]): Record<string, number[]> {
  const sums = evaluationQuestions.map((question) => {
    const all = rows.filter((row) => row.question === question).map((row) => row.counts ?? []);
    return [question, scale.map((_, i) => all.reduce((sum, counts) => sum + (counts[i] ?? 0), 0))];
  });
  return Object.fromEntries(sums);
}

/**
 * Counts the evaluations of a network in some half-years. Gatherings with too few answers to be shown are
 * counted only when together at least as many different people answered them: else the pool less what the
 * network sees would tell.
 */
export async function counted(
  read: Reader,
  secret: string,
  keys: PoolKeys,
  { shown, withheld }: Respondents,
): Promise<{ respondents: number; gatherings: number; counts: Record<string, number[]> }> {
  const countsAll = withheld.length >= limits.gatheringAnswers;
  const held = await read.select().from(surveys).where(isOfOneOf(keys));
  const answered = held.filter(({ answers }) => (answers ?? 0) > 0 && (countsAll || !isWithheld(answers)));
  const ids = answered.map(({ id }) => id);
  const rows = await closedCounts(read, secret, ids);
  return {
    respondents: union(shown, countsAll ? withheld : []).length,
    gatherings: answered.length,
    counts: sumCounts(rows),
  };
}

/**
 * Counts a half-year, once. Who answered is forgotten; of one that is too small to be shown only when its
 * year is over, since that may be shown in its place (`year-pool.ts`).
 */
export async function countPool(tx: Tx, secret: string, key: PoolKey, today: string): Promise<void> {
  const [row] = await tx.select().from(pools).where(isOf(key));
  if (!row || row.countedOn) return;
  const pool = await counted(tx, secret, [key], opened(secret, key, row.sealed));
  await tx
    .update(pools)
    .set({ ...pool, sealed: isPool(pool) ? null : row.sealed, countedOn: today })
    .where(isOf(key));
  if (isPool(pool)) await forgetFew(tx, [key]);
}

/** Deletes what is still sealed of evaluations in some half-years: nothing more will come of it. */
export async function forgetFew(tx: Tx, keys: PoolKeys): Promise<void> {
  const held = await tx.select({ id: surveys.id }).from(surveys).where(isOfOneOf(keys));
  await forgetSealedCounts(
    tx,
    held.map(({ id }) => id),
  );
}

/** The day a half-year can be counted: three weeks after its end. */
export function countedFrom(halfYear: string): string {
  return Temporal.PlainDate.from(spanOf(halfYear).to).add({ days: daysToWait }).toString();
}

/** Whether an evaluation of a half-year is still open. */
export async function hasOpenEvaluation(read: Reader, key: PoolKey): Promise<boolean> {
  const [row] = await read
    .select({ n: count() })
    .from(surveys)
    .where(and(isOfHalfYear(key), isNull(surveys.closedOn)));
  return Number(row?.n ?? 0) > 0;
}

/** Comments go when their time after the closing is over (retention.ts): two years. For the clock. */
export async function eraseOldComments(tx: Tx, now: Temporal.Instant): Promise<void> {
  const { limit } = retention["survey-answers"];
  const before = localDate(now)
    .subtract({ months: limit && "months" in limit ? limit.months : 24 })
    .toString();
  const old = tx
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(isNotNull(surveys.closedOn), lt(surveys.closedOn, before)));
  await tx
    .update(ballots)
    .set({ texts: [] })
    .where(and(inArray(ballots.surveyId, old), isNotNull(ballots.texts)));
}
