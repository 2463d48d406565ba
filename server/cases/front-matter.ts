/** What stands between the two lines of dashes at the top of a case file. */
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { FaultKey, Report } from "./fault.ts";
import { type CaseLanguage, caseLanguages } from "./parts.ts";

/** Of each line of words, in characters. */
export const mostIn = { title: 80, summary: 160, sector: 40, source: 200, approvedBy: 40 } as const;
export const minutesBetween = { reading: [1, 10], discussion: [10, 120] } as const;
export const workplaceSizes = ["liten", "middels", "stor"] as const;

/** A fault's key, with the limit that was passed: `tooLong:80`. */
const words = (most: number) => z.string("notText").trim().min(1, "empty").max(most, `tooLong:${most}`);
const number = ([min, max]: readonly [number, number]) =>
  z
    .int({ error: ({ input }) => (input === "" ? "empty" : "notNumber") })
    .min(min, `tooSmall:${min}`)
    .max(max, `tooLarge:${max}`);
const list = <S extends z.ZodType>(of: S) => z.array(of, "notList").min(1, "empty").max(20, "tooLarge:20");

const schema = z.strictObject(
  {
    title: words(mostIn.title),
    summary: words(mostIn.summary),
    readingMinutes: number(minutesBetween.reading),
    discussionMinutes: number(minutesBetween.discussion),
    sectors: list(words(mostIn.sector)),
    workplaceSizes: list(z.enum(workplaceSizes, "notSize")),
    themes: list(words(40)),
    version: number([1, 9999]),
    language: z.enum(caseLanguages as [CaseLanguage, ...CaseLanguage[]], "notLanguage"),
    constructed: z.literal(true, "notConstructed"),
    source: words(mostIn.source),
    approvedBy: words(mostIn.approvedBy),
    status: z.enum(["draft", "published"], "notStatus"),
  },
  { error: (issue) => (issue.code === "unrecognized_keys" ? "unknownKey" : undefined) },
);

export type FrontMatter = z.infer<typeof schema>;

/** What the YAML holds; null when it is none, or hides more than it shows, which has then been reported. */
function fromYaml(text: string, firstLine: number, report: Report): { value: unknown } | null {
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: counter, logLevel: "error" });
    for (const fault of document.errors) {
      const line = counter.linePos(fault.pos[0]).line + firstLine - 1;
      report(line, "notYaml", fault.message.split("\n")[0] as string);
    }
    // Aliases are refused: a few lines of them could unfold to a flood.
    return document.errors.length > 0 ? null : { value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    report(firstLine, "notYaml", String((error as Error).message).split("\n")[0] as string);
    return null;
  }
}

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
  const found = fromYaml(text, firstLine, report);
  if (!found) return null;
  const lines = text.split("\n");
  const lineOf = (key: string) =>
    Math.max(
      lines.findIndex((line) => line.startsWith(`${key}:`)),
      0,
    ) + firstLine;
  const read = schema.safeParse(found.value);
  if (read.success) return { matter: read.data, lineOf };
  for (const issue of read.error.issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "front matter")];
    const [code, limit] = issue.message.split(":") as [string, string | undefined];
    const key = (
      issue.path.length === 0 && issue.code !== "unrecognized_keys" ? "notText" : code
    ) as FaultKey;
    for (const name of keys) report(lineOf(name), key, name, ...(limit ? [limit] : []));
  }
  return null;
}
