/** What people and the clock do in a scenario, through the same domain functions the pages use; all must be accepted. */
import { and, eq } from "drizzle-orm";
import { closeGathering as closeIt, recordAttendance } from "../../server/gatherings/attendance.ts";
import { storeDueHalfYears } from "../../server/gatherings/half-year.ts";
import { passLineOn } from "../../server/gatherings/minutes-publishing.ts";
import { lineKeyOf } from "../../server/gatherings/minutes-queries.ts";
import { writeMinutes } from "../../server/gatherings/minutes-writing.ts";
import { cancelGathering } from "../../server/gatherings/planning.ts";
import { gatherings, minuteItems } from "../../server/gatherings/tables.ts";
import {
  askAgain as askThem,
  laterItemsToReopen,
  laterLikeIt,
  reopenConfirmed,
} from "../../server/learning/again.ts";
import { openBatches } from "../../server/learning/batch.ts";
import { lookAgain, returnEndedTrials } from "../../server/learning/dates.ts";
import { decide as decideIt } from "../../server/learning/decision.ts";
import {
  chooseStricterNaming,
  giveFeedback,
  giveGroupFeedback,
  type Naming,
} from "../../server/learning/feedback.ts";
import { gatherFeedback } from "../../server/learning/item.ts";
import { loadLoops } from "../../server/learning/loops.ts";
import { passOn, returnLifted } from "../../server/learning/move.ts";
import { answerParaphrase } from "../../server/learning/paraphrase.ts";
import { recordChange } from "../../server/learning/practice-change.ts";
import { feedbackByReceipt } from "../../server/learning/receipt.ts";
import { sendToLeader } from "../../server/learning/referral.ts";
import { reportBack } from "../../server/learning/report-back.ts";
import { reviewFeedback, rewriteParaphrase } from "../../server/learning/review.ts";
import { closeDueRounds, openDueRounds } from "../../server/learning/rounds.ts";
import { assignSilent as assignIt, tellSilence } from "../../server/learning/silence.ts";
import { feedbackAuthors, learningItems } from "../../server/learning/tables.ts";
import { castVote, type Vote } from "../../server/learning/votes.ts";
import { enterNetwork, leaveNetwork } from "../../server/networks/network.ts";
import { unitLeaders } from "../../server/people/tables.ts";
import type { Tx } from "../../server/store/store.ts";
import { answerSurvey } from "../../server/surveys/answer.ts";
import { runSurveys } from "../../server/surveys/due.ts";
import { countDuePools } from "../../server/surveys/due-pools.ts";
import { evaluationQuestions, type Step } from "../../server/surveys/questions.ts";
import { surveys } from "../../server/surveys/tables.ts";
import { localDate } from "../../server/web/dates.ts";
import { addCast, addMember, addPerson, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { ports } from "../surveys/party.ts";
import { addGathering, newDecision, newFeedback, newReview } from "./loop.ts";

export interface World {
  house: TestHouse;
  cast: Cast & { vibeke: string };
  mentors: string[];
  /** By date, name or step: what has come to be. */
  gatherings: Map<string, string>;
  pieces: Map<string, string>;
  codes: Map<string, string>;
  items: Map<string, string>;
  decisions: Map<string, string>;
}

/** A network with six mentors and one who may join, two leaders of its office and its gatherings planned; nothing has been said yet. */
export async function newWorld(dates: readonly string[]): Promise<World> {
  const house = await openHouse();
  const cast = await addCast(house.store);
  const mentors = [cast.ola, cast.siri];
  const vibeke = await house.store.write(async (tx) => {
    const id = await addPerson(tx, { name: "Vibeke Moe", roles: ["leader"], unitId: cast.office });
    await tx.insert(unitLeaders).values({ unitId: cast.office, personId: id, isDeputy: true });
    for (const name of ["Trine Li", "Nils Bø", "Ida Ek", "Odd Lo"]) {
      const mentor = await addPerson(tx, { name, roles: ["mentor"] });
      await addMember(tx, cast.network, mentor, "mentor");
      mentors.push(mentor);
    }
    mentors.push(await addPerson(tx, { name: "Kaia Vik", roles: ["mentor"] })); // until she joins
    return id;
  });
  const world: World = {
    ...{ house, cast: { ...cast, vibeke }, mentors, gatherings: new Map(), pieces: new Map() },
    ...{ codes: new Map(), items: new Map(), decisions: new Map() },
  };
  for (const date of dates) world.gatherings.set(date, await addGathering(house, cast, date));
  await house.store.write((tx) => tx.update(gatherings).set({ openedAt: house.now() }));
  return world;
}

const of = (map: Map<string, string>, name: string): string => {
  const id = map.get(name);
  if (!id) throw new Error(`${name} is not there yet`);
  return id;
};

/** Does it; it must be accepted. */
async function done<R extends { ok: boolean; reason?: unknown }>(
  { house }: World,
  work: (tx: Tx) => Promise<R>,
): Promise<Extract<R, { ok: true }>> {
  const result = await house.store.write(work);
  if (!result.ok) throw new Error(`refused: ${String(result.reason)}`);
  return result as Extract<R, { ok: true }>;
}

export async function loopOf(world: World, item: string) {
  const [loop] = await loadLoops(world.house.store.read, eq(learningItems.id, of(world.items, item)));
  if (!loop) throw new Error("the item is gone");
  return loop;
}
const lastOf = async (world: World, item: string) => {
  const last = (await loopOf(world, item)).referrals.at(-1);
  if (!last) throw new Error("not sent yet");
  return last;
};

interface Piece {
  name: string;
  mentor: number;
  source: "free" | "group" | "minutes";
  naming: Naming;
  wording: "own" | "paraphrase";
  outcome: "kept" | "no_action" | "diverted";
}

export async function give(world: World, { name, mentor, source, naming, wording }: Piece) {
  const { house, cast, mentors, gatherings: held, pieces, codes } = world;
  const text = `Det som ble sagt i ${name}.`;
  if (source === "minutes") {
    pieces.set(name, await giveFromMinutes(world, text));
    return;
  }
  if (source === "group") {
    const gatheringId = of(held, "2026-11-10");
    const facts = { networkId: cast.network, gatheringId, source, byId: null, text } as const;
    pieces.set(name, (await done(world, (tx) => giveGroupFeedback(tx, facts, house.now()))).id);
    return;
  }
  const facts = newFeedback(cast, { byId: mentors[mentor] as string, naming, wording, text });
  const given = await done(world, (tx) => giveFeedback(tx, facts, house.now()));
  pieces.set(name, given.id);
  if (given.code) codes.set(name, given.code);
}

/** An adviser writes it down, and passes the line on. */
async function giveFromMinutes(world: World, text: string): Promise<string> {
  const { house, cast, gatherings: held } = world;
  const about = { gatheringId: of(held, "2026-11-10"), byId: cast.kari };
  const item = { id: null, agendaItemId: null, heading: "Runden", words: text, version: 0 };
  await done(world, (tx) => writeMinutes(tx, { ...about, items: [item], actions: [] }, house.now()));
  const [row] = await house.store.read.select().from(minuteItems).where(eq(minuteItems.words, text));
  const line = { ...about, networkId: cast.network, itemId: row?.id as string, lineKey: lineKeyOf(text) };
  return (await done(world, (tx) => passLineOn(tx, giveGroupFeedback, line, house.now()))).id;
}

export async function joinNetwork({ house, cast, mentors }: World, mentor: number, since: string) {
  const member = {
    networkId: cast.network,
    personId: mentors[mentor] as string,
    role: "mentor",
    since,
  } as const;
  await house.store.write((tx) => enterNetwork(tx, member));
}

export async function leave({ house, cast, mentors }: World, mentor: number, until: string) {
  const member = { networkId: cast.network, personId: mentors[mentor] as string, until };
  await house.store.write((tx) => leaveNetwork(tx, member));
}

export async function cancel(world: World, date: string) {
  const { house, cast } = world;
  const facts = { gatheringId: of(world.gatherings, date), reason: "Ingen kan.", byId: cast.kari };
  await done(world, (tx) => cancelGathering(tx, house.mailer, facts, house.now()));
}

export async function read(world: World, { name, outcome, wording }: Piece) {
  const { house, cast, pieces } = world;
  const paraphrase = wording === "paraphrase" ? `Omskrevet: ${name}.` : null;
  const note = outcome === "diverted" ? "Ring vakttelefonen." : null;
  const facts = newReview(cast, of(pieces, name), { outcome, note, paraphrase });
  await done(world, (tx) => reviewFeedback(tx, house.mailer, facts, house.now()));
}

/** By name while there is one, else by the receipt code. */
export async function sayToParaphrase(world: World, name: string, says: "yes" | "no") {
  const { house, codes, pieces } = world;
  const code = codes.get(name);
  const feedbackId = code ? await feedbackByReceipt(house.store.read, code) : of(pieces, name);
  if (!feedbackId) throw new Error("the code opens nothing");
  const { read } = house.store;
  const [author] = await read
    .select()
    .from(feedbackAuthors)
    .where(eq(feedbackAuthors.feedbackId, feedbackId));
  const answer = { feedbackId, byId: author?.personId ?? null, says };
  await done(world, (tx) => answerParaphrase(tx, answer, house.now()));
}

export async function writeAnew(world: World, name: string) {
  const { house, cast, pieces } = world;
  const facts = { feedbackId: of(pieces, name), byId: cast.tore, words: `Omskrevet på nytt: ${name}.` };
  await done(world, (tx) => rewriteParaphrase(tx, house.mailer, facts, house.now()));
}

export async function makeStricter(world: World, name: string, naming: Naming) {
  const feedbackId = of(world.pieces, name);
  const { read } = world.house.store;
  const [author] = await read
    .select()
    .from(feedbackAuthors)
    .where(eq(feedbackAuthors.feedbackId, feedbackId));
  const choice = { feedbackId, byId: author?.personId as string, naming };
  const { code } = await done(world, (tx) => chooseStricterNaming(tx, choice));
  if (code) world.codes.set(name, code);
}

export async function gatherNew(world: World, name: string, piece: string) {
  const { house, cast } = world;
  const into = {
    ...{ themeSlug: "tilgjengelighet", question: `Spørsmål ${name}?`, suggestedRuleId: null },
    ...{ gapSaid: null, gapDone: null, gapLeadsTo: null, dissent: null },
  };
  const facts = { feedbackId: of(world.pieces, piece), byId: cast.kari, into };
  world.items.set(name, (await done(world, (tx) => gatherFeedback(tx, facts, house.now()))).itemId);
}

export async function join(world: World, piece: string, item: string) {
  const { house, cast } = world;
  const facts = { feedbackId: of(world.pieces, piece), byId: cast.tore, into: of(world.items, item) };
  await done(world, (tx) => gatherFeedback(tx, facts, house.now()));
}

export async function send(world: World, item: string, due: string) {
  const { house, cast } = world;
  const facts = { itemId: of(world.items, item), byId: cast.kari, toId: cast.leif };
  const dueGatheringId = of(world.gatherings, due);
  await done(world, (tx) => sendToLeader(tx, house.mailer, { ...facts, dueGatheringId }, house.now()));
}

type Leader = "leif" | "vibeke" | "randi";
const moveOf = async (world: World, item: string) => {
  const { id: referralId, toId: byId } = await lastOf(world, item);
  return { itemId: of(world.items, item), referralId, byId, reason: "Hører til hos deg." };
};

export async function pass(world: World, item: string, by: Leader, to: Leader) {
  const { house, cast } = world;
  const move = { ...(await moveOf(world, item)), byId: cast[by], toId: cast[to] };
  await done(world, (tx) => passOn(tx, house.mailer, move, house.now()));
}

export async function giveBack(world: World, item: string) {
  const move = await moveOf(world, item);
  await done(world, (tx) => returnLifted(tx, world.house.mailer, move, world.house.now()));
}

export async function assignSilent(world: World, item: string, to: Leader) {
  const { house, cast } = world;
  const facts = { itemId: of(world.items, item), byId: cast.randi, toId: cast[to], reason: "Ta denne." };
  await done(world, (tx) => assignIt(tx, house.mailer, facts, house.now()));
}

export async function decide(
  world: World,
  item: string,
  step: string,
  facts: { verdict: "keep" | "change" | "try" | "lift"; onDate: string; stopDate?: string | null },
) {
  const { house, cast, decisions } = world;
  const { itemId, referralId, byId } = await moveOf(world, item);
  const ruleView = item === "B" ? ("kept" as const) : ("doubted" as const);
  const made = newDecision(cast, itemId, referralId, { ...facts, byId, ruleView });
  const { decisionId } = await done(world, (tx) => decideIt(tx, house.mailer, made, house.now()));
  decisions.set(`${step} ${item}`, decisionId);
}

export async function documentChange(world: World, item: string, number: number) {
  const { house, cast, decisions } = world;
  const facts = { decisionId: of(decisions, `decide ${item}`), byId: cast.kari, link: null };
  await done(world, (tx) => recordChange(tx, { ...facts, words: `Gjort ${number}` }, house.now()));
}

export async function tell(world: World, item: string, step: string, date: string) {
  const { house, cast, decisions } = world;
  const facts = { decisionId: of(decisions, `${step} ${item}`), gatheringId: of(world.gatherings, date) };
  await done(world, (tx) => reportBack(tx, house.mailer, { ...facts, byId: cast.kari }, house.now()));
}

/** By the link in the mail, which is for one round about one answer. */
export async function vote(world: World, item: string, round: number, mentor: number, said: Vote) {
  const { rounds } = await loopOf(world, item);
  const decisionId = of(world.decisions, `decide ${item}`);
  const roundId = rounds.find((one) => one.decisionId === decisionId && one.number === round)?.id as string;
  const byId = world.mentors[mentor] as string;
  const facts = { itemId: of(world.items, item), byId, roundId, vote: said };
  await done(world, (tx) => castVote(tx, facts, world.house.now()));
}

export async function askAgain(world: World, item: string) {
  const { house, cast } = world;
  const facts = { itemId: of(world.items, item), byId: cast.kari };
  await done(world, (tx) => askThem(tx, house.mailer, facts, house.now()));
}

/** Opens each item again that two later ones press like; the others are left as they are. */
export async function openConfirmed(world: World, names: string) {
  const { house, cast } = world;
  for (const name of names) {
    const loop = await loopOf(world, name);
    const later = await laterLikeIt(house.store.read, loop, localDate(house.now()).toString());
    if (later.length < laterItemsToReopen) continue;
    const facts = { itemId: loop.id, byId: cast.kari };
    await done(world, (tx) => reopenConfirmed(tx, house.mailer, facts, house.now()));
  }
}

/** All who were members were there. */
export async function attend(world: World, date: string, there: readonly number[]) {
  const { house, cast, mentors } = world;
  const entries = there.map((i) => ({ personId: mentors[i] as string, status: "present" as const }));
  const facts = { gatheringId: of(world.gatherings, date), entries, byId: cast.kari };
  await done(world, (tx) => recordAttendance(tx, facts, house.now()));
}

export async function closeGathering(world: World, date: string) {
  await done(world, (tx) => closeIt(tx, of(world.gatherings, date), world.house.now()));
}

export async function answer(world: World, date: string, mentor: number, step: Step) {
  const { house, mentors } = world;
  const isOfIt = and(eq(surveys.gatheringId, of(world.gatherings, date)), eq(surveys.kind, "evaluation"));
  const [survey] = await house.store.read.select().from(surveys).where(isOfIt);
  const steps = Object.fromEntries(evaluationQuestions.map((question) => [question, step]));
  const texts = { kommentar: `${mentor} svarte ${step}`, onske: mentor === 2 ? `Ønske fra ${date}` : null };
  const given = { surveyId: survey?.id as string, respondentId: mentors[mentor] as string };
  const answers = { steps, texts };
  await done(world, (tx) => answerSurvey(tx, house.config.secret, ports, { ...given, answers }, house.now()));
}

export const jobKinds = [
  "batches",
  "trials",
  "look",
  "close",
  "open",
  "silence",
  "surveys",
  "pools",
] as const;
export type JobKind = (typeof jobKinds)[number] | "halves";

export async function runJob({ house }: World, kind: JobKind): Promise<unknown> {
  const { store, mailer, config } = house;
  const now = house.now();
  const jobs = {
    batches: () => store.write((tx) => openBatches(tx, now)),
    trials: () => store.write((tx) => returnEndedTrials(tx, mailer, now)),
    look: () => store.write((tx) => lookAgain(tx, mailer, now)),
    close: () => store.write((tx) => closeDueRounds(tx, mailer, now)),
    open: () => store.write((tx) => openDueRounds(tx, mailer, now)),
    silence: () => tellSilence(store, mailer, now),
    surveys: () => runSurveys(store, mailer, ports, now),
    pools: () => countDuePools(store, config.secret, now),
    halves: () => storeDueHalfYears(store, now),
  };
  return jobs[kind]();
}
