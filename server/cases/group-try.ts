/** "Dette prøver jeg til neste gang" at the end of a group session, for those who are signed in. */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { tries } from "../gatherings/tables.ts";
import { noteTry } from "../gatherings/try.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";

/** Notes what a person will try; pressing twice on one day notes it once. */
export async function noteTryOnce(
  tx: Tx,
  note: { networkId: string; personId: string; words: string; isShared: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const [same] = await tx
    .select({ id: tries.id })
    .from(tries)
    .where(
      and(
        eq(tries.personId, note.personId),
        eq(tries.networkId, note.networkId),
        eq(tries.words, note.words),
        eq(tries.notedOn, localDate(now).toString()),
      ),
    )
    .limit(1);
  if (!same) await noteTry(tx, note, now);
}
