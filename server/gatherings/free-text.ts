/** Free text on its way into the store: what is refused, and what its writer should look at once more. */
import { guardFields, guardText } from "../privacy/guard.ts";
import type { FieldErrors } from "../web/forms.ts";
import type { Language } from "../web/languages.ts";

export interface LookedThrough {
  /** What cannot be stored, by field. */
  errors: FieldErrors;
  /** What looks like a name or tells too much; empty once its writer has seen it. */
  warnings: string[];
}

/**
 * Looks through the free text of a form.
 * @param seen whether its writer was shown the warnings before and sent it again
 * @param known names that may stand there, such as those of the network's own people
 */
export function lookThrough(
  fields: Record<string, string | null | undefined>,
  language: Language,
  seen: boolean,
  known: readonly string[] = [],
): LookedThrough {
  const errors = guardFields(fields, language);
  if (seen) return { errors, warnings: [] };
  const text = Object.values(fields).filter(Boolean).join("\n");
  const parts = new Set(known.flatMap((name) => name.split(/[\s-]+/)));
  const isKnown = (found: string) =>
    found.split(/[\s-]+/).every((part) => parts.has(part.replace(/s$/, "")) || parts.has(part));
  const found = guardText(text).warnings.filter((one) => one.kind !== "name" || !isKnown(one.found));
  return { errors, warnings: [...new Set(found.map((one) => one.found))] };
}
