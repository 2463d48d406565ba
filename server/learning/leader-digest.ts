/**
 * The weekly digest to leaders: what waits for them and, at level 2, what nobody has answered. Only when
 * there is something. For the clock; any number of processes may run it.
 */
import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer, Recipient } from "../mail/outbox.ts";
import { networksFor } from "../networks/queries.ts";
import { mailPreferenceOf } from "../people/mail-preference.ts";
import { personRoles, persons } from "../people/tables.ts";
import type { Reader, Store } from "../store/store.ts";
import type { Role } from "../web/access.ts";
import { cardOf, dueOf } from "./cards.ts";
import { leaderDigestMail, type WaitingLine } from "./digest-mails.ts";
import { dueSlot, leaderSlot } from "./digest-slot.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { queuePage } from "./item-queries.ts";
import { type Loop, loopsById } from "./loops.ts";
import { silentItemIds } from "./silence.ts";
import { referrals } from "./tables.ts";

/** No digest lists more than this of either kind; the rest stands on the page it links to. */
const mostListed = 10;

/** Leaders with something before them, and everyone at level 2. */
async function leadersToLookAt(read: Reader) {
  const waiting = read.select({ id: referrals.toId }).from(referrals).where(isNull(referrals.endedAt));
  const columns = { id: persons.id, name: persons.name, email: persons.email, language: persons.language };
  const withQueue = await read
    .select(columns)
    .from(persons)
    .where(and(inArray(persons.id, waiting), ne(persons.status, "left")));
  const level2 = await read
    .select(columns)
    .from(personRoles)
    .innerJoin(persons, eq(persons.id, personRoles.personId))
    .where(and(eq(personRoles.role, "regional_leader"), ne(persons.status, "left")));
  const isLevel2 = new Set(level2.map((one) => one.id));
  const all = [...withQueue, ...level2.filter((one) => !withQueue.some(({ id }) => id === one.id))];
  return all.map((to) => ({ to, isLevel2: isLevel2.has(to.id) }));
}

async function silentBelow(read: Reader, { id, name, language }: Recipient): Promise<Loop[]> {
  const roles: Role[] = ["regional_leader"];
  const networks = await networksFor(read, { id, name, language, roles });
  const ids = await silentItemIds(
    read,
    networks.map((network) => network.id),
  );
  return loopsById(read, ids.slice(0, mostListed));
}

async function digestFor(read: Reader, to: Recipient, isLevel2: boolean, now: Temporal.Instant) {
  const queue = (await queuePage(read, to.id, null, mostListed)).map((row) => row.loop);
  const below = isLevel2 ? await silentBelow(read, to) : [];
  const silent = below.filter((loop) => !queue.some((one) => one.id === loop.id));
  const line = await gatheringLine(read, [...new Set([...queue, ...silent].map((loop) => loop.networkId))]);
  const sight = { line, now, language: to.language };
  const lineOf = (loop: Loop): WaitingLine => ({ card: cardOf(loop, sight), due: dueOf(loop, sight) });
  return { waiting: queue.map(lineOf), silent: silent.map(lineOf) };
}

/** Writes the digests that are due. Returns how many. */
export async function queueLeaderDigests(
  store: Store,
  mailer: Mailer,
  now: Temporal.Instant,
): Promise<number> {
  const slot = dueSlot(leaderSlot, now);
  if (!slot) return 0;
  let written = 0;
  for (const { to, isLevel2 } of await leadersToLookAt(store.read)) {
    const isWritten = await store.write(
      async (tx) => {
        if (!(await mailPreferenceOf(tx, to.id)).hasReminders) return false;
        const { waiting, silent } = await digestFor(tx, to, isLevel2, now);
        if (waiting.length + silent.length === 0) return false;
        return mailer.queue(tx, leaderDigestMail(mailer, to, { waiting, silent, date: slot.date }), now);
      },
      { inTurnFor: to.id },
    );
    if (isWritten) written++;
  }
  return written;
}
