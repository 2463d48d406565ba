/** Words of "Du sa – Nav gjorde". */
import type { TextTable } from "../web/languages.ts";

export const saidTexts = {
  // Du sa – Nav gjorde
  saidTitle: { nb: "Du sa – Nav gjorde", nn: "Du sa – Nav gjorde", en: "You said – Nav did" },
  saidIntro: {
    nb: "Her ser du hva innspillene i nettverket er blitt til, og hva Nav har svart.",
    nn: "Her ser du kva det har vorte av innspela i nettverket, og kva Nav har svara.",
    en: "See what the network’s feedback has become, and what Nav has answered.",
  },
  give: { nb: "Gi innspill", nn: "Gi innspel", en: "Give feedback" },
  haveCode: { nb: "Jeg har en kode", nn: "Eg har ein kode", en: "I have a code" },
  mine: { nb: "Det du har sagt", nn: "Det du har sagt", en: "What you have said" },
  iTry: {
    nb: "Dette prøver jeg til neste gang",
    nn: "Dette prøver eg til neste gong",
    en: "What I will try before next time",
  },
  iTryAll: {
    nb: "Se og noter det du prøver",
    nn: "Sjå og noter det du prøver",
    en: "See and note what you are trying",
  },
  iTryFirst: {
    nb: "Noter én ting du vil prøve. Bare du ser det, om du ikke deler det.",
    nn: "Noter éin ting du vil prøve. Berre du ser det, om du ikkje deler det.",
    en: "Note one thing you will try. Only you see it, unless you share it.",
  },
  minePrivate: {
    nb: "Bare du ser denne lista.",
    nn: "Berre du ser denne lista.",
    en: "Only you see this list.",
  },
  ours: { nb: "Hele nettverket", nn: "Heile nettverket", en: "The whole network" },
  moveTitle: {
    nb: "Flytt til et annet læringspunkt",
    nn: "Flytt til eit anna læringspunkt",
    en: "Move to another learning item",
  },
  standsIn: { nb: "Står nå i:", nn: "Står no i:", en: "Now part of:" },
  moreMine: { nb: "Vis mer du har sagt", nn: "Vis meir du har sagt", en: "Show more of what you have said" },
  older: { nb: "Vis eldre", nn: "Vis eldre", en: "Show older" },
  later: { nb: "Vis flere", nn: "Vis fleire", en: "Show more" },
  toFirst: { nb: "Til begynnelsen", nn: "Til byrjinga", en: "Back to the start" },
  oursNone: {
    nb: "Ingen innspill er samlet ennå. Det første kan være ditt.",
    nn: "Ingen innspel er samla enno. Det første kan vere ditt.",
    en: "No feedback has become a question yet. The first could be yours.",
  },
  stateReceived: { nb: "Mottatt", nn: "Motteke", en: "Received" },
  stateReceivedText: {
    nb: "Rådgiveren har det på lista si.",
    nn: "Rådgivaren har det på lista si.",
    en: "It is on the adviser’s list.",
  },
  stateReviewed: { nb: "Lest", nn: "Lese", en: "Read" },
  stateReviewedText: {
    nb: "Rådgiveren har lest det og skal samle det med andre innspill om det samme.",
    nn: "Rådgivaren har lese det og skal samle det med andre innspel om det same.",
    en: "The adviser has read it and will put it together with other feedback about the same thing.",
  },
  stateNoAction: { nb: "Lest og tatt vare på", nn: "Lese og teke vare på", en: "Read and kept" },
  stateNoActionText: {
    nb: "Rådgiveren har lest det. Ingen trenger å gjøre noe med det, og vi tar det med oss.",
    nn: "Rådgivaren har lese det. Ingen treng å gjere noko med det, og vi tek det med oss.",
    en: "The adviser has read it. Nobody needs to act on it, and we keep it in mind.",
  },
  stateDiverted: {
    nb: "Hører hjemme et annet sted",
    nn: "Høyrer heime ein annan stad",
    en: "Belongs elsewhere",
  },
  stateDivertedText: {
    nb: "Dette bør du ta videre på en annen måte. Rådgiveren skriver:",
    nn: "Dette bør du ta vidare på ein annan måte. Rådgivaren skriv:",
    en: "This needs to be taken up in another way. The adviser writes:",
  },
  myNaming: { nb: "Innspillet er gitt:", nn: "Innspelet er gitt:", en: "How you gave it:" },
  changeNaming: { nb: "Ta bort navnet", nn: "Ta bort namnet", en: "Remove my name" },
  namingNamed: { nb: "Med navn", nn: "Med namn", en: "Named" },
  namingConfidential: { nb: "Fortrolig", nn: "Fortruleg", en: "Confidential" },
  namingAnonymous: { nb: "Anonymt", nn: "Anonymt", en: "Anonymous" },
  namingTitle: { nb: "Ta bort navnet ditt", nn: "Ta bort namnet ditt", en: "Remove your name" },
  namingText: {
    nb: "Du kan skjule navnet mer enn før, men ikke gå tilbake. Det gjelder fra nå av. Den som allerede har lest navnet ditt, kan huske det.",
    nn: "Du kan skjule namnet meir enn før, men ikkje gå tilbake. Det gjeld frå no av. Den som allereie har lese namnet ditt, kan hugse det.",
    en: "You can hide your name more than before, but you cannot show it again. This applies from now on. Anyone who has already read your name may remember it.",
  },
  namingToAnonymous: {
    nb: "Vi sletter koblingen til deg, og e-postene om det. Det forsvinner fra lista di, og du får en kode i stedet.",
    nn: "Vi slettar koplinga til deg, og e-postane om det. Det forsvinn frå lista di, og du får ein kode i staden.",
    en: "We delete the link to you, and the emails about it. It disappears from your list, and you get a code instead.",
  },
  paraphraseAsk: {
    nb: "Er denne omskrivingen grei?",
    nn: "Er denne omskrivinga grei?",
    en: "Is this paraphrase all right?",
  },
  paraphraseUntil: {
    nb: (date: string) =>
      `Lederen får ikke lese dette før du har sagt ja. Hører vi ikke fra deg innen ${date}, regner vi det som et ja.`,
    nn: (date: string) =>
      `Leiaren får ikkje lese dette før du har sagt ja. Høyrer vi ikkje frå deg innan ${date}, reknar vi det som eit ja.`,
    en: (date: string) =>
      `The leader does not get to read this until you have said yes. If we do not hear from you by ${date}, we take it as a yes.`,
  },
  paraphraseYes: { nb: "Ja, bruk denne", nn: "Ja, bruk denne", en: "Yes, use it" },
  paraphraseNo: { nb: "Nei, skriv om", nn: "Nei, skriv om", en: "No, rewrite it" },
  paraphraseSaidNo: {
    nb: "Du sa nei til omskrivingen. Rådgiveren skriver en ny.",
    nn: "Du sa nei til omskrivinga. Rådgivaren skriv ei ny.",
    en: "You said no to the paraphrase. The adviser is writing a new one.",
  },
  paraphraseReleased: {
    nb: "Det er dette lederen får lese.",
    nn: "Det er dette leiaren får lese.",
    en: "This is what the leader reads.",
  },
} satisfies TextTable;
