/** One case file: front matter, then the named parts. Anything wrong is reported with its line. */

import type { Report } from "./fault.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { type Block, checkLines, toHtml } from "./markdown.ts";
import { type CaseLanguage, cutAt, findParts, isEmpty, type Section } from "./parts.ts";
import { type Question, readQuestions } from "./questions.ts";

/** A step of the situation, a party in who does what, a plan for the conversation. */
export interface Step {
  /** Empty for what stands before the first heading. */
  heading: string;
  html: string;
}

/** A case in one language. */
export interface CaseText extends FrontMatter {
  situation: Step[];
  questions: Question[];
  othersSaid: string;
  whoDoesWhat: Step[];
  tryThis: string;
  afterthought: Step[];
  facilitator: Step[];
  /** All words of the situation, to tell its people from real ones. */
  plainSituation: string;
  /** What a search looks through besides title, summary and questions: what every reader sees at once. */
  searchable: string;
  /** The whole file as it was read. */
  markdown: string;
  lineOf: (key: string) => number;
}

const wordsPerMinute = 130;
/** So that a case stays readable in five minutes, and nobody can hand in a book. */
export const mostCharacters = 14_000;

function stepsIn(part: Section, report: Report): Step[] {
  const { lead, sections } = cutAt("###", part);
  for (const section of sections.filter(isEmpty)) {
    report(section.headingLine, "emptyStep", section.heading);
  }
  const steps = sections.map((section) => ({ heading: section.heading, html: toHtml(section, report) }));
  return isEmpty(lead) ? steps : [{ heading: "", html: toHtml(lead, report) }, ...steps];
}

function checkLength(situation: Section, matter: FrontMatter, report: Report): void {
  const words = situation.lines.join(" ").split(/\s+/).filter(Boolean).length;
  const most = matter.readingMinutes * wordsPerMinute;
  if (words <= most) return;
  report(situation.headingLine, "situationTooLong", words, matter.readingMinutes, most);
}

function cutFrontMatter(text: string, report: Report): { matter: string; body: Block } | null {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    report(1, "noFrontMatter");
    return null;
  }
  return {
    matter: lines.slice(1, end).join("\n"),
    body: { lines: lines.slice(end + 1), firstLine: end + 2 },
  };
}

/**
 * Reads one file.
 * @param language what the file's name says
 * @returns null when the front matter cannot be read; what is wrong has then been reported
 */
export function readCaseFile(text: string, language: CaseLanguage, report: Report): CaseText | null {
  if (text.length > mostCharacters) {
    report(1, "fileTooLong", mostCharacters);
    return null;
  }
  const cut = cutFrontMatter(text, report);
  if (!cut) return null;
  const front = readFrontMatter(cut.matter, 2, report);
  const body = readBody(cut.body, language, report);
  if (!front) return null;
  const { matter, lineOf } = front;
  if (matter.language !== language) {
    report(lineOf("language"), "otherLanguage", matter.language, language);
  }
  const { parts, ...read } = body;
  checkLength(parts.situation, matter, report);
  return { ...matter, ...read, markdown: text, lineOf };
}

/** The parts, read and checked whether or not what stands above them is right: all faults at once. */
function readBody(body: Block, language: CaseLanguage, report: Report) {
  checkLines(body, report);
  const parts = findParts(body, language, report);
  return {
    parts,
    situation: stepsIn(parts.situation, report),
    questions: readQuestions(parts.questions, report),
    othersSaid: toHtml(parts.othersSaid, report),
    whoDoesWhat: stepsIn(parts.whoDoesWhat, report),
    tryThis: toHtml(parts.tryThis, report),
    afterthought: stepsIn(parts.afterthought, report),
    facilitator: stepsIn(parts.facilitator, report),
    plainSituation: parts.situation.lines.join("\n"),
    searchable: [parts.situation, parts.whoDoesWhat, parts.tryThis, parts.afterthought]
      .flatMap(({ lines }) => lines)
      .join("\n"),
  };
}
