/** Mails about a gathering. Each says the most important first, in the language of whoever gets it. */
import type { Mail } from "../mail/outbox.ts";
import { versionMessageId } from "./calendar-entry.ts";
import type { Invitee } from "./invitee.ts";
import { answerLinks, entry, frame, type MailMaking, ownLink, type Parts, partsOf } from "./mail-parts.ts";

/** Kinds that a newer mail about the same gathering to the same person makes needless. */
export const outdatedKinds = ["invitation", "moved", "changed", "answer", "waiting", "seat"];

/** The first mail: when, where, one press. */
export function invitationMail(making: MailMaking, invitee: Invitee): Mail {
  const { mailer, gathering } = making;
  const { t, begins, facts, sections } = partsOf(making, invitee.language);
  return {
    ...frame(making, { ...invitee, firstMessageId: null }),
    kind: "invitation",
    subject: t.invitation(begins, gathering.title),
    paragraphs: [t.invited(gathering.networkName)],
    facts,
    question: t.coming,
    links: answerLinks(mailer, invitee, t),
    sections,
    footer: [t.inCalendar, t.ownLink],
    calendar: entry(making, invitee, "REQUEST", true),
    messageId: versionMessageId(mailer, gathering, invitee),
  };
}

const confirmations = { yes: "confirmYes", maybe: "confirmMaybe", no: "confirmNo" } as const;

/** Another time or place: everyone is asked again. */
export function movedMail(making: MailMaking, invitee: Invitee): Mail {
  const { mailer, gathering } = making;
  const { t, begins, facts, sections } = partsOf(making, invitee.language);
  return {
    ...frame(making, invitee),
    kind: "moved",
    subject: t.moved(begins, gathering.title),
    paragraphs: [t.movedText],
    facts,
    question: invitee.rsvp ? t[confirmations[invitee.rsvp.answer]] : t.coming,
    links: answerLinks(mailer, invitee, t),
    sections,
    footer: [t.inCalendar, t.ownLink],
    calendar: entry(making, invitee, "REQUEST", true),
    messageId: versionMessageId(mailer, gathering, invitee),
  };
}

/** The answer in words, with what came of it. */
function answerInWords({ answer, mode, placement }: NonNullable<Invitee["rsvp"]>, t: Parts["t"]): string {
  if (answer === "no") return t.answerIsNo;
  if (answer === "maybe") return t.answerIsMaybe;
  if (placement === "waiting") return t.answerIsWaiting;
  return mode === "digital" ? t.answerIsDigital : t.answerIsYes;
}

/** Other content at the same time and place: nobody is asked again. */
export function changedMail(making: MailMaking, invitee: Invitee): Mail {
  const { mailer, gathering } = making;
  const { t, begins, facts, sections } = partsOf(making, invitee.language);
  const answer = invitee.rsvp ? [answerInWords(invitee.rsvp, t)] : [];
  const links = invitee.rsvp
    ? [{ label: t.changeAnswer, url: ownLink(mailer, invitee) }]
    : answerLinks(mailer, invitee, t);
  return {
    ...frame(making, invitee),
    kind: "changed",
    subject: t.changed(begins, gathering.title),
    paragraphs: [t.changedText, ...answer],
    facts,
    question: invitee.rsvp ? "" : t.coming,
    links,
    sections,
    footer: [t.ownLink],
    calendar: entry(making, invitee, "REQUEST", false),
    messageId: versionMessageId(mailer, gathering, invitee),
  };
}

/** It is off. */
export function cancellationMail(making: MailMaking, invitee: Invitee): Mail {
  const { mailer, gathering } = making;
  const { t, begins, when: time } = partsOf(making, invitee.language);
  return {
    ...frame(making, invitee),
    kind: "cancellation",
    subject: t.cancelled(begins, gathering.title),
    paragraphs: [
      t.cancelledText(time),
      ...(gathering.cancelReason ? [gathering.cancelReason] : []),
      t.leavesCalendar,
    ],
    calendar: entry(making, invitee, "CANCEL", false),
    messageId: versionMessageId(mailer, gathering, invitee),
  };
}

/** One person is no longer invited; only they hear of it. */
export function withdrawalMail(making: MailMaking, invitee: Invitee): Mail {
  const { t, begins, when: time } = partsOf(making, invitee.language);
  return {
    ...frame(making, invitee),
    kind: "withdrawal",
    subject: t.withdrawn(begins, making.gathering.title),
    paragraphs: [t.withdrawnText(time), t.leavesCalendar],
    footer: [t.isItWrong],
    calendar: entry(making, invitee, "CANCEL", false),
  };
}

/** What was answered on the page, or by the adviser; a no needs no place in the calendar. */
export function answerMail(making: MailMaking, invitee: Invitee, isByAdviser: boolean): Mail {
  const { t, begins, facts, sections } = partsOf(making, invitee.language);
  const rsvp = invitee.rsvp as NonNullable<Invitee["rsvp"]>;
  const isNo = rsvp.answer === "no";
  return {
    ...frame(making, invitee),
    kind: "answer",
    subject: t.answered(t[rsvp.answer].toLowerCase(), begins),
    paragraphs: [answerInWords(rsvp, t), ...(isByAdviser ? [t.byAdviser] : [])],
    facts,
    question: t.mayChange,
    links: [{ label: t.changeAnswer, url: ownLink(making.mailer, invitee) }],
    sections: isNo ? [] : sections,
    footer: [t.ownLink],
    ...(isNo ? {} : { calendar: entry(making, invitee, "REQUEST", false) }),
  };
}

/** The room is full; they stand in line. */
export function waitingMail(making: MailMaking, invitee: Invitee): Mail {
  const { t, begins, facts } = partsOf(making, invitee.language);
  return {
    ...frame(making, invitee),
    kind: "waiting",
    subject: t.waiting(begins),
    paragraphs: [t.waitingText, ...(making.gathering.link ? [t.ratherDigital] : [])],
    facts,
    links: [{ label: t.changeAnswer, url: ownLink(making.mailer, invitee) }],
    footer: [t.ownLink],
  };
}

/** A place became free and is theirs. */
export function seatMail(making: MailMaking, invitee: Invitee): Mail {
  const { t, begins, facts, sections } = partsOf(making, invitee.language);
  return {
    ...frame(making, invitee),
    kind: "seat",
    subject: t.seat(begins),
    paragraphs: [t.seatText],
    facts,
    question: t.seatOrNot,
    links: [{ label: t.changeAnswer, url: ownLink(making.mailer, invitee) }],
    sections,
    footer: [t.ownLink],
    calendar: entry(making, invitee, "REQUEST", false),
  };
}
