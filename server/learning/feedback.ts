/** Giving feedback, and choosing later to be less known as its author. */
import { and, eq, inArray, like } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import { outbox } from "../mail/tables.ts";
import { isAdviserIn, membersOf } from "../networks/queries.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { putIntoBatch } from "./batch.ts";
import { newsKind } from "./digest-mails.ts";
import { hashReceipt, newReceiptCode } from "./receipt.ts";
import { goesToLeader, paraphrasersAmong } from "./reviewers.ts";
import { feedback, feedbackAuthors, feedbackReceipts, feedbackWords } from "./tables.ts";

export type Naming = "named" | "confidential" | "anonymous";
export type Source = "free" | "evaluation" | "group" | "minutes";

export interface NewFeedback {
  networkId: string;
  /** Who gives it. Stored for named and confidential feedback that is not a group's. */
  byId: string;
  source: Source;
  naming: Naming;
  wording: "own" | "paraphrase";
  text: string;
  consequence: string | null;
  wish: string | null;
  /** The adviser it is about, `all` of them, or `none`. */
  about: string;
  gatheringId: string | null;
  /** Given when the same press may come twice: what it makes, made once. */
  once?: { id: string; code: string };
}

type Given =
  | { ok: true; id: string; code: string | null }
  | { ok: false; reason: "not-a-member" | "unknown-adviser" | "nobody-to-paraphrase" };

/** The Monday of a date's week: all that is left of when an anonymous piece was given. */
function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

async function storeReceipt(tx: Tx, feedbackId: string): Promise<string> {
  const code = newReceiptCode();
  await tx.insert(feedbackReceipts).values({ feedbackId, codeHash: hashReceipt(code) });
  return code;
}

/**
 * Stores a piece of feedback. An anonymous one gets no author, no gathering and no time: it waits in the
 * sealed batch of its week until the Monday from which it is seen, and a receipt code is returned here
 * and nowhere else (learning-loop.md sections 1 and 2). Free text has been through the guard already.
 * @returns refused when the giver is not in the network (`not-a-member`), when `about` is no adviser of
 * it (`unknown-adviser`), and when nobody but a leader could read words that a leader may only get in
 * paraphrase (`nobody-to-paraphrase`)
 */
export async function giveFeedback(tx: Tx, given: NewFeedback, now: Temporal.Instant): Promise<Given> {
  const members = await membersOf(tx, given.networkId);
  if (!members.some((member) => member.personId === given.byId)) return { ok: false, reason: "not-a-member" };
  const advisers = members.filter((m) => m.role === "adviser").map((m) => m.personId);
  const isAboutAdviser = given.about !== "none";
  const aboutAdviserId = isAboutAdviser && given.about !== "all" ? given.about : null;
  if (aboutAdviserId && !advisers.includes(aboutAdviserId)) return { ok: false, reason: "unknown-adviser" };
  if (given.wording === "paraphrase") {
    const others = advisers.filter((id) => id !== aboutAdviserId);
    const writers = await paraphrasersAmong(tx, given.networkId, others);
    const isLeaders = goesToLeader({ isAboutAdviser, aboutAdviserId }, advisers);
    if (isLeaders || writers.length === 0) return { ok: false, reason: "nobody-to-paraphrase" };
  }

  const { id, code } = given.once ?? { id: newId(), code: newReceiptCode() };
  const isAnonymous = given.naming === "anonymous";
  const [before] = given.once ? await tx.select().from(feedback).where(eq(feedback.id, id)) : [];
  if (before) return { ok: true, id, code: isAnonymous ? code : null };
  const { networkId, source, naming, wording, text, consequence, wish } = given;
  if (isAnonymous) {
    const piece = {
      ...{ id, wording, isAboutAdviser, aboutAdviserId, text, consequence, wish },
      source: source === "evaluation" ? source : ("free" as const),
      codeHash: hashReceipt(code),
    };
    await putIntoBatch(tx, networkId, piece, now);
    return { ok: true, id, code };
  }
  await putIntoBatch(tx, networkId, null, now);
  await tx.insert(feedback).values({
    id,
    networkId,
    source,
    naming,
    wording,
    isAboutAdviser,
    aboutAdviserId,
    gatheringId: given.gatheringId,
    visibleFrom: localDate(now).toString(),
  });
  await tx.insert(feedbackWords).values({ feedbackId: id, text, consequence, wish });
  if (source === "free" || source === "evaluation") {
    const givenOn = localDate(now).toString();
    await tx.insert(feedbackAuthors).values({ feedbackId: id, personId: given.byId, givenOn });
  }
  return { ok: true, id, code: null };
}

