/** The year wheel: where twelve months, the gatherings and the days off lie on a circle. Pure geometry. */
import { Temporal } from "temporal-polyfill";

/** The drawing is a square of this side, in its own units; January begins at the top and goes clockwise. */
export const wheelSize = 400;
const centre = wheelSize / 2;
const rings = { inner: 132, outer: 172, off: 184, dots: 100, exchanges: 58, names: 152 };
const dot = { least: 11, most: 20 };

export interface WheelGathering {
  localDate: string;
  isHeld: boolean;
  isExchange: boolean;
  attended: number;
  listed: number;
}

const rounded = (n: number) => Math.round(n * 10) / 10;

function point(radius: number, turn: number) {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return {
    x: rounded(centre + radius * Math.cos(angle)),
    y: rounded(centre + radius * Math.sin(angle)),
  };
}

/** How far round the year a date is, 0 to 1. */
export function turnOf(date: string): number {
  const day = Temporal.PlainDate.from(date);
  return (day.dayOfYear - 1) / day.daysInYear;
}

/** The outline of a piece of a ring. */
function piece(from: number, to: number, inner: number, outer: number): string {
  const [a, b, c, d] = [point(outer, from), point(outer, to), point(inner, to), point(inner, from)];
  const isLarge = to - from > 0.5 ? 1 : 0;
  return (
    `M${a.x} ${a.y}A${outer} ${outer} 0 ${isLarge} 1 ${b.x} ${b.y}` +
    `L${c.x} ${c.y}A${inner} ${inner} 0 ${isLarge} 0 ${d.x} ${d.y}Z`
  );
}

/** Every shape of the wheel. @param off days nobody meets, both ends included, within the year */
export function wheel(
  year: number,
  gatherings: readonly WheelGathering[],
  off: readonly { from: string; to: string }[],
) {
  const startOf = (month: number) =>
    month > 12 ? 1 : turnOf(Temporal.PlainDate.from({ year, month, day: 1 }).toString());
  const months = Array.from({ length: 12 }, (_, i) => {
    const [from, to] = [startOf(i + 1), startOf(i + 2)];
    return { path: piece(from, to, rings.inner, rings.outer), ...point(rings.names, (from + to) / 2) };
  });
  const days = Temporal.PlainDate.from({ year, month: 1, day: 1 }).daysInYear;
  const arcs = off.map(({ from, to }) => {
    const [begin, end] = [turnOf(from), Math.min(1, turnOf(to) + 1 / days)];
    return piece(begin, Math.max(end, begin + 0.004), rings.outer + 3, rings.off);
  });
  const dots = gatherings.map((one, index) => {
    const share = one.listed > 0 ? one.attended / one.listed : 0;
    const radius = one.isHeld ? dot.least + share * (dot.most - dot.least) : dot.least + 2;
    const place = point(one.isExchange ? rings.exchanges : rings.dots, turnOf(one.localDate));
    return { ...place, radius: rounded(radius), number: index + 1, isHeld: one.isHeld };
  });
  return { months, arcs, dots };
}
export type Wheel = ReturnType<typeof wheel>;
