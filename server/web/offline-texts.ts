/** Words for when there is no network. */
import type { TextTable } from "./languages.ts";

export const offlineTexts = {
  appDescription: {
    nb: "Samlinger, eksempler og innspill i mentornettverket ditt",
    nn: "Samlingar, døme og innspel i mentornettverket ditt",
    en: "Gatherings, cases and feedback in your mentor network",
  },
  title: { nb: "Uten nett", nn: "Utan nett", en: "Offline" },
  asItWas: {
    nb: (moment: string) => `Får ikke kontakt med nettet. Slik var siden ${moment}`,
    nn: (moment: string) => `Får ikkje kontakt med nettet. Slik var sida ${moment}`,
    en: (moment: string) => `No connection. This is the page as it was on ${moment}`,
  },
  tryAgain: { nb: "Prøv igjen", nn: "Prøv igjen", en: "Try again" },
  notHere: {
    nb: "Får ikke kontakt med nettet, og denne siden ligger ikke på telefonen.",
    nn: "Får ikkje kontakt med nettet, og denne sida ligg ikkje på telefonen.",
    en: "No connection, and this page is not on your phone.",
  },
  intro: {
    nb: "Samlinger, eksempler og «Hvem ringer jeg?» som du har åpnet, kan du lese uten nett. Det står øverst på siden hvor gammel den er.",
    nn: "Samlingar, døme og «Kven ringjer eg?» som du har opna, kan du lese utan nett. Det står øvst på sida kor gammal ho er.",
    en: "Gatherings, cases and “Who do I ring?” that you have opened can be read offline. The top of the page says how old it is.",
  },
  listTitle: { nb: "Dette ligger på telefonen", nn: "Dette ligg på telefonen", en: "On your phone" },
  empty: {
    nb: "Ingenting ennå. Åpne neste samling og «Hvem ringer jeg?» mens du har nett, så ligger de her.",
    nn: "Ingenting enno. Opne neste samling og «Kven ringjer eg?» medan du har nett, så ligg dei her.",
    en: "Nothing yet. Open the next gathering and “Who do I ring?” while you are online, and they will be here.",
  },
  homeTitle: {
    nb: "Legg Mentornettverk på startskjermen",
    nn: "Legg Mentornettverk på startskjermen",
    en: "Put Mentor network on your home screen",
  },
  homeAndroid: {
    nb: "Android: åpne menyen i nettleseren og velg «Legg til på startskjermen».",
    nn: "Android: opne menyen i nettlesaren og vel «Legg til på startskjermen».",
    en: "Android: open the browser’s menu and choose “Add to Home screen”.",
  },
  homeApple: {
    nb: "iPhone: trykk på del-knappen i Safari og velg «Legg til på Hjem-skjerm». Du må kanskje logge inn én gang til der.",
    nn: "iPhone: trykk på del-knappen i Safari og vel «Legg til på Hjem-skjerm». Du må kanskje logge inn éin gong til der.",
    en: "iPhone: press the share button in Safari and choose “Add to Home Screen”. You may have to sign in once more there.",
  },
  goneWhen: {
    nb: "Alt forsvinner fra telefonen når du logger ut.",
    nn: "Alt forsvinn frå telefonen når du loggar ut.",
    en: "All of it is removed from the phone when you sign out.",
  },
} satisfies TextTable;

/** Words for `offline.js`, put into it when the assets are built; `{}` is the number. */
export const scriptTexts = {
  underHour: { nb: "for under en time siden", nn: "for under ein time sidan", en: "less than an hour ago" },
  hour: { nb: "for en time siden", nn: "for ein time sidan", en: "an hour ago" },
  hours: { nb: "for {} timer siden", nn: "for {} timar sidan", en: "{} hours ago" },
  days: { nb: "for {} døgn siden", nn: "for {} døgn sidan", en: "{} days ago" },
  notSent: {
    nb: "Ikke sendt. Du er uten nett.",
    nn: "Ikkje sendt. Du er utan nett.",
    en: "Not sent. You are offline.",
  },
  kept: {
    nb: "Det du skrev, ligger på denne telefonen. Send det når du har nett igjen.",
    nn: "Det du skreiv, ligg på denne telefonen. Send det når du har nett igjen.",
    en: "What you wrote is kept on this phone. Send it when you are back online.",
  },
  stands: {
    nb: "Det du skrev, står her fortsatt, men blir ikke lagret på telefonen. La siden stå åpen, og send når du har nett igjen.",
    nn: "Det du skreiv, står her framleis, men blir ikkje lagra på telefonen. La sida stå open, og send når du har nett igjen.",
    en: "What you wrote is still here, but it is not stored on the phone. Leave this page open, and send when you are back online.",
  },
  later: {
    nb: "Prøv på nytt når du har nett igjen.",
    nn: "Prøv på nytt når du har nett igjen.",
    en: "Try again when you are back online.",
  },
  back: {
    nb: "Du har nett igjen. Trykk på knappen for å sende.",
    nn: "Du har nett igjen. Trykk på knappen for å sende.",
    en: "You are back online. Press the button to send.",
  },
  restored: {
    nb: "Ikke sendt ennå. Det du skrev uten nett, er fylt inn igjen. Se over, og trykk på knappen for å sende.",
    nn: "Ikkje sendt enno. Det du skreiv utan nett, er fylt inn att. Sjå over, og trykk på knappen for å sende.",
    en: "Not sent yet. What you wrote offline is filled in again. Look it over, and press the button to send.",
  },
  discard: { nb: "Kast det", nn: "Kast det", en: "Discard it" },
  waiting: { nb: "Ikke sendt ennå:", nn: "Ikkje sendt enno:", en: "Not sent yet:" },
  stillIn: {
    nb: "Du er uten nett, så du er fortsatt logget inn. Det som lå på telefonen, er slettet. Logg ut igjen når du har nett.",
    nn: "Du er utan nett, så du er framleis logga inn. Det som låg på telefonen, er sletta. Logg ut igjen når du har nett.",
    en: "You are offline, so you are still signed in. What was kept on the phone is deleted. Sign out again when you are back online.",
  },
} satisfies Record<string, { nb: string; nn: string; en: string }>;
