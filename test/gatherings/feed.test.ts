import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatherings } from "../../server/gatherings/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invitationOf, invite, mailsTo } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const addressIn = (body: string) => /value="http:\/\/localhost:3000(\/kal\/[^"]+)"/.exec(body)?.[1];
/** Turns a calendar on, off or to a new address; returns the address that is shown then. */
async function press(gjor: "paa" | "ny" | "av", personId = cast.ola, path = "/min-side/kalender") {
  const browser = await browserOf(house, personId);
  expect((await browser.post(path, { gjor })).statusCode).toBe(303);
  return addressIn((await browser.get(path)).body) ?? "";
}
const fetchFeed = async (path: string, headers: Record<string, string> = {}) =>
  (await house.app()).inject({ url: path, headers });
const linesOf = (body: string) => body.replace(/\r\n[ \t]/g, "").split("\r\n");
const eventsIn = (body: string) =>
  Object.values(nodeIcal.sync.parseICS(body)).filter((one): one is VEvent => one?.type === "VEVENT");
async function invited(change_: Parameters<typeof addGathering>[2] = {}, ...people: string[]) {
  const id = await addGathering(house, cast, change_);
  await invite(house, cast, id, ...(people.length > 0 ? people : [cast.ola]));
  return id;
}

describe("a person's calendar", () => {
  it("is plain published iCalendar: no method, nobody named, no alarm, a look every hour", async () => {
    const path = await press("paa");
    const id = await invited({ title: "Når noen; ikke kommer, og å ".repeat(9), link: "https://mote.no/x" });
    const response = await fetchFeed(path);
    expect(response.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    const lines = linesOf(response.body);
    for (const name of ["METHOD", "ORGANIZER", "ATTENDEE", "VALARM", "BEGIN:VALARM", "RSVP"]) {
      expect(lines.filter((line) => line.startsWith(name))).toEqual([]);
    }
    for (const line of [
      "NAME:Mentornettverk",
      "X-WR-CALNAME:Mentornettverk",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
      `UID:samling-${id}@demo.example`,
      "DTSTART;TZID=Europe/Oslo:20261208T130000",
      "DTSTAMP:20261102T090000Z",
      "STATUS:TENTATIVE",
    ]) {
      expect(lines).toContain(line);
    }
    const properties = lines.indexOf("BEGIN:VTIMEZONE");
    expect(lines.slice(properties).filter((line) => /^(NAME|X-WR|REFRESH|X-PUB)/.test(line))).toEqual([]);
    for (const line of response.body.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(response.body.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(response.body.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const { calendarToken } = await invitationOf(house, id, cast.ola);
    expect(response.body).not.toContain(calendarToken);
    expect(response.body).not.toContain("/svar/");
    const parsed = new ICAL.Component(ICAL.parse(response.body)).getAllSubcomponents("vevent");
    expect(parsed).toHaveLength(1);
    expect(eventsIn(response.body)[0]?.start.toISOString()).toBe("2026-12-08T12:00:00.000Z");
  });

  it("holds one's own answer: a yes is confirmed, a no is gone", async () => {
    const path = await press("paa");
    const id = await invited();
    await answer(house, id, cast.ola);
    expect(linesOf((await fetchFeed(path)).body)).toContain("STATUS:CONFIRMED");
    house.setNow("2026-11-03T09:00:00Z");
    await answer(house, id, cast.ola, { answer: "no" });
    expect(eventsIn((await fetchFeed(path)).body)).toEqual([]);
  });

  it("stands instead of the calendar part of mails, so that nothing stands twice", async () => {
    const before = await invited();
    const path = await press("paa");
    const after = await invited({ localDate: "2027-01-12" });
    await answer(house, after, cast.ola);
    const parts = (await mailsTo(house, cast.ola)).map(({ gatheringId, calendarBody }) => [
      gatheringId === before,
      calendarBody !== null,
    ]);
    expect(parts).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
    const mail = (await mailsTo(house, cast.ola))[1];
    expect(mail?.textBody).toContain("Samlingen kommer av seg selv i kalenderen du abonnerer på.");
    expect(eventsIn((await fetchFeed(path)).body).map((event) => event.uid)).toEqual([
      `samling-${after}@demo.example`,
    ]);
    await change(house, before, "material", { place: "Rom 5" });
    expect((await mailsTo(house, cast.ola)).at(-1)?.calendarBody).toContain("METHOD:REQUEST");
  });

  it("turned off, its address is dead, and coming gatherings go by mail again", async () => {
    const path = await press("paa");
    const id = await invited();
    await press("av");
    expect((await fetchFeed(path)).statusCode).toBe(404);
    const again = (await mailsTo(house, cast.ola)).at(-1);
    expect([again?.kind, again?.gatheringId]).toEqual(["again", id]);
    expect(again?.calendarBody).toContain("METHOD:REQUEST");
  });

  it("given a new address, the old one is dead and the new one the same calendar", async () => {
    const path = await press("paa");
    await invited();
    const renewed = await press("ny");
    expect(renewed).not.toBe(path);
    expect((await fetchFeed(path)).statusCode).toBe(404);
    expect(eventsIn((await fetchFeed(renewed)).body)).toHaveLength(1);
    for (const bad of [
      renewed.slice(0, -5),
      renewed.replace(".ics", ""),
      renewed.replace(/.\.ics$/, ".ics"),
      "/kal/x.ics",
    ]) {
      expect((await fetchFeed(bad)).statusCode).toBe(404);
    }
  });

  it("answers 304 until something changes", async () => {
    const path = await press("paa");
    const id = await invited();
    const first = await fetchFeed(path);
    const tag = String(first.headers.etag);
    house.setNow("2026-11-03T09:00:00Z");
    for (const known of [tag, `"other", ${tag}`, tag.replace("W/", ""), "*"]) {
      const same = await fetchFeed(path, { "if-none-match": known });
      expect([same.statusCode, same.body, same.headers.etag]).toEqual([304, "", tag]);
    }
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ title: "Nytt", changedAt: house.now() }).where(eq(gatherings.id, id));
    });
    const changed = await fetchFeed(path, { "if-none-match": tag });
    expect(changed.statusCode).toBe(200);
    expect(linesOf(changed.body)).toContain("DTSTAMP:20261103T090000Z");
  });

  it("keeps what was cancelled for sixty days, named so", async () => {
    const path = await press("paa");
    const id = await invited();
    house.setNow("2026-11-10T09:00:00Z");
    await change(house, id, "cancelled");
    const lines = linesOf((await fetchFeed(path)).body);
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines).toContain("SUMMARY:AVLYST: Når noen ikke kommer");
    house.setNow("2027-01-09T08:59:00Z");
    expect(eventsIn((await fetchFeed(path)).body)).toHaveLength(1);
    house.setNow("2027-01-09T09:01:00Z");
    expect(eventsIn((await fetchFeed(path)).body)).toHaveLength(0);
  });

  it("lets no title write a line of its own", async () => {
    const path = await press("paa");
    await invited({
      title: "X\r\nATTENDEE:mailto:ond@ond.example\nEND:VEVENT",
      place: "a\u2028METHOD:REQUEST",
    });
    const { body } = await fetchFeed(path);
    expect(linesOf(body).filter((line) => /^(ATTENDEE|METHOD)/.test(line))).toEqual([]);
    expect(eventsIn(body)).toHaveLength(1);
  });
});

describe("a network's calendar", () => {
  it("holds what its people are invited to, and is for its advisers to turn on", async () => {
    const page = `/nettverk/${cast.network}/kalender`;
    const path = await press("paa", cast.kari, page);
    const id = await invited({ link: "https://mote.no/hemmelig" }, cast.siri);
    await addGathering(house, cast, { title: "Utkast", localDate: "2027-02-09" });
    const { body } = await fetchFeed(path);
    expect(eventsIn(body).map((event) => event.uid)).toEqual([`samling-${id}@demo.example`]);
    expect(body).not.toContain("hemmelig");
    expect(linesOf(body).find((line) => line.startsWith("NAME:"))).toContain("Prøvebyen");
    expect((await (await browserOf(house, cast.strangeAdviser)).get(page)).statusCode).toBe(404);
    expect((await (await browserOf(house, cast.strangeAdviser)).post(page, { gjor: "av" })).statusCode).toBe(
      404,
    );
    expect((await (await browserOf(house, cast.ola)).get(page)).statusCode).toBe(403);
    await press("av", cast.kari, page);
    expect((await fetchFeed(path)).statusCode).toBe(404);
  });
});
