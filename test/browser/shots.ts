/**
 * A tour in pictures: every page of the route table that opens for each role, the states people get into,
 * main pages without script and on paper, and every mail; on four widths, in light and dark, in three
 * languages. What a machine sees wrong is printed and stands under the picture.
 * `npm run shots -- --language=nn --mode=dark --width=320 --person=ola --only=^/samlinger`; look at shots/index.html.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { gatherings } from "../../server/gatherings/tables.ts";
import { type Language, languages } from "../../server/web/languages.ts";
import { castKeys, speak } from "../house/demo-house.ts";
import { root } from "../house.ts";
import { everyMail } from "../mail/every-mail.ts";
import { looksWrong } from "./looks.ts";
import { openSite } from "./site.ts";
import { states } from "./states.ts";
import { type Key, openTour } from "./tour.ts";

const { values: chosen } = parseArgs({
  options: {
    language: { type: "string" },
    mode: { type: "string" },
    width: { type: "string" },
    person: { type: "string" },
    only: { type: "string", default: "" },
    /** Of pages, states, paper, mails. */
    part: { type: "string" },
  },
});
const only = new RegExp(chosen.only);
const folder = join(root, "shots");
const tongues = languages.filter((one) => !chosen.language || one === chosen.language);
const modes = (["light", "dark"] as const).filter((one) => !chosen.mode || one === chosen.mode);
const widths = [320, 390, 768, 1280].filter((one) => !chosen.width || one === Number(chosen.width));
/** Pages most people see: also without script and on paper. */
const mainPages =
  /^\/($|samlinger($|\/[a-z2-7]{26}($|\/referat$|\/dagsorden$))|innspill($|\/nytt$)|svar\/|laeringspunkter($|\/ko$)|ring$|eksempler($|\/tuva$)|veiledning\/|nettverk\/\w+\/(arshjul|rapport|ring|helse)$|kobling)/;

interface Shot {
  group: string;
  file: string;
  title: string;
  says: string;
  faults: string[];
}
const shots: Shot[] = [];
/** Each fault with where it was seen. */
const found = new Map<string, Set<string>>();
const plain = (words: string) =>
  words
    .replace(/[a-z2-7]{26}[\w.-]*/g, "id")
    .replace(/\W+/g, "_")
    .replace(/^_|_$/g, "")
    .slice(0, 60);

let number = 0;
/** The page as it stands, in each width and mode that is asked for. */
async function shoot(page: Page, group: string, says: string, sizes = widths, looks = modes): Promise<void> {
  number += 1;
  const name = `${group}-${String(number).padStart(4, "0")}-${plain(says) || "front"}`;
  for (const width of sizes) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    const faults = await looksWrong(page);
    for (const colorScheme of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const file = `${name}-${width}-${colorScheme}.jpg`;
      await page.screenshot({
        path: join(folder, file),
        type: "jpeg",
        quality: 60,
        fullPage: true,
        timeout: 180_000,
      });
      const isFirst = colorScheme === looks[0];
      shots.push({ group, file, title: await page.title(), says, faults: isFirst ? faults : [] });
    }
    for (const fault of faults) {
      const places = found.get(fault) ?? new Set();
      found.set(fault, places.add(`${group} ${width} ${says}`));
    }
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await openSite("2026-11-23T09:00:00Z");
const tour = await openTour(site);
const app = await site.house.app();
const people = (["stranger", ...castKeys.filter((key) => key !== "siri")] as Key[]).filter(
  (key) => !chosen.person || key === chosen.person,
);
const isAsked = (part: string) => !chosen.part || chosen.part === part;

/** How a page that opens for someone is built, without its words: roles that see the same see it once. */
async function opensAs(key: Key, path: string): Promise<string | null> {
  const { statusCode, headers, body } = await app.inject({
    url: path,
    headers: { cookie: tour.cookies[key] ?? "" },
  });
  if (statusCode !== 200 || !String(headers["content-type"]).startsWith("text/html")) return null;
  const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? body;
  const parts = [...main.matchAll(/<(\w+)[^>]*>/g)].map(
    ([tag, name]) => `${name} ${/class="[^"]*"/.exec(tag ?? "")?.[0]}`,
  );
  return [...new Set(parts)].sort().join();
}

/** For each person the addresses to see: of each route those that show them what nobody before was shown. */
async function pagesToSee(): Promise<Map<Key, string[]>> {
  const seen = new Map<string, Set<string>>();
  const pages = new Map<Key, string[]>(people.map((key) => [key, []]));
  for (const { method, url } of app.routeTable) {
    if (method !== "GET" || /^\/(assets|internal|dev)|\/(innhold|puls)$/.test(url) || url === "/gruppe/:id")
      continue;
    for (const path of tour.addresses(url).filter((one) => only.test(one)))
      for (const key of people) {
        const body = await opensAs(key, path);
        const known = seen.get(path) ?? new Set();
        if (body === null || known.has(body)) continue;
        seen.set(path, known.add(body));
        pages.get(key)?.push(path);
      }
  }
  return pages;
}

async function asSomeone(key: Key, language: Language, visit: (page: Page) => Promise<void>): Promise<void> {
  const page = await tour.pageOf(key);
  await page.context().addCookies([{ name: "sprak", value: language, url: site.url }]);
  await visit(page);
  await page.context().close();
}

/** Runs what waits, two at a time. */
async function inPairs(waiting: (() => Promise<void>)[]): Promise<void> {
  const next = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await one();
  };
  await Promise.all([next(), next()]);
}

