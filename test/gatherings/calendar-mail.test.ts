import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changeGathering } from "../../server/gatherings/planning.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { deliverDue } from "../../server/mail/delivery.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invite, mailsTo, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
  await invite(house, cast, id, cast.ola);
});
afterEach(() => house.close());

const newest = async () => {
  const mail = (await mailsTo(house, cast.ola)).at(-1);
  return { ...mail, lines: (mail?.calendarBody ?? "").replace(/\r\n[ \t]/g, "").split("\r\n") };
};
const value = (lines: string[], name: string) => lines.find((line) => line.startsWith(name));

/** Saves the gathering as an adviser does. */
async function edit(facts: Partial<typeof gatherings.$inferSelect>) {
  await house.store.write(async (tx) => {
    const [row] = await tx.select().from(gatherings);
    if (!row) throw new Error("none");
    const given = { gatheringId: id, version: row.version, facts: { ...row, ...facts }, byId: cast.kari };
    const result = await changeGathering(tx, house.mailer, given, house.now());
    if (!result.ok) throw new Error(result.reason);
  });
}

describe("a no after a yes", () => {
  it("tells the calendar: same event and version, later stamp, declined, free time, no reply asked", async () => {
    await sendAll(house);
    await answer(house, id, cast.ola);
    const yes = await newest();
    await sendAll(house);
    house.setNow("2026-11-03T10:00:00Z");
    await answer(house, id, cast.ola, { answer: "no" });
    const no = await newest();
    expect(value(yes.lines, "ATTENDEE")).toContain("PARTSTAT=ACCEPTED;RSVP=FALSE");
    expect(value(no.lines, "ATTENDEE")).toContain("PARTSTAT=DECLINED;RSVP=FALSE");
    expect(value(no.lines, "METHOD")).toBe("METHOD:REQUEST");
    expect(value(no.lines, "UID")).toBe(value(yes.lines, "UID"));
    expect(value(no.lines, "SEQUENCE")).toBe(value(yes.lines, "SEQUENCE"));
    expect(value(no.lines, "DTSTAMP")).toBe("DTSTAMP:20261103T100000Z");
    expect(value(yes.lines, "TRANSP")).toBe("TRANSP:OPAQUE");
    expect(value(no.lines, "TRANSP")).toBe("TRANSP:TRANSPARENT");
    expect(no.textBody).toContain("blir den nå merket som avslått der");
    house.setNow("2026-11-04T10:00:00Z");
    await answer(house, id, cast.ola);
    expect(value((await newest()).lines, "ATTENDEE")).toContain("PARTSTAT=ACCEPTED");
  });
});

describe("a mail about another time or place", () => {
  it("says from what to what", async () => {
    await sendAll(house);
    await edit({ localDate: "2026-12-09", place: "Rom 5" });
    const { textBody } = await newest();
    expect(textBody).toContain(
      "Flyttet fra tirsdag 8. desember 2026 kl. 13.00–15.00 til onsdag 9. desember 2026 kl. 13.00–15.00.",
    );
    expect(textBody).toContain("Nytt sted: Rom 5. Før sto det Møterom 3, Storgata 1.");
  });

  it("says what people were told last, however many edits went out as one mail", async () => {
    await sendAll(house);
    await edit({ localDate: "2026-12-09" });
    await edit({ localDate: "2026-12-10" });
    await edit({ intro: "Også dette." });
    expect(await mailsTo(house, cast.ola)).toHaveLength(2);
    expect((await newest()).textBody).toContain(
      "Flyttet fra tirsdag 8. desember 2026 kl. 13.00–15.00 til torsdag 10. desember 2026 kl. 13.00–15.00.",
    );
    await sendAll(house);
    house.setNow("2026-11-03T10:00:00Z");
    await edit({ localDate: "2026-12-11" });
    expect((await newest()).textBody).toContain("Flyttet fra torsdag 10. desember");
    await edit({ localDate: "2026-12-10" });
    expect((await newest()).textBody).not.toContain("Flyttet");
  });
});

describe("a mail that would come too late", () => {
  it("is aborted when the gathering has begun; a cancellation only when it would be over", async () => {
    house.setNow("2026-12-08T12:00:00Z");
    const office = { sent: 0, send: async () => void office.sent++, close: () => undefined };
    await deliverDue(house.store, office, house.now);
    expect(office.sent).toBe(0);
    const [mail] = await mailsTo(house, cast.ola, true);
    expect(mail).toMatchObject({ kind: "invitation", state: "aborted", lastError: "TOO LATE" });
    house.setNow("2026-12-08T11:59:00Z");
    const other = await addGathering(house, cast, { title: "En til" });
    await invite(house, cast, other, cast.siri);
    await sendAll(house);
    await change(house, other, "cancelled");
    house.setNow("2026-12-08T12:30:00Z");
    expect((await deliverDue(house.store, office, house.now)).sent).toBe(1);
  });
});
