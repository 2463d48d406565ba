import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberships } from "../../server/networks/tables.ts";
import { auditLog, persons, personWords } from "../../server/people/tables.ts";
import { addCast, addMember, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { idOf, paste, settled } from "../register/files.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const facts = { navn: "Et Annet Navn", sprak: "en", rolle: "mentor", stilling: "Sjef" };
const of = async (personId: string, networkId: string) =>
  (
    await house.store.read
      .select({ role: memberships.role, until: memberships.until })
      .from(memberships)
      .where(and(eq(memberships.personId, personId), eq(memberships.networkId, networkId)))
  ).map(({ role, until }) => [role, until]);
const emailOf = async (id: string) =>
  (await house.store.read.select().from(persons).where(eq(persons.id, id)))[0]?.email ?? "";
const add = async (by: string, networkId: string, form: Record<string, string>) =>
  (await browserOf(house, by)).post(`/nettverk/${networkId}/medlemmer`, { ...facts, ...form });
const noticeOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers["set-cookie"]);

describe("adding someone who is here already", () => {
  it("is asked about, with what was typed kept, and done when the adviser says so; nothing of them changes", async () => {
    await house.store.write((tx) => addMember(tx, cast.otherNetwork, cast.kari, "adviser"));
    const form = { epost: "OLA@demo.example" };
    const asked = await add(cast.kari, cast.otherNetwork, form);
    expect(asked.statusCode).toBe(422);
    expect(plain(asked.body)).toMatch(
      /Ola Brekke finnes fra før, i .*Vil du legge til personen i .* Mentor\?/,
    );
    expect(asked.body).toContain('name="navn" value="Et Annet Navn"');
    expect(asked.body).toContain(`name="kjent" value="${cast.ola}"`);
    expect(await of(cast.ola, cast.otherNetwork)).toEqual([]);
    // saying yes to one is no yes to another
    const wrong = await add(cast.kari, cast.otherNetwork, { ...form, kjent: cast.siri });
    expect(wrong.statusCode).toBe(422);
    const done = await add(cast.kari, cast.otherNetwork, { ...form, kjent: cast.ola });
    expect(done.statusCode).toBe(303);
    expect(await of(cast.ola, cast.otherNetwork)).toEqual([["mentor", null]]);
    const [ola] = await house.store.read.select().from(persons).where(eq(persons.id, cast.ola));
    expect([ola?.name, ola?.jobTitle]).not.toContain("Sjef");
    expect(ola?.name).toBe("Ola Brekke");
    const noted = await house.store.read.select().from(auditLog).where(eq(auditLog.personId, cast.ola));
    expect(noted).toMatchObject([{ byId: cast.kari, event: "person-changed", thingId: cast.otherNetwork }]);
  });

  it("in the same role here changes nothing, and says so; in another role it is asked", async () => {
    const same = await add(cast.kari, cast.network, { epost: "ola@demo.example" });
    expect([same.statusCode, noticeOf(same)]).toEqual([303, expect.stringContaining("memberHere")]);
    expect(await of(cast.ola, cast.network)).toEqual([["mentor", null]]);
    const other = await add(cast.kari, cast.network, { epost: "ola@demo.example", rolle: "counsellor" });
    expect([
      other.statusCode,
      plain(other.body).includes("Ola Brekke er med her fra før. Rolle: Mentor."),
    ]).toEqual([422, true]);
  });

  it("who was here before is asked about too", async () => {
    await house.store.write((tx) =>
      tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.personId, cast.ola)),
    );
    const asked = await add(cast.kari, cast.network, { epost: "ola@demo.example" });
    expect(plain(asked.body)).toContain("Ola Brekke har vært med før, i ");
    const done = await add(cast.kari, cast.network, { epost: "ola@demo.example", kjent: cast.ola });
    expect(done.statusCode).toBe(303);
    expect(await of(cast.ola, cast.network)).toEqual([["mentor", null]]);
  });

  it("tells nothing of those outside one's sight before they are in one's own network, where they find it in their log", async () => {
    const epost = await emailOf(cast.strangeMentor);
    const [stranger] = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.id, cast.strangeMentor));
    // trying an address with a fault elsewhere says nothing of it
    const tried = await add(cast.kari, cast.network, { epost, navn: "" });
    expect(tried.statusCode).toBe(422);
    const unknown = await add(cast.kari, cast.network, { epost: "ingen@ny.example", navn: "" });
    expect(tried.body.replaceAll(epost, "A")).toBe(unknown.body.replaceAll("ingen@ny.example", "A"));
    const done = await add(cast.kari, cast.network, { epost });
    expect(done.statusCode).toBe(303);
    expect(await of(cast.strangeMentor, cast.network)).toEqual([["mentor", null]]);
    expect(
      (await house.store.read.select().from(persons).where(eq(persons.id, cast.strangeMentor)))[0],
    ).toEqual(stranger);
    const noted = await house.store.read
      .select()
      .from(auditLog)
      .where(eq(auditLog.personId, cast.strangeMentor));
    expect(noted.map(({ event, byId }) => [event, byId])).toContainEqual(["person-changed", cast.kari]);
  });

  it("an administrator is told of everyone", async () => {
    const asked = await add(cast.amir, cast.network, { epost: await emailOf(cast.strangeMentor) });
    expect([asked.statusCode, asked.body.includes(`value="${cast.strangeMentor}"`)]).toEqual([422, true]);
  });
});

