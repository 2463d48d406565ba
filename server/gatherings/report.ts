/** The report of a network for any period (domain.md section 1): figures, and what stands behind them. */
import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import { halfYearOf } from "../web/half-year.ts";
import { type Figures, figuresOf, type Period, wasHeld, wasThere } from "./figures.ts";
import { type HalfYear, halfYearsOf, liveFrom } from "./half-year.ts";
import type { ListKey } from "./queries.ts";
import { attendance, gatherings, invitations, rsvps } from "./tables.ts";

/** How many gatherings are read at a time. */
const batchSize = 200;

export interface Report {
  /** The part of the period that is counted from the lists; null when all of it is older than they are kept. */
  live: (Period & { figures: Figures }) | null;
  /** What is stored of the part before. */
  older: HalfYear[];
}

/** The figures of a period; what lies before attendance is kept comes from the stored half-years. */
export async function reportOf(
  read: Reader,
  networkId: string,
  period: Period,
  now: Temporal.Instant,
): Promise<Report> {
  const since = liveFrom(now);
  const from = period.from > since ? period.from : since;
  const live =
    from <= period.to
      ? { from, to: period.to, figures: await figuresOf(read, networkId, { from, to: period.to }, now) }
      : null;
  const older = period.from < since ? await halfYearsOf(read, networkId, period) : [];
  return { live, older: older.filter(({ half }) => half < halfYearOf(since)) };
}

/**
 * The gatherings of a period that took place, oldest first, a page at a time, with how many were invited,
 * answered, stood on the list and came. Three statements, whatever the page.
 */
export async function heldIn(
  read: Reader,
  networkId: string,
  period: Period,
  page: { after: ListKey | null; size: number },
  now: Temporal.Instant,
) {
  const { after, size } = page;
  const rows = await read
    .select({
      id: gatherings.id,
      localDate: gatherings.localDate,
      startsAt: gatherings.startsAt,
      title: gatherings.title,
      themeSlug: gatherings.themeSlug,
      audience: gatherings.audience,
    })
    .from(gatherings)
    .where(
      and(
        wasHeld(networkId, period, now),
        after
          ? afterKey("asc", gatherings.startsAt, gatherings.id, { value: after.startsAt, id: after.id })
          : undefined,
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(size);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const came = await read
    .select({
      id: attendance.gatheringId,
      listed: count(),
      attended: sql<number>`sum(case when ${wasThere()} then 1 else 0 end)`.mapWith(Number),
    })
    .from(attendance)
    .where(inArray(attendance.gatheringId, ids))
    .groupBy(attendance.gatheringId);
  const asked = await read
    .select({ id: invitations.gatheringId, invited: count(), answered: count(rsvps.invitationId) })
    .from(invitations)
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .where(and(inArray(invitations.gatheringId, ids), isNull(invitations.withdrawnAt)))
    .groupBy(invitations.gatheringId);
  const cameOf = new Map(came.map((row) => [row.id, row]));
  const askedOf = new Map(asked.map((row) => [row.id, row]));
  return rows.map((row) => ({
    ...row,
    listed: Number(cameOf.get(row.id)?.listed ?? 0),
    attended: Number(cameOf.get(row.id)?.attended ?? 0),
    invited: Number(askedOf.get(row.id)?.invited ?? 0),
    answered: Number(askedOf.get(row.id)?.answered ?? 0),
  }));
}
export type HeldGathering = Awaited<ReturnType<typeof heldIn>>[number];

/** All of them, read as they are asked for. */
export async function* everyHeldIn(
  read: Reader,
  networkId: string,
  period: Period,
  now: Temporal.Instant,
): AsyncGenerator<HeldGathering> {
  for (let after: ListKey | null = null; ; ) {
    const rows: HeldGathering[] = await heldIn(read, networkId, period, { after, size: batchSize }, now);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = { startsAt: last.startsAt, id: last.id };
  }
}
