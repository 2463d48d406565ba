/** Words of a person's own pages: their facts, where they are signed in, who has looked. */
import type { TextTable } from "../web/languages.ts";
import type { AuditEvent } from "./tables.ts";

export const selfTexts = {
  correctTitle: {
    nb: "Rett det som står om deg",
    nn: "Rett det som står om deg",
    en: "Correct your details",
  },
  name: { nb: "Navn", nn: "Namn", en: "Name" },
  phone: { nb: "Telefon", nn: "Telefon", en: "Phone" },
  phoneHint: {
    nb: "Til bruk for rådgiveren. Er du veileder, rådgiver eller leder for et kontor i et nettverk, står nummeret også på «Hvem ringer jeg?». La feltet stå tomt hvis du ikke vil ha nummeret her.",
    nn: "Til bruk for rådgivaren. Er du rettleiar, rådgivar eller leiar for eit kontor i eit nettverk, står nummeret òg på «Kven ringjer eg?». La feltet stå tomt om du ikkje vil ha nummeret her.",
    en: "For the adviser. If you are a counsellor, an adviser or the leader of an office in a network, the number is also on “Who do I ring?”. Leave it empty if you do not want the number here.",
  },
  notAPhone: {
    nb: "Skriv et telefonnummer med tall, for eksempel 912 34 567.",
    nn: "Skriv eit telefonnummer med tal, til dømes 912 34 567.",
    en: "Enter a phone number in digits, such as 912 34 567.",
  },
  language: { nb: "Språk", nn: "Språk", en: "Language" },
  addressTitle: { nb: "Bytt e-postadresse", nn: "Byt e-postadresse", en: "Change email address" },
  addressIntro: {
    nb: (address: string) =>
      `Nå bruker vi ${address}. Vi sender en lenke til den nye adressen. Den gamle gjelder til du har trykt på lenka.`,
    nn: (address: string) =>
      `No bruker vi ${address}. Vi sender ei lenkje til den nye adressa. Den gamle gjeld til du har trykt på lenkja.`,
    en: (address: string) =>
      `We now use ${address}. We will send a link to the new address. The old one applies until you have pressed the link.`,
  },
  newAddress: { nb: "Ny e-postadresse", nn: "Ny e-postadresse", en: "New email address" },
  sameAddress: {
    nb: "Dette er adressen vi har.",
    nn: "Dette er adressa vi har.",
    en: "This is the address we have.",
  },
  sendLink: { nb: "Send lenke", nn: "Send lenkje", en: "Send the link" },
  confirmTitle: {
    nb: "Ta i bruk den nye adressen",
    nn: "Ta i bruk den nye adressa",
    en: "Use the new address",
  },
  confirmText: {
    nb: (address: string) =>
      `Trykk på knappen, så logger du inn med ${address} fra da av, og e-posten går dit.`,
    nn: (address: string) =>
      `Trykk på knappen, så loggar du inn med ${address} frå då av, og e-posten går dit.`,
    en: (address: string) =>
      `Press the button, and you will sign in with ${address} from then on. Email will go there too.`,
  },
  confirmAddress: { nb: "Bruk denne adressen", nn: "Bruk denne adressa", en: "Use this address" },
  newAddressSubject: {
    nb: "Bekreft den nye e-postadressen din",
    nn: "Stadfest den nye e-postadressa di",
    en: "Confirm your new email address",
  },
  newAddressText: {
    nb: "Trykk på lenka for å ta denne adressen i bruk. Den virker i 24 timer.",
    nn: "Trykk på lenkja for å ta denne adressa i bruk. Ho verkar i 24 timar.",
    en: "Press the link to start using this address. It works for 24 hours.",
  },
  newAddressNotYou: {
    nb: "Kjenner du ikke til dette? Da kan du se bort fra denne e-posten, og ingenting skjer.",
    nn: "Kjenner du ikkje til dette? Då kan du sjå bort frå denne e-posten, og ingenting skjer.",
    en: "If you know nothing about this, ignore this email and nothing happens.",
  },
  addressChangedSubject: {
    nb: "E-postadressen din er byttet",
    nn: "E-postadressa di er bytt",
    en: "Your email address was changed",
  },
  addressChangedText: {
    nb: "Du bruker nå en annen adresse hos oss, og dette er den siste e-posten hit.",
    nn: "Du bruker no ei anna adresse hos oss, og dette er den siste e-posten hit.",
    en: "You now use another address with us, and this is the last email to this one.",
  },
  addressChangedNotYou: {
    nb: "Var det ikke du som byttet? Si fra til rådgiveren i nettverket med en gang.",
    nn: "Var det ikkje du som bytte? Sei frå til rådgivaren i nettverket med ein gong.",
    en: "If it was not you, tell your network’s adviser at once.",
  },
  sessionsTitle: { nb: "Hvor du er logget inn", nn: "Kvar du er logga inn", en: "Where you are signed in" },
  sessionsIntro: {
    nb: "Vi vet ikke hvilken telefon eller PC det gjelder, for det lagrer vi ikke. Ser du en du ikke kjenner, så logg den ut.",
    nn: "Vi veit ikkje kva for ein telefon eller PC det gjeld, for det lagrar vi ikkje. Ser du ei innlogging du ikkje kjenner, så logg ho ut.",
    en: "We do not know which phone or computer it is, because we do not store it. If you see one you do not know, sign it out.",
  },
  session: {
    nb: (since: string, last: string) => `Logget inn ${since}. Sist i bruk ${last}.`,
    nn: (since: string, last: string) => `Logga inn ${since}. Sist i bruk ${last}.`,
    en: (since: string, last: string) => `Signed in ${since}. Last used ${last}.`,
  },
  thisOne: { nb: "Her og nå", nn: "Her og no", en: "This sign-in" },
  wayMail: { nb: "Lenke på e-post", nn: "Lenkje på e-post", en: "Link by email" },
  wayStaff: { nb: "Innlogging for Nav-ansatte", nn: "Innlogging for Nav-tilsette", en: "Nav staff sign-in" },
  wayDemo: { nb: "Demo", nn: "Demo", en: "Demo" },
  endSession: { nb: "Logg ut der", nn: "Logg ut der", en: "Sign out there" },
  endOthers: {
    nb: "Logg ut alle andre steder",
    nn: "Logg ut alle andre stader",
    en: "Sign out everywhere else",
  },
  auditTitle: { nb: "Hvem har sett på det", nn: "Kven har sett på det", en: "Who has looked you up" },
  auditIntro: {
    nb: "Her står det hvem som har slått deg opp eller endret noe om deg, og når. At du selv ser på siden din, står ikke her, og heller ikke at rådgiverne i ditt eget nettverk ser lista over hvem som er med. Hver linje slettes etter tolv måneder.",
    nn: "Her står det kven som har slått deg opp eller endra noko om deg, og når. At du sjølv ser på sida di, står ikkje her, og heller ikkje at rådgivarane i ditt eige nettverk ser lista over kven som er med. Kvar linje blir sletta etter tolv månader.",
    en: "This shows who has looked you up or changed something about you, and when. That you look at your own page is not here, nor that the advisers in your own network see its list of members. Each line is deleted after twelve months.",
  },
  auditNone: {
    nb: "Ingen har slått deg opp de siste tolv månedene.",
    nn: "Ingen har slått deg opp dei siste tolv månadene.",
    en: "Nobody has looked you up in the last twelve months.",
  },
  auditLogTitle: { nb: "Innsynslogg", nn: "Innsynslogg", en: "Access log" },
  auditLogIntro: {
    nb: "Hvem som har sett eller endret hva om hvem. Bare datoer og slag, aldri innhold. Ingen kan endre linjene.",
    nn: "Kven som har sett eller endra kva om kven. Berre datoar og slag, aldri innhald. Ingen kan endre linjene.",
    en: "Who has seen or changed what about whom. Only dates and kinds, never content. Nobody can change the lines.",
  },
  auditLogNone: { nb: "Loggen er tom.", nn: "Loggen er tom.", en: "The log is empty." },
  about: {
    nb: (name: string) => `Gjelder ${name}`,
    nn: (name: string) => `Gjeld ${name}`,
    en: (name: string) => `About ${name}`,
  },
  you: { nb: "Du", nn: "Du", en: "You" },
  machine: {
    nb: "Automatisk, eller fra kommandolinja",
    nn: "Automatisk, eller frå kommandolinja",
    en: "Automatic, or from the command line",
  },
  next: { nb: "Eldre", nn: "Eldre", en: "Older" },
} satisfies TextTable;

