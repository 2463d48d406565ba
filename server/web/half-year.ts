/** Half-years: `2026-1` and `2026-2`. They sort by time. Where a whole year stands beside them it is `2026`. */

/** The half-year a local date lies in. */
export function halfYearOf(localDate: string): string {
  return `${localDate.slice(0, 4)}-${Number(localDate.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** `Første halvår 2026`, of `2026-1`. */
export const halfYearNames = {
  nb: (halfYear: string) => `${halfYear.endsWith("1") ? "Første" : "Andre"} halvår ${yearOf(halfYear)}`,
  nn: (halfYear: string) => `${halfYear.endsWith("1") ? "Første" : "Andre"} halvår ${yearOf(halfYear)}`,
  en: (halfYear: string) => `${halfYear.endsWith("1") ? "First" : "Second"} half of ${yearOf(halfYear)}`,
};

/** Its first and last local date. */
export function spanOf(halfYear: string): { from: string; to: string } {
  const year = halfYear.slice(0, 4);
  return halfYear.endsWith("1")
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` };
}

/** The half-year after one. */
export function nextHalfYear(halfYear: string): string {
  const year = Number(halfYear.slice(0, 4));
  return halfYear.endsWith("1") ? `${year}-2` : `${year + 1}-1`;
}

/** The half-year `steps` before one: where a trend begins. */
export function halfYearsBack(halfYear: string, steps: number): string {
  const year = Number(halfYear.slice(0, 4));
  const halves = year * 2 + (halfYear.endsWith("1") ? 0 : 1) - steps;
  return `${Math.floor(halves / 2)}-${(halves % 2) + 1}`;
}

/** The calendar year of a half-year, or of a whole year. */
export const yearOf = (period: string): string => period.slice(0, 4);

/** Whether a period is a whole year. */
export const isWholeYear = (period: string): boolean => !period.includes("-");

/** Whether a half-year or a whole year has ended before a local date. */
export function isPast(period: string, localDate: string): boolean {
  return isWholeYear(period) ? period < yearOf(localDate) : period < halfYearOf(localDate);
}
