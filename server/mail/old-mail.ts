/** Mail that went out long ago: that it went stays, what it said and to which address does not. */
import { and, asc, count, inArray, lt, ne } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Reader, Tx } from "../store/store.ts";
import { outbox } from "./tables.ts";

const ended = ["sent", "failed", "bounced", "aborted"] as const;

const isOld = (before: Temporal.Instant) =>
  and(inArray(outbox.state, [...ended]), lt(outbox.createdAt, before), ne(outbox.htmlBody, ""));

/** How many mails written before a moment still say what they said. */
export async function countOldMail(read: Reader, before: Temporal.Instant): Promise<number> {
  const [row] = await read.select({ n: count() }).from(outbox).where(isOld(before));
  return Number(row?.n ?? 0);
}

/** Erases one batch of them; those still on their way are left. @returns how many */
export async function eraseOldMail(tx: Tx, before: Temporal.Instant, size: number): Promise<number> {
  const old = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(isOld(before))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(size);
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  const nothing = { toAddress: "", toName: "", subject: "", textBody: "", htmlBody: "", calendarBody: null };
  await tx
    .update(outbox)
    .set({ ...nothing, headers: {} })
    .where(inArray(outbox.id, ids));
  return ids.length;
}
