/**
 * One simulated year of a small network, through the real domain functions and the real clock, on a store
 * of its own: what can ever be shown, decided, reported and confirmed when six in ten attend and six in
 * ten of those answer (learning-loop.md, the introduction).
 */
import { and, eq, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { surveyPorts } from "../../server/app.ts";
import { jobsOf } from "../../server/clock.ts";
import { recordAttendance } from "../../server/gatherings/attendance.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { decide } from "../../server/learning/decision.ts";
import { giveFeedback, type Naming } from "../../server/learning/feedback.ts";
import { after, gatheringLine } from "../../server/learning/gathering-clock.ts";
import { gatherFeedback } from "../../server/learning/item.ts";
import { loadLoops } from "../../server/learning/loops.ts";
import { sendToLeader } from "../../server/learning/referral.ts";
import { reportBack } from "../../server/learning/report-back.ts";
import { reviewFeedback } from "../../server/learning/review.ts";
import {
  isWaiting,
  lastReferral,
  type State,
  standingDecision,
  stateOf,
  type Verdict,
} from "../../server/learning/state.ts";
import {
  feedback,
  feedbackReviews,
  learningItems,
  learningLog,
  roundElectors,
  voteRounds,
} from "../../server/learning/tables.ts";
import { castVote, type Vote } from "../../server/learning/votes.ts";
import { answerSurvey } from "../../server/surveys/answer.ts";
import { countDuePools } from "../../server/surveys/due-pools.ts";
import { evaluationsOf, halfYearPools } from "../../server/surveys/queries.ts";
import { evaluationQuestions, scale } from "../../server/surveys/questions.ts";
import { surveys } from "../../server/surveys/tables.ts";
import { localDate } from "../../server/web/dates.ts";
import { isWholeYear } from "../../server/web/half-year.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering } from "../learning/loop.ts";

/** Chances between 0 and 1. */
export interface Habits {
  mentors: number;
  attends: number;
  /** Of those who attended: answers the evaluation. */
  answers: number;
  /** Of those asked: votes, by the link in the mail or on the page. */
  votes: number;
  /** The leader answers before the gathering the answer is due at. */
  answersInTime: number;
}

export const ordinary: Habits = { mentors: 8, attends: 0.6, answers: 0.6, votes: 0.6, answersInTime: 0.7 };

/** Ten gatherings: the second Tuesday of the month, none in July and one month skipped. */
const dates = [
  "2027-01-12",
  "2027-02-09",
  "2027-03-09",
  "2027-04-13",
  "2027-05-11",
  "2027-06-08",
  "2027-08-10",
  "2027-09-14",
  "2027-10-12",
  "2027-11-09",
];

/** A small generator of chance, so that a seed gives the same year every time. */
function chanceOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    happens: (chance: number) => next() < chance,
    /** A whole number from 0 to below `n`. */
    below: (n: number) => Math.floor(next() * n),
    /** One of these, by their weights. */
    pick: <T>(choices: readonly (readonly [T, number])[]): T => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return (choices.at(-1) as readonly [T, number])[0];
    },
  };
}
type Chance = ReturnType<typeof chanceOf>;

interface World {
  house: TestHouse;
  cast: Cast;
  mentors: string[];
  chance: Chance;
  habits: Habits;
  /** Local date on which the leader sits down to an item, by its referral. */
  leaderSitsDown: Map<string, string>;
}

const themes = ["tilgjengelighet", "oppfolging", "informasjon", "roller", "mestring"];

async function attend(world: World, gatheringId: string): Promise<string[]> {
  const { house, cast, mentors, chance, habits } = world;
  const present = mentors.filter(() => chance.happens(habits.attends));
  const entries = mentors.map((personId) => ({
    personId,
    status: present.includes(personId) ? ("present" as const) : ("absent" as const),
  }));
  await house.store.write((tx) =>
    recordAttendance(tx, { gatheringId, entries, byId: cast.kari }, house.now()),
  );
  return present;
}

/** Everything decided and not presented yet is presented. */
async function present(world: World, gatheringId: string): Promise<void> {
  const { house, cast } = world;
  for (const loop of await loadLoops(house.store.read, eq(learningItems.networkId, cast.network))) {
    const decision = standingDecision(loop);
    if (!decision || loop.reportBacks.some((one) => one.decisionId === decision.id)) continue;
    const facts = { decisionId: decision.id, gatheringId, byId: cast.kari };
    await house.store.write((tx) => reportBack(tx, house.mailer, facts, house.now()));
  }
}

