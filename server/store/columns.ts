/**
 * The column builders of the one schema. They are Drizzle's sqlite-core or pg-core builders, chosen
 * when this module loads and typed as sqlite-core: the cast happens here and nowhere else.
 */
import { randomBytes } from "node:crypto";
import type { BuildColumns, BuildExtraConfigColumns } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { Temporal } from "temporal-polyfill";
import { engine } from "./engine.ts";
import { classify, type DataClass } from "./inventory.ts";

const onPostgres = engine === "postgres";

type Columns = Record<string, lite.SQLiteColumnBuilderBase>;
type Extra<N extends string, C extends Columns> = (
  t: BuildExtraConfigColumns<N, C, "sqlite">,
) => lite.SQLiteTableExtraConfigValue[];

type MakeTable = <N extends string, C extends Columns>(
  name: N,
  columns: C,
  extra: Extra<N, C>,
) => lite.SQLiteTableWithColumns<{
  name: N;
  schema: undefined;
  columns: BuildColumns<N, C, "sqlite">;
  dialect: "sqlite";
}>;
const makeTable = (onPostgres ? pg.pgTable : lite.sqliteTable) as unknown as MakeTable;

/**
 * A table of the schema.
 * @param classes what kind of data each column holds (see `inventory.ts`); none may be left out
 * @param extra indexes and keys
 */
export function table<N extends string, C extends Columns>(
  name: N,
  columns: C,
  classes: { [K in keyof C]: DataClass },
  extra: Extra<N, C> = () => [],
) {
  const made = makeTable(name, columns, extra);
  classify(name, classes, made);
  return made;
}

/** 128 random bits as 26 lower-case base32 letters: no order, no count, nothing to guess. */
export const newId = () => idFrom(randomBytes(16));

/** Sixteen bytes in the shape of an id. */
export function idFrom(bytes: Buffer): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let letters = "";
  for (let i = 0; i < 26; i++) {
    letters += alphabet[Number(rest & 31n)];
    rest >>= 5n;
  }
  return letters;
}

/** The primary key of a row: random text made by `newId()`. */
export const id = () => text().primaryKey().$defaultFn(newId);

const liteText = () => lite.text();
export const text = () => (onPostgres ? pg.text() : liteText()) as ReturnType<typeof liteText>;

const liteInteger = () => lite.integer();
export const integer = () => (onPostgres ? pg.integer() : liteInteger()) as ReturnType<typeof liteInteger>;

/** A text column that takes only the given words. */
export const oneOf = <const W extends string>(..._words: W[]) => text().$type<W>();

const liteFlag = () => lite.integer({ mode: "boolean" });
/** Yes or no. */
export const flag = () => (onPostgres ? pg.boolean() : liteFlag()) as ReturnType<typeof liteFlag>;

const liteJson = <T>() => lite.text({ mode: "json" }).$type<T>();
/** A structured value, stored as JSON. */
export const json = <T>() =>
  (onPostgres ? pg.jsonb().$type<T>() : liteJson<T>()) as ReturnType<typeof liteJson<T>>;

const instantMapping = {
  toDriver: (value: Temporal.Instant) => value.epochMilliseconds,
  fromDriver: (value: number) => Temporal.Instant.fromEpochMilliseconds(Number(value)),
};
type InstantType = { data: Temporal.Instant; driverData: number };
const liteInstant = lite.customType<InstantType>({ dataType: () => "integer", ...instantMapping });
const pgInstant = pg.customType<InstantType>({ dataType: () => "bigint", ...instantMapping });
const makeLiteInstant = () => liteInstant();
/** A moment in UTC: `Temporal.Instant` in code, whole milliseconds since 1970 in the store. */
export const instant = () =>
  (onPostgres ? pgInstant() : makeLiteInstant()) as ReturnType<typeof makeLiteInstant>;

const pgBinaryText = pg.customType<{ data: string }>({ dataType: () => 'text collate "C"' });
/** Text compared byte by byte on both engines: keys made by `sortKey`, local dates and times. */
export const sortable = () => (onPostgres ? pgBinaryText() : liteText()) as ReturnType<typeof liteText>;

export const index = (onPostgres ? pg.index : lite.index) as typeof lite.index;
export const uniqueIndex = (onPostgres ? pg.uniqueIndex : lite.uniqueIndex) as typeof lite.uniqueIndex;
/** A table under another name, for joining it twice. */
export const alias = (onPostgres ? pg.alias : lite.alias) as typeof lite.alias;
export const primaryKey = (onPostgres ? pg.primaryKey : lite.primaryKey) as typeof lite.primaryKey;

/** Behind z, in the order of the Norwegian alphabet; ä and ö sort as æ and ø. */
const behindZ: Record<string, string> = { æ: "{", ä: "{", ø: "|", ö: "|", å: "}" };

/**
 * The key names sort and are searched by: lower case, aa as å, diacritics off except æ ø å, which
 * come behind z. Compared byte by byte, it sorts alike on both engines.
 */
export function sortKey(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("aa", "å")
    .replace(/[æäøöå]/g, (letter) => behindZ[letter] as string)
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("ŧ", "t")
    .replaceAll("ŋ", "n")
    .trim();
}
