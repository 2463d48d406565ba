/** How a network is doing, so that someone can do something about it. Nobody is ranked. */
import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  inArray,
  isNull,
  lte,
  max,
  not,
} from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { memberships } from "../networks/tables.ts";
import { persons, workplaces } from "../people/tables.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { type Period, wasHeld, wasThere } from "./figures.ts";
import { liveFrom } from "./half-year.ts";
import { agendaItems, attendance, gatherings } from "./tables.ts";

/** So many gatherings in a row without someone, and it is time to ring. */
export const missedInARow = 3;

/** The last gatherings with attendance, newest first; of counsellors alone left out. */
async function lastRecorded(read: Reader, networkId: string, now: Temporal.Instant) {
  const period: Period = { from: liveFrom(now), to: localDate(now).toString() };
  return read
    .select({ id: gatherings.id, localDate: gatherings.localDate })
    .from(gatherings)
    .where(
      and(
        wasHeld(networkId, period, now),
        eq(gatherings.audience, "everyone"),
        exists(
          read
            .select({ id: attendance.personId })
            .from(attendance)
            .where(eq(attendance.gatheringId, gatherings.id)),
        ),
      ),
    )
    .orderBy(desc(gatherings.startsAt))
    .limit(missedInARow);
}

/** Who was a member through these gatherings and came to none of them. */
function isMissed(read: Reader, networkId: string, ids: string[], since: string) {
  const cameToOne = read
    .select({ id: attendance.personId })
    .from(attendance)
    .where(and(eq(attendance.personId, persons.id), inArray(attendance.gatheringId, ids), wasThere()));
  return and(
    eq(memberships.networkId, networkId),
    inArray(memberships.role, ["mentor", "counsellor"]),
    isNull(memberships.until),
    lte(memberships.since, since),
    eq(persons.status, "active"),
    not(exists(cameToOne)),
  );
}

export interface NameKey {
  sortKey: string;
  id: string;
}

/**
 * Members not seen at the last three gatherings, by name, a page at a time; four statements. Null while
 * fewer than three have attendance.
 */
export async function missedThree(
  read: Reader,
  networkId: string,
  page: { after: NameKey | null; size: number },
  now: Temporal.Instant,
) {
  const recorded = await lastRecorded(read, networkId, now);
  const oldest = recorded[missedInARow - 1];
  if (!oldest) return null;
  const missed = isMissed(
    read,
    networkId,
    recorded.map(({ id }) => id),
    oldest.localDate,
  );
  const [all] = await read
    .select({ n: countDistinct(persons.id) })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(missed);
  const { after, size } = page;
  const people = await read
    .selectDistinct({
      id: persons.id,
      name: persons.name,
      sortKey: persons.sortKey,
      phone: persons.phone,
      email: persons.email,
      workplaceName: workplaces.name,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .where(
      and(
        missed,
        after
          ? afterKey("asc", persons.sortKey, persons.id, { value: after.sortKey, id: after.id })
          : undefined,
      ),
    )
    .orderBy(asc(persons.sortKey), asc(persons.id))
    .limit(size);
  return { count: Number(all?.n ?? 0), people: await withLastSeen(read, networkId, people) };
}

async function withLastSeen<P extends { id: string }>(read: Reader, networkId: string, people: P[]) {
  if (people.length === 0) return [];
  const seen = await read
    .select({ id: attendance.personId, date: max(gatherings.localDate) })
    .from(attendance)
    .innerJoin(gatherings, eq(gatherings.id, attendance.gatheringId))
    .where(
      and(
        eq(gatherings.networkId, networkId),
        inArray(
          attendance.personId,
          people.map(({ id }) => id),
        ),
        wasThere(),
      ),
    )
    .groupBy(attendance.personId);
  const dateOf = new Map(seen.map((row) => [row.id, row.date]));
  return people.map((person) => ({ ...person, lastSeen: dateOf.get(person.id) ?? null }));
}

/** How many points of the agendas of a period came from a wish, of those that could. One statement. */
export async function wishShare(read: Reader, networkId: string, period: Period, now: Temporal.Instant) {
  const [row] = await read
    .select({ items: count(), wished: count(agendaItems.topicId) })
    .from(gatherings)
    .innerJoin(agendaItems, eq(agendaItems.gatheringId, gatherings.id))
    .where(
      and(
        wasHeld(networkId, period, now),
        eq(gatherings.audience, "everyone"),
        inArray(agendaItems.kind, ["professional", "dialogue", "case"]),
      ),
    );
  return { items: Number(row?.items ?? 0), wished: Number(row?.wished ?? 0) };
}

/** Weekdays with at least two gatherings on them, and how many came on average; best first. */
export function byWeekday(rows: readonly { localDate: string; attended: number; listed: number }[]) {
  const counted = rows.filter(({ listed }) => listed > 0);
  const days = new Map<number, number[]>();
  for (const { localDate: date, attended } of counted) {
    const day = Temporal.PlainDate.from(date).dayOfWeek;
    days.set(day, [...(days.get(day) ?? []), attended]);
  }
  return [...days]
    .filter(([, came]) => came.length >= 2)
    .map(([weekday, came]) => ({
      weekday,
      average: Math.round((came.reduce((sum, n) => sum + n, 0) / came.length) * 10) / 10,
    }))
    .sort((a, b) => b.average - a.average);
}
