/** A network of six mentors with a gathering a month, and an item that goes its way, for tests of what comes later. */
import { eq } from "drizzle-orm";
import { openBatches } from "../../server/learning/batch.ts";
import { lookAgain, returnEndedTrials } from "../../server/learning/dates.ts";
import { loadLoops } from "../../server/learning/loops.ts";
import { closeDueRounds, openDueRounds } from "../../server/learning/rounds.ts";
import { tellSilence } from "../../server/learning/silence.ts";
import { stateOf } from "../../server/learning/state.ts";
import { learningItems } from "../../server/learning/tables.ts";
import { castVote, type Vote } from "../../server/learning/votes.ts";
import { localDate } from "../../server/web/dates.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import type { TestHouse } from "../house.ts";
import { addGathering, decideIt, itemOf, newDecision, recordAttendance, report, send } from "./loop.ts";

export const months = [
  "2026-11-10",
  "2026-12-08",
  "2027-01-12",
  "2027-02-09",
  "2027-03-09",
  "2027-04-13",
  "2027-05-11",
] as const;

export async function aYear(house: TestHouse) {
  const cast: Cast = await addCast(house.store);
  const mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 4))];
  const gatherings: string[] = [];
  for (const date of months) {
    const id = await addGathering(house, cast, date);
    gatherings.push(id);
    await recordAttendance(house, cast, id);
  }
  /** The clock, all of its jobs about the loop, at a moment. */
  async function tick(iso: string) {
    house.setNow(iso);
    await house.store.write(async (tx) => {
      await openBatches(tx, house.now());
      await returnEndedTrials(tx, house.mailer, house.now());
      await lookAgain(tx, house.mailer, house.now());
      await closeDueRounds(tx, house.mailer, house.now());
      await openDueRounds(tx, house.mailer, house.now());
    });
    await tellSilence(house.store, house.mailer, house.now());
  }
  async function loop(itemId: string) {
    const [found] = await loadLoops(house.store.read, eq(learningItems.id, itemId));
    if (!found) throw new Error("the item is gone");
    return found;
  }
  const state = async (itemId: string) => stateOf(await loop(itemId), localDate(house.now()).toString());
  const last = async (itemId: string) => (await loop(itemId)).referrals.at(-1);
  const vote = (itemId: string, byId: string, said: Vote) =>
    house.store.write((tx) => castVote(tx, { itemId, byId, vote: said }, house.now()));
  const all = async (itemId: string, said: Vote) => {
    for (const byId of mentors) await vote(itemId, byId, said);
  };
  /** Sent and decided before November's gathering, and presented there. */
  async function presented(changes: Parameters<typeof newDecision>[3] = { verdict: "keep" }) {
    house.setNow("2026-11-02T09:00:00Z");
    const { itemId, feedbackId } = await itemOf(house, cast);
    await send(house, cast, itemId, gatherings[1] as string);
    const referralId = (await last(itemId))?.id as string;
    const decided = await decideIt(house, newDecision(cast, itemId, referralId, changes));
    if (!decided.ok) throw new Error(decided.reason);
    house.setNow("2026-11-10T15:00:00Z");
    const told = await report(house, cast, decided.decisionId, gatherings[0] as string);
    if (!told.ok) throw new Error(told.reason);
    return { itemId, feedbackId, decisionId: decided.decisionId };
  }
  return { cast, mentors, gatherings, tick, loop, state, last, vote, all, presented };
}
export type Year = Awaited<ReturnType<typeof aYear>>;
