/** One of every mail there is, in a language: each named mail function, called with what it needs. */
import { Temporal } from "temporal-polyfill";
import type { GatheringFacts, Invitee } from "../../server/gatherings/invitee.ts";
import * as aboutGatherings from "../../server/gatherings/mails.ts";
import * as aboutMinutes from "../../server/gatherings/minutes-mails.ts";
import * as aboutPost from "../../server/gatherings/post-mails.ts";
import type { Gathering } from "../../server/gatherings/queries.ts";
import * as reminders from "../../server/gatherings/reminder-mails.ts";
import type { Card } from "../../server/learning/cards.ts";
import * as digests from "../../server/learning/digest-mails.ts";
import * as aboutLearning from "../../server/learning/mails.ts";
import * as aboutVotes from "../../server/learning/vote-mails.ts";
import type { Mail, Mailer, Recipient } from "../../server/mail/outbox.ts";
import { letterMail } from "../../server/networks/letter.ts";
import { letterTexts } from "../../server/networks/letter-texts.ts";
import { everything } from "../../server/people/mail-preference.ts";
import * as aboutPeople from "../../server/people/mails.ts";
import * as aboutSurveys from "../../server/surveys/mails.ts";
import { inLanguage, type Language } from "../../server/web/languages.ts";

/** Every function that composes a mail, by its name and its room's file. */
export const mailFunctions = Object.entries({
  aboutGatherings,
  aboutMinutes,
  aboutPost,
  reminders,
  digests,
  aboutLearning,
  aboutVotes,
  letters: { letterMail },
  aboutPeople,
  aboutSurveys,
}).flatMap(([file, exported]) =>
  Object.keys(exported)
    .filter((name) => name.endsWith("Mail"))
    .map((name) => `${file}.${name}`),
);

const id = (letter: string) => letter.repeat(26);
const now = Temporal.Instant.from("2026-11-24T09:00:00Z");
type Rsvp = NonNullable<Invitee["rsvp"]>;

