/** Mails about minutes: the two-minute catch-up, and the reminder to whoever writes them. */

import type { Temporal } from "temporal-polyfill";
import type { Mail, Mailer, Recipient } from "../mail/outbox.ts";
import { longDate, shortDate } from "../web/dates.ts";
import { inLanguage } from "../web/languages.ts";
import { choicesLink } from "./mail-parts.ts";
import { gatheringMailTexts } from "./mail-texts.ts";
import type { MinutesCard } from "./minutes-card.ts";
import type { MinutesRecipient } from "./minutes-queries.ts";
import { minutesTexts } from "./minutes-texts.ts";
import type { Gathering } from "./queries.ts";

/** What these mails share: where one chooses what to get, in the mail and in its headers (RFC 8058). */
function frameFor(mailer: Mailer, to: Recipient) {
  const choices = choicesLink(mailer, to.id);
  return {
    to,
    lastLink: { label: inLanguage(gatheringMailTexts, to.language).choices, url: choices },
    headers: {
      "List-Unsubscribe": `<${choices}/stopp>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

/** What was agreed, who does what, what Nav answered, when next; the rest behind the link. */
export function minutesMail(
  making: { mailer: Mailer; gathering: Gathering; networkName: string; url: string; now: Temporal.Instant },
  { wasThere, ...to }: MinutesRecipient,
  card: MinutesCard,
): Mail {
  const { mailer, gathering, networkName, url, now } = making;
  const m = inLanguage(minutesTexts, to.language);
  const section = (heading: string, lines: string[]) => (lines.length > 0 ? [{ heading, lines }] : []);
  return {
    ...frameFor(mailer, to),
    kind: "minutes",
    gatheringId: gathering.id,
    onceKey: `${gathering.id}:${to.id}:minutes`,
    subject: m.mailSubject(shortDate(gathering.localDate, to.language, now), gathering.title),
    paragraphs: [(wasThere ? m.mailPresent : m.mailAbsent)(networkName)],
    links: [{ label: m.readMinutes, url }],
    sections: [
      ...section(
        m.agreed,
        card.agreed.map(({ words }) => `– ${words}`),
      ),
      ...section(
        m.whoDoes,
        card.actions.map(
          ({ who, words, due }) => `– ${who ? `${who}: ` : ""}${words}${due ? ` (${due})` : ""}`,
        ),
      ),
      ...section(
        m.navAnswered,
        card.answers.map(
          ({ question, state, reason }) => `– ${question} ${state}${reason ? `: ${reason}` : ""}`,
        ),
      ),
      ...section(m.next, [
        card.next ? [card.next.when, card.next.place].filter(Boolean).join("\n") : m.noNext,
      ]),
    ],
    footer: [m.mailWhy],
  };
}

/** To an adviser: minutes are not out yet. @param day the local date, so that it is written once a day */
export function minutesReminderMail(mailer: Mailer, gathering: Gathering, to: Recipient, day: string): Mail {
  const m = inLanguage(minutesTexts, to.language);
  return {
    ...frameFor(mailer, to),
    kind: "minutes-reminder",
    gatheringId: gathering.id,
    onceKey: `${gathering.id}:${to.id}:minutes-reminder:${day}`,
    subject: m.remindSubject(gathering.title),
    paragraphs: [m.remindText(longDate(gathering.localDate, to.language)), m.remindNone],
    links: [{ label: m.write, url: `${mailer.baseUrl}/samlinger/${gathering.id}/referat/skriv` }],
  };
}
