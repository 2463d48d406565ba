/** Words of the text guard and of the page on privacy. */
import type { TextTable } from "../web/languages.ts";

export const guardTexts = {
  identityNumber: { nb: "et fødselsnummer", nn: "eit fødselsnummer", en: "a national identity number" },
  phone: { nb: "et telefonnummer", nn: "eit telefonnummer", en: "a phone number" },
  email: { nb: "en e-postadresse", nn: "ei e-postadresse", en: "an email address" },
  and: { nb: "og", nn: "og", en: "and" },
  refused: {
    nb: (what: string) =>
      `Teksten ser ut til å inneholde ${what}. Ta det bort og send på nytt; resten av teksten står her fortsatt. Gjelder det en bestemt person, så ta det med veilederen i Nav, i den sikre kanalen dere har.`,
    nn: (what: string) =>
      `Teksten ser ut til å innehalde ${what}. Ta det bort og send på nytt; resten av teksten står her framleis. Gjeld det ein bestemt person, så ta det med rettleiaren i Nav, i den sikre kanalen de har.`,
    en: (what: string) =>
      `The text seems to contain ${what}. Take it out and send again; the rest of your text is still here. If it is about a particular person, take it up with the Nav counsellor in the secure channel you share.`,
  },
} satisfies TextTable;

