import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliverDue } from "../../server/mail/delivery.ts";
import type { Mail } from "../../server/mail/outbox.ts";
import { outbox } from "../../server/mail/tables.ts";
import { makeTransport } from "../../server/mail/transport.ts";
import { addCast, addMentors } from "../cast.ts";
import { addGathering, invite } from "../gatherings/party.ts";
import { browserOf, openHouse, root, type TestHouse } from "../house.ts";
import { type Mood, openRoughOffice, type RoughOffice } from "./rough-office.ts";

let house: TestHouse;
let office: RoughOffice;
beforeEach(async () => {
  house = await openHouse();
  office = await openRoughOffice();
});
afterEach(async () => {
  await office.close();
  await house.close();
});

const ola = { id: "ola", name: "Ola", email: "ola@demo.example", language: "nb" as const };
const mail = (i: number): Mail => ({
  kind: "sign-in",
  to: ola,
  subject: `Nummer ${i}`,
  paragraphs: ["Hei. ".repeat(200)],
  messageId: `number-${i}@demo.example`,
});
const queue = (n: number) =>
  house.store.write((tx) =>
    house.mailer.queueAll(
      tx,
      Array.from({ length: n }, (_, i) => mail(i)),
      house.now(),
    ),
  );
const statesOf = async () => {
  const rows = await house.store.read.select({ id: outbox.messageId, state: outbox.state }).from(outbox);
  return new Map(rows.map((row) => [row.id, row.state]));
};

/** The same numbers each run. */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe("a mail server that refuses, is slow, dies in the middle of a message and comes back", () => {
  it("every mail ends delivered or visibly failed, none is delivered and forgotten", async () => {
    const random = chance(7);
    const moods: Mood[] = ["fine", "fine", "refuses", "hangs-up", "slow", "refuses-for-good"];
    office.mood = () => moods[Math.floor(random() * moods.length)] as Mood;
    await queue(24);
    const transport = makeTransport({ ...house.config, smtpUrl: office.url });
    for (let round = 0; round < 30; round++) {
      if (round === 2) await office.close();
      if (round === 4) await office.open();
      if (round === 8) office.mood = () => "fine";
      await deliverDue(house.store, transport, house.now, { random });
      house.setNow(house.now().add({ hours: 2 }).toString());
      const states = [...(await statesOf()).values()];
      if (states.every((state) => state === "sent" || state === "failed")) break;
    }
    transport.close();
    const states = await statesOf();
    expect(new Set(states.values())).toEqual(new Set(["sent", "failed"]));
    for (const [id, state] of states) {
      expect(`${state} ${office.accepted.includes(id)}`).toBe(
        state === "sent" ? "sent true" : "failed false",
      );
    }
    const failed = await house.store.read.select().from(outbox).where(eq(outbox.state, "failed"));
    expect(new Set(failed.map((row) => row.lastError))).toEqual(new Set(["550 5.1.1 EENVELOPE"]));
  });
});

const ready = (child: ChildProcess) => once(child, "message");

/** A process of its own that delivers for as long as it lives; `minutes` set its clock forward. */
function startDeliverer(minutes: number): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "test/mail/deliverer.ts"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      BASE_URL: "", // the test runner has one of its own
      DATABASE_URL: house.config.databaseUrl,
      SMTP_URL: office.url,
      NOW: house.now().add({ minutes }).toString(),
    },
  });
  return child;
}

describe("a process that is killed at any moment", () => {
  it("loses no mail, and sends none again whose acceptance was stored", async () => {
    const rounds = 12;
    const random = chance(Date.now() % 100_000);
    const faults: string[] = [];
    await queue(120);
    office.milliseconds = 6;
    let next = startDeliverer(0);
    for (let round = 0; round < rounds; round++) {
      const child = next;
      await ready(child);
      if (round + 1 < rounds) next = startDeliverer((round + 1) * 6); // longer than a lease: takes over
      const stored = new Set(
        [...(await statesOf())].filter(([, state]) => state === "sent").map(([id]) => id),
      );
      const before = office.accepted.length;
      const enough = 1 + Math.floor(random() * 8);
      const reached = new Promise<void>((resolve) => {
        office.onAccept = () => void (office.accepted.length >= before + enough && resolve());
      });
      child.send("go");
      await reached;
      await new Promise((resolve) => setTimeout(resolve, random() * 12));
      child.kill("SIGKILL");
      if (child.signalCode === null && child.exitCode === null) await once(child, "exit");
      faults.push(...office.accepted.slice(before).filter((id) => stored.has(id)));
    }
    office.onAccept = () => undefined;
    house.setNow(
      house
        .now()
        .add({ minutes: rounds * 6 + 300 })
        .toString(),
    );
    const stored = new Set([...(await statesOf())].filter(([, state]) => state === "sent").map(([id]) => id));
    const before = office.accepted.length;
    const transport = makeTransport({ ...house.config, smtpUrl: office.url });
    await deliverDue(house.store, transport, house.now);
    transport.close();
    faults.push(...office.accepted.slice(before).filter((id) => stored.has(id)));
    expect(faults).toEqual([]);
    expect(new Set((await statesOf()).values())).toEqual(new Set(["sent"]));
    expect(new Set(office.accepted).size).toBe(120);
    const repeats = office.accepted.length - 120;
    console.log(
      `killed ${rounds} times: 120 mails, ${repeats} repeated after a kill between acceptance and storing`,
    );
    expect(repeats).toBeLessThanOrEqual(rounds * 4);
  }, 240_000);
});

describe("a thousand invitations", () => {
  it("are queued in one transaction and sent through a pool while pages are served", async () => {
    const cast = await addCast(house.store);
    const people = await addMentors(house.store, cast.network, 1000);
    const id = await addGathering(house, cast);
    const begin = performance.now();
    await invite(house, cast, id, ...people);
    const queued = performance.now() - begin;
    const browser = await browserOf(house, cast.kari);
    for (let i = 0; i < 5; i++) await browser.get("/samlinger");
    const timed = async () => {
      const start = performance.now();
      const response = await browser.get("/samlinger");
      expect(response.statusCode).toBe(200);
      return performance.now() - start;
    };
    const alone: number[] = [];
    for (let i = 0; i < 20; i++) alone.push(await timed());
    const transport = makeTransport({ ...house.config, smtpUrl: office.url });
    const start = performance.now();
    let sending: number | null = null;
    const delivery = deliverDue(house.store, transport, house.now).then(() => {
      sending = performance.now() - start;
    });
    const meanwhile: number[] = [];
    while (sending === null) {
      meanwhile.push(await timed());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await delivery;
    transport.close();
    const at = (times: number[], share: number) =>
      `${(times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] as number).toFixed(1)} ms`;
    console.log(
      `1000 invitations: queued in ${queued.toFixed(0)} ms, sent in ${(sending / 1000).toFixed(1)} s; ` +
        `a page alone ${at(alone, 0.5)}, while sending ${at(meanwhile, 0.5)} (95 %: ${at(meanwhile, 0.95)}, n=${meanwhile.length})`,
    );
    expect(new Set(office.accepted).size).toBe(1000);
    expect(office.accepted).toHaveLength(1000);
  }, 240_000);
});
