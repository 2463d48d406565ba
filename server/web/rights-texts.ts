/** Words of the page that says who may do what. */
import type { TextTable } from "./languages.ts";

export const rightsTexts = {
  title: { nb: "Hvem kan gjøre hva", nn: "Kven kan gjere kva", en: "Who can do what" },
  intro: {
    nb: "Dette er reglene slik de er bygd inn. De kan ikke endres her. Det du ikke har lov til å se, finnes ikke for deg: da får du vite at siden ikke finnes.",
    nn: "Dette er reglane slik dei er bygde inn. Dei kan ikkje endrast her. Det du ikkje har lov til å sjå, finst ikkje for deg: då får du vite at sida ikkje finst.",
    en: "These are the rules as they are built in. They cannot be changed here. What you may not see does not exist for you: you are told that there is no such page.",
  },
  action: { nb: "Handling", nn: "Handling", en: "Action" },
  reach: { nb: "Gjelder", nn: "Gjeld", en: "Applies to" },
  who: { nb: "Hvem", nn: "Kven", en: "Who" },
  everybody: {
    nb: "Alle, også uten innlogging",
    nn: "Alle, òg utan innlogging",
    en: "Everyone, even without signing in",
  },
  signedIn: { nb: "Alle som er logget inn", nn: "Alle som er logga inn", en: "Everyone signed in" },
  reachAll: { nb: "alt", nn: "alt", en: "everything" },
  reachSelf: { nb: "en selv", nn: "ein sjølv", en: "themselves" },
  reachNetworks: { nb: "egne nettverk", nn: "eigne nettverk", en: "own networks" },
  reachUnits: {
    nb: "enheter man leder, og de under",
    nn: "einingar ein leier, og dei under",
    en: "units they lead, and those below",
  },
  reachBoth: {
    nb: "egne nettverk, og nettverkene til enheter man leder",
    nn: "eigne nettverk, og nettverka til einingar ein leier",
    en: "own networks, and those of units they lead",
  },
  reachLink: {
    nb: "det lenka eller koden er laget for",
    nn: "det lenkja eller koden er laga for",
    en: "what the link or code was made for",
  },
  administratorNote: {
    nb: "En administrator har rettighetene sine i alle nettverk og enheter, men leser ikke innspill.",
    nn: "Ein administrator har rettane sine i alle nettverk og einingar, men les ikkje innspel.",
    en: "An administrator’s rights cover all networks and units, but not reading feedback.",
  },
  employers: {
    nb: "Kontaktpersoner hos arbeidsgivere logger aldri inn og ser ingen innspill.",
    nn: "Kontaktpersonar hos arbeidsgivarar loggar aldri inn og ser ingen innspel.",
    en: "Employer contacts never sign in and see no feedback.",
  },
} satisfies TextTable;
