/** Mails that ask a mentor whether an answer from Nav has made a difference. */
import type { Temporal } from "temporal-polyfill";
import type { Mail, Mailer, Recipient } from "../mail/outbox.ts";
import { mailToken } from "../people/mail-preference.ts";
import { shortDate } from "../web/dates.ts";
import { inLanguage } from "../web/languages.ts";
import type { Asked } from "./asked.ts";
import { itemTexts } from "./item-texts.ts";
import { verdictInWords } from "./mails.ts";
import { voteToken } from "./vote-link.ts";

/** Where a person chooses what to get by mail, and how a mail program stops it with one press (RFC 8058). */
export function choosing(mailer: Mailer, to: Recipient, label: string) {
  const url = `${mailer.baseUrl}/e-post/${mailToken(mailer.secret, to.id)}`;
  return {
    lastLink: { label, url },
    headers: {
      "List-Unsubscribe": `<${url}/stopp>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    } as Record<string, string>,
  };
}

function asking(mailer: Mailer, to: Recipient, asked: Asked, now: Temporal.Instant) {
  const t = inLanguage(itemTexts, to.language);
  const token = voteToken(mailer.secret, asked.roundId, to.id);
  return {
    t,
    mail: {
      to,
      facts: [
        { label: t.mailQuestion, value: asked.question },
        { label: t.navAnswered, value: verdictInWords(asked.verdict, t) },
        { label: t.reason, value: asked.reason },
        ...(asked.notice ? [{ label: t.notice, value: asked.notice }] : []),
      ],
      question: asked.about === "understood" ? t.askUnderstood : t.askDifference,
      links: [{ label: t.mailVote, url: `${mailer.baseUrl}/stemme/${token}` }],
      footer: [
        asked.lastDay ? t.voteUntil(shortDate(asked.lastDay, to.language, now)) : t.voteOpen,
        t.voteSecret,
        t.mailOwnLink,
      ],
      ...choosing(mailer, to, t.mailChoices),
    },
  };
}

/** To each mentor when a round opens. */
export function voteMail(mailer: Mailer, to: Recipient, asked: Asked, now: Temporal.Instant): Mail {
  const { t, mail } = asking(mailer, to, asked, now);
  return {
    ...mail,
    kind: "vote",
    subject: asked.about === "understood" ? t.mailVoteUnderstood : t.mailVoteDifference,
    paragraphs: [t.mailVoteText],
    onceKey: `vote:${asked.roundId}:${to.id}`,
  };
}

/** To those who have not answered, once, shortly before it closes. */
export function voteReminderMail(mailer: Mailer, to: Recipient, asked: Asked, now: Temporal.Instant): Mail {
  const { t, mail } = asking(mailer, to, asked, now);
  const day = shortDate(asked.lastDay as string, to.language, now);
  return {
    ...mail,
    kind: "vote-reminder",
    subject: t.mailVoteReminder(day),
    paragraphs: [t.mailVoteReminderText],
    onceKey: `vote-reminder:${asked.roundId}:${to.id}`,
  };
}
