/** Words for sending a colleague instead, for the yes of a season, and for a place that is held. */
import type { TextTable } from "../web/languages.ts";

export const insteadTexts = {
  moreChoices: { nb: "Flere valg", nn: "Fleire val", en: "More choices" },
  sendColleague: {
    nb: "Send en kollega i stedet",
    nn: "Send ein kollega i staden",
    en: "Send a colleague instead",
  },
  colleagueIntro: {
    nb: "Kan du ikke selv, kan noen fra arbeidsplassen din komme. Kollegaen får sin egen invitasjon på e-post, overtar plassen din hvis du har en, og kan si nei rett fra e-posten. Du blir meldt av.",
    nn: "Kan du ikkje sjølv, kan nokon frå arbeidsplassen din kome. Kollegaen får sin eigen invitasjon på e-post, overtek plassen din om du har ein, og kan seie nei rett frå e-posten. Du blir meld av.",
    en: "If you cannot come, someone from your workplace can. Your colleague gets an invitation of their own by email, takes over your place if you have one, and can say no straight from the email. You will be marked as not coming.",
  },
  colleagueStored: {
    nb: "Vi lagrer navnet, e-postadressen og at dere jobber samme sted, ikke noe mer. Spør kollegaen først.",
    nn: "Vi lagrar namnet, e-postadressa og at de jobbar same staden, ikkje noko meir. Spør kollegaen først.",
    en: "We store the name, the email address and that you work at the same place, nothing more. Ask your colleague first.",
  },
  colleagueName: { nb: "Kollegaens navn", nn: "Namnet til kollegaen", en: "Your colleague’s name" },
  colleagueEmail: {
    nb: "Kollegaens e-postadresse",
    nn: "E-postadressa til kollegaen",
    en: "Your colleague’s email address",
  },
  inviteColleague: { nb: "Inviter kollegaen", nn: "Inviter kollegaen", en: "Invite my colleague" },
  colleagueWords: {
    nb: "En kollega kommer i stedet.",
    nn: "Ein kollega kjem i staden.",
    en: "A colleague is coming instead.",
  },
  colleagueSent: {
    nb: "Du har sendt en kollega i stedet. Gjelder det en annen likevel, så si fra til rådgiveren.",
    nn: "Du har sendt ein kollega i staden. Gjeld det ein annan likevel, så sei frå til rådgivaren.",
    en: "You have sent a colleague instead. If it should be someone else, tell the adviser.",
  },
  colleagueChain: {
    nb: "Du er invitert i stedet for en annen. Kan du ikke, så svar nei, og si fra til den som spurte deg.",
    nn: "Du er invitert i staden for ein annan. Kan du ikkje, så svar nei, og sei frå til den som spurde deg.",
    en: "You are invited in someone else’s place. If you cannot come, answer no and tell whoever asked you.",
  },
  colleagueSelf: {
    nb: "Det er din egen adresse. Skriv kollegaens.",
    nn: "Det er di eiga adresse. Skriv kollegaen si.",
    en: "That is your own address. Enter your colleague’s.",
  },
  insteadOf: {
    nb: (name: string) => `i stedet for ${name}`,
    nn: (name: string) => `i staden for ${name}`,
    en: (name: string) => `instead of ${name}`,
  },

  standing: {
    nb: "Svar ja til hele sesongen",
    nn: "Svar ja til heile sesongen",
    en: "Say yes to the whole season",
  },
  standingIntro: {
    nb: (network: string) =>
      `Da er du meldt på alle samlinger i ${network} du blir invitert til, og dem du ikke har svart på ennå. Passer en av dem ikke, svarer du nei på den.`,
    nn: (network: string) =>
      `Då er du meld på alle samlingar i ${network} du blir invitert til, og dei du ikkje har svara på enno. Passar ei av dei ikkje, svarar du nei på den.`,
    en: (network: string) =>
      `We will put you down as coming to every gathering of ${network} you are invited to, including those you have not answered yet. If one does not suit you, answer no to that one.`,
  },
  until: {
    nb: "Ja til alle samlinger fram til",
    nn: "Ja til alle samlingar fram til",
    en: "Yes to all gatherings until",
  },
  how: { nb: "Hvordan?", nn: "Korleis?", en: "How?" },
  inRoom: { nb: "Jeg møter opp", nn: "Eg møter opp", en: "I will come in person" },
  online: { nb: "Jeg blir med digitalt", nn: "Eg blir med digitalt", en: "I will join online" },
  sayYes: { nb: "Ja til alle", nn: "Ja til alle", en: "Yes to all" },
  standingNow: {
    nb: (until: string) =>
      `Du har sagt ja til alle samlinger til og med ${until}. Passer ikke denne, så svar nei her.`,
    nn: (until: string) =>
      `Du har sagt ja til alle samlingar til og med ${until}. Passar ikkje denne, så svar nei her.`,
    en: (until: string) =>
      `You have said yes to all gatherings up to and including ${until}. If this one does not suit you, answer no here.`,
  },
  standingIsNow: {
    nb: (until: string) => `Du har sagt ja til alle samlinger til og med ${until}.`,
    nn: (until: string) => `Du har sagt ja til alle samlingar til og med ${until}.`,
    en: (until: string) => `You have said yes to all gatherings up to and including ${until}.`,
  },
  changeStanding: { nb: "Endre eller stopp", nn: "Endre eller stopp", en: "Change or stop" },
  stopStanding: {
    nb: "Stopp: spør meg hver gang",
    nn: "Stopp: spør meg kvar gong",
    en: "Stop: ask me each time",
  },

  offered: {
    nb: (deadline: string) => `En plass er holdt av til deg, til ${deadline}.`,
    nn: (deadline: string) => `Ein plass er halden av til deg, til ${deadline}.`,
    en: (deadline: string) => `A place is being kept for you until ${deadline}.`,
  },
  takePlace: {
    nb: "Ja takk, jeg tar plassen",
    nn: "Ja takk, eg tek plassen",
    en: "Yes please, I will take it",
  },
  declinePlace: { nb: "Nei, gi den videre", nn: "Nei, gi han vidare", en: "No, pass it on" },
  offerGone: {
    nb: "Fristen er ute, og plassen gikk videre. Du står fortsatt i køen.",
    nn: "Fristen er ute, og plassen gjekk vidare. Du står framleis i køen.",
    en: "The time is up, and the place was passed on. You are still on the waiting list.",
  },
  back: { nb: "Svaret ditt", nn: "Svaret ditt", en: "Your answer" },
} satisfies TextTable;
