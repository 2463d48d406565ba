/** What later rooms do for this one; `app.ts` hands it in. */
import type { Temporal } from "temporal-polyfill";
import type { Reader, Tx } from "../store/store.ts";

export interface RegisterPorts {
  /** How many learning items wait before a leader. */
  waitingBefore(read: Reader, personId: string): Promise<number>;
  /**
   * Someone does not lead a unit any more and another does: what waits before the first, in networks that
   * they no longer answer, goes to the second. Returns how many items went.
   */
  leaderChanged(tx: Tx, change: { fromId: string; toId: string }, now: Temporal.Instant): Promise<number>;
}
