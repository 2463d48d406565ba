/** The thread in which a file is read. */
import { parentPort, workerData } from "node:worker_threads";
import { parseSheet } from "./sheet-parse.ts";

parentPort?.postMessage(await parseSheet(workerData as Uint8Array));
