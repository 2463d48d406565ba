/** The receipt code of an anonymous piece of feedback: shown once, kept as a hash. */
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Reader } from "../store/store.ts";
import { hashToken } from "../web/signing.ts";
import { feedbackReceipts } from "./tables.ts";

/** No I and no O, which look like figures. Sixteen of them are 73 bits. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A new code: four groups of four letters, such as `KRTB-…`. @param bytes 32 to make it from, else chance */
export function newReceiptCode(bytes: Buffer = randomBytes(32)): string {
  const letter = (i: number) => letters[bytes.readUInt16BE(2 * i) % letters.length];
  const group = (from: number) => [0, 1, 2, 3].map((i) => letter(from + i)).join("");
  return [0, 4, 8, 12].map(group).join("-");
}

/** What is stored of a code, however it was typed: small letters, spaces or no hyphens. */
export function hashReceipt(code: string): string {
  return hashToken(`receipt ${code.toUpperCase().replace(/[^A-Z]/g, "")}`);
}

/** The piece of feedback a code opens; null for any other code. */
export async function feedbackByReceipt(read: Reader, code: string): Promise<string | null> {
  const [row] = await read
    .select({ feedbackId: feedbackReceipts.feedbackId })
    .from(feedbackReceipts)
    .where(eq(feedbackReceipts.codeHash, hashReceipt(code)));
  return row?.feedbackId ?? null;
}
