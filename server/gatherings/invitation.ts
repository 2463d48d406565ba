/** Inviting, telling of changes, and withdrawing. */
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { callBack, type Mail, type Mailer } from "../mail/outbox.ts";
import { persons } from "../people/tables.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { versionMessageId } from "./calendar-entry.ts";
import { gatheringFacts, type Invitee, inviteesOf } from "./invitee.ts";
import type { LaterRooms } from "./later.ts";
import type { MailMaking } from "./mail-parts.ts";
import {
  cancellationMail,
  changedMail,
  invitationMail,
  movedMail,
  outdatedKinds,
  withdrawalMail,
} from "./mails.ts";
import { gatherings, invitations, rsvps } from "./tables.ts";
import { fillPlaces, isAhead } from "./waiting-list.ts";

export { answerToken, invitationByToken } from "./answer-link.ts";

/** Several edits within these minutes go out as one mail. */
const bundlingMinutes = 3;
const batchSize = 500;

const inBatches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / batchSize) }, (_, i) =>
    all.slice(i * batchSize, (i + 1) * batchSize),
  );

/**
 * Invites people and mails them at once. Someone invited before gets nothing again; someone whose
 * invitation was withdrawn is invited anew, with a new identity in the calendar and a new link.
 * @param caseCard shows the agenda's cases with their reading time; none are shown without it
 * @returns how many mails went to the outbox; refused with `cancelled`, or `past` when it has begun
 */
