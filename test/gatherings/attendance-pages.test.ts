import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attendanceOf } from "../../server/gatherings/queries.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, invite } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast, { link: "https://mote.example.no/x" });
  await invite(house, cast, id, cast.ola, cast.siri);
  await answer(house, id, cast.ola, { mode: "digital" });
});
afterEach(() => house.close());

describe("the attendance list", () => {
  it("waits for the start, is filled in from the answers, and is saved whole", async () => {
    const kari = await browserOf(house, cast.kari);
    const path = `/samlinger/${id}/oppmote`;
    expect((await kari.get(path)).body).toContain("fra en time før samlingen");
    expect((await kari.post(path, { [`status-${cast.ola}`]: "present" })).statusCode).toBe(422);
    house.setNow("2026-12-08T12:05:00Z");
    const page = (await kari.get(path)).body;
    const radio = (personId: string, value: string) =>
      new RegExp(`name="status-${personId}" value="${value}"[^>]*checked`);
    expect(page).toMatch(radio(cast.ola, "digital"));
    expect(page).toMatch(radio(cast.siri, "absent"));
    expect(page).not.toMatch(new RegExp(`name="status-${cast.nina}"[^>]*checked`));
    const tapped = {
      [`status-${cast.ola}`]: "part",
      [`status-${cast.siri}`]: "excused",
      [`status-${cast.nina}`]: "present",
      [`status-${cast.strangeMentor}`]: "present",
    };
    expect((await kari.post(path, { ...tapped, handling: "lagre" })).statusCode).toBe(303);
    const recorded = await attendanceOf(house.store.read, id);
    expect(recorded).toEqual(
      new Map([
        [cast.ola, "part"],
        [cast.siri, "excused"],
        [cast.nina, "present"],
      ]),
    );
  });

  it("closes once there is someone on it, and can be corrected afterwards", async () => {
    const kari = await browserOf(house, cast.kari);
    const path = `/samlinger/${id}/oppmote`;
    house.setNow("2026-12-08T14:05:00Z");
    const empty = await kari.post(path, { handling: "avslutt" });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain("Før opp minst én");
    await kari.post(path, { [`status-${cast.ola}`]: "present", handling: "avslutt" });
    await kari.post(path, { [`status-${cast.ola}`]: "tull", [`status-${cast.siri}`]: "present" });
    const [row] = await house.store.read.select().from(gatherings).where(eq(gatherings.id, id));
    expect(row?.closedAt?.toString()).toBe("2026-12-08T14:05:00Z");
    expect([...(await attendanceOf(house.store.read, id))]).toEqual([[cast.siri, "present"]]);
    expect((await kari.get(path)).body).toContain("Samlingen er avsluttet");
    expect((await (await browserOf(house, cast.siri)).get("/samlinger")).body).toContain("Du var der");
  });
});
