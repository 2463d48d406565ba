import { defineConfig } from "drizzle-kit";
import { engineOf } from "../server/store/engine.ts";

const engine = engineOf(process.env["DATABASE_URL"]);

export default defineConfig({
  dialect: engine === "postgres" ? "postgresql" : "sqlite",
  schema: "./server/*/tables.ts",
  out: `./migrations/${engine}`,
  casing: "snake_case",
});
