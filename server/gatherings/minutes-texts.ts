/** Words about minutes: writing, publishing, reading, and the mails. */
import type { TextTable } from "../web/languages.ts";

export const minutesTexts = {
  minutes: { nb: "Referat", nn: "Referat", en: "Minutes" },
  title: {
    nb: (title: string) => `Referat fra «${title}»`,
    nn: (title: string) => `Referat frå «${title}»`,
    en: (title: string) => `Minutes of “${title}”`,
  },
  // Reading
  twoMinutes: {
    nb: "To minutter, så er du med igjen.",
    nn: "To minutt, så er du med att.",
    en: "A short read, and you are up to date.",
  },
  agreed: { nb: "Dette ble vi enige om", nn: "Dette vart vi samde om", en: "What we agreed" },
  whoDoes: { nb: "Hvem gjør hva", nn: "Kven gjer kva", en: "Who does what" },
  navAnswered: { nb: "Svar fra Nav", nn: "Svar frå Nav", en: "Answers from Nav" },
  next: { nb: "Neste samling", nn: "Neste samling", en: "Next gathering" },
  noNext: { nb: "Datoen er ikke bestemt.", nn: "Datoen er ikkje bestemt.", en: "The date is not set." },
  outcomes: { nb: "Punkt for punkt", nn: "Punkt for punkt", en: "Item by item" },
  due: {
    nb: (date: string) => `innen\u00a0${date}`,
    nn: (date: string) => `innan\u00a0${date}`,
    en: (date: string) => `by\u00a0${date}`,
  },
  done: { nb: "Gjort", nn: "Gjort", en: "Done" },
  notDone: { nb: "Ikke gjort likevel", nn: "Ikkje gjort likevel", en: "Not done after all" },
  corrected: {
    nb: (date: string) => `Rettet ${date}`,
    nn: (date: string) => `Retta ${date}`,
    en: (date: string) => `Corrected ${date}`,
  },
  published: {
    nb: (date: string) => `Publisert ${date}`,
    nn: (date: string) => `Publisert ${date}`,
    en: (date: string) => `Published ${date}`,
  },
  notPublished: {
    nb: "Utkast. Bare rådgiverne ser det.",
    nn: "Utkast. Berre rådgivarane ser det.",
    en: "Draft. Only the advisers see it.",
  },
  isNone: {
    nb: "Det blir ikke referat fra denne samlingen.",
    nn: "Det blir ikkje referat frå denne samlinga.",
    en: "There will be no minutes of this gathering.",
  },
  notYet: {
    nb: "Referatet er ikke klart ennå. Du får det på e-post.",
    nn: "Referatet er ikkje klart enno. Du får det på e-post.",
    en: "The minutes are not ready yet. You will get them by email.",
  },
  empty: { nb: "Ingenting er skrevet ennå.", nn: "Ingenting er skrive enno.", en: "Nothing is written yet." },
  signIn: {
    nb: "Logg inn for å stemme, gi innspill og se alt.",
    nn: "Logg inn for å stemme, gi innspel og sjå alt.",
    en: "Sign in to vote, give feedback and see everything.",
  },
  // Writing
  write: { nb: "Skriv referat", nn: "Skriv referat", en: "Write minutes" },
  writeOn: { nb: "Skriv videre", nn: "Skriv vidare", en: "Continue writing" },
  correct: { nb: "Rett referatet", nn: "Rett referatet", en: "Correct the minutes" },
  writeIntro: {
    nb: "Skriv det dere kom fram til, én linje for hver ting. Ingen kandidater: heller ikke uten navn hvis noen kan kjenne dem igjen.",
    nn: "Skriv det de kom fram til, éi linje for kvar ting. Ingen kandidatar: heller ikkje utan namn om nokon kan kjenne dei att.",
    en: "Write what you concluded, one line for each point. No candidates, not even without a name if anyone could recognise them.",
  },
  correctIntro: {
    nb: "Referatet er publisert. Det du endrer, merkes som rettet. Ingen får ny e-post.",
    nn: "Referatet er publisert. Det du endrar, blir merkt som retta. Ingen får ny e-post.",
    en: "The minutes are published. What you change is marked as corrected. Nobody gets a new email.",
  },
  outcome: { nb: "Det dere kom fram til", nn: "Det de kom fram til", en: "What you concluded" },
  note: { nb: "Notat", nn: "Notat", en: "Note" },
  other: { nb: "Noe utenom dagsordenen", nn: "Noko utanom dagsordenen", en: "Something not on the agenda" },
  otherHeading: { nb: "Overskrift", nn: "Overskrift", en: "Heading" },
  agreedField: { nb: "Enige om", nn: "Samde om", en: "Agreed" },
  actionField: { nb: "Hva", nn: "Kva", en: "What" },
  whoField: { nb: "Hvem", nn: "Kven", en: "Who" },
  whoHint: {
    nb: "Velg fra nettverket, eller skriv for eksempel «alle mentorer».",
    nn: "Vel frå nettverket, eller skriv til dømes «alle mentorar».",
    en: "Choose from the network, or write something like “all mentors”.",
  },
  dueField: { nb: "Frist", nn: "Frist", en: "Due" },
  another: { nb: "En til", nn: "Ein til", en: "Another" },
  lineNumber: {
    nb: (what: string, n: number) => `${what}, linje ${n}`,
    nn: (what: string, n: number) => `${what}, linje ${n}`,
    en: (what: string, n: number) => `${what}, line ${n}`,
  },
  emptyToRemove: {
    nb: "Tøm linja for å ta den bort.",
    nn: "Tøm linja for å ta ho bort.",
    en: "Clear the line to remove it.",
  },
  save: { nb: "Lagre", nn: "Lagre", en: "Save" },
  saveMore: { nb: "Lagre og skriv videre", nn: "Lagre og skriv vidare", en: "Save and continue writing" },
  actionWords: {
    nb: "Skriv hva som skal gjøres.",
    nn: "Skriv kva som skal gjerast.",
    en: "Write what is to be done.",
  },
  headingNeeded: { nb: "Gi det en overskrift.", nn: "Gi det ei overskrift.", en: "Give it a heading." },
  conflict: {
    nb: (name: string) => `${name} endret dette mens du skrev`,
    nn: (name: string) => `${name} endra dette medan du skreiv`,
    en: (name: string) => `${name} changed this while you were writing`,
  },
  someone: { nb: "Noen", nn: "Nokon", en: "Someone" },
  conflictText: {
    nb: "Begge tekstene står her, og i feltet er de satt sammen. Stryk det som er for mye, og lagre.",
    nn: "Begge tekstane står her, og i feltet er dei sette i hop. Stryk det som er for mykje, og lagre.",
    en: "Both texts are here, and the field puts them together. Delete what is not needed, and save.",
  },
  conflictGone: {
    nb: "Linja ble slettet av en annen mens du skrev. Lagre for å sette den inn igjen, eller tøm den.",
    nn: "Linja vart sletta av ein annan medan du skreiv. Lagre for å setje ho inn att, eller tøm ho.",
    en: "Someone deleted the line while you were writing. Save to put it back, or clear it.",
  },
  conflictSaved: {
    nb: "Resten er lagret. Dette må du se på:",
    nn: "Resten er lagra. Dette må du sjå på:",
    en: "The rest is saved. This needs a look:",
  },
  theirs: { nb: "Det som er lagret", nn: "Det som er lagra", en: "What is saved" },
  yours: { nb: "Det du skrev", nn: "Det du skreiv", en: "What you wrote" },
  isCancelled: {
    nb: "Samlingen er avlyst, så det er ikke noe referat å skrive.",
    nn: "Samlinga er avlyst, så det er ikkje noko referat å skrive.",
    en: "The gathering is cancelled, so there are no minutes to write.",
  },
  // Publishing
  publish: { nb: "Publiser og send", nn: "Publiser og send", en: "Publish and send" },
  publishIntro: {
    nb: "Referatet går på e-post til alle i nettverket og alle inviterte. Lenka kan leses uten innlogging i 90 dager.",
    nn: "Referatet går på e-post til alle i nettverket og alle inviterte. Lenkja kan lesast utan innlogging i 90 dagar.",
    en: "The minutes go by email to everyone in the network and everyone invited. The link can be read without signing in for 90 days.",
  },
  publishAnyway: { nb: "Publiser som det er", nn: "Publiser som det er", en: "Publish as it is" },
  warnTitle: {
    nb: "Se på dette før du publiserer",
    nn: "Sjå på dette før du publiserer",
    en: "Look at this before you publish",
  },
  warnText: {
    nb: "Det kan peke på en bestemt person utenfor nettverket. Er det en kandidat, så skriv det om først.",
    nn: "Det kan peike på ein bestemt person utanfor nettverket. Er det ein kandidat, så skriv det om først.",
    en: "It may point to a particular person outside the network. If it is a candidate, rewrite it first.",
  },
  cannotPublish_empty: {
    nb: "Det er ingenting å publisere ennå. Skriv noe først, eller si at det ikke blir referat.",
    nn: "Det er ingenting å publisere enno. Skriv noko først, eller sei at det ikkje blir referat.",
    en: "There is nothing to publish yet. Write something first, or say that there will be no minutes.",
  },
  cannotPublish_early: {
    nb: "Samlingen har ikke begynt ennå. Referatet kan publiseres når den er i gang.",
    nn: "Samlinga har ikkje byrja enno. Referatet kan publiserast når ho er i gang.",
    en: "The gathering has not begun. The minutes can be published once it has.",
  },
  cannotPublish_cancelled: {
    nb: "Samlingen er avlyst, så det er ikke noe å publisere.",
    nn: "Samlinga er avlyst, så det er ikkje noko å publisere.",
    en: "The gathering is cancelled, so there is nothing to publish.",
  },
  noMinutes: {
    nb: "Meld at det ikke blir referat",
    nn: "Meld at det ikkje blir referat",
    en: "Say that there will be no minutes",
  },
  missing: {
    nb: "Referatet er ikke publisert ennå.",
    nn: "Referatet er ikkje publisert enno.",
    en: "The minutes are not published yet.",
  },
  comesHere: {
    nb: "Referatet kommer her når samlingen har vært. De inviterte får det også på e-post.",
    nn: "Referatet kjem her når samlinga har vore. Dei inviterte får det òg på e-post.",
    en: "The minutes appear here after the gathering. Those invited get them by email too.",
  },
  youWriteHere: {
    nb: "Når samlingen har vært, skriver du referatet her. De inviterte får det på e-post når du publiserer det.",
    nn: "Når samlinga har vore, skriv du referatet her. Dei inviterte får det på e-post når du publiserer det.",
    en: "After the gathering, you write the minutes here. Those invited get them by email when you publish them.",
  },
  missingComesHere: {
    nb: "Referatet er ikke publisert ennå. Det kommer her, og de inviterte får det også på e-post.",
    nn: "Referatet er ikkje publisert enno. Det kjem her, og dei inviterte får det òg på e-post.",
    en: "The minutes are not published yet. They will appear here, and those invited get them by email too.",
  },
  openLink: { nb: "Se det slik andre ser det", nn: "Sjå det slik andre ser det", en: "See it as others do" },
  linkOverTitle: {
    nb: "Lenka til referatet er stengt",
    nn: "Lenkja til referatet er stengd",
    en: "The link to the minutes is closed",
  },
  linkOverText: {
    nb: "Lenka i e-posten virker i 90 dager. Er du med i nettverket, leser du referatet ved å logge inn. Er du ikke det, kan du spørre rådgiveren.",
    nn: "Lenkja i e-posten verkar i 90 dagar. Er du med i nettverket, les du referatet ved å logge inn. Er du ikkje det, kan du spørje rådgivaren.",
    en: "The link in the email works for 90 days. If you are in the network, sign in to read the minutes. If not, ask the adviser.",
  },
  linkOverSignIn: { nb: "Logg inn og les", nn: "Logg inn og les", en: "Sign in and read" },
  newLink: {
    nb: "Gjør den gamle lenka ugyldig",
    nn: "Gjer den gamle lenkja ugyldig",
    en: "Close the old link",
  },
  newLinkWhy: {
    nb: "Har lenka kommet på avveier? Da får de som er i nettverket, referatet ved å logge inn.",
    nn: "Har lenkja kome på avvegar? Då får dei som er i nettverket referatet ved å logge inn.",
    en: "Has the link gone astray? Once it is closed, those in the network read the minutes by signing in.",
  },
  // Feedback
  passOn: { nb: "Send som innspill", nn: "Send som innspel", en: "Send as feedback" },
  passOnWhy: {
    nb: "Er noe av dette et innspill til Nav? Ett trykk sender linja fra gruppa, uten navn. Den havner i innboksen for innspill.",
    nn: "Er noko av dette eit innspel til Nav? Eitt trykk sender linja frå gruppa, utan namn. Ho hamnar i innboksen for innspel.",
    en: "Is any of this feedback to Nav? One press sends the line as from the group, without names. It goes to the feedback inbox.",
  },
  isPassedOn: { nb: "Sendt som innspill", nn: "Sendt som innspel", en: "Sent as feedback" },
  // Open actions
  openActions: {
    nb: "Hvem gjør hva – fra tidligere samlinger",
    nn: "Kven gjer kva – frå tidlegare samlingar",
    en: "Who does what – from earlier gatherings",
  },
  overdue: { nb: "Fristen er ute", nn: "Fristen er ute", en: "Overdue" },
  markDone: { nb: "Gjort", nn: "Gjort", en: "Done" },
  // Mails
  mailSubject: {
    nb: (date: string, title: string) => `Referat ${date}: ${title}`,
    nn: (date: string, title: string) => `Referat ${date}: ${title}`,
    en: (date: string, title: string) => `Minutes ${date}: ${title}`,
  },
  mailPresent: {
    nb: (network: string) => `Takk for sist! Her er det viktigste fra samlingen i ${network}.`,
    nn: (network: string) => `Takk for sist! Her er det viktigaste frå samlinga i ${network}.`,
    en: (network: string) => `Good to see you! Here are the main points from the gathering of ${network}.`,
  },
  mailAbsent: {
    nb: (network: string) =>
      `Her er det viktigste fra samlingen i ${network}. Du er med igjen på to minutter.`,
    nn: (network: string) => `Her er det viktigaste frå samlinga i ${network}. Du er med att på to minutt.`,
    en: (network: string) =>
      `Here are the main points from the gathering of ${network}. It is a short read, and then you are up to date.`,
  },
  readMinutes: { nb: "Les referatet", nn: "Les referatet", en: "Read the minutes" },
  mailWhy: {
    nb: "Du får dette fordi du er med i nettverket. Lenka kan leses uten å logge inn i 90 dager, så ikke send den videre.",
    nn: "Du får dette fordi du er med i nettverket. Lenkja kan lesast utan å logge inn i 90 dagar, så ikkje send ho vidare.",
    en: "You get this because you are in the network. The link can be read without signing in for 90 days, so do not pass it on.",
  },
  remindSubject: {
    nb: (title: string) => `Referatet fra «${title}» venter`,
    nn: (title: string) => `Referatet frå «${title}» ventar`,
    en: (title: string) => `The minutes of “${title}” are waiting`,
  },
  remindText: {
    nb: (date: string) =>
      `De som ikke var med ${date}, har ikke fått vite hva dere ble enige om. Tre linjer er nok.`,
    nn: (date: string) =>
      `Dei som ikkje var med ${date}, har ikkje fått vite kva de vart samde om. Tre linjer er nok.`,
    en: (date: string) =>
      `Those who were not there on ${date} have not heard what you agreed. Three lines are enough.`,
  },
  remindNone: {
    nb: "Skal det ikke være referat, så si fra på siden. Da slutter vi å minne om det.",
    nn: "Skal det ikkje vere referat, så sei frå på sida. Då sluttar vi å minne om det.",
    en: "If there are to be no minutes, say so on the page. Then we stop reminding you.",
  },
} satisfies TextTable;
