/** Every query has an index: the pages of the demo are read as every role, and SQLite says how it would find the rows. */
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { cookieOf } from "../house.ts";
import { castKeys, openDemoHouse } from "./demo-house.ts";

let house: Awaited<ReturnType<typeof openDemoHouse>>;
beforeAll(async () => {
  house = await openDemoHouse();
});
afterAll(() => house.close());

/** Read whole because they stay small. */
const mayBeScanned: Record<string, string> = {
  case_catalogue: "one row",
  units: "the offices, centres and regions: some hundreds in all",
};

/**
 * Whose purpose is to go through every table, seldom: all that is held of oneself, which many columns name
 * that nothing else looks up by, and what is to be erased.
 */
const readsAll = ["/min-side/alt", "/sletting", "/assets/", "/internal/"];

/** The pages one gets to from these, an address of each kind once. */
function linksIn(body: string): string[] {
  return [...body.matchAll(/href="(\/[^"#]*)"/g)].map((match) =>
    (match[1] as string).replaceAll("&amp;", "&"),
  );
}
const kindOf = (url: string) => url.split("?")[0]?.replace(/\/[a-z2-7]{26}(?=[/.]|$)/g, "/:id") ?? "";

async function readEverything(key: (typeof castKeys)[number]): Promise<number> {
  const app = await house.app();
  const headers = { cookie: await cookieOf(house, await house.idOf(key)) };
  const open = app.routeTable.filter(({ method, url }) => method === "GET" && !/[:*]/.test(url));
  const seen = new Map<string, number>();
  const line = open.map(({ url }) => url);
  for (let url = line.shift(); url !== undefined; url = line.shift()) {
    const times = seen.get(kindOf(url)) ?? 0;
    if (times >= 2 || readsAll.some((path) => url.startsWith(path))) continue;
    seen.set(kindOf(url), times + 1);
    const { statusCode, body, headers: given } = await app.inject({ method: "GET", url, headers });
    expect(statusCode, url).toBeLessThan(500);
    if (String(given["content-type"]).startsWith("text/html")) line.push(...linksIn(body));
  }
  return seen.size;
}

/**
 * The tables a statement reads from end to end. To go through an index in its order and stop after a page
 * is no scan.
 */
function scansOf(db: Database.Database, statement: string): string[] {
  const values = Array(statement.split("?").length - 1).fill(null);
  const plan = db.prepare(`explain query plan ${statement}`).all(...values) as { detail: string }[];
  const isSorted = plan.some(({ detail }) => detail.startsWith("USE TEMP B-TREE"));
  const isPage = statement.endsWith(" limit ?") && !isSorted;
  return plan.flatMap(({ detail }) => {
    const name = /^SCAN (\w*[a-z_]\w*)/.exec(detail)?.[1];
    if (!name || (isPage && / USING (COVERING )?INDEX /.test(detail))) return [];
    return [new RegExp(`"(\\w+)" "${name}"`).exec(statement)?.[1] ?? name];
  });
}

it.runIf(engine === "sqlite")("reads no growing table from end to end", { timeout: 240_000 }, async () => {
  house.statements.length = 0;
  let pages = 0;
  for (const key of castKeys) pages += await readEverything(key);
  expect(pages).toBeGreaterThan(100);
  const reads = [...new Set(house.statements)].filter((statement) => statement.startsWith("select"));
  expect(reads.length).toBeGreaterThan(100);
  const db = new Database(house.config.databaseUrl.replace("file:", ""), { readonly: true });
  const scanned = reads.flatMap((statement) =>
    scansOf(db, statement)
      .filter((table) => !Object.hasOwn(mayBeScanned, table))
      .map((table) => `${table}: ${statement}`),
  );
  db.close();
  expect(scanned).toEqual([]);
});
