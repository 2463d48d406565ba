/** Earlier items like a piece of feedback, so that an adviser sees what became of them. */
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { networksFor } from "../networks/queries.ts";
import type { Reader } from "../store/store.ts";
import type { Viewer } from "../web/access.ts";
import { isCommon, wordsOf } from "../web/stemming.ts";
import { type Loop, loadLoops } from "./loops.ts";
import { reviewScopes } from "./reviewers.ts";
import { feedback, feedbackWords, itemFeedback, learningItems } from "./tables.ts";

const mostShown = 3;
/** Older ones than these are not looked at. */
const mostLookedAt = 200;
const leastLikeness = 0.12;
const sameTheme = 0.1;

export interface Earlier {
  id: string;
  themeSlug: string;
  text: string;
}

const stemsOf = (text: string) =>
  new Set(
    wordsOf(text)
      .map((word) => word.stem)
      .filter((stem) => !isCommon(stem)),
  );

/**
 * The ids of those most like a text by the stems they share, rare stems counting most, the likest first.
 * One in a suggested theme counts as a little more alike; one without a shared stem is never alike.
 */
export function likest(text: string, themes: readonly string[], earlier: readonly Earlier[]): string[] {
  const told = stemsOf(text);
  const all = earlier.map((one) => ({ ...one, stems: stemsOf(one.text) }));
  const holders = new Map<string, number>();
  for (const { stems } of all) for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const rarity = (stem: string) => Math.log(1 + (all.length + 1) / ((holders.get(stem) ?? 0) + 1));
  const size = (stems: Set<string>) => Math.hypot(...[...stems].map(rarity)) || 1;
  const own = size(told);
  return all
    .map(({ id, themeSlug, stems }) => {
      const shared = [...stems].filter((stem) => told.has(stem));
      const alike = shared.reduce((sum, stem) => sum + rarity(stem) ** 2, 0) / (own * size(stems));
      return { id, likeness: alike === 0 ? 0 : alike + (themes.includes(themeSlug) ? sameTheme : 0) };
    })
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The words of items: their own, and in one's own networks those of the feedback in them. */
async function earlierIn(read: Reader, networkIds: string[], ownIds: string[]): Promise<Earlier[]> {
  const items = await read
    .select()
    .from(learningItems)
    .where(inArray(learningItems.networkId, networkIds))
    .orderBy(desc(learningItems.createdAt), desc(learningItems.id))
    .limit(mostLookedAt);
  const ids = items.filter((item) => ownIds.includes(item.networkId)).map((item) => item.id);
  const said = await read
    .select({ itemId: itemFeedback.itemId, text: feedbackWords.text })
    .from(itemFeedback)
    .innerJoin(feedback, eq(feedback.id, itemFeedback.feedbackId))
    .innerJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
    .where(and(inArray(itemFeedback.itemId, ids), eq(feedback.isAboutAdviser, false)))
    .limit(10 * mostLookedAt);
  return items.map(({ id, themeSlug, question, gapSaid, gapDone, gapLeadsTo }) => {
    const words = said.filter((one) => one.itemId === id).map((one) => one.text);
    const text = [question, gapSaid, gapDone, gapLeadsTo, ...words].filter((one) => one !== null).join("\n");
    return { id, themeSlug, text };
  });
}

/**
 * Up to three earlier items like a text, in the networks the viewer may see. A leader gets only those
 * that were sent, as everywhere.
 * @param except the item it already stands in
 */
export async function similarItems(
  read: Reader,
  viewer: Viewer,
  { text, themes, except }: { text: string; themes: readonly string[]; except: string | null },
): Promise<Loop[]> {
  const [visible, scopes] = await Promise.all([networksFor(read, viewer), reviewScopes(read, viewer.id)]);
  const ownIds = [...scopes.values()].filter((scope) => scope.isAdviser).map((scope) => scope.networkId);
  const earlier = await earlierIn(
    read,
    visible.map((network) => network.id),
    ownIds,
  );
  const ids = likest(text, themes, earlier).slice(0, 5 * mostShown);
  const alike = and(inArray(learningItems.id, ids), ne(learningItems.id, except ?? ""));
  const loops = ids.length === 0 ? [] : await loadLoops(read, alike);
  const mayOpen = (loop: Loop) =>
    ownIds.includes(loop.networkId) || loop.createdById === viewer.id || loop.referrals.length > 0;
  return loops
    .filter(mayOpen)
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .slice(0, mostShown);
}
