/** Language and colours, chosen by whoever reads; kept in a cookie, the language also on the person. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { choice, readForm } from "./forms.ts";
import type { House } from "./house.ts";
import { inLanguage, type Language, languages } from "./languages.ts";
import { safePath } from "./paths.ts";
import { sharedTexts } from "./texts.ts";

const form = z.object({
  sprak: choice(...languages)
    .optional()
    .catch(undefined),
  farger: choice("light", "dark", "auto").optional().catch(undefined),
});

/** The page to go back to: the path of the referring page when it is ours, else the front page. */
function pathBack(referer: string | undefined, baseUrl: string, host: string | undefined): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const from = new URL(referer);
  const isOurs = from.origin === new URL(baseUrl).origin || from.host === host;
  return isOurs ? safePath(from.pathname + from.search) : "/";
}

/**
 * @param keepLanguage stores the language on the person; given by the people room
 */
export function settingsRoutes(
  app: FastifyInstance,
  house: House,
  keepLanguage: (personId: string, language: Language) => Promise<void>,
): void {
  const secure = house.config.baseUrl.startsWith("https:");
  const cookie = { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax", httpOnly: true, secure } as const;
  app.post("/innstillinger", { config: { access: "public" } }, async (request, reply) => {
    const read = readForm(form, request.body, inLanguage(sharedTexts, request.language));
    const { sprak, farger } = read.ok ? read.value : {};
    if (sprak) reply.setCookie("sprak", sprak, cookie);
    if (farger) reply.setCookie("farger", farger, cookie);
    if (sprak && request.viewer) await keepLanguage(request.viewer.id, sprak);
    return reply.goTo(pathBack(request.headers.referer, house.config.baseUrl, request.headers.host));
  });
}
