/** Reading a case: the list, the case, one's own reflections, "I have read this". */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { guardFields } from "../privacy/guard.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { type CasePage, casePage, timesOf } from "./case-page.ts";
import {
  deletionForm,
  gatheringId,
  readingForm,
  reflectionForm,
  reflectionIn,
  typedFrom,
  wordsField,
} from "./forms.ts";
import { type Case, type CaseLibrary, caseLanguage } from "./library.ts";
import { readingsBy, reflectionsBy } from "./queries.ts";
import { markRead } from "./reading.ts";
import { deleteReflection, keepReflection } from "./reflection.ts";
import { caseTexts } from "./texts.ts";

type T = Texts<typeof caseTexts>;
interface Card {
  href: string;
  title: string;
  text: string;
  lang: string;
  facts: string;
  themes: string;
  tags: { text: string; color?: string }[];
}
declare module "../web/render.ts" {
  interface Pages {
    "cases/list": { t: T; cards: Card[] };
    "cases/case": CasePage;
  }
}

type BySlug = { Params: { slug: string }; Querystring: { samling?: string; sporsmal?: string } };
type ByQuestion = { Params: { slug: string; question: string } };
type ThemeLabel = (slug: string, language: Language) => string;

const readers = { config: { access: "signed-in" } } as const;
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
 * @param library the published cases
 * @param themeLabel what a theme is called; themes belong to a later room
 */
export function caseRoutes(
  app: FastifyInstance,
  { store, now }: House,
  library: CaseLibrary,
  themeLabel: ThemeLabel,
): void {
  function cardOf(one: Case, readVersion: number | undefined, language: Language): Card {
    const t = inLanguage(caseTexts, language);
    const { title, summary, themes, language: written } = one.texts[caseLanguage(language)];
    const isRead = readVersion === one.version;
    const isChanged = readVersion !== undefined && !isRead;
    const [readingTime] = timesOf(one, language);
    return {
      href: `/eksempler/${one.slug}`,
      title,
      text: summary,
      lang: written === language ? "" : written,
      facts: readVersion === undefined ? `${readingTime} · ${t.notRead}` : readingTime,
      themes: themes.map((slug) => themeLabel(slug, language)).join(" · "),
      tags: [
        ...(isRead ? [{ text: t.read, color: "success" }] : []),
        ...(isChanged ? [{ text: t.newVersion, color: "warning" }] : []),
      ],
    };
  }

  async function showCase(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { case: Case; gathering: string; open: string; errors?: FieldErrors; typed?: Typed },
  ) {
    const viewer = viewerOf(request);
    const { slug } = shown.case;
    const page = casePage({
      errors: {},
      typed: {},
      ...shown,
      language: request.language,
      now: now(),
      own: await reflectionsBy(store, viewer.id, slug),
      readVersion: (await readingsBy(store, viewer.id)).get(slug) ?? null,
      isAdviser: hasRole(viewer, "adviser"),
      themeLabel,
    });
    const isFaulty = Object.keys(page.errors).length > 0;
    return reply.page("cases/case", { ...page, title: page.text.title }, isFaulty ? 422 : 200);
  }

  app.get("/eksempler", readers, async (request, reply) => {
    const t = inLanguage(caseTexts, request.language);
    const readings = await readingsBy(store, viewerOf(request).id);
    const cards = [...library.values()].map((one) => cardOf(one, readings.get(one.slug), request.language));
    return reply.page("cases/list", { t, title: t.cases, cards });
  });

  app.get<BySlug>("/eksempler/:slug", readers, async (request, reply) => {
    const found = orNotFound(library.get(request.params.slug));
    const open = typeof request.query.sporsmal === "string" ? request.query.sporsmal : "";
    return showCase(request, reply, { case: found, gathering: cameFrom(request), open });
  });

  app.post<ByQuestion>("/eksempler/:slug/refleksjon/:question", readers, async (request, reply) => {
    const found = orNotFound(library.get(request.params.slug));
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
    const isDeleted = await store.write((tx) => deleteReflection(tx, key));
    orNotFound(isDeleted || null);
    return reply.goTo(pathTo(slug, samling), "reflectionDeleted");
  });

  app.post<BySlug>("/eksempler/:slug/lesning", readers, async (request, reply) => {
    const found = orNotFound(library.get(request.params.slug));
    const form = readForm(readingForm, request.body, sharedIn(request));
    const reading = { personId: viewerOf(request).id, caseSlug: found.slug, caseVersion: found.version };
    await store.write((tx) => markRead(tx, reading, now()));
    return reply.goTo(pathTo(found.slug, form.ok ? form.value.samling : undefined), "caseRead");
  });
}
