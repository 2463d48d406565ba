/** Two languages of one draft: what is said once and holds for both, and how one begins from the other. */
import { type CaseFields, type QuestionFields, readFields, writeCase } from "./case-source.ts";
import type { DraftText } from "./draft.ts";
import { approverRole, notApproved } from "./draft-forms.ts";
import type { CaseLanguage } from "./parts.ts";

/** A question in the other language; one that is new there is copied, to be rewritten in place. */
function alike(own: QuestionFields, others: QuestionFields[]): QuestionFields {
  const other = others.find(({ id }) => id === own.id);
  if (!other) return own;
  const { kind, isAboutNav } = own;
  const choices = kind === other.kind ? other.choices : own.choices;
  return { ...other, kind, isAboutNav, choices };
}

/**
 * The other language's text after a change: minutes, sizes, themes and which questions there are, in
 * what order, are the same in both.
 */
export function carriedOver(fields: CaseFields, { language, markdown }: DraftText): string {
  const other = readFields(markdown, language);
  const { readingMinutes, discussionMinutes, workplaceSizes, themes, questions } = fields;
  return writeCase({
    ...other,
    readingMinutes,
    discussionMinutes,
    workplaceSizes,
    themes,
    questions: questions.map((question) => alike(question, other.questions)),
  });
}

/** A text to begin the other language from: a copy, under that language's headings. */
export function beginFrom({ language, markdown }: DraftText, other: CaseLanguage): string {
  return writeCase({ ...readFields(markdown, language), language: other, approvedBy: notApproved[other] });
}

/** A text as a draft of a version: whatever it said of its own approval does not hold. */
export function asDraft({ language, markdown }: DraftText, version: number): string {
  const fields = readFields(markdown, language);
  return writeCase({ ...fields, version, status: "draft", approvedBy: notApproved[language] });
}

/** A text as it is published: approved, by role. */
export function asPublished({ language, markdown }: DraftText): string {
  const fields = readFields(markdown, language);
  return writeCase({ ...fields, status: "published", approvedBy: approverRole[language] });
}
