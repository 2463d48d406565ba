/**
 * What an answer by mail means: the rules of gatherings.md section 6, in their order. Everything happens
 * in the transaction that stores the message. Processing an answer never asks for another; who answered
 * a time that no longer holds gets the current one, once a day.
 */
import { eq } from "drizzle-orm";
import type { CalendarObject } from "../calendar/reply.ts";
import { addressKey } from "../mail/address.ts";
import type { Mailer } from "../mail/outbox.ts";
import type { Judge, Letter, Verdict } from "../mail/receive.ts";
import type { Outcome } from "../mail/tables.ts";
import type { Tx } from "../store/store.ts";
import { sendAgain } from "./again.ts";
import { holdAnswer, whyDoubted } from "./held.ts";
import { type Hearing as Answering, applyAnswer, type SaidByMail } from "./mail-answer.ts";
import { saidAt, sequenceOf } from "./reply-time.ts";
import { unclearWords, wordsOfAnswer } from "./reply-words.ts";
import {
  aboutAddress,
  aboutInvitation,
  aboutMessage,
  type FoundInvitation,
  gatheringIdIn,
  invitationByUid,
  personsAt,
} from "./sender.ts";
import { rsvps } from "./tables.ts";
import { isAhead } from "./waiting-list.ts";

interface Hearing extends Answering {
  letter: Letter;
}

const answersOf: Record<string, SaidByMail["answer"]> = {
  ACCEPTED: "yes",
  TENTATIVE: "maybe",
  DECLINED: "no",
};
/** Of several answers in one mail the word of the one that matters most is told. */
const weights: Outcome[] = [
  ...(["applied", "confirm-identity", "human", "stale", "late"] as const),
  ...(["resent", "superseded", "duplicate", "ignored"] as const),
];

/** The judge of messages to the organiser. */
export function replyJudge(mailer: Mailer): Judge {
  return {
    turnOf: ({ calendar }) => calendar.objects.flatMap(({ uid }) => gatheringIdIn(uid) ?? [])[0],
    judge: (tx, letter, now) => judgeLetter({ tx, mailer, letter, now }),
    personsAt,
    aboutAddress,
  };
}

async function judgeLetter(hearing: Hearing): Promise<Verdict> {
  const { calendar } = hearing.letter;
  if (!calendar.isPresent) return judgeWords(hearing);
  if (calendar.objects.length === 0) return forHuman(hearing, "unreadable");
  const verdicts: Verdict[] = [];
  for (const object of calendar.objects) verdicts.push(await judgeObject(hearing, object));
  verdicts.sort((a, b) => weights.indexOf(a.outcome) - weights.indexOf(b.outcome));
  const [first] = verdicts as [Verdict];
  return first.outcome === "ignored" && calendar.isBroken ? forHuman(hearing, "unreadable") : first;
}

/** No calendar: a person's words, or what a program sends by itself. */
async function judgeWords(hearing: Hearing): Promise<Verdict> {
  const { message, isAutomatic } = hearing.letter;
  if (isAutomatic) return { outcome: "ignored", reason: "automatic" };
  const isTnef = message.parts.some(
    ({ type, fileName }) => /ms-tnef$/.test(type) || /^winmail\.dat$/i.test(fileName ?? ""),
  );
  return forHuman(hearing, isTnef ? "tnef" : "words");
}

async function forHuman({ tx, letter }: Hearing, reason: string, found?: FoundInvitation): Promise<Verdict> {
  const about = found
    ? aboutInvitation(found)
    : await aboutMessage(tx, letter.message, letter.from?.address ?? null);
  return { outcome: "human", reason, ...about };
}

/** Why a person must look at it; null when it is a plain answer. */
function whyUnclear(object: CalendarObject): string | null {
  const [attendee] = object.attendees;
  if (object.method === "COUNTER") return "counter";
  if (object.method === "") return "unreadable";
  if (object.isOneOfSeries) return "series";
  if (object.attendees.length !== 1 || !attendee) return "attendees";
  if (attendee.partstat === "DELEGATED") return "delegated";
  const isKnown = attendee.partstat === "NEEDS-ACTION" || answersOf[attendee.partstat ?? ""];
  return isKnown ? null : "no-answer";
}

async function judgeObject(hearing: Hearing, object: CalendarObject): Promise<Verdict> {
  const { tx, letter } = hearing;
  const found = await invitationByUid(tx, object.uid);
  if (!found) return { outcome: "ignored", reason: "unknown" };
  if (object.method === "REFRESH") return judgeRefresh(hearing, found);
  if (!["REPLY", "COUNTER", ""].includes(object.method)) {
    return { outcome: "ignored", reason: "no-reply", ...aboutInvitation(found) };
  }
  const unclear = whyUnclear(object);
  if (unclear) return { ...(await forHuman(hearing, unclear, found)), words: unclearWords(letter, object) };
  return judgeAnswer(hearing, found, object);
}

async function judgeAnswer(
  hearing: Hearing,
  found: FoundInvitation,
  object: CalendarObject,
): Promise<Verdict> {
  const { tx, letter } = hearing;
  const { gathering } = found;
  const about = aboutInvitation(found);
  const answer = answersOf[object.attendees[0]?.partstat ?? ""];
  const moment = await saidAt(tx, found, object, letter);
  if (gathering.cancelledAt) return { outcome: "ignored", reason: "cancelled", ...about };
  if (!isAhead(gathering, moment)) return { outcome: "late", reason: answer ?? "no-answer", ...about };
  if (!answer) return judgeNoAnswer(hearing, found);
  const said = { answer, sequence: sequenceOf(found, object, moment), saidAt: moment };

  const doubt = await whyDoubted(tx, letter, found, object);
  if (doubt) {
    const from = letter.fromKey ?? addressKey(object.attendees[0]?.addresses[0] ?? "") ?? "";
    const held = { ...said, addressKey: from, reason: doubt, incomingId: letter.id };
    return { ...(await holdAnswer(hearing, found, held)), ...about };
  }
  if (said.sequence < gathering.sequence) {
    const isToAsk = answer !== "no" && !letter.isAutomatic && !(await hasAnsweredNow(tx, found));
    if (isToAsk) await sendAgain(hearing, found);
    return { outcome: "stale", reason: answer, ...about };
  }
  return { ...(await applyAnswer(hearing, found, said, wordsOfAnswer(object))), ...about };
}

/** Asked for the current invitation: it goes to the person's own address, once a day. */
async function judgeRefresh(hearing: Hearing, found: FoundInvitation): Promise<Verdict> {
  const { gathering } = found;
  const isGood = !hearing.letter.isAutomatic && !gathering.cancelledAt && isAhead(gathering, hearing.now);
  const isSent = isGood && (await sendAgain(hearing, found));
  return { outcome: isSent ? "resent" : "ignored", reason: "refresh", ...aboutInvitation(found) };
}

/** Neither yes nor no: nothing, unless it takes back what was said. */
async function judgeNoAnswer(hearing: Hearing, found: FoundInvitation): Promise<Verdict> {
  const [rsvp] = await hearing.tx.select().from(rsvps).where(eq(rsvps.invitationId, found.invitation.id));
  if (rsvp && rsvp.answer !== "no") return forHuman(hearing, "took-back", found);
  return { outcome: "ignored", reason: "no-answer", ...aboutInvitation(found) };
}

async function hasAnsweredNow(tx: Tx, { invitation, gathering }: FoundInvitation): Promise<boolean> {
  const [rsvp] = await tx.select().from(rsvps).where(eq(rsvps.invitationId, invitation.id));
  return rsvp !== undefined && rsvp.sequence >= gathering.sequence;
}