/** What each kind of line in the log says. */
export const auditTexts = {
  "person-seen": {
    nb: "åpnet siden om personen",
    nn: "opna sida om personen",
    en: "opened the person’s page",
  },
  "person-changed": { nb: "endret opplysninger", nn: "endra opplysningar", en: "changed details" },
  "person-deleted": { nb: "slettet opplysningene", nn: "sletta opplysningane", en: "deleted the details" },
  "register-seen": {
    nb: "så personen i registeret",
    nn: "såg personen i registeret",
    en: "saw the person’s entry in the register",
  },
  "register-exported": {
    nb: "hentet ut registeret som fil",
    nn: "henta ut registeret som fil",
    en: "exported the register as a file",
  },
  "members-seen": {
    nb: "så lista over medlemmer",
    nn: "såg lista over medlemmer",
    en: "saw the list of members",
  },
  "attendance-seen": {
    nb: "så oppmøtet på en samling",
    nn: "såg frammøtet på ei samling",
    en: "saw the attendance of a gathering",
  },
  "answers-seen": {
    nb: "så svarene på en invitasjon",
    nn: "såg svara på ein invitasjon",
    en: "saw the answers to an invitation",
  },
  "attendance-changed": { nb: "førte oppmøte", nn: "førte frammøte", en: "recorded attendance" },
  "author-seen": {
    nb: "så hvem et innspill er fra",
    nn: "såg kven eit innspel er frå",
    en: "saw who gave a piece of feedback",
  },
  "mail-seen": { nb: "leste en e-post", nn: "las ein e-post", en: "read an email" },
  "own-data-downloaded": {
    nb: "lastet ned alt som er lagret",
    nn: "lasta ned alt som er lagra",
    en: "downloaded everything that is stored",
  },
  "address-changed": { nb: "byttet e-postadresse", nn: "bytte e-postadresse", en: "changed email address" },
  "sign-in-linked": {
    nb: "koblet til innlogging for Nav-ansatte",
    nn: "kopla til innlogging for Nav-tilsette",
    en: "linked Nav staff sign-in",
  },
  "link-printed": {
    nb: "laget en innloggingslenke på tjeneren",
    nn: "laga ei innloggingslenkje på tenaren",
    en: "made a sign-in link on the server",
  },
  "role-changed": { nb: "endret roller", nn: "endra roller", en: "changed roles" },
} satisfies Record<AuditEvent, { nb: string; nn: string; en: string }>;
