/** Prepared statements, which the two engines want in different ways. */
import { Temporal } from "temporal-polyfill";
import type { Reader, Store } from "./store.ts";

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
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value instanceof Temporal.Instant ? value.epochMilliseconds : value,
    ]),
  );
}

/**
 * Runs a read that is built once per store and then only filled in; for hot pages.
 * @param name unique in the program; PostgreSQL keeps the plan under it
 * @param build makes the query, with `sql.placeholder("x")` where a value goes
 * @param values by placeholder; an instant is given as such
 */
export async function prepared<Q extends PromiseLike<unknown>>(
  store: Pick<Store, "read">,
  name: string,
  build: (read: Reader) => Q,
  values: Record<string, unknown>,
): Promise<Rows<Q>> {
  const ofStore = kept.get(store.read) ?? new Map<string, Prepared<unknown>>();
  kept.set(store.read, ofStore);
  let statement = ofStore.get(name);
  if (!statement) {
    statement = (build(store.read) as unknown as Preparable<unknown>).prepare(name);
    ofStore.set(name, statement);
  }
  return (await statement.execute(asStored(values))) as Rows<Q>;
}
