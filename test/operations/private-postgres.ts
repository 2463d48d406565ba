/** A PostgreSQL of our own on loopback, to stop and start: the one the tests share must stay up. */
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./run.ts";

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
  start(): void;
  remove(): void;
}

/** Null where its programs are not installed. PostgreSQL refuses root: then "postgres" runs it. */
export async function openPrivatePostgres(): Promise<PrivatePostgres | null> {
  const tools = folderOfTools();
  if (!tools) return null;
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const isRoot = userInfo().uid === 0;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
  const owner = isRoot ? { uid: id("-u"), gid: id("-g") } : {};
  if (isRoot) chownSync(folder, owner.uid as number, owner.gid as number);
  const data = join(folder, "data");
  const tool = (name: string, ...args: string[]) =>
    execFileSync(join(tools, name), args, { ...owner, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const control = (...args: string[]) => tool("pg_ctl", "-D", data, "-l", join(folder, "log"), "-w", ...args);
  const start = () => void control("-o", options, "start");
  const crash = () => void control("-m", "immediate", "stop");
  tool("initdb", "-D", data, "-A", "trust", "-U", "postgres", "--no-sync");
  start();
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  const client = new pg.Client({ connectionString: address("postgres") });
  await client.connect();
  await client.query("create database house");
  await client.end();
  const remove = () => {
    if (existsSync(join(data, "postmaster.pid"))) crash();
    rmSync(folder, { recursive: true, force: true });
  };
  return { databaseUrl: address("house"), crash, start, remove };
}
