/** Pages and the answering write as shares of references, A B A B in one run (performance.md, Method). */
import type { Filled } from "./fill.ts";
import { type Burst, capacity, median, percentile, type Target } from "./load.ts";
import { steadyElsewhere } from "./load-process.ts";
import type { Server } from "./processes.ts";

export interface Page {
  name: string;
  /** The least share of a constant page of equal bytes; null where none is set. */
  bar: number | null;
  who: "mentor" | "adviser" | "leader" | null;
  path: (filled: Filled) => string;
}

export const pages: Page[] = [
  { name: "gathering, signed in", bar: 0.08, who: "mentor", path: (f) => `/samlinger/${f.gatheringId}` },
  { name: "answer page behind a link", bar: 0.1, who: null, path: (f) => `/svar/${f.link}` },
  { name: "list of gatherings", bar: null, who: "mentor", path: () => "/samlinger" },
  { name: "front page", bar: null, who: "mentor", path: () => "/" },
  { name: "leader's queue", bar: 0.05, who: "leader", path: () => "/laeringspunkter/ko" },
  { name: "adviser's board", bar: 0.05, who: "adviser", path: () => "/laeringspunkter" },
  { name: "coupling", bar: 0.05, who: "leader", path: () => "/kobling" },
  { name: "case page", bar: 0.05, who: "mentor", path: (f) => `/eksempler/${f.caseSlug}` },
  { name: "Du sa – Nav gjorde", bar: 0.05, who: "mentor", path: () => "/innspill" },
];

export interface Bench {
  product: Server[];
  reference: Server;
  /** The same plugins around the least such a page could be; see reference-stack.ts. */
  stack: Server;
  rounds: number;
  seconds: number;
  /** p50 and p99 at 60 % of capacity, open loop. */
  hasLatency: boolean;
}

const asText = (n: number, digits: number) => n.toFixed(digits).padStart(digits + 5);

/** A and B in turn, so that what disturbs the machine disturbs both. */
async function inTurn(rounds: number, a: () => Promise<Burst>, b: () => Promise<Burst>) {
  const all = { a: [] as Burst[], b: [] as Burst[] };
  await a();
  await b();
  for (let i = 0; i < rounds; i++) {
    all.a.push(await a());
    all.b.push(await b());
  }
  return all;
}

function shares({ a, b }: { a: Burst[]; b: Burst[] }) {
  const each = a.map((one, i) => one.perSecond / (b[i] as Burst).perSecond).sort((x, y) => x - y);
  return {
    share: median(each),
    from: each[0] as number,
    to: each.at(-1) as number,
    perSecond: median(a.map((one) => one.perSecond)),
    processorMs: median(a.map((one) => one.processorMs)),
    /** The same share by processor time, which what the load or a neighbour takes does not change. */
    byProcessor: median(a.map((one, i) => (b[i] as Burst).processorMs / one.processorMs)),
  };
}

const spread = ({ share, from, to }: ReturnType<typeof shares>) =>
  `${asText(share, 3)} (${from.toFixed(3)}–${to.toFixed(3)})`;
const ofProcessor = ({ processorMs, byProcessor }: ReturnType<typeof shares>) =>
  `${processorMs.toFixed(2)} ms cpu, share ${byProcessor.toFixed(3)}`;
const verdict = (bar: number | null, share: number) =>
  bar === null ? "" : ` bar ${bar} ${share >= bar ? "met" : "NOT MET"}`;

/** One load over all processes of the product: each takes its part of the connections. */
async function ofAll(product: Server[], target: (base: string) => Target, seconds: number): Promise<Burst> {
  const bursts = await Promise.all(
    product.map(({ url, pid }) => capacity(target(url), pid, seconds, product.length)),
  );
  const sum = (pick: (burst: Burst) => number) => bursts.reduce((total, burst) => total + pick(burst), 0);
  const answered = sum((burst) => burst.answered);
  const processorMs = sum((burst) => burst.processorMs * burst.answered) / Math.max(answered, 1);
  return { perSecond: sum((burst) => burst.perSecond), processorMs, answered };
}

