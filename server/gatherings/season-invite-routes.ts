/** Inviting to a whole season: one page, one press; the clock does the rest. */

import { eq } from "drizzle-orm";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { workplacesWithoutAgreement } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { when } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { choice, type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { namesOf } from "./audience.ts";
import { atDesk, type ById, type Desk, type P, staff } from "./desk.ts";
import { audienceOf, draftsOf, inviteSeason, stopInviting } from "./invite-later.ts";
import { networksRunBy, runGathering } from "./queries.ts";
import { seasonTexts } from "./season-texts.ts";
import { series } from "./tables.ts";

type S = Texts<typeof seasonTexts>;
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/season-invite": {
      p: P;
      s: S;
      errors: FieldErrors;
      typed: Typed;
      action: string;
      networkId: string;
      drafts: string[];
      /** The year wheels the season stands in. */
      years: { path: string; words: string }[];
      people: { name: string; detail: string | null }[];
      missing: { path: string; name: string }[];
    };
  }
}

const howForm = z.object({ naar: choice("gradvis", "alle") });

export function seasonInviteRoutes(app: FastifyInstance, { house, mailer, later }: Desk): void {
  const { store, now } = house;

  /** The series, when the viewer runs its network. */
  async function run(request: FastifyRequest<ById>) {
    const [one] = await store.read.select().from(series).where(eq(series.id, request.params.id));
    const networks = one ? await networksRunBy(store.read, viewerOf(request).id) : [];
    const network = networks.find(({ id }) => id === one?.networkId);
    return orNotFound(one && network ? { ...one, networkName: network.name } : null);
  }

  async function page(
    request: FastifyRequest<ById>,
    one: typeof series.$inferSelect & { networkName: string },
    shown: { errors: FieldErrors; typed: Typed },
  ) {
    const { t, p, language } = atDesk(request, now());
    const s = inLanguage(seasonTexts, language);
    const drafts = (await draftsOf(store.read, one.id, now())).filter(({ inviteOn }) => inviteOn === null);
    const ids = await audienceOf(store.read, one.networkId, one.audience);
    const missing =
      one.audience === "counsellors" ? [] : await workplacesWithoutAgreement(store.read, one.networkId);
    return {
      p,
      s,
      title: s.inviteTo(one.networkName),
      ...shown,
      action: `/samlinger/serie/${one.id}/invitasjon`,
      networkId: one.networkId,
      drafts: drafts.map((draft) => `${when(draft, language)}: ${draft.title}`),
      years: [...new Set(drafts.map((draft) => draft.localDate.slice(0, 4)))].map((year) => ({
        path: `/nettverk/${one.networkId}/arshjul?ar=${year}`,
        words: t.yearWheelOf(year),
      })),
      people: await namesOf(store.read, ids),
      missing: missing.map(({ id, name }) => ({
        path: `/nettverk/${one.networkId}/avtaler/${id}/brev`,
        name,
      })),
    };
  }

  app.get<ById>("/samlinger/serie/:id/invitasjon", staff, async (request, reply) => {
    const shown = { errors: {}, typed: { naar: "gradvis" } };
    return reply.page("gatherings/season-invite", await page(request, await run(request), shown));
  });

  app.post<ById>("/samlinger/serie/:id/invitasjon", staff, async (request, reply) => {
    const one = await run(request);
    const moment = atDesk(request, now());
    const form = readForm(howForm, request.body, moment.shared);
    if (!form.ok) return reply.page("gatherings/season-invite", await page(request, one, form), 422);
    const how = form.value.naar === "alle" ? ("all" as const) : ("gradually" as const);
    const given = { seriesId: one.id, how, byId: viewerOf(request).id };
    const result = await store.write((tx) => inviteSeason(tx, mailer, given, now(), later.caseCard), {
      inTurnFor: one.networkId,
    });
    if (!result.ok && result.reason === "nobody") {
      const words = inLanguage(seasonTexts, request.language).nobody;
      const shown = { errors: { naar: words }, typed: request.body as Typed };
      return reply.page("gatherings/season-invite", await page(request, one, shown), 422);
    }
    return reply.goTo("/samlinger", result.ok && result.later > 0 ? "seasonInvited" : "invited");
  });

  app.post<ById>("/samlinger/:id/invitasjon/stopp", staff, async (request, reply) => {
    const own = orNotFound(await runGathering(store, viewerOf(request), request.params.id));
    await store.write((tx) => stopInviting(tx, own.gathering.id));
    return reply.goTo(`/samlinger/${own.gathering.id}`, "invitingStopped");
  });
}
