/** Lists: paged by key without loss or repeat, in a fixed number of statements, whatever the address holds. */
import { eq, isNull, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inboxPage } from "../../server/learning/feedback-queries.ts";
import { queuePage } from "../../server/learning/item-queries.ts";
import { deriveMissingLanes } from "../../server/learning/lane.ts";
import { momentKey, readKey } from "../../server/learning/page-key.ts";
import { addRule } from "../../server/learning/rule.ts";
import {
  feedback,
  feedbackAuthors,
  feedbackWords,
  learningItems,
  referrals,
} from "../../server/learning/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** `n` items at two moments only, so that keys must break ties; the first `sent` wait before Leif. */
async function addItems(n: number, sent = 0) {
  const ids = Array.from({ length: n }, newId);
  await house.store.write(async (tx) => {
    const ruleId = await addRule(tx, { words: "Én kontakt er nok.", kind: "unwritten" }, house.now());
    const moment = (i: number) => Temporal.Instant.from(`2026-10-0${1 + (i % 2)}T09:00:00Z`);
    await tx.insert(learningItems).values(
      ids.map((id, i) => ({
        ...{ id, networkId: cast.network, themeSlug: "roller", question: `Spørsmål nummer ${i}?` },
        ...{ createdById: cast.kari, createdAt: moment(i), suggestedRuleId: ruleId },
      })),
    );
    if (sent > 0) {
      await tx.insert(referrals).values(
        ids.slice(0, sent).map((itemId, i) => ({
          ...{ itemId, iteration: 1, number: 1, kind: "sent" as const, fromId: cast.kari, toId: cast.leif },
          at: moment(i),
        })),
      );
    }
  });
  await deriveMissingLanes(house.store);
}

async function addFeedback(
  n: number,
  about: { isAboutAdviser: boolean; aboutAdviserId?: string } | null = null,
) {
  const ids = Array.from({ length: n }, newId);
  await house.store.write(async (tx) => {
    await tx.insert(feedback).values(
      ids.map((id, i) => ({
        ...{ id, networkId: cast.network, source: "free" as const, naming: "named" as const },
        ...{ wording: "own" as const, visibleFrom: `2026-10-0${1 + (i % 2)}`, ...about },
      })),
    );
    await tx
      .insert(feedbackWords)
      .values(ids.map((feedbackId, i) => ({ feedbackId, text: `Ord nummer ${i}.` })));
    await tx
      .insert(feedbackAuthors)
      .values(
        ids.map((feedbackId, i) => ({ feedbackId, personId: cast.ola, givenOn: `2026-10-0${1 + (i % 2)}` })),
      );
  });
}

/** Follows the one link "more" of a list to its end; gives what each page holds. */
async function pages(personId: string, path: string, more: RegExp, one: RegExp): Promise<string[][]> {
  const browser = await browserOf(house, personId);
  const all: string[][] = [];
  let next: string | undefined = path;
  while (next && all.length < 20) {
    const { body, statusCode } = await browser.get(next);
    expect(statusCode).toBe(200);
    all.push([...body.matchAll(one)].map((match) => match[0]));
    next = more.exec(body)?.[1]?.replaceAll("&amp;", "&");
  }
  return all;
}
const question = /Spørsmål nummer \d+\?/g;

describe.each([
  ["what one has said", "/innspill", /href="(\/innspill\?egne=[^"]+)"/, /Ord nummer \d+\./g, "ola"],
  ["the network's", "/innspill", /href="(\/innspill\?etter=[^"]+)"/, question, "siri"],
  [
    "a lane of the board",
    "/laeringspunkter?tilstand=gathered",
    /href="([^"]+tilstand=gathered&[^"]+)"/,
    question,
    "kari",
  ],
  ["a leader's queue", "/laeringspunkter/ko", /href="([^"]+ko\?etter=[^"]+)"/, question, "leif"],
  ["an inbox", "/innspill/innboks", /href="([^"]+innboks\?etter=[^"]+)"/, /Ord nummer \d+\./g, "kari"],
] as const)("%s", (_name, path, more, one, who) => {
  it("comes a page at a time, each once", async () => {
    await addItems(110, 55);
    await addFeedback(75);
    const found = await pages(cast[who], path, more, one);
    const all = found.flat();
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(all).size).toBe(all.length);
    const expected = { ola: 75, siri: 110, kari: path.includes("innboks") ? 75 : 55, leif: 55 }[who];
    expect(all).toHaveLength(expected);
  });
});

it("the items that press on a rule come a page at a time", async () => {
  await addItems(45, 45);
  const [rule] = await house.store.read.select().from(learningItems);
  const found = await pages(
    cast.leif,
    `/regler/${rule?.ruleId}`,
    /href="(\/regler\/[^"]+etter=[^"]+)"/,
    question,
  );
  expect(found.map((page) => page.length)).toEqual([20, 20, 5]);
});

