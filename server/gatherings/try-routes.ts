/** One's own list of what to try: noted, changed, shared or kept, deleted. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isMemberIn, networksFor } from "../networks/queries.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { shortDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm } from "../web/forms.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { atDesk, type ById, type Desk } from "./desk.ts";
import { bodyOf, tryForm } from "./forms.ts";
import { lookThrough } from "./free-text.ts";
import { changeTry, deleteTry, noteTry } from "./try.ts";
import { ownTries, ownTry, type TryKey } from "./try-queries.ts";
import { tryTexts } from "./try-texts.ts";

type W = Texts<typeof tryTexts>;
/** The form, on one's own page, on a gathering's and when changing a note. */
export interface TryFormProps {
  action: string;
  networks: { id: string; name: string }[];
  words: string;
  isShared: boolean;
  errors: FieldErrors;
  warnings: string[];
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/tries": {
      w: W;
      form: TryFormProps;
      errors: FieldErrors;
      mine: { id: string; words: string; isShared: boolean; date: string; networkName: string | null }[];
      more: string | null;
      isFirstPage: boolean;
    };
    "gatherings/try": { w: W; form: TryFormProps; errors: FieldErrors; id: string };
  }
}

const members: Access = ["mentor", "adviser", "counsellor"];
const forMembers = { config: { access: members } };
const pageSize = 20;
type Tried = Pick<TryFormProps, "words" | "isShared" | "errors" | "warnings">;
export const untried: Tried = { words: "", isShared: false, errors: {}, warnings: [] };

function readTryKey(text: unknown): TryKey | null {
  const match = typeof text === "string" ? /^(\d{4}-\d{2}-\d{2})_([a-z0-9]{1,40})$/.exec(text) : null;
  return match ? { notedOn: match[1] as string, id: match[2] as string } : null;
}

/** What was typed, or what to tell of it. */
function readTry(request: FastifyRequest, { shared, language }: ReturnType<typeof atDesk>) {
  const body = bodyOf(request.body);
  const form = readForm(tryForm, request.body, shared);
  const words = typeof body["prover"] === "string" ? body["prover"] : "";
  const isShared = body["del"] !== undefined;
  if (!form.ok) return { ok: false as const, tried: { words, isShared, errors: form.errors, warnings: [] } };
  const looked = lookThrough({ prover: form.value.prover }, language, form.value.sett);
  if (Object.keys(looked.errors).length + looked.warnings.length > 0)
    return { ok: false as const, tried: { words, isShared, ...looked } };
  return { ok: true as const, words: form.value.prover, isShared: form.value.del };
}

export function tryRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, now } = house;

  async function listPage(
    request: FastifyRequest,
    reply: FastifyReply,
    etter: unknown,
    tried: Tried,
    status = 200,
  ) {
    const { language, now: moment } = atDesk(request, now());
    const w = inLanguage(tryTexts, language);
    const viewer = viewerOf(request);
    const after = readTryKey(etter);
    const networks = await networksFor(store.read, viewer);
    const rows = await ownTries(store.read, { personId: viewer.id, after, size: pageSize + 1 });
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    const props = {
      w,
      title: w.title,
      form: { action: "/forsok", networks, ...tried },
      errors: tried.errors,
      mine: rows.slice(0, pageSize).map(({ notedOn, networkName, ...row }) => ({
        ...row,
        date: shortDate(notedOn, language, moment),
        networkName: networks.length > 1 ? networkName : null,
      })),
      more: last ? `${last.notedOn}_${last.id}` : null,
      isFirstPage: after === null,
    };
    return reply.page("gatherings/tries", props, status);
  }

  app.get<{ Querystring: { etter?: string } }>("/forsok", forMembers, async (request, reply) =>
    listPage(request, reply, request.query.etter, untried),
  );

  app.post("/forsok", forMembers, async (request, reply) => {
    const read = readTry(request, atDesk(request, now()));
    const personId = viewerOf(request).id;
    const { nettverk } = bodyOf(request.body);
    const networkId = typeof nettverk === "string" ? nettverk : "";
    orNotFound((await isMemberIn(store.read, personId, networkId)) || null);
    if (!read.ok) return listPage(request, reply, null, read.tried, 422);
    const { words, isShared } = read;
    await store.write((tx) => noteTry(tx, { networkId, personId, words, isShared }, now()));
    return reply.goTo("/forsok", isShared ? "tryShared" : "tryKept");
  });

  function editPage(request: FastifyRequest<ById>, reply: FastifyReply, tried: Tried, status = 200) {
    const w = inLanguage(tryTexts, request.language);
    const { id } = request.params;
    const form = { action: `/forsok/${id}`, networks: [], ...tried };
    return reply.page("gatherings/try", { w, title: w.changeTitle, id, form, errors: tried.errors }, status);
  }

  app.get<ById>("/forsok/:id", forMembers, async (request, reply) => {
    const { words, isShared } = orNotFound(await ownTry(store.read, viewerOf(request).id, request.params.id));
    return editPage(request, reply, { ...untried, words, isShared });
  });

  app.post<ById>("/forsok/:id", forMembers, async (request, reply) => {
    const personId = viewerOf(request).id;
    orNotFound(await ownTry(store.read, personId, request.params.id));
    const read = readTry(request, atDesk(request, now()));
    if (!read.ok) return editPage(request, reply, read.tried, 422);
    const { words, isShared } = read;
    const change = { id: request.params.id, personId, words, isShared };
    orNotFound((await store.write((tx) => changeTry(tx, change))) || null);
    return reply.goTo("/forsok", isShared ? "tryShared" : "tryKept");
  });

  app.post<ById>("/forsok/:id/sletting", forMembers, async (request, reply) => {
    const note = { id: request.params.id, personId: viewerOf(request).id };
    await store.write((tx) => deleteTry(tx, note));
    return reply.goTo("/forsok", "tryDeleted");
  });
}
