/** What may be wrong with a case, with what to do: in English where files are read, in the reader's language in the browser. */
import type { TextTable } from "../web/languages.ts";

type Value = string | number;

export const faultTexts = {
  fileTooLong: {
    nb: (most: Value) => `Teksten er for lang: Den kan ha høyst ${most} tegn.`,
    nn: (most: Value) => `Teksten er for lang: Han kan ha høgst ${most} teikn.`,
    en: (most: Value) => `the file is too long: at most ${most} characters`,
  },
  noFrontMatter: {
    nb: "Opplysningene øverst mangler: Begynn med en linje «---» og avslutt dem med en til.",
    nn: "Opplysningane øvst manglar: Start med ei linje «---» og avslutt dei med ei til.",
    en: 'the front matter is missing: begin with a line "---" and end it with another',
  },
  notYaml: {
    nb: (why: Value) => `Opplysningene øverst kan ikke leses (${why}): Rett dem.`,
    nn: (why: Value) => `Opplysningane øvst kan ikkje lesast (${why}): Rett dei.`,
    en: (why: Value) => `the front matter is not YAML (${why}): correct it`,
  },
  missing: {
    nb: (key: Value) => `«${key}» mangler. Fyll ut.`,
    nn: (key: Value) => `«${key}» manglar. Fyll ut.`,
    en: (key: Value) => `"${key}" is missing: add it`,
  },
  notText: {
    nb: (key: Value) => `«${key}» må være en tekst.`,
    nn: (key: Value) => `«${key}» må vere ein tekst.`,
    en: (key: Value) => `"${key}" must be text`,
  },
  empty: {
    nb: (key: Value) => `«${key}» mangler. Fyll ut.`,
    nn: (key: Value) => `«${key}» manglar. Fyll ut.`,
    en: (key: Value) => `"${key}" must not be empty`,
  },
  tooLong: {
    nb: (key: Value, most: Value) => `«${key}» kan ha høyst ${most} tegn.`,
    nn: (key: Value, most: Value) => `«${key}» kan ha høgst ${most} teikn.`,
    en: (key: Value, most: Value) => `"${key}" may have at most ${most} characters`,
  },
  notNumber: {
    nb: (key: Value) => `«${key}» må være et helt tall.`,
    nn: (key: Value) => `«${key}» må vere eit heilt tal.`,
    en: (key: Value) => `"${key}" must be a whole number`,
  },
  tooSmall: {
    nb: (key: Value, least: Value) => `«${key}» må være minst ${least}.`,
    nn: (key: Value, least: Value) => `«${key}» må vere minst ${least}.`,
    en: (key: Value, least: Value) => `"${key}" must be at least ${least}`,
  },
  tooLarge: {
    nb: (key: Value, most: Value) => `«${key}» kan være høyst ${most}.`,
    nn: (key: Value, most: Value) => `«${key}» kan vere høgst ${most}.`,
    en: (key: Value, most: Value) => `"${key}" must be at most ${most}`,
  },
  notList: {
    nb: (key: Value) => `«${key}» må være en liste.`,
    nn: (key: Value) => `«${key}» må vere ei liste.`,
    en: (key: Value) => `"${key}" must be a list`,
  },
  notSize: {
    nb: (key: Value) => `«${key}» må være liten, middels eller stor.`,
    nn: (key: Value) => `«${key}» må vere liten, middels eller stor.`,
    en: (key: Value) => `"${key}" must be liten, middels or stor`,
  },
  notLanguage: {
    nb: (key: Value) => `«${key}» må være nb eller nn.`,
    nn: (key: Value) => `«${key}» må vere nb eller nn.`,
    en: (key: Value) => `"${key}" must be nb or nn`,
  },
  notConstructed: {
    nb: (key: Value) => `«${key}» må være true: Bare konstruerte eksempler kan vises.`,
    nn: (key: Value) => `«${key}» må vere true: Berre konstruerte døme kan visast.`,
    en: (key: Value) => `"${key}" must be true: only constructed cases may be shown`,
  },
  notStatus: {
    nb: (key: Value) => `«${key}» må være draft eller published.`,
    nn: (key: Value) => `«${key}» må vere draft eller published.`,
    en: (key: Value) => `"${key}" must be draft or published`,
  },
  unknownKey: {
    nb: (key: Value) => `«${key}» er ukjent: Ta det bort.`,
    nn: (key: Value) => `«${key}» er ukjent: Ta det bort.`,
    en: (key: Value) => `"${key}" is unknown: remove it`,
  },
  otherLanguage: {
    nb: (is: Value, file: Value) => `Språket er satt til ${is}, men teksten skal være ${file}.`,
    nn: (is: Value, file: Value) => `Språket er sett til ${is}, men teksten skal vere ${file}.`,
    en: (is: Value, file: Value) => `"language" is ${is}, but the file is ${file}.md`,
  },
  unknownTheme: {
    nb: (slug: Value) => `Temaet «${slug}» er ukjent: Velg et fra lista.`,
    nn: (slug: Value) => `Temaet «${slug}» er ukjent: Vel eit frå lista.`,
    en: (slug: Value) => `the theme "${slug}" is unknown: use a slug of content/themes.md`,
  },
  situationTooLong: {
    nb: (words: Value, minutes: Value, most: Value) =>
      `Situasjonen har ${words} ord. Det er for langt for ${minutes} minutter: Kort ned til høyst ${most}.`,
    nn: (words: Value, minutes: Value, most: Value) =>
      `Situasjonen har ${words} ord. Det er for langt for ${minutes} minutt: Kort ned til høgst ${most}.`,
    en: (words: Value, minutes: Value, most: Value) =>
      `the situation has ${words} words, too long for ${minutes} minutes: at most ${most}`,
  },
  emptyStep: {
    nb: (heading: Value) =>
      `Det står ingenting under «### ${heading}»: Skriv noe, eller ta bort overskriften.`,
    nn: (heading: Value) =>
      `Det står ingenting under «### ${heading}»: Skriv noko, eller ta bort overskrifta.`,
    en: (heading: Value) => `there is nothing below "### ${heading}": write it or remove it`,
  },
  rawHtml: {
    nb: "HTML kan ikke brukes: Skriv vanlig tekst, og lenker som [ord](https://…).",
    nn: "HTML kan ikkje brukast: Skriv vanleg tekst, og lenkjer som [ord](https://…).",
    en: "HTML cannot be used: write it in Markdown, and links as [words](https://…)",
  },
  picture: {
    nb: "Bilder kan ikke brukes: Si det med ord.",
    nn: "Bilete kan ikkje brukast: Sei det med ord.",
    en: "pictures cannot be used: say it in words",
  },
  headingLevel: {
    nb: "Skriv overskrifter som «### Overskrift».",
    nn: "Skriv overskrifter som «### Overskrift».",
    en: 'write headings as "## Part" or "### Step"',
  },
  badLink: {
    nb: (href: Value) =>
      `Lenka «${href}» kan ikke brukes: Bruk https:// eller en adresse på dette nettstedet.`,
    nn: (href: Value) =>
      `Lenkja «${href}» kan ikkje brukast: Bruk https:// eller ei adresse på denne nettstaden.`,
    en: (href: Value) => `the link "${href}" cannot be used: use https:// or a path of this site`,
  },
  beforeFirstPart: {
    nb: "Det står tekst før den første delen: Flytt den ned under «## Situasjonen».",
    nn: "Det står tekst før den første delen: Flytt han ned under «## Situasjonen».",
    en: 'there is text before the first part: move it below "## Situasjonen"',
  },
  partMissing: {
    nb: (heading: Value) => `Delen «${heading}» mangler: Skriv den.`,
    nn: (heading: Value) => `Delen «${heading}» manglar: Skriv han.`,
    en: (heading: Value) => `the part "## ${heading}" is missing: add it`,
  },
  partTwice: {
    nb: (heading: Value) => `Delen «${heading}» står to ganger: Behold én.`,
    nn: (heading: Value) => `Delen «${heading}» står to gonger: Behald éin.`,
    en: (heading: Value) => `the part "## ${heading}" is there twice: keep one`,
  },
  partEmpty: {
    nb: (heading: Value) => `Delen «${heading}» er tom: Skriv den.`,
    nn: (heading: Value) => `Delen «${heading}» er tom: Skriv han.`,
    en: (heading: Value) => `the part "## ${heading}" is empty: write it`,
  },
  partUnknown: {
    nb: (heading: Value, known: Value) => `Delen «${heading}» er ukjent: Bruk en av ${known}.`,
    nn: (heading: Value, known: Value) => `Delen «${heading}» er ukjend: Bruk ein av ${known}.`,
    en: (heading: Value, known: Value) => `the part "## ${heading}" is unknown: use one of ${known}`,
  },
  badId: {
    nb: (id: Value) => `Merket «${id}» på spørsmålet er feil: Bruk små bokstaver a–z, tall og bindestrek.`,
    nn: (id: Value) => `Merket «${id}» på spørsmålet er feil: Bruk små bokstavar a–z, tal og bindestrek.`,
    en: (id: Value) => `the question id "${id}" is wrong: use small letters a–z, digits and dashes`,
  },
  idTwice: {
    nb: (id: Value) => `To spørsmål har samme merke «${id}»: Gi hvert sitt.`,
    nn: (id: Value) => `To spørsmål har same merke «${id}»: Gi kvart sitt.`,
    en: (id: Value) => `the question id "${id}" is there twice: give each its own`,
  },
  badKind: {
    nb: (kind: Value) =>
      `Spørsmålet er av slaget «${kind}», som er ukjent: Bruk open, choice eller roleplay.`,
    nn: (kind: Value) =>
      `Spørsmålet er av slaget «${kind}», som er ukjent: Bruk open, choice eller roleplay.`,
    en: (kind: Value) => `the kind "${kind}" is unknown: use open, choice or roleplay`,
  },
  badNav: {
    nb: (nav: Value) => `nav er «${nav}»: Bruk yes eller no.`,
    nn: (nav: Value) => `nav er «${nav}»: Bruk yes eller no.`,
    en: (nav: Value) => `nav is "${nav}": use yes or no`,
  },
  fewChoices: {
    nb: (count: Value) => `Et valg trenger to til åtte svaralternativer, dette har ${count}.`,
    nn: (count: Value) => `Eit val treng to til åtte svaralternativ, dette har ${count}.`,
    en: (count: Value) => `a choice needs two to eight alternatives as a list, this has ${count}`,
  },
  choiceTooLong: {
    nb: (most: Value) => `Svaralternativet er for langt: høyst ${most} tegn.`,
    nn: (most: Value) => `Svaralternativet er for langt: høgst ${most} teikn.`,
    en: (most: Value) => `the alternative is too long: at most ${most} characters`,
  },
  badQuestion: {
    nb: "Skriv spørsmålet som «### Setning? {#id kind=open nav=no}».",
    nn: "Skriv spørsmålet som «### Setning? {#id kind=open nav=no}».",
    en: 'write the question as "### Sentence? {#id kind=open nav=no}"',
  },
  questionTooLong: {
    nb: (most: Value) => `Spørsmålet er for langt: høyst ${most} tegn.`,
    nn: (most: Value) => `Spørsmålet er for langt: høgst ${most} teikn.`,
    en: (most: Value) => `the question is too long: at most ${most} characters`,
  },
  beforeFirstQuestion: {
    nb: "Det står tekst før det første spørsmålet: Begynn med «### ».",
    nn: "Det står tekst før det første spørsmålet: Start med «### ».",
    en: 'there is text before the first question: begin with "### "',
  },
  noQuestion: {
    nb: "Det er ingen spørsmål: Legg til minst ett.",
    nn: "Det er ingen spørsmål: Legg til minst eitt.",
    en: "there is no question: add at least one",
  },
  unlikeKey: {
    nb: (key: Value, nn: Value, nb: Value) =>
      `«${key}» er ${nn} på nynorsk og ${nb} på bokmål: Gjør dem like.`,
    nn: (key: Value, nn: Value, nb: Value) =>
      `«${key}» er ${nn} på nynorsk og ${nb} på bokmål: Gjer dei like.`,
    en: (key: Value, nn: Value, nb: Value) => `"${key}" is ${nn}, in nb.md ${nb}: make them alike`,
  },
  unlikeSteps: {
    nb: (nn: Value, nb: Value) => `Situasjonen har ${nn} deler på nynorsk og ${nb} på bokmål: Gjør dem like.`,
    nn: (nn: Value, nb: Value) => `Situasjonen har ${nn} delar på nynorsk og ${nb} på bokmål: Gjer dei like.`,
    en: (nn: Value, nb: Value) => `${nn} steps in the situation, in nb.md ${nb}: make them alike`,
  },
  unlikeQuestionCount: {
    nb: (nn: Value, nb: Value) => `Det er ${nn} spørsmål på nynorsk og ${nb} på bokmål: Gjør dem like.`,
    nn: (nn: Value, nb: Value) => `Det er ${nn} spørsmål på nynorsk og ${nb} på bokmål: Gjer dei like.`,
    en: (nn: Value, nb: Value) => `${nn} questions, in nb.md ${nb}: make them alike`,
  },
  unlikeQuestion: {
    nb: (nn: Value, nb: Value) => `Spørsmålet er ${nn} på nynorsk og ${nb} på bokmål: Gjør dem like.`,
    nn: (nn: Value, nb: Value) => `Spørsmålet er ${nn} på nynorsk og ${nb} på bokmål: Gjer dei like.`,
    en: (nn: Value, nb: Value) => `the question is ${nn}, in nb.md ${nb}: make them alike`,
  },
  questionsChanged: {
    nb: (version: Value) => `Spørsmålene er endret siden utgave ${version} kom ut: Hev tallet i «version».`,
    nn: (version: Value) => `Spørsmåla er endra sidan utgåve ${version} kom ut: Hev talet i «version».`,
    en: (version: Value) => `the questions changed since version ${version} was published: raise "version"`,
  },
} satisfies TextTable;
