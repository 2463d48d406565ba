/** Sending a colleague instead: they get an invitation of their own, and take over the place. */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { addPerson } from "../people/person.ts";
import { persons } from "../people/tables.ts";
import { alias, newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { versionMessageId } from "./calendar-entry.ts";
import { gatheringFacts, inviteesOf } from "./invitee.ts";
import type { LaterRooms } from "./later.ts";
import { colleagueMail } from "./mails.ts";
import { answerInvitation } from "./rsvp.ts";
import { answers, colleagues, gatherings, invitations, rsvps } from "./tables.ts";
import { isAhead } from "./waiting-list.ts";

export interface Colleague {
  /** Of whoever cannot come. */
  invitationId: string;
  name: string;
  email: string;
  /** What the adviser reads beside the no. */
  words: string;
}

type Refusal = { ok: false; reason: "cancelled" | "past" | "withdrawn" | "sent" | "chain" | "self" };
type Invitation = typeof invitations.$inferSelect;
type Gathering = typeof gatherings.$inferSelect;

async function refusalFor(
  tx: Tx,
  { id, withdrawnAt }: Invitation,
  gathering: Gathering,
  now: Temporal.Instant,
): Promise<Refusal | null> {
  if (withdrawnAt) return { ok: false, reason: "withdrawn" };
  if (gathering.cancelledAt) return { ok: false, reason: "cancelled" };
  if (!isAhead(gathering, now)) return { ok: false, reason: "past" };
  if (await colleagueSentBy(tx, id)) return { ok: false, reason: "sent" };
  return (await insteadOf(tx, id)) ? { ok: false, reason: "chain" } : null;
}

/**
 * Sends a colleague instead of oneself. Stored of the colleague: name and address, the sender's language
 * and workplace, as "interested" and without roles. The sender's answer becomes no; the colleague's a yes
 * said on their behalf, which takes over the very place (or the place in line), so that capacity holds,
 * and which the colleague takes back with one press. The colleague never sees the sender's link. Whether
 * the address was known before is never told.
 * @returns refused with `cancelled`, `past`, `withdrawn`, `sent` (one colleague each), `chain` (a colleague
 *   sends nobody on), `self` (one's own address)
 */
export async function sendColleague(
  tx: Tx,
  mailer: Mailer,
  facts: Colleague,
  now: Temporal.Instant,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<{ ok: true } | Refusal> {
  const [row] = await tx
    .select({ invitation: invitations, gathering: gatherings, person: persons })
    .from(invitations)
    .innerJoin(gatherings, eq(gatherings.id, invitations.gatheringId))
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(eq(invitations.id, facts.invitationId));
  if (!row) throw new Error("no such invitation");
  const { invitation, gathering, person } = row;
  const refusal = await refusalFor(tx, invitation, gathering, now);
  if (refusal) return refusal;
  const { language, workplaceId } = person;
  const newcomer = { name: facts.name, email: facts.email, language, workplaceId };
  const added = await addPerson(tx, { ...newcomer, roles: [], status: "interested" }, now);
  if (added.id === person.id) return { ok: false, reason: "self" };

  const invitedId = await inviteColleague(tx, mailer, { gathering, invitation, colleagueId: added.id }, now);
  await tx.insert(colleagues).values({
    insteadOfId: invitation.id,
    invitationId: invitedId.id,
    gatheringId: gathering.id,
    sentAt: now,
  });
  if (invitedId.isNew) await handOver(tx, invitation, { ...invitedId, personId: added.id }, gathering, now);
  const saidAt = await afterEarlierAnswer(tx, invitation.id, now);
  const no = { answer: "no" as const, mode: "room" as const, sequence: gathering.sequence, saidAt };
  const said = { ...no, words: facts.words, channel: "web" as const, byPersonId: person.id };
  await answerInvitation(tx, mailer, { invitationId: invitation.id, ...said }, now);
  if (!invitedId.isNew) return { ok: true };
  if (!(await hasAnswer(tx, invitedId.id)))
    await sayYesFor(tx, mailer, invitedId.id, gathering, person.id, now);
  const [invitee] = await inviteesOf(tx, gathering.id, [invitedId.id]);
  const making = { mailer, gathering: await gatheringFacts(tx, gathering.id, caseCard), now };
  if (invitee) await mailer.queue(tx, colleagueMail(making, invitee, person.name), now);
  return { ok: true };
}

/** An invitation for the colleague; theirs as it is when they have one already. */
async function inviteColleague(
  tx: Tx,
  mailer: Mailer,
  {
    gathering,
    invitation,
    colleagueId,
  }: { gathering: Gathering; invitation: Invitation; colleagueId: string },
  now: Temporal.Instant,
): Promise<{ id: string; isNew: boolean }> {
  const calendarToken = newId();
  const firstMessageId = versionMessageId(mailer, gathering, { calendarToken });
  const fresh = { calendarToken, firstMessageId, invitedById: invitation.personId, invitedAt: now };
  const [known] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.gatheringId, gathering.id), eq(invitations.personId, colleagueId)));
  if (known && !known.withdrawnAt) return { id: known.id, isNew: false };
  if (known) {
    const set = { ...fresh, withdrawnAt: null, linkVersion: known.linkVersion + 1 };
    await tx.update(invitations).set(set).where(eq(invitations.id, known.id));
    return { id: known.id, isNew: true };
  }
  const id = newId();
  await tx.insert(invitations).values({ id, gatheringId: gathering.id, personId: colleagueId, ...fresh });
  return { id, isNew: true };
}

