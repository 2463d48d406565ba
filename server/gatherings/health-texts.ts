/** Words of the page on how a network is doing. */
import { numberOpening } from "../web/dates.ts";
import { halfYearNames } from "../web/half-year.ts";
import type { TextTable } from "../web/languages.ts";

export const healthTexts = {
  title: {
    nb: "Hvordan går det i nettverket?",
    nn: "Korleis går det i nettverket?",
    en: "How is the network doing?",
  },
  which: { nb: "Hvilket nettverk?", nn: "Kva for eit nettverk?", en: "Which network?" },
  noNetworks: {
    nb: "Du har ikke noe nettverk ennå.",
    nn: "Du har ikkje noko nettverk enno.",
    en: "You have no network yet.",
  },
  yearWheel: { nb: "Årshjulet", nn: "Årshjulet", en: "The year wheel" },
  report: { nb: "Rapporten", nn: "Rapporten", en: "The report" },
  ring: { nb: "Hvem ringer jeg?", nn: "Kven ringjer eg?", en: "Who do I ring?" },
  planSeason: { nb: "Planlegg en sesong", nn: "Planlegg ein sesong", en: "Plan a season" },

  missedTitle: {
    nb: "Savnet på tre samlinger",
    nn: "Sakna på tre samlingar",
    en: "Away from the last three gatherings",
  },
  missedCount: {
    nb: (n: number) =>
      `${numberOpening(n, "nb")} har ikke vært med på de tre siste samlingene. Det har som regel en grunn. En telefon hjelper mer enn en påminnelse.`,
    nn: (n: number) =>
      `${numberOpening(n, "nn")} har ikkje vore med på dei tre siste samlingane. Det har som regel ein grunn. Ein telefon hjelper meir enn ei påminning.`,
    en: (n: number) =>
      `${numberOpening(n, "en")} ${n === 1 ? "person has" : "people have"} not been to any of the last three gatherings. There is usually a reason. A phone call helps more than a reminder.`,
  },
  missedNone: {
    nb: "Ingen aktive mentorer eller veiledere har vært borte fra alle de tre siste samlingene.",
    nn: "Ingen aktive mentorar eller rettleiarar har vore borte frå alle dei tre siste samlingane.",
    en: "No active mentor or counsellor has missed all of the last three gatherings.",
  },
  missedTooFew: {
    nb: "Når oppmøtet er ført på tre samlinger, ser du her om dere savner noen.",
    nn: "Når frammøtet er ført på tre samlingar, ser du her om de saknar nokon.",
    en: "Once attendance has been recorded for three gatherings, you will see here whether anyone is missed.",
  },
  missedForAdvisers: {
    nb: "Rådgiverne i nettverket ser hvem det er, og tar kontakt.",
    nn: "Rådgivarane i nettverket ser kven det er, og tek kontakt.",
    en: "The network’s advisers see who they are, and get in touch.",
  },
  lastSeen: {
    nb: (date: string) => `Sist med ${date}`,
    nn: (date: string) => `Sist med ${date}`,
    en: (date: string) => `Last came ${date}`,
  },
  neverSeen: { nb: "Ikke vært med ennå", nn: "Har ikkje vore med enno", en: "Has not come yet" },
  ringThem: { nb: "Ring", nn: "Ring", en: "Ring" },
  writeThem: { nb: "Skriv noen ord", nn: "Skriv nokre ord", en: "Write a few words" },
  wordsSubject: { nb: "Vi savner deg", nn: "Vi saknar deg", en: "We miss you" },
  more: { nb: "Vis flere", nn: "Vis fleire", en: "Show more" },
  toFirst: { nb: "Til de første", nn: "Til dei første", en: "Back to the start" },

  attendanceTitle: { nb: "Oppmøte over tid", nn: "Frammøte over tid", en: "Attendance over time" },
  attendanceText: {
    nb: (n: number, average: string, words: string) =>
      n === 1
        ? `På den siste samlingen kom det ${average}.`
        : `De siste ${words} samlingene kom det ${average} i snitt.`,
    nn: (n: number, average: string, words: string) =>
      n === 1
        ? `På den siste samlinga kom det ${average}.`
        : `Dei siste ${words} samlingane kom det ${average} i snitt.`,
    en: (n: number, average: string, words: string) =>
      n === 1
        ? `${average} came to the last gathering.`
        : `At the last ${words} gatherings, ${average} came on average.`,
  },
  attendanceNone: {
    nb: "Her kommer en figur når oppmøtet er ført på en samling.",
    nn: "Her kjem ein figur når frammøtet er ført på ei samling.",
    en: "A chart appears here once attendance has been recorded for a gathering.",
  },
  attendanceFalls: {
    nb: "Oppmøtet har gått ned. Spør noen som kom før, hva som skal til: en annen ukedag, et annet sted, mer tid til samtale?",
    nn: "Frammøtet har gått ned. Spør nokon som kom før, kva som skal til: ein annan vekedag, ein annan stad, meir tid til samtale?",
    en: "Attendance has fallen. Ask someone who used to come what it would take: another weekday, another place, more time to talk?",
  },
  weekdays: {
    nb: (best: string, n: string) => `Flest kommer på ${best}er (${n} i snitt).`,
    nn: (best: string, n: string) => `Flest kjem på ${best}ar (${n} i snitt).`,
    en: (best: string, n: string) => `Most people come on ${best}s (${n} on average).`,
  },
  moveSeries: {
    nb: "Flytt samlingene til en annen ukedag",
    nn: "Flytt samlingane til ein annan vekedag",
    en: "Move the gatherings to another weekday",
  },
  asTable: { nb: "Tallene bak figuren", nn: "Tala bak figuren", en: "The figures behind the chart" },
  date: { nb: "Dato", nn: "Dato", en: "Date" },
  present: { nb: "Til stede", nn: "Til stades", en: "Present" },
  listed: { nb: "På lista", nn: "På lista", en: "On the list" },
  invited: { nb: "Invitert", nn: "Inviterte", en: "Invited" },
  answered: { nb: "Svart", nn: "Svara", en: "Answered" },
  half: halfYearNames,
  perGathering: {
    nb: (average: string, n: number, words: string) =>
      n === 1 ? `${average} på én samling` : `${average} i snitt på ${words} samlinger`,
    nn: (average: string, n: number, words: string) =>
      n === 1 ? `${average} på éi samling` : `${average} i snitt på ${words} samlingar`,
    en: (average: string, n: number, words: string) =>
      n === 1 ? `${average} at one gathering` : `${average} on average at ${words} gatherings`,
  },
  olderHalves: { nb: "Eldre halvår", nn: "Eldre halvår", en: "Older half-years" },

  answersTitle: { nb: "Svar på invitasjonene", nn: "Svar på invitasjonane", en: "Answers to invitations" },
  answersText: {
    nb: (answered: number, invited: number) =>
      `${answered} av ${invited} ${invited === 1 ? "invitasjon" : "invitasjoner"} ble besvart det siste året.`,
    nn: (answered: number, invited: number) =>
      `${answered} av ${invited} ${invited === 1 ? "invitasjon" : "invitasjonar"} vart svara på det siste året.`,
    en: (answered: number, invited: number) =>
      `${answered} of ${invited} ${invited === 1 ? "invitation was" : "invitations were"} answered in the last year.`,
  },
  answersNone: {
    nb: "Ingen invitasjoner det siste året.",
    nn: "Ingen invitasjonar det siste året.",
    en: "No invitations in the last year.",
  },
  answersLow: {
    nb: "Mange svarer ikke. Ring noen av dem som er stille, og spør om e-posten kommer fram og om tidspunktet passer.",
    nn: "Mange svarar ikkje. Ring nokre av dei som er stille, og spør om e-posten kjem fram og om tidspunktet passar.",
    en: "Many do not answer. Ring some of those who are silent, and ask whether the emails arrive and the time suits them.",
  },

  rhythmTitle: { nb: "Rytme", nn: "Rytme", en: "Rhythm" },
  exchangeTitle: {
    nb: "Veiledernes egne utvekslingsmøter",
    nn: "Utvekslingsmøta til rettleiarane",
    en: "The counsellors’ own exchange meetings",
  },
  gap: {
    nb: (weeks: string, from: string, to: string) => `Det gikk ${weeks} uker mellom ${from} og ${to}.`,
    nn: (weeks: string, from: string, to: string) => `Det gjekk ${weeks} veker mellom ${from} og ${to}.`,
    en: (weeks: string, from: string, to: string) => `There were ${weeks} weeks between ${from} and ${to}.`,
  },
  gapAhead: {
    nb: (weeks: string, from: string, to: string) => `Det blir ${weeks} uker mellom ${from} og ${to}.`,
    nn: (weeks: string, from: string, to: string) => `Det blir ${weeks} veker mellom ${from} og ${to}.`,
    en: (weeks: string, from: string, to: string) =>
      `There will be ${weeks} weeks between ${from} and ${to}.`,
  },
  gapOpen: {
    nb: (weeks: string, from: string) => `Det er ${weeks} uker siden ${from}, og ingenting er planlagt.`,
    nn: (weeks: string, from: string) => `Det er ${weeks} veker sidan ${from}, og ingenting er planlagt.`,
    en: (weeks: string, from: string) => `It has been ${weeks} weeks since ${from}, and nothing is planned.`,
  },
  gapDo: {
    nb: "Lange opphold gjør at folk glir ut. Sett inn en ekstra samling, gjerne en kort og digital.",
    nn: "Lange opphald gjer at folk glir ut. Set inn ei ekstra samling, gjerne ei kort og digital.",
    en: "Long gaps let people drift away. Add a gathering in between, perhaps a short one online.",
  },
  rhythmGood: {
    nb: (next: string) => `Ingen hull i rytmen. Neste er ${next}.`,
    nn: (next: string) => `Ingen hol i rytmen. Neste er ${next}.`,
    en: (next: string) => `No gaps in the rhythm. The next one is on ${next}.`,
  },
  rhythmLast: {
    nb: (last: string) => `Sist var ${last}. Ingenting er planlagt framover.`,
    nn: (last: string) => `Sist var ${last}. Ingenting er planlagt framover.`,
    en: (last: string) => `The last one was ${last}. Nothing more is planned.`,
  },
  rhythmEmpty: {
    nb: "Ingenting er holdt eller planlagt det siste året.",
    nn: "Ingenting er halde eller planlagt det siste året.",
    en: "Nothing has been held or planned in the last year.",
  },
  exchangeEmpty: {
    nb: "Veilederne har ingen egne møter her. Der de finnes, kommer det fram mer om det som må endres i Nav.",
    nn: "Rettleiarane har ingen eigne møte her. Der dei finst, kjem det fram meir om det som må endrast i Nav.",
    en: "The counsellors have no meetings of their own here. Where they do, more comes up about what must change in Nav.",
  },
  planExchange: {
    nb: "Planlegg møter for veilederne",
    nn: "Planlegg møte for rettleiarane",
    en: "Plan meetings for the counsellors",
  },

  topicsTitle: { nb: "Tema etter ønske", nn: "Tema etter ønske", en: "Topics people asked for" },
  topicsText: {
    nb: (wished: number, items: number) =>
      `${wished} av ${items} ${items === 1 ? "punkt" : "punkter"} det siste året kom fra et ønske.`,
    nn: (wished: number, items: number) => `${wished} av ${items} punkt det siste året kom frå eit ønske.`,
    en: (wished: number, items: number) =>
      `${wished} of ${items} ${items === 1 ? "item" : "items"} in the last year came from a request.`,
  },
  topicsNone: {
    nb: "Ingen samlinger med dagsorden det siste året.",
    nn: "Ingen samlingar med dagsorden det siste året.",
    en: "No gatherings with an agenda in the last year.",
  },
  topicsDo: {
    nb: "Et nettverk lever når mentorene setter dagsordenen. Ta opp et av ønskene neste gang, og si hvem det kom fra hvis de vil det.",
    nn: "Eit nettverk lever når mentorane set dagsordenen. Ta opp eit av ønska neste gong, og sei kven det kom frå om dei vil det.",
    en: "A network lives when the mentors set the agenda. Take up one of the requests next time, and say who asked for it if they do not mind.",
  },
  splitTitle: {
    nb: "Faglig del og dialog",
    nn: "Fagleg del og dialog",
    en: "Professional part and dialogue",
  },
  splitText: {
    nb: (professional: number, dialogue: number) =>
      `Det siste året: ${professional} minutter faglig del, ${dialogue} minutter dialog.`,
    nn: (professional: number, dialogue: number) =>
      `Det siste året: ${professional} minutt fagleg del, ${dialogue} minutt dialog.`,
    en: (professional: number, dialogue: number) =>
      `In the last year: professional part ${professional} minutes, dialogue ${dialogue} minutes.`,
  },
  splitDo: {
    nb: "Den faglige delen tar mest av tida. Mange mentorer ønsker mer samtale om hverdagen; gi dialogen et kvarter til neste gang.",
    nn: "Den faglege delen tek mest av tida. Mange mentorar ønskjer meir samtale om kvardagen; gi dialogen eit kvarter til neste gong.",
    en: "The professional part takes most of the time. Many mentors want more talk about everyday matters; give dialogue 15 more minutes next time.",
  },
} satisfies TextTable;
