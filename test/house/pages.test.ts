import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { languages } from "../../server/web/languages.ts";
import { browserOf } from "../house.ts";
import { crawlers, everything, openDemoHouse, speak } from "./demo-house.ts";

let house: Awaited<ReturnType<typeof openDemoHouse>>;
beforeAll(async () => {
  house = await openDemoHouse();
  await house.app(); // keeps the case files of this program in the store
});
afterAll(() => house.close());

const internalLink = /<a [^>]*href="(\/[^"#]*)/g;
const notToFollow = /^\/(assets|dev|internal)\//;
/** What a template prints by mistake. */
const printedByMistake = /\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date|>\s*null\s*</;

/** Follows every link a person meets, each kind of address a few times. */
async function crawl(
  personId: string | null,
): Promise<Map<string, { status: number; body: string; isPage: boolean }>> {
  const browser = await browserOf(house, personId);
  const seen = new Map<string, { status: number; body: string; isPage: boolean }>();
  const perKind = new Map<string, number>();
  const waiting = ["/"];
  while (waiting.length > 0) {
    const path = waiting.shift() as string;
    const kind = path.replace(/[a-z2-7]{26}/g, ":id").replace(/\?.*/, "?");
    const times = (perKind.get(kind) ?? 0) + 1;
    if (seen.has(path) || times > 3 || notToFollow.test(path)) continue;
    perKind.set(kind, times);
    const response = await browser.get(path);
    const isPage = String(response.headers["content-type"]).startsWith("text/html");
    seen.set(path, { status: response.statusCode, body: response.body, isPage });
    for (const [, href] of response.body.matchAll(internalLink))
      waiting.push((href as string).replaceAll("&amp;", "&"));
  }
  return seen;
}

describe("every page anyone can reach in the demo", () => {
  // the language of a page is not the engine's: one of them is enough on PostgreSQL
  it.each(engine === "postgres" ? (["nn"] as const) : languages)(
    "opens and prints no mistake, in %s, and no GET changes anything",
    async (language) => {
      await speak(house, language);
      const before = await everything(house);
      const faults: string[] = [];
      for (const key of crawlers) {
        for (const [path, { status, body, isPage }] of await crawl(await house.idOf(key))) {
          if (status >= 400) faults.push(`${key} ${path}: ${status}`);
          const mistake = printedByMistake.exec(body.replace(/<script[\s\S]*?<\/script>/g, ""));
          if (mistake) faults.push(`${key} ${path}: printed ${mistake[0]}`);
          if (isPage && status === 200 && !body.includes(`<html lang="${language}"`))
            faults.push(`${key} ${path}: not in ${language}`);
        }
      }
      expect(faults).toEqual([]);
      expect(await everything(house)).toBe(before);
    },
  );

  it("have one way back at most, and always above the heading", async () => {
    const faults: string[] = [];
    for (const key of crawlers) {
      for (const [path, { body }] of await crawl(await house.idOf(key))) {
        const ways = [...body.matchAll(/class="back no-print"/g)];
        if (ways.length > 1 || (ways[0] && ways[0].index > body.indexOf("<h1")))
          faults.push(`${key} ${path}`);
        // a page beneath a gathering leads back there or to a page between
        const beneath = /^\/samlinger\/[a-z2-7]{26}\/\w/.test(path) && body.includes("<h1");
        if (beneath && ways.length === 0) faults.push(`${key} ${path}: no way back`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("strangers reach the front page, sign-in and privacy, and nothing else", async () => {
    const paths = [...(await crawl(null))].filter(([, { status }]) => status === 200).map(([path]) => path);
    expect(paths.filter((path) => !/^\/($|logg-inn|personvern|veiledning|eksempler)/.test(path))).toEqual([]);
  });
});
