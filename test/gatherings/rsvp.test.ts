import { eq } from "drizzle-orm";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withdrawInvitation } from "../../server/gatherings/invitation.ts";
import { needsReconfirmation } from "../../server/gatherings/invitee.ts";
import { answerInvitation, compareAnswers } from "../../server/gatherings/rsvp.ts";
import { answers, answerWords, gatherings, invitations, rsvps } from "../../server/gatherings/tables.ts";
import { fillPlaces, seatedCount } from "../../server/gatherings/waiting-list.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invitationOf, invite, mailsTo, placeOf, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** A gathering with so many places, to which Ola, Siri and Nina are invited; invitations are sent. */
async function openGathering(capacity: number | null): Promise<string> {
  const gathering = await addGathering(house, cast, { capacity });
  await invite(house, cast, gathering, cast.ola, cast.siri, cast.nina);
  await sendAll(house);
  return gathering;
}
const history = async () =>
  (await house.store.read.select().from(answers).orderBy(answers.saidAt)).map((row) => row.answer);
const kinds = async (personId: string) =>
  (await mailsTo(house, personId)).map((mail) => mail.kind).filter((kind) => kind !== "invitation");

describe("answering", () => {
  it("yes takes a place, and a mail confirms it", async () => {
    const gathering = await openGathering(1);
    expect(await answer(house, gathering, cast.ola)).toEqual({
      ok: true,
      placement: "seat",
      isChanged: true,
    });
    expect(await kinds(cast.ola)).toEqual(["answer"]);
    expect(await history()).toEqual(["yes"]);
  });

  it("the same again changes nothing and mails nothing", async () => {
    const gathering = await openGathering(1);
    await answer(house, gathering, cast.ola);
    house.setNow("2026-11-02T10:00:00Z");
    expect(await answer(house, gathering, cast.ola)).toEqual({
      ok: true,
      placement: "seat",
      isChanged: false,
    });
    expect(await history()).toEqual(["yes"]);
    expect(await kinds(cast.ola)).toEqual(["answer"]);
  });

  it("stands in line when the room is full, and gets the place that frees", async () => {
    const gathering = await openGathering(1);
    await answer(house, gathering, cast.ola);
    expect(await answer(house, gathering, cast.siri)).toMatchObject({ placement: "waiting" });
    await answer(house, gathering, cast.nina);
    house.setNow("2026-11-02T10:00:00Z");
    await answer(house, gathering, cast.ola, { answer: "no" });
    expect(await placeOf(house, gathering, cast.siri)).toBe("seat");
    expect(await placeOf(house, gathering, cast.nina)).toBe("waiting");
    expect(await kinds(cast.siri)).toEqual(["seat"]);
    expect(await kinds(cast.nina)).toEqual(["waiting"]);
  });

  it("digital guests and those who only say maybe take no place", async () => {
    const gathering = await openGathering(1);
    expect(await answer(house, gathering, cast.ola, { mode: "digital" })).toMatchObject({
      placement: "none",
    });
    expect(await answer(house, gathering, cast.siri, { answer: "maybe" })).toMatchObject({
      placement: "none",
    });
    expect(await answer(house, gathering, cast.nina)).toMatchObject({ placement: "seat" });
    expect(await seatedCount(house.store.read, gathering)).toBe(1);
  });

  it("from the room to the screen frees the place", async () => {
    const gathering = await openGathering(1);
    await answer(house, gathering, cast.ola);
    await answer(house, gathering, cast.siri);
    house.setNow("2026-11-02T10:00:00Z");
    await answer(house, gathering, cast.ola, { mode: "digital" });
    expect(await placeOf(house, gathering, cast.siri)).toBe("seat");
  });

  it("no limit of places seats everyone", async () => {
    const gathering = await openGathering(null);
    for (const person of [cast.ola, cast.siri, cast.nina]) {
      expect(await answer(house, gathering, person)).toMatchObject({ placement: "seat" });
    }
  });

  it("an older answer never overwrites a newer", async () => {
    const gathering = await openGathering(null);
    await answer(house, gathering, cast.ola, { answer: "no" });
    const saidAt = house.now().subtract({ minutes: 5 });
    expect(await answer(house, gathering, cast.ola, { channel: "mail", saidAt })).toEqual({
      ok: false,
      reason: "superseded",
    });
    expect(await history()).toEqual(["no"]);
  });

  it("said at the same moment, the adviser counts before the page, and the page before mail", () => {
    const at = { answer: "yes", mode: "room", sequence: 0, saidAt: house.now() } as const;
    const order = (["adviser", "mail", "web"] as const)
      .map((channel) => ({ ...at, channel }))
      .sort(compareAnswers)
      .map((said) => said.channel);
    expect(order).toEqual(["mail", "web", "adviser"]);
  });

  it("yes once more, to the new time, keeps one's place in line", async () => {
    const gathering = await openGathering(0);
    await answer(house, gathering, cast.ola);
    await answer(house, gathering, cast.siri);
    await change(house, gathering, "material");
    house.setNow("2026-11-02T10:00:00Z");
    await answer(house, gathering, cast.ola, { sequence: 1 });
    const line = await house.store.read.select().from(rsvps).orderBy(rsvps.lineNumber);
    expect(line.map((row) => row.personId)).toEqual([cast.ola, cast.siri]);
  });

  it("is refused when cancelled, begun or withdrawn", async () => {
    const gathering = await openGathering(null);
    const { id } = await invitationOf(house, gathering, cast.siri);
    await house.store.write((tx) => withdrawInvitation(tx, house.mailer, id, house.now()));
    expect(await answer(house, gathering, cast.siri)).toEqual({ ok: false, reason: "withdrawn" });
    house.setNow("2026-12-08T12:00:00Z");
    expect(await answer(house, gathering, cast.ola)).toEqual({ ok: false, reason: "past" });
    house.setNow("2026-12-01T12:00:00Z");
    await change(house, gathering, "cancelled");
    expect(await answer(house, gathering, cast.ola)).toEqual({ ok: false, reason: "cancelled" });
  });

  it("keeps words and needs apart, and each until it is said again", async () => {
    const gathering = await openGathering(null);
    await answer(house, gathering, cast.ola, { words: "Kommer litt seint", needs: "Glutenfri" });
    await answer(house, gathering, cast.ola, { words: null });
    const [row] = await house.store.read.select().from(answerWords);
    expect(row).toMatchObject({ words: null, needs: "Glutenfri" });
  });

  it("a colleague's answer by mail is not confirmed, but a full room is told", async () => {
    const gathering = await openGathering(1);
    await answer(house, gathering, cast.ola, { channel: "mail" });
    await answer(house, gathering, cast.siri, { channel: "mail" });
    expect(await kinds(cast.ola)).toEqual([]);
    expect(await kinds(cast.siri)).toEqual(["waiting"]);
  });

  it("tells the person when the adviser answered for them", async () => {
    const gathering = await openGathering(null);
    await answer(house, gathering, cast.ola, { channel: "adviser", byPersonId: cast.kari });
    expect((await mailsTo(house, cast.ola)).at(-1)?.textBody).toContain("Rådgiveren skrev det inn for deg.");
  });

  it("changing one's mind twice before the mail left sends one mail", async () => {
    const gathering = await openGathering(null);
    await answer(house, gathering, cast.ola);
    house.setNow("2026-11-02T09:00:20Z");
    await answer(house, gathering, cast.ola, { answer: "no" });
    const [mail, ...more] = (await mailsTo(house, cast.ola)).filter(({ kind }) => kind === "answer");
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("nei");
  });
});

