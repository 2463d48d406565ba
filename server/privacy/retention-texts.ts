/** What each kind of data is, why it is kept, who sees it and how long, in plain words. */
import type { DataClass } from "../store/inventory.ts";
import type { ThreeForms } from "../web/languages.ts";
import type { Since } from "./retention.ts";

export interface ClassWords {
  what: ThreeForms<string>;
  why: ThreeForms<string>;
  who: ThreeForms<string>;
  /** For kinds without a limit in days or months. */
  howLong?: ThreeForms<string>;
}

export const classWords: Record<DataClass, ClassWords> = {
  identity: {
    what: {
      nb: "Navn, e-postadresse, virksomhet, stilling, språk, rolle og hvilket nettverk du er med i. Telefonnummer hvis det er lagt inn, og hva du har valgt å få på e-post. Har noen sendt deg til en samling i stedet for seg, har vi bare navnet, adressen, språket og virksomheten.",
      nn: "Namn, e-postadresse, verksemd, stilling, språk, rolle og kva for eit nettverk du er med i. Telefonnummer om det er lagt inn, og kva du har valt å få på e-post. Har nokon sendt deg til ei samling i staden for seg, har vi berre namnet, adressa, språket og verksemda.",
      en: "Name, email address, workplace, job title, language, role and which network you are in. Phone number if it has been entered, and what you have chosen to get by email. If someone sent you to a gathering in their place, we have only your name, address, language and workplace.",
    },
    why: {
      nb: "For å kunne invitere deg og spørre deg igjen når du er en erfaren mentor.",
      nn: "For å kunne invitere deg og spørje deg igjen når du er ein erfaren mentor.",
      en: "To invite you, and to ask you again when you are an experienced mentor.",
    },
    who: {
      nb: "Rådgiverne i nettverket og administratoren. Er du veileder, rådgiver eller leder for et kontor i et nettverk, står navnet, kontoret og telefonnummeret eller e-postadressen din også på arket «Hvem ringer jeg?», som alle i nettverket ser.",
      nn: "Rådgivarane i nettverket og administratoren. Er du rettleiar, rådgivar eller leiar for eit kontor i eit nettverk, står namnet, kontoret og telefonnummeret eller e-postadressa di òg på arket «Kven ringjer eg?», som alle i nettverket ser.",
      en: "The network’s advisers and the administrator. If you are a counsellor, an adviser or the leader of an office in a network, your name, office and phone number or email address are also on the sheet “Who do I ring?”, which everyone in the network sees.",
    },
  },
  attendance: {
    what: {
      nb: "Hva du svarte på invitasjoner, om du møtte, og hva du mente om svar fra Nav.",
      nn: "Kva du svara på invitasjonar, om du møtte, og kva du meinte om svar frå Nav.",
      en: "How you answered invitations, whether you came, and what you thought of answers from Nav.",
    },
    why: {
      nb: "For å planlegge samlingen, se hvem som er i ferd med å falle fra, og telle opp svarene.",
      nn: "For å planleggje samlinga, sjå kven som er i ferd med å falle frå, og telje opp svara.",
      en: "To plan the gathering, notice who is drifting away, and count the answers.",
    },
    who: {
      nb: "Rådgiverne i nettverket. Har du svart at du kommer, ser de andre i nettverket navnet ditt på samlingen. Ingen får se hva du mente om et svar fra Nav. Har færre enn åtte svart, viser vi bare utfallet og antallet.",
      nn: "Rådgivarane i nettverket. Har du svara at du kjem, ser dei andre i nettverket namnet ditt på samlinga. Ingen får sjå kva du meinte om eit svar frå Nav. Har færre enn åtte svara, viser vi berre utfallet og talet.",
      en: "The network’s advisers. If you said that you are coming, others in the network see your name on the gathering’s page. Nobody sees what you thought of an answer from Nav. If fewer than eight answered, we show only the outcome and the number.",
    },
  },
  "answer-words": {
    what: {
      nb: "Det du skriver når du svarer på en invitasjon.",
      nn: "Det du skriv når du svarar på ein invitasjon.",
      en: "What you write when you answer an invitation.",
    },
    why: {
      nb: "For at rådgiveren skal få beskjeden din.",
      nn: "For at rådgivaren skal få beskjeden din.",
      en: "So that the adviser gets your message.",
    },
    who: {
      nb: "Rådgiverne i nettverket.",
      nn: "Rådgivarane i nettverket.",
      en: "The network’s advisers.",
    },
  },
  needs: {
    what: {
      nb: "Mat og tilrettelegging du ber om til en samling.",
      nn: "Mat og tilrettelegging du bed om til ei samling.",
      en: "Food and access needs for a gathering.",
    },
    why: {
      nb: "For at du skal kunne spise og delta.",
      nn: "For at du skal kunne ete og vere med.",
      en: "So that you can eat and take part.",
    },
    who: {
      nb: "Rådgiverne i nettverket.",
      nn: "Rådgivarane i nettverket.",
      en: "The network’s advisers.",
    },
  },
  "feedback-words": {
    what: {
      nb: "Innspill, omskrivinger av dem og det rådgiveren og lederen skriver om dem.",
      nn: "Innspel, omskrivingar av dei og det rådgivaren og leiaren skriv om dei.",
      en: "Feedback, paraphrases of it, and what the adviser and the leader write about it.",
    },
    why: {
      nb: "For at Nav skal lære, og for at du skal få svar.",
      nn: "For at Nav skal lære, og for at du skal få svar.",
      en: "So that Nav learns, and you get an answer.",
    },
    who: {
      nb: "Rådgiveren leser alt som ikke gjelder rådgiveren selv. Lederen leser ordene dine eller en omskriving, slik du har valgt, og ser navnet ditt bare hvis du har valgt det.",
      nn: "Rådgivaren les alt som ikkje gjeld rådgivaren sjølv. Leiaren les orda dine eller ei omskriving, slik du har valt, og ser namnet ditt berre om du har valt det.",
      en: "The adviser reads everything that is not about the adviser. The leader reads your words or a paraphrase, as you chose, and sees your name only if you chose that.",
    },
  },
  "survey-answers": {
    what: {
      nb: "Svarene på evalueringer og på den årlige undersøkelsen, lagt sammen: hvor mange som svarte hva, og kommentarene i alfabetisk rekkefølge. Mens det er åpent, er alt forseglet, også hvem som har svart. Det siste slettes når halvåret er talt opp, eller året der halvåret hadde for få svar.",
      nn: "Svara på evalueringar og på den årlege undersøkinga, lagde i hop: kor mange som svara kva, og kommentarane i alfabetisk rekkjefølgje. Medan det er ope, er alt forsegla, òg kven som har svara. Det siste blir sletta når halvåret er talt opp, eller året der halvåret hadde for få svar.",
      en: "Answers to evaluations and to the yearly survey, added together: how many answered what, and the comments in alphabetical order. While it is open, all of it is sealed, including who has answered. Who has answered is deleted once the half-year is counted, or the year if the half-year had too few answers.",
    },
    why: {
      nb: "For at samlingene skal bli bedre, og for at Nav skal se hvordan det går, uten å vite hva den enkelte svarte.",
      nn: "For at samlingane skal bli betre, og for at Nav skal sjå korleis det går, utan å vite kva den enkelte svara.",
      en: "So that gatherings get better and Nav sees how things go, without knowing what each person answered.",
    },
    who: {
      nb: "Nettverket ser tallene for en samling når minst tre har svart; rådgiverne leser kommentarene. Lederne ser bare hele halvår eller et helt år, når minst fem har svart.",
      nn: "Nettverket ser tala for ei samling når minst tre har svara; rådgivarane les kommentarane. Leiarane ser berre heile halvår eller eit heilt år, når minst fem har svara.",
      en: "The network sees the figures for a gathering when at least three have answered; the advisers read the comments. Leaders see only whole half-years or a whole year, when at least five have answered.",
    },
  },
  reflection: {
    what: {
      nb: "Det du skriver for deg selv når du leser et eksempel.",
      nn: "Det du skriv for deg sjølv når du les eit døme.",
      en: "What you write for yourself when reading a case.",
    },
    why: {
      nb: "For at du skal kunne gå tilbake til det.",
      nn: "For at du skal kunne gå tilbake til det.",
      en: "So that you can return to it.",
    },
    who: { nb: "Bare du.", nn: "Berre du.", en: "Only you." },
    howLong: {
      nb: "Til du sletter det. Knappen står under svaret ditt.",
      nn: "Til du slettar det. Knappen står under svaret ditt.",
      en: "Until you delete it. The button is below your answer.",
    },
  },
  "group-words": {
    what: {
      nb: "Det en gruppe svarer på et eksempel på en samling. Vi vet hvilket nummer gruppa hadde, ikke hvem som satt i den. Det gruppa skrev over underveis, slettes når samlingsdagen er over.",
      nn: "Det ei gruppe svarar på eit døme på ei samling. Vi veit kva nummer gruppa hadde, ikkje kven som sat der. Det gruppa skreiv over undervegs, blir sletta når samlingsdagen er over.",
      en: "What a group answers about a case at a gathering. We know the number of the group, not who was in it. What the group overwrote along the way is deleted when the day of the gathering is over.",
    },
    why: {
      nb: "For at gruppene skal kunne svare sammen, se svarene side om side og ha dem i referatet.",
      nn: "For at gruppene skal kunne svare saman, sjå svara side om side og ha dei i referatet.",
      en: "So that groups can answer together, see the answers side by side and have them in the minutes.",
    },
    who: {
      nb: "Bare gruppa selv til svarene er vist på samlingen, deretter de som er med i nettverket. Senere lesere av eksempelet når gruppa har sagt ja og en rådgiver har godkjent.",
      nn: "Berre gruppa sjølv til svara er viste på samlinga, deretter dei som er med i nettverket. Seinare lesarar av dømet når gruppa har sagt ja og ein rådgivar har godkjent.",
      en: "Only the group itself until the answers are shown at the gathering, then those in the network. Later readers of the case, once the group has said yes and an adviser has approved.",
    },
  },
  "staff-words": {
    what: {
      nb: "Det ansatte i Nav skriver som en del av jobben: dagsordener, beslutninger og begrunnelser.",
      nn: "Det tilsette i Nav skriv som ein del av jobben: dagsordenar, avgjerder og grunngivingar.",
      en: "What Nav staff write as part of their work: agendas, decisions and reasons.",
    },
    why: {
      nb: "For at nettverket skal huske hva som ble lovet.",
      nn: "For at nettverket skal hugse kva som vart lova.",
      en: "So that the network remembers what was promised.",
    },
    who: {
      nb: "De som er med i nettverket, og lederne i Nav som skal svare.",
      nn: "Dei som er med i nettverket, og leiarane i Nav som skal svare.",
      en: "Those in the network, and the Nav leaders who must answer.",
    },
    howLong: {
      nb: "Så lenge nettverket finnes.",
      nn: "Så lenge nettverket finst.",
      en: "As long as the network exists.",
    },
  },
  "member-words": {
    what: {
      nb: "Ønsker du kommer med i nettverket, for eksempel om hva en samling skal handle om.",
      nn: "Ønske du kjem med i nettverket, til dømes om kva ei samling skal handle om.",
      en: "Requests you make in the network, such as what a gathering should be about.",
    },
    why: {
      nb: "For at samlingene skal handle om det dere trenger.",
      nn: "For at samlingane skal handle om det de treng.",
      en: "So that gatherings are about what you need.",
    },
    who: {
      nb: "De som er med i nettverket.",
      nn: "Dei som er med i nettverket.",
      en: "Those in the network.",
    },
    howLong: {
      nb: "Så lenge nettverket finnes, eller til du sletter deg selv her.",
      nn: "Så lenge nettverket finst, eller til du slettar deg sjølv her.",
      en: "As long as the network exists, or until you delete yourself here.",
    },
  },
  audit: {
    what: {
      nb: "Hvem som har sett eller endret noe om deg, hva slags og hvilken dag. Ikke hva som sto der.",
      nn: "Kven som har sett eller endra noko om deg, kva slag og kva dag. Ikkje kva som stod der.",
      en: "Who has seen or changed something about you, of what kind and on which day. Not what it said.",
    },
    why: {
      nb: "For at du skal kunne se hvem som har slått deg opp.",
      nn: "For at du skal kunne sjå kven som har slått deg opp.",
      en: "So that you can see who has looked you up.",
    },
    who: {
      nb: "Du og administratoren.",
      nn: "Du og administratoren.",
      en: "You and the administrator.",
    },
  },
  "raw-mail": {
    what: {
      nb: "E-post vi sender deg.",
      nn: "E-post vi sender deg.",
      en: "Email we send you.",
    },
    why: {
      nb: "For å kunne sende på nytt og finne feil.",
      nn: "For å kunne sende på nytt og finne feil.",
      en: "To be able to send again and find faults.",
    },
    who: {
      nb: "Ingen leser den. Den som drifter løsningen, kan slå den opp ved feil.",
      nn: "Ingen les han. Den som driftar løysinga, kan slå han opp ved feil.",
      en: "Nobody reads it. Those who run the service can look it up when something fails.",
    },
  },
  secret: {
    what: {
      nb: "Fingeravtrykk av lenker og innlogginger, aldri selve lenka.",
      nn: "Fingeravtrykk av lenkjer og innloggingar, aldri sjølve lenkja.",
      en: "Fingerprints of sign-ins and links, never the link itself.",
    },
    why: {
      nb: "For å vite at det er du som åpner dem, og for å stoppe dem som prøver seg.",
      nn: "For å vite at det er du som opnar dei, og for å stoppe dei som prøver seg.",
      en: "To know that it is you who opens them, and to stop those who try their luck.",
    },
    who: { nb: "Ingen.", nn: "Ingen.", en: "Nobody." },
    howLong: {
      nb: "En innlogging varer i 60 dager, en innloggingslenke i 20 minutter; så slettes de av seg selv. Lenka i en invitasjon og kvitteringskoden til et anonymt innspill lever så lenge som det de hører til.",
      nn: "Ei innlogging varer i 60 dagar, ei innloggingslenkje i 20 minutt; så blir dei sletta av seg sjølve. Lenkja i ein invitasjon og kvitteringskoden til eit anonymt innspel lever så lenge som det dei høyrer til.",
      en: "A sign-in lasts 60 days, a sign-in link 20 minutes; then they are deleted automatically. The link in an invitation and the receipt code for anonymous feedback last as long as what they belong to.",
    },
  },
  person: {
    what: {
      nb: "Hvem som gjorde noe, og hvem det gjelder: den som inviterte, den som besluttet, den som er invitert.",
      nn: "Kven som gjorde noko, og kven det gjeld: den som inviterte, den som avgjorde, den som er invitert.",
      en: "Who did something, and who it is about: who invited, who decided, who is invited.",
    },
    why: {
      nb: "For at vi skal vite hvem som har ansvaret.",
      nn: "For at vi skal vite kven som har ansvaret.",
      en: "So that we know who is responsible.",
    },
    who: {
      nb: "De som ser det det gjelder. Anonyme innspill har ingen slik kobling.",
      nn: "Dei som ser det det gjeld. Anonyme innspel har inga slik kopling.",
      en: "Those who can see what it is about. Anonymous feedback has no such link.",
    },
    howLong: {
      nb: "Like lenge som det det hører til.",
      nn: "Like lenge som det det høyrer til.",
      en: "As long as what it belongs to.",
    },
  },
  fact: {
    what: {
      nb: "Datoer, tall, tilstander og regler, uten navn.",
      nn: "Datoar, tal, tilstandar og reglar, utan namn.",
      en: "Dates, numbers, states and rules, without names.",
    },
    why: {
      nb: "For å vise hva nettverket har gjort og hva Nav har endret.",
      nn: "For å vise kva nettverket har gjort og kva Nav har endra.",
      en: "To show what the network has done and what Nav has changed.",
    },
    who: {
      nb: "De som er med i nettverket, og lederne i Nav.",
      nn: "Dei som er med i nettverket, og leiarane i Nav.",
      en: "Those in the network, and the Nav leaders.",
    },
    howLong: {
      nb: "Så lenge nettverket finnes.",
      nn: "Så lenge nettverket finst.",
      en: "As long as the network exists.",
    },
  },
  key: {
    what: {
      nb: "Tilfeldige koder som holder ting sammen.",
      nn: "Tilfeldige kodar som held ting saman.",
      en: "Random codes that hold things together.",
    },
    why: {
      nb: "For at en lenke skal føre til riktig sted uten å røpe noe.",
      nn: "For at ei lenkje skal føre til rett stad utan å røpe noko.",
      en: "So that a link leads to the right place and gives nothing away.",
    },
    who: {
      nb: "Den som har adressen til siden.",
      nn: "Den som har adressa til sida.",
      en: "Whoever has the address of the page.",
    },
    howLong: {
      nb: "Like lenge som det de hører til.",
      nn: "Like lenge som det dei høyrer til.",
      en: "As long as what they belong to.",
    },
  },
};

/** The end of "30 days after …". */
export const sinceWords: Record<Since, ThreeForms<string>> = {
  gathering: { nb: "etter samlingen", nn: "etter samlinga", en: "after the gathering" },
  "item-closed": {
    nb: "etter at læringspunktet er avsluttet",
    nn: "etter at læringspunktet er avslutta",
    en: "after the learning item is closed",
  },
  "mail-sent": {
    nb: "etter at e-posten ble sendt",
    nn: "etter at e-posten vart send",
    en: "after the email was sent",
  },
  noted: { nb: "etter at det skjedde", nn: "etter at det skjedde", en: "after it happened" },
  "left-network": {
    nb: "etter at du sluttet i nettverket",
    nn: "etter at du slutta i nettverket",
    en: "after you left the network",
  },
};
