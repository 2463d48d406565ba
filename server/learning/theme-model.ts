/**
 * What confirmed themes teach: how often stems and groups of letters stand in the feedback of each theme.
 * Only these counts are kept, in memory; no text, and nothing about persons.
 */
import { isCommon, letterGroups, type Word } from "../web/stemming.ts";

export interface ThemeModel {
  themes: number;
  /** How many features each theme holds. */
  totals: Float64Array;
  counts: Map<string, Float64Array>;
}

/** Found by cross-validation on test/learning/statements.tsv. */
const groupSize = 4;
const groupWeight = 0.5;
const pairWeight = 0.5;
const smoothing = 0.3;

/** A model that has learnt nothing. @param themes how many themes there are */
export function emptyModel(themes: number): ThemeModel {
  return { themes, totals: new Float64Array(themes), counts: new Map() };
}

/** What a text is compared by, how much each counts, and the word it comes from. */
export type Features = Map<string, { weight: number; written: string }>;

/** Stems, pairs of neighbouring stems and groups of letters of a text, each once. */
export function featuresOf(words: readonly Word[]): Features {
  const features: Features = new Map();
  const told = words.filter((word) => !isCommon(word.stem));
  told.forEach(({ stem, written }, i) => {
    features.set(stem, { weight: 1, written });
    const next = told[i + 1];
    if (next) features.set(`${stem} ${next.stem}`, { weight: pairWeight, written });
    if (stem.length < groupSize) return;
    for (const group of letterGroups(stem, groupSize)) {
      features.set(`~${group}`, { weight: groupWeight, written });
    }
  });
  return features;
}

/** Learns from one text. @param weight what it counts, 1 for a confirmed piece of feedback */
export function learn(model: ThemeModel, features: Features, theme: number, weight: number): void {
  for (const [feature, { weight: own }] of features) {
    let counts = model.counts.get(feature);
    if (!counts) {
      counts = new Float64Array(model.themes);
      model.counts.set(feature, counts);
    }
    counts[theme] = (counts[theme] as number) + weight * own;
    model.totals[theme] = (model.totals[theme] as number) + weight * own;
  }
}

/**
 * What each known feature says for and against each theme: naive Bayes, centred on the average theme and
 * tempered by the length of the text, since the features of one word say the same thing several times.
 */
export function evidenceOf(model: ThemeModel, features: Features): { written: string; says: Float64Array }[] {
  const known = [...features].filter(([feature]) => model.counts.has(feature));
  const length = known.reduce((sum, [, { weight }]) => sum + weight, 0);
  const temper = 1 / Math.sqrt(Math.max(1, length));
  const room = smoothing * model.counts.size;
  const logTotals = model.totals.map((total) => Math.log(total + room));
  return known.map(([feature, { weight, written }]) => {
    const counts = model.counts.get(feature) as Float64Array;
    const says = counts.map((count, i) => Math.log(count + smoothing) - (logTotals[i] as number));
    const average = says.reduce((sum, one) => sum + one, 0) / says.length;
    return { written, says: says.map((one) => (one - average) * weight * temper) };
  });
}
