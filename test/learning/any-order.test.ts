/** Whatever is called by whom, in whatever order: over the real domain functions and a real store. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askAgain, reopenConfirmed } from "../../server/learning/again.ts";
import { lookAgain, returnEndedTrials } from "../../server/learning/dates.ts";
import { gatherFeedback } from "../../server/learning/item.ts";
import { laneOf, ruleOf } from "../../server/learning/lane.ts";
import type { Loop } from "../../server/learning/loops.ts";
import { passOn, returnLifted } from "../../server/learning/move.ts";
import { recordChange } from "../../server/learning/practice-change.ts";
import { sendToLeader } from "../../server/learning/referral.ts";
import { reportBack } from "../../server/learning/report-back.ts";
import { closeDueRounds, openDueRounds } from "../../server/learning/rounds.ts";
import { assignSilent, tellSilence } from "../../server/learning/silence.ts";
import { outcomeOfRound, stateOf } from "../../server/learning/state.ts";
import {
  decisions,
  feedback,
  itemFeedback,
  learningItems,
  learningLog,
  referrals,
  reportBacks,
  voteRounds,
  votes,
} from "../../server/learning/tables.ts";
import { castVote, type Vote } from "../../server/learning/votes.ts";
import { engine } from "../../server/store/engine.ts";
import { localDate } from "../../server/web/dates.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { decideIt, give, itemOf, newDecision, newReview, review } from "./loop.ts";
import { aYear, type Year } from "./year.ts";

let house: TestHouse;
let year: Year;
beforeEach(async () => {
  house = await openHouse();
  year = await aYear(house);
});
afterEach(() => house.close());

/** Fewer on PostgreSQL, where each of some hundred small transactions goes over a wire. */
const runs = engine === "postgres" ? 6 : 16;
const people = ["leif", "randi", "kari", "tore", "ola", "nina", "amir", "strangeAdviser"] as const;
const who = fc.constantFrom(...people);
const voteWords = fc.constantFrom("yes", "partly", "no", "not_me" as const);
const act = fc.oneof(
  fc.record({
    do: fc.constant("decide" as const),
    who,
    verdict: fc.constantFrom("change", "try", "keep", "lift" as const),
  }),
  fc.record({
    do: fc.constantFrom("send", "pass", "return", "assign", "ask again", "open again", "done" as const),
    who,
  }),
  fc.record({ do: fc.constant("report" as const), who, gathering: fc.nat({ max: 6 }) }),
  fc.record({ do: fc.constant("vote" as const), mentor: fc.nat({ max: 5 }), vote: voteWords }),
  fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant("clock" as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** Roads that lead to a count of votes, so that not every sequence ends at the first refusal. */
const voting = (vote: Vote, n: number): Act[] =>
  Array.from({ length: n }, (_, mentor) => ({ do: "vote", mentor, vote }));
const road = (vote: Vote, [first, second]: [number, number]): Act[] => [
  { do: "send", who: "kari" },
  { do: "decide", who: "leif", verdict: "keep" },
  { do: "wait", days: 9 },
  { do: "report", who: "kari", gathering: 0 },
  ...voting(vote, first),
  { do: "wait", days: 61 },
  { do: "clock" },
  { do: "ask again", who: "kari" },
  ...voting(vote, second),
  { do: "open again", who: "kari" },
  { do: "wait", days: 30 },
  { do: "clock" },
];
/** The way to the end without a detour: runs that are few must reach it by more than luck. */
const straight = road("yes", [5, 5]);
/** A road with detours on the way. */
const fewOrMany = fc.constantFrom(2, 5);
const acts = fc
  .tuple(fc.constantFrom("yes", "yes", "no", "partly" as const), fewOrMany, fewOrMany)
  .chain(([vote, first, second]) =>
    fc
      .tuple(
        ...road(vote, [first, second]).map((step) =>
          fc.tuple(fc.array(act, { maxLength: 1 }), fc.constant(step)),
        ),
      )
      .map((steps) => steps.flatMap(([detour, step]) => [...detour, step])),
  );

/** One press, by whoever; refused or not. */
async function doIt(itemId: string, one: Act): Promise<void> {
  const { cast, gatherings, mentors } = year;
  const now = house.now();
  const loop = await year.loop(itemId);
  const referralId = loop.referrals.at(-1)?.id ?? "none";
  const decisionId = loop.decisions.at(-1)?.id ?? "none";
  if (one.do === "wait") return house.setNow(now.add({ hours: 24 * one.days }).toString());
  if (one.do === "clock") return year.tick(now.toString());
  if (one.do === "vote") {
    const facts = { itemId, byId: mentors[one.mentor] as string, vote: one.vote };
    await house.store.write((tx) => castVote(tx, facts, now));
    return;
  }
  const byId = cast[one.who];
  if (one.do === "decide") {
    const days = one.verdict === "keep" ? 300 : 0;
    const onDate = localDate(now.add({ hours: 24 * days })).toString();
    await decideIt(house, newDecision(cast, itemId, referralId, { byId, verdict: one.verdict, onDate }));
    return;
  }
  const move = { itemId, referralId, byId, reason: "Derfor", toId: cast.leif };
  await house.store.write(async (tx): Promise<unknown> => {
    switch (one.do) {
      case "send":
        return sendToLeader(
          tx,
          house.mailer,
          { itemId, byId, toId: cast.leif, dueGatheringId: gatherings[6] as string },
          now,
        );
      case "pass":
        return passOn(tx, house.mailer, move, now);
      case "return":
        return returnLifted(tx, house.mailer, move, now);
      case "assign":
        return assignSilent(tx, house.mailer, move, now);
      case "ask again":
        return askAgain(tx, house.mailer, { itemId, byId }, now);
      case "open again":
        return reopenConfirmed(tx, house.mailer, { itemId, byId }, now);
      case "done":
        return recordChange(tx, { decisionId, byId, words: "Gjort", link: null }, now);
      case "report": {
        const gatheringId = gatherings[one.gathering] as string;
        return reportBack(tx, house.mailer, { decisionId, gatheringId, byId }, now);
      }
    }
  });
}

/** Rows that are never changed once they are there, as they are now. */
async function written(itemId: string): Promise<Map<string, string>> {
  const { read } = house.store;
  const rows = [
    ...(await read.select().from(decisions).where(eq(decisions.itemId, itemId))),
    ...(await read.select().from(reportBacks).where(eq(reportBacks.itemId, itemId))),
    ...(await read.select().from(learningLog).where(eq(learningLog.itemId, itemId))),
    // a referral ends, and says so; nothing else of it changes
    ...(await read.select().from(referrals).where(eq(referrals.itemId, itemId))).map(
      ({ endedAt: _, ...rest }) => rest,
    ),
    ...(await read.select().from(voteRounds).where(eq(voteRounds.itemId, itemId))).filter(
      (round) => round.closedAt !== null,
    ),
  ];
  return new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
}

function requireConfirmedByVotes(loop: Loop): void {
  const decision = loop.decisions.find((one) => one.referralId === loop.referrals.at(-1)?.id);
  expect(loop.reportBacks.map((report) => report.decisionId)).toContain(decision?.id);
  const said = loop.rounds.filter((round) => round.decisionId === decision?.id).at(-1);
  const c = said?.counts;
  if (!c) throw new Error("confirmed without a closed round");
  const affected = c.yes + c.partly + c.no;
  expect(affected).toBeGreaterThanOrEqual(3);
  expect(affected * 5).toBeGreaterThanOrEqual(c.electors);
  expect((c.yes + c.partly / 2) / affected).toBeGreaterThanOrEqual(0.6);
}

async function requireVotesOnce(loop: Loop): Promise<void> {
  for (const { id, counts: c } of loop.rounds) {
    const given = await house.store.read.select().from(votes).where(eq(votes.roundId, id));
    expect(new Set(given.map((one) => one.personId)).size).toBe(given.length);
    if (c) expect([given.length, c.yes + c.partly + c.no + c.notMe <= c.electors]).toEqual([0, true]);
  }
}

/** What stands beside the rows for lists says what the rows say. */
async function requireDerivedAlike(loop: Loop): Promise<void> {
  expect([loop.lane, loop.ruleId]).toEqual([laneOf(loop), ruleOf(loop)]);
  const rows = await house.store.read.select().from(referrals).where(eq(referrals.itemId, loop.id));
  const last = rows.reduce((n, row) => Math.max(n, row.number), 0);
  for (const row of rows) {
    const waits = row.number === last && !loop.decisions.some((one) => one.referralId === row.id);
    expect([row.number, row.endedAt === null]).toEqual([row.number, waits]);
  }
}

describe("no sequence of calls by any roles", () => {
  it("confirms without a report-back, a closed round, a quorum and the score, or changes what was written", async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        house.setNow("2026-11-02T09:00:00Z");
        const { itemId } = await itemOf(house, year.cast);
        let before = new Map<string, string>();
        for (const one of steps) {
          await doIt(itemId, one);
          const loop = await year.loop(itemId);
          const state = stateOf(loop, localDate(house.now()).toString());
          reached.add(state);
          if (state === "confirmed") requireConfirmedByVotes(loop);
          await requireVotesOnce(loop);
          await requireDerivedAlike(loop);
          const after = await written(itemId);
          for (const [id, row] of before) expect(after.get(id)).toBe(row);
          before = after;
        }
        const { decisions: made } = await year.loop(itemId);
        expect(new Set(made.map((one) => one.referralId)).size).toBe(made.length);
      }),
      { numRuns: runs + 1, examples: [[straight]] },
    );
    for (const state of ["confirmed", "sent"]) expect([...reached]).toContain(state);
  }, 120_000);
});

