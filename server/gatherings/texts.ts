/** Words for those who come: the list, the gathering, the answer. */
import { numberInWords, numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

export const gatheringTexts = {
  gatherings: { nb: "Samlinger", nn: "Samlingar", en: "Gatherings" },
  next: { nb: "Neste samling", nn: "Neste samling", en: "Next gathering" },
  coming: { nb: "Kommende", nn: "Komande", en: "Coming up" },
  past: { nb: "Tidligere", nn: "Tidlegare", en: "Past" },
  noneComing: {
    nb: "Det er ingen samlinger framover ennå. Du får en e-post når det kommer en.",
    nn: "Det er ingen samlingar framover enno. Du får ein e-post når det kjem ei.",
    en: "No gatherings are planned yet. You will get an email when there is one.",
  },
  nonePlanned: {
    nb: "Ingen samlinger framover. Planlegg en sesong, så er datoene på plass med én gang.",
    nn: "Ingen samlingar framover. Planlegg ein sesong, så er datoane på plass med ein gong.",
    en: "No gatherings are planned. Plan a season, and all the dates are set in one go.",
  },
  nonePast: { nb: "Ingen ennå.", nn: "Ingen enno.", en: "None yet." },
  showMore: { nb: "Vis flere", nn: "Vis fleire", en: "Show more" },
  toFirst: { nb: "Til de nyeste", nn: "Til dei nyaste", en: "Back to the latest" },
  wishes: { nb: "Temaønsker", nn: "Temaønske", en: "Topic requests" },
  planSeason: { nb: "Planlegg en sesong", nn: "Planlegg ein sesong", en: "Plan a season" },
  newGathering: { nb: "Ny samling", nn: "Ny samling", en: "New gathering" },
  when: { nb: "Når", nn: "Når", en: "When" },
  where: { nb: "Hvor", nn: "Kvar", en: "Where" },
  digitalRoom: { nb: "Digitalt", nn: "Digitalt", en: "Online" },
  orOnline: { nb: "eller digitalt", nn: "eller digitalt", en: "or online" },
  tag_room: { nb: "Du kommer", nn: "Du kjem", en: "You are coming" },
  tag_digital: { nb: "Du blir med digitalt", nn: "Du blir med digitalt", en: "You are joining online" },
  tag_waiting: { nb: "På venteliste", nn: "På venteliste", en: "On the waiting list" },
  tag_reconfirm: { nb: "Må bekreftes", nn: "Må stadfestast", en: "Please confirm" },
  tag_maybe: { nb: "Kanskje", nn: "Kanskje", en: "Maybe" },
  tag_no: { nb: "Du kommer ikke", nn: "Du kjem ikkje", en: "You are not coming" },
  tag_silent: { nb: "Ikke svart", nn: "Ikkje svara", en: "Not answered" },
  joinLink: { nb: "Bli med digitalt", nn: "Bli med digitalt", en: "Join online" },
  yearWheel: { nb: "Årshjulet", nn: "Årshjulet", en: "The year wheel" },
  ring: { nb: "Hvem ringer jeg?", nn: "Kven ringjer eg?", en: "Who do I ring?" },
  onlyCounsellors: { nb: "Bare veiledere", nn: "Berre rettleiarar", en: "Counsellors only" },
  theme: { nb: "Tema", nn: "Tema", en: "Theme" },
  network: { nb: "Nettverk", nn: "Nettverk", en: "Network" },
  placeOpen: { nb: "Stedet er ikke bestemt", nn: "Staden er ikkje bestemt", en: "Place to be decided" },
  sentOn: {
    nb: (date: string) => `Sendes ${date}`,
    nn: (date: string) => `Blir send ${date}`,
    en: (date: string) => `Sent on ${date}`,
  },
  anyNetwork: { nb: "Alle nettverk", nn: "Alle nettverk", en: "All networks" },
  show: { nb: "Vis", nn: "Vis", en: "Show" },
  yearWheelOf: {
    nb: (year: string) => `Årshjulet for ${year}`,
    nn: (year: string) => `Årshjulet for ${year}`,
    en: (year: string) => `The year wheel for ${year}`,
  },
  stateDraft: { nb: "Utkast", nn: "Utkast", en: "Draft" },
  stateCancelled: { nb: "Avlyst", nn: "Avlyst", en: "Cancelled" },
  stateNow: { nb: "Pågår nå", nn: "Går føre seg no", en: "Under way" },
  cancelledWhy: {
    nb: (reason: string) => `Samlingen er avlyst. ${reason}`,
    nn: (reason: string) => `Samlinga er avlyst. ${reason}`,
    en: (reason: string) => `This gathering has been cancelled. ${reason}`,
  },
  wasThere: { nb: "Du var der", nn: "Du var der", en: "You were there" },

  // Own answer
  question: { nb: "Kommer du?", nn: "Kjem du?", en: "Are you coming?" },
  questionNamed: {
    nb: (name: string) => `${name}, kommer du?`,
    nn: (name: string) => `${name}, kjem du?`,
    en: (name: string) => `${name}, are you coming?`,
  },
  yes: { nb: "Ja", nn: "Ja", en: "Yes" },
  maybe: { nb: "Kanskje", nn: "Kanskje", en: "Maybe" },
  no: { nb: "Nei", nn: "Nei", en: "No" },
  yesRoom: { nb: "Ja, jeg kommer", nn: "Ja, eg kjem", en: "Yes, I am coming" },
  yesDigital: {
    nb: "Ja, jeg blir med digitalt",
    nn: "Ja, eg blir med digitalt",
    en: "Yes, I will join online",
  },
  maybeLong: {
    nb: "Kanskje – jeg vet ikke ennå",
    nn: "Kanskje – eg veit ikkje enno",
    en: "Maybe – I do not know yet",
  },
  noLong: { nb: "Nei, ikke denne gangen", nn: "Nei, ikkje denne gongen", en: "No, not this time" },
  pickAnswer: {
    nb: "Velg om du kommer eller ikke.",
    nn: "Vel om du kjem eller ikkje.",
    en: "Choose whether you are coming.",
  },
  words: {
    nb: "Noe rådgiveren bør vite?",
    nn: "Noko rådgivaren bør vite?",
    en: "Anything the adviser should know?",
  },
  wordsHint: {
    nb: "Bare rådgiverne ser det. Slettes 30 dager etter samlingen.",
    nn: "Berre rådgivarane ser det. Blir sletta 30 dagar etter samlinga.",
    en: "Only the advisers see it. Deleted 30 days after the gathering.",
  },
  needs: {
    nb: "Mat, allergi eller tilrettelegging",
    nn: "Mat, allergi eller tilrettelegging",
    en: "Food, allergies or access",
  },
  needsHint: {
    nb: "Bare rådgiverne ser det. Slettes sju dager etter samlingen.",
    nn: "Berre rådgivarane ser det. Blir sletta sju dagar etter samlinga.",
    en: "Only the advisers see it. Deleted seven days after the gathering.",
  },
  keptHint: {
    nb: "Det du skrev sist, er lagret. Skriv bare hvis du vil erstatte det.",
    nn: "Det du skreiv sist, er lagra. Skriv berre om du vil erstatte det.",
    en: "What you wrote last is saved. Write here only to replace it.",
  },
  moreToSay: { nb: "Legg til en beskjed", nn: "Legg til ein beskjed", en: "Add a message" },
  sendAnswer: { nb: "Send svaret", nn: "Send svaret", en: "Send answer" },
  changeAnswer: { nb: "Endre svaret", nn: "Endre svaret", en: "Change answer" },
  otherAnswer: {
    nb: "Svaret du trykket på i e-posten, er ikke lagret ennå. Trykk «Endre svaret» for å lagre det.",
    nn: "Svaret du trykte på i e-posten, er ikkje lagra enno. Trykk «Endre svaret» for å lagre det.",
    en: "The answer you pressed in the email is not saved yet. Press “Change answer” to save it.",
  },
  saidRoom: { nb: "Du kommer.", nn: "Du kjem.", en: "You are coming." },
  saidDigital: { nb: "Du blir med digitalt.", nn: "Du blir med digitalt.", en: "You are joining online." },
  saidMaybe: { nb: "Du har svart kanskje.", nn: "Du har svara kanskje.", en: "You answered maybe." },
  saidNo: { nb: "Du kommer ikke.", nn: "Du kjem ikkje.", en: "You are not coming." },
  saidNothing: {
    nb: "Du har ikke svart ennå.",
    nn: "Du har ikkje svara enno.",
    en: "You have not answered yet.",
  },
  saidWaiting: {
    nb: "Du står på venteliste.",
    nn: "Du står på venteliste.",
    en: "You are on the waiting list.",
  },
  saidReconfirm: {
    nb: "Tid eller sted er endret siden du svarte. Gi beskjed om det fortsatt passer.",
    nn: "Tid eller stad er endra sidan du svara. Gi beskjed om det framleis passar.",
    en: "The time or place has changed since you answered. Tell us whether it still suits you.",
  },
  placeInLine: {
    nb: (n: number) =>
      n === 1
        ? "Rommet er fullt. Du er først i køen og får plass hvis noen melder avbud."
        : `Rommet er fullt. Du er nummer ${n} i køen og får beskjed hvis det blir plass.`,
    nn: (n: number) =>
      n === 1
        ? "Rommet er fullt. Du er først i køen og får plass om nokon melder avbod."
        : `Rommet er fullt. Du er nummer ${n} i køen og får beskjed om det blir plass.`,
    en: (n: number) =>
      n === 1
        ? "The room is full. You are first on the waiting list and get a place if someone drops out."
        : `The room is full. You are number ${n} on the waiting list and will hear if there is a place.`,
  },
  notInvited: {
    nb: "Du er ikke invitert til denne. Vil du være med, så si fra til rådgiveren.",
    nn: "Du er ikkje invitert til denne. Vil du vere med, så sei frå til rådgivaren.",
    en: "You are not invited to this one. If you want to come, tell the adviser.",
  },
  itIsCancelled: {
    nb: "Samlingen er avlyst, så du trenger ikke svare.",
    nn: "Samlinga er avlyst, så du treng ikkje svare.",
    en: "This gathering has been cancelled, so you do not need to answer.",
  },
  itHasBegun: {
    nb: "Samlingen har begynt, så det er for sent å svare på forhånd.",
    nn: "Samlinga har begynt, så det er for seint å svare på førehand.",
    en: "The gathering has begun, so it is too late to answer beforehand.",
  },
  itIsPast: {
    nb: "Samlingen har vært, så det er for sent å svare.",
    nn: "Samlinga har vore, så det er for seint å svare.",
    en: "This gathering is over, so it is too late to answer.",
  },
  itHasChanged: {
    nb: "Tid eller sted ble endret mens siden sto åpen. Se over det nye og svar en gang til.",
    nn: "Tid eller stad vart endra medan sida stod open. Sjå over det nye og svar ein gong til.",
    en: "The time or place changed while this page was open. Look at what is new and answer again.",
  },

  // Who comes, agenda
  whoComes: { nb: "Hvem kommer", nn: "Kven kjem", en: "Who is coming" },
  howMany: {
    nb: (room: number, digital: number) =>
      room + digital === 0
        ? "Ingen har sagt ja ennå."
        : room === 0
          ? `${numberOpening(digital, "nb")} blir med digitalt.`
          : `${numberOpening(room, "nb")} kommer${digital > 0 ? `, ${numberInWords(digital, "nb")} blir med digitalt` : ""}.`,
    nn: (room: number, digital: number) =>
      room + digital === 0
        ? "Ingen har sagt ja enno."
        : room === 0
          ? `${numberOpening(digital, "nn")} blir med digitalt.`
          : `${numberOpening(room, "nn")} kjem${digital > 0 ? `, ${numberInWords(digital, "nn")} blir med digitalt` : ""}.`,
    en: (room: number, digital: number) =>
      room + digital === 0
        ? "Nobody has said yes so far."
        : room === 0
          ? `${numberOpening(digital, "en")} joining online.`
          : `${numberOpening(room, "en")} coming${digital > 0 ? `, ${numberInWords(digital, "en")} joining online` : ""}.`,
  },
  placesLeft: {
    nb: (n: number) =>
      n === 0 ? "Rommet er fullt." : n === 1 ? "Én plass igjen." : `${numberOpening(n, "nb")} plasser igjen.`,
    nn: (n: number) =>
      n === 0 ? "Rommet er fullt." : n === 1 ? "Éin plass att." : `${numberOpening(n, "nn")} plassar att.`,
    en: (n: number) =>
      n === 0 ? "The room is full." : n === 1 ? "One place left." : `${numberOpening(n, "en")} places left.`,
  },
  online: { nb: "digitalt", nn: "digitalt", en: "online" },
  agenda: { nb: "Dette skal vi", nn: "Dette skal vi", en: "What we will do" },
  agendaWas: {
    nb: "Dette sto på dagsordenen",
    nn: "Dette stod på dagsordenen",
    en: "What was on the agenda",
  },
  noAgenda: {
    nb: "Dagsordenen kommer.",
    nn: "Dagsordenen kjem.",
    en: "The agenda is yet to come.",
  },
  minutes: {
    nb: (n: number) => `${n} min`,
    nn: (n: number) => `${n} min`,
    en: (n: number) => `${n} min`,
  },
  readCase: {
    nb: (title: string, minutes: number) =>
      `Les «${title}» på forhånd – ${numberInWords(minutes, "nb")} minutter`,
    nn: (title: string, minutes: number) =>
      `Les «${title}» på førehand – ${numberInWords(minutes, "nn")} minutt`,
    en: (title: string, minutes: number) =>
      `Read “${title}” beforehand – ${numberInWords(minutes, "en")} minutes`,
  },
  reportBacks: { nb: "Tilbakemelding fra Nav", nn: "Tilbakemelding frå Nav", en: "Nav reports back" },
  reportBacksIntro: {
    nb: "Dette har noen i nettverket tatt opp. Det står på dagsordenen til svaret er lagt fram:",
    nn: "Dette har nokon i nettverket teke opp. Det står på dagsordenen til svaret er lagt fram:",
    en: "People in the network raised this. It stays on the agenda until the answer has been presented:",
  },
  reportBacksWere: {
    nb: "Dette hadde noen i nettverket tatt opp:",
    nn: "Dette hadde nokon i nettverket teke opp:",
    en: "People in the network had raised this:",
  },
  professional: { nb: "Faglig del", nn: "Fagleg del", en: "Professional part" },
  dialogue: { nb: "Dialog", nn: "Dialog", en: "Dialogue" },
  practical: { nb: "Praktisk", nn: "Praktisk", en: "Practical" },
  split: {
    nb: (professional: number, dialogue: number) =>
      `${professional} minutter faglig del, ${dialogue} minutter dialog`,
    nn: (professional: number, dialogue: number) =>
      `${professional} minutt fagleg del, ${dialogue} minutt dialog`,
    en: (professional: number, dialogue: number) =>
      `${professional} minutes professional part, ${dialogue} minutes dialogue`,
  },
  kind_professional: { nb: "Faglig del", nn: "Fagleg del", en: "Professional part" },
  kind_dialogue: { nb: "Dialog", nn: "Dialog", en: "Dialogue" },
  kind_case: { nb: "Eksempel", nn: "Døme", en: "Case" },
  kind_report_back: {
    nb: "Tilbakemelding fra Nav",
    nn: "Tilbakemelding frå Nav",
    en: "Nav reports back",
  },
  kind_nav_asks: { nb: "Nav spør", nn: "Nav spør", en: "Nav asks" },
  kind_we_tried: { nb: "Dette prøvde vi", nn: "Dette prøvde vi", en: "What we tried" },
  kind_practical: { nb: "Praktisk", nn: "Praktisk", en: "Practical" },

  // Receipt
  receiptTitle: {
    nb: "Takk, svaret er lagret",
    nn: "Takk, svaret er lagra",
    en: "Thank you, your answer is saved",
  },
  receiptWords: {
    nb: "Beskjeden din er lagret og vises bare for rådgiverne.",
    nn: "Beskjeden din er lagra, og berre rådgivarane ser han.",
    en: "Your message is saved, and only the advisers see it.",
  },
  receiptNeeds: {
    nb: "Det du skrev om mat eller tilrettelegging, slettes sju dager etter samlingen.",
    nn: "Det du skreiv om mat eller tilrettelegging, blir sletta sju dagar etter samlinga.",
    en: "What you wrote about food or access is deleted seven days after the gathering.",
  },
  changeMind: {
    nb: "Ombestemmer du deg? Bruk samme lenke i e-posten, helt fram til samlingen begynner.",
    nn: "Ombestemmer du deg? Bruk same lenkja i e-posten, heilt fram til samlinga byrjar.",
    en: "Changed your mind? Use the same link in the email, right up until it starts.",
  },
  changeNow: { nb: "Endre svaret nå", nn: "Endre svaret no", en: "Change the answer now" },
} satisfies TextTable;
