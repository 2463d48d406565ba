/** The program itself in a process of its own, started as in production but with the demo in it. */
import { type ChildProcess, spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { root } from "../house.ts";

/** A free port on loopback; the address must be known before the app is built. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export async function startProcess(databaseUrl: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      PORT: String(port),
      BASE_URL: url,
      DATABASE_URL: databaseUrl,
    },
    stdio: "ignore",
  });
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) throw new Error(`the server stopped with ${child.exitCode}`);
    const isReady = await fetch(`http://127.0.0.1:${port}/internal/isready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return { url, child };
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the server did not start");
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  const isOver = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  if (child.exitCode === null) await isOver;
}
