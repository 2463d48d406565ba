/** Words of the mails that ask. */
import type { TextTable } from "../web/languages.ts";

export const surveyMailTexts = {
  evaluationSubject: {
    nb: (title: string) => `Hvordan var «${title}»?`,
    nn: (title: string) => `Korleis var «${title}»?`,
    en: (title: string) => `How was “${title}”?`,
  },
  evaluationText: {
    nb: (network: string) =>
      `Takk for at du var med i ${network}. Fem trykk, og du er ferdig. Det tar under et minutt.`,
    nn: (network: string) =>
      `Takk for at du var med i ${network}. Fem trykk, og du er ferdig. Det tek under eit minutt.`,
    en: (network: string) =>
      `Thank you for taking part in ${network}. Five taps and you are done. It takes less than a minute.`,
  },
  evaluationPrivacy: {
    nb: "Svarene legges sammen. Ingen får vite hvem som svarte hva, og tallene vises bare når minst tre har svart.",
    nn: "Svara blir lagde i hop. Ingen får vite kven som svara kva, og tala blir viste berre når minst tre har svara.",
    en: "Answers are added together. Nobody sees who answered what, and figures are shown only when at least three have answered.",
  },
  answerButton: { nb: "Svar nå", nn: "Svar no", en: "Answer now" },
  closes: {
    nb: (date: string) => `Du kan svare til og med ${date}.`,
    nn: (date: string) => `Du kan svare til og med ${date}.`,
    en: (date: string) => `You can answer until the end of ${date}.`,
  },
  evaluationReminderSubject: {
    nb: (title: string) => `Rekker du et svar om «${title}»?`,
    nn: (title: string) => `Rekk du eit svar om «${title}»?`,
    en: (title: string) => `Do you have time to answer about “${title}”?`,
  },
  reminderText: {
    nb: "Vi har ikke fått svaret ditt. Dette er den eneste påminnelsen.",
    nn: "Vi har ikkje fått svaret ditt. Dette er den einaste påminninga.",
    en: "We have not had your answer. This is the only reminder.",
  },
  yearlySubject: {
    nb: (network: string) => `Én gang i året: hvordan går det i ${network}?`,
    nn: (network: string) => `Éin gong i året: korleis går det i ${network}?`,
    en: (network: string) => `Once a year: how are things in ${network}?`,
  },
  yearlyMentors: {
    nb: "Det er 13 påstander om Nav, om dere på arbeidsplassen og om hva dere har plass til. Det tar under ti minutter.",
    nn: "Det er 13 påstandar om Nav, om dykk på arbeidsplassen og om kva de har plass til. Det tek under ti minutt.",
    en: "There are 13 statements about Nav, about your workplace and about what you have room for. It takes less than ten minutes.",
  },
  yearlyEmployers: {
    nb: (network: string) =>
      `Virksomheten din samarbeider med Nav gjennom ${network}. Én gang i året spør vi dere som er arbeidsgivere. Det tar under ti minutter, og du trenger ikke logge inn.`,
    nn: (network: string) =>
      `Verksemda di samarbeider med Nav gjennom ${network}. Éin gong i året spør vi dykk som er arbeidsgivarar. Det tek under ti minutt, og du treng ikkje logge inn.`,
    en: (network: string) =>
      `Your workplace works with Nav through ${network}. Once a year we ask you as employers. It takes less than ten minutes, and you do not need to sign in.`,
  },
  yearlyPrivacy: {
    nb: "Spørsmålene gjelder samarbeidet i alminnelighet, aldri én person. Svarene legges sammen, og tallene vises bare når minst fem har svart.",
    nn: "Spørsmåla gjeld samarbeidet i det store og heile, aldri éin person. Svara blir lagde i hop, og tala blir viste berre når minst fem har svara.",
    en: "The questions are about working together in general, never about one person. Answers are added together, and figures are shown only when at least five have answered.",
  },
  yearlyReminderSubject: {
    nb: (network: string) => `Rekker du årets spørsmål om ${network}?`,
    nn: (network: string) => `Rekk du spørsmåla for i år om ${network}?`,
    en: (network: string) => `Time for this year’s questions about ${network}?`,
  },
  ownLink: {
    nb: "Lenka er din egen. Ikke send den videre; da går svaret ditt bort.",
    nn: "Lenkja er di eiga. Ikkje send ho vidare; då går svaret ditt bort.",
    en: "The link is your own. Do not forward it; your answer would be used up.",
  },
  choices: {
    nb: "Velg hva du får på e-post",
    nn: "Vel kva du får på e-post",
    en: "Choose what you get by email",
  },
} satisfies TextTable;
