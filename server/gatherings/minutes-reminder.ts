/** Reminds advisers of minutes that are not out: kindly, by day and on weekdays, and rarer with time. */
import { and, asc, eq, gt, isNotNull, isNull, lte, ne } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mail, Mailer } from "../mail/outbox.ts";
import { memberships } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import type { Reader, Store } from "../store/store.ts";
import { localDate, zone } from "../web/dates.ts";
import { minutesReminderMail } from "./minutes-mails.ts";
import type { Gathering } from "./queries.ts";
import { gatherings, minutes } from "./tables.ts";

/** Days after the gathering; from the last one on, every seventh. */
const firstDays = [1, 3, 7];
/** Older ones are left in peace: there they will be no help. */
const lastDay = 90;
const hours = { from: 8, to: 16 };

/** Whether a reminder is due so many days after a gathering. */
export function isReminderDay(days: number): boolean {
  if (days > lastDay) return false;
  return firstDays.includes(days) || (days > 7 && days % 7 === 0);
}

/**
 * The day that a reminder falls on: one for a Saturday or a Sunday comes on Monday.
 * @param today a weekday
 */
function isDueToday(held: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const days = held.until(today, { largestUnit: "day" }).days;
  const covered = today.dayOfWeek === 1 ? [days, days - 1, days - 2] : [days];
  return covered.some((day) => day > 0 && isReminderDay(day));
}

/** Gatherings that have ended, whose minutes are neither out nor declared off. */
async function without(read: Reader, now: Temporal.Instant): Promise<Gathering[]> {
  const rows = await read
    .select({ gathering: gatherings })
    .from(gatherings)
    .leftJoin(minutes, eq(minutes.gatheringId, gatherings.id))
    .where(
      and(
        gt(gatherings.startsAt, now.subtract({ hours: 24 * (lastDay + 3) })),
        lte(gatherings.startsAt, now),
        isNotNull(gatherings.openedAt),
        isNull(gatherings.cancelledAt),
        isNull(minutes.gatheringId),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id));
  return rows.map((row) => row.gathering);
}

async function dueMails(read: Reader, mailer: Mailer, now: Temporal.Instant): Promise<Mail[]> {
  const today = localDate(now);
  const { hour } = now.toZonedDateTimeISO(zone);
  if (today.dayOfWeek > 5 || hour < hours.from || hour >= hours.to) return [];
  const mails: Mail[] = [];
  for (const gathering of await without(read, now)) {
    if (!isDueToday(localDate(gathering.endsAt), today)) continue;
    const advisers = await read
      .select({ id: persons.id, name: persons.name, email: persons.email, language: persons.language })
      .from(memberships)
      .innerJoin(persons, eq(persons.id, memberships.personId))
      .where(
        and(
          eq(memberships.networkId, gathering.networkId),
          eq(memberships.role, "adviser"),
          isNull(memberships.until),
          ne(persons.status, "left"),
        ),
      );
    mails.push(...advisers.map((to) => minutesReminderMail(mailer, gathering, to, today.toString())));
  }
  return mails;
}

/**
 * Writes the reminders of today, each once per gathering and adviser. For the clock.
 * @returns how many were written
 */
export async function remindOfMinutes(store: Store, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  if ((await dueMails(store.read, mailer, now)).length === 0) return 0;
  return store.write(async (tx) => mailer.queueAll(tx, await dueMails(tx, mailer, now), now));
}
