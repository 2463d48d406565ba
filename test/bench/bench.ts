/**
 * `npm run bench`: pages and writes as shares of references measured in the same run (performance.md).
 * `--rows=1000,100000` sizes, `--rounds=7`, `--seconds=1` of each burst, `--latency` for p50 and p99 at
 * a steady rate. Prints a table and writes nothing else; bounded in time.
 */
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { SMTPServer } from "smtp-server";
import { openHouse } from "../house.ts";
import { type Filled, fill } from "./fill.ts";
import { type Burst, capacity, connections, median, percentile, steady, type Target } from "./load.ts";
import { memoryOf, type Server, startServer } from "./processes.ts";

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", default: "1000,100000" },
    rounds: { type: "string", default: "7" },
    seconds: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    latency: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const note = (text: string) => process.stderr.write(`  ${text}\n`);

interface Page {
  name: string;
  /** The least share of a constant page of equal bytes; null where none is set. */
  bar: number | null;
  who: "mentor" | "adviser" | "leader" | null;
  path: (filled: Filled) => string;
}

const pages: Page[] = [
  { name: "gathering, signed in", bar: 0.08, who: "mentor", path: (f) => `/samlinger/${f.gatheringId}` },
  { name: "answer page behind a link", bar: 0.1, who: null, path: (f) => `/svar/${f.link}` },
  { name: "list of gatherings", bar: null, who: "mentor", path: () => "/samlinger" },
  { name: "front page", bar: null, who: "mentor", path: () => "/" },
  { name: "leader's queue", bar: 0.05, who: "leader", path: () => "/laeringspunkter/ko" },
  { name: "adviser's board", bar: 0.05, who: "adviser", path: () => "/laeringspunkter" },
  { name: "case page", bar: 0.05, who: "mentor", path: (f) => `/eksempler/${f.caseSlug}` },
  { name: "Du sa – Nav gjorde", bar: 0.05, who: "mentor", path: () => "/innspill" },
];

const asText = (n: number, digits: number) => n.toFixed(digits).padStart(digits + 5);

/** A and B in turn, so that what disturbs the machine disturbs both. */
async function inTurn(a: () => Promise<Burst>, b: () => Promise<Burst>): Promise<{ a: Burst[]; b: Burst[] }> {
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
    constantMs: median(b.map((one) => one.processorMs)),
  };
}

async function latencies(target: Target, perSecond: number): Promise<string> {
  if (!options.latency) return "";
  const rate = perSecond * 0.6;
  const sorted = await steady(target, rate, Math.max(3, 2000 / rate));
  const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
  return ` p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${(p99 / p50).toFixed(1)}×, n=${sorted.length})`;
}

const cookie = (filled: Filled, who: Page["who"]) =>
  who ? { cookie: `__Host-okt=${filled.tokens[who]}` } : ({} as Record<string, string>);

async function measurePage(product: Server, reference: Server, filled: Filled, page: Page) {
  const target: Target = {
    url: product.url + page.path(filled),
    headers: cookie(filled, page.who),
    status: 200,
  };
  const response = await fetch(target.url, { headers: target.headers ?? {}, redirect: "manual" });
  if (response.status !== 200) throw new Error(`${page.name}: ${response.status}`);
  const bytes = Buffer.byteLength(await response.text());
  const constant: Target = { url: `${reference.url}/constant?bytes=${bytes}`, status: 200 };
  const measured = shares(
    await inTurn(
      () => capacity(target, product.pid, seconds),
      () => capacity(constant, reference.pid, seconds),
    ),
  );
  const bar = page.bar === null ? "" : `bar ${page.bar} ${measured.share >= page.bar ? "met" : "NOT MET"}`;
  console.log(
    `${page.name.padEnd(28)}${asText(measured.share, 3)} (${measured.from.toFixed(3)}–${measured.to.toFixed(3)})` +
      `${asText(measured.perSecond, 0)}/s ${measured.processorMs.toFixed(2)} ms cpu ${String(bytes).padStart(6)} B ${bar}` +
      (await latencies(target, measured.perSecond)),
  );
}

