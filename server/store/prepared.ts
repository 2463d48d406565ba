/** Prepared statements, which the two engines want in different ways. */
import { type Placeholder, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Reader } from "./store.ts";

interface Prepared<R> {
  execute(values?: Record<string, unknown>): Promise<R> | R;
}
interface Preparable<R> {
  prepare(name?: string): Prepared<R>;
}
type Rows<Q> = Q extends PromiseLike<infer R> ? R : never;

const kept = new WeakMap<Reader, Map<string, Prepared<unknown>>>();

/** Placeholders pass values on as they are, so instants become what the column stores. */
function asStored(values: Record<string, unknown>): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const name in values) {
    const value = values[name];
    stored[name] = value instanceof Temporal.Instant ? value.epochMilliseconds : value;
  }
  return stored;
}

/**
 * Runs a statement that is built once per store and then only filled in; for hot pages and writes. In a
 * transaction on PostgreSQL it is built anew.
 * @param name unique in the program; PostgreSQL keeps the plan under it
 * @param build makes the query, with `sql.placeholder("x")` where a value goes
 * @param values by placeholder; an instant is given as such
 */
export async function prepared<Q extends PromiseLike<unknown>, R extends Reader = Reader>(
  { read }: { read: R },
  name: string,
  build: (read: R) => Q,
  values: Record<string, unknown>,
): Promise<Rows<Q>> {
  let ofReader = kept.get(read);
  if (!ofReader) {
    ofReader = new Map();
    kept.set(read, ofReader);
  }
  let statement = ofReader.get(name);
  if (!statement) {
    statement = (build(read) as unknown as Preparable<unknown>).prepare(name);
    ofReader.set(name, statement);
  }
  return (await statement.execute(asStored(values))) as Rows<Q>;
}

/**
 * A list of keys for a prepared read, `inArray(column, keys.places)`: filled up with its last key to the next
 * power of two, so that few reads are kept however long lists are. An empty list fits nothing.
 * @param name of the placeholders
 */
export function keyList(name: string, keys: readonly string[]) {
  const size = 2 ** Math.ceil(Math.log2(Math.max(keys.length, 1)));
  const values: Record<string, unknown> = {};
  for (let i = 0; i < size; i++) values[`${name}${i}`] = keys[i] ?? keys.at(-1) ?? null;
  return {
    size,
    values,
    /** Made when the read is built, which is once. */
    places: (): Placeholder[] => Array.from({ length: size }, (_, i) => sql.placeholder(`${name}${i}`)),
  };
}

/**
 * The same for a read with one list of keys, `inArray(column, keys)`.
 * @param keys at least one
 */
export async function preparedFor<Q extends PromiseLike<unknown>>(
  read: Reader,
  name: string,
  keys: readonly string[],
  build: (read: Reader, keys: Placeholder[]) => Q,
  values: Record<string, unknown> = {},
): Promise<Rows<Q>> {
  const list = keyList("key", keys);
  const built = (reader: Reader) => build(reader, list.places());
  return prepared({ read }, `${name}-${list.size}`, built, { ...values, ...list.values });
}
