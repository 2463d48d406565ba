/**
 * The weekly digest to those who gave feedback with their name or in confidence: what has happened since
 * they were last told, and only then. For the clock; any number of processes may run it.
 */
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { mailPreferenceOf } from "../people/mail-preference.ts";
import type { Store, Tx } from "../store/store.ts";
import { cardOf } from "./cards.ts";
import { newsMail } from "./digest-mails.ts";
import { dueSlot, newsSlot } from "./digest-slot.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { loopsById } from "./loops.ts";
import { newsUpTo } from "./news-queries.ts";
import { recipientById } from "./recipients.ts";
import { newsTold } from "./tables.ts";

type Due = NonNullable<ReturnType<typeof dueSlot>>;

async function tell(
  tx: Tx,
  mailer: Mailer,
  personId: string,
  slot: Due,
  now: Temporal.Instant,
): Promise<boolean> {
  const [news] = await newsUpTo(tx, slot.at, personId);
  const to = await recipientById(tx, personId);
  if (!news || !to || !(await mailPreferenceOf(tx, personId)).hasChanges) return false;
  const loops = await loopsById(tx, [...news.itemIds]);
  const line = await gatheringLine(tx, [...new Set(loops.map((loop) => loop.networkId))]);
  const cards = loops.map((loop) => cardOf(loop, { line, now, language: to.language }));
  await tx
    .insert(newsTold)
    .values({ personId, upTo: slot.at })
    .onConflictDoUpdate({ target: newsTold.personId, set: { upTo: slot.at } });
  return mailer.queue(tx, newsMail(mailer, to, { cards, putAside: news.putAside, date: slot.date }), now);
}

/** Writes the digests that are due. Returns how many. */
export async function queueNews(store: Store, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  const slot = dueSlot(newsSlot, now);
  if (!slot) return 0;
  let written = 0;
  for (const { personId } of await newsUpTo(store.read, slot.at)) {
    const isWritten = await store.write((tx) => tell(tx, mailer, personId, slot, now), {
      inTurnFor: personId,
    });
    if (isWritten) written++;
  }
  return written;
}
