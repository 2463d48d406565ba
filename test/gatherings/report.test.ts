import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeGathering, recordAttendance } from "../../server/gatherings/attendance.ts";
import {
  halfYearsOf,
  liveFrom,
  storeDueHalfYears,
  storeHalfYear,
} from "../../server/gatherings/half-year.ts";
import { everyHeldIn, heldIn, reportOf } from "../../server/gatherings/report.ts";
import { attendance, gatherings, halfYears } from "../../server/gatherings/tables.ts";
import { csvCell, csvLine } from "../../server/web/csv.ts";
import { halfYearOf, halfYearsBack, nextHalfYear, spanOf } from "../../server/web/half-year.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addHeld, addMany } from "./large.ts";
import { addGathering, answer, invite } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** A gathering of 8 December that all were invited to, Ola answered, and three came. */
async function heldOne(change: Partial<typeof gatherings.$inferInsert> = {}) {
  const id = await addGathering(house, cast, change);
  await invite(house, cast, id, cast.ola, cast.siri, cast.nina);
  await answer(house, id, cast.ola);
  house.setNow("2026-12-08T14:30:00Z");
  const entries = [
    { personId: cast.ola, status: "present" as const },
    { personId: cast.siri, status: "digital" as const },
    { personId: cast.nina, status: "part" as const },
    { personId: cast.tore, status: "absent" as const },
  ];
  const given = { gatheringId: id, entries, byId: cast.kari };
  await house.store.write(async (tx) => {
    await recordAttendance(tx, given, house.now());
    await closeGathering(tx, id, house.now());
  });
  return id;
}
const stored = () => house.store.read.select().from(halfYears);

