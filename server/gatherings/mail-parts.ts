/** What mails about a gathering are put together from. */
import { Temporal } from "temporal-polyfill";
import type { Mail, Mailer, MailSection } from "../mail/outbox.ts";
import { mailToken } from "../people/mail-preference.ts";
import { clockTime, numberInWords, shortDate, weekdayName, when } from "../web/dates.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { answerToken } from "./answer-link.ts";
import { calendarEntry } from "./calendar-entry.ts";
import type { GatheringFacts, Invitee } from "./invitee.ts";
import { gatheringMailTexts } from "./mail-texts.ts";

/** What a mail needs besides the gathering and the person. */
export interface MailMaking {
  mailer: Mailer;
  gathering: GatheringFacts;
  now: Temporal.Instant;
}

export interface Parts {
  t: Texts<typeof gatheringMailTexts>;
  when: string;
  /** `tirsdag 8. desember kl. 13.00`, for subjects. */
  begins: string;
  facts: { label: string; value: string }[];
  sections: MailSection[];
  words: { summary: string; description: string; location: string };
}
/** What mails to all of one language have in common; made once per gathering as it was read. */
const made = new WeakMap<GatheringFacts, Map<Language, Parts>>();

export function partsOf({ mailer, gathering, now }: MailMaking, language: Language): Parts {
  const byLanguage = made.get(gathering) ?? new Map<Language, Parts>();
  made.set(gathering, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const t = inLanguage(gatheringMailTexts, language);
  const parts = makeParts(mailer, gathering, t, language, now);
  byLanguage.set(language, parts);
  return parts;
}

function makeParts(
  mailer: Mailer,
  gathering: GatheringFacts,
  t: Parts["t"],
  language: Language,
  now: Temporal.Instant,
): Parts {
  const { localDate, startTime, place, link, title } = gathering;
  const facts = [
    { label: t.when, value: when(gathering, language) },
    ...(place ? [{ label: t.place, value: place }] : []),
    ...(link ? [{ label: t.digital, value: link }] : []),
  ];
  const agenda = gathering.agenda.map(
    (item) => `${item.title} (${minutesInWords(item.minutes, t, language)})`,
  );
  const page = { label: t.more, url: `${mailer.baseUrl}/samlinger/${gathering.id}` };
  const about = [...(gathering.intro ? [gathering.intro] : []), ...agenda];
  const joint = language === "en" ? "," : " kl.";
  const weekday = weekdayName(Temporal.PlainDate.from(localDate).dayOfWeek, language);
  return {
    t,
    when: when(gathering, language),
    begins: `${weekday} ${shortDate(localDate, language, now)}${joint} ${clockTime(startTime)}`,
    facts,
    sections: [
      { heading: about.length > 0 ? t.agenda : title, lines: about, link: page },
      ...casesOf(mailer, gathering, t, language),
    ],
    words: {
      summary: title,
      description: [...(link ? [`${t.digital}: ${link}`] : []), ...about, page.url].join("\n"),
      location: place || link || "",
    },
  };
}

type Moved = Pick<GatheringFacts, "localDate" | "startTime" | "endTime" | "place">;

/** From what to what it moved, a line for the time and one for the place; none for what is as before. */
export function whatMoved({ gathering }: MailMaking, language: Language, from: Moved | null): string[] {
  if (!from) return [];
  const t = inLanguage(gatheringMailTexts, language);
  const [timeBefore, timeNow] = [when(from, language), when(gathering, language)];
  const time = timeBefore === timeNow ? [] : [t.movedFromTo(timeBefore, timeNow)];
  if (from.place === gathering.place) return time;
  if (!gathering.place) return [...time, t.placeGone(from.place)];
  return [...time, from.place ? t.placeFromTo(from.place, gathering.place) : t.placeNow(gathering.place)];
}

function minutesInWords(minutes: number, t: Parts["t"], language: Language): string {
  return t.minutes(minutes, numberInWords(minutes, language));
}

function casesOf(
  mailer: Mailer,
  gathering: GatheringFacts,
  t: Parts["t"],
  language: Language,
): MailSection[] {
  return gathering.agenda.flatMap(({ caseSlug }) => {
    const card = caseSlug && gathering.caseCard ? gathering.caseCard(caseSlug, language) : null;
    if (!card) return [];
    const line = t.caseLine(minutesInWords(card.minutes, t, language));
    return [
      { heading: t.caseHeading, lines: [line], link: { label: card.title, url: mailer.baseUrl + card.path } },
    ];
  });
}

export const ownLink = (mailer: Mailer, { invitationId, linkVersion }: Invitee) =>
  `${mailer.baseUrl}/svar/${answerToken(mailer.secret, { id: invitationId, linkVersion })}`;

export function answerLinks(mailer: Mailer, invitee: Invitee, t: Parts["t"]) {
  const url = ownLink(mailer, invitee);
  return [
    { label: t.yes, url: `${url}?svar=ja` },
    { label: t.maybe, url: `${url}?svar=kanskje` },
    { label: t.no, url: `${url}?svar=nei` },
  ];
}

/** Where a person chooses what to get by mail. */
export const choicesLink = ({ baseUrl, secret }: Mailer, personId: string) =>
  `${baseUrl}/e-post/${mailToken(secret, personId)}`;

/**
 * What all of these mails share. Later ones refer to the first, so that they stay together; each can be
 * unsubscribed with one press in the mail program (RFC 8058); none comes when the gathering has begun.
 */
export function frame(
  { mailer, gathering }: MailMaking,
  { id, name, email, language, firstMessageId }: Omit<Invitee, "invitationId">,
) {
  const first = `<${firstMessageId}>`;
  const choices = choicesLink(mailer, id);
  return {
    to: { id, name, email, language },
    gatheringId: gathering.id,
    notAfter: gathering.startsAt,
    lastLink: { label: inLanguage(gatheringMailTexts, language).choices, url: choices },
    headers: {
      "List-Unsubscribe": `<${choices}/stopp>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      ...(firstMessageId ? { "In-Reply-To": first, References: first } : {}),
    } as Record<string, string>,
  };
}

/**
 * The calendar part; none for those whose own subscription brings it.
 * @param asksForReply whether the calendar shows its answer buttons
 */
export function entry(
  making: MailMaking,
  invitee: Invitee,
  method: "REQUEST" | "CANCEL",
  asksForReply: boolean,
): Pick<Mail, "calendar"> {
  if (invitee.isInFeed) return {};
  const { words } = partsOf(making, invitee.language);
  const { mailer, gathering, now } = making;
  return { calendar: calendarEntry(mailer, gathering, invitee, words, { method, asksForReply }, now) };
}
