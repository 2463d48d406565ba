/** Learning items with everything their state is derived from, in a fixed number of statements. */
import { and, asc, desc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { persons } from "../people/tables.ts";
import { alias } from "../store/columns.ts";
import { afterKey } from "../store/paging.ts";
import { keyList, prepared, preparedFor } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import { countsOf } from "./counts.ts";
import { momentOf, type PageKey } from "./page-key.ts";
import { decisions, learningItems, referrals, reportBacks, rules, voteRounds } from "./tables.ts";

/** No list of choices holds more items than this. */
const mostItems = 200;

const to = alias(persons, "referred_to");
const from = alias(persons, "referred_from");

const referralRows = (read: Reader, ids: string[]) =>
  preparedFor(read, "loop-referrals", ids, (reader, keys) =>
    reader
      .select({
        id: referrals.id,
        itemId: referrals.itemId,
        iteration: referrals.iteration,
        number: referrals.number,
        kind: referrals.kind,
        toId: referrals.toId,
        toName: to.name,
        fromName: from.name,
        reason: referrals.reason,
        dueGatheringId: referrals.dueGatheringId,
        at: referrals.at,
      })
      .from(referrals)
      .innerJoin(to, eq(to.id, referrals.toId))
      .leftJoin(from, eq(from.id, referrals.fromId))
      .where(inArray(referrals.itemId, keys))
      .orderBy(asc(referrals.number)),
  );

const decisionRows = (read: Reader, ids: string[]) =>
  preparedFor(read, "loop-decisions", ids, (reader, keys) =>
    reader
      .select({
        id: decisions.id,
        itemId: decisions.itemId,
        referralId: decisions.referralId,
        verdict: decisions.verdict,
        reason: decisions.reason,
        ruleId: decisions.ruleId,
        ruleWords: rules.words,
        ruleView: decisions.ruleView,
        onDate: decisions.onDate,
        stopDate: decisions.stopDate,
        responsible: decisions.responsible,
        notice: decisions.notice,
        hoursFreedPerMonth: decisions.hoursFreedPerMonth,
        wouldChangeOurMind: decisions.wouldChangeOurMind,
        secondReader: decisions.secondReader,
        decidedById: decisions.decidedById,
        byName: persons.name,
        at: decisions.at,
      })
      .from(decisions)
      .innerJoin(rules, eq(rules.id, decisions.ruleId))
      .innerJoin(persons, eq(persons.id, decisions.decidedById))
      .where(inArray(decisions.itemId, keys))
      .orderBy(asc(decisions.at)),
  );

const reportRows = (read: Reader, ids: string[]) =>
  preparedFor(read, "loop-reports", ids, (reader, keys) =>
    reader
      .select({
        itemId: reportBacks.itemId,
        decisionId: reportBacks.decisionId,
        gatheringId: reportBacks.gatheringId,
      })
      .from(reportBacks)
      .where(inArray(reportBacks.itemId, keys)),
  );

async function roundRows(read: Reader, ids: string[]) {
  const rows = await preparedFor(read, "loop-rounds", ids, (reader, keys) =>
    reader
      .select()
      .from(voteRounds)
      .where(inArray(voteRounds.itemId, keys))
      .orderBy(asc(voteRounds.openedAt), asc(voteRounds.number)),
  );
  return rows.map(({ id, itemId, decisionId, number, question, openedAtGatheringId, ...rest }) => ({
    id,
    itemId,
    decisionId,
    number,
    question,
    openedAtGatheringId,
    counts: countsOf(rest),
  }));
}

type ItemRow = typeof learningItems.$inferSelect;
type OfItem<T extends Promise<unknown[]>> = Awaited<T>[number];
/** An item with everything its state is derived from. */
export interface Loop extends ItemRow {
  referrals: OfItem<ReturnType<typeof referralRows>>[];
  decisions: OfItem<ReturnType<typeof decisionRows>>[];
  reportBacks: { itemId: string; decisionId: string; gatheringId: string }[];
  rounds: OfItem<ReturnType<typeof roundRows>>[];
}

/** The rows of the items that fit, newest first. */
function itemRows(read: Reader, where: SQL | undefined, limit: number): Promise<ItemRow[]> {
  return read
    .select()
    .from(learningItems)
    .where(where)
    .orderBy(desc(learningItems.createdAt), desc(learningItems.id))
    .limit(limit);
}

/**
 * The items that fit, newest first, with their rows; five statements however many there are.
 * @param limit how many at most
 */
export async function loadLoops(
  read: Reader,
  where: SQL | undefined,
  limit: number = mostItems,
): Promise<Loop[]> {
  return withRows(read, await itemRows(read, where, limit));
}

/** The rows of each item, in the order they were read. */
function byItem<R extends { itemId: string }>(rows: R[]): (itemId: string) => R[] {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const known = found.get(row.itemId);
    if (known) known.push(row);
    else found.set(row.itemId, [row]);
  }
  return (itemId) => found.get(itemId) ?? [];
}

