/** Reads the configuration, opens the store, starts the app and the clock, stops cleanly. */
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { buildApp } from "./app.ts";
import { CaseFileError } from "./cases/library.ts";
import { startClock } from "./clock.ts";
import { ConfigError, readConfig } from "./config.ts";
import { loadDemo } from "./demo/demo.ts";
import { replyJudge } from "./gatherings/reply.ts";
import { deriveMissingLanes } from "./learning/lane.ts";
import { ThemeFileError } from "./learning/themes.ts";
import { startMailbox } from "./mail/mailbox.ts";
import { type Mailer, makeMailer } from "./mail/outbox.ts";
import { receive } from "./mail/receive.ts";
import { makeTransport } from "./mail/transport.ts";
import { DeclarationFileError } from "./people/declaration.ts";
import { openStore } from "./store/store.ts";
import { GuideFileError } from "./web/guide.ts";
import type { House } from "./web/house.ts";
import { makeTemplates } from "./web/templates.ts";

/** How long requests under way may take to finish after SIGTERM. */
const graceMilliseconds = 20_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    migrationsFolder: join(config.root, "migrations"),
    refusesNesting: !config.isProduction,
  });
  await store.migrate();
  await deriveMissingLanes(store);
  const house: House = { config, store, templates: makeTemplates(config), now: () => Temporal.Now.instant() };
  const mailer = makeMailer(config, house.templates);
  const app = await buildApp(house);
  if (config.isDemo) await loadDemo(house, mailer);
  await app.listen({ host: config.host, port: config.port });
  const stopClock = startClock(house, mailer, makeTransport(config), (job, err) =>
    app.log.error({ err, job }, "job failed"),
  );
  const stopMailbox = readMailbox(house, mailer, (err) => app.log.error({ err }, "mailbox failed"));
  if (config.isDemo) console.error(`Mentornettverk, demo: ${config.baseUrl}`);

  const stop = async () => {
    setTimeout(() => process.exit(1), graceMilliseconds).unref();
    // a connection that is kept alive is idle once its last answer is out, and would be waited for
    setInterval(() => app.server.closeIdleConnections(), 100).unref();
    await app.close();
    await stopMailbox?.();
    await stopClock();
    await store.close();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** Reads the organiser's mailbox when there is one (INBOX_URL). Returns what stops it. */
function readMailbox({ config, store, now }: House, mailer: Mailer, onFault: (error: unknown) => void) {
  if (!config.inboxUrl) return null;
  const judge = replyJudge(mailer);
  return startMailbox({
    inboxUrl: config.inboxUrl,
    onFault,
    handle: (raw, receivedAt) =>
      receive(store, judge, raw, { receivedAt, now: now(), serverId: config.inboxServerId, onFault }),
  });
}

/** Faults of the machine that one line explains. */
const ofTheMachine: Record<string, string> = {
  EADDRINUSE: "PORT: another program listens on it already; choose another, such as PORT=3001",
  EACCES: "PORT: this user may not listen on it; choose one above 1023",
  EADDRNOTAVAIL: "HOST: this machine has no such address; 0.0.0.0 is all of them, as a container needs",
  ENOTFOUND: "HOST or DATABASE_URL: there is no machine of that name",
  ECONNREFUSED: "DATABASE_URL: no database answers there",
  SQLITE_CANTOPEN: "DATABASE_URL: the file cannot be opened; may this user write in its folder?",
  SQLITE_NOTADB: "DATABASE_URL: the file is something else than a database of SQLite",
  SQLITE_CORRUPT: "DATABASE_URL: the file is damaged; restore a backup (README, Restore)",
  SQLITE_READONLY: "DATABASE_URL: the file may not be written to; does it belong to this user?",
  SQLITE_FULL: "DATABASE_URL: the disk is full",
  SQLITE_BUSY: "DATABASE_URL: another program holds the database; is a restore or a move under way?",
  "3D000": "DATABASE_URL: there is no database of that name; make it first",
  "57P03": "DATABASE_URL: the database is starting or stopping; try again in a while",
  "28P01": "DATABASE_URL: the database does not take this user and password",
  "28000": "DATABASE_URL: the database does not take this user and password",
};

/** The code of an error or of what caused it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code && (code !== "EACCES" || syscall === "listen") ? code : codeOf(error.cause);
}

/** What is wrong with a setting or a content file, one line each; null for anything else. */
function faultsOf(error: unknown): string[] | null {
  if (error instanceof ConfigError) return error.faults.map((fault) => `Setting ${fault}`);
  if (error instanceof CaseFileError || error instanceof ThemeFileError) return [error.message];
  if (error instanceof DeclarationFileError || error instanceof GuideFileError) return [error.message];
  const fault = ofTheMachine[codeOf(error)];
  return fault ? [`Setting ${fault}`] : null;
}

try {
  await start();
} catch (error) {
  const faults = faultsOf(error);
  if (!faults) throw error;
  for (const fault of faults) console.error(fault);
  process.exit(1);
}
