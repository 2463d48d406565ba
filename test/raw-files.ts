/** The bytes of a database as they lie in its files: dead rows, free pages and what is between, too. */
import { existsSync, readFileSync } from "node:fs";
import pg from "pg";
import { engine } from "../server/store/engine.ts";

/**
 * By name: on SQLite the file and its journal; on PostgreSQL the files of every table, index and TOAST
 * table. Its own journal (`pg_wal`) is not among them.
 */
export async function rawFiles(databaseUrl: string): Promise<Map<string, Buffer>> {
  if (engine === "sqlite") {
    const file = databaseUrl.replace("file:", "");
    const there = [file, `${file}-wal`].filter((one) => existsSync(one));
    return new Map(there.map((one) => [one.replace(file, "database"), readFileSync(one)]));
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("checkpoint");
  const { rows } = await client.query(
    `select coalesce(owner.relname || '''s ', '') || c.relname as name,
       pg_read_binary_file(pg_relation_filepath(c.oid)) as bytes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_class owner on owner.reltoastrelid = c.oid
     where n.nspname in ('public', 'pg_toast') and c.relkind in ('r', 't', 'i') and c.oid >= 16384
     order by c.oid`,
  );
  await client.end();
  return new Map(rows.map(({ name, bytes }) => [name as string, bytes as Buffer]));
}

/** All of it, one after the other. */
export async function rawBytes(databaseUrl: string): Promise<Buffer> {
  return Buffer.concat([...(await rawFiles(databaseUrl)).values()]);
}
