/** Reads of the register: people by name and filter, one person, units, qualified mentors. */
import { and, asc, count, eq, gt, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { caseReadings } from "../cases/tables.ts";
import { attendance } from "../gatherings/tables.ts";
import {
  agreements,
  counsellorLinks,
  employerContacts,
  memberships,
  networks,
  networkUnits,
} from "../networks/tables.ts";
import { rolesOf, type Status } from "../people/change.ts";
import { personMatches } from "../people/search.ts";
import { askAgainConsents, persons, units, workplaces } from "../people/tables.ts";
import { alias } from "../store/columns.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import type { Role, Viewer } from "../web/access.ts";
import { visiblePeople, visibleUnits, withRole } from "./scope.ts";

export interface PeopleFilter {
  search: string;
  role: Role | null;
  status: Status | null;
  networkId: string | null;
  unitId: string | null;
  trade: string | null;
  /** Only those who said yes to being asked again. */
  mayBeAsked: boolean;
}
export interface Place {
  sortKey: string;
  id: string;
}

const inNetwork = (read: Reader, networkId: string) =>
  inArray(
    persons.id,
    read
      .select({ id: memberships.personId })
      .from(memberships)
      .where(and(eq(memberships.networkId, networkId), isNull(memberships.until))),
  );

const ofTrade = (read: Reader, trade: string) =>
  inArray(
    persons.workplaceId,
    read.select({ id: workplaces.id }).from(workplaces).where(eq(workplaces.trade, trade)),
  );

function conditionOf(read: Reader, viewer: Viewer, filter: PeopleFilter, today: string): SQL | undefined {
  const asked = read
    .select({ id: askAgainConsents.personId })
    .from(askAgainConsents)
    .where(gt(askAgainConsents.expiresOn, today));
  return and(
    visiblePeople(read, viewer),
    personMatches(read, filter.search),
    filter.role ? withRole(read, filter.role) : undefined,
    filter.status ? eq(persons.status, filter.status) : undefined,
    filter.networkId ? inNetwork(read, filter.networkId) : undefined,
    filter.unitId ? eq(persons.unitId, filter.unitId) : undefined,
    filter.trade ? ofTrade(read, filter.trade) : undefined,
    filter.mayBeAsked ? inArray(persons.id, asked) : undefined,
  );
}

/**
 * People by name, a page at a time: those the viewer may see and the filter lets through.
 * @param page.after sort key and id of the last one of the page before
 */
export async function peoplePage(
  read: Reader,
  viewer: Viewer,
  filter: PeopleFilter,
  page: { after: Place | null; size: number; today: string },
) {
  const { after, size } = page;
  const isLater = after
    ? afterKey("asc", persons.sortKey, persons.id, { value: after.sortKey, id: after.id })
    : undefined;
  const rows = await read
    .select({
      id: persons.id,
      name: persons.name,
      sortKey: persons.sortKey,
      email: persons.email,
      phone: persons.phone,
      language: persons.language,
      status: persons.status,
      jobTitle: persons.jobTitle,
      workplaceName: workplaces.name,
      trade: workplaces.trade,
      size: workplaces.size,
      municipality: workplaces.municipality,
      unitName: units.name,
    })
    .from(persons)
    .leftJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .leftJoin(units, eq(units.id, persons.unitId))
    .where(and(conditionOf(read, viewer, filter, page.today), isLater))
    .orderBy(asc(persons.sortKey), asc(persons.id))
    .limit(size);
  const roles = await rolesOf(
    read,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, roles: roles.get(row.id) ?? [] }));
}

/** One person the viewer may see, or null. */
export async function personFor(read: Reader, viewer: Viewer, personId: string) {
  const [person] = await read
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      phone: persons.phone,
      language: persons.language,
      status: persons.status,
      jobTitle: persons.jobTitle,
      unitId: persons.unitId,
      unitName: units.name,
      workplaceId: persons.workplaceId,
      workplaceName: workplaces.name,
      trade: workplaces.trade,
      municipality: workplaces.municipality,
    })
    .from(persons)
    .leftJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .leftJoin(units, eq(units.id, persons.unitId))
    .where(and(eq(persons.id, personId), visiblePeople(read, viewer)));
  if (!person) return null;
  const roles = await rolesOf(read, [personId]);
  return { ...person, roles: roles.get(personId) ?? [] };
}

/** The networks a person is or was in, the present ones first. */
export async function networksOf(read: Reader, personId: string) {
  return read
    .select({
      id: networks.id,
      name: networks.name,
      role: memberships.role,
      since: memberships.since,
      until: memberships.until,
    })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(networks.sortKey), asc(networks.id), asc(memberships.role));
}

