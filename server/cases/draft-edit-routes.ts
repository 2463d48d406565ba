/** The editor: one text of a draft on one form, saved as whole as it is. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { idOnce } from "../web/form-key.ts";
import { type FieldErrors, readForm } from "../web/forms.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { readFields, type WordPart, wordParts, writeCase } from "./case-source.ts";
import { saveDraft, slugFrom, startCase } from "./draft.ts";
import { faultCounter } from "./draft-check.ts";
import {
  languageForm,
  newQuestion,
  partField,
  readCase,
  type TypedCase,
  typedCase,
  typedFrom,
} from "./draft-forms.ts";
import { carriedOver } from "./draft-languages.ts";
import { type D, languageName } from "./draft-page.ts";
import { type Draft, draftFor, nameOf } from "./draft-queries.ts";
import { type ByLanguage, textIn, type Writing, writers } from "./draft-routes.ts";
import { draftTexts } from "./draft-texts.ts";
import { workplaceSizes } from "./front-matter.ts";
import type { CaseLanguage } from "./parts.ts";

/** What someone else saved while this was being written. */
interface Meanwhile {
  heading: string;
  differences: { label: string; kept: string }[];
}

interface EditProps {
  d: D;
  action: string;
  back: string;
  /** Null while there is no draft: the form asks for it. */
  written: { code: CaseLanguage; name: string } | null;
  chosen: CaseLanguage;
  revision: number;
  typed: TypedCase;
  errors: FieldErrors;
  labels: Record<string, string>;
  parts: { name: string; label: string; hint: string; value: string }[];
  sizes: { value: string; label: string }[];
  themes: { value: string; label: string }[];
  meanwhile: Meanwhile | null;
  /** The last question is a new, empty one. */
  hasNew: boolean;
  isPublished: boolean;
}
declare module "../web/render.ts" {
  interface Pages {
    "cases/edit": EditProps;
  }
}

const mostOffered = 8;
const sizeKeys = { liten: "sizeLiten", middels: "sizeMiddels", stor: "sizeStor" } as const;

/** Each field's label, in the order of the page. */
function labelsOf(d: D, typed: TypedCase): Record<string, string> {
  const ofQuestion = (_: unknown, i: number) => [
    [`setning-${i}`, d.questionNumber(i + 1)],
    [`slag-${i}`, `${d.questionNumber(i + 1)}, ${d.kind}`],
    [`hjelp-${i}`, `${d.questionNumber(i + 1)}, ${d.help}`],
    [`svar-${i}`, `${d.questionNumber(i + 1)}, ${d.choices}`],
  ];
  const part = (name: WordPart) => [partField(name), d[`part_${name}`]];
  return Object.fromEntries([
    ["tittel", d.title],
    ["sammendrag", d.summary],
    ["lesetid", d.readingMinutes],
    ["samtaletid", d.discussionMinutes],
    ["bransjer", d.sectors],
    ["storrelse", d.workplaceSizes],
    ["tema", d.themes],
    ["kilde", d.source],
    part("situation"),
    ...typed.questions.flatMap(ofQuestion),
    ...wordParts.filter((name) => name !== "situation").map(part),
  ]);
}

/** Where what is kept differs from what was typed. */
function differences(typed: TypedCase, kept: TypedCase, d: D): Meanwhile["differences"] {
  const flat = ({ parts, questions, storrelse, tema, ...lines }: TypedCase): Record<string, string> => ({
    ...lines,
    storrelse: storrelse.join(", "),
    tema: tema.join(", "),
    ...Object.fromEntries(
      wordParts.map((name) => [partField(name), parts[name].replace(/\r\n/g, "\n").trim()]),
    ),
    ...Object.fromEntries(
      questions.flatMap(({ setning, slag, hjelp, svar }, i) => [
        [`setning-${i}`, setning],
        [`slag-${i}`, slag],
        [`hjelp-${i}`, hjelp],
        [`svar-${i}`, svar],
      ]),
    ),
  });
  const [mine, theirs] = [flat(typed), flat(kept)];
  const longest = typed.questions.length > kept.questions.length ? typed : kept;
  const labels = labelsOf(d, longest);
  return Object.entries(labels).flatMap(([name, label]) =>
    (mine[name] ?? "").trim() === (theirs[name] ?? "").trim()
      ? []
      : [{ label, kept: theirs[name] || d.emptyField }],
  );
}

