/** Words of a person's own page: what is held, taking it out, and being deleted. */
import { numberInWords, numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

const list = (names: string[], and: string) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;

export const ownTexts = {
  title: { nb: "Min side", nn: "Mi side", en: "My page" },
  email: { nb: "E-postadresse", nn: "E-postadresse", en: "Email address" },
  phone: { nb: "Telefon", nn: "Telefon", en: "Phone" },
  none: { nb: "Ikke lagt inn", nn: "Ikkje lagt inn", en: "Not entered" },
  language: { nb: "Språk", nn: "Språk", en: "Language" },
  work: { nb: "Arbeidsplass", nn: "Arbeidsplass", en: "Workplace" },
  workHint: {
    nb: "Stemmer ikke arbeidsplassen eller rollen din, så si fra til rådgiveren.",
    nn: "Stemmer ikkje arbeidsplassen eller rolla di, så sei frå til rådgivaren.",
    en: "If your workplace or role is wrong, tell the adviser.",
  },
  workHintStaff: {
    nb: "Stemmer ikke arbeidsplassen eller rollen din, så si fra til en administrator.",
    nn: "Stemmer ikkje arbeidsplassen eller rolla di, så sei frå til ein administrator.",
    en: "If your workplace or role is wrong, tell an administrator.",
  },
  correct: { nb: "Rett opplysningene", nn: "Rett opplysningane", en: "Correct your details" },
  choices: { nb: "Hva du får på e-post", nn: "Kva du får på e-post", en: "What you get by email" },
  calendar: { nb: "Kalender", nn: "Kalender", en: "Calendar" },
  askAgain: {
    nb: "Ja eller nei til å bli spurt igjen",
    nn: "Ja eller nei til å bli spurd igjen",
    en: "Yes or no to being asked again",
  },
  declaration: { nb: "Taushetserklæringen", nn: "Teieerklæringa", en: "The declaration of confidentiality" },
  sessions: { nb: "Hvor du er logget inn", nn: "Kvar du er logga inn", en: "Where you are signed in" },
  offline: {
    nb: "Uten nett, og på startskjermen",
    nn: "Utan nett, og på startskjermen",
    en: "Offline, and on the home screen",
  },
  privacyHeading: { nb: "Det vi har om deg", nn: "Det vi har om deg", en: "What we hold about you" },
  all: { nb: "Se alt vi har om deg", nn: "Sjå alt vi har om deg", en: "See everything we hold about you" },
  allHint: {
    nb: "Og ta det med deg som fil.",
    nn: "Og ta det med deg som fil.",
    en: "And take it with you as a file.",
  },
  audit: { nb: "Hvem har sett på det", nn: "Kven har sett på det", en: "Who has looked you up" },
  erase: { nb: "Slett meg", nn: "Slett meg", en: "Delete me" },
  rules: { nb: "Hva som slettes når", nn: "Kva som blir sletta når", en: "What is deleted when" },
  allTitle: { nb: "Alt vi har om deg", nn: "Alt vi har om deg", en: "Everything we hold about you" },
  allIntro: {
    nb: "Lest rett fra databasen. Koder og fingeravtrykk av lenker er utelatt, for de sier ingenting om deg.",
    nn: "Henta rett frå databasen. Kodar og fingeravtrykk av lenkjer er utelatne, for dei seier ingenting om deg.",
    en: "Read straight from the database. Codes and fingerprints of links are left out, because they say nothing about you.",
  },
  anonymous: {
    nb: "Anonyme innspill og anonyme svar er lagret uten avsender. Vi kan ikke finne igjen dine, så de er ikke med her, og de slettes ikke når du sletter deg. Har du kvitteringskoden, kan du fortsatt følge innspillet.",
    nn: "Anonyme innspel og anonyme svar er lagra utan avsendar. Vi kan ikkje finne att dine, så dei er ikkje med her, og dei blir ikkje sletta når du slettar deg. Har du kvitteringskoden, kan du framleis følgje innspelet.",
    en: "Anonymous feedback and anonymous answers are stored without a sender. We cannot find yours again, so they are not here, and they are not deleted when you have your details deleted. With the receipt code you can still follow your feedback.",
  },
  downloadText: { nb: "Last ned som tekst", nn: "Last ned som tekst", en: "Download as text" },
  downloadJson: {
    nb: "Last ned for maskiner (JSON)",
    nn: "Last ned for maskiner (JSON)",
    en: "Download as data (JSON)",
  },
  did: {
    nb: (what: string) => `${what}: det du selv har gjort`,
    nn: (what: string) => `${what}: det du sjølv har gjort`,
    en: (what: string) => `${what}: what you did yourself`,
  },
  didAudit: {
    nb: "Det du selv har sett på eller endret",
    nn: "Det du sjølv har sett på eller endra",
    en: "What you have looked at or changed yourself",
  },
  count: {
    nb: (n: number) => (n === 1 ? "én linje" : `${numberInWords(n, "nb")} linjer`),
    nn: (n: number) => (n === 1 ? "éi linje" : `${numberInWords(n, "nn")} linjer`),
    en: (n: number) => (n === 1 ? "one line" : `${numberInWords(n, "en")} lines`),
  },
  cut: {
    nb: "Det er flere linjer enn det er plass til her. De nyeste kan mangle; spør administratoren om resten.",
    nn: "Det er fleire linjer enn det er plass til her. Dei nyaste kan mangle; spør administratoren om resten.",
    en: "There are more lines than there is room for here. The newest may be missing; ask the administrator for the rest.",
  },
  yes: { nb: "ja", nn: "ja", en: "yes" },
  no: { nb: "nei", nn: "nei", en: "no" },
  eraseTitle: { nb: "Slett meg", nn: "Slett meg", en: "Delete me" },
  eraseIntro: {
    nb: "Dette kan ikke angres, og det skjer med en gang.",
    nn: "Dette kan ikkje angrast, og det skjer med ein gong.",
    en: "This cannot be undone, and it happens at once.",
  },
  goesTitle: { nb: "Dette blir borte", nn: "Dette blir borte", en: "What will be deleted" },
  goes1: {
    nb: "Navnet, adressen, telefonnummeret, arbeidsplassen og rollene dine, også der andre har skrevet navnet ditt fullt ut.",
    nn: "Namnet, adressa, telefonnummeret, arbeidsplassen og rollene dine, òg der andre har skrive namnet ditt fullt ut.",
    en: "Your name, address, phone number, workplace and roles, including where others have written your full name.",
  },
  goes2: {
    nb: "Ordene dine: innspill med navn og fortrolige innspill, svar, ønsker, og det du har skrevet for deg selv.",
    nn: "Orda dine: innspel med namn og fortrulege innspel, svar, ønske, og det du har skrive for deg sjølv.",
    en: "Your words: named and confidential feedback, answers, requests, and what you wrote for yourself.",
  },
  goes3: {
    nb: "E-post til og fra deg, innlogginger, kalender og lenker. Plassen din på samlinger framover går til neste i køen.",
    nn: "E-post til og frå deg, innloggingar, kalender og lenkjer. Plassen din på samlingar framover går til neste i køen.",
    en: "Email to and from you, sign-ins, calendar and links. Your place at coming gatherings goes to the next on the waiting list.",
  },
  staysTitle: {
    nb: "Dette blir stående uten deg",
    nn: "Dette blir ståande utan deg",
    en: "What stays, without you",
  },
  stays1: {
    nb: "At noe skjedde: at noen var på en samling, ga et innspill eller tok en beslutning, med dato, men ikke hvem.",
    nn: "At noko skjedde: at nokon var på ei samling, gav eit innspel eller tok ei avgjerd, med dato, men ikkje kven.",
    en: "That something happened: that someone was at a gathering, gave feedback or made a decision, with the date, but not who.",
  },
  stays2: {
    nb: "Det du skrev som ansatt i Nav for nettverket: dagsordener, beslutninger og begrunnelser.",
    nn: "Det du skreiv som tilsett i Nav for nettverket: dagsordenar, avgjerder og grunngivingar.",
    en: "What you wrote as Nav staff for the network: agendas, decisions and reasons.",
  },
  stays3: {
    nb: "Sikkerhetskopier lever videre til de blir skrevet over hos den som drifter løsningen.",
    nn: "Tryggingskopiar lever vidare til dei blir skrivne over hos den som driftar løysinga.",
    en: "Backups remain until those who run the service overwrite them.",
  },
  confirmLabel: {
    nb: "Ja, slett alt som står over",
    nn: "Ja, slett alt som står over",
    en: "Yes, delete all of the above",
  },
  confirmNeeded: {
    nb: "Kryss av for at du vil slette.",
    nn: "Kryss av for at du vil slette.",
    en: "Tick the box to confirm.",
  },
  eraseButton: { nb: "Slett meg nå", nn: "Slett meg no", en: "Delete me now" },
  hinderedTitle: {
    nb: "Noen må ta over først",
    nn: "Nokon må ta over først",
    en: "Someone must take over first",
  },
  onlyAdviser: {
    nb: (networks: string[]) =>
      `Du er eneste rådgiver i ${list(networks, "og")}. Be administratoren legge til en rådgiver, så kan du slette deg.`,
    nn: (networks: string[]) =>
      `Du er einaste rådgivar i ${list(networks, "og")}. Be administratoren leggje til ein rådgivar, så kan du slette deg.`,
    en: (networks: string[]) =>
      `You are the only adviser in ${list(networks, "and")}. Ask the administrator to add another, then you can delete yourself.`,
  },
  waitingItems: {
    nb: (n: number) =>
      n === 1
        ? "Ett læringspunkt venter på deg. Svar på det eller gi det videre først."
        : `${numberOpening(n, "nb")} læringspunkter venter på deg. Svar på dem eller gi dem videre først.`,
    nn: (n: number) =>
      n === 1
        ? "Eitt læringspunkt ventar på deg. Svar på det eller gi det vidare først."
        : `${numberOpening(n, "nn")} læringspunkt ventar på deg. Svar på dei eller gi dei vidare først.`,
    en: (n: number) =>
      n === 1
        ? "One learning item is waiting for you. Answer it or pass it on first."
        : `${numberOpening(n, "en")} learning items are waiting for you. Answer them or pass them on first.`,
  },
  onlyAdministrator: {
    nb: "Du er eneste administrator. Gjør en annen til administrator først.",
    nn: "Du er einaste administrator. Gjer ein annan til administrator først.",
    en: "You are the only administrator. Make someone else an administrator first.",
  },
} satisfies TextTable;

/** For an administrator who erases someone else. */
export const eraseOtherTexts = {
  title: {
    nb: (name: string) => `Slett ${name}`,
    nn: (name: string) => `Slett ${name}`,
    en: (name: string) => `Delete ${name}`,
  },
  intro: {
    nb: "Navn, adresser, roller og ordene til personen blir borte med en gang, sammen med all e-post til og fra. Det kan ikke angres. Gjør det når personen ber om det og ikke kan gjøre det selv.",
    nn: "Namn, adresser, roller og orda til personen blir borte med ein gong, saman med all e-post til og frå. Det kan ikkje angrast. Gjer det når personen bed om det og ikkje kan gjere det sjølv.",
    en: "The person’s name, addresses, roles and words are deleted at once, with all email to and from them. It cannot be undone. Do it when they ask for it and cannot do it themselves.",
  },
  stays: {
    nb: "At noe skjedde, blir stående uten navn. Anonyme innspill og svar kan vi ikke finne igjen.",
    nn: "At noko skjedde, blir ståande utan namn. Anonyme innspel og svar kan vi ikkje finne att.",
    en: "That something happened stays, without a name. Anonymous feedback and answers cannot be found again.",
  },
  hinderedTitle: {
    nb: "Noen må ta over først",
    nn: "Nokon må ta over først",
    en: "Someone must take over first",
  },
  onlyAdviser: {
    nb: (networks: string[]) => `Personen er eneste rådgiver i ${list(networks, "og")}.`,
    nn: (networks: string[]) => `Personen er einaste rådgivar i ${list(networks, "og")}.`,
    en: (networks: string[]) => `They are the only adviser in ${list(networks, "and")}.`,
  },
  waitingItems: {
    nb: (n: number) =>
      n === 1 ? "Ett læringspunkt venter på personen." : `${n} læringspunkter venter på personen.`,
    nn: (n: number) =>
      n === 1 ? "Eitt læringspunkt ventar på personen." : `${n} læringspunkt ventar på personen.`,
    en: (n: number) =>
      n === 1 ? "One learning item is waiting for them." : `${n} learning items are waiting for them.`,
  },
  onlyAdministrator: {
    nb: "Personen er eneste administrator.",
    nn: "Personen er einaste administrator.",
    en: "They are the only administrator.",
  },
  confirmLabel: {
    nb: "Ja, personen har bedt om dette",
    nn: "Ja, personen har bede om dette",
    en: "Yes, they have asked for this",
  },
  confirmNeeded: {
    nb: "Kryss av for at personen har bedt om det.",
    nn: "Kryss av for at personen har bede om det.",
    en: "Tick the box to confirm that they have asked for it.",
  },
  button: { nb: "Slett nå", nn: "Slett no", en: "Delete now" },
} satisfies TextTable;
