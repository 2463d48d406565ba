/** A yes to all gatherings of a network up to a date, with exceptions per gathering. */
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { Reader, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { answerInvitation } from "./rsvp.ts";
import { gatherings, invitations, rsvps, standingAnswers } from "./tables.ts";

export type StandingAnswer = typeof standingAnswers.$inferSelect;
type Owner = Pick<StandingAnswer, "networkId" | "personId">;

/** The ends one may choose: of this half-year and of the two after it; nearest first. */
export function standingEnds(now: Temporal.Instant): string[] {
  const { year, month } = localDate(now);
  const [summer, winter] = [`${year}-06-30`, `${year}-12-31`];
  return month <= 6
    ? [summer, winter, `${year + 1}-06-30`]
    : [winter, `${year + 1}-06-30`, `${year + 1}-12-31`];
}

/** What someone has said for the season; null when nothing, or when it is over. */
export async function standingOfPerson(
  read: Reader,
  { networkId, personId }: Owner,
  now: Temporal.Instant,
): Promise<StandingAnswer | null> {
  const [row] = await read
    .select()
    .from(standingAnswers)
    .where(
      and(
        eq(standingAnswers.networkId, networkId),
        eq(standingAnswers.personId, personId),
        gte(standingAnswers.until, localDate(now).toString()),
      ),
    );
  return row ?? null;
}

/**
 * Says yes for the season: to everything one is invited to later, and at once to coming gatherings one
 * has not answered. What was answered before stays; each gathering can still be answered by itself.
 * @returns how many were answered at once; refused with `date` when the end is none of `standingEnds`
 */
export async function sayYesToAll(
  tx: Tx,
  mailer: Mailer,
  facts: Owner & { mode: StandingAnswer["mode"]; until: string },
  now: Temporal.Instant,
): Promise<{ ok: true; answered: number } | { ok: false; reason: "date" }> {
  const { networkId, personId, mode, until } = facts;
  if (!standingEnds(now).includes(until)) return { ok: false, reason: "date" };
  await tx
    .insert(standingAnswers)
    .values({ ...facts, saidAt: now })
    .onConflictDoUpdate({
      target: [standingAnswers.networkId, standingAnswers.personId],
      set: { mode, until, saidAt: now },
    });
  const silent = await tx
    .select({ invitationId: invitations.id, gathering: gatherings })
    .from(invitations)
    .innerJoin(gatherings, eq(gatherings.id, invitations.gatheringId))
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .where(
      and(
        eq(invitations.personId, personId),
        isNull(invitations.withdrawnAt),
        isNull(rsvps.invitationId),
        eq(gatherings.networkId, networkId),
        isNull(gatherings.cancelledAt),
        isNotNull(gatherings.openedAt),
        gt(gatherings.startsAt, now),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id));
  const mine = silent.filter(({ gathering }) => gathering.localDate <= until);
  for (const { invitationId, gathering } of mine) {
    await answerInvitation(tx, mailer, { ...yesTo(gathering, mode, personId), invitationId }, now);
  }
  return { ok: true, answered: mine.length };
}

/** How the yes of the season answers one gathering: online when it has no room. */
const yesTo = (
  { sequence, place, link }: Pick<typeof gatherings.$inferSelect, "sequence" | "place" | "link">,
  mode: StandingAnswer["mode"],
  byPersonId: string,
) => {
  const isOnlineOnly = place === "" && link !== null;
  const isRoomOnly = link === null;
  const fitting = isOnlineOnly ? ("digital" as const) : isRoomOnly ? ("room" as const) : mode;
  return { answer: "yes" as const, mode: fitting, sequence, channel: "web" as const, byPersonId };
};

/** Takes it back; what it has answered already stays as it is. */
export async function stopSayingYes(tx: Tx, { networkId, personId }: Owner): Promise<void> {
  await tx
    .delete(standingAnswers)
    .where(and(eq(standingAnswers.networkId, networkId), eq(standingAnswers.personId, personId)));
}

/**
 * Answers for those newly invited who have said yes for the season; mails nobody but whoever gets a place
 * by it. Returns person → last date of their yes.
 */
export async function applyStanding(
  tx: Tx,
  mailer: Mailer,
  gathering: typeof gatherings.$inferSelect,
  invitationIds: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  if (invitationIds.length === 0) return new Map();
  const rows = await tx
    .select({
      invitationId: invitations.id,
      personId: invitations.personId,
      mode: standingAnswers.mode,
      until: standingAnswers.until,
    })
    .from(invitations)
    .innerJoin(
      standingAnswers,
      and(
        eq(standingAnswers.networkId, gathering.networkId),
        eq(standingAnswers.personId, invitations.personId),
        gte(standingAnswers.until, gathering.localDate),
      ),
    )
    .where(inArray(invitations.id, [...invitationIds]))
    .orderBy(asc(standingAnswers.saidAt), asc(invitations.id));
  for (const { invitationId, personId, mode } of rows) {
    const facts = { ...yesTo(gathering, mode, personId), invitationId, isQuiet: true };
    await answerInvitation(tx, mailer, facts, now);
  }
  return new Map(rows.map(({ personId, until }) => [personId, until]));
}
