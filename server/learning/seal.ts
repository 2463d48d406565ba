/**
 * Seals what must not be read before its day, with a key made of the site's SECRET, which is not in the
 * database. What older versions of a sealed row may leave in the files of an engine tells nothing.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;
/** The least size of what is sealed; more is padded to the next power of two, so that sizes tell little. */
const leastSize = 32 * 1024;

let key: Buffer | null = null;

/** Makes the key; called when the app is built. Another secret cannot open what this one sealed. */
export function keepSealKey(secret: string): void {
  key = Buffer.from(hkdfSync("sha256", secret, "", "sealed feedback", 32));
}

function requireKey(): Buffer {
  if (!key) throw new Error("nothing can be sealed before the app is built: call keepSealKey first");
  return key;
}

function padded(plain: string): Buffer {
  const bytes = Buffer.from(plain, "utf8");
  let size = leastSize;
  while (size < bytes.length) size *= 2;
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length, " ")]);
}

/** Seals a JSON text, which may end in spaces. Twice the same text gives two different seals. */
export function seal(json: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", requireKey(), nonce);
  const closed = Buffer.concat([cipher.update(padded(json)), cipher.final()]);
  return Buffer.concat([nonce, closed, cipher.getAuthTag()]).toString("base64");
}

/** The JSON text; null when it was sealed with another secret or has been tampered with. */
export function unseal(sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", requireKey(), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const opened = [decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()];
    return Buffer.concat(opened).toString("utf8");
  } catch {
    return null;
  }
}
