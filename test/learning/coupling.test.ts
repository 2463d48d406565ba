import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CouplingCounts,
  conditionsOf,
  countCoupling,
  type ItemFacts,
  type NetworkFacts,
  noCounts,
  readingOf,
  signalsOf,
  sumCounts,
} from "../../server/learning/coupling.ts";

const day = (date: string, hour = 12) => Date.parse(`${date}T${String(hour).padStart(2, "0")}:00:00Z`);
const held = (id: string, localDate: string) => ({ id, localDate, startsAt: day(localDate) });
const autumn = { from: "2026-07-01", to: "2026-12-31" };

const gatherings = [
  held("aug", "2026-08-11"),
  held("sep", "2026-09-08"),
  held("oct", "2026-10-13"),
  held("nov", "2026-11-10"),
];

function facts(changes: Partial<NetworkFacts>): NetworkFacts {
  return { held: gatherings, agenda: [], counsellors: [], items: [], triedOn: [], ...changes };
}

/** Sent on 12 August, due in October; decided, reported and voted on as given. */
function item(changes: Partial<ItemFacts> = {}): ItemFacts {
  const sent = { id: "r1", number: 1, kind: "sent" as const, dueGatheringId: "oct" };
  return {
    createdOn: "2026-08-12",
    referrals: [{ ...sent, at: day("2026-08-12"), on: "2026-08-12" }],
    decisions: [],
    reports: [],
    rounds: [],
    ...changes,
  };
}

const decided = (on: string, changes: Partial<ItemFacts["decisions"][number]> = {}) => ({
  id: "d1",
  referralId: "r1",
  verdict: "change" as const,
  ruleView: "doubted" as const,
  onDate: "2026-10-01",
  stopDate: null,
  at: day(on),
  on,
  ...changes,
});
const reported = (gatheringId: string, on: string) => ({
  decisionId: "d1",
  gatheringId,
  at: day(on, 14),
  on,
});

const count = (changes: Partial<NetworkFacts>) => countCoupling(facts(changes), autumn);
const topic = (gatheringId: string, isWish: boolean, kind = "dialogue", minutes = 30) => ({
  gatheringId,
  kind,
  minutes,
  isWish,
});

describe("from needs to gathering", () => {
  it("counts topics, wishes and minutes of gatherings held in the period only", () => {
    const agenda = [
      topic("aug", true, "professional", 45),
      topic("aug", false, "case", 40),
      topic("aug", false, "practical", 10),
      topic("sep", false, "nav_asks", 15),
      topic("before", true),
    ];
    expect(count({ agenda, counsellors: [{ gatheringId: "aug" }, { gatheringId: "before" }] })).toMatchObject(
      {
        gatherings: 4,
        topics: 2,
        topicsFromWishes: 1,
        gatheringsWithoutWish: 3,
        professionalMinutes: 45,
        dialogueMinutes: 55,
        counsellorsPresent: 1,
        navAsks: 1,
      },
    );
  });
});