async function speak(world: World): Promise<void> {
  const { house, cast, mentors, chance } = world;
  const pieces = 1 + chance.below(3);
  for (let i = 0; i < pieces; i++) {
    const naming = chance.pick<Naming>([
      ["named", 3],
      ["confidential", 4],
      ["anonymous", 3],
    ]);
    const facts = {
      networkId: cast.network,
      byId: mentors[chance.below(mentors.length)] as string,
      source: "free" as const,
      naming,
      wording: "own" as const,
      text: "Jeg venter i dagevis på svar når jeg ringer.",
      consequence: null,
      wish: null,
      about: "none",
      gatheringId: null,
    };
    await house.store.write((tx) => giveFeedback(tx, facts, house.now()));
  }
}

/** The adviser reads what has come: most of it becomes an item, some joins one that is not sent yet. */
async function review(world: World): Promise<void> {
  const { house, cast, chance } = world;
  const today = localDate(house.now()).toString();
  const waiting = await house.store.read
    .select({ id: feedback.id, visibleFrom: feedback.visibleFrom })
    .from(feedback)
    .leftJoin(feedbackReviews, eq(feedbackReviews.feedbackId, feedback.id))
    .where(and(eq(feedback.networkId, cast.network), isNull(feedbackReviews.feedbackId)));
  for (const { id } of waiting.filter((one) => one.visibleFrom <= today)) {
    const themeSlug = themes[chance.below(themes.length)] as string;
    const outcome = chance.happens(0.15) ? ("no_action" as const) : ("kept" as const);
    const read = {
      feedbackId: id,
      byId: cast.kari,
      outcome,
      themeSlug,
      remove: [],
      note: null,
      paraphrase: null,
    };
    await house.store.write((tx) => reviewFeedback(tx, house.mailer, read, house.now()));
    if (outcome === "kept") await gather(world, id, themeSlug);
  }
}

async function gather(world: World, feedbackId: string, themeSlug: string): Promise<void> {
  const { house, cast } = world;
  const loops = await loadLoops(house.store.read, eq(learningItems.networkId, cast.network));
  const open = loops.find((loop) => loop.themeSlug === themeSlug && loop.referrals.length === 0);
  const blank = { gapSaid: null, gapDone: null, gapLeadsTo: null, dissent: null, suggestedRuleId: null };
  const into = open?.id ?? { themeSlug, question: `Hva gjør vi med ${themeSlug}?`, ...blank };
  await house.store.write((tx) => gatherFeedback(tx, { feedbackId, byId: cast.kari, into }, house.now()));
}

/** A week after each gathering the adviser sends what is gathered, due at the second one ahead. */
async function sendAll(world: World): Promise<void> {
  const { house, cast } = world;
  const ahead = after(await gatheringLine(house.store.read, [cast.network]), house.now());
  const due = ahead[1] ?? ahead[0];
  if (!due) return;
  for (const loop of await loadLoops(house.store.read, eq(learningItems.networkId, cast.network))) {
    if (loop.referrals.length > 0) continue;
    const facts = { itemId: loop.id, byId: cast.kari, toId: cast.leif, dueGatheringId: due.id };
    await house.store.write((tx) => sendToLeader(tx, house.mailer, facts, house.now()));
  }
}

/** When someone sits down to what waits before them: in time, late, or hardly ever. */
function planToAnswer(world: World, referralId: string, dueDate: string | undefined): string {
  const { chance, habits, leaderSitsDown, house } = world;
  const known = leaderSitsDown.get(referralId);
  if (known) return known;
  const today = localDate(house.now());
  const due = dueDate ? Temporal.PlainDate.from(dueDate) : today.add({ days: 45 });
  const inTime = today.until(due).days > 1 ? today.add({ days: chance.below(today.until(due).days) }) : today;
  const late = due.add({ days: 5 + chance.below(90) });
  const day = (chance.happens(habits.answersInTime) ? inTime : late).toString();
  leaderSitsDown.set(referralId, day);
  return day;
}

