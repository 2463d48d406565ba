/** Networks and their units coming into being, members entering, employers agreeing. */
import { and, eq, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { addPerson, addRole, findOrAddWorkplace, type WorkplaceFacts } from "../people/person.ts";
import { units } from "../people/tables.ts";
import { newId, sortKey } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import type { Language } from "../web/languages.ts";
import { agreements, memberships, networks, networkUnits } from "./tables.ts";

type UnitKind = "region" | "centre" | "office";

/** The unit with this name and kind, made when there is none. */
export async function findOrAddUnit(
  tx: Tx,
  kind: UnitKind,
  name: string,
  parentId: string | null,
): Promise<string> {
  const key = sortKey(name);
  const known = await tx.select().from(units).where(eq(units.sortKey, key));
  const same = known.find((unit) => unit.kind === kind);
  if (same) return same.id;
  const id = newId();
  await tx.insert(units).values({ id, kind, name, sortKey: key, parentId });
  return id;
}

export interface NewNetwork {
  /** Given when the same press may come twice: the network is made once. */
  id?: string;
  name: string;
  region: string;
  centre: string;
  offices: string[];
}

/** Creates a network, and those of its units that were not there. Returns its id. */
export async function createNetwork(tx: Tx, facts: NewNetwork, now: Temporal.Instant): Promise<string> {
  const { id = newId() } = facts;
  const [made] = await tx.select({ id: networks.id }).from(networks).where(eq(networks.id, id));
  if (made) return made.id;
  const regionId = await findOrAddUnit(tx, "region", facts.region, null);
  const centreId = await findOrAddUnit(tx, "centre", facts.centre, regionId);
  await tx
    .insert(networks)
    .values({ id, name: facts.name, sortKey: sortKey(facts.name), centreId, createdAt: now });
  for (const office of facts.offices) {
    const unitId = await findOrAddUnit(tx, "office", office, regionId);
    await tx.insert(networkUnits).values({ networkId: id, unitId }).onConflictDoNothing();
  }
  return id;
}

/** Changes a network's name, the centre that runs it and the offices that answer it. */
export async function changeNetwork(
  tx: Tx,
  networkId: string,
  facts: { name: string; centreId: string; officeIds: string[] },
): Promise<void> {
  const { name, centreId, officeIds } = facts;
  await tx
    .update(networks)
    .set({ name, sortKey: sortKey(name), centreId })
    .where(eq(networks.id, networkId));
  await tx.delete(networkUnits).where(eq(networkUnits.networkId, networkId));
  for (const unitId of officeIds) await tx.insert(networkUnits).values({ networkId, unitId });
}

export type MemberRole = "mentor" | "adviser" | "counsellor";

/**
 * Puts a person into a network.
 * @param since local date
 */
export async function enterNetwork(
  tx: Tx,
  membership: { networkId: string; personId: string; role: MemberRole; since: string },
): Promise<void> {
  await tx
    .insert(memberships)
    .values(membership)
    .onConflictDoUpdate({
      target: [memberships.networkId, memberships.personId, memberships.role],
      set: { until: null },
    });
  await addRole(tx, membership.personId, membership.role);
}

export interface NewMember {
  networkId: string;
  name: string;
  email: string;
  language: Language;
  role: MemberRole;
  jobTitle: string | null;
  workplace: WorkplaceFacts | null;
  since: string;
}

/**
 * Registers someone and puts them into the network; someone with that address who is registered
 * already enters as they are, their name and workplace unchanged.
 */
export async function addMember(
  tx: Tx,
  member: NewMember,
  now: Temporal.Instant,
): Promise<{ isNew: boolean; personId: string }> {
  const workplaceId = member.workplace ? await findOrAddWorkplace(tx, member.workplace) : null;
  const added = await addPerson(tx, { ...member, roles: [member.role], workplaceId }, now);
  await enterNetwork(tx, {
    networkId: member.networkId,
    personId: added.id,
    role: member.role,
    since: member.since,
  });
  return { isNew: added.ok, personId: added.id };
}

/** Takes someone out of a network from a date; their history stays. */
export async function leaveNetwork(
  tx: Tx,
  facts: { networkId: string; personId: string; until: string },
): Promise<void> {
  await tx
    .update(memberships)
    .set({ until: facts.until })
    .where(
      and(
        eq(memberships.networkId, facts.networkId),
        eq(memberships.personId, facts.personId),
        isNull(memberships.until),
      ),
    );
}

/** Writes down what an employer agreed to; there is one agreement per workplace and network. */
export async function recordAgreement(
  tx: Tx,
  agreement: {
    networkId: string;
    workplaceId: string;
    takesPart: boolean;
    since: string;
    hoursFreedPerMonth: number | null;
  },
): Promise<void> {
  const { takesPart, since, hoursFreedPerMonth } = agreement;
  await tx
    .insert(agreements)
    .values({ id: newId(), ...agreement })
    .onConflictDoUpdate({
      target: [agreements.networkId, agreements.workplaceId],
      set: { takesPart, since, hoursFreedPerMonth },
    });
}
