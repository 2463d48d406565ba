/** What codes of the register are called. */
import type { Status } from "../people/change.ts";
import type { Role } from "../web/access.ts";
import type { Language, Texts } from "../web/languages.ts";
import { roleInWords } from "../web/role-texts.ts";
import { allRoles, allStatuses } from "./forms.ts";
import type { registerTexts } from "./texts.ts";

export const rolesInWords = (roles: readonly Role[], language: Language) =>
  roles.map((role) => roleInWords(role, language)).join(", ");

export const roleChoices = (language: Language, roles: readonly Role[] = allRoles) =>
  roles.map((role) => ({ value: role, label: roleInWords(role, language) }));

export function statusInWords(status: Status, t: Texts<typeof registerTexts>): string {
  const words = {
    active: t.statusActive,
    finished: t.statusFinished,
    interested: t.statusInterested,
    left: t.statusLeft,
  };
  return words[status];
}

export const statusChoices = (t: Texts<typeof registerTexts>) =>
  allStatuses.map((status) => ({ value: status, label: statusInWords(status, t) }));

/** Where the next page begins, as it stands in an address: the last row's id and sort key. */
export const cursorOf = (row: { sortKey: string; id: string }) => `${row.id}.${row.sortKey}`;

/** @param text what stands in the address; anything else than a cursor is the beginning */
export function readCursor(text: unknown): { id: string; sortKey: string } | null {
  const one = Array.isArray(text) ? text[0] : text;
  const dot = typeof one === "string" ? one.indexOf(".") : -1;
  return typeof one === "string" && dot > 0 ? { id: one.slice(0, dot), sortKey: one.slice(dot + 1) } : null;
}
