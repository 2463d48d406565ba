/** The code that phones join by. */
import { randomInt } from "node:crypto";

/** No letter or digit that is taken for another: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const letters = "ACDEFGHJKMNPQRTUVWXY34679";
const codeLength = 6;

/** A new code: six of 25 signs, 244 million in all. */
export function newGroupCode(): string {
  return Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join("");
}

/** A code as it was typed, however it was spaced and in small letters; null when it cannot be one. */
export function readGroupCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\u00a0-]/g, "");
  return code.length === codeLength && [...code].every((letter) => letters.includes(letter)) ? code : null;
}

/** `K7M 4PX`: easier to read off a screen. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