describe("a list with people outside an adviser's sight", () => {
  it("looks as if they were new until it is in; then they are who they were, under the name they have", async () => {
    const epost = await emailOf(cast.strangeMentor);
    const [stranger] = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.id, cast.strangeMentor));
    const text = `Prøver En Adresse; ${epost}\nPrøver En Ny; ny@ny.example\nOla B; ola@demo.example`;
    const words = async () =>
      new Set((await house.store.read.select().from(personWords)).map((r) => r.personId));
    const before = await words();
    const id = idOf(await paste(house, cast.kari, text));
    await settled(house, id);
    const kari = await browserOf(house, cast.kari);
    const page = plain((await kari.get(`/personer/import/${id}`)).body);
    expect(page).toContain("Legg til 2 personer");
    expect(page).toMatch(/Står her fra før 1 /);
    await kari.post(`/personer/import/${id}/legg-til`);
    await settled(house, id);
    const done = plain((await kari.get(`/personer/import/${id}`)).body);
    expect(done).toContain("1 ny person er lagt til. 1 person som var registrert fra før, er nå med");
    expect(await of(cast.strangeMentor, cast.network)).toEqual([["mentor", null]]);
    expect(
      (await house.store.read.select().from(persons).where(eq(persons.id, cast.strangeMentor)))[0],
    ).toEqual(stranger);
    // the words of the name that was typed stay with nobody
    expect((await words()).size).toBe(before.size + 1);
    await kari.post(`/personer/import/${id}/angre`);
    expect(await of(cast.strangeMentor, cast.network)).toEqual([]);
  });

  it("does not tell that somebody of that name works there", async () => {
    const [strange] = await house.store.read.select().from(persons).where(eq(persons.id, cast.strangeMentor));
    await house.store.write((tx) =>
      tx.update(persons).set({ workplaceId: cast.workplace }).where(eq(persons.id, cast.strangeMentor)),
    );
    const text = `Navn\tE-post\tVirksomhet\n${strange?.name}\tprivat@ny.example\tÅsen Bakeri`;
    const look = async (by: string) => {
      const id = idOf(await paste(house, by, text, { nettverk: cast.network }));
      await settled(house, id);
      return plain((await (await browserOf(house, by)).get(`/personer/import/${id}`)).body);
    };
    expect(await look(cast.kari)).toMatch(/Ligner på noen vi har 0 /);
    expect(await look(cast.amir)).toMatch(/Ligner på noen vi har 1 /);
  });
});
