/** Words for the day itself: the clock, who is here, the code on the wall. */
import type { TextTable } from "../web/languages.ts";

export const dayTexts = {
  title: { nb: "I dag", nn: "I dag", en: "Today" },
  run: { nb: "Hold samlingen", nn: "Hald samlinga", en: "Run the gathering" },
  beginsAt: {
    nb: (time: string) => `Begynner kl. ${time}`,
    nn: (time: string) => `Byrjar kl. ${time}`,
    en: (time: string) => `Begins at ${time}`,
  },
  isOver: { nb: "Samlingen er over.", nn: "Samlinga er over.", en: "The gathering is over." },
  isCancelled: {
    nb: "Samlingen er avlyst, så det er ingenting å holde.",
    nn: "Samlinga er avlyst, så det er ingenting å halde.",
    en: "The gathering is cancelled, so there is nothing to run.",
  },
  notToday: {
    nb: (date: string) => `Samlingen er ${date}. Da kan du følge den herfra.`,
    nn: (date: string) => `Samlinga er ${date}. Då kan du følgje ho herifrå.`,
    en: (date: string) => `The gathering is on ${date}. You can run it from here then.`,
  },
  now: { nb: "Nå", nn: "No", en: "Now" },
  next: {
    nb: (title: string) => `Neste: ${title}`,
    nn: (title: string) => `Neste: ${title}`,
    en: (title: string) => `Next: ${title}`,
  },
  left: { nb: "{n} min igjen", nn: "{n} min att", en: "{n} min left" },
  over: { nb: "{n} min over tida", nn: "{n} min over tida", en: "{n} min over" },
  until: {
    nb: (time: string) => `til kl. ${time}`,
    nn: (time: string) => `til kl. ${time}`,
    en: (time: string) => `until ${time}`,
  },
  goOn: { nb: "Gå til neste punkt", nn: "Gå til neste punkt", en: "Go to the next item" },
  begin: { nb: "Begynn her", nn: "Byrj her", en: "Begin here" },
  planHint: {
    nb: "Klokka følger planen til du trykker. Alt du har skrevet, lagres når du trykker.",
    nn: "Klokka følgjer planen til du trykkjer. Alt du har skrive, blir lagra når du trykkjer.",
    en: "The clock follows the plan until you press. What you have written is saved when you press.",
  },
  inGroups: { nb: "Ta eksempelet i grupper", nn: "Ta dømet i grupper", en: "Discuss the case in groups" },
  readCase: { nb: "Åpne eksempelet", nn: "Opne dømet", en: "Open the case" },
  noAgenda: {
    nb: "Det er ingen dagsorden ennå.",
    nn: "Det er ingen dagsorden enno.",
    en: "There is no agenda yet.",
  },
  compose: { nb: "Sett opp dagsordenen", nn: "Set opp dagsordenen", en: "Set up the agenda" },
  note: { nb: "Notat", nn: "Notat", en: "Note" },
  notesOf: {
    nb: (title: string) => `Notat til «${title}»`,
    nn: (title: string) => `Notat til «${title}»`,
    en: (title: string) => `Note on “${title}”`,
  },
  noteHint: {
    nb: "Notatene blir utkast til referatet. Ingen kandidater.",
    nn: "Notata blir utkast til referatet. Ingen kandidatar.",
    en: "The notes become a draft of the minutes. No candidates.",
  },
  other: { nb: "Noe utenom dagsordenen", nn: "Noko utanom dagsordenen", en: "Something not on the agenda" },
  heading: { nb: "Overskrift", nn: "Overskrift", en: "Heading" },
  saveNotes: { nb: "Lagre notatene", nn: "Lagre notata", en: "Save the notes" },
  toMinutes: { nb: "Til referatet", nn: "Til referatet", en: "Go to the minutes" },
  whoIsHere: { nb: "Hvem er her", nn: "Kven er her", en: "Who is here" },
  whoWasHere: { nb: "Hvem var her", nn: "Kven var her", en: "Who was here" },
  wasHere: {
    nb: (n: number, of: number) => (of === 0 ? "Ingen var invitert." : `${n} av ${of} var her.`),
    nn: (n: number, of: number) => (of === 0 ? "Ingen var inviterte." : `${n} av ${of} var her.`),
    en: (n: number, of: number) =>
      of === 0 ? "Nobody was invited." : `${n} of ${of} ${n === 1 ? "was" : "were"} here.`,
  },
  here: {
    nb: (n: number, of: number) => (of === 0 ? "Ingen er invitert." : `${n} av ${of} er her.`),
    nn: (n: number, of: number) => (of === 0 ? "Ingen er inviterte." : `${n} av ${of} er her.`),
    en: (n: number, of: number) =>
      of === 0 ? "Nobody is invited." : `${n} of ${of} ${n === 1 ? "is" : "are"} here.`,
  },
  tapList: { nb: "Kryss av på lista", nn: "Kryss av på lista", en: "Record attendance" },
  showCode: { nb: "Vis QR-kode", nn: "Vis QR-kode", en: "Show the QR code" },

  // The code on the wall
  codeTitle: { nb: "Er du her?", nn: "Er du her?", en: "Are you here?" },
  codeScan: {
    nb: "Pek kameraet på koden og si at du er her.",
    nn: "Peik kameraet på koden og sei at du er her.",
    en: "Point your camera at the code and say that you are here.",
  },
  codeNoPhone: {
    nb: "Uten telefon? Si fra til rådgiveren, så blir du krysset av.",
    nn: "Utan telefon? Sei frå til rådgivaren, så blir du kryssa av.",
    en: "No phone? Tell the adviser, who will tick your name.",
  },
  codeWhen: {
    nb: "Koden virker fra en time før samlingen til en time etter.",
    nn: "Koden verkar frå ein time før samlinga til ein time etter.",
    en: "The code works from an hour before the gathering until an hour after.",
  },
  codeIsOver: {
    nb: "Samlingen er over, så koden virker ikke lenger. Oppmøtet kan du fortsatt føre på samlingens side.",
    nn: "Samlinga er over, så koden verkar ikkje lenger. Frammøtet kan du framleis føre på sida til samlinga.",
    en: "The gathering is over, so the code no longer works. You can still record attendance on its page.",
  },
  codeAlt: {
    nb: "QR-kode til siden der man melder seg",
    nn: "QR-kode til sida der ein melder seg",
    en: "QR code for the page where people check in",
  },
  // Behind the code
  iAmHere: { nb: "Jeg er her", nn: "Eg er her", en: "I am here" },
  asYou: {
    nb: (name: string) => `Du er logget inn som ${name}.`,
    nn: (name: string) => `Du er logga inn som ${name}.`,
    en: (name: string) => `You are signed in as ${name}.`,
  },
  orName: { nb: "Eller meld en annen", nn: "Eller meld ein annan", en: "Or check in someone else" },
  checkInOther: { nb: "Meld personen", nn: "Meld personen", en: "Check in" },
  name: { nb: "Fornavn og etternavn", nn: "Førenamn og etternamn", en: "First and last name" },
  nameHint: {
    nb: "Slik det står i invitasjonen. Andre ser ikke hva du skriver her.",
    nn: "Slik det står i invitasjonen. Andre ser ikkje kva du skriv her.",
    en: "As in the invitation. Others do not see what you write here.",
  },
  unknownName: {
    nb: "Vi fant ikke det navnet på lista. Se på skrivemåten, eller si fra til rådgiveren.",
    nn: "Vi fann ikkje det namnet på lista. Sjå på skrivemåten, eller sei frå til rådgivaren.",
    en: "We did not find that name on the list. Check the spelling, or tell the adviser.",
  },
  door_early: {
    nb: "Det er for tidlig. Koden virker fra en time før samlingen.",
    nn: "Det er for tidleg. Koden verkar frå ein time før samlinga.",
    en: "It is too early. The code works from an hour before the gathering.",
  },
  door_late: {
    nb: "Samlingen er over. Var du der, så si fra til rådgiveren.",
    nn: "Samlinga er over. Var du der, så sei frå til rådgivaren.",
    en: "The gathering is over. If you were there, tell the adviser.",
  },
  door_cancelled: {
    nb: "Samlingen er avlyst.",
    nn: "Samlinga er avlyst.",
    en: "The gathering is cancelled.",
  },
} satisfies TextTable;
