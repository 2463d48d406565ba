/**
 * Which rows are a person's own, told by the tables themselves:
 * - a column `personId` names whom a row is about;
 * - words a member put before the network belong to whoever its only reference to a person names;
 * - a row that refers to such a row belongs to the same person (the words with an answer to an invitation);
 * - so does a row beside such a row, with the same key (the words of a piece of feedback, beside its author),
 *   unless it names who wrote it: then it is part of that one's work.
 */
import { eq, inArray, or, type SQL } from "drizzle-orm";
import { type ColumnShape, type Reference, type Shape, shapes } from "../store/shape.ts";
import type { Reader } from "../store/store.ts";

export const personTable = "persons";

/** The column that names whom a row is about; undefined when none does. */
export function ownerColumn({ name, columns }: Shape): ColumnShape | undefined {
  if (name === personTable) return columns.find((column) => column.name === "id");
  const people = columns.filter(({ dataClass }) => dataClass === "person");
  const named = people.find((column) => column.name === "personId");
  const isMembersOwn = columns.some(({ dataClass }) => dataClass === "member-words");
  return named ?? (isMembersOwn && people.length === 1 ? people[0] : undefined);
}

/** Where a row's own key is the key of another table's row: one of each at most. */
function sameKey(shape: Shape): Reference | undefined {
  const keys = shape.columns.filter(({ isInKey }) => isInKey);
  return keys.length === 1 ? shape.references.find(({ column }) => column === keys[0]) : undefined;
}

/** The tables that name an owner and have the same key as the rows of `table`. */
function ownersBeside(table: string): { shape: Shape; by: Reference }[] {
  return [...shapes().values()].flatMap((shape) => {
    const by = sameKey(shape);
    return by?.to === table && shape.columns.some(({ name }) => name === "personId") ? [{ shape, by }] : [];
  });
}

/** Whether someone else is named as having written the row. */
const isSomeonesWork = ({ columns }: Shape) =>
  columns.some(({ dataClass, name }) => dataClass === "person" && name !== "personId");

/**
 * The condition for a table's rows that are a person's own; null when it holds nobody's.
 * @param how `words` for what they wrote or was written of them alone; `about` adds rows that others
 *   wrote beside theirs, such as the review of their feedback
 */
export function ownedBy(
  read: Reader,
  shape: Shape,
  personId: string,
  how: "words" | "about" = "words",
): SQL | null {
  const own = ownerColumn(shape);
  if (own) return eq(own.column, personId);
  const conditions: SQL[] = [];
  for (const { column, to, toColumn } of shape.references) {
    const parent = shapes().get(to);
    const owner = parent?.columns.find(({ name }) => name === "personId");
    const key = parent?.columns.find(({ name }) => name === toColumn);
    if (!parent || !owner || !key || to === personTable) continue;
    const theirs = read.select({ key: key.column }).from(parent.table).where(eq(owner.column, personId));
    conditions.push(inArray(column.column, theirs));
  }
  const beside = sameKey(shape);
  const keyColumn = beside?.column ?? shape.columns.find(({ isInKey }) => isInKey);
  if (keyColumn && (how === "about" || !isSomeonesWork(shape))) {
    for (const { shape: other, by } of ownersBeside(beside?.to ?? shape.name)) {
      const owner = ownerColumn(other) as ColumnShape;
      const theirs = read
        .select({ key: by.column.column })
        .from(other.table)
        .where(eq(owner.column, personId));
      conditions.push(inArray(keyColumn.column, theirs));
    }
  }
  return or(...conditions) ?? null;
}
