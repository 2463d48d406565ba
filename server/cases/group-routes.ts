/** Group mode: a case opened at a gathering, joined by phones, led by the facilitator. */
import type { FastifyInstance } from "fastify";
import type { House } from "../web/house.ts";
import type { Catalogue } from "./catalogue.ts";
import type { GiveGroupFeedback } from "./group-feedback.ts";
import type { AddToMinutes } from "./group-harvest.ts";
import { groupLeaderRoutes } from "./group-leader-routes.ts";
import { groupPhoneRoutes } from "./group-phone-routes.ts";
import { groupStartRoutes } from "./group-start-routes.ts";

/** What other rooms do for group mode; `app.ts` hands it in. */
export interface GroupPorts {
  giveGroupFeedback: GiveGroupFeedback;
  addToMinutes: AddToMinutes;
}

export interface GroupDesk {
  house: House;
  catalogue: Catalogue;
  ports: GroupPorts;
}

/**
 * Where a case is opened for groups at a gathering: for the link on the gathering's page, which only its
 * network's advisers should see.
 */
export function groupModePath(slug: string, gatheringId: string): string {
  return `/eksempler/${slug}/gruppe?samling=${gatheringId}`;
}

export function groupRoutes(app: FastifyInstance, desk: GroupDesk): void {
  groupStartRoutes(app, desk);
  groupPhoneRoutes(app, desk);
  groupLeaderRoutes(app, desk);
}
