/** "Dette prøver jeg til neste gang": what a mentor takes home from a gathering (domain.md section 2). */
import type { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { tries } from "./tables.ts";

/** Notes what someone will try. Its words have been through the guard already. */
export async function noteTry(
  tx: Tx,
  note: { networkId: string; personId: string; words: string; isShared: boolean },
  now: Temporal.Instant,
): Promise<string> {
  const id = newId();
  await tx.insert(tries).values({ id, ...note, notedOn: localDate(now).toString() });
  return id;
}
