/** Words of signing in and of people's pages. */
import type { TextTable } from "../web/languages.ts";
import { roleTexts } from "../web/role-texts.ts";

export const peopleTexts = {
  signIn: { nb: "Logg inn", nn: "Logg inn", en: "Sign in" },
  signInIntro: {
    nb: "Skriv e-postadressen din, så sender vi deg en lenke. Du trenger ikke passord.",
    nn: "Skriv e-postadressa di, så sender vi deg ei lenkje. Du treng ikkje passord.",
    en: "Enter your email address, and we will send you a link. You do not need a password.",
  },
  email: { nb: "E-postadresse", nn: "E-postadresse", en: "Email address" },
  signInStaff: {
    nb: "Logg inn som ansatt i Nav",
    nn: "Logg inn som tilsett i Nav",
    en: "Sign in as Nav staff",
  },
  sendLink: { nb: "Send meg en lenke", nn: "Send meg ei lenkje", en: "Send me a link" },
  sentTitle: { nb: "Sjekk e-posten din", nn: "Sjekk e-posten din", en: "Check your email" },
  sentText: {
    nb: "Er adressen registrert hos oss, ligger det snart en lenke i innboksen. Den virker i 20 minutter og kan brukes én gang.",
    nn: "Er adressa registrert hos oss, ligg det snart ei lenkje i innboksen. Ho verkar i 20 minutt og kan brukast éin gong.",
    en: "If we know the address, a link will soon be in your inbox. It works for 20 minutes and can be used once.",
  },
  sentHelp: {
    nb: "Kommer det ikke noe? Se i søppelposten, eller spør rådgiveren hvilken adresse du står med.",
    nn: "Kjem det ikkje noko? Sjå i søppelposten, eller spør rådgivaren kva for ei adresse du står med.",
    en: "Nothing there? Look in the spam folder, or ask the adviser which address you are registered with.",
  },
  confirmTitle: { nb: "Velkommen", nn: "Velkomen", en: "Welcome" },
  confirmText: {
    nb: "Trykk på knappen, så er du inne.",
    nn: "Trykk på knappen, så er du inne.",
    en: "Press the button and you are in.",
  },
  demoTitle: { nb: "Prøv demoen som", nn: "Prøv demoen som", en: "Try the demo as" },
  demoIntro: {
    nb: "Ett trykk, så ser du det samme som personen selv.",
    nn: "Eitt trykk, så ser du det same som personen sjølv.",
    en: "One tap shows you what that person sees.",
  },
  ...roleTexts,
  mailSubject: { nb: "Lenke for å logge inn", nn: "Lenkje for å logge inn", en: "Your sign-in link" },
  mailText: {
    nb: "Her er lenka du ba om. Den virker i 20 minutter og kan brukes én gang.",
    nn: "Her er lenkja du bad om. Ho verkar i 20 minutt og kan brukast éin gong.",
    en: "Here is the link you asked for. It works for 20 minutes and can be used once.",
  },
  mailNotYou: {
    nb: "Var det ikke du som ba om lenka? Da kan du se bort fra denne e-posten.",
    nn: "Var det ikkje du som bad om lenkja? Då kan du sjå bort frå denne e-posten.",
    en: "If you did not ask for it, ignore this email.",
  },
} satisfies TextTable;
