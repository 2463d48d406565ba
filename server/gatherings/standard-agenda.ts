/** The agenda a new gathering begins with: two hours, more dialogue than talk. */
import { inLanguage, type Language, type TextTable } from "../web/languages.ts";
import { emptyRow, type TypedRow } from "./forms.ts";

const titles = {
  welcome: { nb: "Velkommen", nn: "Velkomen", en: "Welcome" },
  tried: {
    nb: "Dette prøvde vi siden sist",
    nn: "Dette prøvde vi sidan sist",
    en: "What we have tried since last time",
  },
  reportBack: { nb: "Tilbakemelding fra Nav", nn: "Tilbakemelding frå Nav", en: "Nav reports back" },
  talk: { nb: "Faglig innledning", nn: "Fagleg innleiing", en: "A short talk" },
  coffee: { nb: "Kaffe", nn: "Kaffi", en: "Coffee" },
  round: {
    nb: "Dialog: Hva har skjedd på jobb siden sist?",
    nn: "Dialog: Kva har skjedd på jobb sidan sist?",
    en: "Dialogue: what has happened at work since last time?",
  },
  wishes: {
    nb: "Ønsker for neste samling",
    nn: "Ønske for neste samling",
    en: "Requests for the next gathering",
  },
} satisfies TextTable;

/** Two hours in seven lines. Source of the two parts: domain.md section 2. */
export function standardAgenda(language: Language): TypedRow[] {
  const t = inLanguage(titles, language);
  const row = (slag: string, tittel: string, minutter: string) => ({ ...emptyRow, slag, tittel, minutter });
  return [
    row("practical", t.welcome, "5"),
    row("we_tried", t.tried, "10"),
    row("report_back", t.reportBack, "15"),
    row("professional", t.talk, "30"),
    row("practical", t.coffee, "10"),
    row("dialogue", t.round, "45"),
    row("practical", t.wishes, "5"),
  ];
}
