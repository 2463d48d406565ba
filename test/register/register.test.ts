import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { employerContactsOf } from "../../server/networks/queries.ts";
import { agreements, counsellorLinks, employerContacts, memberships } from "../../server/networks/tables.ts";
import { purgeConsents } from "../../server/people/change.ts";
import { indexMissing } from "../../server/people/search.ts";
import {
  askAgainConsents,
  auditLog,
  personRoles,
  persons,
  personWords,
  sessions,
  unitLeaders,
  units,
  workplaces,
} from "../../server/people/tables.ts";
import { mergeWorkplaces } from "../../server/register/merge.ts";
import { peoplePage } from "../../server/register/queries.ts";
import { newId, sortKey } from "../../server/store/columns.ts";
import { shapes } from "../../server/store/shape.ts";
import { addCast, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const anyone = {
  search: "",
  role: null,
  status: null,
  networkId: null,
  unitId: null,
  trade: null,
  mayBeAsked: false,
};
const amir = () => ({ id: cast.amir, name: "", language: "nb" as const, roles: ["administrator" as const] });
const found = async (search: string) =>
  (
    await peoplePage(
      house.store.read,
      amir(),
      { ...anyone, search },
      { after: null, size: 50, today: "2026-11-02" },
    )
  ).map((row) => row.name);

describe("finding someone", () => {
  it("by the beginning or the inside of any word, by workplace and by address, æøå and capitals folded", async () => {
    expect(await found("AASHEIM")).toEqual(["Siri Åsheim"]);
    expect(await found("shei")).toEqual(["Siri Åsheim"]);
    expect(await found("sir åsh")).toEqual(["Siri Åsheim"]);
    expect(await found("bakeri")).toEqual(["Ola Brekke", "Siri Åsheim"]);
    expect(await found("ola bakeri")).toEqual(["Ola Brekke"]);
    expect(await found("ola@demo")).toEqual(["Ola Brekke"]);
    expect(await found("ola siri")).toEqual([]);
    expect(await found("%")).toHaveLength(10);
  });

  it("follows a name that changes, and knows those who were there before there was a search", async () => {
    await house.store.write((tx) => tx.delete(personWords).where(eq(personWords.personId, cast.ola)));
    expect(await found("brekke")).toEqual([]);
    expect(await indexMissing(house.store)).toBe(1);
    expect(await found("brekke")).toEqual(["Ola Brekke"]);
    const browser = await browserOf(house, cast.amir);
    const form = { navn: "Ola Ødegård", epost: "ola@demo.example", sprak: "nb", arbeidsplass: "åsen bakeri" };
    expect((await browser.post(`/personer/${cast.ola}/endre`, form)).statusCode).toBe(303);
    expect([await found("brekke"), await found("ødegaard")]).toEqual([[], ["Ola Ødegård"]]);
  });

  it("is narrowed by role, status, network, unit and trade, and costs the same however many there are", async () => {
    const browser = await browserOf(house, cast.amir);
    const names = async (query: string) => {
      const { body } = await browser.get(`/personer?${query}`);
      return ["Kari Nordli", "Ola Brekke", "Nina Dahl", "Gro Fremmed"].filter((name) => body.includes(name));
    };
    expect(await names("rolle=adviser")).toEqual(["Kari Nordli", "Gro Fremmed"]);
    expect(await names(`rolle=adviser&nettverk=${cast.network}`)).toEqual(["Kari Nordli"]);
    expect(await names(`enhet=${cast.office}`)).toEqual(["Nina Dahl"]);
    expect(await names("bransje=bakeri")).toEqual(["Ola Brekke"]);
    expect(await names("status=finished")).toEqual([]);
    expect(await names("rolle=keiser&status=tull")).toHaveLength(4);
    const count = async () => {
      house.statements.length = 0;
      await browser.get("/personer?sok=mentor");
      return house.statements.filter((s) => !s.includes("audit_log")).length;
    };
    await house.store.write((tx) => addPerson(tx, { name: "M Mentor", roles: ["mentor"] }));
    await count();
    const few = await count();
    await house.store.write(async (tx) => {
      for (let i = 0; i < 120; i++) await addPerson(tx, { name: `M${i} Mentor ${i}`, roles: ["mentor"] });
    });
    await count();
    expect(await count()).toBe(few);
    expect((await browser.get("/personer?sok=mentor")).body).toContain("etter=");
  });

  it("an adviser finds those of their own networks only, and can change mentors only", async () => {
    const browser = await browserOf(house, cast.kari);
    const { body } = await browser.get("/personer");
    expect([body.includes("Ola Brekke"), body.includes("Ukjent Utenfor")]).toEqual([true, false]);
    expect((await browser.get(`/personer/${cast.strangeMentor}`)).statusCode).toBe(404);
    expect((await browser.get(`/personer/${cast.tore}`)).statusCode).toBe(200);
    const form = { navn: "Ond", epost: "ond@ond.example", sprak: "nb" };
    expect((await browser.post(`/personer/${cast.tore}/endre`, form)).statusCode).toBe(404);
    expect((await browser.post(`/personer/${cast.ola}/endre`, { ...form, navn: "" })).statusCode).toBe(422);
    expect((await browser.get("/personer/liste.csv")).body).not.toContain("Ukjent");
  });
});

describe("a person changing", () => {
  it("with a new address is signed out everywhere; an address somebody has is refused and nothing typed is lost", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.get("/samlinger");
    const browser = await browserOf(house, cast.amir);
    const taken = await browser.post(`/personer/${cast.ola}/endre`, {
      navn: "Ola B",
      epost: "siri@demo.example",
      sprak: "nb",
    });
    expect([taken.statusCode, taken.body.includes('value="Ola B"')]).toEqual([422, true]);
    await browser.post(`/personer/${cast.ola}/endre`, {
      navn: "Ola B",
      epost: "ola.ny@demo.example",
      sprak: "nb",
    });
    expect(await house.store.read.select().from(sessions).where(eq(sessions.personId, cast.ola))).toEqual([]);
    const noted = await house.store.read
      .select({ event: auditLog.event, by: auditLog.byId })
      .from(auditLog)
      .where(and(eq(auditLog.personId, cast.ola), eq(auditLog.event, "person-changed")));
    expect(noted).toEqual([{ event: "person-changed", by: cast.amir }]);
  });

  it("status has dates; a leader cannot leave before somebody leads, and the last administrator not at all", async () => {
    const browser = await browserOf(house, cast.amir);
    const left = { status: "left", fra: "2026-11-01" };
    expect((await browser.post(`/personer/${cast.leif}/status`, left)).body).toContain("leder en enhet");
    expect((await browser.post(`/personer/${cast.amir}/status`, left)).body).toContain(
      "eneste administratoren",
    );
    expect((await browser.post(`/personer/${cast.amir}/roller`, { roller: "mentor" })).statusCode).toBe(422);
    expect(
      (await browser.post(`/personer/${cast.ola}/status`, { status: "finished", fra: "1.10.2026" }))
        .statusCode,
    ).toBe(303);
    expect((await browser.get(`/personer/${cast.ola}`)).body).toContain("Ferdig som mentor");
    await browser.post(`/personer/${cast.ola}/roller`, { roller: ["mentor", "leader"] });
    const roles = await house.store.read.select().from(personRoles).where(eq(personRoles.personId, cast.ola));
    expect(roles.map((row) => row.role).sort()).toEqual(["leader", "mentor"]);
  });

  it("may be asked again for three years, from the mentor or the adviser, and takes it back", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.post("/min-side/spor-meg-igjen", { svar: "ja" });
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get("/personer?igjen=ja")).body).toContain("Ingen samlinger ennå");
    await house.store.write((tx) => purgeConsents(tx, house.now().add({ hours: 24 * 1000 })));
    expect(await house.store.read.select().from(askAgainConsents)).toHaveLength(1);
    await house.store.write((tx) => purgeConsents(tx, house.now().add({ hours: 24 * 1100 })));
    expect(await house.store.read.select().from(askAgainConsents)).toEqual([]);
    await kari.post(`/personer/${cast.ola}/spor-igjen`, { svar: "ja" });
    await ola.post("/min-side/spor-meg-igjen", { svar: "nei" });
    expect((await kari.get("/personer?igjen=ja")).body).not.toContain("Ola Brekke");
    expect((await kari.post(`/personer/${cast.nina}/spor-igjen`, { svar: "ja" })).statusCode).toBe(422);
  });

  it("a mentor is linked to a counsellor of the same network, and to nobody else", async () => {
    const kari = await browserOf(house, cast.kari);
    const link = (networkId: string, id: string) =>
      kari.post(`/personer/${cast.ola}/veileder`, { veileder: `${networkId}.${id}` });
    expect((await link(cast.network, cast.nina)).statusCode).toBe(303);
    expect((await link(cast.network, cast.tore)).statusCode).toBe(422);
    expect((await link(cast.otherNetwork, cast.nina)).statusCode).toBe(422);
    expect((await kari.get(`/personer/${cast.nina}`)).body).toContain("Ola Brekke");
    await kari.post(`/personer/${cast.ola}/veileder/slutt`, { veileder: `${cast.network}.${cast.nina}` });
    expect(await house.store.read.select().from(counsellorLinks)).toEqual([]);
  });

  it("enters a network of the adviser's own as a mentor, and leaves it with a date", async () => {
    const kari = await browserOf(house, cast.kari);
    expect(
      (await kari.post(`/personer/${cast.ola}/nettverk`, { nettverk: cast.otherNetwork, som: "mentor" }))
        .statusCode,
    ).toBe(422);
    expect(
      (await kari.post(`/personer/${cast.ola}/nettverk`, { nettverk: cast.network, som: "adviser" }))
        .statusCode,
    ).toBe(422);
    await kari.post(`/personer/${cast.ola}/nettverk/slutt`, { nettverk: cast.network });
    const [row] = await house.store.read.select().from(memberships).where(eq(memberships.personId, cast.ola));
    expect(row?.until).toBe("2026-11-02");
    house.setNow("2026-11-05T09:00:00Z");
    await kari.post(`/personer/${cast.ola}/nettverk/slutt`, { nettverk: cast.network });
    const again = await house.store.read.select().from(memberships).where(eq(memberships.personId, cast.ola));
    expect(again[0]?.until).toBe("2026-11-02"); // a second press moves no date
    expect((await kari.get(`/personer/${cast.ola}`)).statusCode).toBe(200);
  });
});

