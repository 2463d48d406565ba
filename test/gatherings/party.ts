/** A gathering to answer to, and short ways to invite and answer. */
import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { announceChange, inviteAll } from "../../server/gatherings/invitation.ts";
import { type Answer, answerInvitation } from "../../server/gatherings/rsvp.ts";
import { agendaItems, gatherings, invitations, rsvps } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { instantOf } from "../../server/web/dates.ts";
import type { Cast } from "../cast.ts";
import type { TestHouse } from "../house.ts";

type NewGathering = Partial<typeof gatherings.$inferInsert>;

/** Tuesday 8 December 2026, 13.00–15.00, no limit of places, two lines of agenda. */
export async function addGathering(house: TestHouse, cast: Cast, change: NewGathering = {}): Promise<string> {
  const id = newId();
  const facts = { localDate: "2026-12-08", startTime: "13:00", endTime: "15:00", ...change };
  await house.store.write(async (tx) => {
    await tx.insert(gatherings).values({
      id,
      networkId: cast.network,
      title: "Når noen ikke kommer",
      place: "Møterom 3, Storgata 1",
      startsAt: instantOf(facts.localDate, facts.startTime),
      endsAt: instantOf(facts.localDate, facts.endTime),
      createdById: cast.kari,
      createdAt: house.now(),
      ...facts,
    });
    await tx.insert(agendaItems).values([
      {
        id: newId(),
        gatheringId: id,
        position: 1,
        kind: "professional",
        title: "Fravær og angst",
        minutes: 45,
      },
      {
        id: newId(),
        gatheringId: id,
        position: 2,
        kind: "case",
        title: "Tuva",
        minutes: 40,
        caseSlug: "tuva",
      },
    ]);
  });
  return id;
}

export const invite = (house: TestHouse, cast: Cast, gatheringId: string, ...personIds: string[]) =>
  house.store.write((tx) =>
    inviteAll(tx, house.mailer, { gatheringId, byId: cast.kari, personIds }, house.now()),
  );

export async function invitationOf(house: TestHouse, gatheringId: string, personId: string) {
  const rows = await house.store.read
    .select()
    .from(invitations)
    .where(eq(invitations.gatheringId, gatheringId));
  const found = rows.find((row) => row.personId === personId);
  if (!found) throw new Error("not invited");
  return found;
}

/** Answers on the page, yes in the room, unless told otherwise. */
export async function answer(
  house: TestHouse,
  gatheringId: string,
  personId: string,
  said: Partial<Answer> = {},
  now: Temporal.Instant = house.now(),
) {
  const { id } = await invitationOf(house, gatheringId, personId);
  const facts: Answer = {
    invitationId: id,
    answer: "yes",
    mode: "room",
    sequence: 0,
    channel: "web",
    byPersonId: personId,
    ...said,
  };
  return house.store.write((tx) => answerInvitation(tx, house.mailer, facts, now), {
    inTurnFor: gatheringId,
  });
}

/** Changes the gathering as planning would, and tells everyone. */
export async function change(
  house: TestHouse,
  gatheringId: string,
  kind: "material" | "text" | "cancelled",
  set: NewGathering = {},
) {
  return house.store.write(async (tx) => {
    const [row] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
    if (!row) throw new Error("no such gathering");
    const sequence = kind === "text" ? row.sequence : row.sequence + 1;
    const cancelledAt = kind === "cancelled" ? house.now() : null;
    await tx
      .update(gatherings)
      .set({ ...set, sequence, revision: row.revision + 1, cancelledAt })
      .where(eq(gatherings.id, gatheringId));
    return announceChange(tx, house.mailer, { gatheringId, change: kind }, house.now());
  });
}

export async function placeOf(house: TestHouse, gatheringId: string, personId: string) {
  const { id } = await invitationOf(house, gatheringId, personId);
  const [row] = await house.store.read.select().from(rsvps).where(eq(rsvps.invitationId, id));
  return row?.placement ?? null;
}

/** Mails to a person, oldest first; only those not called back unless asked. */
export async function mailsTo(house: TestHouse, personId: string, isAll = false) {
  const rows = await house.store.read
    .select()
    .from(outbox)
    .where(eq(outbox.personId, personId))
    .orderBy(outbox.createdAt, outbox.notBefore);
  return rows.filter((row) => isAll || row.state !== "aborted");
}

/** As if everything in the outbox had gone. */
export async function sendAll(house: TestHouse): Promise<void> {
  await house.store.write(async (tx) => {
    await tx.update(outbox).set({ state: "sent", sentAt: house.now() }).where(eq(outbox.state, "queued"));
  });
}
