/** A database to measure on: the demo network, one full gathering in it, and other networks around them. */
import { and, asc, eq, gt, isNull, like } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { loadDemo } from "../../server/demo/demo.ts";
import { answerToken } from "../../server/gatherings/answer-link.ts";
import { inviteAll } from "../../server/gatherings/invitation.ts";
import { answerInvitation } from "../../server/gatherings/rsvp.ts";
import { agendaItems, answers, gatherings, invitations, rsvps } from "../../server/gatherings/tables.ts";
import {
  decisions,
  feedback,
  feedbackWords,
  itemFeedback,
  learningItems,
  referrals,
  rules,
} from "../../server/learning/tables.ts";
import { memberships, networks } from "../../server/networks/tables.ts";
import { openSession } from "../../server/people/session.ts";
import { personRoles, persons, units } from "../../server/people/tables.ts";
import { newId, sortKey } from "../../server/store/columns.ts";
import type { Tx } from "../../server/store/store.ts";
import type { TestHouse } from "../house.ts";

export interface Filled {
  networkId: string;
  /** A gathering of the demo network with forty answers. */
  gatheringId: string;
  /** The secret part of one mentor's answer link, and the sequence on the page. */
  link: string;
  sequence: number;
  caseSlug: string;
  /** Session tokens by role. */
  tokens: { mentor: string; adviser: string; leader: string };
  rows: number;
}

const answering = 40;

async function idOf(house: TestHouse, firstName: string): Promise<string> {
  const [row] = await house.store.read
    .select({ id: persons.id })
    .from(persons)
    .where(like(persons.name, `${firstName} %`))
    .orderBy(asc(persons.createdAt))
    .limit(1);
  if (!row) throw new Error(`the demo has no ${firstName}`);
  return row.id;
}

async function addPeople(tx: Tx, networkId: string, n: number, at: Temporal.Instant): Promise<string[]> {
  const people = Array.from({ length: n }, (_, i) => {
    const id = newId();
    const name = `Mentor ${id.slice(0, 6)} Nr${i}`;
    const email = `${id}@bench.example`;
    return {
      id,
      name,
      sortKey: sortKey(name),
      email,
      emailKey: email,
      language: "nb" as const,
      createdAt: at,
    };
  });
  await tx.insert(persons).values(people.map((one) => ({ ...one, status: "active" as const })));
  await tx.insert(personRoles).values(people.map(({ id }) => ({ personId: id, role: "mentor" as const })));
  await tx
    .insert(memberships)
    .values(
      people.map(({ id }) => ({ networkId, personId: id, role: "mentor" as const, since: "2025-01-01" })),
    );
  return people.map(({ id }) => id);
}

/** Fills the demo's next gathering with answers. */
async function fillGathering(house: TestHouse, kari: string) {
  const { store, mailer } = house;
  const now = house.now();
  const [next] = await store.read
    .select({ id: gatherings.id, networkId: gatherings.networkId, sequence: gatherings.sequence })
    .from(gatherings)
    .where(and(gt(gatherings.startsAt, now), isNull(gatherings.cancelledAt)))
    .orderBy(asc(gatherings.startsAt))
    .limit(1);
  if (!next) throw new Error("the demo has no coming gathering");
  const people = await store.write((tx) => addPeople(tx, next.networkId, answering, now));
  await store.write((tx) =>
    inviteAll(tx, mailer, { gatheringId: next.id, byId: kari, personIds: people }, now),
  );
  const invited = await store.read.select().from(invitations).where(eq(invitations.gatheringId, next.id));
  for (const { id, personId } of invited.filter((one) => people.includes(one.personId))) {
    const said = { invitationId: id, answer: "yes", mode: "room", sequence: next.sequence, channel: "web" };
    const facts = { ...said, byPersonId: personId, saidAt: now, words: null, needs: null };
    await store.write((tx) => answerInvitation(tx, mailer, facts as never, now));
  }
  const one = invited.find((row) => row.personId === people[0]) as (typeof invited)[number];
  return { ...next, link: answerToken(house.config.secret, one) };
}

/** Another network with ten gatherings of forty answers and twenty items of ten pieces each: about 2 000 rows. */
async function addNetwork(tx: Tx, centreId: string, ruleId: string, leader: string, at: Temporal.Instant) {
  const networkId = newId();
  const name = `Nettverk ${networkId.slice(0, 8)}`;
  await tx.insert(networks).values({ id: networkId, name, sortKey: sortKey(name), centreId, createdAt: at });
  const people = await addPeople(tx, networkId, 40, at);
  const held = Array.from({ length: 10 }, (_, i) => {
    const startsAt = at.subtract({ hours: 24 * 30 * (i + 1) });
    const localDate = startsAt.toString().slice(0, 10);
    return {
      id: newId(),
      networkId,
      title: "Samling",
      localDate,
      startTime: "13:00",
      endTime: "15:00",
      startsAt,
    };
  });
  const byId = people[0] as string;
  await tx.insert(gatherings).values(
    held.map((one) => ({
      ...one,
      endsAt: one.startsAt.add({ hours: 2 }),
      createdById: byId,
      createdAt: at,
      openedAt: one.startsAt,
    })),
  );
  await tx.insert(agendaItems).values(
    held.map((one) => ({
      gatheringId: one.id,
      position: 1,
      kind: "dialogue" as const,
      title: "Runde",
      minutes: 60,
    })),
  );
  for (const { id: gatheringId, startsAt } of held) await addAnswers(tx, gatheringId, people, byId, startsAt);
  await addItems(tx, { networkId, byId, ruleId, leader }, at);
  return 40 * 3 + 20 + 40 * 10 * 3 + 60 + 200 * 3;
}

