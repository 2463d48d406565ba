import { defineConfig } from "vitest/config";

/** The same tests on each engine there is: SQLite always, PostgreSQL when TEST_DATABASE_URL names one. */
const engines = [
  { name: "sqlite", databaseUrl: "" },
  { name: "postgres", databaseUrl: process.env["TEST_DATABASE_URL"] ?? "" },
].filter(({ name, databaseUrl }) => name === "sqlite" || databaseUrl !== "");

/** Words, views and files only: what an engine does is not in them. */
const ofNoEngine = [
  "cases/library",
  "house/config",
  "house/forms",
  "house/guides",
  "house/language",
  "house/licences",
  "house/menu",
  "house/paper",
  "house/rights",
  "house/rooms",
  "house/supply",
  "learning/evaluate-themes",
  "learning/suggestion",
  "mail/charset",
  "mail/every-mail",
  "privacy/guard",
  "privacy/release",
  "register/pasted",
  "surveys/chart",
].map((name) => `test/${name}.test.ts`);

const root = new URL("..", import.meta.url).pathname;

export default defineConfig({
  root,
  test: {
    globalSetup: "test/global-setup.ts",
    testTimeout: 30_000,
    maxWorkers: 3, // a test on PostgreSQL mostly waits for it, so more of them than cores
    projects: engines.map(({ name, databaseUrl }) => ({
      root,
      test: {
        name,
        include: ["test/**/*.test.ts"],
        ...(name === "postgres" ? { exclude: ofNoEngine } : {}),
        pool: "forks" as const,
        isolate: false, // each test opens a house of its own: modules may be shared, which halves the time
        testTimeout: 120_000, // a machine may be slow; what takes long is not what is wrong
        hookTimeout: 180_000, // a whole demo network is loaded in some, on slow machines too
        env: { NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: databaseUrl, TZ: "America/New_York" },
      },
    })),
  },
});
