/**
 * How long each kind of data is kept (domain.md section 6), in one place. Every column of the store
 * names its kind where it is defined; the words for people stand in `retention-texts.ts`.
 */

import { type DataClass, type InventoryEntry, inventory } from "../store/inventory.ts";
import { isErasedByClock } from "./erasure-plan.ts";

/** From when the time runs. */
export type Since = "gathering" | "item-closed" | "mail-sent" | "left-network" | "noted";

export interface Retention {
  /** Null: as long as the row it belongs to, or until its owner deletes it. */
  limit: { days: number; since: Since } | { months: number; since: Since } | null;
}

/** Days or months by class, in place of the default; the setting `KEEP`. */
export type Periods = Partial<Record<DataClass, number>>;

const asLongAsItsRow: Retention = { limit: null };
const after = (limit: NonNullable<Retention["limit"]>): Retention => ({ limit });

const defaults: Readonly<Record<DataClass, Retention>> = Object.freeze({
  identity: after({ months: 36, since: "left-network" }),
  attendance: after({ months: 24, since: "gathering" }),
  "answer-words": after({ days: 30, since: "gathering" }),
  needs: after({ days: 7, since: "gathering" }),
  "feedback-words": after({ months: 24, since: "item-closed" }),
  "survey-answers": after({ months: 24, since: "gathering" }),
  reflection: asLongAsItsRow,
  "group-words": after({ months: 24, since: "gathering" }),
  "staff-words": asLongAsItsRow,
  "member-words": asLongAsItsRow,
  "raw-mail": after({ days: 30, since: "mail-sent" }),
  audit: after({ months: 12, since: "noted" }),
  secret: asLongAsItsRow,
  person: asLongAsItsRow,
  fact: asLongAsItsRow,
  key: asLongAsItsRow,
});

/** How long each kind is kept here: the defaults, unless `setPeriods` said otherwise. */
export const retention: Readonly<Record<DataClass, Retention>> = { ...defaults };

/** The kinds whose time is a setting, with its unit. */
export const adjustable: ReadonlyMap<string, "days" | "months"> = new Map(
  Object.entries(defaults).flatMap(([dataClass, { limit }]) =>
    limit ? [[dataClass, "days" in limit ? ("days" as const) : ("months" as const)] as const] : [],
  ),
);

/** Takes the settings into use; what they leave out is as long as the defaults say. */
export function setPeriods(periods: Periods): void {
  for (const dataClass of dataClasses) {
    const { limit } = defaults[dataClass];
    const n = periods[dataClass];
    const set = limit && n ? ("days" in limit ? { ...limit, days: n } : { ...limit, months: n }) : limit;
    (retention as Record<DataClass, Retention>)[dataClass] = { limit: set };
  }
}

/** The kinds in the order people are told of them. */
export const dataClasses = Object.keys(defaults) as DataClass[];

/** The data inventory: each kind that is stored, its rule, and the columns that hold it. */
export function dataInventory(): {
  dataClass: DataClass;
  rule: Retention & { isErasedByClock: boolean };
  columns: Pick<InventoryEntry, "table" | "column">[];
}[] {
  return dataClasses
    .map((dataClass) => ({
      dataClass,
      rule: { ...retention[dataClass], isErasedByClock: isErasedByClock(dataClass) },
      columns: inventory()
        .filter((entry) => entry.dataClass === dataClass)
        .map(({ table, column }) => ({ table, column })),
    }))
    .filter(({ columns }) => columns.length > 0);
}