describe("units", () => {
  it("a county is entered in two pastes; names that are there stay", async () => {
    const browser = await browserOf(house, cast.amir);
    await browser.post("/enheter", { slag: "region", navn: "Nav Nyfylket" });
    const [region] = await house.store.read
      .select()
      .from(units)
      .where(eq(units.sortKey, sortKey("Nav Nyfylket")));
    const offices = Array.from({ length: 40 }, (_, i) => `Nav Kontor ${i}`);
    await browser.post("/enheter", {
      slag: "office",
      under: region?.id as string,
      navn: `${offices.join("\n")}\n\nNav Kontor 3`,
    });
    const below = await house.store.read
      .select()
      .from(units)
      .where(eq(units.parentId, region?.id as string));
    expect(below).toHaveLength(40);
    expect((await browser.post("/enheter", { slag: "office", navn: "Nav Løs" })).statusCode).toBe(422);
    expect(
      (await browser.post("/enheter", { slag: "office", under: cast.office, navn: "Nav Løs" })).statusCode,
    ).toBe(422);
  });

  it("a leader sees the office they lead, a regional leader those below, neither any other", async () => {
    const leif = await browserOf(house, cast.leif);
    expect((await leif.get("/enheter")).body).toContain("Nav Prøvebyen");
    expect((await leif.get("/enheter")).body).not.toContain("Nav Annetsteds");
    expect((await leif.get(`/enheter/${cast.office}`)).statusCode).toBe(200);
    expect((await leif.get(`/enheter/${cast.centre}`)).statusCode).toBe(404);
    const randi = await browserOf(house, cast.randi);
    expect((await randi.get("/enheter")).body).toContain("Nav Annetsteds");
  });

  it("change leader without a gap: the one before steps aside, a deputy takes over, and both are told what waits", async () => {
    const browser = await browserOf(house, cast.amir);
    await browser.post(`/enheter/${cast.office}/ledere`, { person: cast.nina, som: "stedfortreder" });
    await browser.post(`/enheter/${cast.office}/ledere/slutt`, { person: cast.leif });
    const leaders = () =>
      house.store.read.select().from(unitLeaders).where(eq(unitLeaders.unitId, cast.office));
    expect(await leaders()).toEqual([{ unitId: cast.office, personId: cast.nina, isDeputy: false }]);
    await browser.post(`/enheter/${cast.office}/ledere`, { person: cast.leif, som: "leder" });
    expect((await leaders()).map((row) => [row.personId, row.isDeputy])).toEqual([[cast.leif, false]]);
    expect(
      (await browser.post(`/enheter/${cast.office}/ledere`, { person: cast.ola, som: "leder" })).statusCode,
    ).toBe(422);
  });
});

