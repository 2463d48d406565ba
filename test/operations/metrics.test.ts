/** What monitoring reads: each level moves with what it tells of, and none of it is about anybody. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startClock } from "../../server/clock.ts";
import { outbox } from "../../server/mail/tables.ts";
import { makeTransport } from "../../server/mail/transport.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering, invite } from "../gatherings/party.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

async function levels() {
  const { body } = await (await browserOf(house, null)).get("/internal/metrics");
  const lines = body.split("\n").filter((line) => line && !line.startsWith("#"));
  const value = (name: string) =>
    Number(
      lines
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")
        .at(-1),
    );
  return { body, value };
}

it("the outbox: how many wait and have failed, and how long the oldest has been due", async () => {
  expect((await levels()).value("outbox_oldest_due_seconds")).toBe(0);
  await invite(house, cast, await addGathering(house, cast), cast.ola, cast.siri);
  house.setNow("2026-11-02T09:10:00Z");
  const queued = await levels();
  expect(queued.value('outbox_mails{state="queued"}')).toBe(2);
  expect(queued.value("outbox_oldest_due_seconds")).toBe(600);
  await house.store.write((tx) =>
    tx.update(outbox).set({ state: "failed" }).where(eq(outbox.personId, cast.ola)),
  );
  const failed = await levels();
  expect([
    failed.value('outbox_mails{state="queued"}'),
    failed.value('outbox_mails{state="failed"}'),
  ]).toEqual([1, 1]);
  expect(failed.value("held_answers")).toBe(0);
  expect(failed.value("store_up")).toBe(1);
  for (const name of ["nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes"]) {
    expect([name, Number.isFinite(failed.value(name))]).toEqual([name, true]);
  }
  expect(failed.body).toContain("http_request_duration_seconds_count");
});

it("jobs: when each ended well, and how often it failed", async () => {
  const faults: string[] = [];
  const transport = makeTransport(house.config);
  const stop = startClock(house, house.mailer, transport, (name) => faults.push(name));
  await stop();
  const ran = await levels();
  expect(ran.value('job_last_success_timestamp_seconds{job="remind"}')).toBeGreaterThan(1_700_000_000);
  const before = ran.value('job_failures{job="remind"}');
  const { store } = house;
  const gone = () => Promise.reject(new Error("gone"));
  const broken = {
    ...house,
    store: {
      ...store,
      write: gone,
      read: {
        select: () => {
          throw new Error("gone");
        },
      },
    },
  };
  await startClock(broken as never, house.mailer, transport, (name) => faults.push(name))();
  expect(faults).toContain("remind");
  expect((await levels()).value('job_failures{job="remind"}')).toBe(before + 1);
});

it("a database that is gone: not ready, alive, and metrics that say so", async () => {
  const app = await house.app();
  const { ping } = house.store;
  house.store.ping = () => Promise.reject(new Error("gone"));
  const status = async (url: string) => (await app.inject({ url })).statusCode;
  expect([await status("/internal/isready"), await status("/internal/isalive")]).toEqual([503, 200]);
  expect((await levels()).value("store_up")).toBe(0);
  house.store.ping = ping;
  expect(await status("/internal/isready")).toBe(200);
});
