/** Words about coupling. */
import { halfYearNames } from "../web/half-year.ts";
import type { TextTable } from "../web/languages.ts";

export const couplingTexts = {
  title: {
    nb: "Lærer vi av hverandre?",
    nn: "Lærer vi av kvarandre?",
    en: "Do we learn from each other?",
  },
  intro: {
    nb: "Et nettverk virker når samlingene handler om det mentorene trenger, og når det mentorene sier, endrer noe i Nav. Her ser du hvordan det går, et halvår om gangen.",
    nn: "Eit nettverk verkar når samlingane handlar om det mentorane treng, og når det mentorane seier, endrar noko i Nav. Her ser du korleis det går, eit halvår om gongen.",
    en: "A network works when gatherings are about what mentors need, and when what mentors say changes something at Nav. Here you see how it is going, one half-year at a time.",
  },
  networks: { nb: "Nettverkene", nn: "Nettverka", en: "The networks" },
  networksIntro: {
    nb: "Åpne et nettverk for å se hva som ligger bak: ønskene, tida til samtale, svarene fra Nav og endringene. Et nytt halvår kommer til i januar og i juli.",
    nn: "Opne eit nettverk for å sjå kva som ligg bak: ønska, tida til samtale, svara frå Nav og endringane. Eit nytt halvår kjem til i januar og i juli.",
    en: "Open a network to see what lies behind: the requests, the time for dialogue, Nav’s answers and the changes. A new half-year is added in January and in July.",
  },
  noNetworks: {
    nb: "Du er ikke knyttet til noe nettverk ennå.",
    nn: "Du er ikkje knytt til noko nettverk enno.",
    en: "You are not linked to a network yet.",
  },
  notCounted: {
    nb: "Tallene er ikke klare ennå. De lages av seg selv og er her i løpet av dagen.",
    nn: "Tala er ikkje klare enno. Dei blir laga av seg sjølve og er her i løpet av dagen.",
    en: "The figures are not ready yet. They are worked out automatically and will be here later today.",
  },
  tight: { nb: "Tett kobling", nn: "Tett kopling", en: "Tight coupling" },
  mixed: { nb: "Delvis kobling", nn: "Delvis kopling", en: "Partial coupling" },
  loose: { nb: "Løs kobling", nn: "Laus kopling", en: "Loose coupling" },
  none: { nb: "Ingen innspill", nn: "Ingen innspel", en: "No feedback" },
  tightText: {
    nb: "Samlingene følger ønskene, Nav svarer i tide, og minst én endring er i gang.",
    nn: "Samlingane følgjer ønska, Nav svarar i tide, og minst éi endring er i gang.",
    en: "Gatherings follow the requests, Nav answers in time, and at least one change is under way.",
  },
  mixedText: {
    nb: "Noe av det som binder mentorene og Nav sammen, er på plass. Ikke alt.",
    nn: "Noko av det som bind mentorane og Nav saman, er på plass. Ikkje alt.",
    en: "Some of what ties mentors and Nav together is in place. Not all of it.",
  },
  looseText: {
    nb: "Samlinger og praksis går hver sin vei. Se hva dere kan ta tak i under.",
    nn: "Samlingar og praksis går kvar sin veg. Sjå kva de kan ta tak i under.",
    en: "Gatherings and practice go separate ways. See below what you can act on.",
  },
  noneText: {
    nb: "Det kom ingen innspill å svare på. Da kan vi ikke si om koblingen er tett eller løs.",
    nn: "Det kom ingen innspel å svare på. Då kan vi ikkje seie om koplinga er tett eller laus.",
    en: "There was no feedback to answer, so we cannot say whether the coupling is tight or loose.",
  },
  soFar: { nb: "så\u00a0langt", nn: "så\u00a0langt", en: "so\u00a0far" },
  halfYear: halfYearNames,
  conditions: {
    nb: "Tre kjennetegn på tett kobling",
    nn: "Tre kjenneteikn på tett kopling",
    en: "Three signs of tight coupling",
  },
  wishes: {
    nb: "Minst halvparten av temaene kommer fra mentorenes ønsker",
    nn: "Minst halvparten av temaa kjem frå ønska til mentorane",
    en: "At least half of the topics come from the mentors’ requests",
  },
  answers: {
    nb: "Minst halvparten av svarene fra Nav kom til samlingen de var lovet til",
    nn: "Minst halvparten av svara frå Nav kom til samlinga dei var lova til",
    en: "At least half of Nav’s answers came by the gathering they were promised for",
  },
  change: {
    nb: "Minst én endring er satt i gang og meldt tilbake",
    nn: "Minst éi endring er sett i gang og meld tilbake",
    en: "At least one change has begun and been reported back",
  },
  wishesShort: { nb: "Ønsker", nn: "Ønske", en: "Requests" },
  answersShort: { nb: "Svar i tide", nn: "Svar i tide", en: "Answers in time" },
  changeShort: { nb: "Endring", nn: "Endring", en: "Change" },
  wishesCount: {
    nb: (part: number, whole: number) => `${part} av ${whole} ${whole === 1 ? "tema" : "temaer"}`,
    nn: (part: number, whole: number) => `${part} av ${whole} tema`,
    en: (part: number, whole: number) => `${part} of ${whole} ${whole === 1 ? "topic" : "topics"}`,
  },
  answersCount: {
    nb: (part: number, whole: number) => `${part} av ${whole} svar`,
    nn: (part: number, whole: number) => `${part} av ${whole} svar`,
    en: (part: number, whole: number) => `${part} of ${whole} ${whole === 1 ? "answer" : "answers"}`,
  },
  changeCount: {
    nb: (n: number) => (n === 1 ? "1\u00a0endring" : `${n}\u00a0endringer`),
    nn: (n: number) => (n === 1 ? "1\u00a0endring" : `${n}\u00a0endringar`),
    en: (n: number) => (n === 1 ? "1\u00a0change" : `${n}\u00a0changes`),
  },
  holds: { nb: "Ja", nn: "Ja", en: "Yes" },
  fails: { nb: "Nei", nn: "Nei", en: "No" },
  open: { nb: "Ikke noe å måle", nn: "Ikkje noko å måle", en: "Nothing to measure" },
  signals: { nb: "Dette kan dere ta tak i", nn: "Dette kan de ta tak i", en: "What you can act on" },
  noWishes: {
    nb: (n: number, whole: number) =>
      `${n} av ${whole} ${whole === 1 ? "samling" : "samlinger"} hadde ikke noe på programmet som mentorene hadde ønsket. Se gjennom ønskene når dere setter opp neste samling.`,
    nn: (n: number, whole: number) =>
      `${n} av ${whole} ${whole === 1 ? "samling" : "samlingar"} hadde ikkje noko på programmet som mentorane hadde ønskt. Sjå gjennom ønska når de set opp neste samling.`,
    en: (n: number, whole: number) =>
      `${n} of ${whole} ${whole === 1 ? "gathering" : "gatherings"} had nothing on the programme that mentors had asked for. Look through the requests when you plan the next one.`,
  },
  oftenKept: {
    nb: (n: number) =>
      `${n} ganger var svaret at ingenting skal endres. Er det den samme regelen som står i veien? Da kan den løftes til nivået over.`,
    nn: (n: number) =>
      `${n} gonger var svaret at ingenting skal endrast. Er det den same regelen som står i vegen? Då kan han løftast til nivået over.`,
    en: (n: number) =>
      `${n} times the answer was that nothing changes. Is the same rule in the way? Then it can be referred to the level above.`,
  },
  unread: {
    nb: (n: number) =>
      n === 1
        ? "1 svar fra Nav ble ikke lagt fram på samlingen etterpå. Sett av tid til det på neste."
        : `${n} svar fra Nav ble ikke lagt fram på samlingen etterpå. Sett av tid til dem på neste.`,
    nn: (n: number) =>
      n === 1
        ? "1 svar frå Nav vart ikkje lagt fram på samlinga etterpå. Set av tid til det på neste."
        : `${n} svar frå Nav vart ikkje lagde fram på samlinga etterpå. Set av tid til dei på neste.`,
    en: (n: number) =>
      n === 1
        ? "1 answer from Nav was not presented at the gathering that followed. Make time for it at the next one."
        : `${n} answers from Nav were not presented at the gathering that followed. Make time for them at the next one.`,
  },
  needs: { nb: "Fra behov til samling", nn: "Frå behov til samling", en: "From needs to gathering" },
  practice: {
    nb: "Fra samling til praksis",
    nn: "Frå samling til praksis",
    en: "From gathering to practice",
  },
  gatherings: { nb: "Samlinger holdt", nn: "Samlingar haldne", en: "Gatherings held" },
  topicsRow: {
    nb: "Temaer fra mentorenes ønsker",
    nn: "Tema frå ønska til mentorane",
    en: "Topics from mentors’ requests",
  },
  ofAll: {
    nb: (part: number, whole: number) => `${part} av ${whole}`,
    nn: (part: number, whole: number) => `${part} av ${whole}`,
    en: (part: number, whole: number) => `${part} of ${whole}`,
  },
  minutes: {
    nb: "Minutter faglig del og dialog",
    nn: "Minutt fagleg del og dialog",
    en: "Professional part and dialogue, minutes",
  },
  minutesValue: {
    nb: (professional: string, dialogue: string) => `${professional} og ${dialogue}`,
    nn: (professional: string, dialogue: string) => `${professional} og ${dialogue}`,
    en: (professional: string, dialogue: string) => `${professional} and ${dialogue}`,
  },
  counsellors: {
    nb: "Veiledere til stede, lagt sammen",
    nn: "Rettleiarar til stades, lagt saman",
    en: "Counsellors present, in total",
  },
  navAsks: { nb: "Punkter der Nav spurte", nn: "Punkt der Nav spurde", en: "Agenda items where Nav asked" },
  items: { nb: "Nye læringspunkter", nn: "Nye læringspunkt", en: "New learning items" },
  inTime: {
    nb: "Svart til lovet samling",
    nn: "Svart til lova samling",
    en: "Answered by the promised gathering",
  },
  decided: { nb: "Besluttet", nn: "Avgjort", en: "Decided" },
  kept: { nb: "– av dem «ikke endre»", nn: "– av dei «ikkje endre»", en: "– of which “do not change”" },
  changes: {
    nb: "Endringer i gang og meldt tilbake",
    nn: "Endringar i gang og melde tilbake",
    en: "Changes begun and reported back",
  },
  doubted: {
    nb: "Regler Nav har tvilt på",
    nn: "Reglar Nav har tvilt på",
    en: "Rules Nav has doubted",
  },
  confirmed: { nb: "Bekreftet av mentorene", nn: "Stadfesta av mentorane", en: "Confirmed by the mentors" },
  unconfirmed: {
    nb: "Spurt, men for få svarte",
    nn: "Spurt, men for få svara",
    en: "Asked, but too few answered",
  },
  reopened: { nb: "Gjenåpnet", nn: "Gjenopna", en: "Reopened" },
  tried: {
    nb: "Det mentorene delte at de vil prøve",
    nn: "Det mentorane delte at dei vil prøve",
    en: "What mentors shared that they will try",
  },
  spent: {
    nb: "Hvor lang tid det tar, regnet i samlinger",
    nn: "Kor lang tid det tek, rekna i samlingar",
    en: "How long it takes, counted in gatherings",
  },
  spentText: {
    nb: "Ett læringspunkt som venter over én samling, teller én.",
    nn: "Eitt læringspunkt som ventar over éi samling, tel éin.",
    en: "One learning item that waits past one gathering counts as one.",
  },
  waited: { nb: "Ventet på svar fra Nav", nn: "Venta på svar frå Nav", en: "Waited for Nav’s answer" },
  answeredUnread: {
    nb: "Hadde svar, ikke lagt fram",
    nn: "Hadde svar, ikkje lagt fram",
    en: "Had an answer, not presented",
  },
  asked: {
    nb: "Lagt fram, mentorene ikke ferdig spurt",
    nn: "Lagt fram, mentorane ikkje ferdig spurde",
    en: "Presented, mentors still being asked",
  },
  trend: { nb: "Halvår for halvår", nn: "Halvår for halvår", en: "Half-year by half-year" },
  halfYearShort: {
    nb: (half: string, year: string) => `${half}. halvår\n${year}`,
    nn: (half: string, year: string) => `${half}. halvår\n${year}`,
    en: (half: string, year: string) => `${half === "1" ? "1st" : "2nd"} half\n${year}`,
  },
  trendAlt: {
    nb: "Hvilke av de tre kjennetegnene som var på plass i hvert halvår. Tabellen under sier det samme.",
    nn: "Kva for nokre av dei tre kjenneteikna som var på plass i kvart halvår. Tabellen under seier det same.",
    en: "Which of the three signs were in place in each half-year. The table below says the same.",
  },
  period: { nb: "Halvår", nn: "Halvår", en: "Half-year" },
  readingColumn: { nb: "Kobling", nn: "Kopling", en: "Coupling" },
  centres: { nb: "Arbeidslivssentrene", nn: "Arbeidslivssentera", en: "The centres" },
  centreSum: {
    nb: (name: string, n: number) => `${name}, ${n} nettverk lagt sammen`,
    nn: (name: string, n: number) => `${name}, ${n} nettverk lagde saman`,
    en: (name: string, n: number) => `${name}, ${n} networks added together`,
  },
  together: { nb: "Lagt sammen", nn: "Lagt saman", en: "Added together" },
  togetherText: {
    nb: (n: number) => `Tall fra ${n} nettverk.`,
    nn: (n: number) => `Tal frå ${n} nettverk.`,
    en: (n: number) => `Figures from ${n} networks.`,
  },
  what: {
    nb: "Hva betyr tett og løs kobling?",
    nn: "Kva betyr tett og laus kopling?",
    en: "What do tight and loose coupling mean?",
  },
  whatText: {
    nb: "Koblingen er tett når samlingene er laget etter behov mentorene har sagt fra om, når de vurderer hjelpen fra Nav, og når Nav endrer praksis på grunn av det. Den er løs når programmet går sin gang uten å vite hva som skjer, eller når praksis blir som før. Bare tett kobling gir dobbel læring: både mentorene og Nav lærer og endrer seg. Forskerne som fulgte to mentornettverk, fant dette (AFI-rapport 2020:01).",
    nn: "Koplinga er tett når samlingane er laga etter behov mentorane har sagt frå om, når dei vurderer hjelpa frå Nav, og når Nav endrar praksis på grunn av det. Ho er laus når programmet går sin gang utan å vite kva som skjer, eller når praksis blir som før. Berre tett kopling gir dobbel læring: både mentorane og Nav lærer og endrar seg. Forskarane som følgde to mentornettverk, fann dette (AFI-rapport 2020:01).",
    en: "Coupling is tight when gatherings are shaped by needs the mentors have voiced, when they assess the help from Nav, and when Nav changes its practice because of it. It is loose when the programme runs without knowing what goes on, or when practice stays as it was. Only tight coupling gives double learning: mentors and Nav both learn and change. The researchers who followed two mentor networks found this (AFI-rapport 2020:01).",
  },
  countedOn: {
    nb: "Tallene teller det som er skjedd, og er ikke et mål i seg selv. De lages på nytt flere ganger i døgnet.",
    nn: "Tala tel det som har skjedd, og er ikkje eit mål i seg sjølve. Dei blir laga på nytt fleire gonger i døgnet.",
    en: "The figures count what has happened and are no target in themselves. They are updated several times a day.",
  },
  details: { nb: "Alle tallene", nn: "Alle tala", en: "All the figures" },
} satisfies TextTable;
