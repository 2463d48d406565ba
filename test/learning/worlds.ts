/**
 * The same autumn of the same network lived twice, the two differing only in who did what: what the
 * attack test compares. Chance is fixed, so that whatever differs between two worlds was caused by that.
 */
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import Database from "better-sqlite3";
import { asc, eq } from "drizzle-orm";
import pg from "pg";
import { surveyPorts } from "../../server/app.ts";
import { jobsOf } from "../../server/clock.ts";
import { recordAttendance } from "../../server/gatherings/attendance.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { referrals } from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { answerSurvey } from "../../server/surveys/answer.ts";
import { evaluationQuestions, type Step } from "../../server/surveys/questions.ts";
import { surveys } from "../../server/surveys/tables.ts";
import { addCast, addMember, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, addItem, decideIt, newDecision, newReview, report, review, send } from "./loop.ts";

/** Makes chance the same every time, until the returned function is called. Chance and time alone are mocked. */
export function fixChance(seed: number): () => void {
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

/** What may differ between two worlds. */
export interface Plot {
  naming: "anonymous" | "confidential";
  /** Index of the mentor who gives the anonymous piece, and when. */
  speaker: number;
  speaksAt: string;
  /** Evaluation answers by mentor, in the order they are given. */
  answers: readonly [mentor: number, step: Step][];
  /** Votes by mentor. */
  votes: readonly [mentor: number, said: "ja" | "delvis" | "nei" | "ikke-meg"][];
}

const names = ["Anne", "Bjørn", "Cecilie", "Dag", "Eli", "Finn"];
const dates = ["2026-11-10", "2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09"];
export const anonymousText = "Ingen ringer tilbake når det haster.";

type BrowserInMiniature = Awaited<ReturnType<typeof browserOf>>;

export interface World {
  house: TestHouse;
  cast: Cast;
  mentors: string[];
  /** Each mentor signed in once, at the beginning. */
  browsers: BrowserInMiniature[];
  /** Copies of the database at telling moments. */
  copies: Record<string, Record<string, string[]>>;
}

async function runClock({ house }: World, iso: string): Promise<void> {
  house.setNow(iso);
  const jobs = jobsOf(house, house.mailer, { close: () => undefined } as never);
  for (const job of jobs.filter(({ name }) => name !== "send mail")) await job.run();
}

/** Everyone opens the front page, so that who was there today tells nothing. */
async function everyoneLooksIn({ house, browsers }: World, iso: string) {
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

async function speak({ house, cast, browsers }: World, plot: Plot): Promise<void> {
  house.setNow(plot.speaksAt);
  const browser = browsers[plot.speaker] as BrowserInMiniature;
  const given = await browser.post("/innspill/nytt", {
    nettverk: cast.network,
    tekst: anonymousText,
    folge: "",
    onske: "",
    navn: plot.naming,
    ord: "own",
    gjelder: "none",
    sett: "",
  });
  if (given.statusCode !== 303) throw new Error(`feedback: ${given.statusCode} ${given.body.slice(0, 300)}`);
}

async function answerAll({ house, mentors }: World, gatheringId: string, plot: Plot): Promise<void> {
  const [survey] = await house.store.read.select().from(surveys).where(eq(surveys.gatheringId, gatheringId));
  if (!survey) throw new Error("no evaluation was opened");
  for (const [mentor, step] of plot.answers) {
    const steps = Object.fromEntries(evaluationQuestions.map((question) => [question, step]));
    const given = {
      surveyId: survey.id,
      respondentId: mentors[mentor] as string,
      answers: { steps, texts: { kommentar: `Svarte ${step}`, onske: null } },
    };
    const done = await house.store.write((tx) =>
      answerSurvey(tx, house.config.secret, surveyPorts, given, house.now()),
    );
    if (!done.ok) throw new Error(`evaluation: ${done.reason}`);
  }
}

async function voteAll({ browsers }: World, itemId: string, plot: Plot): Promise<void> {
  for (const [mentor, svar] of plot.votes) {
    const browser = browsers[mentor] as BrowserInMiniature;
    const voted = await browser.post(`/laeringspunkter/${itemId}/stemme`, { svar });
    if (voted.statusCode !== 303) throw new Error(`vote: ${voted.statusCode}`);
  }
}

/** The anonymous piece goes the whole way, by other people's hands, on the same days in every world. */
async function sendOn(world: World, second: string): Promise<string> {
  const { house, cast } = world;
  const inbox = (await (await browserOf(house, cast.kari)).get("/innspill/innboks")).body;
  const feedbackId = /\/innspill\/([a-z2-7]{26})"/.exec(inbox)?.[1];
  if (!feedbackId) throw new Error("the piece is not in the inbox");
  await review(house, newReview(cast, feedbackId));
  const itemId = await addItem(house, cast, feedbackId);
  await send(house, cast, itemId, second);
  return itemId;
}

/**
 * Lives from November to July, to when every half-year of it is counted. The caller closes the house.
 * @param seed of chance, which is real again afterwards
 */
export async function live(plot: Plot, seed: number): Promise<World> {
  const house = await openHouse(); // named by real chance: two worlds are never one database
  const stop = fixChance(seed);
  try {
    return await liveThrough(house, plot);
  } finally {
    stop();
  }
}

async function liveThrough(house: TestHouse, plot: Plot): Promise<World> {
  house.setNow("2026-11-02T08:00:00Z");
  const cast = await addCast(house.store);
  const mentors = await addMentors(house, cast);
  await house.app();
  const browsers: BrowserInMiniature[] = [];
  for (const id of mentors) browsers.push(await browserOf(house, id));
  const world: World = { house, cast, mentors, browsers, copies: {} };
  const copy = async (name: string) => {
    world.copies[name] = await copyOf(world);
  };
  const held: string[] = [];
  for (const date of dates) held.push(await addGathering(house, cast, date));
  await house.store.write((tx) => tx.update(gatherings).set({ openedAt: house.now() }));
  const [november, december] = held as [string, string];

  await everyoneLooksIn(world, "2026-11-03T08:00:00Z");
  await everyoneLooksIn(world, "2026-11-05T08:00:00Z");
  await speak(world, plot);
  await runClock(world, "2026-11-06T20:00:00Z");
  await copy("while the piece is sealed");
  await runClock(world, "2026-11-09T07:00:00Z");
  await copy("on the Monday it is opened");
  const itemId = await sendOn(world, december);
  await attendAll(world, november, "2026-11-10T14:30:00Z");
  await runClock(world, "2026-11-11T10:00:00Z");
  await answerAll(world, november, plot);
  await copy("while the evaluation is open");
  await runClock(world, "2026-11-30T10:00:00Z");
  await copy("when the evaluation has closed");
  const decisionId = await decideNow(world, itemId);
  await attendAll(world, december, "2026-12-08T14:30:00Z");
  await report(house, cast, decisionId, december);
  await runClock(world, "2026-12-09T10:00:00Z");
  await answerAll(world, december, plot);
  await everyoneLooksIn(world, "2026-12-10T08:00:00Z");
  await voteAll(world, itemId, plot);
  for (const iso of ["2026-12-28", "2027-01-15", "2027-02-09", "2027-07-02"])
    await runClock(world, `${iso}T10:00:00Z`);
  await copy("when all of it is over");
  return world;
}

async function addMentors(house: TestHouse, cast: Cast): Promise<string[]> {
  return house.store.write(async (tx) => {
    const ids: string[] = [];
    for (const name of names) {
      const id = await addPerson(tx, { name: `${name} Mentor`, roles: ["mentor"] });
      await addMember(tx, cast.network, id, "mentor");
      ids.push(id);
    }
    return ids;
  });
}

async function decideNow({ house, cast }: World, itemId: string): Promise<string> {
  const [referral] = await house.store.read.select().from(referrals).where(eq(referrals.itemId, itemId));
  const facts = newDecision(cast, itemId, referral?.id as string, { verdict: "keep", onDate: "2027-10-01" });
  const decided = await decideIt(house, facts);
  if (!decided.ok) throw new Error(`decision: ${decided.reason}`);
  return decided.decisionId;
}

const link = /<a [^>]*href="(\/[^"#]*)/g;

/** Everything one person can open, page by page in the order met, and every mail they got. */
export async function viewOf({ house }: World, personId: string): Promise<string[]> {
  const browser = await browserOf(house, personId);
  const seen = new Map<string, string>();
  const waiting = ["/"];
  while (waiting.length > 0) {
    const path = waiting.shift() as string;
    if (seen.has(path) || /^\/(assets|dev|internal)\//.test(path)) continue;
    const { body, headers, statusCode } = await browser.get(path);
    seen.set(path, `${path} ${statusCode} ${headers["content-length"]}\n${body}`);
    for (const [, href] of body.matchAll(link)) waiting.push((href as string).replaceAll("&amp;", "&"));
  }
  const mails = await house.store.read
    .select({ subject: outbox.subject, text: outbox.textBody, at: outbox.createdAt })
    .from(outbox)
    .where(eq(outbox.personId, personId))
    .orderBy(asc(outbox.createdAt), asc(outbox.subject));
  return [...seen.values(), ...mails.map(({ subject, text, at }) => `${at} ${subject}\n${text}`)];
}

/** A copy of the database: every row of every table with what the engine keeps about each, in its place. */
async function copyOf({ house }: World): Promise<Record<string, string[]>> {
  if (engine === "sqlite") {
    const db = new Database(house.config.databaseUrl.replace("file:", ""), { readonly: true });
    const tables = db
      .prepare("select name from sqlite_master where type = 'table'")
      .pluck()
      .all() as string[];
    const rows = tables.map((table) => [
      table,
      db
        .prepare(`select rowid as place, * from "${table}" order by rowid`)
        .all()
        .map((row) => JSON.stringify(row)),
    ]);
    db.close();
    return Object.fromEntries(rows);
  }
  const client = new pg.Client({ connectionString: house.config.databaseUrl });
  await client.connect();
  const tables = await client.query("select tablename from pg_tables where schemaname = 'public'");
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const { tablename } of tables.rows) {
    const { rows } = await client.query(
      `select ctid::text as place, xmin::text::bigint as writer, * from "${tablename}" order by ctid`,
    );
    found[tablename] = rows;
  }
  // Transactions are numbered for all databases of a server: only their order in this one is its own.
  const numbers = Object.values(found).flatMap((rows) => rows.map(({ writer }) => Number(writer)));
  const order = new Map([...new Set(numbers)].sort((x, y) => x - y).map((number, i) => [number, i]));
  const copy = Object.fromEntries(
    Object.entries(found).map(([table, rows]) => [
      table,
      rows.map((row) => JSON.stringify({ ...row, writer: order.get(Number(row["writer"])) })),
    ]),
  );
  await client.end();
  return copy;
}
