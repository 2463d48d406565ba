/** A survey comes into being, and closes. */
import { and, asc, eq, gt, isNotNull, isNull, like } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import { outbox } from "../mail/tables.ts";
import { proposeTopic } from "../networks/topic.ts";
import { limits } from "../privacy/release.ts";
import { newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { halfYearOf } from "../web/half-year.ts";
import type { Survey } from "./asked.ts";
import { keepCountsSealed, openSealedBallot, readBallot } from "./ballot.ts";
import { addToPool } from "./pool.ts";
import type { SurveyKind } from "./questions.ts";
import { surveys } from "./tables.ts";

/** An evaluation is open so long, unless the next gathering comes before. */
const evaluationDays = 14;
/** And never shorter than this. */
const leastDays = 2;
const evaluationReminderDays = 4;
const yearlyDays = 21;
const yearlyReminderDays = 10;

/**
 * Fewer than this asked, and nothing of the survey could ever be shown: then nobody is troubled with it. Two
 * who were at a gathering are asked: the network never sees what they say, but it counts in the half-year or
 * the year, and in a thin network most gatherings are such.
 */
export const leastAsked = (kind: SurveyKind): number =>
  kind === "evaluation" ? limits.gatheringAsked : limits.leaderPool;

/** Whether so few are asked about a gathering that its counts cannot be shown by themselves. */
export const isForPoolOnly = ({ kind, asked }: Pick<Survey, "kind" | "asked">): boolean =>
  kind === "evaluation" && asked < limits.gatheringAnswers;

async function nextGatheringDate(
  read: Reader,
  gathering: Pick<typeof gatherings.$inferSelect, "networkId" | "startsAt">,
): Promise<string | null> {
  const [row] = await read
    .select({ date: gatherings.localDate })
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, gathering.networkId),
        gt(gatherings.startsAt, gathering.startsAt),
        isNotNull(gatherings.openedAt),
        isNull(gatherings.cancelledAt),
      ),
    )
    .orderBy(asc(gatherings.startsAt))
    .limit(1);
  return row?.date ?? null;
}

/** The last day of an evaluation: the day before the next gathering, or fourteen days on. */
export function evaluationCloses(today: Temporal.PlainDate, next: Temporal.PlainDate | null): string {
  const longest = today.add({ days: evaluationDays }).toString();
  const beforeNext = next?.subtract({ days: 1 }).toString() ?? longest;
  const least = today.add({ days: leastDays }).toString();
  const shorter = beforeNext < longest ? beforeNext : longest;
  return shorter > least ? shorter : least;
}

async function addSurvey(
  tx: Tx,
  facts: Omit<typeof surveys.$inferInsert, "id">,
): Promise<{ ok: true; id: string } | { ok: false; reason: "opened-before" }> {
  const id = newId();
  const rows = await tx
    .insert(surveys)
    .values({ id, ...facts })
    .onConflictDoNothing()
    .returning({ id: surveys.id });
  return rows.length > 0 ? { ok: true, id } : { ok: false, reason: "opened-before" };
}

/**
 * Opens the evaluation of a gathering, once. The day it closes is settled here and told to those asked.
 * @param asked how many are asked
 * @returns refused with `too-few` when so few are asked that nothing could be shown, and `opened-before`
 */
export async function openEvaluation(
  tx: Tx,
  gathering: Pick<typeof gatherings.$inferSelect, "id" | "networkId" | "localDate" | "startsAt">,
  asked: number,
  now: Temporal.Instant,
): Promise<{ ok: true; id: string } | { ok: false; reason: "too-few" | "opened-before" }> {
  if (asked < leastAsked("evaluation")) return { ok: false, reason: "too-few" };
  const today = localDate(now);
  const next = await nextGatheringDate(tx, gathering);
  const closesOn = evaluationCloses(today, next ? Temporal.PlainDate.from(next) : null);
  const remindOn = today.add({ days: evaluationReminderDays }).toString();
  return addSurvey(tx, {
    networkId: gathering.networkId,
    kind: "evaluation",
    gatheringId: gathering.id,
    period: halfYearOf(gathering.localDate),
    onceKey: `evaluation:${gathering.id}`,
    openedOn: today.toString(),
    closesOn,
    remindOn: remindOn < closesOn ? remindOn : closesOn,
    asked,
  });
}

/**
 * Opens a network's yearly survey to mentors or to employer contacts, once a year, for three weeks.
 * @returns refused with `too-few` below five asked, and `opened-before` in this year
 */
export async function openYearly(
  tx: Tx,
  facts: { networkId: string; kind: "mentors" | "employers"; byId: string; asked: number },
  now: Temporal.Instant,
): Promise<{ ok: true; id: string } | { ok: false; reason: "too-few" | "opened-before" }> {
  const { networkId, kind, byId, asked } = facts;
  if (asked < leastAsked(kind)) return { ok: false, reason: "too-few" };
  const today = localDate(now);
  return addSurvey(tx, {
    networkId,
    kind,
    period: String(today.year),
    onceKey: `${kind}:${networkId}:${today.year}`,
    openedOn: today.toString(),
    closesOn: today.add({ days: yearlyDays }).toString(),
    remindOn: today.add({ days: yearlyReminderDays }).toString(),
    asked,
    openedById: byId,
  });
}

/** An evaluation of which nobody will see the counts by themselves: as few answered, or was promised. */
const isTooFew = (survey: Survey, answers: number): boolean =>
  isForPoolOnly(survey) || (survey.kind === "evaluation" && answers < limits.gatheringAnswers);

/**
 * Closes a survey whose last day is over: the ballot is opened unless too few answered to be shown, who had answered goes on sealed to the
 * half-year's pool and is gone from the survey, the wishes become topics together and without a proposer,
 * and reminders, which tell who had not answered, are deleted. Does nothing to a closed one.
 */
export async function closeSurvey(
  tx: Tx,
  secret: string,
  surveyId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const [survey] = await tx.select().from(surveys).where(eq(surveys.id, surveyId));
  const today = localDate(now).toString();
  if (!survey || survey.closedOn !== null || today <= survey.closesOn) return false;
  const ballot = await readBallot(tx, secret, survey);
  if (isTooFew(survey, ballot.answered.length)) await keepCountsSealed(tx, secret, surveyId, ballot);
  else await openSealedBallot(tx, surveyId, { ...ballot, texts: { ...ballot.texts, onske: [] } });
  await tx
    .update(surveys)
    .set({ closedOn: today, answers: ballot.answered.length })
    .where(eq(surveys.id, surveyId));
  if (survey.kind === "evaluation") await addToPool(tx, secret, survey, ballot.answered);
  for (const words of ballot.texts["onske"] ?? []) {
    const wish = { networkId: survey.networkId, words, source: "evaluation" as const, byId: null };
    await proposeTopic(tx, wish, now);
  }
  await tx.delete(outbox).where(like(outbox.onceKey, `${reminderKey(survey)}:%`));
  return true;
}

/** How the once-keys of a survey's reminders begin. */
export const reminderKey = ({ id }: Pick<Survey, "id">) => `survey-reminder:${id}`;
