/**
 * Writing minutes, by several people at once: each row carries the version its writer saw. What nobody
 * else touched is saved; what somebody changed in between comes back with both texts, and nothing is lost.
 */
import { and, eq, max } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { correctedAt, type MinuteAction, type MinuteItem } from "./minutes.ts";
import { gatherings, minuteActions, minuteItems } from "./tables.ts";

/** An outcome as a form sends it; `version` 0 when there was none yet. */
export interface WrittenItem {
  agendaItemId: string | null;
  id: string | null;
  heading: string;
  words: string;
  version: number;
}
/** What was agreed, or who does what; without words it is taken away. */
export interface WrittenAction {
  id: string | null;
  kind: "agreed" | "action";
  words: string;
  responsibleId: string | null;
  responsible: string | null;
  dueOn: string | null;
  version: number;
}
/** By the place of the row in the form: what stands there now, null when it was deleted. */
export interface Conflicts {
  items: Map<number, MinuteItem>;
  actions: Map<number, MinuteAction | null>;
}

interface Writing {
  tx: Tx;
  gatheringId: string;
  networkId: string;
  byId: string;
  corrected: { correctedAt?: Temporal.Instant };
}

/**
 * Saves what was written.
 * @returns refused with `cancelled`; otherwise the rows that someone else changed in between, which were
 *   left as they are. Rows sent a second time are found to be the same and change nothing.
 */
export async function writeMinutes(
  tx: Tx,
  given: { gatheringId: string; byId: string; items: WrittenItem[]; actions: WrittenAction[] },
  now: Temporal.Instant,
): Promise<{ ok: true; conflicts: Conflicts } | { ok: false; reason: "cancelled" }> {
  const { gatheringId, byId } = given;
  const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
  if (!gathering || gathering.cancelledAt) return { ok: false, reason: "cancelled" };
  const corrected = await correctedAt(tx, gatheringId, now);
  const writing = { tx, gatheringId, networkId: gathering.networkId, byId, corrected };
  const conflicts: Conflicts = { items: new Map(), actions: new Map() };
  const items = await tx.select().from(minuteItems).where(eq(minuteItems.gatheringId, gatheringId));
  for (const [i, item] of given.items.entries()) {
    const conflict = await writeItem(writing, items, item);
    if (conflict) conflicts.items.set(i, conflict);
  }
  const actions = await tx.select().from(minuteActions).where(eq(minuteActions.gatheringId, gatheringId));
  for (const [i, action] of given.actions.entries()) {
    const conflict = await writeAction(writing, actions, action);
    if (conflict !== undefined) conflicts.actions.set(i, conflict);
  }
  return { ok: true, conflicts };
}

async function writeItem(
  writing: Writing,
  stored: MinuteItem[],
  item: WrittenItem,
): Promise<MinuteItem | null> {
  const { tx, gatheringId, byId, corrected } = writing;
  const before = stored.find(({ id, agendaItemId }) =>
    item.id ? id === item.id : item.agendaItemId !== null && agendaItemId === item.agendaItemId,
  );
  if (!before) {
    const isSame = stored.some(({ heading, words }) => heading === item.heading && words === item.words);
    if (item.words === "" || isSame) return null;
    const [row] = await tx
      .select({ last: max(minuteItems.position) })
      .from(minuteItems)
      .where(eq(minuteItems.gatheringId, gatheringId));
    const { agendaItemId, heading, words } = item;
    const position = Number(row?.last ?? 0) + 1;
    const values = { id: newId(), gatheringId, agendaItemId, heading, words, position, changedById: byId };
    await tx.insert(minuteItems).values({ ...values, ...corrected });
    return null;
  }
  const heading = before.agendaItemId ? before.heading : item.heading;
  if (before.words === item.words && before.heading === heading) return null;
  if (before.version !== item.version) return before;
  await tx
    .update(minuteItems)
    .set({ words: item.words, heading, version: before.version + 1, changedById: byId, ...corrected })
    .where(and(eq(minuteItems.id, before.id), eq(minuteItems.version, before.version)));
  return null;
}

const sameAction = (stored: MinuteAction, written: WrittenAction) =>
  (["kind", "words", "responsibleId", "responsible", "dueOn"] as const).every(
    (name) => stored[name] === written[name],
  );

/** Undefined when it is saved, or nothing had to be. */
async function writeAction(
  writing: Writing,
  stored: MinuteAction[],
  action: WrittenAction,
): Promise<MinuteAction | null | undefined> {
  const { tx, gatheringId, networkId, byId, corrected } = writing;
  const { id, version, ...facts } = action;
  if (!id) {
    if (facts.words === "" || stored.some((one) => sameAction(one, action))) return undefined;
    const position = Math.max(0, ...stored.map((one) => one.position)) + 1;
    const row = { id: newId(), gatheringId, networkId, position, changedById: byId, ...facts, ...corrected };
    const [made] = await tx.insert(minuteActions).values(row).returning();
    stored.push(made as MinuteAction);
    return undefined;
  }
  const before = stored.find((one) => one.id === id);
  if (!before) return facts.words === "" ? undefined : null;
  if (sameAction(before, action)) return undefined;
  if (before.version !== version) return before;
  const isThis = and(eq(minuteActions.id, id), eq(minuteActions.version, version));
  if (facts.words === "") await tx.delete(minuteActions).where(isThis);
  else {
    await tx
      .update(minuteActions)
      .set({ ...facts, version: version + 1, changedById: byId, ...corrected })
      .where(isThis);
  }
  return undefined;
}

/**
 * Marks what someone was to do as done, or as not done after all. Callers have looked whether it is an
 * adviser, or whoever is responsible.
 */
export async function markDone(tx: Tx, change: { actionId: string; doneOn: string | null }): Promise<void> {
  const { actionId, doneOn } = change;
  await tx.update(minuteActions).set({ doneOn }).where(eq(minuteActions.id, actionId));
}
