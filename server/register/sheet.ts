/**
 * Reads an uploaded file, or a pasted list, in a thread of its own, with little memory and little time: a file made to blow
 * up blows up there, and the site goes on meanwhile. One file at a time in each process.
 */
import { Worker } from "node:worker_threads";
import type { SheetResult } from "./sheet-parse.ts";

const mostMemory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
const mostMilliseconds = 20_000;
/** Started from source, as in development and tests, the thread must first learn to read TypeScript. */
const isSource = import.meta.url.endsWith(".ts");
const program = new URL(isSource ? "./sheet-worker.ts" : "./sheet-worker.js", import.meta.url);
const fromSource = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${JSON.stringify(program.href)}, ${JSON.stringify(import.meta.url)}))`;

let line: Promise<unknown> = Promise.resolve();

function readInThread(given: Uint8Array | string): Promise<SheetResult> {
  return new Promise((resolve) => {
    const worker = new Worker(isSource ? fromSource : program, {
      workerData: given,
      resourceLimits: mostMemory,
      eval: isSource,
      execArgv: [],
      env: {},
    });
    const end = (result: SheetResult) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ ok: false, reason: "too-big" }), mostMilliseconds);
    worker.once("message", end);
    worker.once("error", () => end({ ok: false, reason: "too-big" }));
    worker.once("exit", () => end({ ok: false, reason: "not-readable" }));
  });
}

/** Rows of a CSV file or workbook (bytes), or of a pasted list (text); see `sheet-parse.ts` for what is refused. */
export function readList(given: Uint8Array | string): Promise<SheetResult> {
  const mine = line.then(() => readInThread(given));
  line = mine.catch(() => undefined);
  return mine;
}
