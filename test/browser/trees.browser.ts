/**
 * The main pages as a screen reader says them: the accessible tree Chromium builds, kept as text in
 * `trees/`. A change there is read by a human before it is accepted: what is said, in which order, and
 * whether two things of different kind are called the same. `npm run test:browser -- -u` accepts.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { realIds } from "../house/real-ids.ts";
import { openSite, type Site } from "./site.ts";
import { idOfDemo } from "./states.ts";

/** Ids in the order they are made, so that what has waited equally long stands in the same order each time. */
vi.mock("node:crypto", async (original) => {
  const real = await original<typeof import("node:crypto")>();
  let made = 0n;
  const next = () => {
    let bits = 0n;
    for (let rest = made++, letter = 24n; letter >= 0n; letter--, rest /= 26n) {
      bits |= (rest % 26n) << (5n * letter);
    }
    return Buffer.from(bits.toString(16).padStart(32, "0"), "hex");
  };
  const randomBytes = (size: number) => (size === 16 ? next() : real.randomBytes(size));
  return { ...real, default: real, randomBytes };
});

let site: Site;
let ids: Record<string, string[]>;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
  ids = await realIds({ ...site.house, idOf: (key) => idOfDemo(site, key) });
});
afterAll(() => site.close());

/** What is said: without addresses, which are not read, and with long lists to choose from cut short. */
function said(tree: string): string {
  let options = 0;
  const lines = tree.split("\n").flatMap((line) => {
    if (/^\s*- \/(url|placeholder):/.test(line)) return [];
    if (!/^\s*- option /.test(line)) options = 0;
    else if (++options > 4 && !line.includes("[selected]")) {
      return options === 5 ? [line.replace(/- option .*/, "- …")] : [];
    }
    return [line.replace(/^(\s*- .*[^:]):$/, "$1")];
  });
  return `${lines.join("\n")}\n`;
}

async function treeOf(page: Page, path: string): Promise<string> {
  await page.goto(site.url + path);
  return said(await page.locator("body").ariaSnapshot());
}

/** The first link on a page whose address fits. */
async function found(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(site.url + path);
  const hrefs = await page
    .locator("main a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  const href = hrefs.find((one) => pattern.test(one));
  expect(href, `${path} leads to ${pattern}`).toBeDefined();
  return href as string;
}

/** The link in Ola's mail to a gathering that is to come. */
async function openAnswer(page: Page): Promise<string> {
  for (const token of ids["/svar/:token"] ?? []) {
    await page.goto(`${site.url}/svar/${token}?svar=ja`);
    if ((await page.locator("main button").count()) > 0) return `/svar/${token}?svar=ja`;
  }
  throw new Error("no invitation of Ola's is open");
}

const gathering = /^\/samlinger\/[a-z2-7]{26}$/;
type Where = string | ((page: Page) => Promise<string>);
const pages: [name: string, who: string, where: Where][] = [
  ["mentor-front", "ola", "/"],
  ["mentor-gathering", "ola", (page) => found(page, "/samlinger", gathering)],
  ["mentor-gatherings", "ola", "/samlinger"],
  ["mentor-case", "ola", "/eksempler/tuva"],
  ["mentor-feedback", "ola", "/innspill/nytt"],
  ["mentor-said-and-done", "ola", "/innspill"],
  ["answer-by-link", "stranger", openAnswer],
  ["adviser-front", "kari", "/"],
  ["adviser-inbox", "kari", "/innspill/innboks"],
  ["adviser-board", "kari", "/laeringspunkter"],
  ["adviser-compose", "kari", async (page) => `${await found(page, "/samlinger", gathering)}/dagsorden`],
  ["leader-queue", "leif", "/laeringspunkter/ko"],
  ["leader-decision", "leif", (page) => found(page, "/laeringspunkter/ko", /beslutning$/)],
];

describe("read aloud", () => {
  it.each(pages)("%s", async (name, who, where) => {
    const page = await (who === "stranger" ? site.strangersPage() : site.pageOf(who));
    const tree = await treeOf(page, typeof where === "string" ? where : await where(page));
    await page.context().close();
    await expect(tree).toMatchFileSnapshot(`./trees/${name}.txt`);
  });
});
