/** Words of the front page. */
import { numberInWords, numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const homeTexts = {
  frontTitle: {
    nb: "Mentornettverk som lever",
    nn: "Mentornettverk som lever",
    en: "Mentor networks that last",
  },
  frontIntro: {
    nb: "For deg som følger opp noen på vei inn i arbeid, og for dem i Nav som skal støtte deg.",
    nn: "For deg som følgjer opp nokon på veg inn i arbeid, og for dei i Nav som skal støtte deg.",
    en: "For people who support someone on their way into work, and for those at Nav who support them.",
  },
  frontMeet: {
    nb: "Møt andre mentorer to timer i måneden. Du svarer rett fra e-posten.",
    nn: "Møt andre mentorar to timar i månaden. Du svarar rett frå e-posten.",
    en: "Meet other mentors two hours a month. You answer straight from the email.",
  },
  frontCases: {
    nb: "Les korte eksempler fra arbeidslivet og tenk høyt sammen om hva du kan gjøre i morgen.",
    nn: "Les korte døme frå arbeidslivet og tenk høgt saman om kva du kan gjere i morgon.",
    en: "Read short cases from working life and think aloud together about what you can do tomorrow.",
  },
  frontLoop: {
    nb: "Si hva som ikke virker. En leder i Nav må svare, og dere mentorer avgjør om det ble en endring.",
    nn: "Sei kva som ikkje verkar. Ein leiar i Nav må svare, og de mentorar avgjer om det vart ei endring.",
    en: "Say what does not work. A Nav leader must answer, and you mentors decide whether anything changed.",
  },
  hello: {
    nb: (name: string) => `Hei, ${name}`,
    nn: (name: string) => `Hei, ${name}`,
    en: (name: string) => `Hello, ${name}`,
  },
  newLead: {
    nb: "Velkommen som mentor. Kort sagt:",
    nn: "Velkomen som mentor. Kort sagt:",
    en: "Welcome, mentor. In short:",
  },
  newWhat: {
    nb: "Her møter du andre mentorer og folk fra Nav, og dere snakker om hverdagen på jobben.",
    nn: "Her møter du andre mentorar og folk frå Nav, og de snakkar om kvardagen på jobben.",
    en: "Here you meet other mentors and people from Nav, and talk about everyday life at work.",
  },
  newTime: {
    nb: "Det koster deg omtrent to timer per samling. Resten tar minutter, på telefonen, når det passer.",
    nn: "Det kostar deg om lag to timar per samling. Resten tek minutt, på telefonen, når det passar.",
    en: "It takes about two hours per gathering. The rest takes minutes, on your phone, when it suits you.",
  },
  newGain: {
    nb: "Du får noen å tenke høyt med, noen i Nav å ringe, og svar på det du sier fra om.",
    nn: "Du får nokon å tenkje høgt med, nokon i Nav å ringje, og svar på det du seier frå om.",
    en: "You get someone to think aloud with, someone at Nav to ring, and answers to what you raise.",
  },
  stepsOf: {
    nb: (network: string) => `Slik kommer ${network} i gang`,
    nn: (network: string) => `Slik kjem ${network} i gang`,
    en: (network: string) => `How to get ${network} started`,
  },
  stepMentors: { nb: "Legg til mentorene", nn: "Legg til mentorane", en: "Add the mentors" },
  stepMentorsWhy: {
    nb: (n: number) =>
      n > 0
        ? `${n} ${n === 1 ? "mentor er" : "mentorer er"} med. Du kan legge til flere når som helst.`
        : "Hent dem inn fra lista du har, eller legg dem til én for én.",
    nn: (n: number) =>
      n > 0
        ? `${n} ${n === 1 ? "mentor er" : "mentorar er"} med. Du kan leggje til fleire når som helst.`
        : "Hent dei inn frå lista du har, eller legg dei til éin og éin.",
    en: (n: number) =>
      n > 0
        ? `${n} ${n === 1 ? "mentor is" : "mentors are"} in. You can add more at any time.`
        : "Import the list you have, or add them one by one.",
  },
  stepSeason: { nb: "Planlegg en sesong", nn: "Planlegg ein sesong", en: "Plan a season" },
  stepSeasonWhy: {
    nb: "Si hvor ofte dere møtes, så får du datoer som går klar av helligdager og ferier.",
    nn: "Sei kor ofte de møtest, så får du datoar som går klar av heilagdagar og feriar.",
    en: "Say how often you meet, and you get dates that keep clear of holidays.",
  },
  stepInvite: { nb: "Inviter", nn: "Inviter", en: "Invite" },
  stepInviteWhy: {
    nb: "Alle får en kalenderinvitasjon og svarer rett fra e-posten.",
    nn: "Alle får ein kalenderinvitasjon og svarar rett frå e-posten.",
    en: "Everyone gets a calendar invitation and answers straight from the email.",
  },
  stepDone: { nb: "Gjort", nn: "Gjort", en: "Done" },
  todo: { nb: "Dette venter på deg", nn: "Dette ventar på deg", en: "Waiting for you" },
  inboxRead: { nb: "Les innspill", nn: "Les innspel", en: "Read feedback" },
  inboxWhy: { nb: "Alle innspill er lest.", nn: "Alle innspel er lesne.", en: "All feedback has been read." },
  doors: { nb: "Mest brukt", nn: "Mest brukt", en: "Most used" },
  post: { nb: "E-post som trenger deg", nn: "E-post som treng deg", en: "Email that needs you" },
  postCount: {
    nb: (n: number, words: string) =>
      n === 1 ? "Én melding venter." : `${capital(words)} meldinger venter.`,
    nn: (n: number, words: string) =>
      n === 1 ? "Éi melding ventar." : `${capital(words)} meldingar ventar.`,
    en: (n: number, words: string) =>
      n === 1 ? "One message is waiting." : `${capital(words)} messages are waiting.`,
  },
  nextGathering: { nb: "Neste samling", nn: "Neste samling", en: "Next gathering" },
  noGathering: {
    nb: "Ingen samling er planlagt ennå.",
    nn: "Inga samling er planlagd enno.",
    en: "No gathering is planned yet.",
  },
  planSeason: { nb: "Planlegg en sesong", nn: "Planlegg ein sesong", en: "Plan a season" },
  yourAnswer: { nb: "Ditt svar", nn: "Svaret ditt", en: "Your answer" },
  answerYes: { nb: "Du kommer", nn: "Du kjem", en: "You are coming" },
  answerDigital: { nb: "Du blir med digitalt", nn: "Du blir med digitalt", en: "You are joining online" },
  answerWaiting: {
    nb: "Du står på venteliste",
    nn: "Du står på venteliste",
    en: "You are on the waiting list",
  },
  answerMaybe: { nb: "Kanskje", nn: "Kanskje", en: "Maybe" },
  answerNo: { nb: "Du kommer ikke", nn: "Du kjem ikkje", en: "You are not coming" },
  answerSilent: {
    nb: "Du har ikke svart ennå",
    nn: "Du har ikkje svara enno",
    en: "You have not answered yet",
  },
  answerAgain: {
    nb: "Samlingen er flyttet. Si fra om du fortsatt kan.",
    nn: "Samlinga er flytta. Sei frå om du framleis kan.",
    en: "The gathering has been moved. Tell us whether you can still come.",
  },
  openAndAnswer: { nb: "Se og svar", nn: "Sjå og svar", en: "See and answer" },
  open: { nb: "Se samlingen", nn: "Sjå samlinga", en: "See the gathering" },
  answersSoFar: {
    nb: (coming: number, silent: number) =>
      `${coming === 0 ? "Ingen blir med ennå" : `${numberOpening(coming, "nb")} blir med`} · ${numberInWords(silent, "nb")} har ikke svart`,
    nn: (coming: number, silent: number) =>
      `${coming === 0 ? "Ingen blir med enno" : `${numberOpening(coming, "nn")} blir med`} · ${numberInWords(silent, "nn")} har ikkje svara`,
    en: (coming: number, silent: number) =>
      `${coming === 0 ? "Nobody is taking part yet" : `${numberOpening(coming, "en")} will take part`} · ${numberInWords(silent, "en")} ${silent === 1 ? "has" : "have"} not answered`,
  },
  notInvitedYet: {
    nb: "Invitasjonene er ikke sendt.",
    nn: "Invitasjonane er ikkje sende.",
    en: "Invitations have not been sent.",
  },
  giveFeedback: { nb: "Gi innspill til Nav", nn: "Gi innspel til Nav", en: "Give feedback to Nav" },
  giveFeedbackWhy: {
    nb: "Noe som stopper opp, eller noe som bør gjøres annerledes? Det tar et minutt.",
    nn: "Noko som stoppar opp, eller noko som bør gjerast annleis? Det tek eit minutt.",
    en: "Is something stuck, or should it be done differently? It takes a minute.",
  },
  youSaid: { nb: "Du sa – Nav gjorde", nn: "Du sa – Nav gjorde", en: "You said – Nav did" },
  youSaidWhy: {
    nb: "Hva ble det av innspillene? Her står det, og her sier du om du merker det.",
    nn: "Kva vart det av innspela? Her står det, og her seier du om du merkar det.",
    en: "What became of the feedback? See it here, and say whether you notice a difference.",
  },
  votesAsked: {
    nb: (n: number, words: string) =>
      n === 1
        ? "Nav har svart på noe. Merker du forskjell? Si fra her."
        : `Nav har svart på ${words} ting. Merker du forskjell? Si fra her.`,
    nn: (n: number, words: string) =>
      n === 1
        ? "Nav har svara på noko. Merkar du skilnad? Sei frå her."
        : `Nav har svara på ${words} ting. Merkar du skilnad? Sei frå her.`,
    en: (n: number, words: string) =>
      n === 1
        ? "Nav has answered a question. Do you notice a difference? Say so here."
        : `Nav has answered ${words} questions. Do you notice a difference? Say so here.`,
  },
  askEvaluation: {
    nb: "Hvordan var samlingen?",
    nn: "Korleis var samlinga?",
    en: "How was the gathering?",
  },
  askEvaluationWhy: {
    nb: "Fem trykk, under et minutt. Ingen får vite hvem som svarte hva.",
    nn: "Fem trykk, under eit minutt. Ingen får vite kven som svara kva.",
    en: "Five taps, less than a minute. Nobody sees who answered what.",
  },
  askYearly: {
    nb: "Én gang i året: hvordan går det?",
    nn: "Éin gong i året: korleis går det?",
    en: "Once a year: how is it going?",
  },
  askYearlyWhy: {
    nb: "Tretten påstander, under ti minutter. Ingen får vite hvem som svarte hva.",
    nn: "Tretten påstandar, under ti minutt. Ingen får vite kven som svara kva.",
    en: "Thirteen statements, less than ten minutes. Nobody sees who answered what.",
  },
  evaluations: { nb: "Evalueringer", nn: "Evalueringar", en: "Evaluations" },
  evaluationsWhy: {
    nb: "Hva de som var med, syntes. Bare tall, aldri hvem.",
    nn: "Kva dei som var med, syntest. Berre tal, aldri kven.",
    en: "What those who came thought. Only figures, never who.",
  },
  wishes: { nb: "Ønsk et tema", nn: "Ønsk eit tema", en: "Ask for a topic" },
  wishesWhy: {
    nb: "Si hva du vil snakke om, eller stem på det andre har ønsket.",
    nn: "Sei kva du vil snakke om, eller stem på det andre har ønskt.",
    en: "Say what you want to talk about, or vote for what others have asked for.",
  },
  cases: { nb: "Les et eksempel", nn: "Les eit døme", en: "Read a case" },
  casesWhy: {
    nb: "Fem minutter, med noe du kan prøve i morgen.",
    nn: "Fem minutt, med noko du kan prøve i morgon.",
    en: "Five minutes, with something to try tomorrow.",
  },
  health: {
    nb: "Hvordan går det i nettverket?",
    nn: "Korleis går det i nettverket?",
    en: "How is the network doing?",
  },
  healthWhy: {
    nb: "Oppmøte, rytme og om noen har sluttet å komme. Her er også årshjulet og rapporten.",
    nn: "Frammøte, rytme og om nokon har slutta å komme. Her er òg årshjulet og rapporten.",
    en: "Attendance, rhythm and whether anyone has stopped coming. The year wheel and the report are here too.",
  },
  ring: { nb: "Hvem ringer jeg?", nn: "Kven ringjer eg?", en: "Who do I ring?" },
  ringWhy: {
    nb: "Hvem i Nav, hvem når de er borte, og hvem når det haster.",
    nn: "Kven i Nav, kven når dei er borte, og kven når det hastar.",
    en: "Who to ring at Nav, when they are away, and when it is urgent.",
  },
  queue: { nb: "Ta beslutninger", nn: "Ta avgjerder", en: "Make decisions" },
  queueCount: {
    nb: (n: number, words: string) =>
      n === 1
        ? "Ett læringspunkt venter på beslutningen din."
        : `${capital(words)} læringspunkter venter på beslutningen din.`,
    nn: (n: number, words: string) =>
      n === 1
        ? "Eitt læringspunkt ventar på avgjerda di."
        : `${capital(words)} læringspunkt ventar på avgjerda di.`,
    en: (n: number, words: string) =>
      n === 1
        ? "One learning item is waiting for your decision."
        : `${capital(words)} learning items are waiting for your decision.`,
  },
  queueEmpty: {
    nb: "Ingenting venter på deg nå.",
    nn: "Ingenting ventar på deg no.",
    en: "Nothing is waiting for you now.",
  },
  inbox: { nb: "Innboks", nn: "Innboks", en: "Inbox" },
  inboxCount: {
    nb: (n: number, words: string) =>
      n === 1 ? "Ett innspill venter på deg." : `${capital(words)} innspill venter på deg.`,
    nn: (n: number, words: string) =>
      n === 1 ? "Eitt innspel ventar på deg." : `${capital(words)} innspel ventar på deg.`,
    en: (n: number, words: string) =>
      n === 1
        ? "One piece of feedback is waiting for you."
        : `${capital(words)} pieces of feedback are waiting for you.`,
  },
  board: { nb: "Læringspunkter", nn: "Læringspunkt", en: "Learning items" },
  boardWhy: {
    nb: "Hvor hvert læringspunkt står, fra innspill til bekreftet endring.",
    nn: "Kvar kvart læringspunkt står, frå innspel til stadfesta endring.",
    en: "Where each learning item stands, from feedback to confirmed change.",
  },
  rules: { nb: "Regler under press", nn: "Reglar under press", en: "Rules under pressure" },
  rulesWhy: {
    nb: "Hvilken regel støter flest læringspunkter mot?",
    nn: "Kva for ein regel støyter flest læringspunkt mot?",
    en: "Which rule do most learning items run into?",
  },
  coupling: {
    nb: "Lærer vi av hverandre?",
    nn: "Lærer vi av kvarandre?",
    en: "Do we learn from each other?",
  },
  couplingWhy: {
    nb: "Følger samlingene behovene, og endrer innspillene noe?",
    nn: "Følgjer samlingane behova, og endrar innspela noko?",
    en: "Do gatherings follow the needs, and does feedback change anything?",
  },
  people: { nb: "Personer", nn: "Personar", en: "People" },
  units: { nb: "Enheter i Nav", nn: "Einingar i Nav", en: "Nav units" },
  unitsWhy: {
    nb: "Regioner, sentre og kontor, og hvem som leder dem.",
    nn: "Regionar, senter og kontor, og kven som leier dei.",
    en: "Regions, centres and offices, and who leads them.",
  },
  peopleWhy: {
    nb: "Finn noen, eller legg til noen.",
    nn: "Finn nokon, eller legg til nokon.",
    en: "Find someone, or add someone.",
  },
  auditLog: { nb: "Innsynslogg", nn: "Innsynslogg", en: "Access log" },
  auditLogWhy: {
    nb: "Hvem har sett eller endret noe om hvem.",
    nn: "Kven har sett eller endra noko om kven.",
    en: "Who has seen or changed something about whom.",
  },
  networks: { nb: "Nettverk", nn: "Nettverk", en: "Networks" },
  networksWhy: {
    nb: "Hvem som er med, og hva virksomhetene har sagt ja til.",
    nn: "Kven som er med, og kva verksemdene har sagt ja til.",
    en: "Who takes part, and what employers have agreed to.",
  },
} satisfies TextTable;
