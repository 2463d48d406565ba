/** Measures suggested themes on statements whose theme is known: cold, and trained five-fold. */
import { learnConfirmed, makeSuggester, type Suggester, suggestThemes } from "./suggestion.ts";
import type { Theme } from "./themes.ts";

export interface Statement {
  text: string;
  /** The primary theme and, if there is one, the secondary; a hit is either. */
  themes: string[];
}

/** What is wrong with the file of statements, where, and what to do. */
export class StatementFileError extends Error {}

const folds = 5;
const seed = 20200101;

/**
 * Reads statements: tab-separated with a header, columns `text`, `primary_theme` and optionally
 * `secondary_theme`; other columns are ignored and nothing is quoted.
 * @throws StatementFileError naming the line, for anything missing or unknown
 */
export function parseStatements(file: string, themes: readonly Theme[]): Statement[] {
  const [header = "", ...lines] = file.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const columns = header.split("\t").map((name) => name.trim());
  for (const name of ["text", "primary_theme"]) {
    if (!columns.includes(name)) {
      throw new StatementFileError(
        `line 1: the column "${name}" is missing; the header must be tab-separated`,
      );
    }
  }
  const cellOf = (cells: string[], name: string) => (cells[columns.indexOf(name)] ?? "").trim();
  const statements: Statement[] = [];
  lines.forEach((line, i) => {
    if (line.trim() === "") return;
    const cells = line.split("\t");
    const text = cellOf(cells, "text");
    if (text === "") throw new StatementFileError(`line ${i + 2}: the text is missing`);
    const primary = slugOf(cellOf(cells, "primary_theme"), themes, i + 2);
    if (!primary) throw new StatementFileError(`line ${i + 2}: the primary_theme is missing`);
    const secondary = slugOf(cellOf(cells, "secondary_theme"), themes, i + 2);
    statements.push({ text, themes: secondary ? [primary, secondary] : [primary] });
  });
  if (statements.length < folds) {
    throw new StatementFileError(`holds ${statements.length} statements; at least ${folds} are needed`);
  }
  return statements;
}

function slugOf(cell: string, themes: readonly Theme[], line: number): string | null {
  if (cell === "" || cell === "-") return null;
  const slug = cell.toLowerCase();
  if (themes.some((theme) => theme.slug === slug)) return slug;
  const known = themes.map((theme) => theme.slug).join(", ");
  throw new StatementFileError(`line ${line}: the theme "${cell}" is unknown; use one of ${known}`);
}

export interface Accuracy {
  top1: number;
  top3: number;
  /** For each statement, whether a right theme was among the three. */
  hits: boolean[];
}

function accuracy(statements: readonly Statement[], guesses: string[][]): Accuracy {
  const isRight = (i: number, slug: string | undefined) =>
    slug !== undefined && (statements[i] as Statement).themes.includes(slug);
  const hits = guesses.map((guess, i) => guess.some((slug) => isRight(i, slug)));
  const first = guesses.filter((guess, i) => isRight(i, guess[0])).length;
  const n = statements.length;
  return { top1: first / n, top3: hits.filter(Boolean).length / n, hits };
}

/** Mulberry32: the same numbers from 0 to 1 on every machine. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(n: number): number[] {
  const random = randomFrom(seed);
  const order = [...Array(n).keys()];
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

const guess = (suggester: Suggester, { text }: Statement) =>
  suggestThemes(suggester, text).map((suggestion) => suggestion.slug);

/** Cold: what the themes' words say. Trained: each fifth guessed by what learnt the other four. */
export function evaluate(statements: readonly Statement[], themes: readonly Theme[]) {
  const untaught = makeSuggester(themes);
  const cold = statements.map((statement) => guess(untaught, statement));
  const order = shuffled(statements.length);
  const trained: string[][] = [];
  let milliseconds = 0;
  for (let fold = 0; fold < folds; fold++) {
    const suggester = makeSuggester(themes);
    order.forEach((index, place) => {
      const { text, themes: right } = statements[index] as Statement;
      if (place % folds !== fold) learnConfirmed(suggester, text, right);
    });
    const start = performance.now();
    order.forEach((index, place) => {
      if (place % folds === fold) trained[index] = guess(suggester, statements[index] as Statement);
    });
    milliseconds += performance.now() - start;
  }
  return {
    cold: accuracy(statements, cold),
    trained: accuracy(statements, trained),
    milliseconds: milliseconds / statements.length,
  };
}

/** Lines saying how many statements of each primary theme there are, and how many had a hit. */
export function accuracyByTheme(
  statements: readonly Statement[],
  cold: Accuracy,
  trained: Accuracy,
): string[] {
  const slugs = [...new Set(statements.map(({ themes }) => themes[0] as string))].sort();
  return slugs.map((slug) => {
    const indexes = [...statements.keys()].filter((i) => statements[i]?.themes[0] === slug);
    const count = ({ hits }: Accuracy) => indexes.filter((i) => hits[i]).length;
    return `  ${slug} ${indexes.length} ${count(cold)} ${count(trained)}`;
  });
}
