/**
 * The same year of the same network lived twice, the two differing only in who did what: what the
 * attack test compares. Chance is fixed, so that whatever differs between two worlds was caused by that.
 */
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { eq, inArray, type SQL } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { surveyPorts } from "../../server/app.ts";
import { jobsOf } from "../../server/clock.ts";
import { recordAttendance } from "../../server/gatherings/attendance.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { putIntoBatch } from "../../server/learning/batch.ts";
import { sealAnew } from "../../server/learning/seal-anew.ts";
import { referrals } from "../../server/learning/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { answerSurvey } from "../../server/surveys/answer.ts";
import { questionsOf, type Step } from "../../server/surveys/questions.ts";
import { surveys } from "../../server/surveys/tables.ts";
import { addCast, addMember, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestDatabase, type TestHouse } from "../house.ts";
import type { Files } from "../raw-files.ts";
import { copyOf, viewOf } from "./looked-at.ts";
import { addGathering, addItem, decideIt, newDecision, newReview, report, review, send } from "./loop.ts";

/** Makes chance the same every time, until the returned function is called. Chance and time alone are mocked. */
export function fixChance(seed: string): () => void {
  const real = { randomBytes: crypto.randomBytes, randomInt: crypto.randomInt };
  let drawn = 0;
  const bytes = (size: number) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < size; length += 32)
      blocks.push(crypto.createHash("sha256").update(`${seed} ${drawn++}`).digest());
    return Buffer.concat(blocks).subarray(0, size);
  };
  const randomInt = (n: number) => bytes(4).readUInt32LE() % n;
  Object.assign(crypto, { randomBytes: bytes, randomInt });
  syncBuiltinESMExports();
  return () => {
    Object.assign(crypto, real);
    syncBuiltinESMExports();
  };
}

/** Chance apart for what differs between two worlds: all else draws the same in both. */
async function withChance<T>(seed: string, work: () => Promise<T>): Promise<T> {
  const stop = fixChance(seed);
  try {
    return await work();
  } finally {
    stop();
  }
}

/** What may differ between two worlds. */
export interface Plot {
  mentors: number;
  naming: "anonymous" | "confidential";
  /** Index of the mentor who gives the anonymous pieces, and when the first; the second is given 30 weeks later. */
  speaker: number;
  speaksAt: string;
  /** Answers to evaluations and to the yearly survey by mentor, in the order they are given. */
  answers: readonly [mentor: number, step: number][];
  /** Votes by mentor. */
  votes: readonly [mentor: number, said: "ja" | "delvis" | "nei" | "ikke-meg"][];
  /** At which moments the database is copied. */
  copiedAt: readonly Moment[];
  /** Nothing is lived after the Monday on which the piece is opened. */
  isOverThen?: true;
}

export const moments = [
  "while the piece is sealed",
  "on the Monday it is opened",
  "while the evaluation is open",
  "when the evaluation has closed",
  "while the yearly survey is open",
  "when the first half-year is counted",
  "when all of it is over",
] as const;
export type Moment = (typeof moments)[number];

/** None is the first name of anyone else in the cast: addresses are made of them. */
const names = [
  ...["Anne", "Birger", "Cecilie", "Dag", "Eli", "Finn", "Guro", "Halvor"],
  ...["Ivar", "Jorunn", "Knut", "Lise", "Magnus", "Oddny", "Petter"],
];
const dates = [
  ...["2027-02-09", "2027-03-09", "2027-04-13", "2027-06-08", "2027-08-10", "2027-09-14", "2027-11-09"],
  ...["2028-01-11", "2028-02-08"],
];
export const anonymousText = "Ingen ringer tilbake når det haster.";

type BrowserInMiniature = Awaited<ReturnType<typeof browserOf>>;

export interface World {
  house: TestHouse;
  cast: Cast;
  mentors: string[];
  /** Copies of the database at telling moments. */
  copies: Partial<Record<Moment, Files>>;
  /** What both kinds of leader see when all of it is over, each page with its address, bytes and order. */
  seen: string[];
}

/** These take long, and find little to do in between. */
const atLength = new Set(["count coupling", "count half-years", "erase what is over its time"]);
const longDays = new Set(["2027-02-26", "2027-07-22", "2028-01-24"]);

/** What it does in ten minutes: at last it seals anew. No mail is sent. */
async function runClock({ house }: World, iso: string): Promise<void> {
  house.setNow(iso);
  const jobs = jobsOf(house, house.mailer, { close: () => undefined } as never);
  const isLeftOut = ({ name }: { name: string }) =>
    name === "send mail" || name === "seal anew" || (atLength.has(name) && !longDays.has(iso.slice(0, 10)));
  for (const job of jobs) if (!isLeftOut(job)) await job.run();
  await sealAnew(house.store, house.now());
}

