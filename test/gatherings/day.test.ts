import { eq } from "drizzle-orm";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agendaClock } from "../../server/gatherings/agenda-clock.ts";
import { checkInToken } from "../../server/gatherings/check-in.ts";
import { agendaOf, attendanceOf } from "../../server/gatherings/queries.ts";
import { attendance, gatherings, minuteItems } from "../../server/gatherings/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, invite } from "./party.ts";

const start = Temporal.Instant.from("2026-12-08T12:00:00Z");
const at = (minutes: number) => start.add({ minutes });
const line = (id: string, minutes: number, begunAt: Temporal.Instant | null = null) => ({
  id,
  minutes,
  begunAt,
});
const states = (clock: { state: string }[]) => clock.map(({ state }) => state[0]).join("");

describe("the clock of an agenda", () => {
  it("follows the plan until someone presses", () => {
    const lines = [line("a", 10), line("b", 30), line("c", 20)];
    const seen = [-1, 0, 9, 10, 39, 40, 59, 60].map((minute) =>
      states(agendaClock(lines, start, at(minute))),
    );
    expect(seen).toEqual(["aaa", "naa", "naa", "pna", "pna", "ppn", "ppn", "ppp"]);
  });

  it("then follows what was pressed: an item stays on past its time, and the rest is moved", () => {
    const lines = [line("a", 10, at(5)), line("b", 30, at(25)), line("c", 20)];
    const clock = agendaClock(lines, start, at(70));
    expect(states(clock)).toBe("pna");
    expect([clock[1]?.ends.toString(), clock[2]?.begins.toString()]).toEqual([at(55), at(70)].map(String));
  });

  it("has one item on at most, and one at any time within the plan, whatever was pressed", () => {
    const item = fc.record({
      minutes: fc.integer({ min: 1, max: 90 }),
      begun: fc.option(fc.integer({ min: 0, max: 120 })),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -30, max: 300 }),
        (items, minute) => {
          const lines = items.map(({ minutes, begun }, i) =>
            line(String(i), minutes, begun === null ? null : at(begun)),
          );
          const clock = agendaClock(lines, start, at(minute));
          const on = clock.filter(({ state }) => state === "now").length;
          const total = items.reduce((sum, { minutes }) => sum + minutes, 0);
          const isPressed = items.some(({ begun }) => begun !== null);
          expect(on).toBe(isPressed || (minute >= 0 && minute < total) ? 1 : 0);
          expect(states(clock)).toMatch(/^p*n?a*$/);
        },
      ),
    );
  });
});

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
  await invite(house, cast, id, cast.ola, cast.siri);
  house.setNow("2026-12-08T12:10:00Z");
});
afterEach(() => house.close());

const row = async () => (await house.store.read.select().from(gatherings).where(eq(gatherings.id, id)))[0];

describe("the page of the day", () => {
  it("shows what is on and how long; one press goes on and saves the notes beside it, twice is once", async () => {
    const kari = await browserOf(house, cast.kari);
    const path = `/samlinger/${id}/i-dag`;
    const { body } = await kari.get(path);
    for (const words of ["35 min igjen", "Neste: Tuva", "0 av 2 er her.", "Gå til neste punkt"])
      expect(body).toContain(words);
    const [first, second] = await agendaOf(house.store, id);
    const form = {
      ...{ "id-0": "", "agenda-0": first?.id as string, "versjon-0": "0", "ord-0": "Mange kjente seg igjen" },
      handling: `begynn-${second?.id}`,
    };
    const twice = [await kari.post(path, form), await kari.post(path, form)];
    expect(twice.map((one) => one.statusCode)).toEqual([303, 303]);
    house.setNow("2026-12-08T12:20:00Z");
    await kari.post(path, form);
    expect((await kari.get(path)).body).toContain("30 min igjen");
    expect((await house.store.read.select().from(minuteItems)).map((one) => one.words)).toEqual([
      "Mange kjente seg igjen",
    ]);
  });

  it("refuses a note with a number in it, with the note kept; and begins nothing when closed", async () => {
    const kari = await browserOf(house, cast.kari);
    const [first] = await agendaOf(house.store, id);
    const note = {
      "id-0": "",
      "agenda-0": first?.id as string,
      "versjon-0": "0",
      "ord-0": "Ring 40 12 34 56",
    };
    const { statusCode, body } = await kari.post(`/samlinger/${id}/i-dag`, note);
    expect([statusCode, body.includes("Ring 40 12 34 56")]).toEqual([422, true]);
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ closedAt: house.now() }).where(eq(gatherings.id, id));
    });
    await kari.post(`/samlinger/${id}/i-dag`, { handling: `begynn-${first?.id}` });
    expect((await agendaOf(house.store, id)).every(({ begunAt }) => begunAt === null)).toBe(true);
  });
});

