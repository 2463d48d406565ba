/** Work on imports in this house: begun by a page, gone on with by the clock. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { networksFor } from "../networks/queries.ts";
import { rolesOf } from "../people/change.ts";
import type { House } from "../web/house.ts";
import { stopImport } from "./import.ts";
import { mayGive, type Worker, workOn, workOnAbandoned } from "./import-work.ts";
import { visiblePeople } from "./scope.ts";

/** A small file is looked through before the page is shown. */
const patienceMilliseconds = 1_200;

/** The worker of this house: whose import it is decides what it may do. */
export function importWorker(house: House): Worker {
  const { store, now } = house;
  return {
    store,
    now,
    scopeOf: async (byId) => {
      const roles = (await rolesOf(store.read, [byId])).get(byId) ?? [];
      const viewer = { id: byId, name: "", language: "nb" as const, roles };
      const networks = await networksFor(store.read, viewer);
      return { networks, roles: mayGive(viewer), sees: visiblePeople(store.read, viewer) };
    },
  };
}

/** Goes on with imports that a killed process left; for the clock. */
export const goOnWithImports = (house: House) => workOnAbandoned(importWorker(house));

/** Starts the work on an import, and waits a moment in case it is done by then. */
export type Begin = (request: FastifyRequest, id: string) => Promise<void>;

/** What begins work on imports; it is let finish when the app closes. */
export function importRunner(app: FastifyInstance, house: House): Begin {
  const worker = importWorker(house);
  const running = new Set<Promise<unknown>>();
  app.addHook("onClose", async () => void (await Promise.allSettled(running)));
  return async (request, id) => {
    const work = workOn(worker, id).catch(async (error) => {
      request.log.error({ err: error }, "import");
      await house.store.write((tx) => stopImport(tx, id));
    });
    running.add(work);
    void work.finally(() => running.delete(work));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((done) => {
      timer = setTimeout(done, patienceMilliseconds);
    });
    await Promise.race([work, patience]);
    clearTimeout(timer);
  };
}
