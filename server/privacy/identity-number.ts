/**
 * National identity numbers: eleven digits, of which six are a date and two are check digits. Birth
 * numbers, D-numbers (day + 40), H-numbers (month + 40) and the synthetic ones used in testing
 * (month + 65 or + 80; Nav's older ones share + 40 with the H-numbers).
 */
import { type DigitRun, digitRuns, digitsOf, windowsOf, writtenIn } from "./digits.ts";

const dayOffsets = [0, 40];
const monthOffsets = [0, 40, 65, 80];
const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

function daysIn(month: number, shortYear: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  // Of the years a two-digit year may mean, those alive now: 1900 had no leap day, 2000 had one.
  return shortYear % 4 === 0 ? 29 : 28;
}

function without(value: number, offsets: number[], most: number): number | null {
  for (const offset of offsets) {
    if (value - offset >= 1 && value - offset <= most) return value - offset;
  }
  return null;
}

/** Whether the first six digits may be a date of birth, with any of the offsets. */
function hasDate(digits: string): boolean {
  const day = without(Number(digits.slice(0, 2)), dayOffsets, 31);
  const month = without(Number(digits.slice(2, 4)), monthOffsets, 12);
  return day !== null && month !== null && day <= daysIn(month, Number(digits.slice(4, 6)));
}

/** The check digit that modulus 11 gives; null when the number cannot be given out. */
export function checkDigit(digits: string, weights: readonly number[]): number | null {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? null : digit;
}

/** Whether eleven digits are a national identity number of any kind. */
export function isIdentityNumber(digits: string): boolean {
  return (
    /^\d{11}$/.test(digits) &&
    hasDate(digits) &&
    checkDigit(digits, firstWeights) === Number(digits[9]) &&
    checkDigit(digits, secondWeights) === Number(digits[10])
  );
}

/** `1234.56.78901`: nobody groups a date of birth so. */
const accountGrouping = "4-2-5";
const accountWords = /(?:\bkonto(?:nummer|nr)?|\baccount(?: number)?|\bkontonummeret|\bkontoen)[ .:]{0,3}$/iu;

/**
 * Whether eleven digits are written as an account number. Every identity number has an account number's
 * check digit, so only how it is written tells them apart.
 */
function isWrittenAsAccount(text: string, groups: DigitRun): boolean {
  const separators = new Set(groups.slice(1).map((group) => group.before));
  const sizes = groups.map((group) => group.digits.length).join("-");
  if (sizes === accountGrouping && separators.size === 1) return true;
  const start = groups[0]?.start ?? 0;
  return accountWords.test(text.slice(Math.max(0, start - 24), start));
}

/** Every identity number in a text, as it is written there; an account number is none. */
export function identityNumbersIn(text: string): string[] {
  return digitRuns(text)
    .flatMap((run) => windowsOf(run, 11))
    .filter((groups) => isIdentityNumber(digitsOf(groups)) && !isWrittenAsAccount(text, groups))
    .map((groups) => writtenIn(text, groups));
}
