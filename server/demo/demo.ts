/** The demo network: loaded once, into an empty database, in demo mode only. Dates follow today. */
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import { loadCases } from "../cases/library.ts";
import { proposeDates } from "../gatherings/proposals.ts";
import { storeCoupling } from "../learning/coupling-store.ts";
import { keepSealKey } from "../learning/seal.ts";
import type { Mailer } from "../mail/outbox.ts";
import { networks } from "../networks/tables.ts";
import { loadDeclaration } from "../people/declaration.ts";
import { persons } from "../people/tables.ts";
import { countDuePools } from "../surveys/due-pools.ts";
import { instantOf, localDate } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { addDemoCase } from "./case.ts";
import {
  type DemoEvaluations,
  type DemoGatherings,
  type DemoLearning,
  type DemoNetwork,
  type DemoTalk,
  readDemo,
} from "./content.ts";
import { addDemoGatherings } from "./gatherings.ts";
import { addDemoGroups, type DemoGroups } from "./groups.ts";
import { addDemoLearning } from "./learning.ts";
import { addDemoPeople } from "./people.ts";
import { addDemoSurveys } from "./surveys.ts";
import { addDemoTalk } from "./talk.ts";

const tuesday = 2;
/** The next gathering is at least this far away, so that there is time to answer it. */
const leastDaysAhead = 6;

/**
 * Dates of a monthly rule around a day, such that the next gathering is about a week away and the
 * last one some weeks ago.
 */
export function demoDates(today: Temporal.PlainDate): { past: string[]; coming: string[] } {
  let next = today.add({ days: leastDaysAhead });
  next = next.add({ days: (tuesday - next.dayOfWeek + 7) % 7 });
  if (next.day > 28) next = next.add({ weeks: 1 });
  const rule = {
    nth: Math.ceil(next.day / 7),
    weekday: tuesday,
    everyMonths: 1,
    from: today.subtract({ months: 14 }).toString(),
    to: today.add({ months: 10 }).toString(),
  };
  const dates = proposeDates(rule).flatMap(({ date, closed, replacement }) =>
    closed ? (replacement ?? []) : date,
  );
  const sorted = [...new Set(dates)].sort();
  return {
    past: sorted.filter((date) => date < today.toString()).slice(-8),
    coming: sorted.filter((date) => date > today.toString()).slice(0, 4),
  };
}

async function isEmpty({ store }: House): Promise<boolean> {
  const anyone = await store.read.select({ id: persons.id }).from(persons).limit(1);
  const anything = await store.read.select({ id: networks.id }).from(networks).limit(1);
  return anyone.length + anything.length === 0;
}

export interface DemoContent {
  people: DemoNetwork;
  meetings: DemoGatherings;
  learning: DemoLearning;
  groups: DemoGroups;
  talk: DemoTalk;
  evaluations: DemoEvaluations;
}

/** The demo's content as it stands in its files. */
export function readDemoContent(root: string): DemoContent {
  return {
    people: readDemo<DemoNetwork>(root, "network"),
    meetings: readDemo<DemoGatherings>(root, "gatherings"),
    learning: readDemo<DemoLearning>(root, "learning"),
    groups: readDemo<DemoGroups>(root, "groups"),
    talk: readDemo<DemoTalk>(root, "talk"),
    evaluations: readDemo<DemoEvaluations>(root, "evaluations"),
  };
}

/** Adds a whole network to a store, with everything that happened in it. */
export async function addDemoNetwork(house: House, mailer: Mailer, content: DemoContent): Promise<void> {
  keepSealKey(house.config.secret);
  const { root } = house.config;
  const now = house.now();
  const { people, meetings, learning, groups, talk, evaluations } = content;
  const { version } = loadDeclaration(join(root, "content"));
  const dates = demoDates(localDate(now));
  await house.store.write(async (tx) => {
    const ids = await addDemoPeople(tx, people, version, now);
    const facts = { ids, network: people.network, dates, now };
    await addDemoGatherings(tx, mailer, facts, meetings);
    const ends = new Map<string, Temporal.Instant>();
    const inOrder = [...dates.past.entries()].map(([i, date]) => [`p${i + 1}`, date] as const);
    for (const [key, date] of inOrder) ends.set(key, instantOf(date, people.network.end));
    await addDemoCase(tx, root, ids, now);
    const then = instantOf(dates.past[Number(groups.gathering.slice(1)) - 1] as string, people.network.start);
    await addDemoGroups(tx, groups, loadCases(join(root, "content")), ids, then, now);
    await addDemoLearning(tx, mailer, facts, learning, ends);
    await addDemoTalk(tx, mailer, facts, talk);
    await addDemoSurveys(tx, mailer.secret, facts, evaluations);
  });
  await countDuePools(house.store, mailer.secret, now);
  await storeCoupling(house.store, now);
}

/** Loads the demo into an empty store; does nothing to any other. Returns whether it did. */
export async function loadDemo(house: House, mailer: Mailer): Promise<boolean> {
  if (!(await isEmpty(house))) return false;
  await addDemoNetwork(house, mailer, readDemoContent(house.config.root));
  return true;
}
