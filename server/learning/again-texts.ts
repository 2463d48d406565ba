/** Words for what comes back, what is asked again, and what nobody has answered. */
import type { TextTable } from "../web/languages.ts";

const gatherings = {
  nb: (n: number, words: string) => (n === 1 ? "Én samling" : `${words} samlinger`),
  nn: (n: number, words: string) => (n === 1 ? "Éi samling" : `${words} samlingar`),
};

export const againTexts = {
  cameLookAgain: {
    nb: "Du ville se på dette igjen nå",
    nn: "Du ville sjå på dette igjen no",
    en: "You wanted to look at this again now",
  },
  logLookAgain: {
    nb: "Tilbake hos lederen på datoen som ble satt",
    nn: "Tilbake hos leiaren på datoen som vart sett",
    en: "Back with the leader on the date that was set",
  },
  logMovedOut: {
    nb: "Et innspill ble flyttet til et annet læringspunkt",
    nn: "Eit innspel vart flytta til eit anna læringspunkt",
    en: "A piece of feedback was moved to another learning item",
  },
  logSilent: {
    nb: "Nav hadde ikke svart, og nivået over fikk beskjed",
    nn: "Nav hadde ikkje svara, og nivået over fekk beskjed",
    en: "Nav had not answered, and the level above was told",
  },
  logChanged: {
    nb: "Det ble skrevet ned hva som er gjort",
    nn: "Det vart skrive ned kva som er gjort",
    en: "What has been done was noted",
  },
  errLooksAgainToday: {
    nb: "Velg en dag fram i tid. Da kommer spørsmålet tilbake til deg.",
    nn: "Vel ein dag fram i tid. Då kjem spørsmålet tilbake til deg.",
    en: "Choose a day ahead. The question comes back to you then.",
  },

  askAgain: { nb: "Spør mentorene igjen", nn: "Spør mentorane igjen", en: "Ask the mentors again" },
  askAgainText: {
    nb: "For få svarte til at det teller. Du kan spørre på nytt; alle som er aktive nå, får spørsmålet i en e-post.",
    nn: "For få svara til at det tel. Du kan spørje på nytt; alle som er aktive no, får spørsmålet i ein e-post.",
    en: "Too few answered for it to count. You can ask again; everyone who is active now gets the question by email.",
  },
  reopenTitle: { nb: "Åpne igjen", nn: "Opne igjen", en: "Open again" },
  reopenText: {
    nb: (words: string) =>
      `${words} nyere læringspunkter gjelder samme tema og samme regel. Du kan åpne dette igjen, så lederen må svare på nytt.`,
    nn: (words: string) =>
      `${words} nyare læringspunkt gjeld same tema og same regel. Du kan opne dette igjen, så leiaren må svare på nytt.`,
    en: (words: string) =>
      `${words} newer learning items are about the same theme and rule. You can open this again, so that the leader must answer anew.`,
  },

  changesTitle: { nb: "Dette er gjort", nn: "Dette er gjort", en: "What has been done" },
  changeWords: { nb: "Hva er gjort?", nn: "Kva er gjort?", en: "What has been done?" },
  changeHint: {
    nb: "Én eller to setninger. Alle i nettverket kan lese det.",
    nn: "Éi eller to setningar. Alle i nettverket kan lese det.",
    en: "A sentence or two. Everyone in the network can read it.",
  },
  changeLink: { nb: "Lenke til dokument", nn: "Lenkje til dokument", en: "Link to a document" },
  changeSave: { nb: "Lagre det som er gjort", nn: "Lagre det som er gjort", en: "Save what was done" },
  changeOpen: { nb: "Se dokumentet", nn: "Sjå dokumentet", en: "See the document" },
  errLink: {
    nb: "Skriv hele adressen, med https:// først.",
    nn: "Skriv heile adressa, med https:// først.",
    en: "Write the whole address, starting with https://",
  },

  laneGathered: { nb: "Samlet, ikke sendt", nn: "Samla, ikkje sendt", en: "Put together, not sent" },
  laneWaiting: { nb: "Hos leder", nn: "Hos leiar", en: "With a leader" },
  laneAnswered: {
    nb: "Besvart, ikke lagt fram",
    nn: "Svara på, ikkje lagt fram",
    en: "Answered, not presented",
  },
  laneReported: { nb: "Lagt fram", nn: "Lagt fram", en: "Presented" },
  laneUnconfirmed: { nb: "Ikke bekreftet", nn: "Ikkje stadfesta", en: "Not confirmed" },
  laneConfirmed: {
    nb: "Bekreftet av mentorene",
    nn: "Stadfesta av mentorane",
    en: "Confirmed by the mentors",
  },
  laneAll: { nb: "Vis alle", nn: "Vis alle", en: "Show all" },
  later: { nb: "Vis flere", nn: "Vis fleire", en: "Show more" },
  toBoard: { nb: "Til hele tavla", nn: "Til heile tavla", en: "Go to the whole board" },
  soonTitle: {
    nb: "Skal besvares før neste samling",
    nn: "Skal svarast på før neste samling",
    en: "To be answered before the next gathering",
  },
  pressing: {
    nb: "Læringspunkter som støter mot regelen",
    nn: "Læringspunkt som støyter mot regelen",
    en: "Learning items that run into the rule",
  },

  silentTitle: { nb: "Ikke besvart", nn: "Ikkje svara på", en: "Not answered" },
  silentIntro: {
    nb: "To eller flere samlinger har gått uten svar. Det står også på dagsordenen, og ingen kan ta det bort.",
    nn: "To eller fleire samlingar har gått utan svar. Det står på dagsordenen òg, og ingen kan ta det bort.",
    en: "Two or more gatherings have passed without an answer. It is also on the agenda, and nobody can take it off.",
  },
  silentAssign: { nb: "La en annen svare", nn: "La ein annan svare", en: "Let someone else answer" },
  silentAssignText: {
    nb: "Lederen har ikke svart. Du kan gi spørsmålet til en annen leder.",
    nn: "Leiaren har ikkje svara. Du kan gi spørsmålet til ein annan leiar.",
    en: "The leader has not answered. You can give the question to another leader.",
  },
  mailSilent: {
    nb: "Et spørsmål fra mentorene er ikke besvart",
    nn: "Eit spørsmål frå mentorane er ikkje svara på",
    en: "A question from the mentors has not been answered",
  },
  mailSilentText: {
    nb: (n: number, words: string) =>
      `${gatherings.nb(n, words)} har gått siden lederen skulle ha svart. Du kan gi spørsmålet til en annen leder.`,
    nn: (n: number, words: string) =>
      `${gatherings.nn(n, words)} har gått sidan leiaren skulle ha svara. Du kan gi spørsmålet til ein annan leiar.`,
    en: (n: number, words: string) =>
      `${n === 1 ? "One gathering has" : `${words} gatherings have`} passed since the leader should have answered. You can give the question to another leader.`,
  },
  mailTheme: { nb: "Tema", nn: "Tema", en: "Theme" },
  mailSeeQuestion: { nb: "Se spørsmålet", nn: "Sjå spørsmålet", en: "See the question" },
  mailWhyLevel2: {
    nb: "Du får denne fordi du er nivået over lederen.",
    nn: "Du får denne fordi du er nivået over leiaren.",
    en: "You get this because you are the level above the leader.",
  },

  votePageTitle: { nb: "Hva synes du?", nn: "Kva synest du?", en: "What do you think?" },
  voteForWhom: {
    nb: (name: string) => `Svar for ${name}`,
    nn: (name: string) => `Svar for ${name}`,
    en: (name: string) => `Answering as ${name}`,
  },
  voteClosedTitle: { nb: "Runden er over", nn: "Runden er over", en: "The round is over" },
  voteClosedText: {
    nb: "Svarene er talt opp, eller blir det straks. Resultatet står i «Du sa – Nav gjorde».",
    nn: "Svara er talde opp, eller blir det straks. Resultatet står i «Du sa – Nav gjorde».",
    en: "The answers have been counted, or soon will be. The result is in “You said – Nav did”.",
  },
  voteNotAsked: {
    nb: "Du er ikke spurt i denne runden. Den gjelder dem som var aktive mentorer da den begynte.",
    nn: "Du er ikkje spurd i denne runden. Han gjeld dei som var aktive mentorar då han byrja.",
    en: "You are not being asked in this round. It is for those who were active mentors when it began.",
  },
  mailVote: { nb: "Svar med ett trykk", nn: "Svar med eitt trykk", en: "Answer with one tap" },
  mailVoteDifference: {
    nb: "Merker du at Nav har endret noe?",
    nn: "Merkar du at Nav har endra noko?",
    en: "Have you noticed that Nav has changed something?",
  },
  mailVoteUnderstood: {
    nb: "Forstår du hvorfor Nav ikke endrer dette?",
    nn: "Forstår du kvifor Nav ikkje endrar dette?",
    en: "Do you understand why Nav is not changing this?",
  },
  mailVoteText: {
    nb: "Dere mentorer spurte, og Nav svarte. Nå er det bare dere som kan si om det hjelper.",
    nn: "De mentorar spurde, og Nav svara. No er det berre de som kan seie om det hjelper.",
    en: "You mentors asked, and Nav answered. Now only you can say whether it helps.",
  },
  mailVoteReminder: {
    nb: (day: string) => `Du kan svare til og med ${day}`,
    nn: (day: string) => `Du kan svare til og med ${day}`,
    en: (day: string) => `You can answer until the end of ${day}`,
  },
  mailVoteReminderText: {
    nb: "Vi har ikke hørt fra deg om dette. Svarer for få, teller det ikke som lært. Vi minner deg ikke på det flere ganger.",
    nn: "Vi har ikkje høyrt frå deg om dette. Svarar for få, tel det ikkje som lært. Vi minner deg ikkje på det fleire gonger.",
    en: "We have not heard from you about this. If too few answer, it does not count as learnt. We will not remind you again.",
  },
  mailOwnLink: {
    nb: "Lenka er din egen. Den som har den, kan svare for deg, så ikke send den videre.",
    nn: "Lenkja er di eiga. Den som har ho, kan svare for deg, så ikkje send ho vidare.",
    en: "The link is your own. Whoever has it can answer for you, so do not pass it on.",
  },
  mailChoices: {
    nb: "Velg hva du får på e-post",
    nn: "Vel kva du får på e-post",
    en: "Choose what you get by email",
  },
} satisfies TextTable;