async function answerWhatWaits(world: World): Promise<void> {
  const { house, cast, chance } = world;
  const today = localDate(house.now());
  const line = await gatheringLine(house.store.read, [cast.network]);
  for (const loop of await loadLoops(house.store.read, eq(learningItems.networkId, cast.network))) {
    if (!isWaiting(stateOf(loop, today.toString())) || standingDecision(loop)) continue;
    const last = lastReferral(loop.referrals);
    if (!last) continue;
    const due = line.find((tick) => tick.id === last.dueGatheringId)?.localDate;
    if (planToAnswer(world, last.id, due) > today.toString()) continue;
    const isUp = last.toId === cast.randi;
    const verdict = chance.pick<Verdict>([
      ["change", 4],
      ["try", 2],
      ["keep", 3],
      ["lift", isUp ? 0 : 1],
    ]);
    const start = today.add({ days: verdict === "keep" ? 180 : chance.below(45) }).toString();
    const facts = {
      itemId: loop.id,
      referralId: last.id,
      byId: last.toId,
      verdict,
      reason: "Slik ser vi det.",
      rule: { words: `Regelen om ${loop.themeSlug}`, kind: "routine" as const },
      ruleView: chance.happens(0.4) ? ("doubted" as const) : ("kept" as const),
      onDate: start,
      stopDate: null,
      responsible: null,
      notice: null,
      hoursFreedPerMonth: null,
      wouldChangeOurMind: null,
      secondReader: null,
    };
    const result = await house.store.write((tx) => decide(tx, house.mailer, facts, house.now()));
    if (!result.ok && verdict === "lift")
      await house.store.write((tx) => decide(tx, house.mailer, { ...facts, verdict: "keep" }, house.now()));
  }
}