/** How many gatherings a person attended and how many cases they read: what makes a mentor qualified. */
export async function learntOf(
  read: Reader,
  personIds: string[],
): Promise<Map<string, { gatherings: number; cases: number }>> {
  const found = new Map(personIds.map((id) => [id, { gatherings: 0, cases: 0 }]));
  if (personIds.length === 0) return found;
  const attended = await read
    .select({ personId: attendance.personId, n: count() })
    .from(attendance)
    .where(
      and(
        inArray(attendance.personId, personIds),
        inArray(attendance.status, ["present", "digital", "part"]),
      ),
    )
    .groupBy(attendance.personId);
  const cases = await read
    .select({ personId: caseReadings.personId, n: count() })
    .from(caseReadings)
    .where(inArray(caseReadings.personId, personIds))
    .groupBy(caseReadings.personId);
  for (const { personId, n } of attended) (found.get(personId) ?? { gatherings: 0 }).gatherings = n;
  for (const { personId, n } of cases) (found.get(personId) ?? { cases: 0 }).cases = n;
  return found;
}

const other = alias(persons, "other");

/** Counsellors a mentor speaks with, or mentors a counsellor has. */
export async function linksOf(read: Reader, personId: string, as: "mentor" | "counsellor") {
  const [mine, theirs] =
    as === "mentor"
      ? [counsellorLinks.mentorId, counsellorLinks.counsellorId]
      : [counsellorLinks.counsellorId, counsellorLinks.mentorId];
  return read
    .select({
      personId: other.id,
      name: other.name,
      networkId: counsellorLinks.networkId,
      networkName: networks.name,
      since: counsellorLinks.since,
    })
    .from(counsellorLinks)
    .innerJoin(other, eq(other.id, theirs))
    .innerJoin(networks, eq(networks.id, counsellorLinks.networkId))
    .where(eq(mine, personId))
    .orderBy(asc(other.sortKey), asc(other.id));
}

/** Units the viewer may see, regions first, each with what is below; at most `size`. */
export async function unitsFor(read: Reader, viewer: Viewer, size = 500) {
  return read
    .select({ id: units.id, name: units.name, kind: units.kind, parentId: units.parentId })
    .from(units)
    .where(visibleUnits(read, viewer))
    .orderBy(asc(units.sortKey), asc(units.id))
    .limit(size);
}

export async function unitFor(read: Reader, viewer: Viewer, unitId: string) {
  const [unit] = await read
    .select({ id: units.id, name: units.name, kind: units.kind, parentId: units.parentId })
    .from(units)
    .where(and(eq(units.id, unitId), visibleUnits(read, viewer)));
  return unit ?? null;
}

/** Networks that a unit runs (a centre) or answers (an office). */
export async function networksOfUnit(read: Reader, unitId: string) {
  const answers = read
    .select({ id: networkUnits.networkId })
    .from(networkUnits)
    .where(eq(networkUnits.unitId, unitId));
  return read
    .select({ id: networks.id, name: networks.name })
    .from(networks)
    .where(or(eq(networks.centreId, unitId), inArray(networks.id, answers)))
    .orderBy(asc(networks.sortKey), asc(networks.id))
    .limit(200);
}

/** Those who work in a unit, by name, so many of them, and how many there are. */
export async function peopleOfUnit(read: Reader, unitId: string, size: number) {
  const here = and(eq(persons.unitId, unitId), ne(persons.status, "left"));
  const rows = await read
    .select({ id: persons.id, name: persons.name, jobTitle: persons.jobTitle })
    .from(persons)
    .where(here)
    .orderBy(asc(persons.sortKey), asc(persons.id))
    .limit(size);
  const [all] = await read.select({ n: count() }).from(persons).where(here);
  return { rows, n: all?.n ?? 0 };
}

/** Who works at a workplace, and who the networks speak with there. */
export async function peopleAt(read: Reader, workplaceId: string) {
  return read
    .select({ id: persons.id, name: persons.name, jobTitle: persons.jobTitle, status: persons.status })
    .from(persons)
    .where(eq(persons.workplaceId, workplaceId))
    .orderBy(asc(persons.sortKey), asc(persons.id))
    .limit(200);
}

/** What refers to a workplace: told before a merge. */
export async function countsAt(read: Reader, workplaceId: string) {
  const [people] = await read
    .select({ n: count() })
    .from(persons)
    .where(eq(persons.workplaceId, workplaceId));
  const [agreed] = await read
    .select({ n: count() })
    .from(agreements)
    .where(eq(agreements.workplaceId, workplaceId));
  const [contacts] = await read
    .select({ n: count() })
    .from(employerContacts)
    .where(eq(employerContacts.workplaceId, workplaceId));
  return { people: people?.n ?? 0, agreements: agreed?.n ?? 0, contacts: contacts?.n ?? 0 };
}

/** The offices of a network. */
export async function officesOf(read: Reader, networkId: string): Promise<string[]> {
  const rows = await read
    .select({ id: networkUnits.unitId })
    .from(networkUnits)
    .where(eq(networkUnits.networkId, networkId));
  return rows.map((row) => row.id);
}

/** The trades of people the viewer may see, for a list to choose from. */
export async function tradeChoices(read: Reader, viewer: Viewer): Promise<string[]> {
  const rows = await read
    .selectDistinct({ trade: workplaces.trade })
    .from(workplaces)
    .innerJoin(persons, eq(persons.workplaceId, workplaces.id))
    .where(and(ne(workplaces.trade, ""), visiblePeople(read, viewer)))
    .orderBy(asc(workplaces.trade))
    .limit(200);
  return rows.map((row) => row.trade);
}
