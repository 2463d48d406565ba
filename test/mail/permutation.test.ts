import { eq } from "drizzle-orm";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { gatherings, invitations, rsvps } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering, answer, invitationOf, invite } from "../gatherings/party.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { exchange, gmail, handIn, inviteOf, newMessageId } from "./letters.ts";

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterAll(() => house.close());

const partstats = { yes: "ACCEPTED", maybe: "TENTATIVE", no: "DECLINED" } as const;

interface Said {
  channel: "gmail" | "exchange" | "web";
  answer: "yes" | "maybe" | "no";
  minute: number;
  sequence: number;
  /** Brought once more, as the same message or as a new one. */
  again: "no" | "same" | "new";
}
const said: fc.Arbitrary<Said> = fc.record({
  channel: fc.constantFrom("gmail", "exchange", "web"),
  answer: fc.constantFrom("yes", "maybe", "no"),
  minute: fc.integer({ min: 0, max: 4 }),
  sequence: fc.integer({ min: 0, max: 2 }),
  again: fc.constantFrom("no", "no", "same", "new"),
});

const at = (minute: number) => Temporal.Instant.from("2026-11-02T10:00:00Z").add({ minutes: minute });

/** A gathering moved once, to which all this is said in this order; what counts in the end. */
async function endOf(all: readonly Said[]) {
  house.setNow("2026-11-02T09:00:00Z");
  const gathering = await addGathering(house, cast, { sequence: 1, revision: 1, capacity: 5 });
  await invite(house, cast, gathering, cast.ola);
  const sent = await inviteOf(house, gathering, cast.ola);
  for (const { channel, answer: word, minute, sequence, again } of all) {
    const moment = at(minute);
    if (channel === "web") {
      await answer(house, gathering, cast.ola, { answer: word, sequence }, moment);
      continue;
    }
    const build = channel === "gmail" ? gmail : exchange;
    const wish = { partstat: partstats[word], at: moment.toString(), sequence, messageId: newMessageId() };
    const arrives = { at: moment.add({ seconds: 20 }).toString() };
    await handIn(house, build(sent, wish), arrives);
    if (again !== "no")
      await handIn(
        house,
        build(sent, again === "new" ? { ...wish, messageId: newMessageId() } : wish),
        arrives,
      );
  }
  const { id } = await invitationOf(house, gathering, cast.ola);
  const [row] = await house.store.read.select().from(rsvps).where(eq(rsvps.invitationId, id));
  await house.store.write(async (tx) => {
    await tx.delete(outbox);
    await tx.update(invitations).set({ withdrawnAt: house.now() }).where(eq(invitations.id, id));
    await tx.update(gatherings).set({ closedAt: house.now() }).where(eq(gatherings.id, gathering));
  });
  if (!row) return null;
  const { answer: counts, mode, sequence, channel, placement } = row;
  return { answer: counts, mode, sequence, channel, placement, saidAt: row.saidAt.toString() };
}

it("any order of the same mail and web answers, repeats and all, ends in the same state", async () => {
  const two = fc
    .array(said, { minLength: 2, maxLength: 6 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  await fc.assert(
    fc.asyncProperty(two, async ([one, other]) => {
      expect(await endOf(other)).toEqual(await endOf(one));
    }),
    { numRuns: 25 },
  );
});

it("a crash between commit and acknowledgement has no double effect", async () => {
  house.setNow("2026-11-02T09:00:00Z");
  const gathering = await addGathering(house, cast);
  await invite(house, cast, gathering, cast.siri);
  const raw = gmail(await inviteOf(house, gathering, cast.siri));
  expect(await handIn(house, raw)).toBe("applied");
  const all = async () =>
    JSON.stringify([
      await house.store.read.select().from(rsvps),
      await house.store.read.select().from(outbox),
    ]);
  const before = await all();
  const [one, two] = await Promise.all([
    handIn(house, raw, { at: "2026-11-05T10:00:00Z" }),
    handIn(house, raw),
  ]);
  expect([one, two]).toEqual(["duplicate", "duplicate"]);
  expect(await all()).toBe(before);
});

it("the same message brought twice at once counts once", async () => {
  const gathering = await addGathering(house, cast);
  await invite(house, cast, gathering, cast.nina);
  const raw = gmail(await inviteOf(house, gathering, cast.nina));
  const words = await Promise.all([1, 2, 3].map(() => handIn(house, raw)));
  expect(words.sort()).toEqual(["applied", "duplicate", "duplicate"]);
});
