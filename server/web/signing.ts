/** Links that carry their own proof, and tokens of which only a hash is kept. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** A new secret for a link or a cookie: 256 random bits, fit for an address. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** A keyed hash, for counting by something that must not be stored. */
export function keyedHash(secret: string, ...parts: string[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url");
}

/**
 * The proof of a signed link: 128 bits of an HMAC over what it opens.
 * @param purpose keeps a link for one thing from opening another
 */
export function sign(secret: string, purpose: string, ...parts: (string | number)[]): string {
  const mac = createHmac("sha256", secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest();
  return mac.subarray(0, 16).toString("base64url");
}

/** Whether `proof` is what `sign` gives for the same things; takes the same time either way. */
export function isSigned(
  proof: string,
  secret: string,
  purpose: string,
  ...parts: (string | number)[]
): boolean {
  const expected = Buffer.from(sign(secret, purpose, ...parts));
  const given = Buffer.from(proof);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
