/** Words of the pages that show a demo's mail. */
import type { TextTable } from "../web/languages.ts";

export const devMailTexts = {
  title: { nb: "E-posten i demoen", nn: "E-posten i demoen", en: "Email in the demo" },
  intro: {
    nb: "Her ligger alt som ville gått ut. Åpne en e-post og trykk på svaret, slik mottakeren ville gjort.",
    nn: "Her ligg alt som ville gått ut. Opne ein e-post og trykk på svaret, slik mottakaren ville gjort.",
    en: "Here is everything that would have gone out. Open an email and press the answer, as the recipient would.",
  },
  none: { nb: "Ingen e-post ennå.", nn: "Ingen e-post enno.", en: "No email yet." },
  older: { nb: "Eldre", nn: "Eldre", en: "Older" },
  newest: { nb: "Til de nyeste", nn: "Til dei nyaste", en: "Back to the latest" },
  all: { nb: "All e-post", nn: "All e-post", en: "All email" },
  to: { nb: "Til", nn: "Til", en: "To" },
  from: { nb: "Fra", nn: "Frå", en: "From" },
  state: { nb: "Tilstand", nn: "Tilstand", en: "State" },
  written: { nb: "Skrevet", nn: "Skriven", en: "Written" },
  asHtml: { nb: "Slik ser den ut", nn: "Slik ser han ut", en: "What it looks like" },
  asText: { nb: "Som ren tekst", nn: "Som rein tekst", en: "As plain text" },
  calendar: { nb: "Det kalenderen får", nn: "Det kalenderen får", en: "What the calendar gets" },
  source: {
    nb: "Hele meldingen slik den sendes",
    nn: "Heile meldinga slik ho blir send",
    en: "The whole message as sent",
  },
  queued: { nb: "Venter", nn: "Ventar", en: "Waiting" },
  sending: { nb: "Sendes nå", nn: "Blir send no", en: "Being sent" },
  sent: { nb: "Sendt", nn: "Sendt", en: "Sent" },
  retrying: { nb: "Prøves igjen", nn: "Blir prøvd igjen", en: "Trying again" },
  failed: { nb: "Kom ikke fram", nn: "Kom ikkje fram", en: "Not delivered" },
  bounced: { nb: "Kom i retur", nn: "Kom i retur", en: "Bounced" },
  aborted: { nb: "Kalt tilbake", nn: "Kalla tilbake", en: "Recalled" },
} satisfies TextTable;
