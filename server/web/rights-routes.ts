/** The page that says who may do what, for administrators; printed from the one table. */
import type { FastifyInstance } from "fastify";
import { inLanguage, type Language, type Texts } from "./languages.ts";
import { type Reach, type Right, rights } from "./rights.ts";
import { rightsTexts } from "./rights-texts.ts";
import { roleInWords } from "./role-texts.ts";

type T = Texts<typeof rightsTexts>;
declare module "./render.ts" {
  interface Pages {
    rights: { t: T; rows: { says: string; who: string; reach: string }[] };
  }
}

function reachInWords(reach: Reach, t: T): string {
  const words: Record<Reach, string> = {
    all: t.reachAll,
    "own-self": t.reachSelf,
    "own-networks": t.reachNetworks,
    "own-units": t.reachUnits,
    "own-networks-and-units": t.reachBoth,
    "own-link": t.reachLink,
  };
  return words[reach];
}

function whoInWords({ who }: Right, language: Language, t: T): string {
  if (who === "public") return t.everybody;
  if (who === "signed-in") return t.signedIn;
  const [first = "", ...others] = who.map((role) => roleInWords(role, language));
  return [
    first,
    ...others.map((role) => (role.startsWith("Nav") ? role : role.charAt(0).toLowerCase() + role.slice(1))),
  ].join(", ");
}

export function rightsRoutes(app: FastifyInstance): void {
  app.get("/rettigheter", { config: { access: ["administrator"] } }, async (request, reply) => {
    const t = inLanguage(rightsTexts, request.language);
    const rows = rights.map((right) => ({
      says: right.says[request.language],
      who: whoInWords(right, request.language, t),
      reach: reachInWords(right.reach, t),
    }));
    return reply.page("rights", { t, title: t.title, rows });
  });
}
