/** A network's half-year: its evaluations added up once, when it is over, for those who lead. */
import { and, asc, count, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { limits } from "../privacy/release.ts";
import { retention } from "../privacy/retention.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { halfYearOf, spanOf } from "../web/half-year.ts";
import { seal, unseal } from "../web/sealing.ts";
import type { Survey } from "./asked.ts";
import { evaluationQuestions, scale } from "./questions.ts";
import { ballots, pools, surveys } from "./tables.ts";

/** Different people who answered: in gatherings that can be shown by themselves, and in the others. */
interface Respondents {
  shown: string[];
  withheld: string[];
}
type PoolKey = { networkId: string; halfYear: string };

/** Evaluations of a half-year's last gathering have closed by then. */
const daysToWait = 21;

const purposeOf = ({ networkId, halfYear }: PoolKey) => `pool ${networkId} ${halfYear}`;
const isPool = ({ networkId, halfYear }: PoolKey) =>
  and(eq(pools.networkId, networkId), eq(pools.halfYear, halfYear));

function opened(secret: string, key: PoolKey, sealed: string | null | undefined): Respondents {
  const words = sealed ? unseal(secret, purposeOf(key), sealed) : null;
  return words === null ? { shown: [], withheld: [] } : JSON.parse(words);
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();
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
  const [row] = await tx.select().from(pools).where(isPool(key));
  if (row?.countedOn) return;
  const before = opened(secret, key, row?.sealed);
  const place = isWithheld(answered.length) ? "withheld" : "shown";
  const after = { ...before, [place]: union(before[place], answered) };
  const sealed = seal(secret, purposeOf(key), JSON.stringify(after));
  if (row) await tx.update(pools).set({ sealed }).where(isPool(key));
  else await tx.insert(pools).values({ ...key, sealed });
}

const isOfHalfYear = ({ networkId, halfYear }: PoolKey) =>
  and(eq(surveys.networkId, networkId), eq(surveys.kind, "evaluation"), eq(surveys.period, halfYear));

function sumCounts(rows: { question: string; counts: number[] | null }[]): Record<string, number[]> {
  const sums = evaluationQuestions.map((question) => {
    const all = rows.filter((row) => row.question === question).map((row) => row.counts ?? []);
    return [question, scale.map((_, i) => all.reduce((sum, counts) => sum + (counts[i] ?? 0), 0))];
  });
  return Object.fromEntries(sums);
}

/**
 * Counts a half-year, once. Gatherings with too few answers to be shown are counted only when together
 * at least as many different people answered them: else the pool less what the network sees would tell.
 */
async function countPool(tx: Tx, secret: string, key: PoolKey, today: string): Promise<void> {
  const [row] = await tx.select().from(pools).where(isPool(key));
  if (!row || row.countedOn) return;
  const { shown, withheld } = opened(secret, key, row.sealed);
  const countsAll = withheld.length >= limits.gatheringAnswers;
  const answered = (await tx.select().from(surveys).where(isOfHalfYear(key))).filter(
    ({ answers }) => (answers ?? 0) > 0 && (countsAll || !isWithheld(answers)),
  );
  const ids = answered.map(({ id }) => id);
  const rows = ids.length > 0 ? await tx.select().from(ballots).where(inArray(ballots.surveyId, ids)) : [];
  await tx
    .update(pools)
    .set({
      sealed: null,
      respondents: union(shown, countsAll ? withheld : []).length,
      gatherings: answered.length,
      counts: sumCounts(rows),
      countedOn: today,
    })
    .where(isPool(key));
}

/** The day a half-year can be counted: three weeks after its end. */
export function countedFrom(halfYear: string): string {
  return Temporal.PlainDate.from(spanOf(halfYear).to).add({ days: daysToWait }).toString();
}

async function hasOpenEvaluation(read: Reader, key: PoolKey): Promise<boolean> {
  const [row] = await read
    .select({ n: count() })
    .from(surveys)
    .where(and(isOfHalfYear(key), isNull(surveys.closedOn)));
  return Number(row?.n ?? 0) > 0;
}

/** Counts the half-years that are over and have no open evaluation left. For the clock. */
export async function countDuePools(store: Store, secret: string, now: Temporal.Instant): Promise<number> {
  const today = localDate(now).toString();
  const waiting = await store.read
    .select({ networkId: pools.networkId, halfYear: pools.halfYear })
    .from(pools)
    .where(and(isNull(pools.countedOn), lt(pools.halfYear, halfYearOf(today))))
    .orderBy(asc(pools.halfYear), asc(pools.networkId));
  let counted = 0;
  for (const key of waiting) {
    if (today < countedFrom(key.halfYear) || (await hasOpenEvaluation(store.read, key))) continue;
    await store.write((tx) => countPool(tx, secret, key, today), { inTurnFor: key.networkId });
    counted++;
  }
  return counted;
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
