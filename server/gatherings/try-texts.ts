/** Words about what one will try until next time. */
import type { TextTable } from "../web/languages.ts";

export const tryTexts = {
  title: {
    nb: "Dette prøver jeg til neste gang",
    nn: "Dette prøver eg til neste gong",
    en: "What I will try before next time",
  },
  intro: {
    nb: "Én ting du vil gjøre annerledes. Bare du ser det, hvis du ikke velger å dele det.",
    nn: "Éin ting du vil gjere annleis. Berre du ser det, om du ikkje vel å dele det.",
    en: "One thing you will do differently. Only you see it, unless you choose to share it.",
  },
  label: { nb: "Jeg vil prøve å", nn: "Eg vil prøve å", en: "I will try to" },
  hint: {
    nb: "Skriv om det du gjør, ikke om den du følger opp.",
    nn: "Skriv om det du gjer, ikkje om den du følgjer opp.",
    en: "Write about what you do, not about the person you support.",
  },
  share: {
    nb: "Del med nettverket. Da står det med navnet mitt på neste samling.",
    nn: "Del med nettverket. Då står det med namnet mitt på neste samling.",
    en: "Share with the network. It will be shown with my name at the next gathering.",
  },
  save: { nb: "Lagre", nn: "Lagre", en: "Save" },
  network: { nb: "Nettverk", nn: "Nettverk", en: "Network" },
  mine: { nb: "Dine", nn: "Dine", en: "Yours" },
  none: {
    nb: "Du har ikke notert noe ennå.",
    nn: "Du har ikkje notert noko enno.",
    en: "You have not noted anything yet.",
  },
  isShared: { nb: "Delt med nettverket", nn: "Delt med nettverket", en: "Shared with the network" },
  isPrivate: { nb: "Bare du ser det", nn: "Berre du ser det", en: "Only you see it" },
  change: { nb: "Endre", nn: "Endre", en: "Change" },
  remove: { nb: "Slett", nn: "Slett", en: "Delete" },
  changeTitle: { nb: "Endre notatet", nn: "Endre notatet", en: "Change the note" },
  showMore: { nb: "Vis flere", nn: "Vis fleire", en: "Show more" },
  toFirst: { nb: "Til de nyeste", nn: "Til dei nyaste", en: "Back to the latest" },
  weTried: {
    nb: "Dette har vi prøvd siden sist",
    nn: "Dette har vi prøvd sidan sist",
    en: "What we have tried since last time",
  },
  weTriedIntro: {
    nb: "Delt av dem det gjelder. Samlingen åpner med dette.",
    nn: "Delt av dei det gjeld. Samlinga opnar med dette.",
    en: "Shared by those who tried it. The gathering opens with this.",
  },
  warnTitle: { nb: "Se på dette en gang til", nn: "Sjå på dette ein gong til", en: "Look at this again" },
  warnText: {
    nb: "Det kan peke på en bestemt person. Skriv det om hvis det gjør det. Hvis ikke, lagre som det er.",
    nn: "Det kan peike på ein bestemt person. Skriv det om dersom det gjer det. Elles kan du lagre det som det er.",
    en: "It may point to a particular person. If it does, rewrite it. If not, save it as it is.",
  },
} satisfies TextTable;
