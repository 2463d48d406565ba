/**
 * Who reviews a piece of feedback. Ordinarily the network's advisers. One about an adviser goes to the
 * other advisers and is never shown to the one it concerns. It goes to the centre's leader instead – to
 * level 2 when the centre has none – when it is about all advisers, or when there is no other adviser.
 * Such a leader sees the author of named feedback only, and never gets feedback to paraphrase.
 *
 * Whoever leads one of the network's offices, its centre or the region above it is a leader to those who
 * gave feedback, whatever else they are: an adviser who leads here reads feedback without the author of
 * what was given in confidence, and does not read words that were to be paraphrased.
 */
import { and, eq, inArray, isNull, notExists, or } from "drizzle-orm";
import { centreLeadersFor, level2For } from "../networks/queries.ts";
import { memberships, networks, networkUnits } from "../networks/tables.ts";
import { unitLeaders, units } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";

/** What a person may review in one network. */
export interface ReviewScope {
  networkId: string;
  isAdviser: boolean;
  /** Reads what is about advisers when no adviser can. */
  readsAboutAdvisers: boolean;
  /** Leads an office of the network, its centre or its region. */
  leads: boolean;
  advisers: string[];
}

export interface Concern {
  isAboutAdviser: boolean;
  aboutAdviserId: string | null;
}

/** Whether feedback about an adviser has no adviser left to read it. */
export function goesToLeader(concern: Concern, advisers: readonly string[]): boolean {
  if (!concern.isAboutAdviser) return false;
  return concern.aboutAdviserId === null || advisers.every((id) => id === concern.aboutAdviserId);
}

/**
 * Whether this person reviews it, and as what. Words for a paraphrase only are no leader's to read, even
 * when the adviser who could have paraphrased them has left.
 */
export function reviewerAs(
  scope: ReviewScope | undefined,
  concern: Concern & { wording: "own" | "paraphrase" },
  personId: string,
): "adviser" | "leader" | null {
  if (!scope) return null;
  if (goesToLeader(concern, scope.advisers)) {
    const isConcerned = scope.isAdviser || concern.aboutAdviserId === personId;
    const mayRead = scope.readsAboutAdvisers && concern.wording === "own";
    return mayRead && !isConcerned ? "leader" : null;
  }
  if (scope.leads && concern.wording === "paraphrase") return null;
  return scope.isAdviser && concern.aboutAdviserId !== personId ? "adviser" : null;
}

/** Networks of which a person leads an office, the centre or the region above. */
export async function ledNetworkIds(read: Reader, personId: string): Promise<Set<string>> {
  const led = read
    .select({ id: unitLeaders.unitId })
    .from(unitLeaders)
    .where(eq(unitLeaders.personId, personId));
  const below = read.select({ id: units.id }).from(units).where(inArray(units.parentId, led));
  const ofOffices = read
    .select({ id: networkUnits.networkId })
    .from(networkUnits)
    .where(or(inArray(networkUnits.unitId, led), inArray(networkUnits.unitId, below)));
  const rows = await read
    .select({ id: networks.id })
    .from(networks)
    .where(
      or(inArray(networks.id, ofOffices), inArray(networks.centreId, led), inArray(networks.centreId, below)),
    );
  return new Set(rows.map((row) => row.id));
}

/** Those of some advisers who may paraphrase in a network: none who also leads there. */
export async function paraphrasersAmong(
  read: Reader,
  networkId: string,
  advisers: readonly string[],
): Promise<string[]> {
  const writers: string[] = [];
  for (const id of advisers) {
    if (!(await ledNetworkIds(read, id)).has(networkId)) writers.push(id);
  }
  return writers;
}

/** The networks whose leader for feedback about advisers this person is. */
function ledFor(read: Reader, personId: string) {
  const led = read
    .select({ id: unitLeaders.unitId })
    .from(unitLeaders)
    .where(eq(unitLeaders.personId, personId));
  const leaderOfUnit = read
    .select({ id: unitLeaders.unitId })
    .from(unitLeaders)
    .where(eq(unitLeaders.unitId, units.id));
  const leaderless = read
    .select({ id: units.id })
    .from(units)
    .where(and(inArray(units.parentId, led), notExists(leaderOfUnit)));
  return read
    .select({ id: networks.id })
    .from(networks)
    .where(or(inArray(networks.centreId, led), inArray(networks.centreId, leaderless)));
}

/** Everything this person may review; three statements. */
export async function reviewScopes(read: Reader, personId: string): Promise<Map<string, ReviewScope>> {
  const isCurrentAdviser = and(eq(memberships.role, "adviser"), isNull(memberships.until));
  const mine = read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isCurrentAdviser));
  const led = (await ledFor(read, personId)).map((row) => row.id);
  const leads = await ledNetworkIds(read, personId);
  const isTheirs =
    led.length > 0 ? or(inArray(networks.id, mine), inArray(networks.id, led)) : inArray(networks.id, mine);
  const rows = await read
    .select({ networkId: networks.id, adviserId: memberships.personId })
    .from(networks)
    .leftJoin(memberships, and(eq(memberships.networkId, networks.id), isCurrentAdviser))
    .where(isTheirs);
  const scopes = new Map<string, ReviewScope>();
  for (const { networkId, adviserId } of rows) {
    const scope = scopes.get(networkId) ?? {
      networkId,
      isAdviser: false,
      readsAboutAdvisers: led.includes(networkId),
      leads: leads.has(networkId),
      advisers: [],
    };
    if (adviserId) scope.advisers.push(adviserId);
    if (adviserId === personId) scope.isAdviser = true;
    scopes.set(networkId, scope);
  }
  return scopes;
}

/** The names of those who read feedback that no adviser can: the centre's leaders, else level 2. */
export async function leadersForAdviserFeedback(read: Reader, networkId: string) {
  const leaders = await centreLeadersFor(read, networkId);
  return leaders.length > 0 ? leaders : level2For(read, networkId);
}