/** Answering by the link, durable, against the raw transaction. */
async function measureAnswering(product: Server, reference: Server, filled: Filled) {
  let turn = 0;
  const bodies = ["ja", "kanskje"].map((svar) =>
    new URLSearchParams({ svar, rekkefolge: String(filled.sequence) }).toString(),
  );
  const target = (): Target => ({
    url: `${product.url}/svar/${filled.link}`,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    body: bodies[turn++ % 2] as string,
    status: 303,
  });
  const raw = async () => {
    const response = await fetch(`${reference.url}/raw?ms=${seconds * 1000}`);
    const { perSecond } = (await response.json()) as { perSecond: number };
    return { perSecond, processorMs: 0, answered: 0 };
  };
  const measured = shares(await inTurn(() => capacity(target(), product.pid, seconds), raw));
  console.log(
    `${"answering, durable".padEnd(28)}${asText(measured.share, 3)} (${measured.from.toFixed(3)}–${measured.to.toFixed(3)})` +
      `${asText(measured.perSecond, 0)}/s of the raw transaction; bar 0.45 ${measured.share >= 0.45 ? "met" : "NOT MET"}`,
  );
}

async function measureSize(rows: number, reference: Server, smtpPort: number) {
  const house = await openHouse({ DEMO: "on", BASE_URL: "https://bench.example", SECRET: "b".repeat(40) });
  const filled = await fill(house, rows, note);
  const product = await startServer(
    ["--max-old-space-size=512", "build/server/main.js"],
    {
      NODE_ENV: "production",
      BASE_URL: "https://bench.example",
      SECRET: "b".repeat(40),
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: "Mentornettverk <mentor@bench.example>",
      DATABASE_URL: house.config.databaseUrl,
    },
    "/internal/isalive",
    cpus().length > 1 ? 0 : null,
  );
  try {
    console.log(`\n${filled.rows} rows beside the demo, ${house.config.databaseUrl.split(":")[0]}`);
    const wanted = pages.filter(({ name }) => name.includes(options.only));
    for (const page of wanted) await measurePage(product, reference, filled, page);
    if ("answering".includes(options.only)) await measureAnswering(product, reference, filled);
    console.log(`memory ${memoryOf(product.pid).toFixed(0)} MB`);
  } finally {
    await product.stop();
    await house.close();
  }
}

async function measureNoise(reference: Server) {
  const target: Target = { url: `${reference.url}/constant?bytes=12000`, status: 200 };
  const burst = () => capacity(target, reference.pid, seconds);
  const { share, from, to, perSecond } = shares(await inTurn(burst, burst));
  console.log(
    `constant against itself     ${asText(share, 3)} (${from.toFixed(3)}–${to.toFixed(3)})${asText(perSecond, 0)}/s: call nothing under this a finding`,
  );
}

const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, _session, done) => {
    stream.resume();
    stream.once("end", done);
  },
});
await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", () => resolve()));
const smtpPort = (sink.server.address() as { port: number }).port;
if (cpus().length > 1) execFileSync("taskset", ["-a", "-cp", "1", String(process.pid)], { stdio: "ignore" });
const reference = await startServer(
  ["--import", "tsx", "test/bench/reference.ts"],
  {},
  "/alive",
  cpus().length > 1 ? 0 : null,
);
try {
  console.log(
    `node ${process.version}, ${cpus().length} cores (server on one, load on the other), ${connections} connections, ` +
      `${rounds} rounds of ${seconds} s in turn, medians, no compression on either side`,
  );
  await measureNoise(reference);
  for (const rows of options.rows.split(",").map(Number)) await measureSize(rows, reference, smtpPort);
} finally {
  await reference.stop();
  await new Promise<void>((resolve) => sink.close(() => resolve()));
}
