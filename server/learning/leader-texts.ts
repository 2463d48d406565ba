/** Words of the queue and of the one form of a leader. */
import type { TextTable } from "../web/languages.ts";

export const leaderTexts = {
  // Leader
  queueTitle: { nb: "Venter på deg", nn: "Ventar på deg", en: "Waiting for you" },
  queueIntro: { nb: "Det eldste står øverst.", nn: "Det eldste står øvst.", en: "The oldest comes first." },
  queueEmpty: {
    nb: "Ingenting venter på deg nå. Du får e-post når noe kommer.",
    nn: "Ingenting ventar på deg no. Du får e-post når noko kjem.",
    en: "Nothing is waiting for you now. You will get an email when something arrives.",
  },
  due: {
    nb: (date: string) => `Svar til samlingen ${date}`,
    nn: (date: string) => `Svar til samlinga ${date}`,
    en: (date: string) => `Answer by the gathering on ${date}`,
  },
  noDue: {
    nb: "Ingen frist ennå",
    nn: "Ingen frist enno",
    en: "No deadline yet",
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
  cameLifted: { nb: "Løftet til deg", nn: "Løfta til deg", en: "Referred to you" },
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
  optKeep: { nb: "Ikke endre", nn: "Ikkje endre", en: "Do not change" },
  optLift: { nb: "Løfte til neste nivå", nn: "Løfte til neste nivå", en: "Refer to the next level" },
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
    en: "It may be a law, a routine, a target – or something you just take for granted.",
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
  viewDoubted: { nb: "Jeg er i tvil om den.", nn: "Eg er i tvil om han.", en: "I have doubts about it." },
  viewDoubtedHint: {
    nb: "Gjør vi de riktige tingene? Det kalles dobbeltkretslæring.",
    nn: "Gjer vi dei rette tinga? Det heiter dobbeltkrinslæring.",
    en: "Are we doing the right things? This is double-loop learning.",
  },
  onDate: { nb: "Når?", nn: "Når?", en: "When?" },
  onDateHint: {
    nb: "Når det begynner – eller når du ser på det igjen, om du ikke endrer eller løfter.",
    nn: "Når det tek til – eller når du ser på det igjen, om du ikkje endrar eller løfter.",
    en: "The day it starts. If you do not change it, or refer it: the day you will look at it again.",
  },
  moreFields: { nb: "Mer, om du vil", nn: "Meir, om du vil", en: "More, if you like" },
  stopDate: { nb: "Når slutter prøven?", nn: "Når sluttar prøva?", en: "When does the trial end?" },
  stopDateHint: {
    nb: "Bare for prøver. Uten dato blir det seks måneder. Da spør vi hva dere lærte.",
    nn: "Berre for prøver. Utan dato blir det seks månader. Då spør vi kva de lærte.",
    en: "For trials only. Six months if left empty. Then we ask what you learnt.",
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
    en: "Hours per month this frees for follow-up",
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
    en: "The answer cannot be changed afterwards. It will be presented at the next gathering, whatever it is.",
  },
  errDatePassed: {
    nb: "Velg i dag eller en dag som kommer.",
    nn: "Vel i dag eller ein dag som kjem.",
    en: "Choose today or a later day.",
  },
  errStop: {
    nb: "Prøven må slutte etter at den har begynt.",
    nn: "Prøva må slutte etter at ho har byrja.",
    en: "The trial must end after it starts.",
  },
  errRule: {
    nb: "Velg en regel, eller skriv den med én setning.",
    nn: "Vel ein regel, eller skriv han med éi setning.",
    en: "Choose a rule, or write it in one sentence.",
  },
  errLift: {
    nb: "Herfra kan det ikke løftes videre. Velg et av de andre svarene.",
    nn: "Herifrå kan det ikkje løftast vidare. Vel eit av dei andre svara.",
    en: "It cannot be referred further from here. Choose one of the other answers.",
  },
  passTitle: { nb: "Er ikke dette ditt?", nn: "Er ikkje dette ditt?", en: "Not yours to answer?" },
  passText: {
    nb: "Du kan gi det videre én gang. Neste gang er det regionlederen som fordeler.",
    nn: "Du kan gi det vidare éin gong. Neste gong er det regionleiaren som fordeler.",
    en: "You can pass it on once. The next time, the regional leader assigns it.",
  },
  passTo: { nb: "Hvem bør svare?", nn: "Kven bør svare?", en: "Who should answer?" },
  passUp: {
    nb: "Det går til regionlederen, som fordeler det.",
    nn: "Det går til regionleiaren, som fordeler det.",
    en: "It goes to the regional leader, who assigns it.",
  },
  passWhy: { nb: "Hvorfor?", nn: "Kvifor?", en: "Why?" },
  pass: { nb: "Gi videre", nn: "Gi vidare", en: "Pass on" },
  assign: { nb: "Gi til lederen", nn: "Gi til leiaren", en: "Assign to this leader" },
  returnTitle: { nb: "Send tilbake", nn: "Send tilbake", en: "Return" },
  returnText: {
    nb: "Kan lederen avgjøre dette selv, så send det tilbake og si hvorfor. Det kan ikke løftes på nytt.",
    nn: "Kan leiaren avgjere dette sjølv, så send det tilbake og sei kvifor. Det kan ikkje løftast på nytt.",
    en: "If the leader can decide this, return it and say why. It cannot be referred again.",
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
} satisfies TextTable;
