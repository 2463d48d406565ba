/** A whole season's invitations: the first now, the others by the clock some weeks before each. */
import { and, asc, eq, gt, inArray, isNull, lte, ne } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { memberships } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { inviteAll } from "./invitation.ts";
import type { LaterRooms } from "./later.ts";
import { gatherings, series } from "./tables.ts";

/** So long before a gathering its invitations go by themselves. */
export const weeksBefore = 4;

/** The local date on which the clock invites to a gathering. */
export const inviteDate = (date: string) =>
  Temporal.PlainDate.from(date).subtract({ weeks: weeksBefore }).toString();

type Audience = "everyone" | "counsellors";

/** Those a gathering is for and that can be reached by mail: members as they are now, each once. */
export async function audienceOf(read: Reader, networkId: string, audience: Audience): Promise<string[]> {
  const rows = await read
    .selectDistinct({ id: persons.id })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        eq(memberships.networkId, networkId),
        inArray(memberships.role, audience === "counsellors" ? ["counsellor"] : ["mentor", "counsellor"]),
        isNull(memberships.until),
        ne(persons.status, "left"),
        ne(persons.email, ""),
      ),
    )
    .orderBy(asc(persons.id));
  return rows.map((row) => row.id);
}

/** The drafts of a series that lie ahead, soonest first. */
export async function draftsOf(read: Reader, seriesId: string, now: Temporal.Instant) {
  return read
    .select()
    .from(gatherings)
    .where(
      and(
        eq(gatherings.seriesId, seriesId),
        isNull(gatherings.openedAt),
        isNull(gatherings.cancelledAt),
        gt(gatherings.startsAt, now),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(100);
}

/**
 * Invites everyone a series is for. `gradually` mails the first gathering, and whatever is less than
 * four weeks away, now; the clock mails the others in time, to those who are members then.
 * @returns how many gatherings were invited to now and how many wait; refused with `nobody` when the
 *   network has no one to invite, `no-drafts` when all are invited to already
 */
export async function inviteSeason(
  tx: Tx,
  mailer: Mailer,
  given: { seriesId: string; how: "gradually" | "all"; byId: string },
  now: Temporal.Instant,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<{ ok: true; now: number; later: number } | { ok: false; reason: "nobody" | "no-drafts" }> {
  const [one] = await tx.select().from(series).where(eq(series.id, given.seriesId));
  const drafts = await draftsOf(tx, given.seriesId, now);
  const waiting = drafts.filter(({ inviteOn }) => inviteOn === null || given.how === "all");
  if (!one || waiting.length === 0) return { ok: false, reason: "no-drafts" };
  const personIds = await audienceOf(tx, one.networkId, one.audience);
  if (personIds.length === 0) return { ok: false, reason: "nobody" };
  const today = localDate(now).toString();
  const isNow = (date: string, index: number) =>
    given.how === "all" || index === 0 || inviteDate(date) <= today;
  const counts = { now: 0, later: 0 };
  for (const [index, { id, localDate: date }] of waiting.entries()) {
    if (isNow(date, index)) {
      await inviteAll(tx, mailer, { gatheringId: id, byId: given.byId, personIds }, now, caseCard);
      counts.now++;
    } else {
      await tx
        .update(gatherings)
        .set({ inviteOn: inviteDate(date) })
        .where(eq(gatherings.id, id));
      counts.later++;
    }
  }
  return { ok: true, ...counts };
}

/** Leaves a gathering's invitations to the adviser again. */
export async function stopInviting(tx: Tx, gatheringId: string): Promise<void> {
  await tx.update(gatherings).set({ inviteOn: null }).where(eq(gatherings.id, gatheringId));
}

/**
 * Sends the invitations whose day has come. For the clock; any number of processes may run it. A network
 * that has nobody to invite yet waits until it has.
 * @returns to how many gatherings people were invited
 */
export async function inviteDue(store: Store, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  const isDue = and(
    lte(gatherings.inviteOn, localDate(now).toString()),
    isNull(gatherings.openedAt),
    isNull(gatherings.cancelledAt),
    gt(gatherings.startsAt, now),
  );
  const due = await store.read.select({ id: gatherings.id }).from(gatherings).where(isDue).limit(500);
  let invited = 0;
  for (const { id } of due) {
    const isDone = await store.write(
      async (tx) => {
        const [row] = await tx
          .select()
          .from(gatherings)
          .where(and(eq(gatherings.id, id), isDue));
        const personIds = row ? await audienceOf(tx, row.networkId, row.audience) : [];
        if (!row || personIds.length === 0) return false;
        const result = await inviteAll(
          tx,
          mailer,
          { gatheringId: id, byId: row.createdById, personIds },
          now,
        );
        return result.ok;
      },
      { inTurnFor: id },
    );
    if (isDone) invited++;
  }
  return invited;
}
