import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { audit } from "../../server/people/audit.ts";
import { auditLog } from "../../server/people/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering, answer, invite } from "../gatherings/party.ts";
import { browserOf, openHouse, root, type TestHouse } from "../house.ts";
import { give } from "../learning/loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const lines = async () =>
  (await house.store.read.select().from(auditLog)).map(
    ({ event, byId, personId, thingId }) => [event, byId, personId, thingId] as const,
  );

describe("who saw what of a person is noted", () => {
  it("answers and attendance at a gathering, for everyone on the list, once a day", async () => {
    const id = await addGathering(house, cast, { localDate: "2026-11-02" });
    await invite(house, cast, id, cast.ola, cast.siri);
    await answer(house, id, cast.ola);
    house.setNow("2026-11-02T12:30:00Z");
    const kari = await browserOf(house, cast.kari);
    await kari.get(`/samlinger/${id}/svar`);
    await kari.get(`/samlinger/${id}/svar`);
    await kari.get(`/samlinger/${id}/oppmote`);
    const seen = await lines();
    for (const event of ["answers-seen", "attendance-seen"] as const) {
      expect(seen).toContainEqual([event, cast.kari, cast.ola, id]);
      expect(seen).toContainEqual([event, cast.kari, cast.siri, id]);
    }
    expect(seen).toHaveLength(4);
    house.setNow("2026-11-03T09:00:00Z");
    await (await browserOf(house, cast.kari)).get(`/samlinger/${id}/svar`);
    expect((await lines()).filter(([event]) => event === "answers-seen")).toHaveLength(4);
  });

  it("one person's answer, with what they wrote of diet and access", async () => {
    const id = await addGathering(house, cast);
    await invite(house, cast, id, cast.ola);
    await (await browserOf(house, cast.kari)).get(`/samlinger/${id}/svar/${cast.ola}`);
    expect(await lines()).toEqual([["answers-seen", cast.kari, cast.ola, id]]);
  });

  it("the author of confidential feedback, and none of an anonymous piece", async () => {
    const { id } = await give(house, cast, { naming: "confidential" });
    await (await browserOf(house, cast.kari)).get(`/innspill/${id}`);
    expect(await lines()).toEqual([["author-seen", cast.kari, cast.ola, id]]);
    await give(house, cast, { naming: "anonymous" });
    house.setNow("2026-11-16T09:00:00Z");
    await (await browserOf(house, cast.kari)).get("/innspill/innboks");
    expect(await lines()).toHaveLength(1);
  });

  it("a person's page, and the register taken out as a file", async () => {
    const amir = await browserOf(house, cast.amir);
    await amir.get(`/personer/${cast.ola}`);
    expect(await lines()).toEqual([["person-seen", cast.amir, cast.ola, ""]]);
    const file = await amir.get("/personer/liste.csv");
    expect(file.statusCode).toBe(200);
    const exported = (await lines()).filter(([event]) => event === "register-exported");
    expect(exported.map(([, , personId]) => personId)).toContain(cast.siri);
    expect(exported.length).toBeGreaterThan(8);
  });

  it("a network's list by someone from outside it, not by its own adviser", async () => {
    await (await browserOf(house, cast.kari)).get(`/nettverk/${cast.network}`);
    expect(await lines()).toEqual([]);
    await (await browserOf(house, cast.amir)).get(`/nettverk/${cast.network}`);
    expect((await lines()).map(([event]) => event)).toContain("members-seen");
  });

  it("looking again costs one statement more, and nothing is written", async () => {
    const { id } = await give(house, cast, { naming: "confidential" });
    const kari = await browserOf(house, cast.kari);
    await kari.get(`/innspill/${id}`);
    house.statements.length = 0;
    await kari.get(`/innspill/${id}`);
    expect(house.statements.filter((one) => /^(insert|update|delete)/i.test(one))).toEqual([]);
    expect(house.statements.filter((one) => one.includes("audit_log"))).toHaveLength(1);
  });
});

describe("reading the log", () => {
  beforeEach(async () => {
    await house.store.write(async (tx) => {
      for (let day = 1; day <= 28; day++) {
        const at = house.now().add({ hours: 24 * day });
        const both = [cast.ola, cast.siri];
        await audit(tx, { byId: cast.kari, event: "person-seen", personIds: both }, at);
        await audit(tx, { byId: null, event: "person-changed", personIds: both }, at);
      }
    });
  });

  it("a person reads the lines about themselves, a page at a time, without repeats", async () => {
    const ola = await browserOf(house, cast.ola);
    const first = await ola.get("/min-side/innsyn");
    expect(first.body).toContain("Kari Nordli");
    expect(first.body).not.toContain("Siri");
    const next = /href="(\/min-side\/innsyn\?etter=[^"]+)"/.exec(first.body)?.[1] as string;
    const second = await ola.get(next);
    const count = (body: string) => body.match(/<li><strong>/g)?.length ?? 0;
    expect([count(first.body), count(second.body)]).toEqual([50, 6]);
    expect(second.body).not.toContain("?etter=");
  });

  it("the administrator reads all of it, and nobody else does", async () => {
    const { body } = await (await browserOf(house, cast.amir)).get("/innsyn");
    expect(body).toContain("Gjelder Siri Åsheim");
    for (const person of [cast.kari, cast.ola, cast.leif]) {
      expect((await (await browserOf(house, person)).get("/innsyn")).statusCode).toBe(403);
    }
    const odd = await (await browserOf(house, cast.amir)).get("/innsyn?etter=99999999999999999999-x");
    expect(odd.statusCode).toBe(200);
  });

  it("asks the store a fixed number of times, however long it is", async () => {
    const amir = await browserOf(house, cast.amir);
    await amir.get("/innsyn");
    house.statements.length = 0;
    await amir.get("/innsyn");
    expect(house.statements).toHaveLength(2);
  });
});

it("nothing changes or deletes a line of the log but the clock, and only one file adds to it", () => {
  const files = readdirSync(join(root, "server"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const using = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(root, "server", file), "utf8")));
  expect(using(/\.(update|delete)\(\s*auditLog\b|update audit_log|delete from audit_log/i)).toEqual([]);
  expect(using(/\.insert\(\s*auditLog\b/)).toEqual(["people/audit.ts"]);
  // what works on any table, found by its class: a person's own rows, and what is over its time
  expect(using(/\.(update|delete|insert)\((shape\.table|table)\)/).sort()).toEqual([
    "privacy/blank.ts",
    "privacy/erase-due.ts",
    "register/merge.ts", // tables with a workplace in them
  ]);
});
