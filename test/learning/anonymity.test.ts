/** What one copy of the database tells of who gave an anonymous piece and when, on both engines. */
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDueBatches, putIntoBatch } from "../../server/learning/batch.ts";
import { giveFeedback } from "../../server/learning/feedback.ts";
import { standingByReceipt } from "../../server/learning/receipt-standing.ts";
import { keepSealKey } from "../../server/learning/seal.ts";
import { feedback, learningLog, sealedFeedback } from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { rawBytes } from "../raw-files.ts";
import { give, newFeedback, openSealed } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** Rows of a table with what the engine itself keeps about each: its place, and who wrote it when. */
async function withSystemColumns(table: string): Promise<Record<string, unknown>[]> {
  if (engine === "sqlite") {
    const db = new Database(house.config.databaseUrl.replace("file:", ""), { readonly: true });
    const rows = db.prepare(`select rowid as place, 0 as writer, * from ${table} order by rowid`).all();
    db.close();
    return rows as Record<string, unknown>[];
  }
  const client = new pg.Client({ connectionString: house.config.databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `select ctid::text as place, xmin::text as writer, * from ${table} order by ctid`,
  );
  await client.end();
  return rows;
}

/** One after another, on different days of a week, the nth by the nth mentor. */
async function week(mentors: string[]) {
  const given: { byId: string; id: string; code: string; text: string }[] = [];
  for (const [i, byId] of mentors.entries()) {
    house.setNow(`2026-11-0${3 + (i % 5)}T${10 + i}:00:00Z`);
    const text = `Hemmelige ord nummer ${i}`;
    const { id, code } = await give(house, cast, { byId, text, naming: "anonymous" });
    given.push({ byId, id, code: code as string, text });
  }
  return given;
}

describe("before its Monday an anonymous piece", () => {
  it("stands in no row of its own, and its words nowhere in the files", async () => {
    const mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 4))];
    const given = await week(mentors);
    expect(await house.store.read.select().from(feedback)).toEqual([]);
    expect(await house.store.read.select().from(learningLog)).toEqual([]);
    expect(await house.store.read.select().from(outbox)).toEqual([]);
    const sealed = await house.store.read.select().from(sealedFeedback);
    expect(sealed.map((row) => row.opensOn)).toEqual(["2026-11-09"]);
    const bytes = await rawBytes(house.config.databaseUrl);
    for (const { id, text } of given) {
      expect([bytes.includes(text), bytes.includes(id)]).toEqual([false, false]);
    }
  });

  it("cannot be told from a named one by what is rewritten, nor from a longer one by its size", async () => {
    const sizeAfter = async (changes: Parameters<typeof newFeedback>[1]) => {
      await give(house, cast, changes);
      const [row] = await house.store.read.select().from(sealedFeedback);
      return { size: row?.sealed.length, sealed: row?.sealed };
    };
    const named = await sizeAfter({ naming: "named" });
    const short = await sizeAfter({ naming: "anonymous", text: "Kort." });
    const long = await sizeAfter({ naming: "anonymous", text: "Langt. ".repeat(200) });
    const again = await sizeAfter({ naming: "confidential" });
    expect(new Set([named, short, long, again].map((one) => one.size)).size).toBe(1);
    expect(new Set([named, short, long, again].map((one) => one.sealed)).size).toBe(4);
  });

  it("is followed with its receipt code, and afterwards too", async () => {
    const [one] = await week([cast.ola]);
    const { code, id, text } = one as { code: string; id: string; text: string };
    const before = await standingByReceipt(house.store.read, code.toLowerCase(), house.now());
    expect(before).toMatchObject({ id, text, outcome: null, itemId: null });
    await openSealed(house, "2026-11-09T06:00:00Z");
    expect(await standingByReceipt(house.store.read, code, house.now())).toMatchObject({ id, text });
    expect(await standingByReceipt(house.store.read, "AAAA-AAAA-AAAA-AAAA", house.now())).toBeNull();
  });
});

