import { spawnSync } from "node:child_process";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sharedAnswersFor } from "../../server/cases/group-queries.ts";
import { revealRound } from "../../server/cases/group-round.ts";
import { groupAnswers } from "../../server/cases/tables.ts";
import { readConfig } from "../../server/config.ts";
import { storeDueHalfYears } from "../../server/gatherings/half-year.ts";
import { answerWords, attendance, gatherings, halfYears, rsvps } from "../../server/gatherings/tables.ts";
import { eraseNightly, lastNights, stopErasing } from "../../server/home/nightly-erasure.ts";
import { dueNow, eraseDue, uncountedGatherings } from "../../server/home/retention.ts";
import { feedbackReviews, feedbackWords } from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { counsellorLinks, memberships } from "../../server/networks/tables.ts";
import { audit } from "../../server/people/audit.ts";
import { giveConsent, setStatus } from "../../server/people/change.ts";
import { openSession } from "../../server/people/session.ts";
import { auditLog, persons, unitLeaders } from "../../server/people/tables.ts";
import { blank } from "../../server/privacy/blank.ts";
import { unreached } from "../../server/privacy/erasure-plan.ts";
import { retention, setPeriods } from "../../server/privacy/retention.ts";
import type { DataClass } from "../../server/store/inventory.ts";
import { openTuva, rememberingDoor } from "../cases/group.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { addGathering, answer, invite } from "../gatherings/party.ts";
import { everything } from "../house/demo-house.ts";
import { browserOf, openHouse, programOf, root, type TestHouse } from "../house.ts";
import { give, itemOf, newReview, review } from "../learning/loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  await house.app(); // loads every room
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const always = async () => true;
const erase = () => eraseDue(house.store, house.mailer, house.now(), always);
const due = async () =>
  Object.fromEntries(
    (await dueNow(house.store.read, house.now())).flatMap(({ table, dataClass, rows }) =>
      rows > 0 ? [[`${table}/${dataClass}`, rows]] : [],
    ),
  );

/** A gathering on 8 December 2026 that ended 15:00 Norwegian time, with words and needs. */
async function gatheringWithWords() {
  const id = await addGathering(house, cast);
  await invite(house, cast, id, cast.ola, cast.siri);
  await answer(house, id, cast.ola, { words: "Kommer litt sent", needs: "Uten nøtter" });
  return id;
}
const wordsNow = async () => (await house.store.read.select().from(answerWords))[0];

it("the clock reaches every column whose time is limited", () => {
  const limited = (Object.keys(retention) as DataClass[]).filter((one) => retention[one].limit);
  expect(limited.flatMap(unreached)).toEqual([]);
});

describe("words with an answer", () => {
  it("go thirty days after the gathering, needs after seven, and not an hour before", async () => {
    await gatheringWithWords();
    house.setNow("2026-12-15T13:59:00Z");
    await erase();
    expect(await wordsNow()).toMatchObject({ needs: "Uten nøtter" });
    house.setNow("2026-12-15T14:01:00Z");
    expect(await due()).toEqual({ "answer_words/needs": 1 });
    await erase();
    expect(await wordsNow()).toMatchObject({ words: "Kommer litt sent", needs: null });
    house.setNow("2027-01-07T13:59:00Z");
    await erase();
    expect(await wordsNow()).toMatchObject({ words: "Kommer litt sent" });
    house.setNow("2027-01-07T14:01:00Z");
    await erase();
    expect(await wordsNow()).toMatchObject({ words: null, needs: null });
  });

  it("may be kept another time by setting, and a wrong setting stops the start", async () => {
    await gatheringWithWords();
    house.setNow("2026-12-11T15:00:00Z");
    setPeriods(readConfig({ KEEP: "needs=2, audit=24" }).keep);
    expect(await due()).toEqual({ "answer_words/needs": 1 });
    setPeriods({});
    expect(await due()).toEqual({});
    for (const wrong of ["needs", "needs=0", "alt=3", "needs=7;audit=1"]) {
      expect(() => readConfig({ KEEP: wrong })).toThrow("KEEP: must be such as");
    }
  });
});

describe("attendance", () => {
  it("becomes counts after 24 months, and stays as long as its half-year is not stored", async () => {
    const id = await gatheringWithWords();
    house.setNow("2026-12-08T15:00:00Z");
    const came = { gatheringId: id, personId: cast.ola, status: "present" as const, recordedById: cast.kari };
    await house.store.write((tx) => tx.insert(attendance).values({ ...came, recordedAt: house.now() }));
    house.setNow("2028-12-20T15:00:00Z");
    await erase();
    expect(await house.store.read.select().from(attendance)).toHaveLength(1);
    expect(await house.store.read.select().from(rsvps)).not.toEqual([]);

    house.setNow("2027-02-01T09:00:00Z");
    await storeDueHalfYears(house.store, house.now());
    const stored = await house.store.read.select().from(halfYears);
    expect(stored.map(({ half, listed }) => [half, listed])).toContainEqual(["2026-2", 1]);
    await erase();
    expect(await house.store.read.select().from(attendance)).toHaveLength(1);

    house.setNow("2028-12-20T15:00:00Z");
    await erase();
    expect(await house.store.read.select().from(attendance)).toEqual([]);
    expect(await house.store.read.select().from(rsvps)).toEqual([]);
    expect(await house.store.read.select().from(halfYears)).toEqual(stored);
    expect(await uncountedGatherings(house.store.read, house.now())).toBe(0);
  });
});

