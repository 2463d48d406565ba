/** What groups answered at one of the demo's past gatherings, given as on the day. */

import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { saveAnswer } from "../cases/group-answer.ts";
import { joinGroup, setGroupSize } from "../cases/group-device.ts";
import { addCluster, approveSharing, markParty, type Party, placeAnswer } from "../cases/group-harvest.ts";
import { openRound, revealRound } from "../cases/group-round.ts";
import { clearGroupSessions, endGroupSession, openGroupSession } from "../cases/group-session.ts";
import type { CaseLibrary } from "../cases/library.ts";
import { groupAnswers, groupSessions } from "../cases/tables.ts";
import type { Tx } from "../store/store.ts";
import { type Ids, idOf } from "./people.ts";

export interface DemoGroups {
  gathering: string;
  case: string;
  /** Group → how many. */
  groups: Record<string, number>;
  rounds: {
    question: string;
    round?: 2;
    piles: string[];
    answers: {
      group: number;
      choice?: number;
      words: string;
      pile: number | null;
      party: Party | null;
      shared: boolean;
    }[];
  }[];
}

type Round = DemoGroups["rounds"][number];

async function answerRound(tx: Tx, sessionId: string, demo: Round, byId: string, now: Temporal.Instant) {
  const key = { sessionId, questionId: demo.question, round: demo.round ?? 1 };
  await openRound(tx, { ...key, minutes: 5 }, now);
  for (const { group: groupNumber, words, choice = null, shared: mayShare } of demo.answers) {
    const seen = { words: "", choice: null };
    await saveAnswer(tx, { ...key, groupNumber }, { words, choice, seenVersion: 0, seen, mayShare });
  }
  await revealRound(tx, { ...key, byId }, async () => ({ ok: false, reason: "nothing is marked" }), now);
  const piles: (string | null)[] = [];
  for (const name of demo.piles) piles.push(await addCluster(tx, { ...key, name }));
  for (const { group, pile, party, shared } of demo.answers) {
    const [answer] = await tx
      .select({ id: groupAnswers.id })
      .from(groupAnswers)
      .where(
        and(
          eq(groupAnswers.sessionId, sessionId),
          eq(groupAnswers.questionId, key.questionId),
          eq(groupAnswers.round, key.round),
          eq(groupAnswers.groupNumber, group),
        ),
      );
    const at = { sessionId, answerId: answer?.id as string };
    if (pile !== null) await placeAnswer(tx, { ...at, clusterId: piles[pile] ?? null });
    if (party) await markParty(tx, { ...at, party });
    if (shared) await approveSharing(tx, { ...at, byId, isApproved: true });
  }
}

/** @param then a moment of the gathering's day @param now when the demo is loaded: the day is over */
export async function addDemoGroups(
  tx: Tx,
  demo: DemoGroups,
  library: CaseLibrary,
  ids: Ids,
  then: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  const found = library.get(demo.case);
  if (!found) throw new Error(`content/demo/groups.yaml: there is no case ${demo.case}`);
  const byId = idOf(ids, "kari");
  const gatheringId = idOf(ids, demo.gathering);
  const opened = await openGroupSession(tx, { gatheringId, case: found, byId }, then);
  if (!opened.ok) throw new Error(`content/demo/groups.yaml: ${demo.gathering} is ${opened.reason}`);
  const sessionId = opened.id;
  const [session] = await tx.select().from(groupSessions).where(eq(groupSessions.id, sessionId));
  for (const [group, size] of Object.entries(demo.groups)) {
    const groupNumber = Number(group);
    await joinGroup(tx, { code: session?.code as string, groupNumber, token: null }, then);
    await setGroupSize(tx, { sessionId, groupNumber, size });
  }
  for (const [i, round] of demo.rounds.entries())
    await answerRound(tx, sessionId, round, byId, then.add({ minutes: 10 * i }));
  await endGroupSession(tx, sessionId, then.add({ minutes: 10 * demo.rounds.length }));
  await clearGroupSessions(tx, now);
}
