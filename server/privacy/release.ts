/**
 * Release rules for small groups (learning-loop.md section 2). The limits stand here and nowhere
 * else; no setting, no argument and no page can lower them.
 */

import { isPast } from "../web/half-year.ts";

export const limits = Object.freeze({
  /** Answers to one gathering's evaluation before advisers and network see counts. */
  gatheringAnswers: 3,
  /** Asked about a gathering before anyone is: one alone would be known to be the one who answered. */
  gatheringAsked: 2,
  /** Below this, answers that are all alike are told as "de fleste". */
  unanimityInCounts: 10,
  /** Different respondents before leaders see a network's half-year pool. */
  leaderPool: 5,
  /** Gatherings with answers before a half-year is a pool: one alone would be a single gathering. */
  leaderGatherings: 2,
  /** How progress of an open survey is told: in steps of so many. */
  progressStep: 5,
  /** Votes before counts are shown beside the outcome. */
  voteCounts: 8,
});

/** Counts that may be shown, a word in their place, or nothing yet. */
export type Release =
  | { show: "nothing" }
  | { show: "most"; option: number; answers: number }
  | { show: "counts"; counts: readonly number[]; answers: number };

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/**
 * What advisers and the network may see of one question of one closed evaluation.
 * @param counts how many gave each answer, in the order of the scale
 * @param isClosed whether the evaluation has closed; before that nothing is shown
 * @returns nothing below three answers ("venter på flere svar"); `most` with the place in the scale
 *   when fewer than ten all answered alike ("de fleste"); else the counts
 */
export function releaseGathering(counts: readonly number[], isClosed: boolean): Release {
  const answers = sumOf(counts);
  if (!isClosed || answers < limits.gatheringAnswers) return { show: "nothing" };
  const option = counts.indexOf(answers);
  if (option >= 0 && answers < limits.unanimityInCounts) return { show: "most", option, answers };
  return { show: "counts", counts, answers };
}

/** How many different people answered in a period, after how many gatherings. */
export interface PoolSize {
  respondents: number;
  gatherings: number;
}

/** Whether answers of a period are enough for leaders: from five different people, after two gatherings. */
export function isPool({ respondents, gatherings }: PoolSize): boolean {
  return respondents >= limits.leaderPool && gatherings >= limits.leaderGatherings;
}

/**
 * Whether leaders may see a calendar year as one pool. Made for the thin network, of whose half-years none
 * ever reaches five. It is safe by the same reasoning as a half-year:
 * - it is shown only when neither half-year was, and then neither ever is, so every answer stands in one
 *   pool at most. Were one half-year shown too, the year less that half would be the answers of fewer than
 *   five. Years are calendar years: rolling ones would overlap, and their difference be a single half-year;
 * - both half-years have answers: else the year would be the half-year that was too small;
 * - it is large enough itself, in different people and in gatherings;
 * - gatherings too small for the network to see are in it only when three different people stand behind
 *   them together over the year: an adviser and a leader who lay side by side what each sees find no fewer.
 * Centre and region add up years with years and half-years with half-years, and only what they see of each
 * network by itself; so a sum tells nothing that its parts do not.
 * @param year sizes; null for a half-year without answers
 */
export function mayShowYear(year: {
  first: PoolSize | null;
  second: PoolSize | null;
  whole: PoolSize;
}): boolean {
  const { first, second, whole } = year;
  return first !== null && second !== null && !isPool(first) && !isPool(second) && isPool(whole);
}

/**
 * Whether leaders may see a network's pool of answers. Only whole periods that are over, so that nothing
 * can be learnt by looking twice; never a single gathering.
 * @param pool.halfYear a half-year, or a whole year (see `mayShowYear`)
 * @param today local date, YYYY-MM-DD
 */
export function mayShowLeaderPool(pool: PoolSize & { halfYear: string }, today: string): boolean {
  return isPast(pool.halfYear, today) && isPool(pool);
}

/** Counts of a pool, unless fewer than ten people all answered alike. */
function masked(counts: readonly number[], respondents: number): Release {
  const answers = sumOf(counts);
  const option = answers === 0 ? -1 : counts.indexOf(answers);
  if (option >= 0 && respondents < limits.unanimityInCounts) return { show: "most", option, answers };
  return { show: "counts", counts, answers };
}

/**
 * What leaders may see of one question of a network's half-year: nothing before it is over, below five
 * different respondents, or when it is made of a single gathering; unanimity is told by people, not by
 * answers, since one person may have answered after every gathering.
 */
export function releasePool(
  counts: readonly number[],
  pool: PoolSize & { halfYear: string },
  today: string,
): Release {
  return mayShowLeaderPool(pool, today) ? masked(counts, pool.respondents) : { show: "nothing" };
}

/**
 * What may be seen of one question of a yearly survey, by adviser, leader and region alike.
 * @param respondents how many answered
 */
export function releaseYearly(counts: readonly number[], respondents: number, isClosed: boolean): Release {
  if (!isClosed || respondents < limits.leaderPool) return { show: "nothing" };
  return masked(counts, respondents);
}

/**
 * What several networks gave, added up: only what is shown of each by itself, and only when there are at
 * least two such, so that no sum less its known parts tells of a network below the limits.
 */
export function addReleased(releases: readonly Release[]): { release: Release; networks: number } {
  const shown = releases.flatMap((one) => (one.show === "counts" ? [one] : []));
  const [first] = shown;
  if (!first || shown.length < 2) return { release: { show: "nothing" }, networks: 0 };
  const counts = first.counts.map((_, i) => sumOf(shown.map((one) => one.counts[i] ?? 0)));
  return { release: { show: "counts", counts, answers: sumOf(counts) }, networks: shown.length };
}

/**
 * How many have answered an open survey, as far as it may be told: in steps of five, so that nobody sees
 * a single answer come in. Null below the first step.
 */
export function releaseProgress(answered: number): number | null {
  const step = limits.progressStep;
  return answered < step ? null : answered - (answered % step);
}

/** Whether the counts of a closed round of votes may be shown; below that, outcome and n only. */
export function mayShowVoteCounts(votes: number): boolean {
  return votes >= limits.voteCounts;
}
