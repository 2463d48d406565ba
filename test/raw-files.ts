/** The bytes of a database as they lie in its files: dead rows, free pages and what is between, too. */
import { existsSync, readFileSync } from "node:fs";
import pg from "pg";
import { engine } from "../server/store/engine.ts";

export type Files = ReadonlyMap<string, Buffer>;

/**
 * By name: on SQLite the file and its journal; on PostgreSQL the files of every table, index and TOAST
 * table. Its own journal (`pg_wal`) is not among them.
 */
export async function rawFiles(databaseUrl: string): Promise<Files> {
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

const pageSize = engine === "sqlite" ? 4096 : 8192;

/** What is sealed looks like chance: only that it is there, and how long it is, can be compared. */
const sealed = /[A-Za-z0-9_-]{120,}/g;

interface Page {
  name: string;
  text: string;
  /** PostgreSQL: the place in its journal of the page's last change. */
  changedAt: bigint;
}

function pagesOf(files: Files): Page[] {
  const pages: Page[] = [];
  for (const [name, bytes] of files) {
    for (let at = 0; at < bytes.length; at += pageSize) {
      const page = Buffer.from(bytes.subarray(at, at + pageSize));
      const changedAt =
        engine === "sqlite" ? 0n : BigInt(page.readUInt32LE(0)) * 2n ** 32n + BigInt(page.readUInt32LE(4));
      if (engine === "postgres") page.fill(0, 0, 8);
      const text = page.toString("latin1").replace(sealed, (words) => "~".repeat(words.length));
      pages.push({ name: `${name}, page ${at / pageSize}`, text, changedAt });
    }
  }
  return pages;
}

/** Names of pages from the one changed first to the one changed last, those of one change together. */
function orderOfChange(pages: readonly Page[]): string[] {
  const byChange = new Map<bigint, string[]>();
  for (const { name, changedAt } of pages)
    byChange.set(changedAt, [...(byChange.get(changedAt) ?? []), name]);
  return [...byChange].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, names]) => names.join(" and "));
}

/** Where two copies of a database differ, in what is not sealed; and in the order in which pages were last changed. */
export function unlikePages(one: Files, other: Files): string[] {
  const [pages, others] = [pagesOf(one), pagesOf(other)];
  const unlike: string[] = [];
  for (let i = 0; i < Math.max(pages.length, others.length); i++) {
    const [a, b] = [pages[i], others[i]];
    if (a?.name !== b?.name) return [...unlike, `${a?.name} is beside ${b?.name}`];
    if (!a || !b || a.text === b.text) continue;
    const at = [...a.text].findIndex((letter, place) => letter !== b.text[place]);
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
    unlike.push(`${a.name} at ${at}: ${around(a.text)} / ${around(b.text)}`);
  }
  const [order, otherOrder] = [orderOfChange(pages), orderOfChange(others)];
  const first = order.findIndex((names, place) => names !== otherOrder[place]);
  if (first >= 0) unlike.push(`changed in another order: ${order[first]} / ${otherOrder[first]}`);
  return unlike;
}