/** @param gathering a real row, so that all it holds is there */
export function everyMail(
  mailer: Mailer,
  gathering: Gathering,
  language: Language,
): { name: string; mail: Mail }[] {
  const to: Recipient = { id: id("b"), name: "Ola Brekke", email: "ola@demo.example", language };
  const facts: GatheringFacts = {
    ...gathering,
    networkName: "Nettverket",
    agenda: [
      { title: "Tuva", minutes: 1, caseSlug: "tuva" },
      { title: "Dialog", minutes: 45, caseSlug: null },
    ],
    caseCard: null,
  };
  const making = { mailer, gathering: facts, now };
  const invitee = (rsvp: Partial<Rsvp> | null = null): Invitee => ({
    ...{ ...to, sortKey: "ola", invitationId: id("c"), calendarToken: id("d"), linkVersion: 1 },
    ...{ firstMessageId: null, isInFeed: false, hasLeft: false, wishes: everything },
    rsvp: rsvp && {
      ...{ answer: "yes", mode: "room", sequence: gathering.sequence, placement: "seat" },
      ...rsvp,
    },
  });
  const card = { question: "?", tag: { text: "–" }, says: "–", href: "/laeringspunkter/x" } as Card;
  const cards = [card, { ...card, question: "??" }];
  const waiting = { referralId: id("e"), itemId: id("f"), question: "?", dueDate: "2026-12-08" };
  const asked: Asked = {
    ...{ roundId: id("g"), itemId: id("f"), networkId: id("h"), about: "difference", closedAt: null },
    ...{ question: "?", verdict: "change", reason: "–", notice: "–", lastDay: "2026-12-08" },
  };
  const survey = (kind: "evaluation" | "mentors" | "employers") =>
    ({
      making: {
        ...{ mailer, networkName: "Nettverket", gatheringTitle: "Samling", now, notBefore: now },
        survey: {
          ...{ id: id("i"), kind, networkId: id("h"), openedOn: "2026-11-24", closesOn: "2026-12-08" },
          gatheringId: kind === "evaluation" ? gathering.id : null,
        } as aboutSurveys.SurveyMail["survey"],
      },
      person: { ...to, version: 1, wantsMail: true, wantsReminders: true },
    }) as const;
  const minutes = { mailer, gathering, networkName: "Nettverket", url: `${mailer.baseUrl}/referat/x`, now };
  const minutesCard = {
    ...{ when: "–", items: [], isEmpty: false, next: null },
    agreed: [{ words: "–", corrected: null }],
    actions: [{ id: id("j"), words: "–", who: "Siri", due: "–", isDone: false, corrected: null }],
    answers: [{ question: "?", state: "–", reason: "–" }],
  };
  const l = inLanguage(letterTexts, language);
  const letter = {
    ...{ networkId: id("h"), workplaceId: id("k"), to, subject: l.draftSubject("Bakeriet") },
    ...{ text: l.draft("Nettverket", "–"), by: { ...to, phone: "22 22 22 22" } },
  };
  const made: Record<string, Mail[]> = {
    "aboutGatherings.invitationMail": [aboutGatherings.invitationMail(making, invitee())],
    "aboutGatherings.standingMail": [
      aboutGatherings.standingMail(making, invitee({}), "2027-06-30"),
      aboutGatherings.standingMail(making, invitee({ placement: "waiting" }), "2027-06-30"),
    ],
    "aboutGatherings.colleagueMail": [aboutGatherings.colleagueMail(making, invitee(), "Siri Åsheim")],
    "aboutGatherings.againMail": [aboutGatherings.againMail(making, invitee({ answer: "maybe" }))],
    "aboutGatherings.movedMail": [
      aboutGatherings.movedMail(making, invitee()),
      aboutGatherings.movedMail(making, invitee({}), { ...gathering, localDate: "2026-12-01" }),
    ],
    "aboutGatherings.changedMail": [
      aboutGatherings.changedMail(making, invitee()),
      aboutGatherings.changedMail(making, invitee({ mode: "digital" })),
    ],
    "aboutGatherings.cancellationMail": [aboutGatherings.cancellationMail(making, invitee())],
    "aboutGatherings.withdrawalMail": [aboutGatherings.withdrawalMail(making, invitee())],
    "aboutGatherings.answerMail": (["yes", "maybe", "no"] as const).map((answer) =>
      aboutGatherings.answerMail(making, invitee({ answer }), answer === "yes"),
    ),
    "aboutGatherings.waitingMail": [aboutGatherings.waitingMail(making, invitee({ placement: "waiting" }))],
    "aboutGatherings.unseatedMail": [aboutGatherings.unseatedMail(making, invitee({ placement: "waiting" }))],
    "aboutGatherings.seatMail": [aboutGatherings.seatMail(making, invitee({}))],
    "aboutMinutes.minutesMail": [true, false].map((wasThere) =>
      aboutMinutes.minutesMail(minutes, { ...to, wasThere } as never, minutesCard),
    ),
    "aboutMinutes.minutesReminderMail": [
      aboutMinutes.minutesReminderMail(mailer, gathering, to, "2026-11-24"),
    ],
    "aboutPost.heldMail": (["yes", "maybe", "no"] as const).map((answer) =>
      aboutPost.heldMail(making, invitee(), { answer, addressKey: "kollega@demo.example", token: "x" }),
    ),
    "reminders.silentReminderMail": [reminders.silentReminderMail(making, invitee())],
    "reminders.dayReminderMail": (["yes", "maybe"] as const).map((answer) =>
      reminders.dayReminderMail(making, invitee({ answer })),
    ),
    "reminders.offerMail": [
      reminders.offerMail(making, invitee({ placement: "waiting" }), { expiresAt: now.add({ hours: 24 }) }),
    ],
    "digests.newsMail": [0, 1, 2].map((putAside) =>
      digests.newsMail(mailer, to, { cards, putAside, date: "2026-11-26" }),
    ),
    "digests.leaderDigestMail": [1, 2].map((n) =>
      digests.leaderDigestMail(mailer, to, {
        waiting: cards
          .slice(0, n)
          .map((one) => ({ card: one, due: { date: "8. desember", isOverdue: n === 1, missed: n } })),
        silent: n === 1 ? [] : [{ card: { ...card, question: "???" }, due: null }],
        date: `2026-11-0${n}`,
      }),
    ),
    "aboutLearning.waitingMail": [aboutLearning.waitingMail(mailer, to, waiting)],
    "aboutLearning.paraphraseMail": [aboutLearning.paraphraseMail(mailer, to, id("l"))],
    "aboutLearning.silentMail": [
      aboutLearning.silentMail(mailer, to, { ...waiting, id: id("f"), themeSlug: "roller", missed: 2 }),
    ],
    "aboutVotes.voteMail": (["understood", "difference"] as const).map((about) =>
      aboutVotes.voteMail(mailer, to, { ...asked, about, roundId: id(about[0] as string) }, now),
    ),
    "aboutVotes.voteReminderMail": [aboutVotes.voteReminderMail(mailer, to, asked, now)],
    "letters.letterMail": [letterMail(letter, { from: l.from, phone: l.phone })],
    "aboutPeople.signInMail": [aboutPeople.signInMail(mailer, to, "x", "/samlinger")],
    "aboutPeople.newAddressMail": [aboutPeople.newAddressMail(mailer, to, "x")],
    "aboutPeople.addressChangedMail": [aboutPeople.addressChangedMail(mailer, to)],
    "aboutSurveys.surveyMail": (["evaluation", "mentors", "employers"] as const).map((kind) => {
      const one = survey(kind);
      return aboutSurveys.surveyMail(one.making, one.person);
    }),
    "aboutSurveys.reminderMail": (["evaluation", "mentors", "employers"] as const).map((kind) => {
      const one = survey(kind);
      return aboutSurveys.reminderMail(one.making, one.person);
    }),
  };
  return Object.entries(made).flatMap(([name, mails]) => mails.map((mail) => ({ name, mail })));
}

type Asked = Parameters<typeof aboutVotes.voteMail>[2];
