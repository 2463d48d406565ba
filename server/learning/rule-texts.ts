/** Words of the rule register. */
import type { TextTable } from "../web/languages.ts";

export const ruleTexts = {
  // Rules
  rulesTitle: { nb: "Regler under press", nn: "Reglar under press", en: "Rules under pressure" },
  rulesIntro: {
    nb: "Hvilken regel støter flest læringspunkter mot? Den øverste har flest åpne.",
    nn: "Kva for ein regel støyter flest læringspunkt mot? Den øvste har flest opne.",
    en: "Which rule do most learning items run into? The one with the most open items comes first.",
  },
  rulesNone: {
    nb: "Ingen regler er navngitt ennå.",
    nn: "Ingen reglar er namngitte enno.",
    en: "No rules have been named yet.",
  },
  openItems: {
    nb: (n: number, words: string) => (n === 0 ? "Ingen åpne" : n === 1 ? "Ett åpent" : `${words} åpne`),
    nn: (n: number, words: string) => (n === 0 ? "Ingen opne" : n === 1 ? "Eitt ope" : `${words} opne`),
    en: (n: number, words: string) => (n === 0 ? "None open" : n === 1 ? "One open" : `${words} open`),
  },
  closedItems: {
    nb: (n: number, words: string) => (n === 1 ? "ett bekreftet" : `${words} bekreftet`),
    nn: (n: number, words: string) => (n === 1 ? "eitt stadfesta" : `${words} stadfesta`),
    en: (n: number, words: string) => (n === 1 ? "one confirmed" : `${words} confirmed`),
  },
  doubts: {
    nb: (n: number, words: string) => (n === 1 ? "dratt i tvil én gang" : `dratt i tvil ${words} ganger`),
    nn: (n: number, words: string) => (n === 1 ? "dregen i tvil éin gong" : `dregen i tvil ${words} gonger`),
    en: (n: number, words: string) =>
      n === 1 ? "doubted once" : n === 2 ? "doubted twice" : `doubted ${words} times`,
  },
  owner: { nb: "Eier", nn: "Eigar", en: "Owner" },
  reference: { nb: "Hvor den står", nn: "Kvar han står", en: "Where it is written" },
  whoCanChange: { nb: "Hvem kan endre den", nn: "Kven kan endre han", en: "Who can change it" },
} satisfies TextTable;
