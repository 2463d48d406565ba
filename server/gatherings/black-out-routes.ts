/** The days a network does not meet. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { guardFields } from "../privacy/guard.ts";
import { viewerOf } from "../web/access.ts";
import { longDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { addBlackOut, blackOutsOf, removeBlackOut } from "./black-out.ts";
import { atDesk, type ById, type Desk, staff } from "./desk.ts";
import { blackOutForm, bodyOf } from "./forms.ts";
import { networksRunBy } from "./queries.ts";
import { seasonTexts } from "./season-texts.ts";

declare module "../web/render.ts" {
  interface Pages {
    "gatherings/black-outs": {
      s: Texts<typeof seasonTexts>;
      errors: FieldErrors;
      typed: Typed;
      network: { id: string; name: string };
      days: { id: string; words: string; when: string }[];
    };
  }
}

export function blackOutRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, now } = house;

  async function run(request: FastifyRequest<ById>) {
    const networks = await networksRunBy(store.read, viewerOf(request).id);
    return orNotFound(networks.find(({ id }) => id === request.params.id));
  }

  async function page(
    request: FastifyRequest,
    network: { id: string; name: string },
    shown: { errors: FieldErrors; typed: Typed },
  ) {
    const { language } = request;
    const s = inLanguage(seasonTexts, language);
    const days = await blackOutsOf(store.read, network.id);
    const span = (from: string, to: string) =>
      from === to ? longDate(from, language) : s.fromTo(longDate(from, language), longDate(to, language));
    return {
      ...{ s, title: s.blackOuts, network, ...shown },
      days: days.map(({ id, from, to, words }) => ({ id, words, when: span(from, to) })),
    };
  }

  app.get<ById>("/nettverk/:id/sperredager", staff, async (request, reply) => {
    const network = await run(request);
    return reply.page("gatherings/black-outs", await page(request, network, { errors: {}, typed: {} }));
  });

  app.post<ById>("/nettverk/:id/sperredager", staff, async (request, reply) => {
    const network = await run(request);
    const { shared } = atDesk(request, now());
    const s = inLanguage(seasonTexts, request.language);
    const body = bodyOf(request.body);
    // one day off is written once
    const form = readForm(blackOutForm, { ...body, til: body["til"] || body["fra"] }, shared);
    const again = async (errors: FieldErrors) =>
      reply.page(
        "gatherings/black-outs",
        await page(request, network, { errors, typed: body as Typed }),
        422,
      );
    if (!form.ok) return again(form.errors);
    const { fra: from, til: to, hvorfor: words } = form.value;
    const faults = guardFields({ hvorfor: words }, request.language);
    if (Object.keys(faults).length > 0) return again(faults);
    const result = await store.write((tx) => addBlackOut(tx, { networkId: network.id, from, to, words }));
    if (!result.ok) return again({ til: s.blackOutOrder });
    return reply.goTo(`/nettverk/${network.id}/sperredager`, "saved");
  });

  app.post<ById>("/nettverk/:id/sperredager/fjerning", staff, async (request, reply) => {
    const network = await run(request);
    const id = String(bodyOf(request.body)["dag"] ?? "");
    await store.write((tx) => removeBlackOut(tx, network.id, id));
    return reply.goTo(`/nettverk/${network.id}/sperredager`, "saved");
  });
}
