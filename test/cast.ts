/** The fixed cast: the same people in every test. */

import { Temporal } from "temporal-polyfill";
import { agreements, memberships, networks, networkUnits } from "../server/networks/tables.ts";
import { addPersonWords, addWorkplaceWords } from "../server/people/search.ts";
import { personRoles, persons, unitLeaders, units, workplaces } from "../server/people/tables.ts";
import { newId, sortKey } from "../server/store/columns.ts";
import type { Store, Tx } from "../server/store/store.ts";
import type { Role } from "../server/web/access.ts";
import type { Language } from "../server/web/languages.ts";

const createdAt = Temporal.Instant.from("2026-01-05T08:00:00Z");

export interface Cast {
  /** Network 1: Kari, Tore, Ola, Siri, Nina. */
  network: string;
  /** Another network, with nobody of the cast in it. */
  otherNetwork: string;
  centre: string;
  office: string;
  workplace: string;
  kari: string;
  tore: string;
  ola: string;
  siri: string;
  nina: string;
  leif: string;
  randi: string;
  amir: string;
  /** Adviser and mentor of the other network. */
  strangeAdviser: string;
  strangeMentor: string;
}

interface NewPerson {
  name: string;
  roles: Role[];
  language?: Language;
  unitId?: string;
  workplaceId?: string;
  status?: "active" | "finished" | "interested" | "left";
}

/** Adds a person; the address is the first name at demo.example. */
/** Several people at once, in the order given. */
export async function addPeople(tx: Tx, people: readonly NewPerson[]): Promise<string[]> {
  const rows = people.map((person) => {
    const email = `${sortKey(person.name.split(" ")[0] as string).replace(/[^a-z0-9]/g, "x")}@demo.example`;
    return {
      id: newId(),
      name: person.name,
      sortKey: sortKey(person.name),
      email,
      emailKey: email,
      language: person.language ?? "nb",
      unitId: person.unitId ?? null,
      workplaceId: person.workplaceId ?? null,
      status: person.status ?? "active",
      createdAt,
    };
  });
  await tx.insert(persons).values(rows);
  await addPersonWords(tx, rows);
  const roles = people.flatMap((person, i) =>
    person.roles.map((role) => ({ personId: (rows[i] as (typeof rows)[number]).id, role })),
  );
  await tx.insert(personRoles).values(roles);
  return rows.map(({ id }) => id);
}

export async function addPerson(tx: Tx, person: NewPerson): Promise<string> {
  const [id] = await addPeople(tx, [person]);
  return id as string;
}

type Membership = [networkId: string, personId: string, role: "mentor" | "adviser" | "counsellor"];

async function addMembers(tx: Tx, members: readonly Membership[]) {
  await tx
    .insert(memberships)
    .values(
      members.map(([networkId, personId, role]) => ({ networkId, personId, role, since: "2026-01-05" })),
    );
}

export const addMember = (tx: Tx, ...member: Membership) => addMembers(tx, [member]);

/** Adds `n` more active mentors to a network; their names are Mentor 1, 2, 3 … */
export async function addMentors(store: Store, networkId: string, n: number): Promise<string[]> {
  return store.write(async (tx) => {
    const people = Array.from({ length: n }, (_, i) => ({
      name: `M${newId().slice(0, 8)} Mentor ${i + 1}`,
      roles: ["mentor" as const],
    }));
    const ids: string[] = [];
    for (let from = 0; from < n; from += 500) {
      const some = await addPeople(tx, people.slice(from, from + 500));
      await addMembers(
        tx,
        some.map((id) => [networkId, id, "mentor"]),
      );
      ids.push(...some);
    }
    return ids;
  });
}

async function addUnit(tx: Tx, kind: "region" | "centre" | "office", name: string, parentId: string | null) {
  const id = newId();
  await tx.insert(units).values({ id, kind, name, sortKey: sortKey(name), parentId });
  return id;
}

async function addNetwork(tx: Tx, name: string, centreId: string, officeId: string) {
  const id = newId();
  await tx.insert(networks).values({ id, name, sortKey: sortKey(name), centreId, createdAt });
  await tx.insert(networkUnits).values({ networkId: id, unitId: officeId });
  return id;
}

/** Puts the whole cast into a fresh store. */
export function addCast(store: Store): Promise<Cast> {
  return store.write(async (tx) => {
    const region = await addUnit(tx, "region", "Nav Prøvefylket", null);
    const centre = await addUnit(tx, "centre", "Nav arbeidslivssenter Prøvefylket", region);
    const office = await addUnit(tx, "office", "Nav Prøvebyen", region);
    const otherOffice = await addUnit(tx, "office", "Nav Annetsteds", region);
    const workplace = newId();
    await tx.insert(workplaces).values({
      id: workplace,
      name: "Åsen Bakeri",
      sortKey: sortKey("Åsen Bakeri"),
      trade: "bakeri",
      size: "small",
      municipality: "Prøvebyen",
    });
    await addWorkplaceWords(tx, [{ id: workplace, name: "Åsen Bakeri" }]);
    const network = await addNetwork(tx, "Mentornettverk Prøvebyen", centre, office);
    const otherNetwork = await addNetwork(tx, "Mentornettverk Annetsteds", centre, otherOffice);
    await tx.insert(agreements).values({
      id: newId(),
      networkId: network,
      workplaceId: workplace,
      takesPart: true,
      since: "2026-01-05",
      hoursFreedPerMonth: 4,
    });
    const people = {
      kari: { name: "Kari Nordli", roles: ["adviser"], unitId: centre },
      tore: { name: "Tore Vik", roles: ["adviser"], unitId: centre },
      ola: { name: "Ola Brekke", roles: ["mentor"], workplaceId: workplace },
      siri: { name: "Siri Åsheim", roles: ["mentor"], language: "nn", workplaceId: workplace },
      nina: { name: "Nina Dahl", roles: ["counsellor"], unitId: office },
      leif: { name: "Leif Haugen", roles: ["leader"], unitId: office },
      randi: { name: "Randi Solvang", roles: ["regional_leader"], unitId: region },
      amir: { name: "Amir Hosseini", roles: ["administrator"] },
      strangeAdviser: { name: "Gro Fremmed", roles: ["adviser"], unitId: centre },
      strangeMentor: { name: "Ukjent Utenfor", roles: ["mentor"] },
    } satisfies Record<string, NewPerson>;
    const ids = await addPeople(tx, Object.values(people));
    const idByName = Object.fromEntries(Object.keys(people).map((name, i) => [name, ids[i]]));
    const cast = {
      ...{ network, otherNetwork, centre, office, workplace },
      ...(idByName as Record<keyof typeof people, string>),
    };
    await tx.insert(unitLeaders).values([
      { unitId: office, personId: cast.leif, isDeputy: false },
      { unitId: region, personId: cast.randi, isDeputy: false },
    ]);
    await addMembers(tx, [
      [network, cast.kari, "adviser"],
      [network, cast.tore, "adviser"],
      [network, cast.ola, "mentor"],
      [network, cast.siri, "mentor"],
      [network, cast.nina, "counsellor"],
      [otherNetwork, cast.strangeAdviser, "adviser"],
      [otherNetwork, cast.strangeMentor, "mentor"],
    ]);
    return cast;
  });
}
