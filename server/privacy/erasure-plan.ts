/**
 * How the clock erases each column whose time is limited, found from the tables themselves. A column that
 * nothing reaches is told of (`unreached`), and then the page on privacy promises nothing for its class.
 */
import type { DataClass } from "../store/inventory.ts";
import { type Reference, type Shape, shapes } from "../store/shape.ts";
import { ownerColumn, personTable } from "./ownership.ts";

/** From a table over its references to the one that tells when the time runs. */
export type Path = readonly { from: Shape; reference: Reference }[];

export interface Task {
  dataClass: DataClass;
  shape: Shape;
  /** Attendance goes as rows, since counts are kept; words are blanked. */
  does: "blank" | "delete";
  /** To `gatherings` or to `feedback`; empty for rows that carry their own date. */
  path: Path;
  /** The row's own date: `until` or `at`. */
  ownDate: string | null;
}

/** What tells when the time runs, by class. */
const anchors: Partial<Record<DataClass, string>> = {
  "answer-words": "gatherings",
  needs: "gatherings",
  attendance: "gatherings",
  "group-words": "gatherings",
  "feedback-words": "feedback",
};
const rowsGo: readonly DataClass[] = ["attendance", "audit", "identity"];
/**
 * Erased by jobs of their own: mail by its room, a file of people when it is moved in or given up, sealed
 * feedback when it is opened, what a survey holds when its time is over.
 */
const ownJobs = [
  ...["outbox", "incoming", "import_blocks", "import_rows"],
  ...["sealed_feedback", "ballots", "pools"],
];
const deepest = 3;

/** The shortest way over keys to a table, or null. */
function pathTo(shape: Shape, target: string, depth = deepest): Path | null {
  if (shape.name === target) return [];
  if (depth === 0) return null;
  let best: Path | null = null;
  for (const reference of shape.references) {
    const next = shapes().get(reference.to);
    if (reference.column.dataClass !== "key" || !next || next.name === personTable) continue;
    const rest = pathTo(next, target, depth - 1);
    if (rest && (!best || rest.length + 1 < best.length)) best = [{ from: shape, reference }, ...rest];
  }
  return best;
}

function taskFor(shape: Shape, dataClass: DataClass): Task | null {
  const does = rowsGo.includes(dataClass) ? ("delete" as const) : ("blank" as const);
  if (does === "delete" && shape.isReferredTo) return null;
  const anchor = anchors[dataClass];
  const path = anchor ? pathTo(shape, anchor) : null;
  if (path && path.length > 0) return { dataClass, shape, does, path, ownDate: null };
  const ownDate = dataClass === "audit" ? "at" : "until";
  const isThere = does === "delete" && shape.columns.some(({ name }) => name === ownDate);
  return isThere ? { dataClass, shape, does, path: [], ownDate } : null;
}

/** A name or an address goes with its person; other rows that hold one need an end of their own. */
const goesWithPerson = (shape: Shape) => shape.name === personTable || ownerColumn(shape) !== undefined;
const isElsewhere = (shape: Shape, dataClass: DataClass) =>
  ownJobs.includes(shape.name) || (dataClass === "identity" && goesWithPerson(shape));
const holds = (shape: Shape, dataClass: DataClass) =>
  shape.columns.some((column) => column.dataClass === dataClass);

const limited: readonly DataClass[] = [
  "answer-words",
  "needs",
  "attendance",
  "group-words",
  "feedback-words",
  "audit",
  "identity",
];

/** What the clock does, table by table. */
export function erasureTasks(): Task[] {
  return limited.flatMap((dataClass) =>
    [...shapes().values()]
      .filter((shape) => holds(shape, dataClass) && !isElsewhere(shape, dataClass))
      .flatMap((shape) => taskFor(shape, dataClass) ?? []),
  );
}

/** The columns of a class that the clock does not reach, as `table.column`. */
export function unreached(dataClass: DataClass): string[] {
  const reached = new Set(
    erasureTasks()
      .filter((task) => task.dataClass === dataClass)
      .map(({ shape }) => shape.name),
  );
  return [...shapes().values()]
    .filter((shape) => !isElsewhere(shape, dataClass) && !reached.has(shape.name))
    .flatMap((shape) =>
      shape.columns
        .filter((column) => column.dataClass === dataClass)
        .map(({ name }) => `${shape.name}.${name}`),
    );
}

/** Whether the clock erases all of a class in its time. */
export function isErasedByClock(dataClass: DataClass): boolean {
  return dataClass === "secret" || unreached(dataClass).length === 0;
}
