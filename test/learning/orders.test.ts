/**
 * "The same events in any legal order give the same state" (issue "the double loop"), over everything that
 * can happen to feedback and items in a year: the events of a scenario in two orders, in two networks.
 * What is legal is told in `scenario.ts`; what is compared, and what is left out, in `seen.ts`.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { jobKinds, newWorld, runJob } from "./deeds.ts";
import { type Event, end, eventsOf, inSomeOrder, type Plan, plan, plannedIn } from "./scenario.ts";
import { differences, seenIn } from "./seen.ts";

/** Numbers between 0 and 1, the same again for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0) / 2 ** 32;
  };
}

/** A network whose items end in three ways: of the few that are lived, chance might have all end alike. */
const rich: [Plan, number, number] = [fc.sample(plan, { seed: 7, numRuns: 1 })[0] as Plan, 7, 107];

const runs = Number(process.env["RUNS"] ?? (engine === "postgres" ? 2 : 6));

/** Carries out the events in this order, then lets the clock run twice, its jobs in any order. */
async function lived(planned: readonly string[], order: readonly Event[], chance: () => number) {
  const world = await newWorld(planned);
  const { house } = world;
  try {
    for (const event of order) {
      house.setNow(event.at);
      try {
        await event.run(world);
      } catch (error) {
        throw new Error(`${event.name}: ${error instanceof Error ? error.message : error}`, { cause: error });
      }
    }
    house.setNow(end);
    for (let hour = 0; hour < 2; hour++) {
      const jobs = [...jobKinds, "halves" as const]
        .map((kind) => ({ kind, weight: chance() }))
        .sort((a, b) => a.weight - b.weight);
      for (const { kind } of jobs) await runJob(world, kind);
    }
    return await seenIn(world);
  } finally {
    await house.close();
  }
}

describe("the same events in any legal order", () => {
  it("give the same state of everything: items, pieces, queues, agendas, mails, figures", async () => {
    const reached = new Set<string>();
    const seed = fc.integer();
    await fc.assert(
      fc.asyncProperty(plan, seed, seed, async (planned, one, other) => {
        const events = eventsOf(planned);
        const there = plannedIn(planned);
        const first = await lived(there, inSomeOrder(events, chanceOf(one)), chanceOf(one));
        const second = await lived(there, inSomeOrder(events, chanceOf(other)), chanceOf(other));
        expect(differences(first, second)).toEqual([]);
        for (const { state } of first.items) reached.add(state);
      }),
      { numRuns: runs + 1, endOnFailure: true, examples: [rich] }, // to shrink a year takes minutes
    );
    expect([...reached]).toEqual(expect.arrayContaining(["confirmed", "reopened", "sent"]));
  }, 120_000);
});
