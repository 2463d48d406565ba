import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerToken } from "../../server/gatherings/answer-link.ts";
import { leaveGatherings } from "../../server/gatherings/leaving.ts";
import { invitations, rsvps, standingAnswers } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, invitationOf, invite } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let coming: string;
let elsewhere: string;
let past: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  past = await addGathering(house, cast, { localDate: "2026-11-03" });
  coming = await addGathering(house, cast, { capacity: 1 });
  elsewhere = await addGathering(house, cast, { networkId: cast.otherNetwork });
  for (const id of [past, coming, elsewhere]) await invite(house, cast, id, cast.ola, cast.siri);
  for (const id of [past, coming, elsewhere]) await answer(house, id, cast.ola);
  await answer(house, coming, cast.siri);
  house.setNow("2026-11-04T09:00:00Z");
});
afterEach(() => house.close());

const placeOf = async (personId: string) => {
  const rows = await house.store.read
    .select({ placement: rsvps.placement })
    .from(rsvps)
    .where(and(eq(rsvps.gatheringId, coming), eq(rsvps.personId, personId)));
  return rows[0]?.placement;
};
const cancellations = async () =>
  (await house.store.read.select().from(outbox).where(eq(outbox.personId, cast.ola))).filter(
    ({ calendarMethod }) => calendarMethod === "CANCEL",
  );
const withdrawn = async () =>
  (await house.store.read.select().from(invitations).where(eq(invitations.personId, cast.ola)))
    .filter(({ withdrawnAt }) => withdrawnAt !== null)
    .map(({ gatheringId }) => gatheringId);
const sendAll = () =>
  house.store.write(async (tx) => void (await tx.update(outbox).set({ state: "sent", sentAt: house.now() })));

describe("whoever is taken out of a network", () => {
  it("gets a cancellation for what lies ahead there, and the place goes to the next in line", async () => {
    await sendAll();
    expect([await placeOf(cast.ola), await placeOf(cast.siri)]).toEqual(["seat", "waiting"]);
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get(`/personer/${cast.ola}`)).body).toContain("får avlysning på invitasjonene");
    const pressed = await kari.post(`/personer/${cast.ola}/nettverk/slutt`, { nettverk: cast.network });
    expect([pressed.statusCode, String(pressed.headers["set-cookie"])]).toEqual([
      303,
      expect.stringContaining("leftWithPlaces"),
    ]);
    expect(await withdrawn()).toEqual([coming]);
    expect((await cancellations()).map(({ gatheringId }) => gatheringId)).toEqual([coming]);
    expect([await placeOf(cast.ola), await placeOf(cast.siri)]).toEqual([undefined, "seat"]);
    const link = answerToken(house.config.secret, await invitationOf(house, elsewhere, cast.ola));
    const stranger = await browserOf(house, null);
    expect((await stranger.get(`/svar/${link}`)).statusCode).toBe(200);
    const dead = answerToken(house.config.secret, {
      id: (await invitationOf(house, coming, cast.ola)).id,
      linkVersion: 1,
    });
    expect((await stranger.get(`/svar/${dead}`)).statusCode).toBe(410);
  });

  it("is told nothing when pressed twice, and nothing of invitations never sent", async () => {
    const kari = await browserOf(house, cast.kari);
    const press = () => kari.post(`/personer/${cast.ola}/nettverk/slutt`, { nettverk: cast.network });
    expect((await press()).statusCode).toBe(303);
    expect((await press()).statusCode).toBe(303);
    expect(await cancellations()).toEqual([]);
    expect(await withdrawn()).toEqual([coming]);
  });

  it("says yes to no more of the season", async () => {
    const owner = { networkId: cast.network, personId: cast.ola };
    await house.store.write((tx) =>
      tx.insert(standingAnswers).values({ ...owner, mode: "room", until: "2027-06-30", saidAt: house.now() }),
    );
    await leaveGatherings(house.store, house.mailer, owner, house.now());
    expect(await house.store.read.select().from(standingAnswers)).toEqual([]);
  });
});

it("whoever has left altogether is taken off everything ahead, in every network", async () => {
  await sendAll();
  const kari = await browserOf(house, cast.kari);
  await kari.post(`/personer/${cast.ola}/status`, { status: "left", fra: "2026-11-04" });
  expect((await withdrawn()).sort()).toEqual([coming, elsewhere].sort());
  expect(await cancellations()).toHaveLength(2);
  expect(await placeOf(cast.siri)).toBe("seat");
});

it("begun again after a halt, leaving goes on where it was", async () => {
  const who = { personId: cast.ola };
  await Promise.all([1, 2].map(() => leaveGatherings(house.store, house.mailer, who, house.now())));
  expect((await withdrawn()).sort()).toEqual([coming, elsewhere].sort());
  expect(await leaveGatherings(house.store, house.mailer, who, house.now())).toBe(0);
  const still = await house.store.read
    .select()
    .from(memberships)
    .where(and(eq(memberships.personId, cast.ola), eq(memberships.networkId, cast.network)));
  expect(still.map(({ until }) => until)).toEqual([null]);
});
