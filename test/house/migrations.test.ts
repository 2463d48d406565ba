import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../house.ts";

it.each([
  ["sqlite", ""],
  ["postgres", "postgres://only-the-engine-matters"],
])("the migrations of %s give the tables in the code: nothing is left to generate", (engine, databaseUrl) => {
  const copy = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync(join(root, "migrations", engine), join(copy, engine), { recursive: true });
  const before = readdirSync(join(copy, engine));
  execFileSync(
    join(root, "node_modules/.bin/drizzle-kit"),
    ["generate", "--config", "migrations/drizzle.config.ts"],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: databaseUrl, MIGRATIONS_OUT: copy },
      stdio: "pipe",
    },
  );
  const after = readdirSync(join(copy, engine));
  rmSync(copy, { recursive: true });
  expect(after).toEqual(before);
});
