/**
 * Release rules for small groups (learning-loop.md section 2). The limits stand here and nowhere
 * else; no setting, no argument and no page can lower them.
 */

import { halfYearOf } from "../web/half-year.ts";

export const limits = Object.freeze({
  /** Answers to one gathering's evaluation before advisers and network see counts. */
  gatheringAnswers: 3,
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

/**
 * Whether leaders may see a network's pool of answers. Only whole half-years that are over, so that
 * nothing can be learnt by looking twice; never a single gathering.
 * @param pool.respondents how many different people answered in the half-year
 * @param today local date, YYYY-MM-DD
 */
export function mayShowLeaderPool(pool: { halfYear: string; respondents: number }, today: string): boolean {
  return pool.halfYear < halfYearOf(today) && pool.respondents >= limits.leaderPool;
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
  pool: { halfYear: string; respondents: number; gatherings: number },
  today: string,
): Release {
  const isShown = mayShowLeaderPool(pool, today) && pool.gatherings >= limits.leaderGatherings;
  return isShown ? masked(counts, pool.respondents) : { show: "nothing" };
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