describe("the code on the wall", () => {
  const pathOf = async () =>
    `/her/${checkInToken(house.config.secret, (await row()) as NonNullable<Awaited<ReturnType<typeof row>>>)}`;

  it("is drawn for the adviser, and leads to a page that lists nobody", async () => {
    const { body } = await (await browserOf(house, cast.kari)).get(`/samlinger/${id}/qr`);
    expect(body).toContain("<svg");
    const stranger = await browserOf(house, null);
    const page = await stranger.get(await pathOf());
    expect([page.statusCode, /Ola|Siri|Kari/.test(page.body)]).toEqual([200, false]);
  });

  it.each([
    ["2026-12-08T12:30:00Z", null, "Samlingen har begynt, så det er for sent å svare på forhånd."],
    ["2026-12-08T16:30:00Z", "koden virker ikke lenger", "Samlingen har vært, så det er for sent å svare."],
  ])(
    "at %s: the code, and who may be answered for, say what they can do no more",
    async (now, code, answered) => {
      house.setNow(now);
      const kari = await browserOf(house, cast.kari);
      const drawn = (await kari.get(`/samlinger/${id}/qr`)).body;
      expect([drawn.includes('class="qr"'), code === null || drawn.includes(code)]).toEqual([
        code === null,
        true,
      ]);
      const { body } = await kari.get(`/samlinger/${id}/svar/${cast.ola}`);
      expect([body.includes(answered), body.includes(`action="/samlinger/${id}/svar/`)]).toEqual([
        true,
        false,
      ]);
    },
  );

  it("of a gathering that is called off or closed is no way in, nor is its form", async () => {
    const kari = await browserOf(house, cast.kari);
    const set = (facts: Partial<typeof gatherings.$inferInsert>) =>
      house.store.write((tx) => tx.update(gatherings).set(facts).where(eq(gatherings.id, id)));
    await set({ closedAt: house.now() });
    const agenda = await kari.get(`/samlinger/${id}/dagsorden`);
    expect([agenda.statusCode, agenda.headers.location]).toEqual([303, `/samlinger/${id}`]);
    await set({ closedAt: null, cancelledAt: house.now() });
    const drawn = (await kari.get(`/samlinger/${id}/qr`)).body;
    expect([drawn.includes('class="qr"'), drawn.includes("Samlingen er avlyst.")]).toEqual([false, true]);
    const { body } = await kari.get(`/samlinger/${id}/svar/${cast.ola}`);
    expect(body).toContain("Samlingen er avlyst, så ingen trenger å svare.");
  });

  it("takes a name as it is written, twice once, and whoever is signed in with one press", async () => {
    const stranger = await browserOf(house, null);
    const path = await pathOf();
    for (const navn of ["  ola   BREKKE ", "Ola Brekke"]) {
      expect((await stranger.post(path, { navn })).statusCode).toBe(303);
    }
    expect((await (await browserOf(house, cast.nina)).post(path, { meg: "ja" })).statusCode).toBe(303);
    expect([...(await attendanceOf(house.store.read, id))].sort()).toEqual(
      [
        [cast.ola, "present"],
        [cast.nina, "present"],
      ].sort(),
    );
  });

  it("refuses a name that is nobody's, a first name alone, and one of another network", async () => {
    const stranger = await browserOf(house, null);
    for (const navn of ["Ingen Her", "Ola", "", "Ola Brekke Hansen"]) {
      const { statusCode, body } = await stranger.post(await pathOf(), { navn });
      expect([navn, statusCode, body.includes("fant ikke det navnet")]).toEqual([navn, 422, true]);
    }
    const other = await browserOf(house, cast.strangeMentor);
    expect((await other.post(await pathOf(), { meg: "ja" })).statusCode).toBe(422);
    expect(await house.store.read.select().from(attendance)).toEqual([]);
  });

  it("works from an hour before to an hour after, on the day it is held, and not when cancelled", async () => {
    const stranger = await browserOf(house, null);
    const path = await pathOf();
    const tried: number[] = [];
    for (const time of ["10:59", "11:00", "15:00", "15:01"]) {
      house.setNow(`2026-12-08T${time}:00Z`);
      tried.push((await stranger.post(path, { navn: "Ola Brekke" })).statusCode);
    }
    expect(tried).toEqual([422, 303, 303, 422]);
    house.setNow("2026-12-08T12:00:00Z");
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ localDate: "2026-12-09" }).where(eq(gatherings.id, id));
    });
    expect((await stranger.get(path)).statusCode).toBeGreaterThanOrEqual(400);
    await house.store.write(async (tx) => {
      const change = { localDate: "2026-12-08", cancelledAt: house.now() };
      await tx.update(gatherings).set(change).where(eq(gatherings.id, id));
    });
    const { statusCode, body } = await stranger.post(path, { navn: "Siri Haug" });
    expect([statusCode, body.includes("avlyst")]).toEqual([422, true]);
  });

  it("is not undone by a list the adviser had open; what the adviser taps wins", async () => {
    await answer(house, id, cast.siri, { answer: "no" }, Temporal.Instant.from("2026-12-07T09:00:00Z"));
    const kari = await browserOf(house, cast.kari);
    const list = (await kari.get(`/samlinger/${id}/oppmote`)).body;
    const fields = [...list.matchAll(/name="((?:var|vist)[^"]*)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]);
    const hidden = Object.fromEntries(fields) as Record<string, string>;
    house.setNow("2026-12-08T12:12:00Z");
    await (await browserOf(house, null)).post(await pathOf(), { navn: "Ola Brekke" });
    const sent = { ...hidden, [`status-${cast.ola}`]: "absent", [`status-${cast.siri}`]: "excused" };
    await kari.post(`/samlinger/${id}/oppmote`, { ...sent, handling: "lagre" });
    expect((await attendanceOf(house.store.read, id)).get(cast.ola)).toBe("present");
    const tapped = { ...sent, [`status-${cast.ola}`]: "part" };
    await kari.post(`/samlinger/${id}/oppmote`, { ...tapped, handling: "lagre" });
    expect((await attendanceOf(house.store.read, id)).get(cast.ola)).toBe("part");
  });
});

