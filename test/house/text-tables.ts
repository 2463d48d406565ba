/** Every text table of the product, and its texts in one form. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../server/web/languages.ts";
import { root } from "../house.ts";

const server = join(root, "server");
export const textFiles = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((file) => /texts\.ts$|notices\.ts$/.test(file))
  .sort();

const isForm = (value: unknown) => typeof value === "string" || typeof value === "function";
const isText = (entry: Record<string, unknown>) =>
  isForm(entry["nb"]) && isForm(entry["nn"]) && isForm(entry["en"]);

/** A text with functions read as they are written, and without what they fill in. */
const asWritten = (text: unknown) => String(text).replace(/\$\{[^}]*\}/g, "…");

/** Every text in a table, in one form. */
export function texts(table: unknown, form: Language): string[] {
  if (typeof table !== "object" || table === null) return [];
  const entry = table as Record<string, unknown>;
  if (isText(entry)) return [asWritten(entry[form])];
  return Object.values(entry).flatMap((inner) => texts(inner, form));
}

/** Every text in a table with the way to it, as it is: a string or a function in each form. */
export function entriesOf(table: unknown, path: string): [string, Record<Language, unknown>][] {
  if (typeof table !== "object" || table === null) return [];
  const entry = table as Record<string, unknown>;
  if (isText(entry)) return [[path, entry as Record<Language, unknown>]];
  return Object.entries(entry).flatMap(([key, inner]) => entriesOf(inner, `${path}.${key}`));
}

/** What each text file exports. */
export const textTables = () =>
  Promise.all(
    textFiles.map(async (file) => {
      const exported = (await import(join(server, file))) as Record<string, unknown>;
      return { file, tables: Object.values(exported), exported };
    }),
  );