/** A page at 60 % of what it can do, and the constant page at as many requests a second: the floor of the machine. */
async function latencies(bench: Bench, page: Target, constant: Target, perSecond: number): Promise<string> {
  if (!bench.hasLatency) return "";
  const rate = perSecond * 0.6;
  const wordsOf = async (target: Target, samples: number) => {
    const seconds = Math.max(3, samples / rate);
    const sorted = await steadyElsewhere({ targets: [target], perSecond: rate, seconds });
    const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
    return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${(p99 / p50).toFixed(1)}×, n=${sorted.length})`;
  };
  return ` ${await wordsOf(page, 4000)}; constant ${await wordsOf(constant, 2000)}`;
}

export function targetOf(page: Page, filled: Filled, base: string): Target {
  const headers: Record<string, string> = page.who ? { cookie: `__Host-okt=${filled.tokens[page.who]}` } : {};
  return { url: base + page.path(filled), headers, status: 200 };
}

/** Measures one page and prints its line. @returns requests per second as a share of the constant page */
export async function measurePage(bench: Bench, filled: Filled, page: Page): Promise<number> {
  const { product, reference, rounds, seconds } = bench;
  const target = (base: string) => targetOf(page, filled, base);
  const first = target((product[0] as Server).url);
  const response = await fetch(first.url, { headers: first.headers ?? {}, redirect: "manual" });
  if (response.status !== 200) throw new Error(`${page.name}: ${response.status}`);
  const bytes = Buffer.byteLength(await response.text());
  const constant: Target = { url: `${reference.url}/constant?bytes=${bytes}`, status: 200 };
  const measured = shares(
    await inTurn(
      rounds,
      () => ofAll(product, target, seconds),
      () => capacity(constant, reference.pid, seconds),
    ),
  );
  console.log(
    `${page.name.padEnd(28)}${spread(measured)}${asText(measured.perSecond, 0)}/s ${ofProcessor(measured)} ` +
      `${String(bytes).padStart(6)} B${verdict(page.bar, measured.share)}${await latencies(bench, first, constant, measured.perSecond)}`,
  );
  return measured.share;
}

/** What a page of these bytes can reach on this stack at all. */
export async function measureFloor({ reference, stack, rounds, seconds }: Bench, bytes: number) {
  const page: Target = {
    url: `${stack.url}/complete?bytes=${bytes}`,
    headers: { cookie: "okt=token" },
    status: 200,
  };
  const constant: Target = { url: `${reference.url}/constant?bytes=${bytes}`, status: 200 };
  const measured = shares(
    await inTurn(
      rounds,
      () => capacity(page, stack.pid, seconds),
      () => capacity(constant, reference.pid, seconds),
    ),
  );
  console.log(
    `${`the least such page, ${bytes} B`.padEnd(28)}${spread(measured)}${asText(measured.perSecond, 0)}/s ${ofProcessor(measured)}`,
  );
}

/** The constant page against itself. */
export async function measureNoise({ reference, rounds, seconds }: Bench) {
  const target: Target = { url: `${reference.url}/constant?bytes=12000`, status: 200 };
  const burst = () => capacity(target, reference.pid, seconds);
  const measured = shares(await inTurn(rounds, burst, burst));
  console.log(
    `${"constant against itself".padEnd(28)}${spread(measured)}${asText(measured.perSecond, 0)}/s: call nothing under this a finding`,
  );
}

/** Answering by the link, durable, against the raw transaction. */
export async function measureAnswering({ product, reference, rounds, seconds }: Bench, filled: Filled) {
  let turn = 0;
  const bodies = ["ja", "kanskje"].map((svar) =>
    new URLSearchParams({ svar, rekkefolge: String(filled.sequence) }).toString(),
  );
  const target = (base: string, body: string): Target => ({
    url: `${base}/svar/${filled.link}`,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    body,
    status: 303,
  });
  const raw = async () => {
    const response = await fetch(`${reference.url}/raw?ms=${seconds * 1000}`);
    const { perSecond } = (await response.json()) as { perSecond: number };
    return { perSecond, processorMs: 0, answered: 0 };
  };
  const answer = () => {
    const body = bodies[turn++ % 2] as string;
    return ofAll(product, (base) => target(base, body), seconds);
  };
  const measured = shares(await inTurn(rounds, answer, raw));
  console.log(
    `${"answering, durable".padEnd(28)}${spread(measured)}${asText(measured.perSecond, 0)}/s ${measured.processorMs.toFixed(2)} ms cpu, of the raw transaction;${verdict(0.45, measured.share)}`,
  );
}
