/** What a round of votes asks about: the question to Nav, what Nav answered, and until when. */
import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { closingDate, gatheringLine } from "./gathering-clock.ts";
import { decisions, learningItems, roundElectors, voteRounds, votes } from "./tables.ts";

/** A round, open or closed; null when there is none with this id. */
export async function askedOf(read: Reader, roundId: string) {
  const [row] = await read
    .select({
      roundId: voteRounds.id,
      itemId: voteRounds.itemId,
      networkId: learningItems.networkId,
      about: voteRounds.question,
      openedAtGatheringId: voteRounds.openedAtGatheringId,
      closedAt: voteRounds.closedAt,
      question: learningItems.question,
      verdict: decisions.verdict,
      reason: decisions.reason,
      notice: decisions.notice,
    })
    .from(voteRounds)
    .innerJoin(learningItems, eq(learningItems.id, voteRounds.itemId))
    .innerJoin(decisions, eq(decisions.id, voteRounds.decisionId))
    .where(eq(voteRounds.id, roundId));
  if (!row) return null;
  const { openedAtGatheringId, closedAt, ...asked } = row;
  const closesOn = closingDate(await gatheringLine(read, [row.networkId]), openedAtGatheringId);
  const lastDay = closesOn && Temporal.PlainDate.from(closesOn).subtract({ days: 1 }).toString();
  /** The last local date one can vote, when it is known. */
  return { ...asked, closedAt, lastDay };
}
export type Asked = NonNullable<Awaited<ReturnType<typeof askedOf>>>;

/** Whether the round takes votes now: it closes on its day, counted or not. */
export function isOpen({ closedAt, lastDay }: Asked, now: Temporal.Instant): boolean {
  return closedAt === null && (lastDay === null || localDate(now).toString() <= lastDay);
}

/** Whether a person is asked in the round, and what they have answered so far. */
export async function ownVote(read: Reader, roundId: string, personId: string) {
  const [own] = await read
    .select({ vote: votes.vote })
    .from(roundElectors)
    .leftJoin(
      votes,
      and(eq(votes.roundId, roundElectors.roundId), eq(votes.personId, roundElectors.personId)),
    )
    .where(and(eq(roundElectors.roundId, roundId), eq(roundElectors.personId, personId)));
  return own ?? null;
}
