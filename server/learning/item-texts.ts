/** Words of the learning room about items: states, sending, deciding, reporting back, votes, rules. */

import type { TextTable } from "../web/languages.ts";
import { againTexts } from "./again-texts.ts";

export const itemTexts = {
  ...againTexts,
  // States, as tags
  gathered: { nb: "Samlet", nn: "Samla", en: "Gathered" },
  sent: { nb: "Sendt til leder", nn: "Sendt til leiar", en: "Sent to a leader" },
  decided: { nb: "Besluttet", nn: "Avgjort", en: "Decided" },
  in_progress: { nb: "I gang", nn: "I gang", en: "Under way" },
  on_trial: { nb: "På prøve", nn: "På prøve", en: "On trial" },
  trial_over: { nb: "Prøvetida er ute", nn: "Prøvetida er ute", en: "The trial is over" },
  reported: { nb: "Meldt tilbake", nn: "Meldt tilbake", en: "Reported back" },
  confirmed: { nb: "Bekreftet", nn: "Stadfesta", en: "Confirmed" },
  reopened: { nb: "Gjenåpnet", nn: "Gjenopna", en: "Reopened" },
  unconfirmed: { nb: "Ikke bekreftet", nn: "Ikkje stadfesta", en: "Not confirmed" },
  // … and as sentences
  sayGathered: {
    nb: "Rådgiveren har samlet innspillene. Det er ikke sendt til en leder ennå.",
    nn: "Rådgivaren har samla innspela. Det er ikkje sendt til ein leiar enno.",
    en: "The adviser has gathered the feedback. It has not been sent to a leader yet.",
  },
  saySent: {
    nb: "En leder i Nav har fått spørsmålet og skal svare.",
    nn: "Ein leiar i Nav har fått spørsmålet og skal svare.",
    en: "A leader at Nav has the question and will answer.",
  },
  saySentDue: {
    nb: (date: string) => `En leder i Nav har fått spørsmålet og skal svare til samlingen ${date}.`,
    nn: (date: string) => `Ein leiar i Nav har fått spørsmålet og skal svare til samlinga ${date}.`,
    en: (date: string) => `A leader at Nav has the question and will answer by the gathering on ${date}.`,
  },
  sayOverdue: {
    nb: (date: string) => `Nav har ikke svart ennå. Svaret skulle kommet til samlingen ${date}.`,
    nn: (date: string) => `Nav har ikkje svara enno. Svaret skulle ha kome til samlinga ${date}.`,
    en: (date: string) => `Nav has not answered yet. The answer was due at the gathering on ${date}.`,
  },
  sayDecided: {
    nb: "Nav har svart. Svaret blir lagt fram på neste samling.",
    nn: "Nav har svara. Svaret blir lagt fram på neste samling.",
    en: "Nav has answered. The answer will be presented at the next gathering.",
  },
  sayInProgress: {
    nb: (date: string) => `Endringen gjelder fra ${date}. Svaret blir lagt fram på neste samling.`,
    nn: (date: string) => `Endringa gjeld frå ${date}. Svaret blir lagt fram på neste samling.`,
    en: (date: string) =>
      `The change applies from ${date}. The answer will be presented at the next gathering.`,
  },
  sayTrialOver: {
    nb: "Prøvetida er ute. Lederen skal si hva de lærte.",
    nn: "Prøvetida er ute. Leiaren skal seie kva dei lærte.",
    en: "The trial is over. The leader will say what was learnt.",
  },
  sayReported: {
    nb: "Svaret er lagt fram på en samling.",
    nn: "Svaret er lagt fram på ei samling.",
    en: "The answer has been presented at a gathering.",
  },
  sayReportedStarts: {
    nb: (date: string) => `Svaret er lagt fram. Det begynner å gjelde ${date}.`,
    nn: (date: string) => `Svaret er lagt fram. Det tek til å gjelde ${date}.`,
    en: (date: string) => `The answer has been presented. It takes effect on ${date}.`,
  },
  sayConfirmed: {
    nb: "Mentorene har svart: De merker forskjell.",
    nn: "Mentorane har svara: Dei merkar skilnad.",
    en: "The mentors have answered: they notice a difference.",
  },
  sayConfirmedKeep: {
    nb: "Mentorene har svart: De forstår begrunnelsen.",
    nn: "Mentorane har svara: Dei forstår grunngivinga.",
    en: "The mentors have answered: they understand the reason.",
  },
  sayReopened: {
    nb: "Mentorene sa at det ikke er bra nok. Spørsmålet er tilbake hos Nav.",
    nn: "Mentorane sa at det ikkje er bra nok. Spørsmålet er tilbake hos Nav.",
    en: "The mentors said it is not good enough. It is back with Nav.",
  },
  sayUnconfirmed: {
    nb: "For få svarte til at vi kan si om det hjalp. Vi regner det ikke som lært.",
    nn: "For få svara til at vi kan seie om det hjelpte. Vi reknar det ikkje som lært.",
    en: "Too few answered to say whether it helped. We do not count it as learnt.",
  },

  // Verdicts and reading a decision
  verdictChange: { nb: "Nav endrer dette", nn: "Nav endrar dette", en: "Nav changes this" },
  verdictTry: { nb: "Nav prøver ut dette", nn: "Nav prøver ut dette", en: "Nav tries this out" },
  verdictKeep: { nb: "Nav endrer ikke dette", nn: "Nav endrar ikkje dette", en: "Nav does not change this" },
  verdictLift: { nb: "Løftet til neste nivå", nn: "Løfta til neste nivå", en: "Lifted to the next level" },
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
  starts: { nb: "Gjelder fra", nn: "Gjeld frå", en: "From" },
  looksAgain: { nb: "Ser på det igjen", nn: "Ser på det igjen", en: "Looks again" },
  stops: { nb: "Prøves til", nn: "Blir prøvd til", en: "Tried until" },
  notice: { nb: "Det skal dere merke", nn: "Det skal de merke", en: "What you should notice" },
  responsible: { nb: "Ansvarlig", nn: "Ansvarleg", en: "Responsible" },
  hours: { nb: "Frigjorte timer i måneden", nn: "Frigjorde timar i månaden", en: "Hours freed a month" },
  wouldChange: {
    nb: "Hva kan få oss til å tenke nytt",
    nn: "Kva kan få oss til å tenkje nytt",
    en: "What would change our minds",
  },
  secondReader: { nb: "Lest av", nn: "Lese av", en: "Second reader" },
  earlierAnswers: { nb: "Tidligere svar", nn: "Tidlegare svar", en: "Earlier answers" },

  // Item and board
  boardTitle: { nb: "Læringspunkter", nn: "Læringspunkt", en: "Learning items" },
  boardIntro: {
    nb: "Hvert punkt er ett spørsmål til Nav. Tilstanden følger av det som er gjort. Ingen kan sette den.",
    nn: "Kvart punkt er eitt spørsmål til Nav. Tilstanden følgjer av det som er gjort. Ingen kan setje han.",
    en: "Each item is one question to Nav. Its state follows from what has been done. Nobody can set it.",
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
        ? "One more piece waits for its author to agree to the paraphrase."
        : `${words} more pieces wait for their authors to agree to the paraphrase.`,
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
    en: "Assumption often in play",
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
  logLifted: { nb: "Løftet til neste nivå", nn: "Løfta til neste nivå", en: "Lifted to the next level" },
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
  resultTitle: { nb: "Mentorenes svar", nn: "Svara frå mentorane", en: "The mentors' answers" },
  resultBetween: {
    nb: "Svarene spriker. Mentorene blir spurt én gang til.",
    nn: "Svara sprikjer. Mentorane blir spurde éin gong til.",
    en: "The answers differ. The mentors will be asked once more.",
  },

  // Voting
  askUnderstood: {
    nb: "Forstår du begrunnelsen fra Nav?",
    nn: "Forstår du grunngivinga frå Nav?",
    en: "Do you understand Nav's reason?",
  },
  askDifference: {
    nb: "Merker du forskjell?",
    nn: "Merkar du skilnad?",
    en: "Do you notice a difference?",
  },
  voteYesUnderstood: { nb: "Ja", nn: "Ja", en: "Yes" },
  voteYes: { nb: "Ja, jeg merker det", nn: "Ja, eg merkar det", en: "Yes, I notice" },
  votePartly: { nb: "Delvis", nn: "Delvis", en: "Partly" },
  voteNo: { nb: "Nei", nn: "Nei", en: "No" },
  voteNotMe: { nb: "Gjelder ikke meg", nn: "Gjeld ikkje meg", en: "Does not concern me" },
  voteSecret: {
    nb: "Ingen får se hva du svarer. Vi teller bare summen, når runden er over.",
    nn: "Ingen får sjå kva du svarar. Vi tel berre summen, når runden er over.",
    en: "Nobody sees your answer. We count only the sum, when the round is over.",
  },
  voteUntil: {
    nb: (date: string) => `Du kan endre svaret til og med ${date}.`,
    nn: (date: string) => `Du kan endre svaret til og med ${date}.`,
    en: (date: string) => `You can change your answer up to and including ${date}.`,
  },
  voteOpen: {
    nb: "Du kan endre svaret til runden er over.",
    nn: "Du kan endre svaret til runden er over.",
    en: "You can change your answer until the round is over.",
  },
  yourVote: { nb: "Du har svart", nn: "Du har svara", en: "You have answered" },
  askedOfYou: { nb: "Vi spør deg", nn: "Vi spør deg", en: "We ask you" },

  // Sending
  sendTitle: { nb: "Send til leder", nn: "Send til leiar", en: "Send to a leader" },
  sendIntro: {
    nb: "Lederen får spørsmålet, ordene slik de som ga dem har valgt, og fristen.",
    nn: "Leiaren får spørsmålet, orda slik dei som gav dei har valt, og fristen.",
    en: "The leader gets the question, the words as their authors chose, and the date.",
  },
  whichLeader: { nb: "Hvilken leder?", nn: "Kva for ein leiar?", en: "Which leader?" },
  deputy: { nb: "stedfortreder", nn: "stadfortredar", en: "deputy" },
  dueBy: { nb: "Svar til samlingen", nn: "Svar til samlinga", en: "Answer by the gathering" },
  noLeader: {
    nb: "Nettverket har ingen leder å sende til. Be administratoren legge inn lederen på kontoret.",
    nn: "Nettverket har ingen leiar å sende til. Be administratoren leggje inn leiaren på kontoret.",
    en: "The network has no leader to send to. Ask the administrator to register the office's leader.",
  },
  noGathering: {
    nb: "Planlegg en samling først. Fristen er en samling.",
    nn: "Planlegg ei samling først. Fristen er ei samling.",
    en: "Plan a gathering first. The date to answer by is a gathering.",
  },
  errLeader: {
    nb: "Velg en leder fra lista.",
    nn: "Vel ein leiar frå lista.",
    en: "Choose a leader from the list.",
  },
  errGathering: {
    nb: "Velg en samling som kommer.",
    nn: "Vel ei samling som kjem.",
    en: "Choose a coming gathering.",
  },

  // Reporting back
  reportTitle: {
    nb: "Presentert på samlingen",
    nn: "Lagt fram på samlinga",
    en: "Presented at the gathering",
  },
  reportText: {
    nb: (date: string) =>
      `Har dere lagt fram svaret på samlingen ${date}? Da får alle i nettverket se det, og mentorene blir spurt.`,
    nn: (date: string) =>
      `Har de lagt fram svaret på samlinga ${date}? Då får alle i nettverket sjå det, og mentorane blir spurde.`,
    en: (date: string) =>
      `Did you present the answer at the gathering on ${date}? Then everyone in the network sees it, and the mentors are asked.`,
  },
  reportWait: {
    nb: "Svaret skal legges fram på neste samling. Knappen kommer når samlingen har begynt.",
    nn: "Svaret skal leggjast fram på neste samling. Knappen kjem når samlinga har byrja.",
    en: "The answer is to be presented at the next gathering. The button appears when it has begun.",
  },
  errNoAttendance: {
    nb: "Før oppmøtet på samlingen først. Da vet vi at svaret nådde noen.",
    nn: "Før frammøtet på samlinga først. Då veit vi at svaret nådde nokon.",
    en: "Record attendance at the gathering first. Then we know that the answer reached someone.",
  },
  errReport: {
    nb: "Det går ikke på den samlingen. Velg en som begynte etter at svaret kom.",
    nn: "Det går ikkje på den samlinga. Vel ei som byrja etter at svaret kom.",
    en: "That gathering does not work. Choose one that began after the answer came.",
  },

  // Leader
  queueTitle: { nb: "Venter på deg", nn: "Ventar på deg", en: "Waiting for you" },
  queueIntro: { nb: "Det eldste står øverst.", nn: "Det eldste står øvst.", en: "The oldest comes first." },
  queueEmpty: {
    nb: "Ingenting venter på deg nå. Du får e-post når noe kommer.",
    nn: "Ingenting ventar på deg no. Du får e-post når noko kjem.",
    en: "Nothing waits for you now. You will get an email when something arrives.",
  },
  due: {
    nb: (date: string) => `Svar til samlingen ${date}`,
    nn: (date: string) => `Svar til samlinga ${date}`,
    en: (date: string) => `Answer by the gathering on ${date}`,
  },
  noDue: {
    nb: "Ingen frist ennå",
    nn: "Ingen frist enno",
    en: "No date to answer by yet",
  },
  overdue: { nb: "Fristen er ute", nn: "Fristen er ute", en: "Overdue" },
  overdueText: {
    nb: (n: number, words: string) =>
      n === 1 ? "Én samling har gått uten svar." : `${words} samlinger har gått uten svar.`,
    nn: (n: number, words: string) =>
      n === 1 ? "Éi samling har gått utan svar." : `${words} samlingar har gått utan svar.`,
    en: (n: number, words: string) =>
      n === 1
        ? "One gathering has passed without an answer."
        : `${words} gatherings have passed without an answer.`,
  },
  cameBack: { nb: "Gjenåpnet av mentorene", nn: "Gjenopna av mentorane", en: "Reopened by the mentors" },
  cameTrial: {
    nb: "Hva lærte dere av prøven?",
    nn: "Kva lærte de av prøva?",
    en: "What did you learn from the trial?",
  },
  cameLifted: { nb: "Løftet til deg", nn: "Løfta til deg", en: "Lifted to you" },
  cameReturned: { nb: "Sendt tilbake til deg", nn: "Sendt tilbake til deg", en: "Returned to you" },
  camePassed: { nb: "Gitt videre til deg", nn: "Gitt vidare til deg", en: "Passed on to you" },
  theyWrote: {
    nb: (name: string) => `${name} skriver:`,
    nn: (name: string) => `${name} skriv:`,
    en: (name: string) => `${name} writes:`,
  },
  answer: { nb: "Svar", nn: "Svar", en: "Answer" },
  decideTitle: { nb: "Svar mentorene", nn: "Svar mentorane", en: "Answer the mentors" },
  verdict: { nb: "Hva gjør dere?", nn: "Kva gjer de?", en: "What will you do?" },
  optChange: { nb: "Endre", nn: "Endre", en: "Change" },
  optTry: { nb: "Prøve ut", nn: "Prøve ut", en: "Try out" },
  optKeep: { nb: "Ikke endre", nn: "Ikkje endre", en: "Not change" },
  optLift: { nb: "Løfte til neste nivå", nn: "Løfte til neste nivå", en: "Lift to the next level" },
  optLiftHint: {
    nb: "Når du ikke rår over det selv",
    nn: "Når du ikkje rår over det sjølv",
    en: "When it is not yours to decide",
  },
  reason: { nb: "Hvorfor?", nn: "Kvifor?", en: "Why?" },
  reasonHint: {
    nb: "Skriv det slik du ville sagt det på samlingen. Det er dette mentorene får lese.",
    nn: "Skriv det slik du ville sagt det på samlinga. Det er dette mentorane får lese.",
    en: "Write it as you would say it at the gathering. This is what the mentors read.",
  },
  whichRule: {
    nb: "Hvilken regel styrer dette?",
    nn: "Kva for ein regel styrer dette?",
    en: "Which rule governs this?",
  },
  whichRuleHint: {
    nb: "Det kan være en lov, en rutine, et måltall – eller noe dere bare tar for gitt.",
    nn: "Det kan vere ei lov, ein rutine, eit måltal – eller noko de berre tek for gitt.",
    en: "It may be a law, a routine, a target – or something you take for granted.",
  },
  writeRule: {
    nb: "En annen. Jeg skriver den.",
    nn: "Ein annan. Eg skriv han.",
    en: "Another. I will write it.",
  },
  newRule: { nb: "Regelen i én setning", nn: "Regelen i éi setning", en: "The rule in one sentence" },
  newRuleHint: {
    nb: "Fyll ut dette når regelen ikke står i lista over.",
    nn: "Fyll ut dette når regelen ikkje står i lista over.",
    en: "Fill this in when the rule is not in the list above.",
  },
  ruleKind: { nb: "Hva slags regel er det?", nn: "Kva slags regel er det?", en: "What kind of rule?" },
  kindUnwritten: { nb: "Uskreven antakelse", nn: "Uskriven føresetnad", en: "Unwritten assumption" },
  kindRoutine: { nb: "Rutine", nn: "Rutine", en: "Routine" },
  kindCircular: { nb: "Rundskriv", nn: "Rundskriv", en: "Circular" },
  kindTarget: { nb: "Måltall", nn: "Måltal", en: "Target" },
  kindBudget: { nb: "Budsjett", nn: "Budsjett", en: "Budget" },
  kindRegulation: { nb: "Forskrift", nn: "Forskrift", en: "Regulation" },
  kindLaw: { nb: "Lov", nn: "Lov", en: "Law" },
  ruleView: {
    nb: "Hva tenker du om regelen?",
    nn: "Kva tenkjer du om regelen?",
    en: "What do you think of the rule?",
  },
  viewKept: {
    nb: "Den er god. Vi må følge den bedre.",
    nn: "Han er god. Vi må følgje han betre.",
    en: "It is sound. We must follow it better.",
  },
  viewKeptHint: {
    nb: "Gjør vi det riktig? Det kalles enkeltkretslæring.",
    nn: "Gjer vi det rett? Det heiter enkeltkrinslæring.",
    en: "Are we doing it right? This is single-loop learning.",
  },
  viewDoubted: { nb: "Jeg er i tvil om den.", nn: "Eg er i tvil om han.", en: "I doubt it." },
  viewDoubtedHint: {
    nb: "Gjør vi de riktige tingene? Det kalles dobbeltkretslæring.",
    nn: "Gjer vi dei rette tinga? Det heiter dobbeltkrinslæring.",
    en: "Are we doing the right things? This is double-loop learning.",
  },
  onDate: { nb: "Når?", nn: "Når?", en: "When?" },
  onDateHint: {
    nb: "Når det begynner – eller når du ser på det igjen, om du ikke endrer eller løfter.",
    nn: "Når det tek til – eller når du ser på det igjen, om du ikkje endrar eller løfter.",
    en: "When it starts – or when you look again, if you do not change it, or lift it.",
  },
  moreFields: { nb: "Mer, om du vil", nn: "Meir, om du vil", en: "More, if you like" },
  stopDate: { nb: "Når slutter prøven?", nn: "Når sluttar prøva?", en: "When does the trial stop?" },
  stopDateHint: {
    nb: "Bare for prøver. Uten dato blir det seks måneder. Da spør vi hva dere lærte.",
    nn: "Berre for prøver. Utan dato blir det seks månader. Då spør vi kva de lærte.",
    en: "For trials only. Six months if left out. Then we ask what you learnt.",
  },
  noticeAsk: {
    nb: "Hva skal mentorene merke?",
    nn: "Kva skal mentorane merke?",
    en: "What should the mentors notice?",
  },
  responsibleAsk: { nb: "Hvem har ansvaret?", nn: "Kven har ansvaret?", en: "Who is responsible?" },
  hoursAsk: {
    nb: "Timer i måneden dette frigjør til oppfølging",
    nn: "Timar i månaden dette frigjer til oppfølging",
    en: "Hours a month this frees for follow-up",
  },
  wouldChangeAsk: {
    nb: "Hva kunne fått deg til å tenke annerledes?",
    nn: "Kva kunne fått deg til å tenkje annleis?",
    en: "What would change your mind?",
  },
  secondReaderAsk: {
    nb: "Hvem har lest svaret før du sender det?",
    nn: "Kven har lese svaret før du sender det?",
    en: "Who has read the answer before you send it?",
  },
  decide: { nb: "Send svaret", nn: "Send svaret", en: "Send the answer" },
  decideOnce: {
    nb: "Svaret kan ikke endres etterpå. Det legges fram på neste samling, uansett hva det er.",
    nn: "Svaret kan ikkje endrast etterpå. Det blir lagt fram på neste samling, same kva det er.",
    en: "The answer cannot be changed afterwards. It is presented at the next gathering, whatever it is.",
  },
  errDatePassed: {
    nb: "Velg i dag eller en dag som kommer.",
    nn: "Vel i dag eller ein dag som kjem.",
    en: "Choose today or a day to come.",
  },
  errStop: {
    nb: "Prøven må slutte etter at den har begynt.",
    nn: "Prøva må slutte etter at ho har byrja.",
    en: "The trial must stop after it starts.",
  },
  errRule: {
    nb: "Velg en regel, eller skriv den med én setning.",
    nn: "Vel ein regel, eller skriv han med éi setning.",
    en: "Choose a rule, or write it in one sentence.",
  },
  errLift: {
    nb: "Herfra kan det ikke løftes videre. Velg et av de andre svarene.",
    nn: "Herifrå kan det ikkje løftast vidare. Vel eit av dei andre svara.",
    en: "It cannot be lifted from here. Choose one of the other answers.",
  },
  passTitle: { nb: "Er ikke dette ditt?", nn: "Er ikkje dette ditt?", en: "Is this not yours?" },
  passText: {
    nb: "Du kan gi det videre én gang. Neste gang er det regionlederen som fordeler.",
    nn: "Du kan gi det vidare éin gong. Neste gong er det regionleiaren som fordeler.",
    en: "You can pass it on once. The next time the regional leader assigns it.",
  },
  passTo: { nb: "Hvem bør svare?", nn: "Kven bør svare?", en: "Who should answer?" },
  passUp: {
    nb: "Det går til regionlederen, som fordeler det.",
    nn: "Det går til regionleiaren, som fordeler det.",
    en: "It goes to the regional leader, who assigns it.",
  },
  passWhy: { nb: "Hvorfor?", nn: "Kvifor?", en: "Why?" },
  pass: { nb: "Gi videre", nn: "Gi vidare", en: "Pass on" },
  assign: { nb: "Fordel", nn: "Fordel", en: "Assign" },
  returnTitle: { nb: "Send tilbake", nn: "Send tilbake", en: "Return" },
  returnText: {
    nb: "Kan lederen avgjøre dette selv, så send det tilbake og si hvorfor. Det kan ikke løftes på nytt.",
    nn: "Kan leiaren avgjere dette sjølv, så send det tilbake og sei kvifor. Det kan ikkje løftast på nytt.",
    en: "If the leader can decide this, return it and say why. It cannot be lifted again.",
  },
  errAssigned: {
    nb: "Regionlederen har fordelt dette til deg. Da blir det her.",
    nn: "Regionleiaren har fordelt dette til deg. Då blir det her.",
    en: "The regional leader assigned this to you, so it stays here.",
  },
  errNoLevel2: {
    nb: "Det er ingen regionleder å gi det til.",
    nn: "Det er ingen regionleiar å gi det til.",
    en: "There is no regional leader to pass it to.",
  },

  // Rules
  rulesTitle: { nb: "Regler under press", nn: "Reglar under press", en: "Rules under pressure" },
  rulesIntro: {
    nb: "Hvilken regel støter flest læringspunkter mot? Den øverste har flest åpne.",
    nn: "Kva for ein regel støyter flest læringspunkt mot? Den øvste har flest opne.",
    en: "Which rule do most learning items run into? The one with the most open items comes first.",
  },
  rulesNone: {
    nb: "Ingen regler er navngitt ennå.",
    nn: "Ingen reglar er namngitte enno.",
    en: "No rules have been named yet.",
  },
  openItems: {
    nb: (n: number, words: string) => (n === 1 ? "Ett åpent" : `${words} åpne`),
    nn: (n: number, words: string) => (n === 1 ? "Eitt ope" : `${words} opne`),
    en: (n: number, words: string) => (n === 1 ? "One open" : `${words} open`),
  },
  closedItems: {
    nb: (n: number, words: string) => (n === 1 ? "ett bekreftet" : `${words} bekreftet`),
    nn: (n: number, words: string) => (n === 1 ? "eitt stadfesta" : `${words} stadfesta`),
    en: (n: number, words: string) => (n === 1 ? "one confirmed" : `${words} confirmed`),
  },
  doubts: {
    nb: (n: number, words: string) => (n === 1 ? "dratt i tvil én gang" : `dratt i tvil ${words} ganger`),
    nn: (n: number, words: string) => (n === 1 ? "dregen i tvil éin gong" : `dregen i tvil ${words} gonger`),
    en: (n: number, words: string) => (n === 1 ? "doubted once" : `doubted ${words} times`),
  },
  owner: { nb: "Eier", nn: "Eigar", en: "Owner" },
  reference: { nb: "Hvor den står", nn: "Kvar han står", en: "Where it stands" },
  whoCanChange: { nb: "Hvem kan endre den", nn: "Kven kan endre han", en: "Who can change it" },

  // Agenda
  agendaSilent: {
    nb: (theme: string, words: string, n: number) =>
      `Nav har ikke svart ennå. ${theme}. Har ventet ${n === 1 ? "én samling" : `${words} samlinger`}.`,
    nn: (theme: string, words: string, n: number) =>
      `Nav har ikkje svara enno. ${theme}. Har venta ${n === 1 ? "éi samling" : `${words} samlingar`}.`,
    en: (theme: string, words: string, n: number) =>
      `Nav has not answered yet. ${theme}. Has waited ${n === 1 ? "one gathering" : `${words} gatherings`}.`,
  },

  // Mails
  mailWaiting: {
    nb: "Et spørsmål venter på deg",
    nn: "Eit spørsmål ventar på deg",
    en: "A question waits for you",
  },
  mailWaitingText: {
    nb: "Mentorene i et nettverk spør Nav om dette. Du fyller ut fire felt.",
    nn: "Mentorane i eit nettverk spør Nav om dette. Du fyller ut fire felt.",
    en: "The mentors of a network ask Nav about this. You fill in four fields.",
  },
  mailAnswer: {
    nb: "Se spørsmålet og svar",
    nn: "Sjå spørsmålet og svar",
    en: "See the question and answer",
  },
  mailSee: { nb: "Se svaret", nn: "Sjå svaret", en: "See the answer" },
  mailParaphrase: {
    nb: "Er denne omskrivingen grei?",
    nn: "Er denne omskrivinga grei?",
    en: "Is this paraphrase all right?",
  },
  mailParaphraseText: {
    nb: "Rådgiveren har skrevet om innspillet ditt, slik du ba om. Les det og si ja eller nei. Hører vi ikke fra deg på sju dager, regner vi det som et ja.",
    nn: "Rådgivaren har skrive om innspelet ditt, slik du bad om. Les det og sei ja eller nei. Høyrer vi ikkje frå deg på sju dagar, reknar vi det som eit ja.",
    en: "The adviser has paraphrased your feedback, as you asked. Read it and say yes or no. If we do not hear from you within seven days, we take it as a yes.",
  },
  mailRead: { nb: "Les omskrivingen", nn: "Les omskrivinga", en: "Read the paraphrase" },
  mailQuestion: { nb: "Spørsmålet", nn: "Spørsmålet", en: "The question" },
  mailDue: { nb: "Svar til samlingen", nn: "Svar til samlinga", en: "Answer by the gathering" },
  mailWhyLeader: {
    nb: "Du får denne fordi spørsmålet er sendt til deg som leder.",
    nn: "Du får denne fordi spørsmålet er sendt til deg som leiar.",
    en: "You get this because the question was sent to you as leader.",
  },
  mailWhyAuthor: {
    nb: "Du får denne fordi du har gitt et innspill. Vil du ikke stå som avsender, kan du ta bort navnet ditt under Du sa – Nav gjorde.",
    nn: "Du får denne fordi du har gitt eit innspel. Vil du ikkje stå som avsendar, kan du ta bort namnet ditt under Du sa – Nav gjorde.",
    en: "You get this because you gave feedback. You can take your name away under You said – Nav did.",
  },
} satisfies TextTable;
