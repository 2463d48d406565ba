/**
 * A list pasted into a box → rows: cells from a spreadsheet, recipients from a mail, or one person on each
 * line. Pure; runs in the thread that reads files. Nothing is left out: what is not understood becomes a row
 * that is told of later.
 */
import { parse } from "csv-parse/sync";

export interface PastedRow {
  cells: string[];
  /** The line, or the number in a list of recipients. */
  line: number;
}

const marks = /[\s<>;,"()[\]]+/;
/** How many addresses stand in a text. */
const addressesIn = (text: string) => text.split(marks).filter((word) => word.includes("@")).length;
const isAddress = (cell: string) => /^\s*<?(?:mailto:)?[^\s<>@]+@[^\s<>@]+>?\s*$/i.test(cell);
const bare = (address: string) => address.replace(/^[\s<(]*(?:mailto:)?/i, "").replace(/[\s>),;]+$/, "");

/** `"Nordmann, Kari"` is Kari Nordmann; more words than that are left as they stand. */
function nameIn(text: string): string {
  const name = text.replace(/^\s*(?:til|to|kopi|cc):/i, "").replace(/^[\s;,"']+|[\s;,"']+$/g, "");
  const turned = /^(\S+),\s*(\S+(?:\s\S+)?)$/.exec(name);
  return turned ? `${turned[2]} ${turned[1]}` : name;
}

/** A cell that holds both name and address becomes two, unless the row has an address by itself. */
function apart(cells: string[]): string[] {
  if (cells.some(isAddress)) return cells.map((cell) => (isAddress(cell) ? bare(cell) : cell));
  const at = cells.findIndex((cell) => cell.includes("@"));
  if (at < 0) return cells;
  const words = (cells[at] as string).split(/\s+/);
  const address = words.find((word) => word.includes("@")) as string;
  const rest = nameIn(words.filter((word) => word !== address).join(" "));
  return [...cells.slice(0, at), ...(rest ? [rest] : []), bare(address), ...cells.slice(at + 1)];
}

/** The divider of two people in a list of recipients. */
const betweenPeople = (text: string) => (text.includes(";") ? ";" : ",");
const pieces = (text: string) => text.split(betweenPeople(text)).filter((piece) => /[^\s;,]/.test(piece));

/** `Kari <kari@…>; Ola <ola@…>`, or addresses with a mark between. */
function recipientsIn(text: string): string[][] {
  if (!text.includes("<")) return pieces(text).map((piece) => apart([piece]));
  let read = 0;
  const found = [...text.matchAll(/([^<>]*)<([^<>]*)>/g)].flatMap((match) => {
    const [whole, ahead, address] = match as unknown as [string, string, string];
    read = match.index + whole.length;
    // whoever stands before the name without brackets is somebody too
    const before = ahead.replace(/^[\s;,]+/, "");
    const others = /[;@]/.test(before) ? pieces(before) : [before];
    const name = others.pop() ?? "";
    return [...others.map((one) => apart([one])), [nameIn(name), bare(address)]];
  });
  return [...found, ...pieces(text.slice(read)).map((piece) => apart([piece]))];
}

const endsInAddress = (line: string) => /<[^<>@]*@[^<>@]*>[\s;,]*$/.test(line);
/** Several people on one line: each with an address in brackets, or no more pieces than addresses. */
const isRow = (line: string) =>
  addressesIn(line) > 1 && (line.split("<").length > 2 || pieces(line).length <= addressesIn(line));
/** A list of recipients, or only names with their address in brackets. */
const isForMail = (lines: string[]) => lines.some(isRow) || lines.every(endsInAddress);

function recipients(lines: string[]): PastedRow[] {
  const found = lines.map(recipientsIn);
  if (found.every((entries) => entries.length <= 1))
    return found.flatMap((entries, i) => entries.map((cells) => ({ cells, line: i + 1 })));
  return found.flat().map((cells, i) => ({ cells, line: i + 1 }));
}

/** The mark between cells: a tab anywhere, else what stands in half of the lines or more; else none. */
function dividerOf(filled: string[]): string {
  if (filled.some((line) => line.includes("\t"))) return "\t";
  const isUsual = (mark: string) => filled.filter((line) => line.includes(mark)).length * 2 >= filled.length;
  return [";", ","].find(isUsual) ?? "\t";
}

function table(text: string, delimiter: string, most: number): PastedRow[] {
  const read = (quote: '"' | false) =>
    parse(text, {
      ...{ delimiter, quote, info: true, to: most },
      ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    }) as unknown as { record: string[]; info: { lines: number } }[];
  let records: ReturnType<typeof read>;
  try {
    records = read('"');
  } catch {
    records = read(false); // a quotation mark that nothing closes is only a mark
  }
  return records.map(({ record, info }) => ({ cells: apart(record), line: info.lines }));
}

/**
 * Reads what was pasted.
 * @param most rows; at most so many are looked at
 */
export function readPasted(pasted: string, most: number): PastedRow[] {
  const text = pasted.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length === 0) return [];
  if (!text.includes("\t") && isForMail(filled)) return recipients(lines);
  return table(text, dividerOf(filled), most);
}
