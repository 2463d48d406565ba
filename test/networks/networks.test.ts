import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outbox } from "../../server/mail/tables.ts";
import { bouncingMembers, networkFor, networksFor } from "../../server/networks/queries.ts";
import { agreements, memberships } from "../../server/networks/tables.ts";
import { persons, workplaces } from "../../server/people/tables.ts";
import type { Role } from "../../server/web/access.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const viewer = (id: string, ...roles: Role[]) => ({ id, name: "", language: "nb" as const, roles });

describe("which networks one may see", () => {
  it("members see their own, leaders those of their office, the region all below it", async () => {
    const seen = async (id: string, role: Role) => {
      const rows = await networksFor(house.store.read, viewer(id, role));
      return rows.map((row) => row.id).sort();
    };
    const both = [cast.network, cast.otherNetwork].sort();
    expect(await seen(cast.ola, "mentor")).toEqual([cast.network]);
    expect(await seen(cast.strangeMentor, "mentor")).toEqual([cast.otherNetwork]);
    expect(await seen(cast.leif, "leader")).toEqual([cast.network]);
    expect(await seen(cast.randi, "regional_leader")).toEqual(both);
    expect(await seen(cast.amir, "administrator")).toEqual(both);
  });

  it("a foreign network is not there", async () => {
    expect(await networkFor(house.store.read, viewer(cast.leif, "leader"), cast.otherNetwork)).toBeNull();
    expect(await networkFor(house.store.read, viewer(cast.kari, "adviser"), cast.otherNetwork)).toBeNull();
  });
});

describe("adding a member", () => {
  const facts = { navn: "Åse Ødegård", epost: "aase@firma.example", sprak: "nn", rolle: "mentor" };

  it("registers the person, the workplace and the membership", async () => {
    const browser = await browserOf(house, cast.kari);
    const response = await browser.post(`/nettverk/${cast.network}/medlemmer`, {
      ...facts,
      arbeidsplass: "Ødegård Snekkeri",
      bransje: "snekker",
      storrelse: "small",
      kommune: "Prøvebyen",
    });
    expect(response.statusCode).toBe(303);
    expect((await browser.get(`/nettverk/${cast.network}`)).body).toContain("Ødegård Snekkeri");
  });

  it("takes a workplace nobody knows by its name alone", async () => {
    const browser = await browserOf(house, cast.kari);
    const response = await browser.post(`/nettverk/${cast.network}/medlemmer`, {
      ...{ ...facts, arbeidsplass: "Nytt Firma", bransje: "", storrelse: "", kommune: "" },
    });
    expect(response.statusCode).toBe(303);
    const [place] = await house.store.read.select().from(workplaces).where(eq(workplaces.name, "Nytt Firma"));
    expect(place).toMatchObject({ trade: "", size: "unknown", municipality: "" });
    expect((await browser.get(`/nettverk/${cast.network}`)).body).toMatch(
      /Nytt Firma<\/strong><br><span[^>]*></,
    );
  });

  it("the same address twice gives one person, and takes back someone who left", async () => {
    const browser = await browserOf(house, cast.kari);
    await browser.post(`/nettverk/${cast.network}/medlemmer`, facts);
    await house.store.write((tx) =>
      tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.role, "mentor")),
    );
    const people = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, "aase@firma.example"));
    await browser.post(`/nettverk/${cast.network}/medlemmer`, {
      ...facts,
      navn: "En annen",
      epost: "AASE@firma.example",
      kjent: people[0]?.id as string,
    });
    expect(people.map((person) => person.name)).toEqual(["Åse Ødegård"]);
    const rows = await house.store.read
      .select()
      .from(memberships)
      .where(and(eq(memberships.personId, people[0]?.id as string), eq(memberships.networkId, cast.network)));
    expect(rows.map((row) => row.until)).toEqual([null]);
  });

  it("is refused for an adviser of another network and for mentors", async () => {
    const stranger = await browserOf(house, cast.strangeAdviser);
    expect((await stranger.post(`/nettverk/${cast.network}/medlemmer`, facts)).statusCode).toBe(404);
    const mentor = await browserOf(house, cast.ola);
    expect((await mentor.post(`/nettverk/${cast.network}/medlemmer`, facts)).statusCode).toBe(403);
  });
});

