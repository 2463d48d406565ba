/** What stands between the two lines of dashes at the top of a case file. */
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Report } from "./markdown.ts";
import { type CaseLanguage, caseLanguages } from "./parts.ts";

const words = (most: number) =>
  z
    .string("must be a text")
    .trim()
    .min(1, "must not be empty")
    .max(most, `may have at most ${most} characters`);
const number = (min: number, max: number) =>
  z.int("must be a whole number").min(min, `must be at least ${min}`).max(max, `must be at most ${max}`);
const list = <S extends z.ZodType>(of: S) => z.array(of, "must be a list").min(1, "must not be empty");

const schema = z.strictObject(
  {
    title: words(80),
    summary: words(160),
    readingMinutes: number(1, 10),
    discussionMinutes: number(10, 120),
    sectors: list(words(40)),
    workplaceSizes: list(z.enum(["liten", "middels", "stor"], "must be liten, middels or stor")),
    themes: list(words(40)),
    version: number(1, 9999),
    language: z.enum(caseLanguages as [CaseLanguage, ...CaseLanguage[]], "must be nb or nn"),
    constructed: z.literal(true, "must be true: only constructed cases may be shown"),
    source: words(200),
    approvedBy: words(40),
    status: z.enum(["draft", "published"], "must be draft or published"),
  },
  { error: (issue) => (issue.code === "unrecognized_keys" ? "is unknown: remove it" : undefined) },
);

export type FrontMatter = z.infer<typeof schema>;

/**
 * Reads the front matter; the line of each key comes with it.
 * @param text between the dashes, `firstLine` being the number of its first line in the file
 * @returns null when it cannot be read; what is wrong has then been reported
 */
export function readFrontMatter(
  text: string,
  firstLine: number,
  report: Report,
): { matter: FrontMatter; lineOf: (key: string) => number } | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const at = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  for (const fault of document.errors) {
    report(at(fault.pos[0]), `the front matter is not YAML (${fault.message.split("\n")[0]}): mend it`);
  }
  if (document.errors.length > 0) return null;
  const lineOf = (key: string) => {
    const offset = text.search(new RegExp(`^${key}:`, "m"));
    return offset < 0 ? firstLine : at(offset);
  };
  const read = schema.safeParse(document.toJS());
  if (read.success) return { matter: read.data, lineOf };
  for (const issue of read.error.issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "front matter")];
    for (const key of keys) report(lineOf(key), `"${key}" ${issue.message}`);
  }
  return null;
}
