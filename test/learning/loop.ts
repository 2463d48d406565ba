/** Short cuts through the loop for the tests of this room: each does what a person would. */
import { Temporal } from "temporal-polyfill";
import { attendance, gatherings } from "../../server/gatherings/tables.ts";
import { openBatches } from "../../server/learning/batch.ts";
import { decide, type NewDecision } from "../../server/learning/decision.ts";
import { giveFeedback, type NewFeedback } from "../../server/learning/feedback.ts";
import { gatherFeedback } from "../../server/learning/item.ts";
import { sendToLeader } from "../../server/learning/referral.ts";
import { reportBack } from "../../server/learning/report-back.ts";
import { type Review, reviewFeedback } from "../../server/learning/review.ts";
import { newId } from "../../server/store/columns.ts";
import { instantOf } from "../../server/web/dates.ts";
import type { Cast } from "../cast.ts";
import type { TestHouse } from "../house.ts";

/** A gathering of the network from 13 to 15 on a local date. */
export async function addGathering(house: TestHouse, cast: Cast, date: string, network = cast.network) {
  const id = newId();
  await house.store.write((tx) =>
    tx.insert(gatherings).values({
      id,
      networkId: network,
      title: "Samling",
      localDate: date,
      startTime: "13:00",
      endTime: "15:00",
      startsAt: instantOf(date, "13:00"),
      endsAt: instantOf(date, "15:00"),
      createdById: cast.kari,
      createdAt: Temporal.Instant.from("2026-01-05T08:00:00Z"),
    }),
  );
  return id;
}

export async function recordAttendance(house: TestHouse, cast: Cast, gatheringId: string) {
  const row = { gatheringId, personId: cast.ola, status: "present" as const, recordedById: cast.kari };
  await house.store.write((tx) => tx.insert(attendance).values({ ...row, recordedAt: house.now() }));
}

export function newFeedback(cast: Cast, changes: Partial<NewFeedback> = {}): NewFeedback {
  return {
    networkId: cast.network,
    byId: cast.ola,
    source: "free",
    naming: "confidential",
    wording: "own",
    text: "Ingen tar telefonen.",
    consequence: null,
    wish: null,
    about: "none",
    gatheringId: null,
    ...changes,
  };
}

/** Gives feedback and returns its id and code; it must be accepted. */
export async function give(house: TestHouse, cast: Cast, changes: Partial<NewFeedback> = {}) {
  const given = await house.store.write((tx) => giveFeedback(tx, newFeedback(cast, changes), house.now()));
  if (!given.ok) throw new Error(given.reason);
  return given;
}

/** Goes to a moment and lets the clock open what waits sealed. */
export async function openSealed(house: TestHouse, iso: string) {
  house.setNow(iso);
  return house.store.write((tx) => openBatches(tx, house.now()));
}

export function newReview(cast: Cast, feedbackId: string, changes: Partial<Review> = {}): Review {
  return {
    feedbackId,
    byId: cast.kari,
    outcome: "kept",
    themeSlug: "tilgjengelighet",
    remove: [],
    note: null,
    paraphrase: null,
    ...changes,
  };
}

export const review = (house: TestHouse, facts: Review) =>
  house.store.write((tx) => reviewFeedback(tx, house.mailer, facts, house.now()));

/** A new item made of one piece of feedback that Kari has reviewed. */
export async function addItem(house: TestHouse, cast: Cast, feedbackId: string): Promise<string> {
  const into = {
    themeSlug: "tilgjengelighet",
    question: "Hvordan kan en mentor alltid nå noen?",
    gapSaid: null,
    gapDone: null,
    gapLeadsTo: null,
    dissent: null,
    suggestedRuleId: null,
  };
  const result = await house.store.write((tx) =>
    gatherFeedback(tx, { feedbackId, byId: cast.kari, into }, house.now()),
  );
  if (!result.ok) throw new Error(result.reason);
  return result.itemId;
}

/** Feedback given, reviewed and gathered. */
export async function itemOf(house: TestHouse, cast: Cast, changes: Partial<NewFeedback> = {}) {
  const { id } = await give(house, cast, changes);
  const paraphrase = changes.wording === "paraphrase" ? "En mentor nådde ingen." : null;
  await review(house, newReview(cast, id, { paraphrase }));
  return { feedbackId: id, itemId: await addItem(house, cast, id) };
}

export const send = (
  house: TestHouse,
  cast: Cast,
  itemId: string,
  dueGatheringId: string,
  toId = cast.leif,
) =>
  house.store.write((tx) =>
    sendToLeader(tx, house.mailer, { itemId, byId: cast.kari, toId, dueGatheringId }, house.now()),
  );

export function newDecision(
  cast: Cast,
  itemId: string,
  referralId: string,
  changes: Partial<NewDecision> = {},
): NewDecision {
  return {
    itemId,
    referralId,
    byId: cast.leif,
    verdict: "change",
    reason: "Dere har rett.",
    rule: { words: "Én kontaktperson er nok.", kind: "unwritten" },
    ruleView: "doubted",
    onDate: changes.verdict === "keep" ? "2027-09-01" : "2026-12-10",
    stopDate: null,
    responsible: null,
    notice: null,
    hoursFreedPerMonth: null,
    wouldChangeOurMind: null,
    secondReader: null,
    ...changes,
  };
}

export const decideIt = (house: TestHouse, facts: NewDecision) =>
  house.store.write((tx) => decide(tx, house.mailer, facts, house.now()), { inTurnFor: facts.itemId });

export const report = (house: TestHouse, cast: Cast, decisionId: string, gatheringId: string) =>
  house.store.write((tx) =>
    reportBack(tx, house.mailer, { decisionId, gatheringId, byId: cast.kari }, house.now()),
  );
