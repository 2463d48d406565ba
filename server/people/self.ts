/** What a person corrects about themselves. */
import { and, eq, gt, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { sortKey } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import type { Language } from "../web/languages.ts";
import { hashToken, keyedHash, newToken } from "../web/signing.ts";
import { audit } from "./audit.ts";
import { addressChangedMail, newAddressMail } from "./mails.ts";
import { countTry } from "./rate.ts";
import { indexPerson } from "./search.ts";
import { emailKey } from "./sign-in.ts";
import { addressChanges, persons, signInLinks, units, workplaces } from "./tables.ts";

const hoursToConfirm = 24;
const triesPerPerson = 5;

/** A person's own facts, for their own page. */
export async function ownFacts(read: Reader, personId: string) {
  const [row] = await read
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      phone: persons.phone,
      language: persons.language,
      jobTitle: persons.jobTitle,
      workplaceName: workplaces.name,
      unitName: units.name,
    })
    .from(persons)
    .leftJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .leftJoin(units, eq(units.id, persons.unitId))
    .where(eq(persons.id, personId));
  return row ?? null;
}

/** Stores a person's own name, number and language, and notes that it was they who changed it. */
export async function correctOwn(
  tx: Tx,
  personId: string,
  facts: { name: string; phone: string | null; language: Language },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(persons)
    .set({ ...facts, sortKey: sortKey(facts.name) })
    .where(eq(persons.id, personId));
  await indexPerson(tx, personId);
  await audit(tx, { byId: personId, event: "person-changed", personIds: [personId] }, now);
}

/**
 * Mails a link to a new address; nothing changes until it is pressed. Whether anyone has the address is
 * not told. Asking for the same again within a minute sends no second mail.
 * @returns refused with `too-many` after five tries in a quarter of an hour, and `same`
 */
export async function requestAddress(
  tx: Tx,
  mailer: Mailer,
  request: { personId: string; address: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "too-many" | "same" }> {
  const { personId, address } = request;
  const [person] = await tx.select().from(persons).where(eq(persons.id, personId));
  if (!person || person.emailKey === emailKey(address)) return { ok: false, reason: "same" };
  if (await isJustAsked(tx, request, now)) return { ok: true };
  const key = keyedHash(mailer.secret, "new-address", personId);
  if (!(await countTry(tx, key, triesPerPerson, now))) return { ok: false, reason: "too-many" };
  const token = newToken();
  await tx.delete(addressChanges).where(eq(addressChanges.personId, personId));
  await tx.insert(addressChanges).values({
    tokenHash: hashToken(token),
    personId,
    address: address.trim(),
    expiresAt: now.add({ hours: hoursToConfirm }),
  });
  const to = { id: person.id, name: person.name, email: address.trim(), language: person.language };
  await mailer.queue(tx, newAddressMail(mailer, to, token), now);
  return { ok: true };
}

/** Whether a link to the same address is on its way already, as when the button is pressed twice. */
async function isJustAsked(
  tx: Tx,
  { personId, address }: { personId: string; address: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const [asked] = await tx
    .select({ address: addressChanges.address })
    .from(addressChanges)
    .where(
      and(
        eq(addressChanges.personId, personId),
        gt(addressChanges.expiresAt, now.add({ hours: hoursToConfirm }).subtract({ minutes: 1 })),
      ),
    );
  return asked?.address === address.trim();
}

/** What a link to a new address would change; null when it is used, cut or too old. */
export async function addressChangeBy(read: Reader, token: string, now: Temporal.Instant) {
  const [row] = await read
    .select({ personId: persons.id, address: addressChanges.address, language: persons.language })
    .from(addressChanges)
    .innerJoin(persons, eq(persons.id, addressChanges.personId))
    .where(and(eq(addressChanges.tokenHash, hashToken(token)), gt(addressChanges.expiresAt, now)));
  return row ?? null;
}

/**
 * Takes the new address into use. Sign-in links that went to the old one die, and the old one is told.
 * @returns refused with `used` when the link is no longer good, and `known` when somebody has the address
 */
export async function confirmAddress(
  tx: Tx,
  mailer: Mailer,
  token: string,
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "used" | "known" }> {
  const [change] = await tx
    .delete(addressChanges)
    .where(and(eq(addressChanges.tokenHash, hashToken(token)), gt(addressChanges.expiresAt, now)))
    .returning();
  if (!change) return { ok: false, reason: "used" };
  const { personId, address } = change;
  const [before] = await tx.select().from(persons).where(eq(persons.id, personId));
  const [known] = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.emailKey, emailKey(address)));
  if (!before || known) return { ok: false, reason: "known" };
  await tx
    .update(persons)
    .set({ email: address, emailKey: emailKey(address) })
    .where(eq(persons.id, personId));
  await tx.delete(signInLinks).where(eq(signInLinks.personId, personId));
  await mailer.queue(tx, addressChangedMail(mailer, before), now);
  await audit(tx, { byId: personId, event: "address-changed", personIds: [personId] }, now);
  return { ok: true };
}

/** Deletes changes of address nobody confirmed in time. */
export async function purgeAddressChanges(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.delete(addressChanges).where(lt(addressChanges.expiresAt, now));
}
