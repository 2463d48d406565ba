import { readdirSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dataClasses, dataInventory, retention } from "../../server/privacy/retention.ts";
import { classWords } from "../../server/privacy/retention-texts.ts";
import { inventory } from "../../server/store/inventory.ts";
import { languages } from "../../server/web/languages.ts";
import { addCast } from "../cast.ts";
import { browserOf, openHouse, root, type TestHouse } from "../house.ts";

/** Every table of every room. */
async function allTables(): Promise<Table[]> {
  const files = readdirSync(join(root, "server"), { recursive: true, encoding: "utf8" });
  const modules = files
    .filter((file) => file.endsWith("/tables.ts"))
    .map((file) => join(root, "server", file));
  const loaded = await Promise.all(modules.map((file) => import(file) as Promise<Record<string, unknown>>));
  return loaded.flatMap((module) => Object.values(module)).filter((thing) => is(thing, Table));
}

describe("the data inventory", () => {
  it("knows every column of every table, and no other", async () => {
    const columns = (await allTables()).flatMap((table) =>
      Object.keys(getTableColumns(table)).map((column) => `${getTableName(table)}.${column}`),
    );
    expect(columns.length).toBeGreaterThan(150);
    expect(
      inventory()
        .map(({ table, column }) => `${table}.${column}`)
        .sort(),
    ).toEqual(columns.sort());
  });

  it("has a rule and words in three languages for every class that is in use", async () => {
    await allTables();
    for (const { dataClass } of inventory()) {
      expect(retention[dataClass], dataClass).toBeDefined();
      const { what, why, who, howLong } = classWords[dataClass];
      const forms = [what, why, who, ...(retention[dataClass].limit ? [] : [howLong])];
      for (const language of languages) {
        for (const form of forms) expect(form?.[language], `${dataClass} ${language}`).toMatch(/\S.*\.$/s);
      }
    }
  });

  it("lists each class once, with every column", async () => {
    await allTables();
    const listed = dataInventory();
    expect(listed.map(({ dataClass }) => dataClass)).toEqual(
      dataClasses.filter((dataClass) => inventory().some((entry) => entry.dataClass === dataClass)),
    );
    expect(listed.flatMap(({ columns }) => columns)).toHaveLength(inventory().length);
  });

  it("keeps the defaults of the specification", () => {
    expect(retention["answer-words"].limit).toEqual({ days: 30, since: "gathering" });
    expect(retention.needs.limit).toEqual({ days: 7, since: "gathering" });
    expect(retention["raw-mail"].limit).toEqual({ days: 30, since: "mail-sent" });
    expect(retention.attendance.limit).toEqual({ months: 24, since: "gathering" });
    expect(retention["feedback-words"].limit).toEqual({ months: 24, since: "item-closed" });
    expect(retention.identity.limit).toEqual({ months: 36, since: "left-network" });
  });
});

describe("the page on privacy", () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse();
    await addCast(house.store);
  });
  afterEach(() => house.close());

  it("is open to all and tells of every class that is stored", async () => {
    const { statusCode, body } = await (await browserOf(house, null)).get("/personvern");
    expect(statusCode).toBe(200);
    expect(body.match(/<dl/g)).toHaveLength(dataInventory().length);
    for (const { dataClass } of dataInventory()) expect(body).toContain(classWords[dataClass].what.nb);
    expect(body).toContain("Til 30 dager etter samlingen.");
    expect(body).toContain("Til sju dager etter samlingen.");
  });

  it("promises no erasing that no job does yet", async () => {
    const { body } = await (await browserOf(house, null)).get("/personvern");
    const isAllErased = dataInventory().every(({ rule }) => !rule.limit || rule.isErasedByClock);
    expect(body.includes("Slettes ikke av seg selv ennå")).toBe(!isAllErased);
  });

  it("tells that anonymous feedback cannot be found again, and what backups might join", async () => {
    const { body } = await (await browserOf(house, null)).get("/personvern");
    expect(body).toContain("kan vi ikke finne igjen ditt");
    expect(body).toContain("flere sikkerhetskopier etter hverandre");
  });

  it("asks the store nothing of strangers", async () => {
    const browser = await browserOf(house, null);
    await browser.get("/personvern");
    house.statements.length = 0;
    await browser.get("/personvern");
    expect(house.statements).toEqual([]);
  });
});
