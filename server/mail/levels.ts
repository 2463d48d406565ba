/** How the outbox is doing, for those who run the site: numbers, no addresses. */
import { count, inArray, min } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Reader, Store } from "../store/store.ts";
import type { Level } from "../web/gauges.ts";
import { pausesAfter } from "./delivery.ts";
import { outbox } from "./tables.ts";

const watched = ["queued", "sending", "retrying", "failed"] as const;

/** @param now the moment ages are counted to */
export function mailLevels({ read }: Store, now: () => Temporal.Instant): Level[] {
  const byState = () =>
    read
      .select({ state: outbox.state, n: count() })
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
      help: "How long the mail that is most overdue has been due, the tries since counted; 0 when none is",
      read: async () => {
        const ages = (await firstDue(read)).map((due) => now().since(due).total("seconds"));
        return Math.max(0, ...ages);
      },
    },
  ];
}

/** When what waits was first due: each try in vain has put it off since. */
async function firstDue(read: Reader): Promise<Temporal.Instant[]> {
  const rows = await read
    .select({
      state: outbox.state,
      attempts: outbox.attempts,
      due: min(outbox.notBefore),
      createdAt: min(outbox.createdAt),
    })
    .from(outbox)
    .where(inArray(outbox.state, ["queued", "sending", "retrying"]))
    .groupBy(outbox.state, outbox.attempts);
  return rows.flatMap(({ state, attempts, due, createdAt }) => {
    if (!due || !createdAt) return [];
    const first = due.subtract(pausesAfter(state === "sending" ? attempts - 1 : attempts));
    return [Temporal.Instant.compare(first, createdAt) > 0 ? first : createdAt];
  });
}
