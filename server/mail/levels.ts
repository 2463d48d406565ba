/** How the outbox is doing, for those who run the site: numbers, no addresses. */
import { count, inArray, min } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Store } from "../store/store.ts";
import type { Level } from "../web/gauges.ts";
import { outbox } from "./tables.ts";

const watched = ["queued", "sending", "retrying", "failed"] as const;

/** @param now the moment ages are counted to */
export function mailLevels({ read }: Store, now: () => Temporal.Instant): Level[] {
  const byState = () =>
    read
      .select({ state: outbox.state, n: count(), due: min(outbox.notBefore) })
      .from(outbox)
      .where(inArray(outbox.state, watched))
      .groupBy(outbox.state);
  return [
    {
      name: "outbox_mails",
      help: "Mails that wait, are being sent, are tried again, or have failed for good",
      label: "state",
      read: async () => {
        const none = Object.fromEntries(watched.map((state) => [state, 0]));
        return { ...none, ...Object.fromEntries((await byState()).map(({ state, n }) => [state, n])) };
      },
    },
    {
      name: "outbox_oldest_due_seconds",
      help: "How long the mail that is most overdue has been due; 0 when none is",
      read: async () => {
        const waiting = (await byState()).filter(({ state }) => state !== "failed");
        const overdue = waiting.flatMap(({ due }) => (due ? [now().since(due).total("seconds")] : []));
        return Math.max(0, ...overdue);
      },
    },
  ];
}
