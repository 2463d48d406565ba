/** The three languages, and texts that hold all of them side by side. */

export type Language = "nb" | "nn" | "en";
export const languages: readonly Language[] = ["nb", "nn", "en"];

/** A fixed text, or one that is made from what is counted or named in it. */
type Form = string | ((...values: never[]) => string);
/** The three forms of one text. */
export type ThreeForms<F extends Form = Form> = { nb: F; nn: F; en: F };
export type TextTable = Record<string, ThreeForms>;
/** A table of texts in one language, as views get it. */
export type Texts<T extends TextTable> = { readonly [K in keyof T]: T[K]["nb"] };

/** Whether a word from outside is one of the languages. */
export function isLanguage(word: unknown): word is Language {
  return languages.includes(word as Language);
}

const spoken = new WeakMap<TextTable, Record<Language, unknown>>();

/** A room's texts in one language; made once per table. */
export function inLanguage<T extends TextTable>(table: T, language: Language): Texts<T> {
  let forms = spoken.get(table);
  if (!forms) {
    const pick = (l: Language) =>
      Object.freeze(Object.fromEntries(Object.entries(table).map(([key, form]) => [key, form[l]])));
    forms = { nb: pick("nb"), nn: pick("nn"), en: pick("en") };
    spoken.set(table, forms);
  }
  return forms[language] as Texts<T>;
}

/** The first language of an Accept-Language header that we have; Norwegian bokmål otherwise. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const tag = part.split(";")[0]?.trim().toLowerCase().slice(0, 2);
    if (tag === "no") return "nb";
    if (isLanguage(tag)) return tag;
  }
  return "nb";
}
