/** The one answer of a group: saved by any of its phones, and nothing that was saved is lost. */
import { and, eq, isNull } from "drizzle-orm";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { mergeTexts } from "./group-merge.ts";
import { tellAll, tellGroup } from "./group-version.ts";
import { groupAnswers, groupGroups, groupRounds, groupSaves, groupSessions } from "./tables.ts";

/** A group of fewer could be told apart: its mark makes no feedback (learning-loop.md section 1). */
export const leastForFeedback = 3;
/** The longest an answer may be, in characters. */
export const longestAnswer = 2000;

/** Which answer: of one group, to one question, in one round. */
export interface AnswerKey {
  sessionId: string;
  questionId: string;
  round: number;
  groupNumber: number;
}
export interface AnswerText {
  words: string;
  choice: number | null;
}
export type Answer = typeof groupAnswers.$inferSelect;

export interface Save extends AnswerText {
  /** The version the phone showed, and the text it showed then. */
  seenVersion: number;
  seen: AnswerText;
  /** Ticks that were changed on the phone; undefined for those left alone. */
  isAboutNav?: boolean | undefined;
  mayShare?: boolean | undefined;
}

export type Saved =
  | { ok: true; version: number; isMerged: boolean }
  | { ok: false; reason: "not-open" }
  | { ok: false; reason: "conflict"; current: AnswerText & { version: number } };

const isAnswer = ({ sessionId, questionId, round, groupNumber }: AnswerKey) =>
  and(
    eq(groupAnswers.sessionId, sessionId),
    eq(groupAnswers.questionId, questionId),
    eq(groupAnswers.round, round),
    eq(groupAnswers.groupNumber, groupNumber),
  );

export async function answerOf(tx: Tx, key: AnswerKey): Promise<Answer | null> {
  const [row] = await tx.select().from(groupAnswers).where(isAnswer(key));
  return row ?? null;
}

async function isOpen(tx: Tx, { sessionId, questionId, round }: AnswerKey): Promise<boolean> {
  const [row] = await tx
    .select({ round: groupRounds.round })
    .from(groupRounds)
    .innerJoin(groupSessions, eq(groupSessions.id, groupRounds.sessionId))
    .where(
      and(
        eq(groupRounds.sessionId, sessionId),
        eq(groupRounds.questionId, questionId),
        eq(groupRounds.round, round),
        isNull(groupRounds.closedAt),
        isNull(groupSessions.endedAt),
      ),
    );
  return row !== undefined;
}

async function sizeOf(tx: Tx, { sessionId, groupNumber }: AnswerKey): Promise<number> {
  const [row] = await tx
    .select({ size: groupGroups.size })
    .from(groupGroups)
    .where(and(eq(groupGroups.sessionId, sessionId), eq(groupGroups.number, groupNumber)));
  return row?.size ?? 0;
}

export const hasContent = ({ words, choice }: AnswerText) => words !== "" || choice !== null;

/** What a save makes of the answer as it stands; null when people must choose. */
function broughtTogether(current: AnswerText & { version: number }, save: Save): AnswerText | null {
  if (save.seenVersion === current.version) return { words: save.words, choice: save.choice };
  const words = mergeTexts(save.seen.words, current.words, save.words);
  const isSameChoice = save.choice === current.choice || save.choice === save.seen.choice;
  const isTheirsUnchanged = current.choice === save.seen.choice;
  if (words === null || !(isSameChoice || isTheirsUnchanged)) return null;
  const choice = save.choice === save.seen.choice ? current.choice : save.choice;
  return { words, choice };
}

async function keepBeside(tx: Tx, answer: Answer, { words, choice }: AnswerText): Promise<void> {
  const beside = await tx
    .select({ words: groupSaves.words, choice: groupSaves.choice })
    .from(groupSaves)
    .where(and(eq(groupSaves.answerId, answer.id), eq(groupSaves.outcome, "beside")));
  if (beside.some((one) => one.words === words && one.choice === choice)) return;
  const { id: answerId, version } = answer;
  await tx
    .insert(groupSaves)
    .values({ id: newId(), answerId, version, words, choice, outcome: "beside" as const });
}

/** What stood beside the answer and is in it now, is settled. */
async function settleContained(tx: Tx, answerId: string, text: AnswerText): Promise<void> {
  const beside = await tx
    .select({ id: groupSaves.id, words: groupSaves.words, choice: groupSaves.choice })
    .from(groupSaves)
    .where(and(eq(groupSaves.answerId, answerId), eq(groupSaves.outcome, "beside")));
  for (const one of beside) {
    const isIn = text.words.includes(one.words) && (one.choice === null || one.choice === text.choice);
    if (isIn) await tx.update(groupSaves).set({ outcome: "settled" }).where(eq(groupSaves.id, one.id));
  }
}