/** Items with everything their state is derived from; four statements, in turn, as a transaction wants them. */
async function withRows(read: Reader, items: ItemRow[]): Promise<Loop[]> {
  if (items.length === 0) return [];
  const ids = items.map((item) => item.id);
  const referralsOf = byItem(await referralRows(read, ids));
  const decisionsOf = byItem(await decisionRows(read, ids));
  const reportsOf = byItem(await reportRows(read, ids));
  const roundsOf = byItem(await roundRows(read, ids));
  return items.map((item) => ({
    ...item,
    referrals: referralsOf(item.id),
    decisions: decisionsOf(item.id),
    reportBacks: reportsOf(item.id),
    rounds: roundsOf(item.id),
  }));
}

/** The newest items of some networks. */
export function loopsOf(read: Reader, networkIds: string[]): Promise<Loop[]> {
  return loadLoops(read, inArray(learningItems.networkId, networkIds));
}

/** The items with these ids. */
export async function loopsById(read: Reader, ids: readonly string[]): Promise<Loop[]> {
  if (ids.length === 0) return [];
  const items = await preparedFor(read, "loop-items", ids, (reader, keys) =>
    reader
      .select()
      .from(learningItems)
      .where(inArray(learningItems.id, keys))
      .orderBy(desc(learningItems.createdAt), desc(learningItems.id)),
  );
  return withRows(read, items);
}

/** Older than where the page before ended. */
function olderThan(after: PageKey | null): SQL | undefined {
  if (!after) return undefined;
  const moment = momentOf(after);
  const { createdAt, id } = learningItems;
  return afterKey("desc", createdAt, id, { value: moment, id: after.id });
}

/** A page of the items that fit, newest first. @param after where the page before ended */
export function loopPage(
  read: Reader,
  where: SQL | undefined,
  after: PageKey | null,
  size: number,
): Promise<Loop[]> {
  return loadLoops(read, and(where, olderThan(after)), size);
}

/** Before the first: nothing is newer. */
const newest = { value: "8639999999999999", id: "~" };
const beyond = () =>
  afterKey("desc", learningItems.createdAt, learningItems.id, {
    value: sql.placeholder("createdAt"),
    id: sql.placeholder("id"),
  });
const keyValues = (after: PageKey | null) => {
  const key = after ?? newest;
  return { createdAt: momentOf(key), id: key.id };
};
const byNewest = [desc(learningItems.createdAt), desc(learningItems.id)] as const;

/** A page of the items of some networks, newest first; five statements, all prepared. */
export async function networkLoops(
  read: Reader,
  networkIds: readonly string[],
  after: PageKey | null,
  size: number,
): Promise<Loop[]> {
  if (networkIds.length === 0) return [];
  const items = await preparedFor(
    read,
    "items-of-networks",
    networkIds,
    (reader, keys) =>
      reader
        .select()
        .from(learningItems)
        .where(and(inArray(learningItems.networkId, keys), beyond()))
        .orderBy(...byNewest)
        .limit(sql.placeholder("size")),
    { ...keyValues(after), size },
  );
  return withRows(read, items);
}

/** What a viewer may see of items: advisers all of their networks, leaders what was sent, and what is one's own. */
export interface ItemSight {
  viewerId: string;
  networkIds: readonly string[];
  /** Those of them one is an adviser in. */
  advisedIds: readonly string[];
}

/**
 * Pages of some lanes at once, newest first: a statement for each lane and four for what is in them, all
 * prepared.
 * @param after where the page before ended; with one lane
 */
export async function lanePages(
  read: Reader,
  lanes: readonly NonNullable<ItemRow["lane"]>[],
  { viewerId, networkIds, advisedIds }: ItemSight,
  after: PageKey | null,
  size: number,
): Promise<Loop[][]> {
  const seen = keyList("network", networkIds);
  const advised = keyList("advised", advisedIds);
  const ofLane = (reader: Reader) => {
    const mayOpen = or(
      inArray(learningItems.networkId, advised.places()),
      ne(learningItems.lane, "gathered"),
      eq(learningItems.createdById, sql.placeholder("viewerId")),
    );
    return reader
      .select()
      .from(learningItems)
      .where(
        and(
          eq(learningItems.lane, sql.placeholder("lane")),
          inArray(learningItems.networkId, seen.places()),
          mayOpen,
          beyond(),
        ),
      )
      .orderBy(...byNewest)
      .limit(sql.placeholder("size"));
  };
  const values = { viewerId, size, ...keyValues(after), ...seen.values, ...advised.values };
  const name = `items-of-lane-${seen.size}-${advised.size}`;
  const pages = await Promise.all(lanes.map((lane) => prepared({ read }, name, ofLane, { ...values, lane })));
  const loops = new Map((await withRows(read, pages.flat())).map((loop) => [loop.id, loop]));
  return pages.map((page) => page.flatMap(({ id }) => loops.get(id) ?? []));
}
