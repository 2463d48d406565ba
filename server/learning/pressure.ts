/** Which rule most of the loops run into (learning-loop.md section 4). */
import { numberInWords } from "../web/dates.ts";
import { inLanguage } from "../web/languages.ts";
import { type Card, capitalised, cardOf, type Sight } from "./cards.ts";
import type { allRules, Loop } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { isClosed } from "./state.ts";

type Rule = Awaited<ReturnType<typeof allRules>>[number];

const kindKeys = {
  unwritten: "kindUnwritten",
  routine: "kindRoutine",
  circular: "kindCircular",
  target: "kindTarget",
  budget: "kindBudget",
  regulation: "kindRegulation",
  law: "kindLaw",
} as const;

/** The rule an item presses on: the last decision's, else the one the adviser suggested. */
function ruleOf(loop: Loop): string | null {
  return loop.decisions.at(-1)?.ruleId ?? loop.suggestedRuleId;
}

/** The rules that items press on, those with most open items first, with the items. */
export function pressureOf(rules: readonly Rule[], loops: readonly Loop[], sight: Sight) {
  const t = inLanguage(itemTexts, sight.language);
  const words = (n: number) => numberInWords(n, sight.language);
  return rules
    .map((rule) => {
      const pressing = loops.filter((loop) => ruleOf(loop) === rule.id);
      const cards: Card[] = pressing.map((loop) => cardOf(loop, sight));
      const closed = cards.filter((card) => isClosed(card.state)).length;
      const open = cards.length - closed;
      const doubts = pressing
        .flatMap((loop) => loop.decisions)
        .filter((decision) => decision.ruleId === rule.id && decision.ruleView === "doubted").length;
      const counted = [
        t.openItems(open, capitalised(words(open))),
        ...(closed > 0 ? [t.closedItems(closed, words(closed))] : []),
        ...(doubts > 0 ? [t.doubts(doubts, words(doubts))] : []),
      ];
      return {
        id: rule.id,
        words: rule.words,
        kind: t[kindKeys[rule.kind]],
        open,
        total: cards.length,
        counted: `${counted.join(", ")}.`,
        facts: [
          { label: t.reference, value: rule.reference },
          { label: t.owner, value: rule.owner },
          { label: t.whoCanChange, value: rule.whoCanChange },
        ].filter((fact): fact is { label: string; value: string } => fact.value !== null),
        cards,
      };
    })
    .filter((rule) => rule.total > 0)
    .sort((a, b) => b.open - a.open || b.total - a.total);
}
export type RulePressure = ReturnType<typeof pressureOf>[number];
