/** Reads about networks: which one may see, who is in them, and who answers their feedback. */
import {
  and,
  asc,
  count,
  eq,
  inArray,
  isNull,
  max,
  ne,
  or,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import { outbox } from "../mail/tables.ts";
import { personRoles, persons, unitLeaders, units, workplaces } from "../people/tables.ts";
import { afterKey } from "../store/paging.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Role, type Viewer } from "../web/access.ts";
import { agreements, employerContacts, memberships, networks, networkUnits } from "./tables.ts";

export interface NetworkName {
  id: string;
  name: string;
}

/** Networks one is in now. */
const ownNetworks = (read: Reader, personId: PersonId) =>
  read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.until)));

/** Networks of the offices one leads, of the centre one leads, and of all units below one's region. */
const ledNetworks = (read: Reader, personId: PersonId) => {
  const led = read
    .select({ id: unitLeaders.unitId })
    .from(unitLeaders)
    .where(eq(unitLeaders.personId, personId));
  const below = read.select({ id: units.id }).from(units).where(inArray(units.parentId, led));
  const ofOffices = read
    .select({ id: networkUnits.networkId })
    .from(networkUnits)
    .where(or(inArray(networkUnits.unitId, led), inArray(networkUnits.unitId, below)));
  const ofCentres = read
    .select({ id: networks.id })
    .from(networks)
    .where(or(inArray(networks.centreId, led), inArray(networks.centreId, below)));
  return { ofOffices, ofCentres };
};

/** The networks that answer to units one leads: the office, the centre, or the region above them. */
export async function ledNetworksOf(read: Reader, viewer: Viewer) {
  if (!hasRole(viewer, "leader", "regional_leader")) return [];
  const { ofOffices, ofCentres } = ledNetworks(read, viewer.id);
  return read
    .select({ id: networks.id, name: networks.name, centreName: units.name })
    .from(networks)
    .innerJoin(units, eq(units.id, networks.centreId))
    .where(or(inArray(networks.id, ofOffices), inArray(networks.id, ofCentres)))
    .orderBy(asc(networks.sortKey), asc(networks.id))
    .limit(200);
}

/** What roles let one see: everything, what one leads and is in, or what one is in. */
function sightOf(viewer: Pick<Viewer, "roles">): "all" | "led" | "own" {
  if (viewer.roles.includes("administrator")) return "all";
  return viewer.roles.some((role) => role === "leader" || role === "regional_leader") ? "led" : "own";
}

type PersonId = string | Placeholder;

function visibleTo(read: Reader, viewer: { roles: readonly Role[]; id: PersonId }): SQL | undefined {
  const sight = sightOf(viewer);
  if (sight === "all") return undefined;
  const own = inArray(networks.id, ownNetworks(read, viewer.id));
  if (sight === "own") return own;
  const { ofOffices, ofCentres } = ledNetworks(read, viewer.id);
  return or(own, inArray(networks.id, ofOffices), inArray(networks.id, ofCentres));
}

/** Every network this viewer may see: own ones, those of units one leads, and for administrators all. */
export async function networksFor(read: Reader, viewer: Viewer): Promise<NetworkName[]> {
  const query = (reader: Reader) =>
    reader
      .select({ id: networks.id, name: networks.name })
      .from(networks)
      .where(visibleTo(reader, { roles: viewer.roles, id: sql.placeholder("viewerId") }))
      .orderBy(asc(networks.sortKey), asc(networks.id))
      .limit(200);
  return prepared({ read }, `networks-seen-by-${sightOf(viewer)}`, query, { viewerId: viewer.id });
}

/** The centre that runs each of these networks. */
export async function centresOf(read: Reader, networkIds: readonly string[]) {
  if (networkIds.length === 0) return [];
  return read
    .select({ networkId: networks.id, centreId: units.id, centreName: units.name })
    .from(networks)
    .innerJoin(units, eq(units.id, networks.centreId))
    .where(inArray(networks.id, [...networkIds]))
    .orderBy(asc(units.sortKey), asc(units.id), asc(networks.id));
}

/** One network, or null when there is none or the viewer may not see it. */
export async function networkFor(read: Reader, viewer: Viewer, networkId: string) {
  const [network] = await read
    .select({ id: networks.id, name: networks.name, centreId: networks.centreId })
    .from(networks)
    .where(and(eq(networks.id, networkId), visibleTo(read, viewer)));
  return network ?? null;
}

const isCurrent = isNull(memberships.until);

/** Whether a person is an adviser of the network now. */
export async function isAdviserIn(read: Reader, personId: string, networkId: string): Promise<boolean> {
  const rows = await read
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.personId, personId),
        eq(memberships.role, "adviser"),
        isCurrent,
      ),
    );
  return rows.length > 0;
}

/** Whether a person is in the network now, in any role. */
export async function isMemberIn(read: Reader, personId: string, networkId: string): Promise<boolean> {
  const rows = await read
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.networkId, networkId), eq(memberships.personId, personId), isCurrent))
    .limit(1);
  return rows.length > 0;
}

