/** Learning items with everything their state is derived from, in a fixed number of statements. */
import { and, asc, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import { persons } from "../people/tables.ts";
import { alias } from "../store/columns.ts";
import { preparedFor } from "../store/prepared.ts";
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

/** Items with everything their state is derived from; four statements. */
async function withRows(read: Reader, items: ItemRow[]): Promise<Loop[]> {
  if (items.length === 0) return [];
  const ids = items.map((item) => item.id);
  const parts = await Promise.all([
    referralRows(read, ids),
    decisionRows(read, ids),
    reportRows(read, ids),
    roundRows(read, ids),
  ]);
  const [allReferrals, allDecisions, allReports, allRounds] = parts;
  return items.map((item) => {
    const ofItem = <R extends { itemId: string }>(rows: R[]) => rows.filter((row) => row.itemId === item.id);
    return {
      ...item,
      referrals: ofItem(allReferrals),
      decisions: ofItem(allDecisions),
      reportBacks: ofItem(allReports),
      rounds: ofItem(allRounds),
    };
  });
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
  return or(lt(createdAt, moment), and(eq(createdAt, moment), lt(id, after.id)));
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

/** The same for several lists at once: a statement for each, and four for what is in them. */
export async function loopPages(
  read: Reader,
  lists: readonly (SQL | undefined)[],
  after: PageKey | null,
  size: number,
): Promise<Loop[][]> {
  const pages = await Promise.all(lists.map((where) => itemRows(read, and(where, olderThan(after)), size)));
  const loops = new Map((await withRows(read, pages.flat())).map((loop) => [loop.id, loop]));
  return pages.map((page) => page.flatMap(({ id }) => loops.get(id) ?? []));
}
