/** Load from this process: closed loop for capacity, open loop for latency (performance.md, Method). */
import http from "node:http";
import autocannon from "autocannon";
import { processorTime } from "./processes.ts";

export interface Target {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** The status that counts as answered. */
  status: number;
}

export interface Burst {
  perSecond: number;
  /** Milliseconds of processor time the server used for each request. */
  processorMs: number;
  answered: number;
}

export const connections = 32;

/**
 * As fast as it goes for some seconds. Throws when anything else than the expected status came.
 * @param parts how many share the connections
 */
export async function capacity(target: Target, pid: number, seconds: number, parts = 1): Promise<Burst> {
  const before = processorTime(pid);
  const { url, method = "GET", headers = {}, body } = target;
  const result = await autocannon({
    url,
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    connections: connections / parts,
    duration: seconds,
  });
  const used = processorTime(pid) - before;
  const answered = result.statusCodeStats?.[String(target.status) as never] as { count?: number } | undefined;
  const good = answered?.count ?? 0;
  const others = Object.keys(result.statusCodeStats ?? {}).filter((code) => code !== String(target.status));
  if (others.length > 0 || result.errors > 0) {
    throw new Error(`${url}: ${others.join(", ")} instead of ${target.status}, ${result.errors} errors`);
  }
  return { perSecond: good / result.duration, processorMs: used / Math.max(good, 1), answered: good };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

function once({ url, method = "GET", headers = {}, body }: Target): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    request.once("error", reject);
    request.end(body);
  });
}

/**
 * A steady rate, each request when it is due whatever the others do; a latency runs from when it was due,
 * not from when it was sent (coordinated omission).
 * @param targets one, or several in turn
 * @returns latencies in milliseconds, sorted
 */
export async function steady(
  targets: Target | readonly Target[],
  perSecond: number,
  seconds: number,
): Promise<number[]> {
  const inTurn = [targets].flat() as Target[];
  const total = Math.round(perSecond * seconds);
  const latencies: number[] = [];
  const pending: Promise<void>[] = [];
  const start = performance.now();
  for (let i = 0; i < total; i++) {
    const due = start + (i * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 2) await new Promise((resolve) => setTimeout(resolve, wait - 2)); // the rest is waited for awake
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    const target = inTurn[i % inTurn.length] as Target;
    pending.push(
      once(target).then((status) => {
        if (status !== target.status) throw new Error(`${target.url}: ${status}`);
        latencies.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(pending);
  return latencies.sort((a, b) => a - b);
}

/** The value below which this share lies, of a sorted list. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
