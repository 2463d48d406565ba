/**
 * A tour in pictures: every page each person of the demo reaches by links, on a phone and a desk.
 * `npm run shots -- --language=nn --dark --person=ola`; look at shots/index.html.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import type { Language } from "../../server/web/languages.ts";
import { castKeys, speak } from "../house/demo-house.ts";
import { root } from "../house.ts";
import { desktop, phone } from "./chromium.ts";
import { openSite } from "./site.ts";

const { values: chosen } = parseArgs({
  options: {
    language: { type: "string", default: "nb" },
    dark: { type: "boolean", default: false },
    person: { type: "string" },
  },
});
const folder = join(root, "shots");
const isWalkable = (path: string) => path.startsWith("/") && !/^\/(assets|dev|internal)\//.test(path);
/** Ids, slugs and what follows `?` do not make another kind of page. */
const kindOf = (path: string) =>
  path
    .replace(/[#?].*/, "")
    .replace(/[a-z2-7]{26}/g, "id")
    .replace(/^(\/eksempler\/)(?!utkast)[^/]+/, "$1slug")
    .replace(/^(\/laeringspunkter\/id\/|\/tema\/)[^/]+$/, "$1");

/** How many of one kind are shown: gatherings differ most, those to come from those gone by. */
const most = (kind: string) => (kind === "/samlinger/id" ? 6 : 2);

interface Shot {
  path: string;
  file: string;
  title: string;
  isTooWide: boolean;
}

async function shoot(page: Page, path: string, name: string): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    const file = `${name}-${viewport.width}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: true });
    const isTooWide = (await page.evaluate("document.documentElement.scrollWidth")) !== viewport.width;
    shots.push({ path, file, title: await page.title(), isTooWide });
  }
  return shots;
}

async function tour(page: Page, base: string, who: string): Promise<Shot[]> {
  const seen = new Set<string>();
  const times = new Map<string, number>();
  const waiting = ["/"];
  const shots: Shot[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const before = times.get(kindOf(path)) ?? 0;
    if (seen.has(path) || before >= most(kindOf(path))) continue;
    seen.add(path);
    times.set(kindOf(path), before + 1);
    const answer = await page.goto(base + path).catch(() => null); // a file to take home is no page
    if (!answer?.headers()["content-type"]?.startsWith("text/html")) continue;
    const name = `${who === "-" ? "stranger" : who}-${String(seen.size).padStart(3, "0")}${kindOf(path).replace(/\W+/g, "_")}`;
    shots.push(...(await shoot(page, path, name)));
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    waiting.push(...links.filter(isWalkable));
  }
  return shots;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await openSite("2026-11-23T09:00:00Z");
await speak(site.house, chosen.language as Language);
const people = chosen.person ? [chosen.person] : ["-", ...castKeys];
let html = "<!doctype html><meta charset=utf-8><title>Shots</title>";
for (const who of people) {
  const page = who === "-" ? await site.strangersPage() : await site.pageOf(who);
  if (chosen.dark) await page.emulateMedia({ colorScheme: "dark" });
  const shots = await tour(page, site.url, who);
  const figures = shots.map(
    ({ path, file, title, isTooWide }) =>
      `<figure style="display:inline-block;vertical-align:top"><a href="${file}"><img src="${file}" loading=lazy height=400></a><figcaption>${isTooWide ? "TOO WIDE " : ""}${title}<br>${path}</figcaption></figure>`,
  );
  html += `<h1>${who}: ${shots.length / 2} pages</h1>${figures.join("")}`;
  for (const shot of shots.filter((one) => one.isTooWide)) console.log("too wide:", shot.file);
  console.log(who, shots.length / 2, "pages");
}
writeFileSync(join(folder, "index.html"), html);
await site.close();
process.exit(0);
