/**
 * A file of people on its way into the register. Its rows wait here, outside the register, until one
 * statement moves all of them in. Rows are deleted when that is done, given up or forgotten for a day.
 */

import { networks } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import {
  id,
  index,
  instant,
  integer,
  json,
  oneOf,
  primaryKey,
  sortable,
  table,
  text,
} from "../store/columns.ts";
import type { Fault } from "./check.ts";

export type ImportState =
  /** The file is stored; its rows are being looked at. */
  | "checking"
  /** Every row has been looked at; a person decides. */
  | "ready"
  /** Decided; search words are written, and then everything at once. */
  | "moving"
  | "done"
  | "stopped"
  | "undone";

export const imports = table(
  "imports",
  {
    id: id(),
    byId: text()
      .notNull()
      .references(() => persons.id),
    /** Where people go whose row names no network. */
    networkId: text().references(() => networks.id),
    state: oneOf("checking", "ready", "moving", "done", "stopped", "undone").notNull(),
    /** Column of the file → what it holds. */
    columns: json<string[]>().notNull(),
    /** Rows in the file, and how many of them the present state is through with. */
    rows: integer().notNull(),
    through: integer().notNull().default(0),
    faults: integer().notNull().default(0),
    /** What to do with people who look like someone registered under another address. */
    lookalikes: oneOf("skip", "add").notNull().default("skip"),
    /** Whoever works on it does so until then; after that another process may. */
    claimedUntil: instant(),
    createdAt: instant().notNull(),
  },
  {
    id: "key",
    byId: "person",
    networkId: "key",
    state: "fact",
    columns: "fact",
    rows: "fact",
    through: "fact",
    faults: "fact",
    lookalikes: "fact",
    claimedUntil: "fact",
    createdAt: "fact",
  },
  (t) => [
    index("imports_by").on(t.byId, t.createdAt, t.id),
    index("imports_state").on(t.state, t.claimedUntil),
    index("imports_network").on(t.networkId),
  ],
);

/** The file as it came, some hundred rows together. */
export const importBlocks = table(
  "import_blocks",
  {
    importId: text()
      .notNull()
      .references(() => imports.id),
    /** The first of its rows, counted from 0. */
    first: integer().notNull(),
    cells: json<string[][]>().notNull(),
    /** The line in the file of each row. */
    lines: json<number[]>().notNull(),
  },
  { importId: "key", first: "fact", cells: "identity", lines: "fact" },
  (t) => [primaryKey({ columns: [t.importId, t.first] })],
);

/** A row that has been looked at: the person it would become, or what is wrong with it. */
export const importRows = table(
  "import_rows",
  {
    importId: text()
      .notNull()
      .references(() => imports.id),
    line: integer().notNull(),
    /** `new` enters; `known` has an address we have; `lookalike` a name and workplace we have. */
    state: oneOf("new", "known", "lookalike", "fault").notNull(),
    /** The id of a new person, or of the one who is known. */
    personId: text().notNull(),
    name: text().notNull(),
    sortKey: sortable().notNull(),
    email: text().notNull(),
    emailKey: text().notNull(),
    phone: text(),
    language: oneOf("nb", "nn", "en").notNull(),
    /** `|mentor|leader|`: so that one statement per role moves all of them. */
    roles: text().notNull(),
    status: oneOf("active", "finished", "interested").notNull(),
    jobTitle: text(),
    networkId: text(),
    unitId: text(),
    workplaceId: text(),
    faults: json<Fault[]>().notNull(),
  },
  {
    importId: "key",
    line: "fact",
    state: "fact",
    personId: "person",
    name: "identity",
    sortKey: "identity",
    email: "identity",
    emailKey: "identity",
    phone: "identity",
    language: "identity",
    roles: "identity",
    status: "identity",
    jobTitle: "identity",
    networkId: "key",
    unitId: "key",
    workplaceId: "key",
    faults: "fact",
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line] }),
    index("import_rows_state").on(t.importId, t.state, t.line),
    index("import_rows_email").on(t.importId, t.emailKey),
    index("import_rows_person").on(t.personId),
  ],
);

/** Workplaces that a file names and the register does not know. */
export const importWorkplaces = table(
  "import_workplaces",
  {
    importId: text()
      .notNull()
      .references(() => imports.id),
    sortKey: sortable().notNull(),
    workplaceId: text().notNull(),
    name: text().notNull(),
    trade: text().notNull(),
    size: oneOf("small", "medium", "large", "unknown").notNull(),
    municipality: text().notNull(),
  },
  {
    importId: "key",
    sortKey: "fact",
    workplaceId: "key",
    name: "fact",
    trade: "fact",
    size: "fact",
    municipality: "fact",
  },
  (t) => [primaryKey({ columns: [t.importId, t.sortKey] })],
);

/** What an import brought in, so that it can be undone: people, and what people we had were given. */
export const importedPersons = table(
  "imported_persons",
  {
    importId: text()
      .notNull()
      .references(() => imports.id),
    personId: text().notNull(),
    /** `return`: a membership that had ended and goes on. */
    what: oneOf("person", "membership", "role", "return").notNull(),
    /** Empty unless it is a membership. */
    networkId: text().notNull(),
    /** Empty for a person; of a return the role, a space and the local date on which it had ended. */
    role: text().notNull(),
  },
  { importId: "key", personId: "person", what: "fact", networkId: "key", role: "identity" },
  (t) => [
    primaryKey({ columns: [t.importId, t.what, t.personId, t.networkId, t.role] }),
    index("imported_persons_person").on(t.personId),
  ],
);
