/** Opening a case for groups at a gathering. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { runGathering } from "../gatherings/queries.ts";
import { viewerOf } from "../web/access.ts";
import { longDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm } from "../web/forms.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { gatheringId } from "./forms.ts";
import { type GroupT, groupWords, langOf } from "./group-cards.ts";
import { startForm } from "./group-forms.ts";
import { gatheringsToOpenAt, sessionsOf } from "./group-queries.ts";
import type { GroupDesk } from "./group-routes.ts";
import { groupSessionAt, openGroupSession } from "./group-session.ts";
import { type Case, caseLanguage } from "./library.ts";

declare module "../web/render.ts" {
  interface Pages {
    "cases/group-start": {
      t: GroupT;
      lang: string;
      slug: string;
      gatherings: { value: string; label: string }[];
      chosen: string;
      earlier: { href: string; title: string; text: string }[];
      errors: FieldErrors;
    };
  }
}

type BySlug = { Params: { slug: string }; Querystring: { samling?: string } };
const staff = { config: { access: ["adviser"] } } as const;

export function groupStartRoutes(app: FastifyInstance, { house, catalogue }: GroupDesk): void {
  const { store, now } = house;

  async function showStart(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { case: Case; chosen: string; errors: FieldErrors },
  ) {
    const { language } = request;
    const t = groupWords(language);
    const coming = await gatheringsToOpenAt(store.read, viewerOf(request).id, now());
    const gatherings = coming.map(({ id, title, localDate }) => ({
      value: id,
      label: `${longDate(localDate, language)}: ${title}`,
    }));
    const earlier = await sessionsOf(store.read, viewerOf(request).id, shown.case.slug);
    const { title } = shown.case.texts[caseLanguage(language)];
    const isFaulty = Object.keys(shown.errors).length > 0;
    return reply.page(
      "cases/group-start",
      {
        t,
        title: t.startTitle(title),
        lang: langOf(language),
        slug: shown.case.slug,
        gatherings,
        chosen: shown.chosen,
        earlier: earlier.map(({ id, gatheringTitle, localDate }) => ({
          href: `/gruppe/${id}/leder`,
          title: gatheringTitle,
          text: longDate(localDate, language),
        })),
        errors: shown.errors,
      },
      isFaulty ? 422 : 200,
    );
  }

  app.get<BySlug>("/eksempler/:slug/gruppe", staff, async (request, reply) => {
    const found = orNotFound(await catalogue.find(request.params.slug));
    const chosen = gatheringId.parse(request.query.samling) ?? "";
    if (chosen) {
      orNotFound(await runGathering(store, viewerOf(request), chosen));
      const at = { gatheringId: chosen, caseSlug: found.slug, caseVersion: found.version };
      const session = await groupSessionAt(store.read, at);
      if (session) return reply.goTo(`/gruppe/${session.id}/leder`);
    }
    return showStart(request, reply, { case: found, chosen, errors: {} });
  });

  app.post<BySlug>("/eksempler/:slug/gruppe", staff, async (request, reply) => {
    const found = orNotFound(await catalogue.find(request.params.slug));
    const form = readForm(startForm, request.body, inLanguage(sharedTexts, request.language));
    if (!form.ok) return showStart(request, reply, { case: found, chosen: "", errors: form.errors });
    const { gathering } = orNotFound(await runGathering(store, viewerOf(request), form.value.samling));
    const byId = viewerOf(request).id;
    const opened = await store.write(
      (tx) => openGroupSession(tx, { gatheringId: gathering.id, case: found, byId }, now()),
      { inTurnFor: gathering.id },
    );
    if (!opened.ok) {
      const errors = { samling: groupWords(request.language).isOver };
      return showStart(request, reply, { case: found, chosen: gathering.id, errors });
    }
    return reply.goTo(`/gruppe/${opened.id}/leder`);
  });
}
