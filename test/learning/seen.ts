/** What can be seen of a network in the end, with names in the place of ids: two orders must give the same. */
import { lt } from "drizzle-orm";
import { halfYears } from "../../server/gatherings/tables.ts";
import { reportBacksFor } from "../../server/learning/agenda.ts";
import { couplingOf, storeCoupling } from "../../server/learning/coupling-store.ts";
import { feedbackByCode, inboxOf, ownFeedbackPage } from "../../server/learning/feedback-queries.ts";
import { logOf, openRoundsFor, queuePage } from "../../server/learning/item-queries.ts";
import { wordsForLeaders } from "../../server/learning/item-words.ts";
import { loopsOf } from "../../server/learning/loops.ts";
import { newsUpTo } from "../../server/learning/news-queries.ts";
import { feedbackByReceipt } from "../../server/learning/receipt.ts";
import { countedItems, rulesUnderPressure } from "../../server/learning/rule-queries.ts";
import { silentItemIds } from "../../server/learning/silence.ts";
import { stateOf } from "../../server/learning/state.ts";
import {
  feedback,
  feedbackReviews,
  itemFeedback,
  learningLog,
  practiceChanges,
} from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { topics } from "../../server/networks/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { evaluationsOf, halfYearPools } from "../../server/surveys/queries.ts";
import { localDate } from "../../server/web/dates.ts";
import type { World } from "./deeds.ts";

/** The names of everything that has one, by id. */
async function namesIn(world: World): Promise<Map<string, string>> {
  const { read } = world.house.store;
  const people = await read.select({ id: persons.id, name: persons.name }).from(persons);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const [i, id] of world.mentors.entries()) names.set(id, `mentor ${i}`);
  const { gatherings, pieces, items, decisions } = world;
  for (const map of [gatherings, pieces, items, decisions]) for (const [name, id] of map) names.set(id, name);
  return names;
}

/** Rows that have no order of their own, or one of ids: sorted by what stands in them, once they have names. */
const sorted = (rows: readonly unknown[]) => ({ inAnyOrder: rows });

function settled(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(settled);
  if (!("inAnyOrder" in value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, settled(part)]));
  }
  const rows = settled(value.inAnyOrder) as unknown[];
  return rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function rowsIn({ house }: World) {
  const { read } = house.store;
  const mails = await read
    .select({ kind: outbox.kind, personId: outbox.personId, subject: outbox.subject, text: outbox.textBody })
    .from(outbox);
  const rows = {
    pieces: await read.select().from(feedback),
    reviews: await read.select().from(feedbackReviews),
    places: await read.select().from(itemFeedback),
    // rows of one moment are numbered by chance
    log: (await read.select().from(learningLog)).map(({ id: _, ...row }) => row),
    changes: (await read.select().from(practiceChanges)).map(({ id: _, ...row }) => row),
    // links hold ids and what is signed
    mails: mails.map(({ text, ...mail }) => ({ ...mail, text: text.replace(/https?:\S+/g, "link") })),
    wishes: (await read.select().from(topics)).map(({ id: _, ...row }) => row),
    // until it is over, a half-year is as it was counted at whichever closing of a gathering came last
    halfYears: await read.select().from(halfYears).where(lt(halfYears.half, "2027-2")),
  };
  return Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, sorted(all)]));
}

async function itemsIn({ house, cast }: World) {
  const { read } = house.store;
  const today = localDate(house.now()).toString();
  const loops = await loopsOf(read, [cast.network]);
  return Promise.all(
    loops.map(async (loop) => ({
      state: stateOf(loop, today),
      loop: { ...loop, reportBacks: sorted(loop.reportBacks) },
      history: sorted(await logOf(read, loop.id)),
      words: sorted(await wordsForLeaders(read, loop.id, today)),
    })),
  );
}

async function standingsIn({ house, mentors, codes }: World) {
  const { read } = house.store;
  const byCode = [];
  for (const [name, code] of codes) {
    const id = await feedbackByReceipt(read, code);
    byCode.push({ name, standing: id && (await feedbackByCode(read, id)) });
  }
  const own = await Promise.all(mentors.map((id) => ownFeedbackPage(read, id, null, 50)));
  return { byCode: sorted(byCode), own: own.map(sorted) };
}

async function queuesIn({ house, cast, mentors, gatherings }: World) {
  const { read } = house.store;
  const today = localDate(house.now()).toString();
  const leaders = [cast.leif, cast.vibeke, cast.randi];
  const pressed = await rulesUnderPressure(read, countedItems([cast.network], [cast.network]), null, 20);
  return {
    inboxes: await Promise.all(
      [cast.kari, cast.tore].map(async (id) => sorted(await inboxOf(read, id, today))),
    ),
    // what one run of the clock put back has one moment, and stands by its id
    queues: await Promise.all(
      leaders.map(async (id) => sorted((await queuePage(read, id, null, 50)).map((row) => [row.at, row.id]))),
    ),
    silent: sorted(await silentItemIds(read, [cast.network])),
    asked: await Promise.all(
      mentors.map(async (id) =>
        sorted((await openRoundsFor(read, id)).map(({ itemId, vote }) => ({ itemId, vote }))),
      ),
    ),
    agendas: await Promise.all(
      [...gatherings.values()].map((id) => reportBacksFor(read, id, "nb", house.now())),
    ),
    // the same rule in other words is another rule; its row has the moment of whoever named it first
    pressed: pressed.map(({ rule, ...row }) => ({ words: rule.words, ...row })),
    news: sorted(
      (await newsUpTo(read, house.now())).map(({ itemIds, ...row }) => ({
        ...row,
        itemIds: sorted([...itemIds]),
      })),
    ),
  };
}

async function figuresIn({ house, cast }: World) {
  const { read } = house.store;
  await storeCoupling(house.store, house.now());
  return {
    evaluations: await evaluationsOf(read, cast.network, { after: null, size: 50 }),
    pools: await halfYearPools(read, [cast.network], house.now()),
    coupling: (await couplingOf(read, [cast.network], "2026-1")).map(({ halfYear, counts }) => ({
      halfYear,
      counts,
    })),
  };
}

/** Where two of these differ, a line each; shorter to read than both. */
export function differences(one: unknown, other: unknown, path = ""): string[] {
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) {
    return one === other ? [] : [`${path}: ${JSON.stringify(one)} / ${JSON.stringify(other)}`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const at = (part: object, key: string) => (part as Record<string, unknown>)[key];
  return [...keys].flatMap((key) => differences(at(one, key), at(other, key), `${path}/${key}`));
}

const idIn = /\b[a-z2-7]{26}\b/g;

/** All of it; what has no name stands as `#`. */
export async function seenIn(world: World) {
  const names = await namesIn(world);
  const named = (value: unknown) =>
    settled(JSON.parse(JSON.stringify(value).replace(idIn, (id) => names.get(id) ?? "#")));
  return {
    rows: named(await rowsIn(world)),
    items: named(await itemsIn(world)) as { state: string }[],
    standings: named(await standingsIn(world)),
    queues: named(await queuesIn(world)),
    figures: named(await figuresIn(world)),
  };
}
