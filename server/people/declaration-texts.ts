/** Words around the declaration of confidentiality; its own words stand in `content/declaration`. */
import type { TextTable } from "../web/languages.ts";

export const declarationTexts = {
  accept: {
    nb: "Jeg lover det",
    nn: "Eg lovar det",
    en: "I promise",
  },
  whatIsStored: {
    nb: "Vi lagrer at du har lovet dette, hvilken utgave og når. Endrer teksten seg, spør vi på nytt.",
    nn: "Vi lagrar at du har lova dette, kva for ei utgåve og når. Endrar teksten seg, spør vi på nytt.",
    en: "We store that you promised this, which version and when. If the text changes, we ask again.",
  },
  notYet: {
    nb: "Vil du ikke love dette nå, kan du fortsatt svare på invitasjoner fra e-posten og se eller slette det vi har om deg.",
    nn: "Vil du ikkje love dette no, kan du framleis svare på invitasjonar frå e-posten og sjå eller slette det vi har om deg.",
    en: "If you would rather not promise this now, you can still answer invitations from the email and see or delete what we hold about you.",
  },
  myPage: { nb: "Det vi har om deg", nn: "Det vi har om deg", en: "What we hold about you" },
  accepted: {
    nb: (date: string, version: string) => `Du lovet dette ${date} (utgave ${version}).`,
    nn: (date: string, version: string) => `Du lova dette ${date} (utgåve ${version}).`,
    en: (date: string, version: string) => `You promised this on ${date} (version ${version}).`,
  },
} satisfies TextTable;