describe("a gathering that moves", () => {
  it("asks yes and maybe to confirm, and keeps their places meanwhile", async () => {
    const gathering = await openGathering(1);
    await answer(house, gathering, cast.ola);
    await change(house, gathering, "material", { place: "Et annet sted" });
    const [row] = await house.store.read.select().from(rsvps);
    expect(needsReconfirmation(row as typeof rsvps.$inferSelect, { sequence: 1 })).toBe(true);
    expect(await answer(house, gathering, cast.siri, { sequence: 1 })).toMatchObject({
      placement: "waiting",
    });
    house.setNow("2026-11-02T10:00:00Z");
    expect(await answer(house, gathering, cast.ola, { sequence: 1 })).toEqual({
      ok: true,
      placement: "seat",
      isChanged: true,
    });
    const [confirmed] = await house.store.read.select().from(rsvps).where(eq(rsvps.personId, cast.ola));
    expect(needsReconfirmation(confirmed as typeof rsvps.$inferSelect, { sequence: 1 })).toBe(false);
  });

  it("an answer to the earlier time does not undo one to the new time", async () => {
    const gathering = await openGathering(null);
    await change(house, gathering, "material");
    await answer(house, gathering, cast.ola, { sequence: 1 });
    const later = house.now().add({ minutes: 5 });
    expect(await answer(house, gathering, cast.ola, { answer: "no", sequence: 0 }, later)).toMatchObject({
      reason: "superseded",
    });
  });

  it("no answer is ahead of the gathering", async () => {
    const gathering = await openGathering(null);
    await answer(house, gathering, cast.ola, { sequence: 99 });
    const [row] = await house.store.read.select().from(rsvps);
    expect(row?.sequence).toBe(0);
  });
});

