import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lookAgain, returnEndedTrials } from "../../server/learning/come-back.ts";
import { loadLoops } from "../../server/learning/item-queries.ts";
import { passOn, returnLifted } from "../../server/learning/referral.ts";
import { closeDueRounds, openDueRounds } from "../../server/learning/rounds.ts";
import { stateOf } from "../../server/learning/state.ts";
import { decisions, learningItems, votes } from "../../server/learning/tables.ts";
import { castVote } from "../../server/learning/votes.ts";
import { localDate } from "../../server/web/dates.ts";
import { addCast, addMentors } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering, decideIt, itemOf, newDecision, recordAttendance, report, send } from "./loop.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const people = ["leif", "randi", "kari", "ola", "nina"] as const;
const act = fc.oneof(
  fc.record({
    do: fc.constant("decide" as const),
    who: fc.constantFrom(...people),
    verdict: fc.constantFrom("change", "try", "keep", "lift" as const),
  }),
  fc.record({
    do: fc.constantFrom("send", "pass", "return", "clock" as const),
    who: fc.constantFrom(...people),
  }),
  fc.record({ do: fc.constant("report" as const), gathering: fc.nat({ max: 5 }) }),
  fc.record({
    do: fc.constant("vote" as const),
    mentor: fc.nat({ max: 5 }),
    vote: fc.constantFrom("yes", "partly", "no", "not_me" as const),
  }),
  fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 40 }) }),
);

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
/** A road that leads to a count of votes, so that not every sequence ends at the first refusal. */
const road: Act[] = [
  { do: "send", who: "kari" },
  { do: "decide", who: "leif", verdict: "keep" },
  { do: "wait", days: 9 },
  { do: "report", gathering: 0 },
  ...[0, 1, 2, 3, 4].map((mentor): Act => ({ do: "vote", mentor, vote: "yes" })),
  { do: "wait", days: 61 },
  { do: "clock", who: "kari" },
];
/** The road with a few detours on the way. */
const acts = fc
  .tuple(...road.map((step) => fc.tuple(fc.array(act, { maxLength: 1 }), fc.constant(step))))
  .map((steps) => steps.flatMap(([detour, step]) => [...detour, step]));

it("no sequence of calls confirms without votes, changes a decision or counts a person twice", async () => {
  const cast = await addCast(house.store);
  const mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 4))];
  const dates = ["2026-11-10", "2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13"];
  const ids: string[] = [];
  for (const date of dates) ids.push(await addGathering(house, cast, date));
  for (const id of ids) await recordAttendance(house, cast, id);

  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      house.setNow("2026-11-02T09:00:00Z");
      const { itemId } = await itemOf(house, cast);
      const find = async () => {
        const [loop] = await loadLoops(house.store.read, eq(learningItems.id, itemId));
        if (!loop) throw new Error("the item is gone");
        return loop;
      };
      const kept = new Map<string, string>();
      for (const one of steps) {
        const loop = await find();
        const referralId = loop.referrals.at(-1)?.id ?? "none";
        const now = house.now();
        const today = localDate(now).toString();
        if (one.do === "wait") house.setNow(now.add({ hours: 24 * one.days }).toString());
        if (one.do === "send") await send(house, cast, itemId, ids[5] as string);
        if (one.do === "vote") {
          const facts = { itemId, byId: mentors[one.mentor] as string, vote: one.vote };
          await house.store.write((tx) => castVote(tx, facts, now));
        }
        if (one.do === "decide") {
          const facts = {
            byId: cast[one.who],
            verdict: one.verdict,
            onDate: localDate(now.add({ hours: 24 * (one.verdict === "keep" ? 300 : 0) })).toString(),
          };
          await decideIt(house, newDecision(cast, itemId, referralId, facts));
        }
        if (one.do === "pass" || one.do === "return") {
          const move = { itemId, referralId, byId: cast[one.who], reason: "Derfor", toId: cast.leif };
          await house.store.write(async (tx) => {
            if (one.do === "pass") await passOn(tx, house.mailer, move, now);
            else await returnLifted(tx, house.mailer, move, now);
          });
        }
        if (one.do === "report") {
          const decisionId = loop.decisions.at(-1)?.id ?? "none";
          await report(house, cast, decisionId, ids[one.gathering] as string);
        }
        if (one.do === "clock") {
          await house.store.write(async (tx) => {
            await returnEndedTrials(tx, house.mailer, now);
            await lookAgain(tx, house.mailer, now);
            await closeDueRounds(tx, house.mailer, now);
            await openDueRounds(tx, house.mailer, now);
          });
        }

        const after = await find();
        reached.add(stateOf(after, today));
        if (stateOf(after, today) === "confirmed") {
          const counted = after.rounds.some(({ counts: c }) => {
            const affected = c ? c.yes + c.partly + c.no : 0;
            return c !== null && affected >= 3 && (c.yes + c.partly / 2) / affected >= 0.6;
          });
          expect(counted).toBe(true);
        }
        for (const row of await house.store.read
          .select()
          .from(decisions)
          .where(eq(decisions.itemId, itemId))) {
          const written = JSON.stringify({ ...row, at: row.at.toString() });
          expect(kept.get(row.id) ?? written).toBe(written);
          kept.set(row.id, written);
        }
        for (const round of after.rounds) {
          const given = await house.store.read.select().from(votes).where(eq(votes.roundId, round.id));
          expect(new Set(given.map((one) => one.personId)).size).toBe(given.length);
          const c = round.counts;
          if (c) expect(c.yes + c.partly + c.no + c.notMe).toBeLessThanOrEqual(c.electors);
        }
      }
      const perReferral = (await find()).decisions.map((one) => one.referralId);
      expect(new Set(perReferral).size).toBe(perReferral.length);
    }),
    { numRuns: 25 },
  );
  expect([...reached]).toContain("confirmed");
});