export async function inviteAll(
  tx: Tx,
  mailer: Mailer,
  facts: { gatheringId: string; byId: string; personIds: readonly string[] },
  now: Temporal.Instant,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<{ ok: true; invited: number } | { ok: false; reason: "cancelled" | "past" }> {
  const { gatheringId, byId } = facts;
  const gathering = await gatheringFacts(tx, gatheringId, caseCard);
  if (gathering.cancelledAt) return { ok: false, reason: "cancelled" };
  if (!isAhead(gathering, now)) return { ok: false, reason: "past" };
  await tx
    .update(gatherings)
    .set({ openedAt: now })
    .where(and(eq(gatherings.id, gatheringId), isNull(gatherings.openedAt)));

  let invited = 0;
  for (const personIds of inBatches([...new Set(facts.personIds)])) {
    const newIds = await addInvitations(tx, { mailer, gathering, now }, personIds, byId);
    const invitees = newIds.length > 0 ? await inviteesOf(tx, gatheringId, newIds) : [];
    const mails = invitees.map((invitee) => invitationMail({ mailer, gathering, now }, invitee));
    invited += await mailer.queueAll(tx, mails, now);
  }
  return { ok: true, invited };
}

/** Rows for those of a batch who are not invited; returns the ids of their invitations. */
async function addInvitations(
  tx: Tx,
  { mailer, gathering, now }: MailMaking,
  personIds: readonly string[],
  byId: string,
): Promise<string[]> {
  const present = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(and(inArray(persons.id, [...personIds]), ne(persons.status, "left")));
  const isThere = new Set(present.map((person) => person.id));
  const rows = personIds
    .filter((personId) => isThere.has(personId))
    .map((personId) => {
      const calendarToken = newId();
      const firstMessageId = versionMessageId(mailer, gathering, { calendarToken });
      return {
        id: newId(),
        gatheringId: gathering.id,
        personId,
        calendarToken,
        firstMessageId,
        invitedById: byId,
        invitedAt: now,
      };
    });
  if (rows.length === 0) return [];
  const added = await tx
    .insert(invitations)
    .values(rows)
    .onConflictDoUpdate({
      target: [invitations.gatheringId, invitations.personId],
      set: {
        calendarToken: sql`excluded.calendar_token`,
        firstMessageId: sql`excluded.first_message_id`,
        linkVersion: sql`${invitations.linkVersion} + 1`,
        invitedById: sql`excluded.invited_by_id`,
        invitedAt: now,
        withdrawnAt: null,
      },
      setWhere: sql`${invitations.withdrawnAt} is not null`,
    })
    .returning({ id: invitations.id });
  return added.map((row) => row.id);
}

type Change = "material" | "text" | "cancelled";

/**
 * Mails a change the caller has written already: `material` (time, place; SEQUENCE has risen, all are
 * asked again), `text` (only the revision has; those who said no are left in peace) or `cancelled`.
 * Mails not sent yet are called back, so that quick edits go out as one mail; who never got the first
 * invitation gets it as the gathering is now. A cancellation goes at once.
 * @returns how many mails went to the outbox
 */
export async function announceChange(
  tx: Tx,
  mailer: Mailer,
  facts: { gatheringId: string; change: Change },
  now: Temporal.Instant,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<{ mailed: number }> {
  const { gatheringId, change } = facts;
  const making = { mailer, gathering: await gatheringFacts(tx, gatheringId, caseCard), now };
  const everyone = await inviteesOf(tx, gatheringId);
  const invitees = change === "text" ? everyone.filter(({ rsvp }) => rsvp?.answer !== "no") : everyone;
  const personIds = invitees.map((invitee) => invitee.id);
  const unsent = await callBack(tx, { gatheringId, personIds, kinds: outdatedKinds });
  const mailOf = changeMails(making, change, unsent);
  const mails = invitees.map(mailOf).filter((mail) => mail !== null);
  for (const { to, messageId } of mails.filter((mail) => mail.kind === "invitation")) {
    await tx
      .update(invitations)
      .set({ firstMessageId: messageId as string })
      .where(and(eq(invitations.gatheringId, gatheringId), eq(invitations.personId, to.id)));
  }
  return { mailed: await mailer.queueAll(tx, mails, now) };
}

/** Which mail tells a person of the change, given what they were not told yet. */
function changeMails(
  making: MailMaking,
  change: Change,
  unsent: { kind: string; personId: string }[],
): (invitee: Invitee) => Mail | null {
  const of = (kind: string) =>
    new Set(unsent.filter((mail) => mail.kind === kind).map((mail) => mail.personId));
  const neverInvited = of("invitation");
  const neverToldOfMove = of("moved");
  const notBefore = making.now.add({ minutes: bundlingMinutes });
  return (invitee) => {
    const isNew = neverInvited.has(invitee.id);
    if (change === "cancelled") return isNew ? null : cancellationMail(making, invitee);
    if (isNew) return { ...invitationMail(making, invitee), notBefore };
    const isMoved = change === "material" || neverToldOfMove.has(invitee.id);
    return { ...(isMoved ? movedMail : changedMail)(making, invitee), notBefore };
  };
}

/**
 * Takes one invitation back: the link dies, the place goes to the first in line, and that person alone
 * is told, unless the invitation was never sent.
 * @returns refused with `withdrawn` when it was already
 */
export async function withdrawInvitation(
  tx: Tx,
  mailer: Mailer,
  invitationId: string,
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "withdrawn" }> {
  const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, invitationId));
  const { gatheringId } = invitation ?? {};
  const [invitee] = gatheringId ? await inviteesOf(tx, gatheringId, [invitationId]) : [];
  if (!gatheringId || !invitee) return { ok: false, reason: "withdrawn" };
  await tx
    .update(invitations)
    .set({ withdrawnAt: now, linkVersion: invitee.linkVersion + 1 })
    .where(eq(invitations.id, invitationId));
  await tx.delete(rsvps).where(eq(rsvps.invitationId, invitationId));
  const unsent = await callBack(tx, { gatheringId, personIds: [invitee.id], kinds: outdatedKinds });
  const gathering = await gatheringFacts(tx, gatheringId);
  if (!unsent.some((mail) => mail.kind === "invitation") && !gathering.cancelledAt) {
    await mailer.queue(tx, withdrawalMail({ mailer, gathering, now }, invitee), now);
  }
  await fillPlaces(tx, mailer, gatheringId, now);
  return { ok: true };
}
