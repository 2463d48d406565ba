/** Group mode: a case opened for groups at a gathering, ended, and cleared when the day is over. */
import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import { newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { newGroupCode } from "./group-code.ts";
import { tellAll } from "./group-version.ts";
import type { Case } from "./library.ts";
import { groupAnswers, groupDevices, groupQuestions, groupSaves, groupSessions } from "./tables.ts";

/** How many groups there may be. */
export const mostGroups = 8;

/** The group session of a case in one version at a gathering, if there is one. */
export async function groupSessionAt(
  read: Reader,
  at: { gatheringId: string; caseSlug: string; caseVersion: number },
): Promise<{ id: string } | null> {
  const [row] = await read
    .select({ id: groupSessions.id })
    .from(groupSessions)
    .where(
      and(
        eq(groupSessions.gatheringId, at.gatheringId),
        eq(groupSessions.caseSlug, at.caseSlug),
        eq(groupSessions.caseVersion, at.caseVersion),
      ),
    );
  return row ?? null;
}

async function unusedCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = newGroupCode();
    const [taken] = await tx
      .select({ id: groupSessions.id })
      .from(groupSessions)
      .where(eq(groupSessions.code, code));
    if (!taken) return code;
  }
}

async function copyQuestions(tx: Tx, sessionId: string, { texts: { nb, nn } }: Case): Promise<void> {
  const wordingIn = (language: "nb" | "nn", at: number) => {
    const question = { nb, nn }[language].questions[at];
    return {
      sentence: question?.sentence ?? "",
      html: question?.html ?? "",
      choices: question?.choices ?? [],
    };
  };
  await tx.insert(groupQuestions).values(
    nb.questions.map(({ id, kind, isAboutNav }, at) => ({
      sessionId,
      questionId: id,
      position: at + 1,
      kind,
      isAboutNav,
      wording: { nb: wordingIn("nb", at), nn: wordingIn("nn", at) },
    })),
  );
}

/**
 * Opens a case for groups at a gathering; opening it twice gives the same session. It may be made ready
 * before the day, but phones join on the day only.
 * @returns refused when the gathering is cancelled or its day is over (`over`)
 */
export async function openGroupSession(
  tx: Tx,
  given: { gatheringId: string; case: Case; byId: string },
  now: Temporal.Instant,
): Promise<{ ok: true; id: string } | { ok: false; reason: "over" }> {
  const { gatheringId, byId } = given;
  const { slug: caseSlug, version: caseVersion, texts } = given.case;
  const before = await groupSessionAt(tx, { gatheringId, caseSlug, caseVersion });
  if (before) return { ok: true, id: before.id };
  const [gathering] = await tx
    .select({ localDate: gatherings.localDate, cancelledAt: gatherings.cancelledAt })
    .from(gatherings)
    .where(eq(gatherings.id, gatheringId));
  if (!gathering || gathering.cancelledAt || gathering.localDate < localDate(now).toString())
    return { ok: false, reason: "over" };
  const id = newId();
  await tx.insert(groupSessions).values({
    id,
    gatheringId,
    caseSlug,
    caseVersion,
    caseTitle: { nb: texts.nb.title, nn: texts.nn.title },
    code: await unusedCode(tx),
    openedById: byId,
    openedAt: now,
  });
  await copyQuestions(tx, id, given.case);
  return { ok: true, id };
}

/** Ends a session: no phone may join or answer. What is not revealed stays sealed, and may be revealed. */
export async function endGroupSession(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .update(groupSessions)
    .set({ endedAt: now, code: null })
    .where(and(eq(groupSessions.id, sessionId), isNull(groupSessions.endedAt)));
  await tellAll(tx, sessionId);
}

/**
 * Opens an ended session again, or gives one a new code when strangers got hold of the old; not after its day.
 * @param seen the code of the page that was pressed, empty for none: a second press of it does nothing
 */
export async function renewGroupCode(tx: Tx, sessionId: string, seen: string | null = null): Promise<void> {
  const [before] = await tx
    .select({ code: groupSessions.code })
    .from(groupSessions)
    .where(and(eq(groupSessions.id, sessionId), isNull(groupSessions.clearedAt)));
  if (!before || (seen !== null && seen !== (before.code ?? ""))) return;
  const code = await unusedCode(tx);
  await tx.update(groupSessions).set({ endedAt: null, code }).where(eq(groupSessions.id, sessionId));
  await tellAll(tx, sessionId);
}

/**
 * Clears sessions whose day is over: codes expire, phones and what groups wrote over are deleted. The
 * answers stay.
 */
export async function clearGroupSessions(tx: Tx, now: Temporal.Instant): Promise<number> {
  const over = await tx
    .select({ id: groupSessions.id })
    .from(groupSessions)
    .innerJoin(gatherings, eq(gatherings.id, groupSessions.gatheringId))
    .where(and(isNull(groupSessions.clearedAt), lt(gatherings.localDate, localDate(now).toString())));
  for (const { id } of over) {
    const answers = tx
      .select({ id: groupAnswers.id })
      .from(groupAnswers)
      .where(eq(groupAnswers.sessionId, id));
    await tx.delete(groupSaves).where(inArray(groupSaves.answerId, answers));
    await tx.delete(groupDevices).where(eq(groupDevices.sessionId, id));
    await tx.update(groupSessions).set({ code: null, clearedAt: now }).where(eq(groupSessions.id, id));
  }
  return over.length;
}
