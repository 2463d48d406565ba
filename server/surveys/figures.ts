/** Released counts made ready for printing: a picture, its words and the cells of the table beside it. */
import type { Release } from "../privacy/release.ts";
import type { Language } from "../web/languages.ts";
import { type Bar, barOfRelease } from "./chart.ts";
import { blocksOf, wordsIn } from "./desk.ts";
import type { Released } from "./queries.ts";
import type { SurveyKind } from "./questions.ts";

export interface FigureRow {
  words: string;
  isReversed: boolean;
  bar: Bar | null;
  barWords: string;
  /** In place of counts: what most answered, or that more answers are needed. */
  instead: string | null;
  cells: readonly number[] | null;
}

export interface Figure {
  heading: string | null;
  rows: FigureRow[];
}

function rowOf(
  statement: { words: string; isReversed: boolean },
  release: Release,
  { r, steps }: ReturnType<typeof wordsIn>,
): FigureRow {
  const bar = barOfRelease(release, statement.isReversed);
  const instead =
    release.show === "most"
      ? r.most(steps[release.option]?.label ?? "")
      : release.show === "nothing"
        ? r.waiting
        : null;
  return {
    words: statement.words,
    isReversed: statement.isReversed,
    bar,
    barWords: bar ? r.barWords(bar.good, bar.middle, bar.bad, bar.unknown) : "",
    instead,
    cells: release.show === "counts" ? release.counts : null,
  };
}

/** The figures of a survey, block by block. */
export function figuresOf(kind: SurveyKind, released: Released, language: Language): Figure[] {
  const w = wordsIn(language);
  return blocksOf(kind, language).map(({ heading, statements }) => ({
    heading,
    rows: statements.map((statement) => rowOf(statement, released[statement.name] ?? { show: "nothing" }, w)),
  }));
}