/** Everyone signs in. */
async function everyoneSignsIn({ house, mentors }: World, iso: string): Promise<BrowserInMiniature[]> {
  house.setNow(iso);
  const browsers: BrowserInMiniature[] = [];
  for (const id of mentors) browsers.push(await browserOf(house, id));
  return browsers;
}

/** Everyone opens the front page, so that who was there today tells nothing. */
async function everyoneLooksIn({ house }: World, iso: string, browsers: BrowserInMiniature[]) {
  house.setNow(iso);
  for (const browser of browsers) await browser.get("/");
}

async function attendAll({ house, cast, mentors }: World, gatheringId: string, iso: string): Promise<void> {
  house.setNow(iso);
  const entries = mentors.map((personId) => ({ personId, status: "present" as const }));
  await house.store.write((tx) =>
    recordAttendance(tx, { gatheringId, entries, byId: cast.kari }, house.now()),
  );
}

async function speak(
  { house, cast }: World,
  plot: Plot,
  days: number,
  browsers: BrowserInMiniature[],
): Promise<void> {
  house.setNow(later(plot.speaksAt, days));
  const browser = browsers[plot.speaker] as BrowserInMiniature;
  const form = {
    ...{ nettverk: cast.network, tekst: anonymousText, folge: "", onske: "" },
    ...{ navn: plot.naming, ord: "own", gjelder: "none", sett: "" },
  };
  const given = await withChance(`the piece after ${days} days`, () => browser.post("/innspill/nytt", form));
  if (given.statusCode !== 303) throw new Error(`feedback: ${given.statusCode} ${given.body.slice(0, 300)}`);
}

/** All who answer do, each a step on from the time before; in the autumn each is the next of the mentors. */
async function answerAll({ house, mentors }: World, where: SQL, plot: Plot, time: number): Promise<void> {
  const [survey] = await house.store.read.select().from(surveys).where(where);
  if (!survey) throw new Error("no survey was opened");
  let n = 0;
  for (const [mentor, first] of plot.answers) {
    const step = String(((first + time) % 5) + 1) as Step;
    const steps = Object.fromEntries(questionsOf(survey.kind).map((question) => [question, step]));
    const given = {
      surveyId: survey.id,
      respondentId: mentors[(mentor + (time < 2 ? 0 : 1)) % mentors.length] as string,
      answers: { steps, texts: { kommentar: `Svarte ${step}`, onske: null } },
    };
    const done = await withChance(`answer ${n++} at ${house.now()}`, () =>
      house.store.write((tx) => answerSurvey(tx, house.config.secret, surveyPorts, given, house.now())),
    );
    if (!done.ok) throw new Error(`answer: ${done.reason}`);
  }
}

async function voteAll(browsers: BrowserInMiniature[], itemId: string, plot: Plot): Promise<void> {
  for (const [mentor, svar] of plot.votes) {
    const browser = browsers[mentor] as BrowserInMiniature;
    const voted = await browser.post(`/laeringspunkter/${itemId}/stemme`, { svar });
    if (voted.statusCode !== 303) throw new Error(`vote: ${voted.statusCode}`);
  }
}

/** The anonymous piece goes the whole way, by other people's hands, on the same days in every world. */
async function sendOn(world: World, due: string): Promise<string> {
  const { house, cast } = world;
  const inbox = (await (await browserOf(house, cast.kari)).get("/innspill/innboks")).body;
  const feedbackId = /\/innspill\/([a-z2-7]{26})"/.exec(inbox)?.[1];
  if (!feedbackId) throw new Error("the piece is not in the inbox");
  await review(house, newReview(cast, feedbackId));
  const itemId = await addItem(house, cast, feedbackId);
  await send(house, cast, itemId, due);
  return itemId;
}

/**
 * Lives through a year, to when both of its half-years are counted.
 * @param at a database to live it in; those of two worlds to be compared begin alike
 */
export async function live(plot: Plot, at?: TestDatabase): Promise<World> {
  const house = await openHouse({}, at); // named by real chance: two worlds are never one database
  try {
    return await withChance("the world", () => liveThrough(house, plot));
  } finally {
    await house.close();
  }
}

async function leadersSee(world: World): Promise<string[]> {
  return [...(await viewOf(world, world.cast.leif)), ...(await viewOf(world, world.cast.randi))];
}

