import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queueReminders } from "../../server/gatherings/reminder.ts";
import { deliverDue } from "../../server/mail/delivery.ts";
import { chooseMail } from "../../server/people/mail-preference.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invite, mailsTo, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
/** The gathering begins on Tuesday 8 December 2026 at 13.00 in Oslo, 12.00 UTC. */
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
});
afterEach(() => house.close());

const remind = () => queueReminders(house.store, house.mailer, house.now());
const kindsTo = async (personId: string) => (await mailsTo(house, personId)).map((mail) => mail.kind);
const remindersTo = async (personId: string) =>
  (await kindsTo(personId)).filter((kind) => kind.startsWith("reminder"));

describe("a reminder", () => {
  it("comes a week before to the silent and the day before to yes and maybe, once each, never to a no", async () => {
    await invite(house, cast, id, cast.ola, cast.siri, cast.nina, cast.tore);
    await answer(house, id, cast.siri);
    await answer(house, id, cast.nina, { answer: "no" });
    await answer(house, id, cast.tore, { answer: "maybe" });
    await sendAll(house);
    house.setNow("2026-12-01T11:59:00Z");
    expect(await remind()).toBe(0);
    house.setNow("2026-12-01T12:00:00Z");
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    house.setNow("2026-12-07T12:00:00Z");
    expect(await remind()).toBe(2);
    expect(await remind()).toBe(0);
    house.setNow("2026-12-08T12:00:00Z");
    expect(await remind()).toBe(0);
    expect(await remindersTo(cast.ola)).toEqual(["reminder-silent"]);
    expect(await remindersTo(cast.siri)).toEqual(["reminder-day"]);
    expect(await remindersTo(cast.tore)).toEqual(["reminder-day"]);
    expect(await remindersTo(cast.nina)).toEqual([]);
  });

  it("says when, and lets the silent and the unsure answer at once", async () => {
    await invite(house, cast, id, cast.ola, cast.siri, cast.tore);
    await answer(house, id, cast.siri);
    await answer(house, id, cast.tore, { answer: "maybe" });
    await sendAll(house);
    house.setNow("2026-12-01T12:00:00Z");
    await remind();
    house.setNow("2026-12-07T12:00:00Z");
    await remind();
    const [silent, yes, maybe] = await Promise.all(
      [cast.ola, cast.siri, cast.tore].map(async (person) => (await mailsTo(house, person)).at(-1)),
    );
    expect(silent?.subject).toBe("Kommer du tirsdag 8. desember kl. 13.00? Når noen ikke kommer");
    expect(silent?.textBody).toContain("om sju dager");
    expect(silent?.textBody).toContain("?svar=ja");
    expect(yes?.subject).toBe("I morgon kl. 13.00: Når noen ikke kommer");
    expect(yes?.textBody).toContain("plassen er din");
    expect(yes?.textBody).not.toContain("?svar=ja");
    expect(maybe?.textBody).toContain("Vet du det nå?");
    expect(maybe?.textBody).toContain("?svar=nei");
    for (const mail of [silent, yes, maybe]) expect(mail?.calendarBody).toBeNull();
  });

  it("says that it is today when it comes late, after the process was down", async () => {
    await invite(house, cast, id, cast.ola);
    await answer(house, id, cast.ola);
    await sendAll(house);
    house.setNow("2026-12-08T07:00:00Z");
    await remind();
    expect((await mailsTo(house, cast.ola)).at(-1)?.subject).toBe("I dag kl. 13.00: Når noen ikke kommer");
  });

  it("does not come when the invitation, or the new time, is younger than a day then", async () => {
    house.setNow("2026-11-30T13:00:00Z");
    await invite(house, cast, id, cast.ola);
    house.setNow("2026-12-01T12:00:00Z");
    expect(await remind()).toBe(0);
    house.setNow("2026-12-06T13:00:00Z");
    await answer(house, id, cast.ola);
    await change(house, id, "material", { place: "Rom 5" });
    house.setNow("2026-12-07T12:00:00Z");
    expect(await remind()).toBe(0);
  });

  it("comes anew for a new time, and asks those who answered the old one", async () => {
    await invite(house, cast, id, cast.ola);
    await answer(house, id, cast.ola);
    await sendAll(house);
    house.setNow("2026-11-20T12:00:00Z");
    await change(house, id, "material", { place: "Rom 5" });
    await sendAll(house);
    house.setNow("2026-12-01T12:00:00Z");
    expect(await remind()).toBe(1);
    const mail = (await mailsTo(house, cast.ola)).at(-1);
    expect([mail?.kind, mail?.onceKey]).toEqual(["reminder-silent", `${id}:${cast.ola}:reminder-silent:1`]);
    expect(mail?.textBody).toContain("Du sa ja til forrige tid.");
  });

  it("does not come to whoever turned reminders off, nor about what is cancelled", async () => {
    await invite(house, cast, id, cast.ola, cast.siri);
    await house.store.write((tx) => chooseMail(tx, cast.ola, { hasReminders: false }, house.now()));
    await sendAll(house);
    house.setNow("2026-12-01T12:00:00Z");
    await remind();
    expect(await remindersTo(cast.ola)).toEqual([]);
    expect(await remindersTo(cast.siri)).toEqual(["reminder-silent"]);
    await change(house, id, "cancelled");
    house.setNow("2026-12-07T12:00:00Z");
    expect(await remind()).toBe(0);
  });

  it("is written once when several processes run the clock at the same time", async () => {
    await invite(house, cast, id, cast.ola, cast.siri);
    await sendAll(house);
    house.setNow("2026-12-01T12:00:00Z");
    const written = await Promise.all([remind(), remind(), remind()]);
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(2);
  });

  it("is called back by an answer, and by a new time", async () => {
    await invite(house, cast, id, cast.ola, cast.siri);
    await sendAll(house);
    house.setNow("2026-12-01T12:00:00Z");
    await remind();
    await answer(house, id, cast.ola);
    await change(house, id, "material", { place: "Rom 5" });
    expect(await remindersTo(cast.ola)).toEqual([]);
    expect(await remindersTo(cast.siri)).toEqual([]);
  });

  it("that would come after the beginning is aborted, and says so", async () => {
    await invite(house, cast, id, cast.ola);
    await sendAll(house);
    house.setNow("2026-12-01T12:00:00Z");
    await remind();
    const down = { send: () => Promise.reject(new Error("no")), close: () => undefined };
    await deliverDue(house.store, down, house.now, { random: () => 0.5 });
    house.setNow("2026-12-08T12:00:00Z");
    const result = await deliverDue(house.store, down, house.now);
    expect(result).toEqual({ sent: 0, retrying: 0, failed: 0 });
    const mail = (await mailsTo(house, cast.ola, true)).at(-1);
    expect([mail?.kind, mail?.state, mail?.lastError]).toEqual(["reminder-silent", "aborted", "TOO LATE"]);
  });
});
