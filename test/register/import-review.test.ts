import { eq, like } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatherings } from "../../server/gatherings/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { setLanguage } from "../../server/people/person.ts";
import { persons, workplaces } from "../../server/people/tables.ts";
import { rowsAtATime } from "../../server/register/import.ts";
import { addCast, addMember, type Cast } from "../cast.ts";
import { addGathering } from "../gatherings/party.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { csv, idOf, many, paste, settled, upload } from "./files.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
async function lookedOver(by: string, text: string | Buffer, nettverk = cast.network, language = "") {
  const into = { nettverk };
  const sent =
    typeof text === "string" ? await paste(house, by, text, into) : await upload(house, by, text, into);
  const id = idOf(sent);
  await settled(house, id);
  const browser = await browserOf(house, by);
  if (language === "nn") await house.store.write((tx) => setLanguage(tx, by, language));
  const page = (await browser.get(`/personer/import/${id}`)).body;
  return { id, page, browser };
}
async function added(list: Awaited<ReturnType<typeof lookedOver>>) {
  await list.browser.post(`/personer/import/${list.id}/legg-til`);
  await settled(house, list.id);
  return (await list.browser.get(`/personer/import/${list.id}`)).body;
}

describe("what an import would do", () => {
  it("shows the first five rows with their lines", async () => {
    const { page } = await lookedOver(cast.kari, many(7, 2));
    const table = plain(/<table[\s\S]*<\/table>/.exec(page)?.[0] ?? "");
    expect(table).toContain("Linje Navn E-post Rolle");
    expect(table).toContain("2 Mentor Nummer0 Sørås mentor0@firma.example");
    expect(table).toContain("6 Mentor Nummer4 Sørås");
    expect(table).not.toContain("Nummer5");
  });

  it("lists what is wrong a page at a time, by line", async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `Mentor Nummer${i} Sørås; feil${i}`);
    const { id, page, browser } = await lookedOver(cast.kari, lines.join("\n"));
    const linesOn = (body: string) => [...body.matchAll(/<strong>Linje (\d+)</g)].map(([, n]) => Number(n));
    expect(linesOn(page)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(page).toContain(`href="/personer/import/${id}?feil=50"`);
    const second = (await browser.get(`/personer/import/${id}?feil=50`)).body;
    expect(linesOn(second)[0]).toBe(51);
    expect(second).toContain("Til de første linjene med feil");
    const last = (await browser.get(`/personer/import/${id}?feil=100`)).body;
    expect(linesOn(last)).toHaveLength(20);
    expect(last).not.toContain("Neste linjer med feil");
    expect(linesOn((await browser.get(`/personer/import/${id}?feil=x`)).body)[0]).toBe(1);
  });

  it("names the workplaces that are new, one and several alike in each language", async () => {
    const header = "Navn\tE-post\tVirksomhet";
    const one = await lookedOver(cast.kari, `${header}\nÅ\ta@ny.example\tØst AS\nB\tb@ny.example\tØst AS`);
    expect(plain(one.page)).toContain("1 virksomhet er ny her og blir lagt til: Øst AS. Den mangler bransje");
    const lines = Array.from({ length: 7 }, (_, i) => `N ${i}\tn${i}@ny.example\tSted ${i}`);
    const text = [header, ...lines, "S\ts@ny.example\tÅsen Bakeri"].join("\n");
    const several = await lookedOver(cast.kari, text, cast.network, "nn");
    expect(plain(several.page)).toContain(
      "7 verksemder er nye her og blir lagde til: Sted 0, Sted 1, Sted 2, Sted 3, Sted 4 og 2 til. Dei manglar bransje",
    );
  });
});

