/** For those who run the site: is it alive, is it ready, how is it doing. */
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { addLevels, jobLevels, type Level } from "./gauges.ts";
import type { House } from "./house.ts";
import { addRequestLog, isQuiet } from "./logging.ts";

function addMetrics(app: FastifyInstance, { store }: House, levels: readonly Level[]): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry }); // the delay of the event loop and memory among them
  const isUp = () =>
    store.ping().then(
      () => 1,
      () => 0,
    );
  const up = { name: "store_up", help: "1 when the database answers", read: isUp };
  addLevels(registry, [up, ...jobLevels, ...levels]);
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "How long requests took, by route and status",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    if (isQuiet(request)) return;
    const route = request.routeOptions?.url ?? "unknown";
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  return registry;
}

/** `/internal/…`, the request log and metrics. @param levels what rooms tell of how they are doing */
export function operationsRoutes(app: FastifyInstance, house: House, levels: readonly Level[] = []): void {
  const { store } = house;
  const registry = addMetrics(app, house, levels);
  addRequestLog(app);
  const config = { access: "public" } as const;
  app.get("/internal/isalive", { config }, async () => "alive");
  app.get("/internal/isready", { config }, async (_request, reply) => {
    try {
      await store.ping();
      return "ready";
    } catch {
      return reply.code(503).send("the store does not answer");
    }
  });
  app.get("/internal/metrics", { config }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
