/**
 * A mentor on the underground opens the app from the home screen: two minutes, one hand. When is the next
 * gathering, and where? The case once more; whom to ring. "Ja, jeg kommer", written in a tunnel. What was
 * opened is there and says how old it is; what was written is not lost, and nobody else finds any of it.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { phone } from "./chromium.ts";
import { faultsOf } from "./faults.ts";
import { openSite, type Site } from "./site.ts";
import { openTunnel, type Tunnel } from "./tunnel.ts";

let site: Site;
let tunnel: Tunnel;
const pages: Page[] = [];
beforeAll(async () => {
  site = await openSite("2026-11-24T13:05:00Z");
});
afterAll(() => site.close());
beforeEach(async () => {
  tunnel = await openTunnel(site.url);
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
  await tunnel.close();
});

const gatheringLink = "main a[href^='/samlinger/']";

async function signIn(page: Page, person: string): Promise<void> {
  await page.goto(`${tunnel.url}/logg-inn`);
  await page.click(`button[value=${person}]`);
}

async function pageOf(person: string): Promise<Page> {
  const page = await site.strangersPage(phone);
  pages.push(page);
  await signIn(page, person);
  return page;
}

/** The addresses kept on the device. */
const keptOn = (page: Page) =>
  page.evaluate(`(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("sider-"));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  })()`) as Promise<string[]>;

/** Opens a page and waits until the device has it. */
async function openAndKeep(page: Page, path: string): Promise<void> {
  await page.goto(tunnel.url + path);
  await expect.poll(() => keptOn(page), { timeout: 15_000 }).toContain(path);
}

/** A mentor who has opened the front page, the next gathering, a case and whom to ring. Returns the gathering. */
async function onTheWay(page: Page): Promise<string> {
  await openAndKeep(page, "/");
  const gathering = (await page.locator(gatheringLink).first().getAttribute("href")) as string;
  await openAndKeep(page, gathering);
  await openAndKeep(page, "/eksempler/tuva");
  await page.goto(`${tunnel.url}/ring`);
  await expect.poll(() => keptOn(page)).toContain("/ring");
  await expect.poll(() => keptOn(page)).toContain("/uten-nett");
  return gathering;
}

const banner = (page: Page) => page.locator(".as-it-was");

it("what was opened is there without network, says how old it is, and leads on", async () => {
  const page = await pageOf("ola");
  const gathering = await onTheWay(page);
  await expect(banner(page).isVisible()).resolves.toBe(false);
  tunnel.set("broken");
  await page.goto(tunnel.url);
  expect(await banner(page).innerText()).toMatch(
    /Slik var siden tirsdag 24. november kl. 14.05 \(for under en time siden\)/,
  );
  await page.locator(gatheringLink).first().click();
  await page.waitForURL(`**${gathering}`);
  expect(await banner(page).isVisible()).toBe(true);
  const when = await page.locator("main").innerText();
  expect(when).toMatch(/kl. \d/);
  await page.goto(`${tunnel.url}/eksempler/tuva?samling=${gathering.split("/").pop()}`);
  expect(await page.locator("h1").innerText()).toContain("Tuva");
  expect(await banner(page).isVisible()).toBe(true);
  await page.goto(`${tunnel.url}/ring`);
  expect(await page.locator("a[href='tel:113']").isVisible()).toBe(true);
  expect(await banner(page).isVisible()).toBe(true);
  // it looks like itself
  expect(await page.evaluate("getComputedStyle(document.body).fontFamily")).toContain("Source Sans");
  tunnel.set("open");
  await banner(page).getByRole("link", { name: "Prøv igjen" }).click();
  await page.waitForURL("**/ring");
  expect(await banner(page).isVisible()).toBe(false);
});
