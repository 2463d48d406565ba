/** Reads everything coupling is counted from, of one network, in a fixed number of statements. */
import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { agendaItems, attendance, gatherings, tries } from "../gatherings/tables.ts";
import { memberships } from "../networks/tables.ts";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import type { Held, ItemFacts, NetworkFacts } from "./coupling.ts";
import { countsOf } from "./rounds.ts";
import { decisions, learningItems, referrals, reportBacks, voteRounds } from "./tables.ts";

const dateOf = (moment: Temporal.Instant) => localDate(moment).toString();

/** The gatherings of a network, counsellors alone apart, that have begun and were not cancelled, oldest first. */
async function heldBy(read: Reader, networkId: string, now: Temporal.Instant): Promise<Held[]> {
  const rows = await read
    .select({ id: gatherings.id, localDate: gatherings.localDate, startsAt: gatherings.startsAt })
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, networkId),
        eq(gatherings.audience, "everyone"),
        isNull(gatherings.cancelledAt),
        lte(gatherings.startsAt, now),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id));
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.epochMilliseconds }));
}

async function agendaOf(read: Reader, networkId: string) {
  const rows = await read
    .select({
      gatheringId: agendaItems.gatheringId,
      kind: agendaItems.kind,
      minutes: agendaItems.minutes,
      topicId: agendaItems.topicId,
    })
    .from(agendaItems)
    .innerJoin(gatherings, eq(gatherings.id, agendaItems.gatheringId))
    .where(and(eq(gatherings.networkId, networkId), eq(gatherings.audience, "everyone")));
  return rows.map(({ topicId, ...row }) => ({ ...row, isWish: topicId !== null }));
}

async function counsellorsAt(read: Reader, networkId: string) {
  return read
    .select({ gatheringId: attendance.gatheringId })
    .from(attendance)
    .innerJoin(gatherings, eq(gatherings.id, attendance.gatheringId))
    .innerJoin(
      memberships,
      and(eq(memberships.personId, attendance.personId), eq(memberships.networkId, gatherings.networkId)),
    )
    .where(
      and(
        eq(gatherings.networkId, networkId),
        eq(memberships.role, "counsellor"),
        inArray(attendance.status, ["present", "digital", "part"]),
      ),
    );
}

async function itemsOf(read: Reader, networkId: string): Promise<ItemFacts[]> {
  const ids = read
    .select({ id: learningItems.id })
    .from(learningItems)
    .where(eq(learningItems.networkId, networkId));
  const [items, sent, made, told, asked] = await Promise.all([
    read
      .select({ id: learningItems.id, createdAt: learningItems.createdAt })
      .from(learningItems)
      .where(eq(learningItems.networkId, networkId)),
    read.select().from(referrals).where(inArray(referrals.itemId, ids)),
    read.select().from(decisions).where(inArray(decisions.itemId, ids)),
    read.select().from(reportBacks).where(inArray(reportBacks.itemId, ids)),
    read.select().from(voteRounds).where(inArray(voteRounds.itemId, ids)),
  ]);
  const dated = <R extends { itemId: string; at: Temporal.Instant }>(rows: R[], itemId: string) =>
    rows
      .filter((row) => row.itemId === itemId)
      .map((row) => ({ ...row, at: row.at.epochMilliseconds, on: dateOf(row.at) }));
  return items.map(({ id, createdAt }) => ({
    createdOn: dateOf(createdAt),
    referrals: dated(sent, id),
    decisions: dated(made, id),
    reports: dated(told, id),
    rounds: asked.filter((round) => round.itemId === id).map(roundFacts),
  }));
}

function roundFacts(round: typeof voteRounds.$inferSelect): ItemFacts["rounds"][number] {
  const { decisionId, number, openedAt, closedAt } = round;
  return {
    decisionId,
    number,
    counts: countsOf(round),
    openedAt: openedAt.epochMilliseconds,
    closedAt: closedAt?.epochMilliseconds ?? null,
    closedOn: closedAt && dateOf(closedAt),
  };
}

/** Everything of a network up to now; nine statements however long its history. */
export async function couplingFacts(
  read: Reader,
  networkId: string,
  now: Temporal.Instant,
): Promise<NetworkFacts> {
  const [held, agenda, counsellors, items, tried] = await Promise.all([
    heldBy(read, networkId, now),
    agendaOf(read, networkId),
    counsellorsAt(read, networkId),
    itemsOf(read, networkId),
    read
      .select({ on: tries.notedOn })
      .from(tries)
      .where(and(eq(tries.networkId, networkId), eq(tries.isShared, true))),
  ]);
  return { held, agenda, counsellors, items, triedOn: tried.map(({ on }) => on) };
}
