import { and, count, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leaveNetwork } from "../../server/networks/network.ts";
import { memberships } from "../../server/networks/tables.ts";
import { openSession } from "../../server/people/session.ts";
import {
  personRoles,
  personStatuses,
  persons,
  personWords,
  workplaces,
  workplaceWords,
} from "../../server/people/tables.ts";
import { chooseColumns, claimImport } from "../../server/register/import.ts";
import { importWorker } from "../../server/register/import-run.ts";
import { workOn } from "../../server/register/import-work.ts";
import { importBlocks, importedPersons, importRows, imports } from "../../server/register/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { csv, idOf, many, settled as settledIn, upload, workbook } from "./files.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const settled = (id: string) => settledIn(house, id);
const peopleCount = async () => (await house.store.read.select({ n: count() }).from(persons))[0]?.n;

/** Uploads, waits until it is looked at, adds, waits until it is in. */
async function bringIn(file: Buffer, by = cast.amir, nettverk = cast.network) {
  const uploaded = await upload(house, by, file, { nettverk });
  expect(uploaded.statusCode).toBe(303);
  const id = idOf(uploaded);
  const ready = await settled(id);
  const browser = await browserOf(house, by);
  const page = await browser.get(`/personer/import/${id}`);
  const added = await browser.post(`/personer/import/${id}/legg-til`);
  return { id, ready, page, added, done: await settled(id), browser };
}

