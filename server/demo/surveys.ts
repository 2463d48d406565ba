/** The demo's evaluations and yearly survey: answered and closed by the same functions as real ones. */
import { asc, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import type { Tx } from "../store/store.ts";
import { answerSurvey } from "../surveys/answer.ts";
import { askedOf } from "../surveys/asked.ts";
import type { SurveyPorts } from "../surveys/ports.ts";
import { questionsOf, type Step, type SurveyKind } from "../surveys/questions.ts";
import { closeSurvey, openEvaluation, openYearly } from "../surveys/survey.ts";
import { surveys } from "../surveys/tables.ts";
import { instantOf, localDate } from "../web/dates.ts";
import type { DemoEvaluations } from "./content.ts";
import type { DemoFacts } from "./gatherings.ts";
import { idOf } from "./people.ts";

type Answer = DemoEvaluations["yearly"]["answers"][number];
const ports: Pick<SurveyPorts, "employerContactsOf"> = { employerContactsOf: async () => [] };

function mustBeDone<R extends { ok: boolean }>(result: R, what: string): Extract<R, { ok: true }> {
  if (!result.ok) throw new Error(`content/demo/evaluations.yaml: ${what}: ${JSON.stringify(result)}`);
  return result as Extract<R, { ok: true }>;
}

const stepsOf = (kind: SurveyKind, { steps }: Answer) =>
  Object.fromEntries(questionsOf(kind).map((question, i) => [question, steps[i] as Step]));

/** Adds them all; the evaluation of the last gathering stays open, so that there is one to answer. */
export async function addDemoSurveys(
  tx: Tx,
  secret: string,
  facts: DemoFacts,
  demo: DemoEvaluations,
): Promise<void> {
  const { ids, now } = facts;

  async function answerAll(surveyId: string, kind: SurveyKind, answers: Answer[], at: Temporal.Instant) {
    for (const answer of answers) {
      const texts = { kommentar: answer.comment ?? null, onske: answer.wish ?? null };
      const given = {
        surveyId,
        respondentId: idOf(ids, answer.by),
        answers: { steps: stepsOf(kind, answer), texts },
      };
      mustBeDone(await answerSurvey(tx, secret, ports, given, at), `${answer.by} answers ${surveyId}`);
    }
  }

  async function close(surveyId: string) {
    const [survey] = await tx.select().from(surveys).where(eq(surveys.id, surveyId));
    const after = Temporal.PlainDate.from(survey?.closesOn as string).add({ days: 1 });
    const at = instantOf(after.toString(), "06:00");
    if (Temporal.Instant.compare(at, now) < 0) await closeSurvey(tx, secret, surveyId, at);
  }

  const last = demo.evaluations.at(-1);
  for (const { after, answers } of demo.evaluations) {
    const [gathering] = await tx
      .select()
      .from(gatherings)
      .where(eq(gatherings.id, idOf(ids, after)))
      .orderBy(asc(gatherings.id));
    if (!gathering) throw new Error(`content/demo/evaluations.yaml: no gathering ${after}`);
    const isLast = after === last?.after;
    const at = isLast ? now.subtract({ hours: 47 }) : gathering.endsAt.add({ hours: 2 });
    const about = { kind: "evaluation" as const, networkId: gathering.networkId, gatheringId: gathering.id };
    const asked = (await askedOf(tx, ports, about)).length;
    const { id } = mustBeDone(await openEvaluation(tx, gathering, asked, at), after);
    await answerAll(id, "evaluation", answers, isLast ? now : at.add({ hours: 20 }));
    if (!isLast) await close(id);
  }

  const opened = localDate(now).subtract({ weeks: demo.yearly.weeks_ago });
  const at = instantOf(opened.toString(), "10:00");
  const networkId = idOf(ids, "network");
  const kind = "mentors" as const;
  const asked = (await askedOf(tx, ports, { kind, networkId, gatheringId: null })).length;
  const opening = { networkId, kind, byId: idOf(ids, demo.yearly.by), asked };
  const { id } = mustBeDone(await openYearly(tx, opening, at), "yearly");
  await answerAll(id, kind, demo.yearly.answers, at.add({ hours: 30 }));
  await close(id);
}
