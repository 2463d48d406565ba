/** The load in a process of its own: whoever measures latency must not be kept waiting by its own other work. */
import { type ChildProcess, fork } from "node:child_process";
import { steady, type Target } from "./load.ts";

export interface Steady {
  targets: Target[];
  perSecond: number;
  seconds: number;
}

/** Sends the load from another process, which ends with it. See `steady`. */
export function steadyElsewhere(load: Steady): Promise<number[]> {
  const child: ChildProcess = fork(new URL(import.meta.url), { execArgv: ["--import", "tsx"] });
  child.send(load);
  return new Promise((resolve, reject) => {
    child.once("message", (latencies: number[]) => resolve(latencies));
    child.once("error", reject);
    child.once("exit", (code) => code !== 0 && reject(new Error(`the load stopped: ${code}`)));
  });
}

if (process.send) {
  process.once("message", async ({ targets, perSecond, seconds }: Steady) => {
    await steady(targets, perSecond, 2); // opens the connections and warms up this side
    const latencies = await steady(targets, perSecond, seconds);
    process.send?.(latencies, () => process.disconnect());
  });
}
