import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outbox } from "../../server/mail/tables.ts";
import { auditLog, persons, sessions, signInLinks } from "../../server/people/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const ola = () => browserOf(house, cast.ola);
const rowOf = async (id: string) =>
  (await house.store.read.select().from(persons).where(eq(persons.id, id)))[0];
const newLink = async () => {
  const rows = await house.store.read.select().from(outbox).where(eq(outbox.kind, "new-address"));
  return /\/ny-adresse\/[^\s]+/.exec(rows.at(-1)?.textBody ?? "")?.[0] as string;
};

describe("correcting oneself", () => {
  it("changes name, number and language, keeps what was typed when something is wrong, and is noted", async () => {
    const browser = await ola();
    const wrong = await browser.post("/min-side/rett", { navn: "Ola B", telefon: "ring meg", sprak: "nn" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="ring meg"');
    const facts = { navn: "Ola Ødegård", telefon: "+47 912 34 567", sprak: "nn" };
    expect((await browser.post("/min-side/rett", facts)).statusCode).toBe(303);
    expect(await rowOf(cast.ola)).toMatchObject({
      name: "Ola Ødegård",
      sortKey: "ola |deg}rd",
      phone: "+47 912 34 567",
      language: "nn",
    });
    const log = await house.store.read.select().from(auditLog);
    expect(log).toMatchObject([{ event: "person-changed", byId: cast.ola, personId: cast.ola }]);
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get("/personer?sok=ødegård")).body).toContain("Ola Ødegård");
  });

  it("takes a new address into use when its owner has pressed the link, once, and tells the old one", async () => {
    const browser = await ola();
    expect((await browser.post("/min-side/adresse", { epost: "Ola@Ny.example" })).statusCode).toBe(303);
    expect((await rowOf(cast.ola))?.email).toBe("ola@demo.example");
    const link = await newLink();
    const someone = await browserOf(house, null);
    expect((await someone.get(link)).body).toContain("Ola@Ny.example");
    expect((await someone.post(link)).statusCode).toBe(303);
    expect(await rowOf(cast.ola)).toMatchObject({ email: "Ola@Ny.example", emailKey: "ola@ny.example" });
    expect((await someone.post(link)).statusCode).toBe(410);
    expect((await someone.get(link)).statusCode).toBe(410);
    const told = await house.store.read.select().from(outbox).where(eq(outbox.kind, "address-changed"));
    expect(told.map(({ toAddress }) => toAddress)).toEqual(["ola@demo.example"]);
    expect(await house.store.read.select().from(signInLinks)).toEqual([]);
  });

  it("does not tell whose an address is, before or after, and takes nobody's", async () => {
    const browser = await ola();
    const free = await browser.post("/min-side/adresse", { epost: "ledig@demo.example" });
    const taken = await browser.post("/min-side/adresse", { epost: "siri@demo.example" });
    expect([taken.statusCode, taken.headers.location]).toEqual([free.statusCode, free.headers.location]);
    const pressed = await browser.post(await newLink());
    expect(pressed.statusCode).toBe(303);
    expect((await rowOf(cast.ola))?.emailKey).toBe("ola@demo.example");
    expect((await rowOf(cast.siri))?.emailKey).toBe("siri@demo.example");
  });

  it("a link is too old after a day, the newer of two holds, and five tries are enough", async () => {
    const browser = await ola();
    await browser.post("/min-side/adresse", { epost: "en@demo.example" });
    const first = await newLink();
    await browser.post("/min-side/adresse", { epost: "to@demo.example" });
    const someone = await browserOf(house, null);
    expect((await someone.post(first)).statusCode).toBe(410);
    for (let i = 0; i < 3; i++) await browser.post("/min-side/adresse", { epost: `x${i}@demo.example` });
    expect((await browser.post("/min-side/adresse", { epost: "y@demo.example" })).statusCode).toBe(429);
    const last = await newLink();
    house.setNow("2026-11-03T09:00:01Z");
    expect((await someone.post(last)).statusCode).toBe(410);
  });
});

describe("where one is signed in", () => {
  it("each is listed without device, and can be ended; nobody ends another's", async () => {
    const here = await ola();
    const there = await ola();
    const siri = await browserOf(house, cast.siri);
    const { body } = await here.get("/min-side/innlogginger");
    expect(body).toContain("Her og nå");
    const keys = [...body.matchAll(/name="okt" value="([^"]+)"/g)].map((match) => match[1] as string);
    expect(keys).toHaveLength(1);
    await siri.post("/min-side/innlogginger", { okt: keys[0] as string });
    expect((await there.get("/min-side")).statusCode).toBe(200);
    await here.post("/min-side/innlogginger", { okt: keys[0] as string });
    expect((await there.get("/min-side")).statusCode).toBe(303);
    expect((await here.get("/min-side")).statusCode).toBe(200);
    expect((await siri.get("/min-side")).statusCode).toBe(200);
  });

  it("all others can be ended with one press", async () => {
    const [a, b, here] = [await ola(), await ola(), await ola()];
    await here.post("/min-side/innlogginger");
    const codes = await Promise.all([a, b, here].map(async (one) => (await one.get("/min-side")).statusCode));
    expect(codes).toEqual([303, 303, 200]);
  });

  it("the last day it was used is noted once a day, and no time, place or device", async () => {
    const browser = await ola();
    await browser.get("/min-side");
    house.setNow("2026-11-05T12:00:00Z");
    house.statements.length = 0;
    await browser.get("/min-side");
    await browser.get("/min-side");
    expect(house.statements.filter((one) => one.startsWith("update"))).toHaveLength(1);
    const [row] = await house.store.read.select().from(sessions).where(eq(sessions.personId, cast.ola));
    expect(row?.lastSeenOn).toBe("2026-11-05");
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ["createdAt", "expiresAt", "lastSeenOn", "personId", "tokenHash", "way"].sort(),
    );
  });
});
