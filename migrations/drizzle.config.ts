import { defineConfig } from "drizzle-kit";
import { engineOf } from "../server/store/engine.ts";

/** `MIGRATIONS_OUT` writes elsewhere: the test that compares schema and migrations uses it. */
const out = process.env["MIGRATIONS_OUT"] ?? "./migrations";
const engine = engineOf(process.env["DATABASE_URL"]);

export default defineConfig({
  dialect: engine === "postgres" ? "postgresql" : "sqlite",
  schema: "./server/*/tables.ts",
  out: `${out}/${engine}`,
  casing: "snake_case",
});
