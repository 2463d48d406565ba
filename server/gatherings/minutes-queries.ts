/** Reads of minutes. */

import { createHash } from "node:crypto";
import { and, asc, eq, gt, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { memberships } from "../networks/tables.ts";
import { everything } from "../people/mail-preference.ts";
import { mailPreferences, persons } from "../people/tables.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import {
  attendance,
  gatherings,
  invitations,
  minuteActions,
  minuteFeedback,
  minuteItems,
  minutes,
} from "./tables.ts";

/** What is stored of a gathering's minutes: outcomes, what was agreed and is to be done, whether it is out. */
export async function minutesOf(read: Reader, gatheringId: string) {
  const items = await read
    .select()
    .from(minuteItems)
    .where(eq(minuteItems.gatheringId, gatheringId))
    .orderBy(asc(minuteItems.position), asc(minuteItems.id));
  const actions = await read
    .select({ action: minuteActions, name: persons.name })
    .from(minuteActions)
    .leftJoin(persons, eq(persons.id, minuteActions.responsibleId))
    .where(eq(minuteActions.gatheringId, gatheringId))
    .orderBy(asc(minuteActions.position), asc(minuteActions.id));
  return {
    items,
    actions: actions.map(({ action, name }) => ({ ...action, who: name ?? action.responsible })),
    state: await minutesState(read, gatheringId),
  };
}
export type Minutes = Awaited<ReturnType<typeof minutesOf>>;

/** Whether minutes are published, or that there will be none; null while neither is said. */
export async function minutesState(read: Reader, gatheringId: string) {
  const [row] = await read.select().from(minutes).where(eq(minutes.gatheringId, gatheringId));
  return row ?? null;
}

/** Outcomes in the order of the agenda, those on no agenda last. */
export function inAgendaOrder<I extends { agendaItemId: string | null }>(
  items: readonly I[],
  agenda: readonly { id: string }[],
): I[] {
  const place = ({ agendaItemId }: I) => {
    const at = agenda.findIndex(({ id }) => id === agendaItemId);
    return at < 0 ? agenda.length : at;
  };
  return [...items].sort((a, b) => place(a) - place(b));
}

/** What a line of an outcome is known by: it may be passed on once. */
export const lineKeyOf = (line: string) => createHash("sha256").update(line.trim()).digest("base64url");

/** Lines passed on as feedback: `item:line` → the feedback. */
export async function passedOn(read: Reader, gatheringId: string): Promise<Map<string, string>> {
  const rows = await read
    .select({
      itemId: minuteFeedback.minuteItemId,
      lineKey: minuteFeedback.lineKey,
      feedbackId: minuteFeedback.feedbackId,
    })
    .from(minuteItems)
    .innerJoin(minuteFeedback, eq(minuteFeedback.minuteItemId, minuteItems.id))
    .where(eq(minuteItems.gatheringId, gatheringId));
  return new Map(rows.map((row) => [`${row.itemId}:${row.lineKey}`, row.feedbackId]));
}

const mostOpen = 20;

const openActionsQuery = (read: Reader) =>
  read
    .select({
      id: minuteActions.id,
      words: minuteActions.words,
      dueOn: minuteActions.dueOn,
      responsibleId: minuteActions.responsibleId,
      responsible: minuteActions.responsible,
      name: persons.name,
      gatheringId: minuteActions.gatheringId,
    })
    .from(minuteActions)
    .innerJoin(minutes, eq(minutes.gatheringId, minuteActions.gatheringId))
    .innerJoin(
      gatherings,
      and(eq(gatherings.id, minuteActions.gatheringId), eq(gatherings.audience, "everyone")),
    )
    .leftJoin(persons, eq(persons.id, minuteActions.responsibleId))
    .where(
      and(
        eq(minuteActions.networkId, sql.placeholder("networkId")),
        eq(minuteActions.kind, "action"),
        isNull(minuteActions.doneOn),
        eq(minutes.outcome, "published"),
      ),
    )
    .orderBy(asc(minuteActions.dueOn), asc(minuteActions.id))
    .limit(mostOpen);

/** What people said they would do at gatherings whose minutes are out, and have not done; soonest due first. */
export async function openActions(read: Reader, networkId: string) {
  const rows = await prepared({ read }, "minutes-open-actions", openActionsQuery, { networkId });
  return rows.map(({ responsible, name, ...row }) => ({ ...row, who: name ?? responsible }));
}

/** One thing to be done; null when there is none. */
export async function actionById(read: Reader, id: string) {
  const [row] = await read.select().from(minuteActions).where(eq(minuteActions.id, id));
  return row ?? null;
}

/** The network's first gathering after a moment that people are invited to; null when there is none. */
export async function nextAfter(read: Reader, networkId: string, after: Temporal.Instant) {
  const [row] = await read
    .select()
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, networkId),
        eq(gatherings.audience, "everyone"),
        gt(gatherings.startsAt, after),
        isNotNull(gatherings.openedAt),
        isNull(gatherings.cancelledAt),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(1);
  return row ?? null;
}

const recipientColumns = {
  id: persons.id,
  name: persons.name,
  email: persons.email,
  language: persons.language,
  wishes: {
    hasInvitations: mailPreferences.hasInvitations,
    hasReminders: mailPreferences.hasReminders,
    hasChanges: mailPreferences.hasChanges,
    isSubscribed: mailPreferences.isSubscribed,
  },
};

/**
 * Whom the minutes go to: the network now and everyone invited, each once, with whether they were there.
 * Not those who have left, nor those who have chosen to hear of neither gatherings nor changes.
 */
export async function minutesRecipients(
  read: Reader,
  { id, networkId, audience }: { id: string; networkId: string; audience: "everyone" | "counsellors" },
) {
  const isFor = audience === "counsellors" ? ne(memberships.role, "mentor") : undefined;
  const members = await read
    .select(recipientColumns)
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(mailPreferences, eq(mailPreferences.personId, persons.id))
    .where(
      and(eq(memberships.networkId, networkId), isNull(memberships.until), ne(persons.status, "left"), isFor),
    );
  const guests = await read
    .select(recipientColumns)
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .leftJoin(mailPreferences, eq(mailPreferences.personId, persons.id))
    .where(and(eq(invitations.gatheringId, id), isNull(invitations.withdrawnAt), ne(persons.status, "left")));
  const there = await read
    .select({ personId: attendance.personId, status: attendance.status })
    .from(attendance)
    .where(eq(attendance.gatheringId, id));
  const came = new Set(
    there.filter(({ status }) => status !== "absent" && status !== "excused").map((row) => row.personId),
  );
  const each = new Map([...members, ...guests].map((person) => [person.id, person]));
  return [...each.values()]
    .filter(({ wishes }) => (wishes ?? everything).hasChanges)
    .map(({ wishes: _, ...person }) => ({ ...person, wasThere: came.has(person.id) }));
}
export type MinutesRecipient = Awaited<ReturnType<typeof minutesRecipients>>[number];
