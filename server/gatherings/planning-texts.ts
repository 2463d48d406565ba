/** Words for the adviser: planning, inviting, attendance. */
import { numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

export const planningTexts = {
  // Season
  seasonTitle: { nb: "Planlegg en sesong", nn: "Planlegg ein sesong", en: "Plan a season" },
  seasonIntro: {
    nb: "Fortell hvor ofte dere møtes, så får du forslag til datoer. Røde dager, påskeuka og juli hopper vi over.",
    nn: "Fortel kor ofte de møtest, så får du framlegg til datoar. Raude dagar, påskeveka og juli hoppar vi over.",
    en: "Say how often you meet, and you get suggested dates. Public holidays, Easter week and July are skipped.",
  },
  nth: { nb: "Hvilken i måneden", nn: "Kva for ein i månaden", en: "Which one in the month" },
  nth1: { nb: "Den første", nn: "Den første", en: "The first" },
  nth2: { nb: "Den andre", nn: "Den andre", en: "The second" },
  nth3: { nb: "Den tredje", nn: "Den tredje", en: "The third" },
  nth4: { nb: "Den fjerde", nn: "Den fjerde", en: "The fourth" },
  nthLast: { nb: "Den siste", nn: "Den siste", en: "The last" },
  weekday: { nb: "Ukedag", nn: "Vekedag", en: "Weekday" },
  everyMonths: { nb: "Hvor ofte", nn: "Kor ofte", en: "How often" },
  everyMonth: { nb: "Hver måned", nn: "Kvar månad", en: "Every month" },
  everyOther: { nb: "Annenhver måned", nn: "Annankvar månad", en: "Every other month" },
  everyThird: { nb: "Hver tredje måned", nn: "Kvar tredje månad", en: "Every third month" },
  starts: { nb: "Begynner kl.", nn: "Byrjar kl.", en: "Starts at" },
  ends: { nb: "Slutter kl.", nn: "Sluttar kl.", en: "Ends at" },
  from: { nb: "Fra og med", nn: "Frå og med", en: "From" },
  to: { nb: "Til og med", nn: "Til og med", en: "To" },
  title: { nb: "Tittel", nn: "Tittel", en: "Title" },
  seasonTitleHint: {
    nb: "Felles for alle. Du kan gi hver samling sin egen tittel senere.",
    nn: "Felles for alle. Du kan gi kvar samling sin eigen tittel seinare.",
    en: "Shared by all. Each gathering can get its own title later.",
  },
  place: { nb: "Sted", nn: "Stad", en: "Place" },
  placeHint: { nb: "Rom og adresse", nn: "Rom og adresse", en: "Room and address" },
  link: {
    nb: "Lenke for dem som er med digitalt",
    nn: "Lenkje for dei som er med digitalt",
    en: "Link for those joining online",
  },
  capacity: { nb: "Plasser i rommet", nn: "Plassar i rommet", en: "Places in the room" },
  capacityHint: {
    nb: "Tomt felt betyr ingen grense. De som er med digitalt, tar ingen plass.",
    nn: "Tomt felt tyder inga grense. Dei som er med digitalt, tek ingen plass.",
    en: "Leave empty for no limit. Those joining online do not take up a place.",
  },
  standardAgenda: { nb: "Fast dagsorden", nn: "Fast dagsorden", en: "Standard agenda" },
  standardAgendaHint: {
    nb: "Alle samlingene får denne. Linjer uten tittel tas ikke med.",
    nn: "Alle samlingane får denne. Linjer utan tittel blir ikkje tekne med.",
    en: "Every gathering gets this. Lines without a title are left out.",
  },
  whichNetwork: { nb: "Nettverk", nn: "Nettverk", en: "Network" },
  propose: { nb: "Foreslå datoer", nn: "Føreslå datoar", en: "Suggest dates" },
  proposalsFor: {
    nb: (network: string) => `Forslag til datoer for ${network}`,
    nn: (network: string) => `Framlegg til datoar for ${network}`,
    en: (network: string) => `Suggested dates for ${network}`,
  },
  proposalsIntro: {
    nb: "Ta bort eller flytt det som ikke passer. Ingen får beskjed ennå.",
    nn: "Ta bort eller flytt det som ikkje passar. Ingen får beskjed enno.",
    en: "Remove or move any that do not suit. Nobody has been told yet.",
  },
  include: { nb: "Ta med", nn: "Ta med", en: "Include" },
  dateOf: {
    nb: (n: number) => `Dato ${n}`,
    nn: (n: number) => `Dato ${n}`,
    en: (n: number) => `Date ${n}`,
  },
  skippedHoliday: {
    nb: (date: string, name: string) => `${date} er ${name}.`,
    nn: (date: string, name: string) => `${date} er ${name}.`,
    en: (date: string, name: string) => `${date} is ${name}.`,
  },
  skippedEaster: {
    nb: (date: string) => `${date} er i påskeuka.`,
    nn: (date: string) => `${date} er i påskeveka.`,
    en: (date: string) => `${date} is in Easter week.`,
  },
  skippedJuly: {
    nb: (date: string) => `${date} er i sommerferien.`,
    nn: (date: string) => `${date} er i sommarferien.`,
    en: (date: string) => `${date} is in the summer holiday.`,
  },
  skippedLocal: {
    nb: (date: string, words: string) => `${date} møtes dere ikke (${words}).`,
    nn: (date: string, words: string) => `${date} møtest de ikkje (${words}).`,
    en: (date: string, words: string) => `You do not meet on ${date} (${words}).`,
  },
  usualTitle: { nb: "Mentorsamling", nn: "Mentorsamling", en: "Mentor gathering" },
  usualExchangeTitle: { nb: "Utvekslingsmøte", nn: "Utvekslingsmøte", en: "Exchange meeting" },
  copySeason: {
    nb: (title: string, n: number) =>
      `Kopier forrige sesong («${title}», ${n} ${n === 1 ? "samling" : "samlinger"})`,
    nn: (title: string, n: number) =>
      `Kopier førre sesong («${title}», ${n} ${n === 1 ? "samling" : "samlingar"})`,
    en: (title: string, n: number) =>
      `Copy last season (“${title}”, ${n} ${n === 1 ? "gathering" : "gatherings"})`,
  },
  audience: {
    nb: "Hvem er samlingene for?",
    nn: "Kven er samlingane for?",
    en: "Who are the gatherings for?",
  },
  audienceOne: { nb: "Hvem er den for?", nn: "Kven er ho for?", en: "Who is it for?" },
  goesByItself: {
    nb: (date: string) => `Invitasjonene går ut av seg selv ${date}.`,
    nn: (date: string) => `Invitasjonane går ut av seg sjølv ${date}.`,
    en: (date: string) => `Invitations go out automatically on ${date}.`,
  },
  inviteSeries: {
    nb: "Inviter til hele serien",
    nn: "Inviter til heile serien",
    en: "Invite to the whole series",
  },
  stopInviting: {
    nb: "Ikke send av seg selv",
    nn: "Ikkje send av seg sjølv",
    en: "Do not send automatically",
  },
  audienceAll: { nb: "Hele nettverket", nn: "Heile nettverket", en: "The whole network" },
  audienceAllHint: {
    nb: "Mentorer og veiledere som likeverdige parter.",
    nn: "Mentorar og rettleiarar som likeverdige partar.",
    en: "Mentors and counsellors as equal parties.",
  },
  audienceCounsellors: {
    nb: "Bare veilederne i Nav",
    nn: "Berre rettleiarane i Nav",
    en: "Only the Nav counsellors",
  },
  audienceCounsellorsHint: {
    nb: "Deres egne utvekslingsmøter. Mentorene ser dem ikke.",
    nn: "Deira eigne utvekslingsmøte. Mentorane ser dei ikkje.",
    en: "Their own exchange meetings. Mentors do not see them.",
  },
  blackOutsLink: {
    nb: "Dager dere ikke møtes",
    nn: "Dagar de ikkje møtest",
    en: "Days you do not meet",
  },
  replacedBy: { nb: "Foreslått i stedet:", nn: "Føreslått i staden:", en: "Suggested instead:" },
  noReplacement: {
    nb: "Vi fant ingen ledig dag i nærheten. Skriv en dato hvis dere vil møtes likevel.",
    nn: "Vi fann ingen ledig dag i nærleiken. Skriv ein dato om de vil møtast likevel.",
    en: "We found no free day nearby. Enter a date if you want to meet anyway.",
  },
  alreadyThere: { nb: "Finnes allerede", nn: "Finst allereie", en: "Already planned" },
  noProposals: {
    nb: "Regelen gir ingen datoer i perioden. Velg en lengre periode.",
    nn: "Regelen gir ingen datoar i perioden. Vel ein lengre periode.",
    en: "The rule gives no dates in the period. Choose a longer one.",
  },
  createDrafts: { nb: "Lag utkast til samlingene", nn: "Lag utkast til samlingane", en: "Create the drafts" },
  changeRule: { nb: "Endre regelen", nn: "Endre regelen", en: "Change the rule" },
  chooseDate: {
    nb: "Ta med minst én dato.",
    nn: "Ta med minst éin dato.",
    en: "Include at least one date.",
  },
  twice: { nb: "Datoen står to ganger.", nn: "Datoen står to gonger.", en: "The date is there twice." },
  datePast: {
    nb: "Tidspunktet har vært. Velg et som ligger foran oss.",
    nn: "Tidspunktet har vore. Vel eit som ligg framfor oss.",
    en: "That time has passed. Choose a later one.",
  },
  endBeforeStart: {
    nb: "Slutten må komme etter begynnelsen.",
    nn: "Slutten må kome etter byrjinga.",
    en: "The end must come after the start.",
  },
  periodOrder: {
    nb: "Perioden må slutte etter at den begynner.",
    nn: "Perioden må slutte etter at han byrjar.",
    en: "The period must end after it begins.",
  },
  periodPast: {
    nb: "Perioden er over. Velg en som varer lenger.",
    nn: "Perioden er over. Vel ein som varer lenger.",
    en: "The period is over. Choose one that ends later.",
  },
  periodLong: {
    nb: "Planlegg høyst to år om gangen.",
    nn: "Planlegg høgst to år om gongen.",
    en: "Plan at most two years at a time.",
  },

  // One gathering
  newTitle: { nb: "Ny samling", nn: "Ny samling", en: "New gathering" },
  editTitle: { nb: "Endre samlingen", nn: "Endre samlinga", en: "Change the gathering" },
  theme: { nb: "Tema", nn: "Tema", en: "Theme" },
  noTheme: { nb: "Ikke valgt", nn: "Ikkje valt", en: "None" },
  intro: { nb: "Hva skal vi snakke om?", nn: "Kva skal vi snakke om?", en: "What will we talk about?" },
  introHint: {
    nb: "To–tre setninger som gir lyst til å komme. Står i invitasjonen.",
    nn: "To–tre setningar som gir lyst til å kome. Står i invitasjonen.",
    en: "Two or three sentences that make people want to come. Shown in the invitation.",
  },
  date: { nb: "Dato", nn: "Dato", en: "Date" },
  createDraft: { nb: "Lag utkast", nn: "Lag utkast", en: "Create draft" },
  editWarning: {
    nb: "Endrer du tid eller sted, får alle inviterte en ny e-post og må svare på nytt. Endrer du tekst eller lenke, får de beskjed uten å måtte svare.",
    nn: "Endrar du tid eller stad, får alle inviterte ein ny e-post og må svare på nytt. Endrar du tekst eller lenkje, får dei beskjed utan å måtte svare.",
    en: "If you change the time or place, everyone invited gets a new email and must answer again. If you change the text or the link, they are told but need not answer.",
  },
  taken: {
    nb: "Nettverket har allerede en samling på dette tidspunktet. Velg et annet.",
    nn: "Nettverket har allereie ei samling på dette tidspunktet. Vel eit anna.",
    en: "The network already has a gathering at that time. Choose another.",
  },
  tooSmall: {
    nb: (n: number) =>
      `${numberOpening(n, "nb")} har allerede fått plass i rommet. Tallet kan ikke være mindre.`,
    nn: (n: number) =>
      `${numberOpening(n, "nn")} har allereie fått plass i rommet. Talet kan ikkje vere mindre.`,
    en: (n: number) =>
      `${n === 1 ? "One person already has" : `${numberOpening(n, "en")} people already have`} a place in the room. The number cannot be smaller.`,
  },
  unseat: {
    nb: (n: number) =>
      n === 1
        ? "Sett den siste som sa ja, øverst på ventelista"
        : `Sett de ${n} siste som sa ja, øverst på ventelista`,
    nn: (n: number) =>
      n === 1
        ? "Set den siste som sa ja, øvst på ventelista"
        : `Set dei ${n} siste som sa ja, øvst på ventelista`,
    en: (n: number) =>
      n === 1
        ? "Put the last one who said yes at the top of the waiting list"
        : `Put the last ${n} who said yes at the top of the waiting list`,
  },
  unseatNames: {
    nb: (names: string) => `Det gjelder ${names}. De får e-post. De som sa ja før dem, beholder plassen.`,
    nn: (names: string) => `Det gjeld ${names}. Dei får e-post. Dei som sa ja før dei, held på plassen.`,
    en: (names: string) =>
      `This affects ${names}. They will get an email. Those who said yes before them keep their place.`,
  },
  editSeries: {
    nb: "Endre flere samlinger i serien på én gang",
    nn: "Endre fleire samlingar i serien på éin gong",
    en: "Change several gatherings of the series at once",
  },
  begun: {
    nb: "Samlingen har begynt og kan ikke endres lenger.",
    nn: "Samlinga har byrja og kan ikkje endrast lenger.",
    en: "The gathering has begun and can no longer be changed.",
  },
  isCancelled: {
    nb: "Samlingen er avlyst og kan ikke endres.",
    nn: "Samlinga er avlyst og kan ikkje endrast.",
    en: "The gathering is cancelled and cannot be changed.",
  },
  changedMeanwhile: {
    nb: (name: string) => `${name} lagret endringer mens du skrev`,
    nn: (name: string) => `${name} lagra endringar medan du skreiv`,
    en: (name: string) => `${name} saved changes while you were writing`,
  },
  changedMeanwhileText: {
    nb: "Det du skrev, står fortsatt i skjemaet. Se over og lagre en gang til. Dette er nytt:",
    nn: "Det du skreiv, står framleis i skjemaet. Sjå over og lagre ein gong til. Dette er nytt:",
    en: "What you wrote is still in the form. Look it over and save again. This is new:",
  },
  someone: { nb: "Noen", nn: "Nokon", en: "Someone" },
  changedFrom: {
    nb: (label: string, before: string, after: string) => `${label}: «${before}» er blitt «${after}»`,
    nn: (label: string, before: string, after: string) => `${label}: «${before}» har vorte «${after}»`,
    en: (label: string, before: string, after: string) => `${label}: “${before}” became “${after}”`,
  },
  empty: { nb: "tomt", nn: "tomt", en: "empty" },
  edit: { nb: "Endre", nn: "Endre", en: "Change" },
  editAgenda: { nb: "Endre dagsordenen", nn: "Endre dagsordenen", en: "Change the agenda" },
  cancelGathering: { nb: "Avlys", nn: "Avlys", en: "Cancel the gathering" },
  cancelTitle: { nb: "Avlys samlingen", nn: "Avlys samlinga", en: "Cancel the gathering" },
  cancelText: {
    nb: "De som er invitert, får e-post om avlysningen med det du skriver her, og samlingen forsvinner fra kalenderen deres.",
    nn: "Dei som er inviterte, får e-post om avlysinga med det du skriv her, og samlinga forsvinn frå kalenderen deira.",
    en: "Those who are invited get an email with what you write here, and the gathering is removed from their calendars.",
  },
  cancelReason: { nb: "Hvorfor avlyser du?", nn: "Kvifor avlyser du?", en: "Why are you cancelling?" },
  cancelDo: { nb: "Avlys samlingen", nn: "Avlys samlinga", en: "Cancel the gathering" },
  keepIt: { nb: "Ikke avlys", nn: "Ikkje avlys", en: "Do not cancel" },
  remove: { nb: "Slett utkastet", nn: "Slett utkastet", en: "Delete the draft" },
  runIt: { nb: "For rådgivere", nn: "For rådgivarar", en: "For advisers" },

  // Agenda
  agendaTitle: { nb: "Dagsorden", nn: "Dagsorden", en: "Agenda" },
  kind: { nb: "Type", nn: "Type", en: "Kind" },
  minutesField: { nb: "Minutter", nn: "Minutt", en: "Minutes" },
  lead: { nb: "Hvem leder", nn: "Kven leier", en: "Who leads" },
  noLead: { nb: "Ikke bestemt", nn: "Ikkje bestemt", en: "Not decided" },
  caseField: { nb: "Eksempel", nn: "Døme", en: "Case" },
  noCase: { nb: "Ingen", nn: "Ingen", en: "None" },
  up: { nb: "Flytt opp", nn: "Flytt opp", en: "Move up" },
  down: { nb: "Flytt ned", nn: "Flytt ned", en: "Move down" },
  removeItem: { nb: "Fjern", nn: "Fjern", en: "Remove" },
  item: {
    nb: (n: number) => `Punkt ${n}`,
    nn: (n: number) => `Punkt ${n}`,
    en: (n: number) => `Item ${n}`,
  },
  newItem: { nb: "Nytt punkt", nn: "Nytt punkt", en: "New item" },
  saveAndAdd: {
    nb: "Lagre og legg til et punkt",
    nn: "Lagre og legg til eit punkt",
    en: "Save and add an item",
  },
  saveAgenda: { nb: "Lagre dagsordenen", nn: "Lagre dagsordenen", en: "Save the agenda" },
  tooLongAgenda: {
    nb: (over: number) =>
      `Dagsordenen er ${over} ${over === 1 ? "minutt" : "minutter"} lengre enn samlingen.`,
    nn: (over: number) => `Dagsordenen er ${over} minutt lengre enn samlinga.`,
    en: (over: number) =>
      `The agenda is ${over} ${over === 1 ? "minute" : "minutes"} longer than the gathering.`,
  },
  closedAgenda: {
    nb: "Samlingen er avsluttet, så dagsordenen kan ikke endres.",
    nn: "Samlinga er avslutta, så dagsordenen kan ikkje endrast.",
    en: "The gathering is closed, so the agenda cannot be changed.",
  },
  agendaStands: {
    nb: "Slik står dagsordenen nå:",
    nn: "Slik står dagsordenen no:",
    en: "The agenda as it stands now:",
  },

  // Inviting
  invite: { nb: "Inviter", nn: "Inviter", en: "Invite" },
  inviteOne: {
    nb: "Inviter bare til denne",
    nn: "Inviter berre til denne",
    en: "Invite to this one only",
  },
  inviteTitle: { nb: "Hvem skal inviteres?", nn: "Kven skal inviterast?", en: "Who should be invited?" },
  inviteIntro: {
    nb: "De får en e-post med kalenderinvitasjon med én gang.",
    nn: "Dei får ein e-post med kalenderinvitasjon med ein gong.",
    en: "They get an email with a calendar invitation straight away.",
  },
  mentors: { nb: "Mentorer", nn: "Mentorar", en: "Mentors" },
  counsellors: { nb: "Veiledere", nn: "Rettleiarar", en: "Counsellors" },
  advisers: { nb: "Rådgivere", nn: "Rådgivarar", en: "Advisers" },
  alreadyInvited: {
    nb: (n: number) =>
      n === 1 ? "Én er invitert fra før." : `${numberOpening(n, "nb")} er invitert fra før.`,
    nn: (n: number) =>
      n === 1 ? "Éin er invitert frå før." : `${numberOpening(n, "nn")} er inviterte frå før.`,
    en: (n: number) =>
      n === 1 ? "One is already invited." : `${numberOpening(n, "en")} are already invited.`,
  },
  everyoneInvited: {
    nb: "Alle i nettverket er invitert.",
    nn: "Alle i nettverket er inviterte.",
    en: "Everyone in the network is invited.",
  },
  noAgreement: {
    nb: "Her står ikke deltakelse i avtalen",
    nn: "Her står ikkje deltaking i avtalen",
    en: "Taking part is not in the agreement",
  },
  noAgreementText: {
    nb: "Mentorer kommer når arbeidsgiveren har sagt ja til det. Du får et ferdig brev du kan endre på.",
    nn: "Mentorar kjem når arbeidsgivaren har sagt ja til det. Du får eit ferdig brev du kan endre på.",
    en: "Mentors come when their employer has agreed to it. You get a ready-made letter to change as you like.",
  },
  writeEmployer: {
    nb: "Skriv til arbeidsgiveren",
    nn: "Skriv til arbeidsgivaren",
    en: "Write to the employer",
  },
  noAddress: {
    nb: "Disse mangler e-postadresse og får ingen invitasjon. Ring dem, eller legg inn adressen under Nettverk:",
    nn: "Desse manglar e-postadresse og får ingen invitasjon. Ring dei, eller legg inn adressa under Nettverk:",
    en: "These people have no email address and will not get an invitation. Ring them, or add the address under Network:",
  },
  sendInvitations: { nb: "Send invitasjonene", nn: "Send invitasjonane", en: "Send the invitations" },
  chooseSomeone: { nb: "Velg minst én.", nn: "Vel minst éin.", en: "Choose at least one." },
  cannotInviteCancelled: {
    nb: "Samlingen er avlyst, så ingen kan inviteres.",
    nn: "Samlinga er avlyst, så ingen kan inviterast.",
    en: "The gathering is cancelled, so nobody can be invited.",
  },
  cannotInvitePast: {
    nb: "Samlingen har begynt, så det er for sent å invitere.",
    nn: "Samlinga har byrja, så det er for seint å invitere.",
    en: "The gathering has begun, so it is too late to invite.",
  },

  // Answers
  answersTitle: { nb: "Hvem har svart hva", nn: "Kven har svara kva", en: "Who answered what" },
  seeAnswers: { nb: "Se svarene", nn: "Sjå svara", en: "See the answers" },
  nobodyInvited: {
    nb: "Ingen er invitert ennå.",
    nn: "Ingen er inviterte enno.",
    en: "Nobody has been invited yet.",
  },
  standing_room: { nb: "Kommer", nn: "Kjem", en: "Coming" },
  standing_digital: { nb: "Blir med digitalt", nn: "Blir med digitalt", en: "Joining online" },
  standing_waiting: { nb: "På venteliste", nn: "På venteliste", en: "On the waiting list" },
  standing_reconfirm: {
    nb: "Svarte før endringen – må bekrefte",
    nn: "Svarte før endringa – må stadfeste",
    en: "Answered before the change – must confirm",
  },
  standing_maybe: { nb: "Kanskje", nn: "Kanskje", en: "Maybe" },
  standing_no: { nb: "Kommer ikke", nn: "Kjem ikkje", en: "Not coming" },
  standing_silent: { nb: "Har ikke svart", nn: "Har ikkje svara", en: "No answer yet" },
  addressFails: {
    nb: "E-posten kom ikke fram",
    nn: "E-posten kom ikkje fram",
    en: "The email did not arrive",
  },
  lastSeen: {
    nb: (date: string) => `Sist med ${date}`,
    nn: (date: string) => `Sist med ${date}`,
    en: (date: string) => `Last came ${date}`,
  },
  neverSeen: { nb: "Ikke vært med ennå", nn: "Har ikkje vore med enno", en: "Has not come yet" },
  wordsFrom: { nb: "Beskjed", nn: "Beskjed", en: "Message" },
  needsFrom: { nb: "Mat og tilrettelegging", nn: "Mat og tilrettelegging", en: "Food and access" },
  answerChange: { nb: "Endre svaret", nn: "Endre svaret", en: "Change the answer" },
  answerFor: { nb: "Skriv inn svar", nn: "Skriv inn svar", en: "Enter an answer" },
  answerForTitle: {
    nb: (name: string) => `Svar for ${name}`,
    nn: (name: string) => `Svar for ${name}`,
    en: (name: string) => `Answer for ${name}`,
  },
  answerForIntro: {
    nb: "Bruk dette når noen har sagt fra på telefonen. Personen kan selv endre svaret.",
    nn: "Bruk dette når nokon har sagt frå på telefonen. Personen kan sjølv endre svaret.",
    en: "Use this when someone has told you by phone. They can change the answer themselves.",
  },
  answerForPast: {
    nb: "Samlingen har vært, så det er for sent å svare.",
    nn: "Samlinga har vore, så det er for seint å svare.",
    en: "The gathering is over, so it is too late to answer.",
  },
  answerForCancelled: {
    nb: "Samlingen er avlyst, så ingen trenger å svare.",
    nn: "Samlinga er avlyst, så ingen treng å svare.",
    en: "The gathering is cancelled, so nobody needs to answer.",
  },
  theyComeRoom: { nb: "Kommer", nn: "Kjem", en: "Coming" },
  theyComeDigital: { nb: "Blir med digitalt", nn: "Blir med digitalt", en: "Joining online" },
  theyMaybe: { nb: "Kanskje", nn: "Kanskje", en: "Maybe" },
  theyNo: { nb: "Kommer ikke", nn: "Kjem ikkje", en: "Not coming" },
  saveAnswer: { nb: "Lagre svaret", nn: "Lagre svaret", en: "Save the answer" },

  // Attendance
  attendance: { nb: "Oppmøte", nn: "Frammøte", en: "Attendance" },
  recordAttendance: { nb: "Før oppmøte", nn: "Før frammøte", en: "Record attendance" },
  attendanceTitle: { nb: "Hvem kom?", nn: "Kven kom?", en: "Who came?" },
  attendanceIntro: {
    nb: "Fylt ut etter det folk svarte. Trykk der det ble annerledes, og lagre.",
    nn: "Fylt ut etter det folk svara. Trykk der det vart annleis, og lagre.",
    en: "Filled in from people’s answers. Tap where it turned out differently, and save.",
  },
  attendanceEarly: {
    nb: "Oppmøtet kan føres fra en time før samlingen.",
    nn: "Frammøtet kan førast frå ein time før samlinga.",
    en: "Attendance can be recorded from an hour before the gathering.",
  },
  uninvited: {
    nb: "Kom noen uten invitasjon?",
    nn: "Kom nokon utan invitasjon?",
    en: "Did anyone come uninvited?",
  },
  status_present: { nb: "Her", nn: "Her", en: "Here" },
  status_digital: { nb: "Digitalt", nn: "Digitalt", en: "Online" },
  status_part: { nb: "En del", nn: "Ein del", en: "Part of it" },
  status_excused: { nb: "Sa fra", nn: "Sa frå", en: "Apologies" },
  status_absent: { nb: "Ikke her", nn: "Ikkje her", en: "Not here" },
  saveAttendance: { nb: "Lagre", nn: "Lagre", en: "Save" },
  saveAndClose: {
    nb: "Lagre og avslutt samlingen",
    nn: "Lagre og avslutt samlinga",
    en: "Save and close the gathering",
  },
  closedAlready: {
    nb: "Samlingen er avsluttet. Du kan fortsatt rette lista.",
    nn: "Samlinga er avslutta. Du kan framleis rette lista.",
    en: "The gathering is closed. You can still correct the list.",
  },
  nobodyCame: {
    nb: "Ingen på lista er krysset av som til stede. Kryss av, eller bekreft at ingen kom.",
    nn: "Ingen på lista er kryssa av som til stades. Kryss av, eller stadfest at ingen kom.",
    en: "Nobody on the list is marked as present. Mark them, or confirm that nobody came.",
  },
  nobodyCameSure: {
    nb: "Det stemmer, ingen kom.",
    nn: "Det stemmer, ingen kom.",
    en: "That is right, nobody came.",
  },
  noAttendance: {
    nb: "Før opp minst én før du avslutter.",
    nn: "Før opp minst éin før du avsluttar.",
    en: "Record at least one person before you close.",
  },
  attended: {
    nb: (came: number, listed: number) => `${came} av ${listed} var med.`,
    nn: (came: number, listed: number) => `${came} av ${listed} var med.`,
    en: (came: number, listed: number) => `${came} of ${listed} ${came === 1 ? "was" : "were"} there.`,
  },
} satisfies TextTable;