/** A yes to the room, with its place or its place in line, passes to the colleague as it is. */
async function handOver(
  tx: Tx,
  from: Invitation,
  to: { id: string; personId: string },
  gathering: Gathering,
  now: Temporal.Instant,
): Promise<void> {
  const [before] = await tx.select().from(rsvps).where(eq(rsvps.invitationId, from.id));
  if (before?.answer !== "yes" || before.placement === "none") return;
  const said = { answer: "yes" as const, mode: before.mode, sequence: gathering.sequence };
  const owned = { ...said, channel: "web" as const, saidAt: now, invitationId: to.id };
  const { placement, lineNumber } = before;
  await tx
    .insert(rsvps)
    .values({ ...owned, personId: to.personId, gatheringId: gathering.id, placement, lineNumber });
  await tx.insert(answers).values({ ...owned, byPersonId: from.personId });
}

/** Now, or right after an answer whose clock was ahead: what is said here is meant to count. */
async function afterEarlierAnswer(read: Reader, invitationId: string, now: Temporal.Instant) {
  const [before] = await read.select().from(rsvps).where(eq(rsvps.invitationId, invitationId));
  const isBehind = before && before.saidAt.epochMilliseconds >= now.epochMilliseconds;
  return isBehind ? before.saidAt.add({ milliseconds: 1 }) : now;
}

async function hasAnswer(read: Reader, invitationId: string): Promise<boolean> {
  const rows = await read.select().from(rsvps).where(eq(rsvps.invitationId, invitationId));
  return rows.length > 0;
}

/** Whoever sent them had no place to give: the colleague's yes is placed as anyone's. */
async function sayYesFor(
  tx: Tx,
  mailer: Mailer,
  invitationId: string,
  { sequence, place, link }: Gathering,
  byPersonId: string,
  now: Temporal.Instant,
): Promise<void> {
  const mode = place === "" && link ? ("digital" as const) : ("room" as const);
  const said = { answer: "yes" as const, mode, sequence, channel: "web" as const, byPersonId, isQuiet: true };
  await answerInvitation(tx, mailer, { invitationId, ...said }, now);
}

/** The colleague someone sent; null when none. */
export async function colleagueSentBy(read: Reader, invitationId: string): Promise<{ name: string } | null> {
  const [row] = await read
    .select({ name: persons.name })
    .from(colleagues)
    .innerJoin(invitations, eq(invitations.id, colleagues.invitationId))
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(eq(colleagues.insteadOfId, invitationId));
  return row ?? null;
}

/** Whether someone is on the list as a colleague in another's place. */
async function insteadOf(read: Reader, invitationId: string): Promise<boolean> {
  const rows = await read.select().from(colleagues).where(eq(colleagues.invitationId, invitationId));
  return rows.length > 0;
}

/** Colleague → whom they come for, for the adviser. */
export async function colleaguesAt(read: Reader, gatheringId: string): Promise<Map<string, string>> {
  const own = alias(invitations, "own_invitation");
  const rows = await read
    .select({ colleagueId: own.personId, name: persons.name })
    .from(colleagues)
    .innerJoin(own, eq(own.id, colleagues.invitationId))
    .innerJoin(invitations, eq(invitations.id, colleagues.insteadOfId))
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(eq(colleagues.gatheringId, gatheringId));
  return new Map(rows.map((row) => [row.colleagueId, row.name]));
}
