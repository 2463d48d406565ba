/** One row of a file looked at: the person it would become, or what is wrong with it. */

import type { WorkplaceFacts } from "../people/person.ts";
import { guardText } from "../privacy/guard.ts";
import { sortKey } from "../store/columns.ts";
import type { Role } from "../web/access.ts";
import { email as emailField } from "../web/forms.ts";
import type { Language } from "../web/languages.ts";
import { type Field, languageIn, rolesIn, sizeIn, statusIn } from "./columns.ts";

export type FaultCode =
  | "required"
  | "too-long"
  | "not-an-email"
  | "not-a-name"
  | "not-a-phone"
  | "same-address"
  | "unknown-role"
  | "may-not-give"
  | "unknown-status"
  | "unknown-size"
  | "unknown-language"
  | "unknown-unit"
  | "unknown-network"
  /** In lists looked at before a workplace could come with its name alone. */
  | "workplace-needs"
  | "identity";

export interface Fault {
  field: Field;
  code: FaultCode;
  /** The other line, where the fault is between two. */
  line?: number;
}

/** A row's own values; what they refer to in the register is looked up afterwards. */
export interface Candidate {
  name: string;
  email: string;
  phone: string | null;
  roles: Role[];
  status: "active" | "finished" | "interested";
  jobTitle: string | null;
  language: Language;
  workplace: {
    name: string;
    trade: string;
    size: WorkplaceFacts["size"];
    municipality: string;
  } | null;
  unit: string | null;
  network: string | null;
}

const longest: Partial<Record<Field, number>> = {
  name: 120,
  email: 254,
  phone: 30,
  jobTitle: 80,
  workplace: 120,
  trade: 80,
  municipality: 80,
};
const address = emailField();

/** Words that nobody is called: addresses and numbers that got into the wrong column. */
const isNoName = (name: string) => /[@<>]|\d{6}/.test(name) || !/\p{L}/u.test(name);
const phone = /^[+\d][\d\s().-]{3,}$/;

/**
 * Looks at one row.
 * @param columns what each cell holds
 * @param mayGive the roles whoever imports may give
 */
export function checkRow(
  cells: readonly string[],
  columns: readonly (Field | "")[],
  mayGive: readonly Role[],
): { candidate: Candidate; faults: Fault[] } {
  const of = (field: Field) => {
    const at = columns.indexOf(field);
    return at < 0 ? "" : (cells[at] ?? "");
  };
  const faults: Fault[] = [];
  const fault = (field: Field, code: FaultCode) => faults.push({ field, code });
  const name = of("name") || `${of("firstName")} ${of("lastName")}`.trim();
  const size = of("size") ? sizeIn(of("size")) : null;
  const roles = rolesIn(of("roles"));
  const status = statusIn(of("status"));
  const language = languageIn(of("language"));

  if (!name) fault("name", "required");
  else if (isNoName(name)) fault("name", "not-a-name");
  if (!of("email")) fault("email", "required");
  else if (!address.safeParse(of("email")).success) fault("email", "not-an-email");
  if (of("phone") && !phone.test(of("phone"))) fault("phone", "not-a-phone");
  if (!roles) fault("roles", "unknown-role");
  else if (!roles.every((role) => mayGive.includes(role))) fault("roles", "may-not-give");
  if (!status) fault("status", "unknown-status");
  if (!language) fault("language", "unknown-language");
  if (of("size") && !size) fault("size", "unknown-size");
  for (const [field, most] of Object.entries(longest) as [Field, number][]) {
    const text = field === "name" ? name : of(field);
    if (text.length > most) fault(field, "too-long");
  }
  for (const field of ["jobTitle", "workplace", "trade"] as const) {
    if (/\d{5}|@/.test(of(field)) && guardText(of(field)).refused.length > 0) fault(field, "identity");
  }
  const candidate: Candidate = {
    name: name.slice(0, 120),
    email: of("email").slice(0, 254),
    phone: of("phone").slice(0, 30) || null,
    roles: roles && roles.length > 0 ? roles : ["mentor"],
    status: status ?? "active",
    jobTitle: of("jobTitle").slice(0, 80) || null,
    language: language ?? "nb",
    workplace: of("workplace")
      ? {
          name: of("workplace").slice(0, 120),
          trade: of("trade").slice(0, 80),
          size: size ?? "unknown",
          municipality: of("municipality").slice(0, 80),
        }
      : null,
    unit: of("unit") ? sortKey(of("unit")) : null,
    network: of("network") ? sortKey(of("network")) : null,
  };
  return { candidate, faults };
}
