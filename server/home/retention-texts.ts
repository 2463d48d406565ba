/** Words of the administrators' page on what is erased when. */
import type { TextTable } from "../web/languages.ts";

export const retentionTexts = {
  title: { nb: "Sletting", nn: "Sletting", en: "Deletion" },
  intro: {
    nb: "Hver natt sletter vi det som har stått lenge nok. Her står det hva som går i natt, og hva som har gått.",
    nn: "Kvar natt slettar vi det som har stått lenge nok. Her står det kva som går i natt, og kva som har gått.",
    en: "Every night we delete what has passed its time limit. This is what goes tonight, and what has gone.",
  },
  tonight: { nb: "I natt", nn: "I natt", en: "Tonight" },
  nothing: {
    nb: "Ingenting har stått for lenge.",
    nn: "Ingenting har stått for lenge.",
    en: "Nothing has passed its time limit.",
  },
  days: {
    nb: (n: number) => `${n} dager`,
    nn: (n: number) => `${n} dagar`,
    en: (n: number) => `${n} days`,
  },
  months: {
    nb: (n: number) => `${n} måneder`,
    nn: (n: number) => `${n} månader`,
    en: (n: number) => `${n} months`,
  },
  waiting: {
    nb: (n: number) =>
      n === 1
        ? "Oppmøtet på én samling har stått lenge nok, men halvåret er ikke talt opp. Det blir stående til det er gjort."
        : `Oppmøtet på ${n} samlinger har stått lenge nok, men halvåret er ikke talt opp. Det blir stående til det er gjort.`,
    nn: (n: number) =>
      n === 1
        ? "Frammøtet på éi samling har stått lenge nok, men halvåret er ikkje talt opp. Det blir ståande til det er gjort."
        : `Frammøtet på ${n} samlingar har stått lenge nok, men halvåret er ikkje talt opp. Det blir ståande til det er gjort.`,
    en: (n: number) =>
      n === 1
        ? "Attendance at one gathering has passed its time limit, but the half-year has not been counted. It stays until that is done."
        : `Attendance at ${n} gatherings has passed its time limit, but the half-year has not been counted. It stays until that is done.`,
  },
  notReached: {
    nb: "Dette når ikke jobben ennå",
    nn: "Dette når ikkje jobben enno",
    en: "Not covered by the nightly job yet",
  },
  nights: { nb: "De siste nettene", nn: "Dei siste nettene", en: "Recent nights" },
  noNights: { nb: "Ingen netter ennå.", nn: "Ingen netter enno.", en: "No nights yet." },
  running: { nb: "pågår", nn: "går no", en: "running" },
  stopped: { nb: "stoppet", nn: "stoppa", en: "stopped" },
  went: {
    nb: (n: number) =>
      n === 0 ? "ingenting å slette" : n === 1 ? "én linje slettet" : `${n} linjer slettet`,
    nn: (n: number) => (n === 0 ? "ingenting å slette" : n === 1 ? "éi linje sletta" : `${n} linjer sletta`),
    en: (n: number) => (n === 0 ? "nothing to delete" : n === 1 ? "one line deleted" : `${n} lines deleted`),
  },
  stop: { nb: "Stopp slettingen", nn: "Stopp slettinga", en: "Stop the deletion" },
  words: {
    nb: "Hva alle får vite om dette",
    nn: "Kva alle får vite om dette",
    en: "What everyone is told about this",
  },
} satisfies TextTable;

/** What each kind of data is called here, in a word or two. */
export const kindTexts = {
  identity: {
    nb: "Personer som sluttet for lenge siden",
    nn: "Personar som slutta for lenge sidan",
    en: "People who left long ago",
  },
  attendance: { nb: "Svar og oppmøte", nn: "Svar og frammøte", en: "Answers and attendance" },
  "answer-words": { nb: "Ord med svar", nn: "Ord med svar", en: "Words with answers" },
  needs: { nb: "Mat og tilrettelegging", nn: "Mat og tilrettelegging", en: "Food and access needs" },
  "feedback-words": { nb: "Ord i innspill", nn: "Ord i innspel", en: "Words in feedback" },
  "raw-mail": { nb: "E-post som er sendt", nn: "E-post som er send", en: "Email that was sent" },
  audit: { nb: "Innsynslogg", nn: "Innsynslogg", en: "Access log" },
} satisfies TextTable;