async function addAnswers(tx: Tx, gatheringId: string, people: string[], byId: string, at: Temporal.Instant) {
  const invited = people.map((personId) => ({
    id: newId(),
    gatheringId,
    personId,
    calendarToken: newId(),
    invitedById: byId,
    invitedAt: at,
  }));
  const said = {
    answer: "yes" as const,
    mode: "room" as const,
    sequence: 0,
    channel: "web" as const,
    saidAt: at,
  };
  await tx.insert(invitations).values(invited);
  await tx.insert(answers).values(invited.map(({ id }) => ({ ...said, invitationId: id })));
  await tx.insert(rsvps).values(
    invited.map(({ id, personId }) => ({
      ...said,
      invitationId: id,
      gatheringId,
      personId,
      placement: "seat" as const,
    })),
  );
}

interface Owners {
  networkId: string;
  byId: string;
  ruleId: string;
  leader: string;
}

async function addItems(tx: Tx, { networkId, byId, ruleId, leader }: Owners, at: Temporal.Instant) {
  const items = Array.from({ length: 20 }, (_, i) => ({
    id: newId(),
    networkId,
    themeSlug: "tilgjengelighet",
    question: `Spørsmål ${i}?`,
    createdById: byId,
    createdAt: at.subtract({ hours: i }),
  }));
  await tx.insert(learningItems).values(items);
  const pieces = items.flatMap(({ id: itemId }) =>
    Array.from({ length: 10 }, () => ({ id: newId(), itemId })),
  );
  const piece = { networkId, source: "free", naming: "anonymous", wording: "own" } as const;
  await tx
    .insert(feedback)
    .values(pieces.map(({ id }) => ({ id, ...piece, visibleFrom: "2026-01-05", isWaiting: false })));
  await tx
    .insert(feedbackWords)
    .values(
      pieces.map(({ id }) => ({ feedbackId: id, text: "Det er vanskelig å nå noen etter klokka tre." })),
    );
  await tx
    .insert(itemFeedback)
    .values(pieces.map(({ id, itemId }) => ({ feedbackId: id, itemId, addedById: byId, addedAt: at })));
  const sent = items.map(({ id }) => ({
    id: newId(),
    itemId: id,
    iteration: 1,
    number: 1,
    kind: "sent" as const,
    fromId: byId,
    toId: leader,
    at,
  }));
  await tx.insert(referrals).values(sent);
  await tx.insert(decisions).values(
    sent.map(({ id, itemId }) => ({
      itemId,
      referralId: id,
      verdict: "change" as const,
      reason: "Ja.",
      ruleId,
      ruleView: "kept" as const,
      onDate: "2026-01-01",
      decidedById: leader,
      at,
    })),
  );
}

/** Fills a fresh house up to about this many rows. */
export async function fill(house: TestHouse, rows: number, note: (text: string) => void): Promise<Filled> {
  const { store } = house;
  house.setNow(Temporal.Now.instant().toString());
  await house.app();
  await loadDemo(house, house.mailer);
  const kari = await idOf(house, "Kari");
  const full = await fillGathering(house, kari);
  const [centre] = await store.read
    .select({ id: units.id })
    .from(units)
    .where(eq(units.kind, "centre"))
    .limit(1);
  const [rule] = await store.read.select({ id: rules.id }).from(rules).limit(1);
  const other = await store.write((tx) => addPeople(tx, full.networkId, 1, house.now()));
  let done = 0;
  while (done < rows) {
    done += await store.write((tx) =>
      addNetwork(tx, centre?.id as string, rule?.id as string, other[0] as string, house.now()),
    );
    if (done % 100_000 < 2000) note(`${done} rows`);
  }
  const session = async (personId: string) => store.write((tx) => openSession(tx, personId, house.now()));
  return {
    networkId: full.networkId,
    gatheringId: full.id,
    link: full.link,
    sequence: full.sequence,
    caseSlug: "tuva",
    tokens: {
      mentor: await session(await idOf(house, "Ola")),
      adviser: await session(kari),
      leader: await session(await idOf(house, "Leif")),
    },
    rows: done,
  };
}
