/**
 * Which engine the tables are built for. Read once, from the environment, because Drizzle's column
 * builders differ per engine and the tables are made when their modules load.
 */
export type Engine = "sqlite" | "postgres";

/** The engine a database address names: `postgres://…` and `postgresql://…`, else the embedded SQLite. */
export function engineOf(databaseUrl: string | undefined): Engine {
  return /^postgres(ql)?:\/\//.test(databaseUrl ?? "") ? "postgres" : "sqlite";
}

export const engine: Engine = engineOf(process.env["DATABASE_URL"]);
