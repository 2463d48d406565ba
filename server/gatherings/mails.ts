/** Mails about a gathering. Each says the most important first, in the language of whoever gets it. */
import type { Mail } from "../mail/outbox.ts";
import { longDate } from "../web/dates.ts";
import { versionMessageId } from "./calendar-entry.ts";
import type { Invitee } from "./invitee.ts";
import {
  answerLinks,
  entry,
  frame,
  type MailMaking,
  ownLink,
  type Parts,
  partsOf,
  whatMoved,
} from "./mail-parts.ts";
import type { TimeAndPlace } from "./tables.ts";

/** Kinds that a newer mail about the same gathering to the same person makes needless. */
export const outdatedKinds = [
  ...["invitation", "again", "moved", "changed", "answer", "waiting", "seat"],
  ...["offer", "reminder-silent", "reminder-day"],
];

/** How the calendar is answered, for those who get it by mail. */
const howInCalendar = ({ isInFeed }: Invitee, t: Parts["t"]) => (isInFeed ? t.inSubscription : t.inCalendar);

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
    footer: [howInCalendar(invitee, t), t.ownLink],
    ...entry(making, invitee, "REQUEST", true),
    messageId: versionMessageId(mailer, gathering, invitee),
  };
}

/** Invited, and signed up by a standing yes. */
export function standingMail(making: MailMaking, invitee: Invitee, until: string): Mail {
  const { t } = partsOf(making, invitee.language);
  const { rsvp } = invitee;
  return {
    ...invitationMail(making, invitee),
    paragraphs: [
      t.invited(making.gathering.networkName),
      t.standing(longDate(until, invitee.language)),
      ...(rsvp?.placement === "waiting" ? [t.answerIsWaiting] : []),
    ],
    question: t.standingOrNot,
    links: [{ label: t.changeAnswer, url: ownLink(making.mailer, invitee) }],
    footer: [t.ownLink],
    ...entry(making, invitee, "REQUEST", false),
  };
}

/** To a colleague who comes instead: asked by name of who sent them, with a link and an entry of their own. */
export function colleagueMail(making: MailMaking, invitee: Invitee, mentorName: string): Mail {
  const { t } = partsOf(making, invitee.language);
  return {
    ...invitationMail(making, { ...invitee, rsvp: null }),
    kind: "invitation",
    paragraphs: [t.colleague(mentorName, making.gathering.networkName)],
    question: t.colleagueComing,
    footer: [howInCalendar(invitee, t), t.ownLink, t.colleagueStored],
  };
}

/** The invitation as it stands now, once more: when the first did not arrive, or the adviser was asked. */
export function againMail(making: MailMaking, invitee: Invitee): Mail {
  const { t } = partsOf(making, invitee.language);
  const { messageId: _, ...mail } = invitationMail(making, invitee);
  const answer = invitee.rsvp ? [answerInWords(invitee.rsvp, t)] : [];
  return { ...mail, kind: "again", paragraphs: [t.again, ...answer] };
}

export const confirmations = { yes: "confirmYes", maybe: "confirmMaybe", no: "confirmNo" } as const;

/**
 * Another time or place: everyone is asked again.
 * @param from what this person was told last; null when that is not known
 */
export function movedMail(making: MailMaking, invitee: Invitee, from: TimeAndPlace | null = null): Mail {
  const { mailer, gathering } = making;
  const { t, begins, facts, sections } = partsOf(making, invitee.language);
  return {
    ...frame(making, invitee),
    kind: "moved",
    subject: t.moved(begins, gathering.title),
    paragraphs: [
      ...whatMoved(making, invitee.language, from),
      ...(invitee.rsvp?.placement === "waiting" ? [t.movedWaiting] : []),
      t.movedText,
    ],
    facts,
    question: invitee.rsvp ? t[confirmations[invitee.rsvp.answer]] : t.coming,
    links: answerLinks(mailer, invitee, t),
    sections,
    footer: [howInCalendar(invitee, t), t.ownLink],
    ...entry(making, invitee, "REQUEST", true),
    messageId: versionMessageId(mailer, gathering, invitee),
  };
}

/** The answer in words, with what came of it. */
export function answerInWords(
  { answer, mode, placement }: NonNullable<Invitee["rsvp"]>,
  t: Parts["t"],
): string {
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
    ...entry(making, invitee, "REQUEST", false),
    messageId: versionMessageId(mailer, gathering, invitee),
  };
}

/** It is off. */
export function cancellationMail(making: MailMaking, invitee: Invitee): Mail {
  const { mailer, gathering } = making;
  const { t, begins, when: time } = partsOf(making, invitee.language);
  return {
    ...frame(making, invitee),
    notAfter: gathering.endsAt,
    kind: "cancellation",
    subject: t.cancelled(begins, gathering.title),
    paragraphs: [
      t.cancelledText(time),
      ...(gathering.cancelReason ? [gathering.cancelReason] : []),
      ...(invitee.isInFeed ? [] : [t.leavesCalendar]),
    ],
    ...entry(making, invitee, "CANCEL", false),
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
    ...entry(making, invitee, "CANCEL", false),
  };
}

/**
 * What was answered on the page, or by the adviser. The calendar is told too, a no as well: an entry
 * accepted before must not stay as accepted. Same UID and SEQUENCE, a later DTSTAMP.
 */
export function answerMail(making: MailMaking, invitee: Invitee, isByAdviser: boolean): Mail {
  const { t, begins, facts, sections } = partsOf(making, invitee.language);
  const rsvp = invitee.rsvp as NonNullable<Invitee["rsvp"]>;
  const isNo = rsvp.answer === "no";
  return {
    ...frame(making, invitee),
    kind: "answer",
    subject: t.answered(t[rsvp.answer].toLowerCase(), begins),
    paragraphs: [
      answerInWords(rsvp, t),
      ...(isByAdviser ? [t.byAdviser] : []),
      ...(isNo && !invitee.isInFeed ? [t.staysDeclined] : []),
    ],
    facts,
    question: t.mayChange,
    links: [{ label: t.changeAnswer, url: ownLink(making.mailer, invitee) }],
    sections: isNo ? [] : sections,
    footer: [t.ownLink],
    ...entry(making, invitee, "REQUEST", false),
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

/** Their place is gone: the room became smaller, and others had said yes before. */
export function unseatedMail(making: MailMaking, invitee: Invitee): Mail {
  const { t } = partsOf(making, invitee.language);
  const digital = making.gathering.link ? [t.ratherDigital] : [];
  return { ...waitingMail(making, invitee), paragraphs: [t.unseatedText, ...digital] };
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
    ...entry(making, invitee, "REQUEST", false),
  };
}
