import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attendance, gatherings } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { topics } from "../../server/networks/tables.ts";
import { chooseMail } from "../../server/people/mail-preference.ts";
import { persons } from "../../server/people/tables.ts";
import { closeDueSurveys, decentHour, mailOpenSurveys, runSurveys } from "../../server/surveys/due.ts";
import { eraseOldComments } from "../../server/surveys/pool.ts";
import { evaluationCloses } from "../../server/surveys/survey.ts";
import { surveys } from "../../server/surveys/tables.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { addGathering, answer, invite } from "../gatherings/party.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import {
  addHeld,
  attend,
  ballotRows,
  close,
  linkOf,
  openedEvaluation,
  ports,
  say,
  surveyRow,
} from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const run = () => runSurveys(house.store, house.mailer, ports, house.now());
const allSurveys = () => house.store.read.select().from(surveys);
const mailsOf = async (kind: string) =>
  (await house.store.read.select().from(outbox).where(eq(outbox.kind, kind))).sort((a, b) =>
    (a.personId ?? "").localeCompare(b.personId ?? ""),
  );
const day = Temporal.PlainDate.from;

describe("an evaluation opens by itself", () => {
  it("as soon as attendance is recorded, to those who were there, once however often the clock runs", async () => {
    const mentors = await addMentors(house.store, cast.network, 3);
    house.setNow("2026-11-03T13:00:00Z"); // 14.00 in Oslo, under way
    await addHeld(house, cast, [...mentors, cast.nina, cast.kari]);
    await run();
    expect(await allSurveys()).toEqual([]);
    house.setNow("2026-11-03T14:05:00Z");
    await run();
    await run();
    const [survey] = await allSurveys();
    expect(survey).toMatchObject({ kind: "evaluation", period: "2026-2", asked: 4, openedOn: "2026-11-03" });
    const mails = await mailsOf("evaluation");
    // the adviser reads the figures and is not asked
    expect(mails.map(({ personId }) => personId).sort()).toEqual([...mentors, cast.nina].sort());
    expect(mails[0]?.textBody).toContain("/evaluering/");
    expect(mails[0]?.htmlBody).toContain("/evaluering/");
  });

  it("the next morning when nobody recorded who came, to those who said yes", async () => {
    const mentors = await addMentors(house.store, cast.network, 5);
    const id = await addGathering(house, cast, { localDate: "2026-11-10", openedAt: house.now() });
    await invite(house, cast, id, ...mentors);
    for (const one of mentors.slice(0, 3)) await answer(house, id, one);
    await answer(house, id, mentors[3] as string, { answer: "maybe" });
    house.setNow("2026-11-10T18:00:00Z");
    await run();
    expect(await allSurveys()).toEqual([]);
    house.setNow("2026-11-11T09:00:00Z"); // 10.00
    await run();
    expect((await mailsOf("evaluation")).map((mail) => mail.personId)).toEqual(mentors.slice(0, 3).sort());
    // the list comes late: whoever is on it is asked too, and whoever is not loses the link
    await attend(house, cast, id, [mentors[0] as string, mentors[4] as string]);
    await run();
    expect((await mailsOf("evaluation")).map((mail) => mail.personId)).toContain(mentors[4]);
  });

  it("to two who were there, in words of their own; not to two who said yes until it is known who came", async () => {
    const mentors = await addMentors(house.store, cast.network, 4);
    const known = await addHeld(house, cast, mentors.slice(0, 2));
    const unknown = await addGathering(house, cast, { localDate: "2026-11-04", openedAt: house.now() });
    await invite(house, cast, unknown, ...mentors);
    for (const one of mentors.slice(0, 2)) await answer(house, unknown, one);
    house.setNow("2026-11-06T12:00:00Z");
    await run();
    expect((await allSurveys()).map(({ gatheringId, asked }) => [gatheringId, asked])).toEqual([[known, 2]]);
    const [survey] = await allSurveys();
    const page = await (await browserOf(house, null)).get(
      await linkOf(house, survey?.id as string, mentors[0] as string),
    );
    expect(page.body).toContain("Dere var så få at ingen får se svarene fra denne samlingen for seg.");
    expect(page.body).not.toContain('name="kommentar"');
    await attend(house, cast, unknown, mentors);
    await run();
    expect((await allSurveys()).map(({ asked }) => asked).sort()).toEqual([2, 4]);
  });

  it("never for a single one, a cancelled or old gathering, or one that nobody was invited to", async () => {
    const [one, two, three] = (await addMentors(house.store, cast.network, 3)) as [string, string, string];
    await addHeld(house, cast, [one, cast.kari]);
    const cancelled = await addHeld(house, cast, [one, two, three], "2026-11-04");
    const draft = await addHeld(house, cast, [one, two, three], "2026-11-05");
    const old = await addHeld(house, cast, [one, two, three], "2026-10-13");
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ cancelledAt: house.now() }).where(eq(gatherings.id, cancelled));
      await tx.update(gatherings).set({ openedAt: null }).where(eq(gatherings.id, draft));
    });
    expect(old).toBeTruthy();
    house.setNow("2026-11-06T12:00:00Z");
    await run();
    expect(await allSurveys()).toEqual([]);
  });

  it("at two processes' clocks at once, once", async () => {
    const mentors = await addMentors(house.store, cast.network, 3);
    await addHeld(house, cast, mentors);
    house.setNow("2026-11-03T15:00:00Z");
    await Promise.all([run(), run(), run()]);
    expect(await allSurveys()).toHaveLength(1);
    expect(await mailsOf("evaluation")).toHaveLength(3);
  });

  it("does not mail at night, nor those who left or want no mail", async () => {
    const mentors = await addMentors(house.store, cast.network, 5);
    await addHeld(house, cast, mentors);
    await house.store.write(async (tx) => {
      await tx
        .update(persons)
        .set({ status: "left" })
        .where(eq(persons.id, mentors[0] as string));
      await chooseMail(tx, mentors[1] as string, { hasInvitations: false }, house.now());
    });
    house.setNow("2026-11-03T22:30:00Z");
    await run();
    const mails = await mailsOf("evaluation");
    expect(mails.map(({ personId }) => personId)).toEqual(mentors.slice(2).sort());
    expect(mails[0]?.notBefore.toString()).toBe("2026-11-04T06:00:00Z");
  });

  it.each([
    ["2026-11-03T12:00:00Z", "2026-11-03T12:00:00Z"],
    ["2026-11-03T20:30:00Z", "2026-11-04T06:00:00Z"],
    ["2026-11-03T03:00:00Z", "2026-11-03T06:00:00Z"],
    ["2026-03-28T23:30:00Z", "2026-03-29T05:00:00Z"], // the clocks change that night
  ])("what is ready at %s is sent at %s", (at, sent) => {
    expect(decentHour(Temporal.Instant.from(at)).toString()).toBe(sent);
  });
});

