/**
 * What pages and writes are measured against (performance.md), as a process of its own: a constant page
 * of any size, a constant form, and the raw transaction an answer needs at the least.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import fastify from "fastify";

const pages = new Map<number, Buffer>();

function pageOf(bytes: number): Buffer {
  const known = pages.get(bytes);
  if (known) return known;
  const page = Buffer.alloc(bytes, "Mentornettverk ");
  pages.set(bytes, page);
  return page;
}

/** Upsert of an answer and a row in the outbox, WAL and synchronous=FULL, as fast as SQLite does it. */
function rawTransactions(milliseconds: number): number {
  const db = new Database(join(mkdtempSync(join(tmpdir(), "bench-")), "raw.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(
    "create table answers (id text primary key, answer text, at integer); create table mails (id integer primary key, body text)",
  );
  const answer = db.prepare(
    "insert into answers values (?, ?, ?) on conflict (id) do update set answer = excluded.answer, at = excluded.at",
  );
  const mail = db.prepare("insert into mails (body) values (?)");
  const body = "x".repeat(4000);
  const both = db.transaction((i: number) => {
    answer.run(String(i % 400), "yes", i);
    mail.run(body);
  });
  const end = process.hrtime.bigint() + BigInt(milliseconds) * 1_000_000n;
  let done = 0;
  while (process.hrtime.bigint() < end) both(done++);
  db.close();
  return (done * 1000) / milliseconds;
}

const app = fastify();
app.get<{ Querystring: { bytes: string } }>("/constant", (request, reply) => {
  reply.header("content-type", "text/html; charset=utf-8").send(pageOf(Number(request.query.bytes)));
});
app.get<{ Querystring: { ms: string } }>("/raw", (request) => ({
  perSecond: rawTransactions(Number(request.query.ms)),
}));
app.get("/alive", () => "ok");
await app.listen({ host: "127.0.0.1", port: Number(process.env["PORT"]) });
