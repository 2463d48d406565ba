/**
 * A whole series changed: this gathering and those after it, or all that lie ahead. What was changed on
 * one gathering alone is left as it is unless asked (gatherings.md section 1).
 */
import { and, asc, eq, gt, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { instantOf } from "../web/dates.ts";
import { blackOutsOf } from "./black-out.ts";
import type { LaterRooms } from "./later.ts";
import { changeGathering, type GatheringFacts, kindOfChange } from "./planning.ts";
import { dayInMonth, nearestOpenDay } from "./proposals.ts";
import { hasBegun } from "./series.ts";
import { gatherings, rsvps, series } from "./tables.ts";
import { seatedCount } from "./waiting-list.ts";

type Gathering = typeof gatherings.$inferSelect;
export type Series = typeof series.$inferSelect;

/** What a series says of all its gatherings. */
export type SeriesFacts = Pick<
  Series,
  "title" | "startTime" | "endTime" | "place" | "link" | "capacity" | "nth" | "weekday"
>;
export const sharedNames = ["title", "startTime", "endTime", "place", "link", "capacity"] as const;
type SharedName = (typeof sharedNames)[number] | "localDate";

/** Why one gathering cannot be changed so; it stays as it is. */
export type Blocked = "taken" | "too-small" | "past" | "closed";

export interface SeriesLine {
  gathering: Gathering;
  facts: GatheringFacts;
  /** What will differ, and what stays because this one was changed on its own. */
  changed: SharedName[];
  kept: SharedName[];
  /** How many have answered: they are told. */
  answers: number;
  blocked: Blocked | null;
}

export interface SeriesEdit {
  gatheringId: string;
  scope: "following" | "all";
  /** Whether those changed on their own are overwritten too. */
  overwrites: boolean;
  facts: SeriesFacts;
}

/** The series a gathering is in; null when it is in none. */
export async function seriesOf(read: Reader, gatheringId: string): Promise<Series | null> {
  const [row] = await read
    .select({ series })
    .from(gatherings)
    .innerJoin(series, eq(series.id, gatherings.seriesId))
    .where(eq(gatherings.id, gatheringId));
  return row?.series ?? null;
}

async function aheadIn(read: Reader, one: Series, edit: SeriesEdit, now: Temporal.Instant) {
  const [from] = await read.select().from(gatherings).where(eq(gatherings.id, edit.gatheringId));
  const rows = await read
    .select()
    .from(gatherings)
    .where(and(eq(gatherings.seriesId, one.id), isNull(gatherings.cancelledAt), gt(gatherings.startsAt, now)))
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(100);
  const begins = from?.startsAt.epochMilliseconds ?? 0;
  return rows.filter((row) => edit.scope === "all" || row.startsAt.epochMilliseconds >= begins);
}

const factsOf = (gathering: Gathering): GatheringFacts => ({
  title: gathering.title,
  themeSlug: gathering.themeSlug,
  intro: gathering.intro,
  localDate: gathering.localDate,
  startTime: gathering.startTime,
  endTime: gathering.endTime,
  place: gathering.place,
  link: gathering.link,
  capacity: gathering.capacity,
});

/** The day the new rule gives in the month the series meant this gathering for; null when none is open. */
function newDate(gathering: Gathering, facts: SeriesFacts, blackOuts: Parameters<typeof nearestOpenDay>[1]) {
  const month = Temporal.PlainYearMonth.from((gathering.seriesDate ?? gathering.localDate).slice(0, 7));
  return nearestOpenDay(dayInMonth(month, facts.nth, facts.weekday).toString(), blackOuts);
}

/**
 * What an edit of a series would do, gathering by gathering, soonest first; those that nothing happens to
 * are not among them. Reads only.
 */
export async function seriesLines(
  read: Reader,
  one: Series,
  edit: SeriesEdit,
  now: Temporal.Instant,
): Promise<SeriesLine[]> {
  const rows = await aheadIn(read, one, edit, now);
  const isNewRule = edit.facts.nth !== one.nth || edit.facts.weekday !== one.weekday;
  const blackOuts = isNewRule ? await blackOutsOf(read, one.networkId) : [];
  const lines = rows.map((gathering): Omit<SeriesLine, "answers"> => {
    const facts = factsOf(gathering);
    const changed: SharedName[] = [];
    const kept: SharedName[] = [];
    let blocked: Blocked | null = null;
    for (const name of sharedNames) {
      if (edit.facts[name] === one[name] || facts[name] === edit.facts[name]) continue;
      if (facts[name] !== one[name] && !edit.overwrites) kept.push(name);
      else {
        Object.assign(facts, { [name]: edit.facts[name] });
        changed.push(name);
      }
    }
    if (isNewRule) {
      const date = newDate(gathering, edit.facts, blackOuts);
      const isOwn = gathering.localDate !== (gathering.seriesDate ?? gathering.localDate);
      if (isOwn && !edit.overwrites) kept.push("localDate");
      else if (date === null) blocked = "closed";
      else if (date !== gathering.localDate) {
        facts.localDate = date;
        changed.push("localDate");
      }
    }
    return { gathering, facts, changed, kept, blocked };
  });
  const affected = lines.filter(({ changed, kept, blocked }) => changed.length + kept.length > 0 || blocked);
  return withTrouble(read, affected, now);
}

/** Adds how many have answered, and what stands in the way of each. */
async function withTrouble(
  read: Reader,
  lines: Omit<SeriesLine, "answers">[],
  now: Temporal.Instant,
): Promise<SeriesLine[]> {
  const [first] = lines;
  if (!first) return [];
  const ids = lines.map(({ gathering }) => gathering.id);
  const answered = await read
    .select({ id: rsvps.gatheringId, n: sql<number>`count(*)`.mapWith(Number) })
    .from(rsvps)
    .where(inArray(rsvps.gatheringId, ids))
    .groupBy(rsvps.gatheringId);
  const starts = lines.map(({ facts }) => instantOf(facts.localDate, facts.startTime));
  const others = await read
    .select({ id: gatherings.id, startsAt: gatherings.startsAt })
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, first.gathering.networkId),
        isNull(gatherings.cancelledAt),
        inArray(gatherings.startsAt, starts),
      ),
    );
  const result: SeriesLine[] = [];
  for (const [index, line] of lines.entries()) {
    const { gathering, facts } = line;
    const start = starts[index]?.epochMilliseconds;
    const isTaken =
      others.some(({ id, startsAt }) => id !== gathering.id && startsAt.epochMilliseconds === start) ||
      starts.some((other, at) => at < index && other.epochMilliseconds === start);
    const shrinks = facts.capacity !== null && facts.capacity !== gathering.capacity;
    const isTooSmall = shrinks && (await seatedCount(read, gathering.id)) > (facts.capacity ?? 0);
    const trouble: Blocked | null = isTaken
      ? "taken"
      : hasBegun(facts.localDate, facts.startTime, now)
        ? "past"
        : isTooSmall
          ? "too-small"
          : null;
    const answers = answered.find(({ id }) => id === gathering.id)?.n ?? 0;
    result.push({ ...line, answers, blocked: line.blocked ?? trouble });
  }
  return result;
}