describe("an agreement", () => {
  it("is one per workplace and can be changed", async () => {
    const browser = await browserOf(house, cast.kari);
    const path = `/nettverk/${cast.network}/avtaler/${cast.workplace}`;
    expect((await browser.get(path)).statusCode).toBe(200);
    await browser.post(path, { deltar: "nei", fra: "8.12.2026", timer: "" });
    const rows = await house.store.read.select().from(agreements);
    expect(rows).toMatchObject([{ takesPart: false, since: "2026-12-08", hoursFreedPerMonth: null }]);
  });

  it("says which field is empty in its summary of faults", async () => {
    const browser = await browserOf(house, cast.kari);
    const page = await browser.post(`/nettverk/${cast.network}/avtaler/${cast.workplace}`, {});
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Fra: Fyll ut dette feltet.");
  });

  it("refuses a date that does not exist, in the reader's language", async () => {
    const browser = await browserOf(house, cast.kari);
    const page = await browser.post(`/nettverk/${cast.network}/avtaler/${cast.workplace}`, {
      deltar: "ja",
      fra: "2026-02-30",
      timer: "4",
    });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Skriv en dato som finnes");
    expect(page.body).toContain('value="2026-02-30"');
  });
});

describe("the administrator", () => {
  it("creates a network with its units, and a leader of one of them", async () => {
    const browser = await browserOf(house, cast.amir);
    const created = await browser.post("/nettverk", {
      navn: "Mentornettverk Sør",
      region: "Nav Prøvefylket",
      senter: "Nav arbeidslivssenter Sør",
      kontorer: "Nav Sør\nNav Sør\nNav Øst",
    });
    expect(created.statusCode).toBe(303);
    const page = await browser.get("/personer/ny");
    const unit = /<option value="(\w+)">Nav Øst/.exec(page.body)?.[1] as string;
    await browser.post("/personer", {
      navn: "Eva Lind",
      epost: "eva@nav.example",
      sprak: "nb",
      rolle: "leader",
      enhet: unit,
      leder: "leder",
    });
    expect((await browser.get(created.headers.location as string)).body).toContain("Eva Lind");
  });

  it("pages people by name and finds them by part of it, æøå folded", async () => {
    const browser = await browserOf(house, cast.amir);
    expect((await browser.get("/personer?sok=aasheim")).body).toContain("Siri Åsheim");
    expect((await browser.get("/personer?sok=%25")).statusCode).toBe(200);
  });
});

describe("an address that returns mail", () => {
  it("is flagged until a later mail arrives or the address is changed", async () => {
    const mail = async (messageId: string, state: "sent" | "bounced", at: string) => {
      const [ola] = await house.store.read.select().from(persons).where(eq(persons.id, cast.ola));
      const words = {
        toName: "Ola",
        subject: "x",
        textBody: "x",
        htmlBody: "x",
        headers: {},
        kind: "invitation",
      };
      const createdAt = Temporal.Instant.from(at);
      const row = {
        ...words,
        personId: cast.ola,
        toAddress: ola?.email as string,
        messageId,
        state,
        notBefore: createdAt,
        createdAt,
      };
      await house.store.write((tx) => tx.insert(outbox).values(row));
    };
    const flagged = async () => [...(await bouncingMembers(house.store.read, cast.network))];
    await mail("a@x", "sent", "2026-11-01T08:00:00Z");
    expect(await flagged()).toEqual([]);
    await mail("b@x", "bounced", "2026-11-01T09:00:00Z");
    expect(await flagged()).toEqual([cast.ola]);
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get(`/nettverk/${cast.network}`)).body).toContain("E-post kommer i retur");
    await mail("c@x", "sent", "2026-11-01T10:00:00Z");
    expect(await flagged()).toEqual([]);
  });
});
