/** Workplaces: listed, changed, and two that are one merged. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { WorkplaceFacts } from "../people/person.ts";
import { workplaceByName } from "../people/queries.ts";
import { addWorkplace, changeWorkplace, workplaceById, workplacePage } from "../people/workplace.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { mergeForm, workplaceForm } from "./forms.ts";
import { mergeWorkplaces } from "./merge.ts";
import { administrators, type Choice } from "./people-routes.ts";
import { placeTexts } from "./place-texts.ts";
import { countsAt, peopleAt } from "./queries.ts";
import { cursorOf, readCursor } from "./words.ts";

type P = Texts<typeof placeTexts>;
type ById = { Params: { id: string } };
declare module "../web/render.ts" {
  interface Pages {
    "register/workplaces": {
      t: P;
      rows: Awaited<ReturnType<typeof workplacePage>>;
      search: string;
      next: string | null;
      sizes: Record<string, string>;
    };
    "register/workplace": {
      t: P;
      /** Null for a new one. */
      workplace: { id: string; name: string } | null;
      people: Awaited<ReturnType<typeof peopleAt>>;
      counts: string;
      sizes: Choice[];
      errors: FieldErrors;
      typed: Typed;
    };
  }
}

const pageSize = 50;
const wordsFor = (request: FastifyRequest) => ({
  t: inLanguage(placeTexts, request.language),
  shared: inLanguage(sharedTexts, request.language),
});
const sizesIn = (t: P) => ({ small: t.sizeSmall, medium: t.sizeMedium, large: t.sizeLarge });
const factsOf = ({ navn, bransje, storrelse, kommune }: z.infer<typeof workplaceForm>): WorkplaceFacts => ({
  ...{ name: navn, trade: bransje ?? "", size: storrelse ?? "unknown", municipality: kommune ?? "" },
});
const sizeChoices = (t: P): Choice[] =>
  Object.entries(sizesIn(t)).map(([value, label]) => ({ value, label }));

export function workplaceRoutes(app: FastifyInstance, { store }: House): void {
  app.get<{ Querystring: { etter?: unknown; sok?: string | string[] } }>(
    "/virksomheter",
    administrators,
    async (request, reply) => {
      const { t } = wordsFor(request);
      const search = String(request.query.sok ?? "").slice(0, 100);
      const after = readCursor(request.query.etter);
      const rows = await workplacePage(store.read, { search, after, size: pageSize + 1 });
      const shown = rows.slice(0, pageSize);
      const last = shown.at(-1);
      const query = new URLSearchParams({
        ...(search && { sok: search }),
        etter: last ? cursorOf(last) : "",
      });
      const next = rows.length > pageSize ? `/virksomheter?${query}` : null;
      return reply.page("register/workplaces", {
        t,
        title: t.workplaces,
        rows: shown,
        search,
        next,
        sizes: sizesIn(t),
      });
    },
  );

  const blank = (t: P) => ({
    t,
    title: t.addWorkplace,
    workplace: null,
    people: [],
    counts: "",
    sizes: sizeChoices(t),
  });

  app.get("/virksomheter/ny", administrators, async (request, reply) => {
    const { t } = wordsFor(request);
    return reply.page("register/workplace", { ...blank(t), errors: {}, typed: {} });
  });

  app.post("/virksomheter", administrators, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const form = readForm(workplaceForm, request.body, shared);
    if (!form.ok) return reply.page("register/workplace", { ...blank(t), ...form }, 422);
    const result = await store.write((tx) => addWorkplace(tx, factsOf(form.value)));
    if (result.ok) return reply.goTo(`/virksomheter/${result.id}`, "saved");
    const typed = request.body as Typed;
    return reply.page("register/workplace", { ...blank(t), errors: { navn: t.workplaceKnown }, typed }, 422);
  });

  async function show(request: FastifyRequest<ById>, errors: FieldErrors, typed: Typed | null) {
    const { t } = wordsFor(request);
    const workplace = orNotFound(await workplaceById(store.read, request.params.id));
    const { people, agreements, contacts } = await countsAt(store.read, workplace.id);
    const asStored = {
      navn: workplace.name,
      bransje: workplace.trade,
      storrelse: workplace.size === "unknown" ? "" : workplace.size,
      kommune: workplace.municipality,
    };
    return {
      t,
      title: workplace.name,
      workplace,
      people: await peopleAt(store.read, workplace.id),
      counts: t.mergeCounts(people, agreements, contacts),
      sizes: sizeChoices(t),
      errors,
      typed: { ...asStored, ...typed },
    };
  }

  app.get<ById>("/virksomheter/:id", administrators, async (request, reply) =>
    reply.page("register/workplace", await show(request, {}, null)),
  );

  app.post<ById>("/virksomheter/:id", administrators, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const { id } = orNotFound(await workplaceById(store.read, request.params.id));
    const form = readForm(workplaceForm, request.body, shared);
    if (!form.ok) return reply.page("register/workplace", await show(request, form.errors, form.typed), 422);
    const result = await store.write((tx) => changeWorkplace(tx, id, factsOf(form.value)));
    if (result.ok) return reply.goTo(`/virksomheter/${id}`, "saved");
    const typed = request.body as Typed;
    return reply.page("register/workplace", await show(request, { navn: t.workplaceKnown }, typed), 422);
  });

  app.post<ById>("/virksomheter/:id/sammen", administrators, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const form = readForm(mergeForm, request.body, shared);
    const from = await workplaceById(store.read, request.params.id);
    const known = !from && form.ok ? await workplaceByName(store.read, form.value.inn) : null;
    if (known) return reply.goTo(`/virksomheter/${known.id}`, "merged"); // pressed twice: it is done
    const { id: fromId } = orNotFound(from);
    if (!form.ok) return reply.page("register/workplace", await show(request, form.errors, form.typed), 422);
    const into = await workplaceByName(store.read, form.value.inn);
    const result = into && (await store.write((tx) => mergeWorkplaces(tx, { fromId, intoId: into.id })));
    if (into && result?.ok) return reply.goTo(`/virksomheter/${into.id}`, "merged");
    const typed = request.body as Typed;
    return reply.page("register/workplace", await show(request, { inn: t.mergeUnknown }, typed), 422);
  });
}
