import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const server = join(import.meta.dirname, "../../server");

/** Words that belong to the other written form, to forms we did not choose, or to offices (look.md). */
const strangers = {
  nb: "vedtak|vedkommende|lenken|NAV|alt sendt",
  nn: "hvis|noen|noe|bare|mye|fra|være|ikke|hva|hvem|hvor|hvordan|jeg|dere|kommer|samlingen|gjør|sier|ble|blei|hun|mer|flere|veileder|leder|lenke|lenka|uke|sammen|selv|navn|spørre|også|gje|gjev|gjeve|svarer|svarte|fyrst|forskjell|vedkomande|vedtak|NAV",
  en: "mail|mails|e-mail|NAV|organization|color|center",
} as const;

type Form = keyof typeof strangers;
const forms = Object.keys(strangers) as Form[];

/** Every text in a table, with functions read as they are written, and without what they fill in. */
function texts(table: unknown, form: Form): string[] {
  if (typeof table !== "object" || table === null) return [];
  const entry = table as Record<string, unknown>;
  if (entry.nb !== undefined && entry.nn !== undefined && entry.en !== undefined)
    return [String(entry[form]).replace(/\$\{[^}]*\}/g, "…")];
  return Object.values(entry).flatMap((inner) => texts(inner, form));
}

const files = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((file) => /texts\.ts$|notices\.ts$/.test(file))
  .sort();

describe("the texts people see", () => {
  it.each(files)("%s keeps to the words chosen for each language", async (file) => {
    const tables = Object.values(await import(join(server, file)));
    const found = forms.flatMap((form) => {
      const stranger = new RegExp(`(?<![\\p{L}-])(?:${strangers[form]})(?![\\p{L}-])`, "u");
      return tables.flatMap((table) => texts(table, form).filter((text) => stranger.test(text)));
    });
    expect(found).toEqual([]);
  });
});
