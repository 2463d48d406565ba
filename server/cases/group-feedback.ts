/** "Dette gjelder Nav": a group's answer becomes feedback, once, and never before it is revealed. */
import { and, eq, gte, isNotNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import type { Tx } from "../store/store.ts";
import { hasContent, leastForFeedback } from "./group-answer.ts";
import type { RoundKey } from "./group-round.ts";
import { tellAll } from "./group-version.ts";
import { groupAnswers, groupGroups, groupQuestions, groupRounds, groupSessions } from "./tables.ts";

/** How feedback is given; the room that keeps it is a later one, and `app.ts` hands this in. */
export type GiveGroupFeedback = (
  tx: Tx,
  given: {
    networkId: string;
    gatheringId: string;
    source: "group" | "minutes";
    byId: string | null;
    text: string;
    aboutAdviser?: boolean;
  },
  now: Temporal.Instant,
) => Promise<{ ok: true; id: string } | { ok: false; reason: string }>;

const revealedAnswer = (tx: Tx) =>
  tx
    .select({
      id: groupAnswers.id,
      sessionId: groupAnswers.sessionId,
      words: groupAnswers.words,
      choice: groupAnswers.choice,
      isSentToNav: groupAnswers.isSentToNav,
      wording: groupQuestions.wording,
      gatheringId: gatherings.id,
      networkId: gatherings.networkId,
    })
    .from(groupAnswers)
    .innerJoin(groupSessions, eq(groupSessions.id, groupAnswers.sessionId))
    .innerJoin(gatherings, eq(gatherings.id, groupSessions.gatheringId))
    .innerJoin(
      groupQuestions,
      and(
        eq(groupQuestions.sessionId, groupAnswers.sessionId),
        eq(groupQuestions.questionId, groupAnswers.questionId),
      ),
    )
    .innerJoin(
      groupRounds,
      and(
        eq(groupRounds.sessionId, groupAnswers.sessionId),
        eq(groupRounds.questionId, groupAnswers.questionId),
        eq(groupRounds.round, groupAnswers.round),
        isNotNull(groupRounds.revealedAt),
      ),
    )
    .innerJoin(
      groupGroups,
      and(
        eq(groupGroups.sessionId, groupAnswers.sessionId),
        eq(groupGroups.number, groupAnswers.groupNumber),
      ),
    );
type Sendable = Awaited<ReturnType<typeof revealedAnswer>>[number];

/** What those in charge read: the answer, and what was asked, since the words alone may say little. */
function textOf({ words, choice, wording }: Sendable): string {
  const { sentence, choices } = wording.nb;
  const chosen = choice === null ? "" : (choices[choice] ?? "");
  return `${[chosen, words].filter(Boolean).join("\n")}\n\n(${sentence})`;
}

async function send(
  tx: Tx,
  answer: Sendable,
  byId: string | null,
  give: GiveGroupFeedback,
  now: Temporal.Instant,
): Promise<boolean> {
  if (answer.isSentToNav || !hasContent(answer)) return false;
  const { networkId, gatheringId } = answer;
  const text = textOf(answer);
  const given = await give(tx, { networkId, gatheringId, source: "group", byId, text }, now);
  if (!given.ok) return false;
  await tx.update(groupAnswers).set({ isSentToNav: true }).where(eq(groupAnswers.id, answer.id));
  return true;
}

/** Sends what groups of three or more have marked in a round that is revealed. @returns how many were sent */
export async function sendMarkedToNav(
  tx: Tx,
  key: RoundKey & { byId: string },
  give: GiveGroupFeedback,
  now: Temporal.Instant,
): Promise<number> {
  const marked = await revealedAnswer(tx).where(
    and(
      eq(groupAnswers.sessionId, key.sessionId),
      eq(groupAnswers.questionId, key.questionId),
      eq(groupAnswers.round, key.round),
      eq(groupAnswers.isAboutNav, true),
      gte(groupGroups.size, leastForFeedback),
    ),
  );
  let sent = 0;
  for (const answer of marked) if (await send(tx, answer, key.byId, give, now)) sent++;
  return sent;
}

/**
 * Sends one revealed answer: pressed by the facilitator, or by a phone of its own group, which must be
 * three or more. The author is a group at the gathering; who pressed is nowhere. Pressing twice sends once.
 * @param press.groupNumber of the phone; null for the facilitator
 * @returns refused when it is not revealed or not theirs (`no-such`), for a smaller group (`too-few`), when
 * there is nothing to send or it is sent already (`sent`)
 */
export async function sendToNav(
  tx: Tx,
  press: { sessionId: string; answerId: string; groupNumber: number | null; byId: string },
  give: GiveGroupFeedback,
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "no-such" | "too-few" | "sent" }> {
  const { sessionId, answerId, groupNumber } = press;
  const isThis = and(
    eq(groupAnswers.id, answerId),
    eq(groupAnswers.sessionId, sessionId),
    groupNumber === null ? undefined : eq(groupAnswers.groupNumber, groupNumber),
  );
  const [answer] = await revealedAnswer(tx).where(isThis);
  if (!answer) return { ok: false, reason: "no-such" };
  if (groupNumber !== null) {
    const [big] = await revealedAnswer(tx).where(and(isThis, gte(groupGroups.size, leastForFeedback)));
    if (!big) return { ok: false, reason: "too-few" };
  }
  const isSent = await send(tx, answer, press.byId, give, now);
  if (!isSent) return { ok: false, reason: "sent" };
  await tx.update(groupAnswers).set({ isAboutNav: true }).where(eq(groupAnswers.id, answerId));
  await tellAll(tx, sessionId);
  return { ok: true };
}
