/** Words in the picture of the loop. What stands in a box has two short lines. */
import type { TextTable } from "../web/languages.ts";

export const loopTexts = {
  title: { nb: "Hvor er vi i sirkelen?", nn: "Kvar er vi i sirkelen?", en: "Where are we in the loop?" },
  ruleBox: { nb: "Regelen vi\ngår etter", nn: "Regelen vi\ngår etter", en: "The rule\nwe follow" },
  practiceBox: { nb: "Det Nav\ngjør", nn: "Det Nav\ngjer", en: "What Nav\ndoes" },
  mentorsBox: { nb: "Dette merker\nmentorene", nn: "Dette merkar\nmentorane", en: "What mentors\nnotice" },
  single: { nb: "Gjør vi det riktig?", nn: "Gjer vi det rett?", en: "Are we doing it right?" },
  double: {
    nb: "Gjør vi de riktige tingene?",
    nn: "Gjer vi dei rette tinga?",
    en: "Are we doing the right things?",
  },
  open: {
    nb: "Svaret kan gjelde måten Nav gjør det på, eller regelen bak.",
    nn: "Svaret kan gjelde måten Nav gjer det på, eller regelen bak.",
    en: "The answer may be about the way Nav does it, or about the rule behind it.",
  },
  again: {
    nb: "Nav må svare på nytt. Svaret kan gjelde måten Nav gjør det på, eller regelen bak.",
    nn: "Nav må svare på nytt. Svaret kan gjelde måten Nav gjer det på, eller regelen bak.",
    en: "Nav has to answer again. The answer may be about the way Nav does it, or about the rule behind it.",
  },
  singleTaken: {
    nb: "Den korte veien, enkeltkretslæring: Nav holder på regelen og ser på måten den følges på.",
    nn: "Den korte vegen, enkeltkrinslæring: Nav held på regelen og ser på måten han blir følgd på.",
    en: "The short way, single-loop learning: Nav keeps the rule and looks at how it is followed.",
  },
  doubleTaken: {
    nb: "Den lange veien, dobbeltkretslæring: Nav tviler på selve regelen.",
    nn: "Den lange vegen, dobbeltkrinslæring: Nav tvilar på sjølve regelen.",
    en: "The long way, double-loop learning: Nav doubts the rule itself.",
  },
} satisfies TextTable;
