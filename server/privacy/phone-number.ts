/** Phone numbers as Norwegians write them, and what looks like one but is not. */
import { type DigitRun, digitRuns, digitsOf, windowsOf, writtenIn } from "./digits.ts";

/** Sizes of the groups in which eight digits read as a phone number. */
const groupings = new Set(["8", "2-2-2-2", "3-2-3", "4-4", "3-5", "2-6"]);
/** Words before a number that make it a phone number, however it is grouped. */
const phoneWords =
  /(?:\b(?:tlf|telefon\p{L}*|mob|mobil\p{L}*|sms|ring\p{L}*|phone|call)\b|\+)[ .:på]{0,5}$/iu;
/** Words before or after a number that make it something else. */
const otherBefore =
  /(?:\b(?:kr|kroner|nok|uke|uker|ukene|veke|veker|vekene|side|sidene|kl|week|weeks)\b)[ .:]{0,3}$/iu;
const otherAfter = /^ ?(?:,-|%|(?:kr|kroner|nok|prosent|mill\p{L}*|timer|timar|stk)\b)/iu;

const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits);
const isDayAndMonth = (day: string, month: string) =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;

/** `24.12.2026`, `2026-12-08`, `20261208` or `24122026`. */
function isDate(digits: string, sizes: string): boolean {
  const yearFirst = isYear(digits.slice(0, 4)) && isDayAndMonth(digits.slice(6, 8), digits.slice(4, 6));
  const yearLast = isYear(digits.slice(4)) && isDayAndMonth(digits.slice(0, 2), digits.slice(2, 4));
  return (yearFirst && /^(?:8|4-2-2)$/.test(sizes)) || (yearLast && /^(?:8|2-2-4)$/.test(sizes));
}

const sizesOf = (groups: DigitRun) => groups.map((group) => group.digits.length).join("-");

function isWrittenAsPhone(groups: DigitRun): boolean {
  const sizes = sizesOf(groups);
  const between = new Set(groups.slice(1).map((group) => group.before));
  if (!groupings.has(sizes) || between.size > 1 || [...between].some((b) => b.length > 1)) return false;
  if (sizes === "4-4") return between.has(" ") && !groups.every((group) => isYear(group.digits));
  return !(sizes === "8" && digitsOf(groups).endsWith("00000"));
}

function isNorwegian(text: string, groups: DigitRun): boolean {
  const digits = digitsOf(groups);
  if (!/^[2-9]/.test(digits) || isDate(digits, sizesOf(groups))) return false;
  const before = text.slice(Math.max(0, (groups[0]?.start ?? 0) - 24), groups[0]?.start);
  const after = text.slice(groups.at(-1)?.end, (groups.at(-1)?.end ?? 0) + 16);
  if (phoneWords.test(before)) return true;
  return isWrittenAsPhone(groups) && !otherBefore.test(before) && !otherAfter.test(after);
}

/** Numbers with a country code: `+47 …`, `0047 …`, `(+46) …`. */
const withCountryCode = /(?<![\d+])(?:\+|00)(?:\d[ .\-–()]{0,3}){8,15}(?!\d)/g;

function isInternational(written: string): boolean {
  const digits = written.replace(/\D/g, "").replace(/^00/, "");
  return digits.startsWith("47") ? /^47[2-9]\d{7}$/.test(digits) : /^[1-9]\d{8,14}$/.test(digits);
}

/** Every phone number in a text, as it is written there. Short numbers such as 113 and 116 117 pass. */
export function phoneNumbersIn(text: string): string[] {
  const foreign = (text.match(withCountryCode) ?? []).map((found) => found.trim()).filter(isInternational);
  const norwegian = digitRuns(text)
    .flatMap((run) => windowsOf(run, 8))
    .filter((groups) => isNorwegian(text, groups))
    .map((groups) => writtenIn(text, groups));
  return [...foreign, ...norwegian];
}
