import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outbox } from "../../server/mail/tables.ts";
import { answerSurvey } from "../../server/surveys/answer.ts";
import { askedOf, surveyByToken, surveyToken } from "../../server/surveys/asked.ts";
import { runSurveys } from "../../server/surveys/due.ts";
import type { SurveyPorts } from "../../server/surveys/ports.ts";
import { yearlyResults } from "../../server/surveys/queries.ts";
import { questionsOf, type Step, yearlyQuestions } from "../../server/surveys/questions.ts";
import { openYearly } from "../../server/surveys/survey.ts";
import { surveys } from "../../server/surveys/tables.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { close, linkOf, say, surveyRow } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const path = () => `/nettverk/${cast.network}/arsundersokelse`;
const yearlyForm = (change: Record<string, string> = {}) => ({
  ...Object.fromEntries(yearlyQuestions.map((question) => [question, "4"])),
  ...change,
});
const onlySurvey = async () =>
  (await house.store.read.select().from(surveys))[0] as typeof surveys.$inferSelect;
const mailsOf = (kind: string) => house.store.read.select().from(outbox).where(eq(outbox.kind, kind));

/** Six contacts at six workplaces, who never sign in. */
const contacts = ["nb", "nn", "en", "nb", "nn", "en"].map((language, i) => ({
  id: `contact${i}`.padEnd(26, "a"),
  name: `Kontakt ${i}`,
  email: `kontakt${i}@bedrift.example`,
  language: language as "nb" | "nn" | "en",
}));
const ports: SurveyPorts = {
  giveFeedback: async () => ({ ok: false, reason: "not-a-member" }),
  employerContactsOf: async (_read, networkId) => (networkId === cast.network ? contacts : []),
};

