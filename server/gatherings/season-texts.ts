/** Words for a season as a whole: inviting to it, changing a series, days off, the year wheel. */
import { numberInWords, numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

const personsNb = (n: number) => `${numberInWords(n, "nb")} ${n === 1 ? "person" : "personer"}`;
const personsNn = (n: number) => `${numberInWords(n, "nn")} ${n === 1 ? "person" : "personar"}`;
const personsEn = (n: number) => `${numberInWords(n, "en")} ${n === 1 ? "person" : "people"}`;

export const seasonTexts = {
  // Inviting to a whole season
  inviteTo: {
    nb: (network: string) => `Send invitasjonene til ${network}`,
    nn: (network: string) => `Send invitasjonane til ${network}`,
    en: (network: string) => `Send the invitations to ${network}`,
  },
  inviteIntro: {
    nb: (n: number, people: number) =>
      `${numberOpening(n, "nb")} ${n === 1 ? "samling er klar" : "samlinger er klare"}, og ${personsNb(people)} kan inviteres.`,
    nn: (n: number, people: number) =>
      `${n === 1 ? "Éi samling er klar" : `${numberOpening(n, "nn")} samlingar er klare`}, og ${personsNn(people)} kan inviterast.`,
    en: (n: number, people: number) =>
      `${numberOpening(n, "en")} ${n === 1 ? "gathering is" : "gatherings are"} ready, and ${personsEn(people)} can be invited.`,
  },
  inviteOne: {
    nb: (people: number) => `Samlingen er klar, og ${personsNb(people)} kan inviteres.`,
    nn: (people: number) => `Samlinga er klar, og ${personsNn(people)} kan inviterast.`,
    en: (people: number) => `The gathering is ready, and ${personsEn(people)} can be invited.`,
  },
  nobody: {
    nb: "Det er ingen i nettverket å invitere ennå. Legg til mentorene og veilederne først; samlingene venter her.",
    nn: "Det er ingen i nettverket å invitere enno. Legg til mentorane og rettleiarane først; samlingane ventar her.",
    en: "There is nobody in the network to invite yet. Add the mentors and counsellors first; the gatherings will wait here.",
  },
  addPeople: { nb: "Legg til folk", nn: "Legg til folk", en: "Add people" },
  howSent: { nb: "Når skal de sendes?", nn: "Når skal dei sendast?", en: "When should they be sent?" },
  gradually: {
    nb: "Den første nå, resten av seg selv",
    nn: "Den første no, resten av seg sjølv",
    en: "The first now, the rest automatically",
  },
  graduallyHint: {
    nb: "De andre går ut fire uker før hver samling, til alle som er med i nettverket da.",
    nn: "Dei andre går ut fire veker før kvar samling, til alle som er med i nettverket då.",
    en: "The others go out four weeks before each gathering, to everyone who is in the network by then.",
  },
  allNow: { nb: "Alle nå", nn: "Alle no", en: "All of them now" },
  allNowHint: {
    nb: (n: number) => `Hver person får ${numberInWords(n, "nb")} e-poster med én gang, én for hver samling.`,
    nn: (n: number) =>
      `Kvar person får ${numberInWords(n, "nn")} e-postar med ein gong, éin for kvar samling.`,
    en: (n: number) => `Each person gets ${numberInWords(n, "en")} emails at once, one for each gathering.`,
  },
  whoSees: { nb: "Hvem får dem?", nn: "Kven får dei?", en: "Who gets them?" },
  sendTo: {
    nb: (people: number) => `Send til ${personsNb(people)}`,
    nn: (people: number) => `Send til ${personsNn(people)}`,
    en: (people: number) => `Send to ${personsEn(people)}`,
  },
  notNow: { nb: "Ikke nå", nn: "Ikkje no", en: "Not now" },
  allInvited: {
    nb: "Alle samlingene i serien er invitert til, eller står for tur.",
    nn: "Alle samlingane i serien er inviterte til, eller står for tur.",
    en: "Invitations to every gathering in the series have been sent or are scheduled.",
  },
  goesByItself: {
    nb: (date: string) => `Invitasjonene går ut av seg selv ${date}.`,
    nn: (date: string) => `Invitasjonane går ut av seg sjølv ${date}.`,
    en: (date: string) => `Invitations go out automatically on ${date}.`,
  },
  stop: { nb: "Ikke send av seg selv", nn: "Ikkje send av seg sjølv", en: "Do not send automatically" },
  inviteSeries: {
    nb: "Inviter til hele serien",
    nn: "Inviter til heile serien",
    en: "Invite to the whole series",
  },

  // Changing a series
  editTitle: { nb: "Endre serien", nn: "Endre serien", en: "Change the series" },
  editIntro: {
    nb: "Skriv slik det skal være framover. Du ser hva som skjer med hver samling før noe lagres.",
    nn: "Skriv slik det skal vere framover. Du ser kva som skjer med kvar samling før noko blir lagra.",
    en: "Enter how it should be from now on. You will see what happens to each gathering before anything is saved.",
  },
  scope: { nb: "Hvilke samlinger?", nn: "Kva for samlingar?", en: "Which gatherings?" },
  scopeFollowing: {
    nb: "Denne og de som kommer etter",
    nn: "Denne og dei som kjem etter",
    en: "This one and those after it",
  },
  scopeAll: {
    nb: "Alle som ikke har vært",
    nn: "Alle som ikkje har vore",
    en: "All that have not been held",
  },
  fromTo: {
    nb: (from: string, to: string) => `${from} til ${to}`,
    nn: (from: string, to: string) => `${from} til ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  onlyThis: { nb: "Endre bare denne", nn: "Endre berre denne", en: "Change this one only" },
  overwrite: {
    nb: "Ta også det som er endret på hver enkelt samling",
    nn: "Ta òg det som er endra på kvar enkelt samling",
    en: "Also overwrite what was changed on individual gatherings",
  },
  preview: { nb: "Se hva som skjer", nn: "Sjå kva som skjer", en: "See what happens" },
  previewTitle: { nb: "Dette skjer", nn: "Dette skjer", en: "This will happen" },
  previewIntro: {
    nb: "Ta bort haken ved dem som skal stå. Ingenting er lagret ennå.",
    nn: "Ta bort haken ved dei som skal stå. Ingenting er lagra enno.",
    en: "Untick any that should stay as they are. Nothing is saved yet.",
  },
  nothingHappens: {
    nb: "Ingen samling endrer seg av dette.",
    nn: "Inga samling endrar seg av dette.",
    en: "This does not change any gathering.",
  },
  becomes: {
    nb: (label: string, before: string, after: string) => `${label}: ${before} →\u00a0${after}`,
    nn: (label: string, before: string, after: string) => `${label}: ${before} →\u00a0${after}`,
    en: (label: string, before: string, after: string) => `${label}: ${before} →\u00a0${after}`,
  },
  stays: {
    nb: (label: string, value: string) => `${label} er endret bare her og blir stående: ${value}`,
    nn: (label: string, value: string) => `${label} er endra berre her og blir ståande: ${value}`,
    en: (label: string, value: string) => `${label} was changed separately and stays: ${value}`,
  },
  answersTold: {
    nb: (n: number) =>
      n === 1 ? "Én har svart og får beskjed." : `${numberOpening(n, "nb")} har svart og får beskjed.`,
    nn: (n: number) =>
      n === 1 ? "Éin har svara og får beskjed." : `${numberOpening(n, "nn")} har svara og får beskjed.`,
    en: (n: number) =>
      n === 1
        ? "One person has answered and will be told."
        : `${numberOpening(n, "en")} people have answered and will be told.`,
  },
  invitedTold: {
    nb: "De inviterte får beskjed.",
    nn: "Dei inviterte får beskjed.",
    en: "Those invited will be told.",
  },
  blocked_taken: {
    nb: "Nettverket har en annen samling da. Denne blir stående.",
    nn: "Nettverket har ei anna samling då. Denne blir ståande.",
    en: "The network has another gathering then. This one stays as it is.",
  },
  "blocked_too-small": {
    nb: "Flere har fått plass enn det er rom til. Endre denne for seg, så ser du hvem det gjelder.",
    nn: "Fleire har fått plass enn det er rom til. Endre denne for seg, så ser du kven det gjeld.",
    en: "More people have a place than there is room for. Change this one on its own to see who.",
  },
  blocked_past: {
    nb: "Da er tidspunktet allerede forbi. Denne blir stående.",
    nn: "Då er tidspunktet allereie forbi. Denne blir ståande.",
    en: "That time has already passed. This one stays as it is.",
  },
  blocked_closed: {
    nb: "Vi fant ingen ledig dag i nærheten. Denne blir stående.",
    nn: "Vi fann ingen ledig dag i nærleiken. Denne blir ståande.",
    en: "We found no free day nearby. This one stays as it is.",
  },
  saveSeries: { nb: "Lagre endringene", nn: "Lagre endringane", en: "Save the changes" },
  changeAgain: { nb: "Tilbake til skjemaet", nn: "Tilbake til skjemaet", en: "Back to the form" },
  changedMeanwhile: {
    nb: "Noen andre endret en av samlingene mens du så på. Slik er det nå; se over og lagre på nytt.",
    nn: "Nokon andre endra ei av samlingane medan du såg på. Slik er det no; sjå over og lagre på nytt.",
    en: "Someone else changed one of the gatherings while you were looking. This is how it is now; look it over and save again.",
  },
  notPossible: {
    nb: "En av samlingene kan ikke endres slik. Ta bort haken ved den, eller gå tilbake.",
    nn: "Ei av samlingane kan ikkje endrast slik. Ta bort haken ved den, eller gå tilbake.",
    en: "One of the gatherings cannot be changed like this. Untick it, or go back.",
  },
  noLink: { nb: "ingen", nn: "inga", en: "none" },
  noPlace: { nb: "ikke bestemt", nn: "ikkje bestemt", en: "not decided" },
  noLimit: { nb: "ingen grense", nn: "inga grense", en: "no limit" },
  localDate: { nb: "Dato", nn: "Dato", en: "Date" },

  // Days off
  blackOuts: { nb: "Dager dere ikke møtes", nn: "Dagar de ikkje møtest", en: "Days you do not meet" },
  blackOutsIntro: {
    nb: "Vinterferie, sauesanking, årsoppgjør: Disse dagene foreslår vi aldri når du planlegger en sesong. Røde dager, påskeuka og juli er med fra før.",
    nn: "Vinterferie, sauesanking, årsoppgjer: Desse dagane føreslår vi aldri når du planlegg ein sesong. Raude dagar, påskeveka og juli er med frå før.",
    en: "Winter holiday, harvest, year-end accounts: these days are never suggested when you plan a season. Public holidays, Easter week and July are covered already.",
  },
  noBlackOuts: { nb: "Ingen ennå.", nn: "Ingen enno.", en: "None yet." },
  blackOutFrom: { nb: "Fra og med", nn: "Frå og med", en: "From" },
  blackOutTo: { nb: "Til og med", nn: "Til og med", en: "To" },
  blackOutWhy: { nb: "Hvorfor", nn: "Kvifor", en: "Why" },
  blackOutWhyHint: {
    nb: "For eksempel «vinterferien». Ingen navn.",
    nn: "Til dømes «vinterferien». Ingen namn.",
    en: "Such as “winter holiday”. No names.",
  },
  blackOutOrder: {
    nb: "Den siste dagen må komme etter den første.",
    nn: "Den siste dagen må kome etter den første.",
    en: "The last day must come after the first.",
  },
  addBlackOut: { nb: "Legg til", nn: "Legg til", en: "Add" },
  removeBlackOut: { nb: "Fjern", nn: "Fjern", en: "Remove" },
  toSeason: { nb: "Planlegg en sesong", nn: "Planlegg ein sesong", en: "Plan a season" },

  // The year wheel
  yearTitle: {
    nb: (year: number) => `Årshjul ${year}`,
    nn: (year: number) => `Årshjul ${year}`,
    en: (year: number) => `Year wheel ${year}`,
  },
  yearText: {
    nb: (year: number, held: number, planned: number) =>
      `Samlingene i ${year}, måned for måned: ${held} holdt og ${planned} planlagt. Alt i figuren står i tabellen under.`,
    nn: (year: number, held: number, planned: number) =>
      `Samlingane i ${year}, månad for månad: ${held} ${held === 1 ? "halden" : "haldne"} og ${planned} ${planned === 1 ? "planlagd" : "planlagde"}. Alt i figuren står i tabellen under.`,
    en: (year: number, held: number, planned: number) =>
      `The gatherings of ${year}, month by month: ${held} held and ${planned} planned. Everything in the chart is in the table below.`,
  },
  yearNone: {
    nb: "Ingen samlinger dette året.",
    nn: "Ingen samlingar dette året.",
    en: "No gatherings this year.",
  },
  yearHeld: { nb: "Holdt", nn: "Halden", en: "Held" },
  yearPlanned: { nb: "Planlagt", nn: "Planlagd", en: "Planned" },
  yearExchange: { nb: "Bare veiledere", nn: "Berre rettleiarar", en: "Counsellors only" },
  yearOff: { nb: "Møtes ikke", nn: "Møtest ikkje", en: "No meetings" },
  date: { nb: "Dato", nn: "Dato", en: "Date" },
  gathering: { nb: "Samling", nn: "Samling", en: "Gathering" },
  theme: { nb: "Tema", nn: "Tema", en: "Theme" },
  attendance: { nb: "Oppmøte", nn: "Frammøte", en: "Attendance" },
  came: {
    nb: (n: number, of: number) => `${n} av ${of}`,
    nn: (n: number, of: number) => `${n} av ${of}`,
    en: (n: number, of: number) => `${n} of ${of}`,
  },
  yearBefore: { nb: "Året før", nn: "Året før", en: "The year before" },
  yearAfter: { nb: "Året etter", nn: "Året etter", en: "The year after" },
  july: { nb: "juli", nn: "juli", en: "July" },
  easterWeek: { nb: "påskeuka", nn: "påskeveka", en: "Easter week" },
} satisfies TextTable;
