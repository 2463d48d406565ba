/** A mentor's own yes or no to being asked again. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { consentOf, giveConsent, withdrawConsent } from "../people/change.ts";
import { viewerOf } from "../web/access.ts";
import { localDate, shortDate } from "../web/dates.ts";
import { readForm } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { consentForm } from "./forms.ts";
import { type T, wordsFor } from "./people-routes.ts";

declare module "../web/render.ts" {
  interface Pages {
    "register/own-consent": { t: T; consent: string | null };
  }
}

const mentors = { config: { access: ["mentor"] } } as const;

export function ownConsentRoutes(app: FastifyInstance, { store, now }: House): void {
  async function props(request: FastifyRequest) {
    const { t } = wordsFor(request);
    const consent = await consentOf(store.read, viewerOf(request).id, localDate(now()).toString());
    const date = (day: string) => shortDate(day, request.language, now());
    return {
      t,
      title: t.ownTitle,
      consent: consent ? t.ownIs(date(consent.givenOn), date(consent.expiresOn)) : null,
    };
  }

  app.get("/min-side/spor-meg-igjen", mentors, async (request, reply) =>
    reply.page("register/own-consent", await props(request)),
  );

  app.post("/min-side/spor-meg-igjen", mentors, async (request, reply) => {
    const form = readForm(consentForm, request.body, wordsFor(request).shared);
    if (!form.ok) return reply.page("register/own-consent", await props(request), 422);
    const { id } = viewerOf(request);
    await store.write((tx) =>
      form.value.svar === "ja" ? giveConsent(tx, id, null, now()) : withdrawConsent(tx, id),
    );
    return reply.goTo("/min-side/spor-meg-igjen", "saved");
  });
}