describe("an adviser sends the yearly survey to the mentors", () => {
  beforeEach(async () => {
    await addMentors(house.store, cast.network, 6); // and Ola and Siri
  });

  it("once a year, for three weeks, with mail at once and one reminder", async () => {
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get(path())).body).toContain("Går til åtte på e-post");
    const sent = await kari.post(path(), { til: "mentors" });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, path()]);
    const twice = await kari.post(path(), { til: "mentors" });
    expect(twice.statusCode).toBe(303);
    const survey = await onlySurvey();
    expect(survey).toMatchObject({ kind: "mentors", period: "2026", asked: 8, closesOn: "2026-11-23" });
    expect(await mailsOf("yearly-survey")).toHaveLength(8);
    const [mail] = await mailsOf("yearly-survey");
    expect(mail?.textBody).toContain("/evaluering/");
    await say(house, survey.id, cast.ola);
    for (const day of ["10", "12", "13", "15"]) {
      house.setNow(`2026-11-${day}T10:00:00Z`);
      await runSurveys(house.store, house.mailer, ports, house.now());
    }
    const reminded = await mailsOf("yearly-reminder");
    expect(reminded).toHaveLength(7);
    expect(reminded.map(({ personId }) => personId)).not.toContain(cast.ola);
  });

  it("in general: thirteen statements in three blocks, no free text, told who reads it", async () => {
    await (await browserOf(house, cast.kari)).post(path(), { til: "mentors" });
    const { id } = await onlySurvey();
    const browser = await browserOf(house, null);
    const link = await linkOf(house, id, cast.ola);
    const { body } = await browser.get(link);
    expect(body.match(/<fieldset class="scale/g)).toHaveLength(13);
    expect(body.match(/<h2 class="aksel-heading/g)).toHaveLength(3);
    expect(body).not.toContain("<textarea");
    expect(body).toContain("hvis minst fem har svart");
    const missing = await browser.post(link, yearlyForm({ mentor: "" }));
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain('href="#mentor"');
    expect((await browser.post(link, yearlyForm())).headers.location).toBe(`${link}/takk`);
    expect((await browser.get(`${link}/takk`)).body).toContain("minst fem har svart");
  });

  it("and sees progress in steps of five, never a single answer coming in", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(path(), { til: "mentors" });
    const { id } = await onlySurvey();
    const mentors = await askedOf(house.store.read, ports, await surveyRow(house, id));
    const seen = new Set<string>();
    const kept: string[] = [];
    for (const mentor of mentors) {
      await say(house, id, mentor.id);
      const { body } = await kari.get(path());
      kept.push(/(Færre enn fem av 8|Minst \d+ av 8)/.exec(body)?.[1] ?? "");
      seen.add(body);
    }
    expect(kept).toEqual([...Array(4).fill("Færre enn fem av 8"), ...Array(4).fill("Minst 5 av 8")]);
    expect(seen.size).toBe(2);
  });

  it("and counts are shown to adviser, leader and region from five, when it has closed", async () => {
    await (await browserOf(house, cast.kari)).post(path(), { til: "mentors" });
    const { id } = await onlySurvey();
    const mentors = await askedOf(house.store.read, ports, await surveyRow(house, id));
    for (const [i, mentor] of mentors.slice(0, 5).entries())
      await say(house, id, mentor.id, { steps: `${i + 1}2345${"4".repeat(8)}` });
    for (const person of [cast.kari, cast.leif, cast.randi]) {
      const { body } = await (await browserOf(house, person)).get(path());
      expect(body).not.toContain("5 av 8 svarte");
    }
    await close(house, id);
    for (const person of [cast.kari, cast.leif, cast.randi]) {
      const { body } = await (await browserOf(house, person)).get(path());
      expect(body).toContain("5 av 8 svarte");
      expect(body).toContain("De fleste svarte «Litt enig».");
      expect(body).toContain('<svg class="bar"');
    }
    expect((await (await browserOf(house, cast.leif)).get("/evalueringer")).body).toContain("5 av 8 svarte");
    for (const person of [cast.ola, cast.nina]) {
      expect((await (await browserOf(house, person)).get(path())).statusCode).toBe(403);
    }
    expect((await (await browserOf(house, cast.strangeAdviser)).get(path())).statusCode).toBe(404);
    expect(
      (await (await browserOf(house, cast.strangeAdviser)).post(path(), { til: "mentors" })).statusCode,
    ).toBe(404);
    expect((await (await browserOf(house, cast.leif)).post(path(), { til: "mentors" })).statusCode).toBe(403);
  });

  it("and four answers show nothing, not even that there were four", async () => {
    await (await browserOf(house, cast.kari)).post(path(), { til: "mentors" });
    const { id } = await onlySurvey();
    const mentors = await askedOf(house.store.read, ports, await surveyRow(house, id));
    for (const mentor of mentors.slice(0, 4)) await say(house, id, mentor.id);
    await close(house, id);
    const [result] = await yearlyResults(house.store.read, [cast.network]);
    expect(result).toMatchObject({ answers: null, released: null, isClosed: true });
    expect((await (await browserOf(house, cast.kari)).get(path())).body).toContain("Venter på flere svar");
  });
});

it("it is not sent where fewer than five could answer", async () => {
  const kari = await browserOf(house, cast.kari);
  expect((await kari.get(path())).body).toContain("Det er to å spørre");
  const refused = await kari.post(path(), { til: "mentors" });
  expect(refused.statusCode).toBe(422);
  expect((await kari.post(path(), { til: "noe" })).statusCode).toBe(422);
  expect(await house.store.read.select().from(surveys)).toEqual([]);
});

describe("employer contacts", () => {
  const open = () =>
    house.store.write((tx) =>
      openYearly(
        tx,
        { networkId: cast.network, kind: "employers", byId: cast.kari, asked: contacts.length },
        house.now(),
      ),
    );

  it("are mailed in their language with a link of their own and nothing to unsubscribe from", async () => {
    await open();
    await runSurveys(house.store, house.mailer, ports, house.now());
    const mails = (await mailsOf("yearly-survey")).sort((a, b) => a.toAddress.localeCompare(b.toAddress));
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(contacts.map(({ email }) => email));
    expect(mails[1]?.textBody).toContain("Éin gong i året spør vi dykk som er arbeidsgivarar");
    expect(mails[2]?.htmlBody).toContain("you do not need to sign in");
    expect(mails[0]?.headers).not.toHaveProperty("List-Unsubscribe");
    expect(mails[0]?.textBody).not.toContain("/e-post/");
  });

  it("answer by that link alone, once, and lose it when they are taken off the list", async () => {
    const opened = await open();
    const surveyId = opened.ok ? opened.id : "";
    const { secret } = house.config;
    const [first] = await askedOf(house.store.read, ports, await surveyRow(house, surveyId));
    if (!first) throw new Error("nobody asked");
    const token = surveyToken(secret, surveyId, first);
    expect((await surveyByToken(house.store.read, secret, ports, token))?.person.id).toBe(first.id);
    const none: SurveyPorts = { ...ports, employerContactsOf: async () => [] };
    expect(await surveyByToken(house.store.read, secret, none, token)).toBeNull();
    const steps = Object.fromEntries(questionsOf("employers").map((question) => [question, "3" as Step]));
    const given = { surveyId, respondentId: first.id, answers: { steps, texts: {} } };
    const answer = () => house.store.write((tx) => answerSurvey(tx, secret, ports, given, house.now()));
    expect(await answer()).toEqual({ ok: true });
    expect(await answer()).toEqual({ ok: false, reason: "answered" });
    const mentor = { ...given, respondentId: cast.ola };
    const other = await house.store.write((tx) => answerSurvey(tx, secret, ports, mentor, house.now()));
    expect(other).toEqual({ ok: false, reason: "not-asked" });
  });
});
