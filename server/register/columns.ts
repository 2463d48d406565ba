/** What a column of a file holds, known by its heading in any of the three languages; and words in cells. */

import { sortKey } from "../store/columns.ts";
import type { Role } from "../web/access.ts";
import { type Language, languages } from "../web/languages.ts";
import { roleTexts } from "../web/role-texts.ts";

export const fields = [
  "name",
  "firstName",
  "lastName",
  "email",
  "phone",
  "roles",
  "status",
  "jobTitle",
  "workplace",
  "trade",
  "size",
  "municipality",
  "unit",
  "network",
  "language",
] as const;
export type Field = (typeof fields)[number];

const headings: Record<Field, string> = {
  name: "navn namn name fulltnavn fulltnamn fullname",
  firstName: "fornavn førenamn firstname givenname",
  lastName: "etternavn etternamn lastname surname familyname",
  email: "epost epostadresse email emailaddress mail epostjobb",
  phone: "telefon tlf mobil mobiltelefon mobilnummer telefonnummer phone phonenumber mobile",
  roles: "rolle roller role roles",
  status: "status",
  jobTitle: "stilling tittel jobtitle title position",
  workplace:
    "virksomhet verksemd arbeidsplass arbeidsgiver arbeidsgivar bedrift firma workplace employer company",
  trade: "bransje næring trade industry",
  size: "størrelse storleik antallansatte talpåtilsette size employees",
  municipality: "kommune municipality",
  unit: "enhet eining enhetinav eininginav navkontor kontor navenhet unit navunit office",
  network: "nettverk mentornettverk network",
  language: "språk målform language",
};

const squeezed = (text: string) => sortKey(text).replace(/[^\p{L}\p{N}{|}]/gu, "");

const byHeading = new Map(
  fields.flatMap((field) => headings[field].split(" ").map((word) => [squeezed(word), field] as const)),
);

/** What each column holds by its heading; an empty text where it is not known, and for the second of two. */
export function guessColumns(row: readonly string[]): (Field | "")[] {
  const taken = new Set<Field>();
  return row.map((heading) => {
    const field = byHeading.get(squeezed(heading));
    if (!field || taken.has(field)) return "";
    taken.add(field);
    return field;
  });
}

const roleWords = new Map<string, Role>([
  ...Object.entries(roleTexts).flatMap(([key, forms]) =>
    languages.map((l) => [squeezed(forms[l]), key.slice(4).toLowerCase() as Role] as const),
  ),
  ...(
    [
      ["mentor", "mentorer mentorar mentors"],
      ["adviser", "rådgiver rådgivar iarådgiver iarådgivar arbeidslivscoach advisor"],
      ["counsellor", "veileder rettleiar navveileder counselor navcounsellor"],
      ["leader", "leder leiar navleder leader"],
      ["regional_leader", "regionleder regionleiar regionalleader"],
      ["administrator", "admin"],
    ] as const
  ).flatMap(([role, words]) => words.split(" ").map((word) => [squeezed(word), role] as const)),
]);

/** The roles a cell names, divided by commas, slashes or "og"; null when one of them is no role. */
export function rolesIn(cell: string): Role[] | null {
  const words = cell
    .split(/[,/+&;]|\s(?:og|and)\s/)
    .map(squeezed)
    .filter(Boolean);
  const roles = words.map((word) => roleWords.get(word));
  return roles.includes(undefined) ? null : [...new Set(roles as Role[])];
}

const statusWords: Record<string, "active" | "finished" | "interested"> = Object.fromEntries(
  (
    [
      ["active", "aktiv active"],
      ["finished", "ferdig ferdigsommentor avsluttet avslutta finished finishedasmentor"],
      ["interested", "interessert interested"],
    ] as const
  ).flatMap(([status, words]) => words.split(" ").map((word) => [squeezed(word), status])),
);
export const statusIn = (cell: string) => (cell ? (statusWords[squeezed(cell)] ?? null) : "active");

/** A word, or a number of employees. */
export function sizeIn(cell: string): "small" | "medium" | "large" | null {
  const employees = /^\d{1,6}$/.test(cell) ? Number(cell) : null;
  if (employees !== null) return employees < 20 ? "small" : employees <= 100 ? "medium" : "large";
  const word = squeezed(cell.replace(/\(.*/, ""));
  if (["liten", "lite", "small"].includes(word)) return "small";
  if (["middels", "mellomstor", "medium"].includes(word)) return "medium";
  return ["stor", "large"].includes(word) ? "large" : null;
}

const languageWords: Record<string, Language> = {
  nb: "nb",
  [squeezed("bokmål")]: "nb",
  norsk: "nb",
  nn: "nn",
  nynorsk: "nn",
  en: "en",
  engelsk: "en",
  english: "en",
};
export const languageIn = (cell: string) => (cell ? (languageWords[squeezed(cell)] ?? null) : "nb");
