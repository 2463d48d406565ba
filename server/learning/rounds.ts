/** What the clock does with rounds and trials. Each may run any number of times, in any process. */
import { and, eq, isNotNull, isNull, lte, ne, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import type { Mailer } from "../mail/outbox.ts";
import { level2For } from "../networks/queries.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { after, closingDate, gatheringLine, hasStarted } from "./gathering-clock.ts";
import { log } from "./log.ts";
import { addReferral, ordinaryDueGathering, type Referral, referralsOf } from "./referral.ts";
import { type Counts, outcomeOf } from "./state.ts";
import { decisions, learningItems, reportBacks, roundElectors, voteRounds, votes } from "./tables.ts";
import { openRound } from "./votes.ts";

/** Counts as they stand in a round's row; null while it is open. */
export function countsOf(round: {
  closedAt: Temporal.Instant | null;
  electors: number;
  yes: number | null;
  partly: number | null;
  no: number | null;
  notMe: number | null;
}): Counts | null {
  const { closedAt, electors, yes, partly, no, notMe } = round;
  if (!closedAt || yes === null || partly === null || no === null || notMe === null) return null;
  return { electors, yes, partly, no, notMe };
}

/** The rounds of a decision, as the state is derived from them. */
async function roundsOf(tx: Tx, decisionId: string) {
  const rows = await tx.select().from(voteRounds).where(eq(voteRounds.decisionId, decisionId));
  return rows.map((round) => ({ decisionId, number: round.number, counts: countsOf(round) }));
}

/**
 * Opens the rounds whose time has come: the first for a reported change or trial at the first gathering
 * on or after its start date, one more after a score between the limits. Returns how many.
 */
export async function openDueRounds(tx: Tx, now: Temporal.Instant): Promise<number> {
  const reported = await reportedDecisions(tx, localDate(now).toString());
  const all = await tx.select().from(voteRounds);
  let opened = 0;
  for (const one of reported) {
    const rounds = all.filter((round) => round.decisionId === one.decisionId);
    const outcome = outcomeOf(rounds.map((round) => ({ ...round, counts: countsOf(round) })));
    if ((outcome === "none" || outcome === "again") && (await openNext(tx, one, rounds, now))) opened++;
  }
  return opened;
}

/** Decisions presented at a gathering, of which mentors may be asked today. */
async function reportedDecisions(tx: Tx, today: string) {
  return tx
    .select({
      id: learningItems.id,
      networkId: learningItems.networkId,
      decisionId: decisions.id,
      verdict: decisions.verdict,
      onDate: decisions.onDate,
      referralId: decisions.referralId,
      presentedAt: gatherings.startsAt,
    })
    .from(decisions)
    .innerJoin(reportBacks, eq(reportBacks.decisionId, decisions.id))
    .innerJoin(gatherings, eq(gatherings.id, reportBacks.gatheringId))
    .innerJoin(learningItems, eq(learningItems.id, decisions.itemId))
    .where(
      or(eq(decisions.verdict, "keep"), and(ne(decisions.verdict, "lift"), lte(decisions.onDate, today))),
    );
}

type Reported = Awaited<ReturnType<typeof reportedDecisions>>[number];
type Round = typeof voteRounds.$inferSelect;
const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? b : a);

/** Opens the next round at the first gathering after the one before it, or after the presentation. */
async function openNext(tx: Tx, one: Reported, rounds: Round[], now: Temporal.Instant): Promise<boolean> {
  const { all } = await referralsOf(tx, one.id);
  if (all[0]?.id !== one.referralId) return false; // it is with a leader again
  const since = rounds.reduce((last, round) => later(last, round.closedAt ?? last), one.presentedAt);
  const hasBegun = (date: string) => one.verdict === "keep" || date >= one.onDate;
  const place = after(await gatheringLine(tx, [one.networkId]), since).find(
    (tick) => hasBegun(tick.localDate) && hasStarted(tick, now),
  );
  if (!place) return false;
  await openRound(tx, { ...one, gatheringId: place.id, number: rounds.length + 1 }, now);
  return true;
}

async function countVotes(tx: Tx, roundId: string): Promise<Omit<Counts, "electors">> {
  const rows = await tx.select({ vote: votes.vote }).from(votes).where(eq(votes.roundId, roundId));
  const count = (vote: string) => rows.filter((row) => row.vote === vote).length;
  return { yes: count("yes"), partly: count("partly"), no: count("no"), notMe: count("not_me") };
}

