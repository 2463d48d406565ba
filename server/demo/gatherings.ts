/** The demo's gatherings: eight past ones with attendance, four to come. */

import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { inviteAll } from "../gatherings/invitation.ts";
import { answerInvitation } from "../gatherings/rsvp.ts";
import {
  agendaItems,
  answers,
  attendance,
  gatherings,
  invitations,
  rsvps,
  series,
} from "../gatherings/tables.ts";
import type { Mailer } from "../mail/outbox.ts";
import { membersOf } from "../networks/queries.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { instantOf, localDate, zone } from "../web/dates.ts";
import type { DemoComing, DemoGatherings, DemoNetwork, DemoPast } from "./content.ts";
import { type Ids, idOf } from "./people.ts";

export interface DemoFacts {
  ids: Ids;
  network: DemoNetwork["network"];
  /** Dates of the past ones, oldest first, and of those to come, soonest first. */
  dates: { past: string[]; coming: string[] };
  now: Temporal.Instant;
}

const onlineRoom = "https://mote.demo.example/mentornettverket";

/** Adds them all; their ids stand under their keys afterwards. */
export async function addDemoGatherings(
  tx: Tx,
  mailer: Mailer,
  facts: DemoFacts,
  demo: DemoGatherings,
): Promise<void> {
  await addDemoSeries(tx, facts);
  for (const [index, gathering] of demo.past.entries()) {
    await addPast(tx, facts, gathering, facts.dates.past[index] as string);
  }
  for (const [index, gathering] of demo.coming.entries()) {
    await addComing(tx, mailer, facts, gathering, facts.dates.coming[index] as string);
  }
}

/** The rule they all come from: the second Tuesday or so of each month. */
async function addDemoSeries(tx: Tx, { ids, network, dates, now }: DemoFacts): Promise<void> {
  const id = newId();
  ids.set("series", id);
  const next = Temporal.PlainDate.from(dates.coming[0] ?? localDate(now));
  await tx.insert(series).values({
    id,
    networkId: idOf(ids, "network"),
    nth: Math.min(4, Math.ceil(next.day / 7)),
    weekday: next.dayOfWeek,
    everyMonths: 1,
    startTime: network.start,
    endTime: network.end,
    title: "Mentorsamling",
    place: network.place,
    link: onlineRoom,
    capacity: network.capacity,
    agenda: [
      { kind: "professional", title: "Faglig innledning", minutes: 30 },
      { kind: "dialogue", title: "Dialog: Hva har skjedd på jobb siden sist?", minutes: 60 },
    ],
    createdById: idOf(ids, "kari"),
    createdAt: now.subtract({ hours: 24 * 300 }),
  });
}

async function addGathering(
  tx: Tx,
  { ids, network }: DemoFacts,
  gathering: DemoPast | DemoComing,
  date: string,
) {
  const id = newId();
  ids.set(gathering.key, id);
  const startsAt = instantOf(date, network.start);
  const row = {
    id,
    networkId: idOf(ids, "network"),
    seriesId: idOf(ids, "series"),
    seriesDate: date,
    title: gathering.title,
    themeSlug: gathering.theme,
    intro: gathering.intro,
    localDate: date,
    startTime: network.start,
    endTime: network.end,
    zone,
    startsAt,
    endsAt: instantOf(date, network.end),
    place: network.place,
    link: onlineRoom,
    capacity: network.capacity,
    createdById: idOf(ids, "kari"),
    createdAt: startsAt.subtract({ hours: 24 * 60 }),
  };
  await tx.insert(gatherings).values(row);
  const agenda = gathering.agenda.map((item, index) => ({
    id: newId(),
    gatheringId: id,
    position: index + 1,
    kind: item.kind,
    title: item.title,
    minutes: item.minutes,
    leadId: item.lead ? idOf(ids, item.lead) : null,
    caseSlug: item.case,
  }));
  await tx.insert(agendaItems).values(agenda);
  return row;
}

const answerOf = {
  present: { answer: "yes", mode: "room", placement: "seat" },
  digital: { answer: "yes", mode: "digital", placement: "none" },
  excused: { answer: "no", mode: "room", placement: "none" },
} as const;

/** A past one: what was answered is told by who came; those absent had not answered. */
async function addPast(tx: Tx, facts: DemoFacts, gathering: DemoPast, date: string): Promise<void> {
  const { id, startsAt, endsAt } = await addGathering(tx, facts, gathering, date);
  const kari = idOf(facts.ids, "kari");
  const invitedAt = startsAt.subtract({ hours: 24 * 21 });
  for (const [status, keys] of Object.entries(gathering.attended)) {
    for (const key of keys) {
      const personId = idOf(facts.ids, key);
      const invitation = {
        id: newId(),
        gatheringId: id,
        personId,
        calendarToken: newId(),
        invitedById: kari,
        invitedAt,
      };
      await tx.insert(invitations).values(invitation);
      await tx.insert(attendance).values({
        gatheringId: id,
        personId,
        status: status as keyof DemoPast["attended"],
        recordedById: kari,
        recordedAt: endsAt,
      });
      const said = answerOf[status as keyof typeof answerOf];
      if (!said) continue;
      const answer = {
        invitationId: invitation.id,
        answer: said.answer,
        mode: said.mode,
        sequence: 0,
        channel: "web" as const,
        saidAt: invitedAt.add({ hours: 30 }),
      };
      await tx.insert(answers).values({ ...answer, byPersonId: personId });
      await tx.insert(rsvps).values({ ...answer, gatheringId: id, personId, placement: said.placement });
    }
  }
  await tx
    .update(gatherings)
    .set({ openedAt: invitedAt, closedAt: endsAt.add({ hours: 2 }) })
    .where(eq(gatherings.id, id));
}

/** One to come: invitations and answers go the same way as real ones, mail included. */
async function addComing(
  tx: Tx,
  mailer: Mailer,
  facts: DemoFacts,
  gathering: DemoComing,
  date: string,
): Promise<void> {
  const { id } = await addGathering(tx, facts, gathering, date);
  if (!gathering.invited) return;
  const { ids, now } = facts;
  const invitedAt = now.subtract({ hours: 24 * 6 });
  const members = await membersOf(tx, idOf(ids, "network"));
  const guests = members
    .map((member) => member.personId)
    .filter((personId) => personId !== idOf(ids, "kari"));
  await inviteAll(tx, mailer, { gatheringId: id, byId: idOf(ids, "kari"), personIds: guests }, invitedAt);
  const rows = await tx.select().from(invitations).where(eq(invitations.gatheringId, id));
  let minutes = 20;
  for (const [said, keys] of Object.entries(gathering.answers)) {
    for (const key of keys) {
      const personId = idOf(ids, key);
      const invitation = rows.find((row) => row.personId === personId);
      if (!invitation) throw new Error(`content/demo: ${key} answers ${gathering.key} without an invitation`);
      minutes += 137;
      await answerInvitation(
        tx,
        mailer,
        {
          invitationId: invitation.id,
          answer: said === "digital" ? "yes" : (said as "yes" | "maybe" | "no"),
          mode: said === "digital" ? "digital" : "room",
          words: gathering.words[key] ?? null,
          needs: null,
          sequence: 0,
          channel: "web",
          byPersonId: personId,
        },
        invitedAt.add({ minutes }),
      );
    }
  }
}