export function draftEditRoutes(app: FastifyInstance, writing: Writing): void {
  const { house, themes } = writing;
  const { store, now } = house;
  const countFaults = faultCounter(themes);

  type Shown = {
    typed: TypedCase;
    errors?: FieldErrors;
    meanwhile?: Meanwhile;
    isPublished?: boolean;
    revision: number;
    hasNew?: boolean;
  };
  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    where: { draft: Draft | null; language: CaseLanguage },
    shown: Shown,
  ) {
    const d = inLanguage(draftTexts, request.language);
    const { draft, language } = where;
    const path = draft ? `/eksempler/utkast/${draft.key.slug}` : "/eksempler/utkast";
    const { typed } = shown;
    const hasNew = (shown.hasNew ?? false) || typed.questions.length === 0;
    const questions = hasNew ? [...typed.questions, newQuestion] : typed.questions;
    const isFaulty = Object.keys(shown.errors ?? {}).length > 0 || shown.meanwhile || shown.isPublished;
    return reply.page(
      "cases/edit",
      {
        d,
        title: typed.tittel || d.editTitle,
        action: draft ? `${path}/tekst/${language}` : `${path}/nytt`,
        back: path,
        written: draft ? { code: language, name: languageName(language, d) } : null,
        chosen: language,
        labels: labelsOf(d, typed),
        parts: wordParts.map((name) => ({
          name: partField(name),
          label: d[`part_${name}`],
          hint: name === "whoDoesWhat" ? d.hint_whoDoesWhat(language) : d[`hint_${name}`],
          value: typed.parts[name],
        })),
        sizes: workplaceSizes.map((size) => ({ value: size, label: d[sizeKeys[size]] })),
        themes: writing.themeChoices(request.language),
        errors: {},
        meanwhile: null,
        isPublished: false,
        ...shown,
        typed: { ...typed, questions },
        hasNew: hasNew && typed.questions.length < mostOffered,
      },
      isFaulty ? 422 : 200,
    );
  }

  const languageOf = (request: FastifyRequest): CaseLanguage => (request.language === "nn" ? "nn" : "nb");
  function afterSaving(reply: FastifyReply, path: string, button: unknown) {
    if (button === "nytt") return reply.goTo(`${path}?ny=1#sporsmal-ny`);
    if (typeof button === "string" && /^(opp|ned|fjern)-/.test(button)) return reply.goTo(`${path}#sporsmal`);
    return reply.goTo(path.replace(/\/tekst\/n[bn]$/, ""), "saved");
  }

  app.get("/eksempler/utkast/nytt", writers, async (request, reply) => {
    const d = inLanguage(draftTexts, request.language);
    const language = languageOf(request);
    const typed = typedFrom(readFields("", language));
    const begun = { ...typed, lesetid: "5", samtaletid: "45", kilde: d.sourceUsual };
    return show(request, reply, { draft: null, language }, { typed: begun, revision: 0 });
  });

  app.post("/eksempler/utkast/nytt", writers, async (request, reply) => {
    const body = request.body as Record<string, unknown> | undefined;
    const said = readForm(languageForm, request.body, inLanguage(sharedTexts, request.language));
    const language = said.ok ? said.value.sprak : languageOf(request);
    const input = readCase(request.body, { version: 1, language }, request.language);
    const errors = { ...(input.ok ? {} : input.errors), ...(said.ok ? {} : said.errors) };
    if (!input.ok || !said.ok) {
      const typed = input.ok ? typedCase(request.body) : input.typed;
      return show(request, reply, { draft: null, language }, { typed, errors, revision: 0 });
    }
    const texts = [{ language, markdown: writeCase(input.fields) }];
    const id = idOnce(house.config.secret, "case", request.body);
    const given = { slug: slugFrom(input.fields.title, id), texts, byId: viewerOf(request).id, countFaults };
    const { slug } = await store.write((tx) => startCase(tx, given, now()));
    return afterSaving(reply, `/eksempler/utkast/${slug}/tekst/${language}`, body?.["handling"]);
  });

  const find = async (request: FastifyRequest<ByLanguage>) => {
    const draft = orNotFound(await draftFor(store.read, request.params.slug));
    return { draft, source: textIn(draft, request.params.language) };
  };

  app.get<ByLanguage & { Querystring: { ny?: string } }>(
    "/eksempler/utkast/:slug/tekst/:language",
    writers,
    async (request, reply) => {
      const { draft, source } = await find(request);
      orNotFound(draft.version.publishedAt ? null : draft);
      const typed = typedFrom(readFields(source.markdown, source.language));
      const shown = { typed, revision: source.revision, hasNew: request.query.ny !== undefined };
      return show(request, reply, { draft, language: source.language }, shown);
    },
  );

  app.post<ByLanguage>("/eksempler/utkast/:slug/tekst/:language", writers, async (request, reply) => {
    const { draft, source } = await find(request);
    const { language } = source;
    const where = { draft, language };
    const input = readCase(request.body, { version: draft.key.version, language }, request.language);
    const body = request.body as Record<string, unknown> | undefined;
    if (!input.ok) {
      const revision = Number(body?.["revisjon"]) || source.revision;
      return show(request, reply, where, { typed: input.typed, errors: input.errors, revision });
    }
    const { fields, revision } = input;
    const given = {
      ...draft.key,
      text: { language, markdown: writeCase(fields) },
      revision,
      byId: viewerOf(request).id,
      others: (other: Draft["sources"][number] | { language: CaseLanguage; markdown: string }) =>
        carriedOver(fields, other),
      countFaults,
    };
    const result = await store.write((tx) => saveDraft(tx, given, now()));
    if (result.ok) {
      return afterSaving(reply, `/eksempler/utkast/${draft.key.slug}/tekst/${language}`, body?.["handling"]);
    }
    const typed = typedFrom(fields);
    if (result.reason !== "changed") {
      return show(request, reply, where, { typed, revision, isPublished: true });
    }
    const { source: kept } = await find(request);
    const d = inLanguage(draftTexts, request.language);
    const meanwhile = {
      heading: d.meanwhile((await nameOf(store.read, kept.savedById)) ?? d.someone),
      differences: differences(typed, typedFrom(readFields(kept.markdown, language)), d),
    };
    return show(request, reply, where, { typed, meanwhile, revision: kept.revision });
  });
}
