/** Reads for the front page: one gathering, and how much waits. */
import {
  and,
  asc,
  count,
  eq,
  gt,
  inArray,
  isNull,
  not,
  or,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { isNotOthers } from "../gatherings/queries.ts";
import { gatherings, invitations, rsvps } from "../gatherings/tables.ts";
import { preparedFor } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";

const personId = () => sql.placeholder("personId");

const nextQuery = (read: Reader, networkIds: Placeholder[], seesDrafts: boolean) =>
  read
    .select({
      id: gatherings.id,
      title: gatherings.title,
      localDate: gatherings.localDate,
      startTime: gatherings.startTime,
      endTime: gatherings.endTime,
      place: gatherings.place,
      sequence: gatherings.sequence,
      openedAt: gatherings.openedAt,
      invitationId: invitations.id,
      answer: rsvps.answer,
      mode: rsvps.mode,
      placement: rsvps.placement,
      answeredSequence: rsvps.sequence,
    })
    .from(gatherings)
    .leftJoin(
      invitations,
      and(
        eq(invitations.gatheringId, gatherings.id),
        eq(invitations.personId, personId()),
        isNull(invitations.withdrawnAt),
      ),
    )
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .where(
      and(
        inArray(gatherings.networkId, networkIds),
        gt(gatherings.startsAt, sql.placeholder("dayBefore")), // none lasts a day: where the index starts reading
        gt(gatherings.endsAt, sql.placeholder("now")),
        isNull(gatherings.cancelledAt),
        seesDrafts ? undefined : not(isNull(gatherings.openedAt)),
        isNotOthers(read, personId() as unknown as SQL),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(1);

/**
 * The gathering a person looks to next: of these networks, not over, not cancelled; drafts only for
 * those who plan. With the person's own answer, when invited.
 */
export async function nextGathering(
  read: Reader,
  facts: { personId: string; networkIds: string[]; seesDrafts: boolean },
  now: Temporal.Instant,
) {
  const { networkIds, seesDrafts } = facts;
  if (networkIds.length === 0) return null;
  const name = seesDrafts ? "home-next-or-draft" : "home-next";
  const build = (reader: Reader, keys: Placeholder[]) => nextQuery(reader, keys, seesDrafts);
  const [row] = await preparedFor(read, name, networkIds, build, {
    personId: facts.personId,
    now,
    dayBefore: now.subtract({ hours: 24 }),
  });
  return row ?? null;
}

/** How many said yes, in the room or digitally, and how many of those invited have not answered. */
export async function answersSoFar(
  read: Reader,
  gatheringId: string,
): Promise<{ coming: number; silent: number }> {
  const [coming] = await read
    .select({ n: count() })
    .from(rsvps)
    .where(
      and(
        eq(rsvps.gatheringId, gatheringId),
        eq(rsvps.answer, "yes"),
        or(eq(rsvps.placement, "seat"), eq(rsvps.placement, "none")),
      ),
    );
  const [silent] = await read
    .select({ n: count() })
    .from(invitations)
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .where(
      and(
        eq(invitations.gatheringId, gatheringId),
        isNull(invitations.withdrawnAt),
        isNull(rsvps.invitationId),
      ),
    );
  return { coming: coming?.n ?? 0, silent: silent?.n ?? 0 };
}
