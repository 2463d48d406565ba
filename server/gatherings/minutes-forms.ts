/** The form minutes are written on: one row for each item, one for each thing agreed or to be done. */
import { z } from "zod";
import { guardFields } from "../privacy/guard.ts";
import { sortKey } from "../store/columns.ts";
import { type FieldErrors, optionalDate, optionalLine, optionalParagraph, readForm } from "../web/forms.ts";
import type { Language, Texts } from "../web/languages.ts";
import type { sharedTexts } from "../web/texts.ts";
import { bodyOf } from "./forms.ts";
import { longestOutcome } from "./minutes.ts";
import type { M } from "./minutes-card.ts";
import type { WrittenAction, WrittenItem } from "./minutes-writing.ts";

const mostRows = 60;

/** An outcome as typed. `agenda` is empty for what is on no agenda, `id` for what is new. */
export interface TypedItem {
  id: string;
  agenda: string;
  tittel: string;
  ord: string;
  versjon: string;
}
/** What was agreed or is to be done, as typed. */
export interface TypedAction {
  tid: string;
  tslag: string;
  tiltak: string;
  hvem: string;
  frist: string;
  tversjon: string;
}
export const emptyItem: TypedItem = { id: "", agenda: "", tittel: "", ord: "", versjon: "0" };
export const emptyAction = (tslag: "agreed" | "action"): TypedAction => ({
  ...{ tid: "", tslag, tiltak: "", hvem: "", frist: "", tversjon: "0" },
});

function rowsOf<R extends object>(body: unknown, empty: R, marker: keyof R & string): R[] {
  const given = bodyOf(body);
  const rows: R[] = [];
  const one = (value: unknown) => String((Array.isArray(value) ? value[0] : value) ?? "");
  for (let i = 0; i < mostRows && `${marker}-${i}` in given; i++) {
    rows.push(Object.fromEntries(Object.keys(empty).map((name) => [name, one(given[`${name}-${i}`])])) as R);
  }
  return rows;
}

/** The rows as the browser sent them, numbered from 0. */
export const typedMinutes = (body: unknown) => ({
  items: rowsOf(body, emptyItem, "ord"),
  actions: rowsOf(body, emptyAction("agreed"), "tiltak"),
});
export type TypedMinutes = ReturnType<typeof typedMinutes>;

const itemForm = z.object({
  id: optionalLine(40),
  agenda: optionalLine(40),
  tittel: optionalLine(160),
  ord: optionalParagraph(longestOutcome),
});
const actionForm = z.object({
  tid: optionalLine(40),
  tiltak: optionalLine(500),
  hvem: optionalLine(120),
  frist: optionalDate(),
});
const versionOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/**
 * Rows → values, or faults named `field-number`. Words are looked through by the guard.
 * @param known headings of the agenda items, and people of the network by name
 */
export function readMinutes(
  typed: TypedMinutes,
  words: { shared: Texts<typeof sharedTexts>; m: M; language: Language },
  known: { headings: Map<string, string>; people: { personId: string; name: string }[] },
): { ok: true; items: WrittenItem[]; actions: WrittenAction[] } | { ok: false; errors: FieldErrors } {
  const { shared, m, language } = words;
  const errors: FieldErrors = {};
  const items: WrittenItem[] = [];
  const actions: WrittenAction[] = [];
  const fault = (found: FieldErrors, i: number) => {
    for (const [name, text] of Object.entries(found)) errors[`${name}-${i}`] ??= text;
  };
  for (const [i, row] of typed.items.entries()) {
    const form = readForm(itemForm, row, shared);
    if (!form.ok) {
      fault(form.errors, i);
      continue;
    }
    const { id, tittel, ord } = form.value;
    const agendaItemId =
      form.value.agenda && known.headings.has(form.value.agenda) ? form.value.agenda : null;
    const heading = (agendaItemId && known.headings.get(agendaItemId)) || tittel || "";
    fault(guardFields({ ord, tittel }, language), i);
    if (ord && heading === "") errors[`tittel-${i}`] ??= m.headingNeeded;
    items.push({ id, agendaItemId, heading, words: ord ?? "", version: versionOf(row.versjon) });
  }
  for (const [i, row] of typed.actions.entries()) {
    const form = readForm(actionForm, row, shared);
    if (!form.ok) {
      fault(form.errors, i);
      continue;
    }
    const { tid: id, tiltak, hvem, frist: dueOn } = form.value;
    fault(guardFields({ tiltak, hvem }, language), i);
    const kind = row.tslag === "action" ? ("action" as const) : ("agreed" as const);
    if (!tiltak && !id && (hvem || dueOn)) errors[`tiltak-${i}`] ??= m.actionWords;
    const person = hvem && known.people.find(({ name }) => sortKey(name) === sortKey(hvem));
    const responsibleId = person ? person.personId : null;
    const responsible = person ? null : hvem;
    actions.push({
      id,
      kind,
      words: tiltak ?? "",
      responsibleId,
      responsible,
      dueOn,
      version: versionOf(row.tversjon),
    });
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, items, actions };
}
