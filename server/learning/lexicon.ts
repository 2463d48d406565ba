/** What the words of content/themes.md say about a text, before anyone has confirmed anything. */
import { isCommon, likeness, type Word, wordsOf } from "../web/stemming.ts";
import type { Theme } from "./themes.ts";

interface Entry {
  theme: number;
  stems: string[];
  weight: number;
}

export interface Lexicon {
  themes: readonly Theme[];
  /** By the first stem of the entry that is not a common word. */
  entries: Map<string, { entry: Entry; offset: number }[]>;
  /** Single words long enough to be part of a compound or to be misspelt. */
  stems: string[];
  found: Map<string, { stem: string; weight: number }[]>;
}

/** How strongly an entry points to each theme, and the words of the text that matched. */
export interface Match {
  theme: number;
  weight: number;
  written: string;
}

/** Weights found on test/learning/statements.tsv. */
const weights = { compound: 0.7, misspelt: 0.6, phrase: 1.6, gap: 2 };
const leastCompound = 5;
const leastMisspelt = 6;
const leastLikeness = 0.75;
const mostFound = 20_000;

function anchorOf(stems: string[]): number {
  const uncommon = stems.findIndex((stem) => !isCommon(stem));
  return uncommon === -1 ? 0 : uncommon;
}

/** Prepares the words of the themes. An entry that stands under several themes counts less in each. */
export function makeLexicon(themes: readonly Theme[]): Lexicon {
  const byKey = new Map<string, Entry[]>();
  themes.forEach((theme, index) => {
    for (const words of theme.words) {
      const stems = wordsOf(words).map((word) => word.stem);
      const key = stems.join(" ");
      const same = byKey.get(key) ?? [];
      byKey.set(key, same);
      if (stems.length > 0 && !same.some((entry) => entry.theme === index)) {
        same.push({ theme: index, stems, weight: stems.length > 1 ? weights.phrase : 1 });
      }
    }
  });
  const entries: Lexicon["entries"] = new Map();
  for (const same of byKey.values()) {
    for (const entry of same) {
      const offset = anchorOf(entry.stems);
      const anchor = entry.stems[offset] as string;
      const shared = { entry: { ...entry, weight: entry.weight / same.length }, offset };
      entries.set(anchor, [...(entries.get(anchor) ?? []), shared]);
    }
  }
  const single = [...entries].filter(([, all]) => all.some(({ entry }) => entry.stems.length === 1));
  const stems = single
    .map(([stem]) => stem)
    .filter((stem) => stem.length >= leastCompound && !isCommon(stem));
  return { themes, entries, stems, found: new Map() };
}

/** The lexicon's stems a word stands for: itself, else those it is compounded of, else one it is like. */
function stemsIn(lexicon: Lexicon, stem: string): { stem: string; weight: number }[] {
  const known = lexicon.found.get(stem);
  if (known) return known;
  if (lexicon.found.size >= mostFound) lexicon.found.clear();
  const found = newStemsIn(lexicon, stem);
  lexicon.found.set(stem, found);
  return found;
}

function newStemsIn(lexicon: Lexicon, stem: string) {
  const exact = lexicon.entries.has(stem) ? [{ stem, weight: 1 }] : [];
  if (exact.length > 0 || isCommon(stem) || stem.length < leastCompound) return exact;
  const parts = lexicon.stems.filter((part) => stem.startsWith(part) || stem.endsWith(part));
  if (parts.length > 0) return parts.map((part) => ({ stem: part, weight: weights.compound }));
  if (stem.length < leastMisspelt) return exact;
  let best = { stem: "", like: leastLikeness };
  for (const other of lexicon.stems) {
    const like = Math.abs(other.length - stem.length) > 3 ? 0 : likeness(stem, other);
    if (like > best.like) best = { stem: other, like };
  }
  return best.stem ? [{ stem: best.stem, weight: weights.misspelt }] : exact;
}

/** Where the rest of an entry is found, word for word with up to `gap` other words in between. */
function phraseEnd(words: Word[], at: number, stems: string[]): number {
  let end = at;
  for (const stem of stems) {
    const next = words.findIndex((word, i) => i > end && i <= end + 1 + weights.gap && word.stem === stem);
    if (next === -1) return -1;
    end = next;
  }
  return end;
}

function matchAt(words: Word[], at: number, entry: Entry, offset: number): string | null {
  if (entry.stems.length === 1) return (words[at] as Word).written;
  const before = entry.stems.slice(0, offset);
  let start = at;
  for (const stem of [...before].reverse()) {
    const from = Math.max(0, start - 1 - weights.gap);
    const previous = words.slice(from, start).findLastIndex((word) => word.stem === stem);
    if (previous === -1) return null;
    start = from + previous;
  }
  const end = phraseEnd(words, at, entry.stems.slice(offset + 1));
  if (end === -1) return null;
  return words
    .slice(start, end + 1)
    .map((word) => word.written)
    .join(" ");
}

/** Every entry of the lexicon that the text holds, once each. */
export function matchesIn(lexicon: Lexicon, words: Word[]): Match[] {
  const matches = new Map<Entry, Match>();
  words.forEach((word, at) => {
    for (const { stem, weight } of stemsIn(lexicon, word.stem)) {
      for (const { entry, offset } of lexicon.entries.get(stem) ?? []) {
        const isPart = weight < 1 && entry.stems.length > 1;
        const written = isPart || matches.has(entry) ? null : matchAt(words, at, entry, offset);
        if (written) matches.set(entry, { theme: entry.theme, weight: weight * entry.weight, written });
      }
    }
  });
  return [...matches.values()];
}