describe("capacity", () => {
  const setCapacity = (gathering: string, capacity: number | null) =>
    house.store.write(async (tx) => {
      await tx.update(gatherings).set({ capacity }).where(eq(gatherings.id, gathering));
      return fillPlaces(tx, house.mailer, gathering, house.now());
    });

  it("raised seats those waiting, in their order, with a mail", async () => {
    const gathering = await openGathering(0);
    for (const person of [cast.nina, cast.ola, cast.siri]) await answer(house, gathering, person);
    expect(await setCapacity(gathering, 2)).toBe(2);
    expect(await placeOf(house, gathering, cast.nina)).toBe("seat");
    expect(await placeOf(house, gathering, cast.ola)).toBe("seat");
    expect(await placeOf(house, gathering, cast.siri)).toBe("waiting");
    expect(await kinds(cast.ola)).toEqual(["seat"]);
    expect(await setCapacity(gathering, null)).toBe(1);
  });

  it("lowered takes no place from anyone", async () => {
    const gathering = await openGathering(2);
    await answer(house, gathering, cast.ola);
    await answer(house, gathering, cast.siri);
    expect(await setCapacity(gathering, 1)).toBe(0);
    expect(await seatedCount(house.store.read, gathering)).toBe(2);
    house.setNow("2026-11-02T10:00:00Z");
    await answer(house, gathering, cast.ola, { answer: "no" });
    expect(await answer(house, gathering, cast.nina)).toMatchObject({ placement: "waiting" });
  });

  it("200 answering at once for 20 places: 20 seats, 180 in line in the order they were accepted", async () => {
    const gathering = await addGathering(house, cast, { capacity: 20 });
    const people = await addMentors(house.store, cast.network, 200);
    await invite(house, cast, gathering, ...people);
    const accepted: { invitationId: string; placement: string }[] = [];
    const rows = await house.store.read.select().from(invitations);
    await Promise.all(
      rows.map(async ({ id: invitationId, personId }) => {
        const facts = {
          answer: "yes",
          mode: "room",
          sequence: 0,
          channel: "web",
          byPersonId: personId,
        } as const;
        await house.store.write(
          async (tx) => {
            const result = await answerInvitation(tx, house.mailer, { ...facts, invitationId }, house.now());
            if (result.ok) accepted.push({ invitationId, placement: result.placement });
          },
          { inTurnFor: gathering },
        );
      }),
    );
    const stored = await house.store.read.select().from(rsvps).orderBy(rsvps.lineNumber);
    expect(stored.filter((row) => row.placement === "seat")).toHaveLength(20);
    expect(new Set(stored.map((row) => row.lineNumber)).size).toBe(200);
    expect(stored.map(({ invitationId, placement }) => ({ invitationId, placement }))).toEqual(accepted);
    expect(stored.slice(0, 20).every((row) => row.placement === "seat")).toBe(true);
  }, 240_000);
});

