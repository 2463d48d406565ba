/** Erasing what is over its time, a batch at a time; and counting it, for a dry run. */
import { and, count, eq, gt, inArray, isNotNull, lt, ne, or, type SQL } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { AnyTable, ColumnShape, Shape } from "../store/shape.ts";
import { shapes } from "../store/shape.ts";
import type { Reader, Tx } from "../store/store.ts";
import { blank } from "./blank.ts";
import type { Task } from "./erasure-plan.ts";

/** Which of the rows that tell when the time runs are due. */
export type Due =
  /** Gatherings that ended before, in one half-year of one network when only such may go. */
  | { endedBefore: Temporal.Instant; in?: { networkId: string; from: string; to: string } }
  /** These rows. */
  | { ids: readonly string[] }
  /** Rows whose own date is before: an instant, or a local date. */
  | { before: Temporal.Instant | string };

const columnOf = (shape: Shape, name: string) =>
  shape.columns.find((column) => column.name === name) as ColumnShape;

function dueAt(shape: Shape, due: Exclude<Due, { before: unknown }>): SQL | undefined {
  if ("ids" in due) return inArray(columnOf(shape, "id").column, [...due.ids]);
  const isOver = lt(columnOf(shape, "endsAt").column, due.endedBefore);
  if (!due.in) return isOver;
  const date = columnOf(shape, "localDate").column;
  const { networkId, from, to } = due.in;
  return and(
    isOver,
    eq(columnOf(shape, "networkId").column, networkId),
    or(eq(date, from), gt(date, from)),
    or(eq(date, to), lt(date, to)),
  );
}

/** The condition on a table's rows that they lead to what is due. */
function leadsTo(read: Reader, task: Task, due: Exclude<Due, { before: unknown }>, step = 0): SQL {
  const { reference } = task.path[step] as Task["path"][number];
  const next = shapes().get(reference.to) as Shape;
  const where = step + 1 < task.path.length ? leadsTo(read, task, due, step + 1) : dueAt(next, due);
  const keys = read
    .select({ key: columnOf(next, reference.toColumn).column })
    .from(next.table)
    .where(where);
  return inArray(reference.column.column, keys);
}

const blankable = ({ columns }: Shape, dataClass: Task["dataClass"]) =>
  columns.filter((column) => column.dataClass === dataClass && column.kind === "text");

/** The rows that are due and not erased yet. */
function dueRows(read: Reader, task: Task, due: Due): SQL | undefined {
  const { shape, does, dataClass, ownDate } = task;
  const isDue =
    "before" in due ? lt(columnOf(shape, ownDate as string).column, due.before) : leadsTo(read, task, due);
  if (does === "delete") return isDue;
  const isLeft = blankable(shape, dataClass).map(({ column, isRequired }) =>
    isRequired ? ne(column, blank) : isNotNull(column),
  );
  return and(isDue, or(...isLeft));
}

/** How many rows a task would erase. */
export async function countDue(read: Reader, task: Task, due: Due): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(task.shape.table)
    .where(dueRows(read, task, due));
  return Number(row?.n ?? 0);
}

function keyColumn({ shape, path }: Task): ColumnShape {
  return path[0]?.reference.column ?? (shape.columns.find(({ isInKey }) => isInKey) as ColumnShape);
}

/**
 * Erases one batch. A batch is the rows behind so many keys, a few more than its size.
 * @returns how many rows went; none when the task is done
 */
export async function eraseBatch(tx: Tx, task: Task, due: Due, size: number): Promise<number> {
  const { shape, does, dataClass } = task;
  const key = keyColumn(task);
  const rows = dueRows(tx, task, due);
  const found = await tx.select({ key: key.column }).from(shape.table).where(rows).limit(size);
  if (found.length === 0) return 0;
  const keys = [...new Set(found.map((row) => row.key))];
  const these = and(inArray(key.column, keys), rows);
  const table: AnyTable = shape.table;
  if (does === "delete") return (await tx.delete(table).where(these).returning({ key: key.column })).length;
  const set = Object.fromEntries(
    blankable(shape, dataClass).map(({ name, isRequired }) => [name, isRequired ? blank : null]),
  );
  return (await tx.update(table).set(set).where(these).returning({ key: key.column })).length;
}
