/** Places that become free near the date are offered with a deadline: whoever waits may have other plans by now. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { prepared } from "../store/prepared.ts";
import type { Reader, Tx } from "../store/store.ts";
import { type gatherings, offers } from "./tables.ts";

/** A place that becomes free earlier than this is given at once (gatherings.md section 2). */
const nearHours = 72;
const longestHours = 12;
/** Later than this nobody is asked any more: a free place is for whoever says yes. */
const leastHours = 2;

type Offer = typeof offers.$inferSelect;
type Start = Pick<typeof gatherings.$inferSelect, "startsAt">;

/**
 * How a place that is free at `now` goes to the line: `given`; `offered` until a deadline, twelve hours
 * away or half of the time that is left; or `open` to whoever says yes, when it is too late to ask.
 */
export function howPlacesGo(
  { startsAt }: Start,
  now: Temporal.Instant,
): { how: "given" } | { how: "open" } | { how: "offered"; until: Temporal.Instant } {
  const left = now.until(startsAt).total("hours");
  if (left >= nearHours) return { how: "given" };
  if (left < leastHours) return { how: "open" };
  const minutes = Math.floor(Math.min(longestHours, left / 2) * 60);
  return { how: "offered", until: now.add({ minutes }) };
}

const openQuery = (read: Reader) =>
  read
    .select()
    .from(offers)
    .where(and(eq(offers.invitationId, sql.placeholder("invitationId")), eq(offers.outcome, "open")));

/** The place held for someone now; null when none is. */
export async function openOffer(read: Reader, invitationId: string): Promise<Offer | null> {
  const [offer] = await prepared({ read }, "offer-open", openQuery, { invitationId });
  return offer ?? null;
}

export async function endOffer(
  tx: Tx,
  invitationId: string,
  outcome: Exclude<Offer["outcome"], "open">,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(offers)
    .set({ outcome, endedAt: now })
    .where(and(eq(offers.invitationId, invitationId), eq(offers.outcome, "open")));
}

/** Who let an offer run out: they are not asked again, but may still say yes while there is room. */
export async function passedOver(read: Reader, invitationIds: readonly string[]): Promise<Set<string>> {
  if (invitationIds.length === 0) return new Set();
  const rows = await read
    .select({ invitationId: offers.invitationId })
    .from(offers)
    .where(and(inArray(offers.invitationId, [...invitationIds]), eq(offers.outcome, "expired")));
  return new Set(rows.map((row) => row.invitationId));
}
