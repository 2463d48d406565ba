/** What the clock does with rounds of votes. Each may run any number of times, in any process. */
import { and, asc, eq, gt, isNotNull, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import type { Mailer } from "../mail/outbox.ts";
import { alias } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { reopen } from "./come-back.ts";
import { countsOf } from "./counts.ts";
import { after, closingDate, gatheringLine, hasStarted, takesVotes } from "./gathering-clock.ts";
import { refreshLane } from "./lane.ts";
import { log } from "./log.ts";
import { referralsOf } from "./referral.ts";
import { type Counts, outcomeOf } from "./state.ts";
import { decisions, learningItems, reportBacks, roundElectors, voteRounds, votes } from "./tables.ts";
import { openRound } from "./votes.ts";

/** The rounds of a decision, as the state is derived from them. */
async function roundsOf(tx: Tx, decisionId: string) {
  const rows = await tx.select().from(voteRounds).where(eq(voteRounds.decisionId, decisionId));
  return rows.map((round) => ({ decisionId, number: round.number, counts: countsOf(round) }));
}

/**
 * Opens the rounds whose time has come: the first for a reported change or trial at the first gathering
 * on or after its start date, one more after a score between the limits. Returns how many.
 */
export async function openDueRounds(tx: Tx, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  let opened = 0;
  for (const one of await decisionsToAskAbout(tx, localDate(now).toString())) {
    const rounds = await tx.select().from(voteRounds).where(eq(voteRounds.decisionId, one.decisionId));
    const outcome = outcomeOf(rounds.map((round) => ({ ...round, counts: countsOf(round) })));
    if ((outcome === "none" || outcome === "again") && (await openNext(tx, mailer, one, rounds, now)))
      opened++;
  }
  return opened;
}

/**
 * Decisions presented at a gathering of which mentors may be asked today: never asked about, or asked with
 * a score between the limits the last time. Those that have been settled are not looked at, nor those that go
 * back to their leader today (`isOver`), whichever job of the clock comes first.
 */
async function decisionsToAskAbout(tx: Tx, today: string) {
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
    .leftJoin(last, and(eq(last.decisionId, decisions.id), notExists(afterLast(tx))))
    .where(
      and(
        or(
          and(eq(decisions.verdict, "keep"), gt(decisions.onDate, today)),
          and(eq(decisions.verdict, "change"), lte(decisions.onDate, today)),
          and(eq(decisions.verdict, "try"), lte(decisions.onDate, today), gt(decisions.stopDate, today)),
        ),
        or(isNull(last.id), and(isNotNull(last.closedAt), isBetween)),
      ),
    );
}

const last = alias(voteRounds, "last_round");
const next = alias(voteRounds, "next_round");
const afterLast = (tx: Tx) =>
  tx
    .select({ id: next.id })
    .from(next)
    .where(and(eq(next.decisionId, last.decisionId), gt(next.number, last.number)));
/** The same limits as `outcomeOfRound`, only to leave out what is settled; that function decides. */
const isBetween = sql`10 * ${last.yes} + 5 * ${last.partly} between 4 * (${last.yes} + ${last.partly} + ${last.no}) and 6 * (${last.yes} + ${last.partly} + ${last.no})`;

type Reported = Awaited<ReturnType<typeof decisionsToAskAbout>>[number];
type Round = typeof voteRounds.$inferSelect;
const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? b : a);

/**
 * Opens the next round at the first gathering after the one before it, or after the presentation; when the
 * clock stood still, the first at which a round still takes votes.
 */
async function openNext(
  tx: Tx,
  mailer: Mailer,
  one: Reported,
  rounds: Round[],
  now: Temporal.Instant,
): Promise<boolean> {
  const { all } = await referralsOf(tx, one.id);
  if (all[0]?.id !== one.referralId) return false; // it is with a leader again
  const since = rounds.reduce((last, round) => later(last, round.closedAt ?? last), one.presentedAt);
  const hasBegun = (date: string) => one.verdict === "keep" || date >= one.onDate;
  const line = await gatheringLine(tx, [one.networkId]);
  const today = localDate(now).toString();
  const place = after(line, since).find(
    (tick) => hasBegun(tick.localDate) && hasStarted(tick, now) && takesVotes(line, tick.id, today),
  );
  if (!place) return false;
  await openRound(tx, mailer, { ...one, gatheringId: place.id, number: rounds.length + 1 }, now);
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
    await refreshLane(tx, round.itemId);
    await reopenIfSaid(tx, mailer, { itemId: round.itemId, decisionId: round.decisionId, networkId }, now);
  }
  if (closed > 0) await writeVotesAnew(tx);
  return closed;
}

const votesAtOnce = 1000;

/**
 * Empties the votes and puts those of open rounds back. A page of SQLite's that some rows are deleted from
 * keeps where they began, and so how long each was; one that is emptied keeps nothing.
 */
async function writeVotesAnew(tx: Tx): Promise<void> {
  const open = await tx.select().from(votes).orderBy(asc(votes.roundId), asc(votes.personId));
  await tx.delete(votes);
  for (let i = 0; i < open.length; i += votesAtOnce)
    await tx.insert(votes).values(open.slice(i, i + votesAtOnce));
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
  await reopen(tx, mailer, { ...one, all, decidedById: decision.decidedById, byId: null }, now);
}

export { countsOf };
