/** Persons and workplaces entering the register. */
import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { newId, sortKey } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import type { Role } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import type { Language } from "../web/languages.ts";
import { addPersonWords, addWorkplaceWords } from "./search.ts";
import { emailKey } from "./sign-in.ts";
import { personRoles, personStatuses, persons, unitLeaders, workplaces } from "./tables.ts";

export interface NewPerson {
  name: string;
  email: string;
  phone?: string | null;
  language: Language;
  roles: readonly Role[];
  unitId?: string | null;
  workplaceId?: string | null;
  jobTitle?: string | null;
  status?: "active" | "finished" | "interested";
}

/**
 * Registers a person.
 * @returns refused with `known` when someone with that address is registered, and who it is
 */
export async function addPerson(
  tx: Tx,
  person: NewPerson,
  now: Temporal.Instant,
): Promise<{ ok: true; id: string } | { ok: false; reason: "known"; id: string }> {
  const id = newId();
  const rows = await tx
    .insert(persons)
    .values({
      id,
      name: person.name,
      sortKey: sortKey(person.name),
      email: person.email.trim(),
      emailKey: emailKey(person.email),
      phone: person.phone ?? null,
      language: person.language,
      unitId: person.unitId ?? null,
      workplaceId: person.workplaceId ?? null,
      jobTitle: person.jobTitle ?? null,
      status: person.status ?? "active",
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: persons.id });
  if (rows.length === 0) {
    const known = await tx
      .select({ id: persons.id })
      .from(persons)
      .where(eq(persons.emailKey, emailKey(person.email)));
    return { ok: false, reason: "known", id: known[0]?.id as string };
  }
  await addPersonWords(tx, [{ id, name: person.name }]);
  await tx
    .insert(personStatuses)
    .values({ personId: id, since: localDate(now).toString(), status: person.status ?? "active" });
  for (const role of person.roles) await addRole(tx, id, role);
  return { ok: true, id };
}

/** Gives a person a role; having it already changes nothing. */
export async function addRole(tx: Tx, personId: string, role: Role): Promise<void> {
  await tx.insert(personRoles).values({ personId, role }).onConflictDoNothing();
}

/** The language a person reads; stored with the person, so mails speak it too. */
export async function setLanguage(tx: Tx, personId: string, language: Language): Promise<void> {
  await tx.update(persons).set({ language }).where(eq(persons.id, personId));
}

/** Makes a person leader, or deputy, of a unit. */
export async function appointLeader(
  tx: Tx,
  unitId: string,
  personId: string,
  isDeputy: boolean,
): Promise<void> {
  await tx
    .insert(unitLeaders)
    .values({ unitId, personId, isDeputy })
    .onConflictDoUpdate({ target: [unitLeaders.unitId, unitLeaders.personId], set: { isDeputy } });
}

/** A workplace may come with its name alone: the rest is empty or unknown until somebody says. */
export interface WorkplaceFacts {
  name: string;
  trade: string;
  size: "small" | "medium" | "large" | "unknown";
  municipality: string;
}

/** The workplace with this name, made when there is none. */
export async function findOrAddWorkplace(tx: Tx, workplace: WorkplaceFacts): Promise<string> {
  const key = sortKey(workplace.name);
  const [known] = await tx.select({ id: workplaces.id }).from(workplaces).where(eq(workplaces.sortKey, key));
  if (known) return known.id;
  const id = newId();
  await tx.insert(workplaces).values({ id, ...workplace, sortKey: key });
  await addWorkplaceWords(tx, [{ id, name: workplace.name }]);
  return id;
}