describe("the same events in any legal order", () => {
  /** What can be seen of an item in the end, ids and moments left out. */
  async function seen(itemId: string) {
    const loop = await year.loop(itemId);
    return {
      state: stateOf(loop, localDate(house.now()).toString()),
      lane: loop.lane,
      referrals: loop.referrals.map(({ kind, toId, iteration }) => ({ kind, toId, iteration })),
      rounds: loop.rounds.map(({ number, question, counts }) => ({ number, question, counts })),
    };
  }
  const jobs = [
    () => house.store.write((tx) => returnEndedTrials(tx, house.mailer, house.now())),
    () => house.store.write((tx) => lookAgain(tx, house.mailer, house.now())),
    () => house.store.write((tx) => closeDueRounds(tx, house.mailer, house.now())),
    () => house.store.write((tx) => openDueRounds(tx, house.mailer, house.now())),
    () => tellSilence(house.store, house.mailer, house.now()),
  ];

  it("of votes: who voted last what counts, whoever came first; and of the clock's jobs: the state is the same", async () => {
    const votesOf = fc.tuple(...year.mentors.map(() => fc.array(voteWords, { maxLength: 2 })));
    const orders = fc.tuple(
      fc.infiniteStream(fc.nat({ max: 5 })),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    );
    const verdict = fc.constantFrom("keep", "change", "try" as const);
    async function run(said: Vote[][], [stream, jobOrder]: [fc.Stream<number>, number[]], decided: string) {
      const onDate = decided === "keep" ? "2027-09-01" : "2026-11-05";
      const changes = {
        verdict: decided as "keep",
        onDate,
        stopDate: decided === "try" ? "2027-09-01" : null,
      };
      const { itemId } = await year.presented(changes);
      const left = said.map((one) => [...one]);
      while (left.some((one) => one.length > 0)) {
        const mentor = stream.next().value as number;
        const next = left[mentor]?.shift();
        if (next) await year.vote(itemId, year.mentors[mentor] as string, next);
      }
      house.setNow("2027-01-11T08:00:00Z");
      for (let hour = 0; hour < 2; hour++) for (const job of jobOrder) await jobs[job]?.();
      return seen(itemId);
    }
    await fc.assert(
      fc.asyncProperty(votesOf, orders, orders, verdict, async (said, one, other, decided) => {
        const first = await run(said, one, decided);
        expect(await run(said, other, decided)).toEqual(first);
        const lasts = said.map((all) => all.at(-1));
        const count = (word: Vote) => lasts.filter((last) => last === word).length;
        expect(first.rounds[0]?.counts).toEqual({
          ...{ electors: 6, yes: count("yes"), partly: count("partly") },
          ...{ no: count("no"), notMe: count("not_me") },
        });
        const outcome = outcomeOfRound(first.rounds[0]?.counts as never);
        const states = {
          confirmed: "confirmed",
          reopened: "reopened",
          between: "reported",
          no_quorum: "unconfirmed",
        };
        expect(first.state).toBe(states[outcome]);
      }),
      { numRuns: runs / 2 },
    );
  }, 120_000);

  it("of gathering: pieces put into items and moved about stand where they were put last, and the log has it all", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 10 }),
        async (moves) => {
          house.setNow("2026-11-02T09:00:00Z");
          const items: string[] = [];
          for (let i = 0; i < 3; i++) items.push((await itemOf(house, year.cast)).itemId);
          const pieces: string[] = [];
          for (let i = 0; i < 3; i++) {
            const { id } = await give(house, year.cast);
            await review(house, newReview(year.cast, id));
            pieces.push(id);
          }
          const stands = new Map<string, string>();
          let moved = 0;
          for (const [piece, item] of moves) {
            const feedbackId = pieces[piece] as string;
            const into = items[item] as string;
            if (stands.get(feedbackId) !== into) moved++;
            stands.set(feedbackId, into);
            const facts = { feedbackId, byId: year.cast.kari, into };
            expect((await house.store.write((tx) => gatherFeedback(tx, facts, house.now()))).ok).toBe(true);
          }
          const { read } = house.store;
          for (const [feedbackId, itemId] of stands) {
            const [row] = await read
              .select()
              .from(itemFeedback)
              .where(eq(itemFeedback.feedbackId, feedbackId));
            const [piece] = await read.select().from(feedback).where(eq(feedback.id, feedbackId));
            expect([row?.itemId, piece?.isWaiting]).toEqual([itemId, false]);
          }
          const log = (await read.select().from(learningLog)).filter(
            (entry) => pieces.includes(entry.feedbackId ?? "") && entry.itemId !== null,
          );
          expect(log).toHaveLength(moved);
          expect(log.filter((entry) => entry.event === "gathered")).toHaveLength(stands.size);
          const [first] = await read.select().from(learningItems).limit(1);
          expect(first).toBeDefined();
        },
      ),
      { numRuns: 10 },
    );
  });
});
