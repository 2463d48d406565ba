/** Mails of this room. */
import type { Mail, Mailer, Recipient } from "../mail/outbox.ts";
import { newId } from "../store/columns.ts";
import { longDate } from "../web/dates.ts";
import { inLanguage } from "../web/languages.ts";
import { itemTexts } from "./item-texts.ts";
import type { Verdict } from "./state.ts";

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

interface Decided {
  feedbackId: string;
  decisionId: string;
  itemId: string;
  question: string;
  verdict: Verdict;
}

/** To an author: the question their feedback is part of has been answered. */
export function decidedMail(mailer: Mailer, to: Recipient, decided: Decided): Mail {
  const t = inLanguage(itemTexts, to.language);
  return {
    kind: "learning-decided",
    to,
    subject: t.mailDecided,
    paragraphs: [t.mailDecidedText],
    facts: [
      { label: t.mailQuestion, value: decided.question },
      { label: t.navAnswered, value: verdictInWords(decided.verdict, t) },
    ],
    links: [{ label: t.mailSee, url: `${mailer.baseUrl}/laeringspunkter/${decided.itemId}` }],
    footer: [t.mailWhyAuthor],
    onceKey: `feedback:${decided.feedbackId}:decided:${decided.decisionId}`,
  };
}

/** To an author: the answer was presented at a gathering. */
export function reportedMail(mailer: Mailer, to: Recipient, reported: Omit<Decided, "verdict">): Mail {
  const t = inLanguage(itemTexts, to.language);
  return {
    kind: "learning-reported",
    to,
    subject: t.mailReported,
    paragraphs: [t.mailReportedText],
    facts: [{ label: t.mailQuestion, value: reported.question }],
    links: [{ label: t.mailSee, url: `${mailer.baseUrl}/laeringspunkter/${reported.itemId}` }],
    footer: [t.mailWhyAuthor],
    onceKey: `feedback:${reported.feedbackId}:reported:${reported.decisionId}`,
  };
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
