/**
 * A PostgreSQL of our own on loopback, to stop and start, and whose files nobody else writes in: the one the
 * tests share must stay up.
 */
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./operations/run.ts";

/** Where Debian keeps them; elsewhere they are on the path. */
const versions = "/usr/lib/postgresql";
const folderOfTools = () => {
  const found = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, "bin"))
    : [];
  const paths = [...found.sort().reverse(), ...(process.env["PATH"] ?? "").split(":")];
  return paths.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")));
};

export interface PrivatePostgres {
  databaseUrl: string;
  /** As when the machine it runs on dies: nothing is finished or written out. */
  crash(): void;
  /** In good order. */
  stop(): void;
  start(): void;
  /** Another one that begins with the same files; this one is stopped. */
  twin(): Promise<PrivatePostgres>;
  remove(): void;
}

/**
 * Null where its programs are not installed. PostgreSQL refuses root: then "postgres" runs it.
 * @param settings such as `{ autovacuum: "off" }`
 */
export async function openPrivatePostgres(
  settings: Record<string, string> = {},
): Promise<PrivatePostgres | null> {
  const tools = folderOfTools();
  if (!tools) return null;
  const isRoot = userInfo().uid === 0;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
  const owner = isRoot ? { uid: id("-u"), gid: id("-g") } : {};

  async function serve(fill: (data: string, run: typeof execFileSync) => void): Promise<PrivatePostgres> {
    const folder = mkdtempSync(join(tmpdir(), "postgres-"));
    if (isRoot) chownSync(folder, owner.uid as number, owner.gid as number);
    const data = join(folder, "data");
    const run = ((program: string, args: string[]) =>
      execFileSync(program, args, { ...owner, cwd: folder, stdio: "ignore" })) as typeof execFileSync;
    const port = await freePort();
    const all = { ...settings, listen_addresses: "127.0.0.1", unix_socket_directories: folder };
    const options = [`-p ${port}`, ...Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)];
    const control = (...args: string[]) =>
      void run(join(tools as string, "pg_ctl"), ["-D", data, "-l", join(folder, "log"), "-w", ...args]);
    const isUp = () => existsSync(join(data, "postmaster.pid"));
    const crash = () => control("-m", "immediate", "stop");
    fill(data, run);
    const start = () => control("-o", options.join(" "), "start");
    start();
    return {
      databaseUrl: `postgres://postgres@127.0.0.1:${port}/house`,
      crash,
      start,
      stop: () => control("-m", "fast", "stop"),
      twin: () => serve((other, copy) => void copy("cp", ["-a", data, other])),
      remove: () => {
        if (isUp()) crash();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }

  const first = await serve((data, run) => {
    run(join(tools, "initdb"), ["-D", data, "-A", "trust", "-U", "postgres", "--no-sync"]);
  });
  const client = new pg.Client({ connectionString: first.databaseUrl.replace(/house$/, "postgres") });
  await client.connect();
  await client.query("create database house");
  await client.end();
  return first;
}
