/**
 * Taking out of the store what tells who a person was, and the words they owned. What happened stays:
 * rows with ids, states and dates. Works from the classes of the columns, so that a new table is
 * reached the day it is made.
 */
import { and, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { DataClass } from "../store/inventory.ts";
import { asText, type ColumnShape, fromText, type Shape, shapes } from "../store/shape.ts";
import type { Tx } from "../store/store.ts";
import { ownedBy, personTable } from "./ownership.ts";

/** What stands where words or a name were: the sign for left-out text in every language we speak. */
export const blank = "[…]";

const blanked: readonly DataClass[] = [
  "identity",
  "answer-words",
  "needs",
  "feedback-words",
  "reflection",
  "raw-mail",
  "member-words",
];
const isBlanked = ({ dataClass, kind }: ColumnShape) => blanked.includes(dataClass) && kind !== "other";

/**
 * Whether an owned row goes as a whole, because nothing would be left of it: private reflections, what
 * opens something, mail that was sent, and rows of nothing but identity. A role or a status without a name
 * tells of nobody and is history; what is referred to must stay.
 */
export function goesWhole({ columns, isReferredTo, name }: Shape): boolean {
  if (isReferredTo || name === personTable) return false;
  const classes = new Set(columns.map(({ dataClass }) => dataClass));
  if (classes.has("reflection")) return true;
  if (columns.some(({ dataClass, isInKey }) => dataClass === "secret" && isInKey)) return true;
  if (
    columns.some((column) => isBlanked(column) && !isChoice(column) && column.isRequired && column.isUnique)
  )
    return true;
  if (columns.some(({ dataClass, isRequired }) => dataClass === "raw-mail" && isRequired)) return true;
  const others: DataClass[] = [
    "attendance",
    "feedback-words",
    "answer-words",
    "needs",
    "member-words",
    "raw-mail",
  ];
  const tellsWho = columns.some((column) => column.dataClass === "identity" && !isChoice(column));
  return tellsWho && !others.some((one) => classes.has(one));
}

/** What each column of a person's own rows becomes; a required one that is no text stays. */
function blanksOf({ columns }: Shape): Record<string, string | null> {
  const set: Record<string, string | null> = {};
  for (const column of columns) {
    const mayBeNull =
      !column.isRequired && (blanked.includes(column.dataClass) || column.dataClass === "secret");
    if (mayBeNull && !column.isInKey) set[column.name] = null;
    else if (isBlanked(column) && column.kind === "text" && !isChoice(column)) set[column.name] = blank;
  }
  return set;
}

/** Required words of a closed set, such as a role or a language: not a person's words. */
const isChoice = ({ name }: ColumnShape) => /^(role|language|status)$/.test(name);

/**
 * Blanks or deletes everything that is a person's own, in every table but `persons` itself.
 * @returns how many rows of which table
 */
export async function blankOwned(tx: Tx, personId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const shape of shapes().values()) {
    const owned = shape.name === personTable ? null : ownedBy(tx, shape, personId);
    if (!owned) continue;
    const some = shape.columns[0] as ColumnShape;
    const blanks = blanksOf(shape);
    if (goesWhole(shape)) {
      const gone = await tx.delete(shape.table).where(owned).returning({ key: some.column });
      counts[shape.name] = gone.length;
    } else if (Object.keys(blanks).length > 0) {
      const gone = await tx.update(shape.table).set(blanks).where(owned).returning({ key: some.column });
      counts[shape.name] = gone.length;
    }
  }
  return counts;
}

/** Every text in a table that others may have put a name into. */
const swept = ({ name, columns }: Shape) =>
  columns.filter(
    ({ kind, dataClass }) =>
      kind !== "other" &&
      dataClass !== "key" &&
      dataClass !== "secret" &&
      dataClass !== "person" &&
      !(name === personTable && dataClass === "identity"),
  );

/**
 * Takes a name, an address or a number out of whatever anyone wrote: one statement for a table.
 * @param needles as they stand in texts; nothing shorter than five characters, which could be anything
 * @param unlike what tells this person's blanks apart where a column may hold no two alike
 */
export async function sweep(
  tx: Tx,
  shape: Shape,
  needles: readonly string[],
  unlike: string,
): Promise<number> {
  const columns = swept(shape);
  const known = needles.filter((needle) => needle.length >= 5);
  if (columns.length === 0 || known.length === 0) return 0;
  const set: Record<string, SQL> = {};
  const changes: (SQL | undefined)[] = [];
  for (const column of columns) {
    const instead = column.isUnique ? `${blank} ${unlike}` : blank;
    let text: SQL = asText(column);
    for (const needle of known) text = sql`replace(${text}, ${needle}, ${instead})`;
    set[column.name] = fromText(column, text);
    changes.push(and(isNotNull(column.column), ne(asText(column), text)));
  }
  const some = columns[0] as ColumnShape;
  const rows = await tx
    .update(shape.table)
    .set(set)
    .where(or(...changes))
    .returning({ key: some.column });
  return rows.length;
}
