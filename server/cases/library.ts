/** The cases that ship as files, read and checked when the program starts. A broken file stops the start. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../web/languages.ts";
import { checkThemes, compareLanguages } from "./case-check.ts";
import { type CaseText, readCaseFile } from "./case-file.ts";
import { type FaultKey, faultInWords } from "./fault.ts";
import { type CaseLanguage, caseLanguages } from "./parts.ts";

/** A case in one version, as it is read: from a file or written in the browser, all the same. */
export interface Case {
  slug: string;
  version: number;
  origin: "file" | "written";
  readingMinutes: number;
  discussionMinutes: number;
  themes: string[];
  /** A case written in one form only has that one under both. */
  texts: Record<CaseLanguage, CaseText>;
}
/** Cases by slug, in the order of their Norwegian titles. */
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

/** A case from its texts: at least one. */
export function caseFrom(
  slug: string,
  origin: Case["origin"],
  texts: Partial<Record<CaseLanguage, CaseText>>,
): Case | null {
  const nb = texts.nb ?? texts.nn;
  const nn = texts.nn ?? texts.nb;
  if (!nb || !nn) return null;
  const { version, readingMinutes, discussionMinutes, themes } = nb;
  return { slug, version, origin, readingMinutes, discussionMinutes, themes, texts: { nb, nn } };
}

/** Cases by slug, in the order of their Norwegian titles. */
export function inOrder(cases: Case[]): CaseLibrary {
  const collator = new Intl.Collator("nb");
  const sorted = cases.toSorted(
    (a, b) => collator.compare(a.texts.nb.title, b.texts.nb.title) || (a.slug < b.slug ? -1 : 1),
  );
  return new Map(sorted.map((one) => [one.slug, one]));
}

function readCase(contentFolder: string, slug: string, known: Set<string>, addFault: AddFault): Case | null {
  const texts: Partial<Record<CaseLanguage, CaseText>> = {};
  for (const language of caseLanguages) {
    const file = `content/cases/${slug}/${language}.md`;
    const content = readOrNull(join(contentFolder, "cases", slug, `${language}.md`));
    if (content === null) {
      addFault(file, 1, `the file is missing: every case is in ${caseLanguages.join(" and ")}`);
      continue;
    }
    const report = inEnglish(file, addFault);
    const text = readCaseFile(content, language, report);
    if (!text) continue;
    checkThemes(text, known, report);
    texts[language] = text;
  }
  const { nb, nn } = texts;
  if (!nb || !nn) return null;
  compareLanguages({ nb, nn }, inEnglish(`content/cases/${slug}/nn.md`, addFault));
  return caseFrom(slug, "file", texts);
}

const inEnglish =
  (file: string, addFault: AddFault) =>
  (line: number, key: FaultKey, ...values: (string | number)[]) =>
    addFault(file, line, faultInWords({ key, values }, "en"));

/** Addresses below /eksempler that no case may have. */
const taken = ["utkast", "grupper"];

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
  for (const slug of slugs.filter((name) => taken.includes(name))) {
    addFault(`content/cases/${slug}`, 1, "the folder's name is taken by a page: choose another");
  }
  return slugs;
}

/** The themes a case may touch. */
export function knownThemes(contentFolder: string): Set<string> {
  const themes = readFileSync(join(contentFolder, "themes.md"), "utf8");
  return new Set([...themes.matchAll(/^## (\S+)$/gm)].map((match) => match[1] as string));
}

/**
 * Reads and checks every case below `content/cases`.
 * @throws CaseFileError with file, line and what to do for each fault
 */
export function loadCases(contentFolder: string): CaseLibrary {
  const faults: CaseFault[] = [];
  const addFault: AddFault = (file, line, words) => faults.push({ file, line, words });
  const known = knownThemes(contentFolder);
  const cases = slugsIn(contentFolder, addFault).flatMap(
    (slug) => readCase(contentFolder, slug, known, addFault) ?? [],
  );
  if (faults.length > 0) throw new CaseFileError(faults);
  return inOrder(cases.filter(({ texts }) => texts.nb.status === "published"));
}
