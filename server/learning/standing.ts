/** How far a piece of feedback has come, as its author reads it. */
import { Temporal } from "temporal-polyfill";
import { localDate, shortDate } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import type { Card } from "./cards.ts";
import type { Standing } from "./feedback-queries.ts";
import { daysToAnswer, isReleased } from "./paraphrase.ts";
import { feedbackTexts } from "./texts.ts";

/** The words for each choice of name, among the feedback texts. */
export const namingWords = {
  named: "namingNamed",
  confidential: "namingConfidential",
  anonymous: "namingAnonymous",
} as const;

/** A paraphrase put to the author, or what became of it. */
function paraphraseIn(one: Standing, language: Language, now: Temporal.Instant) {
  const t = inLanguage(feedbackTexts, language);
  if (one.paraphrase === null || one.proposedOn === null) return null;
  const proposal = { authorSays: one.authorSays, proposedOn: one.proposedOn };
  const until = Temporal.PlainDate.from(one.proposedOn).add({ days: daysToAnswer });
  const isOpen = one.authorSays === null && !isReleased(proposal, localDate(now).toString());
  return {
    words: one.paraphrase,
    isOpen,
    says: isOpen
      ? t.paraphraseUntil(shortDate(until, language, now))
      : one.authorSays === "no"
        ? t.paraphraseSaidNo
        : t.paraphraseReleased,
  };
}

/** The author's view of one piece. @param cards the items it may stand in */
export function followed(one: Standing, cards: Card[], language: Language, now: Temporal.Instant) {
  const t = inLanguage(feedbackTexts, language);
  const card = cards.find((item) => item.id === one.itemId) ?? null;
  const steps = {
    received: [t.stateReceived, t.stateReceivedText],
    kept: [t.stateReviewed, t.stateReviewedText],
    no_action: [t.stateNoAction, t.stateNoActionText],
    diverted: [t.stateDiverted, t.stateDivertedText],
  } as const;
  const [state, says] = steps[one.outcome ?? "received"];
  const naming = {
    named: t.namingNamed,
    confidential: t.namingConfidential,
    anonymous: t.namingAnonymous,
  };
  return {
    id: one.id,
    text: one.text ?? "",
    tag: card ? card.tag : { text: state, color: "neutral" },
    says: card ? card.says : says,
    note: one.note,
    item: card ? { href: card.href, question: card.question } : null,
    naming: naming[one.naming],
    canBeStricter: one.naming !== "anonymous",
    paraphrase: paraphraseIn(one, language, now),
  };
}
export type Followed = ReturnType<typeof followed>;