export interface GroupFeedback {
  networkId: string;
  /** The gathering the group sat at, or whose minutes it is from. */
  gatheringId: string;
  source: "group" | "minutes";
  /** The adviser who turned a line of the minutes into feedback; null for a group on its own phone. */
  byId: string | null;
  text: string;
  /** About the advisers: read by the centre's leader instead. */
  aboutAdviser?: boolean;
}

/**
 * Stores what a group at a gathering said about Nav, or what an adviser took from the minutes on its
 * behalf (learning-loop.md section 1). The author is "en gruppe på samlingen": no person is stored, not
 * even the adviser. Free text has been through the guard already.
 * @returns refused as `unknown-gathering` for one that is cancelled or of another network, and as
 * `not-an-adviser` for minutes by anyone but an adviser of the network
 */
export async function giveGroupFeedback(
  tx: Tx,
  given: GroupFeedback,
  now: Temporal.Instant,
): Promise<{ ok: true; id: string } | { ok: false; reason: "unknown-gathering" | "not-an-adviser" }> {
  const { networkId, gatheringId, source, byId, text, aboutAdviser = false } = given;
  const [gathering] = await tx
    .select({ networkId: gatherings.networkId, cancelledAt: gatherings.cancelledAt })
    .from(gatherings)
    .where(eq(gatherings.id, gatheringId));
  if (gathering?.networkId !== networkId || gathering.cancelledAt) {
    return { ok: false, reason: "unknown-gathering" };
  }
  if (source === "minutes" && !(byId && (await isAdviserIn(tx, byId, networkId)))) {
    return { ok: false, reason: "not-an-adviser" };
  }
  const id = newId();
  await putIntoBatch(tx, networkId, null, now);
  await tx.insert(feedback).values({
    id,
    networkId,
    source,
    naming: "named",
    wording: "own",
    isAboutAdviser: aboutAdviser,
    aboutAdviserId: null,
    gatheringId,
    visibleFrom: localDate(now).toString(),
  });
  await tx.insert(feedbackWords).values({ feedbackId: id, text, consequence: null, wish: null });
  return { ok: true, id };
}

const strictness: Record<Naming, number> = { named: 0, confidential: 1, anonymous: 2 };

/**
 * Makes the author of a piece of feedback less known, from now on; never better known. Anonymous
 * deletes the author, the gathering and the mails about it that went to the author, empties the digests
 * they got, and gives a receipt code instead.
 * @returns refused for anyone but the author (`not-yours`) and for a looser or equal choice (`not-stricter`)
 */
export async function chooseStricterNaming(
  tx: Tx,
  choice: { feedbackId: string; byId: string; naming: Naming },
): Promise<{ ok: true; code: string | null } | { ok: false; reason: "not-yours" | "not-stricter" }> {
  const { feedbackId, byId, naming } = choice;
  const [row] = await tx
    .select({ naming: feedback.naming, visibleFrom: feedback.visibleFrom })
    .from(feedback)
    .innerJoin(feedbackAuthors, eq(feedbackAuthors.feedbackId, feedback.id))
    .where(and(eq(feedback.id, feedbackId), eq(feedbackAuthors.personId, byId)));
  if (!row) return { ok: false, reason: "not-yours" };
  if (strictness[naming] <= strictness[row.naming]) return { ok: false, reason: "not-stricter" };
  if (naming === "confidential") {
    await tx.update(feedback).set({ naming }).where(eq(feedback.id, feedbackId));
    return { ok: true, code: null };
  }
  await eraseAuthor(tx, feedbackId, byId, row.visibleFrom);
  return { ok: true, code: await storeReceipt(tx, feedbackId) };
}

async function eraseAuthor(tx: Tx, feedbackId: string, personId: string, visibleFrom: string): Promise<void> {
  await tx.delete(feedbackAuthors).where(eq(feedbackAuthors.feedbackId, feedbackId));
  await tx
    .update(feedback)
    .set({ naming: "anonymous", gatheringId: null, visibleFrom: mondayOf(visibleFrom) })
    .where(eq(feedback.id, feedbackId));
  await tx
    .delete(outbox)
    .where(and(eq(outbox.personId, personId), like(outbox.onceKey, `feedback:${feedbackId}:%`)));
  // digests name the questions one has a part in: their words go, and one not sent yet is not sent
  const isNews = and(eq(outbox.personId, personId), eq(outbox.kind, newsKind));
  await tx.update(outbox).set({ subject: "", textBody: "", htmlBody: "" }).where(isNews);
  await tx
    .update(outbox)
    .set({ state: "aborted" })
    .where(and(isNews, inArray(outbox.state, ["queued", "retrying"])));
}
