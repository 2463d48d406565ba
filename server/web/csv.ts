/** Lines of CSV as spreadsheets in Norway open them: semicolons, and nothing in a cell that is run. */

/** What a file begins with, so that a spreadsheet reads it as UTF-8. */
export const csvStart = "\ufeff";

/** A cell that begins so is a formula to a spreadsheet, whatever it was meant to be. */
const formula = /^\s*[=+\-@]/;

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One line with its end: cells quoted where they need it, formulas made into text. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(";")}\r\n`;
}
