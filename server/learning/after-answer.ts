/** What can be done with an item after an answer, or for want of one: its props on the item's page. */
import { asc, eq } from "drizzle-orm";
import { eachLeaderOnce, leadersFor, level2For } from "../networks/queries.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { localDate, numberOpening, shortDate } from "../web/dates.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import type { Texts } from "../web/languages.ts";
import { laterItemsToReopen, laterLikeIt } from "./again.ts";
import type { Sight } from "./cards.ts";
import type { ItemRole } from "./item-queries.ts";
import type { itemTexts } from "./item-texts.ts";
import type { Loop } from "./loops.ts";
import { silentItemIds } from "./silence.ts";
import { isOver, lastReferral, standingDecision, stateOf } from "./state.ts";
import { practiceChanges } from "./tables.ts";

type T = Texts<typeof itemTexts>;

export interface AfterProps {
  /** What was done, oldest first. */
  changes: { words: string; link: string | null; when: string }[];
  /** The decision whose change the reader may write down; null when there is none. */
  changeFor: string | null;
  canAskAgain: boolean;
  /** Why it may be opened again; null when it may not. */
  reopen: string | null;
  /** Leaders a silent item can be given to; empty for all but level 2. */
  assignTo: { value: string; label: string }[];
  errors: FieldErrors;
  typed: Typed;
}

/** What was written down as done, of an item. */
async function changesOf(read: Reader, itemId: string) {
  return read
    .select()
    .from(practiceChanges)
    .where(eq(practiceChanges.itemId, itemId))
    .orderBy(asc(practiceChanges.recordedOn), asc(practiceChanges.id))
    .limit(50);
}

/** The leaders a silent item can be given to by this viewer. */
export async function assignChoices(
  read: Reader,
  viewer: Viewer,
  loop: Loop,
): Promise<AfterProps["assignTo"]> {
  const last = lastReferral(loop.referrals);
  if (!hasRole(viewer, "regional_leader") || !last || standingDecision(loop)) return [];
  const [level2, silent] = await Promise.all([
    level2For(read, loop.networkId),
    silentItemIds(read, [loop.networkId]),
  ]);
  if (!level2.some((one) => one.personId === viewer.id) || !silent.includes(loop.id)) return [];
  return eachLeaderOnce(await leadersFor(read, loop.networkId))
    .filter((one) => one.personId !== last.toId)
    .map((one) => ({ value: one.personId, label: `${one.name} (${one.unitName})` }));
}

/** Everything of it, for this reader. */
export async function afterAnswer(
  read: Reader,
  viewer: Viewer,
  loop: Loop,
  role: ItemRole,
  { now, language, t }: Pick<Sight, "now" | "language"> & { t: T },
): Promise<AfterProps> {
  const today = localDate(now).toString();
  const state = stateOf(loop, today);
  const isHandler = role === "handler";
  const decision = standingDecision(loop) as Loop["decisions"][number] | null;
  const isChange = decision?.verdict === "change" || decision?.verdict === "try";
  const hasBegun = decision !== null && isChange && decision.onDate <= today;
  const isTheirs = isHandler || decision?.decidedById === viewer.id;
  const later = isHandler && state === "confirmed" ? await laterLikeIt(read, loop, today) : [];
  const [changes, assignTo] = await Promise.all([
    changesOf(read, loop.id),
    assignChoices(read, viewer, loop),
  ]);
  return {
    changes: changes.map(({ words, link, recordedOn }) => ({
      words,
      link,
      when: shortDate(recordedOn, language, now),
    })),
    changeFor: hasBegun && isTheirs ? decision.id : null,
    canAskAgain: isHandler && state === "unconfirmed" && !(decision && isOver(decision, today)),
    reopen: later.length >= laterItemsToReopen ? t.reopenText(numberOpening(later.length, language)) : null,
    assignTo,
    errors: {},
    typed: {},
  };
}
