/** Places in the room, and the line of those who wait for one. */
import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { callBack, type Mailer } from "../mail/outbox.ts";
import { persons } from "../people/tables.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader, Tx } from "../store/store.ts";
import { gatheringFacts, inviteesOf } from "./invitee.ts";
import { seatMail, unseatedMail } from "./mails.ts";
import { howPlacesGo, passedOver } from "./offer.ts";
import { offerMail } from "./reminder-mails.ts";
import { gatherings, offers, rsvps } from "./tables.ts";

/** How many places in the room are taken or held by an offer; those who take part digitally take none. */
export async function seatedCount(read: Reader, gatheringId: string): Promise<number> {
  const [seats] = await prepared({ read }, "seats-taken", seatsQuery, { gatheringId });
  const [held] = await prepared({ read }, "seats-held", heldQuery, { gatheringId });
  return Number(seats?.n ?? 0) + Number(held?.n ?? 0);
}

const ofGathering = () => sql.placeholder("gatheringId");
const seatsQuery = (read: Reader) =>
  read
    .select({ n: count() })
    .from(rsvps)
    .where(and(eq(rsvps.gatheringId, ofGathering()), eq(rsvps.placement, "seat")));
const heldQuery = (read: Reader) =>
  read
    .select({ n: count() })
    .from(offers)
    .where(and(eq(offers.gatheringId, ofGathering()), eq(offers.outcome, "open")));

/** Who got what from the line: invitations, in its order. */
export interface FromLine {
  seated: string[];
  offered: string[];
}

/** Those in line for whom no place is held, first come first. */
const lineOf = (tx: Tx, gatheringId: string) =>
  tx
    .select({ invitationId: rsvps.invitationId })
    .from(rsvps)
    .leftJoin(offers, and(eq(offers.invitationId, rsvps.invitationId), eq(offers.outcome, "open")))
    .where(and(eq(rsvps.gatheringId, gatheringId), eq(rsvps.placement, "waiting"), isNull(offers.id)))
    .orderBy(asc(rsvps.lineNumber));

/**
 * Gives free places to those first in line, or near the date offers them; mails nobody. The one place
 * where a place is given away.
 * @param gathering.capacity null is no limit
 * @param presentId whoever says yes at this moment, and so need not be asked
 */
export async function seatWaiting(
  tx: Tx,
  gathering: Pick<typeof gatherings.$inferSelect, "id" | "capacity" | "startsAt">,
  now: Temporal.Instant,
  presentId: string | null = null,
): Promise<FromLine> {
  const { id, capacity } = gathering;
  const free = capacity === null ? null : capacity - (await seatedCount(tx, id));
  if (free !== null && free <= 0) return { seated: [], offered: [] };
  const line = (await lineOf(tx, id)).map((row) => row.invitationId);
  const going = howPlacesGo(gathering, now);
  if (free === null || going.how === "given") {
    return { seated: await seat(tx, line.slice(0, free ?? line.length)), offered: [] };
  }
  const passed = await passedOver(tx, line);
  const mayAsk = (one: string) => going.how === "offered" && !passed.has(one);
  const first = line.filter((one) => one === presentId || mayAsk(one)).slice(0, free);
  const seated = await seat(
    tx,
    first.filter((one) => one === presentId),
  );
  const offered = first.filter((one) => one !== presentId);
  if (going.how === "offered" && offered.length > 0) {
    const held = { gatheringId: id, offeredAt: now, expiresAt: going.until, outcome: "open" as const };
    await tx.insert(offers).values(offered.map((invitationId) => ({ invitationId, ...held })));
  }
  return { seated, offered };
}

async function seat(tx: Tx, invitationIds: string[]): Promise<string[]> {
  if (invitationIds.length > 0) {
    await tx.update(rsvps).set({ placement: "seat" }).where(inArray(rsvps.invitationId, invitationIds));
  }
  return invitationIds;
}

/** Those with a place, in the order they asked for one; the last ones lose it when the room shrinks. */
const seatedInOrder = (read: Reader, gatheringId: string) =>
  read
    .select({ invitationId: rsvps.invitationId, name: persons.name })
    .from(rsvps)
    .innerJoin(persons, eq(persons.id, rsvps.personId))
    .where(and(eq(rsvps.gatheringId, gatheringId), eq(rsvps.placement, "seat")))
    .orderBy(asc(rsvps.lineNumber), asc(rsvps.invitationId));

