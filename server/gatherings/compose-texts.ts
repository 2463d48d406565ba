/** Words for composing an agenda from what is waiting. */
import { numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

export const composeTexts = {
  sources: { nb: "Legg til", nn: "Legg til", en: "Add" },
  toSources: {
    nb: "Legg til fra ønsker, eksempler og svar",
    nn: "Legg til frå ønske, døme og svar",
    en: "Add from requests, cases and answers",
  },
  howTo: {
    nb: "Ett trykk setter det på dagsordenen og lagrer resten som det står.",
    nn: "Eitt trykk set det på dagsordenen og lagrar resten som det står.",
    en: "One press puts it on the agenda and saves the rest as it stands.",
  },
  wishes: { nb: "Ønsker fra nettverket", nn: "Ønske frå nettverket", en: "Requests from the network" },
  noWishes: { nb: "Ingen ønsker venter.", nn: "Ingen ønske ventar.", en: "No requests are waiting." },
  allWishes: { nb: "Alle ønskene", nn: "Alle ønska", en: "All requests" },
  add: { nb: "Sett på", nn: "Set på", en: "Add" },
  isWish: { nb: "Fra et ønske", nn: "Frå eit ønske", en: "From a request" },
  answers: {
    nb: "Svar fra Nav som skal legges fram",
    nn: "Svar frå Nav som skal leggjast fram",
    en: "Answers from Nav to present",
  },
  answersPlace: {
    nb: "Sett av tid til svarene",
    nn: "Set av tid til svara",
    en: "Make time for the answers",
  },
  hasPlace: { nb: "Står på dagsordenen", nn: "Står på dagsordenen", en: "On the agenda" },
  tried: { nb: "Dette har noen prøvd", nn: "Dette har nokon prøvd", en: "What people have tried" },
  triedShared: {
    nb: (n: number) => `${numberOpening(n, "nb")} har delt noe de har prøvd.`,
    nn: (n: number) => `${numberOpening(n, "nn")} har delt noko dei har prøvd.`,
    en: (n: number) => `${numberOpening(n, "en")} ${n === 1 ? "has" : "have"} shared something they tried.`,
  },
  triedNone: {
    nb: "Ingen har delt noe ennå. Punktet kan likevel åpne samlingen.",
    nn: "Ingen har delt noko enno. Punktet kan likevel opne samlinga.",
    en: "Nobody has shared anything yet. The item can still open the gathering.",
  },
  triedPlace: { nb: "Åpne med det", nn: "Opne med det", en: "Open with this" },
  navAsks: { nb: "Nav spør", nn: "Nav spør", en: "Nav asks" },
  navAsksWhy: {
    nb: "Hva trenger Nav å lære av arbeidsplassene?",
    nn: "Kva treng Nav å lære av arbeidsplassane?",
    en: "What does Nav need to learn from workplaces?",
  },
  navAsksPlace: { nb: "Skriv et spørsmål", nn: "Skriv eit spørsmål", en: "Write a question" },
  cases: { nb: "Eksempler", nn: "Døme", en: "Cases" },
  used: {
    nb: (date: string) => `sist ${date}`,
    nn: (date: string) => `sist ${date}`,
    en: (date: string) => `last used ${date}`,
  },
  usedAhead: {
    nb: (date: string) => `står på dagsordenen ${date}`,
    nn: (date: string) => `står på dagsordenen ${date}`,
    en: (date: string) => `on the agenda of ${date}`,
  },
  sums: { nb: "Slik fordeler tida seg", nn: "Slik fordeler tida seg", en: "How the time is divided" },
  left: { nb: "{n} min ledig", nn: "{n} min ledig", en: "{n} min free" },
  over: { nb: "{n} min for mye", nn: "{n} min for mykje", en: "{n} min too long" },
  full: { nb: "Tida er fylt", nn: "Tida er fylt", en: "No time left" },
  whole: {
    nb: (minutes: number) => `Samlingen varer ${minutes} min`,
    nn: (minutes: number) => `Samlinga varer ${minutes} min`,
    en: (minutes: number) => `The gathering lasts ${minutes} min`,
  },
} satisfies TextTable;
