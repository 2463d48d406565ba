/**
 * Tight and loose coupling (learning-loop.md section 7, domain.md section 2): whether gatherings follow
 * from what mentors need, and whether practice follows from what they say. Pure functions of rows; counts
 * only, never a score, and nothing about a candidate.
 */
import { type LoopRows, outcomeOf, stateOf } from "./state.ts";

/** A gathering that has begun and was not cancelled. Moments are milliseconds since 1970. */
export interface Held {
  id: string;
  localDate: string;
  startsAt: number;
}

/** An item with everything that happened to it and when. */
export interface ItemFacts {
  createdOn: string;
  referrals: (LoopRows["referrals"][number] & { dueGatheringId: string | null; at: number; on: string })[];
  decisions: (LoopRows["decisions"][number] & { ruleView: "kept" | "doubted"; at: number; on: string })[];
  reports: { decisionId: string; gatheringId: string; at: number; on: string }[];
  rounds: (LoopRows["rounds"][number] & {
    openedAt: number;
    closedAt: number | null;
    closedOn: string | null;
  })[];
}

export interface NetworkFacts {
  /** All gatherings held, oldest first. */
  held: readonly Held[];
  agenda: readonly { gatheringId: string; kind: string; minutes: number; isWish: boolean }[];
  /** One for each counsellor at each gathering. */
  counsellors: readonly { gatheringId: string }[];
  items: readonly ItemFacts[];
  /** Local dates of what mentors said they would try and shared. */
  triedOn: readonly string[];
}

/** Local dates, both included. */
export interface Period {
  from: string;
  to: string;
}

/** What is counted of one network in one half-year; sums of these are counts of a centre or region. */
export interface CouplingCounts {
  gatherings: number;
  /** Agenda items whose content somebody chose: professional part, dialogue and cases. */
  topics: number;
  topicsFromWishes: number;
  gatheringsWithoutWish: number;
  professionalMinutes: number;
  dialogueMinutes: number;
  counsellorsPresent: number;
  navAsks: number;
  items: number;
  /** Answers that were due at a gathering of the period, and those given before it began. */
  due: number;
  answeredInTime: number;
  decided: number;
  /** "Ikke endre". */
  kept: number;
  /** A change or trial that has begun and was reported back. */
  changes: number;
  assumptionsDoubted: number;
  confirmed: number;
  reopened: number;
  unconfirmed: number;
  /** Answers that the gathering after them passed by. */
  unread: number;
  tried: number;
  /** Gatherings spent: one for each item at each gathering. */
  waited: number;
  answeredUnread: number;
  asked: number;
}

export const noCounts: Readonly<CouplingCounts> = Object.freeze({
  gatherings: 0,
  topics: 0,
  topicsFromWishes: 0,
  gatheringsWithoutWish: 0,
  professionalMinutes: 0,
  dialogueMinutes: 0,
  counsellorsPresent: 0,
  navAsks: 0,
  items: 0,
  due: 0,
  answeredInTime: 0,
  decided: 0,
  kept: 0,
  changes: 0,
  assumptionsDoubted: 0,
  confirmed: 0,
  reopened: 0,
  unconfirmed: 0,
  unread: 0,
  tried: 0,
  waited: 0,
  answeredUnread: 0,
  asked: 0,
});

const topicKinds = ["professional", "dialogue", "case"];
const dialogueKinds = ["dialogue", "case", "report_back", "nav_asks", "we_tried"];

const minutesOf = (agenda: NetworkFacts["agenda"], kinds: readonly string[]) =>
  agenda.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { minutes }) => sum + minutes, 0);

