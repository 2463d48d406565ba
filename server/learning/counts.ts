/** The counts of a round as its row holds them. */
import type { Temporal } from "temporal-polyfill";
import type { Counts } from "./state.ts";

/** Counts as they stand in a round's row; null while it is open. */
export function countsOf(round: {
  closedAt: Temporal.Instant | null;
  electors: number;
  yes: number | null;
  partly: number | null;
  no: number | null;
  notMe: number | null;
}): Counts | null {
  const { closedAt, electors, yes, partly, no, notMe } = round;
  if (!closedAt || yes === null || partly === null || no === null || notMe === null) return null;
  return { electors, yes, partly, no, notMe };
}
