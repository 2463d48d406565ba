/** Diverging bars: each person's answer is as wide as any other's; the good side is to the right. */
import type { Release } from "../privacy/release.ts";

export interface Segment {
  x: number;
  width: number;
  /** 1 is the worst answer, 5 the best; 3 stands in the middle. */
  step: 1 | 2 | 3 | 4 | 5;
}

export interface Bar {
  segments: Segment[];
  good: number;
  middle: number;
  bad: number;
  unknown: number;
}

const middle = 50;
const round = (n: number) => Math.round(n * 100) / 100;

/**
 * The bar of counts in the order of the scale, "vet ikke" last and outside the bar. The whole width is
 * 100; all the answers together fill half of it, so that any split fits.
 * @param isReversed where agreeing is the bad news
 */
export function barOf(counts: readonly number[], isReversed: boolean): Bar {
  const steps = counts.slice(0, 5);
  const ordered = isReversed ? [...steps].reverse() : steps;
  const [worst = 0, bad = 0, neither = 0, good = 0, best = 0] = ordered;
  const total = worst + bad + neither + good + best;
  const unit = total === 0 ? 0 : middle / total;
  let x = middle - (worst + bad + neither / 2) * unit;
  const segments = [worst, bad, neither, good, best].flatMap((n, i) => {
    const segment: Segment = { x: round(x), width: round(n * unit), step: (i + 1) as Segment["step"] };
    x += n * unit;
    return n > 0 ? [segment] : [];
  });
  return { segments, good: good + best, middle: neither, bad: worst + bad, unknown: counts[5] ?? 0 };
}

/** The bar of a release; null when there are no counts to draw. */
export const barOfRelease = (release: Release, isReversed: boolean): Bar | null =>
  release.show === "counts" ? barOf(release.counts, isReversed) : null;