/** The networks a person is an adviser of now. */
export async function advisedNetworkIds(read: Reader, personId: string): Promise<Set<string>> {
  const query = (reader: Reader) =>
    reader
      .select({ id: memberships.networkId })
      .from(memberships)
      .where(
        and(
          eq(memberships.personId, sql.placeholder("personId")),
          eq(memberships.role, "adviser"),
          isCurrent,
        ),
      );
  const rows = await prepared({ read }, "networks-advised", query, { personId });
  return new Set(rows.map((row) => row.id));
}

/**
 * Whoever is registered with an address, with their networks, as far as this viewer may know of them:
 * advisers those who are or were in the networks they advise now, administrators everyone. Null for anybody
 * else, so that nobody is found by trying addresses.
 * @param emailKey trimmed and lower case
 */
export async function knownTo(read: Reader, viewer: Viewer, emailKey: string) {
  const advised = read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(and(eq(memberships.personId, viewer.id), eq(memberships.role, "adviser"), isCurrent));
  const isAll = hasRole(viewer, "administrator");
  const rows = await read
    .select({
      id: persons.id,
      name: persons.name,
      networkId: memberships.networkId,
      networkName: networks.name,
      role: memberships.role,
      until: memberships.until,
    })
    .from(persons)
    .leftJoin(
      memberships,
      and(eq(memberships.personId, persons.id), isAll ? undefined : inArray(memberships.networkId, advised)),
    )
    .leftJoin(networks, eq(networks.id, memberships.networkId))
    .where(and(eq(persons.emailKey, emailKey), isNull(persons.erasedAt)))
    .orderBy(asc(networks.sortKey), asc(memberships.role));
  const [first] = rows;
  const seen = rows.flatMap(({ networkId, networkName, role, until }) =>
    networkId && networkName && role ? [{ networkId, networkName, role, until }] : [],
  );
  if (!first || (!isAll && seen.length === 0)) return null;
  return { id: first.id, name: first.name, memberships: seen };
}
export type Known = NonNullable<Awaited<ReturnType<typeof knownTo>>>;

/** Everyone in a network now, by name; those who left are not there. */
export async function membersOf(read: Reader, networkId: string) {
  return read
    .select({
      personId: persons.id,
      name: persons.name,
      email: persons.email,
      language: persons.language,
      role: memberships.role,
      status: persons.status,
      jobTitle: persons.jobTitle,
      workplaceName: workplaces.name,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .where(and(eq(memberships.networkId, networkId), isCurrent, ne(persons.status, "left")))
    .orderBy(asc(persons.sortKey), asc(persons.id));
}

/** The mentors who are active now: those who may vote when a round opens. */
export async function activeMentorIds(read: Reader, networkId: string): Promise<string[]> {
  const rows = await read
    .select({ personId: persons.id })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.role, "mentor"),
        isCurrent,
        eq(persons.status, "active"),
      ),
    )
    .orderBy(asc(persons.id));
  return rows.map((row) => row.personId);
}

/** Leaders and deputies of the network's offices: those an item can be sent to. Leaders come first. */
export async function leadersFor(read: Reader, networkId: string) {
  return read
    .select({
      personId: persons.id,
      name: persons.name,
      unitName: units.name,
      isDeputy: unitLeaders.isDeputy,
    })
    .from(networkUnits)
    .innerJoin(unitLeaders, eq(unitLeaders.unitId, networkUnits.unitId))
    .innerJoin(units, eq(units.id, networkUnits.unitId))
    .innerJoin(persons, eq(persons.id, unitLeaders.personId))
    .where(and(eq(networkUnits.networkId, networkId), ne(persons.status, "left")))
    .orderBy(asc(unitLeaders.isDeputy), asc(units.sortKey), asc(persons.sortKey));
}

/** Each person once, by the office they lead rather than one they stand in for: for lists to choose from. */
export function eachLeaderOnce<Leader extends { personId: string }>(leaders: Leader[]): Leader[] {
  return leaders.filter((one, i) => leaders.findIndex((other) => other.personId === one.personId) === i);
}

/** Level 2: the regional leaders above the network's centre. */
export async function level2For(read: Reader, networkId: string) {
  return read
    .selectDistinct({ personId: persons.id, name: persons.name, sortKey: persons.sortKey })
    .from(networks)
    .innerJoin(units, eq(units.id, networks.centreId))
    .innerJoin(unitLeaders, eq(unitLeaders.unitId, units.parentId))
    .innerJoin(persons, eq(persons.id, unitLeaders.personId))
    .innerJoin(
      personRoles,
      and(eq(personRoles.personId, persons.id), eq(personRoles.role, "regional_leader")),
    )
    .where(and(eq(networks.id, networkId), ne(persons.status, "left")))
    .orderBy(asc(persons.sortKey));
}

