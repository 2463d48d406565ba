import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rsvps } from "../../server/gatherings/tables.ts";
import { addCast } from "../cast.ts";
import { addGathering, invite } from "../gatherings/party.ts";
import { openHouse, programOf, root, type TestHouse } from "../house.ts";
import { gmail, type Invite, inviteOf } from "./letters.ts";

let house: TestHouse;
let sent: Invite;
beforeAll(async () => {
  house = await openHouse();
  const cast = await addCast(house.store);
  const gathering = await addGathering(house, cast);
  await invite(house, cast, gathering, cast.ola);
  sent = await inviteOf(house, gathering, cast.ola);
});
afterAll(() => house.close());

/** Runs the script as a mail server would, with little memory. */
async function run(raw: Buffer, args: string[], databaseUrl = house.config.databaseUrl) {
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=128", ...programOf("server/receive.ts"), ...args],
    { cwd: root, env: { PATH: process.env["PATH"], NODE_ENV: "test", DATABASE_URL: databaseUrl } },
  );
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (piece) => {
    output.stdout += piece;
  });
  child.stderr.on("data", (piece) => {
    output.stderr += piece;
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(raw);
  const [status] = await once(child, "close");
  return { status, ...output };
}

it("mail:receive prints one word and nothing else, and takes replays", async () => {
  const at = "--received-at=2026-11-02T10:00:30Z";
  const raw = gmail(sent);
  const [held, ...others] = [
    await run(gmail(sent, { at: "2026-11-02T09:59:00Z" }), [at, "--dmarc=fail"]),
    await run(raw, [at]),
    await run(raw, [at, "--dmarc=pass"]),
    await run(Buffer.alloc(30_000_000, "a"), [at]),
  ];
  expect(held).toEqual({ status: 0, stdout: "confirm-identity\n", stderr: "" });
  expect(others.map(({ status, stdout }) => [status, stdout])).toEqual([
    [0, "applied\n"],
    [0, "duplicate\n"],
    [0, "quarantined\n"],
  ]);
  expect(await house.store.read.select().from(rsvps)).toMatchObject([{ answer: "yes" }]);
});

it("it fails, and prints no word, only when nothing could be stored", async () => {
  const nowhere = house.config.databaseUrl.startsWith("file:")
    ? "file:/dev/null/steder.db"
    : "postgres://nobody@127.0.0.1:1/nothing";
  const { status, stdout, stderr } = await run(gmail(sent), [], nowhere);
  expect([status, stdout]).toEqual([75, ""]);
  expect(stderr).toMatch(/^not stored: \w+\n$/);
  expect((await run(gmail(sent), ["--dmarc=kanskje"])).status).toBe(64);
});
