/** The place in a list from which the next page goes on: a sort value and an id, as an address holds them. */
import { Temporal } from "temporal-polyfill";

export interface PageKey {
  value: string;
  id: string;
}

/** As it stands in an address. */
export const keyText = ({ value, id }: PageKey): string => `${value}.${id}`;

/** What an address holds, whatever it is; null when it is no key. */
export function readKey(text: unknown): PageKey | null {
  const [, value, id] = /^([0-9-]{1,20})\.([a-z2-7]{1,40})$/.exec(typeof text === "string" ? text : "") ?? [];
  return value && id ? { value, id } : null;
}

/** A key whose value is a moment. */
export const momentKey = (at: Temporal.Instant, id: string): PageKey => ({
  value: String(at.epochMilliseconds),
  id,
});

/** The moment of a key; the beginning of time when it is none. */
export function momentOf({ value }: PageKey): Temporal.Instant {
  const milliseconds = Number(value);
  const isMoment = Number.isSafeInteger(milliseconds) && Math.abs(milliseconds) < 8.64e15;
  return Temporal.Instant.fromEpochMilliseconds(isMoment ? milliseconds : 0);
}

/** A page out of rows of which one more than its size was asked for. @param keyOf of the last row shown */
export function pageOf<R>(
  rows: R[],
  size: number,
  keyOf: (row: R) => PageKey,
): { rows: R[]; next: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last ? keyText(keyOf(last)) : null };
}