describe("how long it is open", () => {
  it.each([
    [null, "2026-11-17"],
    ["2026-12-08", "2026-11-17"],
    ["2026-11-17", "2026-11-16"],
    ["2026-11-10", "2026-11-09"],
    ["2026-11-04", "2026-11-05"], // never less than two days
  ])("until the day before the next gathering (%s) or fourteen days: %s", (next, closes) => {
    expect(evaluationCloses(day("2026-11-03"), next ? day(next) : null)).toBe(closes);
  });

  it("to the end of its last day, and not a day longer", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 4);
    expect((await surveyRow(house, surveyId)).closesOn).toBe("2026-11-17");
    house.setNow("2026-11-17T22:30:00Z");
    expect(await say(house, surveyId, mentors[0] as string)).toEqual({ ok: true });
    house.setNow("2026-11-17T23:30:00Z"); // past midnight in Oslo, and the clock has not run
    expect(await say(house, surveyId, mentors[1] as string)).toEqual({ ok: false, reason: "closed" });
    expect(await closeDueSurveys(house.store, house.config.secret, house.now())).toBe(1);
    expect(await closeDueSurveys(house.store, house.config.secret, house.now())).toBe(0);
    expect(await say(house, surveyId, mentors[1] as string)).toEqual({ ok: false, reason: "closed" });
  });
});

