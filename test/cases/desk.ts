/** Advisers at work on cases, for tests: what a form holds, and a case all the way to publication. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFields, wordParts } from "../../server/cases/case-source.ts";
import { partField, typedFrom } from "../../server/cases/draft-forms.ts";
import type { CaseLanguage } from "../../server/cases/parts.ts";
import { browserOf, root, type TestHouse } from "../house.ts";

export const fileText = (slug: string, language: CaseLanguage) =>
  readFileSync(join(root, `content/cases/${slug}/${language}.md`), "utf8");

type Form = Record<string, string | string[]>;

/** The editor's form as a browser would send it for a text. */
export function formOf(markdown: string, language: CaseLanguage, revision: number, changes: Form = {}): Form {
  const { parts, questions, ...facts } = typedFrom(readFields(markdown, language));
  return {
    ...facts,
    sprak: language,
    revisjon: String(revision),
    handling: "lagre",
    ...Object.fromEntries(wordParts.map((part) => [partField(part), parts[part]])),
    ...Object.fromEntries(
      questions.flatMap(({ id, setning, slag, nav, hjelp, svar }, i) => [
        [`id-${i}`, id],
        [`setning-${i}`, setning],
        [`slag-${i}`, slag],
        [`hjelp-${i}`, hjelp],
        [`svar-${i}`, svar],
        ...(nav ? [[`nav-${i}`, "ja"]] : []),
      ]),
    ),
    ...changes,
  };
}

/** A draft begun in the browser from a text. @returns its address */
export async function beginDraft(
  house: TestHouse,
  writer: string,
  markdown: string,
  language: CaseLanguage = "nb",
) {
  const browser = await browserOf(house, writer);
  const begun = await browser.post("/eksempler/utkast/nytt", formOf(markdown, language, 0));
  return String(begun.headers.location).replace(/[#?].*/, "");
}

export const allTicked = { diktet: "ja", endret: "ja", arbeidsplass: "ja", sammensetning: "ja" };
export const slugIn = (path: string) => path.split("/").at(-1) as string;

/** Approves and publishes a draft. */
export async function publish(house: TestHouse, path: string, approver: string, revision = 1) {
  const browser = await browserOf(house, approver);
  await browser.post(`${path}/godkjenning`, { ...allTicked, revisjon: String(revision) });
  await browser.post(`${path}/publisering`);
}
