/** Words of the import, and the headings a file may have. */
import type { TextTable } from "../web/languages.ts";

const figures = (n: number) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0");

export const importTexts = {
  title: { nb: "Importer personer", nn: "Importer personar", en: "Import people" },
  intro: {
    nb: "Bruk lista du har. Du får se hva vi har forstått, før noe blir lagt til.",
    nn: "Bruk lista du har. Du får sjå kva vi har forstått, før noko blir lagt til.",
    en: "Use the list you have. You see what we have understood before anything is added.",
  },
  noCandidates: {
    nb: "Lista skal aldri ha med kandidater, bare mentorer og ansatte i Nav.",
    nn: "Lista skal aldri ha med kandidatar, berre mentorar og tilsette i Nav.",
    en: "The list must never contain candidates, only mentors and Nav staff.",
  },
  goTo: {
    nb: (network: string) => `Personene blir lagt til i ${network}.`,
    nn: (network: string) => `Personane blir lagde til i ${network}.`,
    en: (network: string) => `The people will be added to ${network}.`,
  },
  askedLater: {
    nb: "Nettverket velger du på neste side.",
    nn: "Nettverket vel du på neste side.",
    en: "You choose the network on the next page.",
  },
  pasteTitle: { nb: "Lim inn en liste", nn: "Lim inn ei liste", en: "Paste a list" },
  paste: { nb: "Navn og e-postadresser", nn: "Namn og e-postadresser", en: "Names and email addresses" },
  pasteHint: {
    nb: "Kopier fra et regneark, eller fra mottakerne i en e-post. Én person på hver linje går også, for eksempel «Åse Ødegård; aase@firma.no».",
    nn: "Kopier frå eit rekneark, eller frå mottakarane i ein e-post. Éin person på kvar linje går òg, til dømes «Åse Ødegård; aase@firma.no».",
    en: "Copy from a spreadsheet, or from the recipients of an email. One person on each line works too, for example “Åse Ødegård; aase@firma.no”.",
  },
  review: { nb: "Se over lista", nn: "Sjå over lista", en: "Review the list" },
  pasteEmpty: {
    nb: "Det står ingen personer i feltet. Lim inn minst én.",
    nn: "Det står ingen personar i feltet. Lim inn minst éin.",
    en: "There is nobody in the box. Paste at least one person.",
  },
  pasteTooBig: {
    nb: "Lista er for lang. Del den i to.",
    nn: "Lista er for lang. Del ho i to.",
    en: "The list is too long. Split it in two.",
  },
  pasteNotReadable: {
    nb: "Vi klarer ikke å lese lista. Prøv med én person på hver linje: navn, semikolon, adresse.",
    nn: "Vi klarer ikkje å lese lista. Prøv med éin person på kvar linje: namn, semikolon, adresse.",
    en: "We cannot read the list. Try one person on each line: name, semicolon, address.",
  },
  fileTitle: { nb: "Eller velg en fil", nn: "Eller vel ei fil", en: "Or choose a file" },
  fileHint: {
    nb: "Første rad må være overskrifter, for eksempel Navn og E-post.",
    nn: "Første rad må vere overskrifter, til dømes Namn og E-post.",
    en: "The first row must be headings, such as Name and Email.",
  },
  columnsKnown: {
    nb: "Overskrifter vi kjenner igjen",
    nn: "Overskrifter vi kjenner att",
    en: "Headings we recognise",
  },
  columnsText: {
    nb: "Navn (eller Fornavn og Etternavn), E-post, Telefon, Rolle, Status, Stilling, Virksomhet, Bransje, Størrelse, Kommune, Enhet, Nettverk og Språk. Bare navn og e-post må være med. Står det ingen rolle, blir personen mentor. Er virksomheten ny her, holder det med navnet.",
    nn: "Namn (eller Førenamn og Etternamn), E-post, Telefon, Rolle, Status, Stilling, Verksemd, Bransje, Storleik, Kommune, Eining, Nettverk og Språk. Berre namn og e-post må vere med. Står det inga rolle, blir personen mentor. Er verksemda ny her, held det med namnet.",
    en: "Name (or First name and Last name), Email, Phone, Role, Status, Job title, Workplace, Trade, Size, Municipality, Unit, Network and Language. Only name and email are required. Anyone without a role becomes a mentor. If the workplace is new here, its name is enough.",
  },
  file: {
    nb: "Fil (.csv eller .xlsx, inntil 5 MB)",
    nn: "Fil (.csv eller .xlsx, inntil 5 MB)",
    en: "File (.csv or .xlsx, up to 5 MB)",
  },
  intoNetwork: {
    nb: "Hvilket nettverk skal de inn i?",
    nn: "Kva for nettverk skal dei inn i?",
    en: "Which network should they join?",
  },
  intoNetworkHint: {
    nb: "Gjelder rader som ikke nevner noe nettverk.",
    nn: "Gjeld rader som ikkje nemner noko nettverk.",
    en: "For rows that name no network.",
  },
  chooseNetwork: { nb: "Velg nettverket", nn: "Vel nettverket", en: "Choose the network" },
  noNetworkYet: {
    nb: "Du er ikke rådgiver i noe nettverk her ennå. Be administratoren legge deg inn først.",
    nn: "Du er ikkje rådgivar i noko nettverk her enno. Be administratoren leggje deg inn først.",
    en: "You are not an adviser in any network here yet. Ask the administrator to add you first.",
  },
  notYourNetwork: {
    nb: "Nettverket er ikke ditt. Velg et av dine på neste side.",
    nn: "Nettverket er ikkje ditt. Vel eitt av dine på neste side.",
    en: "That network is not yours. Choose one of yours on the next page.",
  },
  upload: { nb: "Last opp og se over", nn: "Last opp og sjå over", en: "Upload and review" },
  faultNoFile: { nb: "Velg en fil.", nn: "Vel ei fil.", en: "Choose a file." },
  faultEmpty: {
    nb: "Fila har ingen rader under overskriftene.",
    nn: "Fila har ingen rader under overskriftene.",
    en: "The file has no rows under the headings.",
  },
  faultTooManyRows: {
    nb: "Lista har mer enn 20 000 rader. Del den i to.",
    nn: "Lista har meir enn 20 000 rader. Del ho i to.",
    en: "The list has more than 20,000 rows. Split it in two.",
  },
  faultTooBig: {
    nb: "Fila er for stor. Ta bort bilder og ark du ikke trenger, eller lagre den som CSV.",
    nn: "Fila er for stor. Ta bort bilete og ark du ikkje treng, eller lagre ho som CSV.",
    en: "The file is too big. Remove pictures and sheets you do not need, or save it as CSV.",
  },
  faultNotReadable: {
    nb: "Vi klarer ikke å lese fila. Lagre den som .xlsx eller .csv, og prøv igjen.",
    nn: "Vi klarer ikkje å lese fila. Lagre ho som .xlsx eller .csv, og prøv igjen.",
    en: "We cannot read the file. Save it as .xlsx or .csv and try again.",
  },
  faultNetwork: { nb: "Velg nettverket.", nn: "Vel nettverket.", en: "Choose the network." },
  recent: { nb: "Tidligere importer", nn: "Tidlegare importar", en: "Earlier imports" },
  rowCount: {
    nb: (n: number) => (n === 1 ? "1 rad" : `${figures(n)} rader`),
    nn: (n: number) => (n === 1 ? "1 rad" : `${figures(n)} rader`),
    en: (n: number) => (n === 1 ? "1 row" : `${figures(n)} rows`),
  },
  stateChecking: { nb: "Ser gjennom lista", nn: "Ser gjennom lista", en: "Checking the list" },
  stateReady: { nb: "Venter på deg", nn: "Ventar på deg", en: "Waiting for you" },
  stateMoving: { nb: "Legger til", nn: "Legg til", en: "Adding" },
  stateDone: { nb: "Lagt til", nn: "Lagt til", en: "Added" },
  stateStopped: {
    nb: "Stoppet, ingenting ble lagt til",
    nn: "Stoppa, ingenting vart lagt til",
    en: "Stopped, nothing was added",
  },
  stateUndone: { nb: "Angret", nn: "Angra", en: "Undone" },
  progress: {
    nb: (through: number, rows: number) => `${figures(through)} av ${figures(rows)} rader`,
    nn: (through: number, rows: number) => `${figures(through)} av ${figures(rows)} rader`,
    en: (through: number, rows: number) => `${figures(through)} of ${figures(rows)} rows`,
  },
  reload: { nb: "Se hvordan det går", nn: "Sjå korleis det går", en: "See how it is going" },
  mayLeave: {
    nb: "Du kan lukke siden. Arbeidet går videre, og du finner det igjen her.",
    nn: "Du kan lukke sida. Arbeidet går vidare, og du finn det igjen her.",
    en: "You can close the page. The work goes on, and you can find it here again.",
  },
  stop: { nb: "Stopp", nn: "Stopp", en: "Stop" },
  giveUp: { nb: "Avbryt importen", nn: "Avbryt importen", en: "Cancel the import" },
  newPeople: { nb: "Nye personer", nn: "Nye personar", en: "New people" },
  returning: { nb: "Kommer tilbake", nn: "Kjem tilbake", en: "Coming back" },
  returningText: {
    nb: "De har sluttet i nettverket før. De blir satt inn igjen, og invitasjonene framover kommer til dem også.",
    nn: "Dei har slutta i nettverket før. Dei blir sette inn att, og invitasjonane framover kjem til dei òg.",
    en: "They have left the network before. They will be added again, and get coming invitations too.",
  },
  knownPeople: { nb: "Står her fra før", nn: "Står her frå før", en: "Already here" },
  knownText: {
    nb: "Adressen er registrert. Personen blir med i nettverket, men navn og virksomhet endres ikke.",
    nn: "Adressa er registrert. Personen blir med i nettverket, men namn og verksemd blir ikkje endra.",
    en: "The address is registered. They join the network, but their name and workplace do not change.",
  },
  lookalikes: { nb: "Ligner på noen vi har", nn: "Liknar på nokon vi har", en: "May already be here" },
  lookalikesText: {
    nb: "Samme navn og virksomhet, men en annen adresse.",
    nn: "Same namn og verksemd, men ei anna adresse.",
    en: "Same name and workplace, but another address.",
  },
  lookalikesWhat: {
    nb: "Hva gjør vi med dem?",
    nn: "Kva gjer vi med dei?",
    en: "What should we do with them?",
  },
  lookalikesSkip: { nb: "Hopp over dem", nn: "Hopp over dei", en: "Skip them" },
  lookalikesAdd: { nb: "Legg dem til likevel", nn: "Legg dei til likevel", en: "Add them anyway" },
  faultRows: { nb: "Linjer med feil", nn: "Linjer med feil", en: "Lines with errors" },
  faultsText: {
    nb: "Ingenting blir lagt til så lenge noe er feil. Rett lista her, eller endre hva kolonnene inneholder nedenfor.",
    nn: "Ingenting blir lagt til så lenge noko er feil. Rett lista her, eller endre kva kolonnane inneheld nedanfor.",
    en: "Nothing is added while anything is wrong. Correct the list here, or change what the columns hold below.",
  },
  correct: { nb: "Rett lista", nn: "Rett lista", en: "Correct the list" },
  moreFaults: { nb: "Neste linjer med feil", nn: "Neste linjer med feil", en: "More lines with errors" },
  firstFaults: {
    nb: "Til de første linjene med feil",
    nn: "Til dei første linjene med feil",
    en: "Back to the first lines with errors",
  },
  lineNumber: {
    nb: (n: number) => `Linje ${n}`,
    nn: (n: number) => `Linje ${n}`,
    en: (n: number) => `Line ${n}`,
  },
  columns: { nb: "Hva kolonnene inneholder", nn: "Kva kolonnane inneheld", en: "What the columns hold" },
  columnsHint: {
    nb: "Dette har vi gjettet. Endre det som er feil.",
    nn: "Dette har vi gjetta. Endre det som er feil.",
    en: "This is what we guessed. Change what is wrong.",
  },
  columnNumber: {
    nb: (n: number) => `Kolonne ${n}`,
    nn: (n: number) => `Kolonne ${n}`,
    en: (n: number) => `Column ${n}`,
  },
  newPlaces: {
    nb: (n: number, names: string) =>
      n === 1
        ? `1 virksomhet er ny her og blir lagt til: ${names}.`
        : `${figures(n)} virksomheter er nye her og blir lagt til: ${names}.`,
    nn: (n: number, names: string) =>
      n === 1
        ? `1 verksemd er ny her og blir lagd til: ${names}.`
        : `${figures(n)} verksemder er nye her og blir lagde til: ${names}.`,
    en: (n: number, names: string) =>
      n === 1
        ? `1 workplace is new here and will be added: ${names}.`
        : `${figures(n)} workplaces are new here and will be added: ${names}.`,
  },
  andMore: {
    nb: (n: number) => `og ${figures(n)} til`,
    nn: (n: number) => `og ${figures(n)} til`,
    en: (n: number) => `and ${figures(n)} more`,
  },
  /** Of `all` that are new. */
  barePlaces: {
    nb: (n: number, all: number) =>
      `${all === 1 ? "Den" : n === 1 ? "Én av dem" : n === all ? "De" : `${figures(n)} av dem`} mangler bransje, størrelse eller kommune. Det kan administratoren legge til senere.`,
    nn: (n: number, all: number) =>
      `${all === 1 ? "Ho" : n === 1 ? "Éi av dei" : n === all ? "Dei" : `${figures(n)} av dei`} manglar bransje, storleik eller kommune. Det kan administratoren leggje til seinare.`,
    en: (n: number, all: number) =>
      `${all === 1 ? "It lacks" : n === 1 ? "One of them lacks" : n === all ? "They lack" : `${figures(n)} of them lack`} trade, size or municipality. The administrator can add that later.`,
  },
  columnTwice: {
    nb: "Velg hva minst én kolonne inneholder, og hver ting bare én gang.",
    nn: "Vel kva minst éin kolonne inneheld, og kvar ting berre éin gong.",
    en: "Choose what at least one column holds, and each thing only once.",
  },
  ignored: { nb: "Tas ikke med", nn: "Blir ikkje teken med", en: "Left out" },
  checkAgain: { nb: "Se gjennom på nytt", nn: "Sjå gjennom på nytt", en: "Check again" },
  line: { nb: "Linje", nn: "Linje", en: "Line" },
  firstRows: { nb: "De første radene", nn: "Dei første radene", en: "The first rows" },
  add: {
    nb: (n: number) => (n === 1 ? "Legg til 1 person" : `Legg til ${figures(n)} personer`),
    nn: (n: number) => (n === 1 ? "Legg til 1 person" : `Legg til ${figures(n)} personar`),
    en: (n: number) => (n === 1 ? "Add 1 person" : `Add ${figures(n)} people`),
  },
  addKnown: {
    nb: "Legg dem i nettverket",
    nn: "Legg dei i nettverket",
    en: "Add them to the network",
  },
  nothingNew: {
    nb: "Alle i lista står her fra før, så det er ingen nye å legge til.",
    nn: "Alle i lista står her frå før, så det er ingen nye å leggje til.",
    en: "Everyone on the list is already here, so there is nobody new to add.",
  },
  doneText: {
    nb: (n: number) => (n === 1 ? "1 ny person er lagt til." : `${figures(n)} nye personer er lagt til.`),
    nn: (n: number) => (n === 1 ? "1 ny person er lagt til." : `${figures(n)} nye personar er lagde til.`),
    en: (n: number) =>
      n === 1 ? "1 new person has been added." : `${figures(n)} new people have been added.`,
  },
  joinedText: {
    nb: (n: number) =>
      n === 1
        ? "1 person som var registrert fra før, er nå med i nettverket, med navnet som sto der."
        : `${figures(n)} personer som var registrert fra før, er nå med i nettverket, med navnene som sto der.`,
    nn: (n: number) =>
      n === 1
        ? "1 person som var registrert frå før, er no med i nettverket, med namnet som stod der."
        : `${figures(n)} personar som var registrerte frå før, er no med i nettverket, med namna som stod der.`,
    en: (n: number) =>
      n === 1
        ? "1 person who was already registered is now in the network, under the name we had."
        : `${figures(n)} people who were already registered are now in the network, under the names we had.`,
  },
  undo: { nb: "Angre importen", nn: "Angre importen", en: "Undo the import" },
  undoText: {
    nb: "Tar ut alle som kom med denne lista. Det går så lenge ingen av dem er invitert, har logget inn eller er brukt på annen måte.",
    nn: "Tek ut alle som kom med denne lista. Det går så lenge ingen av dei er inviterte, har logga inn eller er brukte på annan måte.",
    en: "Takes out everyone who came with this list. Possible as long as none of them has been invited, has signed in or is in use in some other way.",
  },
  used: {
    nb: "Noen av dem er tatt i bruk, så importen kan ikke angres. Ta heller ut enkeltpersoner.",
    nn: "Nokon av dei er tekne i bruk, så importen kan ikkje angrast. Ta heller ut enkeltpersonar.",
    en: "Some of them are in use, so the import cannot be undone. Remove people one by one instead.",
  },
  nextStep: { nb: "Hva nå?", nn: "Kva no?", en: "What next?" },
  planText: {
    nb: (network: string) => `${network} har ingen samlinger framover.`,
    nn: (network: string) => `${network} har ingen samlingar framover.`,
    en: (network: string) => `${network} has no gatherings planned.`,
  },
  plan: { nb: "Planlegg en sesong", nn: "Planlegg ein sesong", en: "Plan a season" },
  toPeople: { nb: "Til lista over personer", nn: "Til lista over personar", en: "Go to the list of people" },
  cRequired: { nb: "mangler", nn: "manglar", en: "is missing" },
  cTooLong: { nb: "er for lang", nn: "er for lang", en: "is too long" },
  cNotAnEmail: {
    nb: "er ikke en gyldig adresse",
    nn: "er ikkje ei gyldig adresse",
    en: "is not a valid address",
  },
  cNotAName: {
    nb: "ser ikke ut som et navn",
    nn: "ser ikkje ut som eit namn",
    en: "does not look like a name",
  },
  cNotAPhone: {
    nb: "er ikke et telefonnummer",
    nn: "er ikkje eit telefonnummer",
    en: "is not a phone number",
  },
  cSameAddress: {
    nb: (line: number) => `er den samme som på linje ${line}`,
    nn: (line: number) => `er den same som på linje ${line}`,
    en: (line: number) => `is the same as on line ${line}`,
  },
  cUnknownRole: {
    nb: "er ingen rolle vi kjenner",
    nn: "er inga rolle vi kjenner",
    en: "is not a role we know",
  },
  cMayNotGive: {
    nb: "kan bare gis av en administrator",
    nn: "kan berre givast av ein administrator",
    en: "can only be given by an administrator",
  },
  cUnknownStatus: {
    nb: "må være aktiv, ferdig eller interessert",
    nn: "må vere aktiv, ferdig eller interessert",
    en: "must be active, finished or interested",
  },
  cUnknownSize: {
    nb: "må være liten, middels, stor eller antall ansatte",
    nn: "må vere liten, middels, stor eller talet på tilsette",
    en: "must be small, medium, large or a number of employees",
  },
  cUnknownLanguage: {
    nb: "må være bokmål, nynorsk eller engelsk",
    nn: "må vere bokmål, nynorsk eller engelsk",
    en: "must be Bokmål, Nynorsk or English",
  },
  cUnknownUnit: { nb: "finnes ikke her", nn: "finst ikkje her", en: "is not here" },
  cUnknownNetwork: { nb: "finnes ikke her", nn: "finst ikkje her", en: "is not here" },
  cWorkplaceNeeds: {
    nb: "var ukjent da lista ble sett gjennom. Se gjennom på nytt",
    nn: "var ukjend då lista vart sett gjennom. Sjå gjennom på nytt",
    en: "was unknown when the list was checked. Check it again",
  },
  cIdentity: {
    nb: "har et nummer eller en adresse som ikke skal stå der",
    nn: "har eit nummer eller ei adresse som ikkje skal stå der",
    en: "has a number or an address that must not be there",
  },
  name: { nb: "Navn", nn: "Namn", en: "Name" },
  firstName: { nb: "Fornavn", nn: "Førenamn", en: "First name" },
  lastName: { nb: "Etternavn", nn: "Etternamn", en: "Last name" },
  email: { nb: "E-post", nn: "E-post", en: "Email" },
  phone: { nb: "Telefon", nn: "Telefon", en: "Phone" },
  roles: { nb: "Rolle", nn: "Rolle", en: "Role" },
  status: { nb: "Status", nn: "Status", en: "Status" },
  jobTitle: { nb: "Stilling", nn: "Stilling", en: "Job title" },
  workplace: { nb: "Virksomhet", nn: "Verksemd", en: "Workplace" },
  trade: { nb: "Bransje", nn: "Bransje", en: "Trade" },
  size: { nb: "Størrelse", nn: "Storleik", en: "Size" },
  sizeSmall: { nb: "liten", nn: "liten", en: "small" },
  sizeMedium: { nb: "middels", nn: "middels", en: "medium" },
  sizeLarge: { nb: "stor", nn: "stor", en: "large" },
  municipality: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
  unit: { nb: "Enhet i Nav", nn: "Eining i Nav", en: "Nav unit" },
  network: { nb: "Nettverk", nn: "Nettverk", en: "Network" },
  language: { nb: "Språk", nn: "Språk", en: "Language" },
} satisfies TextTable;
