import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Counts,
  type LoopRows,
  outcomeOf,
  outcomeOfRound,
  stateOf,
} from "../../server/learning/state.ts";

const counts = (yes: number, partly: number, no: number, notMe = 0, electors = 8): Counts => ({
  electors,
  yes,
  partly,
  no,
  notMe,
});

describe("the outcome of a round", () => {
  it.each([
    ["confirmed on 0.60 exactly", counts(3, 0, 2), "confirmed"],
    ["between just below", counts(5, 1, 4), "between"],
    ["between on 0.40 exactly", counts(2, 0, 3), "between"],
    ["reopened just below", counts(3, 1, 5), "reopened"],
    ["no quorum with two affected", counts(2, 0, 0, 6), "no_quorum"],
    ["quorum with a fifth of the electors", counts(4, 0, 0, 0, 20), "confirmed"],
    ["no quorum below a fifth", counts(4, 0, 0, 0, 21), "no_quorum"],
  ])("is %s", (_, given, outcome) => {
    expect(outcomeOfRound(given)).toBe(outcome);
  });

  it("gives one more round on a score between, then reopens", () => {
    const round = (number: number, c: Counts | null) => ({ decisionId: "d", number, counts: c });
    expect(outcomeOf([round(1, counts(1, 2, 1))])).toBe("again");
    expect(outcomeOf([round(2, null), round(1, counts(1, 2, 1))])).toBe("open");
    expect(outcomeOf([round(2, counts(1, 2, 1)), round(1, counts(1, 2, 1))])).toBe("reopened");
  });
});

const small = fc.nat({ max: 6 });
const someCounts = fc.record({
  electors: fc.nat({ max: 30 }),
  yes: small,
  partly: small,
  no: small,
  notMe: small,
});
const someRows: fc.Arbitrary<LoopRows> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("sent", "passed", "lifted", "reopened", "trial_over" as const),
      verdict: fc.constantFrom("change", "try", "keep", "lift", null),
      onDate: fc.constantFrom("2026-11-01", "2026-12-01"),
      stopDate: fc.constantFrom("2026-11-02", "2027-01-01", null),
      isReported: fc.boolean(),
      rounds: fc.array(fc.option(someCounts), { maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((steps) => ({
    referrals: steps.map(({ kind }, i) => ({ id: `r${i}`, number: i + 1, kind })),
    decisions: steps.flatMap(({ verdict, onDate, stopDate }, i) =>
      verdict ? [{ id: `d${i}`, referralId: `r${i}`, verdict, onDate, stopDate }] : [],
    ),
    reportBacks: steps.flatMap(({ isReported }, i) => (isReported ? [{ decisionId: `d${i}` }] : [])),
    rounds: steps.flatMap(({ rounds }, i) =>
      rounds.map((c, n) => ({ decisionId: `d${i}`, number: n + 1, counts: c })),
    ),
  })) as fc.Arbitrary<LoopRows>;

describe("the state of an item", () => {
  it("is the same whatever the order of the rows", () => {
    fc.assert(
      fc.property(someRows, fc.infiniteStream(fc.nat()), (rows, stream) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((value) => ({ value, at: stream.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map((one) => one.value);
        const other = {
          referrals: shuffled(rows.referrals),
          decisions: shuffled(rows.decisions),
          reportBacks: shuffled(rows.reportBacks),
          rounds: shuffled(rows.rounds),
        };
        expect(stateOf(other, "2026-11-15")).toBe(stateOf(rows, "2026-11-15"));
      }),
    );
  });

  it("is confirmed only with a closed round that has quorum and score", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        if (stateOf(rows, "2026-11-15") !== "confirmed") return;
        const isEnough = ({ counts: c }: LoopRows["rounds"][number]) => {
          if (!c) return false;
          const affected = c.yes + c.partly + c.no;
          return affected >= 3 && affected >= c.electors / 5 && (c.yes + c.partly / 2) / affected >= 0.6;
        };
        expect(rows.rounds.some(isEnough)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
