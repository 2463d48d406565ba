/** The learning room's routes, in the order a loop goes round. */
import type { FastifyInstance } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import type { House } from "../web/house.ts";
import { afterRoutes } from "./after-routes.ts";
import { boardRoutes } from "./board-routes.ts";
import { couplingRoutes } from "./coupling-routes.ts";
import { decideRoutes } from "./decide-routes.ts";
import { giveRoutes } from "./give-routes.ts";
import { inboxRoutes } from "./inbox-routes.ts";
import { itemRoutes } from "./item-routes.ts";
import { namingRoutes } from "./naming-routes.ts";
import { queueRoutes } from "./queue-routes.ts";
import { receiptRoutes } from "./receipt-routes.ts";
import { reviewRoutes } from "./review-routes.ts";
import { ruleRoutes } from "./rule-routes.ts";
import { saidRoutes } from "./said-routes.ts";
import { sendRoutes } from "./send-routes.ts";
import { voteRoutes } from "./vote-routes.ts";

export function learningRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  giveRoutes(app, house);
  receiptRoutes(app, house);
  saidRoutes(app, house);
  namingRoutes(app, house);
  inboxRoutes(app, house);
  reviewRoutes(app, house, mailer);
  boardRoutes(app, house);
  itemRoutes(app, house);
  sendRoutes(app, house, mailer);
  queueRoutes(app, house);
  decideRoutes(app, house, mailer);
  voteRoutes(app, house);
  afterRoutes(app, house, mailer);
  ruleRoutes(app, house);
  couplingRoutes(app, house);
}
