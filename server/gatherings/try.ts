/** "Dette prøver jeg til neste gang": what a mentor takes home from a gathering (domain.md section 2). */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { tries } from "./tables.ts";

/**
 * Notes what someone will try. Its words have been through the guard already. The same words on the
 * same day are one note, however often the button was pressed; the last press tells whether it is shared.
 */
export async function noteTry(
  tx: Tx,
  note: { networkId: string; personId: string; words: string; isShared: boolean },
  now: Temporal.Instant,
): Promise<string> {
  const { isShared, ...rest } = note;
  const notedOn = localDate(now).toString();
  const [same] = await tx
    .select({ id: tries.id })
    .from(tries)
    .where(
      and(
        eq(tries.personId, rest.personId),
        eq(tries.networkId, rest.networkId),
        eq(tries.notedOn, notedOn),
        eq(tries.words, rest.words),
      ),
    );
  if (same) {
    await tx.update(tries).set({ isShared }).where(eq(tries.id, same.id));
    return same.id;
  }
  const id = newId();
  await tx.insert(tries).values({ id, ...note, notedOn });
  return id;
}

/**
 * Changes one's own note: its words, and whether the network sees it. The date stays.
 * @returns false for anyone else's, and for one that is gone
 */
export async function changeTry(
  tx: Tx,
  change: { id: string; personId: string; words: string; isShared: boolean },
): Promise<boolean> {
  const { id, personId, words, isShared } = change;
  const changed = await tx
    .update(tries)
    .set({ words, isShared })
    .where(and(eq(tries.id, id), eq(tries.personId, personId)))
    .returning({ id: tries.id });
  return changed.length > 0;
}

/** Deletes one's own note; nobody else's, and a second time nothing. */
export async function deleteTry(tx: Tx, note: { id: string; personId: string }): Promise<void> {
  await tx.delete(tries).where(and(eq(tries.id, note.id), eq(tries.personId, note.personId)));
}
