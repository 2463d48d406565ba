/** SIGKILL in the middle of what the clock does: after it everything is as if nothing had happened. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { openHouse, root, type TestHouse } from "../house.ts";
import { countsOf, makeClock, prepareWeekend, ticksOf, type Weekend, whatHappened } from "./weekend.ts";

const sunday = "2026-10-18";
/** The jobs that write most; some of them are killed, others at the next run of the tests. */
const jobs = [
  "count half-years",
  "count coupling",
  "seal anew",
  "open anonymous feedback",
  "ask how it was",
  "erase what is over its time",
  "pass on places",
  "remind",
  "tell leaders",
];

const kills = 3;
const shuffled = <T>(list: readonly T[]) =>
  list
    .map((one) => ({ one, by: Math.random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one);

const houses: TestHouse[] = [];
const children = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
  for (const house of houses.splice(0)) await house.close();
});

async function begin(): Promise<{ house: TestHouse; weekend: Weekend }> {
  const house = await openHouse();
  houses.push(house);
  await house.app();
  return { house, weekend: await prepareWeekend(house, sunday) };
}
const outcome = async (house: TestHouse, weekend: Weekend) => ({
  happened: await whatHappened(house, weekend),
  counts: await countsOf(house, weekend.cast.network),
});

async function undisturbed() {
  const { house, weekend } = await begin();
  const clock = makeClock(house, house.mailer);
  for (const tick of ticksOf(weekend.sunday)) for (const name of clock.names) await clock.run(name, tick);
  return outcome(house, weekend);
}

interface Waiting {
  child: ChildProcess;
  /** It waits to be told where to go on. */
  isReady: Promise<unknown>;
}

function startChild(house: TestHouse): Waiting {
  const child = spawn(process.execPath, ["--import", "tsx", "test/operations/clocker.ts"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      DATABASE_URL: house.config.databaseUrl,
      SUNDAY: sunday,
    },
  });
  children.add(child);
  return { child, isReady: once(child, "message") };
}

/**
 * Lets a child go on from a tick until it begins a job at some tick or later, and kills it soon after.
 * @returns the tick it died in; null when it came to the end
 */
async function goOn(
  { child, isReady }: Waiting,
  from: number,
  target: { tick: number; name: string } | null,
): Promise<number | null> {
  await isReady;
  const ended = once(child, "exit");
  let last = from;
  const isHit = new Promise<boolean>((resolve) => {
    child.on("message", (said: { tick: number; name: string }) => {
      last = said.tick;
      if (target && said.tick >= target.tick && said.name === target.name) resolve(true);
    });
    child.on("exit", () => resolve(false));
  });
  child.send(from);
  if (await isHit) {
    await pause(Math.random() * 4);
    child.kill("SIGKILL");
  }
  const [code, signal] = await ended;
  children.delete(child);
  if (signal === "SIGKILL") return last;
  expect(code).toBe(0);
  return null;
}

it("killed in three jobs at moments of chance and started again: the same mails, states and counts as undisturbed", async () => {
  const { house, weekend } = await begin();
  const ticks = ticksOf(weekend.sunday).length;
  const targets = shuffled(jobs)
    .slice(0, kills)
    .map((name) => ({ name, tick: Math.floor(Math.random() * (ticks - 4)) }))
    .sort((a, b) => a.tick - b.tick);
  let next = startChild(house);
  let from = 0;
  let killed = 0;
  for (const target of [...targets, null]) {
    const child = next;
    if (target) next = startChild(house); // it gets ready meanwhile
    const died = await goOn(child, from, target);
    if (died === null) break;
    killed++;
    from = died;
  }
  expect(killed).toBe(kills);
  expect(await outcome(house, weekend)).toEqual(await undisturbed());
}, 120_000);
