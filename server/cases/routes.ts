/** A case read alone: the page, private reflections, and "I have read this". */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { guardFields } from "../privacy/guard.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import type { Texts } from "../web/languages.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { casePage, fresh, type OlderView, olderView, type SharedAnswer } from "./case-page.ts";
import type { Catalogue } from "./catalogue.ts";
import { discussionsFor } from "./discussed.ts";
import { sendFile } from "./draft-routes.ts";
import {
  deletionForm,
  gatheringId,
  readingForm,
  reflectionForm,
  reflectionIn,
  typedFrom,
  wordsField,
} from "./forms.ts";
import { type Case, caseLanguage } from "./library.ts";
import { type OwnReflection, readingsBy, reflectionsBy } from "./queries.ts";
import { markRead } from "./reading.ts";
import { deleteReflection, keepReflection } from "./reflection.ts";
import { caseTexts } from "./texts.ts";

declare module "../web/render.ts" {
  interface Pages {
    "cases/withdrawn": { t: Texts<typeof caseTexts>; slug: string; older: OlderView[] };
  }
}

type BySlug = { Params: { slug: string }; Querystring: { samling?: string; sporsmal?: string } };
type ByQuestion = { Params: { slug: string; question: string } };
type ThemeLabel = (slug: string, language: Language) => string;
/** What earlier groups let later ones read of one question of one version. */
export type SharedAnswersFor = (
  read: Reader,
  slug: string,
  version: number,
  questionId: string,
  language: Language,
) => Promise<SharedAnswer[]>;

const readers = { config: { access: "signed-in" } } as const;
const keptPage = { config: { access: "signed-in", offline: {} } } as const;
const sharedIn = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

/** The gathering one came from: named in the address, or the page one was on before. */
function cameFrom(request: FastifyRequest<BySlug>): string {
  const named = gatheringId.parse(request.query.samling);
  return named ?? /\/samlinger\/([a-z2-7]{26})$/.exec(request.headers.referer ?? "")?.[1] ?? "";
}

function pathTo(slug: string, gathering: string | undefined, question = ""): string {
  const query = new URLSearchParams();
  if (gathering) query.set("samling", gathering);
  if (question) query.set("sporsmal", question);
  return `/eksempler/${slug}${query.size > 0 ? `?${query}` : ""}${question ? `#${question}` : ""}`;
}

/**
 * @param themeLabel what a theme is called; themes belong to a later room
 * @param sharedAnswersFor what groups shared; nothing while there is no group mode
 */
