/**
 * The state of a learning item, derived from the rows that exist (learning-loop.md section 5). Nothing
 * here reads or writes a store, and nobody sets a state: "confirmed" follows from counted votes only.
 */

export type ReferralKind =
  | "sent"
  | "passed"
  | "escalated"
  | "assigned"
  | "lifted"
  | "returned"
  | "reopened"
  | "trial_over"
  | "look_again";
export type Verdict = "change" | "try" | "keep" | "lift";

/** The votes of a closed round. */
export interface Counts {
  electors: number;
  yes: number;
  partly: number;
  no: number;
  notMe: number;
}

/** What the state is derived from, of one item, in any order. Dates are local, YYYY-MM-DD. */
export interface LoopRows {
  referrals: readonly { id: string; number: number; kind: ReferralKind }[];
  decisions: readonly {
    id: string;
    referralId: string;
    verdict: Verdict;
    onDate: string;
    stopDate: string | null;
  }[];
  reportBacks: readonly { decisionId: string }[];
  rounds: readonly { decisionId: string; number: number; counts: Counts | null }[];
}

export const states = [
  "gathered",
  "sent",
  "decided",
  "in_progress",
  "on_trial",
  "trial_over",
  "reported",
  "confirmed",
  "reopened",
  "unconfirmed",
] as const;
export type State = (typeof states)[number];

/** How many must be affected for a round to count. */
const leastAffected = 3;

/** What one closed round says. Whole numbers only, so that a score on the limit is on the limit. */
export function outcomeOfRound(counts: Counts): "confirmed" | "reopened" | "between" | "no_quorum" {
  const affected = counts.yes + counts.partly + counts.no;
  if (affected < leastAffected || affected * 5 < counts.electors) return "no_quorum";
  const tenfoldScore = 10 * counts.yes + 5 * counts.partly;
  if (tenfoldScore >= 6 * affected) return "confirmed";
  return tenfoldScore < 4 * affected ? "reopened" : "between";
}

export type Outcome = "none" | "open" | "again" | "confirmed" | "reopened" | "unconfirmed";

/**
 * What the rounds of one decision say together: a score between the limits gives one more round
 * (`again`), the second time it reopens. No quorum is `unconfirmed`, which counts as not learned.
 */
export function outcomeOf(rounds: LoopRows["rounds"]): Outcome {
  let outcome: Outcome = "none";
  let between = 0;
  for (const { counts } of [...rounds].sort((a, b) => a.number - b.number)) {
    if (!counts) return "open";
    const said = outcomeOfRound(counts);
    if (said === "between") between++;
    if (said === "no_quorum") outcome = "unconfirmed";
    else if (said === "between") outcome = between > 1 ? "reopened" : "again";
    else outcome = said;
  }
  return outcome;
}

/** The last one by number: what waits, or what was decided last. */
export function lastReferral<R extends { number: number }>(referrals: readonly R[]): R | null {
  return referrals.reduce<R | null>((last, one) => (last && last.number > one.number ? last : one), null);
}

/** The decision that holds now: the one on the last referral; null while that one waits. */
export function standingDecision<R extends LoopRows>(rows: R): R["decisions"][number] | null {
  const last = lastReferral(rows.referrals);
  return rows.decisions.find((decision) => decision.referralId === last?.id) ?? null;
}

/**
 * Whether the date has come on which an answer goes back to its leader: a trial's stop, or when they said
 * they would look again at what stays as it is. Mentors are not asked about it from then on.
 * @param today local date
 */
export function isOver(
  { verdict, onDate, stopDate }: Pick<LoopRows["decisions"][number], "verdict" | "onDate" | "stopDate">,
  today: string,
): boolean {
  if (verdict === "try") return stopDate !== null && stopDate <= today;
  return verdict === "keep" && onDate <= today;
}

function waitingState(kind: ReferralKind): State {
  return kind === "reopened" || kind === "trial_over" ? kind : "sent";
}

/**
 * The state of an item.
 * @param today local date
 */
export function stateOf(rows: LoopRows, today: string): State {
  const last = lastReferral(rows.referrals);
  if (!last) return "gathered";
  const decision = standingDecision(rows);
  if (!decision) return waitingState(last.kind);
  if (decision.verdict === "try" && isOver(decision, today)) return "trial_over";
  const outcome = outcomeOf(rows.rounds.filter((round) => round.decisionId === decision.id));
  if (outcome === "confirmed" || outcome === "reopened" || outcome === "unconfirmed") return outcome;
  if (rows.reportBacks.some((report) => report.decisionId === decision.id)) return "reported";
  if (decision.onDate > today) return "decided";
  if (decision.verdict === "change") return "in_progress";
  return decision.verdict === "try" ? "on_trial" : "decided";
}

/** Whether an item is done: only the mentors' votes can say so. */
export function isClosed(state: State): boolean {
  return state === "confirmed";
}

/** Whether a leader must do something before it goes on. */
export function isWaiting(state: State): boolean {
  return state === "sent" || state === "reopened" || state === "trial_over";
}
