/** Words of the mails about a gathering, and of its entry in the calendar. */
import type { TextTable } from "../web/languages.ts";

export const gatheringMailTexts = {
  when: { nb: "Når", nn: "Når", en: "When" },
  place: { nb: "Sted", nn: "Stad", en: "Where" },
  digital: { nb: "Digitalt", nn: "Digitalt", en: "Online" },
  yes: { nb: "Ja", nn: "Ja", en: "Yes" },
  maybe: { nb: "Kanskje", nn: "Kanskje", en: "Maybe" },
  no: { nb: "Nei", nn: "Nei", en: "No" },
  agenda: { nb: "Dette skal vi", nn: "Dette skal vi", en: "What we will do" },
  minutes: {
    nb: (n: number, words: string) => (n === 1 ? "ett minutt" : `${words} minutter`),
    nn: (n: number, words: string) => (n === 1 ? "eitt minutt" : `${words} minutt`),
    en: (n: number, words: string) => (n === 1 ? "one minute" : `${words} minutes`),
  },
  caseHeading: { nb: "Les gjerne på forhånd", nn: "Les gjerne på førehand", en: "Worth reading first" },
  caseLine: {
    nb: (minutes: string) => `Eksempelet vi skal snakke om. Det tar ${minutes} å lese.`,
    nn: (minutes: string) => `Dømet vi skal snakke om. Det tek ${minutes} å lese.`,
    en: (minutes: string) => `The case we will talk about. It takes ${minutes} to read.`,
  },
  more: { nb: "Alt om samlingen", nn: "Alt om samlinga", en: "All about the gathering" },
  changeAnswer: { nb: "Endre svaret", nn: "Endre svaret", en: "Change your answer" },

  invitation: {
    nb: (when: string, title: string) => `Samling ${when}: ${title}`,
    nn: (when: string, title: string) => `Samling ${when}: ${title}`,
    en: (when: string, title: string) => `Gathering ${when}: ${title}`,
  },
  invited: {
    nb: (network: string) => `Du er invitert til samling i ${network}.`,
    nn: (network: string) => `Du er invitert til samling i ${network}.`,
    en: (network: string) => `You are invited to a gathering of ${network}.`,
  },
  coming: {
    nb: "Møter du? Svar her, og bekreft på siden som åpner seg.",
    nn: "Møter du? Svar her, og stadfest på sida som opnar seg.",
    en: "Will you be there? Answer here, and confirm on the page that opens.",
  },
  inCalendar: {
    nb: "Du kan også svare med knappene i kalenderen din.",
    nn: "Du kan òg svare med knappane i kalenderen din.",
    en: "You can also answer with the buttons in your own calendar.",
  },
  ownLink: {
    nb: "Knappene er bare dine og virker uten innlogging. Send dem ikke videre.",
    nn: "Knappane er berre dine og verkar utan innlogging. Ikkje send dei vidare.",
    en: "The buttons are yours alone and work without signing in. Please do not forward them.",
  },

  inSubscription: {
    nb: "Samlingen kommer av seg selv i kalenderen du abonnerer på.",
    nn: "Samlinga kjem av seg sjølv i kalenderen du abonnerer på.",
    en: "The gathering appears automatically in the calendar you subscribe to.",
  },
  choices: {
    nb: "Velg hva du får på e-post",
    nn: "Vel kva du får på e-post",
    en: "Choose what you get by email",
  },
  again: {
    nb: "Her er invitasjonen en gang til, slik samlingen er nå.",
    nn: "Her er invitasjonen ein gong til, slik samlinga er no.",
    en: "Here is the invitation again, as the gathering is now.",
  },
  standing: {
    nb: (until: string) => `Du har sagt ja til alle samlinger til og med ${until}, så du er meldt på.`,
    nn: (until: string) => `Du har sagt ja til alle samlingar til og med ${until}, så du er meld på.`,
    en: (until: string) =>
      `You have said yes to all gatherings up to and including ${until}, so you are down as coming.`,
  },
  standingOrNot: {
    nb: "Passer det ikke denne gangen? Svar nei her.",
    nn: "Passar det ikkje denne gongen? Svar nei her.",
    en: "If it does not suit you this time, answer no here.",
  },
  colleague: {
    nb: (mentor: string, network: string) =>
      `${mentor} har sagt fra at du kommer i stedet på denne samlingen i ${network}.`,
    nn: (mentor: string, network: string) =>
      `${mentor} har sagt frå at du kjem i staden på denne samlinga i ${network}.`,
    en: (mentor: string, network: string) =>
      `${mentor} has told us that you are coming in their place to this gathering of ${network}.`,
  },
  colleagueComing: {
    nb: "Stemmer det? Svar her, og bekreft på siden som åpner seg.",
    nn: "Stemmer det? Svar her, og stadfest på sida som opnar seg.",
    en: "Is that right? Answer here, and confirm on the page that opens.",
  },
  colleagueStored: {
    nb: "Vi har lagret navnet og adressen din for å kunne sende denne e-posten. Vil du ikke stå her, så svar nei og si fra til rådgiveren.",
    nn: "Vi har lagra namnet og adressa di for å kunne sende denne e-posten. Vil du ikkje stå her, så svar nei og sei frå til rådgivaren.",
    en: "We have stored your name and address so that we can send this email. If you do not want that, answer no and tell the adviser.",
  },

  reminderSilent: {
    nb: (when: string, title: string) => `Kommer du ${when}? ${title}`,
    nn: (when: string, title: string) => `Kjem du ${when}? ${title}`,
    en: (when: string, title: string) => `Are you coming on ${when}? ${title}`,
  },
  reminderSilentText: {
    nb: (network: string, when: string) =>
      `Det er samling i ${network} ${when}, og vi vet ikke om du kommer. Et nei er også et godt svar.`,
    nn: (network: string, when: string) =>
      `Det er samling i ${network} ${when}, og vi veit ikkje om du kjem. Eit nei er òg eit godt svar.`,
    en: (network: string, when: string) =>
      `${network} meets ${when}, and we do not know whether you are coming. A no is a good answer too.`,
  },
  reminderDay: {
    nb: (title: string, time: string) => `I morgen kl. ${time}: ${title}`,
    nn: (title: string, time: string) => `I morgon kl. ${time}: ${title}`,
    en: (title: string, time: string) => `Tomorrow at ${time}: ${title}`,
  },
  reminderToday: {
    nb: (title: string, time: string) => `I dag kl. ${time}: ${title}`,
    nn: (title: string, time: string) => `I dag kl. ${time}: ${title}`,
    en: (title: string, time: string) => `Today at ${time}: ${title}`,
  },
  reminderDayText: {
    nb: (network: string) => `Vi minner om samlingen i ${network}.`,
    nn: (network: string) => `Vi minner om samlinga i ${network}.`,
    en: (network: string) => `A reminder about the gathering of ${network}.`,
  },
  reminderCannot: {
    nb: "Kan du ikke likevel? Si fra her, så vet de andre det.",
    nn: "Kan du ikkje likevel? Sei frå her, så veit dei andre det.",
    en: "If you cannot come after all, tell us here, so that the others know.",
  },
  reminderMaybe: {
    nb: "Vet du det nå? Svar her, og bekreft på siden som åpner seg.",
    nn: "Veit du det no? Svar her, og stadfest på sida som opnar seg.",
    en: "Do you know now? Answer here, and confirm on the page that opens.",
  },

  offer: {
    nb: (deadline: string, when: string) => `Ledig plass til deg, svar innen ${deadline}: samling ${when}`,
    nn: (deadline: string, when: string) => `Ledig plass til deg, svar innan ${deadline}: samling ${when}`,
    en: (deadline: string, when: string) => `A place for you if you answer by ${deadline}: gathering ${when}`,
  },
  offerText: {
    nb: (deadline: string) =>
      `En plass ble ledig, og du er først i køen. Vi holder den av til deg til ${deadline}. Etter det går den til nestemann.`,
    nn: (deadline: string) =>
      `Ein plass vart ledig, og du er først i køen. Vi held han av til deg til ${deadline}. Etter det går han til nestemann.`,
    en: (deadline: string) =>
      `A place has come free, and you are first on the waiting list. We will keep it for you until ${deadline}. After that it goes to the next person.`,
  },
  offerQuestion: {
    nb: "Kan du komme?",
    nn: "Kan du kome?",
    en: "Can you come?",
  },
  takePlace: { nb: "Se plassen", nn: "Sjå plassen", en: "See the offer" },

  moved: {
    nb: (when: string, title: string) => `Endret til ${when}: ${title}`,
    nn: (when: string, title: string) => `Endra til ${when}: ${title}`,
    en: (when: string, title: string) => `Changed to ${when}: ${title}`,
  },
  movedText: {
    nb: "Tid eller sted er endret. Dette gjelder nå:",
    nn: "Tid eller stad er endra. Dette gjeld no:",
    en: "The time or place has changed. This is what applies now:",
  },
  movedWaiting: {
    nb: "Det er ikke plass til alle i rommet, og du står på venteliste. De som sa ja først, har plassene. Blir en ledig, går den til den første i køen, og du får e-post.",
    nn: "Det er ikkje plass til alle i rommet, og du står på venteliste. Dei som sa ja først, har plassane. Blir ein ledig, går han til den første i køen, og du får e-post.",
    en: "There is not room for everyone, and you are on the waiting list. Those who said yes first have the places. If one comes free, it goes to the first on the list, and you will get an email.",
  },
  unseatedText: {
    nb: "Det ble færre plasser i rommet enn vi regnet med. De som sa ja først, har beholdt plassen, og du står nå øverst på ventelista. Blir en plass ledig, får du e-post.",
    nn: "Det vart færre plassar i rommet enn vi rekna med. Dei som sa ja først, har halde på plassen, og du står no øvst på ventelista. Blir ein plass ledig, får du e-post.",
    en: "There are fewer places in the room than we expected. Those who said yes first have kept theirs, and you are now at the top of the waiting list. If a place comes free, you will get an email.",
  },
  movedFromTo: {
    nb: (from: string, to: string) => `Flyttet fra ${from} til ${to}.`,
    nn: (from: string, to: string) => `Flytta frå ${from} til ${to}.`,
    en: (from: string, to: string) => `Moved from ${from} to ${to}.`,
  },
  placeFromTo: {
    nb: (from: string, to: string) => `Nytt sted: ${to}. Før sto det ${from}.`,
    nn: (from: string, to: string) => `Ny stad: ${to}. Før stod det ${from}.`,
    en: (from: string, to: string) => `New place: ${to}. It was ${from} before.`,
  },
  placeNow: {
    nb: (to: string) => `Nytt sted: ${to}.`,
    nn: (to: string) => `Ny stad: ${to}.`,
    en: (to: string) => `New place: ${to}.`,
  },
  placeGone: {
    nb: (from: string) => `Den er ikke lenger her: ${from}.`,
    nn: (from: string) => `Ho er ikkje lenger her: ${from}.`,
    en: (from: string) => `It is no longer here: ${from}.`,
  },
  confirmYes: {
    nb: "Du sa ja til forrige tid. Passer det fortsatt? Svar her, og bekreft på siden som åpner seg.",
    nn: "Du sa ja til førre tid. Passar det framleis? Svar her, og stadfest på sida som opnar seg.",
    en: "You said yes to the earlier time. Does it still suit you? Answer here, and confirm on the page that opens.",
  },
  confirmMaybe: {
    nb: "Du sa kanskje til forrige tid. Hva med denne? Svar her, og bekreft på siden som åpner seg.",
    nn: "Du sa kanskje til førre tid. Kva med denne? Svar her, og stadfest på sida som opnar seg.",
    en: "You said maybe to the earlier time. What about this one? Answer here, and confirm on the page that opens.",
  },
  confirmNo: {
    nb: "Du kunne ikke sist. Passer det nå? Svar her, og bekreft på siden som åpner seg.",
    nn: "Du kunne ikkje sist. Passar det no? Svar her, og stadfest på sida som opnar seg.",
    en: "You could not make the earlier time. Does this suit you? Answer here, and confirm on the page that opens.",
  },
  changed: {
    nb: (when: string, title: string) => `Nytt om samlingen ${when}: ${title}`,
    nn: (when: string, title: string) => `Nytt om samlinga ${when}: ${title}`,
    en: (when: string, title: string) => `News about the gathering on ${when}: ${title}`,
  },
  changedText: {
    nb: "Innholdet i samlingen er endret. Tid og sted er som før.",
    nn: "Innhaldet i samlinga er endra. Tid og stad er som før.",
    en: "The content of the gathering has changed. The time and place are as before.",
  },

  cancelled: {
    nb: (when: string, title: string) => `Avlyst: ${when}, ${title}`,
    nn: (when: string, title: string) => `Avlyst: ${when}, ${title}`,
    en: (when: string, title: string) => `Cancelled: ${when}, ${title}`,
  },
  cancelledText: {
    nb: (when: string) => `Samlingen ${when} er avlyst.`,
    nn: (when: string) => `Samlinga ${when} er avlyst.`,
    en: (when: string) => `The gathering on ${when} has been cancelled.`,
  },
  leavesCalendar: {
    nb: "Ligger den i kalenderen din, tas den bort derfra.",
    nn: "Ligg ho i kalenderen din, blir ho teken bort derifrå.",
    en: "If it is in your calendar, it will be removed.",
  },
  withdrawn: {
    nb: (when: string, title: string) => `Invitasjonen er trukket: ${when}, ${title}`,
    nn: (when: string, title: string) => `Invitasjonen er trekt: ${when}, ${title}`,
    en: (when: string, title: string) => `Invitation withdrawn: ${when}, ${title}`,
  },
  withdrawnText: {
    nb: (when: string) => `Du er ikke lenger invitert til samlingen ${when}.`,
    nn: (when: string) => `Du er ikkje lenger invitert til samlinga ${when}.`,
    en: (when: string) => `You are no longer invited to the gathering on ${when}.`,
  },
  isItWrong: {
    nb: "Er det en feil? Si fra til rådgiveren i nettverket.",
    nn: "Er det ein feil? Sei frå til rådgivaren i nettverket.",
    en: "Is this a mistake? Tell your network’s adviser.",
  },

  answerIsYes: {
    nb: "Du har svart ja, og plassen er din.",
    nn: "Du har svara ja, og plassen er din.",
    en: "You have answered yes, and the place is yours.",
  },
  answerIsDigital: {
    nb: "Du har svart ja og er med digitalt.",
    nn: "Du har svara ja og er med digitalt.",
    en: "You have answered yes and are joining online.",
  },
  answerIsWaiting: {
    nb: "Du har svart ja og står på venteliste.",
    nn: "Du har svara ja og står på venteliste.",
    en: "You have answered yes and are on the waiting list.",
  },
  answerIsMaybe: { nb: "Du har svart kanskje.", nn: "Du har svara kanskje.", en: "You have answered maybe." },
  answerIsNo: { nb: "Du har svart nei.", nn: "Du har svara nei.", en: "You have answered no." },
  answered: {
    nb: (answer: string, when: string) => `Du har svart ${answer}: samling ${when}`,
    nn: (answer: string, when: string) => `Du har svara ${answer}: samling ${when}`,
    en: (answer: string, when: string) => `You answered ${answer}: gathering ${when}`,
  },
  byAdviser: {
    nb: "Rådgiveren skrev det inn for deg.",
    nn: "Rådgivaren skreiv det inn for deg.",
    en: "The adviser entered it for you.",
  },
  mayChange: {
    nb: "Blir det annerledes, kan du endre svaret helt til samlingen begynner.",
    nn: "Blir det annleis, kan du endre svaret heilt til samlinga byrjar.",
    en: "If things change, you can change your answer until the gathering begins.",
  },

  waiting: {
    nb: (when: string) => `Du står på venteliste: samling ${when}`,
    nn: (when: string) => `Du står på venteliste: samling ${when}`,
    en: (when: string) => `You are on the waiting list: gathering ${when}`,
  },
  waitingText: {
    nb: "Rommet er fullt akkurat nå. Blir en plass ledig, går den til den som har ventet lengst, og du får en e-post når det er deg.",
    nn: "Rommet er fullt akkurat no. Blir ein plass ledig, går han til den som har venta lengst, og du får ein e-post når det er deg.",
    en: "The room is full just now. If a place comes free, it goes to whoever has waited longest, and you will get an email when that is you.",
  },
  ratherDigital: {
    nb: "Vil du være sikker på å få være med, kan du velge å delta digitalt.",
    nn: "Vil du vere sikker på å få vere med, kan du velje å delta digitalt.",
    en: "To be sure of taking part, you can choose to join online.",
  },
  seat: {
    nb: (when: string) => `Plassen er din: samling ${when}`,
    nn: (when: string) => `Plassen er din: samling ${when}`,
    en: (when: string) => `You have a place: gathering ${when}`,
  },
  seatText: {
    nb: "En plass ble ledig, og den er din. Velkommen!",
    nn: "Ein plass vart ledig, og han er din. Velkomen!",
    en: "A place has come free, and it is yours. Welcome!",
  },
  staysDeclined: {
    nb: "Ligger samlingen i kalenderen din, blir den nå merket som avslått der.",
    nn: "Ligg samlinga i kalenderen din, blir ho no merkt som avslått der.",
    en: "If the gathering is in your calendar, it is now marked there as declined.",
  },
  seatOrNot: {
    nb: "Kan du ikke likevel? Si fra, så får nestemann plassen.",
    nn: "Kan du ikkje likevel? Sei frå, så får nestemann plassen.",
    en: "If you cannot come after all, tell us, and the next on the waiting list gets the place.",
  },
} satisfies TextTable;
