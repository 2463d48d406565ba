/** How many learning items of a period stand where: for the report of a network. */
import { and, eq, gte, lte } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import { instantOf, localDate } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { itemTexts } from "./item-texts.ts";
import { type Loop, loadLoops } from "./loops.ts";
import { type State, stateOf, states } from "./state.ts";
import { learningItems } from "./tables.ts";

/** The items made in a period, by the state they are in now; states that none is in are left out. */
export async function itemsByState(
  read: Reader,
  networkId: string,
  period: { from: string; to: string },
  language: Language,
  now: Temporal.Instant,
): Promise<{ label: string; n: number }[]> {
  const today = localDate(now).toString();
  const counts = new Map<State, number>();
  const isIn = and(
    eq(learningItems.networkId, networkId),
    gte(learningItems.createdAt, instantOf(period.from, "00:00")),
    lte(learningItems.createdAt, instantOf(period.to, "23:59")),
  );
  for (let last: Loop | undefined, isMore = true; isMore; ) {
    const before: Loop | undefined = last;
    const loops = await loadLoops(
      read,
      and(
        isIn,
        before
          ? afterKey("desc", learningItems.createdAt, learningItems.id, {
              value: before.createdAt,
              id: before.id,
            })
          : undefined,
      ),
    );
    for (const loop of loops) {
      const state = stateOf(loop, today);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    last = loops.at(-1);
    isMore = last !== undefined;
  }
  const t = inLanguage(itemTexts, language);
  return states.flatMap((state) => {
    const n = counts.get(state);
    return n ? [{ label: t[state], n }] : [];
  });
}
