/** Mails that come by the clock: reminders, and a place held until a deadline. */
import { Temporal } from "temporal-polyfill";
import type { Mail } from "../mail/outbox.ts";
import { clockTime, momentInWords, relativeDay } from "../web/dates.ts";
import { type Invitee, needsReconfirmation } from "./invitee.ts";
import { answerLinks, frame, type MailMaking, ownLink, type Parts, partsOf } from "./mail-parts.ts";
import { answerInWords, confirmations } from "./mails.ts";
import type { offers } from "./tables.ts";

export type ReminderKind = "reminder-silent" | "reminder-day";

/** What may be mailed once only (gatherings.md section 5). */
export const onceKeyOf = (
  kind: ReminderKind,
  { gathering }: Pick<MailMaking, "gathering">,
  personId: string,
) => `${gathering.id}:${personId}:${kind}:${gathering.sequence}`;

/** To those who have not answered, a week before. */
export function silentReminderMail(making: MailMaking, invitee: Invitee): Mail {
  const { language } = invitee;
  const { gathering, now } = making;
  const { t, begins, facts, sections } = partsOf(making, language);
  return {
    ...frame(making, invitee),
    kind: "reminder-silent",
    onceKey: onceKeyOf("reminder-silent", making, invitee.id),
    subject: t.reminderSilent(begins, gathering.title),
    paragraphs: [
      t.reminderSilentText(gathering.networkName, relativeDay(gathering.localDate, language, now)),
    ],
    facts,
    question: invitee.rsvp ? t[confirmations[invitee.rsvp.answer]] : t.coming,
    links: answerLinks(making.mailer, invitee, t),
    sections,
    footer: [t.ownLink],
  };
}

/** To those who said yes or maybe, the day before; those who must still say something get the buttons. */
export function dayReminderMail(making: MailMaking, invitee: Invitee): Mail {
  const { t, facts, sections } = partsOf(making, invitee.language);
  const { gathering, mailer, now } = making;
  const rsvp = invitee.rsvp as NonNullable<Invitee["rsvp"]>;
  const isOpen = rsvp.answer === "maybe" || needsReconfirmation(rsvp, gathering);
  const subject = isTomorrow(making, now) ? t.reminderDay : t.reminderToday;
  return {
    ...frame(making, invitee),
    kind: "reminder-day",
    onceKey: onceKeyOf("reminder-day", making, invitee.id),
    subject: subject(gathering.title, clockTime(gathering.startTime)),
    paragraphs: [t.reminderDayText(gathering.networkName), ...(isOpen ? [] : [answerInWords(rsvp, t)])],
    facts,
    question: dayQuestion(rsvp, making, t),
    links: isOpen
      ? answerLinks(mailer, invitee, t)
      : [{ label: t.changeAnswer, url: ownLink(mailer, invitee) }],
    sections,
    footer: [t.ownLink],
  };
}

function isTomorrow({ gathering }: MailMaking, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(gathering.zone).toPlainDate();
  return Temporal.PlainDate.from(gathering.localDate).equals(today.add({ days: 1 }));
}

function dayQuestion(rsvp: NonNullable<Invitee["rsvp"]>, { gathering }: MailMaking, t: Parts["t"]): string {
  if (needsReconfirmation(rsvp, gathering)) return t[confirmations[rsvp.answer]];
  return rsvp.answer === "maybe" ? t.reminderMaybe : t.reminderCannot;
}

/** A place is held for them until a deadline; it is taken on the page, by pressing there. */
export function offerMail(
  making: MailMaking,
  invitee: Invitee,
  { expiresAt }: Pick<typeof offers.$inferSelect, "expiresAt">,
): Mail {
  const { t, begins, facts, sections } = partsOf(making, invitee.language);
  const deadline = momentInWords(expiresAt, invitee.language, making.now);
  return {
    ...frame(making, invitee),
    notAfter: expiresAt,
    kind: "offer",
    subject: t.offer(deadline, begins),
    paragraphs: [t.offerText(deadline)],
    facts,
    question: t.offerQuestion,
    links: [
      { label: t.takePlace, url: `${ownLink(making.mailer, invitee)}?svar=ja` },
      { label: t.no, url: `${ownLink(making.mailer, invitee)}?svar=nei` },
    ],
    sections,
    footer: [t.ownLink],
  };
}
