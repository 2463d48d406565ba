/** The letter to an employer whose agreement does not say that the mentor takes part in the network. */
import { createHash } from "node:crypto";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mail, Mailer } from "../mail/outbox.ts";
import { persons } from "../people/tables.ts";
import type { Reader, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import type { Language } from "../web/languages.ts";
import { agreementLetters, employerContacts } from "./tables.ts";

export interface Letter {
  networkId: string;
  workplaceId: string;
  to: { name: string; email: string; language: Language };
  subject: string;
  text: string;
  by: { id: string; name: string; email: string; phone: string | null };
}

/** The letter as a mail: the adviser's words as they stand; the answer goes to the adviser. */
export function letterMail({ to, subject, text, by }: Letter, labels: { from: string; phone: string }): Mail {
  return {
    kind: "employer-letter",
    to: { id: "", ...to },
    subject,
    paragraphs: text
      .split(/\n{2,}/)
      .map((words) => words.trim())
      .filter(Boolean),
    facts: [
      { label: labels.from, value: `${by.name} (${by.email})` },
      ...(by.phone ? [{ label: labels.phone, value: by.phone }] : []),
    ],
    headers: { "Reply-To": by.email },
  };
}

/**
 * Queues the letter and remembers that it was written. The same letter to the same address on the same
 * day is one press of the button.
 * @returns whether it was queued now
 */
export async function sendLetter(
  tx: Tx,
  mailer: Mailer,
  letter: Letter,
  labels: { from: string; phone: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { networkId, workplaceId, to, subject, text, by } = letter;
  const sentOn = localDate(now).toString();
  const same = createHash("sha256")
    .update(JSON.stringify([to.email, subject, text]))
    .digest("base64url");
  const onceKey = `letter:${networkId}:${workplaceId}:${sentOn}:${same.slice(0, 16)}`;
  const isNew = await mailer.queue(tx, { ...letterMail(letter, labels), onceKey }, now);
  if (isNew) await tx.insert(agreementLetters).values({ networkId, workplaceId, sentById: by.id, sentOn });
  return isNew;
}

/** When this workplace was last written to, and by whom; null when it was not. */
export async function lastLetter(read: Reader, networkId: string, workplaceId: string) {
  const [row] = await read
    .select({ sentOn: agreementLetters.sentOn, byName: persons.name })
    .from(agreementLetters)
    .innerJoin(persons, eq(persons.id, agreementLetters.sentById))
    .where(and(eq(agreementLetters.networkId, networkId), eq(agreementLetters.workplaceId, workplaceId)))
    .orderBy(desc(agreementLetters.sentOn))
    .limit(1);
  return row ?? null;
}

/** Whom the network speaks with at a workplace; null when nobody is registered. */
export async function contactAt(read: Reader, networkId: string, workplaceId: string) {
  const [row] = await read
    .select({
      name: employerContacts.name,
      email: employerContacts.email,
      language: employerContacts.language,
    })
    .from(employerContacts)
    .where(
      and(
        eq(employerContacts.networkId, networkId),
        eq(employerContacts.workplaceId, workplaceId),
        isNull(employerContacts.until),
      ),
    )
    .orderBy(desc(employerContacts.since), asc(employerContacts.id))
    .limit(1);
  return row ?? null;
}

/** Who writes: name, address and phone. */
export async function writerOf(read: Reader, personId: string) {
  const [row] = await read
    .select({ id: persons.id, name: persons.name, email: persons.email, phone: persons.phone })
    .from(persons)
    .where(eq(persons.id, personId));
  return row ?? null;
}
