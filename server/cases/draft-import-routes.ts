/** Cases from files, as they were downloaded here or written elsewhere: checked like those that ship. */
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { guardFields } from "../privacy/guard.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { idOnce } from "../web/form-key.ts";
import { clean, type FieldErrors, readForm } from "../web/forms.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { languageIn, readFields } from "./case-source.ts";
import { type DraftText, saveDraft, slugFrom, startCase } from "./draft.ts";
import { checkDraft, faultCounter, faultsInWords, wordsOfFields } from "./draft-check.ts";
import { importForm } from "./draft-forms.ts";
import { asDraft } from "./draft-languages.ts";
import { type D, mainText } from "./draft-page.ts";
import { type Draft, draftFor } from "./draft-queries.ts";
import { type Writing, writers } from "./draft-routes.ts";
import { draftTexts } from "./draft-texts.ts";

interface ImportProps {
  d: D;
  /** The draft whose text is replaced; null for a new case. */
  into: { slug: string; title: string; revision: number } | null;
  errors: FieldErrors;
  faults: { where: string; words: string }[];
  text: string;
}
declare module "../web/render.ts" {
  interface Pages {
    "cases/import": ImportProps;
  }
}

interface Given {
  fields: Record<string, string>;
  files: { name: string; text: string | null }[];
}

/** A file of this size is no case; the rest of it is not read. */
const mostBytes = 64 * 1024;
const limits = { fileSize: mostBytes, files: 2, fields: 5, fieldSize: mostBytes * 4, parts: 8 };

/** The text of a file; null when it is too large or no text. */
function textOf(bytes: Buffer, isCut: boolean): string | null {
  if (isCut) return null;
  try {
    return `${clean(new TextDecoder("utf-8", { fatal: true }).decode(bytes))}\n`;
  } catch {
    return null;
  }
}

async function readGiven(request: FastifyRequest): Promise<Given> {
  if (!request.isMultipart()) {
    const body = Object.entries((request.body ?? {}) as Record<string, unknown>);
    return {
      fields: Object.fromEntries(body.filter((e): e is [string, string] => typeof e[1] === "string")),
      files: [],
    };
  }
  const given: Given = { fields: {}, files: [] };
  for await (const part of request.parts({ limits, throwFileSizeLimit: false } as object)) {
    if (part.type === "field") given.fields[part.fieldname] = String(part.value);
    else {
      const bytes = await part.toBuffer().catch(() => null);
      const name = part.filename.replace(/[^\p{L}\d._ -]/gu, "").slice(0, 60);
      if (bytes === null || bytes.length > 0 || name !== "") {
        given.files.push({ name, text: bytes && textOf(bytes, part.file.truncated) });
      }
    }
  }
  return given;
}

type Checked =
  | { ok: true; texts: DraftText[] }
  | { ok: false; errors: FieldErrors; faults: ImportProps["faults"] };

/** What is read in, or everything that is wrong with it, with file and line. */
function check({ fields, files }: Given, language: Language, themes: ReadonlySet<string>): Checked {
  const d = inLanguage(draftTexts, language);
  const pasted = clean(fields["tekst"]);
  const given = [...files, ...(pasted === "" ? [] : [{ name: d.pastedName, text: `${pasted}\n` }])];
  const refuse = (errors: FieldErrors, faults: ImportProps["faults"] = []): Checked => ({
    ok: false,
    errors,
    faults,
  });
  if (given.length === 0) return refuse({ fil: d.nothingGiven });
  const unreadable = given.filter(({ text }) => text === null);
  if (unreadable.length > 0) return refuse({ fil: d.notReadable });
  const texts = given.flatMap(({ text, name }) => {
    const said = languageIn(text ?? "");
    return said && text ? [{ language: said, markdown: text, name }] : [];
  });
  if (texts.length < given.length) return refuse({ fil: d.noLanguage });
  if (new Set(texts.map((text) => text.language)).size < texts.length) return refuse({ fil: d.sameLanguage });
  const faults = checkDraft(texts, themes).flatMap((checked) => {
    const name = texts.find((text) => text.language === checked.language)?.name ?? "";
    return checked.faults.map((fault) => ({
      where: d.lineNumber(name, fault.line),
      words: faultsInWords([fault], language)[0] as string,
    }));
  });
  if (faults.length > 0) return refuse({ fil: d.importFaults }, faults);
  const words = Object.fromEntries(texts.map((text) => [text.language, wholeOf(text)]));
  const [refused] = Object.values(guardFields(words, language));
  return refused ? refuse({ fil: refused }) : { ok: true, texts };
}

