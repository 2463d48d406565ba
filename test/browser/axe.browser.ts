/**
 * WCAG 2.0–2.2 A and AA and best practice, on the narrowest screen, on every page there is. The pages come
 * from the route table: a route that nobody can open here, and that is not in the list of those with a
 * reason, fails. Each page is looked at in three languages and both modes, but not each language in each
 * mode: in bokmål and in light everything there is, with more addresses and persons where much depends
 * on them, and those also in dark; in nynorsk in dark, and in
 * English all but colours, which are as in bokmål: one address of each page.
 */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatherings } from "../../server/gatherings/tables.ts";
import { mailKinds } from "../../server/mail/kinds.ts";
import { outbox } from "../../server/mail/tables.ts";
import { type Language, languages } from "../../server/web/languages.ts";
import { speak } from "../house/demo-house.ts";
import { everyMail } from "../mail/every-mail.ts";
import { faultsOf } from "./faults.ts";
import { openSite, type Site } from "./site.ts";
import { states } from "./states.ts";
import { type Key, openTour, type Tour } from "./tour.ts";

/** GET routes that are not looked at here, each with the reason. */
const notHere: Record<string, string> = {
  "/assets/*": "files, not pages",
  "/dev/mail/:id/innhold": "the mail itself, in which no script may run: looked at below, one of each kind",
  "/gruppe/:id": "a phone in a group: looked at in every step in group.browser.ts",
  "/gruppe/:id/puls": "a piece of that page",
};
/** Pages on which much depends on the state they are in: each of the addresses, not only the first. */
const inManyStates = [
  "/samlinger/:id",
  "/laeringspunkter/:id",
  "/svar/:token",
  "/kobling/:id",
  "/regler/:id",
];
/** Pages that each role has as its own. */
const perRole = ["/", "/samlinger", "/kobling"];

let site: Site;
let tour: Tour;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
  tour = await openTour(site);
});
afterAll(() => site.close());

interface Seen {
  key: Key;
  path: string;
  /** The first that opened of its route: looked at in every language. */
  isFirst: boolean;
}
/** Who opens what: for each route with a page, the addresses and persons to look at it with. */
async function pagesToSee(): Promise<{ seen: Seen[]; missing: string[]; stale: string[] }> {
  const app = await site.house.app();
  const seen: Seen[] = [];
  const missing: string[] = [];
  const routes = app.routeTable.filter(({ method }) => method === "GET");
  const stale = Object.keys(notHere).filter((listed) => !routes.some(({ url }) => url === listed));
  for (const { url } of routes) {
    if (url in notHere) continue;
    let times = 0;
    let isNoPage = false;
    const opened = new Set<string>();
    for (const key of ["stranger", "ola", "kari", "leif", "amir", "siri", "randi", "nina"] as const) {
      if (times > 0 && !perRole.includes(url) && !inManyStates.includes(url)) break;
      for (const path of tour.addresses(url)) {
        if (opened.has(path) && !perRole.includes(url)) continue;
        if (times > 0 && !inManyStates.includes(url) && !perRole.includes(url)) break;
        const { statusCode, headers } = await app.inject({
          url: path,
          headers: { cookie: tour.cookies[key] ?? "" },
        });
        const isHtml = String(headers["content-type"]).startsWith("text/html");
        // a door that only leads on, or a file
        if (statusCode === 200 && !isHtml) isNoPage = true;
        if (statusCode === 303 && !String(headers.location).startsWith("/logg-inn")) isNoPage = true;
        if (statusCode !== 200 || !isHtml) continue;
        seen.push({ key, path, isFirst: times === 0 || perRole.includes(url) });
        times += 1;
        opened.add(path);
      }
    }
    if (times === 0 && !isNoPage) missing.push(url);
  }
  return { seen, missing, stale };
}

/** Looks at the pages, two persons at a time. */
async function lookAt(
  pages: Seen[],
  language: Language,
  modeOf: (one: Seen) => Parameters<typeof faultsOf>[2],
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...new Set(pages.map(({ key }) => key))];
  const next = async () => {
    for (let key = waiting.shift(); key; key = waiting.shift()) {
      const page = await tour.pageOf(key);
      await page.context().addCookies([{ name: "sprak", value: language, url: site.url }]);
      for (const one of pages.filter((other) => other.key === key)) {
        await page.goto(site.url + one.path);
        const lang = await page.locator("html").getAttribute("lang");
        if (lang !== language) faults.push(`${key} ${one.path}: in ${lang}, not ${language}`);
        const found = await faultsOf(page, undefined, modeOf(one));
        faults.push(...found.map((fault) => `${key} ${fault}`));
      }
      await page.context().close();
    }
  };
  await Promise.all([next(), next()]);
  return faults;
}

let pages: Awaited<ReturnType<typeof pagesToSee>>;
describe("every page there is", () => {
  it("is looked at, or is in the list with a reason; and bars nobody, in bokmål", async () => {
    await speak(site.house, "nb");
    pages = await pagesToSee();
    const { seen, missing, stale } = pages;
    expect({ missing, stale }).toEqual({ missing: [], stale: [] });
    // the first of each route is seen in dark in nynorsk
    expect(await lookAt(seen, "nb", ({ isFirst }) => (isFirst ? "light" : "both"))).toEqual([]);
  }, 900_000);

  it.each([
    ["nn", "dark"],
    ["en", "words"],
  ] as const)(
    "bars nobody in %s, %s",
    async (language, mode) => {
      await speak(site.house, language);
      const faults = await lookAt(
        pages.seen.filter(({ isFirst }) => isFirst),
        language,
        () => mode,
      );
      await speak(site.house, "nb");
      expect(faults).toEqual([]);
    },
    900_000,
  );

  it("bars nobody in the states people get into: refused, empty, full, closed, not found", async () => {
    const faults: string[] = [];
    for (const { name, who, go } of states) {
      const page = await tour.pageOf(who);
      await go(page, site);
      faults.push(...(await faultsOf(page, `${who}: ${name}`)));
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });
});

it.each(languages)(
  "mails bar nobody: one of each kind there is, as they are opened, in %s",
  async (language) => {
    const { store, mailer, now } = site.house;
    const [gathering] = await store.read.select().from(gatherings);
    await store.write(async (tx) => {
      for (const { mail } of everyMail(mailer, gathering as NonNullable<typeof gathering>, language)) {
        const { onceKey: _, messageId: __, ...fresh } = mail;
        await mailer.queue(tx, { ...fresh, to: { ...fresh.to, email: `${language}@axe.example` } }, now());
      }
    });
    const sent = await store.read
      .select({ kind: outbox.kind, html: outbox.htmlBody })
      .from(outbox)
      .where(eq(outbox.toAddress, `${language}@axe.example`));
    expect(new Set(sent.map(({ kind }) => kind))).toEqual(new Set(mailKinds));
    const page = await tour.pageOf("stranger");
    const faults: string[] = [];
    for (const { kind, html } of new Map(sent.map((mail) => [mail.html, mail])).values()) {
      await page.setContent(html);
      faults.push(...(await faultsOf(page, `mail ${kind}`, language === "nn" ? "dark" : "light")));
    }
    expect(faults).toEqual([]);
  },
);
