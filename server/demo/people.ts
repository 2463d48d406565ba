/** The demo's units, workplaces and people. */
import type { Temporal } from "temporal-polyfill";
import { addBlackOut } from "../gatherings/black-out.ts";
import { keepContact } from "../networks/employer-contact.ts";
import {
  createNetwork,
  enterNetwork,
  findOrAddUnit,
  type MemberRole,
  recordAgreement,
} from "../networks/network.ts";
import { writeRingLine } from "../networks/ring.ts";
import { giveConsent } from "../people/change.ts";
import { acceptDeclaration } from "../people/declaration.ts";
import { addPerson, appointLeader, findOrAddWorkplace } from "../people/person.ts";
import { linkCounsellor } from "../register/counsellor-link.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import type { DemoNetwork } from "./content.ts";

/** From a key in the content files to the id in the store. */
export type Ids = Map<string, string>;

export function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`content/demo names "${key}", which is nowhere`);
  return id;
}

const sizes = { liten: "small", middels: "medium", stor: "large" } as const;

/** Puts them into an empty store. Returns every id by its key; the network's own key is `network`. */
export async function addDemoPeople(
  tx: Tx,
  demo: DemoNetwork,
  declarationVersion: string,
  now: Temporal.Instant,
): Promise<Ids> {
  const ids: Ids = new Map();
  const began = now.subtract({ hours: 24 * 400 });
  const promised = now.subtract({ hours: 24 * 14 });
  const nameOf = (key: string) => demo.units.find((unit) => unit.key === key)?.name ?? key;
  const region = demo.units.find((unit) => unit.kind === "region");
  const networkId = await createNetwork(
    tx,
    {
      name: demo.network.name,
      region: region?.name ?? "",
      centre: nameOf(demo.network.centre),
      offices: demo.network.offices.map(nameOf),
    },
    began,
  );
  ids.set("network", networkId);
  for (const unit of demo.units) ids.set(unit.key, await findOrAddUnit(tx, unit.kind, unit.name, null));
  for (const { key, size, name, trade, municipality } of demo.workplaces) {
    ids.set(key, await findOrAddWorkplace(tx, { name, trade, municipality, size: sizes[size] }));
  }
  for (const person of demo.people)
    await addDemoPerson(tx, ids, person, { began, declarationVersion, promised });
  for (const { deputy: deputyName, deputy_phone: deputyPhone, ...line } of demo.ring) {
    await writeRingLine(tx, networkId, null, { ...line, deputyName, deputyPhone });
  }
  for (const { words, starts_in_months, days } of demo.black_outs) {
    const from = localDate(now).add({ months: starts_in_months });
    const to = from.add({ days: days - 1 });
    await addBlackOut(tx, { networkId, from: from.toString(), to: to.toString(), words });
  }
  for (const agreement of demo.agreements) {
    const since = localDate(now).subtract({ months: agreement.since_months_ago }).toString();
    await recordAgreement(tx, {
      networkId,
      workplaceId: idOf(ids, agreement.workplace),
      takesPart: agreement.takes_part,
      since,
      hoursFreedPerMonth: agreement.hours_freed_per_month,
    });
  }
  await addDemoLinks(tx, ids, demo, now);
  return ids;
}

/** Whom the network speaks with at employers, who speaks with whom, and who may be asked again. */
async function addDemoLinks(tx: Tx, ids: Ids, demo: DemoNetwork, now: Temporal.Instant): Promise<void> {
  const networkId = idOf(ids, "network");
  const since = localDate(now).subtract({ months: 6 }).toString();
  for (const { workplace, ...contact } of demo.contacts) {
    await keepContact(tx, { networkId, workplaceId: idOf(ids, workplace), ...contact }, since);
  }
  for (const [mentor, counsellor] of Object.entries(demo.counsellors)) {
    const link = { networkId, mentorId: idOf(ids, mentor), counsellorId: idOf(ids, counsellor) };
    await linkCounsellor(tx, link, since);
  }
  for (const key of demo.ask_again) await giveConsent(tx, idOf(ids, key), null, now);
}

const memberRoles: readonly string[] = ["mentor", "adviser", "counsellor"] satisfies MemberRole[];

async function addDemoPerson(
  tx: Tx,
  ids: Ids,
  person: DemoNetwork["people"][number],
  /** When it all began, and when the declaration of today was promised. */
  {
    began,
    promised,
    declarationVersion,
  }: Record<"began" | "promised", Temporal.Instant> & {
    declarationVersion: string;
  },
) {
  const { id } = await addPerson(
    tx,
    {
      ...person,
      unitId: person.unit ? idOf(ids, person.unit) : null,
      workplaceId: person.workplace ? idOf(ids, person.workplace) : null,
      jobTitle: person.job,
    },
    began,
  );
  ids.set(person.key, id);
  const since = localDate(began).toString();
  for (const role of person.roles.filter((r): r is MemberRole => memberRoles.includes(r))) {
    await enterNetwork(tx, { networkId: idOf(ids, "network"), personId: id, role, since });
  }
  if (person.roles.includes("mentor") && person.key !== "ingvild") {
    await acceptDeclaration(tx, id, declarationVersion, promised);
  }
  if (person.leads) await appointLeader(tx, idOf(ids, person.leads), id, false);
  if (person.deputy_for) await appointLeader(tx, idOf(ids, person.deputy_for), id, true);
}
