/** What the forms of this room send. */
import { z } from "zod";
import { choice, optionalLine, optionalParagraph, ticked } from "../web/forms.ts";
import { type Question, questionsOf, type Step, type SurveyKind, scale } from "./questions.ts";

const stepsFor = (kind: SurveyKind) =>
  Object.fromEntries(questionsOf(kind).map((question) => [question, choice(...scale)]));

const words = z.object({
  kommentar: optionalParagraph(1000),
  onske: optionalLine(200),
  nav: optionalParagraph(2000),
  navn: choice("named", "confidential", "anonymous").catch("confidential"),
  ord: choice("own", "paraphrase").catch("own"),
  /** What was warned about has been looked at. */
  sett: ticked(),
});

/** Five steps and the free texts. */
export const evaluationForm = words.extend(stepsFor("evaluation"));
/** Thirteen steps, and no free text. */
export const yearlyForm = z.object(stepsFor("mentors"));

/** The steps of a form that was read. */
export const stepsIn = (kind: SurveyKind, value: Record<string, unknown>) =>
  Object.fromEntries(questionsOf(kind).map((question) => [question, value[question] as Step])) as Record<
    Question,
    Step
  >;

export const openYearlyForm = z.object({ til: choice("mentors", "employers") });
