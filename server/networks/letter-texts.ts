/** Words of the letter to an employer. */
import type { TextTable } from "../web/languages.ts";

export const letterTexts = {
  title: {
    nb: (workplace: string) => `Skriv til ${workplace}`,
    nn: (workplace: string) => `Skriv til ${workplace}`,
    en: (workplace: string) => `Write to ${workplace}`,
  },
  intro: {
    nb: "Her er et utkast om hva nettverket koster og gir. Endre det slik du ville sagt det selv. Svaret kommer til deg.",
    nn: "Her er eit utkast om kva nettverket kostar og gir. Endre det slik du sjølv ville sagt det. Svaret kjem til deg.",
    en: "Here is a draft about what the network costs and what it gives back. Put it in your own words. The reply comes to you.",
  },
  hasAgreement: {
    nb: "Her står deltakelse allerede i avtalen.",
    nn: "Her står deltaking allereie i avtalen.",
    en: "Taking part is already in the agreement here.",
  },
  writtenBefore: {
    nb: (date: string, name: string) => `${name} skrev til dem ${date}.`,
    nn: (date: string, name: string) => `${name} skreiv til dei ${date}.`,
    en: (date: string, name: string) => `${name} wrote to them on ${date}.`,
  },
  name: { nb: "Hvem skriver du til?", nn: "Kven skriv du til?", en: "Who are you writing to?" },
  nameHint: {
    nb: "Daglig leder eller den som bestemmer over mentorens tid.",
    nn: "Dagleg leiar eller den som bestemmer over tida til mentoren.",
    en: "The manager, or whoever decides how the mentor’s time is used.",
  },
  email: { nb: "E-postadresse", nn: "E-postadresse", en: "Email address" },
  emailHint: {
    nb: "Adressen står bare i e-posten, som slettes 30 dager etter at den er sendt.",
    nn: "Adressa står berre i e-posten, som blir sletta 30 dagar etter at han er send.",
    en: "The address is kept only with the email, which is deleted 30 days after it is sent.",
  },
  language: { nb: "Språk i brevet", nn: "Språk i brevet", en: "Language of the letter" },
  draftInNb: { nb: "Hent utkastet på bokmål", nn: "Hent utkastet på bokmål", en: "Get the draft in Bokmål" },
  draftInNn: {
    nb: "Hent utkastet på nynorsk",
    nn: "Hent utkastet på nynorsk",
    en: "Get the draft in Nynorsk",
  },
  subject: { nb: "Emne", nn: "Emne", en: "Subject" },
  text: { nb: "Brevet", nn: "Brevet", en: "The letter" },
  textHint: {
    nb: "Ingenting om kandidaten. Navnet, e-postadressen og telefonnummeret ditt kommer under brevet av seg selv.",
    nn: "Ingenting om kandidaten. Namnet, e-postadressa og telefonnummeret ditt kjem under brevet av seg sjølv.",
    en: "Nothing about the candidate. Your name, email and phone number are added below the letter automatically.",
  },
  send: { nb: "Send e-posten", nn: "Send e-posten", en: "Send the email" },
  from: { nb: "Hilsen", nn: "Helsing", en: "Kind regards" },
  phone: { nb: "Telefon", nn: "Telefon", en: "Phone" },
  agreement: { nb: "Til avtalen", nn: "Til avtalen", en: "To the agreement" },
  write: { nb: "Skriv til arbeidsgiveren", nn: "Skriv til arbeidsgivaren", en: "Write to the employer" },

  draftSubject: {
    nb: (workplace: string) => `To timer i måneden for mentoren hos ${workplace}?`,
    nn: (workplace: string) => `To timar i månaden for mentoren hos ${workplace}?`,
    en: (workplace: string) => `Two hours a month for the mentor at ${workplace}?`,
  },
  /** The whole letter; a blank line parts its paragraphs. */
  draft: {
    nb: (network: string, rhythm: string) =>
      `Hei!

Dere har tatt inn noen på vei inn i arbeid, og en av deres følger opp som mentor. Takk for det. Det er mer krevende enn det ser ut, og den som gjør det, bør ikke stå alene.

Derfor finnes ${network}. Mentorer fra ulike virksomheter møtes ${rhythm} sammen med dem i Nav som følger opp. Noe er fag, men mest er det samtale om det som skjer på jobb.

Det koster to timer per samling, og reisen fram og tilbake. Det er gratis å være med, og mentoren kan ofte delta digitalt.

Dere får igjen en mentor som vet hva man kan kreve av Nav, hvem man skal ringe, og hva andre har gjort når det butter. Det mentorene sier fra om, går videre til Nav-ledere som må svare.

Vi ser at de som kommer, er de som har avtalt det med arbeidsgiveren. Kan vi skrive inn i avtalen at mentoren er med på samlingene i arbeidstida? Svar gjerne på denne e-posten, så ringer jeg.`,
    nn: (network: string, rhythm: string) =>
      `Hei!

De har teke inn nokon på veg inn i arbeid, og ein av dykk følgjer opp som mentor. Takk for det. Det er meir krevjande enn det ser ut, og den som gjer det, bør ikkje stå åleine.

Difor finst ${network}. Mentorar frå ulike verksemder møtest ${rhythm} saman med dei i Nav som følgjer opp. Noko er fag, men mest er det samtale om det som skjer på jobb.

Det kostar to timar per samling, og reisa fram og tilbake. Det er gratis å vere med, og mentoren kan ofte delta digitalt.

De får att ein mentor som veit kva ein kan krevje av Nav, kven ein skal ringje, og kva andre har gjort når det buttar. Det mentorane seier frå om, går vidare til Nav-leiarar som må svare.

Vi ser at dei som kjem, er dei som har avtalt det med arbeidsgivaren. Kan vi skrive inn i avtalen at mentoren er med på samlingane i arbeidstida? Svar gjerne på denne e-posten, så ringjer eg.`,
    en: (network: string, rhythm: string) =>
      `Hello!

You have taken on someone on their way into work, and one of your people supports them as a mentor. Thank you. It asks more than it seems, and nobody should have to do it alone.

That is why ${network} exists. Mentors from different workplaces meet ${rhythm} together with the people at Nav who provide support. Some of it is learning; most of it is talk about what happens at work.

It costs two hours for each gathering, plus the journey. There is no fee, and the mentor can often join online.

What you get is a mentor who knows what to ask of Nav, who to ring, and what others did when things got stuck. What mentors point out goes on to Nav leaders, who must answer.

We see that those who come are the ones who have agreed it with their employer. May we write into the agreement that the mentor attends in working hours? Just reply to this email, and I will ring you.`,
  },
  everyMonth: { nb: "én gang i måneden", nn: "éin gong i månaden", en: "once a month" },
  everyOther: { nb: "annenhver måned", nn: "annankvar månad", en: "every other month" },
  everyThird: { nb: "hver tredje måned", nn: "kvar tredje månad", en: "every third month" },
} satisfies TextTable;
