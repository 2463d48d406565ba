/** Lists that are read a page at a time, by the key of the row where the page before ended. */
import { and, type Column, gt, gte, lt, lte, or, type SQL } from "drizzle-orm";

/**
 * What comes after a row, in a list sorted by a column and then by id. The column's own bound stands outside
 * the choice, so that an index is read from there on instead of from its beginning (and the last page of a
 * long list costs what the first does).
 * @param order the list's
 * @param key the value and the id of the row the page before ended with, or placeholders for them
 */
export function afterKey<V>(
  order: "asc" | "desc",
  column: Column,
  idColumn: Column,
  key: { value: V; id: unknown },
): SQL {
  const [isFrom, isBeyond] = order === "asc" ? [gte, gt] : [lte, lt];
  return and(isFrom(column, key.value), or(isBeyond(column, key.value), isBeyond(idColumn, key.id))) as SQL;
}
