/** Words of the text guard and of the page on privacy. */
import type { TextTable } from "../web/languages.ts";

export const guardTexts = {
  identityNumber: { nb: "et fødselsnummer", nn: "eit fødselsnummer", en: "a national identity number" },
  phone: { nb: "et telefonnummer", nn: "eit telefonnummer", en: "a phone number" },
  email: { nb: "en e-postadresse", nn: "ei e-postadresse", en: "an e-mail address" },
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
