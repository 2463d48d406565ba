/** /dev/parts: every part in every state, to look at while changing one. Not in production. */
import type { FastifyInstance } from "fastify";
import type { House } from "./house.ts";

declare module "./render.ts" {
  interface Pages {
    "dev/parts": Record<never, never>;
  }
}

export function partsRoutes(app: FastifyInstance, { config }: House): void {
  if (!config.isDemo) return;
  app.get("/dev/parts", { config: { access: "public" } }, async (_request, reply) =>
    reply.page("dev/parts", { title: "Deler" }),
  );
}
