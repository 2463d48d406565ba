/** Starting: as in the container, by a user who owns nothing but the folder of the database; and on a file that is no good. */
import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { openHouse, root } from "../house.ts";
import { run, type Server, startServer } from "./run.ts";

const nobody = { uid: 65534, gid: 65534 };
const folder = mkdtempSync(join(tmpdir(), "unprivileged-"));
let server: Server | undefined;
afterEach(async () => {
  if (server?.child.exitCode === null) await server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Whether that user may read our files at all. */
const mayRead = () =>
  userInfo().uid === 0 &&
  spawnSync(
    process.execPath,
    ["-e", `require("fs").readFileSync(${JSON.stringify(`${root}package.json`)})`],
    {
      cwd: "/",
      ...nobody,
    },
  ).status === 0;

it.runIf(engine === "sqlite")(
  "a user who may write nowhere but in the folder of the database: it starts, serves, stores and stops",
  async (context) => {
    if (!mayRead()) return context.skip("not root, or our files are hidden from other users");
    chownSync(folder, nobody.uid, nobody.gid);
    const env = {
      NODE_ENV: "production",
      BASE_URL: "https://mentornettverk.example.no",
      SECRET: "s".repeat(40),
      SMTP_URL: "smtp://127.0.0.1:9",
      MAIL_FROM: "Mentornettverk <mentor@example.no>",
      DATABASE_URL: `file:${folder}/data.db`,
    };
    const before = readdirSync(root);
    server = await startServer(env, "server/main.ts", root, nobody);
    const { url } = server;
    const assets = /href="(\/assets\/[^"]+\.css)"/.exec(await (await fetch(`${url}/logg-inn`)).text());
    expect((await fetch(url + (assets?.[1] ?? "/none"))).status).toBe(200);
    const form = new URLSearchParams({ epost: "ola@demo.example" });
    const sent = await fetch(`${url}/logg-inn`, { method: "POST", body: form, redirect: "manual" });
    expect(sent.status).toBe(303);
    expect(await server.kill("SIGTERM")).toBe(0);
    expect(server.log()).toBe("");
    expect(existsSync(`${folder}/data.db`)).toBe(true);
    expect(readdirSync(folder).filter((name) => !name.startsWith("data.db"))).toEqual([]);
    expect(readdirSync(root)).toEqual(before);
  },
  60_000,
);

it.runIf(engine === "sqlite").each([
  [
    "something else than a database",
    "Dette er et brev, ingen database. ".repeat(200),
    "something else than a database",
  ],
  ["a database with a page overwritten", null, "the file is damaged"],
])("started on %s: one line says so, and the file is as it was", async (_, contents, line) => {
  const broken = mkdtempSync(join(tmpdir(), "broken-"));
  const file = join(broken, "data.db");
  if (contents === null) {
    const house = await openHouse({}, { databaseUrl: `file:${file}`, remove: async () => undefined });
    await house.store.migrate();
    await house.close();
    const whole = readFileSync(file);
    whole.fill(0xff, 100, 4096); // the table of tables; the head of the file still says SQLite
    writeFileSync(file, whole);
  } else writeFileSync(file, contents);
  const before = readFileSync(file);
  const { code, said } = await run("server/main.ts", [], { DATABASE_URL: `file:${file}`, DEMO: "off" });
  expect([code, said]).toEqual([
    1,
    expect.stringMatching(new RegExp(`^Setting DATABASE_URL: .*${line}.*\n$`)),
  ]);
  expect(readFileSync(file).equals(before)).toBe(true);
  rmSync(broken, { recursive: true });
});
