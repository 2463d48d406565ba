/** Words of voting. */
import type { TextTable } from "../web/languages.ts";

export const voteTexts = {
  // Voting
  askUnderstood: {
    nb: "Forstår du begrunnelsen fra Nav?",
    nn: "Forstår du grunngivinga frå Nav?",
    en: "Do you understand Nav’s reason?",
  },
  askDifference: {
    nb: "Merker du forskjell?",
    nn: "Merkar du skilnad?",
    en: "Do you notice a difference?",
  },
  voteYesUnderstood: { nb: "Ja", nn: "Ja", en: "Yes" },
  voteYes: { nb: "Ja, jeg merker det", nn: "Ja, eg merkar det", en: "Yes, I notice it" },
  votePartly: { nb: "Delvis", nn: "Delvis", en: "Partly" },
  voteNo: { nb: "Nei", nn: "Nei", en: "No" },
  voteNotMe: { nb: "Gjelder ikke meg", nn: "Gjeld ikkje meg", en: "Does not concern me" },
  voteSecret: {
    nb: "Ingen får se hva du svarer. Vi teller bare summen når runden er over.",
    nn: "Ingen får sjå kva du svarar. Vi tel berre summen når runden er over.",
    en: "Nobody sees your answer. We only count the total when the round is over.",
  },
  voteUntil: {
    nb: (date: string) => `Du kan endre svaret til og med ${date}.`,
    nn: (date: string) => `Du kan endre svaret til og med ${date}.`,
    en: (date: string) => `You can change your answer up to and including ${date}.`,
  },
  voteOpen: {
    nb: "Du kan endre svaret til runden er over.",
    nn: "Du kan endre svaret til runden er over.",
    en: "You can change your answer until the round is over.",
  },
  yourVote: { nb: "Du har svart", nn: "Du har svara", en: "You have answered" },
  askedOfYou: { nb: "Vi spør deg", nn: "Vi spør deg", en: "We are asking you" },
} satisfies TextTable;
