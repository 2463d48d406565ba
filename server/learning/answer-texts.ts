/** Words for reading an item and its answers, and of the board. */
import type { TextTable } from "../web/languages.ts";

export const answerTexts = {
  // Verdicts and reading a decision
  verdictChange: { nb: "Nav endrer dette", nn: "Nav endrar dette", en: "Nav is changing this" },
  verdictTry: { nb: "Nav prøver ut dette", nn: "Nav prøver ut dette", en: "Nav is trying this out" },
  verdictKeep: { nb: "Nav endrer ikke dette", nn: "Nav endrar ikkje dette", en: "Nav is not changing this" },
  verdictLift: { nb: "Løftet til neste nivå", nn: "Løfta til neste nivå", en: "Referred to the next level" },
  navAnswered: { nb: "Nav svarte", nn: "Nav svara", en: "Nav answered" },
  decidedBy: {
    nb: (name: string, date: string) => `${name}, ${date}`,
    nn: (name: string, date: string) => `${name}, ${date}`,
    en: (name: string, date: string) => `${name}, ${date}`,
  },
  rule: { nb: "Regelen", nn: "Regelen", en: "The rule" },
  ruleKept: {
    nb: "Regelen står. Gjør vi det riktig? (enkeltkretslæring)",
    nn: "Regelen står. Gjer vi det rett? (enkeltkrinslæring)",
    en: "The rule stands. Are we doing it right? (single-loop learning)",
  },
  ruleDoubted: {
    nb: "Regelen er det tvil om. Gjør vi de riktige tingene? (dobbeltkretslæring)",
    nn: "Regelen er det tvil om. Gjer vi dei rette tinga? (dobbeltkrinslæring)",
    en: "The rule is in doubt. Are we doing the right things? (double-loop learning)",
  },
  starts: { nb: "Gjelder fra", nn: "Gjeld frå", en: "Applies from" },
  looksAgain: { nb: "Ser på det igjen", nn: "Ser på det igjen", en: "Will look again" },
  stops: { nb: "Prøves til", nn: "Blir prøvd til", en: "On trial until" },
  notice: { nb: "Det skal dere merke", nn: "Det skal de merke", en: "What you should notice" },
  responsible: { nb: "Ansvarlig", nn: "Ansvarleg", en: "Responsible" },
  hours: { nb: "Frigjorte timer i måneden", nn: "Frigjorde timar i månaden", en: "Hours freed per month" },
  wouldChange: {
    nb: "Hva kan få oss til å tenke nytt",
    nn: "Kva kan få oss til å tenkje nytt",
    en: "What would change our minds",
  },
  secondReader: { nb: "Lest av", nn: "Lese av", en: "Also read by" },
  earlierAnswers: { nb: "Tidligere svar", nn: "Tidlegare svar", en: "Earlier answers" },

  // Item and board
  boardTitle: { nb: "Læringspunkter", nn: "Læringspunkt", en: "Learning items" },
  boardIntro: {
    nb: "Hvert punkt er ett spørsmål til Nav. Tilstanden følger av det som er gjort. Ingen kan sette den.",
    nn: "Kvart punkt er eitt spørsmål til Nav. Tilstanden følgjer av det som er gjort. Ingen kan setje han.",
    en: "Each item is one question for Nav. Its state follows from what has been done. Nobody can set it.",
  },
  boardNone: {
    nb: "Ingen læringspunkter ennå.",
    nn: "Ingen læringspunkt enno.",
    en: "No learning items yet.",
  },
  mentorsSaid: { nb: "Det mentorene sa", nn: "Det mentorane sa", en: "What the mentors said" },
  someone: { nb: "Noen i nettverket", nn: "Nokon i nettverket", en: "Someone in the network" },
  aGroup: { nb: "En gruppe på samlingen", nn: "Ei gruppe på samlinga", en: "A group at the gathering" },
  paraphrased: {
    nb: "Omskrevet av rådgiveren",
    nn: "Omskrive av rådgivaren",
    en: "Paraphrased by the adviser",
  },
  withheld: {
    nb: (n: number, words: string) =>
      n === 1
        ? "Ett innspill til venter på at den som ga det, sier ja til omskrivingen."
        : `${words} innspill til venter på at de som ga dem, sier ja til omskrivingen.`,
    nn: (n: number, words: string) =>
      n === 1
        ? "Eitt innspel til ventar på at den som gav det, seier ja til omskrivinga."
        : `${words} innspel til ventar på at dei som gav dei, seier ja til omskrivinga.`,
    en: (n: number, words: string) =>
      n === 1
        ? "One more piece of feedback is waiting for whoever gave it to agree to the paraphrase."
        : `${words} more pieces of feedback are waiting for those who gave them to agree to the paraphrase.`,
  },
  ownWordsInItem: {
    nb: "Noe av det du har sagt, er med her.",
    nn: "Noko av det du har sagt, er med her.",
    en: "Something you said is part of this.",
  },
  leadsTo: { nb: "Fører til", nn: "Fører til", en: "Leads to" },
  wishes: { nb: "Vil heller se", nn: "Vil heller sjå", en: "Would rather see" },
  gap: { nb: "Gapet", nn: "Gapet", en: "The gap" },
  gapSaid: { nb: "Vi sier", nn: "Vi seier", en: "We say" },
  gapDone: { nb: "Vi gjør", nn: "Vi gjer", en: "We do" },
  gapLeadsTo: { nb: "Det fører til", nn: "Det fører til", en: "It leads to" },
  dissent: { nb: "Noen ser det annerledes", nn: "Nokon ser det annleis", en: "Someone sees it differently" },
  assumption: {
    nb: "Antakelse som ofte er i spill",
    nn: "Føresetnad som ofte er i spel",
    en: "An assumption that often lies behind this",
  },
  history: { nb: "Hva som har skjedd", nn: "Kva som har hendt", en: "What has happened" },
  logReviewed: { nb: "Innspill lest", nn: "Innspel lese", en: "Feedback reviewed" },
  logParaphrased: { nb: "Omskriving skrevet", nn: "Omskriving skriven", en: "Paraphrase written" },
  logGathered: { nb: "Innspill lagt til", nn: "Innspel lagt til", en: "Feedback added" },
  logRegrouped: { nb: "Innspill flyttet hit", nn: "Innspel flytta hit", en: "Feedback moved here" },
  logSent: { nb: "Sendt til leder", nn: "Sendt til leiar", en: "Sent to a leader" },
  logPassed: { nb: "Gitt videre", nn: "Gitt vidare", en: "Passed on" },
  logEscalated: {
    nb: "Gitt videre til neste nivå",
    nn: "Gitt vidare til neste nivå",
    en: "Passed on to the next level",
  },
  logAssigned: { nb: "Fordelt av neste nivå", nn: "Fordelt av neste nivå", en: "Assigned by the next level" },
  logLifted: { nb: "Løftet til neste nivå", nn: "Løfta til neste nivå", en: "Referred to the next level" },
  logReturned: {
    nb: "Sendt tilbake fra neste nivå",
    nn: "Sendt tilbake frå neste nivå",
    en: "Returned by the next level",
  },
  logReopened: { nb: "Gjenåpnet av mentorene", nn: "Gjenopna av mentorane", en: "Reopened by the mentors" },
  logTrialOver: { nb: "Prøvetida tok slutt", nn: "Prøvetida tok slutt", en: "The trial ended" },
  logDecided: { nb: "Besluttet", nn: "Avgjort", en: "Decided" },
  logReported: { nb: "Lagt fram på samling", nn: "Lagt fram på samling", en: "Presented at a gathering" },
  logRoundOpened: { nb: "Mentorene ble spurt", nn: "Mentorane vart spurde", en: "The mentors were asked" },
  logRoundClosed: { nb: "Svarene ble talt opp", nn: "Svara vart talde opp", en: "The answers were counted" },
  voted: {
    nb: (n: number, words: string) => (n === 1 ? "Én mentor svarte." : `${words} mentorer svarte.`),
    nn: (n: number, words: string) => (n === 1 ? "Éin mentor svara." : `${words} mentorar svara.`),
    en: (n: number, words: string) => (n === 1 ? "One mentor answered." : `${words} mentors answered.`),
  },
  votedNone: { nb: "Ingen svarte.", nn: "Ingen svara.", en: "Nobody answered." },
  resultTitle: { nb: "Mentorenes svar", nn: "Svara frå mentorane", en: "The mentors’ answers" },
  resultBetween: {
    nb: "Svarene spriker. Mentorene blir spurt én gang til.",
    nn: "Svara sprikjer. Mentorane blir spurde éin gong til.",
    en: "Opinions are divided. The mentors will be asked once more.",
  },
} satisfies TextTable;
