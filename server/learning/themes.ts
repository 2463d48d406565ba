/** The fourteen themes of feedback, from content/themes.md: labels, hints, assumptions and words. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "../web/languages.ts";

export interface Theme {
  slug: string;
  label: Record<Language, string>;
  /** What belongs here. */
  hint: Record<Language, string>;
  /** The governing assumption often in play. */
  assumption: Record<Language, string>;
  /** Words and phrases that point to the theme, lower case. */
  words: string[];
}

/** What is wrong with the file, where, and what to do. */
export class ThemeFileError extends Error {}

const keys = new Set(["words", ...languages.flatMap((l) => [l, `${l}-hint`, `assumption-${l}`])]);

interface Block {
  slug: string;
  line: number;
  fields: Map<string, string>;
}

const fault = (line: number, words: string) =>
  new ThemeFileError(`content/themes.md, line ${line}: ${words}`);

function readLine(text: string, line: number, blocks: Block[]): void {
  const heading = /^## ([a-z]+)$/.exec(text);
  if (heading) {
    blocks.push({ slug: heading[1] as string, line, fields: new Map() });
    return;
  }
  const field = /^- ([a-z-]+): (.*\S)\s*$/.exec(text);
  const block = blocks.at(-1);
  if (!field || !block) throw fault(line, 'expected "## slug" or "- key: text" below a heading');
  const [, key, value] = field as unknown as [string, string, string];
  if (!keys.has(key)) throw fault(line, `unknown key "${key}"; use one of ${[...keys].join(", ")}`);
  if (block.fields.has(key)) throw fault(line, `"${key}" stands twice under ${block.slug}; keep one`);
  block.fields.set(key, value);
}

function toTheme({ slug, line, fields }: Block): Theme {
  const missing = [...keys].find((key) => !fields.has(key));
  if (missing) throw fault(line, `${slug} lacks "- ${missing}: …"; add it`);
  const inAll = (key: (l: Language) => string) =>
    Object.fromEntries(languages.map((l) => [l, fields.get(key(l))])) as Record<Language, string>;
  const words = (fields.get("words") as string).split(",").map((word) => word.trim().toLowerCase());
  return {
    slug,
    label: inAll((l) => l),
    hint: inAll((l) => `${l}-hint`),
    assumption: inAll((l) => `assumption-${l}`),
    words: words.filter((word) => word !== ""),
  };
}

/**
 * Reads the themes out of the text of the file.
 * @throws ThemeFileError naming the line, for anything unexpected, missing or given twice
 */
export function parseThemes(text: string): Theme[] {
  const blocks: Block[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() !== "") readLine(line, i + 1, blocks);
  });
  if (blocks.length === 0) throw fault(1, 'no theme found; begin one with "## slug"');
  const seen = new Set<string>();
  for (const { slug, line } of blocks) {
    if (seen.has(slug)) throw fault(line, `the theme ${slug} stands twice; keep one`);
    seen.add(slug);
  }
  return blocks.map(toTheme);
}

let loaded: Theme[] = [];

/**
 * Loads the themes; called when the app is built.
 * @param contentFolder the folder `content`
 */
export function loadThemes(contentFolder: string): Theme[] {
  loaded = parseThemes(readFileSync(join(contentFolder, "themes.md"), "utf8"));
  return loaded;
}

/** All themes in the order of the file. */
export function allThemes(): readonly Theme[] {
  return loaded;
}

/** The name of a theme; the slug itself when it is unknown, so that old rows still print. */
export function themeLabel(slug: string, language: Language): string {
  return loaded.find((theme) => theme.slug === slug)?.label[language] ?? slug;
}

/** The themes as choices of a form. */
export function themeChoices(language: Language): { value: string; label: string }[] {
  return loaded.map(({ slug, label }) => ({ value: slug, label: label[language] }));
}
