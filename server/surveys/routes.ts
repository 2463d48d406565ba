/** Evaluations and yearly surveys: answering, results, and the survey of the year. */
import type { FastifyInstance } from "fastify";
import { answerRoutes } from "./answer-routes.ts";
import type { SurveyDesk } from "./desk.ts";
import { resultRoutes } from "./result-routes.ts";
import { yearlyRoutes } from "./yearly-routes.ts";

/** Registers the whole room. */
export function surveyRoutes(app: FastifyInstance, desk: SurveyDesk): void {
  answerRoutes(app, desk);
  resultRoutes(app, desk);
  yearlyRoutes(app, desk);
}
