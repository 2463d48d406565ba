/** Comma-separated values as a Norwegian spreadsheet opens them: UTF-8 with a mark, semicolons. */
import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";

type Cell = string | number | null;

/** What a file begins with, so that a spreadsheet reads it as UTF-8. */
export const csvStart = "\ufeff";

/** What a spreadsheet would take for a formula (OWASP, CSV injection); a tab or line break may hide one. */
const isFormula = /^[\s\u00a0]*[=+\-@\t\r\n|%＝＋－＠]/;

/** One cell: numbers as they are, text that begins like a formula with an apostrophe before it. */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const safe = isFormula.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before an apostrophe was put there: for reading a file that went out from here. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && isFormula.test(text.slice(1)) ? text.slice(1) : text;

/** One line, with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(";")}\r\n`;
}

async function* encoded(lines: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  yield csvStart;
  for await (const cells of lines) yield csvLine(cells);
}

/**
 * Sends lines as they come, so that no export is held in memory.
 * @param name of the file, without its ending
 */
export function sendCsv(
  reply: FastifyReply,
  name: string,
  lines: AsyncIterable<readonly Cell[]>,
): FastifyReply {
  return reply
    .header("content-type", "text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}.csv"`)
    .header("cache-control", "no-store")
    .send(Readable.from(encoded(lines), { objectMode: false, encoding: "utf8" }));
}