/** All words of a text, those of its front matter too. */
function wholeOf({ markdown, language }: DraftText): string {
  const { sectors, source } = readFields(markdown, language);
  return [wordsOfFields(markdown, language), ...sectors, source].join("\n");
}

type ByTarget = { Querystring: { til?: string } };

export function draftImportRoutes(app: FastifyInstance, { house, themes }: Writing): void {
  const { store, now } = house;
  const countFaults = faultCounter(themes);

  async function target(slug: unknown): Promise<Draft | null> {
    if (typeof slug !== "string" || slug === "") return null;
    const draft = orNotFound(await draftFor(store.read, slug));
    return orNotFound(draft.version.publishedAt ? null : draft);
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    draft: Draft | null,
    tried?: Omit<ImportProps, "d" | "into">,
  ) {
    const d = inLanguage(draftTexts, request.language);
    const main = draft && mainText(draft.sources, request.language);
    const title = (main && readFields(main.markdown, main.language).title) || d.untitled;
    const into = draft && { slug: draft.key.slug, title, revision: draft.version.revision };
    const shown = tried ?? { errors: {}, faults: [], text: "" };
    return reply.page("cases/import", { d, title: d.importTitle, into, ...shown }, tried ? 422 : 200);
  }

  async function replaceTexts(
    draft: Draft,
    revision: number | null,
    texts: DraftText[],
    byId: string,
  ): Promise<boolean> {
    return store.write(async (tx) => {
      const current = await draftFor(tx, draft.key.slug);
      if (!current || current.version.revision !== revision) return false;
      for (const text of texts) {
        const seen = current.sources.find(({ language }) => language === text.language)?.revision ?? 0;
        const others = ({ markdown }: DraftText) => markdown;
        const given = { ...current.key, text, revision: seen, byId, others, countFaults };
        const saved = await saveDraft(tx, given, now());
        if (!saved.ok) return false;
      }
      return true;
    });
  }

  app.register(async (room) => {
    if (!room.hasContentTypeParser("multipart/form-data")) await room.register(multipart, { limits });

    room.get<ByTarget>("/eksempler/utkast/import", writers, async (request, reply) =>
      show(request, reply, await target(request.query.til)),
    );

    room.post("/eksempler/utkast/import", writers, async (request, reply) => {
      const given = await readGiven(request);
      const form = readForm(importForm, given.fields, inLanguage(sharedTexts, request.language));
      const draft = await target(given.fields["til"]);
      const text = given.fields["tekst"] || given.files.map((file) => file.text ?? "").join("\n");
      const d = inLanguage(draftTexts, request.language);
      if (!form.ok) return show(request, reply, draft, { errors: form.errors, faults: [], text });
      const checked = check(given, request.language, themes);
      if (!checked.ok)
        return show(request, reply, draft, { errors: checked.errors, faults: checked.faults, text });
      const byId = viewerOf(request).id;
      const texts = checked.texts.map((one) => ({
        language: one.language,
        markdown: asDraft(one, draft?.key.version ?? 1),
      }));
      if (draft) {
        const isSaved = await replaceTexts(draft, form.value.revisjon, texts, byId);
        if (isSaved) return reply.goTo(`/eksempler/utkast/${draft.key.slug}`, "saved");
        return show(request, reply, await target(draft.key.slug), {
          errors: { fil: d.changedDraft },
          faults: [],
          text,
        });
      }
      const title = readFields(texts[0]?.markdown ?? "", texts[0]?.language ?? "nb").title;
      const id = idOnce(house.config.secret, "case", { ...given.fields, texts });
      const begun = { slug: slugFrom(title, id), texts, byId, countFaults };
      const { slug } = await store.write((tx) => startCase(tx, begun, now()));
      return reply.goTo(`/eksempler/utkast/${slug}`, "saved");
    });
  });
}
