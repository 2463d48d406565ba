/** Words that only this site can read: a copy of the database without the secret shows nothing of them. */
import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";

const nonceLength = 12;
const tagLength = 16;

const keyOf = (secret: string, use: "seal" | "nonce", purpose: string) =>
  createHmac("sha256", secret)
    .update(JSON.stringify([use, purpose]))
    .digest();

/**
 * Seals words (AES-256-GCM). The nonce is derived from the words, so that the same words for the same
 * purpose give the same bytes: neither order nor number of rewritings shows.
 * @param purpose what they are for; sealed words cannot be moved to another purpose
 */
export function seal(secret: string, purpose: string, words: string): string {
  const nonce = createHmac("sha256", keyOf(secret, "nonce", purpose))
    .update(words)
    .digest()
    .subarray(0, nonceLength);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, "seal", purpose), nonce);
  const sealed = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The words again; null when they were sealed with another secret or for another purpose, or changed. */
export function unseal(secret: string, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < nonceLength + tagLength) return null;
  const nonce = bytes.subarray(0, nonceLength);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, "seal", purpose), nonce);
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  try {
    return (
      decipher.update(bytes.subarray(nonceLength + tagLength), undefined, "utf8") + decipher.final("utf8")
    );
  } catch {
    return null;
  }
}