/** Needs → gathering. */
function countGatherings(facts: NetworkFacts, held: readonly Held[]) {
  const ids = new Set(held.map(({ id }) => id));
  const agenda = facts.agenda.filter(({ gatheringId }) => ids.has(gatheringId));
  const topics = agenda.filter(({ kind }) => topicKinds.includes(kind));
  const wished = new Set(agenda.filter(({ isWish }) => isWish).map(({ gatheringId }) => gatheringId));
  return {
    gatherings: held.length,
    topics: topics.length,
    topicsFromWishes: topics.filter(({ isWish }) => isWish).length,
    gatheringsWithoutWish: held.filter(({ id }) => !wished.has(id)).length,
    professionalMinutes: minutesOf(agenda, ["professional"]),
    dialogueMinutes: minutesOf(agenda, dialogueKinds),
    counsellorsPresent: facts.counsellors.filter(({ gatheringId }) => ids.has(gatheringId)).length,
    navAsks: agenda.filter(({ kind }) => kind === "nav_asks").length,
  };
}

/** For each gathering by which this item was to be answered: whether it was. */
function answersDue(item: ItemFacts, held: readonly Held[]): boolean[] {
  return held
    .filter(({ id }) => item.referrals.some(({ dueGatheringId }) => dueGatheringId === id))
    .map(({ id, startsAt }) => {
      const due = item.referrals.filter((one) => one.dueGatheringId === id).map((one) => one.id);
      return item.decisions.some(({ referralId, at }) => due.includes(referralId) && at < startsAt);
    });
}

/** An item as it stood when a gathering began. */
function stateAt(item: ItemFacts, { startsAt, localDate }: Held) {
  const isBefore = ({ at }: { at: number }) => at < startsAt;
  const rounds = item.rounds
    .filter(({ openedAt }) => openedAt < startsAt)
    .map((one) => (one.closedAt !== null && one.closedAt < startsAt ? one : { ...one, counts: null }));
  const [referrals, decisions] = [item.referrals.filter(isBefore), item.decisions.filter(isBefore)];
  return stateOf({ referrals, decisions, reportBacks: item.reports.filter(isBefore), rounds }, localDate);
}

const waitingStates = ["sent", "reopened", "trial_over"];
const answeredStates = ["decided", "in_progress", "on_trial"];

function gatheringsSpent(items: readonly ItemFacts[], held: readonly Held[]) {
  const states = held.flatMap((one) => items.map((item) => stateAt(item, one) as string));
  const spent = (kinds: string[]) => states.filter((state) => kinds.includes(state)).length;
  return { waited: spent(waitingStates), answeredUnread: spent(answeredStates), asked: spent(["reported"]) };
}

/** Whether the first gathering after a decision is among these and heard nothing of it. */
function isUnread(
  item: ItemFacts,
  decision: { id: string; at: number },
  all: readonly Held[],
  held: Set<string>,
) {
  const next = all.find(({ startsAt }) => startsAt > decision.at);
  if (!next || !held.has(next.id)) return false;
  return !item.reports.some((one) => one.decisionId === decision.id && one.gatheringId === next.id);
}

/** The day a change had both begun and been reported back; null for what is no change, or not yet. */
function changedOn(item: ItemFacts, { id, verdict, onDate }: ItemFacts["decisions"][number]): string | null {
  const report = item.reports.find(({ decisionId }) => decisionId === id);
  if (!report || (verdict !== "change" && verdict !== "try")) return null;
  return report.on > onDate ? report.on : onDate;
}

/** What the round closed on these days brought, for one item. */
function outcomesOf(item: ItemFacts, isIn: (date: string) => boolean): string[] {
  const closed = item.rounds.filter(({ closedOn }) => closedOn !== null && isIn(closedOn));
  return closed.map(({ decisionId, number }) =>
    outcomeOf(item.rounds.filter((one) => one.decisionId === decisionId && one.number <= number)),
  );
}

