/** The receipt code of an anonymous piece of feedback: shown once, kept as a hash. */
import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Reader } from "../store/store.ts";
import { hashToken } from "../web/signing.ts";
import { feedbackReceipts } from "./tables.ts";

/** No I and no O, which look like figures. Sixteen of them are 73 bits. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A new code: four groups of four letters, such as `KRTB-…`. */
export function newReceiptCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
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