it("rules come in the order of pressure, a page at a time", async () => {
  const ruleIds: string[] = [];
  await house.store.write(async (tx) => {
    for (let i = 0; i < 25; i++) {
      const ruleId = await addRule(
        tx,
        { words: `Regel ${String(i).padStart(2, "0")}`, kind: "routine" },
        house.now(),
      );
      ruleIds.push(ruleId);
      for (let n = 0; n <= i % 5; n++) {
        await tx.insert(learningItems).values({
          ...{
            id: newId(),
            networkId: cast.network,
            themeSlug: "roller",
            question: "Hva?",
            lane: "waiting" as const,
          },
          ...{ createdById: cast.kari, createdAt: house.now(), ruleId, suggestedRuleId: ruleId },
        });
      }
    }
  });
  const found = await pages(cast.kari, "/regler", /href="(\/regler\?etter=[^"]+)"/, /Regel (\d\d)/g);
  expect(found.map((page) => page.length)).toEqual([20, 5]);
  const pressure = found.flat().map((words) => Number(words.slice(-2)) % 5);
  expect(pressure).toEqual([...pressure].sort((a, b) => b - a));
  expect(new Set(found.flat()).size).toBe(25);
});

describe("pages", () => {
  const paths = {
    ola: ["/innspill"],
    kari: ["/laeringspunkter", "/innspill/innboks", "/regler", "/laeringspunkter?tilstand=gathered"],
    leif: ["/laeringspunkter/ko", "/laeringspunkter", "/regler"],
    randi: ["/laeringspunkter/ko", "/regler"],
  } as const;

  it("take as many statements with a hundred items as with three", async () => {
    const count = async () => {
      const found: Record<string, number> = {};
      for (const who of Object.keys(paths) as (keyof typeof paths)[]) {
        const browser = await browserOf(house, cast[who]);
        for (const path of paths[who]) {
          house.statements.length = 0;
          expect((await browser.get(path)).statusCode).toBe(200);
          found[`${who} ${path}`] = house.statements.length;
        }
      }
      return found;
    };
    await addItems(3, 2);
    await addFeedback(2);
    const few = await count();
    await addItems(100, 60);
    await addFeedback(60);
    expect(await count()).toEqual(few);
  });

  it("open whatever key an address holds", async () => {
    await addItems(3, 2);
    const keys = ["x", "1.a", "9999999999999999999.aaa", "-1.abc", "2026-10-01.%27", "1.2.a"];
    for (const who of Object.keys(paths) as (keyof typeof paths)[]) {
      const browser = await browserOf(house, cast[who]);
      for (const path of paths[who]) {
        for (const key of keys) {
          const joint = path.includes("?") ? "&" : "?";
          const response = await browser.get(`${path}${joint}etter=${key}&egne=${key}`);
          expect([path, key, response.statusCode]).toEqual([path, key, 200]);
        }
      }
    }
  });
});

it("keys go out and in again, and nonsense is none", async () => {
  const at = Temporal.Instant.from("2026-10-01T09:00:00Z");
  const id = newId();
  expect(readKey(`${at.epochMilliseconds}.${id}`)).toEqual(momentKey(at, id));
  expect([readKey(null), readKey(["a"]), readKey("a.b"), readKey("1.")]).toEqual([null, null, null, null]);
  expect(await queuePage(house.store.read, cast.leif, momentKey(at, id), 5)).toEqual([]);
  expect(
    (await inboxPage(house.store.read, cast.kari, "2026-11-02", { value: "2026-10-01", id }, 5)).rows,
  ).toEqual([]);
});

it("an inbox is no empty page while something of one's own lies further on", async () => {
  await addFeedback(40, { isAboutAdviser: true, aboutAdviserId: cast.kari }); // Tore's to read
  await addFeedback(9);
  await addFeedback(1, { isAboutAdviser: true }); // about all of them: Randi's
  await house.store.write((tx) =>
    tx
      .update(feedback)
      .set({ visibleFrom: "2026-10-09" })
      .where(or(eq(feedback.isAboutAdviser, false), isNull(feedback.aboutAdviserId))),
  );
  const first = async (who: string) =>
    (await inboxPage(house.store.read, who, "2026-11-02", null, 20)).rows.length;
  expect([await first(cast.randi), await first(cast.kari), await first(cast.tore)]).toEqual([1, 9, 20]);
  await house.store.write((tx) =>
    tx.update(feedback).set({ visibleFrom: "2026-10-10" }).where(eq(feedback.aboutAdviserId, cast.kari)),
  );
  const { next } = await inboxPage(house.store.read, cast.kari, "2026-11-02", null, 9);
  expect(next).toBeNull(); // "later" would tell her that there is something about her
});
