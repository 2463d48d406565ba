/**
 * What the clock erases when its time is over (domain.md section 6): found from the classes of the
 * columns, in batches, so that nobody waits for it, and so that it can stop between any two.
 */
import { and, gt, lt } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings, halfYears } from "../gatherings/tables.ts";
import { feedbackClosedBefore } from "../learning/closed.ts";
import { countOldMail, eraseOldMail } from "../mail/old-mail.ts";
import type { Mailer } from "../mail/outbox.ts";
import { countDue, type Due, eraseBatch } from "../privacy/erase-due.ts";
import { erasureTasks, type Task } from "../privacy/erasure-plan.ts";
import { retention } from "../privacy/retention.ts";
import type { DataClass } from "../store/inventory.ts";
import type { Reader, Store } from "../store/store.ts";
import { localDate, zone } from "../web/dates.ts";
import { halfYearOf, spanOf } from "../web/half-year.ts";
import { erasePerson } from "./erasure.ts";
import { longGone } from "./long-gone.ts";

const batch = 200;
/** Called between batches with how many rows went; false stops. */
export type GoOn = (counts: Record<string, number>) => Promise<boolean>;

/** The moment before which a class is over its time. */
export function limitOf(dataClass: DataClass, now: Temporal.Instant): Temporal.Instant {
  const { limit } = retention[dataClass];
  if (!limit) throw new Error(`${dataClass} has no limit`);
  const days = "days" in limit ? { days: limit.days } : { months: limit.months };
  return now.toZonedDateTimeISO(zone).subtract(days).toInstant();
}

/** The half-years of networks whose counts are stored for good, of gatherings that are over their time. */
async function storedHalfYears(read: Reader, before: Temporal.Instant) {
  const rows = await read
    .select({ networkId: halfYears.networkId, half: halfYears.half, countedOn: halfYears.countedOn })
    .from(halfYears)
    .where(lt(halfYears.half, `${halfYearOf(localDate(before).toString())}~`));
  return rows
    .map(({ networkId, half, countedOn }) => ({ networkId, countedOn, ...spanOf(half) }))
    .filter(({ countedOn, to }) => countedOn > to);
}

/** Pages of feedback that is over. */
async function* closedFeedback(read: Reader, now: Temporal.Instant): AsyncGenerator<Due> {
  const before = limitOf("feedback-words", now);
  for (let after: string | null = ""; after !== null; ) {
    const page: Awaited<ReturnType<typeof feedbackClosedBefore>> = await feedbackClosedBefore(
      read,
      { before, after, size: batch },
      now,
    );
    if (page.ids.length > 0) yield { ids: page.ids };
    after = page.next;
  }
}

/** What is due of a task, piece by piece. */
async function* duesOf(read: Reader, task: Task, now: Temporal.Instant): AsyncGenerator<Due> {
  const before = limitOf(task.dataClass, now);
  if (task.dataClass === "feedback-words") yield* closedFeedback(read, now);
  else if (task.ownDate === "at") yield { before };
  else if (task.ownDate) yield { before: localDate(before).toString() };
  else if (task.dataClass !== "attendance") yield { endedBefore: before };
  else {
    for (const { networkId, from, to } of await storedHalfYears(read, before)) {
      yield { endedBefore: before, in: { networkId, from, to } };
    }
  }
}

export interface DueRows {
  dataClass: DataClass;
  table: string;
  rows: number;
}

async function countLongGone(read: Reader, now: Temporal.Instant): Promise<number> {
  const before = limitOf("identity", now);
  let n = 0;
  for (let after: string | undefined = ""; after !== undefined; ) {
    const page = await longGone(read, { before, after, size: batch });
    n += page.length;
    after = page.length === batch ? page.at(-1) : undefined;
  }
  return n;
}

/** A dry run: how many rows of which table would go now. Changes nothing. */
export async function dueNow(read: Reader, now: Temporal.Instant): Promise<DueRows[]> {
  const found: DueRows[] = [];
  for (const task of erasureTasks()) {
    let rows = 0;
    for await (const due of duesOf(read, task, now)) rows += await countDue(read, task, due);
    found.push({ dataClass: task.dataClass, table: task.shape.name, rows });
  }
  const mails = await countOldMail(read, limitOf("raw-mail", now));
  found.push({ dataClass: "raw-mail", table: "outbox", rows: mails });
  found.push({ dataClass: "identity", table: "persons", rows: await countLongGone(read, now) });
  return found;
}

/**
 * Attendance of gatherings over their time whose half-year is not counted: it stays until it is.
 * @returns how many gatherings
 */
export async function uncountedGatherings(read: Reader, now: Temporal.Instant): Promise<number> {
  const before = limitOf("attendance", now);
  const stored = new Set(
    (await storedHalfYears(read, before)).map(({ networkId, from }) => `${networkId} ${from}`),
  );
  const over = await read
    .select({ networkId: gatherings.networkId, localDate: gatherings.localDate })
    .from(gatherings)
    .where(
      and(lt(gatherings.endsAt, before), gt(gatherings.closedAt, Temporal.Instant.fromEpochMilliseconds(0))),
    );
  return over.filter((one) => !stored.has(`${one.networkId} ${spanOf(halfYearOf(one.localDate)).from}`))
    .length;
}

/**
 * Erases everything that is over its time.
 * @param goOn called after each batch with all counts so far; when it says no, the rest waits
 * @returns how many rows of which table went, and whether it came to its end
 */
export async function eraseDue(
  store: Store,
  mailer: Mailer,
  now: Temporal.Instant,
  goOn: GoOn,
): Promise<{ counts: Record<string, number>; isDone: boolean }> {
  const counts: Record<string, number> = {};
  const add = (table: string, n: number) => {
    if (n > 0) counts[table] = (counts[table] ?? 0) + n;
    return n === 0 ? true : goOn(counts);
  };
  for (const task of erasureTasks()) {
    for await (const due of duesOf(store.read, task, now)) {
      for (let n = 1; n > 0; ) {
        n = await store.write((tx) => eraseBatch(tx, task, due, batch));
        if (!(await add(task.shape.name, n))) return { counts, isDone: false };
      }
    }
  }
  const oldMail = limitOf("raw-mail", now);
  for (let n = 1; n > 0; ) {
    n = await store.write((tx) => eraseOldMail(tx, oldMail, batch));
    if (!(await add("outbox", n))) return { counts, isDone: false };
  }
  const before = limitOf("identity", now);
  for (let after: string | undefined = ""; after !== undefined; ) {
    const [personId]: string[] = await longGone(store.read, { before, after, size: 1 });
    after = personId;
    if (!personId) break;
    const erased = await erasePerson(store, mailer, { personId, byId: null }, now);
    if (!(await add("persons", erased.ok ? 1 : 0))) return { counts, isDone: false };
  }
  return { counts, isDone: true };
}
