/** Storing an answer that came by mail and is good. */
import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { Verdict } from "../mail/receive.ts";
import type { Reader, Tx } from "../store/store.ts";
import { answerInvitation, compareAnswers } from "./rsvp.ts";
import type { FoundInvitation } from "./sender.ts";
import { answers, rsvps } from "./tables.ts";

export interface Hearing {
  tx: Tx;
  mailer: Mailer;
  now: Temporal.Instant;
}

export interface SaidByMail {
  answer: "yes" | "maybe" | "no";
  /** The version answered. */
  sequence: number;
  saidAt: Temporal.Instant;
}

/**
 * How someone takes part who answers by calendar, which cannot say: as they last said on the page
 * before, in the total order; else in the room, or digitally when there is none.
 */
async function modeOf(read: Reader, { invitation, gathering }: FoundInvitation, said: SaidByMail) {
  const rows = await read.select().from(answers).where(eq(answers.invitationId, invitation.id));
  const before = rows
    .filter((row) => row.channel !== "mail" && row.answer === "yes")
    .filter((row) => compareAnswers(row, { ...said, mode: row.mode, channel: "mail" }) <= 0)
    .sort(compareAnswers)
    .at(-1);
  return before?.mode ?? (gathering.place === "" && gathering.link ? "digital" : "room");
}

async function isThere(read: Reader, { invitation }: FoundInvitation, said: SaidByMail): Promise<boolean> {
  const [before] = await read.select().from(rsvps).where(eq(rsvps.invitationId, invitation.id));
  return (
    before?.channel === "mail" &&
    before.answer === said.answer &&
    before.sequence === said.sequence &&
    before.saidAt.epochMilliseconds === said.saidAt.epochMilliseconds
  );
}

/**
 * Stores an answer in the one total order of all answers.
 * @param words a note to the adviser; null leaves what is there
 * @returns `applied`; `superseded` by one that comes later; `duplicate` when it is there already;
 *   `late` or `ignored` when there is nothing to answer any more
 */
export async function applyAnswer(
  { tx, mailer, now }: Hearing,
  found: FoundInvitation,
  said: SaidByMail,
  words: string | null,
): Promise<Pick<Verdict, "outcome" | "reason">> {
  if (await isThere(tx, found, said)) return { outcome: "duplicate" };
  const { id: invitationId, personId: byPersonId } = found.invitation;
  const facts = { ...said, invitationId, byPersonId, channel: "mail" as const, ...(words ? { words } : {}) };
  const mode = await modeOf(tx, found, said);
  const result = await answerInvitation(tx, mailer, { ...facts, mode }, now);
  if (result.ok) return { outcome: "applied", reason: said.answer };
  if (result.reason === "superseded") return { outcome: "superseded" };
  return result.reason === "past" ? { outcome: "late" } : { outcome: "ignored", reason: result.reason };
}
