/** Words of sending to a leader, of reporting back, and on the agenda. */
import type { TextTable } from "../web/languages.ts";

export const sendTexts = {
  // Sending
  sendTitle: { nb: "Send til leder", nn: "Send til leiar", en: "Send to a leader" },
  sendIntro: {
    nb: "Lederen får spørsmålet, fristen og ordene, slik hver enkelt har valgt å vise dem.",
    nn: "Leiaren får spørsmålet, fristen og orda, slik kvar enkelt har valt å vise dei.",
    en: "The leader gets the question, the deadline, and the words in the form each person chose.",
  },
  whichLeader: { nb: "Hvilken leder?", nn: "Kva for ein leiar?", en: "Which leader?" },
  deputy: { nb: "stedfortreder", nn: "stadfortredar", en: "deputy" },
  dueBy: { nb: "Svar til samlingen", nn: "Svar til samlinga", en: "Answer by the gathering" },
  noLeader: {
    nb: "Nettverket har ingen leder å sende til. Be administratoren legge inn lederen på kontoret.",
    nn: "Nettverket har ingen leiar å sende til. Be administratoren leggje inn leiaren på kontoret.",
    en: "The network has no leader to send to. Ask the administrator to add the office’s leader.",
  },
  noGathering: {
    nb: "Planlegg en samling først. Fristen er en samling.",
    nn: "Planlegg ei samling først. Fristen er ei samling.",
    en: "Plan a gathering first. The deadline is a gathering.",
  },
  errLeader: {
    nb: "Velg en leder fra lista.",
    nn: "Vel ein leiar frå lista.",
    en: "Choose a leader from the list.",
  },
  errGathering: {
    nb: "Velg en samling som kommer.",
    nn: "Vel ei samling som kjem.",
    en: "Choose a coming gathering.",
  },

  // Reporting back
  reportTitle: {
    nb: "Presentert på samlingen",
    nn: "Lagt fram på samlinga",
    en: "Presented at the gathering",
  },
  reportText: {
    nb: (date: string) =>
      `Har dere lagt fram svaret på samlingen ${date}? Da får alle i nettverket se det, og mentorene blir spurt.`,
    nn: (date: string) =>
      `Har de lagt fram svaret på samlinga ${date}? Då får alle i nettverket sjå det, og mentorane blir spurde.`,
    en: (date: string) =>
      `Did you present the answer at the gathering on ${date}? Then everyone in the network sees it, and the mentors are asked.`,
  },
  reportWait: {
    nb: "Svaret skal legges fram på neste samling. Knappen kommer når samlingen har begynt.",
    nn: "Svaret skal leggjast fram på neste samling. Knappen kjem når samlinga har byrja.",
    en: "The answer is to be presented at the next gathering. The button appears when it has begun.",
  },
  errNoAttendance: {
    nb: "Før oppmøtet på samlingen først. Da vet vi at svaret nådde noen.",
    nn: "Før frammøtet på samlinga først. Då veit vi at svaret nådde nokon.",
    en: "Record attendance at the gathering first. Then we know that the answer reached someone.",
  },
  errReport: {
    nb: "Det går ikke på den samlingen. Velg en som begynte etter at svaret kom.",
    nn: "Det går ikkje på den samlinga. Vel ei som byrja etter at svaret kom.",
    en: "That gathering cannot be used. Choose one that began after the answer came.",
  },

  // Agenda
  agendaSilent: {
    nb: (theme: string, words: string, n: number) =>
      `Nav har ikke svart ennå. Spørsmålet har ventet ${n === 1 ? "én samling" : `${words} samlinger`}. Tema: ${theme}.`,
    nn: (theme: string, words: string, n: number) =>
      `Nav har ikkje svara enno. Spørsmålet har venta ${n === 1 ? "éi samling" : `${words} samlingar`}. Tema: ${theme}.`,
    en: (theme: string, words: string, n: number) =>
      `Nav has not answered yet. The question has waited ${n === 1 ? "one gathering" : `${words} gatherings`}. Theme: ${theme}.`,
  },
} satisfies TextTable;
