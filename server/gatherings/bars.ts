/** Attendance as bars, drawn on the server: pure geometry. */

export const chart = { width: 640, height: 190, base: 156, top: 12 };

/** One bar for each gathering, oldest first: how many came, before how many were on the list. */
export function bars(rows: readonly { attended: number; listed: number }[]) {
  const most = Math.max(1, ...rows.map(({ listed, attended }) => Math.max(listed, attended)));
  const step = chart.width / Math.max(rows.length, 6);
  const width = Math.min(40, step * 0.7);
  const tall = chart.base - chart.top;
  return rows.map(({ attended, listed }, index) => {
    const heightOf = (n: number) => Math.round((n / most) * tall * 10) / 10;
    const x = Math.round((index * step + (step - width) / 2) * 10) / 10;
    return {
      x,
      width: Math.round(width * 10) / 10,
      middle: Math.round((x + width / 2) * 10) / 10,
      came: { y: chart.base - heightOf(attended), height: heightOf(attended) },
      listed: { y: chart.base - heightOf(listed), height: heightOf(listed) },
      attended,
    };
  });
}
