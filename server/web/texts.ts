/** Words that every page uses: the frame, the menu, forms and error pages. */
import type { TextTable } from "./languages.ts";

export const sharedTexts = {
  siteName: { nb: "Mentornettverk", nn: "Mentornettverk", en: "Mentor network" },
  skipToContent: { nb: "Hopp til innholdet", nn: "Hopp til innhaldet", en: "Skip to content" },
  mainMenu: { nb: "Hovedmeny", nn: "Hovudmeny", en: "Main menu" },
  navQueue: { nb: "Venter på deg", nn: "Ventar på deg", en: "Waiting for you" },
  navGatherings: { nb: "Samlinger", nn: "Samlingar", en: "Gatherings" },
  navCases: { nb: "Eksempler", nn: "Døme", en: "Cases" },
  navInbox: { nb: "Innboks", nn: "Innboks", en: "Inbox" },
  navBoard: { nb: "Læringspunkter", nn: "Læringspunkt", en: "Learning items" },
  navYouSaid: { nb: "Du sa – Nav gjorde", nn: "Du sa – Nav gjorde", en: "You said – Nav did" },
  navRules: { nb: "Regler under press", nn: "Reglar under press", en: "Rules under pressure" },
  navCoupling: { nb: "Kobling", nn: "Kopling", en: "Coupling" },
  navNetwork: { nb: "Nettverk", nn: "Nettverk", en: "Network" },
  navUnits: { nb: "Enheter", nn: "Einingar", en: "Units" },
  navWorkplaces: { nb: "Virksomheter", nn: "Verksemder", en: "Workplaces" },
  navPeople: { nb: "Personer", nn: "Personar", en: "People" },
  ownPage: { nb: "Min side", nn: "Mi side", en: "My page" },
  signIn: { nb: "Logg inn", nn: "Logg inn", en: "Sign in" },
  signOut: { nb: "Logg ut", nn: "Logg ut", en: "Sign out" },
  giveFeedback: { nb: "Gi innspill til Nav", nn: "Gi innspel til Nav", en: "Give feedback to Nav" },
  language: { nb: "Språk", nn: "Språk", en: "Language" },
  colours: { nb: "Lys eller mørk", nn: "Lys eller mørk", en: "Light or dark" },
  coloursLight: { nb: "Lys", nn: "Lys", en: "Light" },
  coloursDark: { nb: "Mørk", nn: "Mørk", en: "Dark" },
  coloursAuto: { nb: "Som enheten", nn: "Som eininga", en: "Like my device" },
  mailChoices: { nb: "Hva du får på e-post", nn: "Kva du får på e-post", en: "What you get by email" },
  ownCalendar: { nb: "Kalender", nn: "Kalender", en: "Calendar" },
  privacy: { nb: "Personvern", nn: "Personvern", en: "Privacy" },
  demoBanner: {
    nb: "Dette er en demo. Alle personer og virksomheter er oppdiktet, og ingen e-post går ut.",
    nn: "Dette er ein demo. Alle personar og verksemder er oppdikta, og ingen e-post går ut.",
    en: "This is a demo. All people and workplaces are invented, and no email is sent.",
  },
  demoMail: { nb: "Se e-posten", nn: "Sjå e-posten", en: "See the email" },
  optional: { nb: "valgfritt", nn: "valfritt", en: "optional" },
  save: { nb: "Lagre", nn: "Lagre", en: "Save" },
  cancel: { nb: "Avbryt", nn: "Avbryt", en: "Cancel" },
  back: { nb: "Tilbake", nn: "Tilbake", en: "Back" },
  choose: { nb: "Velg", nn: "Vel", en: "Choose" },
  errorPrefix: { nb: "Feil: ", nn: "Feil: ", en: "Error: " },
  errorSummary: {
    nb: "Rett dette, så kan du gå videre:",
    nn: "Rett dette, så kan du gå vidare:",
    en: "Correct this to continue:",
  },
  noticeLabel: { nb: "Gjort", nn: "Gjort", en: "Done" },

  // Faults in forms. The part after a colon in a fault's code is the number.
  required: { nb: "Fyll ut dette feltet.", nn: "Fyll ut dette feltet.", en: "Fill in this field." },
  pickOne: { nb: "Velg ett av svarene.", nn: "Vel eitt av svara.", en: "Choose one of the answers." },
  tooLong: {
    nb: (n: string) => `Teksten er for lang. Det er plass til ${n} tegn.`,
    nn: (n: string) => `Teksten er for lang. Det er plass til ${n} teikn.`,
    en: (n: string) => `The text is too long. There is room for ${n} characters.`,
  },
  notADate: {
    nb: "Skriv en dato som finnes, for eksempel 8.12.2026.",
    nn: "Skriv ein dato som finst, til dømes 8.12.2026.",
    en: "Enter a date that exists, such as 8.12.2026.",
  },
  notATime: {
    nb: "Skriv et klokkeslett, for eksempel 13.00.",
    nn: "Skriv eit klokkeslett, til dømes 13.00.",
    en: "Enter a time, such as 13.00.",
  },
  notANumber: {
    nb: "Skriv et helt tall.",
    nn: "Skriv eit heilt tal.",
    en: "Enter a whole number.",
  },
  atLeast: {
    nb: (n: string) => `Tallet må være minst ${n}.`,
    nn: (n: string) => `Talet må vere minst ${n}.`,
    en: (n: string) => `The number must be at least ${n}.`,
  },
  atMost: {
    nb: (n: string) => `Tallet kan ikke være større enn ${n}.`,
    nn: (n: string) => `Talet kan ikkje vere større enn ${n}.`,
    en: (n: string) => `The number cannot be larger than ${n}.`,
  },
  notALink: {
    nb: "Lenka må begynne med https://",
    nn: "Lenkja må byrje med https://",
    en: "The link must begin with https://",
  },
  notAnEmail: {
    nb: "Skriv en e-postadresse, for eksempel navn@firma.no.",
    nn: "Skriv ei e-postadresse, til dømes namn@firma.no.",
    en: "Enter an email address, such as name@company.no.",
  },

  // Error pages
  notFoundTitle: {
    nb: "Vi finner ikke denne siden",
    nn: "Vi finn ikkje denne sida",
    en: "We cannot find this page",
  },
  notFoundText: {
    nb: "Kanskje er lenka gammel, eller så gjelder siden noe du ikke har tilgang til.",
    nn: "Kanskje er lenkja gammal, eller så gjeld sida noko du ikkje har tilgang til.",
    en: "The link may be old, or the page may be about something you have no access to.",
  },
  forbiddenTitle: {
    nb: "Dette har du ikke tilgang til",
    nn: "Dette har du ikkje tilgang til",
    en: "You do not have access to this",
  },
  forbiddenText: {
    nb: "Siden er for andre roller enn dem du har. Trenger du den, så spør rådgiveren i nettverket.",
    nn: "Sida er for andre roller enn dei du har. Treng du sida, så spør rådgivaren i nettverket.",
    en: "This page is for other roles than yours. If you need it, ask the adviser of the network.",
  },
  tooManyTitle: { nb: "Vent litt", nn: "Vent litt", en: "Wait a little" },
  tooManyText: {
    nb: "Du har prøvd mange ganger på kort tid. Prøv igjen om et kvarter.",
    nn: "Du har prøvd mange gonger på kort tid. Prøv igjen om eit kvarter.",
    en: "You have tried many times in a short while. Try again in fifteen minutes.",
  },
  brokenLinkTitle: {
    nb: "Lenka virker ikke lenger",
    nn: "Lenkja verkar ikkje lenger",
    en: "This link no longer works",
  },
  brokenLinkText: {
    nb: "Den kan være brukt, for gammel eller kuttet i to av e-postprogrammet. Logg inn, så finner du det du skulle.",
    nn: "Ho kan vere brukt, for gammal eller kutta i to av e-postprogrammet. Logg inn, så finn du det du skulle.",
    en: "It may be used, too old or cut in two by the email program. Sign in to find what you came for.",
  },
  tooLargeTitle: { nb: "Dette ble for stort", nn: "Dette vart for stort", en: "This was too large" },
  tooLargeText: {
    nb: "Vi tar ikke imot så mye tekst på én gang. Gå tilbake, gjør det kortere og send på nytt.",
    nn: "Vi tek ikkje imot så mykje tekst på éin gong. Gå tilbake, gjer det kortare og send på nytt.",
    en: "We cannot take that much text at once. Go back, make it shorter and send it again.",
  },
  badRequestTitle: {
    nb: "Vi forsto ikke det som ble sendt",
    nn: "Vi forstod ikkje det som vart sendt",
    en: "We did not understand what was sent",
  },
  badRequestText: {
    nb: "Gå tilbake og prøv igjen.",
    nn: "Gå tilbake og prøv igjen.",
    en: "Go back and try again.",
  },
  brokenTitle: {
    nb: "Noe gikk galt hos oss",
    nn: "Noko gjekk gale hos oss",
    en: "Something went wrong on our side",
  },
  brokenText: {
    nb: "Det du gjorde, er kanskje ikke lagret. Prøv igjen om litt. Skjer det igjen, så si fra og ta med denne koden:",
    nn: "Det du gjorde, er kanskje ikkje lagra. Prøv igjen om litt. Skjer det igjen, så sei frå og ta med denne koden:",
    en: "What you did may not have been saved. Try again in a while. If it happens again, tell us and include this code:",
  },
  toFrontPage: { nb: "Til forsiden", nn: "Til framsida", en: "To the front page" },
} satisfies TextTable;
