/**
 * How the tables hang together, read from the tables themselves, so that jobs which must reach every
 * table (erasing, telling a person what is held) need no list that somebody forgets to add to.
 */
import { getTableColumns, type SQL, sql, type Table } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { engine } from "./engine.ts";
import { type DataClass, inventory, tablesByName } from "./inventory.ts";

/** Any table of the schema, as the builders take it; its columns are told by `columns`. */
export type AnyTable = lite.SQLiteTableWithColumns<{
  name: string;
  schema: undefined;
  // biome-ignore lint/suspicious/noExplicitAny: which columns there are is known when it runs
  columns: any;
  dialect: "sqlite";
}>;

export interface ColumnShape {
  /** As the code calls it. */
  name: string;
  column: lite.SQLiteColumn;
  dataClass: DataClass;
  kind: "text" | "json" | "other";
  isRequired: boolean;
  isUnique: boolean;
  isInKey: boolean;
}

export interface Reference {
  column: ColumnShape;
  to: string;
  toColumn: string;
  /** Its rows go with the row they refer to. */
  goesAlong: boolean;
}

export interface Shape {
  name: string;
  table: AnyTable;
  columns: readonly ColumnShape[];
  references: readonly Reference[];
  /** Whether another table refers to rows of this one. */
  isReferredTo: boolean;
}

function configOf(table: AnyTable) {
  type Config = ReturnType<typeof lite.getTableConfig>;
  const get = engine === "postgres" ? pg.getTableConfig : lite.getTableConfig;
  return (get as unknown as (of: Table) => Config)(table as unknown as Table);
}

function kindOf(column: lite.SQLiteColumn): ColumnShape["kind"] {
  if (column.dataType === "json") return "json";
  return /^text\b/.test(column.getSQLType()) ? "text" : "other";
}

function shapeOf(name: string, table: AnyTable): Shape {
  const { primaryKeys, foreignKeys, indexes } = configOf(table);
  const classes = new Map(
    inventory()
      .filter((entry) => entry.table === name)
      .map((entry) => [entry.column, entry.dataClass]),
  );
  // by name: on PostgreSQL keys and indexes hold columns of their own making
  const namesOf = (columns: readonly unknown[]) => columns.map((one) => (one as { name?: string }).name);
  const inKey = new Set(primaryKeys.flatMap((key) => namesOf(key.columns)));
  const inUnique = new Set(
    indexes.filter((index) => index.config.unique).flatMap((index) => namesOf(index.config.columns)),
  );
  const columns = Object.entries(getTableColumns(table) as Record<string, lite.SQLiteColumn>).map(
    ([key, column]): ColumnShape => ({
      name: key,
      column,
      dataClass: classes.get(key) as DataClass,
      kind: kindOf(column),
      isRequired: column.notNull,
      isUnique: column.primary || inKey.has(column.name) || inUnique.has(column.name),
      isInKey: column.primary || inKey.has(column.name),
    }),
  );
  const references = foreignKeys.flatMap((key): Reference[] => {
    const { columns: from, foreignTable, foreignColumns } = key.reference();
    const column = columns.find((one) => one.column.name === from[0]?.name);
    const toColumns = Object.entries(getTableColumns(foreignTable as unknown as Table));
    const toColumn = toColumns.find(([, one]) => one.name === foreignColumns[0]?.name)?.[0];
    const to = (configOf(foreignTable as unknown as AnyTable) as { name: string }).name;
    const goesAlong = key.onDelete === "cascade";
    return column && toColumn ? [{ column, to, toColumn, goesAlong }] : [];
  });
  return { name, table, columns, references, isReferredTo: false };
}

let known: { of: number; shapes: ReadonlyMap<string, Shape> } | undefined;

/** Every table loaded so far, by its name in the store. */
export function shapes(): ReadonlyMap<string, Shape> {
  const tables = tablesByName();
  if (known?.of === tables.size) return known.shapes;
  const found = [...tables].map(([name, table]) => shapeOf(name, table as AnyTable));
  const referredTo = new Set(found.flatMap((shape) => shape.references.map(({ to }) => to)));
  const made = new Map(
    found.map((shape) => [shape.name, { ...shape, isReferredTo: referredTo.has(shape.name) }]),
  );
  known = { of: tables.size, shapes: made };
  return made;
}

/** The text of a column, whatever it holds: structured values as they are written. */
export function asText({ column, kind }: ColumnShape): SQL<string> {
  return kind === "json" && engine === "postgres" ? sql`cast(${column} as text)` : sql`${column}`;
}

/** A text as the column takes it. */
export function fromText({ kind }: ColumnShape, text: SQL): SQL {
  return kind === "json" && engine === "postgres" ? sql`cast(${text} as jsonb)` : text;
}
