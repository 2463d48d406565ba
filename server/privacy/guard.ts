/**
 * The text guard: free text is checked before it is stored (domain.md section 6). Numbers and
 * mail addresses that point to a person are refused; likely names, street addresses and telling
 * combinations are warned about, once.
 */
import { inLanguage, type Language } from "../web/languages.ts";
import { addressesIn } from "./addresses.ts";
import { combinationsIn } from "./combinations.ts";
import { identityNumbersIn } from "./identity-number.ts";
import { namesIn } from "./names.ts";
import { phoneNumbersIn } from "./phone-number.ts";
import { guardTexts } from "./texts.ts";

export type Fault = "identity-number" | "phone" | "email";
export type WarningKind = "name" | "address" | "combination";

export interface Guarded {
  /** Must be taken out before the text may be stored. `found` is never shown or logged. */
  refused: { fault: Fault; found: string }[];
  /** Worth a second look by whoever wrote it. */
  warnings: { kind: WarningKind; found: string }[];
}

const emailPattern =
  /[\p{L}\d._%+'-]{1,64} ?(?:@|[([{] ?(?:at|alfakrøll|krøllalfa) ?[)\]}]) ?[\p{L}\d.-]{1,255}\.\p{L}{2,}/giu;
/** Characters that show nothing and would hide a number: soft hyphen, zero-width, byte order mark. */
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

function emailsIn(text: string): string[] {
  return text.match(emailPattern) ?? [];
}

/** Looks through one text. */
export function guardText(text: string): Guarded {
  const plain = text.replace(invisible, "").normalize("NFKC");
  const refused: Guarded["refused"] = [
    ...identityNumbersIn(plain).map((found) => ({ fault: "identity-number" as const, found })),
    ...phoneNumbersIn(plain).map((found) => ({ fault: "phone" as const, found })),
    ...emailsIn(plain).map((found) => ({ fault: "email" as const, found })),
  ];
  const warnings: Guarded["warnings"] = [
    ...namesIn(plain).map((found) => ({ kind: "name" as const, found })),
    ...addressesIn(plain).map((found) => ({ kind: "address" as const, found })),
    ...combinationsIn(plain).map((found) => ({ kind: "combination" as const, found })),
  ];
  return { refused, warnings };
}

const names = { "identity-number": "identityNumber", phone: "phone", email: "email" } as const;

function messageFor(refused: Guarded["refused"], language: Language): string {
  const t = inLanguage(guardTexts, language);
  const faults = [...new Set(refused.map(({ fault }) => fault))].map((fault) => t[names[fault]]);
  const what =
    faults.length > 1 ? `${faults.slice(0, -1).join(", ")} ${t.and} ${faults.at(-1)}` : `${faults[0]}`;
  return t.refused(what);
}

/**
 * Looks through the free-text fields of a form.
 * @returns field name → what to do, for each field that cannot be stored as it is; empty when all are
 *   fine. The message never repeats what was found.
 */
export function guardFields(
  fields: Record<string, string | null | undefined>,
  language: Language,
): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const [name, text] of Object.entries(fields)) {
    const { refused } = guardText(text ?? "");
    if (refused.length > 0) messages[name] = messageFor(refused, language);
  }
  return messages;
}
