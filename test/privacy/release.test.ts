import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  limits,
  mayShowLeaderPool,
  mayShowVoteCounts,
  releaseGathering,
} from "../../server/privacy/release.ts";
import { halfYearOf } from "../../server/web/half-year.ts";

const countsOnScale = (count: fc.Arbitrary<number>) => fc.array(count, { minLength: 6, maxLength: 6 });
const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);

describe("counts of one gathering", () => {
  it("show nothing before the evaluation has closed", () => {
    expect(releaseGathering([4, 5, 6], false)).toEqual({ show: "nothing" });
  });

  it("show nothing below three answers, whatever they are", () => {
    fc.assert(
      fc.property(countsOnScale(fc.integer({ min: 0, max: 1 })), (counts) => {
        expect(releaseGathering(counts, true).show === "nothing").toBe(sum(counts) < 3);
      }),
    );
  });

  it("never show that fewer than ten all answered alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 0, max: 5 }), (answers, option) => {
        const counts = [0, 0, 0, 0, 0, 0].map((_, i) => (i === option ? answers : 0));
        expect(releaseGathering(counts, true)).toEqual(
          answers < 10 ? { show: "most", option, answers } : { show: "counts", counts, answers },
        );
      }),
    );
  });

  it("are shown from three answers that differ", () => {
    expect(releaseGathering([0, 1, 2, 0, 0, 0], true)).toMatchObject({ show: "counts", answers: 3 });
  });
});

describe("a leader's half-year pool", () => {
  it("opens when the half-year is over and five different people answered", () => {
    const pool = { halfYear: "2026-1", respondents: 5, gatherings: 2 };
    expect(mayShowLeaderPool(pool, "2026-07-01")).toBe(true);
    expect(mayShowLeaderPool(pool, "2026-06-30")).toBe(false);
    expect(mayShowLeaderPool({ ...pool, respondents: 4 }, "2027-01-01")).toBe(false);
    expect(mayShowLeaderPool({ ...pool, gatherings: 1 }, "2027-01-01")).toBe(false);
  });

  it("may be a whole year, when that is over", () => {
    const year = { halfYear: "2026", respondents: 5, gatherings: 2 };
    expect(mayShowLeaderPool(year, "2026-12-31")).toBe(false);
    expect(mayShowLeaderPool(year, "2027-01-01")).toBe(true);
  });

  it("never shows live figures", () => {
    const dates = fc.date({ min: new Date("2025-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 500 }), (date, respondents) => {
        const today = date.toISOString().slice(0, 10);
        for (const halfYear of [halfYearOf(today), today.slice(0, 4)])
          expect(mayShowLeaderPool({ halfYear, respondents, gatherings: 6 }, today)).toBe(false);
      }),
    );
  });

  it.each([
    ["2026-01-01", "2026-1"],
    ["2026-06-30", "2026-1"],
    ["2026-07-01", "2026-2"],
    ["2026-12-31", "2026-2"],
  ])("%s belongs to %s", (date, halfYear) => {
    expect(halfYearOf(date)).toBe(halfYear);
  });
});

describe("the limits", () => {
  it("votes show counts from eight", () => {
    expect([7, 8].map(mayShowVoteCounts)).toEqual([false, true]);
  });

  it("cannot be lowered at run time", () => {
    for (const name of Object.keys(limits)) {
      expect(() => Object.assign(limits, { [name]: 1 })).toThrow(TypeError);
    }
    expect(limits).toEqual({
      gatheringAnswers: 3,
      gatheringAsked: 2,
      unanimityInCounts: 10,
      leaderPool: 5,
      leaderGatherings: 2,
      progressStep: 5,
      voteCounts: 8,
    });
  });
});
