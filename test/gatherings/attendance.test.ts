import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type AttendanceEntry,
  closeGathering,
  likelyStatus,
  recordAttendance,
} from "../../server/gatherings/attendance.ts";
import { attendanceOf, lastSeenIn } from "../../server/gatherings/queries.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
  house.setNow("2026-12-08T12:00:00Z");
});
afterEach(() => house.close());

const record = (...entries: AttendanceEntry[]) =>
  house.store.write((tx) => recordAttendance(tx, { gatheringId: id, entries, byId: cast.kari }, house.now()));
const close = () => house.store.write((tx) => closeGathering(tx, id, house.now()));

describe("attendance", () => {
  it("is guessed from the answers", () => {
    expect(likelyStatus({ answer: "yes", mode: "room" })).toBe("present");
    expect(likelyStatus({ answer: "yes", mode: "digital" })).toBe("digital");
    expect(likelyStatus({ answer: "no", mode: "room" })).toBe("excused");
    expect(likelyStatus({ answer: "maybe", mode: "room" })).toBe("absent");
    expect(likelyStatus({ answer: null, mode: null })).toBe("absent");
  });

  it("replaces the list before it", async () => {
    await record({ personId: cast.ola, status: "present" }, { personId: cast.siri, status: "absent" });
    await record({ personId: cast.siri, status: "part" });
    expect([...(await attendanceOf(house.store.read, id))]).toEqual([[cast.siri, "part"]]);
    expect([...(await lastSeenIn(house.store.read, cast.network))]).toEqual([[cast.siri, "2026-12-08"]]);
  });

  it("cannot be recorded before the doors open, an hour ahead, for a cancelled one, or for nobody", async () => {
    expect(await record()).toEqual({ ok: false, reason: "no-attendance" });
    house.setNow("2026-12-08T10:59:00Z");
    expect(await record({ personId: cast.ola, status: "present" })).toEqual({ ok: false, reason: "early" });
    house.setNow("2026-12-08T12:00:00Z");
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ cancelledAt: house.now() }).where(eq(gatherings.id, id));
    });
    expect(await record({ personId: cast.ola, status: "present" })).toEqual({
      ok: false,
      reason: "cancelled",
    });
  });

  it("must be there before closing; closing twice keeps the first time", async () => {
    expect(await close()).toEqual({ ok: false, reason: "no-attendance" });
    await record({ personId: cast.ola, status: "present" });
    await close();
    house.setNow("2026-12-09T12:00:00Z");
    await close();
    const [row] = await house.store.read.select().from(gatherings).where(eq(gatherings.id, id));
    expect(row?.closedAt?.toString()).toBe("2026-12-08T12:00:00Z");
  });
});
