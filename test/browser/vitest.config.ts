import { defineConfig } from "vitest/config";

const root = new URL("../..", import.meta.url).pathname;

/** Journeys in a real browser, against the real app, with mail over real SMTP. */
export default defineConfig({
  root,
  test: {
    globalSetup: "test/global-setup.ts",
    include: ["test/browser/**/*.browser.ts"],
    pool: "forks",
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    env: { NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: "" },
  },
});
