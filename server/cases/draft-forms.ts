/** The editor's form ↔ the fields of a case. */
import { z } from "zod";
import { guardFields } from "../privacy/guard.ts";
import {
  choice,
  count,
  type FieldErrors,
  line,
  optionalCount,
  optionalLine,
  optionalParagraph,
  readForm,
  several,
  ticked,
} from "../web/forms.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { mostCharacters as mostInCase } from "./case-file.ts";
import { type CaseFields, type QuestionFields, type WordPart, wordParts, writeCase } from "./case-source.ts";
import { draftTexts } from "./draft-texts.ts";
import { minutesBetween, mostIn, workplaceSizes } from "./front-matter.ts";
import type { CaseLanguage } from "./parts.ts";
import { mostCharacters as mostInQuestion } from "./questions.ts";

/** More are read than the editor offers, so that none is lost. */
const mostRows = 12;
const mostInPart = 8000;

export const languageForm = z.object({ sprak: choice("nb", "nn") });
export const partField = (part: WordPart) => `del-${part}`;

const factsForm = z.object({
  tittel: line(mostIn.title),
  sammendrag: optionalLine(mostIn.summary),
  lesetid: optionalCount(...minutesBetween.reading),
  samtaletid: optionalCount(...minutesBetween.discussion),
  bransjer: optionalLine(200),
  storrelse: several(3),
  tema: several(14),
  kilde: optionalLine(mostIn.source),
  revisjon: count(0, 1_000_000),
});
const partsForm = z.object(
  Object.fromEntries(wordParts.map((part) => [partField(part), optionalParagraph(mostInPart)])),
);

/** A question as it stands in the form. */
export interface TypedQuestion {
  id: string;
  setning: string;
  slag: string;
  nav: boolean;
  hjelp: string;
  svar: string;
}
const emptyQuestion: TypedQuestion = { id: "", setning: "", slag: "open", nav: false, hjelp: "", svar: "" };
export const newQuestion = emptyQuestion;

/** Everything the editor shows: as it was typed, or as it is kept. */
export interface TypedCase {
  tittel: string;
  sammendrag: string;
  lesetid: string;
  samtaletid: string;
  bransjer: string;
  storrelse: string[];
  tema: string[];
  kilde: string;
  parts: Record<WordPart, string>;
  questions: TypedQuestion[];
}

const bodyOf = (body: unknown) =>
  (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;

function typedQuestions(body: unknown): TypedQuestion[] {
  const given = bodyOf(body);
  const at = (name: string, i: number) => {
    const value = given[`${name}-${i}`];
    return typeof value === "string" ? value.trim() : "";
  };
  const rows: TypedQuestion[] = [];
  for (let i = 0; i < mostRows && `slag-${i}` in given; i++) {
    rows.push({
      id: at("id", i),
      setning: at("setning", i),
      slag: at("slag", i),
      nav: at("nav", i) !== "",
      hjelp: at("hjelp", i).replace(/\r\n?/g, "\n"),
      svar: at("svar", i).replace(/\r\n?/g, "\n"),
    });
  }
  return rows.filter(({ setning, hjelp, svar }) => setning + hjelp + svar !== "");
}

/** What a button besides "save" does to the questions: `opp-2`, `ned-0`, `fjern-1`. */
export function rearrange<T>(rows: T[], button: unknown): T[] {
  const match = typeof button === "string" ? /^(opp|ned|fjern)-(\d)$/.exec(button) : null;
  const at = Number(match?.[2] ?? -1);
  const row = rows[at];
  if (!match || row === undefined) return rows;
  const rest = rows.filter((_, i) => i !== at);
  if (match[1] === "fjern") return rest;
  const to = Math.max(0, at + (match[1] === "opp" ? -1 : 1));
  return [...rest.slice(0, to), row, ...rest.slice(to)];
}

/** An id from the first words of a question, other than those there are. */
function idFrom(sentence: string, others: string[]): string {
  const words = sentence
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("å", "a")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "");
  const start = words.split("-").slice(0, 4).join("-").slice(0, 30).replace(/-+$/, "") || "sporsmal";
  let id = start;
  for (let n = 2; others.includes(id); n++) id = `${start}-${n}`;
  return id;
}

const questionForm = z.object({
  setning: line(mostInQuestion),
  slag: choice("open", "choice", "roleplay"),
  hjelp: optionalParagraph(2000),
  svar: optionalParagraph(8 * (mostInQuestion + 1)),
  nav: ticked(),
});

function readQuestions(rows: TypedQuestion[], language: Language, errors: FieldErrors): QuestionFields[] {
  const t = inLanguage(draftTexts, language);
  const known = new Set(rows.map(({ id }) => id).filter((id) => /^[a-z][a-z0-9-]{0,39}$/.test(id)));
  const ids: string[] = [];
  return rows.flatMap((row, i) => {
    const form = readForm(
      questionForm,
      { ...row, nav: row.nav ? "ja" : "" },
      inLanguage(sharedTexts, language),
    );
    if (!form.ok) {
      for (const [name, words] of Object.entries(form.errors)) errors[`${name}-${i}`] = words;
      return [];
    }
    const { setning, slag, hjelp, svar, nav } = form.value;
    if (/^#/m.test(hjelp ?? "")) errors[`hjelp-${i}`] = t.headingInHelp;
    const id = known.has(row.id) && !ids.includes(row.id) ? row.id : idFrom(setning, [...known, ...ids]);
    ids.push(id);
    const choices = (svar ?? "").split("\n").map((one) => one.replace(/^-\s+/, "").trim());
    return {
      id,
      sentence: setning,
      kind: slag,
      isAboutNav: nav,
      help: slag === "choice" ? (hjelp ?? "").replace(/^- /gm, "– ") : (hjelp ?? ""),
      choices: slag === "choice" ? choices.filter((one) => one !== "") : [],
    };
  });
}

/** Which fields hold what a heading of the file would: they would fall apart when read again. */
function headingFaults(parts: Record<string, string | null>, words: string): FieldErrors {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, text]) =>
      /^#{1,2}(?!#)/m.test(text ?? "") ? [[name, words]] : [],
    ),
  );
}

