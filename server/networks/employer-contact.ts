/** Whom a network speaks with at a workplace. They have no sign-in. */
import { and, eq, isNull } from "drizzle-orm";
import { emailKey } from "../people/sign-in.ts";
import { newId, sortKey } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import type { Language } from "../web/languages.ts";
import { employerContacts } from "./tables.ts";

export interface NewContact {
  networkId: string;
  workplaceId: string;
  name: string;
  email: string;
  language: Language;
}

/**
 * Registers a contact; an address the network has already gets this name and workplace, and is asked
 * again if it had been taken out.
 * @param since local date
 * @returns the contact's id
 */
export async function keepContact(tx: Tx, contact: NewContact, since: string): Promise<string> {
  const facts = {
    workplaceId: contact.workplaceId,
    name: contact.name,
    sortKey: sortKey(contact.name),
    email: contact.email.trim(),
    language: contact.language,
    until: null,
  };
  const [row] = await tx
    .insert(employerContacts)
    .values({
      id: newId(),
      networkId: contact.networkId,
      emailKey: emailKey(contact.email),
      since,
      ...facts,
    })
    .onConflictDoUpdate({ target: [employerContacts.networkId, employerContacts.emailKey], set: facts })
    .returning({ id: employerContacts.id });
  return row?.id as string;
}

/** From a date the contact is not written to any more. Returns whether there was one. */
export async function endContact(
  tx: Tx,
  facts: { networkId: string; contactId: string; until: string },
): Promise<boolean> {
  const gone = await tx
    .update(employerContacts)
    .set({ until: facts.until })
    .where(
      and(
        eq(employerContacts.id, facts.contactId),
        eq(employerContacts.networkId, facts.networkId),
        isNull(employerContacts.until),
      ),
    )
    .returning({ id: employerContacts.id });
  if (gone.length > 0) return true;
  const [ended] = await tx
    .select({ id: employerContacts.id })
    .from(employerContacts)
    .where(and(eq(employerContacts.id, facts.contactId), eq(employerContacts.networkId, facts.networkId)));
  return ended !== undefined;
}
