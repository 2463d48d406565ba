/** What a person wants by mail about gatherings, and the link that opens their choices without sign-in. */
import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Reader, Tx } from "../store/store.ts";
import type { Language } from "../web/languages.ts";
import { isSigned, sign } from "../web/signing.ts";
import { mailPreferences, persons } from "./tables.ts";

export type MailPreference = Pick<
  typeof mailPreferences.$inferSelect,
  "hasInvitations" | "hasReminders" | "hasChanges" | "isSubscribed"
>;

/** What whoever has chosen nothing gets. */
export const everything: MailPreference = Object.freeze({
  hasInvitations: true,
  hasReminders: true,
  hasChanges: true,
  isSubscribed: false,
});

/** The secret part of a person's own link to their choices; the same in every mail. */
export const mailToken = (secret: string, personId: string) =>
  `${personId}.${sign(secret, "mail", personId)}`;

/** Whose choices a link opens; null when it is cut or made up, or the person has left. */
export async function personByMailToken(
  read: Reader,
  secret: string,
  token: string,
): Promise<{ id: string; name: string; language: Language } | null> {
  const [id, proof] = token.split(".");
  if (!id || !proof || !isSigned(proof, secret, "mail", id)) return null;
  const [person] = await read
    .select({ id: persons.id, name: persons.name, language: persons.language, status: persons.status })
    .from(persons)
    .where(eq(persons.id, id));
  return person && person.status !== "left" ? person : null;
}

export async function mailPreferenceOf(read: Reader, personId: string): Promise<MailPreference> {
  const [row] = await read.select().from(mailPreferences).where(eq(mailPreferences.personId, personId));
  return row ?? everything;
}

/** Stores what a person chose; what is left out stays as it was. */
export async function chooseMail(
  tx: Tx,
  personId: string,
  chosen: Partial<MailPreference>,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insert(mailPreferences)
    .values({ personId, ...everything, ...chosen, changedAt: now })
    .onConflictDoUpdate({ target: mailPreferences.personId, set: { ...chosen, changedAt: now } });
}

/**
 * Unsubscribes: no more reminders, and no more mails about changes. Invitations go on, and so does what
 * follows from one's own yes (its confirmation, a place, another time, a cancellation): only the person's
 * own choice on the page stops invitations.
 */
export const unsubscribe = (tx: Tx, personId: string, now: Temporal.Instant) =>
  chooseMail(tx, personId, { hasReminders: false, hasChanges: false }, now);
