/** All cases, read and checked when the program starts. A broken file stops the start. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../web/languages.ts";
import { type CaseText, readCaseFile } from "./case-file.ts";
import { type CaseLanguage, caseLanguages } from "./parts.ts";

export interface Case {
  slug: string;
  version: number;
  readingMinutes: number;
  discussionMinutes: number;
  themes: string[];
  texts: Record<CaseLanguage, CaseText>;
}
/** Published cases by slug, in the order of their Norwegian titles. */
export type CaseLibrary = ReadonlyMap<string, Case>;

export interface CaseFault {
  file: string;
  line: number;
  /** What is wrong and what to do. */
  words: string;
}

/** Everything that is wrong with the case files, one line each: file:line: what is wrong: what to do. */
export class CaseFileError extends Error {
  readonly faults: CaseFault[];
  constructor(faults: CaseFault[]) {
    super(faults.map(({ file, line, words }) => `${file}:${line}: ${words}`).join("\n"));
    this.name = "CaseFileError";
    this.faults = faults;
  }
}

type AddFault = (file: string, line: number, words: string) => void;

/** The language a case is read in: there is no English form. */
export function caseLanguage(language: Language): CaseLanguage {
  return language === "nn" ? "nn" : "nb";
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** What must be the same in both languages. */
const shared = [
  "version",
  "readingMinutes",
  "discussionMinutes",
  "themes",
  "workplaceSizes",
  "status",
] as const;

function compare(file: string, { nb, nn }: Record<CaseLanguage, CaseText>, addFault: AddFault): void {
  for (const key of shared) {
    if (String(nb[key]) === String(nn[key])) continue;
    addFault(file, nn.lineOf(key), `"${key}" is ${nn[key]}, in nb.md ${nb[key]}: make them alike`);
  }
  if (nb.situation.length !== nn.situation.length) {
    addFault(
      file,
      1,
      `${nn.situation.length} steps in the situation, in nb.md ${nb.situation.length}: make them alike`,
    );
  }
  const signs = (text: CaseText) =>
    text.questions.map(
      (q) =>
        `{#${q.id} kind=${q.kind} nav=${q.isAboutNav ? "yes" : "no"}} with ${q.choices.length} alternatives`,
    );
  const [ofNb, ofNn] = [signs(nb), signs(nn)];
  if (ofNb.length !== ofNn.length) {
    addFault(
      file,
      nn.questions[0]?.line ?? 1,
      `${ofNn.length} questions, in nb.md ${ofNb.length}: make them alike`,
    );
    return;
  }
  ofNn.forEach((sign, i) => {
    if (sign === ofNb[i]) return;
    addFault(
      file,
      nn.questions[i]?.line ?? 1,
      `the question is ${sign}, in nb.md ${ofNb[i]}: make them alike`,
    );
  });
}

function checkThemes(file: string, text: CaseText, known: Set<string>, addFault: AddFault): void {
  for (const slug of text.themes.filter((theme) => !known.has(theme))) {
    addFault(file, text.lineOf("themes"), `the theme "${slug}" is unknown: use a slug of content/themes.md`);
  }
}

function readCase(contentFolder: string, slug: string, known: Set<string>, addFault: AddFault): Case | null {
  const texts: Partial<Record<CaseLanguage, CaseText>> = {};
  for (const language of caseLanguages) {
    const file = `content/cases/${slug}/${language}.md`;
    const content = readOrNull(join(contentFolder, "cases", slug, `${language}.md`));
    if (content === null)
      addFault(file, 1, `the file is missing: every case is in ${caseLanguages.join(" and ")}`);
    const report = (line: number, words: string) => addFault(file, line, words);
    const text = content === null ? null : readCaseFile(content, language, report);
    if (!text) continue;
    checkThemes(file, text, known, addFault);
    texts[language] = text;
  }
  const { nb, nn } = texts;
  if (!nb || !nn) return null;
  compare(`content/cases/${slug}/nn.md`, { nb, nn }, addFault);
  const { version, readingMinutes, discussionMinutes, themes } = nb;
  return { slug, version, readingMinutes, discussionMinutes, themes, texts: { nb, nn } };
}

function slugsIn(contentFolder: string, addFault: AddFault): string[] {
  const entries = readdirSync(join(contentFolder, "cases"), { withFileTypes: true });
  const slugs = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  for (const slug of slugs.filter((name) => !/^[a-z][a-z0-9-]{0,59}$/.test(name))) {
    addFault(
      `content/cases/${slug}`,
      1,
      "the folder's name is malformed: use small letters a–z, digits and dashes",
    );
  }
  return slugs;
}

/**
 * Reads and checks every case below `content/cases`.
 * @throws CaseFileError with file, line and what to do for each fault
 */
export function loadCases(contentFolder: string): CaseLibrary {
  const faults: CaseFault[] = [];
  const addFault: AddFault = (file, line, words) => faults.push({ file, line, words });
  const themes = readFileSync(join(contentFolder, "themes.md"), "utf8");
  const known = new Set([...themes.matchAll(/^## (\S+)$/gm)].map((match) => match[1] as string));
  const cases = slugsIn(contentFolder, addFault).flatMap(
    (slug) => readCase(contentFolder, slug, known, addFault) ?? [],
  );
  if (faults.length > 0) throw new CaseFileError(faults);
  const collator = new Intl.Collator("nb");
  const published = cases
    .filter(({ texts }) => texts.nb.status === "published")
    .sort((a, b) => collator.compare(a.texts.nb.title, b.texts.nb.title));
  return new Map(published.map((one) => [one.slug, one]));
}

/**
 * What an agenda shows of a case; null when there is none by that slug.
 * Add `?samling=<gathering id>` to the path, and the case leads back to the gathering.
 */
export function caseCard(
  library: CaseLibrary,
  slug: string,
  language: Language,
): { title: string; minutes: number; path: string } | null {
  const found = library.get(slug);
  if (!found) return null;
  const { title } = found.texts[caseLanguage(language)];
  return { title, minutes: found.readingMinutes, path: `/eksempler/${slug}` };
}

/** The cases one may put on an agenda. */
export function caseChoices(library: CaseLibrary, language: Language): { slug: string; title: string }[] {
  return [...library.values()].map(({ slug, texts }) => ({
    slug,
    title: texts[caseLanguage(language)].title,
  }));
}
