/**
 * A case as fields ↔ as Markdown. The editor in the browser works on fields, everything else on the
 * Markdown; going there and back changes nothing.
 */
import { parse } from "yaml";
import type { Block } from "./markdown.ts";
import { type CaseLanguage, cutAt, type PartName, partNames, partOrder } from "./parts.ts";
import { headingPattern } from "./questions.ts";

export interface QuestionFields {
  /** Given once and never changed. */
  id: string;
  sentence: string;
  kind: string;
  isAboutNav: boolean;
  /** What stands below the sentence. */
  help: string;
  choices: string[];
}

export type WordPart = Exclude<PartName, "questions">;
export const wordParts = partOrder.filter((name): name is WordPart => name !== "questions");

/** Everything of a case in one language, as it is typed: it need not be whole. */
export interface CaseFields {
  title: string;
  summary: string;
  readingMinutes: number | null;
  discussionMinutes: number | null;
  sectors: string[];
  workplaceSizes: string[];
  themes: string[];
  version: number;
  language: CaseLanguage;
  source: string;
  /** The role of whoever approved it, never a name. */
  approvedBy: string;
  status: "draft" | "published";
  parts: Record<WordPart, string>;
  questions: QuestionFields[];
}

/** A value as YAML: bare where YAML reads it back as it is, else in quotes. */
function scalar(value: string): string {
  if (value === "") return '""';
  const isBare =
    /^[\p{L}«][^\n:#"'[\]{}\\]*$/u.test(value) || /^[\p{L}«][^\n#"'[\]{}\\]*[^\s:]$/u.test(value);
  try {
    if (isBare && !/:\s|\s#|\s$/.test(value) && parse(value, { logLevel: "error" }) === value) return value;
  } catch {
    // in quotes, then
  }
  return JSON.stringify(value);
}

const item = (value: string) =>
  /^[\p{L}\d][\p{L}\d -]*$/u.test(value) ? scalar(value) : JSON.stringify(value);
const list = (values: string[]) => `[${values.map(item).join(", ")}]`;

function frontMatter(fields: CaseFields): string[] {
  return [
    `title: ${scalar(fields.title)}`,
    `summary: ${scalar(fields.summary)}`,
    `readingMinutes: ${fields.readingMinutes ?? '""'}`,
    `discussionMinutes: ${fields.discussionMinutes ?? '""'}`,
    `sectors: ${list(fields.sectors)}`,
    `workplaceSizes: ${list(fields.workplaceSizes)}`,
    `themes: ${list(fields.themes)}`,
    `version: ${fields.version}`,
    `language: ${fields.language}`,
    "constructed: true",
    `source: ${JSON.stringify(fields.source)}`,
    `approvedBy: ${scalar(fields.approvedBy)}`,
    `status: ${fields.status}`,
  ];
}

function writeQuestion({ id, sentence, kind, isAboutNav, help, choices }: QuestionFields): string {
  const heading = `### ${sentence} {#${id} kind=${kind} nav=${isAboutNav ? "yes" : "no"}}`;
  const alternatives = kind === "choice" ? choices.map((choice) => `- ${choice}`).join("\n") : "";
  return [heading, help, alternatives].filter((piece) => piece !== "").join("\n\n");
}

/** The Markdown of a case, as files have it. */
export function writeCase(fields: CaseFields): string {
  const parts = partOrder.map((name) => {
    const words =
      name === "questions" ? fields.questions.map(writeQuestion).join("\n\n") : fields.parts[name].trim();
    return [`## ${partNames[name][fields.language]}`, words].filter((piece) => piece !== "").join("\n\n");
  });
  return `${["---", ...frontMatter(fields), "---"].join("\n")}\n\n${parts.join("\n\n")}\n`;
}

const wordsIn = ({ lines }: Block) => lines.join("\n").trim();
const text = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const texts = (value: unknown) => (Array.isArray(value) ? value.map(text).filter((one) => one !== "") : []);
const minutes = (value: unknown) => (typeof value === "number" && Number.isInteger(value) ? value : null);

function matterIn(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0, logLevel: "error" });
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function questionsIn(part: Block): QuestionFields[] {
  return cutAt("###", part).sections.flatMap((section) => {
    const { sentence, id, kind, nav } = headingPattern.exec(section.heading)?.groups ?? {};
    if (sentence === undefined || !id || !kind) return [];
    const isChoice = kind === "choice";
    const isAlternative = (line: string) => isChoice && line.startsWith("- ");
    return {
      id,
      sentence,
      kind,
      isAboutNav: nav === "yes",
      help: wordsIn({ ...section, lines: section.lines.filter((line) => !isAlternative(line)) }),
      choices: section.lines.filter(isAlternative).map((line) => line.slice(2).trim()),
    };
  });
}

/** The fields of a text, as far as they can be found; it need not be whole, and nothing is checked. */
export function readFields(markdown: string, language: CaseLanguage): CaseFields {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  const end = lines.indexOf("---", 1);
  const matter = lines[0] === "---" && end > 0 ? matterIn(lines.slice(1, end).join("\n")) : {};
  const { sections } = cutAt("##", { lines: lines.slice(end + 1), firstLine: 1 });
  const part = (name: PartName): Block =>
    sections.find(({ heading }) => heading === partNames[name][language]) ?? { lines: [], firstLine: 1 };
  return {
    title: text(matter["title"]),
    summary: text(matter["summary"]),
    readingMinutes: minutes(matter["readingMinutes"]),
    discussionMinutes: minutes(matter["discussionMinutes"]),
    sectors: texts(matter["sectors"]),
    workplaceSizes: texts(matter["workplaceSizes"]),
    themes: texts(matter["themes"]),
    version: minutes(matter["version"]) ?? 1,
    language,
    source: text(matter["source"]),
    approvedBy: text(matter["approvedBy"]),
    status: matter["status"] === "published" ? "published" : "draft",
    parts: Object.fromEntries(wordParts.map((name) => [name, wordsIn(part(name))])) as Record<
      WordPart,
      string
    >,
    questions: questionsIn(part("questions")),
  };
}

/** Which language a text says it is in; null when it does not say. */
export function languageIn(markdown: string): CaseLanguage | null {
  const said = /^language: ?["']?(nb|nn)["']?\s*$/m.exec(markdown.slice(0, 3000))?.[1];
  return (said as CaseLanguage | undefined) ?? null;
}

/** The text as `writeCase` would put it: two that mean the same are then the same, byte for byte. */
export const normalised = (markdown: string, language: CaseLanguage) =>
  writeCase(readFields(markdown, language));