/** Gathering → practice. */
function countPractice(facts: NetworkFacts, held: readonly Held[], isIn: (date: string) => boolean) {
  const { items } = facts;
  const ids = new Set(held.map(({ id }) => id));
  const due = items.flatMap((item) => answersDue(item, held));
  const made = items.flatMap((item) => item.decisions.filter(({ on }) => isIn(on)));
  const outcomes = items.flatMap((item) => outcomesOf(item, isIn));
  const count = <T>(rows: readonly T[], is: (row: T) => boolean) => rows.filter(is).length;
  const changes = items.flatMap((item) => item.decisions.map((one) => changedOn(item, one)));
  return {
    items: count(items, ({ createdOn }) => isIn(createdOn)),
    due: due.length,
    answeredInTime: count(due, Boolean),
    decided: made.length,
    kept: count(made, ({ verdict }) => verdict === "keep"),
    changes: count(changes, (date) => date !== null && isIn(date)),
    assumptionsDoubted: count(made, ({ ruleView }) => ruleView === "doubted"),
    confirmed: count(outcomes, (outcome) => outcome === "confirmed"),
    unconfirmed: count(outcomes, (outcome) => outcome === "unconfirmed"),
    reopened: count(
      items.flatMap((item) => item.referrals),
      ({ kind, on }) => kind === "reopened" && isIn(on),
    ),
    unread: items.flatMap((item) => item.decisions.filter((one) => isUnread(item, one, facts.held, ids)))
      .length,
    tried: count(facts.triedOn, isIn),
  };
}

/** Counts one network's period. What has not happened yet is not in the facts, so it may be run any day. */
export function countCoupling(facts: NetworkFacts, period: Period): CouplingCounts {
  const isIn = (date: string) => date >= period.from && date <= period.to;
  const held = facts.held.filter(({ localDate }) => isIn(localDate));
  return {
    ...countGatherings(facts, held),
    ...countPractice(facts, held, isIn),
    ...gatheringsSpent(facts.items, held),
  };
}

/** Counts of several networks, added up. */
export function sumCounts(counts: readonly CouplingCounts[]): CouplingCounts {
  const sum = { ...noCounts };
  for (const one of counts) {
    for (const key of Object.keys(sum) as (keyof CouplingCounts)[]) sum[key] += one[key];
  }
  return sum;
}

/** Whether a condition of tight coupling holds; `open` when there was nothing to judge by. */
export type Condition = "holds" | "fails" | "open";
export interface Conditions {
  wishes: Condition;
  answers: Condition;
  change: Condition;
}

const atLeastHalf = (part: number, whole: number): Condition =>
  whole === 0 ? "open" : part * 2 >= whole ? "holds" : "fails";

/** The three conditions of learning-loop.md section 7. */
export function conditionsOf(counts: CouplingCounts): Conditions {
  return {
    wishes: atLeastHalf(counts.topicsFromWishes, counts.topics),
    answers: atLeastHalf(counts.answeredInTime, counts.due),
    change: counts.changes > 0 ? "holds" : "fails",
  };
}

export type Reading = "tight" | "mixed" | "loose" | "none";

/**
 * How a network's half-year reads: `tight` when all three conditions hold, `loose` when none does, and
 * `none` when nothing was gathered, due, decided or changed, which is neither.
 */
export function readingOf(counts: CouplingCounts): Reading {
  const { items, due, decided, changes } = counts;
  if (items + due + decided + changes === 0) return "none";
  const conditions = Object.values(conditionsOf(counts));
  if (conditions.every((one) => one === "holds")) return "tight";
  return conditions.some((one) => one === "holds") ? "mixed" : "loose";
}

export type Signal = "noWishes" | "oftenKept" | "unread";
const oftenFrom = 3;

/** Signs of loose coupling that are named (learning-loop.md section 7). */
export function signalsOf(counts: CouplingCounts): Signal[] {
  const { gatherings, gatheringsWithoutWish, kept, unread } = counts;
  const signals: Signal[] = [];
  if (gatheringsWithoutWish * 2 > gatherings) signals.push("noWishes");
  if (kept >= oftenFrom) signals.push("oftenKept");
  if (unread > 0) signals.push("unread");
  return signals;
}