export type CaseInput =
  | { ok: true; fields: CaseFields; revision: number }
  | { ok: false; errors: FieldErrors; typed: TypedCase };

/** What was typed in the editor, for showing it again. */
export function typedCase(body: unknown, button: unknown = null): TypedCase {
  const given = bodyOf(body);
  const one = (name: string) => (typeof given[name] === "string" ? (given[name] as string) : "");
  const many = (name: string) => [given[name] ?? []].flat().filter((v): v is string => typeof v === "string");
  return {
    tittel: one("tittel"),
    sammendrag: one("sammendrag"),
    lesetid: one("lesetid"),
    samtaletid: one("samtaletid"),
    bransjer: one("bransjer"),
    storrelse: many("storrelse"),
    tema: many("tema"),
    kilde: one("kilde"),
    parts: Object.fromEntries(wordParts.map((part) => [part, one(partField(part))])) as Record<
      WordPart,
      string
    >,
    questions: rearrange(typedQuestions(body), button),
  };
}

/** What is kept, as the editor shows it. */
export function typedFrom(fields: CaseFields): TypedCase {
  return {
    tittel: fields.title,
    sammendrag: fields.summary,
    lesetid: String(fields.readingMinutes ?? ""),
    samtaletid: String(fields.discussionMinutes ?? ""),
    bransjer: fields.sectors.join(", "),
    storrelse: fields.workplaceSizes,
    tema: fields.themes,
    kilde: fields.source,
    parts: fields.parts,
    questions: fields.questions.map(({ id, sentence, kind, isAboutNav, help, choices }) => ({
      id,
      setning: sentence,
      slag: kind,
      nav: isAboutNav,
      hjelp: help,
      svar: choices.join("\n"),
    })),
  };
}

/** Every text field by its name in the form: what the guard looks through. */
function guarded({ parts, questions, ...facts }: TypedCase): Record<string, string> {
  const { tittel, sammendrag, bransjer, kilde } = facts;
  return {
    tittel,
    sammendrag,
    bransjer,
    kilde,
    ...Object.fromEntries(wordParts.map((part) => [partField(part), parts[part]])),
    ...Object.fromEntries(
      questions.flatMap(({ setning, hjelp, svar }, i) => [
        [`setning-${i}`, setning],
        [`hjelp-${i}`, hjelp],
        [`svar-${i}`, svar],
      ]),
    ),
  };
}

/**
 * Reads the editor's form. A draft need not be whole; refused is what could not be kept as it is, or
 * must not be (domain.md section 6).
 * @param kept what stays as it is: version, language, status
 */
export function readCase(
  body: unknown,
  kept: { version: number; language: CaseLanguage },
  language: Language,
): CaseInput {
  const t = inLanguage(draftTexts, language);
  const shared = inLanguage(sharedTexts, language);
  const given = bodyOf(body);
  const typed = typedCase(body, given["handling"]);
  const facts = readForm(factsForm, body, shared);
  const parts = readForm(partsForm, body, shared);
  const errors: FieldErrors = { ...(facts.ok ? {} : facts.errors), ...(parts.ok ? {} : parts.errors) };
  const questions = readQuestions(typed.questions, language, errors);
  const partWords = (parts.ok ? parts.value : {}) as Record<string, string | null>;
  Object.assign(errors, headingFaults(partWords, t.wrongHeading), guardFields(guarded(typed), language));
  if (!facts.ok || Object.keys(errors).length > 0) return { ok: false, errors, typed };
  const value = facts.value;
  const fields: CaseFields = {
    ...kept,
    title: value.tittel,
    summary: value.sammendrag ?? "",
    readingMinutes: value.lesetid,
    discussionMinutes: value.samtaletid,
    sectors: (value.bransjer ?? "")
      .split(",")
      .map((s) => s.trim())
      .filter(Boolean),
    workplaceSizes: workplaceSizes.filter((size) => value.storrelse.includes(size)),
    themes: value.tema,
    source: value.kilde ?? "",
    approvedBy: notApproved[kept.language],
    status: "draft",
    parts: Object.fromEntries(
      wordParts.map((part) => [part, partWords[partField(part)] ?? ""]),
    ) as CaseFields["parts"],
    questions,
  };
  if (writeCase(fields).length > mostInCase) {
    return { ok: false, errors: { lagre: t.wholeTooLong(String(mostInCase)) }, typed };
  }
  return { ok: true, fields, revision: value.revisjon };
}

/** What stands for who approved a text, by role: before, and after. */
export const notApproved = { nb: "ikke godkjent", nn: "ikkje godkjend" } as const;
export const approverRole = { nb: "rådgiver", nn: "rådgivar" } as const;

export const approvalForm = z.object({
  revisjon: count(1, 1_000_000),
  diktet: ticked(),
  endret: ticked(),
  arbeidsplass: ticked(),
  sammensetning: ticked(),
});
export const importForm = z.object({
  tekst: optionalParagraph(60_000),
  til: optionalLine(80),
  revisjon: optionalCount(0, 1_000_000),
});
export const versionForm = z.object({ revisjon: optionalCount(0, 1_000_000) });
