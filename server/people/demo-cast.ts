/** Those one can sign in as in the demo. */
import type { Reader } from "../store/store.ts";
import type { Role } from "../web/access.ts";
import type { Texts } from "../web/languages.ts";
import { castByEmail } from "./queries.ts";
import type { peopleTexts } from "./texts.ts";

const keys = ["kari", "ola", "siri", "leif", "randi", "nina", "amir", "ingvild"] as const;

export interface CastMember {
  key: string;
  name: string;
  role: string;
}

/** The address of a member of the cast, by key; null for any other key. */
export function demoEmail(key: string): string | null {
  return (keys as readonly string[]).includes(key) ? `${key}@demo.example` : null;
}

/** The words for a role. */
export function roleName(role: Role, t: Texts<typeof peopleTexts>): string {
  return t[`role${role.charAt(0).toUpperCase()}${role.slice(1)}` as `role${Capitalize<Role>}`];
}

/** The cast in a fixed order, with the words for what each is; those missing in the store left out. */
export async function demoCast(read: Reader, t: Texts<typeof peopleTexts>): Promise<CastMember[]> {
  const rows = await castByEmail(
    read,
    keys.map((key) => demoEmail(key) as string),
  );
  return keys.flatMap((key) => {
    const row = rows.find((r) => r.emailKey === demoEmail(key));
    return row ? [{ key, name: row.name, role: roleName(row.role, t) }] : [];
  });
}
