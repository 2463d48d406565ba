/** The questions of a case: `### Sentence? {#id kind=open nav=yes}`, then words or alternatives. */
import type { Report } from "./fault.ts";
import { type Block, toHtml } from "./markdown.ts";
import { cutAt, isEmpty, type Section } from "./parts.ts";

export type QuestionKind = "open" | "choice" | "roleplay";

export interface Question {
  /** Never changes, in any version or language. */
  id: string;
  kind: QuestionKind;
  /** Whether an answer may concern Nav. */
  isAboutNav: boolean;
  sentence: string;
  html: string;
  /** Of a choice question; empty for others. */
  choices: string[];
  line: number;
}

/** `Sentence? {#id kind=open nav=yes}` */
export const headingPattern = /^(?<sentence>.+?)\s*\{#(?<id>\S+) kind=(?<kind>\S+) nav=(?<nav>\S+)\}$/;
/** Of a question, and of an alternative. */
export const mostCharacters = 160;

function checkHeading(id: string, kind: string, nav: string, line: number, report: Report): void {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(id)) {
    report(line, "badId", id);
  }
  if (!["open", "choice", "roleplay"].includes(kind)) {
    report(line, "badKind", kind);
  }
  if (!["yes", "no"].includes(nav)) report(line, "badNav", nav);
}

function choicesIn(section: Section, report: Report): string[] {
  const choices = section.lines.filter((line) => /^- /.test(line)).map((line) => line.slice(2).trim());
  if (choices.length < 2 || choices.length > 8) {
    report(section.headingLine, "fewChoices", choices.length);
  }
  for (const choice of choices.filter((words) => words.length > mostCharacters)) {
    const line = section.firstLine + section.lines.indexOf(`- ${choice}`);
    report(line, "choiceTooLong", mostCharacters);
  }
  return choices;
}

function readQuestion(section: Section, report: Report): Question | null {
  const { sentence, id, kind, nav } = headingPattern.exec(section.heading)?.groups ?? {};
  if (!sentence || !id || !kind || !nav) {
    report(section.headingLine, "badQuestion");
    return null;
  }
  checkHeading(id, kind, nav, section.headingLine, report);
  if (sentence.length > mostCharacters) {
    report(section.headingLine, "questionTooLong", mostCharacters);
  }
  const isChoice = kind === "choice";
  const lines = section.lines.map((line) => (isChoice && /^- /.test(line) ? "" : line));
  return {
    id,
    kind: kind as QuestionKind,
    isAboutNav: nav === "yes",
    sentence,
    html: toHtml({ lines, firstLine: section.firstLine }, report),
    choices: isChoice ? choicesIn(section, report) : [],
    line: section.headingLine,
  };
}

/** Reads the questions; an id that stands twice is reported, and so is text before the first. */
export function readQuestions(part: Block & { headingLine: number }, report: Report): Question[] {
  const { lead, sections } = cutAt("###", part);
  if (!isEmpty(lead)) report(lead.firstLine, "beforeFirstQuestion");
  if (sections.length === 0) report(part.headingLine, "noQuestion");
  const questions = sections.flatMap((section) => readQuestion(section, report) ?? []);
  questions.forEach(({ id, line }, i) => {
    if (questions.findIndex((other) => other.id === id) < i) {
      report(line, "idTwice", id);
    }
  });
  return questions;
}
