/** Words of units, workplaces and employer contacts. */
import { numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

export const placeTexts = {
  units: { nb: "Enheter i Nav", nn: "Einingar i Nav", en: "Nav units" },
  ownUnits: { nb: "Enhetene mine", nn: "Einingane mine", en: "My units" },
  noUnits: {
    nb: "Ingen enheter ennå. Begynn med regionen, og legg så inn senteret og kontorene under den.",
    nn: "Ingen einingar enno. Begynn med regionen, og legg så inn senteret og kontora under han.",
    en: "No units yet. Begin with the region, then add the centre and the offices below it.",
  },
  noOwnUnits: {
    nb: "Du er ikke satt inn som leder for noen enhet.",
    nn: "Du er ikkje sett inn som leiar for noka eining.",
    en: "You are not entered as the leader of any unit.",
  },
  kindRegion: { nb: "Region", nn: "Region", en: "Region" },
  kindCentre: { nb: "Arbeidslivssenter", nn: "Arbeidslivssenter", en: "Centre (Arbeidslivssenter)" },
  kindOffice: { nb: "Nav-kontor", nn: "Nav-kontor", en: "Nav office" },
  addUnits: { nb: "Legg til enheter", nn: "Legg til einingar", en: "Add units" },
  kind: { nb: "Hva er det?", nn: "Kva er det?", en: "What is it?" },
  names: { nb: "Navn", nn: "Namn", en: "Names" },
  namesHint: {
    nb: "Ett på hver linje. Lim gjerne inn alle kontorene i regionen på én gang.",
    nn: "Eitt på kvar linje. Lim gjerne inn alle kontora i regionen på éin gong.",
    en: "One on each line. Paste all the offices in the region at once if you like.",
  },
  below: { nb: "Under region", nn: "Under region", en: "Belongs to region" },
  belowNeeded: {
    nb: "Velg regionen senteret eller kontoret hører til.",
    nn: "Vel regionen senteret eller kontoret høyrer til.",
    en: "Choose the region the centre or office belongs to.",
  },
  tooLongName: {
    nb: "Hvert navn kan ha høyst 120 tegn.",
    nn: "Kvart namn kan ha høgst 120 teikn.",
    en: "Each name can have at most 120 characters.",
  },
  taken: {
    nb: "Det finnes allerede en enhet med dette navnet.",
    nn: "Det finst allereie ei eining med dette namnet.",
    en: "There is already a unit with this name.",
  },
  noLeader: { nb: "Mangler leder", nn: "Manglar leiar", en: "No leader" },
  noDeputy: { nb: "ingen stedfortreder", nn: "ingen stadfortredar", en: "no deputy" },
  leader: { nb: "Leder", nn: "Leiar", en: "Leader" },
  deputy: { nb: "Stedfortreder", nn: "Stadfortredar", en: "Deputy" },
  leadership: { nb: "Ledelse", nn: "Leiing", en: "Leadership" },
  noLeaderYet: {
    nb: "Enheten har ingen leder her, så ingen kan svare på innspill som gjelder den.",
    nn: "Eininga har ingen leiar her, så ingen kan svare på innspel som gjeld ho.",
    en: "The unit has no leader here, so nobody can answer feedback about it.",
  },
  putInLead: { nb: "Sett inn", nn: "Set inn", en: "Appoint" },
  whoLeads: {
    nb: "Hvem skal lede eller være stedfortreder?",
    nn: "Kven skal leie eller vere stadfortredar?",
    en: "Who will lead or be deputy?",
  },
  asWhat: { nb: "Som hva?", nn: "Som kva?", en: "As what?" },
  whoLeadsHint: {
    nb: "Finner du ikke personen, gi personen en rolle under Personer først.",
    nn: "Finn du ikkje personen, gi personen ei rolle under Personar først.",
    en: "If they are not in the list, give them a role under People first.",
  },
  asLeaderFirst: { nb: "Som leder", nn: "Som leiar", en: "As leader" },
  renameOnly: { nb: "Endre navn", nn: "Endre namn", en: "Change name" },
  asLeader: {
    nb: "Som leder. Den som leder i dag, går ut, og det som venter, følger med over.",
    nn: "Som leiar. Den som leier i dag, går ut, og det som ventar, følgjer med over.",
    en: "As leader. Whoever leads today steps down, and what is waiting goes to the new leader.",
  },
  asDeputy: { nb: "Som stedfortreder", nn: "Som stadfortredar", en: "As deputy" },
  endLead: { nb: "Avslutt rollen", nn: "Avslutt rolla", en: "End the role" },
  waits: {
    nb: (n: number) =>
      n === 1 ? "Ett læringspunkt venter på svar" : `${numberOpening(n, "nb")} læringspunkter venter på svar`,
    nn: (n: number) =>
      n === 1 ? "Eitt læringspunkt ventar på svar" : `${numberOpening(n, "nn")} læringspunkt ventar på svar`,
    en: (n: number) =>
      `${numberOpening(n, "en")} learning ${n === 1 ? "item is waiting" : "items are waiting"} for an answer`,
  },
  noSuccessor: {
    nb: "Noe venter på svar fra denne lederen, og det er ingen stedfortreder. Sett inn en ny leder i stedet, så følger det som venter, med.",
    nn: "Noko ventar på svar frå denne leiaren, og det er ingen stadfortredar. Set inn ein ny leiar i staden, så følgjer det som ventar, med.",
    en: "Something is waiting for this leader’s answer, and there is no deputy. Appoint a new leader instead, and it goes to them.",
  },
  networksHere: { nb: "Nettverk", nn: "Nettverk", en: "Networks" },
  noNetworksHere: { nb: "Ingen nettverk.", nn: "Ingen nettverk.", en: "No networks." },
  unitsBelow: { nb: "Enheter under", nn: "Einingar under", en: "Units below" },
  peopleHere: { nb: "Ansatte her", nn: "Tilsette her", en: "Staff here" },
  andMore: {
    nb: (n: number) => `og ${n} til`,
    nn: (n: number) => `og ${n} til`,
    en: (n: number) => `and ${n} more`,
  },
  rename: { nb: "Endre navn eller plass", nn: "Endre namn eller plass", en: "Change name or place" },
  name: { nb: "Navn", nn: "Namn", en: "Name" },
  save: { nb: "Lagre", nn: "Lagre", en: "Save" },
  workplaces: { nb: "Virksomheter", nn: "Verksemder", en: "Workplaces" },
  searchWorkplaces: { nb: "Søk på navn", nn: "Søk på namn", en: "Search by name" },
  find: { nb: "Finn", nn: "Finn", en: "Find" },
  next: { nb: "Neste side", nn: "Neste side", en: "Next page" },
  noWorkplaces: {
    nb: "Ingen virksomhet passer til søket.",
    nn: "Inga verksemd passar til søket.",
    en: "No workplace matches.",
  },
  addWorkplace: { nb: "Legg til en virksomhet", nn: "Legg til ei verksemd", en: "Add a workplace" },
  trade: { nb: "Bransje", nn: "Bransje", en: "Trade" },
  size: { nb: "Størrelse", nn: "Storleik", en: "Size" },
  sizeSmall: { nb: "Liten (under 20)", nn: "Liten (under 20)", en: "Small (under 20)" },
  sizeMedium: { nb: "Middels (20–100)", nn: "Middels (20–100)", en: "Medium (20–100)" },
  sizeLarge: { nb: "Stor (over 100)", nn: "Stor (over 100)", en: "Large (over 100)" },
  municipality: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
  peopleCount: {
    nb: (n: number) => `${n}\u00a0${n === 1 ? "person" : "personer"}`,
    nn: (n: number) => `${n}\u00a0${n === 1 ? "person" : "personar"}`,
    en: (n: number) => `${n}\u00a0${n === 1 ? "person" : "people"}`,
  },
  workplaceKnown: {
    nb: "Det finnes allerede en virksomhet med dette navnet. Er det den samme, kan du slå dem sammen.",
    nn: "Det finst allereie ei verksemd med dette namnet. Er det den same, kan du slå dei saman.",
    en: "There is already a workplace with this name. If it is the same one, merge them.",
  },
  workHere: { nb: "Mentorer og andre her", nn: "Mentorar og andre her", en: "Mentors and others here" },
  nobodyHere: { nb: "Ingen.", nn: "Ingen.", en: "Nobody." },
  merge: { nb: "Slå sammen med en annen", nn: "Slå saman med ei anna", en: "Merge with another" },
  mergeText: {
    nb: (name: string) =>
      `Står samme virksomhet to ganger? Alt som hører til ${name}, flyttes over til den andre, og ${name} forsvinner. Det kan ikke angres.`,
    nn: (name: string) =>
      `Står same verksemda to gonger? Alt som høyrer til ${name}, blir flytta over til den andre, og ${name} forsvinn. Det kan ikkje angrast.`,
    en: (name: string) =>
      `Is the same workplace here twice? Everything that belongs to ${name} moves to the other one, and ${name} disappears. This cannot be undone.`,
  },
  mergeCounts: {
    nb: (people: number, agreements: number, contacts: number) =>
      `Personer: ${people}. Avtaler: ${agreements}. Kontaktpersoner: ${contacts}.`,
    nn: (people: number, agreements: number, contacts: number) =>
      `Personar: ${people}. Avtalar: ${agreements}. Kontaktpersonar: ${contacts}.`,
    en: (people: number, agreements: number, contacts: number) =>
      `People: ${people}. Agreements: ${agreements}. Contacts: ${contacts}.`,
  },
  mergeInto: {
    nb: "Virksomheten som blir stående",
    nn: "Verksemda som blir ståande",
    en: "The workplace that stays",
  },
  mergeDo: { nb: "Slå sammen", nn: "Slå saman", en: "Merge" },
  mergeUnknown: {
    nb: "Vi kjenner ingen annen virksomhet med dette navnet.",
    nn: "Vi kjenner inga anna verksemd med dette namnet.",
    en: "We know no other workplace with this name.",
  },
  editNetwork: { nb: "Endre nettverket", nn: "Endre nettverket", en: "Change the network" },
  centre: { nb: "Arbeidslivssenter", nn: "Arbeidslivssenter", en: "Centre (Arbeidslivssenter)" },
  officesOfNetwork: {
    nb: "Kontor som hører til nettverket",
    nn: "Kontor som høyrer til nettverket",
    en: "Offices that belong to the network",
  },
  officesHint: {
    nb: "Lederne for disse kontorene svarer på innspillene.",
    nn: "Leiarane for desse kontora svarar på innspela.",
    en: "The leaders of these offices answer the feedback.",
  },
  contacts: {
    nb: "Kontaktpersoner hos arbeidsgiverne",
    nn: "Kontaktpersonar hos arbeidsgivarane",
    en: "Employer contacts",
  },
  contactsText: {
    nb: "De logger aldri inn og ser ingen innspill. De kan bli invitert til en samling. Er de minst fem, får de et spørreskjema én gang i året, med en lenke som bare er deres.",
    nn: "Dei loggar aldri inn og ser ingen innspel. Dei kan bli inviterte til ei samling. Er dei minst fem, får dei eit spørjeskjema éin gong i året, med ei lenkje som berre er deira.",
    en: "They never sign in and see no feedback. They can be invited to a gathering. If there are at least five of them, they get a survey once a year, with a link of their own.",
  },
  noContacts: { nb: "Ingen ennå.", nn: "Ingen enno.", en: "Nobody yet." },
  addContact: { nb: "Legg til en kontaktperson", nn: "Legg til ein kontaktperson", en: "Add a contact" },
  email: { nb: "E-postadresse", nn: "E-postadresse", en: "Email address" },
  language: { nb: "Språk", nn: "Språk", en: "Language" },
  workplace: { nb: "Virksomhet", nn: "Verksemd", en: "Workplace" },
  endContact: { nb: "Ta ut", nn: "Ta ut", en: "Remove" },
  noWorkplacesInNetwork: {
    nb: "Legg inn mentorene først. Kontaktpersonene hører til virksomhetene deres.",
    nn: "Legg inn mentorane først. Kontaktpersonane høyrer til verksemdene deira.",
    en: "Add the mentors first. Contacts belong to their workplaces.",
  },
} satisfies TextTable;
