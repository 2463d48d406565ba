/** Bytes → text, whatever the sender called their character set. */

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** What browsers read as Windows-1252 (WHATWG Encoding). */
const westernNames = /^(windows-1252|cp1252|x-cp1252|iso-?8859-?1|iso_8859-1|latin-?1|l1|ascii|us-ascii)$/i;
/** 0x80 to 0x9f; the five that Windows-1252 leaves out stay the control characters they are. */
const westernUpper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By a table of our own: several releases of Node decode these bytes as if they were Latin-1. */
function westernText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (sign) => westernUpper[sign.charCodeAt(0) - 0x80] as string);
}

/**
 * Decodes text. A byte order mark tells more than a label; bytes that are not what the label says, or
 * have none, are UTF-8 if they can be, and Windows-1252 otherwise. The mark itself is taken off.
 */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return new TextDecoder("utf-8").decode(bytes);
  const label = charset?.trim().toLowerCase() === "us-ascii" ? null : charset;
  for (const candidate of [label, "utf-8"]) {
    if (candidate && westernNames.test(candidate.trim())) return westernText(bytes);
    try {
      return new TextDecoder(candidate ?? "utf-8", { fatal: true }).decode(bytes);
    } catch {
      // no such character set, or not what the bytes are: the next one
    }
  }
  return westernText(bytes);
}
