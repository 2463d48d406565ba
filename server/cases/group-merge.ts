/** Two people of a group wrote at once: bringing their texts together when they wrote in different places. */

/** The one stretch in which `after` differs from `before`: what stood there, and what stands there now. */
function changeIn(before: string, after: string): { start: number; end: number; words: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, words: after.slice(start, after.length - same) };
}

/**
 * Brings two edits of the same text together.
 * @returns null when both changed the same place, or places that touch: then people must choose
 */
export function mergeTexts(before: string, theirs: string, mine: string): string | null {
  if (mine === theirs || mine === before) return theirs;
  if (theirs === before) return mine;
  const [a, b] = [changeIn(before, theirs), changeIn(before, mine)];
  const [first, second] = a.end < b.start ? [a, b] : [b, a];
  if (first.end >= second.start) return null;
  return (
    before.slice(0, first.start) +
    first.words +
    before.slice(first.end, second.start) +
    second.words +
    before.slice(second.end)
  );
}
