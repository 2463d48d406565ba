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
  /** What a group answered at a gathering; no person is known. */
  | "group-words"
  /** Raw or rendered mail. */
  | "raw-mail"
  /** A hash that opens something: sessions, links, receipts. */
  | "secret"
  /** Words written by Nav staff as part of their work: decisions, minutes, agenda. */
  | "staff-words"
  /** Words a member put before the network, such as a wish for a topic. */
  | "member-words"
  /** What the log of access says was done. */
  | "audit";

/** One column of the data inventory. */
export interface InventoryEntry {
  table: string;
  column: string;
  dataClass: DataClass;
}

const entries: InventoryEntry[] = [];
const tables = new Map<string, unknown>();

/** Remembers a table and the classes of its columns; called by `table()` only. */
export function classify(table: string, classes: Record<string, DataClass>, made: unknown): void {
  tables.set(table, made);
  for (const [column, dataClass] of Object.entries(classes)) {
    entries.push({ table, column, dataClass });
  }
}

/** Every table loaded so far, by name, in the order they were defined. */
export function tablesByName(): ReadonlyMap<string, unknown> {
  return tables;
}

/** Every classified column of the tables loaded so far, in the order they were defined. */
export function inventory(): readonly InventoryEntry[] {
  return entries;
}
