/** The statements of the surveys and the steps of the scale. */
import type { ThreeForms } from "../web/languages.ts";
import type { Question, Step, YearlyBlock } from "./questions.ts";

export const questionTexts = {
  faglig: {
    nb: "Den faglige delen var nyttig",
    nn: "Den faglege delen var nyttig",
    en: "The professional part was useful",
  },
  utveksling: {
    nb: "Det var nyttig å utveksle erfaringer",
    nn: "Det var nyttig å utveksle erfaringar",
    en: "Exchanging experience was useful",
  },
  dialog: {
    nb: "Samtalen mellom mentorene og Nav var nyttig",
    nn: "Samtalen mellom mentorane og Nav var nyttig",
    en: "The dialogue between mentors and Nav was useful",
  },
  tid: { nb: "Det tok for mye tid", nn: "Det tok for mykje tid", en: "It took too much time" },
  kunnskap: {
    nb: "Nå vet jeg mer om å inkludere folk i arbeid",
    nn: "No veit eg meir om å inkludere folk i arbeid",
    en: "I now know more about including people in work",
  },
  informasjon: {
    nb: "Nav gir oss den informasjonen vi trenger",
    nn: "Nav gir oss den informasjonen vi treng",
    en: "Nav gives us the information we need",
  },
  oppfolging: {
    nb: "Nav følger opp godt nok",
    nn: "Nav følgjer opp godt nok",
    en: "Nav follows up well enough",
  },
  ansvar: {
    nb: "Det er klart hva Nav har ansvar for, og hva vi har ansvar for",
    nn: "Det er klart kva Nav har ansvar for, og kva vi har ansvar for",
    en: "It is clear what Nav is responsible for and what we are responsible for",
  },
  fortsette: {
    nb: "Vi vil fortsette å samarbeide med Nav",
    nn: "Vi vil halde fram med å samarbeide med Nav",
    en: "We want to go on working with Nav",
  },
  inkludering: {
    nb: "Vi får til at nye blir en del av fellesskapet",
    nn: "Vi får til at nye blir ein del av fellesskapet",
    en: "We manage to make newcomers part of the team",
  },
  tilrettelegging: {
    nb: "Vi får til å tilpasse oppgavene",
    nn: "Vi får til å tilpasse oppgåvene",
    en: "We manage to adapt the tasks",
  },
  egenoppfolging: {
    nb: "Vi følger godt nok opp her hos oss",
    nn: "Vi følgjer godt nok opp her hos oss",
    en: "We ourselves follow up well enough",
  },
  oppgaver: {
    nb: "Vi har oppgaver som passer",
    nn: "Vi har oppgåver som passar",
    en: "We have suitable tasks",
  },
  evne: {
    nb: "Vi har tid og krefter til å følge opp",
    nn: "Vi har tid og krefter til å følgje opp",
    en: "We have the time and energy to follow up",
  },
  folk: {
    nb: "Vi har folk som brenner for dette",
    nn: "Vi har folk som brenn for dette",
    en: "We have people who are passionate about this",
  },
  plass: {
    nb: "Med mer hjelp utenfra kunne vi tatt imot flere",
    nn: "Med meir hjelp utanfrå kunne vi teke imot fleire",
    en: "With more help from outside, we could take on more people",
  },
  erfaring: {
    nb: "Vi har dårlige erfaringer",
    nn: "Vi har dårlege erfaringar",
    en: "We have had bad experiences",
  },
  mentor: {
    nb: "Med en mentor hos oss går det an å få til mer",
    nn: "Med ein mentor hos oss går det an å få til meir",
    en: "With a mentor among us, we can achieve more",
  },
} satisfies Record<Question, ThreeForms<string>>;

export const stepTexts = {
  "1": { nb: "Helt uenig", nn: "Heilt ueinig", en: "Strongly disagree" },
  "2": { nb: "Litt uenig", nn: "Litt ueinig", en: "Slightly disagree" },
  "3": { nb: "Verken eller", nn: "Verken eller", en: "Neither" },
  "4": { nb: "Litt enig", nn: "Litt einig", en: "Slightly agree" },
  "5": { nb: "Helt enig", nn: "Heilt einig", en: "Strongly agree" },
  "0": { nb: "Vet ikke", nn: "Veit ikkje", en: "Don’t know" },
} satisfies Record<Step, ThreeForms<string>>;

export const blockTexts = {
  nav: { nb: "Samarbeidet med Nav", nn: "Samarbeidet med Nav", en: "Working with Nav" },
  own: { nb: "Det vi får til selv", nn: "Det vi får til på eiga hand", en: "What we manage ourselves" },
  capacity: { nb: "Det vi har plass til", nn: "Det vi har plass til", en: "What we have room for" },
} satisfies Record<YearlyBlock, ThreeForms<string>>;
