/** What is missing or wrong in a draft, and what whoever approves it should look at twice. */
import { guardText } from "../privacy/guard.ts";
import type { Language } from "../web/languages.ts";
import { inLanguage } from "../web/languages.ts";
import { checkThemes, compareLanguages } from "./case-check.ts";
import { type CaseText, readCaseFile } from "./case-file.ts";
import { readFields, wordParts, writeCase } from "./case-source.ts";
import type { DraftText } from "./draft.ts";
import { draftTexts } from "./draft-texts.ts";
import { type Fault, faultInWords, gatherFaults } from "./fault.ts";
import type { CaseLanguage } from "./parts.ts";
import { caseTexts } from "./texts.ts";

export interface TextFaults {
  language: CaseLanguage;
  faults: Fault[];
}

/** The faults of each text of a version, and of the two beside each other; the same checks as for files. */
export function checkDraft(texts: DraftText[], known: ReadonlySet<string>): TextFaults[] {
  const read: Partial<Record<CaseLanguage, CaseText>> = {};
  const all = texts.map(({ language, markdown }) => {
    const { faults, report } = gatherFaults();
    const text = readCaseFile(markdown, language, report);
    if (text) {
      checkThemes(text, known, report);
      read[language] = text;
    }
    return { language, faults };
  });
  const { nb, nn } = read;
  const inNynorsk = all.find(({ language }) => language === "nn");
  if (nb && nn && inNynorsk) {
    compareLanguages({ nb, nn }, (line, key, ...values) => inNynorsk.faults.push({ line, key, values }));
  }
  return all;
}

/** How many faults a version has, for the store. */
export const faultCounter = (known: ReadonlySet<string>) => (texts: DraftText[]) =>
  texts.length === 0 ? 1 : checkDraft(texts, known).reduce((sum, { faults }) => sum + faults.length, 0);

/** What fields are called in the editor, by what they are called in files. */
function labelsIn(language: Language): Record<string, string> {
  const t = inLanguage(draftTexts, language);
  return {
    title: t.title,
    summary: t.summary,
    readingMinutes: t.readingMinutes,
    discussionMinutes: t.discussionMinutes,
    sectors: t.sectors,
    workplaceSizes: t.workplaceSizes,
    themes: t.themes,
    source: t.source,
  };
}

/** Faults in the reader's language, with the editor's names for things; each once. */
export function faultsInWords(faults: Fault[], language: Language): string[] {
  const labels = labelsIn(language);
  const named = faults.map(({ key, values: [first, ...rest] }) => {
    const values = first === undefined ? [] : [labels[String(first)] ?? first, ...rest];
    return faultInWords({ key, values }, language);
  });
  return [...new Set(named)];
}

/** Everything a person wrote in a text, as one. */
export function wordsOfFields(markdown: string, language: CaseLanguage): string {
  const fields = readFields(markdown, language);
  const questions = fields.questions.flatMap(({ sentence, help, choices }) => [sentence, help, ...choices]);
  return [fields.title, fields.summary, ...wordParts.map((name) => fields.parts[name]), ...questions].join(
    "\n",
  );
}

/** Names and telling combinations in the texts: hints to the writer and to whoever approves. */
export function hintsIn(texts: DraftText[]): { names: string[]; combinations: string[] } {
  const warnings = texts.flatMap(
    ({ markdown, language }) => guardText(wordsOfFields(markdown, language)).warnings,
  );
  const found = (kind: "name" | "combination") => [
    ...new Set(warnings.filter((warning) => warning.kind === kind).map((warning) => warning.found)),
  ];
  const names = found("name");
  const isGenitive = (name: string) => name.endsWith("s") && names.includes(name.slice(0, -1));
  return {
    names: names.filter((name) => !isGenitive(name)).slice(0, 20),
    combinations: found("combination").slice(0, 5),
  };
}

/** A text with what is missing filled in, so that a draft can be shown before it is whole. */
export function forPreview(markdown: string, language: CaseLanguage): string {
  const fields = readFields(markdown, language);
  const t = inLanguage(caseTexts, language);
  return writeCase({
    ...fields,
    title: fields.title || t.cases,
    summary: fields.summary || "…",
    readingMinutes: fields.readingMinutes ?? 5,
    discussionMinutes: fields.discussionMinutes ?? 45,
    sectors: fields.sectors.length > 0 ? fields.sectors : ["…"],
    workplaceSizes: fields.workplaceSizes.length > 0 ? fields.workplaceSizes : ["liten"],
    themes: fields.themes.length > 0 ? fields.themes : ["…"],
    source: fields.source || "…",
    approvedBy: fields.approvedBy || "…",
  });
}
