/**
 * What one copy of the database could still tell: that a sealed row was written right after somebody came
 * in. So everything sealed is written anew every few minutes, and what was there before is overwritten: on
 * PostgreSQL by moving the tables to new files, since old versions, and what is long and unchanged, stay where
 * they are with the number of their transaction.
 */
import { and, eq, getTableName, gt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Store, Tx } from "../store/store.ts";
import { rewriteSealed } from "../surveys/ballot.ts";
import { ballots, pools } from "../surveys/tables.ts";
import { localDate } from "../web/dates.ts";
import { sealedAnew } from "./batch.ts";
import { feedbackAuthors, roundElectors, sealedFeedback, votes } from "./tables.ts";

/** What is sealed, and what joins a person to something until it is deleted. All of them small. */
const leavingNothing = [sealedFeedback, ballots, pools, feedbackAuthors, votes, roundElectors].map((one) =>
  getTableName(one),
);

async function rewriteFeedback(tx: Tx, now: Temporal.Instant): Promise<void> {
  const waiting = await tx
    .select()
    .from(sealedFeedback)
    .where(gt(sealedFeedback.opensOn, localDate(now).toString()));
  for (const { networkId, opensOn, sealed } of waiting) {
    await tx
      .update(sealedFeedback)
      .set({ sealed: sealedAnew(sealed) })
      .where(and(eq(sealedFeedback.networkId, networkId), eq(sealedFeedback.opensOn, opensOn)));
  }
}

/**
 * Seals everything that waits anew and tidies the store. A copy taken within the minutes before may tell
 * that something was given then (learning-loop.md section 2).
 */
export async function sealAnew(store: Store, now: Temporal.Instant): Promise<void> {
  await store.write(async (tx) => {
    await rewriteFeedback(tx, now);
    await rewriteSealed(tx);
  });
  await store.tidy(leavingNothing);
}