describe("the one reminder", () => {
  it("goes to those who have not answered, once, not on the adviser's list, and is gone at the closing", async () => {
    const { surveyId, mentors, gatheringId } = await openedEvaluation(house, cast, 4);
    await mailOpenSurveys(house.store, house.mailer, ports, house.now());
    await say(house, surveyId, mentors[0] as string);
    await house.store.write((tx) =>
      chooseMail(tx, mentors[1] as string, { hasReminders: false }, house.now()),
    );
    house.setNow("2026-11-06T10:00:00Z");
    await run();
    expect(await mailsOf("evaluation-reminder")).toEqual([]);
    house.setNow("2026-11-07T10:00:00Z");
    await Promise.all([run(), run()]);
    house.setNow("2026-11-10T10:00:00Z");
    await run();
    const mails = await mailsOf("evaluation-reminder");
    expect(mails.map(({ personId }) => personId)).toEqual(mentors.slice(2).sort());
    expect(mails.every((mail) => mail.gatheringId === null)).toBe(true);
    expect((await mailsOf("evaluation")).every((mail) => mail.gatheringId === gatheringId)).toBe(true);
    await close(house, surveyId);
    expect(await mailsOf("evaluation-reminder")).toEqual([]);
    expect(await mailsOf("evaluation")).toHaveLength(4);
  });
});

describe("answering", () => {
  it("counts once for a person, whatever they press and from how many devices at once", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 4);
    const [one] = mentors as [string];
    const results = await Promise.all([1, 2, 3].map(() => say(house, surveyId, one, { steps: "55555" })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "answered")).toHaveLength(2);
    for (const id of mentors.slice(1)) await say(house, surveyId, id, { steps: "11111" });
    await close(house, surveyId);
    const rows = await ballotRows(house, surveyId);
    expect(rows.find(({ question }) => question === "tid")?.counts).toEqual([3, 0, 0, 0, 1, 0]);
  });

  it("loses none of many who answer at the same time", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 12);
    const results = await Promise.all(mentors.map((id) => say(house, surveyId, id)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    await close(house, surveyId);
    expect((await surveyRow(house, surveyId)).answers).toBe(12);
  });

  it("is refused for the adviser, for someone outside, and for someone who was not there after all", async () => {
    const { surveyId, mentors, gatheringId } = await openedEvaluation(house, cast, 4);
    const [one] = mentors as [string];
    for (const id of [cast.kari, cast.strangeMentor, cast.siri]) {
      expect(await say(house, surveyId, id)).toEqual({ ok: false, reason: "not-asked" });
    }
    await house.store.write(async (tx) => {
      await tx.update(attendance).set({ status: "absent" }).where(eq(attendance.personId, one));
    });
    expect(gatheringId).toBeTruthy();
    expect(await say(house, surveyId, one)).toEqual({ ok: false, reason: "not-asked" });
  });
});

describe("wishes", () => {
  it("become topics together at the closing, sorted, without a proposer and a vote", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    for (const [i, onske] of ["Å si nei", "Fravær", "fravær"].entries()) {
      await say(house, surveyId, mentors[i] as string, { onske });
    }
    expect(await house.store.read.select().from(topics)).toEqual([]);
    await close(house, surveyId);
    const rows = await house.store.read.select().from(topics);
    expect(rows.map(({ words }) => words).sort()).toEqual(["Fravær", "fravær", "Å si nei"]);
    for (const row of rows) {
      expect(row).toMatchObject({ source: "evaluation", proposedById: null, proposedOn: "2026-11-18" });
    }
    const kept = (await ballotRows(house, surveyId)).find(({ question }) => question === "onske");
    expect(kept?.texts).toEqual([]);
  });
});

it("comments are gone two years after, the counts stay", async () => {
  const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
  for (const id of mentors) await say(house, surveyId, id, { kommentar: "Fint" });
  await close(house, surveyId);
  const comments = async () =>
    (await ballotRows(house, surveyId)).find(({ question }) => question === "kommentar")?.texts;
  const erase = (at: string) => house.store.write((tx) => eraseOldComments(tx, Temporal.Instant.from(at)));
  await erase("2028-11-17T08:00:00Z");
  expect(await comments()).toHaveLength(3);
  await erase("2028-11-20T08:00:00Z");
  expect(await comments()).toEqual([]);
  expect((await ballotRows(house, surveyId)).find(({ question }) => question === "tid")?.counts).toHaveLength(
    6,
  );
});