async function allPages(language: Language): Promise<void> {
  const pages = await pagesToSee();
  const work = [...pages].map(
    ([key, paths]) =>
      () =>
        asSomeone(key, language, async (page) => {
          for (const path of paths) {
            await page.goto(site.url + path);
            await shoot(page, `${language}-${key}`, path);
          }
        }),
  );
  await inPairs(work);
  console.log(language, [...pages].map(([key, paths]) => `${key} ${paths.length}`).join(", "));
}

/** Main pages on paper, and on a phone that runs no script. */
async function onPaperAndWithoutScript(language: Language): Promise<void> {
  const pages = await pagesToSee();
  for (const [key, paths] of pages) {
    const main = paths.filter((path) => mainPages.test(path));
    await asSomeone(key, language, async (page) => {
      for (const path of main) {
        await page.goto(site.url + path);
        await page.setViewportSize({ width: 794, height: 1123 });
        await page.emulateMedia({ media: "print", colorScheme: "light" });
        const file = `${language}-paper-${key}-${plain(path) || "front"}.jpg`;
        await page.screenshot({ path: join(folder, file), type: "jpeg", quality: 60, fullPage: true });
        await page.emulateMedia({ media: "screen" });
        shots.push({ group: `${language}-paper`, file, title: await page.title(), says: path, faults: [] });
      }
    });
    const context = await site.browser.newContext({ javaScriptEnabled: false, locale: "nb-NO" });
    const value = tour.cookies[key]?.replace("okt=", "");
    const own = value ? [{ name: "okt", value, url: site.url }] : [];
    await context.addCookies([...own, { name: "sprak", value: language, url: site.url }]);
    const page = await context.newPage();
    for (const path of main) {
      await page.goto(site.url + path);
      await page.setViewportSize({ width: 390, height: 740 });
      const file = `${language}-noscript-${key}-${plain(path) || "front"}.jpg`;
      await page.screenshot({ path: join(folder, file), type: "jpeg", quality: 60, fullPage: true });
      shots.push({ group: `${language}-noscript`, file, title: path, says: path, faults: [] });
    }
    await context.close();
  }
}

async function allStates(language: Language): Promise<void> {
  for (const { name, who, go } of states.filter((one) => only.test(one.name)))
    await asSomeone(who, language, async (page) => {
      await go(page, site);
      await shoot(page, `${language}-state`, `${who}: ${name}`);
    });
}

/** One of each mail, as it is opened: mails have colours of their own, so one mode is enough. */
async function allMails(language: Language): Promise<void> {
  const { store, templates, mailer } = site.house;
  const [gathering] = await store.read.select().from(gatherings).limit(1);
  const { mailTexts } = await import("../../server/mail/texts.ts");
  const { inLanguage } = await import("../../server/web/languages.ts");
  const { timesWhole } = await import("../../server/web/dates.ts");
  await asSomeone("stranger", language, async (page) => {
    for (const { name, mail } of everyMail(mailer, gathering as NonNullable<typeof gathering>, language)) {
      const nothing = { question: "", facts: [], links: [], sections: [], footer: [], lastLink: null };
      const more = { t: inLanguage(mailTexts, language), language, times: timesWhole.inMail };
      await page.setContent(templates.render("/mail/mail", { ...nothing, ...mail, ...more }));
      await shoot(page, `${language}-mail`, name, widths, ["light"]);
    }
  });
}

/** All pictures of a group side by side, those with faults marked. */
function writeIndex(): void {
  let html =
    "<!doctype html><meta charset=utf-8><title>Shots</title><style>figure{display:inline-block;vertical-align:top;margin:8px;max-width:20rem}b{color:#c00}</style>";
  for (const group of [...new Set(shots.map((one) => one.group))]) {
    const own = shots.filter((one) => one.group === group);
    html += `<h1>${group}: ${own.length} pictures</h1>`;
    for (const { file, title, says, faults } of own)
      html += `<figure><a href="${file}"><img src="${file}" loading=lazy height=400></a><figcaption>${says}<br>${title.replace(/</g, "&lt;")}<br><b>${faults.join("<br>").replace(/</g, "&lt;")}</b></figcaption></figure>`;
  }
  writeFileSync(join(folder, "index.html"), html);
}

for (const language of tongues) {
  await speak(site.house, language);
  if (isAsked("pages")) await allPages(language);
  if (isAsked("paper")) await onPaperAndWithoutScript(language);
  if (isAsked("mails")) await allMails(language);
}
for (const language of isAsked("states") ? tongues : []) {
  await speak(site.house, language);
  await allStates(language);
}
writeIndex();
for (const [fault, places] of found) console.log(`${fault} – ${places.size} times, as in ${[...places][0]}`);
console.log(`${shots.length} pictures, ${shots.filter((one) => one.faults.length > 0).length} with faults`);
await site.close();
process.exit(0);
