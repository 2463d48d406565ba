/** The check of feedback: others' identity removed, some of it diverted, a paraphrase put to its author. */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { log } from "./log.ts";
import { type Paraphrase, proposeParaphrase } from "./paraphrase.ts";
import { reviewerAs, reviewScopes } from "./reviewers.ts";
import { feedback, feedbackParaphrases, feedbackReviews, feedbackWords } from "./tables.ts";

export interface Review {
  feedbackId: string;
  byId: string;
  /** Goes on, needs nobody to act (praise), or belongs elsewhere. */
  outcome: "kept" | "no_action" | "diverted";
  themeSlug: string | null;
  /** Names and the like of others, to be taken out of the words for good. */
  remove: string[];
  /** To the author: whom to ring, or thanks. */
  note: string | null;
  /** Required when the author chose it and the piece is kept. */
  paraphrase: string | null;
}

type Refusal = "not-yours" | "already-reviewed" | "theme-missing" | "note-missing" | "paraphrase-missing";

/** The feedback as far as reviewing it goes, and as what this person may; null when they may not. */
export async function findForReview(tx: Tx, feedbackId: string, personId: string, now: Temporal.Instant) {
  const [row] = await tx
    .select({
      networkId: feedback.networkId,
      wording: feedback.wording,
      naming: feedback.naming,
      visibleFrom: feedback.visibleFrom,
      isAboutAdviser: feedback.isAboutAdviser,
      aboutAdviserId: feedback.aboutAdviserId,
      outcome: feedbackReviews.outcome,
    })
    .from(feedback)
    .leftJoin(feedbackReviews, eq(feedbackReviews.feedbackId, feedback.id))
    .where(eq(feedback.id, feedbackId));
  if (!row || row.visibleFrom > localDate(now).toString()) return null;
  const scopes = await reviewScopes(tx, personId);
  const as = reviewerAs(scopes.get(row.networkId), row, personId);
  return as ? { ...row, as } : null;
}

function faultIn(review: Review, wording: "own" | "paraphrase"): Refusal | null {
  if (review.outcome === "diverted") return review.note ? null : "note-missing";
  if (review.outcome === "no_action") return null;
  if (!review.themeSlug) return "theme-missing";
  return wording === "paraphrase" && !review.paraphrase ? "paraphrase-missing" : null;
}

/** The words with each of `remove` taken out, whole words only, whatever their case. */
export function withoutWords(text: string, remove: readonly string[]): string {
  return remove.reduce((rest, word) => {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu"), "[…]");
  }, text);
}

async function removeWords(tx: Tx, feedbackId: string, remove: readonly string[]): Promise<void> {
  const [words] = await tx.select().from(feedbackWords).where(eq(feedbackWords.feedbackId, feedbackId));
  if (!words || remove.length === 0) return;
  const without = (text: string | null) => (text === null ? null : withoutWords(text, remove));
  await tx
    .update(feedbackWords)
    .set({
      text: withoutWords(words.text, remove),
      consequence: without(words.consequence),
      wish: without(words.wish),
    })
    .where(eq(feedbackWords.feedbackId, feedbackId));
}

/**
 * Reviews a piece of feedback, once (learning-loop.md section 5). What is taken out of the words is
 * gone for good. A paraphrase is put to the author, by mail when there is an author to write to.
 * @returns refused as `not-yours` for anyone but its reviewers, as `already-reviewed` the second time,
 * and when what the outcome requires is missing
 */
export async function reviewFeedback(
  tx: Tx,
  mailer: Mailer,
  review: Review,
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  const found = await findForReview(tx, review.feedbackId, review.byId, now);
  if (!found) return { ok: false, reason: "not-yours" };
  const fault = found.outcome ? "already-reviewed" : faultIn(review, found.wording);
  if (fault) return { ok: false, reason: fault };
  const { feedbackId, byId, outcome, note } = review;
  const themeSlug = outcome === "diverted" ? null : review.themeSlug;
  const rows = await tx
    .insert(feedbackReviews)
    .values({ feedbackId, outcome, themeSlug, note, reviewedById: byId, reviewedAt: now })
    .onConflictDoNothing()
    .returning({ id: feedbackReviews.feedbackId });
  if (rows.length === 0) return { ok: false, reason: "already-reviewed" };
  if (outcome !== "kept") {
    await tx.update(feedback).set({ isWaiting: false }).where(eq(feedback.id, feedbackId));
  }
  await removeWords(tx, feedbackId, review.remove);
  await log(tx, { event: "reviewed", feedbackId, byId }, now);
  if (outcome === "kept" && found.wording === "paraphrase") {
    await proposeParaphrase(tx, mailer, { feedbackId, byId, words: review.paraphrase as string }, now);
  }
  return { ok: true };
}

/**
 * Writes a new paraphrase after the author said no to the one before.
 * @returns refused as `not-yours`, and as `not-asked-for` unless the author said no
 */
export async function rewriteParaphrase(
  tx: Tx,
  mailer: Mailer,
  paraphrase: Paraphrase,
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "not-yours" | "not-asked-for" }> {
  if (!(await findForReview(tx, paraphrase.feedbackId, paraphrase.byId, now))) {
    return { ok: false, reason: "not-yours" };
  }
  const [rejected] = await tx
    .select({ id: feedbackParaphrases.feedbackId })
    .from(feedbackParaphrases)
    .where(
      and(
        eq(feedbackParaphrases.feedbackId, paraphrase.feedbackId),
        eq(feedbackParaphrases.authorSays, "no"),
      ),
    );
  if (!rejected) return { ok: false, reason: "not-asked-for" };
  await proposeParaphrase(tx, mailer, paraphrase, now);
  return { ok: true };
}
