import fc from "fast-check";
import { expect, it } from "vitest";
import { barOf } from "../../server/surveys/chart.ts";

const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 });

it("a bar holds every answer once, as wide as any other, inside the picture", () => {
  fc.assert(
    fc.property(counts, fc.boolean(), (all, isReversed) => {
      const bar = barOf(all, isReversed);
      const total = all.slice(0, 5).reduce((a, b) => a + b, 0);
      const width = bar.segments.reduce((sum, one) => sum + one.width, 0);
      expect(Math.abs(width - (total === 0 ? 0 : 50))).toBeLessThan(0.1);
      for (const { x, width } of bar.segments) {
        expect(x).toBeGreaterThanOrEqual(-0.01);
        expect(x + width).toBeLessThanOrEqual(100.05);
      }
      expect(bar.good + bar.middle + bar.bad + bar.unknown).toBe(all.reduce((a, b) => a + b, 0));
    }),
  );
});

it("agreeing is to the right, unless agreeing is the bad news", () => {
  expect(barOf([0, 0, 0, 0, 3, 1], false)).toMatchObject({
    good: 3,
    bad: 0,
    unknown: 1,
    segments: [{ x: 50, step: 5 }],
  });
  expect(barOf([0, 0, 0, 0, 3, 1], true)).toMatchObject({ good: 0, bad: 3, segments: [{ x: 0, step: 1 }] });
});

it("neither stands in the middle", () => {
  expect(barOf([0, 0, 4, 0, 0, 0], false).segments).toEqual([{ x: 25, width: 50, step: 3 }]);
});
