/** Questions are opened, closed and revealed by the facilitator, one at a time. */
import { and, desc, eq, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { type GiveGroupFeedback, sendMarkedToNav } from "./group-feedback.ts";
import { tellAll } from "./group-version.ts";
import { groupQuestions, groupRounds, groupSessions } from "./tables.ts";

export interface RoundKey {
  sessionId: string;
  questionId: string;
  /** 1, or 2 after the discussion. */
  round: number;
}

const isRound = ({ sessionId, questionId, round }: RoundKey) =>
  and(
    eq(groupRounds.sessionId, sessionId),
    eq(groupRounds.questionId, questionId),
    eq(groupRounds.round, round),
  );

async function roundOf(tx: Tx, key: RoundKey) {
  const [row] = await tx.select().from(groupRounds).where(isRound(key));
  return row ?? null;
}

async function isQuestion(tx: Tx, { sessionId, questionId }: RoundKey): Promise<boolean> {
  const [row] = await tx
    .select({ endedAt: groupSessions.endedAt })
    .from(groupQuestions)
    .innerJoin(groupSessions, eq(groupSessions.id, groupQuestions.sessionId))
    .where(and(eq(groupQuestions.sessionId, sessionId), eq(groupQuestions.questionId, questionId)));
  return row !== undefined && row.endedAt === null;
}

/** A moment later than every earlier opening, so that what was opened last is what is on. */
async function openingMoment(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<Temporal.Instant> {
  const [last] = await tx
    .select({ openedAt: groupRounds.openedAt })
    .from(groupRounds)
    .where(eq(groupRounds.sessionId, sessionId))
    .orderBy(desc(groupRounds.openedAt))
    .limit(1);
  if (!last || Temporal.Instant.compare(last.openedAt, now) < 0) return now;
  return last.openedAt.add({ milliseconds: 1 });
}

const endOf = (minutes: number | null, now: Temporal.Instant) =>
  minutes === null ? null : now.add({ minutes });

/**
 * Opens a question to all groups, and closes the one that was open. Pressing twice opens once; a round
 * that was closed and not revealed is opened again, with what was answered.
 * @param open.minutes for the timer; null without one
 * @returns refused when the session is over or has no such question (`no-such`), for a second round before
 * the first is revealed (`not-yet`), and for a round that is revealed (`revealed`)
 */
export async function openRound(
  tx: Tx,
  open: RoundKey & { minutes: number | null },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "no-such" | "not-yet" | "revealed" }> {
  const { sessionId, questionId, round, minutes } = open;
  if (!(await isQuestion(tx, open))) return { ok: false, reason: "no-such" };
  const before = await roundOf(tx, open);
  if (before?.revealedAt) return { ok: false, reason: "revealed" };
  if (before && !before.closedAt) return { ok: true };
  if (round === 2 && !(await roundOf(tx, { ...open, round: 1 }))?.revealedAt)
    return { ok: false, reason: "not-yet" };
  await tx
    .update(groupRounds)
    .set({ closedAt: now })
    .where(and(eq(groupRounds.sessionId, sessionId), isNull(groupRounds.closedAt)));
  const opened = { openedAt: await openingMoment(tx, sessionId, now), endsAt: endOf(minutes, now) };
  if (before)
    await tx
      .update(groupRounds)
      .set({ ...opened, closedAt: null })
      .where(isRound(open));
  else await tx.insert(groupRounds).values({ sessionId, questionId, round, ...opened });
  await tellAll(tx, sessionId);
  return { ok: true };
}

/** Closes a question: what the groups have stays as it is. @returns false when it was not open */
export async function closeRound(tx: Tx, key: RoundKey, now: Temporal.Instant): Promise<boolean> {
  const closed = await tx
    .update(groupRounds)
    .set({ closedAt: now })
    .where(and(isRound(key), isNull(groupRounds.closedAt)))
    .returning({ round: groupRounds.round });
  if (closed.length > 0) await tellAll(tx, key.sessionId);
  return closed.length > 0;
}

/**
 * Gives more time: so many minutes beyond what is left, or from now when it was up.
 * @param key.seen the end of the page that was pressed, 0 for none: a second press of it adds nothing
 */
export async function addTime(
  tx: Tx,
  key: RoundKey & { minutes: number; seen?: number | null },
  now: Temporal.Instant,
): Promise<boolean> {
  const before = await roundOf(tx, key);
  if (!before || before.closedAt) return false;
  const { endsAt } = before;
  const isSeen = key.seen == null || key.seen === (endsAt?.epochMilliseconds ?? 0);
  if (!isSeen) return true;
  const from = endsAt && Temporal.Instant.compare(endsAt, now) > 0 ? endsAt : now;
  await tx
    .update(groupRounds)
    .set({ endsAt: from.add({ minutes: key.minutes }) })
    .where(isRound(key));
  await tellAll(tx, key.sessionId);
  return true;
}

/**
 * Lifts the seal of a round: from now on its answers may be read. Closes it first when it is open. What
 * groups of three or more marked for Nav becomes feedback now and not before, since an inbox is a door too.
 * @returns false when there is no such round or it was revealed already
 */
export async function revealRound(
  tx: Tx,
  key: RoundKey,
  give: GiveGroupFeedback,
  now: Temporal.Instant,
): Promise<boolean> {
  const before = await roundOf(tx, key);
  if (!before || before.revealedAt) return false;
  await tx
    .update(groupRounds)
    .set({ revealedAt: now, closedAt: before.closedAt ?? now })
    .where(isRound(key));
  await sendMarkedToNav(tx, key, give, now);
  await tellAll(tx, key.sessionId);
  return true;
}
