/** A steady open-loop load for minutes: whether memory and latency stay flat. */
import type { Filled } from "./fill.ts";
import { percentile, type Target } from "./load.ts";
import { steadyElsewhere } from "./load-process.ts";
import { type Bench, pages, targetOf } from "./measure.ts";
import { memoryOf, type Server } from "./processes.ts";

/** Requests per second of the load: about a tenth of what a process can do, and more than a county asks. */
const perSecond = 100;

/** Every page in turn, and an answer for each ten of them. */
function mixOf(filled: Filled, base: string): Target[] {
  const reads = pages.map((page) => targetOf(page, filled, base));
  const answer: Target = {
    url: `${base}/svar/${filled.link}`,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ svar: "ja", rekkefolge: String(filled.sequence) }).toString(),
    status: 303,
  };
  return [...reads, answer];
}

/** Prints a line for each minute. */
export async function soak({ product }: Bench, filled: Filled, minutes: number): Promise<void> {
  const server = product[0] as Server;
  const mix = mixOf(filled, server.url);
  console.log(`soak: ${perSecond} requests/s for ${minutes} min, ${mix.length} kinds in turn`);
  for (let minute = 1; minute <= minutes; minute++) {
    const sorted = await steadyElsewhere({ targets: mix, perSecond, seconds: 60 });
    const at = (share: number) => percentile(sorted, share).toFixed(1);
    console.log(
      `minute ${String(minute).padStart(2)}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ` +
        `slowest ${at(1)} ms, n=${sorted.length}, memory ${memoryOf(server.pid).toFixed(0)} MB`,
    );
  }
}
