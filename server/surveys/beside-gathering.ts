/** What the page of a gathering says of its evaluation; handed to that room by `app.ts`. */
import type { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import type { Viewer } from "../web/access.ts";
import type { Language } from "../web/languages.ts";
import { isOpen } from "./answer.ts";
import { askedOf, surveyToken } from "./asked.ts";
import { answeredRowOf, hasAnswered } from "./ballot.ts";
import { dateIn, wordsIn } from "./desk.ts";
import type { SurveyPorts } from "./ports.ts";
import { evaluationOf, openSurveysOf } from "./queries.ts";
import { leads } from "./sight.ts";

export interface EvaluationCard {
  heading: string;
  says: string;
  path: string;
  label: string;
  /** The viewer has not answered: the one thing to do here. */
  isAsking: boolean;
}

/**
 * The evaluation as one viewer of a gathering has it: to answer, to wait for, or to read. Null when
 * there is none, for whoever leads the network, and for those outside it.
 */
export async function evaluationCard(
  read: Reader,
  { secret, ports }: { secret: string; ports: Pick<SurveyPorts, "employerContactsOf"> },
  about: { gatheringId: string; networkId: string; viewer: Viewer },
  language: Language,
  now: Temporal.Instant,
): Promise<EvaluationCard | null> {
  const survey = await evaluationOf(read, about.gatheringId);
  if (!survey || (await leads(read, about.viewer, about.networkId))) return null;
  const { r } = wordsIn(language);
  const card = {
    heading: r.ofGathering,
    path: `/samlinger/${about.gatheringId}/evaluering`,
    isAsking: false,
  };
  if (!isOpen(survey, now)) {
    const says = survey.closedOn ? r.seeResults : r.isOpen(dateIn(survey.closesOn, language));
    return { ...card, says, label: r.seeEvaluation };
  }
  const [person] = await askedOf(read, ports, survey, about.viewer.id);
  const row = person ? await answeredRowOf(read, survey.id) : null;
  if (!person || hasAnswered(secret, survey.id, row, person.id)) {
    return { ...card, says: r.isOpen(dateIn(survey.closesOn, language)), label: r.seeEvaluation };
  }
  const path = `/evaluering/${surveyToken(secret, survey.id, person)}`;
  return { ...card, says: r.answerWhy, path, label: r.answer, isAsking: true };
}

/** The surveys that wait for a member's answer, newest first: their own links, for the front page. */
export async function surveysWaitingFor(
  read: Reader,
  { secret, ports }: { secret: string; ports: Pick<SurveyPorts, "employerContactsOf"> },
  viewer: { id: string; networkIds: string[] },
  now: Temporal.Instant,
): Promise<{ path: string; kind: "evaluation" | "mentors" }[]> {
  const waiting = [];
  for (const survey of await openSurveysOf(read, viewer.networkIds, now)) {
    if (survey.kind === "employers") continue;
    const [person] = await askedOf(read, ports, survey, viewer.id);
    if (!person) continue;
    if (hasAnswered(secret, survey.id, await answeredRowOf(read, survey.id), viewer.id)) continue;
    waiting.push({ path: `/evaluering/${surveyToken(secret, survey.id, person)}`, kind: survey.kind });
  }
  return waiting;
}
