/** The learning room's routes, in the order a loop goes round. */
import type { FastifyInstance } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import type { House } from "../web/house.ts";
import { couplingRoutes } from "./coupling-routes.ts";
import { feedbackRoutes } from "./feedback-routes.ts";
import { itemRoutes } from "./item-routes.ts";
import { leaderRoutes } from "./leader-routes.ts";
import { reviewRoutes } from "./review-routes.ts";

export function learningRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  feedbackRoutes(app, house);
  reviewRoutes(app, house, mailer);
  itemRoutes(app, house, mailer);
  leaderRoutes(app, house, mailer);
  couplingRoutes(app, house);
}
