/** What each role is called. */
import type { Role } from "./access.ts";
import { inLanguage, type Language, type TextTable } from "./languages.ts";

export const roleTexts = {
  roleMentor: { nb: "Mentor", nn: "Mentor", en: "Mentor" },
  roleAdviser: { nb: "Rådgiver", nn: "Rådgivar", en: "Adviser" },
  roleCounsellor: { nb: "Veileder i Nav", nn: "Rettleiar i Nav", en: "Nav counsellor" },
  roleLeader: { nb: "Leder i Nav", nn: "Leiar i Nav", en: "Nav leader" },
  roleRegional_leader: { nb: "Regionleder", nn: "Regionleiar", en: "Regional leader" },
  roleAdministrator: { nb: "Administrator", nn: "Administrator", en: "Administrator" },
} satisfies TextTable;

/** The words for a role. */
export function roleInWords(role: Role, language: Language): string {
  const key = `role${role.charAt(0).toUpperCase()}${role.slice(1)}` as keyof typeof roleTexts;
  return inLanguage(roleTexts, language)[key];
}