describe("half-years", () => {
  it("begin in January and July", () => {
    expect(["2026-06-30", "2026-07-01"].map(halfYearOf)).toEqual(["2026-1", "2026-2"]);
    expect(spanOf("2026-2")).toEqual({ from: "2026-07-01", to: "2026-12-31" });
    expect(["2026-1", "2026-2"].map(nextHalfYear)).toEqual(["2026-2", "2027-1"]);
    expect([0, 1, 2, 3].map((n) => halfYearsBack("2026-1", n))).toEqual([
      "2026-1",
      "2025-2",
      "2025-1",
      "2024-2",
    ]);
    house.setNow("2026-11-25T09:00:00Z");
    expect(liveFrom(house.now())).toBe("2025-01-01");
    house.setNow("2027-01-01T09:00:00Z");
    expect(liveFrom(house.now())).toBe("2025-01-01");
    house.setNow("2027-01-02T09:00:00Z");
    expect(liveFrom(house.now())).toBe("2025-07-01");
  });

  it("are stored when a gathering closes: counts, and each person once", async () => {
    await heldOne();
    expect(await stored()).toMatchObject([
      {
        ...{ networkId: cast.network, half: "2026-2", gatherings: 1, exchanges: 0, invited: 3, answered: 1 },
        ...{ listed: 4, attended: 3, mentors: 2, workplaces: 1, officeStaff: 1, centreStaff: 0 },
        ...{ trades: { bakeri: 1 }, professionalMinutes: 45, dialogueMinutes: 40 },
      },
    ]);
  });

  it("follow a list that is corrected after closing", async () => {
    const id = await heldOne();
    const entries = [{ personId: cast.ola, status: "present" as const }];
    const given = { gatheringId: id, entries, byId: cast.kari };
    await house.store.write((tx) => recordAttendance(tx, given, house.now()));
    expect(await stored()).toMatchObject([{ attended: 1, mentors: 1, officeStaff: 0 }]);
  });

  it("count a meeting of counsellors alone apart", async () => {
    await heldOne({ audience: "counsellors" });
    expect(await stored()).toMatchObject([{ gatherings: 0, exchanges: 1, attended: 0, mentors: 0 }]);
  });

  it("are counted by the clock when they are over, once, also those nobody closed", async () => {
    const id = await heldOne();
    await house.store.write(async (tx) => {
      await tx.delete(halfYears);
      await tx.update(gatherings).set({ closedAt: null }).where(eq(gatherings.id, id));
    });
    expect(await storeDueHalfYears(house.store, house.now())).toBe(0);
    house.setNow("2027-01-01T09:00:00Z");
    expect(await storeDueHalfYears(house.store, house.now())).toBe(1);
    expect(await storeDueHalfYears(house.store, house.now())).toBe(0);
    expect(await stored()).toMatchObject([{ half: "2026-2", attended: 3, countedOn: "2027-01-01" }]);
  });

  it("that nobody counted in time are counted late, for their attendance is still there", async () => {
    await heldOne();
    await house.store.write(async (tx) => {
      await tx.delete(halfYears);
    });
    house.setNow("2029-03-01T09:00:00Z");
    expect(await storeDueHalfYears(house.store, house.now())).toBe(1);
    expect(await stored()).toMatchObject([{ half: "2026-2", attended: 3, countedOn: "2029-03-01" }]);
  });

  it("stand when attendance is erased, and the report reads them", async () => {
    await heldOne();
    house.setNow("2027-01-01T09:00:00Z");
    await storeDueHalfYears(house.store, house.now());
    house.setNow("2029-03-01T09:00:00Z");
    await house.store.write(async (tx) => {
      await tx.delete(attendance);
    });
    await house.store.write((tx) => storeHalfYear(tx, cast.network, "2026-2", house.now()));
    await storeDueHalfYears(house.store, house.now());
    const period = { from: "2026-01-01", to: "2029-03-01" };
    expect(await halfYearsOf(house.store.read, cast.network, period)).toMatchObject([{ attended: 3 }]);
    const report = await reportOf(house.store.read, cast.network, period, house.now());
    expect(report.live).toMatchObject({ from: "2027-07-01", figures: { attended: 0 } });
    expect(report.older).toMatchObject([{ half: "2026-2", attended: 3, mentors: 2 }]);
    const kari = await browserOf(house, cast.kari);
    const { body } = await kari.get(`/nettverk/${cast.network}/rapport?fra=2026-01-01&til=2029-03-01`);
    expect(body).toContain("Andre halvår 2026");
    const csv = await kari.get(`/nettverk/${cast.network}/rapport.csv?fra=2026-01-01&til=2029-03-01`);
    expect(csv.body).toContain("Andre halvår 2026;Oppmøter til sammen;3\r\n");
  });
});

