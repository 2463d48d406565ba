/** Reads about surveys, released: what leaves this file may be shown to those it is for. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import { networks } from "../networks/tables.ts";
import {
  addReleased,
  limits,
  type Release,
  releaseGathering,
  releasePool,
  releaseYearly,
} from "../privacy/release.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { isWholeYear, yearOf } from "../web/half-year.ts";
import type { Survey } from "./asked.ts";
import { evaluationQuestions, type Question, yearlyQuestions } from "./questions.ts";
import { ballots, pools, surveys } from "./tables.ts";

/** Question → what may be shown of it. */
export type Released = Partial<Record<Question, Release>>;

/** What a survey is about, by name. */
export async function aboutSurvey(read: Reader, survey: Pick<Survey, "networkId" | "gatheringId">) {
  const [row] = await read
    .select({ networkName: networks.name, gatheringTitle: gatherings.title })
    .from(networks)
    .leftJoin(gatherings, eq(gatherings.id, survey.gatheringId ?? ""))
    .where(eq(networks.id, survey.networkId));
  return { networkName: row?.networkName ?? "", gatheringTitle: row?.gatheringTitle ?? null };
}

/** The evaluation of a gathering; null when there is none. */
export async function evaluationOf(read: Reader, gatheringId: string): Promise<Survey | null> {
  const [row] = await read.select().from(surveys).where(eq(surveys.gatheringId, gatheringId));
  return row ?? null;
}

type BallotRow = typeof ballots.$inferSelect;

const rowsOf = async (read: Reader, surveyIds: string[]): Promise<BallotRow[]> =>
  surveyIds.length === 0 ? [] : read.select().from(ballots).where(inArray(ballots.surveyId, surveyIds));

export interface GatheringResult {
  /** Null when nothing may be shown. */
  released: Released | null;
  /** For the network's advisers only; empty below the limit. */
  comments: string[];
}

function resultOf(survey: Pick<Survey, "id" | "closedOn">, rows: BallotRow[]): GatheringResult {
  const own = rows.filter((row) => row.surveyId === survey.id);
  const isClosed = survey.closedOn !== null;
  const entries = evaluationQuestions.map((question) => {
    const counts = own.find((row) => row.question === question)?.counts ?? [];
    return [question, releaseGathering(counts, isClosed)] as const;
  });
  const isShown = entries.every(([, release]) => release.show !== "nothing");
  return {
    released: isShown ? Object.fromEntries(entries) : null,
    comments: isShown ? (own.find((row) => row.question === "kommentar")?.texts ?? []) : [],
  };
}

/** What the network, and with the comments its advisers, may see of a gathering's evaluation. */
export async function gatheringResult(read: Reader, survey: Survey): Promise<GatheringResult> {
  return resultOf(survey, survey.closedOn === null ? [] : await rowsOf(read, [survey.id]));
}

/** A network's evaluations, newest gathering first, a page at a time. @param after date and id of the last one */
export async function evaluationsOf(
  read: Reader,
  networkId: string,
  page: { after: { date: string; id: string } | null; size: number },
) {
  const { after, size } = page;
  const isLater = after
    ? afterKey("desc", gatherings.localDate, surveys.id, { value: after.date, id: after.id })
    : undefined;
  const found = await read
    .select({
      id: surveys.id,
      gatheringId: surveys.gatheringId,
      closedOn: surveys.closedOn,
      closesOn: surveys.closesOn,
      asked: surveys.asked,
      answers: surveys.answers,
      title: gatherings.title,
      date: gatherings.localDate,
    })
    .from(surveys)
    .innerJoin(gatherings, eq(gatherings.id, surveys.gatheringId))
    .where(and(eq(surveys.networkId, networkId), eq(surveys.kind, "evaluation"), isLater))
    .orderBy(desc(gatherings.localDate), desc(surveys.id))
    .limit(size);
  const rows = await rowsOf(
    read,
    found.filter(({ closedOn }) => closedOn !== null).map(({ id }) => id),
  );
  return found.map(({ answers, ...survey }) => {
    const { released } = resultOf(survey, rows);
    return { ...survey, answers: released ? answers : null, released };
  });
}

/** A network's half-year, or its year in the place of both, as those who lead it may see it. */
export interface HalfYearPool {
  networkId: string;
  /** `2026-2`, or `2026` for a whole year. */
  halfYear: string;
  /** Null when nothing may be shown: fewer than five people, or a single gathering. */
  shown: { respondents: number; gatherings: number; questions: Released } | null;
}

