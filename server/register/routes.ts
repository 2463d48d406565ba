/** The register: people, units, workplaces, networks' frames, files in and out. */
import type { FastifyInstance } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import type { House } from "../web/house.ts";
import { exportRoutes } from "./export-routes.ts";
import { importRoutes } from "./import-routes.ts";
import { networkFrameRoutes } from "./network-routes.ts";
import { ownConsentRoutes } from "./own-routes.ts";
import { peopleRegisterRoutes } from "./people-routes.ts";
import { personRoutes } from "./person-routes.ts";
import type { RegisterPorts } from "./ports.ts";
import { unitRoutes } from "./unit-routes.ts";
import { workplaceRoutes } from "./workplace-routes.ts";

export async function registerRoutes(
  app: FastifyInstance,
  house: House,
  mailer: Mailer,
  ports: RegisterPorts,
): Promise<void> {
  peopleRegisterRoutes(app, house);
  exportRoutes(app, house);
  await importRoutes(app, house);
  personRoutes(app, house, mailer);
  ownConsentRoutes(app, house);
  unitRoutes(app, house, ports);
  workplaceRoutes(app, house);
  networkFrameRoutes(app, house);
}