describe("after its Monday an anonymous piece", () => {
  it("has its rows from one transaction, in an order that is not the order of giving", async () => {
    const mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 8))];
    let inOrder = 0;
    let last = 0;
    const rounds = 6;
    for (let round = 0; round < rounds; round++) {
      const given = await week(mentors);
      const { pieces } = await openSealed(house, "2026-11-09T06:00:00Z");
      expect(pieces).toBe(mentors.length);
      for (const [table, column] of [
        ["feedback", "id"],
        ["feedback_words", "feedback_id"],
        ["feedback_receipts", "feedback_id"],
      ] as const) {
        const rows = (await withSystemColumns(table)).filter((row) =>
          given.some((one) => one.id === row[column]),
        );
        expect(rows).toHaveLength(mentors.length);
        expect(new Set(rows.map((row) => row["writer"])).size).toBe(1);
        const places = given.map((one) => rows.findIndex((row) => row[column] === one.id));
        if (places.every((place, i) => place === i)) inOrder++;
        if (places.at(-1) === mentors.length - 1) last++;
      }
    }
    expect(inOrder).toBe(0); // by chance once in 10! × 18
    expect(last).toBeLessThan(12); // one in ten by chance, of eighteen
    expect(await house.store.read.select().from(sealedFeedback)).toEqual([]);
  });

  it("joins to nobody: no column of its rows holds a person, a gathering or a time", async () => {
    const mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 4))];
    const given = await week(mentors);
    await openSealed(house, "2026-11-09T06:00:00Z");
    for (const table of ["feedback", "feedback_words", "feedback_receipts"]) {
      const rows = JSON.stringify(await withSystemColumns(table));
      for (const { byId } of given) expect(rows).not.toContain(byId);
      expect(rows).not.toMatch(/2026-11-0[3-8]/);
    }
  });

  it("opens once, whoever's clock comes first", async () => {
    await week([cast.ola, cast.siri]);
    house.setNow("2026-11-09T06:00:00Z");
    await Promise.all([1, 2, 3].map(() => openDueBatches(house.store, house.now())));
    expect(await house.store.read.select().from(feedback)).toHaveLength(2);
  });
});

describe("when the site's secret is changed", () => {
  afterEach(() => keepSealKey(house.config.secret));

  it("feedback can be given all the same, and what was sealed before opens when the secret is back", async () => {
    const [before] = await week([cast.ola]);
    keepSealKey("another secret of more than thirty-two letters");
    const after = await give(house, cast, { naming: "anonymous", text: "Etterpå" });
    house.setNow("2026-11-09T06:00:00Z");
    await expect(openDueBatches(house.store, house.now())).rejects.toThrow(/SECRET/);
    expect((await house.store.read.select().from(feedback)).map((row) => row.id)).toEqual([after.id]);
    keepSealKey(house.config.secret);
    await openDueBatches(house.store, house.now());
    const [row] = await house.store.read
      .select()
      .from(feedback)
      .where(eq(feedback.id, before?.id as string));
    expect(row?.visibleFrom).toBe("2026-11-09");
  });
});

it("two at once both get into the batch", async () => {
  const mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 6))];
  await Promise.all(
    mentors.map((byId, i) => {
      const given = newFeedback(cast, { byId, naming: "anonymous", text: `Nummer ${i}` });
      return house.store.write((tx) => giveFeedback(tx, given, house.now()), { inTurnFor: cast.network });
    }),
  );
  expect((await openSealed(house, "2026-11-09T06:00:00Z")).pieces).toBe(mentors.length);
});

it("a week in which nothing anonymous was given leaves nothing behind", async () => {
  await house.store.write((tx) => putIntoBatch(tx, cast.network, null, house.now()));
  expect(await openSealed(house, "2026-11-09T06:00:00Z")).toEqual({ pieces: 0, unreadable: 0 });
  expect(await house.store.read.select().from(sealedFeedback)).toEqual([]);
});

it("neither the log nor the metrics tell when someone gave feedback or followed it", async () => {
  const app = await house.app();
  const lines: string[] = [];
  app.addHook("onRequest", async (request) => {
    request.log.info = ((facts: unknown) => lines.push(JSON.stringify(facts))) as never;
  });
  const ola = await browserOf(house, cast.ola);
  const form = {
    ...{ nettverk: cast.network, tekst: "Ingen tar telefonen.", folge: "", onske: "" },
    ...{ navn: "anonymous", ord: "own", gjelder: "none" },
  };
  await ola.get("/innspill/nytt");
  expect((await ola.post("/innspill/nytt", form)).statusCode).toBe(303);
  await ola.get("/innspill/takk");
  await ola.post("/innspill/kvittering", { kode: "AAAA-AAAA-AAAA-AAAA" });
  await ola.get("/eksempler");
  const metrics = (await ola.get("/internal/metrics")).body;
  expect(metrics).toContain("/eksempler");
  expect(metrics).not.toMatch(/innspill/);
  expect(lines.join()).toContain("/eksempler");
  expect(lines.join()).not.toMatch(/innspill/);
});
