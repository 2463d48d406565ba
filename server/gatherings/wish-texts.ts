/** Words about wishes for what a gathering should be about. */
import { numberInWords, numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

export const wishTexts = {
  title: { nb: "Temaønsker", nn: "Temaønske", en: "Topic requests" },
  intro: {
    nb: "Hva vil du snakke om? Alle i nettverket kan ønske og stemme. Ingen ser hvem som har ønsket hva.",
    nn: "Kva vil du snakke om? Alle i nettverket kan ønskje og stemme. Ingen ser kven som har ønskt kva.",
    en: "What do you want to talk about? Everyone in the network can ask for topics and vote. Nobody sees who asked for what.",
  },
  readOnly: {
    nb: "Dette har de i nettverket bedt om å få snakke om. Ingen ser hvem som har ønsket hva.",
    nn: "Dette har dei i nettverket bede om å få snakke om. Ingen ser kven som har ønskt kva.",
    en: "This is what people in the network have asked to talk about. Nobody sees who asked for what.",
  },
  label: { nb: "Jeg ønsker meg", nn: "Eg ønskjer meg", en: "I would like to talk about" },
  hint: {
    nb: "Én setning holder, for eksempel «Når noen ikke kommer på jobb». Ikke skriv om en bestemt person.",
    nn: "Éi setning held, til dømes «Når nokon ikkje kjem på jobb». Ikkje skriv om ein bestemt person.",
    en: "One sentence is enough, such as “When someone does not turn up for work”. Do not write about a particular person.",
  },
  propose: { nb: "Legg til ønsket", nn: "Legg til ønsket", en: "Add the request" },
  seeMost: { nb: "Flest stemmer", nn: "Flest stemmer", en: "Most votes" },
  seeOldest: { nb: "Ventet lengst", nn: "Venta lengst", en: "Waited longest" },
  seeTaken: { nb: "Tatt opp", nn: "Tekne opp", en: "Taken up" },
  lists: { nb: "Vis", nn: "Vis", en: "Show" },
  noneOpen: {
    nb: "Ingen ønsker venter. Har du ett?",
    nn: "Ingen ønske ventar. Har du eitt?",
    en: "No requests are waiting. Do you have one?",
  },
  noneTaken: {
    nb: "Ingen ønsker er tatt opp på en samling ennå.",
    nn: "Ingen ønske er tekne opp på ei samling enno.",
    en: "No request has been taken up at a gathering yet.",
  },
  votes: {
    nb: (n: number) =>
      n === 0 ? "Ingen stemmer" : `${numberOpening(n, "nb")} ${n === 1 ? "stemme" : "stemmer"}`,
    nn: (n: number) =>
      n === 0 ? "Ingen stemmer" : n === 1 ? "Éi stemme" : `${numberOpening(n, "nn")} stemmer`,
    en: (n: number) => (n === 0 ? "No votes" : `${numberOpening(n, "en")} ${n === 1 ? "vote" : "votes"}`),
  },
  vote: { nb: "Dette vil jeg også", nn: "Dette vil eg òg", en: "I want this too" },
  voted: { nb: "Du har stemt – ta tilbake", nn: "Du har stemt – ta tilbake", en: "You voted – take it back" },
  withdraw: { nb: "Slett ønsket mitt", nn: "Slett ønsket mitt", en: "Delete my request" },
  own: { nb: "Ditt ønske", nn: "Ditt ønske", en: "Your request" },
  fromEvaluation: { nb: "Fra evalueringen", nn: "Frå evalueringa", en: "From the evaluation" },
  fromAdviser: { nb: "Fra rådgiveren", nn: "Frå rådgivaren", en: "From the adviser" },
  today: { nb: "Nytt i dag", nn: "Nytt i dag", en: "New today" },
  waitedDays: {
    nb: (n: number) => `Har ventet i ${numberInWords(n, "nb")} ${n === 1 ? "dag" : "dager"}`,
    nn: (n: number) => `Har venta i ${numberInWords(n, "nn")} ${n === 1 ? "dag" : "dagar"}`,
    en: (n: number) => `Has waited ${numberInWords(n, "en")} ${n === 1 ? "day" : "days"}`,
  },
  waitedWeeks: {
    nb: (n: number) => `Har ventet i ${numberInWords(n, "nb")} uker`,
    nn: (n: number) => `Har venta i ${numberInWords(n, "nn")} veker`,
    en: (n: number) => `Has waited ${numberInWords(n, "en")} weeks`,
  },
  waitedMonths: {
    nb: (n: number) => `Har ventet i ${numberInWords(n, "nb")} måneder`,
    nn: (n: number) => `Har venta i ${numberInWords(n, "nn")} månader`,
    en: (n: number) => `Has waited ${numberInWords(n, "en")} months`,
  },
  passed: {
    nb: (n: number) => `og ${numberInWords(n, "nb")} ${n === 1 ? "samling" : "samlinger"} har gått`,
    nn: (n: number) => `og ${numberInWords(n, "nn")} ${n === 1 ? "samling" : "samlingar"} har gått`,
    en: (n: number) =>
      `and ${numberInWords(n, "en")} ${n === 1 ? "gathering has" : "gatherings have"} passed`,
  },
  takenAt: {
    nb: (title: string, date: string) => `Tatt opp på «${title}» ${date}`,
    nn: (title: string, date: string) => `Teke opp på «${title}» ${date}`,
    en: (title: string, date: string) => `Taken up at “${title}”, ${date}`,
  },
  willBeAt: {
    nb: (title: string, date: string) => `Kommer på «${title}» ${date}`,
    nn: (title: string, date: string) => `Kjem på «${title}» ${date}`,
    en: (title: string, date: string) => `Coming up at “${title}”, ${date}`,
  },
  askedOn: {
    nb: (date: string) => `ønsket ${date}`,
    nn: (date: string) => `ønskt ${date}`,
    en: (date: string) => `asked for on ${date}`,
  },
  showMore: { nb: "Vis flere", nn: "Vis fleire", en: "Show more" },
  toFirst: { nb: "Til begynnelsen", nn: "Til byrjinga", en: "Back to the start" },
  otherNetwork: { nb: "Andre nettverk:", nn: "Andre nettverk:", en: "Other networks:" },
  warnTitle: { nb: "Se på dette en gang til", nn: "Sjå på dette ein gong til", en: "Look at this again" },
  warnText: {
    nb: "Det kan peke på en bestemt person. Skriv det om hvis det gjør det. Hvis ikke, send som det er.",
    nn: "Det kan peike på ein bestemt person. Skriv det om dersom det gjer det. Elles kan du sende det som det er.",
    en: "It may point to a particular person. If it does, rewrite it. If not, send it as it is.",
  },
} satisfies TextTable;
