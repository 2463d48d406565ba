/**
 * `npm run -s mail:receive < message.eml`: handles one message and prints what became of it in one
 * word, and nothing else, on standard output. A mail server can pipe to it: the exit status is 0 unless
 * nothing could be stored, and 75 then, so that it tries again (sysexits.h: EX_TEMPFAIL).
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { readConfig } from "./config.ts";
import { replyJudge } from "./gatherings/reply.ts";
import { mostBytes } from "./mail/message-in.ts";
import { makeMailer } from "./mail/outbox.ts";
import { type Receipt, receive } from "./mail/receive.ts";
import { openStore } from "./store/store.ts";
import { makeTemplates } from "./web/templates.ts";

const usage =
  "usage: mail:receive [--received-at=2026-12-01T09:00:00Z] [--dmarc=pass|fail|none] < message.eml";

/** The message; of a longer one only the beginning is kept, but all of it is read. */
async function fromStandardInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let kept = 0;
  for await (const piece of process.stdin) {
    if (kept <= mostBytes) pieces.push(piece as Buffer);
    kept += (piece as Buffer).length;
  }
  return Buffer.concat(pieces);
}

function howFrom(args: string[]): Omit<Receipt, "serverId"> {
  const { values } = parseArgs({
    args,
    options: { "received-at": { type: "string" }, dmarc: { type: "string" } },
  });
  const given = values["received-at"];
  const now = given ? Temporal.Instant.from(given) : Temporal.Now.instant();
  const { dmarc } = values;
  if (dmarc === undefined) return { receivedAt: now, now };
  if (dmarc !== "pass" && dmarc !== "fail" && dmarc !== "none") throw new RangeError("dmarc");
  return { receivedAt: now, now, dmarc };
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const how = howFrom(process.argv.slice(2));
  const raw = await fromStandardInput();
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    migrationsFolder: join(config.root, "migrations"),
  });
  try {
    await store.migrate();
    const judge = replyJudge(makeMailer(config, makeTemplates(config)));
    process.stdout.write(`${await receive(store, judge, raw, { ...how, serverId: config.inboxServerId })}\n`);
  } finally {
    await store.close();
  }
}

try {
  await run();
} catch (error) {
  const isUsage =
    error instanceof RangeError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  console.error(isUsage ? usage : `not stored: ${(error as Error).constructor.name}`);
  process.exitCode = isUsage ? 64 : 75;
}
