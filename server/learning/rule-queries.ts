/** Reads of the rule register: which rule most of the loops run into (learning-loop.md section 4). */
import { and, asc, count, desc, eq, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../store/store.ts";
import { decisions, learningItems, rules } from "./tables.ts";

/** Open items first, then all, then the id: the order of pressure. */
export interface PressureKey {
  open: number;
  total: number;
  id: string;
}

const openCount = sql<number>`sum(case when ${learningItems.lane} = 'confirmed' then 0 else 1 end)`;
const allCount = sql<number>`count(*)`;

/** Which items a viewer may count: of these networks, those that were sent, and all of those one advises. */
export function countedItems(networkIds: readonly string[], advisedIds: readonly string[]): SQL {
  const isSeen = or(ne(learningItems.lane, "gathered"), inArray(learningItems.networkId, [...advisedIds]));
  return and(inArray(learningItems.networkId, [...networkIds]), isSeen) as SQL;
}

/** A page of rules that items press on, those with most open items first. */
export async function rulesUnderPressure(
  read: Reader,
  counted: SQL,
  after: PressureKey | null,
  size: number,
) {
  const isLater = after
    ? sql`(${openCount} < ${after.open} or (${openCount} = ${after.open} and (${allCount} < ${after.total} or (${allCount} = ${after.total} and ${learningItems.ruleId} > ${after.id}))))`
    : undefined;
  const rows = await read
    .select({ id: learningItems.ruleId, open: openCount, total: allCount })
    .from(learningItems)
    .where(and(isNotNull(learningItems.ruleId), counted))
    .groupBy(learningItems.ruleId)
    .having(isLater)
    .orderBy(desc(openCount), desc(allCount), asc(learningItems.ruleId))
    .limit(size);
  const ids = rows.map((row) => row.id as string);
  if (ids.length === 0) return [];
  const [texts, doubts] = await Promise.all([
    read.select().from(rules).where(inArray(rules.id, ids)),
    read
      .select({ ruleId: decisions.ruleId, n: count() })
      .from(decisions)
      .innerJoin(learningItems, eq(learningItems.id, decisions.itemId))
      .where(and(inArray(decisions.ruleId, ids), eq(decisions.ruleView, "doubted"), counted))
      .groupBy(decisions.ruleId),
  ]);
  return rows.flatMap((row) => {
    const rule = texts.find((one) => one.id === row.id);
    const doubted = Number(doubts.find((one) => one.ruleId === row.id)?.n ?? 0);
    return rule ? [{ rule, open: Number(row.open), total: Number(row.total), doubted }] : [];
  });
}
export type PressedRule = Awaited<ReturnType<typeof rulesUnderPressure>>[number];

/** One rule with its counts; null when nothing the viewer may count presses on it. */
export async function ruleUnderPressure(read: Reader, counted: SQL, ruleId: string) {
  const isIt = and(eq(learningItems.ruleId, ruleId), counted) as SQL;
  const [found] = await rulesUnderPressure(read, isIt, null, 1);
  return found ?? null;
}
