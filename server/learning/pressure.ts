/** A rule under pressure as pages print it. */
import { numberInWords } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { capitalised } from "./cards.ts";
import { itemTexts } from "./item-texts.ts";
import { kindKeys } from "./rule.ts";
import type { PressedRule } from "./rule-queries.ts";

/** Its words, how many open and closed items press on it, and who could change it. */
export function pressureCard({ rule, open, total, doubted }: PressedRule, language: Language) {
  const t = inLanguage(itemTexts, language);
  const words = (n: number) => numberInWords(n, language);
  const closed = total - open;
  const counted = [
    t.openItems(open, capitalised(words(open))),
    ...(closed > 0 ? [t.closedItems(closed, words(closed))] : []),
    ...(doubted > 0 ? [t.doubts(doubted, words(doubted))] : []),
  ];
  return {
    href: `/regler/${rule.id}`,
    words: rule.words,
    kind: t[kindKeys[rule.kind]],
    counted: `${counted.join(", ")}.`,
    facts: [
      { label: t.reference, value: rule.reference },
      { label: t.owner, value: rule.owner },
      { label: t.whoCanChange, value: rule.whoCanChange },
    ].filter((fact): fact is { label: string; value: string } => fact.value !== null),
  };
}
export type PressureCard = ReturnType<typeof pressureCard>;
