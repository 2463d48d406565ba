/** Words of the calendars one subscribes to, and of the page where they are turned on. */
import type { TextTable } from "../web/languages.ts";

export const feedTexts = {
  name: { nb: "Mentornettverk", nn: "Mentornettverk", en: "Mentor network" },
  cancelled: {
    nb: (title: string) => `AVLYST: ${title}`,
    nn: (title: string) => `AVLYST: ${title}`,
    en: (title: string) => `CANCELLED: ${title}`,
  },
  online: {
    nb: (link: string) => `Digitalt: ${link}`,
    nn: (link: string) => `Digitalt: ${link}`,
    en: (link: string) => `Online: ${link}`,
  },

  title: {
    nb: "Samlingene i kalenderen din",
    nn: "Samlingane i kalenderen din",
    en: "Gatherings in your calendar",
  },
  intro: {
    nb: "Abonner på samlingene du er invitert til. De kommer av seg selv, og flyttes eller avlyses de, følger kalenderen med.",
    nn: "Abonner på samlingane du er invitert til. Dei kjem av seg sjølve, og blir dei flytta eller avlyste, følgjer kalenderen med.",
    en: "Subscribe to the gatherings you are invited to. They appear automatically, and your calendar keeps up when they are moved or cancelled.",
  },
  instead: {
    nb: "Da legger vi ikke lenger ved kalenderinvitasjonen i e-posten, så ingenting står to ganger. Det du allerede har i kalenderen, blir stående der. Du svarer fortsatt fra e-posten eller her.",
    nn: "Då legg vi ikkje lenger ved kalenderinvitasjonen i e-posten, så ingenting står to gonger. Det du allereie har i kalenderen, blir ståande der. Du svarar framleis frå e-posten eller her.",
    en: "We then stop attaching the calendar invitation to the email, so that nothing appears twice. What is already in your calendar stays there. You still answer from the email, or here.",
  },
  networkTitle: {
    nb: (network: string) => `Kalender for ${network}`,
    nn: (network: string) => `Kalender for ${network}`,
    en: (network: string) => `Calendar for ${network}`,
  },
  networkIntro: {
    nb: "Alle samlinger i nettverket der invitasjonene er sendt. For en felles kalender eller en skjerm på veggen; de som får invitasjon på e-post, trenger den ikke.",
    nn: "Alle samlingar i nettverket der invitasjonane er sende. For ein felles kalender eller ein skjerm på veggen; dei som får invitasjon på e-post, treng han ikkje.",
    en: "All the network’s gatherings that people have been invited to. For a shared calendar or a screen on the wall; those who get invitations by email do not need it.",
  },
  turnOn: { nb: "Slå på abonnementet", nn: "Slå på abonnementet", en: "Turn on the subscription" },
  isOn: { nb: "Abonnementet er på.", nn: "Abonnementet er på.", en: "The subscription is on." },
  open: {
    nb: "Åpne i kalenderprogrammet",
    nn: "Opne i kalenderprogrammet",
    en: "Open in my calendar app",
  },
  address: { nb: "Adressen", nn: "Adressa", en: "The address" },
  addressHint: {
    nb: "Kopier den og legg den til i kalenderen som «abonner fra nett». I Outlook: Legg til kalender. I Google: «Andre kalendere» og «Fra nettadresse».",
    nn: "Kopier adressa og legg ho til i kalenderen som «abonner frå nett». I Outlook: Legg til kalender. I Google: «Andre kalendere» og «Fra nettadresse».",
    en: "Copy it and add it to your calendar as “subscribe from web”. In Outlook: Add calendar. In Google: “Other calendars” and “From URL”.",
  },
  secret: {
    nb: "Den som har adressen, kan se kalenderen uten å logge inn. Har feil person fått den, så lag en ny.",
    nn: "Den som har adressa, kan sjå kalenderen utan å logge inn. Har feil person fått adressa, så lag ei ny.",
    en: "Whoever has the address can see the calendar without signing in. If the wrong person has it, make a new one.",
  },
  slow: {
    nb: "Noen kalendere henter nytt bare én gang i døgnet.",
    nn: "Nokre kalendrar hentar nytt berre éin gong i døgnet.",
    en: "Some calendars update only once a day.",
  },
  renew: { nb: "Lag ny adresse", nn: "Lag ny adresse", en: "Make a new address" },
  turnOff: { nb: "Slå av", nn: "Slå av", en: "Turn off" },
  offMeans: {
    nb: "Slår du av, slutter adressen å virke, og du får kalenderinvitasjonene på e-post igjen.",
    nn: "Slår du av, sluttar adressa å verke, og du får kalenderinvitasjonane på e-post igjen.",
    en: "If you turn it off, the address stops working and calendar invitations come by email again.",
  },
  offMeansNetwork: {
    nb: "Slår du av, slutter adressen å virke for alle som abonnerer.",
    nn: "Slår du av, sluttar adressa å verke for alle som abonnerer.",
    en: "If you turn it off, the address stops working for everyone who subscribes.",
  },
  mailChoices: {
    nb: "Velg hva du får på e-post",
    nn: "Vel kva du får på e-post",
    en: "Choose what you get by email",
  },
} satisfies TextTable;
