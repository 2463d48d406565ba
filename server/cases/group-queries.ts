/**
 * Reads of group mode. The seal stands here: what another group answered is selected only from rounds
 * that are revealed, whoever asks (cases.md section 3).
 */
import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Reader } from "../store/store.ts";
import type { Language } from "../web/languages.ts";
import { caseLanguage } from "./library.ts";
import { groupAnswers, groupQuestions, groupRounds, groupSessions } from "./tables.ts";

const mostShared = 20;

/** Joins an answer to its round, and lets through only what is revealed. */
const isRevealedRound = and(
  eq(groupRounds.sessionId, groupAnswers.sessionId),
  eq(groupRounds.questionId, groupAnswers.questionId),
  eq(groupRounds.round, groupAnswers.round),
  isNotNull(groupRounds.revealedAt),
);

/**
 * What earlier groups, in any network, let later groups read of one question of one version: ticked by
 * the group, approved by an adviser, revealed at its gathering. The newest first, at most twenty; no
 * group, gathering or date is told.
 * @param language which form an alternative of a choice question is given in
 */
export async function sharedAnswersFor(
  read: Reader,
  slug: string,
  version: number,
  questionId: string,
  language: Language,
): Promise<{ id: string; words: string; choice: string | null }[]> {
  const rows = await read
    .select({
      id: groupAnswers.id,
      words: groupAnswers.words,
      choice: groupAnswers.choice,
      wording: groupQuestions.wording,
    })
    .from(groupSessions)
    .innerJoin(groupAnswers, eq(groupAnswers.sessionId, groupSessions.id))
    .innerJoin(groupRounds, isRevealedRound)
    .innerJoin(
      groupQuestions,
      and(
        eq(groupQuestions.sessionId, groupAnswers.sessionId),
        eq(groupQuestions.questionId, groupAnswers.questionId),
      ),
    )
    .where(
      and(
        eq(groupSessions.caseSlug, slug),
        eq(groupSessions.caseVersion, version),
        eq(groupAnswers.questionId, questionId),
        eq(groupAnswers.mayShare, true),
        isNotNull(groupAnswers.approvedById),
      ),
    )
    .orderBy(desc(groupSessions.openedAt), desc(groupAnswers.id))
    .limit(mostShared);
  return rows.map(({ id, words, choice, wording }) => ({
    id,
    words,
    choice: choice === null ? null : (wording[caseLanguage(language)].choices[choice] ?? null),
  }));
}
