/** Latency of a page while a thousand mails are sent and ten thousand people imported (performance.md, bar 3). */
import { setTimeout as wait } from "node:timers/promises";
import { and, count, eq, inArray, lte } from "drizzle-orm";
import { outbox } from "../../server/mail/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import type { TestHouse } from "../house.ts";
import type { Filled } from "./fill.ts";
import { percentile } from "./load.ts";
import { steadyElsewhere } from "./load-process.ts";
import { type Bench, pages, targetOf } from "./measure.ts";
import type { Server } from "./processes.ts";

const mails = 1_000;
const people = 10_000;
const longestSeconds = 240;

async function countOf(
  house: TestHouse,
  table: typeof outbox | typeof persons,
  where?: ReturnType<typeof and>,
) {
  const [row] = await house.store.read.select({ n: count() }).from(table).where(where);
  return row?.n ?? 0;
}

const waitingMails = (house: TestHouse) =>
  countOf(
    house,
    outbox,
    and(inArray(outbox.state, ["queued", "sending", "retrying"]), lte(outbox.notBefore, house.now())),
  );

/** Lets the server send what filling the house has queued, so that pages are measured and not mail. */
export async function untilSent(house: TestHouse): Promise<void> {
  const until = Date.now() + longestSeconds * 1000;
  while ((await waitingMails(house)) > 0 && Date.now() < until) await wait(200);
}

/** The mails that filling the house has sent, again until there are a thousand. */
async function queueMails(house: TestHouse): Promise<void> {
  const sent = await house.store.read.select().from(outbox).where(eq(outbox.state, "sent")).limit(mails);
  if (sent.length === 0) throw new Error("nothing was sent before");
  const rows = Array.from({ length: mails }, (_, i) => ({
    ...(sent[i % sent.length] as (typeof sent)[number]),
    ...{ id: newId(), messageId: `<${newId()}@bench.example>`, onceKey: null },
    ...{ state: "queued" as const, attempts: 0, notBefore: house.now(), notAfter: null, sentAt: null },
  }));
  await house.store.write(async (tx) => {
    for (let i = 0; i < mails; i += 50) await tx.insert(outbox).values(rows.slice(i, i + 50));
  });
}

/** As an adviser does it: the list is sent in, looked through, and added. */
async function importPeople(server: Server, filled: Filled): Promise<string> {
  const headers = { cookie: `__Host-okt=${filled.tokens.adviser}`, "sec-fetch-site": "same-origin" };
  const rows = Array.from(
    { length: people },
    (_, i) => `Ny Mentor ${i};ny${i}@bench.example;Bedrift ${i % 500}`,
  );
  const form = new FormData();
  form.set("nettverk", filled.networkId);
  form.set("fil", new File([["Navn;E-post;Arbeidsplass", ...rows].join("\n")], "folk.csv"));
  const sent = await fetch(`${server.url}/personer/import`, {
    method: "POST",
    headers,
    body: form,
    redirect: "manual",
  });
  const path = sent.headers.get("location")?.split("?")[0];
  if (!path) throw new Error(`the list was refused: ${sent.status}`);
  return path;
}

async function addWhenLooked(server: Server, path: string, filled: Filled): Promise<void> {
  const headers = { cookie: `__Host-okt=${filled.tokens.adviser}`, "sec-fetch-site": "same-origin" };
  for (let i = 0; i < longestSeconds; i++) {
    const page = await (await fetch(server.url + path, { headers })).text();
    if (page.includes("/legg-til")) {
      await fetch(`${server.url}${path}/legg-til`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
        body: "lignende=skip",
        redirect: "manual",
      });
      return;
    }
    await wait(1000);
  }
  throw new Error("the list was not looked through in time");
}

/** Measures the gathering page at a steady rate, first alone and then while all that goes on. */
export async function measureBusy({ product }: Bench, house: TestHouse, filled: Filled, perSecond: number) {
  const server = product[0] as Server;
  const target = targetOf(pages[0] as (typeof pages)[0], filled, server.url);
  const show = (what: string, sorted: number[]) => {
    const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
    const words = `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${(p99 / p50).toFixed(1)}×, n=${sorted.length})`;
    console.log(`gathering at ${perSecond.toFixed(0)}/s, ${what}`.padEnd(60) + words);
  };
  show("nothing else", await steadyElsewhere({ targets: [target], perSecond, seconds: 10 }));
  const before = await countOf(house, persons);
  await queueMails(house);
  const path = await importPeople(server, filled);
  const isAdded = addWhenLooked(server, path, filled);
  const began = performance.now();
  const seen: number[] = [];
  let [added, waiting] = [0, mails];
  while ((added < people || waiting > 0) && performance.now() - began < longestSeconds * 1000) {
    seen.push(...(await steadyElsewhere({ targets: [target], perSecond, seconds: 5 })));
    added = (await countOf(house, persons)) - before;
    waiting = await waitingMails(house);
  }
  await isAdded;
  seen.sort((a, b) => a - b);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  show(`${mails - waiting} mails and ${added} people in ${seconds} s`, seen);
}