describe("from gathering to practice", () => {
  it("an answer is in time when it was given before the gathering it was due at began", () => {
    expect(count({ items: [item({ decisions: [decided("2026-10-12")] })] })).toMatchObject({
      due: 1,
      answeredInTime: 1,
    });
    expect(count({ items: [item({ decisions: [decided("2026-10-14")] })] })).toMatchObject({
      due: 1,
      answeredInTime: 0,
    });
    expect(count({ held: gatherings.slice(0, 2), items: [item()] })).toMatchObject({ due: 0 });
  });

  it("an answer counts for the gathering even when another leader gave it", () => {
    const passed = { id: "r2", number: 2, kind: "passed" as const, dueGatheringId: "oct" };
    const referrals = [...item().referrals, { ...passed, at: day("2026-09-01"), on: "2026-09-01" }];
    const decisions = [decided("2026-10-01", { referralId: "r2" })];
    expect(count({ items: [item({ referrals, decisions })] })).toMatchObject({ due: 1, answeredInTime: 1 });
  });

  it("a change counts when it has begun and was reported back, on the later of the two days", () => {
    const decisions = [decided("2026-09-20", { onDate: "2026-10-01" })];
    const change = item({ decisions, reports: [reported("oct", "2026-10-13")] });
    expect(count({ items: [change] }).changes).toBe(1);
    expect(count({ items: [{ ...change, reports: [] }] }).changes).toBe(0);
    const spring = { from: "2027-01-01", to: "2027-06-30" };
    const later = { ...change, decisions: [decided("2026-09-20", { onDate: "2027-01-04" })] };
    expect(count({ items: [later] }).changes).toBe(0);
    expect(countCoupling(facts({ items: [later] }), spring).changes).toBe(1);
  });

  it("“ikke endre” is no change, and a lift is none either", () => {
    for (const verdict of ["keep", "lift"] as const) {
      const decisions = [decided("2026-09-20", { verdict })];
      const counts = count({ items: [item({ decisions, reports: [reported("oct", "2026-10-13")] })] });
      expect(counts.changes).toBe(0);
    }
  });

  it("an answer the next gathering did not hear is named as unread", () => {
    const decisions = [decided("2026-09-20")];
    expect(count({ items: [item({ decisions, reports: [reported("oct", "2026-10-13")] })] }).unread).toBe(0);
    expect(count({ items: [item({ decisions, reports: [reported("nov", "2026-11-10")] })] }).unread).toBe(1);
    expect(count({ items: [item({ decisions })] }).unread).toBe(1);
    expect(count({ held: gatherings.slice(0, 2), items: [item({ decisions })] }).unread).toBe(0);
  });

  it("gatherings are counted in the state the item had when each began", () => {
    const decisions = [decided("2026-09-20")];
    const reports = [reported("oct", "2026-10-13")];
    // August: not sent. September: waits. October: answered. November: presented.
    expect(count({ items: [item({ decisions, reports })] })).toMatchObject({
      waited: 1,
      answeredUnread: 1,
      asked: 1,
    });
  });

  it("confirmed and merely decided stand in separate columns", () => {
    const counts = { electors: 8, yes: 4, partly: 0, no: 0, notMe: 1 };
    const closing = { openedAt: day("2026-10-13"), closedAt: day("2026-12-07"), closedOn: "2026-12-07" };
    const rounds = [{ decisionId: "d1", number: 1, counts, ...closing }];
    const one = item({
      decisions: [decided("2026-09-20")],
      reports: [reported("oct", "2026-10-13")],
      rounds,
    });
    expect(count({ items: [one, item({ decisions: [decided("2026-09-21")] })] })).toMatchObject({
      decided: 2,
      confirmed: 1,
    });
  });
});

describe("the reading", () => {
  const of = (changes: Partial<CouplingCounts>) => readingOf({ ...noCounts, ...changes });

  it("is tight when all three hold, loose when none does, mixed between, and none without feedback", () => {
    const wishes = { topics: 4, topicsFromWishes: 2 };
    const answers = { items: 3, due: 2, answeredInTime: 1 };
    expect(of({ ...wishes, ...answers, changes: 1 })).toBe("tight");
    expect(of({ ...wishes, ...answers })).toBe("mixed");
    expect(of({ topics: 4, topicsFromWishes: 1, items: 3, due: 3, answeredInTime: 1 })).toBe("loose");
    expect(of({ ...wishes })).toBe("none");
  });

  it("half is enough, and nothing to judge by does not hold", () => {
    expect(conditionsOf({ ...noCounts, topics: 3, topicsFromWishes: 1, due: 2, answeredInTime: 1 })).toEqual({
      wishes: "fails",
      answers: "holds",
      change: "fails",
    });
    expect(conditionsOf(noCounts)).toEqual({ wishes: "open", answers: "open", change: "fails" });
  });

  it("loose signals are named", () => {
    expect(signalsOf(noCounts)).toEqual([]);
    expect(signalsOf({ ...noCounts, gatherings: 4, gatheringsWithoutWish: 3, kept: 3, unread: 1 })).toEqual([
      "noWishes",
      "oftenKept",
      "unread",
    ]);
  });
});

describe("sums", () => {
  it("of any grouping of networks are the same, whatever the order", () => {
    const counts = fc.record(
      Object.fromEntries(Object.keys(noCounts).map((key) => [key, fc.nat(50)])) as unknown as {
        [K in keyof CouplingCounts]: fc.Arbitrary<number>;
      },
    );
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), fc.nat(), (all, cut) => {
        const at = cut % all.length;
        const parts = [sumCounts(all.slice(at)), sumCounts(all.slice(0, at))];
        expect(sumCounts(parts)).toEqual(sumCounts(all));
      }),
    );
  });
});
