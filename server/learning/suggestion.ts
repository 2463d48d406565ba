/**
 * Suggested themes (learning-loop.md section 3): from the words of content/themes.md at first, and more
 * and more from what has been confirmed. A person always has the last word.
 */

import { wordsOf } from "../web/stemming.ts";
import { type Lexicon, makeLexicon, matchesIn } from "./lexicon.ts";
import { emptyModel, evidenceOf, featuresOf, learn, type ThemeModel } from "./theme-model.ts";
import type { Theme } from "./themes.ts";

export interface Suggestion {
  slug: string;
  /** Words of the text that led to it, as they were written, the strongest first. */
  words: string[];
}

export interface Suggester {
  slugs: string[];
  lexicon: Lexicon;
  /** What the words, hints and assumptions of the themes say. */
  prior: ThemeModel;
  learnt: ThemeModel;
  /** How many confirmed pieces it has learnt from. */
  pieces: number;
  /** For each of `trusts`, how badly the confirmed theme was guessed before it was learnt. */
  losses: Float64Array;
}

const mostSuggestions = 3;
const mostWords = 4;
/** A word that says less than this share of the strongest is not shown. */
const leastShare = 0.25;
/** What a match counts beside the letters and hints; found on test/learning/statements.tsv. */
const matchWeight = 2;
const secondWeight = 0.5;
/** How far to trust what was learnt, the first when nothing tells them apart. */
const trusts = [0.4, 0.2, 0.8, 1.6];
/** A guess counts half after about 35 others. */
const fading = 0.98;
/** All of the first pieces are guessed; after that a sample says enough, and takes less time. */
const firstGuessed = 300;
const guessedEvery = 10;

/** A suggester that knows the themes and has learnt nothing. */
export function makeSuggester(themes: readonly Theme[]): Suggester {
  const prior = emptyModel(themes.length);
  themes.forEach(({ words, label, hint, assumption }, i) => {
    const said = [label, hint, assumption].flatMap(({ nb, nn }) => [nb, nn]);
    for (const text of [...words, ...said]) learn(prior, featuresOf(wordsOf(text)), i, 1);
  });
  return {
    slugs: themes.map((theme) => theme.slug),
    lexicon: makeLexicon(themes),
    prior,
    learnt: emptyModel(themes.length),
    pieces: 0,
    losses: new Float64Array(trusts.length),
  };
}

type Evidence = { written: string; says: Float64Array }[];

function fromThemes({ lexicon, prior, slugs }: Suggester, text: string): Evidence {
  const words = wordsOf(text);
  const matched = matchesIn(lexicon, words).map(({ theme, weight, written }) => {
    const says = new Float64Array(slugs.length);
    says[theme] = weight * matchWeight;
    return { written, says };
  });
  return [...matched, ...evidenceOf(prior, featuresOf(words))];
}

function fromConfirmed({ learnt }: Suggester, text: string): Evidence {
  return evidenceOf(learnt, featuresOf(wordsOf(text)));
}

function sumOf(evidence: Evidence, themes: number): Float64Array {
  const sum = new Float64Array(themes);
  for (const { says } of evidence) {
    for (let i = 0; i < themes; i++) sum[i] = (sum[i] as number) + (says[i] as number);
  }
  return sum;
}

/** How unlikely the right theme was held to be. */
function lossOf(scores: Float64Array, theme: number): number {
  const highest = Math.max(...scores);
  const all = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  return Math.log(all) + highest - (scores[theme] as number);
}

function trustIn({ losses }: Suggester): number {
  return trusts[losses.indexOf(Math.min(...losses))] as number;
}

function guess(suggester: Suggester, text: string, right: number): void {
  const count = suggester.slugs.length;
  const told = sumOf(fromThemes(suggester, text), count);
  const learnt = sumOf(fromConfirmed(suggester, text), count);
  trusts.forEach((trust, i) => {
    const scores = told.map((score, theme) => score + trust * (learnt[theme] as number));
    suggester.losses[i] = (suggester.losses[i] as number) * fading + lossOf(scores, right);
  });
}

/**
 * Learns a piece of feedback whose theme a person has confirmed. It is guessed first: how well what had
 * been learnt so far would have done decides how far it is trusted, so that few pieces do no harm.
 * @param slugs the confirmed theme and, if there is one, a second; unknown ones are passed over
 */
export function learnConfirmed(suggester: Suggester, text: string, slugs: readonly string[]): void {
  const themes = slugs.map((slug) => suggester.slugs.indexOf(slug)).filter((theme) => theme !== -1);
  const [first] = themes;
  if (first === undefined || text.trim() === "") return;
  if (suggester.pieces < firstGuessed || suggester.pieces % guessedEvery === 0) guess(suggester, text, first);
  const features = featuresOf(wordsOf(text));
  themes.slice(0, 2).forEach((theme, i) => {
    learn(suggester.learnt, features, theme, i === 0 ? 1 : secondWeight);
  });
  suggester.pieces++;
}

/** The words that spoke for a theme, strongest first, none inside another. */
function wordsFor(evidence: Evidence, theme: number): string[] {
  const strength = new Map<string, { written: string; sum: number }>();
  for (const { written, says } of evidence) {
    const key = written.toLowerCase();
    const so = strength.get(key) ?? { written, sum: 0 };
    strength.set(key, { written: so.written, sum: so.sum + (says[theme] as number) });
  }
  const strongest = [...strength].filter(([, { sum }]) => sum > 0).sort(([, a], [, b]) => b.sum - a.sum);
  const least = (strongest[0]?.[1].sum ?? 0) * leastShare;
  const words: string[] = [];
  const isIn = (part: string, whole: string) =>
    ` ${whole.toLowerCase()} `.includes(` ${part.toLowerCase()} `);
  for (const [, { written, sum }] of strongest) {
    if (
      sum >= least &&
      words.length < mostWords &&
      !words.some((word) => isIn(written, word) || isIn(word, written))
    ) {
      words.push(written);
    }
  }
  return words;
}

/** Up to three themes for a text, the likeliest first; none when no word of it says anything. */
export function suggestThemes(suggester: Suggester, text: string): Suggestion[] {
  const { slugs } = suggester;
  const trust = trustIn(suggester);
  const learnt = fromConfirmed(suggester, text).map(({ written, says }) => ({
    written,
    says: says.map((one) => one * trust),
  }));
  const evidence = [...fromThemes(suggester, text), ...learnt];
  const scores = sumOf(evidence, slugs.length);
  return [...slugs.keys()]
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, mostSuggestions)
    .map((theme) => ({ slug: slugs[theme] as string, words: wordsFor(evidence, theme) }))
    .filter(({ words }) => words.length > 0);
}