describe("workplaces", () => {
  it("that are one are merged, with everything that refers to them in any table", async () => {
    const other = newId();
    await house.store.write(async (tx) => {
      const facts = { trade: "bakeri", size: "small" as const, municipality: "Prøvebyen" };
      await tx
        .insert(workplaces)
        .values({ id: other, name: "Aasen bakeri AS", sortKey: sortKey("Aasen bakeri AS"), ...facts });
      await tx.update(persons).set({ workplaceId: other }).where(eq(persons.id, cast.siri));
      const agreed = { workplaceId: other, takesPart: false, since: "2026-02-01" };
      await tx.insert(agreements).values([
        { id: newId(), networkId: cast.network, ...agreed },
        { id: newId(), networkId: cast.otherNetwork, ...agreed },
      ]);
    });
    const browser = await browserOf(house, cast.kari);
    const form = { navn: "Eva Eier", epost: "eva@bakeri.example", sprak: "nb", arbeidsplass: other };
    expect((await browser.post(`/nettverk/${cast.network}/kontakter`, form)).statusCode).toBe(303);
    expect(await employerContactsOf(house.store.read, cast.otherNetwork)).toEqual([]);
    const amirs = await browserOf(house, cast.amir);
    const merged = await amirs.post(`/virksomheter/${other}/sammen`, { inn: "åsen bakeri" });
    expect(merged.headers.location).toBe(`/virksomheter/${cast.workplace}`);
    for (const { name, table, columns } of shapes().values()) {
      const workplace = columns.find((column) => column.name === "workplaceId");
      if (!workplace) continue;
      const rows = await house.store.read.select().from(table).where(eq(workplace.column, other));
      expect([name, rows]).toEqual([name, []]);
    }
    const kept = await house.store.read.select().from(agreements);
    expect(kept.map((row) => [row.networkId, row.takesPart]).sort()).toEqual(
      [
        [cast.network, true],
        [cast.otherNetwork, false],
      ].sort(),
    );
    const [contact] = await house.store.read.select().from(employerContacts);
    expect(contact?.workplaceId).toBe(cast.workplace);
    expect(
      (await amirs.post(`/virksomheter/${cast.workplace}/sammen`, { inn: "Åsen Bakeri" })).statusCode,
    ).toBe(422);
  });

  it("merged twice at once are merged once", async () => {
    const other = newId();
    await house.store.write((tx) =>
      tx
        .insert(workplaces)
        .values({ id: other, name: "To", sortKey: "to", trade: "x", size: "small", municipality: "y" }),
    );
    const merge = () =>
      house.store.write((tx) => mergeWorkplaces(tx, { fromId: other, intoId: cast.workplace }));
    const results = await Promise.all([merge(), merge()]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  });
});
