/** The page where a mentor accepts the declaration, and may read it again later. */
import { desc, eq } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { viewerOf } from "../web/access.ts";
import { localDate, shortDate } from "../web/dates.ts";
import { line, readForm } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { safePath } from "../web/paths.ts";
import { sharedTexts } from "../web/texts.ts";
import { acceptDeclaration, type Declaration, isAskedToAccept } from "./declaration.ts";
import { declarationTexts } from "./declaration-texts.ts";
import { acceptances } from "./tables.ts";

declare module "../web/render.ts" {
  interface Pages {
    "people/declaration": {
      t: Texts<typeof declarationTexts>;
      html: string;
      to: string;
      isAsked: boolean;
      accepted: string | null;
    };
  }
}

const path = "/taushetserklaering";
const before = { config: { access: "signed-in", isBeforeDeclaration: true } } as const;
const form = z.object({ til: line(500).optional().catch(undefined) });

export function declarationRoutes(app: FastifyInstance, house: House, declaration: Declaration): void {
  const { store, now } = house;

  app.get<{ Querystring: { til?: string } }>(path, before, async (request, reply) => {
    const { language } = request;
    const viewer = viewerOf(request);
    const t = inLanguage(declarationTexts, language);
    const [last] = await store.read
      .select()
      .from(acceptances)
      .where(eq(acceptances.personId, viewer.id))
      .orderBy(desc(acceptances.acceptedAt))
      .limit(1);
    const on = last ? shortDate(localDate(last.acceptedAt).toString(), language, now()) : "";
    return reply.page("people/declaration", {
      t,
      title: declaration.titles[language],
      html: declaration.html[language],
      to: safePath(request.query.til),
      isAsked: isAskedToAccept(viewer.roles) && viewer.mustAccept === true,
      accepted: last ? t.accepted(on, last.version) : null,
    });
  });

  app.post(path, before, async (request, reply) => {
    const read = readForm(form, request.body, inLanguage(sharedTexts, request.language));
    const viewer = viewerOf(request);
    if (isAskedToAccept(viewer.roles)) {
      await store.write((tx) => acceptDeclaration(tx, viewer.id, declaration.version, now()));
    }
    return reply.goTo(safePath(read.ok ? read.value.til : "/"));
  });
}
