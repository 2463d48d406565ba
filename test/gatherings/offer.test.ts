import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerToken } from "../../server/gatherings/answer-link.ts";
import { howPlacesGo } from "../../server/gatherings/offer.ts";
import { passOnDueOffers } from "../../server/gatherings/offer-deadline.ts";
import { offers, rsvps } from "../../server/gatherings/tables.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invitationOf, invite, mailsTo, placeOf, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
/** One place, taken by Ola; Siri, Nina and Tore wait in this order. Begins on 8 December at 12.00 UTC. */
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast, { capacity: 1 });
  await invite(house, cast, id, cast.ola, cast.siri, cast.nina, cast.tore);
  for (const person of [cast.ola, cast.siri, cast.nina, cast.tore]) await answer(house, id, person);
  await sendAll(house);
  house.setNow("2026-12-06T12:00:00Z");
});
afterEach(() => house.close());

const offersOf = async (personId: string) => {
  const { id: invitationId } = await invitationOf(house, id, personId);
  const rows = await house.store.read.select().from(offers).where(eq(offers.invitationId, invitationId));
  return rows.map((row) => row.outcome);
};
const newest = async (personId: string) => (await mailsTo(house, personId)).at(-1);
const passOn = () => passOnDueOffers(house.store, house.mailer, house.now());
const seats = async () =>
  (
    await house.store.read
      .select()
      .from(rsvps)
      .where(and(eq(rsvps.gatheringId, id), eq(rsvps.placement, "seat")))
  ).length;
const linkOf = async (personId: string) =>
  `/svar/${answerToken(house.config.secret, await invitationOf(house, id, personId))}`;

