/** Words of giving feedback and of the receipt. */
import type { TextTable } from "../web/languages.ts";

export const giveTexts = {
  // Giving
  giveTitle: { nb: "Gi innspill til Nav", nn: "Gi innspel til Nav", en: "Give feedback to Nav" },
  giveIntro: {
    nb: "Skriv som om du sa det til en kollega. To setninger er nok.",
    nn: "Skriv som om du sa det til ein kollega. To setningar er nok.",
    en: "Write it as you would say it to a colleague. Two sentences will do.",
  },
  network: { nb: "Nettverk", nn: "Nettverk", en: "Network" },
  whoReads: { nb: "Hvem leser dette?", nn: "Kven les dette?", en: "Who will read this?" },
  whoReadsText: {
    nb: (n: string, advisers: string) =>
      `Dere er ${n} i nettverket. De som er rådgivere (${advisers}), leser alt som ikke gjelder dem selv. Lederen i Nav får det du skriver uten navnet ditt, om du ikke velger noe annet. De andre i nettverket ser spørsmålet det blir til, og svaret fra Nav, men ikke ordene dine.`,
    nn: (n: string, advisers: string) =>
      `De er ${n} i nettverket. Dei som er rådgivarar (${advisers}), les alt som ikkje gjeld dei sjølve. Leiaren i Nav får det du skriv utan namnet ditt, om du ikkje vel noko anna. Dei andre i nettverket ser spørsmålet det blir til, og svaret frå Nav, men ikkje orda dine.`,
    en: (n: string, advisers: string) =>
      `There are ${n} of you in the network. The advisers (${advisers}) read everything that is not about themselves. The Nav leader gets what you write without your name, unless you choose otherwise. The others in the network see the question it becomes and Nav’s answer, but not your words.`,
  },
  alsoLeads: {
    nb: (names: string) =>
      `${names} er også leder i Nav her. Derfor får ${names} ikke vite hvem som har skrevet noe fortrolig, og leser ikke det som bare skal skrives om.`,
    nn: (names: string) =>
      `${names} er leiar i Nav her òg. Difor får ${names} ikkje vite kven som har skrive noko fortruleg, og les ikkje det som berre skal skrivast om.`,
    en: (names: string) =>
      `${names} is also a Nav leader here. So ${names} is not told who gave feedback in confidence, and does not read what is only to be paraphrased.`,
  },
  smallNetwork: {
    nb: "Er dere få, kan noen kjenne deg igjen på det du forteller. Skriv om det som skjer, ikke om hvem.",
    nn: "Er de få, kan nokon kjenne deg att på det du fortel. Skriv om det som skjer, ikkje om kven.",
    en: "In a small group, someone may recognise you by what you say. Write about what happens, not about who.",
  },
  text: {
    nb: "Hva skjer, eller hva ser du?",
    nn: "Kva skjer, eller kva ser du?",
    en: "What happens, or what do you see?",
  },
  textHint: {
    nb: "Ikke skriv navn på den du følger opp, eller noe som gjør at andre skjønner hvem det er.",
    nn: "Ikkje skriv namn på den du følgjer opp, eller noko som gjer at andre skjønar kven det er.",
    en: "Leave out the name of the person you support, and anything that would show others who it is.",
  },
  consequence: { nb: "Hva fører det til?", nn: "Kva fører det til?", en: "What does it lead to?" },
  wish: { nb: "Hva vil du heller se?", nn: "Kva vil du heller sjå?", en: "What would you rather see?" },
  naming: {
    nb: "Skal navnet ditt stå på det?",
    nn: "Skal namnet ditt stå på det?",
    en: "Should your name be on it?",
  },
  named: { nb: "Ja, med navn", nn: "Ja, med namn", en: "Yes, with my name" },
  namedHint: {
    nb: "Både rådgiveren og lederen ser hvem du er.",
    nn: "Både rådgivaren og leiaren ser kven du er.",
    en: "Both the adviser and the leader see who you are.",
  },
  confidential: { nb: "Fortrolig", nn: "Fortruleg", en: "Confidential" },
  confidentialHint: {
    nb: "Rådgiveren vet hvem du er. Lederen får ikke vite det.",
    nn: "Rådgivaren veit kven du er. Leiaren får ikkje vite det.",
    en: "The adviser knows who you are. The leader is not told.",
  },
  anonymous: { nb: "Anonymt", nn: "Anonymt", en: "Anonymous" },
  anonymousHint: {
    nb: "Vi lagrer ikke hvem du er, eller når du skrev. Rådgiveren ser innspillet fra neste mandag. Du får en kode, så du kan følge det.",
    nn: "Vi lagrar ikkje kven du er, eller når du skreiv. Rådgivaren ser innspelet frå neste måndag. Du får ein kode, så du kan følgje det.",
    en: "We do not store who you are or when you wrote. The adviser sees it from next Monday. You get a code to follow it with.",
  },
  wording: { nb: "Hva får lederen lese?", nn: "Kva får leiaren lese?", en: "What may the leader read?" },
  own: {
    nb: "Lederen kan lese ordene mine",
    nn: "Leiaren kan lese orda mine",
    en: "The leader may read my words",
  },
  paraphrase: { nb: "Bare en omskriving", nn: "Berre ei omskriving", en: "A paraphrase only" },
  paraphraseHint: {
    nb: "Rådgiveren skriver det om. Du får se det først. Svarer du ikke på sju dager, regner vi det som et ja.",
    nn: "Rådgivaren skriv det om. Du får sjå det først. Svarar du ikkje på sju dagar, reknar vi det som eit ja.",
    en: "The adviser rewrites it. You see it first. If you do not answer within seven days, we take it as a yes.",
  },
  aboutAdviser: {
    nb: "Gjelder det rådgiveren?",
    nn: "Gjeld det rådgivaren?",
    en: "Is it about the adviser?",
  },
  aboutHint: {
    nb: "Da leser en annen rådgiver det. Finnes det ingen annen, eller gjelder det alle, går det til lederen over rådgiveren. Den det gjelder, får ikke se det.",
    nn: "Då les ein annan rådgivar det. Finst det ingen annan, eller gjeld det alle, går det til leiaren over rådgivaren. Den det gjeld, får ikkje sjå det.",
    en: "Then another adviser reads it. If there is no other, or if it is about all of them, it goes to the adviser’s leader. The person it is about does not see it.",
  },
  aboutNobody: { nb: "Nei", nn: "Nei", en: "No" },
  aboutOne: {
    nb: (name: string) => `Ja, ${name}`,
    nn: (name: string) => `Ja, ${name}`,
    en: (name: string) => `Yes, ${name}`,
  },
  aboutAll: { nb: "Ja, alle rådgiverne", nn: "Ja, alle rådgivarane", en: "Yes, all the advisers" },
  warnTitle: {
    nb: "Se en gang til på dette før du sender:",
    nn: "Sjå ein gong til på dette før du sender:",
    en: "Look at this again before you send:",
  },
  warnText: {
    nb: "Det kan være et navn, eller noe som gjør at noen kjenner seg igjen. Skriv det om, eller send det slik det er.",
    nn: "Det kan vere eit namn, eller noko som gjer at nokon kjenner seg att. Skriv det om, eller send det slik det er.",
    en: "It may be a name, or something that shows who it is. Rewrite it, or send it as it is.",
  },
  liveCase: {
    nb: "Haster det, eller gjelder det én bestemt person? Da er ikke dette stedet. Se «Hvem ringer jeg?».",
    nn: "Hastar det, eller gjeld det éin bestemt person? Då er ikkje dette staden. Sjå «Kven ringjer eg?».",
    en: "Is it urgent, or about one particular person? Then this is not the place. See “Who do I ring?”.",
  },
  send: { nb: "Send innspillet", nn: "Send innspelet", en: "Send feedback" },
  errLeadersOnly: {
    nb: "Her er det ingen rådgiver uten lederansvar som kan skrive det om. Velg at lederen kan lese ordene dine.",
    nn: "Her er det ingen rådgivar utan leiaransvar som kan skrive det om. Vel at leiaren kan lese orda dine.",
    en: "There is no adviser here without a leader’s duties who can rewrite it. Choose to let the leader read your words.",
  },
  errNobodyToParaphrase: {
    nb: "Her er det ingen annen rådgiver som kan skrive det om. Velg at lederen kan lese ordene dine, eller svar nei på om det gjelder rådgiveren.",
    nn: "Her er det ingen annan rådgivar som kan skrive det om. Vel at leiaren kan lese orda dine, eller svar nei på om det gjeld rådgivaren.",
    en: "There is no other adviser here who can rewrite it. Choose to let the leader read your words, or answer no to whether it is about the adviser.",
  },

  // Receipt
  thanksTitle: {
    nb: "Takk. Innspillet er mottatt",
    nn: "Takk. Innspelet er motteke",
    en: "Thank you for your feedback",
  },
  thanksNext: {
    nb: "Rådgiveren leser det og samler det med andre innspill om det samme. Er det noe Nav må svare på, får en leder i Nav spørsmålet, med frist for å svare på en samling.",
    nn: "Rådgivaren les det og samlar det med andre innspel om det same. Er det noko Nav må svare på, får ein leiar i Nav spørsmålet, med frist for å svare på ei samling.",
    en: "The adviser reads it and puts it together with other feedback about the same thing. If it is something Nav must answer, a Nav leader gets the question and must answer it by a set gathering.",
  },
  thanksFollow: {
    nb: "Du kan følge det under Du sa – Nav gjorde.",
    nn: "Du kan følgje det under Du sa – Nav gjorde.",
    en: "You can follow it under You said – Nav did.",
  },
  thanksAnonymous: {
    nb: "Innspillet er lagret uten deg. Rådgiveren ser det fra neste mandag.",
    nn: "Innspelet er lagra utan deg. Rådgivaren ser det frå neste måndag.",
    en: "Your feedback is stored without any link to you. The adviser sees it from next Monday.",
  },
  erasedTitle: {
    nb: "Navnet ditt er tatt bort",
    nn: "Namnet ditt er teke bort",
    en: "Your name has been removed",
  },
  yourCode: { nb: "Koden din", nn: "Koden din", en: "Your code" },
  codeOnce: {
    nb: "Skriv den ned nå. Den vises bare denne ene gangen, og vi kan ikke finne den igjen for deg.",
    nn: "Skriv han ned no. Han blir vist berre denne eine gongen, og vi kan ikkje finne han att for deg.",
    en: "Write it down now. It is shown only this once, and we cannot find it again for you.",
  },
  codeUse: {
    nb: "Med koden kan du se hva som skjer med innspillet, og si ja eller nei til en omskriving.",
    nn: "Med koden kan du sjå kva som skjer med innspelet, og seie ja eller nei til ei omskriving.",
    en: "With the code you can see what becomes of your feedback, and say yes or no to a paraphrase.",
  },
  receiptTitle: {
    nb: "Følg et anonymt innspill",
    nn: "Følg eit anonymt innspel",
    en: "Follow anonymous feedback",
  },
  receiptIntro: {
    nb: "Skriv koden du fikk da du sendte innspillet.",
    nn: "Skriv koden du fekk då du sende innspelet.",
    en: "Enter the code you got when you sent the feedback.",
  },
  code: { nb: "Kode", nn: "Kode", en: "Code" },
  codeHint: {
    nb: "Fire ganger fire bokstaver",
    nn: "Fire gonger fire bokstavar",
    en: "Four groups of four letters",
  },
  showState: { nb: "Vis hva som har skjedd", nn: "Vis kva som har hendt", en: "Show what has happened" },
  errCode: {
    nb: "Vi finner ikke noe innspill med denne koden. Se etter at alle de 16 bokstavene er med.",
    nn: "Vi finn ikkje noko innspel med denne koden. Sjå etter at alle dei 16 bokstavane er med.",
    en: "We cannot find any feedback with this code. Check that all 16 letters are there.",
  },
  yourFeedback: { nb: "Innspillet ditt", nn: "Innspelet ditt", en: "Your feedback" },
} satisfies TextTable;