/** Who would lose their place in a room with so many, by name. */
export async function wouldLosePlace(read: Reader, gatheringId: string, capacity: number): Promise<string[]> {
  return (await seatedInOrder(read, gatheringId)).slice(capacity).map(({ name }) => name);
}

/**
 * Takes back the places beyond what a smaller room holds. Those who asked first keep theirs; the others
 * go back into the line with the number they had, and so stand before those who asked later. Places held
 * by an offer end first. Mails nobody.
 * @returns the invitations that lost their place
 */
export async function unseatBeyond(
  tx: Tx,
  gatheringId: string,
  capacity: number,
  now: Temporal.Instant,
): Promise<string[]> {
  await tx
    .update(offers)
    .set({ outcome: "void", endedAt: now })
    .where(and(eq(offers.gatheringId, gatheringId), eq(offers.outcome, "open")));
  const beyond = (await seatedInOrder(tx, gatheringId)).slice(capacity).map((row) => row.invitationId);
  if (beyond.length > 0) {
    await tx.update(rsvps).set({ placement: "waiting" }).where(inArray(rsvps.invitationId, beyond));
  }
  return beyond;
}

/** Tells those who lost their place to a smaller room, unless a move tells them already. */
export async function mailUnseated(
  tx: Tx,
  mailer: Mailer,
  facts: { gatheringId: string; invitationIds: string[] },
  now: Temporal.Instant,
): Promise<void> {
  if (facts.invitationIds.length === 0) return;
  const { gatheringId } = facts;
  const invitees = await inviteesOf(tx, gatheringId, facts.invitationIds);
  const personIds = invitees.map((invitee) => invitee.id);
  await callBack(tx, { gatheringId, personIds, kinds: ["answer", "waiting", "seat", "offer"] });
  const making = { mailer, gathering: await gatheringFacts(tx, gatheringId), now };
  await mailer.queueAll(
    tx,
    invitees.map((invitee) => unseatedMail(making, invitee)),
    now,
  );
}

/** Tells those who came from the line that the place is theirs, or theirs until a deadline. */
export async function mailSeats(
  tx: Tx,
  mailer: Mailer,
  facts: FromLine & { gatheringId: string },
  now: Temporal.Instant,
): Promise<void> {
  const { gatheringId, seated, offered } = facts;
  if (seated.length + offered.length === 0) return;
  const gathering = await gatheringFacts(tx, gatheringId);
  const invitees = await inviteesOf(tx, gatheringId, [...seated, ...offered]);
  const personIds = invitees.map((invitee) => invitee.id);
  await callBack(tx, { gatheringId, personIds, kinds: ["answer", "waiting", "offer"] });
  const making = { mailer, gathering, now };
  const held = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.gatheringId, gatheringId), eq(offers.outcome, "open")));
  const mails = invitees.map((invitee) => {
    const offer = held.find((one) => one.invitationId === invitee.invitationId);
    return offer ? offerMail(making, invitee, offer) : seatMail(making, invitee);
  });
  await mailer.queueAll(tx, mails, now);
}

/**
 * Seats those waiting as far as there is room, or near the date asks them, and mails them: for when
 * capacity was raised or a gathering moved. Does nothing for one that is cancelled or has begun. Nobody
 * ever loses a place by it. Returns how many got one or were asked.
 */
export async function fillPlaces(
  tx: Tx,
  mailer: Mailer,
  gatheringId: string,
  now: Temporal.Instant,
): Promise<number> {
  const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
  if (!gathering || gathering.cancelledAt || !isAhead(gathering, now)) return 0;
  const fromLine = await seatWaiting(tx, gathering, now);
  await mailSeats(tx, mailer, { gatheringId, ...fromLine }, now);
  return fromLine.seated.length + fromLine.offered.length;
}

/** Whether a gathering has not begun yet. */
export function isAhead({ startsAt }: { startsAt: Temporal.Instant }, now: Temporal.Instant): boolean {
  return startsAt.epochMilliseconds > now.epochMilliseconds;
}
