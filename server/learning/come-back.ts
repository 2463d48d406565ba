/** Items that come back to whoever answers them: after a trial, on a date, by votes, by an adviser. */
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { leadersFor, level2For } from "../networks/queries.ts";
import type { Tx } from "../store/store.ts";
import { addReferral, ordinaryDueGathering, type Referral } from "./referral.ts";

interface Back {
  itemId: string;
  networkId: string;
  before: Referral;
  kind: "reopened" | "trial_over" | "look_again";
  /** Who decided, or level 2. */
  toId: string;
  /** Null for what nobody sent: votes counted, a date that came. */
  fromId: string | null;
}

/** Who answers for someone: themselves while they lead here, else a leader of the offices, else level 2. */
async function whoAnswers(tx: Tx, networkId: string, personId: string): Promise<string> {
  const leaders = await leadersFor(tx, networkId);
  const level2 = await level2For(tx, networkId);
  const isStillThere = [...leaders, ...level2].some((one) => one.personId === personId);
  return isStillThere ? personId : (leaders[0]?.personId ?? level2[0]?.personId ?? personId);
}

/** Puts an item back before a leader, in a new iteration. */
export async function comeBack(tx: Tx, mailer: Mailer, back: Back, now: Temporal.Instant): Promise<void> {
  const dueGatheringId = await ordinaryDueGathering(tx, back.networkId, now);
  const toId = await whoAnswers(tx, back.networkId, back.toId);
  await addReferral(tx, mailer, { ...back, toId, reason: null, dueGatheringId, isNewIteration: true }, now);
}

/** Puts it back as reopened, the second time before level 2 (learning-loop.md section 5). */
export async function reopen(
  tx: Tx,
  mailer: Mailer,
  one: {
    itemId: string;
    networkId: string;
    all: readonly Referral[];
    decidedById: string;
    byId: string | null;
  },
  now: Temporal.Instant,
): Promise<void> {
  const wasReopened = one.all.some((referral) => referral.kind === "reopened");
  const level2 = wasReopened ? await level2For(tx, one.networkId) : [];
  const { itemId, networkId, byId: fromId } = one;
  const toId = level2[0]?.personId ?? one.decidedById;
  const before = one.all[0] as Referral;
  await comeBack(tx, mailer, { itemId, networkId, before, kind: "reopened", toId, fromId }, now);
}
