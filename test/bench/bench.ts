/**
 * `npm run bench`: pages and writes as shares of references measured in the same run (performance.md).
 * `--rows=1000,100000` sizes, `--rounds=7`, `--seconds=1` of each burst, `--latency` for p50 and p99 at
 * a steady rate, `--processes=2` for several on one database, `--soak=10` for that many minutes instead.
 * `--busy=100` for p50 and p99 at that many requests a second while mail is sent and people are imported.
 * On PostgreSQL when DATABASE_URL names one. Prints a table and writes nothing else; bounded in time.
 */
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { SMTPServer } from "smtp-server";
import { openHouse } from "../house.ts";
import { measureBusy, untilSent } from "./busy.ts";
import { fill } from "./fill.ts";
import { connections } from "./load.ts";
import { type Bench, measureAnswering, measureFloor, measureNoise, measurePage, pages } from "./measure.ts";
import { memoryOf, type Server, startServer } from "./processes.ts";
import { soak } from "./soak.ts";

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", default: "1000,100000" },
    rounds: { type: "string", default: "7" },
    seconds: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    latency: { type: "boolean", default: false },
    processes: { type: "string", default: "1" },
    soak: { type: "string", default: "0" },
    busy: { type: "string", default: "0" },
  },
});
const note = (text: string) => process.stderr.write(`  ${text}\n`);
const hasTwoCores = cpus().length > 1;
const processes = Number(options.processes);

const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, _session, done) => {
    stream.resume();
    stream.once("end", done);
  },
});

function startProduct(databaseUrl: string, smtpPort: number): Promise<Server> {
  return startServer(
    ["--max-old-space-size=512", "--max-semi-space-size=4", "build/server/main.js"],
    {
      NODE_ENV: "production",
      BASE_URL: "https://bench.example",
      SECRET: "b".repeat(40),
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: "Mentornettverk <mentor@bench.example>",
      DATABASE_URL: databaseUrl,
    },
    "/internal/isalive",
    hasTwoCores && processes === 1 ? 0 : null,
  );
}

/** Share by page at the first size, to tell growth by. */
const small = new Map<string, number>();

async function measureSize(rows: number, bench: Bench, smtpPort: number) {
  const house = await openHouse({ DEMO: "on", BASE_URL: "https://bench.example", SECRET: "b".repeat(40) });
  const filled = await fill(house, rows, note);
  const { databaseUrl } = house.config;
  try {
    for (let i = 0; i < processes; i++) bench.product.push(await startProduct(databaseUrl, smtpPort));
    console.log(
      `\n${filled.rows} rows beside the demo, ${databaseUrl.split(":")[0]}, processes: ${processes}`,
    );
    await untilSent(house);
    execFileSync("sync"); // what filling wrote is on disk before anything is measured
    if (options.busy !== "0") return await measureBusy(bench, house, filled, Number(options.busy));
    if (Number(options.soak) > 0) return await soak(bench, filled, Number(options.soak));
    for (const page of pages.filter(({ name }) => name.includes(options.only))) {
      const share = await measurePage(bench, filled, page);
      const before = small.get(page.name);
      if (before === undefined) small.set(page.name, share);
      else console.log(`${"".padEnd(28)}${(share / before).toFixed(2)} of its share at the first size`);
    }
    if ("answering".includes(options.only)) await measureAnswering(bench, filled);
    console.log(`memory ${bench.product.map(({ pid }) => memoryOf(pid).toFixed(0)).join(", ")} MB`);
  } finally {
    for (const server of bench.product.splice(0)) await server.stop();
    await house.close();
  }
}

await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", () => resolve()));
const smtpPort = (sink.server.address() as { port: number }).port;
if (hasTwoCores) execFileSync("taskset", ["-a", "-cp", "1", String(process.pid)], { stdio: "ignore" });
const startReference = (file: string) =>
  startServer(["--import", "tsx", `test/bench/${file}`], {}, "/alive", hasTwoCores ? 0 : null);
const bench: Bench = {
  product: [],
  reference: await startReference("reference.ts"),
  stack: await startReference("reference-stack.ts"),
  rounds: Number(options.rounds),
  seconds: Number(options.seconds),
  hasLatency: options.latency,
};
try {
  console.log(
    `node ${process.version}, ${cpus().length} cores (server on one, load on the other), ${connections} connections, ` +
      `${bench.rounds} rounds of ${bench.seconds} s in turn, medians, no compression on either side`,
  );
  if (options.soak === "0" && options.busy === "0") {
    await measureNoise(bench);
    await measureFloor(bench, 20_000);
    await measureFloor(bench, 8_000);
  }
  for (const rows of options.rows.split(",").map(Number)) await measureSize(rows, bench, smtpPort);
} finally {
  await bench.reference.stop();
  await bench.stack.stop();
  await new Promise<void>((resolve) => sink.close(() => resolve()));
}