describe("a place that becomes free near the date", () => {
  it("is offered to the first in line for twelve hours, and held meanwhile", async () => {
    await answer(house, id, cast.ola, { answer: "no" });
    expect(await offersOf(cast.siri)).toEqual(["open"]);
    expect(await placeOf(house, id, cast.siri)).toBe("waiting");
    const mail = await newest(cast.siri);
    expect(mail?.subject).toBe(
      "Ledig plass til deg, svar innan 7. desember kl. 01.00: samling tysdag 8. desember kl. 13.00",
    );
    expect(mail?.notAfter?.toString()).toBe("2026-12-07T00:00:00Z");
    expect(mail?.calendarBody).toBeNull();
    await answer(house, id, cast.ola);
    expect(await placeOf(house, id, cast.ola)).toBe("waiting");
    expect(await offersOf(cast.nina)).toEqual([]);
  });

  it("is taken on the page by POST; GET changes nothing", async () => {
    await answer(house, id, cast.ola, { answer: "no" });
    const browser = await browserOf(house, null);
    const link = await linkOf(cast.siri);
    const page = await browser.get(`${link}?svar=ja`);
    expect(page.body).toContain("Ein plass er halden av til deg, til 7.\u00a0desember kl.\u00a001.00.");
    expect(await offersOf(cast.siri)).toEqual(["open"]);
    await browser.post(link, { svar: "ja", rekkefolge: "0" });
    expect(await offersOf(cast.siri)).toEqual(["accepted"]);
    expect(await placeOf(house, id, cast.siri)).toBe("seat");
    const mail = await newest(cast.siri);
    expect(mail?.kind).toBe("answer");
    expect(mail?.calendarBody).toContain("PARTSTAT=ACCEPTED");
    expect((await browser.get(link)).body).not.toContain("halden av");
  });

  it("passes to the next in the same transaction when it is declined", async () => {
    await answer(house, id, cast.ola, { answer: "no" });
    await answer(house, id, cast.siri, { answer: "no" });
    expect([await offersOf(cast.siri), await offersOf(cast.nina)]).toEqual([["declined"], ["open"]]);
    expect((await newest(cast.nina))?.kind).toBe("offer");
  });

  it("passes to the next when the time is up, and not back to who let it pass", async () => {
    await answer(house, id, cast.ola, { answer: "no" });
    await passOn();
    expect(await offersOf(cast.nina)).toEqual([]);
    for (const [time, next] of [
      ["2026-12-07T00:00:00Z", cast.nina],
      ["2026-12-07T12:00:00Z", cast.tore],
    ] as const) {
      house.setNow(time);
      await passOn();
      expect(await offersOf(next)).toEqual(["open"]);
    }
    house.setNow("2026-12-08T00:00:00Z");
    await passOn();
    await passOn();
    for (const person of [cast.siri, cast.nina, cast.tore])
      expect(await offersOf(person)).toEqual(["expired"]);
    const page = await (await browserOf(house, null)).get(await linkOf(cast.nina));
    expect(page.body).toContain("Fristen er ute, og plassen gikk videre.");
    await answer(house, id, cast.nina);
    expect(await placeOf(house, id, cast.nina)).toBe("seat");
    await answer(house, id, cast.siri);
    expect(await placeOf(house, id, cast.siri)).toBe("waiting");
  });

  it("goes at once when the gathering is far off, and to nobody who is not there when it is too late to ask", async () => {
    const gathering = { startsAt: house.now().add({ hours: 72 }) };
    expect(howPlacesGo(gathering, house.now()).how).toBe("given");
    expect(howPlacesGo(gathering, house.now().add({ seconds: 1 })).how).toBe("offered");
    expect(howPlacesGo(gathering, house.now().add({ hours: 70 })).how).toBe("offered");
    expect(howPlacesGo(gathering, house.now().add({ hours: 71 })).how).toBe("open");
    const late = howPlacesGo(gathering, house.now().add({ hours: 64 }));
    expect(late.how === "offered" && late.until.since(house.now()).total("hours")).toBe(68);
  });

  it("is void when the gathering is cancelled", async () => {
    await answer(house, id, cast.ola, { answer: "no" });
    await change(house, id, "cancelled");
    house.setNow("2026-12-07T00:00:00Z");
    await passOn();
    expect(await offersOf(cast.siri)).toEqual(["void"]);
    expect(await offersOf(cast.nina)).toEqual([]);
  });

  it("a yes by mail that was said before the offer does not take it", async () => {
    await answer(house, id, cast.ola, { answer: "no" });
    const saidAt = house.now().subtract({ minutes: 5 });
    await answer(house, id, cast.siri, { channel: "mail", saidAt });
    expect(await offersOf(cast.siri)).toEqual(["open"]);
    house.setNow("2026-12-06T13:00:00Z");
    await answer(house, id, cast.siri, { channel: "mail" });
    expect(await offersOf(cast.siri)).toEqual(["accepted"]);
  });
});

describe("whatever happens near the date, in any order", () => {
  it("no more are seated or held a place than there is room for, and nobody is asked twice", async () => {
    const people = await addMentors(house.store, cast.network, 6);
    const step = fc.record({
      who: fc.nat(5),
      answer: fc.constantFrom("yes" as const, "yes" as const, "no" as const, "maybe" as const),
      minutes: fc.constantFrom(1, 30, 400),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        house.setNow("2026-11-02T09:00:00Z");
        id = await addGathering(house, cast, { capacity: 2 });
        await invite(house, cast, id, ...people);
        house.setNow("2026-12-06T09:00:00Z");
        for (const { who, answer: said, minutes } of steps) {
          await answer(house, id, people[who] as string, { answer: said });
          house.setNow(house.now().add({ minutes }).toString());
          if (house.now().toString() >= "2026-12-08T11") break;
          await passOn();
          const rows = await house.store.read.select().from(offers).where(eq(offers.gatheringId, id));
          const open = rows.filter((row) => row.outcome === "open");
          expect((await seats()) + open.length).toBeLessThanOrEqual(2);
          expect(new Set(open.map((row) => row.invitationId)).size).toBe(open.length);
          const expired = rows.filter((row) => row.outcome === "expired").map((row) => row.invitationId);
          expect(new Set(expired).size).toBe(expired.length);
        }
      }),
      { numRuns: 12 },
    );
  });
});
