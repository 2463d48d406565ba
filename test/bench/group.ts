/**
 * `tsx test/bench/group.ts` after `npm run build`: forty phones on one group session (performance.md, bar
 * 10). Phones do what `group.js` does: a poll every second and a half, the page when its tag has changed,
 * a save followed by the page. Prints the server's share of a core, from `/proc/PID/stat`, and how long it
 * takes until all forty have seen a change. `--seconds=20` of each stretch, `--postgres=postgres://…` to
 * measure on PostgreSQL, with two processes.
 */
import http from "node:http";
import { cpus } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: { seconds: { type: "string", default: "20" }, postgres: { type: "string", default: "" } },
});
if (options.postgres) process.env["DATABASE_URL"] = options.postgres; // before the tables are made
const seconds = Number(options.seconds);

const { localDate } = await import("../../server/web/dates.ts");
const { Temporal } = await import("temporal-polyfill");
const { addCast } = await import("../cast.ts");
const { addGathering, tuva } = await import("../cases/group.ts");
const { openGroupSession } = await import("../../server/cases/group-session.ts");
const { joinGroup } = await import("../../server/cases/group-device.ts");
const { groupSessions } = await import("../../server/cases/tables.ts");
const { cookieOf, openHouse } = await import("../house.ts");
const { processorTime, startServer } = await import("./processes.ts");

const pollEvery = 1500;
const phoneCount = 40;
const groupCount = 8;

interface Answer {
  status: number;
  body: string;
  etag: string;
  bytes: number;
}

/** One phone, with a connection of its own that stays open. */
function makePhone(url: string, cookie: string, path: string, puls: string) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (to: string, form?: string, tag?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const headers: Record<string, string> = { cookie, "sec-fetch-site": "same-origin" };
      if (form !== undefined) headers["content-type"] = "application/x-www-form-urlencoded";
      if (tag) headers["if-none-match"] = tag;
      const method = form === undefined ? "GET" : "POST";
      const request = http.request(url + to, { method, headers, agent }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (piece) => {
          body += piece;
        });
        response.once("end", () => {
          const head = response.rawHeaders.join("").length + 2 * response.rawHeaders.length;
          resolve({
            status: response.statusCode ?? 0,
            body,
            etag: String(response.headers.etag ?? ""),
            bytes: body.length + head,
          });
        });
      });
      request.once("error", reject);
      request.end(form);
    });
  const phone = { page: "", tag: "", polls: 0, pages: 0, pollBytes: 0, version: "0", words: "" };
  const look = async () => {
    phone.page = (await ask(path)).body;
    phone.tag = `"${/data-tag="([^"]*)"/.exec(phone.page)?.[1] ?? ""}"`;
    phone.version = /name="versjon" value="(\d+)"/.exec(phone.page)?.[1] ?? "0";
    phone.words = /name="sett"[^>]*>([^<]*)/.exec(phone.page)?.[1] ?? "";
    phone.pages++;
  };
  const poll = async () => {
    const answer = await ask(puls, undefined, phone.tag);
    phone.polls++;
    phone.pollBytes += answer.bytes;
    if (answer.status === 200) await look();
    else if (answer.status !== 304) throw new Error(`${puls}: ${answer.status}`);
  };
  let isOn = true;
  const run = async () => {
    await wait(Math.random() * pollEvery);
    while (isOn) {
      await poll();
      await wait(pollEvery);
    }
  };
  return Object.assign(phone, {
    ask,
    look,
    run,
    stop: () => {
      isOn = false;
      agent.destroy();
    },
  });
}

const house = await openHouse();
const cast = await addCast(house.store);
house.setNow(Temporal.Now.instant().toString());
const gatheringId = await addGathering(house, cast, localDate(house.now()).toString());
const opened = await house.store.write((tx) =>
  openGroupSession(tx, { gatheringId, case: tuva, byId: cast.kari }, house.now()),
);
if (!opened.ok) throw new Error(opened.reason);
const [session] = await house.store.read.select().from(groupSessions);
const { id, code } = session as typeof groupSessions.$inferSelect;
const tokens: string[] = [];
for (let i = 0; i < phoneCount; i++) {
  const groupNumber = (i % groupCount) + 1;
  const joined = await house.store.write((tx) =>
    joinGroup(tx, { code: code as string, groupNumber, token: null }, house.now()),
  );
  if (joined.ok) tokens.push(joined.token);
}
const kari = await cookieOf(house, cast.kari);

const env = { NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: house.config.databaseUrl, DEMO: "off" };
const servers: Awaited<ReturnType<typeof startServer>>[] = [];
for (let i = 0; i < (options.postgres ? 2 : 1); i++)
  servers.push(await startServer(["build/server/main.js"], env, "/internal/isready", null));
