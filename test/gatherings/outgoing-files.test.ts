import { execFileSync } from "node:child_process";
import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feedFile, feedOf, openFeed } from "../../server/gatherings/feed.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { addCast } from "../cast.ts";
import { openHouse, root, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invite, sendAll } from "./party.ts";

/** Every kind of file that leaves the house, in summer and winter time and across both changes of clock. */
let house: TestHouse;
let mails: { method: string; body: string }[];
let feed: string;
const dates = ["2026-12-08", "2027-03-28", "2027-03-30", "2027-06-08", "2027-10-31"];
beforeAll(async () => {
  house = await openHouse();
  const cast = await addCast(house.store);
  for (const localDate of dates) {
    const id = await addGathering(house, cast, { localDate, intro: "Æøå, og; mer\n".repeat(20) });
    await invite(house, cast, id, cast.ola, cast.siri);
    await sendAll(house);
    await answer(house, id, cast.ola);
    await answer(house, id, cast.siri, { answer: "maybe" });
    house.setNow(house.now().add({ minutes: 10 }).toString());
    await answer(house, id, cast.siri, { answer: "no" });
    await change(house, id, "text", { title: 'Nytt "navn"' });
    await change(house, id, "material", { place: "Rom 5" });
    if (localDate === "2027-06-08") await change(house, id, "cancelled");
  }
  await house.store.write((tx) => openFeed(tx, { networkId: cast.network }, house.now()));
  const open = await feedOf(house.store.read, { networkId: cast.network });
  const app = await house.app();
  feed = open ? (await app.inject(`/kal/${feedFile(house.config.secret, open)}`)).body : "";
  const rows = await house.store.read.select().from(outbox);
  mails = rows.flatMap(({ calendarMethod, calendarBody }) =>
    calendarMethod && calendarBody ? [{ method: calendarMethod, body: calendarBody }] : [],
  );
});
afterAll(() => house.close());

describe("every calendar file that goes out", () => {
  it("is well formed: CRLF, lines of at most 75 octets, one event, one guest, the method of its mail", () => {
    expect(mails.length).toBeGreaterThan(dates.length * 5);
    for (const { method, body } of mails) {
      expect(body).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
      expect(body.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const line of body.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const calendar = new ICAL.Component(ICAL.parse(body));
      expect(calendar.getFirstPropertyValue("method")).toBe(method);
      const events = calendar.getAllSubcomponents("vevent");
      expect(events).toHaveLength(1);
      expect(events[0]?.getAllProperties("attendee")).toHaveLength(1);
      expect(events[0]?.getAllSubcomponents("valarm")).toEqual([]);
      expect(events[0]?.getFirstPropertyValue("status")).toBe(
        method === "CANCEL" ? "CANCELLED" : "CONFIRMED",
      );
    }
    expect(new Set(mails.map(({ method }) => method))).toEqual(new Set(["REQUEST", "CANCEL"]));
  });

  it.each(["UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Apia", "Europe/Oslo"])(
    "is read at the same moment by a machine in %s",
    async (zone) => {
      const starts = execFileSync(process.execPath, ["--input-type=module", "--eval", reader], {
        cwd: root,
        env: { ...process.env, TZ: zone },
        input: JSON.stringify([...mails.map(({ body }) => body), feed]),
        encoding: "utf8",
        maxBuffer: 16 * 1024 * 1024,
      });
      const rows = await house.store.read.select({ startsAt: gatherings.startsAt }).from(gatherings);
      const expected = new Set(
        rows.map(({ startsAt }) => new Date(startsAt.epochMilliseconds).toISOString()),
      );
      const read = JSON.parse(starts) as { faults: string[]; starts: string[]; events: number };
      expect(read.faults).toEqual([]);
      expect(new Set(read.starts)).toEqual(expected);
      expect(read.events).toBe(mails.length + dates.length);
    },
  );

  it("tells by its own identity which event of the feed it is not", async () => {
    const uids = (text: string) =>
      [...text.replace(/\r\n[ \t]/g, "").matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid);
    const ofMails = new Set(mails.flatMap(({ body }) => uids(body)));
    expect(uids(feed)).toHaveLength(dates.length);
    expect(uids(feed).filter((uid) => ofMails.has(uid))).toEqual([]);
    const cancelled = await house.store.read.select().from(outbox).where(eq(outbox.kind, "cancellation"));
    expect(cancelled.length).toBeGreaterThan(0);
  });
});

/** Reads each file with two readers, in a process whose machine is elsewhere. */
const reader = `
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { readFileSync } from "node:fs";
const starts = [], faults = [];
let events = 0;
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  const own = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === "VEVENT");
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  for (const event of calendar.getAllSubcomponents("vevent")) {
    events += 1;
    const time = event.getFirstPropertyValue("dtstart");
    time.zone = zone;
    const start = new Date(time.toUnixTime() * 1000).toISOString();
    const other = own.find((one) => one.uid === event.getFirstPropertyValue("uid"))?.start.toISOString();
    if (start !== other) faults.push(start + " is " + other + " to node-ical");
    starts.push(start);
  }
}
process.stdout.write(JSON.stringify({ faults, starts, events }));
`;
