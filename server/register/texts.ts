/** Words of the register. */
import { numberInWords, numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

/** What a mentor has been through, as it is said in a list: nothing is said of what there is none of. */
const learntOf = (gatherings: string | false, cases: string | false, none: string): string =>
  [gatherings || none, cases].filter(Boolean).join(", ");

export const registerTexts = {
  people: { nb: "Personer", nn: "Personar", en: "People" },
  addPerson: { nb: "Legg til en person", nn: "Legg til ein person", en: "Add a person" },
  importList: { nb: "Importer en liste", nn: "Importer ei liste", en: "Import a list" },
  exportFile: { nb: "Last ned lista (CSV)", nn: "Last ned lista (CSV)", en: "Download the list (CSV)" },
  search: {
    nb: "Søk på navn eller virksomhet",
    nn: "Søk på namn eller verksemd",
    en: "Search by name or workplace",
  },
  find: { nb: "Finn", nn: "Finn", en: "Find" },
  filters: { nb: "Avgrens lista", nn: "Avgrens lista", en: "Narrow the list" },
  filtersOn: {
    nb: "Lista er avgrenset.",
    nn: "Lista er avgrensa.",
    en: "The list is narrowed.",
  },
  showAll: { nb: "Vis alle", nn: "Vis alle", en: "Show everyone" },
  anyRole: { nb: "Alle roller", nn: "Alle roller", en: "Any role" },
  anyStatus: { nb: "Alle", nn: "Alle", en: "Any" },
  anyNetwork: { nb: "Alle nettverk", nn: "Alle nettverk", en: "Any network" },
  anyUnit: { nb: "Alle enheter", nn: "Alle einingar", en: "Any unit" },
  anyTrade: { nb: "Alle bransjer", nn: "Alle bransjar", en: "Any trade" },
  onlyAskAgain: {
    nb: "Bare de som har sagt ja til å bli spurt igjen",
    nn: "Berre dei som har sagt ja til å bli spurde igjen",
    en: "Only those who agreed to be asked again",
  },
  nobody: {
    nb: "Ingen passer til søket. Prøv bare fornavnet, eller en del av virksomhetens navn.",
    nn: "Ingen passar til søket. Prøv berre førenamnet, eller ein del av namnet på verksemda.",
    en: "Nobody matches. Try the first name only, or part of the workplace’s name.",
  },
  nobodyYet: { nb: "Ingen her ennå.", nn: "Ingen her enno.", en: "Nobody here yet." },
  next: { nb: "Neste side", nn: "Neste side", en: "Next page" },
  first: { nb: "Til begynnelsen", nn: "Til byrjinga", en: "Back to the start" },
  name: { nb: "Navn", nn: "Namn", en: "Name" },
  email: { nb: "E-postadresse", nn: "E-postadresse", en: "Email address" },
  phone: { nb: "Telefon", nn: "Telefon", en: "Phone" },
  language: { nb: "Språk", nn: "Språk", en: "Language" },
  role: { nb: "Rolle", nn: "Rolle", en: "Role" },
  roles: { nb: "Roller", nn: "Roller", en: "Roles" },
  rolesHint: {
    nb: "Hva personen kan gjøre her. Hvilket nettverk rollen gjelder, står under Nettverk.",
    nn: "Kva personen kan gjere her. Kva for nettverk rolla gjeld, står under Nettverk.",
    en: "What the person can do here. Which network a role is for is shown under Networks.",
  },
  status: { nb: "Status", nn: "Status", en: "Status" },
  statusActive: { nb: "Aktiv", nn: "Aktiv", en: "Active" },
  statusFinished: { nb: "Ferdig som mentor", nn: "Ferdig som mentor", en: "Finished as mentor" },
  statusInterested: { nb: "Interessert", nn: "Interessert", en: "Interested" },
  statusLeft: { nb: "Sluttet", nn: "Slutta", en: "Left" },
  statusSince: { nb: "Gjelder fra", nn: "Gjeld frå", en: "From" },
  statusChange: { nb: "Endre status", nn: "Endre status", en: "Change status" },
  statusLeftHint: {
    nb: "Den som har sluttet, kan ikke logge inn og får ingen e-post, bortsett fra avlysning av det som er avtalt.",
    nn: "Den som har slutta, kan ikkje logge inn og får ingen e-post, bortsett frå avlysing av det som er avtalt.",
    en: "Someone who has left cannot sign in and gets no email, except cancellations of what was agreed.",
  },
  since: { nb: "fra", nn: "frå", en: "from" },
  until: { nb: "til", nn: "til", en: "until" },
  unit: { nb: "Enhet i Nav", nn: "Eining i Nav", en: "Nav unit" },
  workplace: { nb: "Virksomhet", nn: "Verksemd", en: "Workplace" },
  workplaceHint: {
    nb: "Skriv navnet slik det står i lista over virksomheter.",
    nn: "Skriv namnet slik det står i lista over verksemder.",
    en: "Write the name as it appears in the list of workplaces.",
  },
  workplaceUnknown: {
    nb: "Vi kjenner ingen virksomhet med dette navnet. Legg den til først, eller skriv navnet slik det står i lista.",
    nn: "Vi kjenner inga verksemd med dette namnet. Legg ho til først, eller skriv namnet slik det står i lista.",
    en: "We know no workplace with this name. Add it first, or write the name as it appears in the list.",
  },
  trade: { nb: "Bransje", nn: "Bransje", en: "Trade" },
  jobTitle: { nb: "Stilling", nn: "Stilling", en: "Job title" },
  leads: { nb: "Leder personen enheten?", nn: "Leier personen eininga?", en: "Do they lead the unit?" },
  leadsNo: { nb: "Nei", nn: "Nei", en: "No" },
  leadsYes: { nb: "Ja, som leder", nn: "Ja, som leiar", en: "Yes, as leader" },
  leadsDeputy: { nb: "Ja, som stedfortreder", nn: "Ja, som stadfortredar", en: "Yes, as deputy" },
  unitNeeded: { nb: "Velg enheten.", nn: "Vel eininga.", en: "Choose the unit." },
  known: {
    nb: "Denne adressen er registrert fra før. Søk etter personen i lista.",
    nn: "Denne adressa er registrert frå før. Søk etter personen i lista.",
    en: "This address is already registered. Look for the person in the list.",
  },
  edit: { nb: "Endre opplysningene", nn: "Endre opplysningane", en: "Change details" },
  onlyAdministrator: {
    nb: "Personen har flere roller enn mentor, så opplysningene endres av en administrator.",
    nn: "Personen har fleire roller enn mentor, så opplysningane blir endra av ein administrator.",
    en: "This person has more roles than mentor, so an administrator changes the details.",
  },
  emailSignsOut: {
    nb: "Ny adresse logger personen ut overalt. Invitasjoner går til den nye.",
    nn: "Ny adresse loggar personen ut overalt. Invitasjonar går til den nye.",
    en: "A new address signs the person out everywhere. Invitations go to the new one.",
  },
  networks: { nb: "Nettverk", nn: "Nettverk", en: "Networks" },
  noNetwork: { nb: "Ikke med i noe nettverk.", nn: "Ikkje med i noko nettverk.", en: "Not in any network." },
  enter: { nb: "Legg til i nettverk", nn: "Legg til i nettverk", en: "Add to a network" },
  network: { nb: "Nettverk", nn: "Nettverk", en: "Network" },
  asRole: { nb: "Som", nn: "Som", en: "As" },
  leave: { nb: "Ta ut", nn: "Ta ut", en: "Remove" },
  leaveMeans: {
    nb: "Den du tar ut, får avlysning på invitasjonene framover, og plassen går til den neste på ventelista.",
    nn: "Den du tek ut, får avlysing på invitasjonane framover, og plassen går til den neste på ventelista.",
    en: "Anyone you remove has their coming invitations cancelled, and the place goes to the next on the waiting list.",
  },
  counsellorOf: { nb: "Veileder i Nav", nn: "Rettleiar i Nav", en: "Nav counsellor" },
  mentorsOf: { nb: "Mentorer", nn: "Mentorar", en: "Mentors" },
  noCounsellor: {
    nb: "Ingen fast veileder er skrevet inn.",
    nn: "Ingen fast rettleiar er skriven inn.",
    en: "No regular counsellor is entered.",
  },
  linkCounsellor: { nb: "Koble til veileder", nn: "Kople til rettleiar", en: "Link a counsellor" },
  unlink: { nb: "Fjern", nn: "Fjern", en: "Remove" },
  learnt: { nb: "Erfaring som mentor", nn: "Erfaring som mentor", en: "Experience as a mentor" },
  gatheringsAttended: { nb: "Samlinger", nn: "Samlingar", en: "Gatherings" },
  casesRead: { nb: "Eksempler lest", nn: "Døme lesne", en: "Cases read" },
  learntShort: {
    nb: (gatherings: number, cases: number) =>
      learntOf(
        gatherings === 1 ? "Én samling" : gatherings > 1 && `${numberOpening(gatherings, "nb")} samlinger`,
        cases === 1 ? "ett eksempel" : cases > 1 && `${numberInWords(cases, "nb")} eksempler`,
        "Ingen samlinger ennå",
      ),
    nn: (gatherings: number, cases: number) =>
      learntOf(
        gatherings === 1 ? "Éi samling" : gatherings > 1 && `${numberOpening(gatherings, "nn")} samlingar`,
        cases === 1 ? "eitt døme" : cases > 1 && `${numberInWords(cases, "nn")} døme`,
        "Inga samling enno",
      ),
    en: (gatherings: number, cases: number) =>
      learntOf(
        gatherings === 1
          ? "One gathering"
          : gatherings > 1 && `${numberOpening(gatherings, "en")} gatherings`,
        cases === 1 ? "one case" : cases > 1 && `${numberInWords(cases, "en")} cases`,
        "No gatherings yet",
      ),
  },
  eraseThem: { nb: "Slett personen", nn: "Slett personen", en: "Delete this person" },
  askAgain: { nb: "Bli spurt igjen", nn: "Bli spurd igjen", en: "Being asked again" },
  askAgainYes: {
    nb: (given: string, expires: string) => `Sa ja ${given}. Gjelder til ${expires}.`,
    nn: (given: string, expires: string) => `Sa ja ${given}. Gjeld til ${expires}.`,
    en: (given: string, expires: string) => `Agreed on ${given}. Valid until ${expires}.`,
  },
  askAgainNo: {
    nb: "Har ikke sagt ja til å bli spurt igjen.",
    nn: "Har ikkje sagt ja til å bli spurd igjen.",
    en: "Has not agreed to be asked again.",
  },
  askAgainRecord: {
    nb: "Noter at personen har sagt ja",
    nn: "Noter at personen har sagt ja",
    en: "Record that the person has said yes",
  },
  askAgainEnd: { nb: "Ta bort samtykket", nn: "Ta bort samtykket", en: "Remove the consent" },
  askAgainHint: {
    nb: "Samtykket gjelder i tre år og slettes deretter av seg selv.",
    nn: "Samtykket gjeld i tre år og blir deretter sletta av seg sjølv.",
    en: "The consent lasts three years and is then deleted automatically.",
  },
  ownTitle: {
    nb: "Kan vi spørre deg igjen?",
    nn: "Kan vi spørje deg igjen?",
    en: "May we ask you again?",
  },
  ownText: {
    nb: "Når du er ferdig som mentor, vil Nav gjerne kunne spørre deg en annen gang. Sier du ja, ser rådgiverne i nettverket ditt at du kan spørres, hvor mange samlinger du har vært på og hvor mange eksempler du har lest. Det gjelder i tre år, og du kan ombestemme deg når som helst.",
    nn: "Når du er ferdig som mentor, vil Nav gjerne kunne spørje deg ein annan gong. Seier du ja, ser rådgivarane i nettverket ditt at du kan spørjast, kor mange samlingar du har vore på og kor mange døme du har lese. Det gjeld i tre år, og du kan ombestemme deg når som helst.",
    en: "When you have finished as a mentor, Nav would like to be able to ask you another time. If you say yes, the advisers of your network see that you may be asked, how many gatherings you attended and how many cases you read. Your yes lasts three years, and you can change your mind at any time.",
  },
  ownYes: { nb: "Ja, spør meg gjerne", nn: "Ja, spør meg gjerne", en: "Yes, please ask me" },
  ownEnd: { nb: "Jeg trekker samtykket", nn: "Eg trekkjer samtykket", en: "I withdraw my consent" },
  ownIs: {
    nb: (given: string, expires: string) => `Du sa ja ${given}. Det gjelder til ${expires}.`,
    nn: (given: string, expires: string) => `Du sa ja ${given}. Det gjeld til ${expires}.`,
    en: (given: string, expires: string) => `You agreed on ${given}. It lasts until ${expires}.`,
  },
  ownIsNot: {
    nb: "Du har ikke sagt ja, så ingen ser deg i lista over dem som kan spørres.",
    nn: "Du har ikkje sagt ja, så ingen ser deg i lista over dei som kan spørjast.",
    en: "You have not agreed, so nobody sees you among those who may be asked.",
  },
  save: { nb: "Lagre", nn: "Lagre", en: "Save" },
  lastAdministrator: {
    nb: "Dette er den eneste administratoren. Gi noen andre rollen først.",
    nn: "Dette er den einaste administratoren. Gi nokon andre rolla først.",
    en: "This is the only administrator. Give the role to someone else first.",
  },
  leadsStill: {
    nb: "Personen leder en enhet. Sett inn en ny leder der først, så følger det som venter, med.",
    nn: "Personen leier ei eining. Set inn ein ny leiar der først, så følgjer det som ventar med.",
    en: "The person leads a unit. Put a new leader there first, and what is waiting goes to them.",
  },
} satisfies TextTable;
