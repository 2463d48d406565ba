/** The thread in which a file or a pasted list is read. */
import { parentPort, workerData } from "node:worker_threads";
import { parsePasted, parseSheet } from "./sheet-parse.ts";

const given = workerData as Uint8Array | string;
parentPort?.postMessage(typeof given === "string" ? parsePasted(given) : await parseSheet(given));