describe("closing", () => {
  it("with nobody there is asked about once, and the list is kept meanwhile", async () => {
    const kari = await browserOf(house, cast.kari);
    const form = { [`status-${cast.ola}`]: "absent", handling: "avslutt" };
    const asked = await kari.post(`/samlinger/${id}/oppmote`, form);
    expect([asked.statusCode, asked.body.includes('name="ingen"')]).toEqual([422, true]);
    expect((await row())?.closedAt).toBeNull();
    expect((await attendanceOf(house.store.read, id)).get(cast.ola)).toBe("absent");
    expect((await kari.post(`/samlinger/${id}/oppmote`, { ...form, ingen: "ja" })).statusCode).toBe(303);
    expect((await row())?.closedAt).not.toBeNull();
  });

  it("without any attendance, and cancelling after it began, are refused with a word", async () => {
    const kari = await browserOf(house, cast.kari);
    const closed = await kari.post(`/samlinger/${id}/oppmote`, { handling: "avslutt" });
    expect([closed.statusCode, (await row())?.closedAt]).toEqual([422, null]);
    const cancelled = await kari.post(`/samlinger/${id}/avlysning`, { grunn: "Jeg er syk" });
    expect([cancelled.statusCode, cancelled.body.includes("Jeg er syk")]).toEqual([422, true]);
    expect(cancelled.body).toContain("har begynt");
    expect((await row())?.cancelledAt).toBeNull();
  });
});
