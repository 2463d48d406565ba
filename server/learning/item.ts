/** Learning items: feedback that stands together under one question to Nav. */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { isAdviserIn } from "../networks/queries.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { log } from "./log.ts";
import { findForReview } from "./review.ts";
import { feedback, itemFeedback, learningItems, referrals } from "./tables.ts";

export interface NewItem {
  themeSlug: string;
  question: string;
  gapSaid: string | null;
  gapDone: string | null;
  gapLeadsTo: string | null;
  dissent: string | null;
  suggestedRuleId: string | null;
}

export interface Gathering {
  feedbackId: string;
  byId: string;
  /** An item of the same network, or what makes a new one. */
  into: string | NewItem;
}

/**
 * Puts a reviewed piece of feedback into an item, new or existing; it may be moved later, and the log
 * keeps where it stood (learning-loop.md section 3).
 * @returns refused as `not-yours`, `not-kept` before it is reviewed or when it was praise or diverted,
 * and `unknown-item` for an item of another network, and for a leader one that was not sent; the same
 * new item asked for twice is made once
 */
export async function gatherFeedback(
  tx: Tx,
  { feedbackId, byId, into }: Gathering,
  now: Temporal.Instant,
): Promise<{ ok: true; itemId: string } | { ok: false; reason: "not-yours" | "not-kept" | "unknown-item" }> {
  const found = await findForReview(tx, feedbackId, byId, now);
  if (!found) return { ok: false, reason: "not-yours" };
  if (found.outcome !== "kept") return { ok: false, reason: "not-kept" };
  const itemId = typeof into === "string" ? into : newId();
  if (typeof into === "string") {
    const [item] = await tx
      .select({ id: learningItems.id, createdById: learningItems.createdById })
      .from(learningItems)
      .where(and(eq(learningItems.id, into), eq(learningItems.networkId, found.networkId)));
    const isSeen = item && (found.as === "adviser" || item.createdById === byId || (await wasSent(tx, into)));
    if (!isSeen) return { ok: false, reason: "unknown-item" };
  } else {
    const same = await sameItem(tx, feedbackId, into);
    if (same) return { ok: true, itemId: same };
    const derived = { lane: "gathered" as const, ruleId: into.suggestedRuleId };
    await tx.insert(learningItems).values({
      ...{ id: itemId, networkId: found.networkId, createdById: byId, createdAt: now },
      ...into,
      ...derived,
    });
  }
  await stand(tx, { feedbackId, itemId, byId }, now);
  return { ok: true, itemId };
}

async function wasSent(tx: Tx, itemId: string): Promise<boolean> {
  const [sent] = await tx
    .select({ id: referrals.id })
    .from(referrals)
    .where(eq(referrals.itemId, itemId))
    .limit(1);
  return sent !== undefined;
}

/** The item the feedback stands in already, when it is the one that is asked for: a form sent twice. */
async function sameItem(tx: Tx, feedbackId: string, item: NewItem): Promise<string | null> {
  const [same] = await tx
    .select({ id: learningItems.id })
    .from(itemFeedback)
    .innerJoin(learningItems, eq(learningItems.id, itemFeedback.itemId))
    .where(
      and(
        eq(itemFeedback.feedbackId, feedbackId),
        eq(learningItems.question, item.question),
        eq(learningItems.themeSlug, item.themeSlug),
      ),
    );
  return same?.id ?? null;
}

async function stand(
  tx: Tx,
  { feedbackId, itemId, byId }: { feedbackId: string; itemId: string; byId: string },
  now: Temporal.Instant,
): Promise<void> {
  const [before] = await tx
    .select({ itemId: itemFeedback.itemId })
    .from(itemFeedback)
    .where(eq(itemFeedback.feedbackId, feedbackId));
  if (before?.itemId === itemId) return;
  const place = { itemId, addedById: byId, addedAt: now };
  await tx
    .insert(itemFeedback)
    .values({ feedbackId, ...place })
    .onConflictDoUpdate({ target: itemFeedback.feedbackId, set: place });
  await tx.update(feedback).set({ isWaiting: false }).where(eq(feedback.id, feedbackId));
  const event = before ? ("regrouped" as const) : ("gathered" as const);
  await log(tx, { event, itemId, feedbackId, fromItemId: before?.itemId ?? null, byId }, now);
}

/** Whether a person handles an item: an adviser of its network, or whoever gathered what is in it. */
export async function handlesItem(
  tx: Tx,
  item: { id: string; networkId: string },
  personId: string,
): Promise<boolean> {
  if (await isAdviserIn(tx, personId, item.networkId)) return true;
  const [own] = await tx
    .select({ id: learningItems.id })
    .from(learningItems)
    .where(and(eq(learningItems.id, item.id), eq(learningItems.createdById, personId)));
  return own !== undefined;
}
