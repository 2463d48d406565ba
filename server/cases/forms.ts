import { z } from "zod";
import { choice, count, optionalParagraph, paragraph } from "../web/forms.ts";
import type { Question } from "./questions.ts";

const mostCharacters = 2000;
/** The names of a question's two fields: every question stands in a form on one page. */
export const wordsField = (questionId: string) => `ord-${questionId}`;
export const choiceField = (questionId: string) => `valg-${questionId}`;

/** A gathering's id as it stands in addresses; anything else counts as none. */
export const gatheringId = z
  .string()
  .regex(/^[a-z2-7]{26}$/)
  .optional()
  .catch(undefined);
const cameFrom = { samling: gatheringId };

/** A reflection: words, or for a choice one of the alternatives, with words if one likes. */
export function reflectionForm({ id, choices }: Question) {
  if (choices.length === 0) return z.object({ [wordsField(id)]: paragraph(mostCharacters), ...cameFrom });
  return z.object({
    [choiceField(id)]: choice(...choices.map((_, i) => String(i))),
    [wordsField(id)]: optionalParagraph(mostCharacters),
    ...cameFrom,
  });
}

/** What a reflection form holds, by what it means. */
export function reflectionIn(question: Question, value: Record<string, unknown>) {
  const chosen = value[choiceField(question.id)];
  return {
    words: (value[wordsField(question.id)] as string | null) ?? "",
    choice: typeof chosen === "string" ? Number(chosen) : null,
  };
}

/** The form's fields as they were typed, from what they hold. */
export function typedFrom(question: Question, { words, choice }: ReturnType<typeof reflectionIn>) {
  return { [wordsField(question.id)]: words, [choiceField(question.id)]: String(choice ?? "") };
}

export const readingForm = z.object(cameFrom);
export const deletionForm = z.object({ utgave: count(1, 9999), ...cameFrom });
