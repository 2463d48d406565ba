/**
 * Seals the week's anonymous feedback, with the site's SECRET, which is not in the database. What older
 * versions of a sealed row may leave in the files of an engine tells nothing.
 */
import { randomBytes } from "node:crypto";
import { seal as sealWords, unseal as unsealWords } from "../web/sealing.ts";

const purpose = "anonymous feedback";
/** Chance before the words, so that the same contents sealed again look like others. */
const saltBytes = 12;
const saltLength = saltBytes * 2;
/** The least size of what is sealed; more is padded to the next power of two, so that sizes tell little. */
const leastSize = 32 * 1024;

let kept: string | null = null;

/** Keeps the secret; called when the app is built. Another one cannot open what this one sealed. */
export function keepSealKey(secret: string): void {
  kept = secret;
}

function requireSecret(): string {
  if (kept === null) throw new Error("nothing can be sealed before the app is built: call keepSealKey first");
  return kept;
}

function padded(words: string): string {
  const bytes = Buffer.byteLength(words);
  let size = leastSize;
  while (size < bytes) size *= 2;
  return words + " ".repeat(size - bytes);
}

/** Seals a JSON text, which may end in spaces. Twice the same text gives two different seals. */
export function seal(json: string): string {
  const salt = randomBytes(saltBytes).toString("hex");
  return sealWords(requireSecret(), purpose, salt + padded(json));
}

/** The JSON text; null when it was sealed with another secret or has been tampered with. */
export function unseal(sealed: string): string | null {
  return unsealWords(requireSecret(), purpose, sealed)?.slice(saltLength) ?? null;
}