async function liveThrough(house: TestHouse, plot: Plot): Promise<World> {
  house.setNow("2027-01-11T08:00:00Z");
  const cast = await addCast(house.store);
  const mentors = await addMentors(house, cast, plot.mentors);
  await house.app();
  const world: World = { house, cast, mentors, copies: {}, seen: [] };
  const copy = async (moment: Moment) => {
    if (plot.copiedAt.includes(moment)) world.copies[moment] = await copyOf(world);
  };
  const held: string[] = [];
  for (const date of dates) held.push(await addGathering(house, cast, date));
  await house.store.write((tx) => tx.update(gatherings).set({ openedAt: house.now() }));
  const [february, march, , , , september, november] = held as string[];

  await speakInWeek(world, plot, 0, () => copy("while the piece is sealed"));
  await copy("on the Monday it is opened");
  if (plot.isOverThen) return world;
  const itemId = await sendOn(world, march as string);
  await evaluate(world, february as string, dates[0] as string, plot, 0);
  await copy("while the evaluation is open");
  await runClock(world, "2027-02-26T10:00:00Z");
  await copy("when the evaluation has closed");
  const decisionId = await decideNow(world, itemId);
  await evaluate(world, march as string, dates[1] as string, plot, 1);
  await report(house, cast, decisionId, march as string);
  const voters = await everyoneSignsIn(world, "2027-03-11T07:00:00Z");
  await everyoneLooksIn(world, "2027-03-11T08:00:00Z", voters);
  await voteAll(voters, itemId, plot);
  for (const day of ["2027-03-29", "2027-06-07"]) await runClock(world, `${day}T10:00:00Z`);

  await askOfTheYear(world, plot);
  await copy("while the yearly survey is open");
  for (const day of ["2027-07-01", "2027-07-22"]) await runClock(world, `${day}T10:00:00Z`);
  await copy("when the first half-year is counted");

  await speakInWeek(world, plot, 210, async () => undefined);
  await sendOn(world, november as string); // and nobody answers it: level 2 is told of silence
  await evaluate(world, september as string, dates[5] as string, plot, 2);
  await runClock(world, "2027-10-01T10:00:00Z");
  await evaluate(world, november as string, dates[6] as string, plot, 3);
  for (const day of ["2027-11-26", "2028-01-12", "2028-01-24"]) await runClock(world, `${day}T10:00:00Z`);
  await copy("when all of it is over");
  world.seen = await withChance("looking", () => leadersSee(world));
  return world;
}

const later = (iso: string, days: number) =>
  Temporal.Instant.from(iso)
    .add({ hours: 24 * days })
    .toString();

/** Everyone is there on Tuesday and Thursday; one speaks; on Monday the week is opened. */
async function speakInWeek(world: World, plot: Plot, days: number, whileSealed: () => Promise<unknown>) {
  const browsers = await everyoneSignsIn(world, later("2027-02-02T07:00:00Z", days));
  for (const morning of ["2027-02-02T08:00:00Z", "2027-02-04T08:00:00Z"]) {
    await everyoneLooksIn(world, later(morning, days), browsers);
    const isToday = morning.slice(0, 10) === plot.speaksAt.slice(0, 10);
    if (isToday) await speak(world, plot, days, browsers);
    else await sealSomethingElse(world, later(morning, days));
  }
  await runClock(world, later("2027-02-05T20:00:00Z", days));
  await whileSealed();
  await runClock(world, later("2027-02-08T07:00:00Z", days));
}

/** What every piece that is given by name does to the sealed row, so that it is not written once in the week. */
async function sealSomethingElse({ house, cast }: World, iso: string) {
  house.setNow(iso);
  await withChance("something else", () =>
    house.store.write((tx) => putIntoBatch(tx, cast.network, null, house.now())),
  );
}

/** A gathering where all were; its evaluation opens the next morning and is answered. */
async function evaluate(world: World, gatheringId: string, date: string, plot: Plot, time: number) {
  await attendAll(world, gatheringId, `${date}T14:30:00Z`);
  await runClock(world, later(`${date}T10:00:00Z`, 1));
  await answerAll(world, eq(surveys.gatheringId, gatheringId), plot, time);
}

async function askOfTheYear(world: World, plot: Plot): Promise<void> {
  const { house, cast } = world;
  const kari = await browserOf(house, cast.kari);
  const sent = await kari.post(`/nettverk/${cast.network}/arsundersokelse`, { til: "mentors" });
  if (sent.statusCode !== 303) throw new Error(`yearly survey: ${sent.statusCode}`);
  await answerAll(world, eq(surveys.kind, "mentors"), plot, 0);
}

/** So many mentors and no others: the cast's own two leave. */
async function addMentors(house: TestHouse, cast: Cast, n: number): Promise<string[]> {
  return house.store.write(async (tx) => {
    const ids: string[] = [];
    const isTheirs = inArray(memberships.personId, [cast.ola, cast.siri]);
    await tx.update(memberships).set({ until: "2026-12-31" }).where(isTheirs);
    for (const name of names.slice(0, n)) {
      const id = await addPerson(tx, { name: `${name} Mentor`, roles: ["mentor"] });
      await addMember(tx, cast.network, id, "mentor");
      ids.push(id);
    }
    return ids;
  });
}

async function decideNow({ house, cast }: World, itemId: string): Promise<string> {
  const [referral] = await house.store.read.select().from(referrals).where(eq(referrals.itemId, itemId));
  const facts = newDecision(cast, itemId, referral?.id as string, { verdict: "keep", onDate: "2028-10-01" });
  const decided = await decideIt(house, facts);
  if (!decided.ok) throw new Error(`decision: ${decided.reason}`);
  return decided.decisionId;
}
