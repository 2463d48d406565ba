/** The adviser's paraphrase of feedback: put to its author first, released by a yes or by a week of silence. */
import { and, eq, isNull, ne, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { log } from "./log.ts";
import { paraphraseMail } from "./mails.ts";
import { recipientOfFeedback } from "./recipients.ts";
import { feedbackAuthors, feedbackParaphrases } from "./tables.ts";

/** No answer to a paraphrase for this long counts as yes (learning-loop.md section 1). */
export const daysToAnswer = 7;

/** The words of one, and who wrote them. */
export interface Paraphrase {
  feedbackId: string;
  byId: string;
  words: string;
}

/** Puts a paraphrase to the author, by mail when there is an author to write to. */
export async function proposeParaphrase(
  tx: Tx,
  mailer: Mailer,
  { feedbackId, byId, words }: Paraphrase,
  now: Temporal.Instant,
): Promise<void> {
  const proposal = { words, writtenById: byId, proposedOn: localDate(now).toString(), authorSays: null };
  await tx
    .insert(feedbackParaphrases)
    .values({ feedbackId, ...proposal })
    .onConflictDoUpdate({ target: feedbackParaphrases.feedbackId, set: proposal });
  await log(tx, { event: "paraphrased", feedbackId, byId }, now);
  const to = await recipientOfFeedback(tx, feedbackId);
  if (to) await mailer.queue(tx, paraphraseMail(mailer, to, feedbackId), now);
}

/**
 * The author's answer to a paraphrase. Once it is released – by a yes, or by seven days of silence – a
 * leader may have read it, and a no comes too late.
 * @param answer `byId` is the author, or null when a receipt code has proved who asks
 */
export async function answerParaphrase(
  tx: Tx,
  answer: { feedbackId: string; byId: string | null; says: "yes" | "no" },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "not-yours" | "too-late" }> {
  if (answer.byId !== null) {
    const [author] = await tx
      .select({ id: feedbackAuthors.feedbackId })
      .from(feedbackAuthors)
      .where(
        and(eq(feedbackAuthors.feedbackId, answer.feedbackId), eq(feedbackAuthors.personId, answer.byId)),
      );
    if (!author) return { ok: false, reason: "not-yours" };
  }
  const [proposal] = await tx
    .select()
    .from(feedbackParaphrases)
    .where(eq(feedbackParaphrases.feedbackId, answer.feedbackId));
  if (!proposal) return { ok: false, reason: "not-yours" };
  if (answer.says === "no" && isReleased(proposal, localDate(now).toString())) {
    return { ok: false, reason: "too-late" };
  }
  await tx
    .update(feedbackParaphrases)
    .set({ authorSays: answer.says })
    .where(
      and(
        eq(feedbackParaphrases.feedbackId, answer.feedbackId),
        or(isNull(feedbackParaphrases.authorSays), ne(feedbackParaphrases.authorSays, answer.says)),
      ),
    );
  return { ok: true };
}

/** The last local date a paraphrase can have been proposed on to be released by silence today. */
export function releasedIfProposedBy(today: string): string {
  return Temporal.PlainDate.from(today).subtract({ days: daysToAnswer }).toString();
}

/** Whether leaders may read a paraphrase: the author said yes, or seven days passed in silence. */
export function isReleased(
  paraphrase: { authorSays: "yes" | "no" | null; proposedOn: string },
  today: string,
): boolean {
  if (paraphrase.authorSays !== null) return paraphrase.authorSays === "yes";
  return paraphrase.proposedOn <= releasedIfProposedBy(today);
}
