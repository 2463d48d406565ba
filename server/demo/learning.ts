/**
 * The demo's feedback and what became of it: every event goes through the same domain functions as
 * real ones, in the order of time, so that nothing in the demo could not have happened.
 */
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { openBatches } from "../learning/batch.ts";
import { lookAgain, returnEndedTrials } from "../learning/dates.ts";
import { decide } from "../learning/decision.ts";
import { giveFeedback } from "../learning/feedback.ts";
import { gatherFeedback } from "../learning/item.ts";
import { referralsOf, sendToLeader } from "../learning/referral.ts";
import { reportBack } from "../learning/report-back.ts";
import { reviewFeedback } from "../learning/review.ts";
import { closeDueRounds, openDueRounds } from "../learning/rounds.ts";
import { addRule } from "../learning/rule.ts";
import { decisions } from "../learning/tables.ts";
import { castVote, type Vote } from "../learning/votes.ts";
import type { Mailer } from "../mail/outbox.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import type { DemoLearning } from "./content.ts";
import type { DemoFacts } from "./gatherings.ts";
import { idOf } from "./people.ts";

type Feedback = DemoLearning["feedback"][number];
type Item = DemoLearning["items"][number];
interface Event {
  at: Temporal.Instant;
  run: (at: Temporal.Instant) => Promise<unknown>;
}

/** Nothing in the demo may be refused: a refusal is a fault in content/demo. */
function mustBeDone<R extends { ok: boolean }>(result: R, what: string): Extract<R, { ok: true }> {
  if (!result.ok) throw new Error(`content/demo/learning.yaml: ${what}: ${JSON.stringify(result)}`);
  return result as Extract<R, { ok: true }>;
}

/**
 * Adds it all.
 * @param ends when each gathering of the content ended, by its key
 */
