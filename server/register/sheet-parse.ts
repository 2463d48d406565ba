/** Bytes of a file, or a pasted text → rows. Pure; runs in a worker of its own, where neither size nor time is ours. */
import { inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/universal";
import { withoutGuard } from "../web/csv.ts";
import { fromWindows1252 } from "../web/windows-1252.ts";
import { readPasted } from "./pasted.ts";

export const limits = Object.freeze({
  bytes: 5 * 1024 * 1024,
  rows: 20_000,
  columns: 60,
  /** Longer cells are cut: no field takes so much, so they are faults anyway. */
  cell: 1_000,
  /** What a workbook may unpack to. */
  unpacked: 48 * 1024 * 1024,
  entries: 500,
});

export interface Sheet {
  rows: string[][];
  /** The line, or row, in the file of each of them. */
  lines: number[];
}
export type SheetFault = "empty" | "too-many-rows" | "too-big" | "not-readable";
export type SheetResult = ({ ok: true } & Sheet) | { ok: false; reason: SheetFault };

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they are
const unmeant = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  const tidied = text
    .slice(0, limits.cell)
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(unmeant, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
  return withoutGuard(tidied);
}

/** @param headings how many of the rows are no people */
function tidy(rows: { cells: unknown[]; line: number }[], headings = 1): SheetResult {
  const filled = rows
    .map(({ cells, line }) => ({ line, cells: cells.slice(0, limits.columns).map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (filled.length <= headings) return { ok: false, reason: "empty" };
  if (filled.length - headings > limits.rows) return { ok: false, reason: "too-many-rows" };
  return { ok: true, rows: filled.map(({ cells }) => cells), lines: filled.map(({ line }) => line) };
}

/** UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252, which every byte fits. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** The mark that most often divides the first line outside of quotes; a spreadsheet may also say it. */
export function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/.exec(text);
  if (said) return said[1] as string;
  const firstLine = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (mark: string) => firstLine.split(mark).length;
  return [";", "\t", ","].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function readCsv(bytes: Uint8Array): SheetResult {
  const whole = decode(bytes);
  const delimiter = delimiterOf(whole);
  const said = /^sep=.\r?\n/.exec(whole)?.[0] ?? "";
  const records = parse(whole.slice(said.length), {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: limits.rows + 2,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const before = said ? 1 : 0;
  return tidy(records.map(({ record, info }) => ({ cells: record, line: info.lines + before })));
}

/**
 * Whether a workbook unpacks to what it says, and that is not too much: each part is unpacked here with
 * its own size as the limit, before anything else believes it.
 */
function isHarmless(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) return false;
  const entries = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  let unpacked = 0;
  if (entries > limits.entries) return false;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return false;
    const method = file.readUInt16LE(at + 10);
    const [packed, size] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
    const local = file.readUInt32LE(at + 42);
    unpacked += size;
    if (unpacked > limits.unpacked || local + 30 > file.length) return false;
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if (method === 8)
      inflateRawSync(file.subarray(start, start + packed), { maxOutputLength: Math.max(1, size) });
    else if (method !== 0 || size !== packed) return false;
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return true;
}

async function readWorkbook(bytes: Uint8Array): Promise<SheetResult> {
  if (!isHarmless(bytes)) return { ok: false, reason: "too-big" };
  const copy = bytes.slice().buffer;
  const rows = (await readSheet(copy)) as unknown[][];
  if (rows.length > limits.rows * 2) return { ok: false, reason: "too-many-rows" };
  return tidy(rows.map((cells, i) => ({ cells, line: i + 1 })));
}

/**
 * Reads a CSV file or the first sheet of a workbook. The first row is the headings.
 * @returns refused as `empty` without a row under the headings, and `not-readable` for anything else
 */
export async function parseSheet(bytes: Uint8Array): Promise<SheetResult> {
  if (bytes.length > limits.bytes) return { ok: false, reason: "too-big" };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOldWorkbook = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isOldWorkbook) return { ok: false, reason: "not-readable" };
  try {
    return isZip ? await readWorkbook(bytes) : readCsv(bytes);
  } catch (error) {
    const isBigger = (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    return { ok: false, reason: isBigger ? "too-big" : "not-readable" };
  }
}

/** Reads a pasted list; whether its first row is headings is for whoever knows them. Refused as a file is. */
export function parsePasted(text: string): SheetResult {
  if (text.length > limits.bytes) return { ok: false, reason: "too-big" };
  try {
    return tidy(readPasted(text, limits.rows + 2), 0);
  } catch {
    return { ok: false, reason: "not-readable" };
  }
}