describe("feedback", () => {
  it("loses its words 24 months after it was over, and keeps them while it is not", async () => {
    const { id } = await give(house, cast, { text: "Ingen ringte tilbake.", wish: "Svar" });
    await review(house, newReview(cast, id, { outcome: "no_action", themeSlug: null, note: "Takk." }));
    const { feedbackId } = await itemOf(house, cast, { text: "Dette er ikke avsluttet." });
    house.setNow("2028-11-01T09:00:00Z");
    await erase();
    const textOf = async (one: string) =>
      (await house.store.read.select().from(feedbackWords).where(eq(feedbackWords.feedbackId, one)))[0];
    expect((await textOf(id))?.text).toBe("Ingen ringte tilbake.");
    house.setNow("2028-11-03T09:00:00Z");
    await erase();
    expect(await textOf(id)).toMatchObject({ text: blank, consequence: null, wish: null });
    const [reviewed] = await house.store.read
      .select()
      .from(feedbackReviews)
      .where(eq(feedbackReviews.feedbackId, id));
    expect(reviewed).toMatchObject({ outcome: "no_action", note: null });
    expect((await textOf(feedbackId))?.text).toBe("Dette er ikke avsluttet.");
  });
});

describe("mail and the log of access", () => {
  it("mail that went says nothing after thirty days; mail on its way is left", async () => {
    await gatheringWithWords();
    const mails = await house.store.read.select().from(outbox);
    const [first] = mails;
    await house.store.write((tx) =>
      tx
        .update(outbox)
        .set({ state: "sent", sentAt: house.now() })
        .where(eq(outbox.id, first?.id as string)),
    );
    house.setNow("2026-12-03T09:00:00Z");
    await erase();
    const after = await house.store.read.select().from(outbox);
    expect(after).toHaveLength(mails.length);
    expect(after.filter(({ htmlBody }) => htmlBody === "").map(({ id }) => id)).toEqual([first?.id]);
    expect(after.find(({ id }) => id === first?.id)).toMatchObject({
      toAddress: "",
      textBody: "",
      state: "sent",
    });
  });

  it("the log goes after twelve months, and is changed by nothing else", async () => {
    const note = { byId: cast.kari, event: "person-seen" as const, personIds: [cast.ola] };
    await house.store.write((tx) => audit(tx, note, house.now()));
    house.setNow("2027-11-01T09:00:00Z");
    await erase();
    expect(await house.store.read.select().from(auditLog)).toHaveLength(1);
    house.setNow("2027-11-03T09:00:00Z");
    await erase();
    expect(await house.store.read.select().from(auditLog)).toEqual([]);
  });
});

it("someone who left every network three years ago is erased; those in use are not", async () => {
  await house.store.write(async (tx) => {
    await tx.update(memberships).set({ until: "2026-11-01" }).where(eq(memberships.personId, cast.ola));
    await tx.update(memberships).set({ until: "2027-11-01" }).where(eq(memberships.personId, cast.siri));
  });
  house.setNow("2029-11-03T09:00:00Z");
  expect(await due()).toMatchObject({ "persons/identity": 1 });
  await erase();
  const gone = (await house.store.read.select().from(persons)).filter(({ erasedAt }) => erasedAt);
  expect(gone.map(({ id }) => id)).toEqual([cast.ola]);
});

it("someone in use outside the networks is not erased, nor on the day they are marked as having left", async () => {
  const until = "2026-11-01";
  const [mentor] = (await addMentors(house.store, cast.network, 1)) as [string];
  await house.store.write(async (tx) => {
    for (const id of [cast.ola, cast.siri, cast.nina])
      await tx.update(memberships).set({ until }).where(eq(memberships.personId, id));
  });
  house.setNow("2029-11-01T09:00:00Z");
  await house.store.write(async (tx) => {
    // Leif led an office until today, and was in no network
    await tx.delete(unitLeaders).where(eq(unitLeaders.personId, cast.leif));
    const left = { personId: cast.leif, status: "left" as const, since: "2029-11-01" };
    expect(await setStatus(tx, left)).toEqual({ ok: true });
    // Ola said a year ago that he may be asked again; Siri still looks in; Nina is whom a mentor rings
    await giveConsent(tx, cast.ola, null, Temporal.Instant.from("2028-11-01T09:00:00Z"));
    await openSession(tx, cast.siri, house.now());
    const link = { networkId: cast.network, mentorId: mentor, counsellorId: cast.nina };
    await tx.insert(counsellorLinks).values({ ...link, since: "2027-01-01" });
  });
  house.setNow("2029-11-03T09:00:00Z");
  await erase();
  const erased = async () =>
    (await house.store.read.select().from(persons)).filter(({ erasedAt }) => erasedAt).map(({ id }) => id);
  expect(await erased()).toEqual([]);
  house.setNow("2032-11-03T09:00:00Z");
  await erase();
  expect(await erased()).toContain(cast.leif);
});

