/**
 * Everything that can happen to feedback and learning items in a network's year, as events with a partial
 * order: what must have come before what. Each event has a moment of its own, whenever it is carried out.
 *
 * What the order demands, and nothing else is:
 * 1. a thing is there before it is used: given before read, gathered before sent, opened before voted;
 * 2. where the first wins or the last wins, they stay in order: what leaders and advisers do with one item
 *    (its road), where one piece is put, what one person says in one vote, naming and answers of one author;
 * 3. votes come before they are counted, answers before their evaluation closes, all evaluations before
 *    their half-year is counted;
 * 4. the clock does not go backwards: its runs follow each other, each after what happened on the items'
 *    roads before its moment. The jobs of one run come in any order, and what happens later may come first;
 * 5. who is a mentor, and which gatherings there are, changes at one moment for the clock and for what is told
 *    at gatherings: what was before it stays before, what came after comes after. All else, such as voting,
 *    answering or saying no to a paraphrase, comes before or after it as well: it asks what one was asked.
 */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { opensNext } from "../../server/learning/batch.ts";
import type { Naming } from "../../server/learning/feedback.ts";
import { outcomeOfRound } from "../../server/learning/state.ts";
import type { Vote } from "../../server/learning/votes.ts";
import { instantOf } from "../../server/web/dates.ts";
import * as deeds from "./deeds.ts";

export const dates = [
  "2026-11-10",
  "2026-12-08",
  "2027-01-12",
  "2027-02-09",
  "2027-03-09",
  "2027-04-13",
  "2027-05-11",
  "2027-06-08",
  "2027-08-10",
  "2027-09-14",
] as const;
/** Planned, and cancelled: the second gathering after some others. One item may have been due by then. */
const cancelledOne = "2027-01-26";
/** The mentor who leaves, and the one who joins. */
const leaver = 5;
const joiner = 6;
/** When all of it is looked at. */
export const end = "2027-08-20T08:00:00Z";

export interface Event {
  name: string;
  /** Its own moment. */
  at: string;
  after: string[];
  /** On the road of an item: the clock's runs come after what was there before them. */
  isOnRoad: boolean;
  run: (world: deeds.World) => Promise<unknown>;
}

