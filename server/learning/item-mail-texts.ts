/** Words of mails about learning items. */
import type { TextTable } from "../web/languages.ts";

export const itemMailTexts = {
  // Mails
  mailWaiting: {
    nb: "Et spørsmål venter på deg",
    nn: "Eit spørsmål ventar på deg",
    en: "A question is waiting for you",
  },
  mailWaitingText: {
    nb: "Mentorene i et nettverk spør Nav om dette. Du fyller ut fire felt.",
    nn: "Mentorane i eit nettverk spør Nav om dette. Du fyller ut fire felt.",
    en: "The mentors in a network are asking Nav about this. There are four fields to fill in.",
  },
  mailAnswer: {
    nb: "Se spørsmålet og svar",
    nn: "Sjå spørsmålet og svar",
    en: "See the question and answer",
  },
  mailSee: { nb: "Se svaret", nn: "Sjå svaret", en: "See the answer" },
  mailParaphrase: {
    nb: "Er denne omskrivingen grei?",
    nn: "Er denne omskrivinga grei?",
    en: "Is this paraphrase all right?",
  },
  mailParaphraseText: {
    nb: "Rådgiveren har skrevet om innspillet ditt, slik du ba om. Les det og si ja eller nei. Hører vi ikke fra deg på sju dager, regner vi det som et ja.",
    nn: "Rådgivaren har skrive om innspelet ditt, slik du bad om. Les det og sei ja eller nei. Høyrer vi ikkje frå deg på sju dagar, reknar vi det som eit ja.",
    en: "The adviser has paraphrased your feedback, as you asked. Read it and say yes or no. If we do not hear from you within seven days, we take it as a yes.",
  },
  mailRead: { nb: "Les omskrivingen", nn: "Les omskrivinga", en: "Read the paraphrase" },
  mailQuestion: { nb: "Spørsmålet", nn: "Spørsmålet", en: "The question" },
  mailDue: { nb: "Svar til samlingen", nn: "Svar til samlinga", en: "Answer by the gathering" },
  mailWhyLeader: {
    nb: "Du får denne fordi spørsmålet er sendt til deg som leder.",
    nn: "Du får denne fordi spørsmålet er sendt til deg som leiar.",
    en: "You get this because the question was sent to you as a leader.",
  },
  mailWhyAuthor: {
    nb: "Du får denne fordi du har gitt et innspill. Vil du ikke stå som avsender, kan du ta bort navnet ditt under Du sa – Nav gjorde.",
    nn: "Du får denne fordi du har gitt eit innspel. Vil du ikkje stå som avsendar, kan du ta bort namnet ditt under Du sa – Nav gjorde.",
    en: "You get this because you gave feedback. If you do not want your name on it, you can remove it under You said – Nav did.",
  },
} satisfies TextTable;