it("what a group answered goes 24 months after the gathering, and is read by no later group from then on", async () => {
  const groups = await openTuva(house, cast);
  await groups.phone(1);
  await groups.open();
  await groups.save(groups.keyOf(1), "Klippfisk i kassa", { mayShare: true });
  const key = { sessionId: groups.sessionId, questionId: "hos-tuva", round: 1 };
  await house.store.write(async (tx) => {
    await revealRound(tx, key, rememberingDoor().give, house.now());
    await tx.update(groupAnswers).set({ approvedById: cast.kari });
  });
  const shared = () => sharedAnswersFor(house.store.read, "tuva", 1, "hos-tuva", "nb");
  house.setNow("2028-12-08T13:59:00Z");
  await erase();
  expect((await shared()).map(({ words }) => words)).toEqual(["Klippfisk i kassa"]);
  house.setNow("2028-12-08T14:01:00Z");
  expect(await due()).toMatchObject({ "group_answers/group-words": 1 });
  await erase();
  expect((await house.store.read.select().from(groupAnswers)).map(({ words }) => words)).toEqual([blank]);
  expect(await shared()).toEqual([]);
});

it("a dry run counts what goes, and changes nothing", async () => {
  await gatheringWithWords();
  const { id } = await give(house, cast);
  await review(house, newReview(cast, id, { outcome: "no_action", themeSlug: null, note: "Takk." }));
  await storeDueHalfYears(house.store, house.now());
  house.setNow("2029-01-03T09:00:00Z");
  const before = await everything(house);
  const counted = await due();
  expect(await everything(house)).toBe(before);
  const { counts } = await erase();
  const perTable: Record<string, number> = {};
  for (const [key, rows] of Object.entries(counted)) {
    const table = key.split("/")[0] as string;
    perTable[table] = (perTable[table] ?? 0) + rows;
  }
  expect(counts).toEqual(perTable);
  expect(Object.keys(counts).length).toBeGreaterThan(2);
  expect(await due()).toEqual({});
});

it("the command line counts without erasing, and erases", async () => {
  await gatheringWithWords();
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [...programOf("server/erase-due.ts"), ...args], {
      cwd: root,
      env: { PATH: process.env["PATH"], DATABASE_URL: house.config.databaseUrl, KEEP: "needs=1" },
      encoding: "utf8",
    });
  await house.store.write((tx) =>
    tx.update(gatherings).set({ endsAt: Temporal.Now.instant().subtract({ hours: 48 }) }),
  );
  expect(run("--dry-run").stdout).toMatch(/ 1 {2}needs +answer_words/);
  expect(await wordsNow()).toMatchObject({ needs: "Uten nøtter" });
  expect(run().stdout).toMatch(/1 {2}answer_words/);
  expect(await wordsNow()).toMatchObject({ needs: null, words: "Kommer litt sent" });
}, 240_000);

describe("the nightly job", () => {
  const nightly = (signal?: AbortSignal) => eraseNightly(house.store, house.mailer, house.now, signal);

  it("waits for the night, and runs once, however many processes ask", async () => {
    await gatheringWithWords();
    house.setNow("2027-02-01T00:30:00Z"); // half past one
    expect(await nightly()).toBeNull();
    house.setNow("2027-02-01T02:00:00Z");
    const all = await Promise.all([nightly(), nightly(), nightly()]);
    expect(all.filter((one) => one !== null)).toEqual([{ answer_words: 2 }]);
    expect(await nightly()).toBeNull();
    const [night] = await lastNights(house.store.read, 5);
    expect(night).toMatchObject({ night: "2027-02-01", counts: { answer_words: 2 }, isStopped: false });
    expect(night?.endedAt).not.toBeNull();
    house.setNow("2027-02-02T02:00:00Z");
    expect(await nightly()).toEqual({});
  });

  it("stopped with the server it goes on at the next run; killed, after ten minutes", async () => {
    await gatheringWithWords();
    house.setNow("2027-02-01T02:00:00Z");
    const stopping = new AbortController();
    stopping.abort();
    expect(await nightly(stopping.signal)).toEqual({ answer_words: 1 });
    expect(await nightly()).toEqual({ answer_words: 1 });
  });

  it("stopped by an administrator it stays stopped that night", async () => {
    await gatheringWithWords();
    house.setNow("2027-02-01T02:00:00Z");
    const stopping = new AbortController();
    stopping.abort();
    await nightly(stopping.signal);
    expect((await (await browserOf(house, cast.amir)).post("/sletting/stopp")).statusCode).toBe(303);
    expect(await house.store.write(stopErasing)).toBe(false);
    expect(await nightly()).toBeNull();
    const { body } = await (await browserOf(house, cast.amir)).get("/sletting");
    expect(body).toContain("stoppet");
    expect((await (await browserOf(house, cast.kari)).get("/sletting")).statusCode).toBe(403);
  });
});
