/** A gathering that is over, those who were there, and short ways to answer about it. */
import { asc, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { attendance, gatherings } from "../../server/gatherings/tables.ts";
import { answerSurvey } from "../../server/surveys/answer.ts";
import { askedOf, type Survey, surveyToken } from "../../server/surveys/asked.ts";
import type { SurveyPorts } from "../../server/surveys/ports.ts";
import { questionsOf, type Step } from "../../server/surveys/questions.ts";
import { closeSurvey, openEvaluation } from "../../server/surveys/survey.ts";
import { ballots, surveys } from "../../server/surveys/tables.ts";
import { instantOf, localDate } from "../../server/web/dates.ts";
import { addMentors, type Cast } from "../cast.ts";
import { addGathering } from "../gatherings/party.ts";
import type { TestHouse } from "../house.ts";

/** Nobody of the tests is an employer contact, unless a test hands in its own. */
export const ports: SurveyPorts = {
  employerContactsOf: async () => [],
  giveFeedback: async () => ({ ok: true, code: null }),
};

/** A gathering that was held, with those who were present. */
export async function addHeld(
  house: TestHouse,
  cast: Cast,
  personIds: string[],
  localDay = "2026-11-03",
  networkId = cast.network,
): Promise<string> {
  const id = await addGathering(house, cast, { localDate: localDay, networkId, openedAt: house.now() });
  await attend(house, cast, id, personIds);
  return id;
}

export async function attend(house: TestHouse, cast: Cast, gatheringId: string, personIds: string[]) {
  await house.store.write(async (tx) => {
    for (const personId of personIds) {
      await tx.insert(attendance).values({
        gatheringId,
        personId,
        status: "present",
        recordedById: cast.kari,
        recordedAt: house.now(),
      });
    }
  });
}

export async function surveyRow(house: TestHouse, surveyId: string): Promise<Survey> {
  const [row] = await house.store.read.select().from(surveys).where(eq(surveys.id, surveyId));
  return row as Survey;
}

/** The evaluation of a gathering held by so many new mentors, open since the evening of its day. */
export async function openedEvaluation(house: TestHouse, cast: Cast, people: number | string[]) {
  house.setNow("2026-11-03T19:00:00Z");
  const mentors = typeof people === "number" ? await addMentors(house.store, cast.network, people) : people;
  const gatheringId = await addHeld(house, cast, mentors);
  const surveyId = await openFor(house, gatheringId);
  return { gatheringId, mentors, surveyId };
}

export async function openFor(house: TestHouse, gatheringId: string): Promise<string> {
  return house.store.write(async (tx) => {
    const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
    if (!gathering) throw new Error("no such gathering");
    const about = { kind: "evaluation" as const, networkId: gathering.networkId, gatheringId };
    const asked = (await askedOf(tx, ports, about)).length;
    const opened = await openEvaluation(tx, gathering, asked, house.now());
    if (!opened.ok) throw new Error(opened.reason);
    return opened.id;
  });
}

interface Said {
  /** Five (or thirteen) steps, such as `45213`. */
  steps?: string;
  kommentar?: string;
  onske?: string;
}

export async function say(house: TestHouse, surveyId: string, respondentId: string, said: Said = {}) {
  const { kind } = await surveyRow(house, surveyId);
  const steps = said.steps ?? "4".repeat(questionsOf(kind).length);
  const answers = {
    steps: Object.fromEntries(questionsOf(kind).map((question, i) => [question, steps[i] as Step])),
    texts: { kommentar: said.kommentar ?? null, onske: said.onske ?? null },
  };
  const given = { surveyId, respondentId, answers };
  return house.store.write((tx) => answerSurvey(tx, house.config.secret, ports, given, house.now()), {
    inTurnFor: surveyId,
  });
}

/** The morning after the last day. */
export async function afterClosing(house: TestHouse, surveyId: string): Promise<Temporal.Instant> {
  const { closesOn } = await surveyRow(house, surveyId);
  return instantOf(Temporal.PlainDate.from(closesOn).add({ days: 1 }).toString(), "08:00");
}

/** Closes it the morning after its last day, and sets the clock there. */
export async function close(house: TestHouse, surveyId: string): Promise<void> {
  const at = await afterClosing(house, surveyId);
  if (localDate(at).toString() > localDate(house.now()).toString()) house.setNow(at.toString());
  await house.store.write((tx) => closeSurvey(tx, house.config.secret, surveyId, at));
}

export const ballotRows = (house: TestHouse, surveyId: string) =>
  house.store.read
    .select()
    .from(ballots)
    .where(eq(ballots.surveyId, surveyId))
    .orderBy(asc(ballots.question));

/** Someone's own link, as the mail has it. */
export async function linkOf(house: TestHouse, surveyId: string, personId: string): Promise<string> {
  const [person] = await askedOf(house.store.read, ports, await surveyRow(house, surveyId), personId);
  if (!person) throw new Error("not asked");
  return `/evaluering/${surveyToken(house.config.secret, surveyId, person)}`;
}

/** What the evaluation form sends. */
export const filled = (change: Record<string, string> = {}) => ({
  faglig: "4",
  utveksling: "5",
  dialog: "3",
  tid: "1",
  kunnskap: "0",
  kommentar: "",
  onske: "",
  nav: "",
  navn: "confidential",
  ord: "own",
  ...change,
});
