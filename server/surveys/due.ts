/** What the clock does with surveys: opens evaluations, mails, reminds, closes. */
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import type { Mail, Mailer } from "../mail/outbox.ts";
import { outbox } from "../mail/tables.ts";
import { networks } from "../networks/tables.ts";
import { limits } from "../privacy/release.ts";
import type { Reader, Store } from "../store/store.ts";
import { instantOf, localDate, zone } from "../web/dates.ts";
import { askedOf, isAttendanceRecorded, type Survey } from "./asked.ts";
import { readBallot } from "./ballot.ts";
import { reminderMail, type SurveyMail, surveyMail } from "./mails.ts";
import type { SurveyPorts } from "./ports.ts";
import { closeSurvey, leastAsked, openEvaluation } from "./survey.ts";
import { surveys } from "./tables.ts";

type Ports = Pick<SurveyPorts, "employerContactsOf">;

/** A gathering that ended longer ago than this is not asked about any more. */
const latestDays = 14;
/** Local time of the day after when those who said yes are asked, if nobody has recorded who came. */
const waitsForAttendance = "10:00";
/** Mail goes out between these hours. */
const [firstHour, lastHour] = [7, 21];

/** This moment, or the next morning when it is night. */
export function decentHour(now: Temporal.Instant): Temporal.Instant {
  const local = now.toZonedDateTimeISO(zone);
  if (local.hour >= firstHour && local.hour < lastHour) return now;
  const day = local.toPlainDate().add({ days: local.hour >= lastHour ? 1 : 0 });
  return instantOf(day.toString(), `0${firstHour}:00`);
}

const isLater = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

/** Whether it is time to ask: who came is known, or the morning after has come. */
async function isTimeToAsk(
  read: Reader,
  gathering: Pick<typeof gatherings.$inferSelect, "id" | "localDate">,
  now: Temporal.Instant,
): Promise<boolean> {
  const nextDay = Temporal.PlainDate.from(gathering.localDate).add({ days: 1 }).toString();
  return (
    !isLater(instantOf(nextDay, waitsForAttendance), now) || (await isAttendanceRecorded(read, gathering.id))
  );
}

/** Gatherings that are over and have been asked about by nobody. */
async function unasked(read: Reader, now: Temporal.Instant) {
  return read
    .select({
      id: gatherings.id,
      networkId: gatherings.networkId,
      localDate: gatherings.localDate,
      startsAt: gatherings.startsAt,
      endsAt: gatherings.endsAt,
    })
    .from(gatherings)
    .leftJoin(surveys, eq(surveys.gatheringId, gatherings.id))
    .where(
      and(
        gte(gatherings.startsAt, now.subtract({ hours: latestDays * 24 })),
        lt(gatherings.startsAt, now),
        isNotNull(gatherings.openedAt),
        isNull(gatherings.cancelledAt),
        eq(gatherings.audience, "everyone"), // its questions are about mentors and Nav meeting
        isNull(surveys.id),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id));
}

/**
 * Opens the evaluations of gatherings that are over: at once when attendance is recorded, else at ten
 * the next day, to those who said yes. Below two asked, or three who only said yes, none is opened.
 * @returns how many
 */
export async function openDueEvaluations(store: Store, ports: Ports, now: Temporal.Instant): Promise<number> {
  let opened = 0;
  for (const gathering of await unasked(store.read, now)) {
    if (isLater(gathering.endsAt, now) || !(await isTimeToAsk(store.read, gathering, now))) continue;
    const about = { kind: "evaluation" as const, networkId: gathering.networkId, gatheringId: gathering.id };
    // two who said yes may have been six who came: a list that comes late is waited for
    const isKnown = await isAttendanceRecorded(store.read, gathering.id);
    const least = isKnown ? leastAsked("evaluation") : limits.gatheringAnswers;
    if ((await askedOf(store.read, ports, about)).length < least) continue;
    const result = await store.write(async (tx) =>
      openEvaluation(tx, gathering, (await askedOf(tx, ports, about)).length, now),
    );
    if (result.ok) opened++;
  }
  return opened;
}

