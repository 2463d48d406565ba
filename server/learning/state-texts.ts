/** The states of a learning item, as tags and as sentences. */
import type { TextTable } from "../web/languages.ts";

export const stateTexts = {
  // States, as tags
  gathered: { nb: "Samlet", nn: "Samla", en: "With the adviser" },
  sent: { nb: "Sendt til leder", nn: "Sendt til leiar", en: "Sent to a leader" },
  decided: { nb: "Besluttet", nn: "Avgjort", en: "Decided" },
  in_progress: { nb: "I gang", nn: "I gang", en: "Under way" },
  on_trial: { nb: "På prøve", nn: "På prøve", en: "On trial" },
  trial_over: { nb: "Prøvetida er ute", nn: "Prøvetida er ute", en: "The trial is over" },
  reported: { nb: "Meldt tilbake", nn: "Meldt tilbake", en: "Reported back" },
  confirmed: { nb: "Bekreftet", nn: "Stadfesta", en: "Confirmed" },
  reopened: { nb: "Gjenåpnet", nn: "Gjenopna", en: "Reopened" },
  unconfirmed: { nb: "Ikke bekreftet", nn: "Ikkje stadfesta", en: "Not confirmed" },

  // … and as sentences
  sayGathered: {
    nb: "Rådgiveren har samlet innspillene. Det er ikke sendt til en leder ennå.",
    nn: "Rådgivaren har samla innspela. Det er ikkje sendt til ein leiar enno.",
    en: "The adviser has put the feedback together as one question. It has not been sent to a leader yet.",
  },
  saySent: {
    nb: "En leder i Nav har fått spørsmålet og skal svare.",
    nn: "Ein leiar i Nav har fått spørsmålet og skal svare.",
    en: "A Nav leader has the question and will answer.",
  },
  saySentDue: {
    nb: (date: string) => `En leder i Nav har fått spørsmålet og skal svare til samlingen ${date}.`,
    nn: (date: string) => `Ein leiar i Nav har fått spørsmålet og skal svare til samlinga ${date}.`,
    en: (date: string) => `A Nav leader has the question and will answer by the gathering on ${date}.`,
  },
  sayOverdue: {
    nb: (date: string) => `Nav har ikke svart ennå. Svaret skulle kommet til samlingen ${date}.`,
    nn: (date: string) => `Nav har ikkje svara enno. Svaret skulle ha kome til samlinga ${date}.`,
    en: (date: string) => `Nav has not answered yet. The answer was due by the gathering on ${date}.`,
  },
  sayDecided: {
    nb: "Nav har svart. Svaret blir lagt fram på neste samling.",
    nn: "Nav har svara. Svaret blir lagt fram på neste samling.",
    en: "Nav has answered. The answer will be presented at the next gathering.",
  },
  sayInProgress: {
    nb: (date: string) => `Endringen gjelder fra ${date}. Svaret blir lagt fram på neste samling.`,
    nn: (date: string) => `Endringa gjeld frå ${date}. Svaret blir lagt fram på neste samling.`,
    en: (date: string) =>
      `The change applies from ${date}. The answer will be presented at the next gathering.`,
  },
  sayTrialOver: {
    nb: "Prøvetida er ute. Lederen skal si hva de lærte.",
    nn: "Prøvetida er ute. Leiaren skal seie kva dei lærte.",
    en: "The trial is over. The leader will say what was learnt.",
  },
  sayReported: {
    nb: "Svaret er lagt fram på en samling.",
    nn: "Svaret er lagt fram på ei samling.",
    en: "The answer has been presented at a gathering.",
  },
  sayReportedStarts: {
    nb: (date: string) => `Svaret er lagt fram. Det begynner å gjelde ${date}.`,
    nn: (date: string) => `Svaret er lagt fram. Det tek til å gjelde ${date}.`,
    en: (date: string) => `The answer has been presented. It takes effect on ${date}.`,
  },
  sayConfirmed: {
    nb: "Mentorene har svart: De merker forskjell.",
    nn: "Mentorane har svara: Dei merkar skilnad.",
    en: "The mentors have answered: they notice a difference.",
  },
  sayConfirmedKeep: {
    nb: "Mentorene har svart: De forstår begrunnelsen.",
    nn: "Mentorane har svara: Dei forstår grunngivinga.",
    en: "The mentors have answered: they understand the reason.",
  },
  sayReopened: {
    nb: "Mentorene sa at det ikke er bra nok. Spørsmålet er tilbake hos Nav.",
    nn: "Mentorane sa at det ikkje er bra nok. Spørsmålet er tilbake hos Nav.",
    en: "The mentors said it is not good enough. It is back with Nav.",
  },
  sayUnconfirmed: {
    nb: "For få svarte til at vi kan si om det hjalp. Vi regner det ikke som lært.",
    nn: "For få svara til at vi kan seie om det hjelpte. Vi reknar det ikkje som lært.",
    en: "Too few answered to say whether it helped. We do not count it as learnt.",
  },
} satisfies TextTable;
