/** What the columns of a pasted list hold: by its headings when it has any, else by what stands in them. */
import { type Field, guessColumns, rolesIn } from "./columns.ts";
import type { Sheet } from "./sheet-parse.ts";

const isNumber = (cell: string) => /^[+\d][\d\s().-]{3,}$/.test(cell);

/** A first row is headings when it names something we know and holds no address. */
const isHeadings = (row: readonly string[]) =>
  !row.some((cell) => cell.includes("@")) && guessColumns(row).some(Boolean);

/** Of rows without headings. The name stands in the first column left, or first and last name in the first two. */
export function guessByCells(rows: readonly string[][]): (Field | "")[] {
  const width = Math.max(...rows.map((row) => row.length));
  const filled = Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? "").filter(Boolean));
  const guessed: (Field | "")[] = filled.map(() => "");
  const set = (field: Field, fits: (cells: string[]) => boolean) => {
    const at = filled.findIndex((cells, i) => guessed[i] === "" && cells.length > 0 && fits(cells));
    if (at >= 0) guessed[at] = field;
    return at;
  };
  const addresses = filled.map((cells) => cells.filter((cell) => cell.includes("@")).length);
  const most = Math.max(...addresses);
  set("email", (cells) => most > 0 && cells.filter((cell) => cell.includes("@")).length === most);
  set("phone", (cells) => cells.filter(isNumber).length * 2 > cells.length);
  set("roles", (cells) => cells.every((cell) => (rolesIn(cell)?.length ?? 0) > 0));
  const first = set("name", () => true);
  const isOneWord = (cells: string[] | undefined) => cells?.every((cell) => !/\s/.test(cell)) ?? false;
  const next = first + 1;
  const isSplit = first >= 0 && guessed[next] === "" && filled[next]?.length === filled[first]?.length;
  if (isSplit && isOneWord(filled[first]) && isOneWord(filled[next]))
    guessed.splice(first, 2, "firstName", "lastName");
  return guessed;
}

/**
 * A pasted list as a file has it, its headings first; they are empty when it has none.
 * @returns null when nobody stands under the headings
 */
export function underHeadings(sheet: Sheet): { sheet: Sheet; columns: (Field | "")[] } | null {
  const [first] = sheet.rows;
  if (!first) return null;
  if (isHeadings(first)) return sheet.rows.length > 1 ? { sheet, columns: guessColumns(first) } : null;
  const columns = guessByCells(sheet.rows);
  const rows = [columns.map(() => ""), ...sheet.rows];
  return { sheet: { rows, lines: [0, ...sheet.lines] }, columns };
}
