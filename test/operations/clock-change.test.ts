/** The nights the clock changes, lived through by two processes whose clocks stand five minutes apart. */
import ical, { type VEvent } from "node-ical";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { instantOf } from "../../server/web/dates.ts";
import { mailsTo } from "../gatherings/party.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { makeClock, prepareWeekend, ticksOf, whatHappened } from "./weekend.ts";

/** @param clocks how many minutes ahead each process's clock is */
async function live(house: TestHouse, sunday: string, clocks: number[]) {
  const weekend = await prepareWeekend(house, sunday);
  const processes = clocks.map((minutes) => makeClock(house, house.mailer, minutes));
  for (const tick of ticksOf(weekend.sunday)) {
    for (const name of processes[0]?.names ?? []) {
      await Promise.all(processes.map((process) => process.run(name, tick)));
    }
  }
  return { weekend, happened: await whatHappened(house, weekend) };
}

let ordinary: string[];
beforeAll(async () => {
  const house = await openHouse();
  ordinary = (await live(house, "2026-10-18", [0])).happened;
  await house.close();
});
let house: TestHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

it("an ordinary weekend has in it what the others are compared by", () => {
  expect(ordinary).toEqual(
    expect.arrayContaining([
      "erased 0 day 0 2–3 true",
      "feedback anonymous seen from 1",
      "mail day 0 2–3 goes day 0 2–3 reminder-silent Ola Brekke queued",
      "mail day 0 10 goes day 0 10 evaluation Siri Åsheim queued",
      "mail day 0 13 goes day 0 13 reminder-day Ola Brekke queued",
      "mail day 1 8 goes day 1 8 learning-waiting-digest Leif Haugen queued",
      "mail day 1 8 goes day 1 8 minutes-reminder Kari Nordli queued",
      "mail offer Mentor 3 queued",
      "offer expired",
      "survey 0 to 2, reminds 2",
    ]),
  );
});

it.each([
  ["back", "2026-10-25"],
  ["forward", "2027-03-28"],
])(
  "the clock goes %s: all is done once, at the same local time as on any weekend; one o'clock stays one o'clock",
  async (_, sunday) => {
    const { weekend, happened } = await live(house, sunday, [0, 5]);
    expect(happened).toEqual(ordinary);
    const monday = weekend.sunday.add({ days: 1 }).toString();
    const about = (await mailsTo(house, weekend.cast.ola)).filter(
      ({ gatheringId }) => gatheringId === weekend.mondayGathering,
    );
    expect(about.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["invitation", "reminder-day"]));
    for (const mail of about)
      expect([mail.kind, mail.textBody]).toEqual([mail.kind, expect.stringContaining("13.00–15.00")]);
    const calendars = about.flatMap(({ calendarBody }) => calendarBody ?? []);
    expect(calendars.length).toBeGreaterThan(0);
    for (const calendar of calendars) {
      const [event] = Object.values(ical.sync.parseICS(calendar)).filter((one) => one?.type === "VEVENT");
      expect((event as VEvent).start.toISOString()).toBe(
        new Date(instantOf(monday, "13:00").epochMilliseconds).toISOString(),
      );
    }
  },
  120_000,
);