/**
 * Closes the rounds whose day has come: counts are stored once, then the votes and the electors are
 * deleted, since nothing needs them any more and nobody should be able to join a person to an answer.
 * A reopened item goes back to whoever decided, the second time to level 2. Returns how many closed.
 */
export async function closeDueRounds(tx: Tx, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  const open = await tx
    .select({ round: voteRounds, networkId: learningItems.networkId })
    .from(voteRounds)
    .innerJoin(learningItems, eq(learningItems.id, voteRounds.itemId))
    .where(isNull(voteRounds.closedAt));
  const line = await gatheringLine(tx, [...new Set(open.map((row) => row.networkId))]);
  const today = localDate(now).toString();
  let closed = 0;
  for (const { round, networkId } of open) {
    const closesOn = closingDate(line, round.openedAtGatheringId);
    if (!closesOn || closesOn > today) continue;
    if (await closeRound(tx, round.id, round.itemId, now)) closed++;
    await reopenIfSaid(tx, mailer, { itemId: round.itemId, decisionId: round.decisionId, networkId }, now);
  }
  return closed;
}

async function closeRound(tx: Tx, roundId: string, itemId: string, now: Temporal.Instant): Promise<boolean> {
  const counts = await countVotes(tx, roundId);
  const rows = await tx
    .update(voteRounds)
    .set({ closedAt: now, ...counts })
    .where(and(eq(voteRounds.id, roundId), isNull(voteRounds.closedAt)))
    .returning({ id: voteRounds.id });
  if (rows.length === 0) return false;
  await tx.delete(votes).where(eq(votes.roundId, roundId));
  await tx.delete(roundElectors).where(eq(roundElectors.roundId, roundId));
  await log(tx, { event: "round_closed", itemId, byId: null }, now);
  return true;
}

async function reopenIfSaid(
  tx: Tx,
  mailer: Mailer,
  one: { itemId: string; decisionId: string; networkId: string },
  now: Temporal.Instant,
): Promise<void> {
  if (outcomeOf(await roundsOf(tx, one.decisionId)) !== "reopened") return;
  const { all } = await referralsOf(tx, one.itemId);
  const [decision] = await tx.select().from(decisions).where(eq(decisions.id, one.decisionId));
  if (!decision || all[0]?.id !== decision.referralId) return; // it is with a leader again already
  const wasReopened = all.some((referral) => referral.kind === "reopened");
  const level2 = wasReopened ? await level2For(tx, one.networkId) : [];
  const toId = level2[0]?.personId ?? decision.decidedById;
  await comeBack(tx, mailer, { ...one, before: all[0], kind: "reopened", toId }, now);
}

async function comeBack(
  tx: Tx,
  mailer: Mailer,
  facts: {
    itemId: string;
    networkId: string;
    before: Referral;
    kind: "reopened" | "trial_over";
    toId: string;
  },
  now: Temporal.Instant,
): Promise<void> {
  const { itemId, networkId, before, kind, toId } = facts;
  const dueGatheringId = await ordinaryDueGathering(tx, networkId, now);
  const next = { itemId, networkId, before, kind, toId, fromId: null, reason: null, dueGatheringId };
  await addReferral(tx, mailer, { ...next, isNewIteration: true }, now);
}

/**
 * Puts each trial whose stop date has come back to whoever decided it: "hva lærte vi?". It never expires
 * in silence. Returns how many.
 */
export async function returnEndedTrials(tx: Tx, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  const ended = await tx
    .select({ decision: decisions, networkId: learningItems.networkId })
    .from(decisions)
    .innerJoin(learningItems, eq(learningItems.id, decisions.itemId))
    .where(and(isNotNull(decisions.stopDate), lte(decisions.stopDate, localDate(now).toString())));
  let returned = 0;
  for (const { decision, networkId } of ended) {
    const { all } = await referralsOf(tx, decision.itemId);
    if (all[0]?.id !== decision.referralId) continue;
    const back = { itemId: decision.itemId, networkId, before: all[0], toId: decision.decidedById };
    await comeBack(tx, mailer, { ...back, kind: "trial_over" }, now);
    returned++;
  }
  return returned;
}