export const privacyTexts = {
  title: { nb: "Personvern", nn: "Personvern", en: "Privacy" },
  intro: {
    nb: "Her står det med vanlige ord hva Mentornettverk lagrer om deg, hvorfor, hvor lenge og hvem som ser det.",
    nn: "Her står det med vanlege ord kva Mentornettverk lagrar om deg, kvifor, kor lenge og kven som ser det.",
    en: "In plain words: what this site stores about you, why, for how long, and who sees it.",
  },
  candidateTitle: {
    nb: "Kandidaten er aldri her",
    nn: "Kandidaten er aldri her",
    en: "The candidate is never here",
  },
  candidate: {
    nb: "Ingen kandidat er bruker eller står i noe register her. Vi har ikke felt for navn, initialer, fødselsdato eller diagnose, og det går ikke an å legge ved filer. Eksemplene er konstruert. Gjelder noe en bestemt kandidat, så ta det med veilederen i Nav, i den sikre kanalen dere har.",
    nn: "Ingen kandidat er brukar eller står i noko register her. Vi har ikkje felt for namn, initialar, fødselsdato eller diagnose, og det går ikkje an å leggje ved filer. Døma er konstruerte. Gjeld noko ein bestemt kandidat, så ta det med rettleiaren i Nav, i den sikre kanalen de har.",
    en: "No candidate is a user here or appears in any register. There are no fields for names, initials, dates of birth or diagnoses, and no files can be attached. The cases are constructed. If something is about a particular candidate, take it up with the Nav counsellor in the secure channel you share.",
  },
  guard: {
    nb: "Der du kan skrive fritt om arbeidet, stopper vi fødselsnummer, telefonnummer og e-postadresser før teksten blir lagret. Vi kjenner ikke igjen alt, så les gjennom det du skriver.",
    nn: "Der du kan skrive fritt om arbeidet, stoppar vi fødselsnummer, telefonnummer og e-postadresser før teksten blir lagra. Vi kjenner ikkje att alt, så les gjennom det du skriv.",
    en: "Where you can write freely about your work, we stop national identity numbers, phone numbers and email addresses before the text is stored. We do not recognise everything, so read through what you write.",
  },
  anonymousTitle: { nb: "Anonyme innspill", nn: "Anonyme innspel", en: "Anonymous feedback" },
  anonymous: {
    nb: "Et anonymt innspill lagres uten avsender, uten samling og uten klokkeslett. Derfor kan vi ikke finne igjen ditt, og heller ikke vise, rette eller slette det for deg. Bare den som har kvitteringskoden, kan følge det videre.",
    nn: "Eit anonymt innspel blir lagra utan avsendar, utan samling og utan klokkeslett. Difor kan vi ikkje finne att ditt, og heller ikkje vise, rette eller slette det for deg. Berre den som har kvitteringskoden, kan følgje det vidare.",
    en: "Anonymous feedback is stored without a sender, gathering or time of day. So we cannot find yours again, nor show, correct or delete it for you. Only whoever has the receipt code can follow it.",
  },
  backups: {
    nb: "Én kopi av databasen røper ikke hvem som har skrevet hva. Den som fikk tak i flere sikkerhetskopier etter hverandre og sammenlignet dem, kunne i teorien koble mer enn det én kopi kan. Skriv derfor ikke noe som bare du kan vite, hvis du vil være helt sikker.",
    nn: "Éin kopi av databasen røper ikkje kven som har skrive kva. Den som fekk tak i fleire tryggingskopiar etter kvarandre og samanlikna dei, kunne i teorien kople meir enn det éin kopi kan. Skriv difor ikkje noko som berre du kan vite, om du vil vere heilt sikker.",
    en: "One copy of the database does not give away who wrote what. Someone who got hold of successive backups and compared them might in theory link more than one copy allows. So if you want to be quite sure, do not write anything that only you could know.",
  },
  seenTitle: { nb: "Hvem ser det du gjør?", nn: "Kven ser det du gjer?", en: "Who sees what you do?" },
  seenReflections: {
    nb: "Det du skriver for deg selv til et eksempel, ser bare du.",
    nn: "Det du skriv for deg sjølv til eit døme, ser berre du.",
    en: "Only you see what you write for yourself about a case.",
  },
  seenFeedback: {
    nb: "Innspill med navn: rådgiveren og lederen ser at det er fra deg. Fortrolig: rådgiveren vet det, lederen ikke. Anonymt: ingen vet det.",
    nn: "Innspel med namn: rådgivaren og leiaren ser at det er frå deg. Fortruleg: rådgivaren veit det, leiaren ikkje. Anonymt: ingen veit det.",
    en: "Named feedback: the adviser and the leader see that it is yours. Confidential: the adviser knows, the leader does not. Anonymous: nobody knows.",
  },
  seenEmployer: {
    nb: "Arbeidsgiveren din har ingen tilgang til innspill.",
    nn: "Arbeidsgivaren din har ingen tilgang til innspel.",
    en: "Your employer has no access to feedback.",
  },
  seenSurveys: {
    nb: (few: string, five: string) =>
      `Svarene på en evaluering legges sammen mens de kommer, og er forseglet til den lukker. Nettverket ser tallene for en samling når minst ${few} har svart. Er det færre, forblir tallene forseglet til de kan telles med i et halvår eller år. Lederne ser bare hele halvår der minst ${five} har svart, eller hele året når begge halvåra har færre. Så lenge vet vi, forseglet, hvem som har svart, men ikke hva. Har alle svart likt, og er de færre enn ti, står det «de fleste».`,
    nn: (few: string, five: string) =>
      `Svara på ei evaluering blir lagde i hop medan dei kjem, og er forsegla til ho blir lukka. Nettverket ser tala for ei samling når minst ${few} har svara. Er det færre, blir tala verande forsegla til dei kan bli talde med i eit halvår eller år. Leiarane ser berre heile halvår der minst ${five} har svara, eller heile året når begge halvåra har færre. Så lenge veit vi, forsegla, kven som har svara, men ikkje kva. Har alle svara likt, og er dei færre enn ti, står det «dei fleste».`,
    en: (few: string, five: string) =>
      `Answers to an evaluation are added together as they arrive, and are sealed until it closes. The network sees the figures for a gathering when at least ${few} have answered. If fewer have, the figures stay sealed until they can be counted in a half-year or year. Leaders see only whole half-years in which at least ${five} have answered, or the whole year when both half-years have fewer. Until then we know, sealed, who has answered, but not what. If everyone answered alike and there are fewer than ten of them, it says “most”.`,
  },
  seenVotes: {
    nb: (n: string) =>
      `Når vi spør mentorene om et svar fra Nav, viser vi antall per svar først når minst ${n} har svart. Ellers viser vi bare utfallet og hvor mange som svarte.`,
    nn: (n: string) =>
      `Når vi spør mentorane om eit svar frå Nav, viser vi talet per svar først når minst ${n} har svara. Elles viser vi berre utfallet og kor mange som svara.`,
    en: (n: string) =>
      `When we ask the mentors about an answer from Nav, we show numbers per answer only when at least ${n} have answered. Otherwise we show only the outcome and how many answered.`,
  },
  seenOperators: {
    nb: "Den som drifter databasen, kan i prinsippet lese det som er lagret der. Loggene våre inneholder ikke navn, adresser eller tekst.",
    nn: "Den som driftar databasen, kan i prinsippet lese det som er lagra der. Loggane våre inneheld ikkje namn, adresser eller tekst.",
    en: "Those who run the database can in principle read what is stored there. Our logs hold no names, addresses or text.",
  },
  outTitle: { nb: "Se, rette eller slette", nn: "Sjå, rette eller slette", en: "See, correct or delete" },
  out: {
    nb: "Logg inn og gå til Min side. Der ser du alt vi har om deg og hvem som har slått deg opp. Du kan laste det ned, rette det og slette deg selv. Har du ingen innlogging, så spør rådgiveren i nettverket eller administratoren.",
    nn: "Logg inn og gå til Mi side. Der ser du alt vi har om deg og kven som har slått deg opp. Du kan laste det ned, rette det og slette deg sjølv. Har du inga innlogging, så spør rådgivaren i nettverket eller administratoren.",
    en: "Sign in and go to My page. There you see everything we hold about you and who has looked you up. You can download it, correct it and delete yourself. If you cannot sign in, ask your network’s adviser or the administrator.",
  },
  ownPage: { nb: "Til Min side", nn: "Til Mi side", en: "Go to My page" },
  storedTitle: { nb: "Alt vi lagrer", nn: "Alt vi lagrar", en: "Everything we store" },
  notByClock: {
    nb: "Noe av det under slettes ikke av seg selv ennå; der står det. Vil du ha det slettet, så si fra.",
    nn: "Noko av det under blir ikkje sletta av seg sjølv enno; der står det. Vil du ha det sletta, så sei frå.",
    en: "Some of what follows is not deleted automatically yet; it says so where that is the case. If you want it deleted, tell us.",
  },
  byClock: {
    nb: "Hver natt sletter vi det som har stått lenge nok. Oppmøte blir til tall per halvår først, uten navn.",
    nn: "Kvar natt slettar vi det som har stått lenge nok. Frammøte blir til tal per halvår først, utan namn.",
    en: "Every night we delete what has passed its time limit. Attendance first becomes figures per half-year, without names.",
  },
  onlyIfAsked: {
    nb: "Slettes ikke av seg selv ennå.",
    nn: "Blir ikkje sletta av seg sjølv enno.",
    en: "Not deleted automatically yet.",
  },
  why: { nb: "Hvorfor", nn: "Kvifor", en: "Why" },
  howLong: { nb: "Hvor lenge", nn: "Kor lenge", en: "How long" },
  who: { nb: "Hvem ser det", nn: "Kven ser det", en: "Who sees it" },
  days: {
    nb: (n: string, since: string) => `Til ${n} dager ${since}.`,
    nn: (n: string, since: string) => `Til ${n} dagar ${since}.`,
    en: (n: string, since: string) => `Until ${n} days ${since}.`,
  },
  months: {
    nb: (n: string, since: string) => `Til ${n} måneder ${since}.`,
    nn: (n: string, since: string) => `Til ${n} månader ${since}.`,
    en: (n: string, since: string) => `Until ${n} months ${since}.`,
  },
  deviceTitle: { nb: "På telefonen din", nn: "På telefonen din", en: "On your phone" },
  devicePages: {
    nb: "Forsiden, samlinger, eksempler og «Hvem ringer jeg?» som du har åpnet mens du var innlogget, blir liggende i nettleseren din, så du kan lese dem uten nett. Det gjelder også svarene dine og det du har skrevet for deg selv til eksemplene. Ingen andre sider blir liggende.",
    nn: "Framsida, samlingar, døme og «Kven ringjer eg?» som du har opna medan du var innlogga, blir liggjande i nettlesaren din, så du kan lese dei utan nett. Det gjeld òg svara dine og det du har skrive for deg sjølv til døma. Ingen andre sider blir liggjande.",
    en: "The front page, gatherings, cases and “Who do I ring?” that you have opened while signed in stay in your browser, so that you can read them offline. That includes your answers and what you have written for yourself about the cases. No other pages stay there.",
  },
  deviceDrafts: {
    nb: "Sender du noe uten nett, tar vi vare på det på telefonen i inntil sju dager: svar på samlinger, ønsker, det du prøver, det du skriver for deg selv til et eksempel, og innspill med navn. Innspill uten navn, evalueringer og stemmer lagres aldri der.",
    nn: "Sender du noko utan nett, tek vi vare på det på telefonen i inntil sju dagar: svar på samlingar, ønske, det du prøver, det du skriv for deg sjølv til eit døme, og innspel med namn. Innspel utan namn, evalueringar og stemmer blir aldri lagra der.",
    en: "If you send something while offline, it is kept on your phone for up to seven days: answers about gatherings, topic requests, what you will try, what you write for yourself about a case, and feedback with your name. Feedback without your name, evaluations and votes are never stored there.",
  },
  deviceGone: {
    nb: "Alt sammen forsvinner når du logger ut, og når noen andre logger inn i samme nettleser. Sidene forsvinner også når innloggingen har gått ut, så snart du har nett.",
    nn: "Alt i hop forsvinn når du loggar ut, og når nokon annan loggar inn i den same nettlesaren. Sidene forsvinn òg når innlogginga har gått ut, så snart du har nett.",
    en: "All of it is removed when you sign out, and when someone else signs in with the same browser. The pages are also removed when your sign-in has expired, as soon as you are online.",
  },
  cookiesTitle: { nb: "Informasjonskapsler", nn: "Informasjonskapslar", en: "Cookies" },
  cookies: {
    nb: "Vi bruker bare informasjonskapsler som trengs: en for innloggingen, en for språket, en for lys eller mørk, og en som viser en beskjed én gang. Ansatte i Nav får én til i noen minutter mens de logger inn. Ingenting hentes fra andre nettsteder, og ingen teller hva du gjør.",
    nn: "Vi bruker berre informasjonskapslar som trengst: ein for innlogginga, ein for språket, ein for lys eller mørk, og ein som viser ei melding éin gong. Tilsette i Nav får éin til i nokre minutt medan dei loggar inn. Ingenting blir henta frå andre nettstader, og ingen tel kva du gjer.",
    en: "We use only the cookies that are needed: one for signing in, one for the language, one for light or dark, and one that shows a message once. Nav staff get one more for a few minutes while they sign in. Nothing is fetched from other sites, and nobody tracks what you do.",
  },
} satisfies TextTable;