const vote = fc.constantFrom<Vote>("yes", "yes", "partly", "no", "not_me");
const piecePlan = fc.record({
  mentor: fc.nat({ max: 5 }),
  source: fc.constantFrom("free", "free", "free", "group", "minutes" as const),
  naming: fc.constantFrom<Naming>("named", "confidential", "anonymous"),
  wording: fc.constantFrom("own", "paraphrase" as const),
  outcome: fc.constantFrom("kept", "kept", "no_action", "diverted" as const),
  says: fc.constantFrom("nothing", "yes", "no" as const),
  stricter: fc.constantFrom("no", "confidential", "anonymous" as const),
  isMoved: fc.boolean(),
});
const itemPlan = fc.record({
  start: fc.constantFrom(0, 1),
  pieces: fc.array(piecePlan, { minLength: 1, maxLength: 2 }),
  route: fc.constantFrom("straight", "straight", "passed", "assigned", "silent", "silent, assigned" as const),
  lift: fc.constantFrom("no", "no", "decided above", "returned" as const),
  verdict: fc.constantFrom("keep", "change", "try" as const),
  asked: fc.constantFrom("when told", "by the clock" as const),
  /** When a trial stops, or one looks again at what stays as it is. */
  ends: fc.constantFrom("late", "late", "when counted", "while asked", "when told" as const),
  votes: fc.array(fc.array(vote, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
  secondVotes: fc.array(fc.array(vote, { maxLength: 1 }), { minLength: 7, maxLength: 7 }),
  isDueByCancelled: fc.boolean(),
  goesOn: fc.boolean(),
  changes: fc.nat({ max: 2 }),
});
export const plan = fc.record({
  items: fc.array(itemPlan, { minLength: 3, maxLength: 3 }),
  /** Who answers the evaluations of the first gatherings, and what. */
  answers: fc.array(
    fc.array(fc.option(fc.constantFrom("1", "3", "5" as const), { nil: null }), {
      minLength: 6,
      maxLength: 6,
    }),
    { minLength: 3, maxLength: 3 },
  ),
  changes: fc.record({
    cancelled: fc.constantFrom(null, "2026-11-26", "2027-01-20"),
    left: fc.constantFrom(null, "2026-11-14", "2026-11-14", "2027-02-20"),
    joined: fc.constantFrom(null, "2026-11-20", "2027-01-20"),
  }),
});
/** When somebody left or joined, and a gathering was cancelled; null for never. */
type Changes = { cancelled: string | null; left: string | null; joined: string | null };
export type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;
export type ItemPlan = Plan["items"][number];
type PiecePlan = ItemPlan["pieces"][number];

const day = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString();
const g = (i: number) => dates[i] as string;

/** The dates of the gatherings that are planned at first. */
export const plannedIn = ({ changes }: Plan) => [...dates, ...(changes.cancelled ? [cancelledOne] : [])];

const isMember = ({ left, joined }: Changes, mentor: number, on: string) =>
  mentor === leaver ? left === null || on < left : mentor !== joiner || (joined !== null && on > joined);
const membersOn = (changes: Changes, on: string) =>
  [0, 1, 2, 3, 4, 5, 6].filter((one) => isMember(changes, one, on));

/** What must be there before a run of the clock, by its name. */
type Late = Map<string, string[]>;
const wait = (late: Late, run: string, ...names: string[]) =>
  late.set(run, [...(late.get(run) ?? []), ...names]);

/** Collects events; each gets a moment nobody else has. */
class Scenario {
  readonly events = new Map<string, Event>();
  private readonly ticks = new Set<string>();
  private readonly changes: string[] = [];

  add(
    name: string,
    on: string,
    time: string,
    after: (string | null)[],
    run: Event["run"],
    isOnRoad = false,
  ): string {
    const at = instantOf(on, time).add({ seconds: this.events.size }).toString();
    const before = after.filter((one) => one !== null);
    this.events.set(name, { name, at, after: before, isOnRoad, run });
    return name;
  }

  /** What changes who is asked or when, at noon: a moment for what is told and for the clock, see 5. */
  change(name: string, on: string, after: string[], run: Event["run"]): void {
    const told = [...this.events.values()].filter((event) => /^(tell|ask again|open what)/.test(event.name));
    const at = instantOf(on, "12:00").toString();
    for (const event of told) if (event.at > at) event.after.push(name);
    const before = told.filter((event) => event.at < at).map((event) => event.name);
    this.add(name, on, "12:00", [...after, ...before], run, true);
    this.changes.push(name);
  }

  /** One more run of the clock on a morning: all of its jobs. The name of one of them. */
  tick(kind: deeds.JobKind, date: string): string {
    this.ticks.add(date);
    return `${kind} ${date}`;
  }

  /** The events with the clock's runs among them. */
  finished(late: Late): Event[] {
    const roads = [...this.events.values()].filter(({ isOnRoad }) => isOnRoad);
    let before: string[] = [];
    for (const date of [...this.ticks].sort()) {
      const at = instantOf(date, "08:00").toString();
      const seen = roads.filter((event) => event.at < at).map((event) => event.name);
      const names = deeds.jobKinds.map((kind) => {
        const name = `${kind} ${date}`;
        const after = [...before, ...seen, ...(late.get(name) ?? [])];
        const run = (world: deeds.World) => deeds.runJob(world, kind);
        this.events.set(name, { name, at, after, isOnRoad: false, run });
        return name;
      });
      before = names;
      const changes = this.changes.map((name) => this.events.get(name) as Event);
      for (const change of changes) if (change.at > at) change.after.push(...names);
    }
    return [...this.events.values()];
  }
}

/** By someone who is a mentor that day. */
const givenBy = (piece: PiecePlan, { start }: ItemPlan, changes: Changes): PiecePlan => {
  return isMember(changes, piece.mentor, day(g(start), -13)) ? piece : { ...piece, mentor: 0 };
};

/** A piece of feedback, from being given to where it stands. Returns what it takes to put it into an item. */
function addPiece(s: Scenario, late: Late, name: string, plan: PiecePlan, start: string, isFirst: boolean) {
  const isGroup = plan.source !== "free"; // nobody is its author
  const naming = isGroup ? "named" : plan.naming;
  const wording = isGroup ? "own" : plan.wording;
  const outcome = isFirst ? "kept" : plan.outcome;
  const facts = { ...plan, name, naming, wording, outcome } as const;
  const given = s.add(`give ${name}`, day(start, -13), "10:00", [], (w) => deeds.give(w, facts));
  const opens = opensNext(instantOf(day(start, -13), "10:00"));
  const isThere = naming === "anonymous" ? s.tick("batches", opens) : given;
  if (naming === "anonymous") wait(late, isThere, given);
  const read = s.add(`read ${name}`, day(start, -5), "10:00", [isThere], (w) => deeds.read(w, facts));
  let said: string | null = null;
  if (outcome === "kept" && wording === "paraphrase" && plan.says !== "nothing") {
    const { says } = plan;
    said = s.add(`say ${says} to ${name}`, day(start, -4), "12:00", [read], (w) =>
      deeds.sayToParaphrase(w, name, says),
    );
    if (says === "no") {
      s.add(`write ${name} anew`, day(start, -3), "12:00", [said], (w) => deeds.writeAnew(w, name));
    }
  }
  const isStricter =
    plan.stricter === "anonymous" || (plan.stricter === "confidential" && naming === "named");
  if (!isGroup && naming !== "anonymous" && isStricter) {
    // an author who answers by name does so before the name is gone
    const stricter = plan.stricter as Naming;
    s.add(`make ${name} ${stricter}`, day(start, 2), "12:00", [given, said], (w) =>
      deeds.makeStricter(w, name, stricter),
    );
  }
  return { read, isKept: outcome === "kept" };
}

/** @param electors indexes of those who may vote */
const counted = (votes: readonly (readonly Vote[])[], electors: readonly number[]) => {
  const lasts = electors.map((mentor) => votes[mentor]?.at(-1));
  const count = (word: Vote) => lasts.filter((last) => last === word).length;
  const counts = { yes: count("yes"), partly: count("partly"), no: count("no"), notMe: count("not_me") };
  return outcomeOfRound({ electors: electors.length, ...counts });
};

/** The road of an item: what happens to it one thing after the other, each by the next person. */
class Road {
  private readonly s: Scenario;
  private readonly item: string;
  private readonly late: Late;
  private readonly changes: Changes;
  /** The step it has come to. */
  last: string;

  constructor(s: Scenario, item: string, late: Late, changes: Changes, created: string) {
    this.s = s;
    this.changes = changes;
    this.item = item;
    this.late = late;
    this.last = created;
  }

  go(what: string, on: string, time: string, run: Event["run"], ...also: string[]): void {
    this.last = this.s.add(`${what} ${this.item}`, on, time, [this.last, ...also], run, true);
  }

  /** The next step is the clock's. */
  clock(kind: deeds.JobKind, date: string): void {
    this.last = this.s.tick(kind, date);
  }

  /** Everyone who is asked on `from` votes as planned; counted on `date`. Returns what comes of it. */
  vote(votes: readonly (readonly Vote[])[], round: number, from: string, date: string) {
    const electors = membersOn(this.changes, from);
    // what comes back on its date counts first what is due: see `dates.ts`
    const runs = (["close", "look", "trials"] as const).map((kind) => this.s.tick(kind, date));
    for (const mentor of electors) {
      let before = this.last;
      for (const [i, said] of (votes[mentor] ?? []).entries()) {
        const name = `vote ${i + 1} of ${mentor} in round ${round} of ${this.item}`;
        before = this.s.add(name, day(from, 1 + i), "18:00", [before], (w) =>
          deeds.vote(w, this.item, round, mentor, said),
        );
        for (const run of runs) wait(this.late, run, before);
      }
    }
    return counted(votes, electors);
  }
}

/** From gathered to decided. Returns the place of the gathering where it is told. */
function untilDecided(road: Road, name: string, plan: ItemPlan, cancelled: string | null): number {
  const { start, route } = plan;
  const isSilent = route.startsWith("silent");
  const on = day(g(start), -3);
  const isDueByCancelled = plan.isDueByCancelled && !isSilent && cancelled !== null && on < cancelled;
  const due = isDueByCancelled ? cancelledOne : g(isSilent ? start : start + 1);
  road.go("send", on, "09:00", (w) => deeds.send(w, name, due));
  if (route === "passed" || route === "assigned") {
    road.go("pass on", day(g(start), -2), "09:00", (w) => deeds.pass(w, name, "leif", "vibeke"));
  }
  if (route === "assigned") {
    road.go("escalate", day(g(start), -2), "10:00", (w) => deeds.pass(w, name, "vibeke", "leif"));
    road.go("assign", day(g(start), -2), "11:00", (w) => deeds.pass(w, name, "randi", "vibeke"));
  }
  if (isSilent) road.clock("silence", day(g(start + 1), 1));
  if (route === "silent, assigned") {
    road.go("assign", day(g(start + 1), 2), "09:00", (w) => deeds.assignSilent(w, name, "vibeke"));
  }
  return isSilent ? start + 2 : start;
}

function lifts(road: Road, name: string, plan: ItemPlan, on: string): void {
  if (plan.lift === "no") return;
  road.go("lift", on, "09:00", (w) => deeds.decide(w, name, "lift", { verdict: "lift", onDate: on }));
  if (plan.lift === "returned") road.go("return", on, "10:00", (w) => deeds.giveBack(w, name));
}

function addItem(s: Scenario, late: Late, name: string, plan: ItemPlan, changes: Changes): Road {
  const [first, ...more] = plan.pieces.map((piece, i) =>
    addPiece(s, late, `${name}${i}`, givenBy(piece, plan, changes), g(plan.start), i === 0),
  );
  const created = s.add(
    `gather ${name}`,
    day(g(plan.start), -4),
    "14:00",
    [first?.read ?? null],
    (w) => deeds.gatherNew(w, name, `${name}0`),
    true,
  );
  for (const [i, piece] of more.entries()) {
    if (!piece.isKept) continue;
    s.add(`join ${name}${i + 1}`, day(g(plan.start), i), "15:00", [created, piece.read], (w) =>
      deeds.join(w, `${name}${i + 1}`, name),
    );
  }
  const road = new Road(s, name, late, changes, created);
  const told = untilDecided(road, name, plan, changes.cancelled);
  const decidedOn = day(g(told), -1);
  lifts(road, name, plan, decidedOn);

  const { verdict } = plan;
  const comesBack = verdict !== "change" && plan.ends !== "late";
  const isClocked = verdict !== "keep" && plan.asked === "by the clock" && plan.ends !== "when told";
  const opened = isClocked ? told + 1 : told;
  const countedOn = day(g(opened + 2), -1);
  const ends = {
    late: "2028-03-01",
    "when counted": countedOn,
    "while asked": day(g(opened), 8),
    "when told": g(told),
  }[plan.ends];
  const onDate = verdict === "keep" ? ends : day(g(told), isClocked ? 10 : -1);
  const stopDate = verdict === "try" ? ends : null;
  road.go("decide", decidedOn, "11:00", (w) =>
    deeds.decide(w, name, "decide", { verdict, onDate, stopDate }),
  );
  const decided = road.last;
  for (let i = 0; i < (verdict === "keep" ? 0 : plan.changes); i++) {
    s.add(`change ${i} of ${name}`, day(onDate, 3 + i), "12:00", [decided], (w) =>
      deeds.documentChange(w, name, i),
    );
  }
  road.go("tell", g(told), "15:30", (w) => deeds.tell(w, name, "decide", g(told)), `attend ${g(told)}`);
  if (comesBack && plan.ends === "when told") {
    road.clock(verdict === "keep" ? "look" : "trials", ends);
    answerAgain(road, name, plan, ends, told + 1);
    return road;
  }
  if (isClocked) road.clock("open", day(g(opened), 1));
  const asking = road.last;
  const outcome = road.vote(plan.votes, 1, day(g(opened), isClocked ? 1 : 0), countedOn);
  road.last = asking;
  if (comesBack && verdict === "try" && plan.ends === "while asked") {
    road.clock("trials", ends);
    answerAgain(road, name, plan, ends, opened + 1);
    return road;
  }
  road.clock("close", countedOn);
  if (outcome === "reopened" || comesBack) {
    // what was to be looked at again is, once counted: see `dates.ts`
    if (comesBack) s.tick(verdict === "keep" ? "look" : "trials", countedOn);
    if (outcome !== "reopened") road.last = s.tick(verdict === "keep" ? "look" : "trials", countedOn);
    answerAgain(road, name, plan, countedOn, opened + 2);
  } else if (outcome === "no_quorum" && plan.goesOn) {
    road.go("ask again", countedOn, "12:00", (w) => deeds.askAgain(w, name));
    road.vote(plan.secondVotes, 2, countedOn, day(g(opened + 3), -1));
    road.clock("close", day(g(opened + 3), -1));
  } else if (outcome === "between") {
    road.clock("open", day(g(opened + 2), 1));
    road.vote(plan.secondVotes, 2, day(g(opened + 2), 1), day(g(opened + 4), -1));
    road.clock("close", day(g(opened + 4), -1));
  }
  return road;
}

/** It is with a leader again: answered the same day, and told at the next gathering. */
function answerAgain(road: Road, name: string, plan: ItemPlan, on: string, next: number): void {
  if (!plan.goesOn) return;
  road.go("answer again", on, "16:30", (w) =>
    deeds.decide(w, name, "answer again", { verdict: "keep", onDate: "2028-03-01", stopDate: null }),
  );
  road.go(
    "tell again",
    g(next),
    "15:30",
    (w) => deeds.tell(w, name, "answer again", g(next)),
    `attend ${g(next)}`,
  );
}

function addEvaluation(s: Scenario, late: Late, i: number, { answers: all, changes }: Plan): void {
  const answers = all[i] ?? [];
  const opened = s.tick("surveys", day(g(i), 1));
  const closes = s.tick("surveys", day(g(i), 16));
  wait(late, opened, `attend ${g(i)}`);
  for (const [mentor, step] of answers.entries()) {
    if (!step || !isMember(changes, mentor, g(i))) continue;
    const said = s.add(`answer ${mentor} about ${g(i)}`, day(g(i), 2), "19:00", [opened], (w) =>
      deeds.answer(w, g(i), mentor, step),
    );
    wait(late, closes, said);
  }
  for (const date of ["2027-01-25", "2027-07-26"]) {
    const run = s.tick("pools", date);
    if (closes.slice(-10) < date) wait(late, run, closes);
  }
}

/** A mentor leaves, one joins, a gathering is cancelled. */
function addChanges(s: Scenario, { changes, items }: Plan): void {
  const { cancelled, left, joined } = changes;
  // whoever gives something is a mentor when they do
  const given = items.flatMap((item, i) =>
    item.pieces.flatMap((piece, n) =>
      givenBy(piece, item, changes).mentor === leaver ? [`give ${"ABC"[i]}${n}`] : [],
    ),
  );
  if (left) s.change("leave", left, given, (w) => deeds.leave(w, leaver, left));
  if (joined) s.change("join", joined, [], (w) => deeds.joinNetwork(w, joiner, joined));
  if (cancelled) s.change("cancel", cancelled, [], (w) => deeds.cancel(w, cancelledOne));
}

/** The events of a plan, in order of their moments. */
export function eventsOf(plan: Plan): Event[] {
  const s = new Scenario();
  const late: Late = new Map();
  const { changes } = plan;
  for (const date of dates.slice(0, 9)) {
    const there = membersOn(changes, date);
    const attended = s.add(`attend ${date}`, date, "15:10", [], (w) => deeds.attend(w, date, there));
    s.add(`close ${date}`, date, "15:20", [attended], (w) => deeds.closeGathering(w, date));
  }
  const roads = plan.items.map((item, i) => addItem(s, late, "ABC"[i] as string, item, changes));
  for (const [i, item] of plan.items.entries()) {
    const [name, other] = ["ABC"[i] as string, "ABC"[(i + 1) % 3] as string];
    const piece = `${name}1`;
    if (!item.pieces[1]?.isMoved || !s.events.has(`join ${piece}`)) continue;
    s.add(`move ${piece}`, day(g(3), i), "15:00", [`join ${piece}`, `gather ${other}`], (w) =>
      deeds.join(w, piece, other),
    );
  }
  for (const i of plan.answers.keys()) addEvaluation(s, late, i, plan);
  // two later items on its theme and its rule: an adviser opens what was confirmed again, if it was
  const ends = roads.map(({ last }) => last);
  s.add("open what was confirmed", "2027-08-12", "10:00", ends, (w) => deeds.openConfirmed(w, "ABC"), true);
  addChanges(s, plan);
  const events = s.finished(late);
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** An order of the events that the partial order allows; by chance. @param chance between 0 and 1, again and again */
export function inSomeOrder(events: readonly Event[], chance: () => number): Event[] {
  const weight = new Map(events.map((event) => [event.name, chance()]));
  const left = new Map(events.map((event) => [event.name, event]));
  for (const event of events)
    for (const name of event.after)
      if (!left.has(name)) throw new Error(`${event.name} comes after ${name}, which is nowhere`);
  const order: Event[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter((event) => event.after.every((name) => !left.has(name)));
    const next = ready.reduce<Event | null>(
      (best, one) =>
        best && (weight.get(best.name) as number) <= (weight.get(one.name) as number) ? best : one,
      null,
    );
    if (!next) throw new Error(`a circle among ${[...left.keys()].join(", ")}`);
    order.push(next);
    left.delete(next.name);
  }
  return order;
}
