/** Words of the pages that show results. */
import { halfYearNames } from "../web/half-year.ts";
import type { TextTable } from "../web/languages.ts";

export const resultTexts = {
  title: { nb: "Evalueringer", nn: "Evalueringar", en: "Evaluations" },
  ofGathering: {
    nb: "Evaluering av samlingen",
    nn: "Evaluering av samlinga",
    en: "Evaluation of the gathering",
  },
  seeEvaluation: { nb: "Se evalueringen", nn: "Sjå evalueringa", en: "See the evaluation" },
  seeGathering: { nb: "Til samlingen", nn: "Til samlinga", en: "Go to the gathering" },
  notAsked: {
    nb: "Denne samlingen er ikke evaluert. Vi spør bare når minst to var med.",
    nn: "Denne samlinga er ikkje evaluert. Vi spør berre når minst to var med.",
    en: "This gathering has not been evaluated. We ask only when at least two were there.",
  },
  notHeld: {
    nb: "Samlingen har ikke vært ennå. Dagen etter spør vi dem som var med.",
    nn: "Samlinga har ikkje vore enno. Dagen etter spør vi dei som var med.",
    en: "The gathering is still to come. The day after, we ask those who were there.",
  },
  isOpen: {
    nb: (date: string) => `Evalueringen er åpen til og med ${date}. Ingen ser svarene før da.`,
    nn: (date: string) => `Evalueringa er open til og med ${date}. Ingen ser svara før då.`,
    en: (date: string) =>
      `The evaluation is open until the end of ${date}. Nobody sees the answers before then.`,
  },
  seeResults: {
    nb: "Evalueringen er lukket.",
    nn: "Evalueringa er lukka.",
    en: "The evaluation is closed.",
  },
  answer: { nb: "Si hva du syntes", nn: "Sei kva du syntest", en: "Say what you thought" },
  answerWhy: {
    nb: "Fem trykk, under et minutt. Ingen får vite hvem som svarte hva.",
    nn: "Fem trykk, under eit minutt. Ingen får vite kven som svara kva.",
    en: "Five taps, less than a minute. Nobody sees who answered what.",
  },
  fewAnswered: { nb: "Færre enn tre svarte", nn: "Færre enn tre svara", en: "Fewer than three answered" },
  waiting: { nb: "Venter på flere svar", nn: "Ventar på fleire svar", en: "Waiting for more answers" },
  waitingGathering: {
    nb: "Færre enn tre svarte. Da viser vi ingenting, så ingen kan gjette hvem som mente hva.",
    nn: "Færre enn tre svara. Då viser vi ingenting, så ingen kan gjette kven som meinte kva.",
    en: "Fewer than three answered. We then show nothing, so that nobody can guess who thought what.",
  },
  waitingPool: {
    nb: "Færre enn fem har svart, eller bare etter én samling.",
    nn: "Færre enn fem har svara, eller berre etter éi samling.",
    en: "Fewer than five have answered, or after one gathering only.",
  },
  waitingYearly: { nb: "Færre enn fem svarte.", nn: "Færre enn fem svara.", en: "Fewer than five answered." },
  answeredOf: {
    nb: (n: number, asked: number) => `${n} av ${asked} svarte.`,
    nn: (n: number, asked: number) => `${n} av ${asked} svara.`,
    en: (n: number, asked: number) => `${n} of ${asked} answered.`,
  },
  people: {
    nb: (people: number, gatherings: string) =>
      `${people} ulike personer har svart etter ${gatherings} samlinger.`,
    nn: (people: number, gatherings: string) =>
      `${people} ulike personar har svara etter ${gatherings} samlingar.`,
    en: (people: number, gatherings: string) =>
      `${people} different people have answered after ${gatherings} gatherings.`,
  },
  showFigures: { nb: "Vis tallene", nn: "Vis tala", en: "Show the figures" },
  reading: {
    nb: "Til høyre i søylene: det som er bra. Er påstanden et dårlig tegn, er søylen snudd.",
    nn: "Til høgre i søylene: det som er bra. Er påstanden eit dårleg teikn, er søyla snudd.",
    en: "Good is on the right. Where agreeing is a bad sign, the bar is reversed.",
  },
  scaleWords: {
    nb: "I tabellen er 1 helt uenig og 5 helt enig.",
    nn: "I tabellen er 1 heilt ueinig og 5 heilt einig.",
    en: "In the table, 1 is strongly disagree and 5 strongly agree.",
  },
  turned: { nb: "snudd", nn: "snudd", en: "reversed" },
  most: {
    nb: (step: string) => `De fleste svarte «${step}».`,
    nn: (step: string) => `Dei fleste svara «${step}».`,
    en: (step: string) => `Most answered “${step}”.`,
  },
  barWords: {
    nb: (good: number, middle: number, bad: number, unknown: number) =>
      `${good} på den gode siden, ${middle} verken eller, ${bad} på den dårlige, ${unknown} vet ikke`,
    nn: (good: number, middle: number, bad: number, unknown: number) =>
      `${good} på den gode sida, ${middle} verken eller, ${bad} på den dårlege, ${unknown} veit ikkje`,
    en: (good: number, middle: number, bad: number, unknown: number) =>
      `${good} on the good side, ${middle} neither, ${bad} on the bad side, ${unknown} don’t know`,
  },
  goodSide: { nb: "bra", nn: "bra", en: "good" },
  badSide: { nb: "dårlig", nn: "dårleg", en: "bad" },
  table: { nb: "Tallene", nn: "Tala", en: "The figures" },
  statement: { nb: "Påstand", nn: "Påstand", en: "Statement" },
  comments: { nb: "Kommentarer", nn: "Kommentarar", en: "Comments" },
  commentsWho: {
    nb: "Bare dere rådgivere ser disse. De står i alfabetisk rekkefølge.",
    nn: "Berre de som er rådgivarar, ser desse. Dei står i alfabetisk rekkjefølgje.",
    en: "Only you advisers see these. They are in alphabetical order.",
  },
  noComments: { nb: "Ingen skrev noe.", nn: "Ingen skreiv noko.", en: "Nobody wrote anything." },

  // Over time
  overTime: { nb: "Evalueringer over tid", nn: "Evalueringar over tid", en: "Evaluations over time" },
  overTimeIntro: {
    nb: "Én evaluering per samling, den nyeste først. Trykk på en samling for å se tallene.",
    nn: "Éi evaluering per samling, den nyaste først. Trykk på ei samling for å sjå tala.",
    en: "One evaluation per gathering, newest first. Press a gathering to see the figures.",
  },
  noneYet: {
    nb: "Ingen samlinger er evaluert ennå.",
    nn: "Ingen samlingar er evaluerte enno.",
    en: "No gathering has been evaluated yet.",
  },
  stillOpen: { nb: "Åpen nå", nn: "Open no", en: "Open now" },
  older: { nb: "Eldre", nn: "Eldre", en: "Older" },

  // Half-years
  nothingHere: {
    nb: "Her kommer tallene for nettverk du er med i eller leder. Nå er du verken med i et nettverk eller leder for et.",
    nn: "Her kjem tala for nettverk du er med i eller leier. No er du verken med i eit nettverk eller leiar for eit.",
    en: "Figures for networks you are in or lead appear here. You are neither in a network nor leading one now.",
  },
  yourNetworks: { nb: "Nettverkene dine", nn: "Nettverka dine", en: "Your networks" },
  yourNetworksIntro: {
    nb: "Dagen etter hver samling spør vi dem som var med. De kan svare til dagen før neste samling, høyst i 14 dager. Så kommer tallene på siden til nettverket, når minst tre har svart.",
    nn: "Dagen etter kvar samling spør vi dei som var med. Dei kan svare til dagen før neste samling, høgst i 14 dagar. Så kjem tala på sida til nettverket, når minst tre har svara.",
    en: "The day after each gathering we ask those who were there. They can answer until the day before the next one, for 14 days at most. Then the figures appear on the page of the network, once at least three have answered.",
  },
  halfYears: { nb: "Halvår for halvår", nn: "Halvår for halvår", en: "Half-year by half-year" },
  halfYearsIntro: {
    nb: "Hva de som var med på samlingene, syntes. Hvert halvår telles opp én gang, tre uker etter at det er slutt. Svarte for få i begge, vises hele året samlet. Enkeltsamlinger vises ikke her.",
    nn: "Kva dei som var med på samlingane, syntest. Kvart halvår blir talt opp éin gong, tre veker etter at det er slutt. Er det for få som svara i begge halvåra, blir heile året vist samla. Enkeltsamlingar blir ikkje viste her.",
    en: "What those who came to the gatherings thought. Each half-year is counted once, three weeks after its end. If too few answered in both, the whole year is shown as one. Single gatherings are not shown here.",
  },
  noHalfYears: {
    nb: "Ingen halvår er talt opp ennå.",
    nn: "Ingen halvår er talde opp enno.",
    en: "No half-year has been counted yet.",
  },
  halfYear: halfYearNames,
  wholeYear: {
    nb: (year: string) => `Hele ${year}`,
    nn: (year: string) => `Heile ${year}`,
    en: (year: string) => `All of ${year}`,
  },
  wholeYearWhy: {
    nb: "Hvert halvår for seg hadde for få svar til å vises.",
    nn: "Kvart halvår for seg hadde for få svar til å bli vist.",
    en: "Neither half-year had enough answers to be shown on its own.",
  },
  seeYear: {
    nb: (year: string) => `Svarene er med i «Hele ${year}».`,
    nn: (year: string) => `Svara er med i «Heile ${year}».`,
    en: (year: string) => `The answers are part of “All of ${year}”.`,
  },
  yearMayCome: {
    nb: "Kommer det nok i løpet av året, vises hele året samlet når det er over.",
    nn: "Kjem det nok i løpet av året, blir heile året vist samla når det er over.",
    en: "If enough come in during the year, the whole year is shown as one when it is over.",
  },
  notShown: {
    nb: "Da viser vi ingenting, så ingen kan gjette hvem som mente hva.",
    nn: "Då viser vi ingenting, så ingen kan gjette kven som meinte kva.",
    en: "We then show nothing, so that nobody can guess who thought what.",
  },
  all: { nb: "Alle nettverkene", nn: "Alle nettverka", en: "All the networks" },
  addedUp: {
    nb: "Nettverk med færre svar enn grensen er ikke med i summen.",
    nn: "Nettverk med færre svar enn grensa er ikkje med i summen.",
    en: "Networks with fewer answers than the limit are not in the total.",
  },

  // Yearly
  yearly: { nb: "Den årlige undersøkelsen", nn: "Den årlege undersøkinga", en: "The yearly survey" },
  yearlyIntro: {
    nb: "Én gang i året spør vi om samarbeidet med Nav, om hva arbeidsplassene får til, og om hva de har plass til. Aldri om én person.",
    nn: "Éin gong i året spør vi om samarbeidet med Nav, om kva arbeidsplassane får til, og om kva dei har plass til. Aldri om éin person.",
    en: "Once a year we ask about working with Nav, about what the workplaces manage, and about what they have room for. Never about one person.",
  },
  mentors: { nb: "Mentorer", nn: "Mentorar", en: "Mentors" },
  employers: { nb: "Arbeidsgivere", nn: "Arbeidsgivarar", en: "Employers" },
  openMentors: { nb: "Send til mentorene", nn: "Send til mentorane", en: "Send to the mentors" },
  openEmployers: {
    nb: "Send til arbeidsgiverne",
    nn: "Send til arbeidsgivarane",
    en: "Send to the employers",
  },
  willAsk: {
    nb: (n: string) => `Går til ${n} på e-post, er åpen i tre uker og minner om seg selv én gang.`,
    nn: (n: string) => `Går til ${n} på e-post, er open i tre veker og minner om seg éin gong.`,
    en: (n: string) => `Goes to ${n} by email, is open for three weeks and sends one reminder.`,
  },
  tooFew: {
    nb: (n: string) => `Det er ${n} å spørre. Vi trenger minst fem for å kunne vise noe, så vi spør ikke.`,
    nn: (n: string) => `Det er ${n} å spørje. Vi treng minst fem for å kunne vise noko, så vi spør ikkje.`,
    en: (n: string) =>
      `There are ${n} to ask. We need at least five to be able to show anything, so we do not ask.`,
  },
  progress: {
    nb: (n: number, asked: number) => `Minst ${n} av ${asked} har svart.`,
    nn: (n: number, asked: number) => `Minst ${n} av ${asked} har svara.`,
    en: (n: number, asked: number) => `At least ${n} of ${asked} have answered.`,
  },
  progressFew: {
    nb: (asked: number) => `Færre enn fem av ${asked} har svart så langt.`,
    nn: (asked: number) => `Færre enn fem av ${asked} har svara så langt.`,
    en: (asked: number) => `Fewer than five of ${asked} have answered so far.`,
  },
  openUntil: {
    nb: (date: string) => `Åpen til og med ${date}.`,
    nn: (date: string) => `Open til og med ${date}.`,
    en: (date: string) => `Open until the end of ${date}.`,
  },
  doneThisYear: {
    nb: (date: string) => `Årets undersøkelse ble lukket ${date}.`,
    nn: (date: string) => `Undersøkinga for i år vart lukka ${date}.`,
    en: (date: string) => `This year’s survey closed on ${date}.`,
  },
  nobodyToAsk: {
    nb: "Ingen er registrert ennå, så det er ingen å spørre.",
    nn: "Ingen er registrerte enno, så det er ingen å spørje.",
    en: "Nobody is registered yet, so there is nobody to ask.",
  },
  notYet: { nb: "Ikke sendt ut ennå.", nn: "Ikkje send ut enno.", en: "Not sent yet." },
} satisfies TextTable;
