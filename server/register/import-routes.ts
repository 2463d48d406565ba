/** One list of people on its way in: looked over, put into a network, added, undone. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { networksFor } from "../networks/queries.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { type Field, fields } from "./columns.ts";
import { columnsForm, decisionForm, intoNetworkForm } from "./forms.ts";
import {
  chooseColumns,
  chooseNetwork,
  decideImport,
  forgetWords,
  stopImport,
  sweepImport,
} from "./import.ts";
import { importNewRoutes } from "./import-new-routes.ts";
import { importPage } from "./import-page.ts";
import { importFor } from "./import-queries.ts";
import { importRunner } from "./import-run.ts";
import { importTexts } from "./import-texts.ts";
import { undoImport } from "./move-in.ts";
import { staff } from "./people-routes.ts";

type ById = { Params: { id: string }; Querystring: { feil?: string } };

const wordsFor = (request: FastifyRequest) => ({
  t: inLanguage(importTexts, request.language),
  shared: inLanguage(sharedTexts, request.language),
});

export async function importRoutes(app: FastifyInstance, house: House): Promise<void> {
  const { store } = house;
  const begin = importRunner(app, house);
  await importNewRoutes(app, house, begin);

  const find = async (request: FastifyRequest<ById>) =>
    orNotFound(await importFor(store.read, viewerOf(request), request.params.id));
  const show = async (request: FastifyRequest<ById>, errors: FieldErrors = {}) =>
    importPage(house, viewerOf(request), await find(request), {
      ...{ errors, language: request.language, after: request.query.feil },
    });

  app.get<ById>("/personer/import/:id", staff, async (request, reply) =>
    reply.page("register/import", await show(request)),
  );

  app.post<ById>("/personer/import/:id/kolonner", staff, async (request, reply) => {
    const one = await find(request);
    const form = readForm(columnsForm, request.body, wordsFor(request).shared);
    const said =
      typeof request.body === "object" && request.body !== null ? Object.entries(request.body) : [];
    const columns = one.columns.map((_, i) => {
      const word = said.find(([name]) => name === `kolonne-${i}`)?.[1];
      return fields.includes(word as Field) ? (word as Field) : "";
    });
    if (
      !form.ok ||
      !columns.some(Boolean) ||
      new Set(columns.filter(Boolean)).size < columns.filter(Boolean).length
    )
      return reply.page(
        "register/import",
        await show(request, { kolonner: wordsFor(request).t.columnTwice }),
        422,
      );
    if (await store.write((tx) => chooseColumns(tx, one.id, columns))) await begin(request, one.id);
    return reply.goTo(`/personer/import/${one.id}`);
  });

  app.post<ById>("/personer/import/:id/nettverk", staff, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const one = await find(request);
    const form = readForm(intoNetworkForm, request.body, shared);
    const networks = await networksFor(store.read, viewerOf(request));
    const chosen = form.ok && networks.find(({ id }) => id === form.value.nettverk);
    if (!chosen) return reply.page("register/import", await show(request, { nettverk: t.faultNetwork }), 422);
    if (await store.write((tx) => chooseNetwork(tx, one.id, chosen.id))) await begin(request, one.id);
    return reply.goTo(`/personer/import/${one.id}`);
  });

  app.post<ById>("/personer/import/:id/legg-til", staff, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const one = await find(request);
    const form = readForm(decisionForm, request.body, shared);
    if (!form.ok) return reply.page("register/import", await show(request, form.errors), 422);
    const facts = {
      lookalikes: form.value.lignende ?? ("skip" as const),
      mayStandAlone: hasRole(viewerOf(request), "administrator"),
    };
    const result = await store.write((tx) => decideImport(tx, one.id, facts));
    if (result === "no-network")
      return reply.page("register/import", await show(request, { nettverk: t.faultNetwork }), 422);
    if (result === "decided") await begin(request, one.id);
    return reply.goTo(`/personer/import/${one.id}`);
  });

  app.post<ById>("/personer/import/:id/stopp", staff, async (request, reply) => {
    const one = await find(request);
    if (await store.write((tx) => stopImport(tx, one.id))) {
      await forgetWords(store, one.id);
      await sweepImport(store, one.id);
    }
    return reply.goTo(`/personer/import/${one.id}`);
  });

  app.post<ById>("/personer/import/:id/angre", staff, async (request, reply) => {
    const { t } = wordsFor(request);
    const one = await find(request);
    const result = await store.write((tx) => undoImport(tx, one.id));
    if (result.ok || result.reason === "not-done") return reply.goTo(`/personer/import/${one.id}`);
    return reply.page("register/import", await show(request, { angre: t.used }), 422);
  });
}