describe("the report", () => {
  it("prints the figures and the gatherings, and says what is wrong with a period", async () => {
    await heldOne({ title: "Åpen dag" });
    const kari = await browserOf(house, cast.kari);
    const { body } = await kari.get(`/nettverk/${cast.network}/rapport`);
    for (const words of ["Åpen dag", "3 av 4", "bakeri", "Ansatte i Nav, lokale kontorer"]) {
      expect(body).toContain(words);
    }
    const wrong = await kari.get(`/nettverk/${cast.network}/rapport?fra=2026-12-31&til=2026-01-01`);
    expect([wrong.statusCode, wrong.body.includes('value="2026-12-31"')]).toEqual([422, true]);
    expect((await kari.get(`/nettverk/${cast.network}/rapport?fra=i+fjor&til=x`)).statusCode).toBe(422);
  });

  it("is for the network's advisers, those above it and administrators", async () => {
    for (const file of ["rapport", "rapport.csv", "samlinger.csv"]) {
      const path = `/nettverk/${cast.network}/${file}`;
      for (const [person, status] of [
        [cast.kari, 200],
        [cast.leif, 200],
        [cast.randi, 200],
        [cast.amir, 200],
        [cast.ola, 403],
        [cast.nina, 403],
        [cast.strangeAdviser, 404],
      ] as const) {
        expect([path, (await (await browserOf(house, person)).get(path)).statusCode]).toEqual([path, status]);
      }
    }
  });

  it("opens in a spreadsheet: a mark, semicolons, æøå, and no formula", async () => {
    await heldOne({ title: '=HYPERLINK("http://ond.example";"Åpne")' });
    const kari = await browserOf(house, cast.kari);
    const csv = await kari.get(`/nettverk/${cast.network}/samlinger.csv`);
    expect([...csv.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.headers["content-type"]).toContain("charset=utf-8");
    expect(csv.headers["content-disposition"]).toContain(".csv");
    expect(csv.body).toContain(
      '2026-12-08;"\'=HYPERLINK(""http://ond.example"";""Åpne"")";;Hele nettverket;3;1;4;3\r\n',
    );
  });
});

describe("a cell", () => {
  it("never begins a formula, whatever hides it, and numbers stay numbers", () => {
    for (const start of ["=", "+", "-", "@", "\t=", "\r=", " =", "\u00a0=", "＝", "|", "%"]) {
      expect(csvCell(`${start}1+1`).replace(/^"/, "")).toMatch(/^'/);
    }
    expect(csvCell(-3)).toBe("-3");
    expect(csvCell(11.4)).toBe("11,4");
    expect(csvCell(null)).toBe("");
    expect(csvLine(["a;b", 'sa "ja"', "linje\nto", "Å"])).toBe('"a;b";"sa ""ja""";"linje\nto";Å\r\n');
  });
});

describe("a large network", () => {
  it("has its 500 gatherings read a page at a time: as many statements and rows last as first", async () => {
    const people = await addMany(house, cast, 40);
    await addHeld(house, cast, 500, people.slice(0, 12));
    const period = { from: "2025-01-01", to: "2026-12-31" };
    const pages: { rows: number; statements: number }[] = [];
    const seen: string[] = [];
    for (let after: Parameters<typeof heldIn>[3]["after"] = null; ; ) {
      house.statements.length = 0;
      const rows: Awaited<ReturnType<typeof heldIn>> = await heldIn(
        house.store.read,
        cast.network,
        period,
        { after, size: 50 },
        house.now(),
      );
      pages.push({ rows: rows.length, statements: house.statements.length });
      seen.push(...rows.map(({ title }) => title));
      const last = rows.at(-1);
      if (!last || rows.length < 50 || seen.length >= 500) break;
      after = { startsAt: last.startsAt, id: last.id };
    }
    expect(seen).toEqual(Array.from({ length: 500 }, (_, i) => `Samling ${i + 1}`));
    expect(pages).toEqual(Array(10).fill({ rows: 50, statements: 3 }));
  });

  it("streams: the first gatherings come before the last are read, and every line is there", async () => {
    await addHeld(house, cast, 500, [cast.ola]);
    const period = { from: "2025-01-01", to: "2026-12-31" };
    house.statements.length = 0;
    const lines = everyHeldIn(house.store.read, cast.network, period, house.now());
    await lines.next();
    const forTheFirst = house.statements.length;
    let n = 1;
    for await (const _ of lines) n++;
    expect([n, forTheFirst]).toEqual([500, 3]);
    expect(house.statements.length).toBeGreaterThan(forTheFirst);
    const kari = await browserOf(house, cast.kari);
    const csv = await kari.get(`/nettverk/${cast.network}/samlinger.csv?fra=2025-01-01&til=2026-12-31`);
    expect(csv.body.trim().split("\r\n")).toHaveLength(501);
  });

  it("takes as many statements for its report with 500 gatherings as with one", async () => {
    const kari = await browserOf(house, cast.kari);
    const path = `/nettverk/${cast.network}/rapport?fra=2025-01-01&til=2026-12-31`;
    const statementsFor = async () => {
      await kari.get(path); // once more, since a session says when it was last used
      house.statements.length = 0;
      expect((await kari.get(path)).statusCode).toBe(200);
      return house.statements.length;
    };
    await addHeld(house, cast, 1, [cast.ola]);
    const before = await statementsFor();
    house.setNow("2026-11-03T09:00:00Z");
    await addHeld(house, cast, 499, [cast.ola]);
    expect(await statementsFor()).toBe(before);
  });
});
