/**
 * Finding a case: by words, whatever their form and spelling, and by what one can choose. All published
 * cases are held in memory (`catalogue.ts`) and there are tens of them, so one plain function finds
 * alike on both engines.
 */
import type { Language } from "../web/languages.ts";
import { isCommon, stemOf } from "../web/stemming.ts";
import { type Case, caseLanguage } from "./library.ts";
import { caseLanguages } from "./parts.ts";

export interface Wanted {
  words: string;
  sector: string;
  size: string;
  theme: string;
  /** At most so many minutes of discussion; 0 for any. */
  minutes: number;
  notDiscussed: boolean;
}
export const wantNothing: Wanted = {
  words: "",
  sector: "",
  size: "",
  theme: "",
  minutes: 0,
  notDiscussed: false,
};

/** Letters people type when they lack æ, ø and å, and the accents they leave out, as one. */
const unfolded = (word: string) =>
  word
    .toLowerCase()
    .normalize("NFC")
    .replace(/[éèê]/g, "e")
    .replaceAll("ae", "æ")
    .replaceAll("oe", "ø")
    .replaceAll("aa", "å");

const mostWords = 12;
/** A shorter one begins too many words to tell anything. */
const leastPrefix = 4;

interface Stems {
  title: Set<string>;
  all: Set<string>;
}
const stems = new WeakMap<Case, Stems>();

const stemsOf = (text: string) =>
  (text.match(/[\p{L}\p{M}\d]+/gu) ?? []).map((word) => stemOf(unfolded(word)));

/** Every word of a case in both languages, by stem: title, summary, text, trades and themes. */
function wordsIn(one: Case, themeLabel: (slug: string, language: Language) => string): Stems {
  const known = stems.get(one);
  if (known) return known;
  const title: string[] = [];
  const all: string[] = [];
  for (const language of caseLanguages) {
    const text = one.texts[language];
    title.push(...stemsOf(text.title));
    const labels = text.themes.map((slug) => themeLabel(slug, language));
    const questions = text.questions.flatMap(({ sentence, choices }) => [sentence, ...choices]);
    all.push(
      ...stemsOf(
        [text.title, text.summary, text.searchable, ...text.sectors, ...labels, ...questions].join(" "),
      ),
    );
  }
  const made = { title: new Set(title), all: new Set(all) };
  stems.set(one, made);
  return made;
}

const begins = (words: Set<string>, stem: string) => {
  if (words.has(stem)) return true;
  if (stem.length < leastPrefix) return false;
  for (const word of words) if (word.startsWith(stem)) return true;
  return false;
};

/** How well a case answers: 0 not at all; a word in the title counts more. */
function fits(one: Case, wanted: string[], themeLabel: Parameters<typeof wordsIn>[1]): number {
  const { title, all } = wordsIn(one, themeLabel);
  let score = 1;
  for (const stem of wanted) {
    if (!begins(all, stem)) return 0;
    score += begins(title, stem) ? 3 : 1;
  }
  return score;
}

/** The stems of what was typed; words that say nothing are left out unless there are no others. */
function wantedStems(words: string): string[] {
  const all = [...new Set(stemsOf(words))].slice(0, mostWords);
  const telling = all.filter((stem) => !isCommon(stem));
  return telling.length > 0 ? telling : all;
}

/**
 * The cases that fit everything wanted: those whose title holds the words first, then by title.
 * @param discussed slugs the reader's own networks have discussed
 */
export function findCases(
  cases: Iterable<Case>,
  wanted: Wanted,
  language: Language,
  discussed: ReadonlySet<string>,
  themeLabel: (slug: string, language: Language) => string,
): Case[] {
  const words = wantedStems(wanted.words);
  const scored = [...cases].flatMap((one) => {
    const text = one.texts[caseLanguage(language)];
    const isFit =
      (wanted.sector === "" || text.sectors.includes(wanted.sector)) &&
      (wanted.size === "" || (text.workplaceSizes as string[]).includes(wanted.size)) &&
      (wanted.theme === "" || one.themes.includes(wanted.theme)) &&
      (wanted.minutes === 0 || one.discussionMinutes <= wanted.minutes) &&
      !(wanted.notDiscussed && discussed.has(one.slug));
    const score = isFit ? fits(one, words, themeLabel) : 0;
    return score > 0 ? [{ one, score }] : [];
  });
  // Sorting keeps the order of titles within the same score.
  return scored.sort((a, b) => b.score - a.score).map(({ one }) => one);
}

/** The trades that some case names, in the order of the alphabet. */
export function sectorsOf(cases: Iterable<Case>, language: Language): string[] {
  const all = [...cases].flatMap((one) => one.texts[caseLanguage(language)].sectors);
  return [...new Set(all)].sort(new Intl.Collator("nb").compare);
}
