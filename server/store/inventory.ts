/**
 * What kind of data a column holds. Every column of every table names its class where it is defined,
 * so that the compiler refuses an unclassified one; `privacy/retention.ts` says how long each is kept.
 */
export type DataClass =
  /** A random key or a reference to a row that is no person. */
  | "key"
  /** An impersonal fact: dates, states, numbers, titles, rules. */
  | "fact"
  /** Reference to the person a row is about or who did it. */
  | "person"
  /** Name, address and other identity of a registered person. */
  | "identity"
  /** Words that came with an answer to an invitation. */
  | "answer-words"
  /** Diet and access needs. */
  | "needs"
  /** Who attended. */
  | "attendance"
  /** Words of feedback, paraphrases and what was written in handling it. */
  | "feedback-words"
  /** What was answered in surveys, put together; who has answered, until the survey closes. */
  | "survey-answers"
  /** A private reflection on a case. */
  | "reflection"
  /** Raw or rendered mail. */
  | "raw-mail"
  /** A hash that opens something: sessions, links, receipts. */
  | "secret"
  /** Words written by Nav staff as part of their work: decisions, minutes, agenda. */
  | "staff-words";

/** One column of the data inventory. */
export interface InventoryEntry {
  table: string;
  column: string;
  dataClass: DataClass;
}

const entries: InventoryEntry[] = [];

/** Remembers the classes of a table's columns; called by `table()` only. */
export function classify(table: string, classes: Record<string, DataClass>): void {
  for (const [column, dataClass] of Object.entries(classes)) {
    entries.push({ table, column, dataClass });
  }
}

/** Every classified column of the tables loaded so far, in the order they were defined. */
export function inventory(): readonly InventoryEntry[] {
  return entries;
}
