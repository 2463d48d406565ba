/** The erasing of each night: by one process only, whoever comes first; another takes over when it dies. */
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { erasures } from "../privacy/tables.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { localDate, zone } from "../web/dates.ts";
import { eraseDue } from "./retention.ts";

/** A process that has not been heard of for so long is taken to be dead. */
const claimMinutes = 10;
/** When people sleep; a server that was off then does it as soon as it is on. */
const fromHour = 2;

async function claim(tx: Tx, night: string, now: Temporal.Instant): Promise<boolean> {
  const claimedUntil = now.add({ minutes: claimMinutes });
  const begun = await tx
    .insert(erasures)
    .values({ night, startedAt: now, claimedUntil, counts: {} })
    .onConflictDoNothing()
    .returning({ night: erasures.night });
  if (begun.length > 0) return true;
  const abandoned = and(
    eq(erasures.night, night),
    isNull(erasures.endedAt),
    eq(erasures.isStopped, false),
    lt(erasures.claimedUntil, now),
  );
  const taken = await tx
    .update(erasures)
    .set({ claimedUntil })
    .where(abandoned)
    .returning({ night: erasures.night });
  return taken.length > 0;
}

/** Renews the claim; false when an administrator has stopped it or another process has taken over. */
async function renew(
  tx: Tx,
  night: string,
  counts: Record<string, number>,
  claimedUntil: { was: Temporal.Instant; becomes: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx
    .update(erasures)
    .set({ claimedUntil: claimedUntil.becomes, counts })
    .where(
      and(
        eq(erasures.night, night),
        eq(erasures.isStopped, false),
        eq(erasures.claimedUntil, claimedUntil.was),
      ),
    )
    .returning({ night: erasures.night });
  return rows.length > 0;
}

/**
 * Erases what is due, once a night. For the clock, in any number of processes.
 * @param signal stops it between two batches, as when the server stops; it goes on at the next run
 * @returns what went; null when it was not this process's to do
 */
export async function eraseNightly(
  store: Store,
  mailer: Mailer,
  now: () => Temporal.Instant,
  signal?: AbortSignal,
): Promise<Record<string, number> | null> {
  const started = now();
  if (started.toZonedDateTimeISO(zone).hour < fromHour) return null;
  const night = localDate(started).toString();
  if (!(await store.write((tx) => claim(tx, night, started)))) return null;
  let mine = started.add({ minutes: claimMinutes });
  const { counts, isDone } = await eraseDue(store, mailer, started, async (soFar) => {
    const becomes = now().add({ minutes: claimMinutes });
    const isMine = await store.write((tx) => renew(tx, night, soFar, { was: mine, becomes }));
    mine = becomes;
    return isMine && !signal?.aborted;
  });
  // what was stopped by the server's stop is given back at once, for whoever comes next
  const end = isDone
    ? { endedAt: now(), counts }
    : { claimedUntil: Temporal.Instant.fromEpochMilliseconds(0) };
  await store.write((tx) =>
    tx
      .update(erasures)
      .set(end)
      .where(and(eq(erasures.night, night), eq(erasures.claimedUntil, mine))),
  );
  await store.tidy();
  return counts;
}

/** Stops the erasing that is under way; nothing more goes that night. Returns whether there was one. */
export async function stopErasing(tx: Tx): Promise<boolean> {
  const rows = await tx
    .update(erasures)
    .set({ isStopped: true })
    .where(and(isNull(erasures.endedAt), eq(erasures.isStopped, false)))
    .returning({ night: erasures.night });
  return rows.length > 0;
}

/** The last nights, newest first. */
export function lastNights(read: Reader, n: number) {
  return read.select().from(erasures).orderBy(desc(erasures.night)).limit(n);
}
