/**
 * How long each kind of data is kept (domain.md section 6), in one place. Every column of the store
 * names its kind where it is defined; the words for people stand in `retention-texts.ts`.
 */
import { type DataClass, type InventoryEntry, inventory } from "../store/inventory.ts";

/** From when the time runs. */
export type Since = "gathering" | "item-closed" | "mail-sent" | "left-network" | "noted";

export interface Retention {
  /** Null: as long as the row it belongs to, or until its owner deletes it. */
  limit: { days: number; since: Since } | { months: number; since: Since } | null;
  /**
   * Whether the clock erases it today. Until it does, the page on privacy says so: set this only
   * together with a job in `clock.ts`.
   */
  isErasedByClock: boolean;
}

const asLongAsItsRow: Retention = { limit: null, isErasedByClock: false };
const after = (limit: NonNullable<Retention["limit"]>): Retention => ({ limit, isErasedByClock: false });

export const retention: Readonly<Record<DataClass, Retention>> = Object.freeze({
  identity: after({ months: 36, since: "left-network" }),
  attendance: after({ months: 24, since: "gathering" }),
  "answer-words": after({ days: 30, since: "gathering" }),
  needs: after({ days: 7, since: "gathering" }),
  "feedback-words": after({ months: 24, since: "item-closed" }),
  "survey-answers": { limit: { months: 24, since: "gathering" }, isErasedByClock: true },
  reflection: asLongAsItsRow,
  "group-words": asLongAsItsRow,
  "staff-words": asLongAsItsRow,
  "member-words": asLongAsItsRow,
  "raw-mail": after({ days: 30, since: "mail-sent" }),
  audit: after({ months: 12, since: "noted" }),
  secret: { limit: null, isErasedByClock: true },
  person: asLongAsItsRow,
  fact: asLongAsItsRow,
  key: asLongAsItsRow,
});

/** The kinds in the order people are told of them. */
export const dataClasses = Object.keys(retention) as DataClass[];

/** The data inventory: each kind that is stored, its rule, and the columns that hold it. */
export function dataInventory(): {
  dataClass: DataClass;
  rule: Retention;
  columns: Pick<InventoryEntry, "table" | "column">[];
}[] {
  return dataClasses
    .map((dataClass) => ({
      dataClass,
      rule: retention[dataClass],
      columns: inventory()
        .filter((entry) => entry.dataClass === dataClass)
        .map(({ table, column }) => ({ table, column })),
    }))
    .filter(({ columns }) => columns.length > 0);
}
