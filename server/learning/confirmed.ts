/**
 * What has been confirmed so far in all networks, learnt once by each process and then as it comes.
 * Counts of words are kept in memory and nothing else; they are forgotten and learnt anew every day, so
 * that words that have been erased do not live on in them.
 */
import { setImmediate } from "node:timers/promises";
import { and, desc, eq, gte, isNotNull, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import { learnConfirmed, makeSuggester, type Suggester } from "./suggestion.ts";
import { feedbackReviews, feedbackWords, itemFeedback, learningItems, learningLog } from "./tables.ts";
import { allThemes } from "./themes.ts";

/** It learns from the newest only: what people say, and how, changes. */
const mostPieces = 5000;
const piecesAtATime = 25;
const hoursRemembered = 24;
/** Reviews are looked for this far back again, since transactions may end in another order. */
const overlapSeconds = 60;

interface Memory {
  suggester: Suggester;
  seen: Set<string>;
  builtAt: Temporal.Instant;
  upTo: Temporal.Instant;
}

/** Reviews with a theme, the newest first; the log's index of entries without an item finds them. */
async function reviewsSince(read: Reader, since: Temporal.Instant | null) {
  return read
    .select({
      feedbackId: feedbackReviews.feedbackId,
      at: learningLog.at,
      confirmed: feedbackReviews.themeSlug,
      gathered: learningItems.themeSlug,
      text: feedbackWords.text,
      consequence: feedbackWords.consequence,
      wish: feedbackWords.wish,
    })
    .from(learningLog)
    .innerJoin(feedbackReviews, eq(feedbackReviews.feedbackId, learningLog.feedbackId))
    .innerJoin(feedbackWords, eq(feedbackWords.feedbackId, learningLog.feedbackId))
    .leftJoin(itemFeedback, eq(itemFeedback.feedbackId, learningLog.feedbackId))
    .leftJoin(learningItems, eq(learningItems.id, itemFeedback.itemId))
    .where(
      and(
        isNull(learningLog.itemId),
        eq(learningLog.event, "reviewed"),
        isNotNull(feedbackReviews.themeSlug),
        since ? gte(learningLog.at, since) : undefined,
      ),
    )
    .orderBy(desc(learningLog.at), desc(learningLog.id))
    .limit(mostPieces);
}

/** All that was said in a piece, as one text. */
export function allWords(piece: { text: string; consequence: string | null; wish: string | null }): string {
  return [piece.text, piece.consequence, piece.wish].filter((words) => words !== null).join("\n");
}

async function learnNew(read: Reader, memory: Memory, since: Temporal.Instant | null): Promise<void> {
  const rows = (await reviewsSince(read, since)).filter((row) => !memory.seen.has(row.feedbackId));
  let done = 0;
  for (const row of rows.reverse()) {
    memory.seen.add(row.feedbackId);
    // The theme of the item it was gathered into stands as a second one.
    const slugs = [row.confirmed, row.gathered].filter((slug) => slug !== null);
    learnConfirmed(memory.suggester, allWords(row), [...new Set(slugs)]);
    memory.upTo = row.at;
    // Others must not wait while a process learns for the first time.
    if (++done % piecesAtATime === 0) await setImmediate();
  }
}

/** Gives the suggester as it is now, having learnt what was confirmed since it was last asked for. */
export function confirmedThemes(read: Reader): (now: Temporal.Instant) => Promise<Suggester> {
  let memory: Memory | null = null;
  let working: Promise<unknown> = Promise.resolve();

  async function brought(now: Temporal.Instant): Promise<Suggester> {
    if (memory && memory.builtAt.add({ hours: hoursRemembered }).epochMilliseconds > now.epochMilliseconds) {
      await learnNew(read, memory, memory.upTo.subtract({ seconds: overlapSeconds }));
      return memory.suggester;
    }
    const fresh = { suggester: makeSuggester(allThemes()), seen: new Set<string>(), builtAt: now, upTo: now };
    await learnNew(read, fresh, null);
    memory = fresh;
    return fresh.suggester;
  }

  return (now) => {
    const next = working.then(() => brought(now));
    working = next.catch(() => undefined);
    return next;
  };
}
