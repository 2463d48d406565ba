/**
 * The guides: two printed pages for each role. Their words stand in `content/guides`; a page with a knot
 * in it links to the heading that unties it, so headings carry a name of their own: `## Words {#name}`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import markdownIt from "markdown-it";
import { parse } from "yaml";
import { z } from "zod";
import { type Language, languages } from "./languages.ts";

/** The folder of a guide → the last part of its address, in the order they are listed. */
export const guideSlugs = {
  mentor: "mentor",
  counsellor: "veileder",
  adviser: "radgiver",
  leader: "leder",
  administrator: "administrator",
} as const;
export type GuideName = keyof typeof guideSlugs;
export const guideNames = Object.keys(guideSlugs) as GuideName[];

export interface GuideText {
  title: string;
  /** Made from Markdown of our own files; raw HTML in it is shown as text. */
  html: string;
  headings: { level: number; name: string; words: string }[];
}
export type Guides = Record<GuideName, Record<Language, GuideText>>;

/** Something is wrong in a file of a guide; the message says what and where. */
export class GuideFileError extends Error {}

const frontMatter = z.strictObject({ title: z.string().min(1).max(80) });
const markdown = markdownIt({ html: false, linkify: false }).disable(["image", "lheading"]);
const named = /^(?<words>.+?) \{#(?<name>[a-z][a-z-]*)\}$/;
const sizes: Record<string, string> = { h2: "medium", h3: "small" };

function readOne(file: string): GuideText {
  const [, top = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, "utf8")) ?? [];
  const head = frontMatter.safeParse(parse(top));
  if (!head.success) throw new GuideFileError(`${file}: must begin with a title between two lines of ---`);
  const tokens = markdown.parse(body, {});
  const headings: GuideText["headings"] = [];
  tokens.forEach((token, i) => {
    if (token.type !== "heading_open") return;
    const inline = tokens[i + 1] as (typeof tokens)[number];
    const { words, name } = named.exec(inline.content)?.groups ?? {};
    const size = sizes[token.tag];
    if (!words || !name || !size || headings.some((one) => one.name === name)) {
      throw new GuideFileError(
        `${file}: "${inline.content}" needs level two or three and a {#name} of its own`,
      );
    }
    headings.push({ level: Number(token.tag.slice(1)), name, words });
    inline.content = words;
    inline.children = markdown.parseInline(words, {})[0]?.children ?? [];
    token.attrSet("id", name);
    token.attrSet("class", `aksel-heading aksel-heading--${size}`);
  });
  for (const token of tokens.flatMap((one) => one.children ?? [])) {
    if (token.type === "link_open") token.attrSet("class", "aksel-link aksel-link--inline-text");
  }
  return {
    title: head.data.title,
    html: markdown.renderer.render(tokens, markdown.options, {}).trim(),
    headings,
  };
}

const outline = ({ headings }: GuideText) => headings.map(({ level, name }) => `${level} ${name}`).join(", ");

function readGuide(folder: string, name: GuideName): Record<Language, GuideText> {
  const file = (language: Language) => join(folder, "guides", name, `${language}.md`);
  const texts = Object.fromEntries(
    languages.map((language) => [language, readOne(file(language))]),
  ) as Record<Language, GuideText>;
  for (const language of languages) {
    if (outline(texts[language]) !== outline(texts.nb)) {
      throw new GuideFileError(
        `${file(language)}: its headings are ${outline(texts[language])}; in nb.md ${outline(texts.nb)}`,
      );
    }
  }
  return texts;
}

let guides: Guides | undefined;

/**
 * Reads the guides, once.
 * @param folder the content folder
 * @throws GuideFileError when one is missing or broken, or its three forms have different headings
 */
export function loadGuides(folder: string): Guides {
  guides = Object.fromEntries(guideNames.map((name) => [name, readGuide(folder, name)])) as Guides;
  return guides;
}

/** The address and words of a heading, for a link from the page it helps with: `mentor#navn`. */
export function guideLink(place: string, language: Language): { path: string; words: string } {
  const [guide, name] = place.split("#") as [GuideName, string];
  const heading = guides?.[guide][language].headings.find((one) => one.name === name);
  if (!heading) throw new Error(`no guide has the heading ${place}`);
  return { path: `/veiledning/${guideSlugs[guide]}#${name}`, words: heading.words };
}
