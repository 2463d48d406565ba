/**
 * Who may do what: the one table of roles and actions. Each route says its own access, or the app does
 * not start; `test/house/rights.test.ts` holds every route against this table, and the page for
 * administrators is printed from it. A new route belongs to an action here: its first path segment and
 * exactly the same roles.
 */
import type { Access, Role } from "./access.ts";
import type { ThreeForms } from "./languages.ts";

/** How far a right reaches. */
export type Reach = "all" | "own-self" | "own-networks" | "own-units" | "own-link" | "own-networks-and-units";

export interface Right {
  says: ThreeForms<string>;
  who: Access;
  reach: Reach;
  /** First segments of the addresses: `/samlinger` stands for it and for all below it. */
  areas: readonly string[];
}

export const everyRole: readonly Role[] = [
  "mentor",
  "counsellor",
  "adviser",
  "leader",
  "regional_leader",
  "administrator",
];
const members = ["mentor", "counsellor", "adviser"] as const;
const leaders = ["leader", "regional_leader"] as const;
const reviewers = ["adviser", ...leaders] as const;
const staff = ["adviser", "administrator"] as const;

export const rights: readonly Right[] = [
  {
    says: {
      nb: "Lese om tjenesten og personvernet, og se hvordan tjenesten går",
      nn: "Lese om tenesta og personvernet, og sjå korleis tenesta går",
      en: "Read about the service, about privacy and about how the service is doing",
    },
    who: "public",
    reach: "all",
    areas: [
      "/",
      "/personvern",
      "/veiledning",
      "/assets",
      "/app.webmanifest",
      "/uten-nett.js",
      "/ring-uten-nett.js",
      "/internal",
      "/dev",
      "/demo",
      "/innstillinger",
    ],
  },
  {
    says: { nb: "Logge inn og ut", nn: "Logge inn og ut", en: "Sign in and out" },
    who: "public",
    reach: "own-self",
    areas: ["/logg-inn", "/logg-ut", "/oidc"],
  },
  {
    says: {
      nb: "Svare, evaluere, lese referat og abonnere med en lenke som bare er ens egen. Kontaktpersoner hos arbeidsgiverne har bare dette",
      nn: "Svare, evaluere, lese referat og abonnere med ei lenkje som berre er ein sin eigen. Kontaktpersonar hos arbeidsgivarane har berre dette",
      en: "Answer, evaluate, read minutes and subscribe through a personal link. Employer contacts have only this",
    },
    who: "public",
    reach: "own-link",
    areas: [
      "/svar",
      "/e-post",
      "/kal",
      "/var-det-deg",
      "/evaluering",
      "/her",
      "/stemme",
      "/referat",
      "/ny-adresse",
      "/gruppe",
    ],
  },
  {
    says: {
      nb: "Finne igjen et anonymt innspill med koden man fikk",
      nn: "Finne att eit anonymt innspel med koden ein fekk",
      en: "Find anonymous feedback again with the code they were given",
    },
    who: "public",
    reach: "own-link",
    areas: ["/innspill"],
  },
  {
    says: {
      nb: "Se, rette, laste ned og slette det som står om en selv, og godta taushetserklæringen",
      nn: "Sjå, rette, laste ned og slette det som står om ein sjølv, og godta teieerklæringa",
      en: "See, correct, download and delete what is held about themselves, and accept the declaration of confidentiality",
    },
    who: "signed-in",
    reach: "own-self",
    areas: ["/min-side", "/taushetserklaering", "/uten-nett"],
  },
  {
    says: {
      nb: "Si ja eller nei til å bli spurt igjen som mentor",
      nn: "Seie ja eller nei til å bli spurd igjen som mentor",
      en: "Say yes or no to being asked again as a mentor",
    },
    who: ["mentor"],
    reach: "own-self",
    areas: ["/min-side"],
  },
  {
    says: {
      nb: "Se samlinger, svare på egne invitasjoner og lese referater",
      nn: "Sjå samlingar, svare på eigne invitasjonar og lese referat",
      en: "See gatherings, answer their own invitations and read minutes",
    },
    who: "signed-in",
    reach: "own-networks-and-units",
    areas: ["/samlinger"],
  },
  {
    says: {
      nb: "Planlegge samlinger, invitere, føre oppmøte, skrive referat og svare for andre",
      nn: "Planleggje samlingar, invitere, føre frammøte, skrive referat og svare for andre",
      en: "Plan gatherings, invite, record attendance, write minutes and answer for others",
    },
    who: ["adviser"],
    reach: "own-networks",
    areas: ["/samlinger"],
  },
  {
    says: {
      nb: "Lese e-post som trenger et menneske: rådgivere den som gjelder deres nettverk, administratorer den fra ukjente",
      nn: "Lese e-post som treng eit menneske: rådgivarar den som gjeld deira nettverk, administratorar den frå ukjende",
      en: "Read email that needs a person: advisers email about their networks, administrators email from unknown senders",
    },
    who: staff,
    reach: "own-networks",
    areas: ["/samlinger"],
  },
  {
    says: {
      nb: "Lese eksempler og skrive egne refleksjoner, som ingen andre ser",
      nn: "Lese døme og skrive eigne refleksjonar, som ingen andre ser",
      en: "Read cases and write their own reflections, which nobody else sees",
    },
    who: "signed-in",
    reach: "all",
    areas: ["/eksempler"],
  },
  {
    says: {
      nb: "Lede en gruppesamtale om et eksempel",
      nn: "Leie ein gruppesamtale om eit døme",
      en: "Lead a group discussion about a case",
    },
    who: ["adviser"],
    reach: "own-networks",
    areas: ["/gruppe"],
  },
  {
    says: {
      nb: "Lese hva gruppene kom fram til",
      nn: "Lese kva gruppene kom fram til",
      en: "Read what the groups concluded",
    },
    who: "signed-in",
    reach: "own-networks",
    areas: ["/gruppe"],
  },
  {
    says: {
      nb: "Skrive og godkjenne eksempler",
      nn: "Skrive og godkjenne døme",
      en: "Write and approve cases",
    },
    who: ["adviser"],
    reach: "all",
    areas: ["/eksempler"],
  },
  {
    says: {
      nb: "Gi innspill, og se hva som ble av dem",
      nn: "Gi innspel, og sjå kva som vart av dei",
      en: "Give feedback, and see what became of it",
    },
    who: members,
    reach: "own-networks",
    areas: ["/innspill"],
  },
  {
    says: {
      nb: "Gå gjennom innspill. Den som leser, ser ikke hvem som skrev, uten at skribenten valgte det",
      nn: "Gå gjennom innspel. Den som les, ser ikkje kven som skreiv, utan at skribenten valde det",
      en: "Review feedback. Whoever reads it does not see who wrote it, unless the writer chose that",
    },
    who: reviewers,
    reach: "own-networks-and-units",
    areas: ["/innspill"],
  },
  {
    says: {
      nb: "Lese et læringspunkt og svaret på det",
      nn: "Lese eit læringspunkt og svaret på det",
      en: "Read a learning item and the answer to it",
    },
    who: everyRole,
    reach: "own-networks-and-units",
    areas: ["/laeringspunkter"],
  },
  {
    says: {
      nb: "Samle innspill i læringspunkter, sende dem til en leder og melde tilbake",
      nn: "Samle innspel i læringspunkt, sende dei til ein leiar og melde tilbake",
      en: "Gather feedback into learning items, send them to a leader and report back",
    },
    who: reviewers,
    reach: "own-networks-and-units",
    areas: ["/laeringspunkter"],
  },
  {
    says: {
      nb: "Svare på læringspunkter eller gi dem videre",
      nn: "Svare på læringspunkt eller gi dei vidare",
      en: "Answer learning items or pass them on",
    },
    who: leaders,
    reach: "own-units",
    areas: ["/laeringspunkter"],
  },
  {
    says: {
      nb: "Sende et løftet læringspunkt tilbake",
      nn: "Sende eit løfta læringspunkt tilbake",
      en: "Return a learning item that was referred to them",
    },
    who: ["regional_leader"],
    reach: "own-units",
    areas: ["/laeringspunkter"],
  },
  {
    says: {
      nb: "Si om noe faktisk endret seg",
      nn: "Seie om noko faktisk endra seg",
      en: "Say whether anything actually changed",
    },
    who: ["mentor"],
    reach: "own-networks",
    areas: ["/laeringspunkter"],
  },
  {
    says: {
      nb: "Se reglene i Nav som innspill rørte ved",
      nn: "Sjå reglane i Nav som innspel rørte ved",
      en: "See the Nav rules that feedback has touched on",
    },
    who: reviewers,
    reach: "all",
    areas: ["/regler"],
  },
  {
    says: {
      nb: "Se om koblingen mellom nettverket og Nav er tett eller løs",
      nn: "Sjå om koplinga mellom nettverket og Nav er tett eller laus",
      en: "See whether the network and Nav are tightly or loosely coupled",
    },
    who: ["mentor", "counsellor", "adviser", ...leaders],
    reach: "own-networks-and-units",
    areas: ["/kobling", "/temaonsker"],
  },
  {
    says: {
      nb: "Ønske seg temaer, stemme, og notere hva man prøver til neste gang",
      nn: "Ønskje seg tema, stemme, og notere kva ein prøver til neste gong",
      en: "Ask for topics, vote, and note what they will try before next time",
    },
    who: members,
    reach: "own-networks",
    areas: ["/temaonsker", "/forsok", "/gjoremal"],
  },
  {
    says: {
      nb: "Se hvem man ringer, årshjulet og evalueringene i nettverket",
      nn: "Sjå kven ein ringjer, årshjulet og evalueringane i nettverket",
      en: "See who to ring, the year wheel and the network’s evaluations",
    },
    who: "signed-in",
    reach: "own-networks-and-units",
    areas: ["/ring", "/nettverk", "/evalueringer"],
  },
  {
    says: {
      nb: "Se og endre hvem som er med, avtaler, kontaktpersoner og ringelista",
      nn: "Sjå og endre kven som er med, avtalar, kontaktpersonar og ringjelista",
      en: "See and change who takes part, agreements, contacts and who to ring",
    },
    who: staff,
    reach: "own-networks",
    areas: ["/nettverk"],
  },
  {
    says: {
      nb: "Stenge dager og styre nettverkets kalender",
      nn: "Stengje dagar og styre kalenderen til nettverket",
      en: "Block days and manage the network’s calendar",
    },
    who: ["adviser"],
    reach: "own-networks",
    areas: ["/nettverk"],
  },
  {
    says: {
      nb: "Se rapporter, helse og tall for nettverk: aldri enkeltsvar",
      nn: "Sjå rapportar, helse og tal for nettverk: aldri enkeltsvar",
      en: "See reports, health and figures for networks, never individual answers",
    },
    who: ["adviser", ...leaders, "administrator"],
    reach: "own-networks-and-units",
    areas: ["/nettverk", "/helse"],
  },
  {
    says: {
      nb: "Opprette og endre nettverk",
      nn: "Opprette og endre nettverk",
      en: "Create and change networks",
    },
    who: ["administrator"],
    reach: "all",
    areas: ["/nettverk"],
  },
  {
    says: {
      nb: "Finne personer, endre opplysninger om mentorer, importere og laste ned lista",
      nn: "Finne personar, endre opplysningar om mentorar, importere og laste ned lista",
      en: "Find people, change mentors’ details, import and download the list",
    },
    who: staff,
    reach: "own-networks",
    areas: ["/personer"],
  },
  {
    says: {
      nb: "Legge til ansatte i Nav og gi roller",
      nn: "Leggje til tilsette i Nav og gi roller",
      en: "Add Nav staff and give roles",
    },
    who: ["administrator"],
    reach: "all",
    areas: ["/personer"],
  },
  {
    says: {
      nb: "Se enhetene man leder og dem under",
      nn: "Sjå einingane ein leier og dei under",
      en: "See the units they lead and those below",
    },
    who: [...leaders, "administrator"],
    reach: "own-units",
    areas: ["/enheter"],
  },
  {
    says: {
      nb: "Legge inn enheter og virksomheter, og bytte ledere",
      nn: "Leggje inn einingar og verksemder, og byte leiarar",
      en: "Enter units and workplaces, and change leaders",
    },
    who: ["administrator"],
    reach: "all",
    areas: ["/enheter", "/virksomheter"],
  },
  {
    says: {
      nb: "Se hvem som har sett og endret personopplysninger, hva som slettes når, og denne tabellen",
      nn: "Sjå kven som har sett og endra personopplysningar, kva som blir sletta når, og denne tabellen",
      en: "See who has seen and changed personal data, what is deleted when, and this table",
    },
    who: ["administrator"],
    reach: "all",
    areas: ["/innsyn", "/sletting", "/rettigheter"],
  },
];

const sameAccess = (a: Access, b: Access): boolean =>
  typeof a === "string" || typeof b === "string"
    ? a === b
    : a.length === b.length && a.every((role) => b.includes(role));

/** The action a route belongs to; undefined when the table has none with its address and its roles. */
export function rightOf(route: { url: string; access: Access }): Right | undefined {
  const area = `/${route.url.split("/")[1] ?? ""}`;
  return rights.find((right) => right.areas.includes(area) && sameAccess(right.who, route.access));
}

/** Whether a role has a right. */
export function has(right: Right, role: Role): boolean {
  return typeof right.who === "string" || right.who.includes(role);
}
