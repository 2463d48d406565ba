/** Words of the register. */
import type { TextTable } from "../web/languages.ts";

export const registerTexts = {
  people: { nb: "Personer", nn: "Personar", en: "People" },
  addPerson: { nb: "Legg til en person", nn: "Legg til ein person", en: "Add a person" },
  search: { nb: "Søk på navn", nn: "Søk på namn", en: "Search by name" },
  find: { nb: "Finn", nn: "Finn", en: "Find" },
  nobody: { nb: "Ingen passer til søket.", nn: "Ingen passar til søket.", en: "Nobody matches." },
  next: { nb: "Neste side", nn: "Neste side", en: "Next page" },
  name: { nb: "Navn", nn: "Namn", en: "Name" },
  email: { nb: "E-postadresse", nn: "E-postadresse", en: "Email address" },
  language: { nb: "Språk", nn: "Språk", en: "Language" },
  role: { nb: "Rolle", nn: "Rolle", en: "Role" },
  unit: { nb: "Enhet i Nav", nn: "Eining i Nav", en: "Nav unit" },
  leads: { nb: "Leder personen enheten?", nn: "Leier personen eininga?", en: "Do they lead the unit?" },
  leadsNo: { nb: "Nei", nn: "Nei", en: "No" },
  leadsYes: { nb: "Ja, som leder", nn: "Ja, som leiar", en: "Yes, as leader" },
  leadsDeputy: { nb: "Ja, som stedfortreder", nn: "Ja, som stadfortredar", en: "Yes, as deputy" },
  unitNeeded: { nb: "Velg enheten.", nn: "Vel eininga.", en: "Choose the unit." },
  known: {
    nb: "Denne adressen er registrert fra før. Søk etter personen i lista.",
    nn: "Denne adressa er registrert frå før. Søk etter personen i lista.",
    en: "This address is registered already. Look for the person in the list.",
  },
  statusLeft: { nb: "sluttet", nn: "slutta", en: "left" },
} satisfies TextTable;