export async function addDemoLearning(
  tx: Tx,
  mailer: Mailer,
  facts: DemoFacts,
  demo: DemoLearning,
  ends: Map<string, Temporal.Instant>,
): Promise<void> {
  const { ids, now } = facts;
  const silent: Mailer = { ...mailer, queue: async () => true, queueAll: async () => 0 };
  const kari = idOf(ids, "kari");
  const first = ends.get("p1") as Temporal.Instant;
  for (const { key, text: words, kind, reference, owner, who_can_change: whoCanChange } of demo.rules) {
    ids.set(key, await addRule(tx, { words, kind, reference, owner, whoCanChange }, first));
  }
  /** Some days after a gathering; never later than a moment ago. */
  const daysAfter = (key: string, days: number) => {
    const at = (ends.get(key) as Temporal.Instant).add({ minutes: Math.round(days * 24 * 60) });
    const latest = now.subtract({ minutes: 30 });
    return Temporal.Instant.compare(at, latest) > 0 ? latest : at;
  };

  const give = (piece: Feedback): Event => ({
    at: daysAfter(piece.after, 0.2 + Number(piece.key.slice(1)) * 0.08),
    run: async (at) => {
      const given = {
        networkId: idOf(ids, "network"),
        byId: piece.author ? idOf(ids, piece.author) : piece.source === "minutes" ? kari : idOf(ids, "ola"),
        source: piece.source,
        naming: piece.name,
        wording: piece.words,
        text: piece.text,
        consequence: piece.consequence,
        wish: piece.wish,
        about: "none",
        gatheringId: piece.source === "free" ? null : idOf(ids, piece.after),
      };
      ids.set(piece.key, mustBeDone(await giveFeedback(tx, given, at), `${piece.key} given`).id);
    },
  });

  const review = (piece: Feedback): Event => ({
    at: daysAfter(piece.after, 9),
    run: async (at) => {
      await openBatches(tx, at);
      const isPraise =
        piece.state === "reviewed" &&
        !demo.items.some((item) => item.feedback.includes(piece.key)) &&
        piece.wish === null;
      const facts = {
        feedbackId: idOf(ids, piece.key),
        byId: kari,
        outcome: isPraise ? ("no_action" as const) : ("kept" as const),
        themeSlug: piece.theme,
        remove: [],
        note: null,
        paraphrase: piece.words === "paraphrase" ? piece.paraphrase : null,
      };
      mustBeDone(await reviewFeedback(tx, silent, facts, at), `${piece.key} reviewed`);
    },
  });

  const gather = (item: Item): Event => ({
    at: daysAfter(item.created_after, 10),
    run: async (at) => {
      const made = {
        themeSlug: item.theme,
        question: item.question,
        gapSaid: item.gap?.say ?? null,
        gapDone: item.gap?.do ?? null,
        gapLeadsTo: item.gap?.leads_to ?? null,
        dissent: null,
        suggestedRuleId: null,
      };
      for (const key of item.feedback) {
        const into = ids.get(item.key) ?? made;
        const gathering = { feedbackId: idOf(ids, key), byId: kari, into };
        ids.set(
          item.key,
          mustBeDone(await gatherFeedback(tx, gathering, at), `${key} into ${item.key}`).itemId,
        );
      }
    },
  });

  const send = (item: Item, sent: NonNullable<Item["sent"]>): Event => ({
    at: daysAfter(sent.after, 11),
    run: async (at) => {
      const facts = {
        itemId: idOf(ids, item.key),
        byId: kari,
        toId: idOf(ids, sent.to),
        dueGatheringId: idOf(ids, sent.due),
      };
      mustBeDone(await sendToLeader(tx, silent, facts, at), `${item.key} sent`);
    },
  });

  const settle = (item: Item, decision: NonNullable<Item["decision"]>): Event => ({
    at: daysAfter(decision.after, 13),
    run: async (at) => {
      const { all } = await referralsOf(tx, idOf(ids, item.key));
      const day = localDate(at);
      const stop = decision.stop_days_after;
      const facts = {
        itemId: idOf(ids, item.key),
        referralId: all[0]?.id as string,
        byId: idOf(ids, decision.by),
        verdict: decision.verdict,
        reason: decision.reason,
        rule: idOf(ids, decision.rule),
        ruleView: decision.rule_view,
        onDate: day.add({ days: decision.start_days_after }).toString(),
        stopDate: stop === null ? null : day.add({ days: stop }).toString(),
        responsible: decision.responsible,
        notice: decision.notice,
        hoursFreedPerMonth: decision.hours_freed,
        wouldChangeOurMind: null,
        secondReader: null,
      };
      mustBeDone(await decide(tx, silent, facts, at), `${item.key} decided`);
    },
  });

  const report = (item: Item, key: string): Event => ({
    at: daysAfter(key, 0.1),
    run: async (at) => {
      const [decision] = await tx
        .select({ id: decisions.id })
        .from(decisions)
        .where(eq(decisions.itemId, idOf(ids, item.key)));
      const facts = { decisionId: decision?.id as string, gatheringId: idOf(ids, key), byId: kari };
      mustBeDone(await reportBack(tx, silent, facts, at), `${item.key} reported`);
    },
  });

  const voted = new Set<string>();
  /** The votes of an item, as soon as a round of it is open. */
  async function vote(item: Item, at: Temporal.Instant): Promise<void> {
    if (!item.votes || voted.has(item.key)) return;
    for (const [said, keys] of Object.entries(item.votes)) {
      for (const key of keys) {
        const result = await castVote(
          tx,
          { itemId: idOf(ids, item.key), byId: idOf(ids, key), vote: said as Vote },
          at,
        );
        if (!result.ok) return;
      }
    }
    voted.add(item.key);
  }

  /** What the clock does, and those who vote: at each gathering and some days after it. */
  const tick = (at: Temporal.Instant): Event => ({
    at,
    run: async () => {
      await returnEndedTrials(tx, silent, at);
      await lookAgain(tx, silent, at);
      await closeDueRounds(tx, silent, at);
      await openDueRounds(tx, silent, at);
      await openBatches(tx, at);
      for (const item of demo.items) if (ids.has(item.key)) await vote(item, at);
    },
  });

  const events: Event[] = [
    ...demo.feedback.map(give),
    ...demo.feedback.filter((piece) => piece.state !== "received").map(review),
    ...demo.items.flatMap((item) => [
      gather(item),
      ...(item.sent ? [send(item, item.sent)] : []),
      ...(item.decision ? [settle(item, item.decision)] : []),
      ...(item.reported ? [report(item, item.reported.at)] : []),
    ]),
    ...[...ends.keys()]
      .filter((key) => key.startsWith("p"))
      .flatMap((key) => [tick(daysAfter(key, 0.15)), tick(daysAfter(key, 3))]),
  ];
  events.sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (const event of events) await event.run(event.at);
  await tick(now).run(now);
}
