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
  toGathering: { nb: "Samlingen", nn: "Samlinga", en: "The gathering" },
  onlyIn: {
    nb: (code: string) => `Dette eksempelet finnes bare på ${code === "nn" ? "nynorsk" : "bokmål"}.`,
    nn: (code: string) => `Dette dømet finst berre på ${code === "nn" ? "nynorsk" : "bokmål"}.`,
    en: (code: string) =>
      `This case is only available in Norwegian (${code === "nn" ? "Nynorsk" : "Bokmål"}).`,
  },
  approved: {
    nb: "Godkjent av rådgiver.",
    nn: "Godkjent av rådgivar.",
    en: "Approved by an adviser.",
  },
  constructed: {
    nb: "Konstruert med utgangspunkt i virkelige forløp.",
    nn: "Konstruert med utgangspunkt i verkelege forløp.",
    en: "Constructed, based on real events.",
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
    en: "What you wrote about an earlier version",
  },
  olderIntro: {
    nb: "Eksempelet er endret siden. Det du skrev, gjelder fortsatt den utgaven du leste.",
    nn: "Dømet er endra sidan. Det du skreiv, gjeld framleis den utgåva du las.",
    en: "The case has changed since. What you wrote still belongs to the version you read.",
  },
  olderTo: {
    nb: (question: string) => `Spørsmålet var: ${question}`,
    nn: (question: string) => `Spørsmålet var: ${question}`,
    en: (question: string) => `The question was: ${question}`,
  },
  withdrawnTitle: {
    nb: "Eksempelet er trukket tilbake",
    nn: "Dømet er trekt tilbake",
    en: "The case has been withdrawn",
  },
  withdrawnIntro: {
    nb: "Det er ikke lenger på lista. Det du skrev, har du fortsatt her.",
    nn: "Det er ikkje lenger på lista. Det du skreiv, har du framleis her.",
    en: "It is no longer on the list. What you wrote is still here.",
  },
  sharedByGroups: {
    nb: "Fra andre grupper, som ville dele",
    nn: "Frå andre grupper, som ville dele",
    en: "From other groups that wanted to share",
  },
  seeShared: {
    nb: "Se hva andre grupper har svart",
    nn: "Sjå kva andre grupper har svara",
    en: "See what other groups have answered",
  },
  discussedTitle: {
    nb: "Snakket om i nettverket",
    nn: "Snakka om i nettverket",
    en: "Discussed in the network",
  },
  discussedAt: {
    nb: (network: string, date: string) => `${network}, ${date}`,
    nn: (network: string, date: string) => `${network}, ${date}`,
    en: (network: string, date: string) => `${network}, ${date}`,
  },
  discussed: {
    nb: "Du var med og snakket om det",
    nn: "Du var med og snakka om det",
    en: "You took part in discussing it",
  },
  reflected: { nb: "Du har skrevet noe", nn: "Du har skrive noko", en: "You have written something" },
  progress: {
    nb: (read: string, all: string) => `Du har lest ${read} av ${all}.`,
    nn: (read: string, all: string) => `Du har lese ${read} av ${all}.`,
    en: (read: string, all: string) => `You have read ${read} of ${all}.`,
  },
  find: { nb: "Finn et eksempel", nn: "Finn eit døme", en: "Find a case" },
  searchWords: { nb: "Søk", nn: "Søk", en: "Search" },
  searchHint: {
    nb: "For eksempel «lærling» eller «språk».",
    nn: "Til dømes «lærling» eller «språk».",
    en: "In Norwegian, such as “lærling” or “språk”.",
  },
  filters: { nb: "Avgrens lista", nn: "Avgrens lista", en: "Narrow the list" },
  sector: { nb: "Bransje", nn: "Bransje", en: "Trade" },
  size: { nb: "Størrelse på arbeidsplassen", nn: "Storleik på arbeidsplassen", en: "Size of the workplace" },
  theme: { nb: "Tema", nn: "Tema", en: "Theme" },
  longest: { nb: "Tid til samtale", nn: "Tid til samtale", en: "Time to discuss" },
  atMostMinutes: {
    nb: (n: number) => `Høyst ${n} minutter`,
    nn: (n: number) => `Høgst ${n} minutt`,
    en: (n: number) => `At most ${n} minutes`,
  },
  any: { nb: "Alle", nn: "Alle", en: "All" },
  anyLength: { nb: "Uansett", nn: "Uansett", en: "Any" },
  notDiscussed: {
    nb: "Ikke diskutert i mitt nettverk",
    nn: "Ikkje drøfta i nettverket mitt",
    en: "Not discussed in my network",
  },
  doFind: { nb: "Finn", nn: "Finn", en: "Find" },
  found: {
    nb: (n: number) => (n === 1 ? "1 eksempel passer." : `${n} eksempler passer.`),
    nn: (n: number) => (n === 1 ? "1 døme passar." : `${n} døme passar.`),
    en: (n: number) => (n === 1 ? "1 case matches." : `${n} cases match.`),
  },
  foundNone: {
    nb: "Ingen eksempler passer til alt dette.",
    nn: "Ingen døme passar til alt dette.",
    en: "No case matches all of this.",
  },
  foundNoneHint: {
    nb: "Prøv et annet ord, eller ta bort ett av valgene. Du kan også foreslå et tema for neste samling.",
    nn: "Prøv eit anna ord, eller ta bort eitt av vala. Du kan òg foreslå eit tema for neste samling.",
    en: "Try another word or remove one of the choices. You can also suggest a topic for the next gathering.",
  },
  showAll: { nb: "Vis alle eksempler", nn: "Vis alle døme", en: "Show all cases" },
  moreCases: { nb: "Vis flere", nn: "Vis fleire", en: "Show more" },
  sizeLiten: { nb: "Liten", nn: "Liten", en: "Small" },
  sizeMiddels: { nb: "Middels", nn: "Middels", en: "Medium" },
  sizeStor: { nb: "Stor", nn: "Stor", en: "Large" },
  writeCases: { nb: "Skriv eksempler", nn: "Skriv døme", en: "Write cases" },
  exportFile: {
    nb: (language: string) => `Last ned som fil, ${language === "nn" ? "nynorsk" : "bokmål"}`,
    nn: (language: string) => `Last ned som fil, ${language === "nn" ? "nynorsk" : "bokmål"}`,
    en: (language: string) => `Download as a file, ${language === "nn" ? "Nynorsk" : "Bokmål"}`,
  },
  facilitator: {
    nb: "For den som leder samtalen",
    nn: "For den som leier samtalen",
    en: "For whoever leads the discussion",
  },
  openInGroups: {
    nb: "Snakk om det i grupper",
    nn: "Snakk om det i grupper",
    en: "Discuss it in groups",
  },
  facilitatorOnly: {
    nb: "Bare rådgivere ser denne delen.",
    nn: "Berre rådgivarar ser denne delen.",
    en: "Only advisers see this part.",
  },
} satisfies TextTable;
