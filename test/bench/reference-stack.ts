/**
 * The floor: the same plugins, headers, log and session as the product around the least a gathering page could
 * be: four statements straight to SQLite, one template of forty rows, no rooms, no rights, no languages.
 */
import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import Database from "better-sqlite3";
import { Eta } from "eta";
import fastify, { LogController } from "fastify";
import helmet from "helmet";

const people = 40;

function filledDatabase(): Database.Database {
  const db = new Database(join(mkdtempSync(join(tmpdir(), "bench-")), "stack.db"));
  db.pragma("journal_mode = WAL");
  db.exec(`create table sessions (hash text primary key, person_id text, expires_at integer);
    create table persons (id text primary key, name text, sort_key text);
    create table gatherings (id text primary key, title text, local_date text, place text);
    create table agenda (id text primary key, gathering_id text, position integer, title text, minutes integer);
    create table rsvps (id text primary key, gathering_id text, person_id text, answer text);
    create index agenda_gathering on agenda (gathering_id, position);
    create index rsvps_gathering on rsvps (gathering_id, person_id)`);
  const person = db.prepare("insert into persons values (?, ?, ?)");
  const rsvp = db.prepare("insert into rsvps values (?, 'g', ?, 'yes')");
  const item = db.prepare("insert into agenda values (?, 'g', ?, 'Runde', 20)");
  db.prepare("insert into gatherings values ('g', 'Samling', '2026-12-08', 'Møterommet')").run();
  for (let i = 0; i < people; i++) {
    person.run(`p${i}`, `Mentor Nummer ${i}`, `mentor ${i}`);
    rsvp.run(`r${i}`, `p${i}`);
  }
  for (let i = 0; i < 6; i++) item.run(`a${i}`, i);
  db.prepare("insert into sessions values (?, 'p0', 9e15)").run(hashOf("token"));
  return db;
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

const eta = new Eta();
eta.loadTemplate(
  "@page",
  `<!doctype html><html lang="nb"><head><title><%= it.gathering.title %></title></head><body><h1><%= it.gathering.title %></h1>
<p><%= it.gathering.local_date %> <%= it.gathering.place %></p><ol><% for (const item of it.agenda) { %><li><%= item.title %> <%= item.minutes %></li><% } %></ol>
<ul><% for (const one of it.comers) { %><li class="aksel-body-long aksel-body-long--medium"><a class="aksel-link" href="/personer/<%= one.id %>"><%= one.name %></a> <span class="aksel-tag"><%= one.answer %></span></li><% } %></ul>
<%~ it.filler %></body></html>`,
);

const db = filledDatabase();
const session = db.prepare("select person_id from sessions where hash = ? and expires_at > ?");
const gathering = db.prepare("select * from gatherings where id = ?");
const agenda = db.prepare("select * from agenda where gathering_id = ? order by position");
const comers = db.prepare(
  "select p.id, p.name, r.answer from rsvps r join persons p on p.id = r.person_id where r.gathering_id = ? order by p.sort_key",
);
const own = db.prepare("select answer from rsvps where gathering_id = ? and person_id = ?");

const app = fastify({
  logger: { level: "info", base: null },
  logController: new LogController({ disableRequestLogging: true }),
});
const setSecurityHeaders = helmet();
app.addHook("onRequest", (request, reply, done) => setSecurityHeaders(request.raw, reply.raw, () => done()));
await app.register(compress);
await app.register(cookie);
await app.register(formbody);
app.addHook("onResponse", async (request, reply) => {
  request.log.info({ route: request.routeOptions.url, status: reply.statusCode }, "answered");
});
let filler = "";
app.get<{ Querystring: { bytes: string } }>("/complete", (request, reply) => {
  const known = session.get(hashOf(request.cookies["okt"] ?? ""), Date.now()) as { person_id: string };
  const facts = {
    gathering: gathering.get("g"),
    agenda: agenda.all("g"),
    comers: comers.all("g"),
    own: own.get("g", known.person_id),
  };
  const page = eta.render("@page", { ...facts, filler });
  if (filler === "") filler = "x".repeat(Math.max(0, Number(request.query.bytes) - page.length));
  reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(page);
});
app.get("/alive", () => "ok");
await app.listen({ host: "127.0.0.1", port: Number(process.env["PORT"]) });
