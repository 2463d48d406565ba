/** Words of the learning room that pages about feedback use; those about items are in `item-texts.ts`. */
import type { TextTable } from "../web/languages.ts";

export const feedbackTexts = {
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
      `Dere er ${n} i nettverket. Rådgiveren (${advisers}) leser alt. Lederen i Nav får det du skriver uten navnet ditt, om du ikke velger noe annet. De andre i nettverket ser spørsmålet det blir til, og svaret fra Nav, men ikke ordene dine.`,
    nn: (n: string, advisers: string) =>
      `De er ${n} i nettverket. Rådgivaren (${advisers}) les alt. Leiaren i Nav får det du skriv utan namnet ditt, om du ikkje vel noko anna. Dei andre i nettverket ser spørsmålet det blir til, og svaret frå Nav, men ikkje orda dine.`,
    en: (n: string, advisers: string) =>
      `There are ${n} of you in the network. The adviser (${advisers}) reads everything. The leader at Nav gets what you write without your name, unless you choose otherwise. The others in the network see the question it becomes and Nav's answer, but not your words.`,
  },
  alsoLeads: {
    nb: (names: string) =>
      `${names} er også leder i Nav her. Derfor får ${names} ikke vite hvem som har skrevet noe fortrolig, og leser ikke det som bare skal skrives om.`,
    nn: (names: string) =>
      `${names} er leiar i Nav her òg. Difor får ${names} ikkje vite kven som har skrive noko fortruleg, og les ikkje det som berre skal skrivast om.`,
    en: (names: string) =>
      `${names} also leads at Nav here. So ${names} is not told who wrote what was given in confidence, and does not read what is only to be paraphrased.`,
  },
  smallNetwork: {
    nb: "Er dere få, kan noen kjenne deg igjen på det du forteller. Skriv om det som skjer, ikke om hvem.",
    nn: "Er de få, kan nokon kjenne deg att på det du fortel. Skriv om det som skjer, ikkje om kven.",
    en: "In a small group someone may recognise you by what you tell. Write about what happens, not about who.",
  },
  text: {
    nb: "Hva skjer, eller hva ser du?",
    nn: "Kva skjer, eller kva ser du?",
    en: "What happens, or what do you see?",
  },
  textHint: {
    nb: "Ikke skriv navn på den du følger opp, eller noe som gjør at andre skjønner hvem det er.",
    nn: "Ikkje skriv namn på den du følgjer opp, eller noko som gjer at andre skjønar kven det er.",
    en: "Leave out the name of the person you support, and anything that would tell others who it is.",
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
    en: "Then another adviser reads it. If there is no other, or if it is about all of them, it goes to the adviser's leader. The person it is about does not see it.",
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
    en: "Look at this once more before you send:",
  },
  warnText: {
    nb: "Det kan være et navn, eller noe som gjør at noen kjenner seg igjen. Skriv det om, eller send det slik det er.",
    nn: "Det kan vere eit namn, eller noko som gjer at nokon kjenner seg att. Skriv det om, eller send det slik det er.",
    en: "It may be a name, or something that tells who it is. Rewrite it, or send it as it is.",
  },
  liveCase: {
    nb: "Haster det, eller gjelder det én bestemt person? Da er ikke dette stedet. Ring veilederen din.",
    nn: "Hastar det, eller gjeld det éin bestemt person? Då er ikkje dette staden. Ring rettleiaren din.",
    en: "Is it urgent, or about one particular person? Then this is not the place. Ring your counsellor.",
  },
  send: { nb: "Send innspillet", nn: "Send innspelet", en: "Send feedback" },
  errLeadersOnly: {
    nb: "Her er det ingen rådgiver uten lederansvar som kan skrive det om. Velg at lederen kan lese ordene dine.",
    nn: "Her er det ingen rådgivar utan leiaransvar som kan skrive det om. Vel at leiaren kan lese orda dine.",
    en: "No adviser without a leader's duties can rewrite this here. Let the leader read your words.",
  },
  errNobodyToParaphrase: {
    nb: "Her er det ingen annen rådgiver som kan skrive det om. Velg at lederen kan lese ordene dine, eller svar nei på om det gjelder rådgiveren.",
    nn: "Her er det ingen annan rådgivar som kan skrive det om. Vel at leiaren kan lese orda dine, eller svar nei på om det gjeld rådgivaren.",
    en: "No other adviser can rewrite this. Let the leader read your words, or answer no to whether it is about the adviser.",
  },

  // Receipt
  thanksTitle: {
    nb: "Takk. Innspillet er mottatt",
    nn: "Takk. Innspelet er motteke",
    en: "Thank you. We have your feedback",
  },
  thanksNext: {
    nb: "Rådgiveren leser det og samler det med andre innspill om det samme. Så får en leder i Nav et spørsmål, med frist for å svare på en samling.",
    nn: "Rådgivaren les det og samlar det med andre innspel om det same. Så får ein leiar i Nav eit spørsmål, med frist for å svare på ei samling.",
    en: "The adviser reads it and puts it together with other feedback about the same thing. Then a leader at Nav gets a question, with a gathering to answer by.",
  },
  thanksFollow: {
    nb: "Du kan følge det under Du sa – Nav gjorde.",
    nn: "Du kan følgje det under Du sa – Nav gjorde.",
    en: "You can follow it under You said – Nav did.",
  },
  thanksAnonymous: {
    nb: "Innspillet er lagret uten deg. Rådgiveren ser det fra neste mandag.",
    nn: "Innspelet er lagra utan deg. Rådgivaren ser det frå neste måndag.",
    en: "It is stored without you. The adviser sees it from next Monday.",
  },
  erasedTitle: {
    nb: "Navnet ditt er tatt bort",
    nn: "Namnet ditt er teke bort",
    en: "Your name has been taken away",
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
    en: "With the code you can see what becomes of it, and say yes or no to a paraphrase.",
  },
  receiptTitle: {
    nb: "Følg et anonymt innspill",
    nn: "Følg eit anonymt innspel",
    en: "Follow anonymous feedback",
  },
  receiptIntro: {
    nb: "Skriv koden du fikk da du sendte innspillet.",
    nn: "Skriv koden du fekk då du sende innspelet.",
    en: "Enter the code you got when you sent it.",
  },
  code: { nb: "Kode", nn: "Kode", en: "Code" },
  codeHint: {
    nb: "Fire ganger fire bokstaver",
    nn: "Fire gonger fire bokstavar",
    en: "Four times four letters",
  },
  showState: { nb: "Vis hva som har skjedd", nn: "Vis kva som har hendt", en: "Show what has happened" },
  errCode: {
    nb: "Vi finner ikke noe innspill med denne koden. Se etter at alle de seksten bokstavene er med.",
    nn: "Vi finn ikkje noko innspel med denne koden. Sjå etter at alle dei seksten bokstavane er med.",
    en: "We find no feedback with this code. Check that all sixteen letters are there.",
  },
  yourFeedback: { nb: "Innspillet ditt", nn: "Innspelet ditt", en: "Your feedback" },

  // Du sa – Nav gjorde
  saidTitle: { nb: "Du sa – Nav gjorde", nn: "Du sa – Nav gjorde", en: "You said – Nav did" },
  saidIntro: {
    nb: "Her ser du hva innspillene i nettverket er blitt til, og hva Nav har svart.",
    nn: "Her ser du kva innspela i nettverket er vorte til, og kva Nav har svara.",
    en: "See what the network's feedback has become, and what Nav has answered.",
  },
  give: { nb: "Gi innspill", nn: "Gi innspel", en: "Give feedback" },
  haveCode: { nb: "Jeg har en kode", nn: "Eg har ein kode", en: "I have a code" },
  mine: { nb: "Det du har sagt", nn: "Det du har sagt", en: "What you have said" },
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
  standsIn: { nb: "Står nå i:", nn: "Står no i:", en: "Stands now in:" },
  moreMine: { nb: "Vis mer du har sagt", nn: "Vis meir du har sagt", en: "Show more of what you have said" },
  older: { nb: "Vis eldre", nn: "Vis eldre", en: "Show older" },
  later: { nb: "Vis flere", nn: "Vis fleire", en: "Show more" },
  toFirst: { nb: "Til begynnelsen", nn: "Til byrjinga", en: "To the beginning" },
  oursNone: {
    nb: "Ingen innspill er samlet ennå. Det første kan være ditt.",
    nn: "Ingen innspel er samla enno. Det første kan vere ditt.",
    en: "No feedback has been gathered yet. The first may be yours.",
  },
  stateReceived: { nb: "Mottatt", nn: "Motteke", en: "Received" },
  stateReceivedText: {
    nb: "Rådgiveren har det på lista si.",
    nn: "Rådgivaren har det på lista si.",
    en: "It is on the adviser's list.",
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
    en: "This should be taken further in another way. The adviser writes:",
  },
  myNaming: { nb: "Hvem ser navnet ditt?", nn: "Kven ser namnet ditt?", en: "Who sees your name?" },
  changeNaming: { nb: "Ta bort navnet", nn: "Ta bort namnet", en: "Take my name away" },
  namingNamed: { nb: "Med navn", nn: "Med namn", en: "With your name" },
  namingConfidential: { nb: "Fortrolig", nn: "Fortruleg", en: "Confidential" },
  namingAnonymous: { nb: "Anonymt", nn: "Anonymt", en: "Anonymous" },
  namingTitle: { nb: "Ta bort navnet ditt", nn: "Ta bort namnet ditt", en: "Take your name away" },
  namingText: {
    nb: "Du kan skjule navnet mer enn før, men ikke gå tilbake. Det gjelder fra nå av. Den som allerede har lest navnet ditt, kan huske det.",
    nn: "Du kan skjule namnet meir enn før, men ikkje gå tilbake. Det gjeld frå no av. Den som allereie har lese namnet ditt, kan hugse det.",
    en: "You can hide your name more than before, but not go back. It applies from now on. Someone who has already read your name may remember it.",
  },
  namingToAnonymous: {
    nb: "Vi sletter koblingen til deg, og e-postene om det. Det forsvinner fra lista di, og du får en kode i stedet.",
    nn: "Vi slettar koplinga til deg, og e-postane om det. Det forsvinn frå lista di, og du får ein kode i staden.",
    en: "We delete the link to you, and the emails about it. It leaves your list, and you get a code instead.",
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
      `The leader does not read this before you have said yes. If we do not hear from you by ${date}, we take it as a yes.`,
  },
  paraphraseYes: { nb: "Ja, bruk denne", nn: "Ja, bruk denne", en: "Yes, use it" },
  paraphraseNo: { nb: "Nei, skriv om", nn: "Nei, skriv om", en: "No, rewrite it" },
  paraphraseSaidNo: {
    nb: "Du sa nei til omskrivingen. Rådgiveren skriver en ny.",
    nn: "Du sa nei til omskrivinga. Rådgivaren skriv ei ny.",
    en: "You said no to the paraphrase. The adviser is writing a new one.",
  },
  paraphraseReleased: {
    nb: "Dette får lederen lese:",
    nn: "Dette får leiaren lese:",
    en: "This is what the leader reads:",
  },

  // Inbox and review
  inboxTitle: { nb: "Innboks", nn: "Innboks", en: "Inbox" },
  inboxIntro: {
    nb: "Det som har ventet lengst, står øverst. Vi regner ventetida i samlinger. Anonyme innspill kommer hver mandag.",
    nn: "Det som har venta lengst, står øvst. Vi reknar ventetida i samlingar. Anonyme innspel kjem kvar måndag.",
    en: "What has waited longest comes first. We count waiting in gatherings. Anonymous feedback arrives on Mondays.",
  },
  inboxEmpty: {
    nb: "Innboksen er tom. Alt er lest og samlet.",
    nn: "Innboksen er tom. Alt er lese og samla.",
    en: "The inbox is empty. Everything has been read and gathered.",
  },
  toReview: { nb: "Skal leses", nn: "Skal lesast", en: "To be read" },
  toGather: { nb: "Lest, men ikke samlet", nn: "Lese, men ikkje samla", en: "Read, but not gathered" },
  waitedNone: {
    nb: "Nytt siden sist",
    nn: "Nytt sidan sist",
    en: "New since the last gathering",
  },
  waited: {
    nb: (n: number, words: string) => (n === 1 ? "Har ventet én samling" : `Har ventet ${words} samlinger`),
    nn: (n: number, words: string) => (n === 1 ? "Har venta éi samling" : `Har venta ${words} samlingar`),
    en: (n: number, words: string) =>
      n === 1 ? "Has waited one gathering" : `Has waited ${words} gatherings`,
  },
  paraphraseOnly: { nb: "Bare omskriving", nn: "Berre omskriving", en: "Paraphrase only" },
  isAboutAdviser: { nb: "Gjelder en rådgiver", nn: "Gjeld ein rådgivar", en: "About an adviser" },
  fromGroup: { nb: "En gruppe på samlingen", nn: "Ei gruppe på samlinga", en: "A group at the gathering" },
  fromMinutes: { nb: "Fra referatet", nn: "Frå referatet", en: "From the minutes" },
  someone: { nb: "Noen i nettverket", nn: "Nokon i nettverket", en: "Someone in the network" },
  reviewTitle: { nb: "Les gjennom innspillet", nn: "Les gjennom innspelet", en: "Review the feedback" },
  asGiven: { nb: "Slik det ble gitt", nn: "Slik det vart gitt", en: "As it was given" },
  leadsTo: { nb: "Fører til", nn: "Fører til", en: "Leads to" },
  wishes: { nb: "Vil heller se", nn: "Vil heller sjå", en: "Would rather see" },
  outcome: { nb: "Hva gjør vi med det?", nn: "Kva gjer vi med det?", en: "What do we do with it?" },
  outcomeKept: { nb: "Ta det videre til Nav", nn: "Ta det vidare til Nav", en: "Take it on to Nav" },
  outcomeNoAction: {
    nb: "Ta vare på det, ingen trenger å gjøre noe",
    nn: "Ta vare på det, ingen treng å gjere noko",
    en: "Keep it; nobody needs to act",
  },
  outcomeNoActionHint: { nb: "Ros og erfaringer", nn: "Ros og erfaringar", en: "Praise and experience" },
  outcomeDiverted: {
    nb: "Det hører hjemme et annet sted",
    nn: "Det høyrer heime ein annan stad",
    en: "It belongs elsewhere",
  },
  outcomeDivertedHint: {
    nb: "Varsling, fare for noen, eller en sak om én bestemt person",
    nn: "Varsling, fare for nokon, eller ei sak om éin bestemt person",
    en: "Whistleblowing, danger to someone, or a case about one person",
  },
  theme: { nb: "Tema", nn: "Tema", en: "Theme" },
  suggested: { nb: "Handler det om …?", nn: "Handlar det om …?", en: "Is it about …?" },
  otherTheme: { nb: "Et annet tema", nn: "Eit anna tema", en: "Another theme" },
  otherThemeHint: {
    nb: "Velg her hvis ingen av forslagene passer.",
    nn: "Vel her om ingen av forslaga passar.",
    en: "Choose here if none of the suggestions fits.",
  },
  noneOfThese: { nb: "Ingen av disse", nn: "Ingen av desse", en: "None of these" },
  becauseOf: {
    nb: (words: string) => `På grunn av ${words}`,
    nn: (words: string) => `På grunn av ${words}`,
    en: (words: string) => `Because of ${words}`,
  },
  inQuotes: {
    nb: (words: string) => `«${words}»`,
    nn: (words: string) => `«${words}»`,
    en: (words: string) => `“${words}”`,
  },
  basedOn: {
    nb: (n: number, words: string) =>
      n === 0
        ? "Forslagene bygger på ordlista."
        : `Forslagene bygger på ordlista og ${n === 1 ? "ett bekreftet" : `${words} bekreftede`} innspill.`,
    nn: (n: number, words: string) =>
      n === 0
        ? "Forslaga byggjer på ordlista."
        : `Forslaga byggjer på ordlista og ${n === 1 ? "eitt stadfesta" : `${words} stadfesta`} innspel.`,
    en: (n: number, words: string) =>
      n === 0
        ? "The suggestions are based on the word list."
        : `The suggestions are based on the word list and ${words} confirmed ${n === 1 ? "piece" : "pieces"} of feedback.`,
  },
  similarTitle: {
    nb: "Likt fra før, og hva det ble til",
    nn: "Likt frå før, og kva det vart til",
    en: "Similar from before, and what became of it",
  },
  remove: { nb: "Ord som skal bort", nn: "Ord som skal bort", en: "Words to take out" },
  removeHint: {
    nb: "Navn på andre, med komma mellom. De blir borte for godt, og det står […] i stedet.",
    nn: "Namn på andre, med komma mellom. Dei blir borte for godt, og det står […] i staden.",
    en: "Names of others, with commas between. They are removed for good and replaced by […].",
  },
  note: { nb: "Til den som ga innspillet", nn: "Til den som gav innspelet", en: "To the author" },
  noteHint: {
    nb: "Hører det hjemme et annet sted, så skriv hvem som bør kontaktes, og hvordan.",
    nn: "Høyrer det heime ein annan stad, så skriv kven som bør kontaktast, og korleis.",
    en: "If it belongs elsewhere, say whom to contact, and how.",
  },
  writeParaphrase: { nb: "Omskriving", nn: "Omskriving", en: "Paraphrase" },
  writeParaphraseHint: {
    nb: "Lederen får bare denne. Den som ga innspillet, ser den først.",
    nn: "Leiaren får berre denne. Den som gav innspelet, ser henne først.",
    en: "This is all the leader gets. The author sees it first.",
  },
  finishReview: { nb: "Ferdig lest", nn: "Ferdig lese", en: "Done reading" },
  errTheme: { nb: "Velg et tema.", nn: "Vel eit tema.", en: "Choose a theme." },
  errTwoThemes: {
    nb: "Du har krysset av et forslag og valgt et annet tema. Behold ett av dem.",
    nn: "Du har kryssa av eit forslag og valt eit anna tema. Behald eitt av dei.",
    en: "You have ticked a suggestion and chosen another theme. Keep one of them.",
  },
  errNote: {
    nb: "Skriv hvem som bør kontaktes, så den som ga innspillet, ikke blir stående alene.",
    nn: "Skriv kven som bør kontaktast, så den som gav innspelet, ikkje blir ståande åleine.",
    en: "Say whom to contact, so that the author is not left alone with it.",
  },
  errParaphrase: {
    nb: "Skriv en omskriving. Den som ga innspillet, har bedt om det.",
    nn: "Skriv ei omskriving. Den som gav innspelet, har bede om det.",
    en: "Write a paraphrase. The author has asked for one.",
  },
  paraphraseWaits: {
    nb: "Omskrivingen er sendt til den som ga innspillet. Lederen får den når svaret er ja, eller når sju dager er gått.",
    nn: "Omskrivinga er sendt til den som gav innspelet. Leiaren får henne når svaret er ja, eller når sju dagar er gått.",
    en: "The paraphrase is with the author. The leader gets it on a yes, or when seven days have passed.",
  },
  paraphraseRefused: {
    nb: "Den som ga innspillet, sa nei til omskrivingen. Skriv en ny.",
    nn: "Den som gav innspelet, sa nei til omskrivinga. Skriv ei ny.",
    en: "The author said no to the paraphrase. Write a new one.",
  },
  sendParaphrase: { nb: "Send ny omskriving", nn: "Send ny omskriving", en: "Send the new paraphrase" },
  gatherTitle: { nb: "Samle det", nn: "Samle det", en: "Gather it" },
  gatherInto: { nb: "Legg det til", nn: "Legg det til", en: "Put it into" },
  newItem: { nb: "Et nytt læringspunkt", nn: "Eit nytt læringspunkt", en: "A new learning item" },
  question: {
    nb: "Hva er spørsmålet til Nav?",
    nn: "Kva er spørsmålet til Nav?",
    en: "What is the question to Nav?",
  },
  questionHint: {
    nb: "Ett spørsmål en leder kan svare på. For eksempel: Hvordan kan en mentor alltid nå noen som kan svare?",
    nn: "Eitt spørsmål ein leiar kan svare på. Til dømes: Korleis kan ein mentor alltid nå nokon som kan svare?",
    en: "One question a leader can answer. For example: How can a mentor always reach someone who can answer?",
  },
  more: { nb: "Mer, om du vil", nn: "Meir, om du vil", en: "More, if you like" },
  gapSaid: { nb: "Hva sier vi at vi gjør?", nn: "Kva seier vi at vi gjer?", en: "What do we say we do?" },
  gapDone: { nb: "Hva gjør vi?", nn: "Kva gjer vi?", en: "What do we do?" },
  gapLeadsTo: { nb: "Hva fører det til?", nn: "Kva fører det til?", en: "What does it lead to?" },
  dissent: {
    nb: "Noen som ser det annerledes?",
    nn: "Nokon som ser det annleis?",
    en: "Does anyone see it differently?",
  },
  suggestedRule: {
    nb: "Hvilken regel støter dette mot?",
    nn: "Kva for ein regel støyter dette mot?",
    en: "Which rule does this run into?",
  },
  noRule: { nb: "Vet ikke ennå", nn: "Veit ikkje enno", en: "Not known yet" },
  gather: { nb: "Samle", nn: "Samle", en: "Gather" },
  errQuestion: {
    nb: "Skriv et spørsmål til Nav.",
    nn: "Skriv eit spørsmål til Nav.",
    en: "Write a question to Nav.",
  },
} satisfies TextTable;