/** Open surveys with what a mail about them says. */
async function openSurveys(read: Reader, now: Temporal.Instant) {
  return read
    .select({
      survey: surveys,
      networkName: networks.name,
      gatheringTitle: gatherings.title,
      gatheringDate: gatherings.localDate,
    })
    .from(surveys)
    .innerJoin(networks, eq(networks.id, surveys.networkId))
    .leftJoin(gatherings, eq(gatherings.id, surveys.gatheringId))
    .where(and(isNull(surveys.closedOn), gte(surveys.closesOn, localDate(now).toString())))
    .orderBy(asc(surveys.openedOn), asc(surveys.id));
}

/**
 * Mails every open survey to those asked who have not been mailed, each once: also whoever is put on the
 * list of a gathering afterwards. For the clock, and right after opening.
 * @returns how many mails were written
 */
export async function mailOpenSurveys(
  store: Store,
  mailer: Mailer,
  ports: Ports,
  now: Temporal.Instant,
): Promise<number> {
  let written = 0;
  for (const about of await openSurveys(store.read, now)) {
    const making: SurveyMail = { mailer, ...about, now, notBefore: decentHour(now) };
    const asked = (await askedOf(store.read, ports, about.survey)).filter(({ wantsMail }) => wantsMail);
    const mails = await unsent(
      store.read,
      asked.map((person) => surveyMail(making, person)),
    );
    if (mails.length > 0) written += await store.write((tx) => mailer.queueAll(tx, mails, now));
  }
  return written;
}

/** Those not written before; looked up first, so that most runs write nothing. */
async function unsent(read: Reader, mails: Mail[]): Promise<Mail[]> {
  const keys = mails.map(({ onceKey }) => onceKey as string);
  if (keys.length === 0) return [];
  const rows = await read.select({ key: outbox.onceKey }).from(outbox).where(inArray(outbox.onceKey, keys));
  const known = new Set(rows.map(({ key }) => key));
  return mails.filter(({ onceKey }) => !known.has(onceKey as string));
}

const isReminded = ({ remindedOn, remindOn }: Survey, today: string) =>
  remindedOn !== null || remindOn > today;

/**
 * Reminds those who have not answered, once per survey, on its day of reminding or as soon after as the
 * clock runs.
 * @returns how many mails were written
 */
export async function remindOfSurveys(
  store: Store,
  mailer: Mailer,
  ports: Ports,
  now: Temporal.Instant,
): Promise<number> {
  const today = localDate(now).toString();
  let written = 0;
  for (const about of await openSurveys(store.read, now)) {
    if (isReminded(about.survey, today)) continue;
    const { survey } = about;
    const making: SurveyMail = { mailer, ...about, now, notBefore: decentHour(now) };
    written += await store.write(
      async (tx) => {
        const claimed = await tx
          .update(surveys)
          .set({ remindedOn: today })
          .where(and(eq(surveys.id, survey.id), isNull(surveys.remindedOn)))
          .returning({ id: surveys.id });
        if (claimed.length === 0) return 0;
        const { answered } = await readBallot(tx, mailer.secret, survey);
        const silent = (await askedOf(tx, ports, survey)).filter(
          ({ id, wantsReminders }) => wantsReminders && !answered.includes(id),
        );
        return mailer.queueAll(
          tx,
          silent.map((person) => reminderMail(making, person)),
          now,
        );
      },
      { inTurnFor: survey.id },
    );
  }
  return written;
}

/** Closes the surveys whose last day is over. @returns how many */
export async function closeDueSurveys(store: Store, secret: string, now: Temporal.Instant): Promise<number> {
  const due = await store.read
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(isNull(surveys.closedOn), lt(surveys.closesOn, localDate(now).toString())))
    .orderBy(asc(surveys.closesOn), asc(surveys.id));
  let closed = 0;
  for (const { id } of due) {
    if (await store.write((tx) => closeSurvey(tx, secret, id, now), { inTurnFor: id })) closed++;
  }
  return closed;
}

/** Everything the clock does with surveys, in order. */
export async function runSurveys(
  store: Store,
  mailer: Mailer,
  ports: Ports,
  now: Temporal.Instant,
): Promise<void> {
  await closeDueSurveys(store, mailer.secret, now);
  await openDueEvaluations(store, ports, now);
  await mailOpenSurveys(store, mailer, ports, now);
  await remindOfSurveys(store, mailer, ports, now);
}