describe("any sequence of answers", () => {
  const who = fc.integer({ min: 0, max: 5 });
  const steps = fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant("answer" as const),
          who,
          answer: fc.constantFrom("yes", "yes", "yes", "maybe", "no"),
          mode: fc.constantFrom("room", "room", "room", "digital"),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("capacity" as const),
          capacity: fc.integer({ min: 0, max: 4 }),
        }),
      },
    ),
    { minLength: 8, maxLength: 25 },
  );

  it("never seats too many, never lets anyone wait beside a free seat, and keeps the order", async () => {
    const people = await addMentors(house.store, cast.network, 6);
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const gathering = await addGathering(house, cast, { capacity: 2 });
        await invite(house, cast, gathering, ...people);
        const ids = await Promise.all(
          people.map(async (one) => (await invitationOf(house, gathering, one)).id),
        );
        await house.store.write(async (tx) => {
          let now: Temporal.Instant = house.now();
          let capacity = 2;
          const said = new Map<string, string[]>();
          const model: { who: number; isSeated: boolean }[] = [];
          const seated = () => model.filter((one) => one.isSeated).length;
          const fill = () => {
            for (const one of model) if (!one.isSeated && seated() < capacity) one.isSeated = true;
          };
          for (const step of sequence) {
            now = now.add({ minutes: 1 });
            if (step.do === "capacity") {
              capacity = Math.max(step.capacity, seated()); // planning refuses less
              await tx.update(gatherings).set({ capacity }).where(eq(gatherings.id, gathering));
              await fillPlaces(tx, house.mailer, gathering, now);
            } else {
              const facts = { answer: step.answer, mode: step.mode } as {
                answer: "yes" | "maybe" | "no";
                mode: "room" | "digital";
              };
              const invitationId = ids[step.who] as string;
              await answerInvitation(
                tx,
                house.mailer,
                { ...facts, invitationId, sequence: 0, channel: "web", byPersonId: null },
                now,
              );
              const mine = said.get(invitationId) ?? [];
              const words = facts.answer === "no" ? "no" : `${facts.answer} ${facts.mode}`;
              if (mine.at(-1) !== words) said.set(invitationId, [...mine, words]);
              const at = model.findIndex((one) => one.who === step.who);
              const wants = facts.answer === "yes" && facts.mode === "room";
              if (wants && at < 0) model.push({ who: step.who, isSeated: false });
              if (!wants && at >= 0) model.splice(at, 1);
            }
            fill();
            const stored = await tx
              .select()
              .from(rsvps)
              .where(eq(rsvps.gatheringId, gathering))
              .orderBy(rsvps.lineNumber);
            const inRoom = stored.filter((row) => row.placement !== "none");
            expect(inRoom.map((row) => [row.invitationId, row.placement])).toEqual(
              model.map((one) => [ids[one.who], one.isSeated ? "seat" : "waiting"]),
            );
            expect(seated()).toBeLessThanOrEqual(capacity);
          }
          for (const [invitationId, words] of said) {
            const rows = await tx
              .select()
              .from(answers)
              .where(eq(answers.invitationId, invitationId))
              .orderBy(answers.saidAt);
            expect(rows.map((row) => (row.answer === "no" ? "no" : `${row.answer} ${row.mode}`))).toEqual(
              words,
            );
          }
        });
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  it("ends alike in whatever order the answers arrive", async () => {
    const at = Temporal.Instant.from("2026-11-02T08:00:00Z");
    const one = fc.record({
      answer: fc.constantFrom("yes" as const, "maybe" as const, "no" as const),
      channel: fc.constantFrom("web" as const, "mail" as const, "adviser" as const),
      sequence: fc.integer({ min: 0, max: 1 }),
      minute: fc.integer({ min: 0, max: 3 }),
    });
    const pair = fc
      .array(one, { minLength: 1, maxLength: 5 })
      .chain((said) => fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })));
    const endOf = async (said: (typeof one extends fc.Arbitrary<infer T> ? T : never)[]) => {
      const gathering = await addGathering(house, cast, { sequence: 1 });
      await invite(house, cast, gathering, cast.ola);
      for (const { minute, ...rest } of said) {
        await answer(house, gathering, cast.ola, { ...rest, saidAt: at.add({ minutes: minute }) });
      }
      const [row] = await house.store.read.select().from(rsvps).where(eq(rsvps.gatheringId, gathering));
      return (
        row && {
          answer: row.answer,
          sequence: row.sequence,
          saidAt: row.saidAt.toString(),
          channel: row.channel,
        }
      );
    };
    await fc.assert(
      fc.asyncProperty(pair, async ([said, shuffled]) => {
        expect(await endOf(shuffled)).toEqual(await endOf(said));
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});
