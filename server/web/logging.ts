/** Logs: JSON lines on standard output, without names, addresses, free text, tokens or queries. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Config } from "../config.ts";

/** What is logged of a request: the route's pattern, never the address that was asked for. */
function requestFacts(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions?.url ?? "unknown" };
}

/** An error; in production without its message, into which database drivers put values. */
function errorFacts(error: Error & { code?: string }, isProduction: boolean) {
  const stack = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return {
    type: error.constructor.name,
    code: error.code,
    message: isProduction ? undefined : `${error.message} ${error.cause ?? ""}`,
    stack: stack.slice(0, 12).join("\n"),
  };
}

/** Options for Fastify's logger. */
export function logging(config: Pick<Config, "logLevel" | "isProduction">) {
  const err = (error: Error) => errorFacts(error, config.isProduction);
  return {
    level: config.logLevel,
    base: null,
    serializers: { req: requestFacts, err: err as never },
  };
}

/** Whether a request went to a page that leaves no trace; see `isQuiet` in access.ts. */
export const isQuiet = (request: FastifyRequest) => request.routeOptions?.config?.isQuiet === true;

/** One line per answered request. */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    if (isQuiet(request)) return;
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ ...requestFacts(request), status: reply.statusCode, milliseconds }, "answered");
  });
}
