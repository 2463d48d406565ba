/**
 * The mentors' votes: the only way an item becomes confirmed, reopened or not confirmed
 * (learning-loop.md section 5).
 */
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { activeMentorIds } from "../networks/queries.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { askedOf } from "./asked.ts";
import { closingDate, gatheringLine } from "./gathering-clock.ts";
import { refreshLane } from "./lane.ts";
import { log } from "./log.ts";
import { recipientsById } from "./recipients.ts";
import type { Verdict } from "./state.ts";
import { learningItems, roundElectors, voteRounds, votes } from "./tables.ts";
import { voteMail } from "./vote-mails.ts";

export type Vote = "yes" | "partly" | "no" | "not_me";

export interface NewRound {
  id: string;
  networkId: string;
  decisionId: string;
  verdict: Verdict;
  gatheringId: string;
  number: number;
}

/** Opens a round for an item and writes to those who may vote: the mentors active at this moment. */
export async function openRound(
  tx: Tx,
  mailer: Mailer,
  item: NewRound,
  now: Temporal.Instant,
): Promise<void> {
  const electors = await activeMentorIds(tx, item.networkId);
  const roundId = newId();
  const rows = await tx
    .insert(voteRounds)
    .values({
      id: roundId,
      itemId: item.id,
      decisionId: item.decisionId,
      number: item.number,
      question: item.verdict === "keep" ? "understood" : "difference",
      openedAtGatheringId: item.gatheringId,
      openedAt: now,
      electors: electors.length,
    })
    .onConflictDoNothing()
    .returning({ id: voteRounds.id });
  if (rows.length === 0) return;
  if (electors.length > 0) {
    await tx.insert(roundElectors).values(electors.map((personId) => ({ roundId, personId })));
  }
  await log(tx, { event: "round_opened", itemId: item.id, byId: null }, now);
  await refreshLane(tx, item.id);
  const to = await recipientsById(tx, electors);
  const asked = await askedOf(tx, roundId);
  if (asked)
    await mailer.queueAll(
      tx,
      to.map((one) => voteMail(mailer, one, asked, now)),
      now,
    );
}

/**
 * Gives a mentor's vote, or changes it. Nobody votes for another: `byId` is whoever is signed in, or whose
 * signed link it is; that link is for one round.
 * @returns refused as `not-asked` when no round of the item is open to this person, and as `closed` from
 * its closing date on, whether it has been counted or not
 */
export async function castVote(
  tx: Tx,
  facts: { itemId: string; byId: string; vote: Vote; roundId?: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "not-asked" | "closed" }> {
  const [round] = await tx
    .select({
      id: voteRounds.id,
      openedAtGatheringId: voteRounds.openedAtGatheringId,
      networkId: learningItems.networkId,
    })
    .from(voteRounds)
    .innerJoin(learningItems, eq(learningItems.id, voteRounds.itemId))
    .innerJoin(
      roundElectors,
      and(eq(roundElectors.roundId, voteRounds.id), eq(roundElectors.personId, facts.byId)),
    )
    .where(
      and(
        eq(voteRounds.itemId, facts.itemId),
        isNull(voteRounds.closedAt),
        facts.roundId ? eq(voteRounds.id, facts.roundId) : undefined,
      ),
    )
    .orderBy(desc(voteRounds.openedAt), desc(voteRounds.number))
    .limit(1);
  if (!round) return { ok: false, reason: "not-asked" };
  const closesOn = closingDate(await gatheringLine(tx, [round.networkId]), round.openedAtGatheringId);
  if (closesOn && closesOn <= localDate(now).toString()) return { ok: false, reason: "closed" };
  const { byId: personId, vote } = facts;
  await tx
    .insert(votes)
    .values({ roundId: round.id, personId, vote })
    .onConflictDoUpdate({ target: [votes.roundId, votes.personId], set: { vote } });
  return { ok: true };
}