/**
 * The counted half-years of these networks, newest first, released for those who lead them
 * (learning-loop.md section 2.3), and the years shown in the place of half-years too small. One not
 * counted yet is not among them.
 */
export async function halfYearPools(
  read: Reader,
  networkIds: string[],
  now: Temporal.Instant,
): Promise<HalfYearPool[]> {
  if (networkIds.length === 0) return [];
  const rows = await read
    .select()
    .from(pools)
    .where(and(inArray(pools.networkId, networkIds), isNotNull(pools.countedOn)))
    .orderBy(desc(pools.halfYear), asc(pools.networkId))
    .limit(2000);
  const today = localDate(now).toString();
  const all = rows.map((row) => releasedPool(row, today));
  // whatever the rows say, no year is shown beside a half of it
  const hasHalf = (year: HalfYearPool) =>
    all.some((one) => one.networkId === year.networkId && one.shown && isHalfOf(one.halfYear, year.halfYear));
  return all.filter((one) => !isWholeYear(one.halfYear) || (one.shown && !hasHalf(one)));
}

const isHalfOf = (period: string, year: string) => !isWholeYear(period) && yearOf(period) === year;

function releasedPool(row: typeof pools.$inferSelect, today: string): HalfYearPool {
  const { networkId, halfYear, counts } = row;
  const pool = { halfYear, respondents: row.respondents ?? 0, gatherings: row.gatherings ?? 0 };
  const questions = Object.fromEntries(
    evaluationQuestions.map((question) => [question, releasePool(counts?.[question] ?? [], pool, today)]),
  );
  const isShown = Object.values(questions).some((release) => release.show !== "nothing");
  return { networkId, halfYear, shown: isShown ? { ...pool, questions } : null };
}

/** What networks gave, added up question by question; see `addReleased`. Null when no sum may be shown. */
export function addedUp(parts: (Released | null)[], questions: readonly Question[]): Released | null {
  const sums = questions.map((question) => {
    const releases = parts.flatMap((part) => part?.[question] ?? []);
    return [question, addReleased(releases).release] as const;
  });
  const isShown = sums.some(([, release]) => release.show !== "nothing");
  return isShown ? (Object.fromEntries(sums) as Released) : null;
}

/** A network's yearly survey as adviser, leader and region may see it. */
export interface YearlyResult {
  id: string;
  networkId: string;
  kind: "mentors" | "employers";
  year: string;
  asked: number;
  closesOn: string;
  isClosed: boolean;
  /** Null while it is open and below five answers. */
  answers: number | null;
  released: Released | null;
}

/** The yearly surveys of these networks, newest first. */
export async function yearlyResults(read: Reader, networkIds: string[]): Promise<YearlyResult[]> {
  if (networkIds.length === 0) return [];
  const found = await read
    .select()
    .from(surveys)
    .where(and(inArray(surveys.networkId, networkIds), inArray(surveys.kind, ["mentors", "employers"])))
    .orderBy(desc(surveys.period), asc(surveys.networkId), asc(surveys.kind))
    .limit(1000);
  const rows = await rowsOf(
    read,
    found.filter((one) => one.closedOn !== null).map((one) => one.id),
  );
  return found.map((one) => {
    const answers = one.answers ?? 0;
    const isClosed = one.closedOn !== null;
    const isShown = isClosed && answers >= limits.leaderPool;
    const own = rows.filter((row) => row.surveyId === one.id);
    const released = yearlyQuestions.map((question) => [
      question,
      releaseYearly(own.find((row) => row.question === question)?.counts ?? [], answers, isClosed),
    ]);
    return {
      id: one.id,
      networkId: one.networkId,
      kind: one.kind as "mentors" | "employers",
      year: one.period,
      asked: one.asked,
      closesOn: one.closesOn,
      isClosed,
      answers: isShown ? answers : null,
      released: isShown ? (Object.fromEntries(released) as Released) : null,
    };
  });
}

/** The newest surveys of these networks that take answers now; four at most. */
export async function openSurveysOf(read: Reader, networkIds: string[], now: Temporal.Instant) {
  if (networkIds.length === 0) return [];
  const isOpenToday = and(isNull(surveys.closedOn), gte(surveys.closesOn, localDate(now).toString()));
  return read
    .select()
    .from(surveys)
    .where(and(inArray(surveys.networkId, networkIds), isOpenToday))
    .orderBy(desc(surveys.openedOn), desc(surveys.id))
    .limit(4);
}