export function caseRoutes(
  app: FastifyInstance,
  { store, now }: House,
  catalogue: Catalogue,
  themeLabel: ThemeLabel,
  sharedAnswersFor: SharedAnswersFor = async () => [],
): void {
  type Shown = { case: Case; gathering: string; open: string; errors?: FieldErrors; typed?: Typed };

  /** The earlier versions a person wrote to, so that each answer stands with its own question. */
  async function earlierOf(slug: string, own: OwnReflection[], current: number): Promise<Case[]> {
    const versions = [...new Set(own.map(({ version }) => version))].filter((version) => version !== current);
    const found: Case[] = [];
    for (const version of versions) found.push(...[(await catalogue.find(slug, version)) ?? []].flat());
    return found;
  }

  async function showCase(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const viewer = viewerOf(request);
    const { language } = request;
    const { slug, version } = shown.case;
    const own = await reflectionsBy(store, viewer.id, slug);
    const isAnswered = own.some((one) => one.version === version && one.questionId === shown.open);
    const page = casePage({
      ...fresh,
      ...shown,
      language,
      now: now(),
      own,
      earlier: await earlierOf(slug, own, version),
      readVersion: (await readingsBy(store, viewer.id)).get(slug) ?? null,
      isAdviser: hasRole(viewer, "adviser"),
      shared: isAnswered ? await sharedAnswersFor(store.read, slug, version, shown.open, language) : [],
      discussed: (await discussionsFor(store, viewer.id, now())).filter((one) => one.slug === slug),
      themeLabel,
    });
    const isFaulty = Object.keys(page.errors).length > 0;
    return reply.page("cases/case", { ...page, title: page.text.title }, isFaulty ? 422 : 200);
  }

  /** A case that is withdrawn: those who wrote to it find their words, others nothing. */
  async function showWithdrawn(request: FastifyRequest<BySlug>, reply: FastifyReply) {
    const { slug } = request.params;
    const { language } = request;
    const own = await reflectionsBy(store, viewerOf(request).id, slug);
    if (own.length === 0) throw new NotFound();
    const t = inLanguage(caseTexts, language);
    const earlier = await earlierOf(slug, own, 0);
    const older = own.map((one) => olderView({ language, now: now(), earlier }, one, t));
    return reply.page("cases/withdrawn", { t, title: t.withdrawnTitle, slug, older });
  }

  app.get<BySlug>("/eksempler/:slug", keptPage, async (request, reply) => {
    const found = await catalogue.find(request.params.slug);
    if (!found) return showWithdrawn(request, reply);
    const open = typeof request.query.sporsmal === "string" ? request.query.sporsmal : "";
    return showCase(request, reply, { case: found, gathering: cameFrom(request), open });
  });

  app.get<{ Params: { slug: string; language: string } }>(
    "/eksempler/:slug/fil/:language",
    { config: { access: ["adviser"] } },
    async (request, reply) => {
      const { slug, language } = request.params;
      const found = orNotFound(await catalogue.find(slug));
      const text = [found.texts.nb, found.texts.nn].find((one) => one.language === language);
      return sendFile(reply, { slug, language, markdown: orNotFound(text).markdown });
    },
  );

  app.post<ByQuestion>("/eksempler/:slug/refleksjon/:question", readers, async (request, reply) => {
    const found = orNotFound(await catalogue.find(request.params.slug));
    const text = found.texts[caseLanguage(request.language)];
    const question = orNotFound(text.questions.find(({ id }) => id === request.params.question));
    const form = readForm(reflectionForm(question), request.body, sharedIn(request));
    const samling = readForm(readingForm, request.body, sharedIn(request));
    const gathering = (samling.ok && samling.value.samling) || "";
    const shown = { case: found, gathering, open: question.id };
    if (!form.ok) return showCase(request, reply, { ...shown, errors: form.errors, typed: form.typed });
    const reflection = reflectionIn(question, form.value);
    const errors = guardFields({ [wordsField(question.id)]: reflection.words }, request.language);
    if (Object.keys(errors).length > 0) {
      return showCase(request, reply, { ...shown, errors, typed: typedFrom(question, reflection) });
    }
    const key = {
      personId: viewerOf(request).id,
      caseSlug: found.slug,
      caseVersion: found.version,
      questionId: question.id,
    };
    await store.write((tx) => keepReflection(tx, { ...key, ...reflection }, now()));
    return reply.goTo(pathTo(found.slug, gathering, question.id));
  });

  app.post<ByQuestion>("/eksempler/:slug/refleksjon/:question/sletting", readers, async (request, reply) => {
    const { slug, question } = request.params;
    const form = readForm(deletionForm, request.body, sharedIn(request));
    const { utgave, samling } = orNotFound(form.ok ? form.value : null);
    const key = { personId: viewerOf(request).id, caseSlug: slug, caseVersion: utgave, questionId: question };
    await store.write((tx) => deleteReflection(tx, key));
    return reply.goTo(pathTo(slug, samling), "reflectionDeleted");
  });

  app.post<BySlug>("/eksempler/:slug/lesning", readers, async (request, reply) => {
    const found = orNotFound(await catalogue.find(request.params.slug));
    const form = readForm(readingForm, request.body, sharedIn(request));
    const reading = { personId: viewerOf(request).id, caseSlug: found.slug, caseVersion: found.version };
    await store.write((tx) => markRead(tx, reading, now()));
    return reply.goTo(pathTo(found.slug, form.ok ? form.value.samling : undefined), "caseRead");
  });
}