/** The leaders of the centre that runs the network. */
export async function centreLeadersFor(read: Reader, networkId: string) {
  return read
    .select({ personId: persons.id, name: persons.name })
    .from(networks)
    .innerJoin(unitLeaders, eq(unitLeaders.unitId, networks.centreId))
    .innerJoin(persons, eq(persons.id, unitLeaders.personId))
    .where(and(eq(networks.id, networkId), ne(persons.status, "left")))
    .orderBy(asc(unitLeaders.isDeputy), asc(persons.sortKey));
}

/** The workplaces of a network's members, with what their employer agreed to, if anything. */
export async function workplacesOf(read: Reader, networkId: string) {
  return read
    .select({
      id: workplaces.id,
      name: workplaces.name,
      sortKey: workplaces.sortKey,
      trade: workplaces.trade,
      size: workplaces.size,
      municipality: workplaces.municipality,
      mentors: count(persons.id),
      takesPart: agreements.takesPart,
      since: agreements.since,
      hoursFreedPerMonth: agreements.hoursFreedPerMonth,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .innerJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .leftJoin(
      agreements,
      and(eq(agreements.workplaceId, workplaces.id), eq(agreements.networkId, memberships.networkId)),
    )
    .where(and(eq(memberships.networkId, networkId), eq(memberships.role, "mentor"), isCurrent))
    .groupBy(
      workplaces.id,
      workplaces.name,
      workplaces.sortKey,
      workplaces.trade,
      workplaces.size,
      workplaces.municipality,
      agreements.takesPart,
      agreements.since,
      agreements.hoursFreedPerMonth,
    )
    .orderBy(asc(workplaces.sortKey), asc(workplaces.id));
}

/** The workplaces of a network's mentors whose employer has not agreed that they take part, by name. */
export async function workplacesWithoutAgreement(read: Reader, networkId: string) {
  return read
    .selectDistinct({ id: workplaces.id, name: workplaces.name, sortKey: workplaces.sortKey })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .innerJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .leftJoin(
      agreements,
      and(eq(agreements.workplaceId, workplaces.id), eq(agreements.networkId, memberships.networkId)),
    )
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.role, "mentor"),
        isCurrent,
        inArray(persons.status, ["active", "interested"]),
        or(isNull(agreements.id), eq(agreements.takesPart, false)),
      ),
    )
    .orderBy(asc(workplaces.sortKey), asc(workplaces.id))
    .limit(200);
}

/** Those at workplaces whom the network may write to now, by name. They have no sign-in. */
export async function employerContactsOf(read: Reader, networkId: string) {
  return read
    .select({
      id: employerContacts.id,
      name: employerContacts.name,
      email: employerContacts.email,
      language: employerContacts.language,
      workplaceId: employerContacts.workplaceId,
      workplaceName: workplaces.name,
    })
    .from(employerContacts)
    .innerJoin(workplaces, eq(workplaces.id, employerContacts.workplaceId))
    .where(and(eq(employerContacts.networkId, networkId), isNull(employerContacts.until)))
    .orderBy(asc(employerContacts.sortKey), asc(employerContacts.id));
}

/** Networks by name, a page at a time. @param after the last sort key and id of the page before */
export async function networkPage(read: Reader, after: { sortKey: string; id: string } | null, size: number) {
  const isLater = after
    ? afterKey("asc", networks.sortKey, networks.id, { value: after.sortKey, id: after.id })
    : undefined;
  return read
    .select({ id: networks.id, name: networks.name, sortKey: networks.sortKey })
    .from(networks)
    .where(isLater)
    .orderBy(asc(networks.sortKey), asc(networks.id))
    .limit(size);
}

/** Whom an agenda may name as leading an item: members, and the leaders who answer the network. */
export async function mayLeadItem(read: Reader, networkId: string) {
  const members = await membersOf(read, networkId);
  const leaders = [...(await leadersFor(read, networkId)), ...(await level2For(read, networkId))];
  return eachLeaderOnce<{ personId: string; name: string }>([...members, ...leaders]);
}

/**
 * Members whose address returns mail: the newest one to the address they have now bounced. A new
 * address, or a later mail that did not come back, clears it.
 */
export async function bouncingMembers(read: Reader, networkId: string): Promise<Set<string>> {
  const rows = await read
    .select({ personId: persons.id, state: outbox.state, at: max(outbox.createdAt) })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .innerJoin(outbox, and(eq(outbox.personId, persons.id), eq(outbox.toAddress, persons.email)))
    .where(and(eq(memberships.networkId, networkId), isCurrent, inArray(outbox.state, ["bounced", "sent"])))
    .groupBy(persons.id, outbox.state);
  const newest = (personId: string, state: string) =>
    rows.find((row) => row.personId === personId && row.state === state)?.at?.epochMilliseconds ?? 0;
  const bounced = rows.filter((row) => row.state === "bounced").map((row) => row.personId);
  return new Set(bounced.filter((personId) => newest(personId, "bounced") > newest(personId, "sent")));
}
