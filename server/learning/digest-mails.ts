/** The weekly digests. They name questions and answers; nobody's words of feedback stand in them. */
import type { Mail, Mailer, Recipient } from "../mail/outbox.ts";
import { numberOpening } from "../web/dates.ts";
import { inLanguage } from "../web/languages.ts";
import type { Card, dueOf } from "./cards.ts";
import { digestTexts } from "./digest-texts.ts";
import { choosing } from "./vote-mails.ts";

/** The kind of the digest to givers; erased when one of them no longer wants to be known as an author. */
export const newsKind = "learning-news";

interface Told {
  cards: Card[];
  /** Pieces that were read and go no further. */
  putAside: number;
  /** Local date of the slot. */
  date: string;
}

/** To someone who gave feedback: where their questions stand now. */
export function newsMail(mailer: Mailer, to: Recipient, { cards, putAside, date }: Told): Mail {
  const t = inLanguage(digestTexts, to.language);
  const page = `${mailer.baseUrl}/innspill`;
  return {
    kind: newsKind,
    to,
    subject: t.newsSubject,
    paragraphs: [
      t.newsText,
      ...(putAside > 0 ? [t.newsAside(putAside, numberOpening(putAside, to.language))] : []),
    ],
    links: [{ label: t.newsLink, url: page }],
    sections: cards.map((card) => ({
      heading: card.question,
      lines: [`${card.tag.text}. ${card.says}`],
      link: { label: t.seeIt, url: mailer.baseUrl + card.href },
    })),
    footer: [t.newsWhy],
    ...choosing(mailer, to, t.choices),
    onceKey: `news:${to.id}:${date}`,
  };
}

export interface WaitingLine {
  card: Card;
  due: ReturnType<typeof dueOf>;
}

/** To a leader: what waits, the oldest first; at level 2 also what others have not answered. */
export function leaderDigestMail(
  mailer: Mailer,
  to: Recipient,
  { waiting, silent, date }: { waiting: WaitingLine[]; silent: WaitingLine[]; date: string },
): Mail {
  const t = inLanguage(digestTexts, to.language);
  const section =
    (path: string) =>
    ({ card, due }: WaitingLine) => ({
      heading: card.question,
      lines: [due ? (due.isOverdue ? t.wasDue(due.date) : t.due(due.date)) : t.noDue],
      link: { label: t.seeIt, url: `${mailer.baseUrl}${card.href}${path}` },
    });
  const n = waiting.length;
  const m = silent.length;
  return {
    kind: "learning-waiting-digest",
    to,
    subject: n > 0 ? t.waitingSubject(n, numberOpening(n, to.language)) : t.silentSubject,
    paragraphs: [
      ...(n > 0 ? [t.waitingText] : []),
      ...(m > 0 ? [t.silentText(m, numberOpening(m, to.language))] : []),
    ],
    links: [{ label: t.waitingLink, url: `${mailer.baseUrl}/laeringspunkter/ko` }],
    sections: [...waiting.map(section("/beslutning")), ...silent.map(section(""))],
    footer: [t.waitingWhy],
    ...choosing(mailer, to, t.choices),
    onceKey: `waiting-digest:${to.id}:${date}`,
  };
}
