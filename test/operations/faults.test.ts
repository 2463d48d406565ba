/** What goes wrong while people use the site: nothing they were told is stored is lost. */
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import Client from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileOf } from "../../server/store/backup-sqlite.ts";
import { engine } from "../../server/store/engine.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { type Crowd, makeCrowd } from "./load.ts";
import { type Server, startServer } from "./run.ts";

let house: TestHouse;
let crowd: Crowd;
const running: Server[] = [];
beforeEach(async () => {
  house = await openHouse();
  crowd = await makeCrowd(house);
});
afterEach(async () => {
  for (const server of running.splice(0)) if (server.child.exitCode === null) await server.kill("SIGKILL");
  await house.close();
});

async function serve(minutes = 0): Promise<Server> {
  const { databaseUrl } = house.config;
  const env = {
    DATABASE_URL: databaseUrl,
    NOW: house.now().add({ minutes }).toString(),
    LOG_LEVEL: "silent",
  };
  const server = await startServer(env, "test/operations/server.ts");
  running.push(server);
  return server;
}

it("killed at moments of chance under load, three times: what was acknowledged is there, lanes are right", async () => {
  for (let i = 0; i < 3; i++) {
    const server = await serve();
    const load = crowd.press(server.url);
    await crowd.moreOfEach();
    await pause(Math.random() * 300);
    await server.kill("SIGKILL");
    await load.stop();
    await crowd.expectNothingLost();
  }
}, 240_000);

it("two processes with clocks five minutes apart serve the same people: nothing is lost", async () => {
  const [one, other] = [await serve(), await serve(5)];
  for (const { url } of [one, other, one]) {
    const load = crowd.press(url);
    await crowd.moreOfEach();
    await load.stop();
    await crowd.expectNothingLost();
  }
}, 240_000);

describe.runIf(engine === "sqlite")("SQLite held by another process", () => {
  it("for a while: pages are served meanwhile, writes wait and go through", async () => {
    const server = await serve();
    const other = new Client(fileOf(house.config.databaseUrl));
    other.exec("BEGIN IMMEDIATE");
    const load = crowd.press(server.url);
    await pause(300);
    expect((await fetch(`${server.url}/logg-inn`)).status).toBe(200); // while the other holds it
    await pause(500);
    expect(crowd.counts()).toEqual({ answers: 0, feedback: 0, votes: 0 });
    other.exec("ROLLBACK");
    other.close();
    await crowd.moreOfEach();
    await load.stop();
    await crowd.expectNothingLost();
  }, 240_000);

  it("for too long: a plain page says it went wrong, nothing is half done, and it works again after", async () => {
    const server = await serve();
    const other = new Client(fileOf(house.config.databaseUrl));
    other.exec("BEGIN IMMEDIATE");
    const response = await fetch(`${server.url}/logg-inn`, {
      method: "POST",
      body: new URLSearchParams({ epost: "ola@demo.example" }),
      redirect: "manual",
    });
    const page = await response.text();
    other.exec("ROLLBACK");
    other.close();
    expect([response.status, page]).toEqual([503, expect.stringContaining("Send på nytt")]);
    const load = crowd.press(server.url);
    await crowd.moreOfEach();
    await load.stop();
    await crowd.expectNothingLost();
  }, 240_000);
});

it.runIf(engine === "postgres")(
  "every connection to PostgreSQL cut under load, as when it fails over: the site goes on",
  async () => {
    const server = await serve();
    const load = crowd.press(server.url);
    await crowd.moreOfEach();
    const admin = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
    await admin.connect();
    const name = new URL(house.config.databaseUrl).pathname.slice(1);
    let cut = 0;
    for (let i = 0; i < 8; i++) {
      const { rowCount } = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`,
        [name],
      );
      cut += rowCount ?? 0;
      await pause(40 + Math.random() * 80);
    }
    await admin.end();
    expect(cut).toBeGreaterThan(0);
    await crowd.moreOfEach();
    await load.stop();
    expect(server.child.exitCode).toBeNull();
    await crowd.expectNothingLost();
  },
  90_000,
);

it("SIGTERM lets a request under way finish, takes no new one, and ends without a fault", async () => {
  const server = await startServer({ DATABASE_URL: house.config.databaseUrl });
  running.push(server);
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.on("data", (piece) => {
    answer += piece;
  });
  const form = "epost=ola%40demo.example";
  const head = `POST /logg-inn HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/x-www-form-urlencoded`;
  socket.write(`${head}\r\nContent-Length: ${form.length}\r\n\r\n${form.slice(0, 5)}`);
  await pause(200);
  const ended = server.kill("SIGTERM");
  await pause(300);
  await expect(fetch(`${server.url}/internal/isalive`)).rejects.toThrow();
  socket.write(form.slice(5));
  await once(socket, "end");
  expect(answer).toMatch(/^HTTP\/1\.1 303 /);
  expect(await ended).toBe(0); // 1 when it gave up waiting
}, 240_000);
