/** The demo's wishes, what people try, and the minutes of the gatherings that were held. */
import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { publishMinutes } from "../gatherings/minutes-publishing.ts";
import { markDone, writeMinutes } from "../gatherings/minutes-writing.ts";
import { agendaItems, gatherings, minuteActions } from "../gatherings/tables.ts";
import { noteTry } from "../gatherings/try.ts";
import { reportBacksFor, reportedAt } from "../learning/agenda.ts";
import type { Mailer } from "../mail/outbox.ts";
import { proposeTopic, voteForTopic } from "../networks/topic.ts";
import type { Tx } from "../store/store.ts";
import type { DemoTalk } from "./content.ts";
import type { DemoFacts } from "./gatherings.ts";
import { idOf } from "./people.ts";

type DemoMinutes = DemoTalk["minutes"][number];

/** Adds them all. The mails of minutes long past are not sent again; those of the latest gathering are. */
export async function addDemoTalk(tx: Tx, mailer: Mailer, facts: DemoFacts, demo: DemoTalk): Promise<void> {
  for (const wish of demo.wishes) await addWish(tx, facts, wish);
  for (const one of demo.tries) await addTry(tx, facts, one);
  const silent: Mailer = { ...mailer, queueAll: async () => 0 };
  for (const one of demo.minutes) {
    await addMinutes(tx, one === demo.minutes.at(-1) ? mailer : silent, facts, one);
  }
}

async function addWish(tx: Tx, { ids, now }: DemoFacts, wish: DemoTalk["wishes"][number]): Promise<void> {
  const networkId = idOf(ids, "network");
  const byId = wish.by && idOf(ids, wish.by);
  const source = byId ? ("mentor" as const) : ("evaluation" as const);
  const at = now.subtract({ hours: 24 * wish.days_ago });
  const topicId = await proposeTopic(tx, { networkId, words: wish.words, source, byId }, at);
  for (const key of wish.votes) await voteForTopic(tx, { topicId, personId: idOf(ids, key) });
  if (!wish.on) return;
  const { gathering, item } = wish.on;
  const isThis = and(eq(agendaItems.gatheringId, idOf(ids, gathering)), eq(agendaItems.title, item));
  const put = await tx.update(agendaItems).set({ topicId }).where(isThis).returning({ id: agendaItems.id });
  if (put.length !== 1) throw new Error(`content/demo: "${item}" is not on the agenda of ${gathering}`);
}

async function gatheringOf(tx: Tx, { ids }: DemoFacts, key: string) {
  const [row] = await tx
    .select()
    .from(gatherings)
    .where(eq(gatherings.id, idOf(ids, key)));
  return row as typeof gatherings.$inferSelect;
}

async function addTry(tx: Tx, facts: DemoFacts, one: DemoTalk["tries"][number]): Promise<void> {
  const { endsAt } = await gatheringOf(tx, facts, one.days_after.gathering);
  const at = endsAt.add({ hours: 24 * one.days_after.days });
  const note = { networkId: idOf(facts.ids, "network"), personId: idOf(facts.ids, one.by) };
  await noteTry(tx, { ...note, words: one.words, isShared: one.shared }, at);
}

async function addMinutes(tx: Tx, mailer: Mailer, facts: DemoFacts, demo: DemoMinutes): Promise<void> {
  const { ids } = facts;
  const gathering = await gatheringOf(tx, facts, demo.gathering);
  const gatheringId = gathering.id;
  const byId = idOf(ids, "kari");
  const agenda = await tx.select().from(agendaItems).where(eq(agendaItems.gatheringId, gatheringId));
  const day = (days: number) => Temporal.PlainDate.from(gathering.localDate).add({ days }).toString();
  const plain = { id: null, version: 0, responsibleId: null, responsible: null, dueOn: null };
  const items = Object.entries(demo.items).map(([heading, lines]) => ({
    ...{ id: null, version: 0, heading, words: lines.join("\n") },
    agendaItemId: agenda.find(({ title }) => title === heading)?.id ?? null,
  }));
  const actions = [
    ...demo.agreed.map((words) => ({ ...plain, kind: "agreed" as const, words })),
    ...demo.actions.map(({ words, who, name, due_days }) => ({
      ...{ ...plain, kind: "action" as const, words, responsibleId: who && idOf(ids, who) },
      ...{ responsible: name ?? null, dueOn: day(due_days) },
    })),
  ];
  const at = gathering.endsAt.add({ hours: 26 });
  await writeMinutes(tx, { gatheringId, byId, items, actions }, at);
  for (const { words, done_days } of demo.actions) {
    if (done_days === null) continue;
    const [row] = await tx
      .select({ id: minuteActions.id })
      .from(minuteActions)
      .where(and(eq(minuteActions.gatheringId, gatheringId), eq(minuteActions.words, words)));
    await markDone(tx, { actionId: row?.id as string, doneOn: day(done_days) });
  }
  const published = await publishMinutes(
    tx,
    mailer,
    { reportBacksFor, reportedAt },
    { gatheringId, byId },
    at,
  );
  if (!published.ok) throw new Error(`content/demo: minutes of ${demo.gathering}: ${published.reason}`);
}
