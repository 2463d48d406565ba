/** Whom a message that came in is from, and which gathering it is about. */
import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { addressKey } from "../mail/address.ts";
import { type MessageIn, messageIdsIn } from "../mail/message-in.ts";
import { outbox } from "../mail/tables.ts";
import { memberships } from "../networks/tables.ts";
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

/** The network a person is in; the first of several. */
async function networkOf(read: Reader, personId: string): Promise<string | null> {
  const [row] = await read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.until)))
    .orderBy(asc(memberships.networkId))
    .limit(1);
  return row?.id ?? null;
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
  const personId = mail?.personId ?? (from ? (await personsAt(tx, [from]))[0] : null) ?? null;
  const networkId = mail?.networkId ?? (personId ? await networkOf(tx, personId) : null);
  return { personId, gatheringId: mail?.gatheringId ?? null, networkId };
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