describe("a file of people", () => {
  it("enters whole: people, roles, network, workplace, words to be found by", async () => {
    const file = csv([
      "Åse Ødegård;aase@firma.example;mentor, leder;Ødegård Snekkeri;snekker;liten;Prøvebyen",
      "Bo Berg;bo@firma.example;;ødegård snekkeri;;;",
    ]);
    const { done, id } = await bringIn(file);
    expect([done.state, done.faults]).toEqual(["done", 0]);
    const [aase] = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, "aase@firma.example"));
    const [bo] = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, "bo@firma.example"));
    expect(bo?.workplaceId).toBe(aase?.workplaceId);
    const roles = await house.store.read
      .select()
      .from(personRoles)
      .where(eq(personRoles.personId, aase?.id as string));
    expect(roles.map((row) => row.role).sort()).toEqual(["leader", "mentor"]);
    const [member] = await house.store.read
      .select()
      .from(memberships)
      .where(eq(memberships.personId, bo?.id as string));
    expect([member?.networkId, member?.role, member?.since]).toEqual([cast.network, "mentor", "2026-11-02"]);
    const browser = await browserOf(house, cast.amir);
    expect((await browser.get("/personer?sok=degaard")).body).toContain("Åse Ødegård");
    expect((await browser.get("/personer?sok=snekkeri")).body).toContain("Bo Berg");
    expect(await house.store.read.select().from(importRows).where(eq(importRows.importId, id))).toEqual([]);
    expect(await house.store.read.select().from(importBlocks)).toEqual([]);
  });

  it("with one bad line changes nothing, and says which line, in the reader's language", async () => {
    const before = await peopleCount();
    const file = csv([
      "Åse Ødegård;aase@firma.example;mentor;;;;",
      "Bo;ikke en adresse;keiser;Nytt Sted;;;",
      "Ca;AASE@firma.example;;;;;",
    ]);
    const { ready, page, done } = await bringIn(file);
    expect([ready.faults, done.state]).toEqual([2, "ready"]);
    expect(page.body).toContain("Linje 3");
    expect(page.body).toContain("E-post er ikke en gyldig adresse. Rolle er ingen rolle vi kjenner.<");
    expect(page.body).not.toContain("er ny her");
    expect(page.body).toContain("E-post er den samme som på linje 2");
    expect(page.body).not.toContain("/legg-til");
    expect(await peopleCount()).toBe(before);
    expect(await house.store.read.select().from(workplaces)).toHaveLength(1);
  });

  it("shows those we have and those who look alike; the first stay as they are, the others are asked about", async () => {
    const file = csv([
      "Ola Et Annet Navn;ola@demo.example;mentor;;;;",
      "Siri Åsheim;siri.privat@post.example;mentor;Åsen Bakeri;;;",
      "Ny Person;ny@firma.example;mentor;;;;",
    ]);
    const { page, browser, id } = await bringIn(file, cast.amir, cast.otherNetwork);
    expect(page.body).toContain("Legg til 1 person");
    expect(page.body).toContain("siri.privat@post.example");
    const [ola] = await house.store.read.select().from(persons).where(eq(persons.id, cast.ola));
    expect(ola?.name).toBe("Ola Brekke");
    const inOther = await house.store.read
      .select({ id: memberships.personId })
      .from(memberships)
      .where(and(eq(memberships.networkId, cast.otherNetwork), eq(memberships.personId, cast.ola)));
    expect(inOther).toHaveLength(1);
    expect((await browser.get("/personer?sok=siri.privat@")).body).not.toContain("siri.privat@post.example<");
    await browser.post(`/personer/import/${id}/angre`);
    const stillInOther = await house.store.read
      .select({ id: memberships.networkId })
      .from(memberships)
      .where(eq(memberships.personId, cast.ola));
    expect(stillInOther.map((row) => row.id)).toEqual([cast.network]);
  });

  it("puts back whoever had left the network, says so first, and undoing ends it on the same day again", async () => {
    const ofOla = async () =>
      (await house.store.read.select().from(memberships).where(eq(memberships.personId, cast.ola))).map(
        ({ networkId, role, until }) => [networkId, role, until],
      );
    await house.store.write((tx) =>
      leaveNetwork(tx, { networkId: cast.network, personId: cast.ola, until: "2026-10-01" }),
    );
    const file = csv(["Ola Brekke;ola@demo.example;mentor;;;;", "Siri Å;siri@demo.example;mentor;;;;"]);
    const { page, browser, id } = await bringIn(file);
    expect(page.body.replace(/<[^>]*>/g, " ")).toMatch(
      /Kommer tilbake[\s\S]*Ola Brekke[\s\S]*Står her fra før/,
    );
    expect(page.body.split("Kommer tilbake")[1]?.split("</section>")[0]).not.toContain("Siri");
    expect(await ofOla()).toEqual([[cast.network, "mentor", null]]);
    expect((await browser.post(`/personer/import/${id}/angre`)).statusCode).toBe(303);
    expect(await ofOla()).toEqual([[cast.network, "mentor", "2026-10-01"]]);
  });

  it("sent twice adds nobody twice, and pressed twice is added once", async () => {
    const file = csv(["Ny Person;ny@firma.example;mentor;;;;"]);
    const { id, browser } = await bringIn(file);
    const [again, twice] = await Promise.all([
      browser.post(`/personer/import/${id}/legg-til`),
      browser.post(`/personer/import/${id}/legg-til`),
    ]);
    expect([again.statusCode, twice.statusCode]).toEqual([303, 303]);
    const second = await bringIn(file);
    expect(second.page.body).toContain("Alle i lista står her fra før");
    const rows = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, "ny@firma.example"));
    expect(rows).toHaveLength(1);
  });

  it("is undone to the last row, until someone of it is used", async () => {
    const before = await peopleCount();
    const wordsBefore = (await house.store.read.select({ n: count() }).from(personWords))[0]?.n;
    const statuses = (await house.store.read.select({ n: count() }).from(personStatuses))[0]?.n;
    const { id, browser } = await bringIn(many(30, 4));
    expect(await peopleCount()).toBe((before ?? 0) + 30);
    expect((await browser.post(`/personer/import/${id}/angre`)).statusCode).toBe(303);
    expect(await peopleCount()).toBe(before);
    expect((await house.store.read.select({ n: count() }).from(personWords))[0]?.n).toBe(wordsBefore);
    expect((await house.store.read.select({ n: count() }).from(personStatuses))[0]?.n).toBe(statuses);
    expect(await house.store.read.select().from(workplaces)).toHaveLength(1);
    expect(
      new Set((await house.store.read.select().from(workplaceWords)).map((row) => row.workplaceId)).size,
    ).toBe(1);
    expect(await house.store.read.select().from(importedPersons)).toEqual([]);

    const second = await bringIn(many(3, 1));
    const [someone] = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, "mentor1@firma.example"));
    await house.store.write((tx) => openSession(tx, someone?.id as string, house.now()));
    const refused = await browser.post(`/personer/import/${second.id}/angre`);
    expect([refused.statusCode, refused.body.includes("tatt i bruk")]).toEqual([422, true]);
    expect(await peopleCount()).toBe((before ?? 0) + 3);
  });

  it("stopped in the middle harms nothing, and what it had begun is gone", async () => {
    const wordsBefore = (await house.store.read.select({ n: count() }).from(personWords))[0]?.n;
    const uploaded = await upload(house, cast.amir, many(700, 20), { nettverk: cast.network });
    const id = idOf(uploaded);
    await settled(id);
    // decided, and the process killed after some of the words
    const worker = importWorker(house);
    await house.store.write(async (tx) => {
      await tx.update(imports).set({ state: "moving", through: 0 }).where(eq(imports.id, id));
    });
    let writes = 0;
    const dying = {
      ...worker,
      store: {
        ...worker.store,
        write: ((work: never, options: never) => {
          writes++;
          if (writes > 3) throw new Error("killed");
          return worker.store.write(work, options);
        }) as typeof worker.store.write,
      },
    };
    await expect(workOn(dying, id)).rejects.toThrow("killed");
    const browser = await browserOf(house, cast.amir);
    expect((await browser.post(`/personer/import/${id}/stopp`)).statusCode).toBe(303);
    expect((await house.store.read.select({ n: count() }).from(personWords))[0]?.n).toBe(wordsBefore);
    expect(await house.store.read.select().from(importRows)).toEqual([]);
    expect(await house.store.read.select().from(importBlocks)).toEqual([]);
  });

  it("left by a killed process is gone on with by another one, and nobody enters twice", async () => {
    const before = (await peopleCount()) ?? 0;
    const uploaded = await upload(house, cast.amir, many(700, 20), { nettverk: cast.network });
    const id = idOf(uploaded);
    await settled(id);
    const worker = importWorker(house);
    await house.store.write(async (tx) => {
      await tx.update(imports).set({ state: "moving", through: 0 }).where(eq(imports.id, id));
    });
    expect(await house.store.write((tx) => claimImport(tx, id, house.now()))).not.toBeNull();
    await workOn(worker, id);
    expect(await peopleCount()).toBe(before); // it is still claimed
    house.setNow("2026-11-02T09:01:00Z");
    await Promise.all([workOn(worker, id), workOn(worker, id)]);
    expect(await peopleCount()).toBe(before + 700);
  });

  it("of an adviser goes into their own network only, and gives no more roles than members have", async () => {
    const foreign = await upload(house, cast.kari, many(2, 1), { nettverk: cast.otherNetwork });
    expect(foreign.statusCode).toBe(422);
    const file = csv(["Ny Sjef;ny@firma.example;administrator;;;;"]);
    const { ready, page, id } = await bringIn(file, cast.kari);
    expect(ready.faults).toBe(1);
    expect(page.body).toContain("kan bare gis av en administrator");
    const other = await browserOf(house, cast.tore);
    expect((await other.get(`/personer/import/${id}`)).statusCode).toBe(404);
  });

  it("whose columns nobody recognised is told what they hold", async () => {
    const file = csv(["Ny Person;ny@firma.example"], "Hvem;Hvor");
    const uploaded = await upload(house, cast.amir, file);
    const id = idOf(uploaded);
    expect((await settled(id)).faults).toBe(1);
    const browser = await browserOf(house, cast.amir);
    const twice = await browser.post(`/personer/import/${id}/kolonner`, {
      "kolonne-0": "name",
      "kolonne-1": "name",
    });
    expect(twice.statusCode).toBe(422);
    await browser.post(`/personer/import/${id}/kolonner`, { "kolonne-0": "name", "kolonne-1": "email" });
    expect((await settled(id)).faults).toBe(0);
  });

  it("as a workbook, with numbers, dates and formulas, is read as what one sees", async () => {
    const file = await workbook([
      ["Namn", "Epost", "Mobil", "Stilling"],
      ["Åse Ødegård", "aase@firma.example", 99887766, "=1+1"],
    ]);
    const { done } = await bringIn(file);
    expect(done.state).toBe("done");
    const [aase] = await house.store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, "aase@firma.example"));
    expect([aase?.phone, aase?.jobTitle]).toEqual(["99887766", "=1+1"]);
    const browser = await browserOf(house, cast.amir);
    const { body, headers } = await browser.get("/personer/liste.csv?sok=aase");
    expect(headers["content-type"]).toContain("text/csv");
    expect(body).toContain("Åse Ødegård;aase@firma.example;99887766;Mentor;Aktiv;'=1+1;");
    expect(body.charCodeAt(0)).toBe(0xfeff);
  });

  it("that went out comes in again: everyone is known", async () => {
    const browser = await browserOf(house, cast.amir);
    const { rawPayload } = await browser.get("/personer/liste.csv");
    const uploaded = await upload(house, cast.amir, rawPayload);
    const ready = await settled(idOf(uploaded));
    const page = await browser.get(`/personer/import/${ready.id}`);
    expect([ready.faults, ready.rows]).toEqual([0, 10]);
    expect(page.body).toContain("Alle i lista står her fra før");
  });

  it("of 700 rows moves in with a number of statements that does not follow the rows", async () => {
    const countFor = async (n: number, name: string) => {
      const uploaded = await upload(
        house,
        cast.amir,
        Buffer.from(many(n, 5).toString().replaceAll("@firma", `@${name}`)),
      );
      const ready = await settled(idOf(uploaded));
      const browser = await browserOf(house, cast.amir);
      await browser.post(`/personer/import/${ready.id}/legg-til`);
      await settled(ready.id);
      const inserts = house.statements.filter((s) => /^insert into "persons"/.test(s)).length;
      house.statements.length = 0;
      return inserts;
    };
    house.statements.length = 0;
    expect([await countFor(5, "a"), await countFor(200, "b")]).toEqual([1, 1]);
  });
});

it("columns chosen anew while the first rows are looked at hold for those rows too", async () => {
  const lines = Array.from(
    { length: 3 },
    (_, i) => `Mentor Nummer${i} Sørås;mentor${i}@firma.example;Stilling ${i}`,
  );
  const uploaded = await upload(house, cast.amir, csv(lines, "Navn;E-post;Stilling"), {
    nettverk: cast.network,
  });
  const id = idOf(uploaded);
  await settled(id);
  await house.store.write((tx) => chooseColumns(tx, id, ["name", "email", "jobTitle"]));
  const worker = importWorker(house);
  let isFirst = true;
  const late = {
    ...worker,
    scopeOf: async (byId: string) => {
      if (isFirst) await house.store.write((tx) => chooseColumns(tx, id, ["name", "email", ""]));
      isFirst = false;
      return worker.scopeOf(byId);
    },
  };
  await workOn(late, id);
  await workOn(worker, id);
  expect((await settled(id)).state).toBe("ready");
  const rows = await house.store.read.select().from(importRows).where(eq(importRows.importId, id));
  expect(rows.map(({ jobTitle }) => jobTitle)).toEqual([null, null, null]);
});
