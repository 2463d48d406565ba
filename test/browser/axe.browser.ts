/**
 * WCAG 2.0–2.2 A and AA and best practice, on the narrowest screen, light and dark, on every page there is.
 * The pages come from the route table: a route that nobody can open here, and that is not in the list
 * of those with a reason, fails.
 */
import { desc, eq, isNotNull } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldToken } from "../../server/gatherings/held.ts";
import { heldAnswers, invitations } from "../../server/gatherings/tables.ts";
import { learningItems } from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { demoEmail } from "../../server/people/demo-cast.ts";
import { persons } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { castKeys, speak } from "../house/demo-house.ts";
import { addressesOf, realIds } from "../house/real-ids.ts";
import { cookieOf } from "../house.ts";
import { faultsOf, narrow } from "./faults.ts";
import { openSite, type Site } from "./site.ts";
import { states } from "./states.ts";

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
type Key = (typeof castKeys)[number] | "stranger";

let site: Site;
let ids: Record<string, string[]>;
const cookies: Partial<Record<Key, string>> = {};
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
  const { store } = site.house;
  const idOf = async (key: string) => {
    const all = await store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, demoEmail(key) as string));
    return all[0]?.id as string;
  };
  ids = await realIds({ ...site.house, idOf });
  for (const key of castKeys) cookies[key] = await cookieOf(site.house, await idOf(key));
  ids["/var-det-deg/:token"] = [await heldAnswer()];
  await site.mail.quiet();
});
afterAll(() => site.close());

/** An answer by mail that is kept aside until the person has said whether it was theirs. */
async function heldAnswer(): Promise<string> {
  const { store, config } = site.house;
  const [invitation] = await store.read.select().from(invitations).where(isNotNull(invitations.personId));
  const [id, now] = [newId(), site.house.now()];
  await store.write((tx) =>
    tx.insert(heldAnswers).values({
      ...{ id, invitationId: invitation?.id as string, personId: invitation?.personId as string },
      ...{ incomingId: newId(), addressKey: "kollega@demo.example", reason: "address", answer: "yes" },
      ...{ sequence: 0, saidAt: now, heldAt: now },
    }),
  );
  return heldToken(config.secret, id);
}

/** Someone's page, signed in by cookie, on the narrowest screen. */
async function pageOf(key: Key): Promise<Page> {
  const page = await site.strangersPage(narrow);
  const value = cookies[key]?.replace("okt=", "");
  if (value) await page.context().addCookies([{ name: "okt", value, url: site.url }]);
  return page;
}

const seasonRule = {
  ...{ hvilken: "2", ukedag: "2", hver: "1", start: "13:00", slutt: "15:00", fra: "2027-03-01" },
  ...{ til: "2027-08-31", tittel: "Samling", sted: "Kantina", plasser: "20", omfang: "alle" },
  ...{ "slag-0": "dialogue", "tittel-0": "Åpen runde", "minutter-0": "60", "punkt-0": "" },
};

function addresses(url: string): string[] {
  const all = addressesOf(url, ids);
  if (!url.endsWith("/forslag")) return all;
  const query = new URLSearchParams({ ...seasonRule, nettverk: ids["/nettverk/:id"]?.[0] as string });
  return all.map((path) => `${path}?${query}`);
}

/** Who opens what: for each route with a page, the addresses and persons to look at it with. */
async function pagesToSee(): Promise<{ seen: Map<Key, string[]>; missing: string[]; stale: string[] }> {
  const app = await site.house.app();
  const seen = new Map<Key, string[]>();
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
      for (const path of addresses(url)) {
        if (opened.has(path) && !perRole.includes(url)) continue;
        if (times > 0 && !inManyStates.includes(url) && !perRole.includes(url)) break;
        const { statusCode, headers } = await app.inject({
          url: path,
          headers: { cookie: cookies[key] ?? "" },
        });
        const isHtml = String(headers["content-type"]).startsWith("text/html");
        // a door that only leads on, or a file
        if (statusCode === 200 && !isHtml) isNoPage = true;
        if (statusCode === 303 && !String(headers.location).startsWith("/logg-inn")) isNoPage = true;
        if (statusCode !== 200 || !isHtml) continue;
        times += 1;
        opened.add(path);
        seen.set(key, [...(seen.get(key) ?? []), path]);
      }
    }
    if (times === 0 && !isNoPage) missing.push(url);
  }
  return { seen, missing, stale };
}

describe("every page there is", () => {
  it("is looked at, or is in the list with a reason; and bars nobody", async () => {
    const { seen, missing, stale } = await pagesToSee();
    expect({ missing, stale }).toEqual({ missing: [], stale: [] });
    const faults: string[] = [];
    for (const [key, paths] of seen) {
      const page = await pageOf(key);
      for (const path of paths) {
        await page.goto(site.url + path);
        faults.push(...(await faultsOf(page)).map((fault) => `${key} ${fault}`));
      }
      await page.context().close();
    }
    expect(faults).toEqual([]);
  }, 900_000);

  it("bars nobody in the states people get into: refused, empty, full, closed, not found", async () => {
    const faults: string[] = [];
    for (const { name, who, go } of states) {
      const page = await pageOf(who);
      await go(page, site);
      faults.push(...(await faultsOf(page, `${who}: ${name}`)));
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });

  it.each(["nn", "en"] as const)("bars nobody in %s, where words are longer", async (language) => {
    await speak(site.house, language);
    const faults: string[] = [];
    const [gathering, network] = [ids["/samlinger/:id"]?.[1], ids["/nettverk/:id"]?.[0]];
    const [item] = await site.house.store.read.select().from(learningItems).orderBy(desc(learningItems.id));
    const main: Partial<Record<Key, string[]>> = {
      ola: ["/", `/samlinger/${gathering}`, "/innspill/nytt", "/innspill", "/eksempler/tuva", "/temaonsker"],
      kari: ["/", `/samlinger/${gathering}/dagsorden`, "/innspill/innboks", `/nettverk/${network}/helse`],
      leif: ["/", "/laeringspunkter/ko", `/laeringspunkter/${item?.id}`],
    };
    for (const [key, paths] of Object.entries(main) as [Key, string[]][]) {
      const page = await pageOf(key);
      for (const path of paths) {
        await page.goto(site.url + path);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        faults.push(...(await faultsOf(page)).map((fault) => `${key} ${fault}`));
      }
      await page.context().close();
    }
    await speak(site.house, "nb");
    expect(faults).toEqual([]);
  });
});

it("mails bar nobody: one of each kind there is, as they are opened", async () => {
  const all = await site.house.store.read
    .select({ kind: outbox.kind, subject: outbox.subject, html: outbox.htmlBody })
    .from(outbox);
  const each = new Map(all.map((mail) => [mail.kind, mail]));
  expect(each.size).toBeGreaterThan(5);
  const page = await pageOf("stranger");
  const faults: string[] = [];
  for (const [kind, { html }] of each) {
    await page.setContent(html);
    faults.push(...(await faultsOf(page, `mail ${kind}`)));
  }
  expect(faults).toEqual([]);
});
