/** Numbers as people write them: groups of digits with spaces, dots or dashes between. */

/** Digits that stand without anything between them. */
export interface DigitGroup {
  digits: string;
  /** What stands between this group and the one before; empty for the first of a run. */
  before: string;
  start: number;
  end: number;
}
/** Groups that may belong to one number. */
export type DigitRun = DigitGroup[];

const groupPattern = /\d+/g;
/** At most three characters, as in `010190 - 12345`. */
const betweenGroups = /^[ .\-–—/]{1,3}$/;

/** Every run of digit groups in a text, from left to right. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let lastEnd = -1;
  for (const match of text.matchAll(groupPattern)) {
    const between = lastEnd < 0 ? "" : text.slice(lastEnd, match.index);
    const isJoined = betweenGroups.test(between);
    const end = match.index + match[0].length;
    const group = { digits: match[0], before: isJoined ? between : "", start: match.index, end };
    if (isJoined) runs.at(-1)?.push(group);
    else runs.push([group]);
    lastEnd = end;
  }
  return runs;
}

/** Every sequence of neighbouring groups in a run that holds exactly `length` digits together. */
export function windowsOf(run: DigitRun, length: number): DigitRun[] {
  const windows: DigitRun[] = [];
  for (let from = 0; from < run.length; from++) {
    let digits = 0;
    let to = from;
    while (to < run.length && digits < length) digits += run[to++]?.digits.length ?? 0;
    if (digits === length) windows.push(run.slice(from, to));
  }
  return windows;
}

/** The digits of neighbouring groups, put together. */
export function digitsOf(groups: DigitRun): string {
  return groups.map((group) => group.digits).join("");
}

/** What stands in the text from the first group to the last. */
export function writtenIn(text: string, groups: DigitRun): string {
  return text.slice(groups[0]?.start, groups.at(-1)?.end);
}
