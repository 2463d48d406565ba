/** The page minutes are written on: rows as stored, as typed, or as two people left them. */

import { mayLeadItem } from "../networks/queries.ts";
import type { Reader } from "../store/store.ts";
import type { FieldErrors } from "../web/forms.ts";
import { withLines } from "./minutes.ts";
import type { M } from "./minutes-card.ts";
import {
  emptyAction,
  emptyItem,
  type TypedAction,
  type TypedItem,
  type TypedMinutes,
} from "./minutes-forms.ts";
import { inAgendaOrder, type Minutes } from "./minutes-queries.ts";
import type { Conflicts } from "./minutes-writing.ts";
import { type AgendaLine, type OwnGathering, personOf } from "./queries.ts";

/** What two people wrote into one row. */
export interface Clash {
  heading: string;
  theirs: string | null;
  yours: string;
}
export interface ItemRow extends TypedItem {
  clash: Clash | null;
}
export interface ActionRow extends TypedAction {
  clash: Clash | null;
}
export interface WriteProps {
  m: M;
  gathering: { id: string; title: string };
  isPublished: boolean;
  items: ItemRow[];
  actions: ActionRow[];
  people: string[];
  errors: FieldErrors;
  hasClash: boolean;
}

const free = <R extends object>(row: R) => ({ ...row, clash: null });

/** The rows as they are stored: one for each agenda item but the practical ones, then what else there is. */
export function storedRows(
  minutes: Minutes,
  agenda: readonly AgendaLine[],
): { items: ItemRow[]; actions: ActionRow[] } {
  const written = agenda.flatMap((line): ItemRow[] => {
    const item = minutes.items.find(({ agendaItemId }) => agendaItemId === line.id);
    if (!item && line.kind === "practical") return [];
    const row = { ...emptyItem, agenda: line.id, tittel: line.title };
    return [free(item ? { ...row, id: item.id, ord: item.words, versjon: String(item.version) } : row)];
  });
  const others = inAgendaOrder(minutes.items, [])
    .filter(({ agendaItemId }) => !agenda.some(({ id }) => id === agendaItemId))
    .map((item) =>
      free({
        ...emptyItem,
        id: item.id,
        tittel: item.heading,
        ord: item.words,
        versjon: String(item.version),
      }),
    );
  const actions = minutes.actions.map((one) =>
    free({
      tid: one.id,
      tslag: one.kind,
      tiltak: one.words,
      hvem: one.who ?? "",
      frist: one.dueOn ?? "",
      tversjon: String(one.version),
    }),
  );
  return { items: [...written, ...others], actions };
}

/** An empty row of each sort at the end, so that one can go on writing. */
export function withEmptyRows(rows: { items: ItemRow[]; actions: ActionRow[] }) {
  const kinds = ["agreed", "action"] as const;
  const missing = kinds.filter(
    (kind) => !rows.actions.some((one) => one.tslag === kind && one.tiltak === "" && one.tid === ""),
  );
  const hasEmptyItem = rows.items.some((row) => row.id === "" && row.agenda === "");
  return {
    items: hasEmptyItem ? rows.items : [...rows.items, free(emptyItem)],
    actions: [...rows.actions, ...missing.map((kind) => free(emptyAction(kind)))],
  };
}

/** What was typed, as it was typed. */
export const typedRowsOf = (typed: TypedMinutes) => ({
  items: typed.items.map(free),
  actions: typed.actions.map(free),
});

const told = (one: {
  words: string;
  who?: string | null;
  responsible?: string | null;
  dueOn: string | null;
}) => [one.words, one.who ?? one.responsible, one.dueOn].filter(Boolean).join(" · ");

/**
 * The stored rows with those that two people changed: the field holds both texts, and the version is
 * the stored one, so that the next save counts.
 */
export async function clashedRows(
  read: Reader,
  stored: { items: ItemRow[]; actions: ActionRow[] },
  typed: TypedMinutes,
  conflicts: Conflicts,
  minutes: Minutes,
  m: M,
): Promise<{ items: ItemRow[]; actions: ActionRow[] }> {
  const nameOf = async (id: string | null) => (await personOf(read, id))?.name ?? m.someone;
  const items = [...stored.items];
  for (const [i, now] of conflicts.items) {
    const row = typed.items[i] as TypedItem;
    const yours = row.ord.replace(/\r\n/g, "\n").trim();
    const both = withLines(now.words, yours.split("\n"));
    const clash = { heading: m.conflict(await nameOf(now.changedById)), theirs: now.words, yours };
    const at = items.findIndex(({ id }) => id === now.id);
    const merged = { ...row, id: now.id, ord: both, versjon: String(now.version), clash };
    if (at < 0) items.push(merged);
    else items[at] = merged;
  }
  const actions = [...stored.actions];
  for (const [i, now] of conflicts.actions) {
    const row = typed.actions[i] as TypedAction;
    const yours = told({ words: row.tiltak, who: row.hvem, dueOn: row.frist });
    if (!now) {
      actions.push({ ...row, tid: "", clash: { heading: m.conflictGone, theirs: null, yours } });
      continue;
    }
    const who = minutes.actions.find(({ id }) => id === now.id)?.who ?? null;
    const theirs = told({ ...now, who });
    const clash = { heading: m.conflict(await nameOf(now.changedById)), theirs, yours };
    const at = actions.findIndex(({ tid }) => tid === now.id);
    const merged = { ...row, tversjon: String(now.version), clash };
    if (at < 0) actions.push(merged);
    else actions[at] = merged;
  }
  return { items, actions };
}

/** Everything the writing page prints. */
export async function writePage(
  read: Reader,
  own: OwnGathering,
  minutes: Minutes,
  rows: { items: ItemRow[]; actions: ActionRow[] },
  errors: FieldErrors,
  m: M,
): Promise<WriteProps & { title: string }> {
  const { gathering } = own;
  const all = [...rows.items, ...rows.actions];
  return {
    m,
    title: m.title(gathering.title),
    gathering: { id: gathering.id, title: gathering.title },
    isPublished: minutes.state?.outcome === "published",
    ...withEmptyRows(rows),
    people: (await mayLeadItem(read, gathering.networkId)).map(({ name }) => name),
    errors,
    hasClash: all.some(({ clash }) => clash !== null),
  };
}
