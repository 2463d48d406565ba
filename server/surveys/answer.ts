/** Answering a survey: once each, into the ballot. */
import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { askedOf } from "./asked.ts";
import { type Answers, readBallot, withAnswer, writeBallot } from "./ballot.ts";
import type { SurveyPorts } from "./ports.ts";
import { surveys } from "./tables.ts";

/** Whether a survey takes answers: to the end of its last day. */
export const isOpen = (
  survey: { closedOn: string | null; closesOn: string },
  now: Temporal.Instant,
): boolean => survey.closedOn === null && localDate(now).toString() <= survey.closesOn;

/**
 * Adds someone's answer to the ballot (learning-loop.md section 2.2). It cannot be changed afterwards: it
 * is not kept as theirs. Free text has been through the guard already.
 * @returns refused with `closed`, with `answered` when they have answered before (a second press, another
 *   device), and with `not-asked`
 */
export async function answerSurvey(
  tx: Tx,
  secret: string,
  ports: Pick<SurveyPorts, "employerContactsOf">,
  given: { surveyId: string; respondentId: string; answers: Answers },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "closed" | "answered" | "not-asked" }> {
  const { surveyId, respondentId, answers } = given;
  const [survey] = await tx.select().from(surveys).where(eq(surveys.id, surveyId));
  if (!survey || !isOpen(survey, now)) return { ok: false, reason: "closed" };
  const [person] = await askedOf(tx, ports, survey, respondentId);
  if (!person) return { ok: false, reason: "not-asked" };
  const ballot = await readBallot(tx, secret, survey);
  if (ballot.answered.includes(respondentId)) return { ok: false, reason: "answered" };
  await writeBallot(tx, secret, surveyId, withAnswer(ballot, respondentId, answers));
  return { ok: true };
}
