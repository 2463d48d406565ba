/** What an attacker has to look at: all a leader can open or is mailed, and one copy of the database. */
import Database from "better-sqlite3";
import { asc, eq } from "drizzle-orm";
import pg from "pg";
import { outbox } from "../../server/mail/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { browserOf } from "../house.ts";
import type { World } from "./worlds.ts";

const link = /<a [^>]*href="(\/[^"#]*)/g;

/** Everything one person can open, page by page in the order met, and every mail they got. */
export async function viewOf({ house }: World, personId: string): Promise<string[]> {
  const browser = await browserOf(house, personId);
  const seen = new Map<string, string>();
  const waiting = ["/"];
  while (waiting.length > 0) {
    const path = waiting.shift() as string;
    if (seen.has(path) || /^\/(assets|dev|internal)\//.test(path)) continue;
    const { body, headers, statusCode } = await browser.get(path);
    seen.set(path, `${path} ${statusCode} ${headers["content-length"]}\n${body}`);
    for (const [, href] of body.matchAll(link)) waiting.push((href as string).replaceAll("&amp;", "&"));
  }
  const mails = await house.store.read
    .select({ subject: outbox.subject, text: outbox.textBody, at: outbox.createdAt })
    .from(outbox)
    .where(eq(outbox.personId, personId))
    .orderBy(asc(outbox.createdAt), asc(outbox.subject));
  return [...seen.values(), ...mails.map(({ subject, text, at }) => `${at} ${subject}\n${text}`)];
}

/**
 * PostgreSQL tidies up by its own clock, in one world perhaps and not in the other: what is compared would
 * differ by the load on the machine.
 */
export async function stopAutovacuum(databaseUrl: string): Promise<void> {
  if (engine !== "postgres") return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`do $$ declare one text; begin
    for one in select tablename from pg_tables where schemaname = 'public' loop
      execute format('alter table %I set (autovacuum_enabled = false)', one);
    end loop; end $$`);
  await client.end();
}

/** A copy of the database: every row of every table with what the engine keeps about each, in its place. */
export async function copyOf({ house }: World): Promise<Record<string, string[]>> {
  if (engine === "sqlite") {
    const db = new Database(house.config.databaseUrl.replace("file:", ""), { readonly: true });
    const tables = db
      .prepare("select name from sqlite_master where type = 'table'")
      .pluck()
      .all() as string[];
    const rows = tables.map((table) => [
      table,
      db
        .prepare(`select rowid as place, * from "${table}" order by rowid`)
        .all()
        .map((row) => JSON.stringify(row)),
    ]);
    db.close();
    return Object.fromEntries(rows);
  }
  const client = new pg.Client({ connectionString: house.config.databaseUrl });
  await client.connect();
  const tables = await client.query("select tablename from pg_tables where schemaname = 'public'");
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const { tablename } of tables.rows) {
    const { rows } = await client.query(
      `select ctid::text as place, xmin::text::bigint as writer, * from "${tablename}" order by ctid`,
    );
    found[tablename] = rows;
  }
  // Transactions are numbered for all databases of a server: only their order in this one is its own.
  const numbers = Object.values(found).flatMap((rows) => rows.map(({ writer }) => Number(writer)));
  const order = new Map([...new Set(numbers)].sort((x, y) => x - y).map((number, i) => [number, i]));
  const copy = Object.fromEntries(
    Object.entries(found).map(([table, rows]) => [
      table,
      // When PostgreSQL frees a row's place depends on what runs in other databases of the server, so places
      // differ between two worlds by load alone: `anonymity` and `seal-anew` look at them in one world instead.
      rows
        .map(({ place: _, ...row }) => JSON.stringify({ ...row, writer: order.get(Number(row["writer"])) }))
        .sort(),
    ]),
  );
  await client.end();
  return copy;
}
