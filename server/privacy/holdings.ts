/**
 * Everything held about a person, read from the classes of the columns: their own rows, what others wrote
 * beside them, and what they themselves did. Left out are keys, what opens something, and what is about
 * other people. Anonymous feedback has no owner in any row and cannot be among it.
 */
import { eq, inArray, or, type SQL } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { DataClass } from "../store/inventory.ts";
import { type ColumnShape, type Shape, shapes } from "../store/shape.ts";
import type { Reader } from "../store/store.ts";
import { ownedBy, ownerColumn, personTable } from "./ownership.ts";

/** A value as JSON can say it. Instants are ISO 8601 in UTC; another person is their name. */
export type Held = string | number | boolean | null;

export interface Holding {
  table: string;
  /** `own` is about the person; `done` is what they did in it. */
  as: "own" | "done";
  rows: Record<string, Held>[];
  /** There are more rows than are told of. */
  isCut: boolean;
}

/** So many rows of one table are told of. */
export const mostRows = 5000;

const shownOfOwn = ({ dataClass, name }: ColumnShape) =>
  dataClass !== "key" && dataClass !== "secret" && name !== "raw" && name !== "htmlBody";
const shownOfDone: readonly DataClass[] = ["fact", "staff-words", "audit"];
/** What tells which gathering, network or item a row belongs to. */
const labels = ["title", "name", "question"];

type Row = Record<string, unknown>;

/** Who did it, as columns name it; not whom something is about, which that person may not be told. */
const doer = ({ dataClass, name }: ColumnShape) =>
  dataClass === "person" && name !== "personId" && !name.startsWith("about");

function asHeld(value: unknown): Held {
  if (value === null || value === undefined) return null;
  if (value instanceof Temporal.Instant) return value.toString();
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}

async function rowsWhere(read: Reader, shape: Shape, where: SQL): Promise<{ rows: Row[]; isCut: boolean }> {
  const rows: Row[] = await read
    .select()
    .from(shape.table)
    .where(where)
    .limit(mostRows + 1);
  return { rows: rows.slice(0, mostRows), isCut: rows.length > mostRows };
}

/** In batches, since an engine takes so many values in one statement and no more. */
async function valuesById(read: Reader, shape: Shape, of: string, ids: readonly string[]) {
  const key = shape.columns.find(({ isInKey }) => isInKey) as ColumnShape;
  const value = shape.columns.find(({ name }) => name === of) as ColumnShape;
  const found = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await read
      .select({ id: key.column, value: value.column })
      .from(shape.table)
      .where(inArray(key.column, ids.slice(from, from + 500)));
    for (const row of rows as { id: string; value: string }[]) found.set(row.id, row.value);
  }
  return found;
}

/** What the rows that `ids` refer to are called, following one more reference where they have no name. */
async function labelsOf(
  read: Reader,
  table: string,
  ids: readonly string[],
): Promise<{ called: string; names: Map<string, string> } | null> {
  const shape = shapes().get(table);
  if (!shape || ids.length === 0 || table === personTable) return null;
  const label = shape.columns.find(({ name }) => labels.includes(name));
  if (label) return { called: table, names: await valuesById(read, shape, label.name, ids) };
  const next = shape.references.find(({ to }) =>
    shapes()
      .get(to)
      ?.columns.some(({ name }) => name === "title"),
  );
  if (!next) return null;
  const through = await valuesById(read, shape, next.column.name, ids);
  const far = await labelsOf(read, next.to, [...new Set(through.values())]);
  if (!far) return null;
  const names = new Map([...through].map(([id, other]) => [id, far.names.get(other) ?? ""]));
  return { called: far.called, names };
}

const textsIn = (rows: Row[], column: string) => [
  ...new Set(rows.map((row) => row[column]).filter((one): one is string => typeof one === "string")),
];

/** The rows as a person may read them. */
async function told(read: Reader, shape: Shape, rows: Row[], shown: ColumnShape[]): Promise<Holding["rows"]> {
  const out = rows.map((): Record<string, Held> => ({}));
  for (const { column, to } of shape.references) {
    const found = await labelsOf(read, to, textsIn(rows, column.name));
    if (!found) continue;
    rows.forEach((row, i) => {
      const name = found.names.get(String(row[column.name]));
      if (name) (out[i] as Record<string, Held>)[found.called] ??= name;
    });
  }
  for (const { name, dataClass } of shown) {
    if (dataClass === "person") {
      const people = shapes().get(personTable) as Shape;
      const names = await valuesById(read, people, "name", textsIn(rows, name));
      rows.forEach((row, i) => {
        const who = names.get(String(row[name]));
        if (who) (out[i] as Record<string, Held>)[name] = who;
      });
    } else {
      rows.forEach((row, i) => {
        (out[i] as Record<string, Held>)[name] = asHeld(row[name]);
      });
    }
  }
  return out;
}

async function ownOf(read: Reader, shape: Shape, personId: string): Promise<Holding | null> {
  const owned = ownedBy(read, shape, personId, "about");
  if (!owned) return null;
  const { rows, isCut } = await rowsWhere(read, shape, owned);
  if (rows.length === 0) return null;
  const isOwner = ({ name }: ColumnShape) => name === "personId" || shape.name === personTable;
  const shown = shape.columns.filter(
    (column) => shownOfOwn(column) && !(column.dataClass === "person" && isOwner(column)),
  );
  return { table: shape.name, as: "own", rows: await told(read, shape, rows, shown), isCut };
}

async function doneIn(read: Reader, shape: Shape, personId: string): Promise<Holding | null> {
  const by = shape.columns.filter((column) => doer(column) && column !== ownerColumn(shape));
  if (by.length === 0) return null;
  const where = or(...by.map(({ column }) => eq(column, personId)));
  if (!where) return null;
  const { rows, isCut } = await rowsWhere(read, shape, where);
  if (rows.length === 0) return null;
  const shown = shape.columns.filter(({ dataClass }) => shownOfDone.includes(dataClass));
  return { table: shape.name, as: "done", rows: await told(read, shape, rows, shown), isCut };
}

/** All of it, table by table in the order they are defined; tables with nothing are left out. */
export async function holdingsOf(read: Reader, personId: string): Promise<Holding[]> {
  const found: (Holding | null)[] = [];
  for (const shape of shapes().values()) {
    found.push(await ownOf(read, shape, personId));
    found.push(await doneIn(read, shape, personId));
  }
  return found.filter((one) => one !== null);
}