describe("a workplace by its name alone", () => {
  it("enters, and what a later row says of it is filled in, however far apart they stand", async () => {
    const filler = Array.from(
      { length: rowsAtATime },
      (_, i) => `Mentor ${i} Å;m${i}@ny.example;;Nord AS;${i === 3 ? "fiske" : ""};;`,
    );
    const file = csv([...filler, "Siste Mentor;siste@ny.example;;nord as;jakt;stor;Vardø"]);
    await added(await lookedOver(cast.amir, file));
    const [place] = await house.store.read.select().from(workplaces).where(eq(workplaces.name, "Nord AS"));
    expect(place).toMatchObject({ trade: "fiske", size: "large", municipality: "Vardø" });
    const people = await house.store.read
      .select()
      .from(persons)
      .where(like(persons.emailKey, "%@ny.example"));
    expect(new Set(people.map(({ workplaceId }) => workplaceId))).toEqual(new Set([place?.id]));
  });

  it("of one we have changes nothing there", async () => {
    const before = await house.store.read.select().from(workplaces);
    await added(await lookedOver(cast.amir, csv(["Ny Ny;ny@ny.example;;Åsen Bakeri;noe annet;liten;Andre"])));
    expect(await house.store.read.select().from(workplaces)).toEqual(before);
  });

  it("is shown without gaps, and comes out and in again", async () => {
    const list = await lookedOver(cast.amir, csv(["Ny Ny;ny@ny.example;;Bare Navn;;;"]));
    await added(list);
    const admin = list.browser;
    const found = (await admin.get("/virksomheter?sok=bare")).body;
    expect(plain(found)).toContain("Bare Navn 1 person");
    const [person] = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, "ny@ny.example"));
    expect(plain((await admin.get(`/personer/${person?.id}`)).body)).toContain("Virksomhet Bare Navn ");
    expect(plain((await admin.get(`/personer/${person?.id}`)).body)).not.toContain("Bare Navn ,");
    expect(plain((await admin.get(`/nettverk/${cast.network}`)).body)).not.toContain("Bare Navn ,");
    expect((await admin.get("/personer")).body).not.toMatch(/<option value=""[^>]*><\/option>/);
    const { rawPayload, body } = await admin.get("/personer/liste.csv?sok=bare");
    expect(body).toContain(";Bare Navn;;;;");
    const again = await lookedOver(cast.amir, rawPayload);
    expect(plain(again.page)).toContain("Alle i lista står her fra før");
    const [place] = await house.store.read.select().from(workplaces).where(eq(workplaces.name, "Bare Navn"));
    const form = (await admin.get(`/virksomheter/${place?.id}`)).body;
    expect(form).toMatch(/<option value="">[^<]*<\/option>/);
    const changed = await admin.post(`/virksomheter/${place?.id}`, {
      ...{ navn: "Bare Navn", bransje: "fiske", storrelse: "", kommune: "" },
    });
    expect(changed.statusCode).toBe(303);
    const [now] = await house.store.read.select().from(workplaces).where(eq(workplaces.name, "Bare Navn"));
    expect(now).toMatchObject({ trade: "fiske", size: "unknown", municipality: "" });
  });
});

describe("after an import", () => {
  const planning = (networkId: string) => `href="/samlinger/sesong?nettverk=${networkId}"`;

  it("an adviser is led on to the season, as long as the network has nothing ahead", async () => {
    const first = await lookedOver(cast.kari, "Å Å; a@ny.example");
    expect(await added(first)).toContain(planning(cast.network));
    expect((await first.browser.get(`/samlinger/sesong?nettverk=${cast.network}`)).statusCode).toBe(200);
    const id = await addGathering(house, cast);
    expect((await first.browser.get(`/personer/import/${first.id}`)).body).not.toContain("/samlinger/sesong");
    const cancelled = { cancelledAt: house.now() };
    await house.store.write((tx) => tx.update(gatherings).set(cancelled).where(eq(gatherings.id, id)));
    expect((await first.browser.get(`/personer/import/${first.id}`)).body).toContain(planning(cast.network));
  });

  it("is so for each network the rows named, and not for whoever advises none", async () => {
    await house.store.write((tx) => addMember(tx, cast.otherNetwork, cast.kari, "adviser"));
    const list = await (await browserOf(house, cast.kari)).get("/nettverk");
    const nameOf = (id: string) =>
      new RegExp(`/nettverk/${id}"[^>]*>(?:<[^>]*>)*([^<]+)`).exec(list.body)?.[1];
    const rows = [cast.network, cast.otherNetwork].map((id, i) => `N ${i}\tn${i}@ny.example\t${nameOf(id)}`);
    const both = await lookedOver(cast.kari, ["Navn\tE-post\tNettverk", ...rows].join("\n"), "");
    const page = await added(both);
    expect([page.includes(planning(cast.network)), page.includes(planning(cast.otherNetwork))]).toEqual([
      true,
      true,
    ]);
    const members = await house.store.read.select().from(memberships);
    expect(members.filter(({ networkId }) => networkId === cast.otherNetwork).length).toBeGreaterThan(1);
    const byAdmin = await lookedOver(cast.amir, "Å Å; b@ny.example");
    expect(await added(byAdmin)).not.toContain("/samlinger/sesong?nettverk");
  });
});
