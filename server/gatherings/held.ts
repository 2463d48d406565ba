/**
 * Answers by mail that may not be the person's own: kept aside until they have said so themselves
 * (gatherings.md section 6, 6). They are asked once per address.
 */
import { and, count, eq, isNull } from "drizzle-orm";
import type { CalendarObject } from "../calendar/reply.ts";
import { addressKey, isSameHouse } from "../mail/address.ts";
import type { Letter, Verdict } from "../mail/receive.ts";
import { incoming } from "../mail/tables.ts";
import { newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { isSigned, sign } from "../web/signing.ts";
import { gatheringFacts, inviteesOf } from "./invitee.ts";
import { applyAnswer, type Hearing, type SaidByMail } from "./mail-answer.ts";
import { heldMail } from "./post-mails.ts";
import { addressesOf, type FoundInvitation, invitationById } from "./sender.ts";
import { heldAnswers } from "./tables.ts";

export type HeldAnswer = typeof heldAnswers.$inferSelect;
/** A person is asked about so many addresses per invitation; then the adviser sees to it. */
const mostOpen = 3;

/** Why the person is asked whether it was them; null when there is no doubt. */
export async function whyDoubted(
  tx: Tx,
  { fromKey, authentication }: Letter,
  { person }: FoundInvitation,
  { attendees }: CalendarObject,
): Promise<"address" | "domain" | "dmarc" | null> {
  const known = await addressesOf(tx, person);
  const named = (attendees[0]?.addresses ?? []).flatMap((one) => addressKey(one) ?? []);
  const isSenderKnown = fromKey !== null && known.has(fromKey);
  const isAttendeeKnown = named.some((key) => known.has(key));
  if (!isSenderKnown && !isAttendeeKnown) return "address";
  const isOwnHouse = fromKey !== null && [...known].some((key) => isSameHouse(key, fromKey));
  if (!isSenderKnown && !isOwnHouse) return "domain";
  return authentication.dmarc === "fail" && !authentication.isGoogleCalendar ? "dmarc" : null;
}

type Held = SaidByMail & Pick<HeldAnswer, "addressKey" | "reason" | "incomingId">;

/** Whether `a` was said later than `b`, or about a later version. */
const isLater = (a: SaidByMail, b: SaidByMail) =>
  a.sequence - b.sequence || a.saidAt.epochMilliseconds - b.saidAt.epochMilliseconds;

/**
 * Keeps an answer aside and asks the person. A later one from the same address takes its place without
 * another mail; from an address they said is not theirs it is ignored; from too many it is the adviser's.
 */
export async function holdAnswer(
  { tx, mailer, now }: Hearing,
  { invitation }: FoundInvitation,
  { addressKey: key, reason, incomingId, answer, sequence, saidAt }: Held,
): Promise<Pick<Verdict, "outcome" | "reason">> {
  const { id: invitationId, personId, gatheringId } = invitation;
  const facts = { reason, incomingId, answer, sequence, saidAt };
  const isThis = and(eq(heldAnswers.invitationId, invitationId), eq(heldAnswers.addressKey, key));
  const [before] = await tx.select().from(heldAnswers).where(isThis);
  if (before?.verdict === "not-own") return { outcome: "ignored", reason: "not-own" };
  if (before && isLater(facts, before) <= 0) return { outcome: "duplicate", reason };
  if (!before && (await openCount(tx, invitationId)) >= mostOpen) return { outcome: "human", reason };

  const id = before?.id ?? newId();
  const row = { ...facts, verdict: null, decidedAt: null, heldAt: now };
  await tx
    .insert(heldAnswers)
    .values({ id, invitationId, personId, addressKey: key, ...row })
    .onConflictDoUpdate({ target: [heldAnswers.invitationId, heldAnswers.addressKey], set: row });
  const [invitee] = before && !before.verdict ? [] : await inviteesOf(tx, gatheringId, [invitationId]);
  if (invitee) {
    const making = { mailer, gathering: await gatheringFacts(tx, gatheringId), now };
    await mailer.queue(
      tx,
      heldMail(making, invitee, { answer, addressKey: key, token: heldToken(mailer.secret, id) }),
      now,
    );
  }
  return { outcome: "confirm-identity", reason };
}

async function openCount(tx: Tx, invitationId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(heldAnswers)
    .where(and(eq(heldAnswers.invitationId, invitationId), isNull(heldAnswers.verdict)));
  return Number(row?.n ?? 0);
}

/** The secret part of the link in the question. */
export const heldToken = (secret: string, id: string) => `${id}.${sign(secret, "held-answer", id)}`;

/** What a link asks about; null when the link is cut, made up, or the invitation withdrawn. */
export async function heldByToken(
  read: Reader,
  secret: string,
  token: string,
): Promise<{ held: HeldAnswer; found: FoundInvitation } | null> {
  const [id, proof] = token.split(".");
  if (!id || !proof || !isSigned(proof, secret, "held-answer", id)) return null;
  const [held] = await read.select().from(heldAnswers).where(eq(heldAnswers.id, id));
  const found = held ? await invitationById(read, held.invitationId) : null;
  return held && found ? { held, found } : null;
}

/**
 * The person's word on an answer kept aside. Their own is stored as if it had come undoubted, and its
 * address is known from then on; another's is dropped, and the adviser sees the message.
 * @returns refused with `decided` when they have answered before, with `stale` when the time or place
 *   has changed since: nothing is stored then but that it was theirs
 */
export async function decideHeld(
  hearing: Hearing,
  { heldId, isOwn }: { heldId: string; isOwn: boolean },
): Promise<{ ok: true; outcome: Verdict["outcome"] } | { ok: false; reason: "decided" | "stale" }> {
  const { tx, now } = hearing;
  const [held] = await tx
    .update(heldAnswers)
    .set({ verdict: isOwn ? "own" : "not-own", decidedAt: now })
    .where(and(eq(heldAnswers.id, heldId), isNull(heldAnswers.verdict)))
    .returning();
  const found = held ? await invitationById(tx, held.invitationId) : null;
  if (!held || !found) return { ok: false, reason: "decided" };
  if (!isOwn) {
    await tx
      .update(incoming)
      .set({ isWaiting: true, reason: "not-own" })
      .where(eq(incoming.id, held.incomingId));
    return { ok: true, outcome: "ignored" };
  }
  if (held.sequence < found.gathering.sequence) return { ok: false, reason: "stale" };
  return { ok: true, outcome: (await applyAnswer(hearing, found, held, null)).outcome };
}
