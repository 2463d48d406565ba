/** Mails of this room. */
import type { Mail, Mailer, Recipient } from "../mail/outbox.ts";
import { newId } from "../store/columns.ts";
import { longDate, numberOpening } from "../web/dates.ts";
import { inLanguage } from "../web/languages.ts";
import { itemTexts } from "./item-texts.ts";
import type { Verdict } from "./state.ts";
import { themeLabel } from "./themes.ts";

interface Waiting {
  referralId: string;
  itemId: string;
  question: string;
  /** Local date of the gathering an answer is due by. */
  dueDate: string | null;
}

/** To a leader: a question waits. Nobody who gave feedback is named, nor quoted. */
export function waitingMail(mailer: Mailer, to: Recipient, waiting: Waiting): Mail {
  const t = inLanguage(itemTexts, to.language);
  const due = waiting.dueDate ? [{ label: t.mailDue, value: longDate(waiting.dueDate, to.language) }] : [];
  return {
    kind: "learning-waiting",
    to,
    subject: t.mailWaiting,
    paragraphs: [t.mailWaitingText],
    facts: [{ label: t.mailQuestion, value: waiting.question }, ...due],
    links: [{ label: t.mailAnswer, url: `${mailer.baseUrl}/laeringspunkter/${waiting.itemId}/beslutning` }],
    footer: [t.mailWhyLeader],
    onceKey: `referral:${waiting.referralId}`,
  };
}

/** The words for a verdict. */
export function verdictInWords(
  verdict: Verdict,
  t: { [K in keyof typeof itemTexts]: (typeof itemTexts)[K]["nb"] },
) {
  return { change: t.verdictChange, try: t.verdictTry, keep: t.verdictKeep, lift: t.verdictLift }[verdict];
}

/** To an author: a paraphrase waits for a yes or a no. The words stand behind the link only. */
export function paraphraseMail(mailer: Mailer, to: Recipient, feedbackId: string): Mail {
  const t = inLanguage(itemTexts, to.language);
  return {
    kind: "learning-paraphrase",
    to,
    subject: t.mailParaphrase,
    paragraphs: [t.mailParaphraseText],
    links: [{ label: t.mailRead, url: `${mailer.baseUrl}/innspill#innspill-${feedbackId}` }],
    footer: [t.mailWhyAuthor],
    onceKey: `feedback:${feedbackId}:paraphrase:${newId()}`,
  };
}

interface Silent {
  id: string;
  referralId: string;
  question: string;
  themeSlug: string;
  missed: number;
}

/** To level 2: a leader below has let two due gatherings pass. */
export function silentMail(mailer: Mailer, to: Recipient, silent: Silent): Mail {
  const t = inLanguage(itemTexts, to.language);
  return {
    kind: "learning-silent",
    to,
    subject: t.mailSilent,
    paragraphs: [t.mailSilentText(silent.missed, numberOpening(silent.missed, to.language))],
    facts: [
      { label: t.mailQuestion, value: silent.question },
      { label: t.mailTheme, value: themeLabel(silent.themeSlug, to.language) },
    ],
    links: [{ label: t.mailSeeQuestion, url: `${mailer.baseUrl}/laeringspunkter/${silent.id}` }],
    footer: [t.mailWhyLevel2],
    onceKey: `silent:${silent.referralId}:${to.id}`,
  };
}
