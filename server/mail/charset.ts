/** Bytes → text, whatever the sender called their character set. */
import { fromWindows1252 } from "../web/windows-1252.ts";

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** What browsers read as Windows-1252 (WHATWG Encoding). */
const westernNames = /^(windows-1252|cp1252|x-cp1252|iso-?8859-?1|iso_8859-1|latin-?1|l1|ascii)$/i;
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
    if (candidate && westernNames.test(candidate.trim())) return fromWindows1252(bytes);
    try {
      return new TextDecoder(candidate ?? "utf-8", { fatal: true }).decode(bytes);
    } catch {
      // no such character set, or not what the bytes are: the next one
    }
  }
  return fromWindows1252(bytes);
}