const urlOf = (n: number) => (servers[n % servers.length] as (typeof servers)[number]).url;

const page = `/gruppe/${id}`;
const phones = tokens.map((token, i) => makePhone(urlOf(i >> 3), `gruppe=${token}`, page, `${page}/puls`));
const staff = [`${page}/leder`, `${page}/skjerm`].map((path, i) =>
  makePhone(urlOf(i), kari, path, `${page}/leder/puls`),
);
const all = [...phones, ...staff];
const failures: unknown[] = [];
for (const one of all) await one.look();
for (const one of all) void one.run().catch((error) => failures.push(error));

const used = () => servers.reduce((sum, { pid }) => sum + processorTime(pid), 0);
/** The share of a core that the servers use while `work` goes on for so many seconds. */
async function share(work: () => Promise<unknown>): Promise<number> {
  const [before, start] = [used(), performance.now()];
  await Promise.all([wait(seconds * 1000), work()]);
  return (used() - before) / (performance.now() - start);
}

const lead = (form: Record<string, string>) =>
  (staff[0] as (typeof staff)[number]).ask(`${page}/sporsmal`, new URLSearchParams(form).toString());
const questions = tuva.texts.nb.questions.map(({ id: questionId, sentence }) => ({ questionId, sentence }));
let at = 0;

/** Opens the next question and waits until everyone has it. @returns milliseconds for each, sorted */
async function openNext(): Promise<number[]> {
  const { questionId, sentence } = questions[at++ % questions.length] as (typeof questions)[number];
  await lead({ sporsmal: questionId, runde: "1", handling: "apne", minutter: "5" });
  const start = performance.now();
  const heading = new RegExp(`<h[12][^>]*>${sentence.slice(0, 30).replace(/[?.]/g, "\\$&")}`);
  const times: number[] = [];
  await Promise.all(
    all.map(async (one) => {
      while (!heading.test(one.page)) await wait(5);
      times.push(performance.now() - start);
    }),
  );
  return times.sort((a, b) => a - b);
}

/** One phone of each group saves every second or two, as someone does who types. */
async function typing(): Promise<void> {
  const until = performance.now() + seconds * 1000;
  const { questionId } = questions[(at - 1) % questions.length] as (typeof questions)[number];
  await Promise.all(
    phones.slice(0, groupCount).map(async (phone, group) => {
      for (let i = 0; performance.now() < until; i++) {
        const ord = `Gruppe ${group + 1} har skrevet ${i} ganger om køen, blikkene og de rolige minuttene.`;
        const body = new URLSearchParams({ ord, versjon: phone.version, sett: phone.words, settvalg: "" });
        const saved = await phone.ask(`${page}/svar/${questionId}/1`, body.toString());
        if (saved.status !== 303) throw new Error(`saving: ${saved.status}`);
        await phone.look();
        await wait(1200 + Math.random() * 800);
      }
    }),
  );
}

const waiting = await share(async () => undefined);
const pollsWaiting = all.reduce((sum, one) => sum + one.polls, 0);
const bytes = all.reduce((sum, one) => sum + one.pollBytes, 0) / pollsWaiting;
const seen: number[] = [];
const changing = await share(async () => {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    seen.push(...(await openNext()));
    await wait(2500);
  }
});
const busy = await share(typing);
await lead({
  sporsmal: questions[(at - 1) % questions.length]?.questionId as string,
  runde: "1",
  handling: "vis",
});
for (const one of all) one.stop();
await wait(200);
for (const server of servers) await server.stop();
await house.close();
if (failures.length > 0) console.log(`failures: ${failures.length}, first: ${failures[0]}`);

seen.sort((a, b) => a - b);
const percent = (part: number) => `${(100 * part).toFixed(1)} % of a core`;
const ms = (p: number) =>
  `${Math.round(seen[Math.min(seen.length - 1, Math.floor(seen.length * p))] ?? 0)} ms`;
console.log(
  `node ${process.version}, ${cpus().length} cores, ${options.postgres ? "PostgreSQL, two processes" : "SQLite, one process"}`,
);
console.log(`${phoneCount} phones in ${groupCount} groups, a facilitator and a projector; ${seconds} s each`);
console.log(
  `waiting                         ${percent(waiting)} (a poll is ${Math.round(bytes)} bytes with its head)`,
);
console.log(`a new question every 4 s        ${percent(changing)}`);
console.log(`eight groups typing             ${percent(busy)}`);
console.log(
  `a change is seen after          p50 ${ms(0.5)}, p95 ${ms(0.95)}, all ${ms(1)} (n=${seen.length})`,
);
