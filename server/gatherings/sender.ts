/** Whom a message that came in is from, and which gathering it is about. */
import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { addressKey } from "../mail/address.ts";
import { type MessageIn, messageIdsIn } from "../mail/message-in.ts";
import { outbox } from "../mail/tables.ts";
import { employerContacts, memberships } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import type { Reader, Tx } from "../store/store.ts";
import { gatherings, heldAnswers, invitations } from "./tables.ts";

const uidPattern = /^g([a-z2-7]{26})-([a-z2-7]{26})@/i;
const messageIdPattern = /^inv\.g[a-z2-7]{26}-([a-z2-7]{26})\./i;

/** The gathering a UID of ours names, without a look whether there is one. */
export const gatheringIdIn = (uid: string) => uidPattern.exec(uid.trim())?.[1]?.toLowerCase() ?? null;

const found = {
  invitation: invitations,
  gathering: gatherings,
  person: { id: persons.id, email: persons.email },
};

/** The invitation with this token, unless it was withdrawn; upper-cased ones match too. */
async function invitationByCalendarToken(read: Reader, token: string) {
  const [row] = await read
    .select(found)
    .from(invitations)
    .innerJoin(gatherings, eq(gatherings.id, invitations.gatheringId))
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(and(eq(invitations.calendarToken, token.toLowerCase()), isNull(invitations.withdrawnAt)));
  return row ?? null;
}
export type FoundInvitation = NonNullable<Awaited<ReturnType<typeof invitationByCalendarToken>>>;

/** An invitation by its id, unless it was withdrawn. */
export async function invitationById(read: Reader, id: string): Promise<FoundInvitation | null> {
  const [row] = await read
    .select(found)
    .from(invitations)
    .innerJoin(gatherings, eq(gatherings.id, invitations.gatheringId))
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(and(eq(invitations.id, id), isNull(invitations.withdrawnAt)));
  return row ?? null;
}

/** Whose invitation a UID is; null for a made-up one, and for a token with another gathering's id. */
export async function invitationByUid(read: Reader, uid: string): Promise<FoundInvitation | null> {
  const token = uidPattern.exec(uid.trim())?.[2];
  const row = token ? await invitationByCalendarToken(read, token) : null;
  return row && row.gathering.id === gatheringIdIn(uid) ? row : null;
}

export interface About {
  personId: string | null;
  gatheringId: string | null;
  networkId: string | null;
}

export const aboutInvitation = ({ invitation, gathering }: FoundInvitation): About => ({
  personId: invitation.personId,
  gatheringId: gathering.id,
  networkId: gathering.networkId,
});

/** Persons whose registered address is one of these. */
export async function personsAt(read: Reader, addresses: readonly string[]): Promise<string[]> {
  const keys = addresses.flatMap((one) => [one.trim().toLowerCase(), addressKey(one) ?? []].flat());
  if (keys.length === 0) return [];
  const rows = await read
    .select({ id: persons.id })
    .from(persons)
    .where(inArray(persons.emailKey, [...new Set(keys)].slice(0, 40)));
  return rows.map(({ id }) => id);
}

type Stay = { networkId: string; until: string | null };
/** Where someone is now, else where they were last; the first of several. */
const latest = (stays: Stay[]): string | null =>
  stays.sort((a, b) => ((a.until ?? "9999") < (b.until ?? "9999") ? 1 : -1))[0]?.networkId ?? null;

/** The network a person is in, or was in last. */
async function networkOf(read: Reader, personId: string): Promise<string | null> {
  const stays = await read
    .select({ networkId: memberships.networkId, until: memberships.until })
    .from(memberships)
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.networkId));
  return latest(stays);
}

/** The network that has an address among its employers' contacts, or had. */
async function networkOfContact(read: Reader, address: string): Promise<string | null> {
  const stays = await read
    .select({ networkId: employerContacts.networkId, until: employerContacts.until })
    .from(employerContacts)
    .where(eq(employerContacts.emailKey, address.trim().toLowerCase()))
    .orderBy(asc(employerContacts.networkId))
    .limit(50);
  return latest(stays);
}

/** Whom an address is known to belong to, and in which network; nobody's is about no network. */
export async function aboutAddress(read: Reader, from: string | null): Promise<About> {
  const personId = (from ? (await personsAt(read, [from]))[0] : null) ?? null;
  const ofPerson = personId ? await networkOf(read, personId) : null;
  const networkId = ofPerson ?? (from ? await networkOfContact(read, from) : null);
  return { personId, gatheringId: null, networkId };
}

/** What words in a mail are about: the mail of ours it answers, else the sender's network. */
export async function aboutMessage(tx: Tx, message: MessageIn, from: string | null): Promise<About> {
  const ids = messageIdsIn(message, "references", "in-reply-to").reverse();
  for (const id of ids) {
    const token = messageIdPattern.exec(id)?.[1];
    const row = token ? await invitationByCalendarToken(tx, token) : null;
    if (row) return aboutInvitation(row);
  }
  const [mail] = ids.length
    ? await tx
        .select({
          personId: outbox.personId,
          gatheringId: outbox.gatheringId,
          networkId: gatherings.networkId,
        })
        .from(outbox)
        .leftJoin(gatherings, eq(gatherings.id, outbox.gatheringId))
        .where(inArray(outbox.messageId, ids))
        .limit(1)
    : [];
  const sender = await aboutAddress(tx, from);
  const personId = mail?.personId ?? sender.personId;
  const ofMail = mail?.networkId ?? (mail?.personId ? await networkOf(tx, mail.personId) : null);
  return { personId, gatheringId: mail?.gatheringId ?? null, networkId: ofMail ?? sender.networkId };
}

/** The addresses known to be a person's: the registered one, and those they said are theirs. */
export async function addressesOf(
  read: Reader,
  person: { id: string; email: string },
): Promise<ReadonlySet<string>> {
  const rows = await read
    .select({ key: heldAnswers.addressKey })
    .from(heldAnswers)
    .where(
      and(
        eq(heldAnswers.personId, person.id),
        eq(heldAnswers.verdict, "own"),
        ne(heldAnswers.reason, "dmarc"),
      ),
    );
  return new Set([addressKey(person.email) ?? person.email, ...rows.map(({ key }) => key)]);
}
