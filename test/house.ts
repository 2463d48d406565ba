/** A house of its own for each test: fresh migrated store, a clock one sets, the app when asked for. */
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { Temporal } from "temporal-polyfill";
import { buildApp } from "../server/app.ts";
import { type Config, readConfig } from "../server/config.ts";
import { keepSealKey } from "../server/learning/seal.ts";
import { type Mailer, makeMailer } from "../server/mail/outbox.ts";
import { acceptDeclaration, isAskedToAccept, loadDeclaration } from "../server/people/declaration.ts";
import { openSession } from "../server/people/session.ts";
import { personRoles } from "../server/people/tables.ts";
import { openStore, type Store } from "../server/store/store.ts";
import type { House } from "../server/web/house.ts";
import { logging } from "../server/web/logging.ts";
import { makeTemplates } from "../server/web/templates.ts";
import { freshDatabase, migrationsFolder, root, type TestDatabase } from "./databases.ts";
import { strangeFields } from "./log-lines.ts";

export { freshDatabase, programOf, root, type TestDatabase } from "./databases.ts";

/** What Node or a driver says will not work for ever, such as two queries at once on one connection; once a process. */
const deprecated: string[] = [];
process.on("warning", ({ name, message }) => {
  if (name === "DeprecationWarning") deprecated.push(message);
});

export interface TestHouse extends House {
  mailer: Mailer;
  /** Every SQL statement so far, for tests that count them. */
  statements: string[];
  setNow(iso: string): void;
  /** The app, built once. */
  app(): Promise<FastifyInstance>;
  /** Throws when its log holds what no log may, so every test reads it, and when something was deprecated. */
  close(): Promise<void>;
}

/** Views are compiled once for all houses of a process: of all a test does, that took the most. */
const templatesByKind = new Map<boolean, House["templates"]>();
function templatesFor(config: Config): House["templates"] {
  const known = templatesByKind.get(config.isProduction) ?? makeTemplates(config);
  templatesByKind.set(config.isProduction, known);
  return known;
}

/**
 * Opens a house.
 * @param env settings on top of those for tests, such as `{ DEMO: "off" }`
 * @param at a database that is there already
 */
export async function openHouse(env: Record<string, string> = {}, at?: TestDatabase): Promise<TestHouse> {
  const { databaseUrl, remove, pool } = at ?? (await freshDatabase());
  const config: Config = readConfig({
    NODE_ENV: "test",
    LOG_LEVEL: process.env["TEST_LOG"] ?? "silent",
    DATABASE_URL: databaseUrl,
    ...env,
  });
  keepSealKey(config.secret);
  const statements: string[] = [];
  const store: Store = await openStore({
    databaseUrl,
    migrationsFolder,
    onStatement: (s) => statements.push(s),
    ...(pool ? { pool } : {}),
  });
  const templates = templatesFor(config);
  let now = Temporal.Instant.from("2026-11-02T09:00:00Z"); // a Monday
  const house: House = { config, store, templates, now: () => now };
  let app: Promise<FastifyInstance> | undefined;
  const logged: string[] = [];
  const stream = { write: (line: string) => void logged.push(line) };
  // what is logged in production, at its most talkative
  const logger = () => ({ ...logging({ logLevel: "debug", isProduction: true }), stream });
  return {
    ...house,
    mailer: makeMailer(config, templates),
    statements,
    setNow: (iso) => {
      now = Temporal.Instant.from(iso);
    },
    app: () => (app ??= buildApp(house, process.env["TEST_LOG"] ? undefined : logger())),
    close: async () => {
      const routes = new Set((await app)?.routeTable.map(({ url }) => url));
      await (await app)?.close();
      app = undefined; // a test's module keeps its last house for as long as the process lives
      statements.length = 0;
      await store.close();
      await remove();
      const strange = logged.filter((line) => strangeFields(line, routes).length > 0);
      if (strange.length > 0)
        throw new Error(`logged of somebody, perhaps:\n${strange.slice(0, 3).join("")}`);
      if (deprecated.length > 0) throw new Error(`deprecated: ${deprecated.splice(0).join()}`);
    },
  };
}

const declaration = loadDeclaration(join(root, "content"));

/**
 * A cookie that signs a person in; a mentor has accepted the declaration of confidentiality by then.
 * @param hasAccepted false for one who has not
 */
export async function cookieOf(house: TestHouse, personId: string, hasAccepted = true): Promise<string> {
  const token = await house.store.write(async (tx) => {
    const roles = await tx.select().from(personRoles).where(eq(personRoles.personId, personId));
    if (hasAccepted && isAskedToAccept(roles.map(({ role }) => role))) {
      await acceptDeclaration(tx, personId, declaration.version, house.now());
    }
    return openSession(tx, personId, house.now());
  });
  return `okt=${token}`;
}

/** A browser in miniature: signed in as one person, or nobody. */
export async function browserOf(house: TestHouse, personId: string | null, hasAccepted = true) {
  const app = await house.app();
  const headers = personId ? { cookie: await cookieOf(house, personId, hasAccepted) } : {};
  return {
    get: (url: string) => app.inject({ method: "GET", url, headers }),
    /** Sends a form, as a browser would. */
    post: (url: string, form: Record<string, string | string[]> = {}) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(form)) {
        for (const one of [value].flat()) body.append(name, one);
      }
      return app.inject({
        method: "POST",
        url,
        headers: {
          ...headers,
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-site": "same-origin",
        },
        payload: body.toString(),
      });
    },
  };
}
