/**
 * The declaration of confidentiality a mentor accepts before the network's inner pages. Its words stand
 * in `content/declaration`, so that a change of law is a change of text: a new version asks again.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import markdownIt from "markdown-it";
import type { Temporal } from "temporal-polyfill";
import { parse } from "yaml";
import { z } from "zod";
import type { Tx } from "../store/store.ts";
import type { Role } from "../web/access.ts";
import { type Language, languages } from "../web/languages.ts";
import { acceptances } from "./tables.ts";

/** The declaration as it is now, in each language. */
export interface Declaration {
  version: string;
  titles: Record<Language, string>;
  /** Made from Markdown of our own files; raw HTML in it is shown as text. */
  html: Record<Language, string>;
}

/** Something is wrong in a file of the declaration; the message says what and where. */
export class DeclarationFileError extends Error {}

const frontMatter = z.strictObject({ version: z.string().min(1).max(40), title: z.string().min(1).max(80) });
const markdown = markdownIt({ html: false, linkify: false }).disable(["image"]);

function readOne(folder: string, language: Language) {
  const file = join(folder, "declaration", `${language}.md`);
  const [, top = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, "utf8")) ?? [];
  const head = frontMatter.safeParse(parse(top));
  if (!head.success) {
    throw new DeclarationFileError(`${file}: must begin with version and title between two lines of ---`);
  }
  return { file, ...head.data, html: markdown.render(body).trim() };
}

/**
 * Reads the declaration.
 * @param folder the content folder
 * @throws DeclarationFileError when a file is broken, or the versions of the three languages differ
 */
export function loadDeclaration(folder: string): Declaration {
  const all = { nb: readOne(folder, "nb"), nn: readOne(folder, "nn"), en: readOne(folder, "en") };
  for (const language of languages) {
    if (all[language].version !== all.nb.version) {
      throw new DeclarationFileError(
        `${all[language].file}: version is ${all[language].version}, but ${all.nb.version} in nb.md`,
      );
    }
  }
  return {
    version: all.nb.version,
    titles: { nb: all.nb.title, nn: all.nn.title, en: all.en.title },
    html: { nb: all.nb.html, nn: all.nn.html, en: all.en.html },
  };
}

/** Whether these roles are asked to accept it. Nav's own staff are bound by law and by their employer. */
export function isAskedToAccept(roles: readonly Role[]): boolean {
  return roles.includes("mentor");
}

/** Stores that a person accepted a version; accepting it again changes nothing. */
export async function acceptDeclaration(
  tx: Tx,
  personId: string,
  version: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.insert(acceptances).values({ personId, version, acceptedAt: now }).onConflictDoNothing();
}
