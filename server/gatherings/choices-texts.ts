/** Words of the page where one chooses what to get by mail, and of unsubscribing. */
import type { TextTable } from "../web/languages.ts";

export const choicesTexts = {
  title: { nb: "Hva du får på e-post", nn: "Kva du får på e-post", en: "What you get by email" },
  forWhom: {
    nb: (name: string) => `Dette gjelder ${name}.`,
    nn: (name: string) => `Dette gjeld ${name}.`,
    en: (name: string) => `These choices are for ${name}.`,
  },
  mails: { nb: "E-post om samlinger", nn: "E-post om samlingar", en: "Email about gatherings" },
  invitations: {
    nb: "Invitasjoner til nye samlinger",
    nn: "Invitasjonar til nye samlingar",
    en: "Invitations to new gatherings",
  },
  reminders: {
    nb: "Påminnelser: en uke før hvis du ikke har svart, og dagen før hvis du kommer",
    nn: "Påminningar: ei veke før om du ikkje har svara, og dagen før om du kjem",
    en: "Reminders: a week before if you have not answered, and the day before if you are coming",
  },
  changes: {
    nb: "Beskjed når innhold, tid eller sted endres",
    nn: "Beskjed når innhald, tid eller stad blir endra",
    en: "A message when the content, time or place changes",
  },
  always: {
    nb: "Uansett hva du velger: Har du svart ja eller kanskje, får du beskjed hvis samlingen flyttes eller avlyses, så du ikke møter opp forgjeves. Svarer du på noe her, får du en bekreftelse. Ber du om å logge inn, får du lenka.",
    nn: "Uansett kva du vel: Har du svara ja eller kanskje, får du beskjed om samlinga blir flytta eller avlyst, så du ikkje møter opp forgjeves. Svarar du på noko her, får du ei stadfesting. Bed du om å logge inn, får du lenkja.",
    en: "Whatever you choose: if you answered yes or maybe, you are told if the gathering is moved or cancelled, so that you do not turn up for nothing. When you answer something here, you get a confirmation. When you ask to sign in, you get the link.",
  },
  withoutInvitations: {
    nb: "Slår du av invitasjoner, står du fortsatt på lista, og du finner samlingene når du logger inn.",
    nn: "Slår du av invitasjonar, står du framleis på lista, og du finn samlingane når du loggar inn.",
    en: "If you turn invitations off, you are still on the list, and you find the gatherings when you sign in.",
  },
  calendar: {
    nb: "Hvordan skal samlinger komme i kalenderen din?",
    nn: "Korleis skal samlingar kome i kalenderen din?",
    en: "How should gatherings get into your calendar?",
  },
  byMail: {
    nb: "Som kalenderinvitasjon i e-posten",
    nn: "Som kalenderinvitasjon i e-posten",
    en: "As a calendar invitation in the email",
  },
  byFeed: {
    nb: "Gjennom kalenderen jeg abonnerer på",
    nn: "Gjennom kalenderen eg abonnerer på",
    en: "Through the calendar I subscribe to",
  },
  feedInstead: {
    nb: "Samlingene kommer som kalenderinvitasjon i e-posten.",
    nn: "Samlingane kjem som kalenderinvitasjon i e-posten.",
    en: "Gatherings come as calendar invitations in the email.",
  },
  toFeed: {
    nb: "Vil du heller abonnere på dem? Slå det på her",
    nn: "Vil du heller abonnere på dei? Slå det på her",
    en: "Would you rather subscribe? Turn it on here",
  },
  feedAddress: {
    nb: "Adressen til abonnementet",
    nn: "Adressa til abonnementet",
    en: "The address of the subscription",
  },
  language: { nb: "Språk i e-posten", nn: "Språk i e-posten", en: "Language of the email" },

  stopTitle: { nb: "Meld deg av e-post", nn: "Meld deg av e-post", en: "Unsubscribe" },
  stopText: {
    nb: "Melder du deg av, får du verken påminnelser eller beskjed når innholdet i en samling endres. Har du svart ja eller kanskje, får du fortsatt beskjed hvis den flyttes eller avlyses. Invitasjonene kommer også fortsatt; dem slår du av for seg.",
    nn: "Melder du deg av, får du verken påminningar eller beskjed når innhaldet i ei samling blir endra. Har du svara ja eller kanskje, får du framleis beskjed om ho blir flytta eller avlyst. Invitasjonane kjem òg framleis; dei slår du av for seg.",
    en: "If you unsubscribe, you will get no more reminders, and no email when the content of a gathering changes. If you answered yes or maybe, you are still told if it is moved or cancelled. Invitations also still come; you turn those off separately.",
  },
  stop: { nb: "Meld meg av", nn: "Meld meg av", en: "Unsubscribe me" },
  choose: { nb: "Velg selv hva du får", nn: "Vel sjølv kva du får", en: "Choose what you get" },
} satisfies TextTable;
