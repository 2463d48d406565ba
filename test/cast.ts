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
export async function addPerson(tx: Tx, person: NewPerson): Promise<string> {
  const id = newId();
  const email = `${sortKey(person.name.split(" ")[0] as string).replace(/[^a-z0-9]/g, "x")}@demo.example`;
  await tx.insert(persons).values({
    id,
    name: person.name,
    sortKey: sortKey(person.name),
    email,
    emailKey: email,
    language: person.language ?? "nb",
    unitId: person.unitId ?? null,
    workplaceId: person.workplaceId ?? null,
    status: person.status ?? "active",
    createdAt,
  });
  await addPersonWords(tx, [{ id, name: person.name }]);
  await tx.insert(personRoles).values(person.roles.map((role) => ({ personId: id, role })));
  return id;
}

export async function addMember(
  tx: Tx,
  networkId: string,
  personId: string,
  role: "mentor" | "adviser" | "counsellor",
) {
  await tx.insert(memberships).values({ networkId, personId, role, since: "2026-01-05" });
}

/** Adds `n` more active mentors to a network; their names are Mentor 1, 2, 3 … */
export async function addMentors(store: Store, networkId: string, n: number): Promise<string[]> {
  return store.write(async (tx) => {
    const ids: string[] = [];
    for (let i = 1; i <= n; i++) {
      const id = await addPerson(tx, { name: `M${newId().slice(0, 8)} Mentor ${i}`, roles: ["mentor"] });
      await addMember(tx, networkId, id, "mentor");
      ids.push(id);
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
    const cast: Cast = {
      network,
      otherNetwork,
      centre,
      office,
      workplace,
      kari: await addPerson(tx, { name: "Kari Nordli", roles: ["adviser"], unitId: centre }),
      tore: await addPerson(tx, { name: "Tore Vik", roles: ["adviser"], unitId: centre }),
      ola: await addPerson(tx, { name: "Ola Brekke", roles: ["mentor"], workplaceId: workplace }),
      siri: await addPerson(tx, {
        name: "Siri Åsheim",
        roles: ["mentor"],
        language: "nn",
        workplaceId: workplace,
      }),
      nina: await addPerson(tx, { name: "Nina Dahl", roles: ["counsellor"], unitId: office }),
      leif: await addPerson(tx, { name: "Leif Haugen", roles: ["leader"], unitId: office }),
      randi: await addPerson(tx, { name: "Randi Solvang", roles: ["regional_leader"], unitId: region }),
      amir: await addPerson(tx, { name: "Amir Hosseini", roles: ["administrator"] }),
      strangeAdviser: await addPerson(tx, { name: "Gro Fremmed", roles: ["adviser"], unitId: centre }),
      strangeMentor: await addPerson(tx, { name: "Ukjent Utenfor", roles: ["mentor"] }),
    };
    await tx.insert(unitLeaders).values([
      { unitId: office, personId: cast.leif, isDeputy: false },
      { unitId: region, personId: cast.randi, isDeputy: false },
    ]);
    for (const adviser of [cast.kari, cast.tore]) await addMember(tx, network, adviser, "adviser");
    for (const mentor of [cast.ola, cast.siri]) await addMember(tx, network, mentor, "mentor");
    await addMember(tx, network, cast.nina, "counsellor");
    await addMember(tx, otherNetwork, cast.strangeAdviser, "adviser");
    await addMember(tx, otherNetwork, cast.strangeMentor, "mentor");
    return cast;
  });
}
