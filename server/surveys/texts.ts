/** Words of the pages that ask; those that show results are in `result-texts.ts`. */
import type { TextTable } from "../web/languages.ts";

export const surveyTexts = {
  evaluationTitle: {
    nb: "Hvordan var samlingen?",
    nn: "Korleis var samlinga?",
    en: "How was the gathering?",
  },
  mentorsTitle: {
    nb: "Én gang i året: hvordan går det?",
    nn: "Éin gong i året: korleis går det?",
    en: "Once a year: how is it going?",
  },
  evaluationIntro: {
    nb: "Fem trykk. Resten er valgfritt.",
    nn: "Fem trykk. Resten er valfritt.",
    en: "Five taps. The rest is optional.",
  },
  yearlyIntro: {
    nb: "Tretten påstander om samarbeidet i alminnelighet. Tenk på hvordan det vanligvis er, ikke på én person.",
    nn: "Tretten påstandar om samarbeidet i det store og heile. Tenk på korleis det vanlegvis er, ikkje på éin person.",
    en: "Thirteen statements about working together in general. Think of how it usually is, not of one person.",
  },
  whoReads: { nb: "Hvem ser svarene?", nn: "Kven ser svara?", en: "Who sees the answers?" },
  whoReadsEvaluation: {
    nb: (n: string, closes: string) =>
      `Dere er ${n} i nettverket. Svaret ditt legges sammen med de andres, og ingen kan finne igjen ditt. Etter ${closes} ser nettverket tallene, hvis minst tre har svart. Ledere i Nav ser aldri én samling, bare hele halvår, eller et helt år, med minst fem som har svart.`,
    nn: (n: string, closes: string) =>
      `De er ${n} i nettverket. Svaret ditt blir lagt i hop med svara til dei andre, og ingen kan finne att ditt. Etter ${closes} ser nettverket tala, om minst tre har svara. Leiarar i Nav ser aldri éi samling, berre heile halvår, eller eit heilt år, med minst fem som har svara.`,
    en: (n: string, closes: string) =>
      `There are ${n} of you in the network. Your answer is added to everyone else’s, and nobody can find yours again. After ${closes} the network sees the figures, if at least three have answered. Nav leaders never see a single gathering, only whole half-years, or a whole year, in which at least five have answered.`,
  },
  whoReadsFew: {
    nb: "Dere var så få at ingen får se svarene fra denne samlingen for seg. Svaret ditt telles med i halvåret, eller hele året, som ledere i Nav ser når minst fem har svart.",
    nn: "De var så få at ingen får sjå svara frå denne samlinga for seg. Svaret ditt blir talt med i halvåret, eller heile året, som leiarar i Nav ser når minst fem har svara.",
    en: "There were so few of you that nobody gets to see the answers from this gathering on its own. Your answer counts towards the half-year, or the whole year, which Nav leaders see once at least five have answered.",
  },
  whoReadsYearly: {
    nb: (closes: string) =>
      `Svaret ditt legges sammen med de andres, og ingen kan finne igjen ditt. Etter ${closes} ser rådgiverne i nettverket og lederne i Nav tallene, hvis minst fem har svart.`,
    nn: (closes: string) =>
      `Svaret ditt blir lagt i hop med svara til dei andre, og ingen kan finne att ditt. Etter ${closes} ser rådgivarane i nettverket og leiarane i Nav tala, om minst fem har svara.`,
    en: (closes: string) =>
      `Your answer is added to everyone else’s, and nobody can find yours again. After ${closes} the network’s advisers and the Nav leaders see the figures, if at least five have answered.`,
  },
  agreeHint: {
    nb: "1 er helt uenig, 5 er helt enig.",
    nn: "1 er heilt ueinig, 5 er heilt einig.",
    en: "1 is strongly disagree, 5 is strongly agree.",
  },
  comment: {
    nb: "Noe du vil si om samlingen?",
    nn: "Noko du vil seie om samlinga?",
    en: "Anything you want to say about the gathering?",
  },
  commentHint: {
    nb: (advisers: string) =>
      `Leses bare av dem som er rådgivere i nettverket (${advisers}), uten navn og i alfabetisk rekkefølge, når minst tre har svart. Ikke skriv om den du følger opp.`,
    nn: (advisers: string) =>
      `Blir lese berre av dei som er rådgivarar i nettverket (${advisers}), utan namn og i alfabetisk rekkjefølgje, når minst tre har svara. Ikkje skriv om den du følgjer opp.`,
    en: (advisers: string) =>
      `Read only by the network’s advisers (${advisers}), without names and in alphabetical order, when at least three have answered. Do not write about the person you support.`,
  },
  wish: {
    nb: "Hva bør en samling handle om?",
    nn: "Kva bør ei samling handle om?",
    en: "What should a gathering be about?",
  },
  wishHint: {
    nb: "Blir et forslag uten navn når evalueringen lukker. Alle i nettverket ser det.",
    nn: "Blir eit forslag utan namn når evalueringa blir lukka. Alle i nettverket ser det.",
    en: "Becomes a topic request without a name when the evaluation closes. Everyone in the network sees it.",
  },
  aboutNav: { nb: "Dette gjelder Nav", nn: "Dette gjeld Nav", en: "This is about Nav" },
  aboutNavHint: {
    nb: "Noe som stopper opp hos Nav? Det blir et innspill for seg. Rådgiveren leser det og kan sende det til en leder, som må svare.",
    nn: "Noko som stoppar opp hos Nav? Det blir eit innspel for seg. Rådgivaren les det og kan sende det til ein leiar, som må svare.",
    en: "Is something stuck at Nav? It becomes feedback of its own. The adviser reads it, and can send it on to a leader, who must answer.",
  },
  feedbackText: {
    nb: "Hva skjer, eller hva ser du?",
    nn: "Kva skjer, eller kva ser du?",
    en: "What happens, or what do you see?",
  },
  feedbackReaders: {
    nb: (advisers: string) =>
      `De som er rådgivere i nettverket (${advisers}), leser alt. De andre i nettverket ser spørsmålet det blir til, men ikke ordene dine.`,
    nn: (advisers: string) =>
      `Dei som er rådgivarar i nettverket (${advisers}), les alt. Dei andre i nettverket ser spørsmålet det blir til, men ikkje orda dine.`,
    en: (advisers: string) =>
      `The network’s advisers (${advisers}) read everything. The others in the network see the question it becomes, but not your words.`,
  },
  naming: {
    nb: "Skal navnet ditt stå på det?",
    nn: "Skal namnet ditt stå på det?",
    en: "Should your name be on it?",
  },
  named: { nb: "Ja, med navn", nn: "Ja, med namn", en: "Yes, with my name" },
  namedHint: {
    nb: "Både rådgiveren og lederen ser hvem du er.",
    nn: "Både rådgivaren og leiaren ser kven du er.",
    en: "Both the adviser and the leader see who you are.",
  },
  confidential: { nb: "Fortrolig", nn: "Fortruleg", en: "Confidential" },
  confidentialHint: {
    nb: "Rådgiveren vet hvem du er. Lederen får ikke vite det.",
    nn: "Rådgivaren veit kven du er. Leiaren får ikkje vite det.",
    en: "The adviser knows who you are. The leader is not told.",
  },
  anonymous: { nb: "Anonymt", nn: "Anonymt", en: "Anonymous" },
  anonymousHint: {
    nb: "Vi lagrer ikke hvem du er. Rådgiveren ser det fra neste mandag. Du får en kode, så du kan følge det.",
    nn: "Vi lagrar ikkje kven du er. Rådgivaren ser det frå neste måndag. Du får ein kode, så du kan følgje det.",
    en: "We do not store who you are. The adviser sees it from next Monday. You get a code to follow it with.",
  },
  wording: { nb: "Hva får lederen lese?", nn: "Kva får leiaren lese?", en: "What may the leader read?" },
  own: {
    nb: "Lederen kan lese ordene mine",
    nn: "Leiaren kan lese orda mine",
    en: "The leader may read my words",
  },
  paraphrase: { nb: "Bare en omskriving", nn: "Berre ei omskriving", en: "A paraphrase only" },
  warnTitle: {
    nb: "Se en gang til på dette før du sender:",
    nn: "Sjå ein gong til på dette før du sender:",
    en: "Look at this again before you send:",
  },
  warnText: {
    nb: "Det kan være et navn, eller noe som gjør at noen kjenner seg igjen. Skriv det om, eller send det slik det er.",
    nn: "Det kan vere eit namn, eller noko som gjer at nokon kjenner seg att. Skriv det om, eller send det slik det er.",
    en: "It may be a name, or something that shows who it is. Rewrite it, or send it as it is.",
  },
  send: { nb: "Send svaret", nn: "Send svaret", en: "Send the answer" },
  errFeedback: {
    nb: "Dette kan ikke sendes som innspill akkurat nå. Ta det bort, eller velg at lederen kan lese ordene dine.",
    nn: "Dette kan ikkje sendast som innspel akkurat no. Ta det bort, eller vel at leiaren kan lese orda dine.",
    en: "This cannot be sent as feedback just now. Take it out, or choose to let the leader read your words.",
  },

  // After
  thanksTitle: { nb: "Takk for svaret", nn: "Takk for svaret", en: "Thank you for answering" },
  thanksEvaluation: {
    nb: (closes: string) =>
      `Svaret ditt er med. Etter ${closes} får nettverket se tallene, hvis minst tre har svart.`,
    nn: (closes: string) =>
      `Svaret ditt er med. Etter ${closes} får nettverket sjå tala, om minst tre har svara.`,
    en: (closes: string) =>
      `Your answer is in. After ${closes} the network sees the figures, if at least three have answered.`,
  },
  thanksYearly: {
    nb: (closes: string) => `Svaret ditt er med. Etter ${closes} vises tallene, hvis minst fem har svart.`,
    nn: (closes: string) => `Svaret ditt er med. Etter ${closes} blir tala viste, om minst fem har svara.`,
    en: (closes: string) =>
      `Your answer is in. After ${closes} the figures are shown, if at least five have answered.`,
  },
  onceOnly: {
    nb: "Det er lagt sammen med de andres og kan ikke finnes igjen. Derfor går det ikke an å endre det, og har du trykket to ganger, teller bare den første.",
    nn: "Det er lagt i hop med svara til dei andre og kan ikkje finnast att. Difor går det ikkje an å endre det, og har du trykt to gonger, tel berre den første.",
    en: "It has been added to everyone else’s and cannot be found again. That is why it cannot be changed, and if you pressed twice, only the first counts.",
  },
  feedbackSent: {
    nb: "Det du skrev om Nav, er sendt til rådgiveren som et eget innspill.",
    nn: "Det du skreiv om Nav, er sendt til rådgivaren som eit eige innspel.",
    en: "What you wrote about Nav has gone to the adviser as separate feedback.",
  },
  yourCode: {
    nb: "Koden til innspillet ditt",
    nn: "Koden til innspelet ditt",
    en: "The code for your feedback",
  },
  codeOnce: {
    nb: "Skriv den ned nå. Den vises bare denne ene gangen.",
    nn: "Skriv han ned no. Han blir vist berre denne eine gongen.",
    en: "Write it down now. It is shown only this once.",
  },
  codeUse: {
    nb: "Med koden kan du følge innspillet og svare på spørsmål, uten at noen får vite hvem du er.",
    nn: "Med koden kan du følgje innspelet og svare på spørsmål, utan at nokon får vite kven du er.",
    en: "With the code you can follow your feedback and answer questions, without anyone finding out who you are.",
  },
  receiptTitle: {
    nb: "Følg et anonymt innspill",
    nn: "Følg eit anonymt innspel",
    en: "Follow anonymous feedback",
  },
  seeGathering: { nb: "Se samlingen", nn: "Sjå samlinga", en: "See the gathering" },
  closedTitle: { nb: "Svarfristen er ute", nn: "Svarfristen er ute", en: "The deadline has passed" },
  closedText: {
    nb: (date: string) => `Det var mulig å svare til og med ${date}. Takk for at du ville være med.`,
    nn: (date: string) => `Det var mogleg å svare til og med ${date}. Takk for at du ville vere med.`,
    en: (date: string) => `You could answer until the end of ${date}. Thank you for wanting to take part.`,
  },
  youWrote: {
    nb: "Dette skrev du. Det er ikke lagret:",
    nn: "Dette skreiv du. Det er ikkje lagra:",
    en: "This is what you wrote. It has not been saved:",
  },
  notLost: {
    nb: "Gjelder det Nav, kan du gi et innspill når som helst.",
    nn: "Gjeld det Nav, kan du gi eit innspel når som helst.",
    en: "If it is about Nav, you can give feedback at any time.",
  },
} satisfies TextTable;
