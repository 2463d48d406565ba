/** Words of the weekly digests. */
import type { TextTable } from "../web/languages.ts";

export const digestTexts = {
  newsSubject: {
    nb: "Det har skjedd noe med det du har sagt",
    nn: "Det har hendt noko med det du har sagt",
    en: "There is news about what you said",
  },
  newsText: {
    nb: "Her er spørsmålene du har vært med på, og hvor de står nå. Du får dette høyst én gang i uka, og bare når noe har skjedd.",
    nn: "Her er spørsmåla du har vore med på, og kvar dei står no. Du får dette høgst éin gong i veka, og berre når noko har hendt.",
    en: "Here are the questions you had a part in, and where they stand now. You get this at most once a week, and only when something has happened.",
  },
  newsAside: {
    nb: (n: number, words: string) =>
      n === 1
        ? "Ett innspill er lest og går ikke videre. Grunnen står på siden din."
        : `${words} innspill er lest og går ikke videre. Grunnen står på siden din.`,
    nn: (n: number, words: string) =>
      n === 1
        ? "Eitt innspel er lese og går ikkje vidare. Grunnen står på sida di."
        : `${words} innspel er lesne og går ikkje vidare. Grunnen står på sida di.`,
    en: (n: number, words: string) =>
      n === 1
        ? "One piece of feedback has been read and goes no further. Your page says why."
        : `${words} pieces of feedback have been read and go no further. Your page says why.`,
  },
  newsLink: {
    nb: "Se alt du har sagt",
    nn: "Sjå alt du har sagt",
    en: "See all you have said",
  },
  newsWhy: {
    nb: "Du får denne fordi du har gitt et innspill med navn eller fortrolig. Vil du ikke stå som avsender, kan du ta bort navnet ditt under Du sa – Nav gjorde.",
    nn: "Du får denne fordi du har gitt eit innspel med namn eller fortruleg. Vil du ikkje stå som avsendar, kan du ta bort namnet ditt under Du sa – Nav gjorde.",
    en: "You get this because you gave feedback with your name or in confidence. If you do not want your name on it, you can remove it under You said – Nav did.",
  },
  seeIt: { nb: "Se spørsmålet", nn: "Sjå spørsmålet", en: "See the question" },
  choices: {
    nb: "Velg hva du får på e-post",
    nn: "Vel kva du får på e-post",
    en: "Choose what you get by email",
  },
  waitingSubject: {
    nb: (n: number, words: string) =>
      n === 1 ? "Ett spørsmål fra mentorene venter på deg" : `${words} spørsmål fra mentorene venter på deg`,
    nn: (n: number, words: string) =>
      n === 1 ? "Eitt spørsmål frå mentorane ventar på deg" : `${words} spørsmål frå mentorane ventar på deg`,
    en: (n: number, words: string) =>
      n === 1
        ? "One question from the mentors is waiting for you"
        : `${words} questions from the mentors are waiting for you`,
  },
  silentSubject: {
    nb: "Mentorene venter fortsatt på svar",
    nn: "Mentorane ventar framleis på svar",
    en: "The mentors are still waiting for an answer",
  },
  waitingText: {
    nb: "Det eldste står øverst. Hvert svar er fire felt.",
    nn: "Det eldste står øvst. Kvart svar er fire felt.",
    en: "The oldest comes first. Each answer has four fields.",
  },
  silentText: {
    nb: (n: number, words: string) =>
      n === 1
        ? "Ett spørsmål er ikke besvart av lederen det ble sendt til. Du kan gi det til en annen."
        : `${words} spørsmål er ikke besvart av lederne de ble sendt til. Du kan gi dem til andre.`,
    nn: (n: number, words: string) =>
      n === 1
        ? "Eitt spørsmål er ikkje svara på av leiaren det vart sendt til. Du kan gi det til ein annan."
        : `${words} spørsmål er ikkje svara på av leiarane dei vart sende til. Du kan gi dei til andre.`,
    en: (n: number, words: string) =>
      n === 1
        ? "One question has not been answered by the leader it was sent to. You can give it to someone else."
        : `${words} questions have not been answered by the leaders they were sent to. You can give them to others.`,
  },
  due: {
    nb: (date: string) => `Svar til samlingen ${date}.`,
    nn: (date: string) => `Svar til samlinga ${date}.`,
    en: (date: string) => `Answer by the gathering on ${date}.`,
  },
  wasDue: {
    nb: (date: string) => `Skulle vært besvart til samlingen ${date}.`,
    nn: (date: string) => `Skulle vore svara på til samlinga ${date}.`,
    en: (date: string) => `Should have been answered by the gathering on ${date}.`,
  },
  noDue: { nb: "Ingen frist ennå.", nn: "Ingen frist enno.", en: "No deadline yet." },
  waitingLink: { nb: "Se det som venter", nn: "Sjå det som ventar", en: "See what is waiting" },
  waitingWhy: {
    nb: "Du får denne hver mandag så lenge noe venter, og ellers ikke.",
    nn: "Du får denne kvar måndag så lenge noko ventar, og elles ikkje.",
    en: "You get this every Monday as long as something is waiting, and not otherwise.",
  },
} satisfies TextTable;
