/** Inviting, telling of changes, and withdrawing. */
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { callBack, type Mail, type Mailer } from "../mail/outbox.ts";
import { mailPreferences, persons } from "../people/tables.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { versionMessageId } from "./calendar-entry.ts";
import { gatheringFacts, type Invitee, inviteesOf, wantsMail } from "./invitee.ts";
import type { LaterRooms } from "./later.ts";
import type { MailMaking } from "./mail-parts.ts";
import {
  cancellationMail,
  changedMail,
  invitationMail,
  movedMail,
  outdatedKinds,
  standingMail,
  withdrawalMail,
} from "./mails.ts";
import { endOffer } from "./offer.ts";
import { applyStanding } from "./standing-answer.ts";
import { gatherings, invitations, rsvps, type TimeAndPlace } from "./tables.ts";
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
 * invitation was withdrawn is invited anew, with a new identity in the calendar and a new link. Someone
 * who wants no invitations by mail is on the list all the same; a standing yes counts at once.
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
    const untils = await applyStanding(tx, mailer, gathering, newIds, now);
    const invitees = newIds.length > 0 ? await inviteesOf(tx, gatheringId, newIds) : [];
    await forgetFirstMail(
      tx,
      invitees.filter((invitee) => !wantsMail(invitee, "invitation")),
    );
    const mails = invitees
      .filter((invitee) => wantsMail(invitee, "invitation"))
      .map((invitee) => firstMail({ mailer, gathering, now }, invitee, untils.get(invitee.id)));
    invited += await mailer.queueAll(tx, mails, now);
  }
  return { ok: true, invited };
}

/** The invitation, or for those with a standing yes what it came to. */
const firstMail = (making: MailMaking, invitee: Invitee, until: string | undefined) =>
  until ? standingMail(making, invitee, until) : invitationMail(making, invitee);

/** Later mails must not refer to a first one that was never sent. */
async function forgetFirstMail(tx: Tx, invitees: readonly Invitee[]): Promise<void> {
  if (invitees.length === 0) return;
  const ids = invitees.map(({ invitationId }) => invitationId);
  await tx.update(invitations).set({ firstMessageId: null }).where(inArray(invitations.id, ids));
}

/** Rows for those of a batch who are not invited; returns the ids of their invitations. */
async function addInvitations(
  tx: Tx,
  { mailer, gathering, now }: MailMaking,
  personIds: readonly string[],
  byId: string,
): Promise<string[]> {
  const present = await tx
    .select({ id: persons.id, isSubscribed: mailPreferences.isSubscribed })
    .from(persons)
    .leftJoin(mailPreferences, eq(mailPreferences.personId, persons.id))
    .where(and(inArray(persons.id, [...personIds]), ne(persons.status, "left")));
  const isThere = new Map(present.map((person) => [person.id, person.isSubscribed ?? false]));
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
        isInFeed: isThere.get(personId) ?? false,
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
        isInFeed: sql`excluded.is_in_feed`,
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
 * invitation gets it as the gathering is now. A cancellation goes at once. Who unsubscribed hears only
 * of another time or a cancellation, and only of what they said yes or maybe to.
 * @param facts.before time and place as they were, so that people are told from what it moved
 * @returns how many mails went to the outbox
 */
export async function announceChange(
  tx: Tx,
  mailer: Mailer,
  facts: { gatheringId: string; change: Change; before?: TimeAndPlace },
  now: Temporal.Instant,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<{ mailed: number }> {
  const { gatheringId, change, before = null } = facts;
  const making = { mailer, gathering: await gatheringFacts(tx, gatheringId, caseCard), now };
  const everyone = await inviteesOf(tx, gatheringId);
  const invitees = change === "text" ? everyone.filter(({ rsvp }) => rsvp?.answer !== "no") : everyone;
  const personIds = invitees.map((invitee) => invitee.id);
  const unsent = await callBack(tx, { gatheringId, personIds, kinds: outdatedKinds });
  if (change === "material") await rememberMove(tx, making, before, unsent);
  const mailOf = changeMails(making, change, before, unsent);
  const mails = invitees.map(mailOf).filter((mail) => mail !== null);
  for (const { to, messageId } of mails.filter((mail) => mail.kind === "invitation")) {
    await tx
      .update(invitations)
      .set({ firstMessageId: messageId as string })
      .where(and(eq(invitations.gatheringId, gatheringId), eq(invitations.personId, to.id)));
  }
  return { mailed: await mailer.queueAll(tx, mails, now) };
}

/** Keeps where people were last told it would be: further edits before the mail goes say the same "from". */
async function rememberMove(
  tx: Tx,
  { gathering, now }: MailMaking,
  before: TimeAndPlace | null,
  unsent: { kind: string }[],
): Promise<void> {
  const isToldAlready = !unsent.some((mail) => mail.kind === "moved");
  const movedFrom = isToldAlready && before ? timeAndPlace(before) : gathering.movedFrom;
  await tx.update(gatherings).set({ movedAt: now, movedFrom }).where(eq(gatherings.id, gathering.id));
}

const timeAndPlace = ({ localDate, startTime, endTime, place }: TimeAndPlace): TimeAndPlace => ({
  localDate,
  startTime,
  endTime,
  place,
});

/** Which mail tells a person of the change, given what they were not told yet. */
function changeMails(
  making: MailMaking,
  change: Change,
  before: TimeAndPlace | null,
  unsent: { kind: string; personId: string }[],
): (invitee: Invitee) => Mail | null {
  const of = (kind: string) =>
    new Set(unsent.filter((mail) => mail.kind === kind).map((mail) => mail.personId));
  const neverInvited = of("invitation");
  const neverToldOfMove = of("moved");
  const notBefore = making.now.add({ minutes: bundlingMinutes });
  return (invitee) => {
    const isNew = neverInvited.has(invitee.id);
    const isUntold = neverToldOfMove.has(invitee.id);
    const isMoved = change === "material" || isUntold;
    if (!isNew && !wantsMail(invitee, change === "text" && !isMoved ? "words" : "move")) return null;
    if (change === "cancelled") return isNew ? null : cancellationMail(making, invitee);
    if (isNew) return { ...invitationMail(making, invitee), notBefore };
    if (!isMoved) return { ...changedMail(making, invitee), notBefore };
    const from = isUntold ? making.gathering.movedFrom : before;
    return { ...movedMail(making, invitee, from), notBefore };
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
  await endOffer(tx, invitationId, "void", now);
  await tx.delete(rsvps).where(eq(rsvps.invitationId, invitationId));
  const unsent = await callBack(tx, { gatheringId, personIds: [invitee.id], kinds: outdatedKinds });
  const gathering = await gatheringFacts(tx, gatheringId);
  if (!unsent.some((mail) => mail.kind === "invitation") && !gathering.cancelledAt) {
    await mailer.queue(tx, withdrawalMail({ mailer, gathering, now }, invitee), now);
  }
  await fillPlaces(tx, mailer, gatheringId, now);
  return { ok: true };
}