/** Each elector of a new round makes up their mind once; those who vote do it within a few days. */
async function vote(world: World, seen: Set<string>): Promise<void> {
  const { house, chance, habits } = world;
  const asked = await house.store.read
    .select({
      roundId: voteRounds.id,
      itemId: voteRounds.itemId,
      personId: roundElectors.personId,
      question: voteRounds.question,
    })
    .from(voteRounds)
    .innerJoin(roundElectors, eq(roundElectors.roundId, voteRounds.id))
    .where(isNull(voteRounds.closedAt))
    .orderBy(voteRounds.openedAt, roundElectors.personId);
  for (const { roundId, itemId, personId, question } of asked) {
    const key = `${roundId} ${personId}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (!chance.happens(habits.votes)) continue;
    const said = chance.pick<Vote>(
      question === "understood"
        ? [
            ["yes", 6],
            ["partly", 2],
            ["no", 1],
            ["not_me", 1],
          ]
        : [
            ["yes", 5],
            ["partly", 2],
            ["no", 2],
            ["not_me", 1],
          ],
    );
    await house.store.write((tx) => castVote(tx, { itemId, byId: personId, vote: said }, house.now()));
  }
}

/** Each of those asked makes up their mind once about an evaluation; some of the rest were not there. */
async function evaluate(world: World, seen: Set<string>): Promise<void> {
  const { house, cast, mentors, chance, habits } = world;
  const open = await house.store.read
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(eq(surveys.networkId, cast.network), isNull(surveys.closedOn)));
  for (const { id: surveyId } of open) {
    for (const respondentId of mentors.filter((one) => !seen.has(`${surveyId} ${one}`))) {
      seen.add(`${surveyId} ${respondentId}`);
      if (!chance.happens(habits.answers)) continue;
      const steps = Object.fromEntries(
        evaluationQuestions.map((question) => [question, scale[chance.below(5)] ?? "3"]),
      );
      const given = { surveyId, respondentId, answers: { steps, texts: {} } };
      await house.store.write((tx) =>
        answerSurvey(tx, house.config.secret, surveyPorts, given as never, house.now()),
      );
    }
  }
}

/** What the year came to. */
export interface Year {
  /** Evaluations closed, and those the network may see. */
  evaluations: number;
  evaluationsShown: number;
  /** Half-years with answers, those the leader may see, and whole years in the place of two too small. */
  pools: number;
  poolsShown: number;
  wholeYearsShown: number;
  /** One when the leader sees anything of the year's evaluations. */
  leaderSees: number;
  feedback: number;
  items: number;
  decided: number;
  reported: number;
  confirmed: number;
  reopened: number;
  unconfirmed: number;
  roundsOpened: number;
  roundsClosed: number;
  roundsWithoutQuorum: number;
  /** Items before a leader when the year ended, and those two due gatherings had passed by. */
  waiting: number;
  silent: number;
  states: Partial<Record<State, number>>;
}

/** What leaders see of the evaluations when both half-years have been counted, three weeks into the next year. */
async function poolsOf({ house, cast }: World) {
  const counted = Temporal.Instant.from("2028-01-22T08:00:00Z");
  await countDuePools(house.store, house.config.secret, counted);
  const pools = await halfYearPools(house.store.read, [cast.network], counted);
  const halves = pools.filter(({ halfYear }) => !isWholeYear(halfYear));
  const isShown = pools.filter(({ shown }) => shown);
  return {
    pools: halves.length,
    poolsShown: halves.filter(({ shown }) => shown).length,
    wholeYearsShown: isShown.filter(({ halfYear }) => isWholeYear(halfYear)).length,
    leaderSees: isShown.length > 0 ? 1 : 0,
  };
}

async function figuresOf(world: World): Promise<Year> {
  const { house, cast } = world;
  const today = localDate(house.now()).toString();
  const { read } = house.store;
  const loops = await loadLoops(read, eq(learningItems.networkId, cast.network));
  const events = await read
    .select({ event: learningLog.event, itemId: learningLog.itemId })
    .from(learningLog);
  const itemsWith = (event: string) =>
    new Set(events.filter((one) => one.event === event).map((one) => one.itemId)).size;
  const pieces = await read.select({ id: feedback.id }).from(feedback);
  const rounds = loops.flatMap((loop) => loop.rounds);
  const states: Year["states"] = {};
  for (const loop of loops) {
    const state = stateOf(loop, today);
    states[state] = (states[state] ?? 0) + 1;
  }
  const line = await gatheringLine(read, [cast.network]);
  const isSilent = (loop: (typeof loops)[number]) => {
    const last = lastReferral(loop.referrals);
    const due = line.findIndex((tick) => tick.id === last?.dueGatheringId);
    return due >= 0 && line.length - due >= 2;
  };
  const closed = (await evaluationsOf(read, cast.network, { after: null, size: 50 })).filter(
    ({ closedOn }) => closedOn !== null,
  );
  const waiting = loops.filter((loop) => isWaiting(stateOf(loop, today)) && !standingDecision(loop));
  return {
    evaluations: closed.length,
    evaluationsShown: closed.filter(({ released }) => released).length,
    ...(await poolsOf(world)),
    feedback: pieces.length,
    items: loops.length,
    decided: itemsWith("decided"),
    reported: itemsWith("reported"),
    confirmed: states.confirmed ?? 0,
    reopened: itemsWith("reopened"),
    unconfirmed: states.unconfirmed ?? 0,
    roundsOpened: rounds.length,
    roundsClosed: rounds.filter(({ counts }) => counts).length,
    roundsWithoutQuorum: rounds.filter(
      ({ counts }) =>
        counts &&
        (counts.yes + counts.partly + counts.no < 3 ||
          (counts.yes + counts.partly + counts.no) * 5 < counts.electors),
    ).length,
    waiting: waiting.length,
    silent: waiting.filter(isSilent).length,
    states,
  };
}

const noon = (date: Temporal.PlainDate) => `${date.toString()}T11:00:00Z`;

async function liveThrough(world: World): Promise<void> {
  const { house, cast } = world;
  const ids = new Map<string, string>();
  for (const date of [...dates, "2027-12-14", "2028-01-11", "2028-02-08"])
    ids.set(date, await addGathering(house, cast, date));
  await house.store.write((tx) => tx.update(gatherings).set({ openedAt: house.now() }));
  const jobs = jobsOf(house, house.mailer, { close: () => undefined } as never).filter(
    ({ name }) => name !== "send mail",
  );
  const seen = new Set<string>();
  const lastDay = Temporal.PlainDate.from("2028-01-07");
  for (let day = Temporal.PlainDate.from("2027-01-04"); Temporal.PlainDate.compare(day, lastDay) <= 0; ) {
    house.setNow(noon(day));
    for (const job of jobs) await job.run();
    await answerWhatWaits(world);
    const gatheringId = dates.includes(day.toString()) ? ids.get(day.toString()) : undefined;
    if (gatheringId) {
      house.setNow(`${day.toString()}T13:30:00Z`);
      await attend(world, gatheringId);
      await present(world, gatheringId);
      await speak(world);
    }
    if (day.dayOfWeek === 3) await review(world);
    if (dates.includes(day.subtract({ days: 9 }).toString())) await sendAll(world);
    await vote(world, seen);
    await evaluate(world, seen);
    day = day.add({ days: 1 });
  }
}

/** Lives through the year with these habits. @param seed the same gives the same year */
export async function simulateYear(seed: number, habits: Habits = ordinary): Promise<Year> {
  const house = await openHouse();
  try {
    house.setNow("2027-01-04T08:00:00Z");
    const cast = await addCast(house.store);
    const more = await addMentors(house.store, cast.network, habits.mentors - 2);
    const mentors = [cast.ola, cast.siri, ...more];
    await house.app();
    const world: World = { house, cast, mentors, chance: chanceOf(seed), habits, leaderSitsDown: new Map() };
    await liveThrough(world);
    return await figuresOf(world);
  } finally {
    await house.close();
  }
}
