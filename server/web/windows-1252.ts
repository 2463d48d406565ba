/** Windows-1252, by a table of our own: several releases of Node decode it as if it were Latin-1. */

/** 0x80 to 0x9f; the five it leaves out stay the control characters they are. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The text of bytes in Windows-1252, which every byte fits. */
export function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (mark) => upper[mark.charCodeAt(0) - 0x80] as string);
}