/** @param sent what the phone sent, kept word for word also when it was brought together with another text */
async function store(
  tx: Tx,
  key: AnswerKey,
  before: Answer | null,
  text: AnswerText,
  sent: AnswerText = text,
): Promise<number> {
  const version = (before?.version ?? 0) + 1;
  const id = before?.id ?? newId();
  if (before)
    await tx
      .update(groupAnswers)
      .set({ ...text, version })
      .where(eq(groupAnswers.id, id));
  else await tx.insert(groupAnswers).values({ id, ...key, ...text, version });
  const row = { answerId: id, version, outcome: "kept" as const };
  if (sent.words !== text.words) {
    const { words, choice } = sent;
    await tx.insert(groupSaves).values({ id: newId(), ...row, words, choice });
  }
  await tx.insert(groupSaves).values({ id: newId(), ...row, ...text });
  await settleContained(tx, id, text);
  if (hasContent(text) !== (before !== null && hasContent(before))) await tellAll(tx, key.sessionId);
  await tellGroup(tx, key.sessionId, key.groupNumber);
  return version;
}

async function setMarks(tx: Tx, key: AnswerKey, { isAboutNav, mayShare }: Save): Promise<void> {
  const answer = await answerOf(tx, key);
  if (!answer) return;
  const mayMark = isAboutNav === undefined || !isAboutNav || (await sizeOf(tx, key)) >= leastForFeedback;
  const marks = {
    ...(isAboutNav !== undefined && mayMark ? { isAboutNav } : {}),
    ...(mayShare !== undefined ? { mayShare } : {}),
  };
  if (Object.keys(marks).length === 0) return;
  await tx.update(groupAnswers).set(marks).where(eq(groupAnswers.id, answer.id));
  await tellGroup(tx, key.sessionId, key.groupNumber);
}

/**
 * Saves what a phone has of its group's answer. When others of the group saved in the meantime, the two
 * are brought together if they wrote in different places; otherwise the answer stays, the text is kept
 * beside it for the group to see, and the phone gets both. Free text has been through the guard already.
 * A group's mark for Nav takes a group of three or more, and is left out for smaller ones.
 * @returns refused when the question is not open (`not-open`), and when people must choose (`conflict`)
 */
export async function saveAnswer(tx: Tx, key: AnswerKey, save: Save): Promise<Saved> {
  if (!(await isOpen(tx, key))) return { ok: false, reason: "not-open" };
  const before = await answerOf(tx, key);
  const current = before ?? { words: "", choice: null, version: 0 };
  const text = broughtTogether(current, save);
  if (!text) {
    if (before) await keepBeside(tx, before, save);
    await tellGroup(tx, key.sessionId, key.groupNumber);
    const { words, choice, version } = current;
    return { ok: false, reason: "conflict", current: { words, choice, version } };
  }
  const isChanged = text.words !== current.words || text.choice !== current.choice;
  const version = isChanged ? await store(tx, key, before, text, save) : current.version;
  await setMarks(tx, key, save);
  return { ok: true, version, isMerged: text.words !== save.words };
}

/**
 * Keeps a text that could not be saved when it was written, such as one from a phone that had lost its
 * place: beside the answer, or as the answer when there is none. Nothing happens when the question is closed.
 */
export async function rescueText(tx: Tx, key: AnswerKey, text: AnswerText): Promise<void> {
  await saveAnswer(tx, key, { ...text, seenVersion: 0, seen: { words: "", choice: null } });
}

/**
 * The group settles a text that stands beside its answer: takes it in below what is there, or puts it away.
 * @returns refused when there is none (`gone`), when the question is closed (`not-open`), and when both
 * together are too long (`too-long`)
 */
export async function settleBeside(
  tx: Tx,
  key: AnswerKey,
  settle: { saveId: string; isTakenIn: boolean },
): Promise<{ ok: true } | { ok: false; reason: "gone" | "not-open" | "too-long" }> {
  if (!(await isOpen(tx, key))) return { ok: false, reason: "not-open" };
  const answer = await answerOf(tx, key);
  if (!answer) return { ok: false, reason: "gone" };
  const isBeside = and(
    eq(groupSaves.id, settle.saveId),
    eq(groupSaves.answerId, answer.id),
    eq(groupSaves.outcome, "beside"),
  );
  const [beside] = await tx.select().from(groupSaves).where(isBeside);
  if (!beside) return { ok: false, reason: "gone" };
  if (settle.isTakenIn) {
    const words = [answer.words, beside.words].filter(Boolean).join("\n\n");
    if (words.length > longestAnswer) return { ok: false, reason: "too-long" };
    await store(tx, key, answer, { words, choice: answer.choice ?? beside.choice });
  }
  await tx.update(groupSaves).set({ outcome: "settled" }).where(isBeside);
  await tellGroup(tx, key.sessionId, key.groupNumber);
  return { ok: true };
}
