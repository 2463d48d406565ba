/**
 * Release rules for small groups (learning-loop.md section 2). The limits stand here and nowhere
 * else; no setting, no argument and no page can lower them.
 */

export const limits = Object.freeze({
  /** Answers to one gathering's evaluation before advisers and network see counts. */
  gatheringAnswers: 3,
  /** Below this, answers that are all alike are told as "de fleste". */
  unanimityInCounts: 10,
  /** Different respondents before leaders see a network's half-year pool. */
  leaderPool: 5,
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

/** The half-year a local date belongs to: `2026-1` or `2026-2`; sorts by time. */
export function halfYearOf(localDate: string): string {
  return `${localDate.slice(0, 4)}-${Number(localDate.slice(5, 7)) <= 6 ? 1 : 2}`;
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

/** Whether the counts of a closed round of votes may be shown; below that, outcome and n only. */
export function mayShowVoteCounts(votes: number): boolean {
  return votes >= limits.voteCounts;
}