/**
 * Changes the chosen gatherings of a series, and the series itself. Those with answers move with an
 * update to everyone invited; nothing is ever deleted. `following` parts the series in two, so that what
 * lies before keeps its rule.
 * @param given.seen gathering → the version shown to the editor
 * @returns how many changed; refused with `end-before-start`, `changed` when anyone edited one meanwhile,
 *   or `blocked` when a chosen one cannot be changed so
 */
export async function editSeries(
  tx: Tx,
  mailer: Mailer,
  given: { edit: SeriesEdit; seen: Map<string, number>; byId: string },
  now: Temporal.Instant,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<
  { ok: true; changed: number } | { ok: false; reason: "end-before-start" | "changed" | "blocked" }
> {
  const { edit, seen, byId } = given;
  const one = await seriesOf(tx, edit.gatheringId);
  if (!one) return { ok: true, changed: 0 };
  if (edit.facts.endTime <= edit.facts.startTime) return { ok: false, reason: "end-before-start" };
  const lines = await seriesLines(tx, one, edit, now);
  const chosen = lines.filter(({ gathering, changed }) => seen.has(gathering.id) && changed.length > 0);
  if (chosen.some(({ gathering }) => gathering.version !== seen.get(gathering.id))) {
    return { ok: false, reason: "changed" };
  }
  if (chosen.some(({ blocked }) => blocked)) return { ok: false, reason: "blocked" };
  await changeRule(tx, one, edit, byId, now);
  for (const { gathering, facts, changed } of chosen) {
    const seriesDate = changed.includes("localDate") ? { seriesDate: facts.localDate } : {};
    const { id: gatheringId, version } = gathering;
    if (kindOfChange(gathering, facts) === null) continue;
    const result = await changeGathering(
      tx,
      mailer,
      { gatheringId, version, facts, byId, ...seriesDate },
      now,
      caseCard,
    );
    if (!result.ok) throw new Error(`a gathering of a series was refused: ${result.reason}`);
  }
  return { ok: true, changed: chosen.length };
}

/** The series says the new things from here on; what lies before keeps a series of its own. */
async function changeRule(tx: Tx, one: Series, edit: SeriesEdit, byId: string, now: Temporal.Instant) {
  const [from] = await tx.select().from(gatherings).where(eq(gatherings.id, edit.gatheringId));
  const startsAt = from?.startsAt ?? now;
  const before =
    edit.scope === "following"
      ? await tx
          .select({ id: gatherings.id })
          .from(gatherings)
          .where(and(eq(gatherings.seriesId, one.id), lt(gatherings.startsAt, startsAt)))
          .limit(1)
      : [];
  if (before.length === 0) {
    await tx.update(series).set(edit.facts).where(eq(series.id, one.id));
    return;
  }
  const id = newId();
  await tx.insert(series).values({ ...one, ...edit.facts, id, createdById: byId, createdAt: now });
  await tx
    .update(gatherings)
    .set({ seriesId: id })
    .where(and(eq(gatherings.seriesId, one.id), gte(gatherings.startsAt, startsAt)));
}
