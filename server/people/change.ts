/** A person in the register changing: facts, status, roles, and their yes to being asked again. */
import { and, asc, count, eq, gt, inArray, lt, ne, notInArray } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { sortKey } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import type { Role } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import type { Language } from "../web/languages.ts";
import { indexPerson } from "./search.ts";
import { emailKey } from "./sign-in.ts";
import {
  askAgainConsents,
  personRoles,
  personStatuses,
  persons,
  sessions,
  signInLinks,
  unitLeaders,
} from "./tables.ts";

export type Status = "active" | "finished" | "interested" | "left";
/** How long a yes to being asked again holds (domain.md section 6). */
export const consentYears = 3;

export interface PersonFacts {
  name: string;
  email: string;
  phone: string | null;
  language: Language;
  jobTitle: string | null;
  unitId: string | null;
  workplaceId: string | null;
}

/**
 * Changes what is written about a person. A new address ends the sessions and links that came by the old one.
 * @returns refused with `known` when someone else has the address
 */
export async function changePerson(
  tx: Tx,
  personId: string,
  facts: PersonFacts,
): Promise<{ ok: true } | { ok: false; reason: "known" }> {
  const key = emailKey(facts.email);
  const [other] = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.emailKey, key), ne(persons.id, personId)));
  if (other) return { ok: false, reason: "known" };
  const [before] = await tx.select({ key: persons.emailKey }).from(persons).where(eq(persons.id, personId));
  await tx
    .update(persons)
    .set({ ...facts, email: facts.email.trim(), emailKey: key, sortKey: sortKey(facts.name) })
    .where(eq(persons.id, personId));
  await indexPerson(tx, personId);
  if (before && before.key !== key) {
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    await tx.delete(signInLinks).where(eq(signInLinks.personId, personId));
  }
  return { ok: true };
}

/** Whether someone else who can sign in is an administrator. */
async function hasOtherAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(personRoles)
    .innerJoin(persons, eq(persons.id, personRoles.personId))
    .where(
      and(
        eq(personRoles.role, "administrator"),
        ne(personRoles.personId, personId),
        ne(persons.status, "left"),
      ),
    );
  return (row?.n ?? 0) > 0;
}

/**
 * Gives a person a status from a local date on. Whoever leaves is signed out everywhere, by their status.
 * @returns refused with `leads` while they lead a unit, and `last-administrator` for the only one
 */
export async function setStatus(
  tx: Tx,
  facts: { personId: string; status: Status; since: string },
): Promise<{ ok: true } | { ok: false; reason: "leads" | "last-administrator" }> {
  const { personId, status, since } = facts;
  if (status === "left") {
    const led = await tx
      .select({ id: unitLeaders.unitId })
      .from(unitLeaders)
      .where(and(eq(unitLeaders.personId, personId), eq(unitLeaders.isDeputy, false)))
      .limit(1);
    if (led.length > 0) return { ok: false, reason: "leads" };
    const roles = await tx.select().from(personRoles).where(eq(personRoles.personId, personId));
    const isAdministrator = roles.some(({ role }) => role === "administrator");
    if (isAdministrator && !(await hasOtherAdministrator(tx, personId)))
      return { ok: false, reason: "last-administrator" };
    await tx.delete(unitLeaders).where(eq(unitLeaders.personId, personId));
    await tx.delete(sessions).where(eq(sessions.personId, personId));
  }
  await tx.update(persons).set({ status }).where(eq(persons.id, personId));
  await tx
    .insert(personStatuses)
    .values({ personId, since, status })
    .onConflictDoUpdate({ target: [personStatuses.personId, personStatuses.since], set: { status } });
  return { ok: true };
}

/**
 * Sets a person's roles to exactly these.
 * @returns refused with `last-administrator` when nobody would be left to give roles
 */
export async function setRoles(
  tx: Tx,
  personId: string,
  roles: readonly Role[],
): Promise<{ ok: true } | { ok: false; reason: "last-administrator" }> {
  if (!roles.includes("administrator") && !(await hasOtherAdministrator(tx, personId))) {
    const had = await tx.select().from(personRoles).where(eq(personRoles.personId, personId));
    if (had.some(({ role }) => role === "administrator")) return { ok: false, reason: "last-administrator" };
  }
  const gone = eq(personRoles.personId, personId);
  await tx
    .delete(personRoles)
    .where(roles.length ? and(gone, notInArray(personRoles.role, [...roles])) : gone);
  if (roles.length > 0) {
    await tx
      .insert(personRoles)
      .values(roles.map((role) => ({ personId, role })))
      .onConflictDoNothing();
  }
  return { ok: true };
}

/**
 * Writes down that a mentor may be asked again, from today and for three years.
 * @param recordedById the adviser they said it to; null when they said it here themselves
 */
export async function giveConsent(
  tx: Tx,
  personId: string,
  recordedById: string | null,
  now: Temporal.Instant,
): Promise<void> {
  const today = localDate(now);
  const facts = {
    givenOn: today.toString(),
    expiresOn: today.add({ years: consentYears }).toString(),
    recordedById,
  };
  await tx
    .insert(askAgainConsents)
    .values({ personId, ...facts })
    .onConflictDoUpdate({ target: askAgainConsents.personId, set: facts });
}

/** Takes the yes back: nothing of it is kept. */
export async function withdrawConsent(tx: Tx, personId: string): Promise<void> {
  await tx.delete(askAgainConsents).where(eq(askAgainConsents.personId, personId));
}

/** Deletes consents that are over; for the clock. */
export async function purgeConsents(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.delete(askAgainConsents).where(lt(askAgainConsents.expiresOn, localDate(now).toString()));
}

/** A person's yes to being asked again, while it holds. */
export async function consentOf(read: Reader, personId: string, today: string) {
  const [row] = await read
    .select()
    .from(askAgainConsents)
    .where(and(eq(askAgainConsents.personId, personId), gt(askAgainConsents.expiresOn, today)));
  return row ?? null;
}

/** A person's statuses, the first one first. */
export async function statusesOf(read: Reader, personId: string) {
  return read
    .select({ since: personStatuses.since, status: personStatuses.status })
    .from(personStatuses)
    .where(eq(personStatuses.personId, personId))
    .orderBy(asc(personStatuses.since));
}

/** The roles of several people, by person. */
export async function rolesOf(read: Reader, personIds: string[]): Promise<Map<string, Role[]>> {
  const rows = personIds.length
    ? await read
        .select()
        .from(personRoles)
        .where(inArray(personRoles.personId, personIds))
        .orderBy(asc(personRoles.role))
    : [];
  const byPerson = new Map<string, Role[]>();
  for (const { personId, role } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), role]);
  return byPerson;
}
