/** What a receipt code opens: a piece that has its rows, or one that still waits in its sealed batch. */
import type { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { sealedByReceipt } from "./batch.ts";
import { feedbackByCode, type Standing } from "./feedback-queries.ts";
import { feedbackByReceipt, hashReceipt } from "./receipt.ts";

/** How far the piece has come; null for any other code. */
export async function standingByReceipt(
  read: Reader,
  code: string,
  now: Temporal.Instant,
): Promise<Standing | null> {
  const id = await feedbackByReceipt(read, code);
  if (id) return feedbackByCode(read, id);
  const sealed = await sealedByReceipt(read, hashReceipt(code), localDate(now).toString());
  if (!sealed) return null;
  return {
    id: sealed.id,
    networkId: sealed.networkId,
    naming: "anonymous",
    wording: sealed.wording,
    text: sealed.text,
    consequence: sealed.consequence,
    wish: sealed.wish,
    outcome: null,
    note: null,
    paraphrase: null,
    proposedOn: null,
    authorSays: null,
    itemId: null,
  };
}
