/**
 * Erasing a person (domain.md section 6): words and identity go, what happened stays. By the person's
 * own hand, or by the clock when they left long ago.
 */
import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { leaveGatherings } from "../gatherings/leaving.ts";
import { feeds, invitations } from "../gatherings/tables.ts";
import { queueCount } from "../learning/item-queries.ts";
import type { Mailer } from "../mail/outbox.ts";
import { incoming, outbox } from "../mail/tables.ts";
import { counsellorLinks, memberships, networks } from "../networks/tables.ts";
import { audit } from "../people/audit.ts";
import { askAgainConsents, personRoles, personStatuses, persons, unitLeaders } from "../people/tables.ts";
import { blank, blankOwned, sweep } from "../privacy/blank.ts";
import { alias, newId, sortKey } from "../store/columns.ts";
import { shapes } from "../store/shape.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";

/** What someone else must take over first. */
export type Hindrance =
  | { kind: "only-adviser"; networks: string[] }
  | { kind: "waiting-items"; count: number }
  | { kind: "only-administrator" };

const other = alias(memberships, "other_adviser");

/** The networks that would be left without an adviser. */
async function advisesAlone(read: Reader, personId: string): Promise<string[]> {
  const rows = await read
    .select({ name: networks.name })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .leftJoin(
      other,
      and(
        eq(other.networkId, memberships.networkId),
        eq(other.role, "adviser"),
        isNull(other.until),
        ne(other.personId, personId),
      ),
    )
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, "adviser"),
        isNull(memberships.until),
        isNull(other.personId),
      ),
    )
    .orderBy(asc(networks.sortKey));
  return rows.map(({ name }) => name);
}

async function isOnlyAdministrator(read: Reader, personId: string): Promise<boolean> {
  const all = await read
    .select({ id: persons.id })
    .from(personRoles)
    .innerJoin(persons, eq(persons.id, personRoles.personId))
    .where(and(eq(personRoles.role, "administrator"), ne(persons.status, "left")))
    .limit(2);
  return all.length === 1 && all[0]?.id === personId;
}

/** Why a person cannot be erased yet: others depend on what they hold. Empty when they can. */
export async function hindrancesOf(read: Reader, personId: string): Promise<Hindrance[]> {
  const found: Hindrance[] = [];
  const alone = await advisesAlone(read, personId);
  if (alone.length > 0) found.push({ kind: "only-adviser", networks: alone });
  const waiting = await queueCount(read, personId);
  if (waiting > 0) found.push({ kind: "waiting-items", count: waiting });
  if (await isOnlyAdministrator(read, personId)) found.push({ kind: "only-administrator" });
  return found;
}

/** Roles, networks, units, calendars and all links that open something in their name. */
async function endEverything(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const until = localDate(now).toString();
  await tx
    .update(memberships)
    .set({ until })
    .where(and(eq(memberships.personId, personId), isNull(memberships.until)));
  await tx.delete(personRoles).where(eq(personRoles.personId, personId));
  await tx.delete(unitLeaders).where(eq(unitLeaders.personId, personId));
  await tx.delete(askAgainConsents).where(eq(askAgainConsents.personId, personId));
  await tx
    .delete(counsellorLinks)
    .where(or(eq(counsellorLinks.mentorId, personId), eq(counsellorLinks.counsellorId, personId)));
  const left = { personId, since: until, status: "left" as const };
  await tx
    .insert(personStatuses)
    .values(left)
    .onConflictDoUpdate({ target: [personStatuses.personId, personStatuses.since], set: left });
  await tx.delete(feeds).where(eq(feeds.personId, personId));
  await tx.update(invitations).set({ linkVersion: 1_000_000 }).where(eq(invitations.personId, personId));
}

/** Mail from an address, also such as was never known to be theirs. */
async function purgeMail(tx: Tx, personId: string, addresses: string[]): Promise<void> {
  const nothing = {
    raw: null,
    words: null,
    subject: null,
    fromAddress: null,
    fromName: null,
    isWaiting: false,
  };
  await tx
    .update(incoming)
    .set(nothing)
    .where(or(eq(incoming.personId, personId), inArray(incoming.fromAddress, addresses)));
  await tx.delete(outbox).where(inArray(outbox.toAddress, addresses));
}

/** The person's own row: nothing in it tells who it was, and nobody can sign in with it. */
async function blankPerson(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const set: Record<string, unknown> = {};
  for (const column of shapes().get("persons")?.columns ?? []) {
    if (column.dataClass === "identity" && !column.isRequired) set[column.name] = null;
  }
  await tx
    .update(persons)
    .set({
      ...set,
      name: blank,
      sortKey: "~", // behind everyone
      email: "",
      emailKey: `erased:${newId()}`,
      language: "nb",
      status: "left",
      erasedAt: now,
    })
    .where(eq(persons.id, personId));
}

type Erased = { ok: true } | { ok: false; reason: "hindered" | "gone" };

/**
 * Erases a person: they leave what lies ahead, their words are blanked, mail to and from them is purged,
 * their name and address are taken out of what others wrote, and their row tells nothing any more. Ids,
 * states and dates stay. Killed in the middle, it can be done again.
 * @param byId who asked for it; null for the clock
 * @returns refused with `hindered` (see `hindrancesOf`), and `gone` when it is done already
 */
export async function erasePerson(
  store: Store,
  mailer: Mailer,
  { personId, byId }: { personId: string; byId: string | null },
  now: Temporal.Instant,
): Promise<Erased> {
  const [person] = await store.read.select().from(persons).where(eq(persons.id, personId));
  if (!person || person.erasedAt) return { ok: false, reason: "gone" };
  if ((await hindrancesOf(store.read, personId)).length > 0) return { ok: false, reason: "hindered" };
  await leaveGatherings(store, mailer, { personId }, now);
  const addresses = [person.email, person.emailKey];
  // before the addresses are taken out: by them alone is known whose mail it was
  await store.write((tx) => purgeMail(tx, personId, addresses));
  const needles = await needlesOf(store.read, person);
  const unlike = newId().slice(0, 8);
  for (const shape of shapes().values()) await store.write((tx) => sweep(tx, shape, needles, unlike));
  const erased = await store.write(async (tx): Promise<Erased> => {
    if ((await hindrancesOf(tx, personId)).length > 0) return { ok: false, reason: "hindered" };
    await endEverything(tx, personId, now);
    await purgeMail(tx, personId, addresses);
    await blankOwned(tx, personId);
    await blankPerson(tx, personId, now);
    await audit(tx, { byId, event: "person-deleted", personIds: [personId] }, now);
    return { ok: true };
  });
  if (erased.ok) await store.tidy();
  return erased;
}

/** What tells who they are, wherever it stands. A name somebody else has too is left where it is. */
async function needlesOf(read: Reader, person: typeof persons.$inferSelect): Promise<string[]> {
  const namesakes = await read
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.sortKey, person.sortKey))
    .limit(2);
  const isNameTheirs = namesakes.length === 1 && person.name.includes(" ");
  const names = isNameTheirs ? [person.name, sortKey(person.name)] : [];
  return [...new Set([...names, person.email, person.emailKey, ...(person.phone ? [person.phone] : [])])];
}
