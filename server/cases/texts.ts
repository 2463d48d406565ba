/** Words of the cases' pages. The cases themselves stand in content/cases. */
import type { TextTable } from "../web/languages.ts";

export const caseTexts = {
  cases: { nb: "Eksempler", nn: "Døme", en: "Cases" },
  listIntro: {
    nb: "Korte historier fra arbeidslivet, til å lese alene før en samling og snakke om sammen.",
    nn: "Korte historier frå arbeidslivet, til å lese åleine før ei samling og snakke om saman.",
    en: "Short stories from working life, to read alone before a gathering and talk about together.",
  },
  readingTime: {
    nb: (n: string) => `${n} minutter å lese`,
    nn: (n: string) => `${n} minutt å lese`,
    en: (n: string) => `${n} minutes to read`,
  },
  discussionTime: {
    nb: (n: string) => `${n} minutter samtale`,
    nn: (n: string) => `${n} minutt samtale`,
    en: (n: string) => `${n} minutes to discuss`,
  },
  read: { nb: "Lest", nn: "Du har lese", en: "Read" },
  notRead: { nb: "ikke lest ennå", nn: "ikkje lese enno", en: "not read yet" },
  newVersion: {
    nb: "Endret siden du leste",
    nn: "Endra sidan du las",
    en: "Changed since you read it",
  },
  toList: { nb: "Alle eksempler", nn: "Alle døme", en: "All cases" },
  toGathering: { nb: "Tilbake til samlingen", nn: "Tilbake til samlinga", en: "Back to the gathering" },
  onlyNorwegian: { nb: "", nn: "", en: "This case is only available in Norwegian (bokmål)." },
  constructed: {
    nb: "Konstruert med utgangspunkt i virkelige forløp.",
    nn: "Konstruert med utgangspunkt i verkelege forløp.",
    en: "Constructed on the basis of real courses of events.",
  },
  source: {
    nb: (source: string) => `Kilde: ${source}.`,
    nn: (source: string) => `Kjelde: ${source}.`,
    en: (source: string) => `Source: ${source}.`,
  },
  situation: { nb: "Situasjonen", nn: "Situasjonen", en: "The situation" },
  questions: { nb: "Spørsmål", nn: "Spørsmål", en: "Questions" },
  questionsIntro: {
    nb: "Åpne ett om gangen. Vil du, kan du skrive hva du tenker. Bare du ser det: ikke rådgiveren, ikke Nav, ikke arbeidsgiveren din.",
    nn: "Opne eitt om gongen. Vil du, kan du skrive kva du tenkjer. Berre du ser det: ikkje rådgivaren, ikkje Nav, ikkje arbeidsgivaren din.",
    en: "Open one at a time. If you like, write down what you think. Only you see it: not the adviser, not Nav, not your employer.",
  },
  kind_open: { nb: "", nn: "", en: "" },
  kind_choice: { nb: "Velg", nn: "Vel", en: "Choose" },
  kind_roleplay: { nb: "Rollespill", nn: "Rollespel", en: "Role play" },
  answered: { nb: "Besvart", nn: "Svara", en: "Answered" },
  pick: { nb: "Hva ville du gjort?", nn: "Kva ville du gjort?", en: "What would you have done?" },
  ownWords: { nb: "Hva tenker du?", nn: "Kva tenkjer du?", en: "What do you think?" },
  ownWhy: { nb: "Hvorfor?", nn: "Kvifor?", en: "Why?" },
  ownWordsHint: {
    nb: "Bare du ser dette. Bruk ikke navn på virkelige personer.",
    nn: "Berre du ser dette. Bruk ikkje namn på verkelege personar.",
    en: "Only you see this. Do not use names of real people.",
  },
  keep: { nb: "Lagre for meg selv", nn: "Lagre for meg sjølv", en: "Keep for myself" },
  keptAt: {
    nb: (moment: string) => `Lagret ${moment}. Bare du ser det.`,
    nn: (moment: string) => `Lagra ${moment}. Berre du ser det.`,
    en: (moment: string) => `Saved ${moment}. Only you see it.`,
  },
  deleteOwn: { nb: "Slett det jeg skrev", nn: "Slett det eg skreiv", en: "Delete what I wrote" },
  looksLikeName: {
    nb: (names: string) =>
      `Er ${names} en virkelig person? Da er det tryggest å skrive det om, for eksempel til «kollegaen».`,
    nn: (names: string) =>
      `Er ${names} ein verkeleg person? Då er det tryggast å skrive det om, til dømes til «kollegaen».`,
    en: (names: string) =>
      `Is ${names} a real person? If so, it is safer to rewrite it, for instance as “the colleague”.`,
  },
  looksTelling: {
    nb: "Arbeidsplass, rolle og hendelse i samme setning kan peke ut en bestemt person. Skriv det gjerne mer allment.",
    nn: "Arbeidsplass, rolle og hending i same setning kan peike ut ein bestemt person. Skriv det gjerne meir allment.",
    en: "Workplace, role and event in one sentence may point to a particular person. Consider putting it more generally.",
  },
  nextQuestion: { nb: "Neste spørsmål", nn: "Neste spørsmål", en: "Next question" },
  seeOthers: {
    nb: "Se hva andre grupper har sagt",
    nn: "Sjå kva andre grupper har sagt",
    en: "See what other groups have said",
  },
  othersSaid: {
    nb: "Hva andre grupper har sagt",
    nn: "Kva andre grupper har sagt",
    en: "What other groups have said",
  },
  othersSaidLater: {
    nb: "Svar på minst ett av spørsmålene først, så ser du dette etterpå. Da får du tenke selv.",
    nn: "Svar på minst eitt av spørsmåla først, så ser du dette etterpå. Då får du tenkje sjølv.",
    en: "Answer at least one of the questions first and you will see this afterwards. That lets you think for yourself.",
  },
  whoDoesWhat: { nb: "Hvem gjør hva", nn: "Kven gjer kva", en: "Who does what" },
  tryThis: { nb: "Prøv dette", nn: "Prøv dette", en: "Try this" },
  afterthought: { nb: "Til ettertanke", nn: "Til ettertanke", en: "To think about" },
  markRead: { nb: "Jeg har lest dette", nn: "Eg har lese dette", en: "I have read this" },
  isRead: { nb: "Du har lest dette.", nn: "Du har lese dette.", en: "You have read this." },
  olderTitle: {
    nb: "Det du skrev til en tidligere utgave",
    nn: "Det du skreiv til ei tidlegare utgåve",
    en: "What you wrote to an earlier version",
  },
  olderIntro: {
    nb: "Eksempelet er endret siden. Det du skrev, gjelder fortsatt den utgaven du leste.",
    nn: "Dømet er endra sidan. Det du skreiv, gjeld framleis den utgåva du las.",
    en: "The case has changed since. What you wrote still belongs to the version you read.",
  },
  facilitator: {
    nb: "For den som leder samtalen",
    nn: "For den som leier samtalen",
    en: "For whoever leads the conversation",
  },
  facilitatorOnly: {
    nb: "Bare rådgivere ser denne delen.",
    nn: "Berre rådgivarar ser denne delen.",
    en: "Only advisers see this part.",
  },
} satisfies TextTable;
