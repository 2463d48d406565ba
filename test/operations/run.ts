/** A command or a server of ours in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { programOf, root } from "../house.ts";

/** Starts one of our programs, such as `server/backup.ts`. @param folder of another release than this */
export function program(
  file: string,
  args: string[],
  env: Record<string, string>,
  folder = root,
  user: { uid?: number; gid?: number } = {},
): ChildProcess {
  const started = folder === root ? programOf(file) : ["--import", "tsx", file]; // another release is not compiled
  return spawn(process.execPath, [...started, ...args], {
    ...user,
    cwd: folder,
    env: { PATH: process.env["PATH"], ...env },
  });
}

/** Runs one to its end. */
export async function run(file: string, args: string[], env: Record<string, string>) {
  const child = program(file, args, env);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (piece) => {
      said += piece;
    });
  }
  const [code] = await once(child, "close");
  return { code: code as number, said };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

export interface Server {
  url: string;
  child: ChildProcess;
  /** All it wrote. */
  log(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** The real server, once it is ready; or one with a clock of its own (`server.ts`). */
export async function startServer(
  env: Record<string, string>,
  file = "server/main.ts",
  folder = root,
  user: { uid?: number; gid?: number } = {},
): Promise<Server> {
  const port = await freePort();
  const child = program(
    file,
    [],
    { PORT: String(port), DEMO: "off", LOG_LEVEL: "warn", ...env },
    folder,
    user,
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (piece) => {
      said += piece;
    });
  }
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${url}/internal/isready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`);
    await pause(50);
  }
  return {
    url,
    child,
    log: () => said,
    kill: async (signal) => {
      child.kill(signal);
      return (await ended)[0] as number | null;
    },
  };
}
