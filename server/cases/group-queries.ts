/**
 * Reads of group mode. The seal stands here: what another group answered is selected only from rounds
 * that are revealed, whoever asks (cases.md section 3).
 */
import { and, asc, desc, eq, gte, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import { memberships } from "../networks/tables.ts";
import { blank } from "../privacy/blank.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader, Store } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import type { Language } from "../web/languages.ts";
import { hashToken } from "../web/signing.ts";
import { caseLanguage } from "./library.ts";
import {
  groupAnswers,
  groupClusters,
  groupDevices,
  groupGroups,
  groupQuestions,
  groupRounds,
  groupSaves,
  groupSessions,
} from "./tables.ts";

type Reads = Pick<Store, "read">;
const ofSession = sql.placeholder("sessionId");

const mostShared = 20;

/** Joins an answer to its round, and lets through only what is revealed. */
const isRevealedRound = and(
  eq(groupRounds.sessionId, groupAnswers.sessionId),
  eq(groupRounds.questionId, groupAnswers.questionId),
  eq(groupRounds.round, groupAnswers.round),
  isNotNull(groupRounds.revealedAt),
);

/** Something was answered: an answer that was emptied again counts as none. */
const hasContent = or(ne(groupAnswers.words, ""), isNotNull(groupAnswers.choice));

/**
 * What earlier groups, in any network, let later groups read of one question of one version: ticked by
 * the group, approved by an adviser, revealed at its gathering. The newest first, at most twenty; no
 * group, gathering or date is told.
 * @param language which form an alternative of a choice question is given in
 * @param exceptSessionId a session whose own answers are left out
 */
export async function sharedAnswersFor(
  read: Reader,
  slug: string,
  version: number,
  questionId: string,
  language: Language,
  exceptSessionId?: string,
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
        ne(groupAnswers.words, blank), // over its time
        isNotNull(groupAnswers.approvedById),
        exceptSessionId ? ne(groupSessions.id, exceptSessionId) : undefined,
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

const sessionQuery = (read: Reader) =>
  read
    .select({
      id: groupSessions.id,
      gatheringId: groupSessions.gatheringId,
      caseSlug: groupSessions.caseSlug,
      caseVersion: groupSessions.caseVersion,
      caseTitle: groupSessions.caseTitle,
      code: groupSessions.code,
      version: groupSessions.version,
      staffVersion: groupSessions.staffVersion,
      openedById: groupSessions.openedById,
      endedAt: groupSessions.endedAt,
      networkId: gatherings.networkId,
      gatheringTitle: gatherings.title,
      localDate: gatherings.localDate,
    })
    .from(groupSessions)
    .innerJoin(gatherings, eq(gatherings.id, groupSessions.gatheringId))
    .where(eq(groupSessions.id, ofSession));
export type GroupSession = Awaited<ReturnType<typeof sessionQuery>>[number];

/** A session with the day of its gathering; null when there is none. Says nothing of who may see it. */
export async function groupSession(store: Reads, sessionId: string): Promise<GroupSession | null> {
  const [row] = await prepared(store, "group-session", sessionQuery, { sessionId });
  return row ?? null;
}

const deviceQuery = (read: Reader) =>
  read
    .select({
      sessionId: groupDevices.sessionId,
      groupNumber: groupDevices.groupNumber,
      number: groupDevices.number,
      size: groupGroups.size,
      version: groupSessions.version,
      groupVersion: groupGroups.version,
    })
    .from(groupDevices)
    .innerJoin(groupSessions, eq(groupSessions.id, groupDevices.sessionId))
    .innerJoin(
      groupGroups,
      and(
        eq(groupGroups.sessionId, groupDevices.sessionId),
        eq(groupGroups.number, groupDevices.groupNumber),
      ),
    )
    .innerJoin(gatherings, eq(gatherings.id, groupSessions.gatheringId))
    .where(
      and(
        eq(groupDevices.tokenHash, sql.placeholder("tokenHash")),
        eq(gatherings.localDate, sql.placeholder("today")),
      ),
    );
export type Device = Awaited<ReturnType<typeof deviceQuery>>[number];

/**
 * The phone whose token this is, with its group, on the gathering's own day; null on any other, for a
 * token nobody has, and without one. The one read of a poll.
 */
export async function deviceOf(
  store: Reads,
  token: string | undefined,
  now: Temporal.Instant,
): Promise<Device | null> {
  if (!token) return null;
  const values = { tokenHash: hashToken(token), today: localDate(now).toString() };
  const [row] = await prepared(store, "group-device", deviceQuery, values);
  return row ?? null;
}

/** What a phone's page shows, as a short tag: another tag, another page. */
export const tagOfDevice = ({ groupNumber, version, groupVersion }: Device) =>
  `${groupNumber}.${version}.${groupVersion}`;

const staffQuery = (read: Reader) =>
  read
    .select({ version: groupSessions.version, staffVersion: groupSessions.staffVersion })
    .from(groupSessions)
    .innerJoin(gatherings, eq(gatherings.id, groupSessions.gatheringId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.networkId, gatherings.networkId),
        eq(memberships.personId, sql.placeholder("personId")),
        eq(memberships.role, "adviser"),
        isNull(memberships.until),
      ),
    )
    .where(eq(groupSessions.id, ofSession));

/** The tag of the facilitator's and the projector's page; null for all but advisers of the network. */
export async function staffTag(store: Reads, sessionId: string, personId: string): Promise<string | null> {
  const [row] = await prepared(store, "group-staff", staffQuery, { sessionId, personId });
  return row ? tagOfStaff(row) : null;
}

export const tagOfStaff = ({ version, staffVersion }: { version: number; staffVersion: number }) =>
  `${version}.${staffVersion}`;

/** The questions as the case had them, in order. */
export const questionsOf = (store: Reads, sessionId: string) =>
  prepared(
    store,
    "group-questions",
    (read) =>
      read
        .select()
        .from(groupQuestions)
        .where(eq(groupQuestions.sessionId, ofSession))
        .orderBy(asc(groupQuestions.position)),
    { sessionId },
  );
export type GroupQuestion = Awaited<ReturnType<typeof questionsOf>>[number];

/** The rounds, the one opened last first. */
export const roundsOf = (store: Reads, sessionId: string) =>
  prepared(
    store,
    "group-rounds",
    (read) =>
      read
        .select()
        .from(groupRounds)
        .where(eq(groupRounds.sessionId, ofSession))
        .orderBy(desc(groupRounds.openedAt)),
    { sessionId },
  );
export type GroupRound = Awaited<ReturnType<typeof roundsOf>>[number];

/** A group's own answers, and no other's. */
export const ownAnswersOf = (store: Reads, sessionId: string, groupNumber: number) =>
  prepared(
    store,
    "group-own-answers",
    (read) =>
      read
        .select()
        .from(groupAnswers)
        .where(
          and(
            eq(groupAnswers.sessionId, ofSession),
            eq(groupAnswers.groupNumber, sql.placeholder("groupNumber")),
          ),
        ),
    { sessionId, groupNumber },
  );

/** What a group's phones have sent for one of its own answers, the newest first; at most two hundred. */
export const savesOf = (store: Reads, answer: { sessionId: string; groupNumber: number; id: string }) =>
  prepared(
    store,
    "group-saves",
    (read) =>
      read
        .select({
          id: groupSaves.id,
          version: groupSaves.version,
          words: groupSaves.words,
          choice: groupSaves.choice,
          outcome: groupSaves.outcome,
        })
        .from(groupSaves)
        .innerJoin(groupAnswers, eq(groupAnswers.id, groupSaves.answerId))
        .where(
          and(
            eq(groupSaves.answerId, sql.placeholder("id")),
            eq(groupAnswers.sessionId, ofSession),
            eq(groupAnswers.groupNumber, sql.placeholder("groupNumber")),
          ),
        )
        .orderBy(desc(groupSaves.version), desc(groupSaves.id))
        .limit(200),
    answer,
  );
export type GroupSave = Awaited<ReturnType<typeof savesOf>>[number];

/** The answers of revealed rounds, by group. Nothing of a round that is sealed. */
export const revealedAnswersOf = (store: Reads, sessionId: string) =>
  prepared(
    store,
    "group-revealed",
    (read) =>
      read
        .select({
          id: groupAnswers.id,
          questionId: groupAnswers.questionId,
          round: groupAnswers.round,
          groupNumber: groupAnswers.groupNumber,
          words: groupAnswers.words,
          choice: groupAnswers.choice,
          isAboutNav: groupAnswers.isAboutNav,
          isSentToNav: groupAnswers.isSentToNav,
          mayShare: groupAnswers.mayShare,
          approvedById: groupAnswers.approvedById,
          clusterId: groupAnswers.clusterId,
          party: groupAnswers.party,
        })
        .from(groupAnswers)
        .innerJoin(groupRounds, isRevealedRound)
        .where(and(eq(groupAnswers.sessionId, ofSession), hasContent))
        .orderBy(asc(groupAnswers.groupNumber)),
    { sessionId },
  );
export type RevealedAnswer = Awaited<ReturnType<typeof revealedAnswersOf>>[number];

/** Which groups have an answer in which round: that they have one, and nothing of it. */
export const answeredOf = (store: Reads, sessionId: string) =>
  prepared(
    store,
    "group-answered",
    (read) =>
      read
        .select({
          questionId: groupAnswers.questionId,
          round: groupAnswers.round,
          groupNumber: groupAnswers.groupNumber,
        })
        .from(groupAnswers)
        .where(and(eq(groupAnswers.sessionId, ofSession), hasContent)),
    { sessionId },
  );

/** The groups that have, or have had, a phone. */
export const groupsOf = (store: Reads, sessionId: string) =>
  prepared(
    store,
    "group-groups",
    (read) =>
      read
        .select({ number: groupGroups.number, size: groupGroups.size })
        .from(groupGroups)
        .where(eq(groupGroups.sessionId, ofSession))
        .orderBy(asc(groupGroups.number)),
    { sessionId },
  );

/** Every phone by its number, with its group. */
export const devicesOf = (store: Reads, sessionId: string) =>
  prepared(
    store,
    "group-devices",
    (read) =>
      read
        .select({ number: groupDevices.number, groupNumber: groupDevices.groupNumber })
        .from(groupDevices)
        .where(eq(groupDevices.sessionId, ofSession))
        .orderBy(asc(groupDevices.number)),
    { sessionId },
  );

/** The clusters of every round, in the order they were made. */
export const clustersOf = (store: Reads, sessionId: string) =>
  prepared(
    store,
    "group-clusters",
    (read) =>
      read
        .select()
        .from(groupClusters)
        .where(eq(groupClusters.sessionId, ofSession))
        .orderBy(asc(groupClusters.position)),
    { sessionId },
  );
export type GroupCluster = Awaited<ReturnType<typeof clustersOf>>[number];

/** Gatherings from today on that a person runs, where a case may be opened for groups; the ten soonest. */
export async function gatheringsToOpenAt(read: Reader, personId: string, now: Temporal.Instant) {
  return read
    .select({ id: gatherings.id, title: gatherings.title, localDate: gatherings.localDate })
    .from(gatherings)
    .innerJoin(
      memberships,
      and(
        eq(memberships.networkId, gatherings.networkId),
        eq(memberships.personId, personId),
        eq(memberships.role, "adviser"),
        isNull(memberships.until),
      ),
    )
    .where(and(isNull(gatherings.cancelledAt), gte(gatherings.endsAt, now)))
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(10);
}

/** Where a case has been opened for groups, at gatherings a person runs; the ten latest. */
export async function sessionsOf(read: Reader, personId: string, caseSlug: string) {
  return read
    .select({
      id: groupSessions.id,
      gatheringTitle: gatherings.title,
      localDate: gatherings.localDate,
    })
    .from(groupSessions)
    .innerJoin(gatherings, eq(gatherings.id, groupSessions.gatheringId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.networkId, gatherings.networkId),
        eq(memberships.personId, personId),
        eq(memberships.role, "adviser"),
        isNull(memberships.until),
      ),
    )
    .where(eq(groupSessions.caseSlug, caseSlug))
    .orderBy(desc(gatherings.localDate), desc(groupSessions.id))
    .limit(10);
}
