/** Offers that ran out: the place passes to the next in line. */
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { Store, Tx } from "../store/store.ts";
import { endOffer } from "./offer.ts";
import { gatherings, offers, rsvps } from "./tables.ts";
import { fillPlaces, isAhead } from "./waiting-list.ts";

/** Offers that ran out become expired, those people go to the end of the line. */
async function expire(tx: Tx, gatheringId: string, now: Temporal.Instant): Promise<void> {
  const late = await tx
    .select({ invitationId: offers.invitationId })
    .from(offers)
    .innerJoin(rsvps, eq(rsvps.invitationId, offers.invitationId))
    .where(and(eq(offers.gatheringId, gatheringId), eq(offers.outcome, "open"), lte(offers.expiresAt, now)))
    .orderBy(asc(rsvps.lineNumber));
  for (const { invitationId } of late) {
    await endOffer(tx, invitationId, "expired", now);
    const [row] = await tx
      .update(gatherings)
      .set({ lineCounter: sql`${gatherings.lineCounter} + 1` })
      .where(eq(gatherings.id, gatheringId))
      .returning({ lineNumber: gatherings.lineCounter });
    await tx
      .update(rsvps)
      .set({ lineNumber: row?.lineNumber ?? 0 })
      .where(and(eq(rsvps.invitationId, invitationId), eq(rsvps.placement, "waiting")));
  }
}

/**
 * Passes on what ran out: the place goes to the next in line in the same transaction. Of a gathering that
 * is cancelled or has begun the offers are void. Call it with `inTurnFor` the gathering.
 */
export async function passOnOffers(
  tx: Tx,
  mailer: Mailer,
  gatheringId: string,
  now: Temporal.Instant,
): Promise<void> {
  const [gathering] = await tx
    .update(gatherings)
    .set({ lineCounter: sql`${gatherings.lineCounter}` })
    .where(eq(gatherings.id, gatheringId))
    .returning();
  if (!gathering || gathering.cancelledAt || !isAhead(gathering, now)) {
    await tx
      .update(offers)
      .set({ outcome: "void", endedAt: now })
      .where(and(eq(offers.gatheringId, gatheringId), eq(offers.outcome, "open")));
    return;
  }
  await expire(tx, gatheringId, now);
  await fillPlaces(tx, mailer, gatheringId, now);
}

/** For the clock: each gathering with offers that ran out, in a transaction of its own. */
export async function passOnDueOffers(store: Store, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  const due = await store.read
    .selectDistinct({ gatheringId: offers.gatheringId })
    .from(offers)
    .where(and(eq(offers.outcome, "open"), lte(offers.expiresAt, now)));
  for (const { gatheringId } of due) {
    await store.write((tx) => passOnOffers(tx, mailer, gatheringId, now), { inTurnFor: gatheringId });
  }
  return due.length;
}
