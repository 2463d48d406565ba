/** Places in the room, and the line of those who wait for one. */
import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { callBack, type Mailer } from "../mail/outbox.ts";
import type { Reader, Tx } from "../store/store.ts";
import { gatheringFacts, inviteesOf } from "./invitee.ts";
import { seatMail } from "./mails.ts";
import { gatherings, rsvps } from "./tables.ts";

/** How many places in the room are taken; those who take part digitally take none. */
export async function seatedCount(read: Reader, gatheringId: string): Promise<number> {
  const [row] = await read
    .select({ seated: count() })
    .from(rsvps)
    .where(and(eq(rsvps.gatheringId, gatheringId), eq(rsvps.placement, "seat")));
  return Number(row?.seated ?? 0);
}

/**
 * Gives free places to those first in line; mails nobody. The one place where a place is given away:
 * offers with a deadline near the date belong here.
 * @param capacity null is no limit
 * @returns the invitations that got one, in the order of the line
 */
export async function seatWaiting(
  tx: Tx,
  { id, capacity }: { id: string; capacity: number | null },
): Promise<string[]> {
  const free = capacity === null ? null : capacity - (await seatedCount(tx, id));
  if (free !== null && free <= 0) return [];
  const line = tx
    .select({ invitationId: rsvps.invitationId })
    .from(rsvps)
    .where(and(eq(rsvps.gatheringId, id), eq(rsvps.placement, "waiting")))
    .orderBy(asc(rsvps.lineNumber));
  const first = (await (free === null ? line : line.limit(free))).map((row) => row.invitationId);
  if (first.length > 0) {
    await tx.update(rsvps).set({ placement: "seat" }).where(inArray(rsvps.invitationId, first));
  }
  return first;
}

/** Tells those who came from the line that the place is theirs. */
export async function mailSeats(
  tx: Tx,
  mailer: Mailer,
  facts: { gatheringId: string; invitationIds: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const { gatheringId, invitationIds } = facts;
  if (invitationIds.length === 0) return;
  const gathering = await gatheringFacts(tx, gatheringId);
  const invitees = await inviteesOf(tx, gatheringId, invitationIds);
  const personIds = invitees.map((invitee) => invitee.id);
  await callBack(tx, { gatheringId, personIds, kinds: ["answer", "waiting"] });
  const making = { mailer, gathering, now };
  await mailer.queueAll(
    tx,
    invitees.map((invitee) => seatMail(making, invitee)),
    now,
  );
}

/**
 * Seats those waiting as far as there is room, and mails them: for when capacity was raised or a
 * gathering moved. Does nothing for one that is cancelled or has begun. Nobody ever loses a place by
 * it. Returns how many got one.
 */
export async function fillPlaces(
  tx: Tx,
  mailer: Mailer,
  gatheringId: string,
  now: Temporal.Instant,
): Promise<number> {
  const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
  if (!gathering || gathering.cancelledAt || !isAhead(gathering, now)) return 0;
  const invitationIds = await seatWaiting(tx, gathering);
  await mailSeats(tx, mailer, { gatheringId, invitationIds }, now);
  return invitationIds.length;
}

/** Whether a gathering has not begun yet. */
export function isAhead({ startsAt }: { startsAt: Temporal.Instant }, now: Temporal.Instant): boolean {
  return startsAt.epochMilliseconds > now.epochMilliseconds;
}
