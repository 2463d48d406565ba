/** A network's year: its gatherings with theme and attendance, and the days it does not meet. */
import { and, asc, count, eq, gte, isNotNull, isNull, lte, ne, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { memberships } from "../networks/tables.ts";
import type { Reader } from "../store/store.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { instantOf, localDate } from "../web/dates.ts";
import { blackOutsOf } from "./black-out.ts";
import { wasThere } from "./figures.ts";
import { closedOn } from "./holidays.ts";
import { attendance, gatherings } from "./tables.ts";

/** More gatherings than this are no year wheel. */
const mostInYear = 60;

/** What someone sees of a network: drafts are for its advisers, counsellors' meetings not for its mentors. */
export async function sightOf(read: Reader, viewer: Viewer, networkId: string) {
  const rows = await read
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.personId, viewer.id),
        isNull(memberships.until),
      ),
    );
  const roles = rows.map((row) => row.role);
  const isAdviser = roles.includes("adviser");
  const isAbove = hasRole(viewer, "leader", "regional_leader", "administrator");
  return { isAdviser, isAbove, seesExchanges: isAdviser || roles.includes("counsellor") || isAbove };
}
export type Sight = Awaited<ReturnType<typeof sightOf>>;

const seenBy = (sight: Sight) =>
  and(
    isNull(gatherings.cancelledAt),
    sight.isAdviser ? undefined : isNotNull(gatherings.openedAt),
    sight.seesExchanges ? undefined : ne(gatherings.audience, "counsellors"),
  );

/** The year of the next gathering someone sees; this one when nothing is planned. */
export async function nextYear(
  read: Reader,
  networkId: string,
  sight: Sight,
  now: Temporal.Instant,
): Promise<number> {
  const [next] = await read
    .select({ localDate: gatherings.localDate })
    .from(gatherings)
    .where(and(eq(gatherings.networkId, networkId), gte(gatherings.startsAt, now), seenBy(sight)))
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(1);
  return next ? Number(next.localDate.slice(0, 4)) : localDate(now).year;
}

/** The gatherings of a calendar year as someone may see them, soonest first; cancelled ones are left out. */
export async function yearOf(read: Reader, networkId: string, year: number, sight: Sight) {
  return read
    .select({
      id: gatherings.id,
      title: gatherings.title,
      themeSlug: gatherings.themeSlug,
      localDate: gatherings.localDate,
      startTime: gatherings.startTime,
      endTime: gatherings.endTime,
      endsAt: gatherings.endsAt,
      audience: gatherings.audience,
      listed: count(attendance.personId),
      attended: sql<number>`coalesce(sum(case when ${wasThere()} then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(gatherings)
    .leftJoin(attendance, eq(attendance.gatheringId, gatherings.id))
    .where(
      and(
        eq(gatherings.networkId, networkId),
        gte(gatherings.startsAt, instantOf(`${year}-01-01`, "00:00")),
        lte(gatherings.startsAt, instantOf(`${year}-12-31`, "23:59")),
        seenBy(sight),
      ),
    )
    .groupBy(gatherings.id)
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(mostInYear);
}

export interface DaysOff {
  from: string;
  to: string;
  /** What a network calls its own; null for Easter week and July. */
  words: string | null;
  kind: "easter" | "july" | "local";
}

/** The days of a year on which nobody meets: Easter week, July and the network's own. */
export async function daysOffIn(read: Reader, networkId: string, year: number): Promise<DaysOff[]> {
  const own = await blackOutsOf(read, networkId);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  let day = Temporal.PlainDate.from({ year, month: 3, day: 15 });
  const isEaster = () => closedOn(day.toString())?.holiday === "easter";
  while (!isEaster()) day = day.add({ days: 1 });
  const easter = { from: day.subtract({ days: 7 }).toString(), to: day.add({ days: 1 }).toString() };
  return [
    { ...easter, words: null, kind: "easter" as const },
    { from: `${year}-07-01`, to: `${year}-07-31`, words: null, kind: "july" as const },
    ...own
      .filter(({ from, to }) => from <= last && to >= first)
      .map(({ from, to, words }) => ({
        from: from < first ? first : from,
        to: to > last ? last : to,
        words,
        kind: "local" as const,
      })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}
