/** Words about mail that came in: the adviser's queue, and the question to the person. */
import type { TextTable } from "../web/languages.ts";

export const postTexts = {
  title: { nb: "E-post som trenger deg", nn: "E-post som treng deg", en: "Email that needs you" },
  intro: {
    nb: "Svar fra kalenderen går rett inn. Her er det som bare et menneske kan forstå.",
    nn: "Svar frå kalenderen går rett inn. Her er det berre eit menneske kan forstå.",
    en: "Answers from calendars go straight in. This is what only a person can understand.",
  },
  nothing: {
    nb: "Ingenting venter. Alt som har kommet, er tatt hånd om.",
    nn: "Ingenting ventar. Alt som har kome, er teke hand om.",
    en: "Nothing is waiting. Everything that came in has been dealt with.",
  },
  from: { nb: "Fra", nn: "Frå", en: "From" },
  came: { nb: "Mottatt", nn: "Motteke", en: "Received" },
  about: { nb: "Gjelder", nn: "Gjeld", en: "About" },
  subject: { nb: "Emne", nn: "Emne", en: "Subject" },
  whose: { nb: "Invitert", nn: "Invitert", en: "Invited" },
  unknownSender: { nb: "Ukjent avsender", nn: "Ukjend avsendar", en: "Unknown sender" },
  noWords: {
    nb: "Meldingen har ingen tekst.",
    nn: "Meldinga har ingen tekst.",
    en: "The message has no text.",
  },
  handled: { nb: "Ferdig", nn: "Ferdig", en: "Done" },
  toAnswers: { nb: "Se svarene", nn: "Sjå svara", en: "See the answers" },
  older: { nb: "Vis eldre", nn: "Vis eldre", en: "Show older" },

  reason_words: { nb: "Skrev til dere", nn: "Skreiv til dykk", en: "Wrote to you" },
  reason_counter: {
    nb: "Foreslår et annet tidspunkt",
    nn: "Føreslår eit anna tidspunkt",
    en: "Suggests another time",
  },
  reason_delegated: {
    nb: "Har sendt invitasjonen videre",
    nn: "Har sendt invitasjonen vidare",
    en: "Has passed the invitation on",
  },
  "reason_took-back": {
    nb: "Har trukket svaret sitt",
    nn: "Har trekt svaret sitt",
    en: "Has withdrawn their answer",
  },
  "reason_not-own": {
    nb: "Noen andre svarte i stedet for den inviterte",
    nn: "Nokon andre svara i staden for den inviterte",
    en: "Someone else answered instead of the person invited",
  },
  reason_tnef: {
    nb: "Kom i et format vi ikke kan lese (winmail.dat)",
    nn: "Kom i eit format vi ikkje kan lese (winmail.dat)",
    en: "Came in a format we cannot read (winmail.dat)",
  },
  "reason_too-large": {
    nb: "For stor til at vi kan lese den",
    nn: "For stor til at vi kan lese ho",
    en: "Too large for us to read",
  },
  reason_unclear: {
    nb: "Vi forsto ikke svaret",
    nn: "Vi forstod ikkje svaret",
    en: "We did not understand the answer",
  },

  question: { nb: "Var dette deg?", nn: "Var dette deg?", en: "Was this you?" },
  questionText: {
    nb: (answer: string, address: string) => `Noen svarte ${answer} på invitasjonen din fra ${address}.`,
    nn: (answer: string, address: string) => `Nokon svara ${answer} på invitasjonen din frå ${address}.`,
    en: (answer: string, address: string) =>
      `Someone answered ${answer} to your invitation, from ${address}.`,
  },
  whyAsked: {
    nb: "Vi kjenner ikke den adressen som din, eller kan ikke se at e-posten kom derfra. Svaret teller ikke før du har sagt ja.",
    nn: "Vi kjenner ikkje den adressa som di, eller kan ikkje sjå at e-posten kom derifrå. Svaret tel ikkje før du har sagt ja.",
    en: "We do not know that address as yours, or cannot see that the email came from there. The answer does not count until you have said yes.",
  },
  wasMe: { nb: "Ja, det var meg", nn: "Ja, det var meg", en: "Yes, it was me" },
  wasNotMe: { nb: "Nei, det var ikke meg", nn: "Nei, det var ikkje meg", en: "No, it was not me" },
  answer_yes: { nb: "ja", nn: "ja", en: "yes" },
  answer_maybe: { nb: "kanskje", nn: "kanskje", en: "maybe" },
  answer_no: { nb: "nei", nn: "nei", en: "no" },
  decidedOwn: {
    nb: "Takk. Du har sagt at det var deg.",
    nn: "Takk. Du har sagt at det var deg.",
    en: "Thank you. You have said that it was you.",
  },
  decidedNotOwn: {
    nb: "Takk for at du sa fra. Svaret teller ikke, og rådgiveren får vite det.",
    nn: "Takk for at du sa frå. Svaret tel ikkje, og rådgivaren får vite det.",
    en: "Thank you for telling us. The answer does not count, and the adviser will be told.",
  },
  ownAnswer: {
    nb: "Se eller gi svaret ditt",
    nn: "Sjå eller gi svaret ditt",
    en: "See or give your answer",
  },
  answerPage: { nb: "Svar her", nn: "Svar her", en: "Answer here" },
  questionButton: { nb: "Svar på spørsmålet", nn: "Svar på spørsmålet", en: "Answer the question" },
  subjectLine: {
    nb: (begins: string) => `Var dette deg? Svar til samling ${begins}`,
    nn: (begins: string) => `Var dette deg? Svar til samling ${begins}`,
    en: (begins: string) => `Was this you? Answer about the gathering on ${begins}`,
  },
  chooseOne: { nb: "Velg om det var deg.", nn: "Vel om det var deg.", en: "Choose whether it was you." },
} satisfies TextTable;
