/** Words of the inbox and of reviewing. */
import type { TextTable } from "../web/languages.ts";

export const reviewTexts = {
  // Inbox and review
  inboxTitle: { nb: "Innboks", nn: "Innboks", en: "Inbox" },
  inboxIntro: {
    nb: "Det som har ventet lengst, står øverst. Vi regner ventetida i samlinger. Anonyme innspill kommer hver mandag.",
    nn: "Det som har venta lengst, står øvst. Vi reknar ventetida i samlingar. Anonyme innspel kjem kvar måndag.",
    en: "What has waited longest comes first. We count waiting time in gatherings. Anonymous feedback arrives on Mondays.",
  },
  inboxEmpty: {
    nb: "Innboksen er tom. Alt er lest og samlet.",
    nn: "Innboksen er tom. Alt er lese og samla.",
    en: "The inbox is empty. Everything has been read and dealt with.",
  },
  inboxEmptyLeader: {
    nb: "Her er det ingenting å lese. Hit kommer bare innspill som gjelder en rådgiver, når ingen annen rådgiver kan lese dem.",
    nn: "Her er det ingenting å lese. Hit kjem berre innspel som gjeld ein rådgivar, når ingen annan rådgivar kan lese dei.",
    en: "Nothing to read here. Only feedback about an adviser comes here, when no other adviser can read it.",
  },
  toReview: { nb: "Skal leses", nn: "Skal lesast", en: "To be read" },
  toGather: {
    nb: "Lest, men ikke samlet",
    nn: "Lese, men ikkje samla",
    en: "Read, not yet in a learning item",
  },
  waitedNone: {
    nb: "Nytt siden sist",
    nn: "Nytt sidan sist",
    en: "New since the last gathering",
  },
  waited: {
    nb: (n: number, words: string) => (n === 1 ? "Har ventet én samling" : `Har ventet ${words} samlinger`),
    nn: (n: number, words: string) => (n === 1 ? "Har venta éi samling" : `Har venta ${words} samlingar`),
    en: (n: number, words: string) =>
      n === 1 ? "Has waited one gathering" : `Has waited ${words} gatherings`,
  },
  paraphraseOnly: { nb: "Bare omskriving", nn: "Berre omskriving", en: "Paraphrase only" },
  isAboutAdviser: { nb: "Gjelder en rådgiver", nn: "Gjeld ein rådgivar", en: "About an adviser" },
  fromGroup: { nb: "En gruppe på samlingen", nn: "Ei gruppe på samlinga", en: "A group at the gathering" },
  fromMinutes: { nb: "Fra referatet", nn: "Frå referatet", en: "From the minutes" },
  someone: { nb: "Noen i nettverket", nn: "Nokon i nettverket", en: "Someone in the network" },
  readTitle: { nb: "Innspillet", nn: "Innspelet", en: "The feedback" },
  reviewTitle: { nb: "Les gjennom innspillet", nn: "Les gjennom innspelet", en: "Review the feedback" },
  asGiven: { nb: "Slik det ble gitt", nn: "Slik det vart gitt", en: "As it was given" },
  leadsTo: { nb: "Fører til", nn: "Fører til", en: "Leads to" },
  wishes: { nb: "Vil heller se", nn: "Vil heller sjå", en: "Would rather see" },
  outcome: { nb: "Hva gjør vi med det?", nn: "Kva gjer vi med det?", en: "What should we do with it?" },
  outcomeKept: { nb: "Ta det videre til Nav", nn: "Ta det vidare til Nav", en: "Take it up with Nav" },
  outcomeNoAction: {
    nb: "Ta vare på det, ingen trenger å gjøre noe",
    nn: "Ta vare på det, ingen treng å gjere noko",
    en: "Keep it; nobody needs to act",
  },
  outcomeNoActionHint: { nb: "Ros og erfaringer", nn: "Ros og erfaringar", en: "Praise and experiences" },
  outcomeDiverted: {
    nb: "Det hører hjemme et annet sted",
    nn: "Det høyrer heime ein annan stad",
    en: "It belongs elsewhere",
  },
  outcomeDivertedHint: {
    nb: "Varsling, fare for noen, eller en sak om én bestemt person",
    nn: "Varsling, fare for nokon, eller ei sak om éin bestemt person",
    en: "Whistleblowing, danger to someone, or a case about one person",
  },
  theme: { nb: "Tema", nn: "Tema", en: "Theme" },
  suggested: { nb: "Handler det om …?", nn: "Handlar det om …?", en: "Is it about …?" },
  otherTheme: { nb: "Et annet tema", nn: "Eit anna tema", en: "Another theme" },
  otherThemeHint: {
    nb: "Velg her hvis ingen av forslagene passer.",
    nn: "Vel her om ingen av forslaga passar.",
    en: "Choose here if none of the suggestions fits.",
  },
  noneOfThese: { nb: "Ingen av disse", nn: "Ingen av desse", en: "None of these" },
  becauseOf: {
    nb: (words: string) => `På grunn av ${words}`,
    nn: (words: string) => `På grunn av ${words}`,
    en: (words: string) => `Because of ${words}`,
  },
  inQuotes: {
    nb: (words: string) => `«${words}»`,
    nn: (words: string) => `«${words}»`,
    en: (words: string) => `“${words}”`,
  },
  basedOn: {
    nb: (n: number, words: string) =>
      n === 0
        ? "Forslagene bygger på ordlista."
        : `Forslagene bygger på ordlista og ${n === 1 ? "ett bekreftet" : `${words} bekreftede`} innspill.`,
    nn: (n: number, words: string) =>
      n === 0
        ? "Forslaga byggjer på ordlista."
        : `Forslaga byggjer på ordlista og ${n === 1 ? "eitt stadfesta" : `${words} stadfesta`} innspel.`,
    en: (n: number, words: string) =>
      n === 0
        ? "The suggestions are based on the word list."
        : `The suggestions are based on the word list and ${words} confirmed ${n === 1 ? "piece" : "pieces"} of feedback.`,
  },
  similarTitle: {
    nb: "Likt fra før, og hva det ble til",
    nn: "Likt frå før, og kva det vart til",
    en: "Similar feedback from before, and what became of it",
  },
  remove: { nb: "Ord som skal bort", nn: "Ord som skal bort", en: "Words to take out" },
  removeHint: {
    nb: "Navn på andre, med komma mellom. De blir borte for godt, og det står […] i stedet.",
    nn: "Namn på andre, med komma mellom. Dei blir borte for godt, og det står […] i staden.",
    en: "Names of others, separated by commas. They are removed for good and replaced by […].",
  },
  note: {
    nb: "Til den som ga innspillet",
    nn: "Til den som gav innspelet",
    en: "To whoever gave the feedback",
  },
  noteHint: {
    nb: "Hører det hjemme et annet sted, så skriv hvem som bør kontaktes, og hvordan.",
    nn: "Høyrer det heime ein annan stad, så skriv kven som bør kontaktast, og korleis.",
    en: "If it belongs elsewhere, say who to contact, and how.",
  },
  writeParaphrase: { nb: "Omskriving", nn: "Omskriving", en: "Paraphrase" },
  writeParaphraseHint: {
    nb: "Lederen får bare denne. Den som ga innspillet, ser den først.",
    nn: "Leiaren får berre denne. Den som gav innspelet, ser ho først.",
    en: "This is all the leader gets. Whoever gave the feedback sees it first.",
  },
  finishReview: { nb: "Ferdig lest", nn: "Ferdig lese", en: "Finish the review" },
  errTheme: { nb: "Velg et tema.", nn: "Vel eit tema.", en: "Choose a theme." },
  errTwoThemes: {
    nb: "Du har krysset av et forslag og valgt et annet tema. Behold ett av dem.",
    nn: "Du har kryssa av eit forslag og valt eit anna tema. Behald eitt av dei.",
    en: "You have ticked a suggestion and chosen another theme. Keep one of them.",
  },
  errNote: {
    nb: "Skriv hvem som bør kontaktes, så den som ga innspillet, ikke blir stående alene.",
    nn: "Skriv kven som bør kontaktast, så den som gav innspelet, ikkje blir ståande åleine.",
    en: "Say who to contact, so that whoever gave the feedback is not left alone with it.",
  },
  errParaphrase: {
    nb: "Skriv en omskriving. Den som ga innspillet, har bedt om det.",
    nn: "Skriv ei omskriving. Den som gav innspelet, har bede om det.",
    en: "Write a paraphrase. Whoever gave the feedback has asked for one.",
  },
  paraphraseWaits: {
    nb: "Omskrivingen er sendt til den som ga innspillet. Lederen får den når svaret er ja, eller når sju dager er gått.",
    nn: "Omskrivinga er send til den som gav innspelet. Leiaren får ho når svaret er ja, eller når sju dagar er gått.",
    en: "The paraphrase has gone to whoever gave the feedback. The leader gets it when they say yes, or when seven days have passed.",
  },
  paraphraseRefused: {
    nb: "Den som ga innspillet, sa nei til omskrivingen. Skriv en ny.",
    nn: "Den som gav innspelet, sa nei til omskrivinga. Skriv ei ny.",
    en: "Whoever gave the feedback said no to the paraphrase. Write a new one.",
  },
  sendParaphrase: { nb: "Send ny omskriving", nn: "Send ny omskriving", en: "Send the new paraphrase" },
  gatherTitle: { nb: "Samle det", nn: "Samle det", en: "Put it in a learning item" },
  gatherInto: { nb: "Legg det til", nn: "Legg det til", en: "Add it to" },
  newItem: { nb: "Et nytt læringspunkt", nn: "Eit nytt læringspunkt", en: "A new learning item" },
  question: {
    nb: "Hva er spørsmålet til Nav?",
    nn: "Kva er spørsmålet til Nav?",
    en: "What is the question for Nav?",
  },
  questionHint: {
    nb: "Ett spørsmål en leder kan svare på. For eksempel: Hvordan kan en mentor alltid nå noen som kan svare?",
    nn: "Eitt spørsmål ein leiar kan svare på. Til dømes: Korleis kan ein mentor alltid nå nokon som kan svare?",
    en: "One question a leader can answer. For example: How can a mentor always reach someone who can answer?",
  },
  more: { nb: "Mer, om du vil", nn: "Meir, om du vil", en: "More, if you like" },
  gapSaid: { nb: "Hva sier vi at vi gjør?", nn: "Kva seier vi at vi gjer?", en: "What do we say we do?" },
  gapDone: { nb: "Hva gjør vi?", nn: "Kva gjer vi?", en: "What do we do?" },
  gapLeadsTo: { nb: "Hva fører det til?", nn: "Kva fører det til?", en: "What does it lead to?" },
  dissent: {
    nb: "Noen som ser det annerledes?",
    nn: "Nokon som ser det annleis?",
    en: "Does anyone see it differently?",
  },
  suggestedRule: {
    nb: "Hvilken regel støter dette mot?",
    nn: "Kva for ein regel støyter dette mot?",
    en: "Which rule does this run into?",
  },
  noRule: { nb: "Vet ikke ennå", nn: "Veit ikkje enno", en: "Not known yet" },
  gather: { nb: "Samle", nn: "Samle", en: "Put in the learning item" },
  moveHere: { nb: "Flytt", nn: "Flytt", en: "Move" },
  errQuestion: {
    nb: "Skriv et spørsmål til Nav.",
    nn: "Skriv eit spørsmål til Nav.",
    en: "Write a question for Nav.",
  },
} satisfies TextTable;
